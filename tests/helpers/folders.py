"""Where the repository, the sample documents, the cases and the reference corpus stand."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "index" / "samples"
CASE_SETS = ROOT / "eval" / "cases"
CORPUS = ROOT.parent / "shared" / "corpus"


def corpus_file(prefix: str) -> Path:
    """The file of the reference corpus whose name begins so; skips the test where it is absent."""
    paths = sorted(CORPUS.glob(f"{prefix}_*.txt"))
    if not paths:
        pytest.skip(f"the reference corpus is not at {CORPUS}")
    return paths[0]
