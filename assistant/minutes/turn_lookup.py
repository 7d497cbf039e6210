"""Answers about a turn of talk that the question names by its number: 「第39回の4(2)の発言5」."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.lookup import quote_start, quoted
from assistant.minutes.subjects import people_speaking
from assistant.minutes.voices import turns_by
from assistant.policies.whereabouts import page_of, path_to
from assistant.query import Query, QuestionKind
from assistant.understanding.focus import focus_on
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import Basis, DocumentKind, UnitKind, Utterance
from index.library import Library

# what was answered to a turn: 「発言11への返事は」「発言11に何と答えたか」
_IS_ANSWERED = re.compile(
    r"(?:発言|段落)\d+(?:に|へ)(?:の|は|も|対)?[^。]{0,24}?(?:返事|返答|回答|答え|応答|反応|応じ)"
)
# what was answered to what somebody said: 「篠宮委員の要望に市は何と答えたか」
_IS_ANSWERED_TO = re.compile(
    r"の(?:発言|意見|要望|提案|指摘|質問|訴え|懸念|問い(?:掛け|かけ)?|求め|お?願い|主張)"
    r"(?:に|へ)(?:は|も|の|対し(?:て)?(?:は)?)?[^。]{0,20}?(?:返事|返答|回答|答え|応答|応じ|応え|反応|返[しさ])"
)
# whose answer it is: 「発言8に、デジタル推進局はどう応じたか」「発言10に対する局長の答え」
_ANSWERED_BY = re.compile(
    r"(?:発言|段落)\d+(?:に|へ)(?:対(?:し(?:て)?|する))?、?(?P<who>[^、。はがのにへ]{2,16})(?:は|が|の)"
)
_ABOUT = re.compile(r"(?P<topic>[^、。はがで]{2,24}?)(?:について|に関する|に関して|をめぐる)")
_WHERE = re.compile(
    r"どこに(?:あ|書|載|記|出て)|(?:発言|箇所|記載|場所|それ|これ|記述|くだり|部分|話|の)(?:は|が|って)、?どこです"
    r"|何ページ|どの(?:文書|資料|議事要旨|節|箇所|部分|ページ)"
)
_LONGEST = 1500  # characters of a turn that is asked for by its number


def look_up_turns(query: Query, library: Library) -> Draft | None:
    """Who speaks in the turns that are named, and their words."""
    turns = named_turns(query, library)
    if not turns:
        return None
    asks_back = query.kind in (QuestionKind.REPLIED, QuestionKind.WHO)
    if asks_back and _IS_ANSWERED.search(fold(query.completed)):
        by = _ANSWERED_BY.search(fold(query.completed))
        asks_who = query.kind is QuestionKind.WHO
        behind = _behind(turns[-1], library, by["who"] if by else "", asks_who=asks_who)
        return behind and replace(behind, claims=(*behind.claims, _to_what_is_untold()))
    if _WHERE.search(fold(query.completed)):
        return Draft(Status.ANSWERED, tuple(c for turn in turns for c in _where(turn, library)))
    claims = [claim for turn in turns for claim in _about(turn)]
    nameless = all(turn.attribution.basis is Basis.NONE for turn in turns)
    partly = nameless and query.kind is QuestionKind.WHO
    return Draft(Status.PARTIAL if partly else Status.ANSWERED, tuple(claims))


def named_turns(query: Query, library: Library) -> tuple[Utterance, ...]:
    """The turns of the named meetings that have a number which the question names."""
    mentions = query.mentions
    if not mentions.turns or not mentions.meetings:
        return ()
    return tuple(
        unit
        for document in query.documents
        for unit in library.catalog.units_of(document, UnitKind.UTTERANCE)
        if isinstance(unit, Utterance)
        and unit.number in mentions.turns
        and (not mentions.sections or unit.locator.section in mentions.sections)
    )


def answers_to_speaker(query: Query, library: Library) -> Draft | None:
    """The turns behind those of a person whom the question names: what that one was told."""
    text = fold(query.completed)
    if not _IS_ANSWERED_TO.search(text) or query.mentions.turns or query.submitters:
        return None
    minutes = library.catalog.find_documents(kind=DocumentKind.MINUTES)
    records = [record for record in minutes if record.id in query.documents] or list(minutes)
    rosters = (library.catalog.roster(record.id) for record in records)
    named = [entry for roster in rosters for entry in people_speaking(text, roster)]
    turns = [turn for entry in named for turn in turns_by(entry, library)]
    if len({entry.name for entry in named}) != 1 or not turns:
        return None
    about = _ABOUT.search(text)
    if about:
        focus = focus_on(replace(query, completed=about["topic"]), library)
        held = [focus.coverage(turn.text) for turn in turns]
        turns = [t for t, share in zip(turns, held, strict=True) if share > max(held) / 2]
    drafts = [draft for turn in turns if (draft := _behind(turn, library)) is not None]
    claims = tuple(claim for draft in drafts for claim in draft.claims)
    return Draft(Status.ANSWERED, (*claims, _to_what_is_untold())) if claims else None


def _to_what_is_untold() -> Claim:
    """That the next remark need not be the answer: another member may go on to his own matter."""
    note = phrase("どの発言への答えであるかは、議事要旨には記載されていません。")
    return Claim(note, (), Layout.NOTE)


def _behind(
    turn: Utterance, library: Library, by: str = "", *, asks_who: bool = False
) -> Draft | None:
    """The turn behind one: minutes do not mark what is the answer to what.

    Args:
        turn: What was said.
        library: Holds the minutes.
        by: Who is asked for an answer, whose next turn it then is.
        asks_who: Whether it is asked who answered.
    """
    document = turn.id.partition("#")[0]
    later = [
        unit
        for unit in library.catalog.units_of(document, UnitKind.UTTERANCE)
        if isinstance(unit, Utterance) and unit.locator.order > turn.locator.order
    ]
    later.sort(key=lambda unit: unit.locator.order)
    later = [unit for unit in later if unit.locator.section == turn.locator.section]
    if not later:
        return None
    following = next((one for one in later if by and _is_of(by, one, library)), later[0])
    words = quote_start(following.passage, _LONGEST)
    references = (Reference(turn, quote_start(turn.passage, 60)), Reference(following, words))
    text = phrase("{label}のすぐ後の発言は、次のとおりです。", label=turn.label)
    if following is not later[0]:
        text = phrase("{label}の後の{by}の発言は、次のとおりです。", label=turn.label, by=by)
    ground = Claim(wording.turn(following), (Reference(following, words),))
    nameless = asks_who and following.attribution.basis is Basis.NONE
    status = Status.PARTIAL if nameless else Status.ANSWERED
    return Draft(status, (Claim(text, references), quoted(following, words), ground))


def _is_of(who: str, turn: Utterance, library: Library) -> bool:
    """Whether a turn is of a person, an office or a body, by its attribution."""
    said = turn.attribution
    roster = library.catalog.roster(turn.id.partition("#")[0])
    offices = [office for e in roster if e.name == said.person for office in e.offices]
    called = (said.label or "", said.office or "", said.person or "", said.evidence, *offices)
    return any(who in one for one in called)


def _where(turn: Utterance, library: Library) -> list[Claim]:
    """Where the turn stands, and its first words."""
    start = quote_start(turn.passage, 60)
    text = phrase("{place}に記載されています。", place=turn.label)
    above = (path_to(turn, library), page_of(turn, library))
    return [Claim(text, (Reference(turn, start),)), *filter(None, above), quoted(turn, start)]


def _about(turn: Utterance) -> list[Claim]:
    words = quote_start(turn.passage, _LONGEST)
    return [Claim(wording.turn(turn), (Reference(turn, words),)), quoted(turn, words)]
