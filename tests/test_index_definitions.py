"""Terms that documents define themselves."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from index.definitions import Definition, DefinitionKind, definitions
from index.documents import Footnote, Locator, Passage, Section, Span, Unit

DOCUMENT = "方針"


def section(text: str, number: str = "1") -> Section:
    return Section(
        id=f"{DOCUMENT}#{number}",
        label=f"{DOCUMENT} {number}",
        locator=Locator((), None, number, 0),
        passage=Passage(text, (Span(0, len(text)),)),
        number=number,
        title="",
        level=1,
    )


def footnote(text: str, marked: Unit, behind: str) -> Footnote:
    return Footnote(
        id=f"{DOCUMENT}#脚注1",
        label=f"{DOCUMENT} 脚注1",
        locator=Locator((), None, "1", 1),
        passage=Passage(text, (Span(0, len(text)),)),
        number=1,
        marker_unit=marked.id,
        marker_offset=marked.text.index(behind) + len(behind),
    )


def found(text: str) -> list[tuple[str, str | None]]:
    return [(one.term, one.long_form) for one in definitions([section(text)])]


@pytest.mark.parametrize(
    ("text", "term", "long_form"),
    [
        ("青葉町（以下「町」という。）では、", "町", "青葉町"),
        ("青葉町水防会議（規則第3条。以下「会議」という。）は、", "会議", None),
        ("「くらしの窓口」（以下「窓口」という。）を置く。", "窓口", "くらしの窓口"),
        ("年に1回は訓練に加わった者の割合（以下「参加率」という。）を", "参加率", None),
        ("気象観測機構（WXO）が公表した。", "WXO", "気象観測機構"),
        ("さらに、WXO（気象観測機構）が公表した。", "WXO", "気象観測機構"),
        ("機器どうしの通信（D2D (Device to Device)）を", "D2D", "Device to Device"),
        ("本書で「浸水域」とは、水の深さが10cmを超える所をいう。", "浸水域", None),
        ("スマート・メーター (Smart Meter) の設置", "スマート・メーター", "Smart Meter"),
    ],
)
def test_each_way_to_define(text: str, term: str, long_form: str | None) -> None:
    terms = dict(found(text))
    assert term in terms
    if long_form is not None:
        assert terms[term] == long_form


def test_a_clause_stands_for_what_no_noun_names() -> None:
    text = "訓練に当たり、年に1回は訓練に加わった者の割合（以下「参加率」という。）を高める。"
    assert found(text) == [("参加率", "年に1回は訓練に加わった者の割合")]


@pytest.mark.parametrize(
    "text",
    [
        "問題とは言っているが、減らすとは言っていない点である。",
        "本年度（2024年度）の予算は、前年度とは異なる。",
        "第3回会合（ABC Conference 2014）に出席した。",
        "気象観測機構（WXO",
    ],
)
def test_what_defines_nothing(text: str) -> None:
    assert found(text) == []


def noted(marked: str, behind: str, note: str) -> list[Definition]:
    above = section(marked)
    return [
        one
        for one in definitions([above, footnote(note, above, behind)])
        if one.kind is DefinitionKind.NOTE
    ]


def test_a_note_defines_the_words_that_its_mark_hangs_on() -> None:
    text = "広報には、やさしい日本語を使う。"
    (one,) = noted(text, "やさしい日本語", "一文を短くした、誰にも伝わりやすい日本語。")
    assert (one.term, one.long_form) == ("やさしい日本語", None)


def test_a_note_gives_what_letters_stand_for() -> None:
    (one,) = noted("近年のWXOの報告では、", "WXO", "Weather Exchange Office の略")
    assert (one.term, one.long_form) == ("WXO", "Weather Exchange Office")


@pytest.mark.parametrize(
    ("text", "behind", "note"),
    [
        ("重点地区を指定し、備える。", "重点地区を指定", "川沿いの13地区。"),
        ("水防計画に基づき備える。", "水防計画", "令和5年4月1日水防会議決定。"),
        ("監査を行う。", "監査", "監査では帳簿の扱いに気を配る。"),
        ("備えを進める。", "備えを進める。", "詳しくは別紙の一覧。"),
    ],
)
def test_a_note_that_only_remarks_defines_nothing(text: str, behind: str, note: str) -> None:
    assert noted(text, behind, note) == []


def test_a_definition_is_a_run_of_its_unit(sample: Assistant) -> None:
    catalog = sample.library.catalog
    units = [unit for record in catalog.documents() for unit in catalog.units_of(record.id)]
    held = definitions(units)
    assert {"市", "本戦略", "デジタル安全", "特殊詐欺", "CSIRT"} <= {one.term for one in held}
    assert all(one.passage.text in one.unit.text for one in held)
    assert all(one.term in one.unit.text for one in held if one.kind is not DefinitionKind.NOTE)


def test_a_term_that_two_documents_define_differently_is_found_in_both(
    reference: Assistant,
) -> None:
    catalog = reference.library.catalog
    units = [unit for record in catalog.documents() for unit in catalog.units_of(record.id)]
    forms = {one.long_form for one in definitions(units) if one.term == "NISC"}
    assert {"内閣官房情報セキュリティセンター", "内閣サイバーセキュリティセンター"} <= forms
