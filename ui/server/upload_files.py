"""Files as they come from people: what may come in, and under which name it is kept."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from index.errors import ReadError
from index.readers import refuse_unreadable
from index.readers.pdf import is_pdf
from ui.server.access.files import OWNER_ONLY
from ui.server.problems import TooLargeError, WrongTypeError
from ui.server.settings import MEGABYTE

UPLOADS_FOLDER = "uploads"
_UNSAFE = re.compile(r'[\\/:*?"<>|#%\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+')
_TEXT_SUFFIXES = frozenset({".txt", ".text", ".md"})
_LONGEST_NAME = 150  # bytes; file systems take 255
_NAMELESS = "文書"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came: its name as given, and its bytes."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """Hex digest of its bytes."""
        return hashlib.sha256(self.data).hexdigest()


def check(upload: Upload, most_bytes: int) -> None:
    """Refuse what cannot be a document, by its content and never by its name.

    Raises:
        TooLargeError: It is too large.
        WrongTypeError: It is neither a PDF nor text, or empty.
    """
    name = safe_name(upload)
    if len(upload.data) > most_bytes:
        raise TooLargeError(
            f"{name}: {len(upload.data) / MEGABYTE:.1f}MBあります。"
            f"{most_bytes / MEGABYTE:.1f}MBまでのファイルにしてください。"
        )
    try:
        refuse_unreadable(Path(name), upload.data)
    except ReadError as error:
        raise WrongTypeError(str(error)) from error


def safe_name(upload: Upload) -> str:
    """A file name without paths, control and direction marks; its ending by its content."""
    given = unicodedata.normalize("NFC", upload.name).replace("\\", "/").rpartition("/")[2]
    stem, dot, ending = given.rpartition(".")
    suffix = f".{ending.lower()}" if dot else ""
    if is_pdf(upload.data):
        suffix = ".pdf"
    elif suffix not in _TEXT_SUFFIXES:
        suffix = ".txt"
    plain = _UNSAFE.sub("_", stem if dot else given).strip("._-~ ")
    return _shortened(plain or _NAMELESS) + suffix


@dataclass(frozen=True, slots=True)
class KeptFile:
    """Where a file is kept; `fresh` where the same one was not there before."""

    path: Path
    fresh: bool


def keep(folder: Path, uploads: Iterable[Upload]) -> tuple[KeptFile, ...]:
    """Put files into a folder; one that is there already stands for itself."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return tuple(_kept(folder, upload) for upload in uploads)


def _kept(folder: Path, upload: Upload) -> KeptFile:
    name = Path(safe_name(upload))
    number = 1
    while True:
        marked = f"{name.stem}~{number}{name.suffix}" if number > 1 else name.name
        path = (folder / marked).resolve()
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
        except FileExistsError:
            if path.read_bytes() == upload.data:
                return KeptFile(path, fresh=False)
            number += 1
            continue
        with os.fdopen(descriptor, "wb") as file:
            file.write(upload.data)
        return KeptFile(path, fresh=True)


def _shortened(stem: str) -> str:
    return stem.encode()[:_LONGEST_NAME].decode(errors="ignore")
