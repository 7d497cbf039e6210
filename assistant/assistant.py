"""The steps from question to checked answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from time import perf_counter
from typing import TYPE_CHECKING

from assistant.answers import Answer, Claim, Draft, Layout, Removal, Status, Timings
from assistant.events import (
    AnswerEvent,
    AnswerFinished,
    BlockState,
    BlockWritten,
    QueryUnderstood,
)
from assistant.outside import gather_within
from assistant.query import Query
from assistant.render import render
from assistant.tabular import finished_tables
from assistant.understanding.understand import understand
from assistant.understanding.vocabulary import Vocabulary
from assistant.verify import verify
from assistant.wording.english import claims_in
from assistant.wording.phrases import phrase
from assistant.written import Rewriting, StepTaken, Writing
from index.library import Library

if TYPE_CHECKING:
    from assistant.chat.writer import Writer

_NOTHING_LEFT = phrase("収録している文書の中に、根拠を示して答えられる記載が見つかりませんでした。")


@dataclass(frozen=True, slots=True)
class Question:
    """A question with the turns before it, oldest first."""

    text: str
    history: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as understood, and the milliseconds that took."""

    query: Query
    timings: Timings
    rewriting: Rewriting | None = None


@dataclass(frozen=True, slots=True)
class Gathered:
    """A draft for a question, and how a chat model worded it if one did."""

    query: Query
    draft: Draft
    timings: Timings
    rewriting: Rewriting | None = None
    writing: Writing | None = None
    removals: tuple[Removal, ...] = ()


def _milliseconds_since(start: float) -> float:
    return 1000 * (perf_counter() - start)


@dataclass(frozen=True)
class Assistant:
    """Answers questions over one library.

    Attributes:
        library: What is asked about.
        writer: Words the answers with a chat model; None for the extractive ones.
    """

    library: Library
    writer: Writer | None = None

    def over(self, library: Library) -> Assistant:
        """The same assistant over another library, with the same chat model."""
        writer = replace(self.writer, library=library) if self.writer else None
        return Assistant(library, writer)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The names the library holds."""
        return Vocabulary(self.library)

    def answer(self, question: str, history: Sequence[tuple[str, str]] = ()) -> Answer:
        """Answer one question.

        Args:
            question: As asked.
            history: Earlier (question, answer) pairs, oldest first.
        """
        asked = Question(question, tuple(history))
        return self.check(self.write(self.gather(self.understand(asked))))

    def stream(
        self, question: str, history: Sequence[tuple[str, str]] = ()
    ) -> Iterator[AnswerEvent]:
        """Answer one question and say what happens on the way.

        Args:
            question: As asked.
            history: Earlier (question, answer) pairs, oldest first.

        Yields:
            The question as understood, the blocks of the answer, the finished answer.
        """
        understood = self.understand(Question(question, tuple(history)))
        yield QueryUnderstood(understood.query)
        shown = 0
        for event in self._written(self.gather(understood)):
            if isinstance(event, Gathered):
                answer = self.check(event)
                continue
            if isinstance(event, BlockWritten):
                shown = event.number + 1
            yield event
        blocks = answer.text.split("\n\n")
        for number, block in enumerate(blocks):
            yield BlockWritten(number, block, BlockState.CHECKED)
        for number in range(len(blocks), shown):
            yield BlockWritten(number, "", BlockState.REMOVED)
        yield AnswerFinished(answer)

    def understand(self, question: Question) -> Understood:
        """What is asked, and of which documents."""
        start = perf_counter()
        rewriting = self.writer.rewrite(question.text, question.history) if self.writer else None
        text = rewriting.question if rewriting else question.text
        query = understand(text, self.vocabulary, question.history)
        query = replace(query, question=question.text, filters=self.library.wanted)
        return Understood(query, Timings(understand=_milliseconds_since(start)), rewriting)

    def gather(self, understood: Understood) -> Gathered:
        """A draft: refusal, lookup, table or search."""
        start = perf_counter()
        draft = gather_within(understood.query, self.library)
        timings = replace(understood.timings, gather=_milliseconds_since(start))
        return Gathered(understood.query, draft, timings, understood.rewriting)

    def write(self, gathered: Gathered) -> Gathered:
        """The draft in a chat model's words; as it was where none is configured or it fails."""
        *_, last = self._written(gathered)
        if not isinstance(last, Gathered):
            raise TypeError("writing ends with what was gathered")
        return last

    def _written(self, gathered: Gathered) -> Iterator[StepTaken | BlockWritten | Gathered]:
        """What happens while the draft is worded; at last the worded draft."""
        if self.writer is None:
            yield gathered
            return
        start = perf_counter()
        for event in self.writer.write(gathered.query, gathered.draft, gathered.rewriting):
            if isinstance(event, StepTaken | BlockWritten):
                yield event
                continue
            yield replace(
                gathered,
                draft=event.draft,
                writing=event.writing,
                removals=event.removals,
                timings=replace(gathered.timings, write=_milliseconds_since(start)),
            )

    def check(self, gathered: Gathered) -> Answer:
        """Keep the claims that stand; refuse where none does."""
        start = perf_counter()
        language = gathered.query.language
        # Worded first, so that the sentences that are shown are those that are checked.
        worded = replace(gathered.draft, claims=claims_in(language, gathered.draft.claims))
        writing = gathered.writing
        claims, verification = verify(worded, self._prose_fault(gathered.query))
        removed = (*gathered.removals, *verification.removed)
        status = gathered.draft.status
        supported = any(claim.references for claim in claims)
        if status in (Status.ANSWERED, Status.PARTIAL) and not supported:
            status = Status.NOT_IN_DOCUMENTS
            claims = (Claim(_NOTHING_LEFT, (), Layout.NOTE),)
        claims = claims_in(language, claims)
        text, citations = render(claims, language)
        cited = dict.fromkeys(citation.reference.unit.id for citation in citations)
        return Answer(
            query=gathered.query,
            status=status,
            text=text,
            citations=citations,
            retrieved=gathered.draft.retrieved or tuple(cited),
            verification=replace(verification, removed=removed),
            embedder=self.library.embedder_name,
            chat_model=writing.model if writing and not writing.fallback else None,
            writing=writing,
            timings=replace(gathered.timings, verify=_milliseconds_since(start)),
            tables=finished_tables(claims, citations),
        )

    def _prose_fault(self, query: Query) -> Callable[[Claim], Removal | None] | None:
        if self.writer is None:
            return None
        checker = self.writer.checker
        return lambda claim: checker.removal(claim, query.language)
