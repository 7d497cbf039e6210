"""What a pipeline is to the rest of the comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from index.documents import Span
from index.embedding import Embedder


@dataclass(frozen=True, slots=True)
class PeerText:
    """The text of one file; `key` names the file."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class RetrievedChunk:
    """A chunk as the pipeline cut it: its words, and where in the text of which file."""

    key: str
    span: Span
    text: str


class Peer(Protocol):
    """A pipeline that has taken in all texts."""

    def retrieve(self, question: str) -> tuple[RetrievedChunk, ...]:
        """The chunks it would put into a prompt, best first."""


class BuildPeer(Protocol):
    """Cuts, embeds and stores the texts as a library does by default."""

    def __call__(self, texts: Sequence[PeerText], embedder: Embedder) -> Peer:
        """Build the pipeline."""
