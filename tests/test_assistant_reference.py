"""Questions over the reference corpus whose right answers its documents fix."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from eval.measure import set_to_score
from index.documents import Comment, Footnote, Section, Utterance
from index.text.keys import find_quote
from tests.helpers.asking import cited_each_time
from tests.helpers.folders import CASE_SETS

CASES = CASE_SETS / "reference.yaml"


def test_who_sent_comment_27_2(reference: Assistant) -> None:
    answer = reference.answer("意見27-2を出したのは誰ですか")
    assert answer.status is Status.ANSWERED
    assert "個人(11)" in answer.text
    assert cited_each_time(answer)[0] == "意見27-2"


def test_the_four_items_decided_at_the_39th_meeting(reference: Assistant) -> None:
    answer = reference.answer("第39回会合で決定事項とされたものは")
    assert cited_each_time(answer) == ["4(2)-議題2", "4(2)-議題3", "4(2)-議題4", "4(2)-議題5"]
    assert "4件" in answer.text


def test_all_five_principles_with_their_sections(reference: Assistant) -> None:
    answer = reference.answer("サイバーセキュリティ戦略の5つの基本原則は")
    assert {"4.1", "4.2", "4.3", "4.4", "4.5"} <= set(cited_each_time(answer))
    for principle in ("自由な流通", "法の支配", "開放性", "自律性", "多様な主体"):
        assert principle in answer.text


def test_the_number_of_fields_stands_in_a_footnote(reference: Assistant) -> None:
    answer = reference.answer("重要インフラは何分野か")
    first = answer.citations[0].reference.unit
    assert isinstance(first, Footnote)
    assert first.number == 11
    assert answer.text.startswith("13分野")


def test_no_name_where_the_minutes_print_none(reference: Assistant) -> None:
    answer = reference.answer("ソフトウェアの産業統計を求めたのは誰か")
    turn = answer.citations[0].reference.unit
    assert isinstance(turn, Utterance)
    assert turn.local_id == "4(2)-発言1"
    assert "発言者名の記載はありません" in answer.text
    people = {entry.name for entry in reference.library.catalog.roster(turn.id.split("#")[0])}
    assert not [name for name in people if name in answer.text]


def test_a_meeting_that_is_not_held_is_refused_with_those_that_are(reference: Assistant) -> None:
    answer = reference.answer("第40回会合の出席者は")
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "第22回" in answer.text
    assert "第39回" in answer.text
    assert answer.citations == ()


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("意見27-9の内容は", "27-5"),
        ("意見99の提出者は", "83件"),
        ("サイバーセキュリティ戦略の5.2.9には何がありますか", "5.2.3"),
    ],
)
def test_a_place_that_no_document_has_is_refused(
    reference: Assistant, question: str, held: str
) -> None:
    answer = reference.answer(question)
    assert answer.status is Status.PREMISE_WRONG
    assert held in answer.text
    assert answer.citations == ()


def test_a_proxy_is_named_with_the_member_who_was_absent(reference: Assistant) -> None:
    unit = reference.library.catalog.unit("情報セキュリティ政策会議-第22回#4(4)-段落48")
    assert isinstance(unit, Utterance)
    assert unit.attribution.person == "谷合正明"
    assert "二階俊博" in (unit.attribution.proxy_for or "")


@pytest.mark.parametrize("key", ["6-3", "22", "25-6"])
def test_a_comment_that_changed_the_text_is_said_to_have(reference: Assistant, key: str) -> None:
    answer = reference.answer(f"意見{key}は反映されましたか")
    assert "修正する" in answer.text
    unit = answer.citations[0].reference.unit
    assert isinstance(unit, Comment)
    assert unit.key == key


@pytest.mark.parametrize(
    "question", ["5.2.3(1)iiの内容は", "５．２．３（１）ii には何がありますか", "5.2.3 (1) ii."]
)
def test_a_section_is_found_in_every_spelling_of_its_number(
    reference: Assistant, question: str
) -> None:
    unit = reference.answer(question).citations[0].reference.unit
    assert isinstance(unit, Section)
    assert unit.number == "5.2.3(1)ii"


def test_a_footnote_is_shown_with_the_sentence_it_notes(reference: Assistant) -> None:
    answer = reference.answer("サイバーセキュリティ戦略の脚注5を教えて")
    kinds = {type(citation.reference.unit) for citation in answer.citations}
    assert kinds == {Footnote, Section}


@pytest.mark.parametrize(
    "question",
    [
        "意見27-2を出したのは誰ですか",
        "第22回会合の出席者は",
        "人材育成についてどのような意見がありましたか",
        "サプライチェーン・リスクとは何ですか",
        "What is GSOC?",
    ],
)
def test_every_quote_slices_the_file_to_the_quoted_words(
    reference: Assistant, question: str
) -> None:
    answer = reference.answer(question)
    assert answer.citations
    for citation in answer.citations:
        unit, quote = citation.reference.unit, citation.reference.quote
        assert find_quote(quote.text, unit.passage) is not None
        source = reference.library.catalog.source_text(unit.id.split("#")[0]).text
        assert "".join(source[span.start : span.end] for span in quote.spans) == quote.text


def test_the_right_unit_is_among_the_first_five_for_nine_questions_of_ten(
    reference: Assistant,
) -> None:
    cases = set_to_score(str(CASES), reference.library).cases[:60]
    missed = [
        case.id
        for case in cases
        if not _found(reference.answer(case.question).retrieved[:5], case.citations.required)
    ]
    assert len(cases) == 60
    assert len(missed) <= 6, missed


def _found(first: tuple[str, ...], required: Iterable[Iterable[str]]) -> bool:
    return any(set(group) & set(first) for group in required)


def test_every_place_of_a_word_is_listed(reference: Assistant) -> None:
    answer = reference.answer("サプライチェーン・リスクはどこに書かれていますか")
    assert cited_each_time(answer) == ["5.1.3(3)", "5.2.3(1)i"]
    assert "2か所" in answer.text


def test_an_abbreviation_is_defined_by_its_footnote(reference: Assistant) -> None:
    first = reference.answer("GSOCとは何の略ですか").citations[0].reference.unit
    assert isinstance(first, Footnote)
    assert first.number == 7


def test_proxies_alone_are_listed_when_asked_for(reference: Assistant) -> None:
    answer = reference.answer("第22回会合で代理出席したのは誰ですか")
    assert "2人" in answer.text
    assert cited_each_time(answer) == ["出席者5", "出席者7"]


def test_all_comments_of_a_submitter_in_any_spelling(reference: Assistant) -> None:
    for name in ("トレンドマイクロ", "トレンドマイクロ株式会社", "トレンドマイクロ(株)"):
        answer = reference.answer(f"{name}は意見をいくつ出しましたか")
        assert "7件" in answer.text, name
        assert len(set(cited_each_time(answer))) == 7
