"""From the words of a question to a `Query`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.query import Language, Mentions, Query, QuestionKind
from assistant.understanding.courtesies import without_courtesies
from assistant.understanding.elsewhere import looked_for_elsewhere
from assistant.understanding.followups import Completion, Turn, complete, read_turn
from assistant.understanding.from_english import in_digits, in_plain_form, japanese_question
from assistant.understanding.kinds import question_kind, question_language
from assistant.understanding.mentions import find_mentions
from assistant.understanding.named_headings import sections_by_title
from assistant.understanding.plain_asking import asked_plainly
from assistant.understanding.several import questions_asked
from assistant.understanding.slips import mended, mended_english
from assistant.understanding.vocabulary import Vocabulary

_RELATIVE = re.compile(r"(?<=[a-z])(?<!\band)(?<!\bor)(?<!\bbut)(?<!\bby) who\b")
_OF_A_VALUE = re.compile(r"(?:いつ|割合は何割・何%)ですか？$")
_REMEMBERED = 6  # turns; who points back further names what is meant


def _kind(question: str, completed: str) -> QuestionKind:
    """The kind of the follow-up itself, else of what it completes.

    「アメリカとは？」 asks for a meaning only where it is still there when completed.
    """
    kind, whole = question_kind(_RELATIVE.sub(" ", question)), question_kind(completed)
    if whole is QuestionKind.WHERE and kind in (QuestionKind.OUTCOME, QuestionKind.REPLIED):
        return whole  # 「where … that it may be revised」
    if question.isascii() and _OF_A_VALUE.search(completed):
        return whole  # when an act was adopted, what share answered
    # an English question never stands in what it was completed to
    is_outcome = kind is QuestionKind.OUTCOME and not question.isascii()
    replaceable = kind is QuestionKind.DEFINE or is_outcome
    swapped = replaceable and whole is not kind and question not in completed
    return whole if kind is QuestionKind.FACT or swapped else kind


def understand(
    question: str, vocabulary: Vocabulary, history: Sequence[tuple[str, str]] = ()
) -> Query:
    """Understand one question.

    Args:
        question: As asked.
        vocabulary: The names the library holds.
        history: Earlier (question, answer) pairs, oldest first.
    """
    turns: tuple[Turn, ...] = ()
    for asked, answer in history[-_REMEMBERED:]:
        query = _understand_each(asked, turns, vocabulary)
        for part in query.parts or (query,):
            turns = (*turns, read_turn(part, answer, vocabulary))
    return _understand_each(question, turns, vocabulary)


def _understand_each(question: str, turns: tuple[Turn, ...], vocabulary: Vocabulary) -> Query:
    """A question with its parts, each understood after those before it."""
    whole = _understand(question, turns, vocabulary)
    bare = without_courtesies(question)
    if whole.language is Language.ENGLISH:
        bare = _mended(bare, vocabulary)
    one_by_one = questions_asked(bare, following=bool(turns))
    if len(one_by_one) < 2:
        return whole
    parts: tuple[Query, ...] = ()
    for one in one_by_one:
        part = _understand(one, turns, vocabulary)
        parts = (*parts, _at_the_meeting(whole, part, vocabulary))
        turns = (*turns, read_turn(parts[-1], "", vocabulary))
    return replace(whole, parts=parts)


def _at_the_meeting(whole: Query, part: Query, vocabulary: Vocabulary) -> Query:
    """Who did something, where only another part names the meeting: 「…, and who opened it?」."""
    named = part.mentions or part.documents or part.submitters or part.people
    meetings = whole.mentions.meetings
    if named or len(meetings) != 1 or part.kind is not QuestionKind.WHO:
        return part
    there = _understand(f"第{meetings[0]}回会合で、{part.completed}", (), vocabulary)
    return replace(there, question=part.question, english=part.english, language=part.language)


def _understand(question: str, turns: tuple[Turn, ...], vocabulary: Vocabulary) -> Query:
    bare = _mended(without_courtesies(question), vocabulary)
    plain = vocabulary.places.in_plain_notation(bare)
    completion = complete(plain, turns, vocabulary)
    places = vocabulary.places
    completed = _in_japanese(places.in_plain_notation(completion.text), completion, vocabulary)
    mentions = find_mentions(completed)
    named = _documents(completed, mentions, vocabulary)
    mentions = places.sections_as_held(mentions, named)
    mentions = sections_by_title(completed, mentions, vocabulary.library)
    query = Query(
        question=question,
        completed=completed,
        kind=_kind(bare, completed),
        language=completion.language,
        english=bare if completion.language is Language.ENGLISH else "",
        mentions=mentions,
        documents=_documents(completed, mentions, vocabulary),
        submitters=vocabulary.submitters_named(completed),
        people=vocabulary.people_named(completed),
        among=completion.among,
        near=completion.near,
        apart_from=completion.apart_from,
    )
    return looked_for_elsewhere(query, vocabulary)


def _mended(question: str, vocabulary: Vocabulary) -> str:
    if question_language(question) is Language.ENGLISH:
        return in_plain_form(mended_english(in_digits(question)))
    return mended(asked_plainly(question), vocabulary.library)


def _in_japanese(question: str, completion: Completion, vocabulary: Vocabulary) -> str:
    """The question as the rules know it, which are rules about Japanese."""
    if question_language(question) is Language.JAPANESE:
        return question
    japanese = japanese_question(question, vocabulary, among=bool(completion.among))
    return vocabulary.places.in_plain_notation(japanese)


def _documents(completed: str, mentions: Mentions, vocabulary: Vocabulary) -> tuple[str, ...]:
    if mentions.meetings:
        return vocabulary.meetings_held(mentions.meetings, completed)
    named = vocabulary.documents_named(completed)
    if not (mentions.sections or mentions.footnotes):
        return named
    places = vocabulary.places
    return places.with_policies(named or places.documents_by_short_name(completed))
