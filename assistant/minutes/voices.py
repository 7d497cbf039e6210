"""Answers to 「宇田川委員は何と述べましたか」: the turns that are that person's.

Only turns whose attribution names the person are shown, each with its ground. Where the
minutes print no names, the answer says so instead of guessing from what was said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.lookup import quote_start, quoted
from assistant.minutes.places import PLACE, place_of_turn
from assistant.passages.evidence import rank_sentences
from assistant.passages.quoting import whole_turns
from assistant.premises.offices_named import has_office
from assistant.query import Query, QuestionKind
from assistant.understanding.focus import focus_on
from assistant.understanding.mentions import fold
from assistant.understanding.speaking import OPINION_TOLD
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import DocumentKind, RosterEntry, UnitKind, Utterance
from index.library import Library
from index.stores.records import DocumentRecord

SPEAKING = re.compile(
    r"発言|述べ|何と|言(?:って|い|っ|及|葉)|主張|指摘|提案|説明|挨拶|答え|要望|報告|意見|質問|尋ね|求め|訴え|整理|約束|宣言|指示"
    r"|話(?:し|の|は|を|$)|(?:お願い|依頼|要請|懸念|見解|考え|立場)|触れ|頼(?:み|ん)|願(?:い|っ)"
    r"|締めくく|締め括|どう[^。]{0,4}まとめ"
)
SUBJECT = (
    rf"(?=は|が|の(?:第\d+回の)?(?:{PLACE}の)?(?:発言|意見|挨拶|説明|主張|提案|要望|指摘|質問|報告|話|考え|見解|訴え|お?願い|依頼"
    r"|要請|懸念|求め|指示|言葉|回答|答え|立場|言い分)|による|から)"
)
_TITLE = (
    r"(?:総理大臣|総理|首相|官房長官|長官|委員|構成員|議員|教授|大臣|政務官"
    r"|局長|部長|課長|社長|会長|理事長|さん|氏|様)"
)
_CALLED = re.compile(
    r"(?<![一-鿿々])(?P<family>[一-鿿々ヶ]{1,4}?)"
    r"(?P<title>委員|構成員|[一-鿿]{0,6}(?:大臣|総理|政務官|局長|部長|課長|室長|教授|社長|会長|理事長|議長|副長官))"
)
_OFFICE_ALONE = re.compile(
    r"(?<![一-鿿々ァ-ヶーA-Za-z])(?P<office>(?:[一-鿿々ァ-ヶーA-Za-z]{2,12}の)?[一-鿿々ァ-ヶーA-Za-z]{0,12}?"
    r"(?:大臣|総理|首相|政務官|長官|長官補|補佐官|管理監|政策監|局長|部長|課長|室長|教授|社長|会長|理事長?"
    rf"|議長|市長|弁護士)){SUBJECT}"
)
_ALL = re.compile(
    r"全部|全て|すべて|漏れなく|残らず|ひととおり|一通り|列挙|一覧|全発言|\ball\b|\bevery\b"
)
_ABOUT = re.compile(r"(?P<topic>[^、。はがで]{2,24}?)(?:について|に関し|に関する|をめぐ)")
_QUOTES = 3
_OF_THE_MATTER = 0.4  # share of the words held by the best sentence that another must hold
_START = 120  # characters of a turn that is shown by its beginning
_LENGTHS = {1: 800, 2: 400, 3: 240}  # the same where there are only so many turns


def answer_by_voice(query: Query, library: Library) -> Draft | None:
    """What a person of a roster said, where the question names that person."""
    if query.kind is QuestionKind.WHO or not SPEAKING.search(query.completed):
        return None
    if query.kind in (QuestionKind.REPLIED, QuestionKind.OUTCOME):
        query = replace(query, completed=OPINION_TOLD.sub("", query.completed))
    rosters = [library.catalog.roster(record.id) for record in _minutes(query, library)]
    named = [entry for roster in rosters for entry in people_speaking(query.completed, roster)]
    if not named:
        return _by_proxy(query, rosters, library)
    namesakes = _namesakes(query.completed, named)
    if namesakes:
        return _ambiguous(namesakes, query, library)
    claims = [claim for entry in named for claim in _turns_of(entry, query, library)]
    if claims:
        return Draft(status_of(claims), tuple(claims))
    return Draft(Status.PARTIAL, tuple(_nothing(entry, library) for entry in named))


def status_of(claims: Sequence[Claim]) -> Status:
    """Partial where it begins with the note that the matter is not touched on."""
    return Status.PARTIAL if claims[0].layout is Layout.NOTE else Status.ANSWERED


def _by_proxy(
    query: Query, rosters: Sequence[tuple[RosterEntry, ...]], library: Library
) -> Draft | None:
    """What those said who stood for the one who is named and was not there."""
    claims: list[Claim] = []
    for roster in rosters:
        away = [entry for entry in roster if not entry.attended and entry.proxy_for is None]
        for entry in away:
            called = _names(query.completed, entry) or _only_holder(query.completed, (entry,))
            proxies = [other for other in roster if other.proxy_for == entry.name]
            if called and proxies:
                claims += [_sent(entry, proxies, library), *_spoken(proxies, query, library)]
    return Draft(Status.ANSWERED, tuple(claims)) if claims else None


def _spoken(entries: Sequence[RosterEntry], query: Query, library: Library) -> list[Claim]:
    return [
        claim
        for entry in entries
        for claim in _turns_of(entry, query, library) or [_nothing(entry, library)]
    ]


def _sent(entry: RosterEntry, proxies: Sequence[RosterEntry], library: Library) -> Claim:
    record = library.catalog.document(entry.id.partition("#")[0])
    text = phrase(
        "{place}の出席者の欄では、{person}本人は出席しておらず、{proxies}が代理で出席しています。",
        place=wording.document_place(record),
        person=entry.name,
        proxies=joined("・", (proxy.name for proxy in proxies)),
    )
    lines = (Reference(one, one.passage.strip()) for one in (entry, *proxies))
    return Claim(text, tuple(lines))


def _minutes(query: Query, library: Library) -> list[DocumentRecord]:
    held = [record for record in library.catalog.documents() if record.kind is DocumentKind.MINUTES]
    return [record for record in held if record.id in query.documents] or held


def _namesakes(question: str, named: list[RosterEntry]) -> list[RosterEntry]:
    """Those named, where the question calls several people by one family name; else nobody."""
    if len({entry.name for entry in named}) < 2 or any(e.name in question for e in named):
        return []
    titled = [entry for entry in named if _is_called_by_office(question, entry)]
    if len({entry.name for entry in titled}) == 1 or _family(named) not in question:
        return []
    return named


def _family(named: list[RosterEntry]) -> str:
    """The letters with which all names begin; a space, which nothing holds, for none."""
    names = [entry.name for entry in named]
    alike = takewhile(_are_one, zip(*names, strict=False))
    return "".join(letters[0] for letters in alike) or " "


def _are_one(letters: tuple[str, ...]) -> bool:
    return len(set(letters)) == 1


def _ambiguous(named: list[RosterEntry], query: Query, library: Library) -> Draft:
    """All people of the name, each with what that one said."""
    note = phrase(
        "「{family}」という姓の出席者は{count}人います。どちらについての質問か、"
        "氏名で指定してください。",
        family=_family(named),
        count=len({entry.name for entry in named}),
    )
    claims = (Claim(note, (), Layout.NOTE), *_spoken(named, query, library))
    return Draft(Status.AMBIGUOUS, claims)


def _turns_of(entry: RosterEntry, query: Query, library: Library) -> list[Claim]:
    record = library.catalog.document(entry.id.partition("#")[0])
    return _turns(entry, record, query, library)


def people_speaking(question: str, roster: tuple[RosterEntry, ...]) -> list[RosterEntry]:
    """The entries whose whole name, name with title, or office the question holds.

    Who has the office that stands with the name is meant, before others of the name.
    """
    found = [entry for entry in roster if entry.attended and _names(question, entry)]
    found = found or _only_holder(question, roster)
    by_office = [entry for entry in found if _is_called_by_office(question, entry)]
    return by_office or found


def _only_holder(question: str, roster: tuple[RosterEntry, ...]) -> list[RosterEntry]:
    """Whoever alone has the office that is the subject: 官房長官, 日本電気の社長, 総理."""
    for match in _OFFICE_ALONE.finditer(fold(question)):
        holders = [
            entry
            for entry in roster
            if entry.attended and has_office(match["office"], entry, roster)
        ]
        if len(holders) == 1:
            return holders
    return []


def _is_called_by_office(question: str, entry: RosterEntry) -> bool:
    """Whether the office behind the family name is one of the entry's: 岸本消防局長."""
    calls = (match.group() for match in _CALLED.finditer(question))
    return any(
        entry.name.startswith(called[:end]) and any(called[end:] in one for one in entry.offices)
        for called in calls
        for end in range(1, len(called))
    )


