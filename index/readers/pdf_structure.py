"""Whether a PDF is whole and open; the only file that imports pypdf."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

from index.errors import ReadError

if TYPE_CHECKING:
    from pathlib import Path

    from pypdf import PdfReader

_DAMAGED = "PDF が壊れているか、途中で切れています。もう一度入手してください。"
_TAIL = 1024  # readers look for the end mark in the last 1,024 bytes

#: What the PDF libraries fail with, besides their own errors, when a file is damaged.
DAMAGE = (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError)


def count_pages(path: Path, data: bytes) -> int:
    """Number of pages of a PDF that is complete and needs no password.

    An encrypted file that opens with the empty password is fine.

    Raises:
        ReadError: The file is damaged, cut off, has no page, or asks for a password.
    """
    if b"%%EOF" not in data[-_TAIL:]:
        raise ReadError(path, _DAMAGED)
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    # Its warnings are about faults that either do no harm or end in an error here.
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        reader = PdfReader(io.BytesIO(data))
        _open(path, reader)
        pages = len(reader.pages)
    except DependencyError as error:
        raise ReadError(path, f"暗号の方式に対応していません（{error}）。") from error
    # Damaged files make pypdf fail in these ways besides its own errors.
    except (
        PyPdfError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        RecursionError,
    ) as error:
        raise ReadError(path, _DAMAGED) from error
    if pages == 0:
        raise ReadError(path, "PDF にページがありません。もう一度入手してください。")
    return pages


def _open(path: Path, reader: PdfReader) -> None:
    from pypdf import PasswordType

    if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
        raise ReadError(
            path,
            "パスワードで保護された PDF です。パスワードを外した PDF を用意してください。",
        )
