"""Chooses how a question is answered: refusal, lookup, table or search."""

from __future__ import annotations

from collections.abc import Callable

from assistant.answers import Draft
from assistant.compare_comments import compare_comments, compare_versions
from assistant.compare_meetings import compare_meetings
from assistant.compare_tables import compare_sections, compare_senders
from assistant.comparison import compare
from assistant.definitions import define
from assistant.enumerations import enumerate_sections
from assistant.extract import answer_from_search, search_within
from assistant.lookup import look_up_comments, look_up_footnotes, look_up_sections
from assistant.meetings import answer_about_meeting
from assistant.narrowing import answer_within
from assistant.originals import show_originals
from assistant.outlines import list_holdings, list_outline
from assistant.people import answer_about_person
from assistant.places import list_places
from assistant.premise import check_premise
from assistant.query import Query
from assistant.section_comments import list_comments_on_sections
from assistant.tables import list_comments
from assistant.turn_lookup import look_up_turns
from assistant.voices import answer_by_voice
from index.library import Library

# The first that has something to say decides; search always has.
_STEPS: tuple[Callable[[Query, Library], Draft | None], ...] = (
    check_premise,
    show_originals,
    answer_within,
    search_within,
    compare_meetings,
    compare_comments,
    compare_versions,
    compare_sections,
    compare_senders,
    look_up_comments,
    look_up_footnotes,
    look_up_turns,
    define,
    answer_about_person,
    answer_about_meeting,
    answer_by_voice,
    list_comments_on_sections,
    list_comments,
    list_holdings,
    list_outline,
    enumerate_sections,
    compare,
    list_places,
    look_up_sections,
)


def gather(query: Query, library: Library) -> Draft:
    """The draft of an answer, each claim with the units that support it."""
    for step in _STEPS:
        draft = step(query, library)
        if draft is not None:
            return draft
    return answer_from_search(query, library)
