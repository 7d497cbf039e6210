"""How it is said that the documents do not answer: what is missing, and what may be read."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers import Claim, Draft, Layout, Reference
from assistant.lookup import quoted
from assistant.passages.shortfall import Lack, Shortfall
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import Unit
from index.library import Library

_SUGGESTIONS = 3
_NOT_FOUND = phrase("収録している文書の中に、この質問に答える記載は見つかりませんでした。")
_OUT_OF_SCOPE = phrase("収録している文書が扱っていない事柄についての質問のため、お答えできません。")
_HELD_SHOWN = 4


def refuse(
    shortfall: Shortfall, units: Sequence[Unit], retrieved: tuple[str, ...], library: Library
) -> Draft:
    """A refusal that says what is missing and offers the nearest units as reading.

    Args:
        shortfall: Why the units do not answer.
        units: What search found, best first.
        retrieved: Ids of what was read.
        library: Tells what is held.
    """
    if shortfall.lack is Lack.TOPIC:
        outside = (_note(_OUT_OF_SCOPE), _note(_held(library)))
        return Draft(shortfall.status, outside, retrieved)
    if shortfall.instead is not None:
        unit, sentence = shortfall.instead.unit, shortfall.instead.sentence
        lead = phrase("{label}には、次のように記載されています。", label=unit.label)
        claims = (Claim(lead, (Reference(unit, sentence),)), quoted(unit, sentence))
        return Draft(shortfall.status, (_note(_missing(shortfall)), *claims), retrieved)
    suggestions = tuple(units[:_SUGGESTIONS])
    notes = [_note(_missing(shortfall))]
    if suggestions:
        labels = joined("、", dict.fromkeys(unit.label for unit in suggestions))
        notes.append(
            _note(
                phrase(
                    "近い内容を含むかもしれない箇所（根拠ではありません）: {labels}", labels=labels
                )
            )
        )
    return Draft(shortfall.status, tuple(notes), retrieved, suggestions)


def _held(library: Library) -> str:
    """The first of the documents held, and how many there are."""
    records = library.catalog.documents()
    shown = joined("、", map(wording.held_document, records[:_HELD_SHOWN]))
    if len(records) <= _HELD_SHOWN:
        return phrase("収録している文書: {listed}。", listed=shown)
    return phrase("収録している文書: {listed}など{count}件。", listed=shown, count=len(records))


def _note(text: str) -> Claim:
    return Claim(text, (), Layout.NOTE)


def _missing(shortfall: Shortfall) -> str:
    match shortfall.lack:
        case Lack.ATTRIBUTE if shortfall.about:
            return phrase(
                "「{about}」の「{words}」についての記載は、収録している文書の中に見つかりませんでした。",
                about=shortfall.about,
                words=shortfall.missing,
            )
        case Lack.ATTRIBUTE | Lack.NAME:
            return phrase(
                "「{words}」についての記載は、収録している文書の中に見つかりませんでした。",
                words=shortfall.missing,
            )
        case Lack.VALUE:
            return phrase(
                "お尋ねの{value}を示す記載は、収録している文書の中に見つかりませんでした。",
                value=shortfall.missing,
            )
        case Lack.FIGURE:
            return phrase(
                "お尋ねの事柄を「{figure}」とする記載は、収録している文書の中に見つかりませんでした。",
                figure=shortfall.missing,
            )
        case _:
            return _NOT_FOUND
