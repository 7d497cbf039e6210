"""Chooses how a question is answered: refusal, lookup, table or search."""

from __future__ import annotations

from collections.abc import Callable

from assistant.answers import Draft
from assistant.comments.footnote_comments import comments_on_footnotes
from assistant.comments.narrowing import answer_within
from assistant.comments.nth import nth_comment
from assistant.comments.period import when_comments_were_taken
from assistant.comments.replies_to_sender import replies_to_sender
from assistant.comments.section_comments import list_comments_on_sections
from assistant.comments.tables import list_comments
from assistant.comparisons.comparison import compare, compare_across
from assistant.comparisons.of_comments import compare_comments, compare_versions
from assistant.comparisons.of_described_comments import compare_described_comments
from assistant.comparisons.of_meetings import compare_meetings
from assistant.comparisons.of_tables import compare_sections, compare_senders
from assistant.lookup import look_up_comments, look_up_footnotes
from assistant.minutes.described_voices import answer_by_description
from assistant.minutes.meetings import answer_about_meeting
from assistant.minutes.next_meeting import when_next
from assistant.minutes.people import answer_about_person
from assistant.minutes.points import nth_point
from assistant.minutes.role_voices import answer_by_role
from assistant.minutes.speakers import who_spoke
from assistant.minutes.turn_lookup import answers_to_speaker, look_up_turns
from assistant.minutes.turns_on import turns_on, who_said_just_that
from assistant.minutes.voices import answer_by_voice
from assistant.minutes.which_meeting import which_meeting
from assistant.passages.extract import (
    answer_from_search,
    search_in_comments,
    search_in_sections,
    search_nearby,
    search_within,
)
from assistant.passages.originals import show_originals
from assistant.policies.definitions import define
from assistant.policies.described_terms import name_what_is_described
from assistant.policies.document_facts import answer_about_documents
from assistant.policies.enumerations import enumerate_sections
from assistant.policies.named_sections import look_up_sections
from assistant.policies.notes_on_terms import notes_on_terms
from assistant.policies.nth_element import nth_element
from assistant.policies.nth_listed import nth_listed
from assistant.policies.outlines import list_holdings, list_outline
from assistant.policies.period import period_of_policy
from assistant.policies.places import list_places
from assistant.policies.whereabouts import find_neighbours
from assistant.premises.premise import check_premise
from assistant.query import Query
from index.library import Library

# The first that has something to say decides; search always has.
_STEPS: tuple[Callable[[Query, Library], Draft | None], ...] = (
    compare_across,
    when_next,
    check_premise,
    nth_element,
    nth_listed,
    show_originals,
    answer_within,
    search_within,
    search_nearby,
    compare_meetings,
    compare_comments,
    compare_described_comments,
    compare_versions,
    compare_sections,
    compare_senders,
    search_in_comments,
    look_up_comments,
    replies_to_sender,
    comments_on_footnotes,
    look_up_footnotes,
    notes_on_terms,
    nth_point,
    look_up_turns,
    answers_to_speaker,
    turns_on,
    who_said_just_that,
    who_spoke,
    which_meeting,
    when_comments_were_taken,
    period_of_policy,
    answer_about_documents,
    name_what_is_described,
    define,
    answer_about_person,
    answer_about_meeting,
    answer_by_voice,
    answer_by_role,
    answer_by_description,
    list_comments_on_sections,
    nth_comment,
    list_comments,
    list_holdings,
    find_neighbours,
    list_outline,
    enumerate_sections,
    compare,
    list_places,
    search_in_sections,
    look_up_sections,
)


def gather(query: Query, library: Library) -> Draft:
    """The draft of an answer, each claim with the units that support it."""
    for step in _STEPS:
        draft = step(query, library)
        if draft is not None:
            return draft
    return answer_from_search(query, library)
