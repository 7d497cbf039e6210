"""Finding files, and taking the documents out of them."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from index.documents import Document, Footnote, Unit
from index.errors import ParseError, UsageError
from index.fingerprint import code_fingerprint
from index.ids import unit_id
from index.parsers import parse
from index.readers import read

_TEXT_SUFFIXES = frozenset({".txt", ".text", ".md"})
_PDF_START = b"%PDF-"


def parser_fingerprint() -> str:
    """Fingerprint of what turns a file into chunks: another one, and files are read anew."""
    code = ("readers", "parsers", "text", "chunks.py", "ids.py", "documents.py")
    return code_fingerprint(*code)


def find_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files of these paths, absolute, each once, in the order of their paths.

    A file that is named is always taken. Of a folder and all below it, text files and PDFs
    (whatever their name) are; hidden files and folders are passed over.

    Raises:
        UsageError: A path does not exist.
    """
    found: set[Path] = set()
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path} が見つかりません。パスを確認してください。")
        found.update(_walk(path) if path.is_dir() else [path])
    return tuple(sorted({path.resolve() for path in found}))


def _walk(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(place, name)
            if not name.startswith(".") and path.is_file() and _is_document(path):
                yield path


def _is_document(path: Path) -> bool:
    if path.suffix.lower() in _TEXT_SUFFIXES:
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(_PDF_START)) == _PDF_START
    except OSError:
        return path.suffix.lower() == ".pdf"  # so that it is reported as unreadable


def take_in(path: Path, taken: Collection[str]) -> tuple[Document, ...]:
    """Read and parse a file.

    Args:
        path: The file.
        taken: Document ids that others have.

    Raises:
        ReadError: It cannot be read.
        ParseError: Its structure contradicts itself.
    """
    documents: list[Document] = []
    held = set(taken)
    for parsed in parse(read(path)):
        document = with_id(parsed, _free_id(parsed.id, held))
        _require_distinct(path, document.units)
        documents.append(document)
        held.add(document.id)
    if not documents:
        raise ParseError(f"{path}: 文書として読み取れる内容がありません。")
    return tuple(documents)


def _free_id(wanted: str, taken: Collection[str]) -> str:
    """The id, or with `~2`, `~3` … the first that is free."""
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted}~{number}"
    return free


def with_id(document: Document, new_id: str) -> Document:
    """The document under another id, and its units with it."""
    if new_id == document.id:
        return document

    def moved(old: str) -> str:
        return unit_id(new_id, old.partition("#")[2])

    def moved_unit(unit: Unit) -> Unit:
        parent = None if unit.parent is None else moved(unit.parent)
        if isinstance(unit, Footnote) and unit.marker_unit is not None:
            marker = moved(unit.marker_unit)
            return replace(unit, id=moved(unit.id), parent=parent, marker_unit=marker)
        return replace(unit, id=moved(unit.id), parent=parent)

    return replace(
        document,
        id=new_id,
        units=tuple(map(moved_unit, document.units)),
        totals=tuple(replace(total, unit_id=moved(total.unit_id)) for total in document.totals),
    )


def _require_distinct(path: Path, units: Iterable[Unit]) -> None:
    seen: set[str] = set()
    for unit in units:
        if unit.id in seen:
            raise ParseError(
                f"{path}: 「{unit.label}」が二つあり、区別できません。"
                "元の文書で番号が重なっていないか確認してください。"
            )
        seen.add(unit.id)
