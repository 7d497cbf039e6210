"""A pipeline's answers in the form that the scorer reads."""

from __future__ import annotations

from time import perf_counter

from assistant.answers import Status
from eval.cases import AskedCase, AskedSet, Case, CaseSet
from eval.peers.mapping import CoveredUnit, UnitMap
from eval.peers.registry import load_peer
from eval.peers.retrieval import Peer
from eval.records import Result, ResultCitation, ResultTimings
from index.embedding import load_embedder
from index.library import Library


def answer_with_peer(
    name: str, library: Library, case_set: CaseSet | AskedSet
) -> tuple[Result, ...]:
    """Answer cases as a library's defaults would without a chat model.

    The answer is the best chunk, word for word. It cites the unit which that chunk holds most of,
    and every other of which it holds at least half. No pipeline looks at the turns before a
    question, and none refuses.

    Args:
        name: One of `peer_names`.
        library: Whose files to read, and whose embedder to use.
        case_set: What to answer.

    Raises:
        UsageError: There is no pipeline of this name, or its library is not installed.
        ModelError: The embedder cannot be loaded.
    """
    build = load_peer(name)
    units = UnitMap(library)
    peer = build(units.texts, load_embedder(library.settings.embedder))
    return tuple(answer_case(case, peer, units) for case in case_set.cases)


def answer_case(case: Case | AskedCase, peer: Peer, units: UnitMap) -> Result:
    """Answer one case by the chunks that a pipeline finds."""
    start = perf_counter()
    chunks = peer.retrieve(case.question)
    timings = ResultTimings(gather_ms=round(1000 * (perf_counter() - start), 1))
    covered = [units.covered(chunk) for chunk in chunks]
    read = dict.fromkeys(part.unit.id for parts in covered for part in parts)
    return Result(
        id=case.id,
        question=case.question,
        status=Status.ANSWERED if chunks else Status.NOT_IN_DOCUMENTS,
        answer=chunks[0].text if chunks else "",
        citations=_citations(covered[0]) if covered else (),
        retrieved=tuple(read),
        timings=timings,
    )


def _citations(parts: tuple[CoveredUnit, ...]) -> tuple[ResultCitation, ...]:
    cited = [part for place, part in enumerate(parts) if place == 0 or part.is_mostly_there]
    return tuple(
        ResultCitation(
            n=number,
            id=part.unit.id,
            label=part.unit.label,
            quote=part.words.text,
            text=part.unit.text,
        )
        for number, part in enumerate(cited, start=1)
    )
