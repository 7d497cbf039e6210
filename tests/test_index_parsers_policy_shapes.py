"""Other shapes of policy documents, about a town that does not exist."""

from __future__ import annotations

import pytest

from index.errors import ParseError
from index.parsers import parse
from tests.helpers.parsing import footnotes, noted_words, parse_text, sections, text_source


def test_numbers_that_restart_under_each_chapter() -> None:
    document = parse_text(
        "青波町情報安全指針\n\n平成30年3月\n\n第１章　総則\n\n１．範囲\n\n(1) 組織\n\n"
        "全ての組織とする。\n\n"
        "(2) 情報\n\n全ての情報とする。\n\n第２章　対策\n\n１．入口の対策\n\n入口を守る。\n\n"
        "２．出口の対策\n\n(1) 点検\n\n年に一度点検する。\n"
    )
    assert list(sections(document)) == [
        "前文", "第1章", "第1章1", "第1章1(1)", "第1章1(2)", "第2章", "第2章1", "第2章2",
        "第2章2(1)",
    ]  # fmt: skip
    deepest = sections(document)["第2章2(1)"]
    assert deepest.locator.heading_path == ("第２章　対策", "２．出口の対策", "(1) 点検")
    assert document.date == "2018-03"


def test_kana_circled_and_roman_headings_need_text_below_them() -> None:
    document = parse_text(
        "論点整理\n\nⅠ 経緯\n\n経緯を示す。\n\nⅡ 論点\n\n１ 体制\n\n(ア) 開始\n\n春に始める。\n\n"
        "(イ) 終了\n\n次に留意する。\n① 記録\n② 点検\n③ 訓練\n\n２ 費用\n\nア．負担\n\n"
        "町が負担する。\n\n"
        "イ．配分\n\n均等とする。\n\nⅢ おわりに\n\n引き続き検討する。\n"
    )
    assert list(sections(document)) == [
        "前文", "I", "II", "II-1", "II-1(ア)", "II-1(イ)", "II-2", "II-2ア", "II-2イ", "III",
    ]  # fmt: skip
    assert sections(document)["II-1(イ)"].text.endswith("① 記録\n② 点検\n③ 訓練")


def test_a_list_inside_a_section_takes_no_number_from_the_headings() -> None:
    document = parse_text(
        "計画\n\n1. 目的\n\n次に取り組む。\n\n1. 点検\n2. 訓練\n3. 記録\n\n2. 期間\n\n"
        "三年とする。\n\n"
        "3. 3つの柱\n\n1つ目は備えである。\n\n2 年後に見直す。\n"
    )
    assert list(sections(document)) == ["前文", "1", "2", "3"]
    assert sections(document)["1"].text.endswith("2. 訓練\n3. 記録")
    assert sections(document)["3"].text.endswith("2 年後に見直す。")


def test_articles_take_their_caption_from_the_line_above() -> None:
    document = parse_text(
        "青波町条例\n\n令和3年3月20日\n\n目次\n第一章　総則（第一条―第二条）\n"
        "第二章　公開（第三条）\n\n"
        "第一章　総則\n\n（目的）\n第一条　この条例は、公開について定める。\n\n（定義）\n"
        "第二条　公文書とは、次のものをいう。\n２　電磁的記録を含む。\n一　図面\n\n第二章　公開\n\n"
        "（義務）\n第三条　第二条の公文書は、公開する。\n第三条の二　前条の例外を定める。\n\n"
        "附則\n\n第一条　この条例は、公布の日から施行する。\n"
    )
    found = sections(document)
    assert list(found) == [
        "前文", "第1章", "第1条", "第2条", "第2章", "第3条", "第3条の2", "附則", "附則第1条",
    ]  # fmt: skip
    assert found["第2条"].title == "定義"
    assert found["第2条"].locator.heading_path == ("第一章　総則", "第二条（定義）")
    assert found["第2条"].text.startswith("（定義）\n第二条　公文書とは")
    assert found["第2条"].text.endswith("一　図面")
    assert document.date == "2021-03-20"


