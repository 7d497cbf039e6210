"""From the words of a question to a `Query`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.kinds import question_kind, question_language
from assistant.mentions import find_mentions
from assistant.query import Mentions, Query, QuestionKind
from assistant.vocabulary import Vocabulary

_ANAPHORA = re.compile(
    r"^(?:では|じゃあ|それ|その|これ|この|そこ|同じ|上記|うち|and\b|what about\b)"
)
_MEETING_TOPIC = re.compile(r"^(?:では|じゃあ)[、,\s]*(第?\s*\d+\s*回\S*?)(?:は|の場合は)[？?。]?$")


def complete(question: str, history: Sequence[tuple[str, str]]) -> str:
    """The question with the place it points back to filled in from the history.

    Args:
        question: As asked.
        history: Earlier (question, answer) pairs, oldest first.
    """
    if not history or not _ANAPHORA.search(question.strip()):
        return question
    previous = history[-1][0]
    topic = _MEETING_TOPIC.match(question.strip())
    if topic:
        return re.sub(r"第?\s*\d+\s*回目?の?(?:会合|会議)?", topic.group(1), previous, count=1)
    return question if find_mentions(question) else f"{previous} {question}"


def _kind(question: str, completed: str) -> QuestionKind:
    """The kind of the follow-up itself, else of what it completes."""
    kind = question_kind(question)
    return question_kind(completed) if kind is QuestionKind.FACT else kind


def understand(
    question: str, vocabulary: Vocabulary, history: Sequence[tuple[str, str]] = ()
) -> Query:
    """Understand one question.

    Args:
        question: As asked.
        vocabulary: The names the library holds.
        history: Earlier (question, answer) pairs, oldest first.
    """
    completed = complete(question.strip(), history)
    mentions = find_mentions(completed)
    return Query(
        question=question,
        completed=completed,
        kind=_kind(question, completed),
        language=question_language(question),
        mentions=mentions,
        documents=_documents(completed, mentions, vocabulary),
        submitters=vocabulary.submitters_named(completed),
        people=vocabulary.people_named(completed),
    )


def _documents(completed: str, mentions: Mentions, vocabulary: Vocabulary) -> tuple[str, ...]:
    if mentions.meetings:
        return vocabulary.meetings_held(mentions.meetings, completed)
    return vocabulary.documents_named(completed)
