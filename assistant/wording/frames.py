"""The Japanese sentences that frame an answer."""

from __future__ import annotations

from assistant.wording.phrases import joined, phrase
from index.documents import Attribution, Basis, Comment, Outcome, RosterEntry, Section, Utterance
from index.stores.records import DocumentRecord

OUTCOMES = {
    Outcome.REVISED: phrase("意見を踏まえて修正することとされています"),
    Outcome.UNCHANGED: phrase("原案のとおりとされ、修正はされていません"),
    Outcome.ALREADY_COVERED: phrase(
        "既に記載又は対応されているとの回答で、修正するとは書かれていません"
    ),
    Outcome.FOR_REFERENCE: phrase("今後の参考とするとの回答で、修正するとは書かれていません"),
    Outcome.AGREEMENT: phrase("賛同意見として受け止められ、修正するとは書かれていません"),
    Outcome.EXPLAINED: phrase("考え方の説明のみで、修正するとは書かれていません"),
}

OUTCOME_NAMES = {
    Outcome.REVISED: phrase("修正"),
    Outcome.UNCHANGED: phrase("原案のとおり"),
    Outcome.ALREADY_COVERED: phrase("記載・対応済み"),
    Outcome.FOR_REFERENCE: phrase("今後の参考"),
    Outcome.AGREEMENT: phrase("賛同"),
    Outcome.EXPLAINED: phrase("考え方の説明"),
}

NAMELESS = phrase(
    "議事要旨に発言者名の記載はありません。誰の発言かは、この資料からは特定できません。"
)


def document_place(record: DocumentRecord) -> str:
    """A document as named inside a sentence, e.g. 第39回会合 議事要旨 or 「…戦略（案）」."""
    if record.meeting is not None:
        return phrase("第{meeting}回の議事要旨", meeting=record.meeting)
    if "「" in record.title:
        return phrase("『{title}』", title=record.title)
    return phrase("「{title}」", title=record.title)


def written_date(iso: str) -> str:
    """2014-05-19 as 2014年5月19日, FY2014 as 2014年度."""
    if iso.startswith("FY"):
        return phrase("{year}年度", year=iso.removeprefix("FY"))
    year, month, day = (*map(int, iso.split("-")), None, None)[:3]
    if month is None:
        return phrase("{year}年", year=f"{year}")
    if day is None:
        return phrase("{year}年{month}月", year=f"{year}", month=month)
    return phrase("{year}年{month}月{day}日", year=f"{year}", month=month, day=day)


def held_document(record: DocumentRecord) -> str:
    """A document in a list of what is held."""
    if record.meeting is not None:
        return phrase(
            "{body}第{meeting}回（{date}）",
            body=record.body or "",
            meeting=record.meeting,
            date=written_date(record.date) if record.date else phrase("日付の記載なし"),
        )
    return phrase("「{title}」", title=record.title)


def person(entry: RosterEntry) -> str:
    """A person of a roster with offices, and whom the person stands for."""
    named = phrase("{name}（{offices}）", name=entry.name, offices=joined("、", entry.offices))
    if entry.proxy_for:
        return phrase("{person}　{proxy_for}の代理出席", person=named, proxy_for=entry.proxy_for)
    return named if entry.attended else phrase("{person}　代理が出席", person=named)


def speaker(unit: Utterance) -> str:
    """Who speaks in a turn, with the ground for saying so."""
    attribution = unit.attribution
    match attribution.basis:
        case Basis.PRINTED:
            return phrase(
                "発言者は{person}です（議事要旨に発言者名の記載あり）。",
                person=_person(attribution),
            )
        case Basis.HEADING:
            return phrase(
                "発言者は{person}です（見出し「{evidence}」による）。",
                person=_person(attribution),
                evidence=attribution.evidence,
            )
        case Basis.SELF_REFERENCE if attribution.evidence.startswith("当"):
            return phrase(
                "議事要旨に発言者名の記載はありません。発言中の「{evidence}」と直前の段落の発言から、"
                "{person}の発言と推定されます。",
                evidence=attribution.evidence,
                person=_person(attribution),
            )
        case Basis.SELF_REFERENCE:
            return phrase(
                "議事要旨に発言者名の記載はありません。発言中の「{evidence}」から、"
                "{person}の発言と推定されます。",
                evidence=attribution.evidence,
                person=_person(attribution),
            )
        case Basis.NONE:
            return NAMELESS


def _person(attribution: Attribution) -> str:
    office = attribution.office or attribution.label or ""
    if attribution.person is None:
        return office
    if attribution.proxy_for:
        return phrase(
            "{person}（{office}、{proxy_for}の代理出席）",
            person=attribution.person,
            office=office,
            proxy_for=attribution.proxy_for,
        )
    if not office:
        return attribution.person
    return phrase("{person}（{office}）", person=attribution.person, office=office)


def comment_name(comment: Comment) -> str:
    """意見27-2."""
    return phrase("意見{key}", key=comment.key)


def outcome(comment: Comment) -> str:
    """What came of a comment, as a sentence."""
    return phrase("{label}は、{outcome}。", label=comment.label, outcome=OUTCOMES[comment.outcome])


def comment_row(comment: Comment) -> str:
    """A comment in a list: its key, submitter, place and what came of it."""
    return phrase(
        "{comment}（{submitter}）{place}　対応: {outcome}",
        comment=comment_name(comment),
        submitter=comment.submitter,
        place=f"　{comment.target_text}" if comment.target_text.strip("-－ ") else "",
        outcome=OUTCOME_NAMES[comment.outcome],
    )


def named_section(section: Section) -> str:
    """A section by number and title: 5.2.3「…」."""
    return phrase("{label}「{title}」", label=section.label, title=section.title)


def turn(unit: Utterance) -> str:
    """A turn's place, then who speaks in it."""
    return phrase("{label}: {speaker}", label=unit.label, speaker=speaker(unit))
