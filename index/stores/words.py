"""The word index of one generation: the only door to tantivy.

Texts come as search tokens (`index.text.morphology`) and are stored as such. A token that a
chunk holds in several fields counts in each, weighted by the field. Tantivy's BM25 has
k1 = 1.2 and b = 0.75, which cannot be set.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import StoreError
from index.stores.interface import REMEDY, IndexEntry, Scored

if TYPE_CHECKING:
    import tantivy

_FIELDS = ("heading", "body", "names", "concepts")
_COUNTED = ("heading", "body", "concepts")
_HEAP_BYTES = 50_000_000
_UNREADABLE = "語の索引 {folder} を読み書きできません（{error}）。{remedy}"


@dataclass(frozen=True, slots=True)
class FieldWeights:
    """How much a word counts by where it stands, and a word of the same meaning."""

    heading: float = 1.0
    body: float = 1.0
    names: float = 1.0
    concepts: float = 0.5


DEFAULT_WEIGHTS = FieldWeights()


class WordIndex:
    """Search tokens of chunks in a folder."""

    def __init__(self, folder: Path) -> None:
        """Open the index in a folder, or make an empty one where there is none.

        Raises:
            StoreError: The folder is damaged.
        """
        import tantivy

        self._folder = folder
        with self._errors():
            folder.mkdir(parents=True, exist_ok=True)
            self._index = tantivy.Index(_schema(), path=str(folder))
            # a generation never changes once it is read: no thread has to watch its folder
            self._index.config_reader("manual")
            self._searcher = self._index.searcher()

    def change(self, removed: Iterable[str], added: Iterable[IndexEntry]) -> None:
        """Take chunks out and put others in."""
        import tantivy

        with self._errors():
            writer = self._index.writer(_HEAP_BYTES, 1)
            for chunk_id in removed:
                writer.delete_documents_by_term("chunk", chunk_id)
            for entry in added:
                writer.add_document(
                    tantivy.Document(
                        chunk=entry.chunk_id,
                        unit=entry.unit_id,
                        heading=" ".join(entry.heading),
                        body=" ".join(entry.body),
                        names=" ".join(entry.names),
                        concepts=" ".join(entry.concepts),
                    )
                )
            writer.commit()
            writer.wait_merging_threads()
            self._index.reload()
            self._searcher = self._index.searcher()

    def chunk_ids(self) -> frozenset[str]:
        """Ids of all chunks in the index."""
        import tantivy

        count = self._searcher.num_docs
        found = self._search(tantivy.Query.all_query(), count) if count else ()
        return frozenset(hit.chunk_id for hit in found)

    def search(
        self,
        words: Sequence[str],
        limit: int,
        within: Collection[str] | None = None,
        weights: FieldWeights = DEFAULT_WEIGHTS,
    ) -> tuple[Scored, ...]:
        """The best chunks by BM25.

        Args:
            words: Search tokens; one that is given twice counts once.
            limit: How many chunks at most.
            within: Ids of the units to look in; None for all.
            weights: Weights of the fields.
        """
        import tantivy

        if not words:
            return ()
        query = self._any_of(words, weights)
        if within is not None:
            chosen = tantivy.Query.term_set_query(self._index.schema, "unit", list(within))
            must = tantivy.Occur.Must
            unscored = tantivy.Query.const_score_query(chosen, 0.0)
            query = tantivy.Query.boolean_query([(must, query), (must, unscored)])
        return self._search(query, limit)

    def frequencies(self, words: Sequence[str]) -> tuple[float, ...]:
        """Of each token the share of chunks whose text or headings hold it, 0 to 1."""
        total = max(self._searcher.num_docs, 1)
        with self._errors():
            counts = (
                max(self._searcher.doc_freq(field, word) for field in _COUNTED) for word in words
            )
            # removed chunks are counted until tantivy merges the segment they were in
            return tuple(min(count / total, 1.0) for count in counts)

    def _any_of(self, words: Sequence[str], weights: FieldWeights) -> tantivy.Query:
        import tantivy

        weighted = tuple((field, getattr(weights, field)) for field in _FIELDS)
        parts = [
            (
                tantivy.Occur.Should,
                tantivy.Query.boost_query(
                    tantivy.Query.term_query(self._index.schema, name, word, "freq"), weight
                ),
            )
            for word in dict.fromkeys(words)
            for name, weight in weighted
        ]
        return tantivy.Query.boolean_query(parts)

    def _search(self, query: tantivy.Query, limit: int) -> tuple[Scored, ...]:
        with self._errors():
            found = self._searcher.search(query, limit, count=False)
            return tuple(
                Scored(self._searcher.doc(address)["chunk"][0], score)
                for score, address in found.hits
            )

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (ValueError, OSError) as error:  # tantivy has no error class of its own
            message = _UNREADABLE.format(folder=self._folder, error=error, remedy=REMEDY)
            raise StoreError(message) from error


def _schema() -> tantivy.Schema:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("chunk", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("unit", tokenizer_name="raw", index_option="basic")
    for name in _FIELDS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    return builder.build()