def _names(question: str, entry: RosterEntry) -> bool:
    families = "|".join(re.escape(entry.name[:end]) for end in range(len(entry.name), 0, -1))
    offices = [
        office
        for printed in entry.offices
        for office in re.split(r"[・(（)）、]", printed)
        if len(office) > 1 and office not in ("委員", "構成員")
    ]
    titles = "|".join([_TITLE, *map(re.escape, offices)])
    alone = "|".join([re.escape(entry.name), *map(re.escape, offices)])
    pattern = rf"(?<![一-鿿])(?:(?:{families})(?:{titles})|{alone}){SUBJECT}"
    return re.search(pattern, question) is not None


def _turns(
    entry: RosterEntry, record: DocumentRecord, query: Query, library: Library
) -> list[Claim]:
    """How many turns are the person's, and what they say."""
    turns = turns_by(entry, library)
    if not turns:
        return []
    place = place_of_turn(fold(query.completed), len(turns))
    if place is not None:
        return [_ground(turns[place]), quoted(turns[place], quote_start(turns[place].passage, 800))]
    topic = re.sub(rf"{entry.name}|[一-鿿]{{1,4}}{_TITLE}", " ", query.completed)
    notes = untouched(turns, query, library)
    return [*notes, _lead(entry, record, turns), *told(turns, topic, query, library)]


