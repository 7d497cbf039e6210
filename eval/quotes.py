"""Evidence quotes: the words of a unit that answer a case, in full or only as a hash.

A hash lets a repository say which words of a document answer without printing them. It is
the sha256 of the quote's normalised form (`index.text.keys.quote_key`), found again by
sliding a window of the same length over the normalised form of the unit.
"""

from __future__ import annotations

import hashlib

from eval.cases import EvidenceQuote
from index.documents import Passage, Unit
from index.text.keys import find_quote, quote_key


def hashed_quote(unit_id: str, text: str) -> EvidenceQuote:
    """A quote as the hash and the length of its normalised form."""
    key = quote_key(text)
    return EvidenceQuote(unit=unit_id, sha256=_digest(key), length=len(key))


def find_evidence(quote: EvidenceQuote, unit: Unit) -> Passage | None:
    """The words of a unit that a quote means: one contiguous run of it, or None.

    Args:
        quote: With its text, or with hash and length.
        unit: The unit it is said to stand in.
    """
    if quote.text is not None:
        return find_quote(quote.text, unit.passage)
    if quote.sha256 is None or not quote.length:
        return None
    run = _run(quote_key(unit.text), quote.length, quote.sha256)
    return None if run is None else find_quote(run, unit.passage)


def _run(key: str, length: int, sha256: str) -> str | None:
    """The run of a normalised text that has a hash."""
    runs = (key[start : start + length] for start in range(len(key) - length + 1))
    return next((run for run in runs if _digest(run) == sha256), None)


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
