"""Who sent a comment: mended names, and individual or organisation."""

from __future__ import annotations

import re

from index.documents import SubmitterKind
from index.text.characters import JAPANESE

_NAME = JAPANESE + "・、（）()「」"
#: Spaces that a narrow table column left inside a name. A space between Latin words, or
#: between a Latin and a Japanese word, may belong to the name and stays.
_BROKEN = re.compile(
    rf"(?<=[{_NAME}])\s+(?=[{_NAME}])"
    rf"|(?<=[{JAPANESE}][)）])\s+"
    rf"|\s+(?=[(（][{JAPANESE}])"
)
_INDIVIDUAL = re.compile(
    r"(?:個人|匿名|氏名(?:非公表|不詳)|非公表|一般(?:の方|市民|国民|消費者)?|会社員|学生|主婦|無職|自営業)"
    r"(?:$|[\s(（0-9０-９A-ZＡ-Ｚ①-⑳の])"
)
#: A comment that ends with its sender in brackets, in tables without a column for it.
_SIGNATURE = re.compile(r"\s*[（(](?P<name>[^（）()。]{2,40}(?:\([0-9]+\))?)[)）]\s*$")
_NOT_A_NAME = re.compile(r"[0-9０-９.．]+|.*(?:頁|ページ|同旨|略|等)|意見[0-9０-９-]+")


def mend_spaces(printed: str) -> str:
    """A name or title without the spaces that a narrow column put in."""
    return _BROKEN.sub("", " ".join(printed.split()))


def submitter_kind(name: str) -> SubmitterKind:
    """Individual or organisation; unknown where the table prints nobody."""
    if not name:
        return SubmitterKind.UNKNOWN
    if _INDIVIDUAL.match(name):
        return SubmitterKind.INDIVIDUAL
    return SubmitterKind.ORGANISATION


def signature_of(opinion: str) -> str:
    """The sender that stands in brackets behind an opinion, "" where none does."""
    match = _SIGNATURE.search(opinion)
    return match["name"] if match and not _NOT_A_NAME.fullmatch(match["name"]) else ""
