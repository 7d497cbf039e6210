"""Files to `SourceText`: plain text and PDF, told apart by content, never by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import ReadError
from index.readers.pdf import is_pdf, read_pdf
from index.readers.plain import read_plain

if TYPE_CHECKING:
    from pathlib import Path

    from index.documents import SourceText

__all__ = ["read", "refuse_unreadable"]


def read(path: Path) -> SourceText:
    """Read one file.

    Args:
        path: A text file (UTF-8 or CP932) or a PDF.

    Raises:
        ReadError: The file is missing, empty, damaged, locked, or not readable as text;
            the message says where and what to do.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(path, "ファイルがありません。場所と名前を確かめてください。") from error
    except IsADirectoryError as error:
        raise ReadError(path, "フォルダーです。中のファイルを指定してください。") from error
    except OSError as error:
        raise ReadError(path, f"開けません（{error.strerror}）。") from error
    _refuse_empty(path, data)
    return read_pdf(path, data) if is_pdf(data) else read_plain(path, data)


def refuse_unreadable(path: Path, data: bytes) -> None:
    """Refuse what is neither a PDF nor text, without parsing it.

    Args:
        path: What to call it.
        data: Its bytes.

    Raises:
        ReadError: It is empty, or no text in an encoding that is read.
    """
    _refuse_empty(path, data)
    if not is_pdf(data):
        read_plain(path, data)


def _refuse_empty(path: Path, data: bytes) -> None:
    if not data.strip():
        raise ReadError(path, "中身が空です。元の文書からもう一度保存してください。")