def test_dot_leaders_hyphened_numbers_and_numbered_notes() -> None:
    document = parse_text(
        "防災計画\n\nもくじ\n１ はじめに ･･････････ 1\n２ 備え ‥‥‥‥‥ 3\n"
        "　２－１ 町の備え ・・・・・ 3\n"
        "　２－２ 家の備え ………… 5\n\n１ はじめに\n\n計画は３つの柱から成る。\n\n２ 備え\n\n"
        "２－１ 町の備え\n\n町は備蓄（注１）を行う。\n\n（注１） 食料をいう。\n\n"
        "２－２ 家の備え\n\n家も備蓄する※２。\n\n※２ 三日分とする。\n"
    )
    found = sections(document)
    assert {number: section.printed_page for number, section in found.items()} == {
        "前文": None, "1": 1, "2": 3, "2-1": 3, "2-2": 5,
    }  # fmt: skip
    notes = footnotes(document)
    assert noted_words(document, notes[1]).endswith("備蓄")
    assert noted_words(document, notes[2]).endswith("備蓄する")
    assert found["2-1"].text.endswith("町は備蓄を行う。")
    assert notes[1].text == "食料をいう。"


def test_bare_digits_glued_to_a_sentence_are_marks_where_notes_follow() -> None:
    document = parse_text(
        "水道計画\n\n1. 目的\n\n"
        "水道の安全を確保するため、事業者1と協力して点検2を行うこととし、平成30年度から始め\n\n"
        "1 水道法に基づく事業者をいう。\n\n2 年に一度の点検をいう。\n\n"
        "る。3つの地区を対象とする。\n\n"
        "2. 方法\n\n方法は別に定める。\n"
    )
    notes = footnotes(document)
    assert noted_words(document, notes[1]).endswith("事業者")
    assert noted_words(document, notes[2]).endswith("点検")
    assert "点検を行うこととし、平成30年度から始める。3つの地区" in sections(document)["1"].text


def test_an_exponent_is_no_footnote_mark() -> None:
    document = parse_text(
        "計画\n\n1. 敷地\n\n敷地は10m²とし、町¹が管理し、町²が使う。\n\n¹ 青波町。\n\n² 隣の町。\n"
    )
    assert "10m²とし、町が管理し、町が使う。" in sections(document)["1"].text


def test_alternative_plans_are_sections_of_their_own() -> None:
    document = parse_text(
        "論点\n\n1. 費用\n\n【甲案】\n\n町が負担する。\n\n【乙案】 利用者が負担する。\n\n"
        "2. 期間\n\n三年とする。\n"
    )
    assert list(sections(document)) == ["前文", "1", "1【甲案】", "1【乙案】", "2"]
    assert sections(document)["1【乙案】"].text == "【乙案】 利用者が負担する。"


def test_a_reference_box_does_not_end_the_numbering() -> None:
    document = parse_text(
        "計画\n\n1. 目的\n\n目的を示す。\n\n参考\n\n過去の例を示す。\n\n2. 方法\n\n方法を示す。\n"
    )
    assert list(sections(document)) == ["前文", "1", "参考", "2"]


def test_doubled_numbers_keep_both_sections_with_a_warning() -> None:
    document = parse_text(
        "計画\n\n1. 目的\n\n目的を示す。\n\n附則\n\n1. 施行\n\n本日から。\n\n附則\n\n1. 施行\n\n"
        "明日から。\n"
    )
    assert list(sections(document)) == ["前文", "1", "附則", "附則1", "附則~2", "附則1~2"]
    assert any("附則1" in warning for warning in document.warnings)


def test_text_without_numbers_becomes_unnumbered_sections_with_a_warning() -> None:
    document = parse_text(
        "町の方針\n\n背景\n\n町では人口が減っている。\n\n取組\n\n移住を進める。\n"
    )
    assert list(sections(document)) == ["前文", "背景", "取組"]
    assert len(document.warnings) == 1
    whole = parse_text("町からのお知らせです。\n明日は休みです。\n")
    assert list(sections(whole)) == ["本文"]


def test_markdown_headings_and_notes() -> None:
    document = parse_text("# 町の方針\n\n## 背景\n\n**人口**が減る[^1]。\n\n[^1]: 三年間で百人。\n")
    assert sections(document)["背景"].text == "背景\n人口が減る。"
    assert noted_words(document, footnotes(document)[1]).endswith("減る")


def test_an_empty_file_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(ParseError, match="文字認識"):
        parse(text_source(" \n\n　\n"))
