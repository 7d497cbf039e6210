"""Puts the frame of an answer in English; quotes, labels and names stay as they are printed."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterable
from dataclasses import replace

from assistant.answers import Claim, Table
from assistant.query import Language
from assistant.wording.phrases import Joined, Phrase
from assistant.wording.templates_english import SEPARATORS, TEMPLATES


class _Number(int):
    """A number that brings the noun which agrees with it: `{count:comment|comments}`."""

    def __format__(self, nouns: str) -> str:
        if nouns == "month":
            return month_name[self]
        if not nouns:
            return str(int(self))
        one, many = nouns.split("|")
        return f"{int(self)} {one if self == 1 else many}"


def in_english(text: str) -> str:
    """The English of a phrase; any other text as it is."""
    english = _english(text)
    return english[:1].upper() + english[1:] if isinstance(text, Phrase) else english


def text_in(language: Language, text: str) -> str:
    """A text in the language of the question."""
    return text if language is Language.JAPANESE else in_english(text)


def claims_in(language: Language, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims with their statements in the language of the question."""
    if language is Language.JAPANESE:
        return tuple(claims)
    return tuple(map(_claim, claims))


def _claim(claim: Claim) -> Claim:
    table = claim.table
    if table is not None:
        columns = tuple(map(in_english, table.columns))
        table = Table(columns, tuple(tuple(map(_claim, row)) for row in table.rows))
    return replace(claim, text=in_english(claim.text), table=table)


def _english(text: str) -> str:
    if isinstance(text, Joined):
        separator = SEPARATORS.get(text.separator, text.separator)
        return separator.join(map(_english, text.parts))
    if not isinstance(text, Phrase):
        return text
    values = {name: _value(value) for name, value in text.values.items()}
    return TEMPLATES.get(text.template, text.template).format(**values)


def _value(value: object) -> object:
    if isinstance(value, str):
        return _english(value)
    return _Number(value) if isinstance(value, int) else value
