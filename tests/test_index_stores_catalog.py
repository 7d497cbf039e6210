import hashlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import text, update

from index.chunks import chunk_document, digest
from index.documents import (
    EMPTY_PASSAGE,
    AgendaItem,
    Attribution,
    Basis,
    Comment,
    Document,
    DocumentKind,
    Footnote,
    Locator,
    OfficialTotal,
    Outcome,
    Page,
    Passage,
    Repair,
    RepairKind,
    RosterEntry,
    Section,
    Slide,
    SourceText,
    Span,
    SubmitterKind,
    UnitKind,
    Utterance,
)
from index.errors import EmptyStoreError, StoreError, UsageError
from index.parsers import parse
from index.readers import read
from index.stores import schema
from index.stores.catalog import Catalog
from index.stores.database import CATALOG_FILE, change_catalog, open_catalog
from index.stores.records import EmbedderRecord, State
from index.stores.rows import ChunkRow, Embedding
from index.stores.writing import CatalogWriter

SAMPLES = Path(__file__).parents[1] / "index" / "samples"
CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
STATE = State(1, EmbedderRecord("試験", 4, "指紋"))
TEXT = "一行目の文。\n二行目は改行を\nまたぐ文。\n意見と考え方。\n脚注の文。"


def passage(*spans: tuple[int, int]) -> Passage:
    return Passage(
        "".join(TEXT[start:end] for start, end in spans), tuple(Span(*span) for span in spans)
    )


def place(order: int, **fields: object) -> Locator:
    defaults = {"heading_path": ("第1章", "1. 目的"), "page": None, "section": None}
    return Locator(**{**defaults, **fields}, order=order)


def every_kind_of_unit(name: str) -> tuple:
    """One unit of each kind, with the rare values of each field."""
    return (
        Section(
            id=f"{name}#1",
            label="試験 1",
            locator=place(0, page=3, section="1"),
            passage=passage((0, 6), (7, 14), (15, 20)),
            number="1",
            title="目的",
            level=2,
            printed_page=4,
        ),
        Utterance(
            id=f"{name}#1-発言1",
            label="発言1",
            locator=place(1),
            passage=passage((0, 6)),
            parent=f"{name}#1",
            also_at=(passage((7, 14)), passage((15, 20), (21, 24))),
            number=1,
            attribution=Attribution(
                "○試験大臣", "試験大臣", "試験 太郎", Basis.PRINTED, "根拠", "試験副大臣 花子"
            ),
        ),
        Utterance(
            id=f"{name}#1-段落2",
            label="段落2",
            locator=place(2, heading_path=()),
            passage=passage((7, 14)),
            number=2,
            attribution=Attribution(None, None, None, Basis.NONE),
            is_turn=False,
        ),
        Comment(
            id=f"{name}#意見27-2",
            label="意見27-2",
            locator=place(3),
            passage=passage((21, 28)),
            number=27,
            branch=2,
            submitter="個人(11)",
            submitter_kind=SubmitterKind.INDIVIDUAL,
            target_text="1 目的",
            targets=("1", "5.2.3(1)ii"),
            pages="4～5",
            opinion=passage((21, 23)),
            reason=EMPTY_PASSAGE,
            reply=passage((24, 28)),
            outcome=Outcome.REVISED,
            outcome_evidence="改めます",
            see_also=("10", "27-1"),
        ),
        Footnote(
            id=f"{name}#脚注1",
            label="脚注1",
            locator=place(4),
            passage=passage((29, 34)),
            number=1,
            marker_unit=f"{name}#1",
            marker_offset=5,
        ),
        RosterEntry(
            id=f"{name}#出席者1",
            label="出席者1",
            locator=place(5),
            passage=passage((0, 3)),
            name="試験太郎",
            offices=("試験大臣", "試験担当大臣"),
            group="出席者",
            proxy_for="試験花子",
            attended=False,
        ),
        AgendaItem(
            id=f"{name}#1-議題1",
            label="議題1",
            locator=place(6),
            passage=passage((3, 6)),
            number=1,
            category="決定事項",
        ),
        Slide(
            id=f"{name}#スライド1",
            label="スライド1",
            locator=place(7),
            passage=passage((0, 34)),
            number=1,
            title="",
        ),
    )


def made_document(name: str = "試験文書", path: Path = Path("/試験/文書.txt")) -> Document:
    source = SourceText(
        path=path,
        text=TEXT,
        pages=(Page(1, Span(0, 14)), Page(2, Span(14, len(TEXT)))),
        repairs=(Repair(RepairKind.ENCODING, Span(0, 0), "BOM"),),
        sha256="ab" * 32,
        media_type="application/pdf",
    )
    return Document(
        id=name,
        kind=DocumentKind.POLICY,
        title="試験文書",
        body=None,
        meeting=None,
        date="2024-05",
        source=source,
        span=Span(0, len(TEXT)),
        units=every_kind_of_unit(name),
        repairs=(Repair(RepairKind.LINE_BREAK, Span(14, 15)), Repair(RepairKind.RUBY, Span(1, 2))),
        totals=(OfficialTotal("意見総数", 83, "件", f"{name}#1"),),
        warnings=("確認してください。",),
    )


def chunk_rows(document: Document) -> list[ChunkRow]:
    generator = np.random.default_rng(0)
    return [
        ChunkRow(
            chunk,
            digest(unit, chunk),
            Embedding(generator.random(4, dtype=np.float32), np.array([7, 9], dtype=np.int32)),
        )
        for unit, chunk in chunk_document(document)
    ]


