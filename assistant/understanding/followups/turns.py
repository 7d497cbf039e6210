"""What an earlier turn spoke of: comments, submitters, sections, meetings, people, a topic."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from assistant.minutes.called import Called, people_called
from assistant.minutes.choosing import everybody
from assistant.minutes.places import place_named
from assistant.query import Query, QuestionKind
from assistant.understanding.expected_forms import asked_term
from assistant.understanding.followups.reading import Named, own_text, read_answer
from assistant.understanding.mentions import find_mentions, fold
from assistant.understanding.vocabulary import Vocabulary
from index.documents import (
    AgendaItem,
    Comment,
    DocumentKind,
    Footnote,
    RosterEntry,
    Section,
    Slide,
    Unit,
    UnitKind,
    Utterance,
)

Item = TypeVar("Item")

_INTERROGATIVE = (
    r"誰|だれ|どなた|何|なん|いつ|どこ|どの|どう|どれ|どちら|どんな|いくつ|いくら|なぜ|全部|すべて|全て|教え"
    r"|示し|挙げ|列挙|一覧|リスト|説明|まとめ|要約|比べ|知り|見せ|お願|あり|ある|修正|反映|[?。]|$"
)
#: What a Japanese question is about: all before the particle that the asking hangs on.
_TOPIC = re.compile(
    rf"^(?P<topic>.+?)(?:について(?:は|も)?|に関して(?:は)?|(?<!こ)とは|って|には|では|は|を|が|(?<!こ)と)?"
    rf"[、,\s]*(?:{_INTERROGATIVE})"
)
# 「Xは、戦略のどこに」 is about X
_ASIDE = re.compile(r"(?<=[^、])は、?[^、は]{1,8}[のにで]$")
# 「システムをどの順に戻すかについて何を約束したか」 is about all before について
_OPEN_MATTER = re.compile(
    r"^(?P<topic>.*?(?:ど[のうれこ]|何|誰|いつ|いく|なぜ).+?か)(?:どうか)?(?:について|に関して)(?=.)"
)
# 「第5回で、Xは決まったのですか」 is about X
_WHETHER = re.compile(
    r"^(?P<topic>[^。?？]{2,60}?)は[^は、。]{2,24}(?:ですか|ますか|ましたか|のか)[。?？]*$"
)
_ONLY_A_TURN = re.compile(
    r"第\d+回会合 議事要旨 \S+(?: (?:発言|段落)\d+)?(?:の発言者|に(?:は)?|を?\S{1,6}こと)?$"
)
_NTH_ITEM = re.compile(r"目の(?:議題|案件)|(?:議題|案件)の[^、。]{1,4}目|最[初後]の(?:議題|案件)")
_PREDICATE = re.compile("です|ます|まし")
_LEAD = re.compile(
    r"^(?:先に挙げたもののほかに|では|じゃあ|それでは|なお|また|ちなみに|すみません(?:が)?)[、,\s]*"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question as understood, and what its answer named."""

    query: Query
    answer: str
    named: Named

    def of_type(self, kind: type[Unit]) -> tuple[Unit, ...]:
        """The units of a type that the answer named."""
        return tuple(unit for unit in self.named.units if isinstance(unit, kind))


def read_turn(query: Query, answer: str, vocabulary: Vocabulary) -> Turn:
    """An earlier turn with the units that its answer named."""
    return Turn(query, answer, read_answer(answer, query.documents, vocabulary))


