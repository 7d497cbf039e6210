"""Where a unit stands: the headings above it, its page, and what comes before and after."""

from __future__ import annotations

import re

from assistant.answers import Claim, Draft, Reference, Status
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.wording.phrases import joined, phrase
from index.documents import Passage, Section, Unit
from index.library import Library

#: It is asked on which page something stands.
PAGE_ASKED = re.compile(
    r"(?:何|どの)(?:ページ|頁)|(?:ページ|頁)(?:数|番号)?(?:は|を|$|[?？。])|\bpage\b"
)
_NEXT = re.compile(
    r"前後の|次の?(?:節|項|章|見出し|項目)|直後|後ろの(?:節|項|章)|(?:の|すぐ)(?:後|あと)に(?:来|続)"
)
_BEFORE = re.compile(
    r"前後の|(?:前|手前)の(?:節|項|章|見出し|項目)|直前|の(?:すぐ)?前に(?:来|ある)"
)
_ABOVE = re.compile(
    r"上位|(?:属|含ま)(?:する|して|れる|れて)[^。]{0,8}(?:章|節)"
    r"|(?:どの|何)(?:章|節)(?:の(?:下|中|一部)|に(?:属|含ま|入))"
)


def whereabouts(unit: Unit, sentence: Passage, library: Library) -> tuple[Claim, ...]:
    """In which unit words stand, below which headings and on which page.

    Args:
        unit: The unit.
        sentence: The words in it, which the claims point at.
        library: Holds the sections above it.
    """
    lead = Claim(
        phrase("{place}に記載されています。", place=place_name(unit)), (Reference(unit, sentence),)
    )
    beside = (path_to(unit, library), page_of(unit, library))
    return (lead, *(claim for claim in beside if claim))


def neighbours(unit: Unit, library: Library) -> tuple[Claim, ...]:
    """What stands before and after a section; nothing for other units."""
    if not isinstance(unit, Section):
        return ()
    beside = ((_before, -1), (_after, 1))
    claims = (said(unit, library) for said, step in beside if _sibling(unit, step, library))
    return tuple(claim for claim in claims if claim)


def find_neighbours(query: Query, library: Library) -> Draft | None:
    """The section before, after or above those that a question names by number."""
    text = fold(query.completed)
    asked = [
        answer
        for pattern, answer in ((_BEFORE, _before), (_NEXT, _after), (_ABOVE, _below))
        if pattern.search(text)
    ]
    claims = [
        claim or _none(section)
        for number in query.mentions.sections
        for section in library.catalog.sections(number, within=query.documents or None)
        for answer in asked
        for claim in (answer(section, library),)
    ]
    return Draft(Status.ANSWERED, tuple(claims)) if claims else None


def place_name(unit: Unit) -> str:
    """A unit's label, with the title where it is a section."""
    if not isinstance(unit, Section) or not unit.title:
        return unit.label
    return phrase("{label}「{title}」", label=unit.label, title=unit.title)


def heading_of(section: Section) -> Passage:
    """The heading line of a section."""
    end = section.text.find("\n")
    return section.passage.slice(0, end if end >= 0 else len(section.text)).strip()


def _above(unit: Unit, library: Library) -> tuple[Section, ...]:
    """The sections that a unit stands in, the outermost first."""
    found: list[Section] = []
    parent = unit.parent
    while parent:
        section = next(iter(library.catalog.units([parent])), None)
        if not isinstance(section, Section):
            break
        found.insert(0, section)
        parent = section.parent
    return tuple(found)


def _reference(section: Section) -> Reference:
    return Reference(section, heading_of(section))


def path_to(unit: Unit, library: Library) -> Claim | None:
    """The headings that a unit stands below."""
    above = _above(unit, library)
    if not above:
        return None
    headings = joined("」「", (heading_of(section).text for section in above))
    text = phrase("上位の見出しは、上から順に「{headings}」です。", headings=headings)
    return Claim(text, tuple(map(_reference, above)))


def page_of(unit: Unit, library: Library) -> Claim | None:
    """The page of the file, or the one that the contents page gives for it or above it."""
    if unit.locator.page is not None:
        text = phrase("ファイルでは{page}ページにあります。", page=unit.locator.page)
        return Claim(text, (Reference(unit, unit.passage.slice(0, 1)),))
    own = (unit,) if isinstance(unit, Section) else ()
    for section in (*own, *reversed(_above(unit, library))):
        if section.printed_page is not None:
            text = phrase(
                "目次によれば、{place}は{page}ページからです。",
                place=place_name(section),
                page=section.printed_page,
            )
            return Claim(text, (_reference(section),))
    return None


def _sections_beside(section: Section, library: Library) -> tuple[Section, ...]:
    document = section.id.partition("#")[0]
    units = library.catalog.units_of(document, section.kind)
    same_parent = (unit for unit in units if unit.parent == section.parent)
    return tuple(unit for unit in same_parent if isinstance(unit, Section) and unit.number)


def _beside(section: Section, step: int, library: Library) -> Section | None:
    """The section before or after on the same level, else beside the one it stands in."""
    levels = (section, *reversed(_above(section, library)))
    found = (_sibling(here, step, library) for here in levels)
    return next((beside for beside in found if beside), None)


def _sibling(section: Section, step: int, library: Library) -> Section | None:
    beside = _sections_beside(section, library)
    ids = [other.id for other in beside]
    place = ids.index(section.id) + step if section.id in ids else -1
    return beside[place] if 0 <= place < len(beside) else None


def _after(section: Section, library: Library) -> Claim | None:
    following = _beside(section, 1, library)
    if following is None:
        return None
    place = place_name(following)
    text = phrase("{label}の次は、{place}です。", label=section.label, place=place)
    return _said(text, section, following)


def _before(section: Section, library: Library) -> Claim | None:
    preceding = _beside(section, -1, library)
    if preceding is None:
        return None
    place = place_name(preceding)
    text = phrase("{label}の前は、{place}です。", label=section.label, place=place)
    return _said(text, section, preceding)


def _below(section: Section, library: Library) -> Claim | None:
    above = _above(section, library)
    if not above:
        return None
    places = joined("、", map(place_name, above))
    text = phrase("{label}は、{places}の下にあります。", label=section.label, places=places)
    return _said(text, section, *above)


def _said(text: str, section: Section, *others: Section) -> Claim:
    return Claim(text, tuple(map(_reference, (section, *others))))


def _none(section: Section) -> Claim:
    text = phrase("{label}の前後に、それに当たる節はありません。", label=section.label)
    return Claim(text, (_reference(section),))
