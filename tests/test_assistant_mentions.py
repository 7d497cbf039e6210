from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant, Question
from assistant.query import CommentKey, Query
from assistant.understanding.mentions import find_mentions
from index.documents import DocumentKind


@pytest.mark.parametrize(
    ("question", "number", "branch"),
    [
        ("意見27-2を出したのは誰ですか", 27, 2),
        ("意見27の2", 27, 2),
        ("No.27-2の提出者", 27, 2),
        ("27番の2つ目の意見", 27, 2),
        ("27-2の意見", 27, 2),
        ("意見２７－２", 27, 2),
        ("意見10への回答は", 10, None),
        ("What did comment 6-3 ask for?", 6, 3),
        ("意見番号27枝番2への回答", 27, 2),
        ("意見番号27の枝番号2", 27, 2),
        ("意見二十七の二", 27, 2),
        ("意見２７（２）", 27, 2),
        ("27番目の意見の2つ目", 27, 2),
        ("意見27の2つの論点", 27, None),
    ],
)
def test_every_way_of_naming_a_comment(question: str, number: int, branch: int | None) -> None:
    assert find_mentions(question).comments == (CommentKey(number, branch),)


@pytest.mark.parametrize("question", ["意見83件のうち修正は", "意見は何件", "意見27者の内訳"])
def test_a_number_of_comments_is_not_a_comment(question: str) -> None:
    assert find_mentions(question).comments == ()


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("5.2.3 (1) ii.の内容", "5.2.3(1)ii"),
        ("５．２．３（１）には何がありますか", "5.2.3(1)"),
        ("5. 1. 1の見出し", "5.1.1"),
        ("第3章の構成", "3"),
        ("4(2)の発言", "4(2)"),
        ("What does section 5.2.3 say?", "5.2.3"),
        ("5-2-3の内容", "5.2.3"),
        ("3章の2の(1)", "第3章2(1)"),
        ("第3章2(1)の内容", "第3章2(1)"),
        ("取組方針の2", "2"),
        ("戦略の5-2", "5.2"),
        ("5.2.3の(1)のii", "5.2.3(1)ii"),
        ("5.2.3(1)②", "5.2.3(1)②"),
    ],
)
def test_every_way_of_naming_a_section(question: str, section: str) -> None:
    assert find_mentions(question).sections == (section,)


@pytest.mark.parametrize(
    "question",
    [
        "2014-05-19",
        "計画の2020年",
        "戦略の3つの柱",
        "26.5万人の根拠",
        "1.7倍になった相談",
        "60.2%の手続",
    ],
)
def test_a_decimal_figure_is_not_a_section(question: str) -> None:
    assert find_mentions(question).sections == ()


@pytest.mark.parametrize(
    "question",
    [
        "第39回会合の出席者",
        "39回目の会議",
        "第三十九回の議題",
        "第３９回",
        "39th meeting",
        "39回会合",
    ],
)
def test_every_way_of_naming_a_meeting(question: str) -> None:
    assert find_mentions(question).meetings == (39,)


def test_a_date_names_neither_section_nor_comment() -> None:
    assert not find_mentions("平成26年5月19日の会合")


@pytest.mark.parametrize(
    "question",
    ["第22・39回の違い", "第22回と39回", "the 22nd and 39th meetings", "第22回・第39回を比べて"],
)
def test_meetings_named_together(question: str) -> None:
    assert find_mentions(question).meetings == (22, 39)


def _query(assistant: Assistant, question: str) -> Query:
    return assistant.understand(Question(question)).query


@pytest.mark.parametrize(
    "question",
    ["三十九回の議題は", "39回の議題", "平成26年5月19日の会合の議題", "H26年の会議の出席者"],
)
def test_a_meeting_that_is_held_is_known_without_its_full_name(
    reference: Assistant, question: str
) -> None:
    assert _query(reference, question).mentions.meetings == (39,)


@pytest.mark.parametrize(
    "question", ["2回の会合のうち", "3回の訓練", "2014年に成立した法律の会議体"]
)
def test_a_count_of_meetings_names_none(reference: Assistant, question: str) -> None:
    assert _query(reference, question).mentions.meetings == ()


def test_a_bare_pair_is_a_comment_where_one_is_held(reference: Assistant) -> None:
    assert _query(reference, "27-2の回答は").mentions.comments == (CommentKey(27, 2),)
    assert _query(reference, "資料2-5は何ですか").mentions.comments == ()


def test_a_section_is_settled_in_the_document_that_is_named(reference: Assistant) -> None:
    query = _query(reference, "取組方針の2には何が書いてありますか")
    assert query.mentions.sections == ("2",)
    assert len(query.documents) == 1
    assert "取組方針" in query.documents[0]


def test_a_number_printed_otherwise_is_found_by_its_parts(sample: Assistant) -> None:
    assert _query(sample, "3章2(1)の内容").mentions.sections == ("3.2.1",)
    assert _query(sample, "戦略の2(1)の内容").mentions.sections == ("2(1)",)


def test_a_section_named_with_the_comment_table_is_one_of_the_policy(reference: Assistant) -> None:
    held = reference.library.catalog.documents()
    (table,) = (record for record in held if record.kind is DocumentKind.COMMENTS)
    answer = reference.answer(f"{table.title}で、5.2.3への意見は何件ですか")
    assert answer.status is Status.ANSWERED
    assert "10件" in answer.text


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("BSAの意見は何件ですか", "BSA ザ・ソフトウェア・アライアンス"),
        ("VECの意見は何件ですか", "Virtual Engineering Community"),
        ("オラクルの意見は何件ですか", "日本オラクル(株)"),
        ("メリルリンチの意見は何件ですか", "メリルリンチ日本証券(株)"),
        ("株式会社アズジェントの意見は何件ですか", "(株)アズジェント"),
        ("新経済連盟の意見は何件ですか", "(一社)新経済連盟"),
        ("一般社団法人新経済連盟の意見は何件ですか", "(一社)新経済連盟"),
    ],
)
def test_a_submitter_is_known_by_part_of_the_name(
    reference: Assistant, question: str, name: str
) -> None:
    assert _query(reference, question).submitters == (name,)


@pytest.mark.parametrize(
    "question",
    ["ソフトウェアの脆弱性についての意見", "攻撃のトレンドは何ですか", "ネットワークへの意見"],
)
def test_a_word_of_a_name_names_nobody(reference: Assistant, question: str) -> None:
    assert _query(reference, question).submitters == ()


@pytest.mark.parametrize("question", ["第5章の5.3", "5章の5.3には何がありますか", "5.3は"])
def test_a_section_may_be_named_with_its_chapter(reference: Assistant, question: str) -> None:
    assert "5.3は「" in reference.answer(question).text
