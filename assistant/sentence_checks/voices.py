"""Under which names the voice of a unit may be spoken of, and whether a name is one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.sentence_checks.grounds import Ground
from index.documents import Basis, Comment, RosterEntry, Unit, Utterance
from index.text.keys import quote_key

_PARTS = re.compile(r"[・、，,()（）\s]+")
_POLITE = re.compile(r"(?:氏|さん|様|委員|構成員)$")
#: 市長 is not the 副市長, nor the other way round.
_ANOTHER = ("副", "前", "元", "次", "代")


def given_names(ground: Ground) -> tuple[str, ...]:
    """The names that the documents give for who speaks in a unit, or sent it, or is listed."""
    return tuple(dict.fromkeys(name for name in _names(ground.unit) if name))


def _names(unit: Unit) -> Iterator[str]:
    if isinstance(unit, Comment):
        yield unit.submitter
    elif isinstance(unit, RosterEntry):
        yield from (unit.name, *unit.offices, unit.proxy_for or "")
    elif isinstance(unit, Utterance) and unit.attribution.basis is not Basis.NONE:
        by = unit.attribution
        yield from (by.person or "", by.office or "", by.label or "", by.proxy_for or "")


def is_called(name: str, given: Sequence[str]) -> bool:
    """Whether a name is one of the given ones, a part of one, or two of them one behind the other.

    堀越剛, 堀越, 上下水道局長, 堀越剛上下水道局長 and 堀越氏 all name 堀越剛（上下水道局長）.
    """
    wanted = _key(name)
    keys = [key for one in given for key in (_key(one), *map(_key, _PARTS.split(one))) if key]
    stem = _POLITE.sub("", wanted)
    if any(_is_part(one, key) for one in {wanted, stem} if one for key in keys):
        return True
    return any(
        any(_is_part(wanted[:place], key) for key in keys)
        and any(_is_part(wanted[place:], key) for key in keys)
        for place in range(1, len(wanted))
    )


def _is_part(name: str, given: str) -> bool:
    """Whether a name is the whole of a given one, its beginning, or its end."""
    if name == given or (len(name) > 1 and given.startswith(name)):
        return True
    before = given.removesuffix(name)
    return len(name) > 1 and before != given and not before.endswith(_ANOTHER)


def _key(text: str) -> str:
    return quote_key(text).casefold()
