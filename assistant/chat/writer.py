"""Writes an answer with a chat model: brief, sentences, checks, repair, or why not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from html import escape

from assistant.answers import Draft, Removal, Status
from assistant.chat.agent import needs_steps, take_steps
from assistant.chat.brief import Brief, make_brief
from assistant.chat.composition import Composition
from assistant.chat.failures import ChatError, Failure
from assistant.chat.model import ChatModel, Message, Role, Spending
from assistant.chat.repair import repair
from assistant.chat.rewriting import rewrite
from assistant.chat.sentences import SentenceReader
from assistant.chat.settings import ChatSettings
from assistant.chat.tools import StepRecord
from assistant.events import BlockWritten
from assistant.query import Language, Query
from assistant.sentence_checks.prose import ProseChecker
from assistant.understanding.kinds import question_language
from assistant.written import PromptVersion, Rewriting, StepTaken, Writing
from index.library import Library
from prompts.loader import Prompt, load_prompt

_FOR_UNITS = 0.35  # share of a question's tokens that the units may take; repair sends them again


@dataclass(frozen=True, slots=True)
class Written:
    """A draft in the model's words, or the draft as it was with the reason why.

    Attributes:
        draft: What is to be checked as a whole.
        writing: How the model took part, None where it was not asked.
        removals: Its sentences that did not stand.
    """

    draft: Draft
    writing: Writing | None
    removals: tuple[Removal, ...] = ()


@dataclass(frozen=True)
class Writer:
    """Words drafts over one library.

    Attributes:
        settings: Which model, and its limits.
        library: What is asked about.
        model: The model, shared where the library is replaced by a newer one.
    """

    settings: ChatSettings
    library: Library
    model: ChatModel

    @cached_property
    def checker(self) -> ProseChecker:
        """Checks every sentence."""
        return ProseChecker(self.library)

    def rewrite(self, question: str, history: tuple[tuple[str, str], ...]) -> Rewriting | None:
        """The question completed and widened, where that is switched on."""
        if not self.settings.rewrites:
            return None
        return rewrite(question, history, self.model, self.checker.known_names)

    def write(
        self, query: Query, draft: Draft, rewriting: Rewriting | None = None
    ) -> Iterator[StepTaken | BlockWritten | Written]:
        """Word a draft.

        A refusal is not the model's to word. Where the model fails, or none of its sentences
        stands, the draft stays what it was.

        Yields:
            Its sentences as they are written and checked; at last what came of it.
        """
        if draft.status not in (Status.ANSWERED, Status.PARTIAL):
            yield Written(draft, None)
            return
        work = _Work(
            query,
            Spending(self.settings.tokens),
            _prompts(query.language),
            Composition(Brief((), (), ()), self.checker, query.language),
        )
        failure = None
        try:
            yield from self._take_steps(work)
            work.composition = Composition(
                self._brief(draft, work.record, rewriting), self.checker, query.language
            )
            yield from self._compose(work)
        except ChatError as error:
            failure = error.failure
        if failure is None and work.composition.sentences and not work.composition.prose:
            failure = Failure.NOTHING_STOOD
        yield _written(draft, work, rewriting, failure, self.settings.model)

    def _take_steps(self, work: _Work) -> Iterator[StepTaken]:
        """Further evidence; a model that cannot call tools writes without it."""
        if not (self.settings.steps and needs_steps(work.query)):
            return
        work.used.append(work.prompts.agent)
        prompt = work.prompts.agent
        with suppress(ChatError):
            yield from take_steps(
                work.query, self.library, self.model, prompt, work.spending, work.record
            )

    def _brief(self, draft: Draft, record: StepRecord, rewriting: Rewriting | None) -> Brief:
        searches = rewriting.searches if rewriting else ()
        hits = [hit for words in searches for hit in self.library.search(words, limit=2)]
        found = (*record.units, *self.library.catalog.units(hit.unit_id for hit in hits))
        tokens = int(_FOR_UNITS * self.settings.tokens)
        return make_brief(draft, self.checker, record.figures, found, tokens)

    def _compose(self, work: _Work) -> Iterator[BlockWritten]:
        composition, prompts = work.composition, work.prompts
        brief = composition.brief
        work.used += [prompts.rules, prompts.task]
        task = prompts.task.fill(
            units=brief.units_text,
            findings=brief.findings_text,
            blocks=brief.blocks_text,
            question=escape(_asked(work.query), quote=False),
        )
        messages = [
            Message(Role.RULES, prompts.rules.fill()),
            Message(Role.READER, task),
        ]
        reader = SentenceReader()
        pieces: list[str] = []
        for piece in self.model.stream(messages, work.spending):
            pieces.append(piece)
            for sentence in reader.feed(piece):
                yield from composition.add(sentence)
        for sentence in reader.finish():
            yield from composition.add(sentence)
        conversation = [*messages, Message(Role.MODEL, "".join(pieces))]
        if composition.failing():
            work.used.append(prompts.repair)
        yield from repair(composition, conversation, prompts.repair, self.model, work.spending)


@dataclass(frozen=True, slots=True)
class _Prompts:
    """The prompts of one language."""

    rules: Prompt
    task: Prompt
    repair: Prompt
    agent: Prompt


@dataclass
class _Work:
    """What one question has come to so far."""

    query: Query
    spending: Spending
    prompts: _Prompts
    composition: Composition
    record: StepRecord = field(default_factory=StepRecord)
    used: list[Prompt] = field(default_factory=list)


def _prompts(language: Language) -> _Prompts:
    names = ("write", "write_task", "repair", "agent")
    return _Prompts(*(load_prompt(f"{name}_{language.value}") for name in names))


def _asked(query: Query) -> str:
    """The completed question; before it the one asked, where that is of another language."""
    if question_language(query.completed) is query.language:
        return query.completed
    return f"{query.question}\n{query.completed}"


def _written(
    draft: Draft, work: _Work, rewriting: Rewriting | None, failure: Failure | None, model: str
) -> Written:
    """What came of the work; the draft as it was where it failed."""
    composition = work.composition
    claims, added = composition.claims() if failure is None else (draft.claims, 0)
    if rewriting is not None:
        work.used.insert(0, load_prompt(f"rewrite_{work.query.language.value}"))
    writing = Writing(
        model,
        prompts=tuple(PromptVersion(one.name, one.version) for one in work.used),
        sentences=composition.sentences,
        repaired=composition.repaired,
        removed=len(composition.removals),
        added=added,
        fallback=failure.value if failure else None,
        rewriting=rewriting,
        steps=tuple(work.record.steps),
        calls=work.spending.calls,
        tokens=work.spending.used,
    )
    return Written(replace(draft, claims=claims), writing, tuple(composition.removals))
