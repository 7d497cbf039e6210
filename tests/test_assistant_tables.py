"""Counts and lists of comments: exact, beside the printed totals, and never of a topic."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from assistant.comments.totals import consultations, differences
from tests.helpers.asking import cited, comment_keys


@pytest.mark.parametrize("polite", ["", "お忙しいところ恐れ入りますが、"])
def test_submitters_comments_and_individuals_are_all_stated(sample: Assistant, polite: str) -> None:
    answer = sample.answer(
        f"{polite}意見募集には何者から何件の意見があり、そのうち個人からは何件でしたか"
    )
    for figure in ("14者から25件", "6者から8件", "一致します"):
        assert figure in answer.text
    assert cited(answer) == ["前文"]


def test_the_printed_totals_of_the_summary_slide_are_the_authority(reference: Assistant) -> None:
    answer = reference.answer(
        "意見募集には何者から何件の意見があり、そのうち個人からは何件でしたか"
    )
    for figure in ("27者から83件", "11者から30件", "一致します"):
        assert figure in answer.text
    assert cited(answer) == ["スライド1"]
    assert "16者から53件" in reference.answer("企業・団体からの意見は何件").text


def test_the_parts_of_a_consultation_are_listed_with_their_printed_numbers(
    reference: Assistant,
) -> None:
    answer = reference.answer("意見の内訳を教えてください")
    for count in (21, 25, 23, 4, 10):
        assert f"意見　{count}件" in answer.text or f"意見 {count}件" in answer.text


def test_each_printed_part_is_cited_by_its_own_line(sample: Assistant) -> None:
    answer = sample.answer("意見の内訳を教えてください")
    quotes = [citation.reference.quote.text for citation in answer.citations]
    assert len(set(quotes)) == 6
    assert not any("郵送" in quote for quote in quotes)


@pytest.mark.parametrize("number", ["", "（4.4.）"])
def test_no_comment_on_a_part_is_a_printed_zero(sample: Assistant, number: str) -> None:
    answer = sample.answer(f"共通の基盤づくり{number}に対する意見は何件ありましたか")
    assert answer.status is Status.ANSWERED
    assert "0件" in answer.text
    assert "前文" in cited(answer)


def test_revised_comments_of_individuals_alone(reference: Assistant) -> None:
    answer = reference.answer("個人の意見のうち修正されたものは")
    assert comment_keys(answer) == ["20-1", "20-2", "22", "23-3", "23-5", "24", "25-6"]
    assert "7件" in answer.text


def test_comments_that_were_not_revised_are_the_others(sample: Assistant) -> None:
    answer = sample.answer("修正されなかった意見は何件ですか")
    assert "23件" in answer.text
    assert len(comment_keys(answer)) == 23
    assert not {"1-2", "10-1"} & set(comment_keys(answer))


def test_none_of_a_submitter_is_said_to_be_none(reference: Assistant) -> None:
    answer = reference.answer("個人(1)の意見で修正されたものは何件ですか")
    assert answer.status is Status.ANSWERED
    assert "0件" in answer.text
    assert comment_keys(answer) == ["17"]


def test_who_sent_most_and_how_many_came_next(reference: Assistant) -> None:
    answer = reference.answer("意見が最も多い提出者は")
    assert "BSA" in answer.text.splitlines()[0]
    assert "11件" in answer.text.splitlines()[0]
    assert "9件" in answer.text


def test_all_organisations_are_listed(reference: Assistant) -> None:
    answer = reference.answer("意見を出した企業・団体を全て挙げてください")
    assert "16者" in answer.text
    assert answer.text.count("\n- ") == 16


@pytest.mark.parametrize(
    "question",
    [
        "電磁パルスに関する意見は何件ありますか",
        "中小企業の対策について、第22回と第39回ではそれぞれどんな意見が出ていますか。",
        "人材育成についての意見をすべて挙げてください",
    ],
)
def test_a_topic_is_not_counted_as_if_it_were_everything(
    reference: Assistant, question: str
) -> None:
    answer = reference.answer(question)
    assert "83件" not in answer.text
    assert "27者" not in answer.text


def test_a_printed_total_that_the_list_does_not_bear_out_is_warned_of(sample: Assistant) -> None:
    (table,) = consultations((), sample.library)
    assert differences(table, (None,), sample.library) == ([], True)
    warnings, _ = differences(replace(table, comments=table.comments[1:]), (None,), sample.library)
    assert warnings
    assert "25件" in warnings[0].text
    assert "24件" in warnings[0].text


def test_what_is_held_is_listed(reference: Assistant) -> None:
    answer = reference.answer("どの文書が収録されていますか")
    assert "9件" in answer.text
    assert answer.text.count("\n- ") == 9


def test_the_sections_of_a_chapter_are_listed_with_their_titles(reference: Assistant) -> None:
    answer = reference.answer("5.2にはどのような節がありますか")
    assert cited(answer) == ["5.2", "5.2.1", "5.2.2", "5.2.3"]
    deep = reference.answer("第5章の構成")
    assert {"5(1)", "5.1", "5.3.3", "5.4.2"} <= set(cited(deep))
    assert "示していません" in deep.text
