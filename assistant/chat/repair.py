"""Has the sentences that failed written again, once, with what was wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from assistant.answers import Fault
from assistant.chat.composition import Composition
from assistant.chat.failures import ChatError
from assistant.chat.model import ChatModel, Message, Role, Spending
from assistant.chat.sentences import Sentence, sentences_of
from assistant.events import BlockWritten
from assistant.query import Language
from assistant.sentence_checks.grounds import Finding
from prompts.loader import Prompt

_MOST = 12  # sentences; an answer that is wrong throughout is not mended
_LONGEST = 400  # characters of a failed sentence that are shown again
_NUMBERED = re.compile(r"^\s*[(（\[]?(\d{1,3})[)）\]]?\s*[:：.．)]\s*(?P<text>.+)$")
_TOLD = {
    Fault.NO_REFERENCE: ("資料の番号の印がない", "it cites no unit"),
    Fault.UNKNOWN_MARKER: ("その番号の資料はない", "there is no unit of that number"),
    Fault.QUOTE_NOT_FOUND: (
        "引いた言葉が資料に一続きでない", "the quoted words are no contiguous run of the unit"
    ),
    Fault.NUMBER_NOT_FOUND: ("その数が資料にない", "the figure is not in the unit"),
    Fault.DATE_NOT_FOUND: ("その日付が資料にない", "the date is not in the unit"),
    Fault.ID_NOT_FOUND: ("その番号が資料にない", "the id is not in the unit"),
    Fault.NAME_NOT_FOUND: ("その名が資料にない", "the name is not in the unit"),
    Fault.NAME_WITHOUT_BASIS: (
        "その人や機関の発言とする根拠がない", "nothing says that this person or body spoke"
    ),
    Fault.OUTCOME_CONTRADICTED: ("意見への対応と違う", "it contradicts the outcome"),
    Fault.WRONG_LANGUAGE: ("質問と違う言語である", "it is not in the language of the question"),
    Fault.NOT_A_SENTENCE: ("本文の文になっていない", "it is not a plain sentence"),
}  # fmt: skip


def told(finding: Finding, language: Language) -> str:
    """What is wrong, for the model."""
    clause = _TOLD[finding.fault][language is Language.ENGLISH]
    return f"{clause}: {finding.detail}" if finding.detail else clause


def repair(
    composition: Composition,
    conversation: Sequence[Message],
    prompt: Prompt,
    model: ChatModel,
    spending: Spending,
) -> Iterator[BlockWritten]:
    """Mend what fails; what cannot be mended is left out.

    Args:
        composition: The answer so far.
        conversation: The messages that led to it, its text last.
        prompt: Asks for the sentences again.
        model: Writes them.
        spending: What the question has used so far.
    """
    failing = composition.failing()
    mended: dict[int, Sentence] = {}
    if failing:
        asked = [_asked(*one, composition.language) for one in failing[:_MOST]]
        request = Message(Role.READER, prompt.fill(failed="\n".join(asked)))
        mended = _written([*conversation, request], model, spending)
    for number, _, _ in failing:
        yield from composition.mend(number, mended.get(number))


def _asked(number: int, sentence: Sentence, finding: Finding, language: Language) -> str:
    markers = "".join(f"[{one}]" for one in sentence.numbers)
    text = escape(sentence.text[:_LONGEST], quote=False)
    return f"{number}: {text}{markers} （{escape(told(finding, language), quote=False)}）"


def _written(messages: list[Message], model: ChatModel, spending: Spending) -> dict[int, Sentence]:
    """The new sentences by their numbers; none where the call fails, for then all are left out."""
    try:
        text = model.text(messages, spending)
    except ChatError:
        return {}
    found: dict[int, Sentence] = {}
    for line in text.split("\n"):
        if numbered := _NUMBERED.match(line):
            sentence = next(sentences_of(numbered["text"]), None)
            if sentence is not None:
                found.setdefault(int(numbered[1]), sentence)
    return found
