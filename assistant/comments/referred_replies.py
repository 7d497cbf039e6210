"""Replies that say no more than 「No.1の回答のとおり」, and the replies they point to."""

from __future__ import annotations

import re

from assistant.understanding.mentions import fold
from index.documents import Comment
from index.library import Library

_REFERENCE = re.compile(
    r"(?:no\.?|番号|意見(?:番号)?)\s*(?P<number>\d+)(?:\s*(?:-|の)\s*(?P<branch>\d+))?"
    r"\s*(?:(?:の|へ|に対|について)[^。\n]{0,12}?)?(?:回答|考え方|対応|記載)(?:の|を|と|に)",
    re.IGNORECASE,
)


def referred_replies(comment: Comment, library: Library) -> tuple[Comment, ...]:
    """The comments of the same table whose replies a comment's reply points to."""
    document = comment.id.partition("#")[0]
    found: dict[str, Comment] = {}
    for match in _REFERENCE.finditer(fold(comment.reply.text)) if comment.reply else ():
        branch = int(match["branch"]) if match["branch"] else None
        for other in library.catalog.comments(int(match["number"]), branch, within=[document]):
            if other.id != comment.id and other.reply:
                found[other.id] = other
    return tuple(found.values())
