"""The forms in which a completed question writes its places."""

from __future__ import annotations

import re

MEETING = re.compile(r"第?\s*\d+\s*回目?(?:の?(?:会合|会議|部会|協議会))?")
COMMENT = re.compile(
    r"(?:意見|コメント|No\.)\s*\d+(?:\s*[-の]\s*\d+)?(?:の意見)?(?!\s*(?:件|者|人))"
    r"|(?<![\d.\-])\d+-\d+(?![\d\-])",
    re.IGNORECASE,
)
FOOTNOTE = re.compile(r"脚注\s*\d+")
SECTION = re.compile(
    r"(?<![\d.\-])(?:第\d+節|第\d+章(?:\d+(?:\.\d+)*)?|\d+(?:\.\d+)+|\d+(?=\())(?:\(\d+\))?"
    r"(?:[ivx]+(?![a-z]))?"
)
