"""An answer as lines for the terminal."""

from __future__ import annotations

from assistant.answers import Answer, Citation, Status
from assistant.chat.notices import notices
from index.documents import Basis, Section, Utterance
from index.library import Library

_STATUS = {
    Status.ANSWERED: "",
    Status.PARTIAL: "（一部のみ回答）",
    Status.NOT_IN_DOCUMENTS: "（収録文書に記載なし）",
    Status.PREMISE_WRONG: "（質問の前提が収録文書と異なります）",
    Status.AMBIGUOUS: "（質問を絞ってください）",
    Status.OUT_OF_SCOPE: "（対象外の質問）",
}
_BASIS = {
    Basis.PRINTED: "記載あり",
    Basis.HEADING: "見出し",
    Basis.SELF_REFERENCE: "推定",
    Basis.NONE: "記載なし",
}


def answer_lines(answer: Answer, library: Library) -> list[str]:
    """The answer, then where each citation stands."""
    lines = [status] if (status := _STATUS[answer.status]) else []
    if answer.query.completed != answer.query.question.strip():
        lines.append(f"質問の補い: {answer.query.completed}")
    lines += [*notices(answer), answer.text, ""]
    if answer.citations:
        lines.append("典拠")
        lines += [_citation_line(citation, library) for citation in answer.citations]
    return lines


def _citation_line(citation: Citation, library: Library) -> str:
    unit = citation.reference.unit
    document = library.catalog.document(unit.id.partition("#")[0])
    parts = [f"[{citation.number}] {unit.label}"]
    if unit.locator.page is not None:
        parts.append(f"{unit.locator.page}ページ")
    if isinstance(unit, Section) and unit.printed_page is not None:
        parts.append(f"目次 {unit.printed_page}ページ")
    if isinstance(unit, Utterance):
        parts.append(f"発言者: {_BASIS[unit.attribution.basis]}")
    parts.append(document.path.name)
    return "　".join(parts)
