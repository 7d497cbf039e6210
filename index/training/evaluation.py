"""Figures of a trained model on questions with known passages.

`python -m index.training.evaluation MODEL FILE` prints a table; FILE is the held-out JSON or any
JSON `{"passages": [...], "questions": [[question, [gold passage numbers]], ...]}`.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedding import Embedder, EmbedderSettings, load_embedder
from index.training import ranking
from index.training.ranking import Scores, WordSearch, reciprocal_rank_fusion, scaled

Ranks = dict[str, NDArray[np.int64]]


@dataclass(frozen=True)
class Task:
    """Passages and questions; each question with the numbers of its gold passages."""

    passages: list[str]
    questions: list[tuple[str, tuple[int, ...]]]


def read_task(path: Path) -> Task:
    """Read a task from JSON, gzipped or plain."""
    content = path.read_bytes()
    state = json.loads(gzip.decompress(content) if path.suffix == ".gz" else content)
    questions = [
        (question, (gold,) if isinstance(gold, int) else tuple(gold))
        for question, gold in state["questions"]
    ]
    return Task(state["passages"], questions)


def _score_rows(task: Task, embedder: Embedder) -> Iterator[dict[str, Scores]]:
    """Yield each question's scores of all passages by each method."""
    words = WordSearch(task.passages)
    vectors = embedder.embed_passages(task.passages)
    queries = embedder.embed_queries([question for question, _ in task.questions])
    late = embedder.late_interaction
    tokens = [late.encode_passage(passage) for passage in task.passages] if late else []
    for (question, _), query in zip(task.questions, queries, strict=True):
        lexical, dense = words.score(question), vectors @ query
        rows = {
            "BM25": lexical,
            "dense": dense,
            "rank fusion": reciprocal_rank_fusion([lexical, dense]),
        }
        if late:
            similar = late.score(question, tokens)
            rows["late interaction"] = similar
            rows["combined"] = 2 * similar + scaled(lexical) + 0.5 * dense
        yield rows


def evaluate(task: Task, embedder: Embedder) -> Ranks:
    """Return the rank of the gold passage of every question, by method."""
    ranks: dict[str, list[int]] = {}
    for (_, gold), rows in zip(task.questions, _score_rows(task, embedder), strict=True):
        for method, scores in rows.items():
            ranks.setdefault(method, []).append(ranking.first_rank(scores, gold))
    return {method: np.array(row, dtype=np.int64) for method, row in ranks.items()}


def table(ranks: Ranks) -> str:
    """Write R@1, R@5, R@10, nDCG@10 and MRR of each method as a Markdown table."""
    lines = ["| | R@1 | R@5 | R@10 | nDCG@10 | MRR |", "|---|---|---|---|---|---|"]
    for method, row in ranks.items():
        figures = [ranking.recall_at(row, depth) for depth in (1, 5, 10)]
        figures += [ranking.gain_at_ten(row), ranking.reciprocal_rank(row)]
        lines.append(f"| {method} | " + " | ".join(f"{figure:.3f}" for figure in figures) + " |")
    return "\n".join(lines)


def main() -> None:
    """Print the figures of a model on one file of questions."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", help="model folder or name")
    parser.add_argument("task", type=Path, help="JSON or gzipped JSON file")
    arguments = parser.parse_args()
    embedder = load_embedder(EmbedderSettings(model=arguments.model))
    sys.stdout.write(table(evaluate(read_task(arguments.task), embedder)) + "\n")


if __name__ == "__main__":
    main()
