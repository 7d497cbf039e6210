"""A question as understood: what is asked, and of which documents."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.filters import EVERYTHING, UnitFilter


class QuestionKind(StrEnum):
    """What the person wants to know."""

    WHO = "who"
    REPLIED = "replied"
    OUTCOME = "outcome"
    COUNT = "count"
    LIST = "list"
    WHERE = "where"
    DEFINE = "define"
    FACT = "fact"
    SUMMARY = "summary"


class Language(StrEnum):
    """Language of the question."""

    JAPANESE = "ja"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class CommentKey:
    """A comment named in a question; without a branch it may mean several."""

    number: int
    branch: int | None = None

    def __str__(self) -> str:
        return f"{self.number}-{self.branch}" if self.branch is not None else str(self.number)


@dataclass(frozen=True, slots=True)
class Mentions:
    """The places a question names, in the order it names them.

    Attributes:
        meetings: Meeting numbers.
        sections: Normalised section numbers.
        comments: Comment keys.
        footnotes: Footnote numbers.
        turns: Numbers of turns (発言5).
    """

    meetings: tuple[int, ...] = ()
    sections: tuple[str, ...] = ()
    comments: tuple[CommentKey, ...] = ()
    footnotes: tuple[int, ...] = ()
    turns: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.meetings or self.sections or self.comments or self.footnotes)


@dataclass(frozen=True, slots=True)
class Query:
    """A question as understood.

    Attributes:
        question: As asked.
        completed: The question with what it leaves out filled in from the history.
        kind: What is asked.
        language: Language of the question.
        mentions: The places it names.
        documents: Ids of the documents it names by title, body or meeting.
        submitters: Submitters it names, as the catalog writes them.
        people: Persons of a roster it names, as the catalog writes them.
        among: Ids of the units it is confined to, where it follows an answer that listed
            them (「そのうち」); empty for no such bound.
        near: Ids of the units that the last answer named and of those that follow them, where
            the question goes on from it; empty where it stands alone.
        apart_from: Ids of the units that an earlier answer named and that are not to be
            named again (「それ以外は」).
        filters: The part of the documents it is asked of.
        english: The plainest English question that asks the same; "" for a Japanese one.
        parts: The questions asked one after the other, where it asks several; each is
            understood after those before it.
    """

    question: str
    completed: str
    kind: QuestionKind
    language: Language
    mentions: Mentions
    documents: tuple[str, ...] = ()
    submitters: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    apart_from: tuple[str, ...] = ()
    filters: UnitFilter = EVERYTHING
    english: str = ""
    parts: tuple[Query, ...] = ()

    @property
    def in_words(self) -> str:
        """The question as understood, for whoever asked: each of its parts, completed."""
        return "また、".join(part.completed for part in self.parts) or self.completed
