"""The texts of the page, whatever the language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answers import Fault, Status
from assistant.query import Language, QuestionKind
from index.documents import Basis, DocumentKind, Outcome, RepairKind, SubmitterKind, UnitKind
from index.reports import FileStatus, Stage
from ui.page.feedback import Judgement


@dataclass(frozen=True, slots=True)
class Names:
    """Names of the values of each enumeration, in one language."""

    statuses: Mapping[Status, str]
    bases: Mapping[Basis, str]
    basis_notes: Mapping[Basis, str]
    outcomes: Mapping[Outcome, str]
    kinds: Mapping[DocumentKind, str]
    units: Mapping[UnitKind, str]
    repairs: Mapping[RepairKind, str]
    questions: Mapping[QuestionKind, str]
    faults: Mapping[Fault, str]
    judgements: Mapping[Judgement, str]
    files: Mapping[FileStatus, str]
    stages: Mapping[Stage, str]
    submitters: Mapping[SubmitterKind, str]


@dataclass(frozen=True, slots=True)
class Texts:
    """All texts of the page in one language; a word in braces is filled in."""

    language: Language
    names: Names
    title: str
    lead: str
    other_language: str
    other_language_tag: str
    appearance: str
    reading_room: str
    glossary: str
    timeline: str
    skip_to_question: str
    # chat
    conversation: str
    question: str
    question_hint: str
    send: str
    stop: str
    new_conversation: str
    delete_conversation: str
    history: str
    history_hint: str
    no_history: str
    welcome: str
    examples_note: str
    empty_library: str
    understanding: str
    understood: str
    stopped: str
    failed: str
    answered: str
    you_asked: str
    with_filters: str
    # answer
    citations: str
    all_verified: str
    citation_count: str
    not_cited: str
    not_cited_note: str
    unverified: str
    show_grounds: str
    show_table: str
    copy_citation: str
    copy_all: str
    copied: str
    copy_failed: str
    feedback: str
    thanks: str
    download_conversation: str
    word: str
    markdown: str
    # source
    source: str
    source_empty: str
    back: str
    close: str
    whole_document: str
    copy_link: str
    speaker: str
    no_speaker: str
    evidence: str
    opinion: str
    reason: str
    reply: str
    submitter: str
    target: str
    outcome: str
    outcome_by: str
    page: str
    printed_page: str
    page_image: str
    page_image_alt: str
    page_image_failed: str
    before: str
    after: str
    more: str
    quoted: str
    also_at: str
    # table
    table: str
    comment_table: str
    page_column: str
    table_count: str
    sort_hint: str
    number: str
    place: str
    issued: str
    kind: str
    document: str
    date: str
    words: str
    comment_number: str
    csv: str
    excel: str
    # grounds
    grounds: str
    asked_as: str
    completed: str
    question_kind: str
    places_named: str
    filters: str
    no_filters: str
    hits: str
    hits_note: str
    score: str
    rank_words: str
    rank_vectors: str
    none_found: str
    check: str
    check_counts: str
    removed: str
    none_removed: str
    models: str
    embedder: str
    chat_model: str
    no_chat_model: str
    timings: str
    # filters
    filter_heading: str
    filter_hint: str
    filter_documents: str
    filter_bodies: str
    filter_meetings: str
    filter_kinds: str
    filter_bases: str
    filter_submitters: str
    filter_outcomes: str
    filter_clear: str
    meeting: str
    # documents
    documents: str
    documents_count: str
    sample: str
    sample_note: str
    units: str
    repairs: str
    no_repairs: str
    warnings: str
    open_document: str
    upload: str
    upload_hint: str
    upload_files: str
    upload_start: str
    upload_none: str
    upload_reading: str
    upload_waiting: str
    upload_done: str
    upload_failed: str
    remove: str
    remove_hint: str
    remove_choose: str
    remove_ask: str
    remove_note: str
    remove_yes: str
    remove_no: str
    removed_done: str
    feedback_export: str
    feedback_export_hint: str
    personas: Mapping[str, str]
