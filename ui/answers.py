"""An answer as lines for the terminal."""

from __future__ import annotations

from assistant.answers import Answer, Citation, Status
from assistant.chat.notices import notices
from assistant.query import Language
from assistant.wording.english import text_in
from assistant.wording.phrases import phrase
from index.documents import Basis, Section, Utterance
from index.library import Library
from ui.tables import text_with_tables

_STATUS = {
    Status.ANSWERED: "",
    Status.PARTIAL: phrase("（一部のみ回答）"),
    Status.NOT_IN_DOCUMENTS: phrase("（収録文書に記載なし）"),
    Status.PREMISE_WRONG: phrase("（質問の前提が収録文書と異なります）"),
    Status.AMBIGUOUS: phrase("（質問を絞ってください）"),
    Status.OUT_OF_SCOPE: phrase("（対象外の質問）"),
}
_BASIS = {
    Basis.PRINTED: phrase("記載あり"),
    Basis.HEADING: phrase("見出し"),
    Basis.SELF_REFERENCE: phrase("推定"),
    Basis.NONE: phrase("記載なし"),
}


def answer_lines(answer: Answer, library: Library) -> list[str]:
    """The answer, then where each citation stands."""
    language = answer.query.language
    lines = [status] if (status := _STATUS[answer.status]) else []
    if answer.query.in_words != answer.query.question.strip():
        lines.append(phrase("質問の補い: {completed}", completed=answer.query.in_words))
    lines += [*notices(answer), text_with_tables(answer), ""]
    if answer.citations:
        lines.append(phrase("典拠"))
        lines += [_citation_line(citation, library, language) for citation in answer.citations]
    return [text_in(language, line) for line in lines]


def _citation_line(citation: Citation, library: Library, language: Language) -> str:
    unit = citation.reference.unit
    document = library.catalog.document(unit.id.partition("#")[0])
    parts = [f"[{citation.number}] {unit.label}"]
    if unit.locator.page is not None:
        parts.append(phrase("{page}ページ", page=unit.locator.page))
    if isinstance(unit, Section) and unit.printed_page is not None:
        parts.append(phrase("目次 {printed_page}ページ", printed_page=unit.printed_page))
    if isinstance(unit, Utterance):
        parts.append(phrase("発言者: {basis}", basis=_BASIS[unit.attribution.basis]))
    parts.append(document.path.name)
    return "　".join(text_in(language, part) for part in parts)
