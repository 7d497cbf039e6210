"""Checks a set of cases against the documents, and against answers made from its own gold.

A case that its gold does not pass, or that a wrong answer passes, measures nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from eval.candidates import TODO
from eval.cases import Case, CaseSet, Nugget
from eval.metrics.context import ScoringContext, scoring_context
from eval.model_answers import model_answer
from eval.mutants import Mistake, mutants
from eval.quotes import find_evidence
from eval.records import Pair
from eval.scorer import outcome_of
from index.library import Library
from index.text.keys import quote_key

_PASSES = {
    Mistake.SPEAKER: "話者を「{detail}」に替えた回答が合格します。attributionを書いてください。",
    Mistake.NUMBER: "数を変えた回答（{detail}）が合格します。nuggetsの言い方が緩すぎます。",
    Mistake.DOCUMENT: "「{detail}」を引用した回答が合格します。citationsを見直してください。",
    Mistake.QUOTE: "引用文を1字変えた回答（…{detail}…）が合格します。",
    Mistake.ANSWERED: "答えられない質問に答えた回答が合格します。statusを書いてください。",
    Mistake.EMPTY: "空の回答が合格します。nuggetsか必須の引用を書いてください。",
}


class Fault(StrEnum):
    """What is wrong with a case, or with the header of its set."""

    DOCUMENT = "document"  # the header's documents are not those that are indexed
    ID = "id"  # a unit or document that is not there
    QUOTE = "quote"  # the evidence is not one run of its unit
    NUGGET = "nugget"  # the unit of a nugget does not say it
    UNFINISHED = "unfinished"  # a TODO is left
    REFERENCE = "reference"  # the gold itself does not pass
    PASSES = "passes"  # an answer that is wrong passes


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend; `case_id` is "" for the header of the set."""

    case_id: str
    fault: Fault
    detail: str

    def __str__(self) -> str:
        """A line for a person."""
        return f"{self.case_id or '質問集'}: {self.detail}"


def lint(case_set: CaseSet, library: Library) -> tuple[Finding, ...]:
    """All that is wrong with a set, the header first, then case by case.

    Args:
        case_set: The cases.
        library: Holds the documents the set was written for.
    """
    context = scoring_context(library)
    findings = [*_header(case_set, library)]
    for case in case_set.cases:
        missing = _missing(case, library)
        findings += [
            Finding(case.id, Fault.ID, f"「{unit_id}」という箇所は入っていません。")
            for unit_id in missing
        ]
        findings += _static(case, case_set, library)
        if not missing:
            findings += _tried(case, library, context)
    return tuple(findings)


def document_hashes(library: Library) -> dict[str, str]:
    """The `documents` of a set's header: sha256 of the source file of each document."""
    return {record.id: record.sha256 for record in library.catalog.documents()}


def _header(case_set: CaseSet, library: Library) -> Iterator[Finding]:
    indexed = document_hashes(library)
    if not case_set.documents:
        yield Finding("", Fault.DOCUMENT, "documentsに、対象文書のidとsha256を書いてください。")
    for document_id, sha256 in case_set.documents.items():
        if document_id not in indexed:
            detail = (
                f"「{document_id}」は索引されていません。idの終わりだけを書いた名前なら、"
                "それで終わりsha256も同じ文書がありません。"
            )
            yield Finding("", Fault.DOCUMENT, detail)
        elif indexed[document_id] != sha256:
            detail = f"「{document_id}」のファイルが、質問集を書いた時のもの（sha256）と違います。"
            yield Finding("", Fault.DOCUMENT, detail)


def _static(case: Case, case_set: CaseSet, library: Library) -> Iterator[Finding]:
    if case_set.documents:
        for document_id in sorted(_documents(case) - set(case_set.documents)):
            yield Finding(case.id, Fault.DOCUMENT, f"「{document_id}」がdocumentsにありません。")
    if _quote_is_wrong(case, library):
        yield Finding(case.id, Fault.QUOTE, "evidence_quoteが、その箇所に一続きでありません。")
    for nugget in case.nuggets:
        if _is_unsaid(nugget, library):
            detail = (
                f"「{'」「'.join(nugget.any_of) or nugget.regex}」が {nugget.unit} にありません。"
            )
            yield Finding(case.id, Fault.NUGGET, detail)
    if TODO in (case.note or ""):
        yield Finding(case.id, Fault.UNFINISHED, f"noteに{TODO}が残っています。")


def _ids(case: Case) -> tuple[str, ...]:
    gold = case.citations
    named = [unit_id for group in gold.required for unit_id in group]
    named += [*gold.optional, *gold.forbidden]
    named += [nugget.unit for nugget in case.nuggets if nugget.unit is not None]
    if case.evidence_quote is not None:
        named.append(case.evidence_quote.unit)
    return tuple(dict.fromkeys(named))


def _documents(case: Case) -> set[str]:
    return {unit_id.partition("#")[0] for unit_id in _ids(case)}


def _missing(case: Case, library: Library) -> tuple[str, ...]:
    wanted = _ids(case)
    held = {unit.id for unit in library.catalog.units(wanted)}
    return tuple(unit_id for unit_id in wanted if unit_id not in held)


def _quote_is_wrong(case: Case, library: Library) -> bool:
    quote = case.evidence_quote
    if quote is None:
        return False
    held = library.catalog.units([quote.unit])
    return bool(held) and find_evidence(quote, held[0]) is None


def _is_unsaid(nugget: Nugget, library: Library) -> bool:
    """Whether the unit that should support a nugget does not say it."""
    held = library.catalog.units([nugget.unit] if nugget.unit else [])
    return bool(held) and not _says(nugget, held[0].text)


def _says(nugget: Nugget, text: str) -> bool:
    if nugget.regex is not None and re.search(nugget.regex, text):
        return True
    return any(quote_key(words) in quote_key(text) for words in nugget.any_of)


def _tried(case: Case, library: Library, context: ScoringContext) -> Iterator[Finding]:
    """Findings from scoring the model answer of a case, and its mutants."""
    right = model_answer(case, library)
    outcome = outcome_of(Pair(case, right), context)
    if not outcome.passed:
        reasons = "、".join(outcome.reasons)
        yield Finding(case.id, Fault.REFERENCE, f"正解が不合格です: {reasons}")
    for mutant in mutants(case, right, library):
        if outcome_of(Pair(case, mutant.result), context).passed:
            detail = _PASSES[mutant.mistake].format(detail=mutant.detail)
            yield Finding(case.id, Fault.PASSES, detail)
