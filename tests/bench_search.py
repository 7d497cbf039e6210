"""Times of indexing, opening and searching, measured side by side; asserts nothing.

Run by `make bench`. Times depend on the machine; the ratios are what to look at.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from index.indexing import index_paths
from index.library import Library
from index.settings import IndexSettings
from index.stores.interface import VectorBatch
from index.stores.vectors import VectorIndex

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
SAMPLES = ROOT / "index" / "samples"
QUESTIONS = (
    "人材育成について誰が何と言ったか",
    "情報共有の枠組みの構築",
    "標的型攻撃への対処",
    "重要インフラの防護",
    "training of staff",
)
ROWS, DIMENSION, NARROW = 20_000, 256, 50
ASK = """
import sys, time
start = time.perf_counter()
from pathlib import Path
from index.library import Library
from index.settings import IndexSettings
library = Library.open(IndexSettings(Path(sys.argv[1])))
opened = time.perf_counter()
library.search(sys.argv[2])
print(opened - start, time.perf_counter() - opened)
"""


def milliseconds(action: Callable[[], object], rounds: int = 50) -> float:
    """Median time of an action."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        times.append(1_000 * (time.perf_counter() - start))
    return statistics.median(times)


def line(name: str, value: float, unit: str = "ms") -> None:
    sys.stdout.write(f"{name:<58}{value:>10.2f} {unit}\n")


def bench_library(settings: IndexSettings, paths: Sequence[Path]) -> None:
    start = time.perf_counter()
    report = index_paths(settings, paths)
    line(
        f"index {report.documents} documents, {report.chunks} chunks",
        time.perf_counter() - start,
        "s",
    )
    start = time.perf_counter()
    index_paths(settings, paths)
    line("index again, nothing changed", time.perf_counter() - start, "s")
    command = [sys.executable, "-c", ASK, str(settings.data_dir), QUESTIONS[0]]
    cold = [tuple(map(float, subprocess.check_output(command, cwd=ROOT).split())) for _ in range(3)]
    line("cold process: open", 1_000 * min(opened for opened, _ in cold))
    line("cold process: first search after it", 1_000 * min(first for _, first in cold))
    with Library.open(settings) as library:
        bench_warm(library)


def bench_warm(library: Library) -> None:
    catalog = library.catalog
    for question in QUESTIONS:
        library.search(question)
    hybrid = statistics.median(
        milliseconds(lambda asked=question: library.search(asked)) for question in QUESTIONS
    )
    line("warm: hybrid search", hybrid)
    units = [unit.id for unit in catalog.units_of(catalog.documents()[-1].id)]
    line(
        f"warm: the same within {len(units)} units",
        milliseconds(lambda: library.search(QUESTIONS[0], within=units)),
    )
    line("is the library current?", milliseconds(library.is_current))
    line("read one document of the catalog", milliseconds(lambda: catalog.units(units)))


def bench_filter(folder: Path) -> None:
    """A filter by the catalog and exact numpy, against Chroma's own."""
    generator = np.random.default_rng(0)
    rows = generator.normal(size=(ROWS, DIMENSION)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    ids = [f"c{number}" for number in range(ROWS)]
    index = VectorIndex(folder)
    start = time.perf_counter()
    index.add(VectorBatch(ids, rows))
    line(f"Chroma: add {ROWS} vectors", time.perf_counter() - start, "s")
    start = time.perf_counter()
    index.unreachable(VectorBatch(ids[:1_000], rows[:1_000]))
    line("Chroma: find 1,000 rows by their own vectors", time.perf_counter() - start, "s")
    line("Chroma: nearest 100 of all", milliseconds(lambda: index.search(rows[0], 100)))
    chosen = generator.choice(ROWS, NARROW, replace=False)
    wanted = [ids[number] for number in chosen]
    collection = index._collection
    filtered = milliseconds(
        lambda: collection.query(query_embeddings=rows[:1], ids=wanted, n_results=10)
    )
    exact = milliseconds(lambda: np.argsort(-(rows[chosen] @ rows[0]))[:10])
    line(f"Chroma: nearest 10 of {NARROW} given ids", filtered)
    line(f"numpy: the same over those {NARROW} rows", exact)
    line("Chroma / numpy", filtered / exact, "times")
    index.close()


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        samples = sorted(SAMPLES.glob("*.txt"))
        paths = [CORPUS] if CORPUS.is_dir() else samples
        bench_library(IndexSettings(Path(scratch, "data")), paths)
        bench_filter(Path(scratch, "chroma"))


if __name__ == "__main__":
    main()
