"""Writes an answer with a chat model: brief, sentences, checks, repair, or why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape

from assistant.answers import Draft, Removal, Status
from assistant.chat.brief import Brief, make_brief
from assistant.chat.composition import Composition
from assistant.chat.failures import ChatError, Failure
from assistant.chat.model import ChatModel, Spending
from assistant.chat.repair import repair
from assistant.chat.sentences import SentenceReader
from assistant.chat.settings import ChatSettings
from assistant.events import BlockWritten
from assistant.query import Language, Query
from assistant.sentence_checks.prose import ProseChecker
from assistant.written import PromptVersion, Rewriting, Writing
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
        del question, history
        return None

    def write(
        self, query: Query, draft: Draft, rewriting: Rewriting | None = None
    ) -> Iterator[BlockWritten | Written]:
        """Word a draft.

        A refusal is not the model's to word. Where the model fails, or none of its sentences
        stands, the draft stays what it was.

        Yields:
            Its sentences as they are written and checked; at last what came of it.
        """
        if draft.status not in (Status.ANSWERED, Status.PARTIAL):
            yield Written(draft, None)
            return
        spending = Spending(self.settings.tokens)
        prompts = _prompts(query.language)
        composition = Composition(
            self._brief(draft, rewriting), self.checker, query.language
        )
        failure = None
        try:
            yield from self._compose(query, composition, prompts, spending)
        except ChatError as error:
            failure = error.failure
        if failure is None and composition.sentences and not composition.prose:
            failure = Failure.NOTHING_STOOD
        claims, added = composition.claims() if failure is None else (draft.claims, 0)
        used = (prompts.rules, prompts.task, *([prompts.repair] if spending.calls > 1 else []))
        writing = Writing(
            self.settings.model,
            prompts=tuple(PromptVersion(one.name, one.version) for one in used),
            sentences=composition.sentences,
            repaired=composition.repaired,
            removed=len(composition.removals),
            added=added,
            fallback=failure.value if failure else None,
            rewriting=rewriting,
            calls=spending.calls,
            tokens=spending.used,
        )
        yield Written(replace(draft, claims=claims), writing, tuple(composition.removals))

    def _brief(self, draft: Draft, rewriting: Rewriting | None) -> Brief:
        searches = rewriting.searches if rewriting else ()
        hits = [hit for words in searches for hit in self.library.search(words, limit=2)]
        found = self.library.catalog.units(hit.unit_id for hit in hits)
        tokens = int(_FOR_UNITS * self.settings.tokens)
        return make_brief(draft, self.checker, (), found, tokens)

    def _compose(
        self, query: Query, composition: Composition, prompts: _Prompts, spending: Spending
    ) -> Iterator[BlockWritten]:
        from langchain_core.messages import AIMessage, HumanMessage, SystemMessage

        brief = composition.brief
        task = prompts.task.fill(
            units=brief.units_text,
            findings=brief.findings_text,
            blocks=brief.blocks_text,
            question=escape(query.completed, quote=False),
        )
        messages = [SystemMessage(prompts.rules.fill()), HumanMessage(task)]
        reader = SentenceReader()
        pieces: list[str] = []
        for piece in self.model.stream(messages, spending):
            pieces.append(piece)
            for sentence in reader.feed(piece):
                yield from composition.add(sentence)
        for sentence in reader.finish():
            yield from composition.add(sentence)
        conversation = [*messages, AIMessage("".join(pieces))]
        yield from repair(composition, conversation, prompts.repair, self.model, spending)


@dataclass(frozen=True, slots=True)
class _Prompts:
    """The prompts of one language."""

    rules: Prompt
    task: Prompt
    repair: Prompt


def _prompts(language: Language) -> _Prompts:
    names = ("write", "write_task", "repair")
    return _Prompts(*(load_prompt(f"{name}_{language.value}") for name in names))

