"""People whom a question calls by name: 遠藤さん, 岸本局長, 林先生, or the name alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.understanding.mentions import fold
from index.documents import RosterEntry
from index.text.morphology import NameKind, content_words, proper_names

_HONORIFIC = (
    r"さん|氏(?!名)|様(?!式|々)|殿|先生|委員(?!会|長)|構成員|議員|という(?:人|方|者|姓|名字|苗字)"
)
_OFFICE = (
    r"総理(?!大臣|府)|首相|大臣(?!政務官)|政務官|長官補?|副長官補?|補佐官|局長|部長|課長|室長|教授|社長|会長|理事長?|議長"
    r"|座長|市長|知事|教育長|主任|弁護士"
)
_LETTER = r"[一-鿿々ヶァ-ヶー]"
_TITLED = re.compile(
    rf"(?P<run>{_LETTER}{{1,12}}?)(?:(?P<honorific>{_HONORIFIC})|(?P<office>{_OFFICE})(?![一-鿿]))"
)


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody whom a question calls by name.

    Attributes:
        written: As the question calls the person.
        family: The letters of the name that it gives.
        entries: All entries of rosters that may be meant; none for somebody of no roster.
    """

    written: str
    family: str
    entries: tuple[RosterEntry, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The different people who may be meant."""
        return tuple(dict.fromkeys(entry.name for entry in self.entries))


def people_called(
    question: str, entries: Sequence[RosterEntry], full_names: Iterable[str] = ()
) -> tuple[Called, ...]:
    """Those of the rosters whom a question calls by name.

    Args:
        question: The question.
        entries: Everybody of all rosters.
        full_names: Names of them that the question holds in full.
    """
    text = fold(question)
    found = []
    for name in full_names:
        loose = re.compile(r"\s*".join(map(re.escape, name)))
        text = loose.sub("、", text)
        found.append(Called(name, name, tuple(entry for entry in entries if entry.name == name)))
    for match in _TITLED.finditer(text):
        called = _titled(match, entries)
        if called is not None:
            found.append(called)
    text = _without(text, found)
    for word in content_words(text):
        beside = text[word.start - 1 : word.start] + text[word.end : word.end + 1]
        if word.is_name and not re.search("[一-鿿々]", beside):
            bearers = tuple(entry for entry in entries if entry.name.startswith(word.surface))
            if bearers:
                found.append(Called(word.surface, word.surface, bearers))
    return tuple(found)


def _without(text: str, found: Iterable[Called]) -> str:
    for called in found:
        text = text.replace(called.written, "、")
    return text


def _titled(match: re.Match[str], entries: Sequence[RosterEntry]) -> Called | None:
    """The bearers of a name that stands before an honorific or an office of theirs."""
    run, office = match["run"], match["office"] or ""
    for start in range(len(run)):
        for end in range(len(run), start, -1):
            family, held = run[start:end], run[end:] + office
            if len(family) == 1 and start:
                continue  # one letter in the middle of a word is no name
            bearers = tuple(
                entry
                for entry in entries
                if entry.name.startswith(family)
                and (not held or any(held in fold(printed) for printed in entry.offices))
            )
            if bearers:
                return Called(match.group()[start:], family, bearers)
    is_stranger = match["honorific"] and any(
        name.kind is NameKind.PERSON and name.end == len(run) for name in proper_names(run)
    )
    return Called(match.group(), run, ()) if is_stranger else None
