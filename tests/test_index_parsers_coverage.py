"""No character of a source is lost: it is in a unit, or in a counted repair."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.documents import Document, Footnote, Page, SourceText, Span
from index.parsers import parse
from index.parsers.coverage import unaccounted
from index.readers import read
from tests.helpers.folders import CORPUS, SAMPLES

REAL = [
    *sorted(CORPUS.glob("*.txt")),
    *sorted(path for path in SAMPLES.glob("*.*") if path.suffix in (".txt", ".pdf")),
]

#: Lines that parsers look for, put together at random.
FRAGMENTS = (
    "1. 目的", "2. 方法", "3 範囲", "(1) 組織", "(2) 情報", "i. 入口", "ii. 出口", "第１章　総則",
    "第２章　対策", "第一条　町は、備える。", "（目的）", "目次", "1. 目的\t1", "2. 方法 ……… 3",
    "¹ 町の機関をいう。", "2 年に一度の点検をいう。", "町は備える¹。", "事業者2と協力する。",
    "（注１） 食料をいう。", "備蓄（注１）を行う。", "- 3 -", "12", "13", "－ 以上 －", "――――――",
    "資料1-1 方針", "資料1-2 計画", "方針", "計画", "平成30年○月", "青波町長決定", "【甲案】",
    "附則",
    "番号\t提出者\t該当箇所\t意見の概要\t考え方", "1\t個人(1)\t全般\t良い。\t承ります。",
    "2\t(株)青波\t1(1)\t<p>直すべき。</p>\t参考とします。", "■ 意見総数: 2者から2件",
    "■ 実施期間: 1月",
    "- ・ 項目", "① 記録", "② 点検", "○ 述べる。", "第3回会議 議事要旨", "1 日時", "2 出席者",
    "山田 太郎\t町長", "4 議事概要", "質問^{しつもん}がある。", "**重点**", "**",
    "W i n n y の対策",
    "町の情報を守るために必要な対策を講ずることとし、そのための費用は町が", "負担することとする。",
    "　字下げの段落である。", "# 見出し", "ア．責任者", "はじめに", "別紙１", "\u3000", "\x0c", "",
    "A long English sentence that goes on", "and on until it ends.", "10m²の土地",
    "５．２．３ （１）",
    "1-1 備え", "Ⅱ 論点", "「方針」に係る意見募集の結果", "資料2-5", "2者 2件", "議長：始めます。",
)  # fmt: skip


def check(source: SourceText, documents: tuple[Document, ...]) -> None:
    lost = [source.text[span.start : span.end] for span in unaccounted(source, documents)]
    assert not lost
    for document in documents:
        ids = {unit.id for unit in document.units}
        for unit in document.units:
            passages = [unit.passage, *unit.also_at]
            for passage in passages:
                slices = [source.text[span.start : span.end] for span in passage.spans]
                assert "".join(slices) == passage.text
            assert unit.parent is None or unit.parent in ids
            if isinstance(unit, Footnote):
                assert unit.marker_unit is None or unit.marker_unit in ids
        for repair in document.repairs:
            assert document.span.start <= repair.span.start
            assert repair.span.end <= document.span.end


@pytest.mark.skipif(not REAL, reason="参照コーパスも見本もありません")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_real_documents_lose_no_character(path: Path) -> None:
    source = read(path)
    documents = parse(source)
    check(source, documents)
    assert sum(len(document.units) for document in documents) > 0


def test_a_lost_character_is_seen() -> None:
    source = SourceText(Path("a.txt"), "計画\n\n1. 目的\n\n町を守る。\n", (), (), "0", "text/plain")
    (document,) = parse(source)
    assert unaccounted(source, [document]) == ()
    assert unaccounted(source, []) == (Span(0, 2), Span(4, 6), Span(7, 9), Span(11, 16))


@st.composite
def sources(draw: st.DrawFn) -> SourceText:
    """Texts of such lines, with and without pages."""
    line = st.sampled_from(FRAGMENTS) | st.text(max_size=12)
    end = st.sampled_from(["\n", "\n", "\n\n", "\n\n\n", "", "\r\n"])
    pieces = draw(st.lists(st.tuples(line, end), min_size=1, max_size=30))
    text = "".join(words + stop for words, stop in pieces)
    places = st.integers(0, max(len(text) - 1, 0))
    cuts = sorted({0, *draw(st.lists(places, max_size=4))}) if draw(st.booleans()) else []
    bounds = [*cuts, len(text)]
    pages = tuple(
        Page(number, Span(bounds[number - 1], bounds[number])) for number in range(1, len(cuts) + 1)
    )
    return SourceText(Path("made-up.txt"), text, pages, (), "0", "text/plain")


@settings(max_examples=300, deadline=None)
@given(sources())
def test_made_up_texts_lose_no_character(source: SourceText) -> None:
    if source.text.strip():
        check(source, parse(source))
