"""Completes a follow-up question and adds search words, by a model; optional, and recorded.

The model may bring in nothing: every name, number and id of what it writes must stand in the
conversation, else the question stays as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.chat.failures import ChatError
from assistant.chat.model import ChatModel, Message, Role, Spending
from assistant.query import Language
from assistant.sentence_checks.dates import dates_in
from assistant.sentence_checks.ids import ID
from assistant.sentence_checks.names import KnownNames, names_in
from assistant.sentence_checks.numbers import quantities
from assistant.understanding.kinds import question_language
from assistant.written import Rewriting
from index.text.keys import quote_key, search_key
from prompts.loader import load_prompt

_LONGEST = 300  # characters of a question
_MOST_SEARCHES = 3
_TURNS = 4  # earlier turns that the model sees


class _Reply(BaseModel):
    model_config = ConfigDict(extra="ignore")

    question: str
    searches: tuple[str, ...] = ()


def rewrite(
    question: str,
    history: Sequence[tuple[str, str]],
    model: ChatModel,
    known: KnownNames,
) -> Rewriting | None:
    """The question as one that stands alone, with further words to search for.

    Args:
        question: As asked.
        history: Earlier (question, answer) pairs, oldest first.
        model: Rewrites it.
        known: Names that the documents hold.

    Returns:
        None where the model fails or brings in what nobody said.
    """
    language = question_language(question)
    said = "\n".join((question, *(f"{asked}\n{answer}" for asked, answer in history[-_TURNS:])))
    spending = Spending(model.settings.tokens)
    try:
        reply = _read(model.text(_messages(question, history, language), spending))
    except ChatError:
        return None
    if reply is None or not 0 < len(reply.question) <= _LONGEST:
        return None
    if _brings_in(reply.question, said, language, known):
        return None
    searches = [
        words
        for words in reply.searches[:_MOST_SEARCHES]
        if 0 < len(words) <= _LONGEST and not _brings_in(words, said, language, known)
    ]
    asked = reply.question.strip() if history else question
    return Rewriting(asked, tuple(searches))


def _messages(
    question: str, history: Sequence[tuple[str, str]], language: Language
) -> list[Message]:
    turns = "\n".join(
        f"<turn>\n<asked>{_data(asked)}</asked>\n<answered>{_data(answer)}</answered>\n</turn>"
        for asked, answer in history[-_TURNS:]
    )
    prompt = load_prompt(f"rewrite_{language.value}")
    return [Message(Role.READER, prompt.fill(history=turns, question=_data(question)))]


def _data(text: str) -> str:
    return escape(text, quote=False)


def _read(reply: str) -> _Reply | None:
    """The JSON object in a reply, around which there may be words or a code fence."""
    start, end = reply.find("{"), reply.rfind("}")
    try:
        return _Reply.model_validate_json(reply[start : end + 1] if start >= 0 else "")
    except ValidationError:
        return None


def _brings_in(text: str, said: str, language: Language, known: KnownNames) -> bool:
    """Whether a text holds a name, number, date or id that nobody said."""
    key = quote_key(search_key(said)).casefold()
    folded = search_key(text)
    found = [name.surface for name in names_in(text, language, known)]
    found += [quantity.surface for quantity in quantities(folded)]
    found += [match.group() for match in ID.finditer(folded)]
    found += [folded[date.start : date.end] for date in dates_in(folded)]
    return any(quote_key(search_key(one)).casefold() not in key for one in found)
