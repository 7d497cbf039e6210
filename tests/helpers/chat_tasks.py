"""The task that a prompt sets: its question, units, findings and blocks, read from it alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from tests.helpers.chat_server import Asked

_UNIT = re.compile(r"<unit (?P<attributes>[^>]*)>\n(?P<text>.*?)\n</unit>", re.DOTALL)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_FOUND = re.compile(
    r'<(?P<tag>finding|quote) units="(?P<units>[\d,]*)">(?P<text>.*?)</(?P=tag)>', re.DOTALL
)
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
    english: bool


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
    english = asked.system.startswith("You answer")
    return Task(question, tuple(units), findings, tuple(_BLOCK.findall(prompt)), english)
