from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents import Passage, Span, join_passages
from index.text.sentences import split_sentences
from tests.helpers.parsing import whole

TEXTS = st.text(alphabet="市は第一。．！？?!「」『』（）()【】\n 　・①5a", max_size=60)


@pytest.mark.parametrize(
    "sentences",
    [
        ["計画を定める。", "公表する。"],
        ["委員は「急ぐべきだ。続けるべきだ。」と述べた。", "以上。"],
        ["対策（甲。乙を含む。）を講ずる。", "次に進む。"],
        ["計画を定める。", "（甲を除く。）", "公表する。"],
        ["4.1 見出し\n", "本文である。\n\n", "・項目の一\n", "・項目の二\n", "①別の項目"],
        ["次の①から③までを行う。", "サーバ・端末を守る。"],
        ["本当か？！", "そうだ！", "終わり"],
        ["割合は５．２倍である．", "次に述べる．"],
        ["「『甲。』の乙。」という。", "丙。"],
        ["閉じない（括弧がある。", "次の文。"],
        ["1) 項目の一。", "次。"],
        ["閉じない（行\n", "次の文。", "次で閉じる）。"],
        ["幅の違う（括弧。でも閉じる)とする。", "次。"],
        ["前の文。」", "次の文。"],
        ["IPv6 vs. IPv4 の比較。　", "次。"],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    assert [part.text for part in split_sentences(whole("".join(sentences)))] == sentences


def test_an_empty_passage_has_no_sentence() -> None:
    assert split_sentences(whole("")) == ()


def test_a_sentence_over_a_gap_keeps_both_spans() -> None:
    passage = join_passages(Passage("一。二", (Span(0, 3),)), Passage("三。四。", (Span(9, 13),)))
    assert [part.spans for part in split_sentences(passage)] == [
        (Span(0, 2),),
        (Span(2, 3), Span(9, 11)),
        (Span(11, 13),),
    ]


@given(TEXTS)
def test_joined_sentences_are_the_passage(text: str) -> None:
    passage = whole(text)
    parts = split_sentences(passage)
    assert join_passages(*parts) == passage
    assert all(part.text for part in parts)


@given(TEXTS)
def test_a_line_end_is_always_a_border(text: str) -> None:
    assert all("\n" not in part.text.rstrip() for part in split_sentences(whole(text)))
