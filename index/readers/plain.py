"""Plain text: UTF-8 with or without BOM, and CP932 (Shift_JIS of Windows)."""

from __future__ import annotations

import codecs
import hashlib
import itertools
import re
from typing import TYPE_CHECKING

from index.documents import Page, Repair, RepairKind, SourceText, Span
from index.errors import ReadError

if TYPE_CHECKING:
    from pathlib import Path

_SAVE_AGAIN = "文字コードを UTF-8 にして保存し直してください。"
# What other programs' files begin with: what to call them.
_OTHER_KINDS = {
    b"PK\x03\x04": "Word・Excel・ZIP などのファイルです。PDF かテキストにしてください。",
    b"\xd0\xcf\x11\xe0": "古い Word・Excel のファイルです。PDF かテキストにしてください。",
    codecs.BOM_UTF16_LE: f"UTF-16 のテキストです。{_SAVE_AGAIN}",
    codecs.BOM_UTF16_BE: f"UTF-16 のテキストです。{_SAVE_AGAIN}",
}
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_HALF_WIDTH_KANA = re.compile(r"[\uff61-\uff9f]")
_LINE_END = re.compile(r"\r\n?")


def read_plain(path: Path, data: bytes) -> SourceText:
    """Decode a text file; a form feed begins a new page.

    Line ends become LF, and so do form feeds, one character for one, so that a page's
    span holds its own line ends and no control character is left in the text.

    Raises:
        ReadError: The bytes are no text, or in an encoding that is not supported.
    """
    _refuse_binary(path, data)
    text, repairs = _decode(path, data)
    line_ends = len(_LINE_END.findall(text))
    if line_ends:
        text = _LINE_END.sub("\n", text)
        repairs.append(_repair(text, f"改行コード {line_ends}か所"))
    pages = _pages(text)
    if pages:
        text = text.replace("\f", "\n")
        repairs.append(_repair(text, f"改ページ文字 {len(pages) - 1}か所"))
    if not text.strip():
        raise ReadError(path, "空白しかありません。元の文書からもう一度保存してください。")
    digest = hashlib.sha256(data).hexdigest()
    return SourceText(path, text, pages, tuple(repairs), digest, "text/plain")


def _refuse_binary(path: Path, data: bytes) -> None:
    for magic, reason in _OTHER_KINDS.items():
        if data.startswith(magic):
            raise ReadError(path, reason)
    control = _CONTROL.search(data)
    if control is None:
        return
    line = _line_of(data, control.start())
    if control.group() == b"\x1b":
        raise ReadError(path, f"{line}行目: ISO-2022-JP（JIS）のテキストです。{_SAVE_AGAIN}")
    raise ReadError(
        path, f"{line}行目: テキストにはない制御文字があります。PDF かテキストを指定してください。"
    )


def _decode(path: Path, data: bytes) -> tuple[str, list[Repair]]:
    """The text, and a repair where it was not plain UTF-8."""
    if data.startswith(codecs.BOM_UTF8):
        text = _utf8(path, data[len(codecs.BOM_UTF8) :])
        return text, [Repair(RepairKind.ENCODING, Span(0, 0), "先頭の BOM")]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        utf8_error = error
    try:
        text = data.decode("cp932")
    except UnicodeDecodeError as error:
        furthest = max(utf8_error.start, error.start)
        raise _not_decoded(path, data, furthest) from error
    foreign = len(_HALF_WIDTH_KANA.findall(text))
    if foreign > 0.3 * sum(character > "\x7f" for character in text):
        # EUC-JP and UTF-8 with a fault decode as CP932 without an error, to kana like these.
        raise _not_decoded(path, data, utf8_error.start)
    return text, [_repair(text, "CP932 から変換")]


def _utf8(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_decoded(path, data, error.start) from error


def _not_decoded(path: Path, data: bytes, offset: int) -> ReadError:
    reason = f"{_line_of(data, offset)}行目: UTF-8 としても CP932 としても読めません。"
    return ReadError(path, reason + _SAVE_AGAIN)


def _line_of(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1


def _repair(text: str, detail: str) -> Repair:
    return Repair(RepairKind.ENCODING, Span(0, len(text)), detail)


def _pages(text: str) -> tuple[Page, ...]:
    """Pages between form feeds, none where there is no form feed."""
    ends = [match.end() for match in re.finditer("\f", text)]
    if not ends:
        return ()
    borders = itertools.pairwise([0, *ends, len(text)])
    spans = [Span(start, end) for start, end in borders]
    if not text[spans[-1].start :].strip():
        last = spans.pop()
        spans[-1] = Span(spans[-1].start, last.end)
    return tuple(Page(number, span) for number, span in enumerate(spans, 1))
