"""Sets the best sentences of several sides beside one another in a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from assistant.answers import Claim, Draft, Layout, Status
from assistant.passages.evidence import Evidence
from assistant.passages.quoting import whole_turns
from assistant.passages.summary import attributions, ideas_of
from assistant.query import Query
from assistant.tabular import nothing, table_claim
from assistant.wording.phrases import joined, phrase

_PER_SIDE = 3


@dataclass(frozen=True, slots=True)
class Side:
    """One of the places set side by side.

    Attributes:
        name: As it stands over its column.
        query: The question put to this side alone.
        within: Ids of its units.
        thing: What its sentences have to name; "" where its units tell the sides apart.
    """

    name: str
    query: Query
    within: frozenset[str]
    thing: str = ""


def side_by_side(sides: Sequence[Side], found: Sequence[tuple[Evidence, ...]]) -> list[Claim]:
    """The lead, a column of quotes for each side, who speaks in them, and the silent sides."""
    columns = [whole_turns(ideas_of(ranked, _PER_SIDE)) if ranked else [] for ranked in found]
    first = tuple(column[0].references[0] for column in columns if column)
    spoken = [side.name for side, column in zip(sides, columns, strict=True) if column]
    names = joined("と", spoken)
    lead = phrase("{names}の記載を並べると、次のとおりです。", names=names)
    if len(spoken) < len(sides):
        lead = phrase("{names}には、次の記載があります。", names=names)
    rows = [
        [cell or (nothing() if row == 0 else _empty()) for cell in cells]
        for row, cells in enumerate(zip_longest(*columns))
    ]
    silent = [
        Claim(
            phrase("{name}には、これについての記載が見つかりませんでした。", name=side.name),
            (),
            Layout.NOTE,
        )
        for side, column in zip(sides, columns, strict=True)
        if not column
    ]
    quotes = [claim.references[0] for column in columns for claim in column]
    table = table_claim([side.name for side in sides], rows)
    return [Claim(lead, first), table, *silent, *attributions(quotes)]


def silent(sides: Sequence[Side]) -> Draft:
    """That none of the meetings speaks of the matter."""
    names = joined("・", (side.name for side in sides))
    text = phrase("{names}のいずれにも、これについての記載は見つかりませんでした。", names=names)
    return Draft(Status.NOT_IN_DOCUMENTS, (Claim(text, (), Layout.NOTE),))


def _empty() -> Claim:
    return Claim("", (), Layout.NOTE)
