"""Documents about an invented city: the default index, test fixtures, first eval set.

Two minutes, a strategy and a table of public comments; see `README.md` beside this file.
The texts are the masters. `strategy.pdf` and `comments.pdf` say the same as their masters
and are for trying the PDF readers: index one form or the other, not both.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_NAMES = ("minutes-01.txt", "minutes-02.txt", "strategy.txt", "comments.txt")


def sample_paths() -> tuple[Path, ...]:
    """The documents to index by default: the four text masters."""
    return tuple(Path(__file__).with_name(name) for name in _NAMES)


def is_sample(sha256: str) -> bool:
    """Whether a file of this hash is one that comes with the program, as text or as PDF."""
    return sha256 in _digests()


@cache
def _digests() -> frozenset[str]:
    files = (path for path in Path(__file__).parent.iterdir() if path.suffix in (".txt", ".pdf"))
    return frozenset(hashlib.sha256(path.read_bytes()).hexdigest() for path in files)
