"""A token and a password that open the server, and what its log says of who came."""

from __future__ import annotations

import json
from typing import Any

from index.settings import IndexSettings

TOKEN = "a-token-nobody-can-guess"
PASSWORD = "correct horse 電池"
BEARER = {"Authorization": f"Bearer {TOKEN}"}


def audited(settings: IndexSettings) -> list[dict[str, Any]]:
    lines: list[str] = []
    for path in sorted((settings.data_dir / "audit").iterdir()):
        lines += path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]
