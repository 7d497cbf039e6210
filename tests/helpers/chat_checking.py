"""One sentence given to the checker, and units it may cite."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers import Fault
from assistant.query import Language
from assistant.sentence_checks.prose import ProseChecker
from index.documents import Comment, Unit
from tests.helpers.parsing import whole


def fault(
    checker: ProseChecker, sentence: str, *units: Unit, language: Language = Language.JAPANESE
) -> Fault | None:
    found = checker.finding(sentence, units, language)
    return found.fault if found else None


def saying(unit: Unit, text: str) -> Unit:
    """The unit with other words."""
    return replace(unit, passage=whole(text))


def comment(checker: ProseChecker, number: int, branch: int | None = None) -> Comment:
    return checker.library.catalog.comments(number, branch)[0]
