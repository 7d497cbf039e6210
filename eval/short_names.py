"""Short names of documents: a set of cases may name one by the end of its id.

The id of a document is its title, and a long title may be a sentence that a repository must
not print. The end of it and the file's sha256 name the document as surely.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from eval.cases import Case, CaseSet, GoldCitations
from index.errors import UsageError
from index.library import Library
from index.stores.records import DocumentRecord


def resolve(case_set: CaseSet, library: Library) -> CaseSet:
    """The set with the whole id for each short name, in its header and in all unit ids.

    A name that no document fits stays as it is: `eval.lint` reports it.

    Args:
        case_set: The set as written.
        library: Holds the documents that it names.

    Raises:
        UsageError: Several documents fit a name.
    """
    records = library.catalog.documents()
    ids = {name: _id_of(name, sha256, records) for name, sha256 in case_set.documents.items()}

    def in_full(unit_id: str) -> str:
        name, mark, place = unit_id.partition("#")
        return f"{ids.get(name, name)}{mark}{place}"

    return case_set.model_copy(
        update={
            "documents": {ids[name]: sha256 for name, sha256 in case_set.documents.items()},
            "cases": tuple(_case(case, in_full) for case in case_set.cases),
        }
    )


def _id_of(name: str, sha256: str, records: Sequence[DocumentRecord]) -> str:
    if name in {record.id for record in records}:
        return name
    fitting = [one.id for one in records if one.sha256 == sha256 and one.id.endswith(name)]
    if len(fitting) > 1:
        raise UsageError(
            f"質問集のdocumentsの「{name}」で終わる文書が{len(fitting)}件あります"
            f"（{'、'.join(fitting)}）。一つに決まるところまで、idの終わりを長く書いてください。"
        )
    return fitting[0] if fitting else name


def _case(case: Case, in_full: Callable[[str], str]) -> Case:
    gold, quote = case.citations, case.evidence_quote
    citations = GoldCitations(
        required=tuple(tuple(map(in_full, group)) for group in gold.required),
        optional=tuple(map(in_full, gold.optional)),
        forbidden=tuple(map(in_full, gold.forbidden)),
    )
    nuggets = tuple(
        nugget.model_copy(update={"unit": in_full(nugget.unit)}) if nugget.unit else nugget
        for nugget in case.nuggets
    )
    evidence = quote and quote.model_copy(update={"unit": in_full(quote.unit)})
    return case.model_copy(
        update={"citations": citations, "nuggets": nuggets, "evidence_quote": evidence}
    )