def store(folder: Path, *documents: Document, state: State = STATE) -> None:
    folder.mkdir(exist_ok=True)
    with change_catalog(folder) as connection:
        writer = CatalogWriter(connection)
        for document in documents:
            writer.add_source(document.source.path, "版", [document], chunk_rows(document))
        writer.set_state(state)


@pytest.fixture
def catalog(tmp_path):
    store(tmp_path, made_document())
    with Catalog(open_catalog(tmp_path)) as opened:
        yield opened


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
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


def test_what_a_document_is_without_its_text(sample):
    (minutes,) = sample.find_documents(kind=DocumentKind.MINUTES, meeting=5)
    assert minutes == sample.document(minutes.id)
    assert sample.find_documents(body=minutes.body, meeting=99) == ()
    parsed = sample.read_document(minutes.id)
    assert minutes.count(UnitKind.UTTERANCE) == len(
        [unit for unit in parsed.units if unit.kind is UnitKind.UTTERANCE]
    )
    counts = {entry.kind: entry.count for entry in sample.repair_counts(minutes.id)}
    assert sum(counts.values()) == len(parsed.repairs) > 0


def test_sub_sections_and_comments_of_the_samples(sample):
    (chapter,) = sample.sections("4", within=["千早野市デジタル安全戦略"])
    children = sample.children(chapter.id)
    assert children
    assert all(child.parent == chapter.id for child in children)
    comments = sample.all_comments()
    numbers = [comment.number for comment in comments]
    held = sample.comment_range()
    assert (held.total, held.first, held.last) == (len(comments), min(numbers), max(numbers))
    assert set(sample.submitters()) == {comment.submitter for comment in comments}


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


def test_a_reader_sees_one_state_while_another_is_committed(tmp_path):
    store(tmp_path, made_document())
    with Catalog(open_catalog(tmp_path)) as before:
        assert before.state().generation == 1
        other = made_document("別の文書", Path("/試験/別.txt"))
        with change_catalog(tmp_path) as connection:
            writer = CatalogWriter(connection)
            writer.remove_source(Path("/試験/文書.txt"))
            writer.add_source(other.source.path, "版", [other], chunk_rows(other))
            writer.set_state(replace(STATE, generation=2))
        assert [record.id for record in before.documents()] == ["試験文書"]
        assert before.read_document("試験文書") == made_document()
    with Catalog(open_catalog(tmp_path)) as after:
        assert [record.id for record in after.documents()] == ["別の文書"]
        assert after.chunk_rows_of(["試験文書#1"]) == ()


def test_a_transaction_that_fails_leaves_no_trace(tmp_path):
    store(tmp_path, made_document())
    other = made_document("別の文書", Path("/試験/別.txt"))

    def fail_half_way() -> None:
        with change_catalog(tmp_path) as connection:
            writer = CatalogWriter(connection)
            writer.add_source(other.source.path, "版", [other], chunk_rows(other))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail_half_way()
    with Catalog(open_catalog(tmp_path)) as opened:
        assert [record.id for record in opened.documents()] == ["試験文書"]


def test_removing_a_file_leaves_no_row_of_it(tmp_path):
    store(tmp_path, made_document())
    with change_catalog(tmp_path) as connection:
        CatalogWriter(connection).remove_source(Path("/試験/文書.txt"))
        kept = {table.name for table in schema.METADATA.sorted_tables if table is not schema.state}
        for name in kept:
            assert connection.scalar(text(f"SELECT count(*) FROM {name}")) == 0, name


def test_nothing_indexed_yet(tmp_path):
    with pytest.raises(EmptyStoreError, match="tenkyo index"):
        open_catalog(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_first_run_that_indexed_nothing_leaves_an_empty_store(tmp_path):
    with change_catalog(tmp_path):
        pass
    with pytest.raises(EmptyStoreError):
        open_catalog(tmp_path)


@pytest.mark.parametrize(("version", "advice"), [(0, "入れ直して"), (99, "更新して")])
def test_a_catalog_of_another_version_says_what_to_do(tmp_path, version, advice):
    store(tmp_path, made_document())
    with change_catalog(tmp_path) as connection:
        connection.execute(update(schema.state).values(schema_version=version))
    with pytest.raises(StoreError, match=advice):
        open_catalog(tmp_path)
    with pytest.raises(StoreError, match=advice), change_catalog(tmp_path):
        pass


def test_a_damaged_catalog_is_named(tmp_path):
    store(tmp_path, made_document())
    file = tmp_path / CATALOG_FILE
    file.write_bytes("これは目録ではない".encode() * 1000)
    with pytest.raises(StoreError, match=CATALOG_FILE):
        open_catalog(tmp_path)


def test_a_catalog_cut_short_is_named(tmp_path):
    store(tmp_path, *parsed_samples())
    file = tmp_path / CATALOG_FILE
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 3])

    def read_everything() -> None:
        with Catalog(open_catalog(tmp_path)) as opened:
            for record in opened.documents():
                opened.read_document(record.id)

    with pytest.raises(StoreError, match=CATALOG_FILE):
        read_everything()


def parsed_samples() -> list[Document]:
    return [document for path in SAMPLES.glob("*.txt") for document in parse(read(path))]


def test_another_schema_needs_another_version():
    """Whoever changes a table raises `SCHEMA_VERSION` and adds the new pair here."""
    columns = sorted(
        f"{column.table.name}.{column.name} {column.type} {column.nullable}"
        for table in schema.METADATA.sorted_tables
        for column in table.columns
    )
    digest_of = {1: "4b42a60a742a77cc"}
    written = hashlib.sha256("\n".join(columns).encode()).hexdigest()
    assert written[:16] == digest_of[schema.SCHEMA_VERSION]
