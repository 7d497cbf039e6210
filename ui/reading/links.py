"""Addresses of documents and of places in them."""

from __future__ import annotations

import re
from urllib.parse import quote as percent_encoded
from urllib.parse import urlencode

from index.documents import Span

_RANGE = re.compile(r"(\d{1,9})-(\d{1,9})")


def document_url(document_id: str, **query: str) -> str:
    """Address of a document's page; `query` as given, empty values left out."""
    return _asked(f"/doc/{percent_encoded(document_id, safe='')}", query)


def unit_url(unit_id: str, quote: Span | None = None, **query: str) -> str:
    """Address that opens a document on one unit.

    Args:
        unit_id: `<document id>#<local id>`.
        quote: Characters of the source text to be marked, as a citation's start and end.
        query: Further fields of the query, such as `lang`.
    """
    document_id, _, local_id = unit_id.partition("#")
    marked = f"{quote.start}-{quote.end}" if quote else ""
    address = document_url(document_id, quote=marked, **query)
    return f"{address}#{percent_encoded(local_id, safe='')}" if local_id else address


def original_url(document_id: str, page: int | None = None) -> str:
    """Address of the file a document was read from, opened at a page."""
    path = f"/original/{percent_encoded(document_id, safe='')}"
    return f"{path}#page={page}" if page is not None else path


def term_anchor(term: str) -> str:
    """Id of a term's place in the glossary."""
    return f"用語-{'_'.join(term.split())}"


def term_url(term: str, **query: str) -> str:
    """Address of a term's place in the glossary."""
    return f"{_asked('/glossary', query)}#{percent_encoded(term_anchor(term), safe='')}"


def page_url(path: str, **query: str) -> str:
    """Address of one of our pages with further fields of its query; empty values left out."""
    return _asked(path, query)


def read_quote(text: str) -> Span | None:
    """The characters that `?quote=start-end` names; None where it names none."""
    match = _RANGE.fullmatch(text)
    if match is None or int(match[1]) >= int(match[2]):
        return None
    return Span(int(match[1]), int(match[2]))


def _asked(path: str, query: dict[str, str]) -> str:
    given = urlencode({name: value for name, value in query.items() if value})
    if not given:
        return path
    return f"{path}{'&' if '?' in path else '?'}{given}"
