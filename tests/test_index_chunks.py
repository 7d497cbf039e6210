from dataclasses import replace

import pytest

from index.chunks import (
    LONGEST,
    TARGET,
    chunk_document,
    chunk_unit,
    digest,
    search_text,
    unit_of_chunk,
)
from index.documents import Comment, Footnote, Section, Unit, UnitKind, join_passages
from index.parsers import parse
from index.readers import read
from tests.helpers.folders import CORPUS, SAMPLES

FILES = sorted(SAMPLES.glob("*.txt")) + sorted(CORPUS.glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[:12])
def test_chunks_of_a_unit_joined_are_its_passage(path):
    for document in parse(read(path)):
        chunks: dict[str, list[object]] = {}
        for unit, chunk in chunk_document(document):
            chunks.setdefault(unit.id, []).append(chunk)
        for unit in document.units:
            own = chunks.get(unit.id, [])
            joined = join_passages(*(chunk.passage for chunk in own))
            assert joined == join_passages(unit.passage)
            assert [chunk.id for chunk in own] == [
                f"{unit.id}@{number}" for number in range(1, len(own) + 1)
            ]
            assert all(unit_of_chunk(chunk.id) == unit.id for chunk in own)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[:12])
def test_no_chunk_is_overlong(path):
    lengths = [
        len(chunk.text) for document in parse(read(path)) for _, chunk in chunk_document(document)
    ]
    assert max(lengths) <= LONGEST + TARGET
    assert sum(lengths) / len(lengths) < TARGET


def comments() -> list[Comment]:
    (document,) = parse(read(SAMPLES / "comments.txt"))
    return [unit for unit in document.units if isinstance(unit, Comment)]


def test_what_is_asked_and_what_is_replied_are_in_different_chunks():
    found = comments()
    assert found
    for comment in found:
        chunks = chunk_unit(comment)
        # a row that goes on over a page end has its reply in several places
        reply = {offset for span in comment.reply.spans for offset in range(span.start, span.end)}
        sides = {
            chunk.id: {
                chunk.passage.source_offset(offset) in reply
                for offset, letter in enumerate(chunk.text)
                if not letter.isspace()
            }
            for chunk in chunks
        }
        assert all(len(side) == 1 for side in sides.values()), comment.id
        assert {True, False} <= {flag for side in sides.values() for flag in side}


def long_section(text: str) -> Section:
    document = next(iter(parse(read(SAMPLES / "strategy.txt"))))
    section = next(unit for unit in document.units if isinstance(unit, Section))
    source = replace(document.source, text=text)
    return replace(section, passage=source.passage(0, len(text)))


def test_a_sentence_without_an_end_is_cut_at_a_comma():
    chunks = chunk_unit(long_section("第一の部分、" * 400))
    assert len(chunks) > 1
    assert all(chunk.text.endswith("、") for chunk in chunks)
    assert max(len(chunk.text) for chunk in chunks) <= LONGEST


def test_text_without_any_mark_is_cut_at_the_limit():
    chunks = chunk_unit(long_section("あ" * 3 * LONGEST))
    assert [len(chunk.text) for chunk in chunks] == [LONGEST] * 3


def test_a_short_rest_joins_the_chunk_before_it():
    text = "この文は、ちょうど三十文字になるように作った試験のための文。" * 11 + "終わり。"
    chunks = chunk_unit(long_section(text))
    assert chunks[-1].text.endswith("終わり。")
    assert len(chunks[-1].text) > len("終わり。")


def test_the_heading_path_is_searched_and_never_part_of_the_text():
    section = long_section("本文だけの節。")
    (chunk,) = chunk_unit(section)
    assert search_text(chunk) == "\n".join((*section.locator.heading_path, "本文だけの節。"))
    assert chunk.text == "本文だけの節。"


def test_a_footnote_is_searched_with_the_words_it_hangs_on():
    (document,) = parse(read(SAMPLES / "strategy.txt"))
    texts = {unit.id: unit.text for unit in document.units}
    notes = [unit for unit in document.units if isinstance(unit, Footnote)]
    assert any(note.marker_unit for note in notes)
    chunks = {unit.id: chunk for unit, chunk in chunk_document(document)}
    for note in notes:
        if note.marker_unit and note.marker_offset:
            noted = chunks[note.id].heading_path[-1]
            assert noted
            assert texts[note.marker_unit][: note.marker_offset].rstrip().endswith(noted)


def test_the_digest_changes_with_all_that_is_searched():
    comment = comments()[0]
    (chunk, *_) = chunk_unit(comment)
    renamed: Unit = replace(comment, submitter="別の提出者")
    moved = replace(chunk, heading_path=("別の章",))
    digests = {digest(comment, chunk), digest(renamed, chunk), digest(comment, moved)}
    assert len(digests) == 3
    assert comment.kind is UnitKind.COMMENT
