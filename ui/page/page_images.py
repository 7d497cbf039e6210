"""Pages of PDFs as images, for comparing a quote with what was printed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from index.errors import ReadError
from index.library import Library
from index.readers.pdf_text import draw_page

_WIDTH = 1000  # pixels


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as PNG, with what it shows."""

    png: bytes
    title: str
    number: int


def page_image(library: Library, unit_id: str, quote: str) -> PageImage:
    """The page a unit begins on, the quoted words marked where they are found on it.

    Raises:
        UsageError: There is no such unit.
        ReadError: The unit has no page, or the file is not the one that was indexed.
    """
    unit = library.catalog.unit(unit_id)
    record = library.catalog.document(unit.id.partition("#")[0])
    number = unit.locator.page
    changed = "元のPDFが見つからないか、取り込んだときから変わっています。"
    if number is None:
        raise ReadError(record.path, "ページのある文書ではありません。")
    try:
        data = record.path.read_bytes()
    except OSError as error:
        raise ReadError(record.path, changed) from error
    if hashlib.sha256(data).hexdigest() != record.sha256:
        raise ReadError(record.path, changed)
    return PageImage(draw_page(record.path, data, number, _WIDTH, quote), record.title, number)
