"""Two writers behind the scripted server: one that uses the evidence, and one that lies.

Both know nothing but the prompt: they read the units, findings and blocks from it.
"""

from __future__ import annotations

import re

from tests.helpers.chat_lies import Lie, lies_about
from tests.helpers.chat_server import Asked, Reply
from tests.helpers.chat_tasks import Task, task_of


def honest(asked: Asked) -> Reply:
    """Words every finding, by turns as a quote and in indirect speech; the blocks stand behind."""
    return Reply("\n".join(_true_lines(task_of(asked))))


def _true_lines(task: Task) -> list[str]:
    lines = []
    for place, found in enumerate(task.findings):
        text = " ".join(found.text.split())
        label = task.units[found.units[0] - 1].facts["label"]
        if found.is_quote and task.english:
            lines.append(f"{label} says the following in its own words: “{text}”{found.markers}")
        elif found.is_quote and place % 2 and "。" not in text[:-1]:
            lines.append(f"{label}によれば、{text.rstrip('。')}とのことです。{found.markers}")
        elif found.is_quote:
            opening = "" if place == 0 else "また、"
            lines.append(f"{opening}{label}には、「{text}」と記されています。{found.markers}")
        elif not task.english:
            lines.append(f"{text}{found.markers}")
    return [*lines, *(f"[{name}]" for name in task.blocks)]


class Adversary:
    """Lies between true sentences, in all the ways it knows, and lies again when told.

    Attributes:
        told: Every lie so far.
        share: It tells one lie in so many; which ones changes with every request.
    """

    def __init__(self, share: int = 1) -> None:
        self.told: list[Lie] = []
        self.share = share
        self._requests = 0

    def __call__(self, asked: Asked) -> Reply:
        task = task_of(asked)
        lies = [
            (lie, unit.number)
            for unit in task.units[:2]
            for lie in lies_about(unit, task, again=len(asked.messages) > 2)
        ]
        self._requests += 1
        lies = lies[self._requests % self.share :: self.share]
        if len(asked.messages) > 2:
            failed = asked.last.partition("<failed>")[2]
            numbers = re.findall(r"^(\d+): ", failed, re.MULTILINE)
            self.told += [lie for _, (lie, _) in zip(numbers, lies, strict=False)]
            lines = [
                f"{number}: {lie.line(marker)}"
                for number, (lie, marker) in zip(numbers, lies, strict=False)
            ]
            return Reply("\n".join(lines))
        self.told += [lie for lie, _ in lies]
        lines = [lie.line(marker) for lie, marker in lies]
        lines.append("この点は全会一致で決まりました。")
        self.told.append(Lie("no marker", "この点は全会一致で決まりました。"))
        true = _true_lines(task)
        lines = [*true, *lines] if len(self.told) % 2 else [*lines, *true]
        return Reply("\n".join(lines))