def turns_by(entry: RosterEntry, library: Library) -> list[Utterance]:
    """The turns of a meeting that are known to be of one of its attendees."""
    units = library.catalog.units_of(entry.id.partition("#")[0], UnitKind.UTTERANCE)
    return [u for u in units if isinstance(u, Utterance) and u.attribution.person == entry.name]


def told(turns: list[Utterance], topic: str, query: Query, library: Library) -> list[Claim]:
    """What turns say of the topic, else how each begins; and whose they are on what ground."""
    found = library.search(topic, within={turn.id for turn in turns}, limit=len(turns))
    scores = {hit.unit_id: hit.score for hit in found}
    ranked = rank_sentences(
        focus_on(query, library), [(turn, scores.get(turn.id, 0.0)) for turn in turns], library
    )
    least = _OF_THE_MATTER * max((one.coverage for one in ranked), default=0.0)
    of_it = [one for one in ranked[:_QUOTES] if one.coverage >= least]
    best = sorted(of_it, key=lambda one: (one.unit.locator.order, one.sentence.start))
    asks_for_all = _ALL.search(query.completed) is not None
    if len(turns) > 1 and not asks_for_all and least > 0:
        shown = {evidence.unit.id: evidence.unit for evidence in best}
        claims = whole_turns((quoted(one.unit, one.sentence) for one in best), least=1)
    else:
        shown = {turn.id: turn for turn in turns}
        longest = _LENGTHS.get(len(turns), _START)
        claims = [quoted(turn, quote_start(turn.passage, longest)) for turn in turns]
    grounds = [_ground(turn) for turn in shown.values() if isinstance(turn, Utterance)]
    left = len(turns) - len(shown)
    omitted = phrase("残りの{left}件の発言は省いています。", left=left)
    notes = [Claim(omitted, (), Layout.NOTE)] if left else []
    return [*claims, *grounds, *notes]


def untouched(turns: Sequence[Utterance], query: Query, library: Library) -> list[Claim]:
    """That no turn has a word of the matter that the question says they were about."""
    about = _ABOUT.search(fold(query.completed))
    if about is None:
        return []
    focus = focus_on(replace(query, completed=about["topic"]), library)
    if not focus.words or any(focus.coverage(turn.text) for turn in turns):
        return []
    text = phrase("この発言の中に、「{topic}」という語は見つかりません。", topic=about["topic"])
    return [Claim(text, (), Layout.NOTE)]


def _lead(entry: RosterEntry, record: DocumentRecord, turns: list[Utterance]) -> Claim:
    first = Reference(turns[0], quote_start(turns[0].passage, _START))
    place = wording.document_place(record)
    text = phrase(
        "{place}で{person}の発言と認められるのは{count}件です。",
        place=place,
        person=wording.person(entry),
        count=len(turns),
    )
    return Claim(text, (first,), counted=tuple(turns))


def _ground(turn: Utterance) -> Claim:
    reference = Reference(turn, quote_start(turn.passage, _START))
    return Claim(wording.turn(turn), (reference,))


def _nothing(entry: RosterEntry, library: Library) -> Claim:
    record = library.catalog.document(entry.id.partition("#")[0])
    text = phrase(
        "{place}の出席者に{person}がいますが、この人の発言と特定できるものはありません。"
        "議事要旨に発言者名が記載されていないためです。",
        place=wording.document_place(record),
        person=wording.person(entry),
    )
    return Claim(text, (Reference(entry, entry.passage.strip()),))
