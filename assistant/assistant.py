"""The steps from question to checked answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from time import perf_counter

from assistant.answers import Answer, Claim, Draft, Layout, Status, Timings
from assistant.english import claims_in
from assistant.events import (
    AnswerEvent,
    AnswerFinished,
    BlockState,
    BlockWritten,
    QueryUnderstood,
)
from assistant.outside import gather_within
from assistant.phrases import phrase
from assistant.query import Query
from assistant.render import render
from assistant.tabular import finished_tables
from assistant.understand import understand
from assistant.verify import verify
from assistant.vocabulary import Vocabulary
from index.library import Library

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


@dataclass(frozen=True, slots=True)
class Gathered:
    """A draft for a question."""

    query: Query
    draft: Draft
    timings: Timings


def _milliseconds_since(start: float) -> float:
    return 1000 * (perf_counter() - start)


@dataclass(frozen=True)
class Assistant:
    """Answers questions over one library."""

    library: Library

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
        return self.check(self.gather(self.understand(Question(question, tuple(history)))))

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
        answer = self.check(self.gather(understood))
        for number, block in enumerate(answer.text.split("\n\n")):
            yield BlockWritten(number, block, BlockState.CHECKED)
        yield AnswerFinished(answer)

    def understand(self, question: Question) -> Understood:
        """What is asked, and of which documents."""
        start = perf_counter()
        query = understand(question.text, self.vocabulary, question.history)
        query = replace(query, filters=self.library.wanted)
        return Understood(query, Timings(understand=_milliseconds_since(start)))

    def gather(self, understood: Understood) -> Gathered:
        """A draft: refusal, lookup, table or search."""
        start = perf_counter()
        draft = gather_within(understood.query, self.library)
        timings = replace(understood.timings, gather=_milliseconds_since(start))
        return Gathered(understood.query, draft, timings)

    def check(self, gathered: Gathered) -> Answer:
        """Keep the claims that stand; refuse where none does."""
        start = perf_counter()
        language = gathered.query.language
        # Worded first, so that the sentences that are shown are those that are checked.
        worded = replace(gathered.draft, claims=claims_in(language, gathered.draft.claims))
        claims, verification = verify(worded)
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
            verification=verification,
            embedder=self.library.embedder_name,
            timings=replace(gathered.timings, verify=_milliseconds_since(start)),
            tables=finished_tables(claims, citations),
        )
