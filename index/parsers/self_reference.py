"""Turns that name no speaker but speak as their office: 「総務省としては、…してまいる」.

The ground must be the speaker's own voice, so each of these is asked:

* 「Xとしては」「Xとしても」 open a clause, and what follows is no request, hearsay or wish
  addressed to X;
* 「Xでは」 opens a clause, and the same sentence ends in a will or view of the speaker
  (…と考えている, …てまいる), or it is the topic that opens the turn and the turn holds one;
* 「(office)として」 opens a clause, with the same exclusions, and so does 「(fields)を主管する
  大臣として」, where the fields are those of one office;
* 「…である私」.

X must be an organisation, and the office an office, of somebody on the roster. A turn in
which two different persons would fit is nobody's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index.documents import NO_ATTRIBUTION, Attribution, Basis
from index.parsers.attribution import of_member
from index.parsers.jurisdictions import offices_answering_for
from index.parsers.offices import organisations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.parsers.roster import Member, Roster

_AS = r"(?:として|といたしまして|としまして)(?:は|も)"
_AT = r"(?:では|において(?:は|も)|におきまして(?:は|も))"
_OPENING = r"(?:^|(?<=[、，　 ]))"
#: A will or a view of the speaker.
_OWN_VOICE = re.compile(
    r"まいる|まいります|まいりたい|まいらねば|ていきたい|でいきたい|たいと(?:考え|思)|こととしたい"
    r"|(?<!お願い)(?<!御願い)したい(?=[。と]|$)|と考えて(?:いる|おり|います)|考えである|所存"
    r"|こととして(?:いる|おり)|に反映したい|努めて(?:いく|おり)|(?:認識|検討|努力)して(?:いる|おり)"
    r"|[を化]推進して(?:いく|いる|おり)|を始める(?=。|$)|ていく(?:考え|つもり|予定)"
)
#: Words by which a speaker talks to or about somebody else.
_OTHERS_VOICE = re.compile(
    r"いただ|頂[きくけい]|くださ|下さ|ほし[いく]|欲し[いく]|願[いうっ]|べき|聞いて|伺[っう]|承知して"
    r"|とのこと|だそう|よう(?:だ|である|に思)|らしい|期待"
    r"|求め(?:たい|る)|されたい|なさ[るっ]|説明があ|報告があ|と言[わっ]|(?<!電)話をし[てた]|(?:尽力|努力|発言|説明|答弁|決断)され"
)
#: What only the one answers who was asked: 「前回御指摘のあった…」.
_ANSWERS = re.compile(
    r"(?:御|ご)(?:指摘|意見|質問|提案|要望|懸念)(?:の(?:あった|あつた|とおり|件)|があった|を(?:踏まえ|受け))"
)
_QUESTION = re.compile(r"か[。？?]?$")
_IN_CHARGE = re.compile(
    rf"{_OPENING}(?P<fields>[^、。　]{{2,40}}?)を(?:主管|所管|所掌|担当|分担管理|預か|つかさど)"
    r"(?:する|している|って(?:いる|おる)|る)(?:大臣|立場|者|長官)(?:として|である私)"
)
_OFFICE_VOICE = re.compile(rf"{_OPENING}(?P<office>[^、。　 ]{{2,30}}?)として(?:は|も)?(?!い)")
_OUR_OFFICE = re.compile(rf"{_OPENING}当(?P<kind>[省庁局院])(?:{_AS}|{_AT})")
_QUOTED = re.compile(r"「[^「」]*」|『[^『』]*』")
_SENTENCE = re.compile(r"[^。\n]+。?")
_I_AM = re.compile(
    r"(?:(?P<first>[^、。]{2,30})であり、)?(?P<second>[^、。]{2,30})である私"
    r"|私[はもが]?、?(?P<third>[^、。]{2,30}?)(?:でもあり|であり|である)"
)


@dataclass(frozen=True, slots=True)
class _Hit:
    """Persons who fit some words of a turn."""

    members: tuple[Member, ...]
    evidence: str
    organisation: str = ""


def self_reference(text: str, roster: Roster) -> Attribution:
    """The speaker whom a turn's own words show, `NO_ATTRIBUTION` where they do not.

    Args:
        text: The turn (or, in minutes without turns, one paragraph).
        roster: The roster of that meeting.
    """
    hidden = _QUOTED.sub(lambda match: "＊" * len(match.group()), text)
    sentences = [match.group() for match in _SENTENCE.finditer(hidden)]
    hits = [
        *_first_person(hidden, roster),
        *(hit for sentence in sentences for hit in _as_office(sentence, roster)),
        *(hit for sentence in sentences for hit in _in_charge(sentence, roster)),
        *_as_organisation(sentences, roster),
    ]
    return _decide(hits, roster)


def continued(text: str, before: Attribution) -> Attribution:
    """The speaker of a paragraph that goes on as the office which spoke in the one before.

    「当省では」 tells no office by itself; that it is the one before must be borne out by
    the office's own name in the paragraph.

    Args:
        text: The paragraph.
        before: Who spoke in the paragraph just before it.
    """
    match = _OUR_OFFICE.search(_QUOTED.sub("", text))
    if match is None or before.basis is not Basis.SELF_REFERENCE:
        return NO_ATTRIBUTION
    named = {before.office or "", *organisations(before.office or "")}
    stems = (name.removesuffix(match["kind"]) for name in named if name.endswith(match["kind"]))
    if any(stem in text for stem in stems):
        return replace(before, evidence=match.group())
    return NO_ATTRIBUTION


def _decide(hits: list[_Hit], roster: Roster) -> Attribution:
    """One person if all hits agree on exactly one; the organisation if several fit."""
    groups = {tuple(member.name for member in hit.members) for hit in hits}
    single = {names for names in groups if len(names) == 1}
    if len(single) > 1 or (not single and len(groups) != 1):
        return NO_ATTRIBUTION
    hit = next(hit for hit in hits if not single or len(hit.members) == 1)
    if len(hit.members) == 1:
        return of_member(None, hit.members[0], Basis.SELF_REFERENCE, hit.evidence, roster)
    return Attribution(None, hit.organisation, None, Basis.SELF_REFERENCE, hit.evidence)


def _first_person(text: str, roster: Roster) -> Iterator[_Hit]:
    for match in _I_AM.finditer(text):
        for office in filter(None, match.group("first", "second", "third")):
            member = _office_holder(office.strip(), roster)
            if member:
                yield _Hit((member,), match.group().strip())


def _as_office(sentence: str, roster: Roster) -> Iterator[_Hit]:
    for match in _OFFICE_VOICE.finditer(sentence):
        member = _office_holder(match["office"], roster)
        if member and not _speaks_to_others(sentence[match.end() :]):
            yield _Hit((member,), match.group())


def _in_charge(sentence: str, roster: Roster) -> Iterator[_Hit]:
    """Who spoke as the minister of some fields, where one member present answers for them."""
    for match in _IN_CHARGE.finditer(sentence):
        stems = tuple(offices_answering_for(match["fields"]))
        holders = {
            speaker
            for member in roster.members
            if any(office.startswith(stems) for office in member.offices)
            if (speaker := roster.speaker(member)) is not None
        }
        if len(stems) == 1 and len(holders) == 1 and not _speaks_to_others(sentence[match.end() :]):
            yield _Hit(tuple(holders), match.group())


def _office_holder(office: str, roster: Roster) -> Member | None:
    """Who spoke in that office; 「国家公安委員会の委員長」 is written with or without の."""
    holding = roster.holding if len(office) >= 3 else roster.holding_exactly
    member = holding(office) or holding(office.replace("の", ""))
    return roster.speaker(member) if member else None


def _as_organisation(sentences: list[str], roster: Roster) -> Iterator[_Hit]:
    names = {
        name
        for member in roster.present
        for office in roster.offices_of(member)
        for name in organisations(office)
    }
    for name in sorted(names, key=len, reverse=True):
        evidence = _own_topic(name, sentences)
        if evidence:
            yield _Hit(roster.speaking_for(name), evidence, name)


def _own_topic(name: str, sentences: list[str]) -> str:
    """The words with which a turn speaks for an organisation, "" where it does not."""
    topic = re.compile(rf"{_OPENING}{re.escape(name)}(?:{_AS}|{_AT})")
    strong = re.compile(rf"{re.escape(name)}{_AS}")
    has_own_voice = any(
        _OWN_VOICE.search(sentence) and not _speaks_to_others(sentence) for sentence in sentences
    )
    for place, sentence in enumerate(sentences):
        for match in topic.finditer(sentence):
            if _is_listed(sentence[: match.start()]) or _speaks_to_others(sentence[match.end() :]):
                continue
            opens = place <= 1 and match.start() <= 1
            opens_turn = opens and (has_own_voice or _ANSWERS.search(sentence, match.end()))
            own = _OWN_VOICE.search(sentence, match.end())
            if strong.match(sentence, match.start()) or own or opens_turn:
                return match.group()
    return ""


def _is_listed(before: str) -> bool:
    """Whether the organisation is one of several: 「総務省、経済産業省としても」."""
    return bool(re.search(r"(?:[省庁府局部課室市県]|委員会)、$", before))


def _speaks_to_others(rest: str) -> bool:
    """Whether it is a question, or a request or hearsay comes before the speaker's will."""
    own = _OWN_VOICE.search(rest)
    others = _OTHERS_VOICE.search(rest)
    if _QUESTION.search(rest):
        return True
    return bool(others and (own is None or others.start() < own.start()))
