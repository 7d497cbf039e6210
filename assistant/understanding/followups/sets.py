"""Questions about a part of what was listed: 「そのうち」「2番目」「それ以外は」."""

from __future__ import annotations

import re

from assistant.minutes.attendance import asks_who_attended, may_ask_who_attended
from assistant.understanding.followups import cues
from assistant.understanding.followups.naming import (
    MOST_NAMES,
    joined_names,
    meeting_name,
)
from assistant.understanding.followups.part import Part
from assistant.understanding.followups.pronouns import goes_on_about_speaker
from assistant.understanding.followups.turns import Conversation, Turn, topic_of
from assistant.understanding.mentions import find_mentions, fold
from index.documents import Comment, RosterEntry, Section, Unit
from index.library import Library

PAIR = 2
_LONGEST_TOPIC = 40  # characters of a set's description; a longer one is told by its members
_COMMENTS = re.compile(r"意見|コメント|パブコメ")
_INDIVIDUAL = re.compile(r"個人(?!情報|\()")
_ORGANISATION = re.compile(r"企業|団体|会社", re.IGNORECASE)
_OTHER_SENDERS = re.compile(
    r"^(?:(?:それ|これ|そこ|その人|その会社|同社)以外の|(?:その)?(?:ほか|他)の|残りの)"
    r"(?P<kind>個人|企業|団体|会社|提出者|人|方)(?:たち|の意見)?(?:は|から|だと|の?場合)(?:は|の意見は)?"
)
_ALL = re.compile(r"すべて|全て|ど[のれん]")
_WHICH = re.compile(r"^(?:(?:どんな|どのような)(?:意見|もの|こと).*|意見(?:は|を).*)$")
# 「一番多いのは」, 「2番目に多いのはどれ」, 「多い順に並べて」
_RANKING = re.compile(
    r"^(?:(?:どれ|どこ|何|どちら)が、?)?(?:(?:件数|数)[がの])?"
    r"(?:最も|一番|いちばん|もっとも|(?:\d+|[二三四五])番目に)?(?:多|少な)(?:い|かった)(?:の|もの|順|で|[?。]|$)"
)
_HEADING = re.compile(r"(?<=\d)の(?:見出し|題名|標題|タイトル)$")
_COUNTED = re.compile(r"[（(]\d+件[）)]$")
#: Stands between a set and what is asked of it, in a completed question.
PART = "のうち、"


def narrowed(question: str, talk: Conversation) -> Part | None:
    """「そのうち…」: the question, confined to what the last answer listed."""
    rest = _rest_of_narrowing(question, talk)
    told = not talk.last.named.items and not talk.last.query.among and not find_mentions(question)
    if told and _RANKING.match(question) and talk.topic():
        return Part(_of_set(talk.topic(), question))  # of what the answer told in its own words
    if rest is None:
        return None
    if cues.AMONG.match(question) is None and _asks_of_the_same_set(question, talk):
        whole = fold(talk.last.query.completed).rpartition(PART)[0]
        return Part(f"{whole}{PART}{rest}", talk.last.query.among)
    items = listed(talk)
    if find_mentions(rest).meetings and (len(items) < PAIR or _is_elsewhere(rest, items, talk)):
        return Part(_of_set(talk.topic() or _describe(items, talk.last), rest))
    return Part(_of_set(_describe(items, talk.last), rest), _ids(items))


def _is_elsewhere(question: str, items: tuple[Unit, ...], talk: Conversation) -> bool:
    """Whether a question names meetings whose minutes have none of what was listed."""
    meetings = find_mentions(question).meetings
    asked = talk.vocabulary.meetings_held(meetings, question)
    return not any(unit.id.partition("#")[0] in asked for unit in items)


def _rest_of_narrowing(question: str, talk: Conversation) -> str | None:
    match = cues.AMONG.match(question)
    if match:
        return question[match.end() :]
    many = cues.MANY.match(question)
    if many and len(listed(talk)) > MOST_NAMES:
        return f"すべて{question[many.end() :]}"
    if _asks_of_the_same_set(question, talk):
        return question
    elsewhere = find_mentions(question).meetings or may_ask_who_attended(question)
    is_member = cues.BARE_MEMBER.search(question) and _is_bare(question) and not elsewhere
    if not is_member or len(listed(talk)) < PAIR or _names_another_sender(question, talk):
        return None
    return question


