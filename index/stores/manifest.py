"""What a generation consists of: written last, compared before it is opened.

A damaged vector file can bring down the whole process inside the library that reads it, and a
damaged segment can answer with half the rows and no error. So every file that does not change
any more is compared by its hash first.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

MANIFEST_FILE = "manifest.json"
_CHANGING = (".lock", ".sqlite3", "-journal", "-wal", "-shm", MANIFEST_FILE)


@dataclass(frozen=True, slots=True)
class FileHash:
    """A file, relative to the generation's folder, and the hash of its content."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A generation: how its entries were made, and its files."""

    recipe: str
    files: tuple[FileHash, ...]


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_manifest(folder: Path, recipe: str) -> None:
    """Note what a finished folder consists of."""
    files = tuple(
        FileHash(path.relative_to(folder).as_posix(), _hash(path))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(_CHANGING)
    )
    written = json.dumps(asdict(Manifest(recipe, files)), indent=1)
    (folder / MANIFEST_FILE).write_text(written, encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder.

    Raises:
        OSError: There is none.
        ValueError: It is not a manifest.
    """
    written = json.loads((folder / MANIFEST_FILE).read_text(encoding="utf-8"))
    try:
        files = tuple(FileHash(entry["path"], entry["sha256"]) for entry in written["files"])
        return Manifest(str(written["recipe"]), files)
    except (KeyError, TypeError) as error:
        raise ValueError(f"{MANIFEST_FILE}: {error!r}") from error


def damaged_files(folder: Path, manifest: Manifest) -> tuple[str, ...]:
    """Files that are missing or are not what they were."""
    return tuple(
        file.path
        for file in manifest.files
        if not (folder / file.path).is_file() or _hash(folder / file.path) != file.sha256
    )
