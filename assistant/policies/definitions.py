"""Answers to 「Xとは何か」 and 「Xは何の略か」 by the forms in which texts define a term.

Where several documents define it, their words stand side by side with the documents' dates.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.lookup import noted_noun, quoted
from assistant.passages.summary import attributions, same_idea
from assistant.policies.asked_terms import BEFORE_AND_AFTER, EXPLICIT, asked_terms
from assistant.policies.definition_forms import Definition, Relation, definitions, term_pattern
from assistant.policies.undefined_terms import (
    not_used,
    other_spellings,
    stands,
    used_without_definition,
)
from assistant.query import Query, QuestionKind
from assistant.tabular import named, table_claim
from assistant.understanding.mentions import fold
from assistant.wording.frames import written_date
from assistant.wording.phrases import joined, phrase
from index.documents import Comment, DocumentKind, Footnote, Section, Unit
from index.library import Library
from index.text.keys import quote_key, search_key
from index.text.morphology import content_words
from index.text.sentences import split_sentences

_SPELLED_OUT = re.compile(r"何の(?:略|頭文字|短縮)|正式(?:名|な)|何を縮め")
_SHORT_ASKED = re.compile(r"略称|略語|略して|略すと|何と略|どう略|英語名")
_ENGLISH_ASKED = re.compile(r"英(?:語|文)(?:で|の)?(?:名|の?正式|何と|どう)|英語表記|英訳")
#: A quoted word is asked about as such: 「重要システム」の意味は.
_WORD_ASKED = re.compile(
    # a clause (「…する側が不利」) is told in other words
    r"^「(?![^「」]*[一-鿿ァ-ヶー](?:は|が|を)[^「」])[^「」]{2,40}」(?:という(?:言葉|用語|語))?(?:の(?:意味|定義)|とは(?:何|どう|$|[?？。、]))"
)
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class _Found:
    term: str
    definitions: tuple[Definition, ...]


def define(query: Query, library: Library) -> Draft | None:
    """What the documents say a term means, or that they use it without saying; else None."""
    mentions = query.mentions
    if query.kind is not QuestionKind.DEFINE:
        return None
    if mentions.comments or mentions.footnotes:
        return None
    text = fold(query.completed)
    terms = [term for term in asked_terms(text) if term]
    # of a name that went over from one body to another no single document tells both
    looked_in = replace(query, documents=()) if BEFORE_AND_AFTER.search(text) else query
    found = [_find(term, looked_in, library) for term in terms]
    claims = [
        claim for known in found if known.definitions for claim in _claims(known, text, library)
    ]
    if claims and all(known.definitions for known in found):
        return Draft(Status.ANSWERED, tuple(claims))
    if claims or len(terms) != 1 or mentions.meetings:
        return None
    if _WORD_ASKED.search(text) and not stands(terms[0], library):
        return not_used(terms[0])
    if not EXPLICIT.search(text):
        return None
    return used_without_definition(terms[0], _units(query, library))


def _units(query: Query, library: Library) -> list[Unit]:
    """All units, those of the documents that are named alone where any is."""
    records = library.catalog.documents()
    chosen = [record.id for record in records if record.id in query.documents]
    return [
        unit
        for document in chosen or [record.id for record in records]
        for unit in library.catalog.units_of(document)
    ]


def _find(term: str, query: Query, library: Library) -> _Found:
    units = _units(query, library)
    found = _definitions(term, units, library)
    if not found and query.documents:
        units = _units(replace(query, documents=()), library)
        found = _definitions(term, units, library)
    if _ENGLISH_ASKED.search(fold(query.completed)):
        english = _english_names(term, found, units, library)
        if english:
            return english
    if found:
        return _Found(term, (*found, *_of_the_long_form(found, units, library)))
    for other in other_spellings(term, units):
        found = _definitions(other, units, library)
        if found:
            return _Found(other, found)
    return _Found(term, ())


def _english_names(
    term: str, found: tuple[Definition, ...], units: Sequence[Unit], library: Library
) -> _Found | None:
    """The English names of a term or, where only its abbreviation has one, of that.

    A name may be written with the office that a body belongs to, which the term repeats
    (内閣官房…): then the abbreviation of what stands behind it counts.
    """
    ends = [term[word.start :] for word in content_words(term)[1:] if len(term) > word.start + 3]
    named = found or next(filter(None, (_definitions(end, units, library) for end in ends)), ())
    short = (one.other for one in named if one.relation is Relation.LONG and one.other.isascii())
    for name in dict.fromkeys((term, *short)):
        held = found if name == term else _definitions(name, units, library)
        english = tuple(one for one in held if " " in one.other and one.other.isascii())
        if english:
            return _Found(name, english)
    return None


def _of_the_long_form(
    found: tuple[Definition, ...], units: Sequence[Unit], library: Library
) -> list[Definition]:
    """What explains the name for which the term is short."""
    known = {quote_key(one.words.text) for one in found}
    names = dict.fromkeys(one.other for one in found if one.relation is Relation.SHORT)
    return [
        one
        for name in names
        for one in _definitions(name, units, library)
        if one.relation is Relation.MEANING and quote_key(one.words.text) not in known
    ]


def _definitions(term: str, units: Sequence[Unit], library: Library) -> tuple[Definition, ...]:
    """Every definition, no words twice: policies first, then minutes, slides, comments."""
    found = [found for unit in units for found in definitions(term, unit, library)]
    found.sort(key=lambda one: (_rank(one, library), one.relation is Relation.MEANING))
    kept: list[Definition] = []
    for one in found:
        commented = isinstance(one.unit, Comment) and kept and not isinstance(kept[0].unit, Comment)
        new = one.other and one.other not in {known.other for known in kept}
        if commented and not new:
            continue  # the policy says what the opinion or its reply repeats
        if not any(same_idea(one.words.text, known.words.text) for known in kept):
            kept.append(one)
    return tuple(kept)


def _rank(found: Definition, library: Library) -> int:
    if isinstance(found.unit, Footnote | Section):
        record = library.catalog.document(found.unit.id.partition("#")[0])
        return 0 if record.kind is DocumentKind.POLICY else 1
    return 3 if isinstance(found.unit, Comment) else 2


def _claims(known: _Found, text: str, library: Library) -> list[Claim]:
    shown = _wanted(known, text)[:_SHOWN]
    claims = [_lead(known, shown, text, library)]
    if _SPELLED_OUT.search(text) and all(one.relation is Relation.MEANING for one in shown):
        note = phrase(
            "「{term}」の正式な名称をそのまま示す記載は見つかりませんでした。", term=known.term
        )
        claims.insert(0, Claim(note, (), Layout.NOTE))
    if not re.search(term_pattern(known.term), search_key(text)):
        note = phrase("文書では「{term}」とも表記されています。", term=known.term)
        claims.insert(0, Claim(note, (Reference(shown[0].unit, shown[0].words),)))
    by_document: dict[str, list[Definition]] = {}
    for one in shown:
        by_document.setdefault(one.unit.id.partition("#")[0], []).append(one)
    claims += [note for one in shown for note in _what_it_notes(known.term, one, library)]
    if len(by_document) == 1:
        quotes = [quoted(one.unit, one.words) for one in shown]
        return [*claims, *quotes, *attributions(c.references[0] for c in quotes)]
    rows = [
        (_where(one), named(_date(document, library)), quoted(one.unit, one.words))
        for document, found in by_document.items()
        for one in found
    ]
    columns = (phrase("箇所"), phrase("文書の日付"), phrase("記載"))
    return [
        *claims,
        table_claim(columns, rows),
        *attributions(row[2].references[0] for row in rows),
    ]


def _what_it_notes(term: str, found: Definition, library: Library) -> list[Claim]:
    """Of a footnote that speaks of the term, what it is a note on."""
    unit = found.unit
    if not isinstance(unit, Footnote) or not re.search(term_pattern(term), search_key(unit.text)):
        return []
    noted = noted_noun(unit, library)
    if noted is None or re.search(term_pattern(term), search_key(noted.quote.text)):
        return []
    text = phrase(
        "{label}は、「{noted}」に付された注です。", label=unit.label, noted=noted.quote.text
    )
    return [Claim(text, (Reference(unit, found.words), noted))]


def _wanted(known: _Found, text: str) -> list[Definition]:
    """Those that give the asked relation first."""
    short = _SHORT_ASKED.search(text) is not None
    order = {Relation.LONG: 0 if short else 1, Relation.SHORT: 0, Relation.MEANING: 1}
    if not EXPLICIT.search(text):
        return list(known.definitions)
    return sorted(known.definitions, key=lambda one: order[one.relation])


def _date(document: str, library: Library) -> str:
    date = library.catalog.document(document).date
    return written_date(date) if date else phrase("記載なし")


def _where(found: Definition) -> Claim:
    label = found.unit.label
    return Claim(label, (Reference(found.unit, found.words),))


def _lead(known: _Found, shown: Sequence[Definition], text: str, library: Library) -> Claim:
    """The other name where one is given, else where the term is explained."""
    term = _as_printed(known.term, shown[0])
    for relation in (Relation.SHORT, Relation.LONG):
        pairs = [one for one in shown if one.relation is relation]
        if pairs and (pairs[0] is shown[0] or EXPLICIT.search(text)):
            others = list({quote_key(one.other).casefold(): one.other for one in pairs}.values())
            others.sort(key=lambda other: not (relation is Relation.LONG and other.isascii()))
            names = joined("、", (phrase("「{name}」", name=name) for name in others[:3]))
            references = tuple(
                place
                for one in pairs
                for place in (Reference(one.unit, one.words), *_noted(term, one, library))
            )
            if relation is Relation.SHORT:
                sentence = phrase("「{term}」は、{names}の略称です。", term=term, names=names)
            else:
                sentence = phrase("「{term}」の略称は、{names}です。", term=term, names=names)
            return Claim(sentence, references)
    first = shown[0]
    sentence = phrase(
        "「{term}」については、{label}で次のように説明されています。",
        term=term,
        label=first.unit.label,
    )
    return Claim(sentence, (Reference(first.unit, first.words), *_noted(term, first, library)))


def _as_printed(term: str, found: Definition) -> str:
    """The term as the text writes it, where it stands there: with its middle dots, in its case."""
    text = unicodedata.normalize("NFKC", found.words.text)
    match = re.search(term_pattern(term), text, re.IGNORECASE)
    return " ".join(match.group().split()) if match else term


def _noted(term: str, found: Definition, library: Library) -> tuple[Reference, ...]:
    """The words that a footnote explains, where it does not say the term itself."""
    unit = found.unit
    if not isinstance(unit, Footnote) or re.search(term_pattern(term), search_key(unit.text)):
        return ()
    noted = library.catalog.unit(unit.marker_unit or unit.id)
    sentences = (sentence.strip() for sentence in split_sentences(noted.passage))
    pattern = re.compile(term_pattern(term))
    return tuple(Reference(noted, s) for s in sentences if pattern.search(search_key(s.text)))[:1]
