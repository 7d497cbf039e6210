"""Sentences that say where the words that a comment brought about now stand."""

from __future__ import annotations

from assistant.answers import Claim, Layout, Reference
from assistant.comments.changes import (
    SHORTEST,
    Place,
    Rewording,
    Standing,
    is_aimed_at,
    rewordings,
    standings,
)
from assistant.wording.phrases import joined, phrase
from index.documents import Comment, Outcome, Section
from index.library import Library
from index.text.keys import find_quote, quote_key


def where_changed(comment: Comment, library: Library) -> list[Claim]:
    """Where the new words of a reply stand in the policy, or that they do not stand there.

    Args:
        comment: Any comment; one that changed nothing gives no claim.
        library: Holds the policy.
    """
    if comment.outcome is not Outcome.REVISED:
        return []
    promised = rewordings(comment.reply)
    if not promised:
        text = phrase("回答は修正後の文言を引用していないため、本文と照合できません。")
        return [_plainly(comment, text)]
    if not any(map(_is_long_enough, promised)):
        text = phrase(
            "回答が示す修正後の文言は短く、本文のどこが変わったかを文言の照合では確かめられません。"
        )
        return [_plainly(comment, text)]
    found = [standing for standing in standings(comment, library) if _matchable(standing)]
    if not found:
        text = phrase("修正後の本文は収録されていないため、文言を照合できません。")
        return [_plainly(comment, text)]
    return [claim for standing in found for claim in _claims(comment, standing, library)]


def _is_long_enough(rewording: Rewording) -> bool:
    return len(quote_key(rewording.new.text)) >= SHORTEST


def _matchable(standing: Standing) -> bool:
    return _is_long_enough(standing.rewording)


def _plainly(comment: Comment, text: str) -> Claim:
    words = find_quote(comment.outcome_evidence, comment.passage) or comment.reply.strip()
    return Claim(text, (Reference(comment, words),))


def _claims(comment: Comment, standing: Standing, library: Library) -> list[Claim]:
    if standing.places:
        return [claim for place in standing.places for claim in _place(comment, standing, place)]
    (first, *_) = library.catalog.units_of(standing.policy.id)
    start = first.passage.slice(0, first.text.find("\n") % (len(first.text) + 1)).strip()
    text = phrase(
        "修正後の文言は、収録している{title}の本文に見当たりません。", title=standing.policy.title
    )
    promised = Reference(comment, standing.rewording.new)
    missing = Claim(text, (promised, Reference(first, start)))
    return [missing, *(claim for place in standing.former for claim in _former(place))]


def _place(comment: Comment, standing: Standing, place: Place) -> list[Claim]:
    how = "" if place.whole else phrase("字句の一部が異なる形で、")
    elsewhere = _elsewhere(comment, place)
    text = phrase(
        "修正後の文言は、{how}{label}に記載されています{elsewhere}。",
        how=how,
        label=place.unit.label,
        elsewhere=elsewhere,
    )
    references = [Reference(place.unit, place.words)]
    if elsewhere:
        words = find_quote(comment.target_text, comment.passage)
        references.append(Reference(comment, words or standing.rewording.new))
    return [Claim(text, tuple(references)), _quote(place)]


def _elsewhere(comment: Comment, place: Place) -> str:
    """That the words stand in another section than the comment was about."""
    if not comment.targets or not isinstance(place.unit, Section):
        return ""
    if is_aimed_at(comment, place.unit):
        return ""
    return phrase("（意見の該当箇所は{targets}です）", targets=joined("・", comment.targets))


def _former(place: Place) -> list[Claim]:
    text = phrase("{label}には、修正前の文言が記載されています。", label=place.unit.label)
    return [Claim(text, (Reference(place.unit, place.words),)), _quote(place)]


def _quote(place: Place) -> Claim:
    return Claim(place.words.text, (Reference(place.unit, place.words),), Layout.QUOTE)
