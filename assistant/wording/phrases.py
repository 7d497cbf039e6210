"""Sentences of an answer that remember how they were made, so that they can be put in English.

A step writes its sentence in Japanese and goes on using it as the string it is:

    phrase("「{term}」については、{label}に次の記載があります。", term=term, label=unit.label)

To add a sentence: write it with `phrase`, each thing that varies as a named value (a value
may be a phrase itself, and a list of them is made with `joined`), and give the template an
English one in `templates_english/`. A test reads all templates of the code and fails for one
that has none. Words of documents, names and labels stay plain strings: they are shown as
they are in every language.
"""

from __future__ import annotations

from collections.abc import Iterable


class Phrase(str):
    """A Japanese text with the template and the values it was made of."""

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, values: dict[str, object]) -> Phrase:
        """Fill the template; it is kept beside the text."""
        made = super().__new__(cls, template.format(**values))
        made.template, made.values = template, values
        return made


class Joined(str):
    """Texts one after another, with the separator between them."""

    separator: str
    parts: tuple[str, ...]

    def __new__(cls, separator: str, parts: tuple[str, ...]) -> Joined:
        """Join the parts; they are kept beside the text."""
        made = super().__new__(cls, separator.join(parts))
        made.separator, made.parts = separator, parts
        return made


def phrase(template: str, **values: object) -> Phrase:
    """The template with its `{names}` filled in.

    Args:
        template: Japanese; written as one literal, so that it can be found in the code.
        **values: What stands for each name; texts of documents as plain strings.
    """
    return Phrase(template, values)


def joined(separator: str, parts: Iterable[str]) -> Joined:
    """`separator.join(parts)`, each part of which may be a phrase."""
    return Joined(separator, tuple(parts))
