"""Questions to begin with, made from what is indexed and checked to be answered."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator

from assistant.answers import Status
from assistant.assistant import Assistant
from index.documents import Comment, Outcome, Section
from index.library import Library
from index.stores.records import DocumentRecord

Examples = tuple[tuple[str, tuple[str, ...]], ...]
"""Personas, each with its questions."""

_EACH = 3  # questions offered to a persona
_DEFINED = re.compile(r"以下「(?:単に)?([^」]{2,20})」という")


class ExampleQuestions:
    """The questions of one state of the documents, found once for each state."""

    def __init__(self) -> None:
        """Hold none yet."""
        self._lock = threading.Lock()
        self._found: tuple[int, Examples] | None = None

    def of(self, assistant: Assistant) -> Examples:
        """Questions that this assistant answers, by persona; personas without any left out."""
        generation = assistant.library.state.generation
        with self._lock:
            if self._found is None or self._found[0] != generation:
                self._found = (generation, _examples(assistant))
            return self._found[1]


def _examples(assistant: Assistant) -> Examples:
    library = assistant.library
    candidates = (
        ("official", _of_official(library)),
        ("newcomer", _of_newcomer(library)),
        ("engineer", _of_engineer(library)),
    )
    found = ((persona, _answered(questions, assistant)) for persona, questions in candidates)
    return tuple((persona, questions) for persona, questions in found if questions)


def _answered(questions: Iterable[str], assistant: Assistant) -> tuple[str, ...]:
    answered: list[str] = []
    for question in dict.fromkeys(questions):
        if assistant.answer(question).status is Status.ANSWERED:
            answered.append(question)
        if len(answered) == _EACH:
            break
    return tuple(answered)


def _of_official(library: Library) -> Iterator[str]:
    """What became of comments."""
    comments = library.catalog.all_comments()
    for comment in _first_of(comments, Outcome.REVISED):
        yield f"意見{comment.key}を受けて、何がどう修正されましたか。"
    for comment in _first_of(comments, Outcome.UNCHANGED):
        yield f"意見{comment.key}にはどう回答していますか。"
    if comments:
        yield "修正された意見を一覧にしてください。"
    for record in _meetings(library):
        yield f"第{record.meeting}回では何が決まりましたか。"


def _of_newcomer(library: Library) -> Iterator[str]:
    """Terms, people and sections."""
    for term in _terms(library):
        yield f"「{term}」とは何ですか。"
        break
    for record in _meetings(library):
        yield f"第{record.meeting}回の議題は何ですか。"
    for section in _sections(library):
        yield f"「{section.title}」には何が書かれていますか。"
    for record in _meetings(library):
        yield f"第{record.meeting}回の出席者は誰ですか。"


def _of_engineer(library: Library) -> Iterator[str]:
    """Figures, and comments on a section."""
    comments = library.catalog.all_comments()
    if comments:
        yield "意見は全部で何件ありますか。"
        yield "対応別の内訳を教えてください。"
    for target in (target for comment in comments for target in comment.targets):
        yield f"{target}に対する意見を一覧にしてください。"
        break
    for section in _sections(library):
        yield f"{section.number}の概要を教えてください。"


def _first_of(comments: Iterable[Comment], outcome: Outcome) -> list[Comment]:
    return [comment for comment in comments if comment.outcome is outcome][:1]


def _meetings(library: Library) -> list[DocumentRecord]:
    """The first minutes, if there are any."""
    return [record for record in library.catalog.documents() if record.meeting is not None][:1]


def _sections(library: Library) -> Iterator[Section]:
    """Numbered sections below the first level with something in them."""
    for record in library.catalog.documents():
        for unit in library.catalog.units_of(record.id):
            if (
                isinstance(unit, Section)
                and unit.level > 1
                and len(unit.text) > len(unit.title) * 3
            ):
                yield unit


def _terms(library: Library) -> Iterator[str]:
    for record in library.catalog.documents():
        for unit in library.catalog.units_of(record.id):
            for match in _DEFINED.finditer(unit.text):
                yield match[1]
