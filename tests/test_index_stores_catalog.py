"""Whatever was written to the catalog comes back as it was, and is found."""

from dataclasses import replace

import numpy as np
import pytest

from index.documents import (
    DocumentKind,
    UnitKind,
)
from index.errors import UsageError
from index.parsers import parse
from index.readers import read
from index.stores.catalog import Catalog
from index.stores.database import change_catalog, open_catalog
from index.stores.writing import CatalogWriter
from tests.helpers.folders import CORPUS, SAMPLES
from tests.helpers.made_documents import STATE, chunk_rows, made_document, store


@pytest.fixture
def catalog(tmp_path):
    store(tmp_path, made_document())
    with Catalog(open_catalog(tmp_path)) as opened:
        yield opened


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    folder = tmp_path_factory.mktemp("samples")
    with change_catalog(folder) as connection:
        writer = CatalogWriter(connection)
        for path in sorted(SAMPLES.glob("*.txt")):
            documents = parse(read(path))
            chunks = [row for document in documents for row in chunk_rows(document)]
            writer.add_source(path, "版", documents, chunks)
        writer.set_state(STATE)
    with Catalog(open_catalog(folder)) as opened:
        yield opened


def test_every_kind_of_unit_comes_back_as_it_was(catalog):
    assert catalog.read_document("試験文書") == made_document()
    assert {unit.kind for unit in catalog.units_of("試験文書")} == set(UnitKind)


@pytest.mark.parametrize(
    "path",
    sorted(SAMPLES.glob("*.txt")) + sorted(CORPUS.glob("*.txt")),
    ids=lambda path: path.stem[:12],
)
def test_a_parsed_file_comes_back_as_it_was(tmp_path, path):
    documents = parse(read(path))
    with change_catalog(tmp_path) as connection:
        CatalogWriter(connection).add_source(path, "版", documents, [])
        CatalogWriter(connection).set_state(STATE)
    with Catalog(open_catalog(tmp_path)) as opened:
        for document in documents:
            assert opened.read_document(document.id) == document


def test_a_chunk_comes_back_with_its_vector_and_tokens(catalog):
    wanted = chunk_rows(made_document())
    found = {row.chunk.id: row for row in catalog.chunk_rows(row.chunk.id for row in wanted)}
    assert len(found) == len(wanted) > 5
    for row in wanted:
        held = found[row.chunk.id]
        assert (held.chunk, held.digest) == (row.chunk, row.digest)
        assert np.array_equal(held.embedding.vector, row.embedding.vector)
        assert np.array_equal(held.embedding.tokens, row.embedding.tokens)


def test_units_come_in_the_order_asked_for_and_unknown_ones_are_left_out(catalog):
    ids = ["試験文書#脚注1", "試験文書#ない", "試験文書#1"]
    assert [unit.id for unit in catalog.units(ids)] == ["試験文書#脚注1", "試験文書#1"]
    assert catalog.units([]) == ()


def test_more_units_than_one_statement_takes(catalog):
    ids = [f"試験文書#ない{number}" for number in range(40_000)]
    assert [unit.id for unit in catalog.units([*ids, "試験文書#1"])] == ["試験文書#1"]


def test_a_comment_is_found_by_number_branch_submitter_and_target(catalog):
    (comment,) = catalog.comments(27)
    assert comment.key == "27-2"
    assert catalog.comments(27, 2) == (comment,)
    assert catalog.comments(27, 3) == ()
    assert catalog.comments(27, within=["別の文書"]) == ()
    assert catalog.comments_by("個人(11)") == (comment,)
    assert catalog.comments_on("5.2.3(1)ii") == (comment,)
    assert catalog.comments_on("5.2.3") == ()


def test_sections_footnotes_and_roster_are_found(catalog):
    (section,) = catalog.sections("1", within=["試験文書"])
    assert catalog.sections("1", within=["別の文書"]) == ()
    (note,) = catalog.footnotes(1)
    assert note.marker_unit == section.id
    assert catalog.footnotes_on(section.id) == (note,)
    assert [entry.name for entry in catalog.roster("試験文書")] == ["試験太郎"]
    assert catalog.roster_names() == ("試験太郎",)


def test_the_places_around_a_unit(catalog):
    found = [unit.local_id for unit in catalog.neighbours("試験文書#1-段落2")]
    assert found == ["1-発言1", "1-段落2", "意見27-2"]
    assert catalog.neighbours("試験文書#ない") == ()


def test_what_a_document_is_without_its_text(samples):
    (minutes,) = samples.find_documents(kind=DocumentKind.MINUTES, meeting=5)
    assert minutes == samples.document(minutes.id)
    assert samples.find_documents(body=minutes.body, meeting=99) == ()
    parsed = samples.read_document(minutes.id)
    assert minutes.count(UnitKind.UTTERANCE) == len(
        [unit for unit in parsed.units if unit.kind is UnitKind.UTTERANCE]
    )
    counts = {entry.kind: entry.count for entry in samples.repair_counts(minutes.id)}
    assert sum(counts.values()) == len(parsed.repairs) > 0


def test_sub_sections_and_comments_of_the_samples(samples):
    (chapter,) = samples.sections("4", within=["千早野市デジタル安全戦略"])
    children = samples.children(chapter.id)
    assert children
    assert all(child.parent == chapter.id for child in children)
    comments = samples.all_comments()
    numbers = [comment.number for comment in comments]
    held = samples.comment_range()
    assert (held.total, held.first, held.last) == (len(comments), min(numbers), max(numbers))
    assert set(samples.submitters()) == {comment.submitter for comment in comments}


def test_no_comments_at_all(tmp_path):
    document = made_document()
    units = tuple(unit for unit in document.units if unit.kind is not UnitKind.COMMENT)
    store(tmp_path, replace(document, units=units))
    with Catalog(open_catalog(tmp_path)) as opened:
        assert opened.comment_range().total == opened.comment_range().first == 0


def test_an_unknown_document_or_unit_is_a_usage_error(catalog):
    for ask in (catalog.document, catalog.read_document, catalog.source_text, catalog.unit):
        with pytest.raises(UsageError, match="ない文書"):
            ask("ない文書")
