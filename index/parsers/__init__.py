"""From a source text to typed, citable documents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index.documents import Document, DocumentKind
from index.errors import ParseError
from index.parsers.bundle import Part, split
from index.parsers.comments import parse_comments
from index.parsers.cover import parse_cover
from index.parsers.coverage import unaccounted
from index.parsers.identity import with_unique_ids
from index.parsers.minutes import parse_minutes
from index.parsers.policy import parse_policy
from index.parsers.slides import parse_slides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.documents import SourceText


def parse(source: SourceText) -> tuple[Document, ...]:
    """All documents of a source, in order; a bundle gives several.

    Kinds are told by the content. What fits no kind is read as a policy document whose
    sections may be unnumbered, with a warning.

    Args:
        source: The text of one file.

    Raises:
        ParseError: The file holds no characters at all.
    """
    if not source.text.strip():
        raise ParseError(
            f"{source.path}: 文字がありません。画像だけのPDFは文字認識をしてから登録してください。"
        )
    documents = with_unique_ids([_parse_part(source, part) for part in split(source)])
    return _with_lost_characters(source, documents)


def _parse_part(source: SourceText, part: Part) -> Document:
    if part.kind is DocumentKind.COVER:
        return parse_cover(source, part.span)
    if part.kind is DocumentKind.SLIDES:
        return parse_slides(source, part.span, part.title)
    try:
        if part.kind is DocumentKind.MINUTES:
            return parse_minutes(source, part.span)
        if part.kind is DocumentKind.COMMENTS:
            return parse_comments(source, part.span)
    except ParseError as fault:
        document = parse_policy(source, part.span, part.title)
        return replace(document, warnings=(*document.warnings, str(fault)))
    return parse_policy(source, part.span, part.title)


def _with_lost_characters(
    source: SourceText, documents: Sequence[Document]
) -> tuple[Document, ...]:
    """Each document with a warning for the text of it that no unit holds."""
    lost = unaccounted(source, documents)
    result: list[Document] = []
    for document in documents:
        own = [span for span in lost if document.span.start <= span.start < document.span.end]
        if own:
            words = source.text[own[0].start : own[0].end][:20]
            count = sum(map(len, own))
            warning = f"どの単位にも入らない文字が{count}字あります（最初は「{words}」）。"
            document = replace(document, warnings=(*document.warnings, warning))
        result.append(document)
    return tuple(result)
