"""What an embedding model is to the rest of the program, and how one is loaded."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.embedding.late_interaction import LateInteraction
from index.embedding.prefixes import choose_prefixes
from index.embedding.static import StaticEmbedder, holds_static_model
from index.settings import EmbedderSettings

SHIPPED_MODEL = Path(__file__).parent.parent / "models" / "tenkyo-static-ja"


class Embedder(Protocol):
    """A model that turns texts into vectors of unit length.

    A text of which the model knows no token (blank, or symbols only) gets a row of zeros: it is
    similar to nothing. Only a static model gives such rows.
    """

    @property
    def name(self) -> str:
        """Hub name of the model, or the name of its folder."""

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""

    @property
    def fingerprint(self) -> str:
        """Hash of weights, tokenizer and prefixes: equal only where vectors are."""

    @property
    def late_interaction(self) -> LateInteraction | None:
        """Scoring token by token over the same table; None for a transformer model."""

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the vectors of passages, shape (texts, dimension)."""

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the vectors of questions, shape (texts, dimension)."""


def load_embedder(settings: EmbedderSettings, *, through_library: bool = False) -> Embedder:
    """Load the configured model.

    The model that ships, and any folder of the same kind, needs neither torch nor
    sentence-transformers; every other model is loaded by the latter.

    Args:
        settings: The model, None for the one that ships, and its prefixes.
        through_library: Load by sentence-transformers whatever the model.

    Raises:
        ModelError: The model cannot be loaded; another is never taken in its place.
    """
    name = settings.model or str(SHIPPED_MODEL)
    folder = Path(name).expanduser()
    if not through_library and (settings.model is None or holds_static_model(folder)):
        return StaticEmbedder(folder, choose_prefixes(folder.name, settings))
    # imported here since it takes seconds, and the model that ships does without
    from index.embedding.transformer import load_transformer

    return load_transformer(name, settings)
