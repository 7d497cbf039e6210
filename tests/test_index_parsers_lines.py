"""Lines, repairs and page furniture: what every parser is built on."""

from __future__ import annotations

from pathlib import Path

from index.documents import Page, Passage, RepairKind, SourceText, Span
from index.parsers.furniture import without_furniture
from index.parsers.lines import half_width, join, lines_of, opens_block
from index.parsers.repairs import RepairLog, tidy


def text_source(*pages: str) -> SourceText:
    """A source; several texts are its pages."""
    starts = [sum(map(len, pages[:place])) for place in range(len(pages) + 1)]
    numbered = tuple(
        Page(place + 1, Span(starts[place], starts[place + 1])) for place in range(len(pages))
    )
    text = "".join(pages)
    return SourceText(
        Path("a.txt"), text, numbered if len(pages) > 1 else (), (), "0", "text/plain"
    )


def joined(source: SourceText) -> tuple[str, list[RepairKind]]:
    log = RepairLog()
    lines = without_furniture(source, lines_of(source), log)
    passage = join(source, lines, log)
    kinds = [repair.kind for repair in log.result()]
    return passage.text, [kind for kind in kinds if kind is not RepairKind.WHITE_SPACE]


def test_lines_know_their_place_gap_and_page() -> None:
    source = text_source("　一行目 \n\n\n二行目", "三行目\n")
    lines = lines_of(source)
    assert [line.stripped for line in lines] == ["一行目", "二行目", "三行目"]
    assert [line.gap for line in lines] == [0, 2, 0]
    assert [line.page for line in lines] == [1, 1, 2]
    assert [source.text[line.content.start : line.content.end] for line in lines] == [
        "一行目", "二行目", "三行目",
    ]  # fmt: skip


def test_a_break_inside_a_japanese_sentence_goes() -> None:
    text = (
        "　町の情報を守るために必要な対策を講ずることとし、その費用は町が\n"
        "負担することとする。また、年に一度、対策の効果を確かめることとし、\n"
        "その結果を公表する。\n　次の段落である。\n"
    )
    whole = (
        "町の情報を守るために必要な対策を講ずることとし、その費用は町が負担することとする。"
        "また、年に一度、対策の効果を確かめることとし、その結果を公表する。\n次の段落である。"
    )
    assert joined(text_source(text)) == (whole, [RepairKind.LINE_BREAK, RepairKind.LINE_BREAK])


def test_a_break_between_latin_words_keeps_its_line_end() -> None:
    text = "The town protects its information and\nthe information of its people.\n"
    assert joined(text_source(text)) == (text.strip(), [])


def test_lines_of_whole_paragraphs_are_not_unwrapped() -> None:
    paragraph = "町は、" + "対策を講じ、" * 20 + "その結果を公表する。"
    text = f"{paragraph}\n{paragraph}\n青波町の防災に関する取組の全体像について\n年度の計画\n"
    assert joined(text_source(text)) == (text.strip(), [])


def test_a_sentence_cut_by_a_page_end_is_joined_over_the_page_number() -> None:
    first = "町は、情報を守るために必要な対策を講ずることとし、その費用は町が負\n\n- 3 -\n\n"
    assert joined(text_source(first + "担することとする。\n")) == (
        "町は、情報を守るために必要な対策を講ずることとし、その費用は町が負担することとする。",
        [RepairKind.PAGE_BREAK, RepairKind.PAGE_FURNITURE],
    )


def test_lists_headings_and_ended_sentences_stay_apart() -> None:
    for before, after in (
        ("町は、情報を守るために、次に掲げる対策を講ずることとし、", "① 記録を残すこと。"),
        ("町は、情報を守るために必要な対策を講ずることとしている。", "費用は町が負担する。"),
        ("- ① 町の情報を守るために必要となる対策の実施に関する事務", "を行うこととする。"),
        ("青波町の情報を守るための取組の方針（案）", "町は必要な対策を講ずる。"),
    ):
        assert joined(text_source(f"{before}\n\n{after}\n")) == (f"{before}\n{after}", [])


def test_page_numbers_running_heads_and_end_marks_go() -> None:
    pages = [
        f"青波町指針 {number}\n{words}に取り組む。\n{number}\n"
        for number, words in enumerate(("備蓄", "訓練", "点検", "通報"), 5)
    ]
    text, kinds = joined(text_source(*pages, "－ 以 上 －\n"))
    assert text == "備蓄に取り組む。\n訓練に取り組む。\n点検に取り組む。\n通報に取り組む。"
    assert kinds == [RepairKind.PAGE_FURNITURE] * 9


def test_titles_of_a_series_and_lone_figures_are_text() -> None:
    pages = [f"町の備え（{number}/3）\n- 食料{number}\n" for number in (1, 2, 3)]
    assert joined(text_source(*pages))[0].count("町の備え") == 3
    assert "\n12\n" in joined(text_source("回答者数\n\n12\n\n回収率\n"))[0]


def test_ruby_bold_and_letter_spacing_go() -> None:
    log = RepairLog()
    source = "自由闊達^{かつ}な**議論**と W i n n y の対策、I T戦略と S M E、お は よ う"
    passage = tidy(Passage(source, (Span(0, len(source)),)), log)
    assert passage.text == "自由闊達な議論と Winny の対策、IT戦略と SME、おはよう"
    counts = [repair.kind for repair in log.result()]
    assert counts.count(RepairKind.RUBY) == 1
    assert counts.count(RepairKind.MARKUP) == 2
    assert counts.count(RepairKind.LETTER_SPACING) == 4 + 1 + 2 + 3


def test_letters_that_are_words_keep_their_spaces() -> None:
    for text in ("A社とB社", "Plan A B", "IoT 産業の I 型", "第 2 期", "東京 大阪"):
        assert tidy(Passage(text, (Span(0, len(text)),)), RepairLog()).text == text


def test_half_width_keeps_the_length() -> None:
    assert half_width("（１）　Ａ－１") == "(1) A-1"


def test_what_opens_a_block() -> None:
    for text in ("- 項目", "・項目", "①項目", "（1）項目", "1. 項目", "5.2.3 項目", "第１章 総則",
                 "ⅱ. 項目", "【甲案】", "※ 注", "¹ 注", "ア．項目", "○ 発言"):  # fmt: skip
        assert opens_block(text), text
    for text in ("町の対策", "2015年の計画", "10万人", "第三者が", "アジアの", "IoT機器"):
        assert not opens_block(text), text