@dataclass(frozen=True)
class Conversation:
    """The turns before a question, and what was last spoken of of each kind."""

    turns: tuple[Turn, ...]
    vocabulary: Vocabulary

    @property
    def last(self) -> Turn:
        """The turn just before the question."""
        return self.turns[-1]

    def comments(self) -> tuple[Comment, ...]:
        """The comments last spoken of: those asked about, else those the answer named."""
        return self._latest(self._comments)

    def submitters(self) -> tuple[str, ...]:
        """The submitters last spoken of."""
        return self._latest(self._submitters)

    def people(self) -> tuple[str, ...]:
        """The persons last spoken of."""
        return self._latest(self._people)

    def last_people(self) -> tuple[str, ...]:
        """The persons whom the last turn spoke of."""
        return self._people(self.last)

    def sections(self) -> tuple[Unit, ...]:
        """The sections or slides last spoken of."""
        return self._latest(self._sections)

    def footnotes(self) -> tuple[Unit, ...]:
        """The footnotes last spoken of."""
        return self._latest(self._footnotes)

    def utterances(self) -> tuple[Unit, ...]:
        """The turns of talk last spoken of."""
        return self._latest(lambda turn: turn.of_type(Utterance))

    def agenda(self) -> tuple[Unit, ...]:
        """The items of an agenda last spoken of."""
        return self._latest(self._agenda)

    def last_agenda(self) -> tuple[Unit, ...]:
        """The one item of an agenda that the last question asked for by its place."""
        asked = self.last.query.completed
        return self._agenda(self.last) if _NTH_ITEM.search(asked) else ()

    def meetings(self) -> tuple[int, ...]:
        """The numbers of the meetings last spoken of."""
        return self._latest(self._meetings)

    def documents(self) -> tuple[str, ...]:
        """Ids of the documents last spoken of."""
        return self._latest(self._documents)

    def term(self) -> str | None:
        """The term whose meaning the last question asked for."""
        query = self.last.query
        return asked_term(query.completed) if query.kind is QuestionKind.DEFINE else None

    def list_before(self) -> tuple[Unit, ...]:
        """The last list of several before the last turn, else what was asked about in turn."""
        lists = (turn.named.items for turn in reversed(self.turns[:-1]))
        return next((items for items in lists if len(items) > 1), ()) or self._one_by_one()

    def _one_by_one(self) -> tuple[Unit, ...]:
        """The comments, else the sections, that the turns spoke of one after the other."""
        for found in (self._comments, self._sections):
            each = (found(turn) for turn in self.turns)
            series = tuple(dict.fromkeys(one[0] for one in each if len(one) == 1))
            if len(series) > 1:
                return series
        return ()

    def topic(self) -> str:
        """What the last question was about, as a noun phrase; "" in another language."""
        topics = [topic_of(turn.query.completed) for turn in self.turns]
        # who said it, asked in between, is no other topic
        told = [topic for topic in topics if not _ONLY_A_TURN.match(topic)]
        return self.term() or (told or topics)[-1]

    def _latest(self, found: Callable[[Turn], tuple[Item, ...]]) -> tuple[Item, ...]:
        return next((items for turn in reversed(self.turns) if (items := found(turn))), ())

    def _comments(self, turn: Turn) -> tuple[Comment, ...]:
        catalog = self.vocabulary.library.catalog
        asked = tuple(
            comment
            for key in turn.query.mentions.comments
            for comment in catalog.comments(key.number, key.branch)
        )
        named = tuple(unit for unit in turn.named.items if isinstance(unit, Comment))
        return asked if asked and not turn.query.among else named

    def _submitters(self, turn: Turn) -> tuple[str, ...]:
        of_comments = dict.fromkeys(comment.submitter for comment in self._comments(turn))
        named = self.vocabulary.submitters_named(own_text(turn.answer))
        return turn.query.submitters or tuple(of_comments) or named

    def _people(self, turn: Turn) -> tuple[str, ...]:
        named = self.vocabulary.people_named(own_text(turn.answer))
        if 0 < len(named) <= 3:
            return named
        return turn.query.people or self._names_called(turn) or _speakers(turn)

    def called(self, question: str) -> tuple[Called, ...]:
        """Whoever a question calls by family name and office or honorific: 城戸課長."""
        called = people_called(question, everybody(self.vocabulary.library))
        return tuple(one for one in called if len(one.names) == 1)

    def _names_called(self, turn: Turn) -> tuple[str, ...]:
        return tuple(one.names[0] for one in self.called(turn.query.completed))

    def _sections(self, turn: Turn) -> tuple[Unit, ...]:
        catalog, query = self.vocabulary.library.catalog, turn.query
        asked = tuple(
            section
            for number in query.mentions.sections
            for section in catalog.sections(number, query.documents or None)[:1]
        )
        return asked or turn.of_type(Section) or turn.of_type(Slide)

    def _footnotes(self, turn: Turn) -> tuple[Unit, ...]:
        catalog, query = self.vocabulary.library.catalog, turn.query
        asked = tuple(
            footnote
            for number in query.mentions.footnotes
            for footnote in catalog.footnotes(number, query.documents or None)
        )
        return asked or turn.of_type(Footnote)

    def _agenda(self, turn: Turn) -> tuple[Unit, ...]:
        catalog, asked = self.vocabulary.library.catalog, turn.query.completed
        documents = turn.query.documents if "議題" in asked else ()
        items = tuple(i for d in documents for i in catalog.units_of(d, UnitKind.AGENDA_ITEM))
        place = place_named(asked, len(items))
        return turn.of_type(AgendaItem) or (() if place is None else (items[place],))

    def _meetings(self, turn: Turn) -> tuple[int, ...]:
        catalog = self.vocabulary.library.catalog
        held = {record.id: record.meeting for record in catalog.documents()}
        units = (*turn.of_type(Utterance), *turn.of_type(RosterEntry))
        of_units = dict.fromkeys(held[unit.id.partition("#")[0]] for unit in units)
        named = tuple(number for number in of_units if number is not None)
        return (
            turn.query.mentions.meetings or named or find_mentions(own_text(turn.answer)).meetings
        )

    def _documents(self, turn: Turn) -> tuple[str, ...]:
        of_units = dict.fromkeys(unit.id.partition("#")[0] for unit in turn.named.units)
        catalog = self.vocabulary.library.catalog
        named = tuple(d for d in of_units if catalog.document(d).kind is not DocumentKind.COMMENTS)
        called = self.vocabulary.places.documents_by_short_name(turn.query.completed)
        return turn.query.documents or called or named or tuple(of_units)


def _speakers(turn: Turn) -> tuple[str, ...]:
    """The one person whose turns an answer named; nobody where they are several people's."""
    turns = (unit for unit in turn.named.units if isinstance(unit, Utterance))
    people = tuple(dict.fromkeys(unit.attribution.person for unit in turns))
    return tuple(filter(None, people)) if len(people) == 1 else ()


def topic_of(question: str) -> str:
    """The noun phrase that a Japanese question is about; "" where none is found.

    「個人(7)の意見は何件ありますか」 gives 「個人(7)の意見」, 「…と述べたのは誰か」 gives
    「…と述べたこと」, 「…の集約化は決まったのですか」 gives 「…の集約化」.
    """
    text = _LEAD.sub("", fold(question).strip())
    match = _OPEN_MATTER.match(text) or _TOPIC.match(text)
    if match is None or _PREDICATE.search(match["topic"]):
        match = _WHETHER.match(text)
    topic = _ASIDE.sub("", match["topic"].strip("、, ")) if match else ""
    if _PREDICATE.search(topic):
        return ""
    return re.sub(r"(?<=[ぁ-ん])(?<!も)の$", "こと", topic).removesuffix("の")
