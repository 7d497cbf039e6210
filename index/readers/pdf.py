"""PDF files: structure by pypdf, page text by pdfium, tables by pdfplumber.

Each library has its own file beside this one; here the pages are put together, mended
and checked for being text at all.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.documents import Page, Repair, RepairKind, SourceText, Span
from index.errors import ReadError
from index.readers.legibility import is_garbage
from index.readers.letter_spacing import Joined, join_spaced_letters
from index.readers.pdf_structure import count_pages
from index.readers.pdf_text import PdfPage, pdf_pages
from index.readers.tables import TableReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

_MAGIC = b"%PDF-"
_OCR = "文字認識（OCR）をかけて、文字を選択できる PDF にしてください。"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class _Reading:
    """One page as read: its text, the words joined in it, and notes about all of it."""

    number: int
    text: str
    joined: tuple[Joined, ...]
    notes: tuple[tuple[RepairKind, str], ...]


def is_pdf(data: bytes) -> bool:
    """Whether a file is a PDF; the mark may stand behind up to 1,024 other bytes."""
    return _MAGIC in data[:1024]


def read_pdf(path: Path, data: bytes) -> SourceText:
    """Read a PDF with all its pages.

    A page's span ends with a line end; a ruled table stands in it as rows with TAB
    between the cells and `<br>` between the lines of a cell.

    Raises:
        ReadError: The file is damaged or locked, its text is no text (no character
            maps, pictures only), or a table cannot be read without loss.
    """
    expected = count_pages(path, data)
    pages = list(pdf_pages(path, data))
    if len(pages) != expected:
        reason = (
            f"{expected}ページのうち{len(pages)}ページしか読めません。もう一度入手してください。"
        )
        raise ReadError(path, reason)
    _refuse_illegible(path, pages)
    return _assemble(path, data, _read_pages(path, data, pages))


def _refuse_illegible(path: Path, pages: Sequence[PdfPage]) -> None:
    if not any(page.text.strip() for page in pages):
        only = "（画像だけ）" if any(page.has_image for page in pages) else ""
        raise ReadError(path, f"{_list_pages(pages)}に文字がありません{only}。{_OCR}")
    for page in pages:
        if is_garbage(page.text):
            reason = f"文字の対応表がなく、文字化けしています。{_OCR}"
            raise ReadError(path, reason, page.number)


def _list_pages(pages: Sequence[PdfPage]) -> str:
    """`1ページ` or `1～3ページ`, for a file none of whose pages has text."""
    return "1ページ" if len(pages) == 1 else f"1～{len(pages)}ページの全て"


def _read_pages(path: Path, data: bytes, pages: Iterable[PdfPage]) -> Iterator[_Reading]:
    """Each page, its tables as rows, mended."""
    reader = TableReader(path, data)
    for page in pages:
        rows = None
        if page.has_rules:
            rows = reader.page_text(page.number, page.text)
        else:
            reader.page_without_rules()
        raw = page.text if rows is None else rows
        clean = _CONTROL.sub("", raw)
        text, joined = join_spaced_letters(clean)
        notes = []
        if len(clean) < len(raw):
            notes.append((RepairKind.ENCODING, f"制御文字 {len(raw) - len(clean)}字"))
        if page.has_image and not text.strip():
            notes.append((RepairKind.ENCODING, "文字のない画像。本文は読めていません"))
        if page.number in reader.figures:
            notes.append((RepairKind.TABLE_KEY, "表ではない罫線の図。文字は本文として読みました"))
        text = text if text.endswith("\n") else text + "\n"
        yield _Reading(page.number, text, joined, tuple(notes))


def _assemble(path: Path, data: bytes, readings: Iterable[_Reading]) -> SourceText:
    """All pages in one text, with what was mended."""
    texts: list[str] = []
    pages: list[Page] = []
    repairs: list[Repair] = []
    start = 0
    for reading in readings:
        span = Span(start, start + len(reading.text))
        texts.append(reading.text)
        pages.append(Page(reading.number, span))
        for run in reading.joined:
            place = Span(start + run.start, start + run.end)
            repairs.append(Repair(RepairKind.LETTER_SPACING, place, run.original))
        for kind, note in reading.notes:
            repairs.append(Repair(kind, span, f"{reading.number}ページ: {note}"))
        start = span.end
    digest = hashlib.sha256(data).hexdigest()
    return SourceText(path, "".join(texts), tuple(pages), tuple(repairs), digest, "application/pdf")
