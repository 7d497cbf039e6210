"""Where in a cases file a mistake stands: the line, and what is wrong, for its author."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_SHOWN = 10
_NEEDS_QUOTES = "（yes・no・数などは引用符で囲んでください）"
_MESSAGES = {
    "missing": "この項目がありません。",
    "extra_forbidden": "このような項目はありません。綴りを確かめてください。",
    "enum": "{expected} のどれかにしてください。",
    "string_type": "文字列にしてください。",
    "int_type": "整数にしてください。",
    "tuple_type": "並び（リスト）にしてください。",
    "model_type": "項目の組（キーと値）にしてください。",
    "dict_type": "項目の組（キーと値）にしてください。",
}

Location = tuple[int | str, ...]


def line_of(text: str, location: Location) -> int:
    """Line, from 1, of the deepest part of a location that a YAML or JSON text holds.

    A key stands for its value, so that a field that is missing is looked for at the field
    or list entry it is missing from.

    Args:
        text: The whole file; must be readable as YAML.
        location: Keys and list indexes from the top down, as pydantic gives them.
    """
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    line = node.start_mark.line if node is not None else 0
    for part in location:
        found = _child(node, part)
        if found is None:
            break
        line, node = found
    return line + 1


def _child(node: Node | None, part: int | str) -> tuple[int, Node] | None:
    """Line (from 0) and node of one part of a mapping or a list."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode) and key.value == str(part):
                return key.start_mark.line, value
    if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        entry = node.value[part]
        return entry.start_mark.line, entry
    return None


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A cases file, and where in it things stand.

    Attributes:
        path: The file.
        text: All of it.
    """

    path: Path
    text: str

    def line(self, location: Location) -> int:
        """Line, from 1, of a part of the loaded file, whose top is a mapping with `cases`."""
        if self.path.suffix == ".jsonl":
            return self._json_line(location)
        if not _is_mapping(self.text) and location[:1] == ("cases",):
            location = location[1:]
        return line_of(self.text, location)

    def places(self, errors: Sequence[ErrorDetails]) -> str:
        """All mistakes, a line each: file, line, place and what to do."""
        lines = [self._place(error) for error in errors[:_SHOWN]]
        if len(errors) > _SHOWN:
            lines.append(f"ほかに{len(errors) - _SHOWN}件の誤りがあります。")
        return "\n".join(lines)

    def _place(self, error: ErrorDetails) -> str:
        return f"{self.path}:{self.line(error['loc'])}: {fault(error)}"

    def _json_line(self, location: Location) -> int:
        filled = [n for n, line in enumerate(self.text.splitlines(), start=1) if line.strip()]
        index = location[1] if len(location) > 1 else None
        return filled[index] if isinstance(index, int) and index < len(filled) else 1


def _is_mapping(text: str) -> bool:
    return isinstance(yaml.compose(text, Loader=yaml.SafeLoader), MappingNode)


def fault(error: ErrorDetails) -> str:
    """One mistake in Japanese: the field, and what to do."""
    name = " → ".join(str(part) for part in error["loc"])
    return f"{name}: {_message(error)}" if name else _message(error)


def _message(error: ErrorDetails) -> str:
    expected = str(error.get("ctx", {}).get("expected", ""))
    own = error["msg"].removeprefix("Value error, ")
    message = _MESSAGES.get(error["type"], own)
    message = message.replace("{expected}", re.sub(r" or |, ", "・", expected))
    plain = isinstance(error["input"], bool | int | float)
    return message + (_NEEDS_QUOTES if plain and error["type"] in ("enum", "string_type") else "")
