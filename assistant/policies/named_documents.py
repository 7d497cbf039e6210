"""Which documents a question names, by a title or by the last word of one, and those words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.understanding.named_places import NamedPlaces
from index.documents import DocumentKind
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.morphology import content_words

_RESULTS = re.compile(r"(?:意見募集|パブリックコメント|パブコメ)の結果")


def named_documents(query: Query, library: Library) -> tuple[DocumentRecord, ...]:
    """The documents; none where the question names none."""
    catalog = library.catalog
    if not query.documents and _RESULTS.search(fold(query.completed)):
        results = catalog.find_documents(kind=DocumentKind.COMMENTS)
        if len(results) == 1:
            return results
    named = query.documents or NamedPlaces(library).documents_by_short_name(query.completed)
    return tuple(map(catalog.document, named))


def title_words(records: Iterable[DocumentRecord]) -> tuple[re.Pattern[str], ...]:
    """The words that titles are made of, each as a pattern."""
    words = (word.surface for record in records for word in content_words(record.title))
    return tuple(re.compile(re.escape(word)) for word in dict.fromkeys(words))
