"""Sentences in documents that speak to a model: they may be quoted, and support nothing."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"[^。\n]*(?:[。\n]|$)")
_TO_A_MODEL = re.compile(
    r"(?:指示|命令|上記|以上|以前|これまで|プロンプト)[^。\n]{0,16}(?:無視|忘れ|従わ)"
    r"|と(?:だけ)?(?:答え|回答せ|回答し|出力せ|出力し|返答せ|返答し|書き)(?:よ|ろ|なさい|てください|て下さい)"
    r"|(?:ignore|disregard|forget)\s[^.\n]{0,30}(?:above|previous|prior|instruction)"
    r"|システムプロンプト|system prompt|あなたは[^。\n]{0,20}(?:AI|ＡＩ|アシスタント|モデル)",
    re.IGNORECASE,
)


def without_instructions(text: str) -> str:
    """The text without the sentences that tell a model what to do."""
    if not _TO_A_MODEL.search(text):
        return text
    sentences = (match.group() for match in _SENTENCE.finditer(text))
    return "".join(one for one in sentences if not _TO_A_MODEL.search(one))
