from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents import Passage, Span, join_passages
from index.text.keys import find_quote, quote_key, search_key
from tests.helpers.parsing import whole

#: Whatever policy documents are made of, with all that the keys fold or leave out.
PIECES = st.sampled_from(
    [
        *"市は情報のガをﾞ゙ﾊ゚プ、。「」（）()①⑩㈱…⻑⼈ＡａBm2²¹⁰５0－‐～〜<>^{}",
        *["　", " ", "\t", "\n", "\u200b", "\u00ad", "神\ufe00"],
        *["<p>", "</p>", "<br>", "<sup>3</sup>", "^{かつ}", "※1", "[^2]", "5km²", "10 m²"],
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("重要インフラ事業者等¹において", "重要インフラ事業者等において"),
        ("ＩｏＴ⁵システム", "iotシステム"),
        ("サ イ バ ー 攻撃", "サイバー攻撃"),
        ("平成 26 年 5 月 19 日", "平成26年5月19日"),
        ("第 39 回　会合", "第39回会合"),
        ("⻑期の⺠間の⽤⼈", "長期の民間の用人"),
        ("自由闊達^{かつ}な", "自由闊達な"),
        ("<p>【意見】</p>", "【意見】"),
        ("意見27－2、意見27‐2", "意見27-2、意見27-2"),
        ("延床面積10m²", "延床面積10m2"),
        ("Cyber  Security", "cyber security"),
        ("見出し\n本文", "見出し\n本文"),
        ("甲社\t賛成", "甲社\t賛成"),
        ("A<B かつ C>D", "a<b かつ c>d"),
    ],
)
def test_search_key(text: str, key: str) -> None:
    assert search_key(text) == key


@given(st.text(alphabet="市は、情報のガｶﾞ①㈱Ａａ５0－‐～⻑⼈ 　\t\n", max_size=40))
def test_the_key_of_a_key_is_the_key(text: str) -> None:
    assert search_key(search_key(text)) == search_key(text)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("対策を講ずる", "対策¹を講\nずる"),
        ("（１）の対 策", "(1)の対策"),
        ("(1)の対策¹を講ずる。ﾃﾞｰﾀ", "(1)の対策¹を講\nずる。<br>データ"),
        ("データ", "データ"),
    ],
)
def test_a_quote_is_found_across_marks_breaks_and_widths(quote: str, found: str) -> None:
    passage = whole("市は、(1)の対策¹を講\nずる。<br>データ")
    slice_ = find_quote(quote, passage)
    assert slice_ is not None
    assert slice_.text == found
    assert passage.text[slice_.start : slice_.end] == found


@pytest.mark.parametrize(
    "quote",
    [
        "市は対策を講ずる",  # stitched from two places
        "対策を講じる",  # one letter other
        "対策を講ずる。サーバ",
        "",
        " \n<br>",
    ],
)
def test_what_is_not_there_word_for_word_is_not_found(quote: str) -> None:
    assert find_quote(quote, whole("市は、(1)の対策¹を講\nずる。<br>データ")) is None


@pytest.mark.parametrize("quote", ["0年", "5年", "m2", "株)"])
def test_a_quote_does_not_begin_inside_one_character(quote: str) -> None:
    assert find_quote(quote, whole("⑩年と⑮年の10m²の㈱")) is None


def test_a_match_inside_a_character_does_not_hide_a_true_one_behind_it() -> None:
    found = find_quote("0年", whole("⑩年と0年"))
    assert found is not None
    assert found.spans == (Span(3, 5),)


def test_the_minimum_counts_characters_of_the_key() -> None:
    passage = whole("対 策 を 講 ず る")
    assert find_quote("対 策 を", passage, minimum=4) is None
    assert find_quote("対策を講", passage, minimum=4) is not None


def test_a_quote_over_a_gap_keeps_both_spans() -> None:
    passage = join_passages(
        Passage("前半の文", (Span(10, 14),)), Passage("後半の文", (Span(40, 44),))
    )
    found = find_quote("の文後半", passage)
    assert found is not None
    assert found.spans == (Span(12, 14), Span(40, 42))


@given(TEXTS, st.data())
def test_every_slice_of_a_text_is_found_with_an_equal_key(text: str, data: st.DataObject) -> None:
    passage = whole(text)
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : data.draw(st.integers(start, len(text)))]
    found = find_quote(quote, passage)
    if found is not None:
        assert quote_key(found.text) == quote_key(quote)
        assert passage.text[found.start : found.end] == found.text


@given(st.text(alphabet="市は情報の安全を守る、。①⑩㈱ガ５5", min_size=1, max_size=30), st.data())
def test_whole_characters_of_a_text_are_always_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert find_quote(text[start:end], whole(text)) is not None


@given(TEXTS, TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_a_slice_of_a_passage_is_its_text_and_its_spans(
    first: str, second: str, start: int, end: int
) -> None:
    passage = join_passages(whole(first), Passage(second, (Span(1000, 1000 + len(second)),)))
    part = passage.slice(start, end)
    source = first.ljust(1000) + second
    assert part.text == passage.text[start:end]
    assert "".join(source[span.start : span.end] for span in part.spans) == part.text
