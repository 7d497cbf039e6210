"""Texts as they are set: nothing lost, nothing doubled, marks where they belong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.assistant import Assistant
from index.definitions import Definition, DefinitionKind
from index.documents import Comment, Page, Passage, Span
from ui.reading.document_page import DocumentBuilder, UnitView
from ui.reading.glossary import LATIN_ROW, row_of, sort_key
from ui.reading.lines import Insert, Line, Mark, Range, page_inserts, ranges_of, set_lines
from ui.reading.shelf import Shelf
from ui.reading.terms import Terms


def joined(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in lines]


def written(passage: Passage) -> list[str]:
    return [line for line in passage.text.split("\n") if line.strip()]


def assert_whole(view: UnitView) -> None:
    if isinstance(view.unit, Comment):
        assert view.comment is not None
        for lines, passage in (
            (view.comment.opinion, view.unit.opinion),
            (view.comment.reason, view.unit.reason),
            (view.comment.reply, view.unit.reply),
        ):
            assert joined(lines) == written(passage)
    else:
        assert joined((*view.title, *view.lines)) == written(view.unit.passage)


@pytest.mark.parametrize("corpus", ["sample", "reference"])
@pytest.mark.parametrize("with_repairs", [False, True])
def test_every_character_of_every_unit_is_set_once(
    corpus: str, with_repairs: bool, request: pytest.FixtureRequest
) -> None:
    assistant: Assistant = request.getfixturevalue(corpus)
    shelf = Shelf(assistant.library)
    for record in shelf.records:
        builder = DocumentBuilder(record.id, shelf)
        page = builder.page(Span(100, 3000), with_repairs=with_repairs)
        views = [view for block in page.blocks for view in block.views]
        held = {unit.id: unit for unit in shelf.units(record.id)}
        for view in views:
            assert_whole(view)
        for note_id, lines in page.notes.items():
            assert joined(lines) == written(held[note_id].passage)
        assert {view.unit.id for view in views} | set(page.notes) == set(held)


@given(
    st.text("あ市\n-ア", max_size=30),
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from(list(Mark))), max_size=6
    ),
    st.lists(st.integers(0, 30), max_size=4),
)
def test_overlapping_marks_lose_nothing(
    text: str, marks: list[tuple[int, int, Mark]], places: list[int]
) -> None:
    passage = Passage(text, (Span(0, len(text)),) if text else ())
    ranges = [Range(min(a, b, len(text)), min(max(a, b), len(text)), mark) for a, b, mark in marks]
    inserts = [Insert(min(place, len(text)), page=1) for place in places]
    lines = set_lines(passage, ranges, inserts)
    assert [line for line in joined(lines) if line.strip()] == written(passage)
    set_again = sum(len(piece.inserts) for line in lines for piece in line.pieces)
    assert set_again == len(inserts)


def test_a_quote_is_marked_over_what_was_left_out_of_the_source() -> None:
    passage = Passage("あいうえ", (Span(10, 12), Span(20, 22)))  # 12 to 20: a page end
    (line,) = set_lines(passage, ranges_of(passage, Span(11, 21), Mark.QUOTED))
    marked = [piece.text for piece in line.pieces if Mark.QUOTED in piece.marks]
    assert "".join(marked) == "いう"


def test_a_term_that_a_quote_cuts_is_not_linked_in_halves() -> None:
    passage = Passage("推進会議は", (Span(0, 5),))
    ranges = [Range(0, 4, Mark.TERM), Range(2, 5, Mark.QUOTED)]
    (line,) = set_lines(passage, ranges)
    assert all(Mark.TERM not in piece.marks for piece in line.pieces)


def test_a_page_begins_where_its_first_character_stands() -> None:
    passage = Passage("あいうえ", (Span(10, 12), Span(20, 22)))
    pages = [Page(1, Span(0, 15)), Page(2, Span(15, 30)), Page(3, Span(30, 40))]
    assert [(one.offset, one.page) for one in page_inserts(passage, pages)] == [(2, 2)]


def definition(term: str, document: str, kind: DefinitionKind, sample: Assistant) -> Definition:
    unit = sample.library.catalog.unit("千早野市デジタル安全戦略#1")
    moved = type(unit)(
        **{name: getattr(unit, name) for name in unit.__dataclass_fields__ if name != "id"},
        id=f"{document}#1",
    )
    return Definition(term, "長い名前", unit.passage, moved, kind)


@pytest.mark.parametrize(
    ("term", "text", "stands"),
    [
        ("市", "市は、備える。", True),
        ("市", "市民は、備える。", False),
        ("市", "同市は、備える。", False),
        ("センター", "データセンターは", False),
        ("IT", "IT人材", True),
        ("IT", "ITS", False),
        ("IT", "情報（IT）の", True),
    ],
)
def test_a_term_is_no_part_of_a_longer_word(
    term: str, text: str, stands: bool, sample: Assistant
) -> None:
    terms = Terms("甲", [definition(term, "甲", DefinitionKind.ALIAS, sample)], [])
    assert bool(list(terms.ranges(text, "甲#2"))) is stands
    assert not list(terms.ranges(text, "甲#1"))  # where it is defined


def test_a_note_on_a_short_name_holds_in_its_document_only(sample: Assistant) -> None:
    both = [
        definition("本部", "甲", DefinitionKind.ALIAS, sample),
        definition("本部", "甲", DefinitionKind.NOTE, sample),
    ]
    records = sample.library.catalog.documents()
    assert list(Terms("甲", both, records).ranges("本部は", "甲#2"))
    assert not list(Terms("乙", both, records).ranges("本部は", "乙#2"))


def test_japanese_sorting() -> None:
    words = ["サーバ", "ザイ", "サイト", "サアバ", "ガイ", "カイ", "シ", "ショウ", "シヨウ"]
    ordered = sorted(words, key=sort_key)
    assert ordered[:2] == ["カイ", "ガイ"]
    assert ordered.index("サーバ") < ordered.index("サイト")
    assert ordered[-3] == "シ"
    assert [row_of(word) for word in ("市", "学校", "Ｗｅｂ", "IoT", "ヴェール", "１次")] == [
        "サ", "カ", LATIN_ROW, LATIN_ROW, "ア", LATIN_ROW,
    ]  # fmt: skip
