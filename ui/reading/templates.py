"""Pages of the reading room, with the addresses and words that its templates use."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.query import Language
from index.documents import Passage, Span
from ui.reading import links
from ui.reading.wording import Words
from ui.templates import environment

if TYPE_CHECKING:
    from jinja2 import Environment

STATIC = Path(__file__).with_name("static")


def render(template: str, language: Language, path: str, **values: object) -> str:
    """One page.

    Args:
        template: File name in `templates/`.
        language: Of the labels; what documents say stays as it is.
        path: The page's own address without `lang`, for the other language's link.
        values: What the template shows.
    """
    words = Words(language)
    return (
        _environment()
        .get_template(template)
        .render(words=words, lang=words.query, path=path, static=static_url, **values)
    )


@cache
def static_url(name: str) -> str:
    """Address of a file of ours, which changes with the file so that it may be kept for long."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/reading/static/{name}?v={digest}"


@cache
def _environment() -> Environment:
    made = environment("ui.reading")
    made.filters["span"] = _span
    made.globals["zip"] = zip
    for address in (
        links.document_url,
        links.unit_url,
        links.original_url,
        links.page_url,
        links.term_url,
        links.term_anchor,
    ):
        made.globals[address.__name__] = address
    return made


def _span(passage: Passage) -> Span:
    """The stretch of the source from a passage's first to its last character."""
    return Span(passage.start, passage.end)
