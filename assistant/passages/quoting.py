"""The sentences that were chosen as quotes: neighbours joined, short turns whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from assistant.answers import Claim
from assistant.lookup import quoted
from assistant.passages.evidence import Evidence, widened
from assistant.passages.slide_blocks import block_of
from index.documents import Comment, Passage, Slide, Unit, Utterance

_LONGEST_QUOTE = 500  # characters of a quote that neighbouring sentences were joined to
_SHORT_TURN = 200  # characters of a turn that is quoted whole
_TURN_OF_SEVERAL = 360  # the same, where several of its sentences were chosen


def quotes_of(chosen: Sequence[Evidence], *, alone: bool = False) -> list[Claim]:
    """Quotes of the sentences in their order; neighbours in one unit become one quote.

    Args:
        chosen: The sentences.
        alone: Whether a line of a slide answers without the block that it stands in.
    """
    passages: list[tuple[Unit, Passage]] = []
    for evidence in chosen:
        unit, passage = evidence.unit, _with_its_turn(evidence, alone=alone)
        joined_up = None
        if (
            passages
            and passages[-1][0].id == unit.id
            and _of_one_voice(unit, passages[-1][1], passage)
        ):
            joined_up = _joined(unit.passage, passages[-1][1], passage)
        if joined_up is None:
            passages.append((unit, passage))
        else:
            passages[-1] = (unit, joined_up)
    # lines of one block of a slide, chosen apart from one another, give the block twice
    once = {(unit.id, passage.text): quoted(unit, passage) for unit, passage in passages}
    return list(once.values())


def whole_turns(quotes: Iterable[Claim], *, least: int = 2) -> list[Claim]:
    """The quotes, as many of one turn as that turn: what it goes on to say belongs to it."""
    quotes = tuple(quotes)
    units = Counter(claim.references[0].unit.id for claim in quotes)
    shown: dict[str, Claim] = {}
    for claim in quotes:
        unit = claim.references[0].unit
        may_be_whole = isinstance(unit, Utterance) and len(unit.text) <= _TURN_OF_SEVERAL
        if units[unit.id] >= least and may_be_whole:
            shown.setdefault(unit.id, quoted(unit, unit.passage.strip()))
        else:
            shown[f"{unit.id} {claim.text}"] = claim
    return list(shown.values())


def _with_its_turn(evidence: Evidence, *, alone: bool) -> Passage:
    """The sentence, or the whole of a short turn: half a remark leaves out what it comes to.

    Of a slide the block, unless the line is to stand `alone`.
    """
    if isinstance(evidence.unit, Slide):
        return evidence.sentence if alone else block_of(evidence.unit, evidence.sentence)
    whole = evidence.unit.passage.strip()
    is_short = isinstance(evidence.unit, Utterance) and len(whole.text) <= _SHORT_TURN
    return whole if is_short else widened(evidence)


def _of_one_voice(unit: Unit, first: Passage, second: Passage) -> bool:
    """Whether not one of them is of the opinion and the other of the reply to it."""
    if not isinstance(unit, Comment) or not unit.reply:
        return True
    begins = unit.reply.start
    return (first.start < begins) is (second.start < begins)


def _joined(whole: Passage, first: Passage, second: Passage) -> Passage | None:
    """Two passages of a unit as one, where they meet or overlap; None where they do not."""
    places = sorted(
        (at, at + len(passage.text))
        for passage in (first, second)
        if (at := whole.text.find(passage.text)) >= 0
    )
    if len(places) < 2:
        return None
    (begin, gap), (end_of_gap, end) = places
    stop = max(gap, end)
    if whole.text[gap:end_of_gap].strip() or stop - begin > _LONGEST_QUOTE:
        return None
    return whole.slice(begin, stop)
