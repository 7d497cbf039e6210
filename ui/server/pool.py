"""Work that takes processor time, off the event loop and only so much of it at once."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from functools import partial
from typing import ParamSpec, TypeVar

from anyio import CapacityLimiter, to_thread

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

_END = object()


class Pool:
    """A bounded number of threads that answer.

    A stream holds a thread only while its next piece is made, so that many who ask at once
    take turns, and each sees the first words soon.
    """

    def __init__(self, concurrency: int) -> None:
        """Take how many threads may work at the same moment."""
        self._limiter = CapacityLimiter(concurrency)

    async def run(
        self,
        work: Callable[Parameters, Result],
        *arguments: Parameters.args,
        **options: Parameters.kwargs,
    ) -> Result:
        """The result of a call that is made in a thread."""
        return await to_thread.run_sync(partial(work, *arguments, **options), limiter=self._limiter)

    async def iterate(self, pieces: Iterator[Result]) -> AsyncIterator[Result]:
        """The pieces, each made in a thread."""
        while True:
            piece = await self.run(next, pieces, _END)
            if piece is _END:
                return
            yield piece  # type: ignore[misc]
