"""The two sets that a table of public comments brings with it."""

from __future__ import annotations

from time import perf_counter

import pytest

from assistant.assistant import Assistant
from eval.cases import CaseSet
from eval.free_sets import answer_free_set, comment_section_set, opinion_reply_set
from eval.records import Result
from tests.helpers.sample_ids import COMMENTS, STRATEGY


def hits(case_set: CaseSet, results: tuple[Result, ...], depth: int) -> float:
    pairs = zip(case_set.cases, results, strict=True)
    found = [
        bool({*result.retrieved[:depth]} & {*case.citations.required[0]}) for case, result in pairs
    ]
    return sum(found) / len(found)


def test_a_comment_leads_to_its_section_or_one_below(sample: Assistant) -> None:
    cases = {case.id: case for case in comment_section_set(sample.library).cases}
    assert cases[f"{COMMENTS}#意見1-2"].citations.required == ((f"{STRATEGY}#4.2.2(1)",),)
    assert f"{COMMENTS}#意見14" not in cases  # on the whole strategy
    for case in cases.values():
        comment = sample.library.catalog.unit(case.id)
        assert case.question in comment.text


def test_a_section_holds_those_below_it_and_no_others(reference: Assistant) -> None:
    cases = {case.id: case for case in comment_section_set(reference.library).cases}
    (two,) = (case for case_id, case in cases.items() if case_id.endswith("#意見2"))
    numbers = [one.partition("#")[2] for one in two.citations.required[0]]
    assert {"5.2.2", "5.2.2(1)", "5.2.3", "5.2.3(1)ii"} <= set(numbers)
    assert all(number.startswith(("5.2.2", "5.2.3")) for number in numbers)


def test_comments_on_the_whole_policy_are_left_out(reference: Assistant) -> None:
    cases = comment_section_set(reference.library).cases
    # 83 comments: 15 on the whole draft, one on a chapter that is most of it
    assert len(cases) == 67
    assert max(len(case.citations.required[0]) for case in cases) < 20


def test_replies_that_say_the_same_are_all_right(reference: Assistant) -> None:
    case_set = opinion_reply_set(reference.library)
    assert len(case_set.cases) == 83
    thanked = [case for case in case_set.cases if case.id.endswith("#意見13-3")]
    assert len(thanked[0].citations.required[0]) == 5


def test_the_opinion_itself_is_not_searched(reference: Assistant) -> None:
    case_set = opinion_reply_set(reference.library)
    start = perf_counter()
    results = answer_free_set(reference.library, case_set)
    assert perf_counter() - start < 20
    assert 0.2 < hits(case_set, results, 1) < 0.9  # it would be 1, were each opinion found
    assert hits(case_set, results, 10) > 0.5
    assert [result.id for result in results] == [case.id for case in case_set.cases]


def test_answers_cite_words_of_the_document_and_print_none(sample: Assistant) -> None:
    for case_set in (comment_section_set(sample.library), opinion_reply_set(sample.library)):
        for result in answer_free_set(sample.library, case_set):
            assert result.citations[0].id == result.retrieved[0]
            assert result.citations[0].quote in result.citations[0].text
            assert result.citations[0].quote not in result.answer


def test_the_right_section_is_mostly_first(sample: Assistant) -> None:
    case_set = comment_section_set(sample.library)
    assert len(case_set.cases) == 21
    assert hits(case_set, answer_free_set(sample.library, case_set), 1) > 0.6
    assert set(case_set.documents) == {COMMENTS, STRATEGY}


def test_another_set_is_not_answered(sample: Assistant) -> None:
    with pytest.raises(ValueError, match="made"):
        answer_free_set(sample.library, CaseSet(set="made", cases=()))