def _asks_of_the_same_set(question: str, talk: Conversation) -> bool:
    """「賛同されたものは？」 after 「そのうち修正されたものは？」: of the same set."""
    same = talk.last.query.among and PART in fold(talk.last.query.completed)
    return bool(same and cues.BARE_MEMBER.search(question) and _is_bare(question))


def _is_bare(question: str) -> bool:
    """Whether the question names no set of its own: 「修正された意見はどれ」 names all comments."""
    return not _COMMENTS.search(question)


def _names_another_sender(question: str, talk: Conversation) -> bool:
    """「BSAのは？」 after the comments of one other: of which none can be theirs."""
    named, before = talk.vocabulary.submitters_named(question), talk.last.query.submitters
    return bool(named and before) and not set(named) & set(before)


def listed(talk: Conversation) -> tuple[Unit, ...]:
    """What the last answer listed; where it lists nothing, what its question selects."""
    items, library = talk.last.named.items, talk.vocabulary.library
    if talk.last.query.mentions.sections and not any(isinstance(u, Comment) for u in items):
        items = talk.sections()[:1] or items
    if len(items) == 1 and isinstance(items[0], Section):
        return library.catalog.children(items[0].id) or items
    return items if len(items) > 1 else _asked_of(talk.last, library) or items


def _asked_of(turn: Turn, library: Library) -> tuple[Unit, ...]:
    """The comments that a question of a submitter, a kind of submitter or a section is about."""
    query, catalog = turn.query, library.catalog
    text = query.completed
    if query.among:
        return catalog.units(query.among)
    if query.mentions.comments:
        keys = query.mentions.comments
        return tuple(c for key in keys for c in catalog.comments(key.number, key.branch))
    if query.mentions.meetings and _asks_for_people(text):
        people = (entry for document in query.documents for entry in catalog.roster(document))
        return tuple(entry for entry in people if entry.attended)
    if not _COMMENTS.search(text) and not query.submitters:
        return ()
    found = catalog.all_comments()
    if query.submitters:
        found = tuple(comment for comment in found if comment.submitter in query.submitters)
    elif query.mentions.sections:
        numbers = query.mentions.sections
        found = tuple(c for c in found if any(_is_on(c, number) for number in numbers))
    elif _INDIVIDUAL.search(text) and not _ORGANISATION.search(text):
        found = tuple(c for c in found if c.submitter_kind.value == "individual")
    elif _ORGANISATION.search(text) and not _INDIVIDUAL.search(text):
        found = tuple(c for c in found if c.submitter_kind.value == "organisation")
    return found


def _asks_for_people(text: str) -> bool:
    return asks_who_attended(text) or may_ask_who_attended(text)


def _is_on(comment: Comment, number: str) -> bool:
    return any(re.match(rf"{re.escape(number)}(?!\d)", target) for target in comment.targets)


def _describe(items: tuple[Unit, ...], turn: Turn) -> str:
    """The set in words: as the question of its turn put it, else by its members."""
    topic = _in_words(turn)
    if items and isinstance(items[0], RosterEntry) and not asks_who_attended(topic):
        meetings = "と".join(map(meeting_name, turn.query.mentions.meetings))
        return f"{meetings}の出席者" if meetings else joined_names(items)
    if not items:
        return topic or "先に挙げたもの"
    if topic and len(topic) <= _LONGEST_TOPIC and not _points_elsewhere(topic):
        if not isinstance(items[0], Comment):
            return topic
        if topic.endswith(("件)", "件）")):
            return topic
        whose = topic if _COMMENTS.search(topic) else f"{topic}の意見"
        return f"{whose}（{len(items)}件）"
    return joined_names(items)


def _in_words(turn: Turn) -> str:
    """What a turn listed: 「修正された意見」 after 「…のうち、修正されたものは」."""
    whole, _, asked = fold(turn.query.completed).rpartition(PART)
    topic = _HEADING.sub("", re.sub("もの$", "意見", topic_of(asked)))
    return _COUNTED.sub("", whole) if whole and (not topic or _ALL.match(topic)) else topic


def _points_elsewhere(topic: str) -> bool:
    return PART in topic or topic.endswith(("回答", "理由", "こと"))


def _of_set(members: str, rest: str) -> str:
    return f"{members}{PART}{rest}"


def asked_of_the_set(completed: str) -> str:
    """What a narrowed question asks, without the set it is asked of."""
    return completed.rpartition(PART)[2]


