"""A conversation with its citations numbered through, for papers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ui.page.citation_text import place_text
from ui.page.conversation import Conversation, Turn
from ui.page.texts import Texts

_MARKER = re.compile(r"\[(\d{1,4})\]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A question, how it was answered, and the answer with numbers of the whole paper."""

    question: str
    status: str
    text: str


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the list of references."""

    number: int
    quote: str
    place: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A conversation as a paper."""

    title: str
    passages: tuple[Passage, ...]
    references: tuple[Reference, ...]


def paper(conversation: Conversation, texts: Texts) -> Paper:
    """The conversation with its citations numbered through.

    The same words at the same place keep their number.
    """
    numbers: dict[tuple[str, str], int] = {}
    references: list[Reference] = []
    passages = []
    for turn in conversation.turns:
        own = _numbered(turn, numbers, references)
        passages.append(_passage(turn, own, texts))
    return Paper(conversation.title, tuple(passages), tuple(references))


def _numbered(
    turn: Turn, numbers: dict[tuple[str, str], int], references: list[Reference]
) -> dict[int, int]:
    """The paper's number of each citation of an answer; adds those that are new."""
    own: dict[int, int] = {}
    for citation in turn.answer.citations if turn.answer else ():
        key = (citation.id, citation.quote)
        if key not in numbers:
            numbers[key] = len(numbers) + 1
            quote = " ".join(citation.quote.split())
            references.append(Reference(numbers[key], quote, place_text(citation)))
        own[citation.n] = numbers[key]
    return own


def _passage(turn: Turn, numbers: dict[int, int], texts: Texts) -> Passage:
    if turn.answer is None:
        return Passage(turn.question, turn.problem or texts.stopped, "")

    def renumbered(marker: re.Match[str]) -> str:
        return f"[{numbers[int(marker[1])]}]" if int(marker[1]) in numbers else marker[0]

    text = _MARKER.sub(renumbered, turn.answer.answer)
    return Passage(turn.question, texts.names.statuses[turn.answer.status], text)
