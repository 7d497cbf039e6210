"""An answer's Markdown as safe HTML, its markers as links to the citations.

The one door to markdown-it. Only blocks and emphasis that answers use are switched on:
no links, images or raw HTML, so that nothing in an answer can act or load anything.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_RULES = ["blockquote", "list", "heading", "emphasis", "table", "newline"]
# Only in text between tags: attributes of what markdown-it prints hold no brackets.
_MARKER = re.compile(r"\[(\d{1,4})\]")


def answer_html(text: str, prefix: str, numbers: Collection[int]) -> str:
    """The answer as HTML.

    Args:
        text: Markdown of an answer.
        prefix: Start of the id of a citation's element; its number follows after `-`.
        numbers: Citations that are there to link to; other markers stay text.
    """

    def linked(marker: re.Match[str]) -> str:
        number = int(marker[1])
        if number not in numbers:
            return marker[0]
        return f'<a class="marker" href="#{escape(prefix)}-{number}">{marker[0]}</a>'

    rendered: str = _markdown().render(text)
    return _MARKER.sub(linked, rendered)


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("zero", {"breaks": True}).enable(_RULES)
