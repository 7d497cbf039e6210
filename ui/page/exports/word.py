"""A conversation as a Word file; the one door to python-docx."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from ui.page.exports.references import Paper
from ui.page.texts import Texts

if TYPE_CHECKING:
    from docx.document import Document

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_FONT = "游明朝"
_HEADING_FONT = "游ゴシック"
_MARKER = re.compile(r"(\[\d{1,4}\])")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def word_file(paper: Paper, texts: Texts) -> bytes:
    """Questions as headings, quotes indented, then the list of references."""
    from docx import Document

    document = Document()
    _set_fonts(document)
    document.add_heading(_clean(paper.title), level=1)
    for passage in paper.passages:
        document.add_heading(_clean(passage.question), level=2)
        document.add_paragraph(f"（{_clean(passage.status)}）")
        for line in _clean(passage.text).splitlines():
            _add_line(document, line)
    if paper.references:
        document.add_heading(texts.citations, level=2)
    for each in paper.references:
        document.add_paragraph(_clean(f"[{each.number}] {each.place}「{each.quote}」"))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _add_line(document: Document, line: str) -> None:
    text = line.strip()
    if text in ("", ">"):
        return
    style = {"> ": "Quote", "- ": "List Bullet"}.get(text[:2])
    paragraph = document.add_paragraph(style=style)
    for piece in _MARKER.split(text[2:] if style else text):
        run = paragraph.add_run(piece.replace("**", ""))
        run.font.superscript = bool(_MARKER.fullmatch(piece)) or None


def _set_fonts(document: Document) -> None:
    """Japanese fonts: Word looks up those of East Asian letters under a name of their own."""
    from docx.oxml.ns import qn

    names = {"Normal": _FONT, "Heading 1": _HEADING_FONT, "Heading 2": _HEADING_FONT}
    for style_name, font in names.items():
        style: Any = document.styles[style_name]
        style.font.name = font
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _clean(text: str) -> str:
    return _CONTROL.sub("", text)
