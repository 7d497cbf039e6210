"""Examples for OpenAPI, from the sample documents of an invented city."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from fastapi.openapi.models import Example

ANSWER_EXAMPLE: dict[str, Any] = json.loads(
    Path(__file__).with_name("answer_example.json").read_text(encoding="utf-8")
)
"""The answer to the first question example."""

QUESTION_EXAMPLES: dict[str, Example] = {
    "one": {
        "summary": "一つの質問",
        "value": {"question": "意見1-2の提出者は誰ですか"},
    },
    "follow-up": {
        "summary": "続けての質問",
        "value": {
            "question": "その意見への回答は",
            "history": [
                ["意見1-2の提出者は誰ですか", "意見1-2の提出者は(株)みぎわシステムズです。"]
            ],
        },
    },
}
