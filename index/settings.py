"""Settings of the document side, read once and passed down."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path


@dataclass(frozen=True, slots=True)
class EmbedderSettings:
    """Which embedding model to use.

    Attributes:
        model: Hub name or local folder; None for the model that ships.
        query_prefix: Put before a question; None for the model family's own.
        passage_prefix: Put before a passage; None for the model family's own.
    """

    model: str | None = None
    query_prefix: str | None = None
    passage_prefix: str | None = None


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """Where data lies and how it is embedded."""

    data_dir: Path
    embedder: EmbedderSettings = EmbedderSettings()

    @classmethod
    def from_environment(
        cls, environment: Mapping[str, str] | None = None, data_dir: Path | None = None
    ) -> IndexSettings:
        """Read `TENKYO_DATA_DIR`, `TENKYO_EMBEDDER` and the two prefix settings.

        Args:
            environment: Variables to read, the process's own by default.
            data_dir: Overrides the variable (the `--data-dir` option).
        """
        variables = os.environ if environment is None else environment
        configured = variables.get("TENKYO_DATA_DIR")
        folder = data_dir or (Path(configured) if configured else user_data_path("tenkyo"))
        return cls(
            data_dir=folder.expanduser(),
            embedder=EmbedderSettings(
                model=variables.get("TENKYO_EMBEDDER") or None,
                query_prefix=variables.get("TENKYO_QUERY_PREFIX"),
                passage_prefix=variables.get("TENKYO_PASSAGE_PREFIX"),
            ),
        )
