"""Follow-ups as people type them: half a sentence, another of the kind, the text that changed."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from tests.helpers.asking import cited, talk


@pytest.mark.parametrize("question", ["個人では？", "個人だと？", "個人は？"])
def test_the_same_superlative_among_individuals(sample: Assistant, question: str) -> None:
    answer = talk(sample, "いちばん多く意見を出したのは？", question)
    assert "個人の意見が最も多い" in answer.text


def test_the_second_in_rank_is_no_item_of_the_list(sample: Assistant) -> None:
    answer = talk(sample, "いちばん多く意見を出したのは？", "2番目に多いのは？")
    assert "2番目に多く意見を出した" in answer.query.completed


@pytest.mark.parametrize("question", ["それ以外の個人は？", "他の個人は？"])
def test_the_other_individuals(sample: Assistant, question: str) -> None:
    units = set(cited(talk(sample, "個人(2)の意見は？", question)))
    assert {"意見9", "意見11", "意見14"} <= units
    assert not units & {"意見10-1", "意見10-2", "意見1-1"}


def test_an_individual_that_sent_nothing(sample: Assistant) -> None:
    answer = talk(sample, "個人(3)の意見は何件ですか。", "では個人(15)は？")
    assert answer.status is Status.PREMISE_WRONG


def test_the_nth_of_what_somebody_else_listed_by_name(sample: Assistant) -> None:
    told = "起きる前に備える、誰も取り残さない、つながって守るの3つです〔戦略 3.2〕。"
    answer = talk(sample, ("基本的な考え方は何ですか。", told), "2番目の考え方の中身は？")
    assert "3.2.2" in answer.query.completed
    assert "3.2.2" in cited(answer)


@pytest.mark.parametrize("question", ["その次の(2)は？", "次の(2)は？", "(2)は？"])
def test_the_next_item(sample: Assistant, question: str) -> None:
    answer = talk(sample, "4.1.1(1)は何についてですか。", question)
    assert "4.1.1(2)" in answer.query.completed


@pytest.mark.parametrize(
    "question", ["直した文はいまどこにある？", "新しい文は？", "変わった箇所は？"]
)
def test_the_text_that_was_changed(sample: Assistant, question: str) -> None:
    answer = talk(sample, "意見10-1はどうなりましたか。", question)
    assert "4.1.2" in cited(answer)


def test_where_a_term_that_was_just_explained_stands(sample: Assistant) -> None:
    answer = talk(sample, "デジタル安全とは？", "それは戦略のどこに書いてある？")
    assert "1" in cited(answer)


@pytest.mark.parametrize("question", ["報告のほうは何でしたか。", "報告は？"])
def test_another_part_of_the_agenda(sample: Assistant, question: str) -> None:
    answer = talk(sample, "第5回の討議事項は何でしたか。", question)
    assert "標的型メール訓練" in answer.text


@pytest.mark.parametrize(
    ("first", "question", "unit"),
    [
        ("What did comment 9 ask for?", "Did the city change the draft?", "意見9"),
        ("What did comment 9 ask for?", "How did the city respond?", "意見9"),
        ("What happened to comment 10-1?", "Where is the new text?", "4.1.2"),
        ("What are the goals of the strategy?", "Tell me more about the second.", "3.1(2)"),
    ],
)
def test_english_follow_ups(sample: Assistant, first: str, question: str, unit: str) -> None:
    assert unit in cited(talk(sample, first, question))


@pytest.mark.parametrize(
    "question", ["その次の(2)は何という題？", "(2)の題名は？", "同じ節の(2)は何ですか"]
)
def test_a_section_is_called_by_the_end_of_its_number(sample: Assistant, question: str) -> None:
    answer = talk(sample, "4.2.1(1)は何について書いてありますか。", question)
    assert answer.citations[0].reference.unit.local_id == "4.2.1(2)"


@pytest.mark.parametrize(
    ("before", "told", "follow_up", "words"),
    [
        (
            "基本原則の4番目は何ですか。",
            "自律性です（戦略案 4.4）。",
            "その次に挙がっている原則は？",
            "4.5",
        ),
        ("基本原則の4番目は何ですか。", "自律性です（戦略案 4.4）。", "その前の原則は？", "4.3"),
        (
            "GSOCとは何ですか。",
            "監視のチームです（取組方針（案）脚注7）。",
            "それは何年に始まりましたか。",
            "2008年",
        ),
    ],
)
def test_what_stands_where_the_last_answer_was_found(
    reference: Assistant, before: str, told: str, follow_up: str, words: str
) -> None:
    assert words in reference.answer(follow_up, [(before, told)]).text
