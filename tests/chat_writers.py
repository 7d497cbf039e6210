"""Two writers behind the scripted server: one that uses the evidence, and one that lies.

Both know nothing but the prompt: they read the units, findings and blocks from it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from tests.chat_server import Asked, Reply

_UNIT = re.compile(r"<unit (?P<attributes>[^>]*)>\n(?P<text>.*?)\n</unit>", re.DOTALL)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_FOUND = re.compile(r'<(?P<tag>finding|quote) units="(?P<units>[\d,]*)">(?P<text>.*?)</(?P=tag)>', re.DOTALL)
_BLOCK = re.compile(r'<block name="([A-Z])">')
_QUESTION = re.compile(r"<question>\n(.*?)\n</question>", re.DOTALL)


@dataclass(frozen=True)
class GivenUnit:
    number: int
    text: str
    facts: dict[str, str]


@dataclass(frozen=True)
class Found:
    units: tuple[int, ...]
    text: str
    is_quote: bool

    @property
    def markers(self) -> str:
        return "".join(f"[{number}]" for number in self.units)


@dataclass(frozen=True)
class Task:
    question: str
    units: tuple[GivenUnit, ...]
    findings: tuple[Found, ...]
    blocks: tuple[str, ...]


def task_of(asked: Asked) -> Task:
    prompt = next(message for message in asked.messages if "\n</question>" in message)
    units = []
    for match in _UNIT.finditer(prompt):
        facts = {name: unescape(value) for name, value in _ATTRIBUTE.findall(match["attributes"])}
        units.append(GivenUnit(int(facts["n"]), unescape(match["text"]), facts))
    findings = tuple(
        Found(
            tuple(map(int, filter(None, match["units"].split(",")))),
            unescape(match["text"]),
            match["tag"] == "quote",
        )
        for match in _FOUND.finditer(prompt)
    )
    question = unescape(_QUESTION.findall(prompt)[-1])
    return Task(question, tuple(units), findings, tuple(_BLOCK.findall(prompt)))


def honest(asked: Asked) -> Reply:
    """Words every finding, with its markers, and puts the blocks behind."""
    task = task_of(asked)
    lines = []
    for place, found in enumerate(task.findings):
        text = " ".join(found.text.split())
        if not found.is_quote:
            lines.append(f"{text}{found.markers}")
            continue
        unit = task.units[found.units[0] - 1]
        opening = "資料には" if place == 0 else "また、"
        if unit.facts.get("submitter") and place == 0:
            opening = "意見への対応では、"
        lines.append(f"{opening}「{text}」と記されています。{found.markers}")
    lines += [f"[{name}]" for name in task.blocks]
    return Reply("\n".join(lines))
