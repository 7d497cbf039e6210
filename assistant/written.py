"""How a chat model took part in an answer: kept with the answer, and shown on request."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PromptVersion:
    """A prompt that was used: its name, and the first letters of the SHA-256 of its text."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class StepTaken:
    """One query that the model put to the documents.

    Attributes:
        number: Counts the steps from 1.
        tool: What it called, e.g. `list_comments`.
        arguments: With what, as JSON.
        found: Ids of the units that this brought.
    """

    number: int
    tool: str
    arguments: str
    found: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What the model made of the question before anything was looked for.

    Attributes:
        question: The follow-up as a question of its own.
        searches: Further words to search for.
    """

    question: str
    searches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Writing:
    """How a chat model took part.

    Attributes:
        model: `provider:name`.
        prompts: What it was told, by name and version.
        sentences: How many sentences it wrote.
        repaired: How many of them stood only when written again.
        removed: How many did not stand and were left out.
        added: How many passages of the extractive answer were set behind its sentences,
            because these cite them nowhere.
        fallback: Why the answer is the extractive one after all (a value of
            `assistant.chat.failures.Failure`), None where the model's sentences stand.
        rewriting: What it made of the question, where it was asked to.
        steps: Its queries to the documents.
        calls: How often it was called.
        tokens: About how many tokens that took.
    """

    model: str
    prompts: tuple[PromptVersion, ...] = ()
    sentences: int = 0
    repaired: int = 0
    removed: int = 0
    added: int = 0
    fallback: str | None = None
    rewriting: Rewriting | None = None
    steps: tuple[StepTaken, ...] = ()
    calls: int = 0
    tokens: int = 0
