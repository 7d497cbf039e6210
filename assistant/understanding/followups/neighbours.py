"""Questions about what stands next to what was spoken of: 「次の発言は？」「前の回は？」."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.minutes.places import place_named
from assistant.minutes.points import ASKED_POINT, points_of
from assistant.policies.nth_listed import lists_of
from assistant.understanding.followups import cues
from assistant.understanding.followups.naming import meeting_name, unit_name
from assistant.understanding.followups.part import Part
from assistant.understanding.followups.pronouns import what_was_said
from assistant.understanding.followups.reading import own_text
from assistant.understanding.followups.turns import Conversation
from assistant.understanding.mentions import find_mentions, fold
from assistant.understanding.numerals import value_of
from index.documents import AgendaItem, Comment, Footnote, Section, Slide, Unit, Utterance

_KINDS: dict[str, type[Unit]] = {
    "発言": Utterance,
    "意見": Comment,
    "コメント": Comment,
    "脚注": Footnote,
    "注": Footnote,
    "注釈": Footnote,
    "節": Section,
    "項": Section,
    "項目": Section,
    "スライド": Slide,
    "議題": AgendaItem,
    "案件": AgendaItem,
}
_IN_A_TEXT = re.compile(
    r"(?:戦略|計画|方針|案|文書|資料|スライド|会[合議]|議事要旨|回答)(?:の(?:中|ほう|方))?(?:では|には|で|に)"
)
_FEW = 2  # places beside which the rest of what is told stands
_MEETINGS = ("回", "会合", "会議")
_BEHIND = ("次", "後", "後ろ", "あと", "先", "続く")
# 「その次の(2)」「同じ節の(3)」「iiは」: a section by the end of its number
_ENDING = re.compile(
    r"^(?:(?:その|この)?(?:すぐ)?(?:次|後|あと|前)の|(?:その|この|同じ)(?:節|項|章|中)?の|続く|続いて)?"
    r"(?P<end>\(\d+\)|(?:viii|vii|vi|iv|ix|iii|ii|i|v|x)(?![a-z]))(?=[はもでのを、?]|に[はつ]|$)"
)
# 「その次に挙がっている原則」: the section after the one of a list that is so called
_IN_THE_LIST = re.compile(
    r"^(?:(?:その|この)(?:すぐ)?|すぐ)?(?P<way>次|前|後|あと)"
    r"(?:の|に(?:挙|掲|並|来|く|書|示|説|出)[^、。]{1,8}?)(?P<what>[一-鿿ァ-ヶー]{2,8})(?=[はもがをのに])"
)

_COUNTED = re.compile(r"(\d+|[一二三四五六七八九十])(?:つ|個|項目|点)(?!目)")
_SO_MANY = re.compile(r"^(?:その)?\d+(?:つ|個|項目|点)の(?:うちの?)?")  # 「4項目の2つ目」
_LAST_NUMBER = re.compile(r"(?P<number>\d+)(?P<end>\)?)$")
# what came of a matter, and of which it is not said
_AT_MEETING = re.compile(
    r"(?P<meeting>第\d+回(?:の?会[合議])?)(?:では|にて|でも|で|には|に|は|の)?(?:、|\s)*"
)
_GOES_ON = re.compile(
    r"(?:その|この|同じ)(?:後|件|話|問題|点|課題|指摘|意見|提案|要望)|それから|以後|続報|(?:状況|経過|進捗|進み具合)(?:は|が)"
    r"|どう(?:なっ|なり|進)"
)
# whether something came true, and nothing more
_CAME_OF_IT = re.compile(
    r"^(?!.*(?:いつ|いくら|何|誰|どこ|なぜ|どの)).*(?:間に合[っいわ]|実現(?:し|でき|され)|果た(?:し|さ)|守られ|完成し"
    r"|達成(?:し|でき|され)|結局|その後|どうなっ|でき(?:た|まし)|終わ(?:った|りまし)|済(?:んだ|みまし))"
)
_IS_OPEN = re.compile(r"ど[のうれこ]|何|誰|いつ|いく")  # told by the answer alone
_AFTERWARDS = re.compile(r"^(?:その後|それから|以後|結局)(?:は|、)*")
_ONLY_AFTERWARDS = re.compile(
    rf"(?:{_AFTERWARDS.pattern})?(?:どうな(?:った|りまし|っ)|進展|経過|状況|いかが)[^、。]{{0,14}}[?。]*$"
)
_SPEAKER = re.compile(r"^[^はが、]{1,16}(?:長|委員|大臣|政務官|教授|監|氏|さん)[はが]、?")
_MATTER = re.compile(r"(?P<matter>.{2,60}?)(?:について|に関し|に関する|をめぐ|に対す|に対し|$)")


def next_to(question: str, talk: Conversation) -> str | None:
    """The question with the name of the next or previous of its kind."""
    match = cues.NEIGHBOUR.match(question)
    if match is None:
        return _next_of_list(question, talk)
    step = _steps(match) if match["way"].endswith(_BEHIND) else -_steps(match)
    rest = question[match.end() :]
    kind = _KINDS.get(match["what"] or "") or _KINDS.get(_asked_by_number(talk))
    if kind is None:
        return None
    of_sender = match["same"] is not None and kind is Comment
    unit = _neighbour(kind, step, talk, of_sender=of_sender)
    if isinstance(unit, AgendaItem) and talk.meetings():
        return f"{meeting_name(talk.meetings()[0])}の{_number_of(unit, talk)}番目の議題{rest}"
    name = unit_name(unit) if unit else _beyond_the_end(kind, step, talk)
    return f"{name}{rest}" if name else None


def _beyond_the_end(kind: type[Unit], step: int, talk: Conversation) -> str:
    """The footnote or section that would stand next, of which the premise is wrong."""
    here = _spoken_of(kind, talk) if kind in (Footnote, Section) else ()
    last = _LAST_NUMBER.search(here[0].label) if here else None
    if not here or last is None or int(last["number"]) + step < 0:
        return ""
    label = here[0].label
    return f"{label[: last.start('number')]}{int(last['number']) + step}{last['end']}"


def _number_of(item: AgendaItem, talk: Conversation) -> int:
    """The place of an item in its agenda, from 1."""
    catalog = talk.vocabulary.library.catalog
    items = catalog.units_of(item.id.partition("#")[0], item.kind)
    return [one.id for one in items].index(item.id) + 1


def _steps(match: re.Match[str]) -> int:
    return value_of(match["steps"]) if match["steps"] else 1 + bool(match["two"])


def _asked_by_number(talk: Conversation) -> str:
    """What the last question named by its number; "" where it named nothing so."""
    mentions = talk.last.query.mentions
    if talk.last_agenda():
        return "議題"
    named = (
        (mentions.turns, "発言"),
        (mentions.comments, "意見"),
        (mentions.footnotes, "脚注"),
        (mentions.sections, "節"),
        (mentions.meetings, "会合"),
    )
    return next((what for numbers, what in named if numbers), "")


def _next_of_list(question: str, talk: Conversation) -> str | None:
    match = _IN_THE_LIST.match(fold(question))
    beside, place = _asked_by_place(talk)
    here = beside[place : place + 1] or talk.sections()[:1] if match else ()
    parent = here[0].parent if here else None
    if match is None or parent is None:
        return None
    above = talk.vocabulary.library.catalog.unit(parent)
    if not isinstance(above, Section) or not above.title.endswith(match["what"]):
        return None
    unit = _beside(here[0], 1 if match["way"].endswith(_BEHIND) else -1, talk)
    return f"{unit_name(unit)}{fold(question)[match.end() :]}" if unit else None


def counted_with(talk: Conversation) -> tuple[Unit, ...]:
    """The sections of which the last question asked for one by its place: 「1つ目の目標は」."""
    beside, _ = _asked_by_place(talk)
    return beside


def _asked_by_place(talk: Conversation) -> tuple[tuple[Unit, ...], int]:
    """The sections of a list of which one was asked for by its place, and that place."""
    asked = fold(talk.last.query.completed)
    for section in reversed(talk.last.of_type(Section)):  # an answer names the list first
        beside = talk.vocabulary.library.catalog.children(section.parent) if section.parent else ()
        place = place_named(asked, len(beside))
        if place is not None and beside[place].id == section.id:
            return beside, range(len(beside))[place]
    return (), 0


def named_by_ending(question: str, talk: Conversation) -> str | None:
    """The question with the whole name of a section that it calls by the end of its number.

    It stands beside the section last spoken of, or below it.
    """
    text = fold(question)
    match = _ENDING.match(text)
    here = talk.sections()[:1] if match else ()
    if match is None or not here or not isinstance(here[0], Section):
        return None
    catalog = talk.vocabulary.library.catalog
    beside = catalog.children(here[0].parent) if here[0].parent else ()
    for section in (*beside, *catalog.children(here[0].id)):
        if section.number.endswith(match["end"]) and section.id != here[0].id:
            return f"{unit_name(section)}{text[match.end() :]}"
    number = here[0].number if match.start("end") else ""
    beyond = re.sub(r"\(\d+\)$", match["end"], number)
    if beyond == number or not match["end"].startswith("("):
        return None
    return f"{unit_name(here[0]).removesuffix(number)}{beyond}{text[match.end() :]}"


def next_meeting(question: str, talk: Conversation) -> str | None:
    """The question with the number of the next or previous meeting: 「前の回では？」."""
    match = cues.NEIGHBOUR.match(question)
    meetings = talk.meetings()
    what = (match["what"] or _asked_by_number(talk)) if match else ""
    if match is None or what not in _MEETINGS or not meetings:
        return None
    step = _steps(match) if match["way"].endswith(_BEHIND) else -_steps(match)
    return f"{meeting_name(meetings[0] + step)}{question[match.end() :]}"


def continued(question: str, talk: Conversation) -> str | None:
    """「第6回では、その後どうなったか」: the question with the matter last spoken of."""
    text = _AFTERWARDS.sub("", fold(question))
    match = _AT_MEETING.match(text)
    matter = _matter(talk) if match else ""
    if match is None or not matter or not _GOES_ON.match(text[match.end() :]):
        return None
    return f"{match['meeting']}で、{matter}について、{text[match.end() :]}"


def _matter(talk: Conversation) -> str:
    """The last topic without who spoke of it, and at which meeting."""
    topic = _AT_MEETING.sub("", _SPEAKER.sub("", talk.topic()))
    match = _MATTER.match(topic)
    matter = match["matter"].rstrip("はがをに、") if match else ""
    return what_was_said(talk) if _IS_OPEN.search(matter) else matter


def told_later(question: str, part: Part, talk: Conversation) -> Part:
    """What came of a remark is told elsewhere than in it: 「それは間に合ったのか」."""
    said = tuple(unit.id for unit in talk.last.of_type(Utterance))
    text = fold(question)
    if part.among or not said or find_mentions(question) or not _CAME_OF_IT.search(text):
        return part
    matter = _matter(talk) if _ONLY_AFTERWARDS.match(text) else ""
    return Part(f"{matter}について、その後の状況" if matter else part.text, apart_from=said)


def named_and_next(question: str, talk: Conversation) -> tuple[str, ...]:
    """Ids of the places that the last answer named, and of the turns of talk behind these.

    None where the question says itself where to look: 「できあがった戦略では何回に」.
    """
    if find_mentions(question) or _IN_A_TEXT.search(fold(question)):
        return ()
    catalog = talk.vocabulary.library.catalog
    named = [
        unit
        for unit in talk.last.named.units
        if isinstance(unit, Utterance | Footnote | Section) and not catalog.children(unit.id)
    ]
    if not 0 < len(named) <= _FEW:
        return ()
    next_turns = (_beside(unit, 1, talk) for unit in named if isinstance(unit, Utterance))
    return tuple(dict.fromkeys(unit.id for unit in (*named, *filter(None, next_turns))))


def point_of_turn(question: str, talk: Conversation) -> str | None:
    """「4つ目は」 of the points or items of the only remark or section that an answer named."""
    text, named = fold(question), talk.last.named.units
    if len(named) != 1 or find_mentions(question):
        return None
    unit = named[0]
    if isinstance(unit, Utterance):
        match, several = ASKED_POINT.search(text), len(list(points_of(unit))) > 1
        return f"{unit_name(unit)}の{text[match.start() :]}" if match and several else None
    match, lists = cues.ORDINAL.match(_SO_MANY.sub("", text)), list(lists_of(unit))
    if match and isinstance(unit, Comment) and _SO_MANY.match(text):
        return f"{unit_name(unit)}に挙げられた{text}"
    if match is None or not lists or talk.vocabulary.library.catalog.children(unit.id):
        return None
    told = {value_of(counted) for counted in _COUNTED.findall(own_text(talk.last.answer))}
    size = next((len(items) for items in lists if len(items) in told), None)
    return f"{unit_name(unit)}の{f'{size}項目の' if size else ''}{text}"


def _neighbour(
    kind: type[Unit], step: int, talk: Conversation, *, of_sender: bool = False
) -> Unit | None:
    here = _spoken_of(kind, talk)
    if not here:
        return None
    return _beside(here[-1] if step > 0 else here[0], step, talk, of_sender=of_sender)


def _beside(at: Unit, step: int, talk: Conversation, *, of_sender: bool = False) -> Unit | None:
    catalog = talk.vocabulary.library.catalog
    same = [
        unit
        for unit in catalog.units_of(at.id.partition("#")[0], at.kind)
        if not isinstance(unit, Section) or unit.parent == at.parent
        if not (of_sender and isinstance(at, Comment) and isinstance(unit, Comment))
        or unit.submitter == at.submitter
    ]
    place = [unit.id for unit in same].index(at.id) + step
    return same[place] if 0 <= place < len(same) else None


def _spoken_of(kind: type[Unit], talk: Conversation) -> Sequence[Unit]:
    found = {
        Utterance: talk.utterances,
        Comment: talk.comments,
        Footnote: talk.footnotes,
        Section: talk.sections,
        Slide: talk.sections,
        AgendaItem: talk.agenda,
    }[kind]()
    return [unit for unit in found if isinstance(unit, kind)]
