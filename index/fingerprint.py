"""Fingerprints of program code.

What is stored was made by some version of the code. A number kept by hand would be forgotten
when the code changes; a hash of the code cannot be.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

_HERE = Path(__file__).parent
_DICTIONARY = "sudachidict-core"


@cache
def code_fingerprint(*places: str) -> str:
    """Hash of source files of this package, and of the version of the dictionary of words.

    Args:
        places: Files and folders, relative to `index/`.
    """
    digest = hashlib.sha256(version(_DICTIONARY).encode())
    for place in places:
        root = _HERE / place
        files = [root]
        if root.is_dir():  # the lists of words decide as much as the code does
            files = sorted(path for path in root.rglob("*") if path.suffix in (".py", ".tsv"))
        for path in files:
            digest.update(path.relative_to(_HERE).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
