"""The Japanese sentences that frame an answer."""

from __future__ import annotations

from index.documents import Attribution, Basis, Comment, Outcome, RosterEntry, Utterance
from index.stores.records import DocumentRecord

OUTCOMES = {
    Outcome.REVISED: "意見を踏まえて修正することとされています",
    Outcome.UNCHANGED: "原案のとおりとされ、修正はされていません",
    Outcome.ALREADY_COVERED: "既に記載又は対応されているとの回答で、修正するとは書かれていません",
    Outcome.FOR_REFERENCE: "今後の参考とするとの回答で、修正するとは書かれていません",
    Outcome.AGREEMENT: "賛同意見として受け止められ、修正するとは書かれていません",
    Outcome.EXPLAINED: "考え方の説明のみで、修正するとは書かれていません",
}

OUTCOME_NAMES = {
    Outcome.REVISED: "修正",
    Outcome.UNCHANGED: "原案のとおり",
    Outcome.ALREADY_COVERED: "記載・対応済み",
    Outcome.FOR_REFERENCE: "今後の参考",
    Outcome.AGREEMENT: "賛同",
    Outcome.EXPLAINED: "考え方の説明",
}

NAMELESS = "議事要旨に発言者名の記載はありません。誰の発言かは、この資料からは特定できません。"


def document_place(record: DocumentRecord) -> str:
    """A document as named inside a sentence, e.g. 第39回会合 議事要旨 or 「…戦略（案）」."""
    if record.meeting is not None:
        return f"第{record.meeting}回の議事要旨"
    return f"『{record.title}』" if "「" in record.title else f"「{record.title}」"


def held_document(record: DocumentRecord) -> str:
    """A document in a list of what is held."""
    if record.meeting is not None:
        return f"{record.body or ''}第{record.meeting}回（{record.date or '日付の記載なし'}）"
    return f"「{record.title}」"


def person(entry: RosterEntry) -> str:
    """A person of a roster with offices, and whom the person stands for."""
    text = f"{entry.name}（{'、'.join(entry.offices)}）"
    if entry.proxy_for:
        return f"{text}　{entry.proxy_for}の代理出席"
    return text if entry.attended else f"{text}　代理が出席"


def speaker(unit: Utterance) -> str:
    """Who speaks in a turn, with the ground for saying so."""
    attribution = unit.attribution
    match attribution.basis:
        case Basis.PRINTED:
            return f"発言者は{_person(attribution)}です（議事要旨に発言者名の記載あり）。"
        case Basis.HEADING:
            return f"発言者は{_person(attribution)}です（見出し「{attribution.evidence}」による）。"
        case Basis.SELF_REFERENCE:
            return (
                "議事要旨に発言者名の記載はありません。"
                f"発言中の「{attribution.evidence}」から、{_person(attribution)}の発言と推定されます。"
            )
        case Basis.NONE:
            return NAMELESS


def _person(attribution: Attribution) -> str:
    office = attribution.office or attribution.label or ""
    if attribution.person is None:
        return office
    if attribution.proxy_for:
        return f"{attribution.person}（{office}、{attribution.proxy_for}の代理出席）"
    return f"{attribution.person}（{office}）" if office else attribution.person


def comment_name(comment: Comment) -> str:
    """意見27-2."""
    return f"意見{comment.key}"


def outcome(comment: Comment) -> str:
    """What came of a comment, as a sentence."""
    return f"{comment.label}は、{OUTCOMES[comment.outcome]}。"
