"""The JSON object that `tenkyo ask --json` prints, as typed records."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any

from assistant.answers import Answer, Citation
from assistant.query import Query
from assistant.written import Writing
from index.documents import Comment, Footnote, Section, Unit, Utterance
from index.filters import UnitFilter
from index.library import Library
from index.stores.records import DocumentRecord


def speaker_object(unit: Unit) -> dict[str, Any] | None:
    """Who speaks in a turn, as in a citation; None for what nobody says."""
    if not isinstance(unit, Utterance):
        return None
    attribution = unit.attribution
    return {
        "label": attribution.label,
        "office": attribution.office,
        "person": attribution.person,
        "basis": attribution.basis.value,
        "evidence": attribution.evidence or None,
        "proxy_for": attribution.proxy_for,
    }


def document_object(document: DocumentRecord) -> dict[str, Any]:
    """A document, as in a citation."""
    return {
        "id": document.id,
        "title": document.title,
        "kind": document.kind.value,
        "body": document.body,
        "date": document.date,
        "source": str(document.path),
    }


def _citation(citation: Citation, library: Library) -> dict[str, Any]:
    unit, quote = citation.reference.unit, citation.reference.quote
    document = library.catalog.document(unit.id.partition("#")[0])
    return {
        "n": citation.number,
        "id": unit.id,
        "label": unit.label,
        "kind": unit.kind.value,
        "document": document_object(document),
        "meeting": document.meeting,
        "section": unit.locator.section,
        "utterance": unit.number if isinstance(unit, Utterance) else None,
        "comment": unit.key if isinstance(unit, Comment) else None,
        "footnote": unit.number if isinstance(unit, Footnote) else None,
        "page": unit.locator.page,
        "printed_page": unit.printed_page if isinstance(unit, Section) else None,
        "outcome": unit.outcome.value if isinstance(unit, Comment) else None,
        "speaker": speaker_object(unit),
        "quote": quote.text,
        "text": unit.text,
        "start": quote.start,
        "end": quote.end,
        "verified": citation.verified,
    }


def query_object(query: Query) -> dict[str, Any]:
    """A question as understood, as the `query` of the answer's object."""
    mentions = query.mentions
    return {
        "completed": query.in_words,
        "kind": query.kind.value,
        "language": query.language.value,
        "meetings": list(mentions.meetings),
        "sections": list(mentions.sections),
        "comments": [str(key) for key in mentions.comments],
        "footnotes": list(mentions.footnotes),
        "documents": list(query.documents),
        "submitters": list(query.submitters),
        "people": list(query.people),
        "among": list(query.among),
        "apart_from": list(query.apart_from),
        "filters": _filters(query.filters),
    }


def _tables(answer: Answer) -> list[dict[str, Any]]:
    return [
        {
            "columns": list(table.columns),
            "rows": [
                [{"text": cell.text, "citations": list(cell.citations)} for cell in row]
                for row in table.rows
            ],
        }
        for table in answer.tables
    ]


def _filters(wanted: UnitFilter) -> dict[str, list[Any]] | None:
    """What the answer was narrowed to, by field; None where it was not."""
    given = {field.name: list(getattr(wanted, field.name)) for field in fields(wanted)}
    return given if wanted else None


def _writing(writing: Writing | None) -> dict[str, Any] | None:
    return None if writing is None else asdict(writing)


def answer_object(answer: Answer, library: Library) -> dict[str, Any]:
    """The answer as one JSON-ready object; fields that do not apply are None."""
    verification = answer.verification
    return {
        "question": answer.query.question,
        "status": answer.status.value,
        "answer": answer.text,
        "citations": [_citation(citation, library) for citation in answer.citations],
        "tables": _tables(answer),
        "retrieved": list(answer.retrieved),
        "query": query_object(answer.query),
        "verification": {
            "claims": verification.claims,
            "quotes": verification.quotes,
            "numbers": verification.numbers,
            "removed": [
                {"text": removal.text, "fault": removal.fault.value, "detail": removal.detail}
                for removal in verification.removed
            ],
        },
        "models": {"embedder": answer.embedder, "chat": answer.chat_model},
        "prompts": {one.name: one.version for one in answer.writing.prompts}
        if answer.writing
        else {},
        "writing": _writing(answer.writing),
        "timings": {
            "understand_ms": round(answer.timings.understand, 1),
            "gather_ms": round(answer.timings.gather, 1),
            "verify_ms": round(answer.timings.verify, 1),
            "write_ms": round(answer.timings.write, 1),
        },
    }
