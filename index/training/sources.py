"""The training pairs and texts as they lie on disk."""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

POLICY = ("mastg", "top10", "mirai")
BILINGUAL = ("ami", "ejdict", "sudachi_syn", "top10_enja")
TRANSLATED = ("jaquad", "jsquad_test", "law_cap", "law_title", *POLICY, "wiki_ict")

_GROUPS: dict[str, tuple[float, tuple[str, ...]]] = {
    "jaquad": (3.0, ("jaquad",)),
    "jsquad": (3.0, ("jsquad_test",)),
    "commonsense": (1.0, ("jcqa",)),
    "similar": (1.0, ("jnli", "jsts")),
    "wiki_rest": (1.0, ("wiki_ict",)),
    "wiki_title": (1.0, ("wiki_title",)),
    "law_caption": (0.5, ("law_cap",)),
    "law_rest": (0.5, ("law_ict",)),
    "law_title": (0.5, ("law_title", "lawqa")),
    "policy": (2.0, POLICY),
    "policy_rest": (2.0, ("mastg_ict", "top10_ict", "mirai_ict")),
    "dictionary": (0.35, ("ejdict",)),
    "synonym": (0.35, ("sudachi_syn",)),
    "meeting": (1.0, ("ami", "top10_enja")),
}

Pair = tuple[str, str]


@dataclass(frozen=True)
class Source:
    """Pairs that share batches.

    Attributes:
        name: What the log calls it.
        weight: Share of its pairs (above 1: times) seen in an epoch.
        pairs: Texts that belong together, query side first.
    """

    name: str
    weight: float
    pairs: list[Pair]


def read_pairs(folder: Path, name: str) -> list[Pair]:
    """Read `folder/pairs/name.jsonl.gz`, a JSON list of two texts a line."""
    with gzip.open(folder / "pairs" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [(first, second) for first, second in map(json.loads, lines)]


def read_group(folder: Path, names: Sequence[str]) -> list[Pair]:
    """Read several pair files as one list."""
    return [pair for name in names for pair in read_pairs(folder, name)]


def read_sources(folder: Path) -> list[Source]:
    """Read every pair file, grouped so that small files share batches."""
    return [
        Source(name, weight, read_group(folder, names)) for name, (weight, names) in _GROUPS.items()
    ]


def read_laws(folder: Path) -> Iterator[str]:
    """Yield the lines of the statute text."""
    with gzip.open(folder / "text" / "laws.txt.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n")


def distinct_texts(sources: Sequence[Source]) -> list[str]:
    """List every text of the pairs once, in order of first appearance."""
    return list(dict.fromkeys(text for s in sources for pair in s.pairs for text in pair))
