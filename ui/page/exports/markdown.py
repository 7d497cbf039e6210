"""A conversation as Markdown."""

from __future__ import annotations

from ui.page.exports.references import Paper
from ui.page.texts import Texts

MARKDOWN_TYPE = "text/markdown"


def markdown_file(paper: Paper, texts: Texts) -> bytes:
    """Questions as headings, then the list of references."""
    lines = [f"# {paper.title}", ""]
    for passage in paper.passages:
        lines += [f"## {passage.question}", "", f"（{passage.status}）", "", passage.text, ""]
    if paper.references:
        lines += [f"## {texts.citations}", ""]
        lines += [f"[{each.number}] {each.place}「{each.quote}」  " for each in paper.references]
    return "\n".join(lines).encode("utf-8")
