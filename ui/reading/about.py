"""What the other documents say about a section: comments, changes, mentions."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.comments.changes import is_below
from index.documents import Comment, Footnote, RosterEntry, Section, Span, Unit
from index.text.keys import find_quote, search_key
from ui.reading.shelf import Change, Shelf

_KEY_WORD = re.compile(r"[一-鿿々ァ-ヺーA-Za-z0-9・]{4,}")
_COMMON = 0.15  # a word in a larger share of all units says little about any of them
_MENTIONS = 6
_AROUND = 36  # characters of an excerpt on each side of the word


@dataclass(frozen=True, slots=True)
class Mention:
    """A place elsewhere that holds words of a section's title or terms it defines."""

    unit: Unit
    words: tuple[str, ...]
    before: str
    word: str
    after: str
    quote: Span


@dataclass(frozen=True, slots=True)
class About:
    """What is said elsewhere about one section.

    Attributes:
        comments: Comments whose 該当箇所 names exactly this section.
        below: How many more name a section below it.
        changes: Words in this section, or in its footnotes, that comments brought about.
        mentions: The places that come closest, best first.
        more_mentions: How many further places there are.
    """

    comments: tuple[Comment, ...]
    below: int
    changes: tuple[Change, ...]
    mentions: tuple[Mention, ...]
    more_mentions: int

    @property
    def changing(self) -> int:
        """How many comments changed it."""
        return len({change.comment.id for change in self.changes})

    def __bool__(self) -> bool:
        return bool(self.comments or self.below or self.changes or self.mentions)


class Surroundings:
    """What surrounds the sections of one policy."""

    def __init__(self, policy_id: str, shelf: Shelf) -> None:
        """Read the comments on a policy and the texts of all other documents."""
        self._shelf = shelf
        self._comments = [
            comment for table in shelf.tables_about(policy_id) for comment in shelf.comments(table)
        ]
        self._changes_at = shelf.changes_at(policy_id)
        units = shelf.units(policy_id)
        self._notes = [unit for unit in units if isinstance(unit, Footnote)]
        prefix = f"{policy_id}#"
        self._others = [
            (unit, key)
            for unit, key in shelf.keys
            if not unit.id.startswith(prefix) and not isinstance(unit, RosterEntry)
        ]

    def about(self, section: Section) -> About:
        """What is said elsewhere about a section."""
        exactly = tuple(found for found in self._comments if section.number in found.targets)
        aimed = {comment.id for comment in exactly}
        below = sum(
            any(is_below(target, section.number) for target in found.targets)
            for found in self._comments
            if found.id not in aimed
        )
        own = [section.id, *(note.id for note in self._notes if note.parent == section.id)]
        changes = tuple(change for unit in own for change in self._changes_at.get(unit, ()))
        ranked = [
            (unit, words)
            for unit, words in self._holding(self._key_words(section, own))
            if unit.id not in aimed
        ]
        found = (_mention(unit, words) for unit, words in ranked[:_MENTIONS])
        mentions = tuple(mention for mention in found if mention)
        return About(exactly, below, changes, mentions, len(ranked[_MENTIONS:]))

    def _key_words(self, section: Section, own: list[str]) -> tuple[str, ...]:
        """The words of a title, and the terms that the section or its notes define."""
        titled = _KEY_WORD.findall(section.title)
        defined = [found.term for found in self._shelf.definitions if found.unit.id in own]
        held = [word for word in (*titled, *defined) if len(word) > 2]
        return tuple(dict.fromkeys(held))

    def _holding(self, words: Iterable[str]) -> list[tuple[Unit, list[str]]]:
        """The units that hold some of the words, those with more and rarer words first."""
        weights: dict[str, float] = {}
        met: dict[str, tuple[Unit, list[str]]] = {}
        for word in words:
            key = search_key(word)
            holding = [unit for unit, text in self._others if key in text]
            if not 0 < len(holding) <= _COMMON * len(self._others) + 1:
                continue
            weights[word] = math.log(1 + len(self._others) / len(holding))
            for unit in holding:
                met.setdefault(unit.id, (unit, []))[1].append(word)
        return sorted(met.values(), key=lambda pair: -sum(weights[word] for word in pair[1]))


def _mention(unit: Unit, words: list[str]) -> Mention | None:
    """Where the first of the words stands in a unit."""
    quote = find_quote(words[0], unit.passage)
    if quote is None:
        return None
    place = unit.text.find(quote.text)
    end = place + len(quote.text)
    return Mention(
        unit,
        tuple(words),
        unit.text[max(place - _AROUND, 0) : place],
        quote.text,
        unit.text[end : end + _AROUND],
        Span(quote.start, quote.end),
    )
