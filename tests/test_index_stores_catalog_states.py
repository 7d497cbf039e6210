"""The catalog while it changes, empty, of another version, and damaged."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text, update

from index.documents import (
    Document,
)
from index.errors import EmptyStoreError, StoreError
from index.parsers import parse
from index.readers import read
from index.stores import schema
from index.stores.catalog import Catalog
from index.stores.database import CATALOG_FILE, change_catalog, open_catalog
from index.stores.writing import CatalogWriter
from tests.helpers.folders import SAMPLES
from tests.helpers.made_documents import STATE, chunk_rows, made_document, store


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
