"""Finds the names of the catalog in an English question: people, submitters, bodies, titles.

A name is found as it is printed, by the sound of its reading, or because its words, put in
Japanese one by one, give it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property, partial
from itertools import islice, product

from assistant.understanding.from_english.lexicon import is_term, renderings
from assistant.understanding.from_english.loanwords import outside_printed_name
from assistant.understanding.from_english.name_parts import orders, parts, runs, told_by_words
from assistant.understanding.from_english.sounds import (
    consonants_of_english,
    consonants_of_katakana,
    plain,
    romaji,
)
from assistant.understanding.vocabulary import Vocabulary, submitter_core, title_core
from index.text.morphology import readings

_RUN = re.compile(
    r"(?<![A-Za-zァ-ヶー一-鿿])(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s+)?[A-Z][\w&'/-]*(?:(?:\s+(?:of|for|and|on|the)){0,2}\s+[A-Z][\w&'/-]*)*"
)
_A_BODY = re.compile(
    r"\b(?:the|an?) (?P<name>(?:[a-z]+ ){1,3}"
    r"(?:association|federation|union|league|council|society|cooperative))\b"
)
_NO_NAMES_TEXT = (
    "who what which when where why how did does do is are was were has have had can could "
    "list show tell give compare summarize summarise describe explain define please and the "
    "in on at of for from to by then also a an i it this that those these they he she"
)
_NO_NAMES = frozenset(_NO_NAMES_TEXT.split())
_JAPANESE = re.compile(r"[一-鿿々ァ-ヶーぁ-ん]")
_KATAKANA = re.compile(r"[ァ-ヶー・]+")
_TITLES = {"mr": "氏", "ms": "氏", "mrs": "氏", "dr": "氏", "prof": "教授"}
_OFFICE = re.compile(r"(?:大臣|総理|長官|長|官|委員|構成員|教授|議員|知事|補)$")
_LEGAL_TEXT = "inc ltd limited corp corporation co company kk llc the group japan"
_LEGAL = frozenset(_LEGAL_TEXT.split())
_POSSESSIVE = "'s"
_LONG_ENDING = 5
_VOICED = 0.88  # likeness of a word and its reading alone: tonarigumi, となり + クミ
_SPELLING = 0.8  # likeness of two spellings of one reading (Hiwatari, Hiwatashi)
_LEAST_CONSONANTS = 3
_LEAST_SIMILARITY = 0.5
_READINGS = 400  # renderings of one run that are tried


@dataclass(frozen=True)
class Names:
    """The names of one library as an English question may write them."""

    vocabulary: Vocabulary

    def put_in(self, question: str) -> str:
        """The question with each name it holds as the catalog writes it."""
        text = question
        for name in self._latin:
            text = re.sub(rf"(?<![\w]){re.escape(name)}(?![\w])", name, text, flags=re.IGNORECASE)
        text = _A_BODY.sub(self._told, text)
        put = partial(_RUN.sub, lambda match: self._run(match.group(), text))
        return outside_printed_name(text, put, self.vocabulary.library)

    def _told(self, match: re.Match[str]) -> str:
        """A submitter called by what it is: the shopping street association."""
        return told_by_words(match["name"], self._organisations) or match.group()

    def _run(self, run: str, text: str) -> str:
        """A run of capitalised words with the longest name in it replaced."""
        words = run.split()
        for length in range(len(words), 0, -1):
            for start in range(len(words) - length + 1):
                part = words[start : start + length]
                if part[0].casefold().rstrip(".") in _NO_NAMES or part[-1].casefold() in _NO_NAMES:
                    continue
                name, ending = self._name(part), ""
                if name is None and part[-1].endswith(_POSSESSIVE):
                    name = self._name([*part[:-1], part[-1].removesuffix(_POSSESSIVE)])
                    ending = _POSSESSIVE
                if name is not None:
                    before, after = words[:start], words[start + length :]
                    return self._joined(before, name, ending, after, text)
        return self._stranger(words) or run

    def _stranger(self, words: list[str]) -> str | None:
        """Tanaka氏 for Mr. Tanaka, whom no document names, so that the name is seen as one."""
        *title, family = words
        office = _office(" ".join(title))
        return f"{family}{office}" if office and not renderings(family.casefold()) else None

    def _joined(
        self, before: list[str], name: str, ending: str, after: list[str], text: str
    ) -> str:
        """The name with the office before it behind it, as Japanese has it."""
        head = before
        for length in range(len(before), 0, -1):
            office = _office(" ".join(before[-length:]))
            if office:
                name, head = f"{name}{office}", before[:-length]
                break
        else:
            name = f"{name}氏" if name in self._families.values() else name
        front = self._run(" ".join(head), text) if head else ""
        back = self._run(" ".join(after), text) if after else ""
        return " ".join(filter(None, (front, name + ending, back)))

    def _name(self, words: list[str]) -> str | None:
        spelled = " ".join(words)
        return (
            self._person(words)
            or self._composed(spelled)
            or self._by_sound(words)
            or told_by_words(spelled, self._organisations)
            or self._by_meaning(words)
            or self._place(words)
        )

    def _person(self, words: list[str]) -> str | None:
        sound = "".join(map(plain, words))
        if sound in self._full_names:
            return self._full_names[sound]
        if len(words) > 1 or renderings(words[0].casefold()):
            return None
        close = get_close_matches(sound, self._families, n=1, cutoff=_SPELLING)
        return self._families[close[0]] if close else None

    def _composed(self, spelled: str) -> str | None:
        """The name that the words give in Japanese, each in one of its renderings."""
        for order in orders(spelled):
            choices = [self._choices(part) for part in parts(order)]
            for chosen in islice(product(*choices), _READINGS):
                core = submitter_core("".join(chosen))
                name = self._printed.get(core) or self._ending_in(core)
                if name:
                    return name
        return None

    def _choices(self, part: str) -> Iterable[str]:
        if is_term(part) or not self._words:
            return renderings(part)
        sound = plain(part)
        read = self._words.get(sound) or next(
            (self._words[near] for near in get_close_matches(sound, self._words, 1, _VOICED)), ""
        )
        known = renderings(part)
        return tuple(filter(None, (read, *known))) if read or known else (part,)

    def _ending_in(self, core: str) -> str | None:
        """The one body or title that ends in these words, as after the name of a city."""
        if len(core) < _LONG_ENDING:
            return None
        found = [name for key, name in self._printed.items() if key.endswith(core)]
        return found[0] if len(found) == 1 else None

    def _by_sound(self, words: list[str]) -> str | None:
        """A submitter of whose name some words are the sound and the others the meaning."""
        for start in range(len(words)):
            for end in range(len(words), start, -1):
                key = consonants_of_english(" ".join(words[start:end]))
                name = self._sounds.get(key) if len(key) >= _LEAST_CONSONANTS else None
                if name is None:
                    continue
                others = [word.casefold() for word in (*words[:start], *words[end:])]
                if _says(name, others) and (others or not _is_partial(name, words)):
                    return name
        return None

    def _by_meaning(self, words: list[str]) -> str | None:
        """A submitter whose name the embedder takes for the same, where no word is known."""
        if any(renderings(word.casefold()) for word in words) or not self._organisations:
            return None
        spelled = " ".join(words)
        if len(spelled) < _LONG_ENDING:
            return None
        cores = list(map(submitter_core, self._organisations))
        close = self.vocabulary.library.similarities(spelled, cores)
        best = int(close.argmax())
        return self._organisations[best] if close[best] >= _LEAST_SIMILARITY else None

    def _place(self, words: list[str]) -> str | None:
        """The opening words of a body or title that are read like the one word."""
        sound = plain(words[0])
        if len(words) > 1 or len(sound) < 2 * _LEAST_CONSONANTS or renderings(words[0].casefold()):
            return None
        for name in self._bodies_and_titles:
            read = surface = ""
            for written, reading in readings(name):
                read, surface = read + romaji(reading), surface + written
                if read.startswith(sound):
                    return surface
        return None

    @cached_property
    def _organisations(self) -> tuple[str, ...]:
        names = self.vocabulary.library.catalog.submitters()
        return tuple(name for name in names if not name.startswith("個人("))

    @cached_property
    def _latin(self) -> tuple[str, ...]:
        cores = (submitter_core(name) for name in self._organisations)
        return tuple(core for core in cores if core.isascii() and len(core) > 1)

    @cached_property
    def _bodies_and_titles(self) -> tuple[str, ...]:
        records = self.vocabulary.library.catalog.documents()
        return tuple(
            dict.fromkeys(
                name
                for record in records
                for name in (record.body, title_core(record.title))
                if name
            )
        )

    @cached_property
    def _printed(self) -> dict[str, str]:
        """Each name of the catalog by its form for comparison."""
        return {
            submitter_core(name): name for name in (*self._organisations, *self._bodies_and_titles)
        }

    @cached_property
    def _words(self) -> dict[str, str]:
        """The words of all names by their sound."""
        return {
            romaji("".join(reading for _, reading in run)): "".join(word for word, _ in run)
            for name in (*self._organisations, *self._bodies_and_titles)
            for run in runs(readings(submitter_core(name)))
            if all(_JAPANESE.search(written) for written, _ in run)
        }

    @cached_property
    def _sounds(self) -> dict[str, str]:
        """Submitters by the consonants of the katakana in their names."""
        found = {}
        for name in self._organisations:
            for part in _KATAKANA.findall(submitter_core(name)):
                found[consonants_of_katakana(part)] = name
        return found

    @cached_property
    def _full_names(self) -> dict[str, str]:
        """Persons by the sound of family and given name, in either order."""
        found = {}
        for name in self.vocabulary.library.catalog.roster_names():
            parts = [romaji(reading) for _, reading in readings(name)]
            found["".join(parts)] = name
            found["".join((*parts[1:], parts[0]))] = name
        return found

    @cached_property
    def _families(self) -> dict[str, str]:
        names = self.vocabulary.library.catalog.roster_names()
        firsts = (readings(name)[0] for name in names)
        return {romaji(reading): family for family, reading in firsts}


def _office(title: str) -> str | None:
    """The Japanese of an office or a form of address in front of a name."""
    plain_title = title.rstrip(".").casefold()
    offices = (word for word in renderings(plain_title) if _OFFICE.search(word))
    return _TITLES.get(plain_title) or next(offices, None)


def _says(name: str, others: list[str]) -> bool:
    """Whether the other words of a run stand in the name, or only in its legal form."""
    return all(
        word in _LEGAL or any(japanese in name for japanese in renderings(word)) for word in others
    )


def _is_partial(name: str, words: list[str]) -> bool:
    """Whether everyday words sound like only a part of the name."""
    everyday = all(renderings(word.casefold()) for word in words)
    return everyday and _KATAKANA.fullmatch(submitter_core(name)) is None
