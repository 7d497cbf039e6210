"""Prompt templates: Markdown files with named placeholders, known by the hash of their text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from string import Formatter

_HASH_LETTERS = 12


@dataclass(frozen=True, slots=True)
class Prompt:
    """One template.

    Attributes:
        name: Its file name without `.md`.
        text: The template; `{name}` is a placeholder, `{{` a brace.
        version: The first letters of the SHA-256 of the text.
    """

    name: str
    text: str
    version: str

    @property
    def placeholders(self) -> frozenset[str]:
        """The names that `fill` wants."""
        return frozenset(name for _, name, _, _ in Formatter().parse(self.text) if name)

    def fill(self, **values: str) -> str:
        """The template with its placeholders filled in.

        Raises:
            ValueError: A placeholder is missing, or there is none of a given name.
        """
        if values.keys() != self.placeholders:
            wrong = ", ".join(sorted(values.keys() ^ self.placeholders))
            raise ValueError(f"prompts/{self.name}.md: {wrong}")
        return self.text.format(**values)


@cache
def load_prompt(name: str) -> Prompt:
    """The template of a name, e.g. `write_ja`."""
    text = files("prompts").joinpath(f"{name}.md").read_text(encoding="utf-8")
    return Prompt(name, text, sha256(text.encode()).hexdigest()[:_HASH_LETTERS])
