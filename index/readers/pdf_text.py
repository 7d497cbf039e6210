"""Text and pictures of PDF pages by pdfium; the only file that imports pypdfium2."""

from __future__ import annotations

import ctypes
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from index.errors import ReadError
from index.readers.raised import Glyph, raise_digits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LINE_END_HYPHEN = {0xFFFE: "-", 0x02: "-"}  # how pdfium writes a hyphen that ends a line
_NOT_MAPPED = "\ufffd"


@dataclass(frozen=True, slots=True)
class PdfPage:
    """What pdfium finds on one page.

    Attributes:
        number: From 1.
        text: Its text in the order of the file, lines ended by LF; raised digits as
            superscripts, U+FFFD where a glyph has no character.
        has_image: Whether a picture stands on it.
        has_rules: Whether lines or boxes are drawn on it, so that it may hold a table.
    """

    number: int
    text: str
    has_image: bool
    has_rules: bool


def pdf_pages(path: Path, data: bytes) -> Iterator[PdfPage]:
    """The pages of a PDF in order.

    Raises:
        ReadError: pdfium cannot open the file or one of its pages.
    """
    import pypdfium2
    from pypdfium2 import raw

    number = None
    try:
        document = pypdfium2.PdfDocument(data)
        try:
            for number in range(1, len(document) + 1):
                page = document[number - 1]
                kinds = {item.type for item in page.get_objects(max_depth=4)}
                yield PdfPage(
                    number,
                    _page_text(page, raw),
                    raw.FPDF_PAGEOBJ_IMAGE in kinds,
                    raw.FPDF_PAGEOBJ_PATH in kinds,
                )
                page.close()
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        reason = "PDF が壊れていて読めません。もう一度入手してください。"
        raise ReadError(path, reason, number) from error


def draw_page(path: Path, data: bytes, number: int, width: int, words: str = "") -> bytes:
    """A page as a PNG picture.

    Args:
        path: The file, for messages.
        data: Its bytes.
        number: The page, from 1.
        width: Of the picture, in pixels.
        words: Marked where they stand on the page, whatever its line ends and spaces.

    Raises:
        ReadError: pdfium cannot open the file, or it has no such page.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        try:
            page = document[number - 1]
            scale = width / page.get_width()
            picture = page.render(scale=scale).to_pil().convert("RGB")
            for left, bottom, right, top in _boxes(page, words):
                height = picture.height
                box = (left * scale, height - top * scale, right * scale, height - bottom * scale)
                _mark(picture, tuple(map(round, box)))
            file = io.BytesIO()
            picture.save(file, "PNG", optimize=True)
            return file.getvalue()
        finally:
            document.close()
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise ReadError(path, "このページを表示できません。", number) from error


def _boxes(page: Any, words: str) -> list[tuple[float, float, float, float]]:
    """Where words stand: left, bottom, right, top of each line of them, in points."""
    textpage = page.get_textpage()
    letters = [
        (place, letter)
        for place, letter in enumerate(textpage.get_text_range())
        if not letter.isspace()
    ]
    wanted = "".join(words.split())
    start = "".join(letter for _, letter in letters).find(wanted) if wanted else -1
    if start < 0:
        return []
    first, last = letters[start][0], letters[start + len(wanted) - 1][0]
    count = textpage.count_rects(first, last - first + 1)
    return [textpage.get_rect(number) for number in range(count)]


def _mark(picture: Any, box: tuple[int, ...]) -> None:
    """Tint a box as a marker pen does: what is dark stays dark."""
    from PIL import Image, ImageChops

    part = picture.crop(box)
    if part.width and part.height:
        pen = Image.new("RGB", part.size, (255, 236, 130))
        picture.paste(ImageChops.multiply(part, pen), box[:2])


def _page_text(page: Any, raw: Any) -> str:
    textpage = page.get_textpage()
    codes = [raw.FPDFText_GetUnicode(textpage, i) for i in range(raw.FPDFText_CountChars(textpage))]
    characters = [_LINE_END_HYPHEN.get(code) or chr(code) or _NOT_MAPPED for code in codes]
    characters = raise_digits(characters, lambda place: _glyph(textpage, place, raw))
    textpage.close()
    text = "".join(characters).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\0", _NOT_MAPPED).replace("\r\n", "\n").replace("\r", "\n")


def _glyph(textpage: Any, place: int, raw: Any) -> Glyph:
    """Height and base line of the character at `place`."""
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(textpage, place, box)
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(textpage, place, x, y)
    return Glyph(abs(box.top - box.bottom), y.value)