def the_rest(question: str, talk: Conversation) -> Part | None:
    """「それ以外は」: the same question of what the last answer did not name."""
    others = _of_other_senders(question, talk)
    match = cues.REST.match(question)
    if others is not None or not match or goes_on_about_speaker(question, talk):
        return others
    last, asked = talk.last, question[match.end() :].strip("、,。?？ ")
    items, among = last.named.items, last.query.among
    if asked and len(items) < PAIR and not isinstance(next(iter(items), None), Comment):
        return None  # nothing was listed: 「残りはいつ終わるか」 asks of what was told
    wider, words = _wider(talk)
    if items and isinstance(items[0], Comment) and wider:
        left = tuple(unit for unit in wider if unit.id not in _ids(items))
        whole = f"{words}（{joined_names(items)}以外の{len(left)}件）"
        text = f"{whole}{PART}{asked or 'すべてを挙げてください。'}"
        return Part(text, _ids(left), _ids(items))
    if items and isinstance(items[0], RosterEntry) and among:
        people = fold(last.query.completed).rpartition(PART)[0]
        return Part(f"{people}で、先に挙げた人以外は誰ですか。", among, _ids(items))
    text = f"先に挙げたもののほかに、{last.query.completed}"
    return Part(text, among, _ids(last.named.units))


def _of_other_senders(question: str, talk: Conversation) -> Part | None:
    """「それ以外の個人は」 after the comments of one: those of all others of that kind."""
    match = _OTHER_SENDERS.match(question)
    known = talk.last.query.submitters
    if match is None or not known or talk.last.query.among:
        return None
    kind = match["kind"]
    left = tuple(
        comment
        for comment in talk.vocabulary.library.catalog.all_comments()
        if comment.submitter not in known and _is_of_kind(comment, kind)
    )
    whose = kind if _INDIVIDUAL.match(kind) else "企業・団体" if _ORGANISATION.match(kind) else ""
    whole = f"{whose or 'すべて'}の意見（{'と'.join(known)}以外の{len(left)}件）"
    rest = question[match.end() :].strip("、,。?？ ") or "すべてを挙げてください。"
    ids = tuple(unit.id for unit in talk.last.named.items)
    return Part(f"{whole}{PART}{rest}", _ids(left), ids)


def _is_of_kind(comment: Comment, kind: str) -> bool:
    if _INDIVIDUAL.match(kind):
        return comment.submitter_kind.value == "individual"
    return not _ORGANISATION.match(kind) or comment.submitter_kind.value == "organisation"


def _wider(talk: Conversation) -> tuple[tuple[Unit, ...], str]:
    """The set that the last answer took a part of, and its name."""
    query, library = talk.last.query, talk.vocabulary.library
    if query.among:
        whole = fold(query.completed).rpartition(PART)[0]
        return library.catalog.units(query.among), _COUNTED.sub("", whole)
    items = talk.last.named.items
    for turn in reversed(talk.turns[:-1] if query.mentions.comments else ()):
        if len(turn.named.items) > len(items) and set(items) <= set(turn.named.items):
            return turn.named.items, re.sub(r"（\d+件）$", "", _describe(turn.named.items, turn))
    if query.mentions.comments and talk.submitters():
        name = talk.submitters()[0]
        return library.catalog.comments_by(name), f"{name}の意見"
    topic = talk.topic()
    return _asked_of(talk.last, library), topic if _COMMENTS.search(topic) else "意見"


def others_of(question: str, talk: Conversation) -> Part | None:
    """「個人(9)はほかにどんな意見を出していますか」: that submitter's other comments."""
    match = cues.OTHERS_OF.match(question)
    if match is None:
        return None
    who = match["who"]
    if who == "提出者":
        who = "と".join(talk.submitters())
    names = talk.vocabulary.submitters_named(who)
    if not names:
        return None
    catalog = talk.vocabulary.library.catalog
    known = talk.comments()
    left = [c for name in names for c in catalog.comments_by(name) if c not in known]
    here = tuple(comment for comment in known if comment.submitter in names)
    asked = _WHICH.sub("どのようなものがありますか。", match["asked"])
    whole = f"{who}の意見（{joined_names(here)}以外の{len(left)}件）"
    text = f"{whole}{PART}{asked}"
    return Part(text, tuple(comment.id for comment in left), _ids(here))


def _ids(units: tuple[Unit, ...]) -> tuple[str, ...]:
    return tuple(unit.id for unit in units)
