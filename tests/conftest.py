"""Libraries that several test files ask: the sample documents, and the reference corpus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from index.indexing import index_paths
from index.library import Library
from index.samples import sample_paths
from index.settings import IndexSettings

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"


def _asked(data_dir: Path, *paths: Path) -> Iterator[Assistant]:
    settings = IndexSettings.from_environment({}, data_dir=data_dir)
    index_paths(settings, paths)
    with Library.open(settings) as library:
        yield Assistant(library)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over the sample documents."""
    yield from _asked(tmp_path_factory.mktemp("sample"), *sample_paths())


@pytest.fixture(scope="session")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over the reference corpus."""
    if not CORPUS.is_dir():
        pytest.skip(f"the reference corpus is not at {CORPUS}")
    yield from _asked(tmp_path_factory.mktemp("reference"), CORPUS)
