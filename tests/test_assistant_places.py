"""Where something is written: the section with its title, path, page and neighbours."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from index.documents import Slide


@pytest.mark.parametrize(
    "question",
    [
        "職員の訓練のことは戦略のどこに出てきますか",
        "職員の訓練について書いてあるのは戦略のどの節？",
        "職員の訓練が載っているのは戦略の何ページですか",
    ],
)
def test_place_is_told_with_title_path_page_and_neighbour(sample: Assistant, question: str) -> None:
    answer = sample.answer(question)

    assert answer.status is Status.ANSWERED
    assert any(citation.reference.unit.id.endswith("#4.2.1(1)") for citation in answer.citations)
    assert "4.2.1(1)「職員の訓練」" in answer.text
    assert "4.2. 市役所を守る取組" in answer.text
    assert "ページから" in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("4.2.1の次の節は何ですか", "4.2.2「発見と対処」"),
        ("4.2.2の前の節は？", "4.2.1「未然の防止」"),
        ("4.2.2の次の節は？", "4.3「地域の事業者を支える取組」"),
        ("4.2.1(1)はどの章に属しますか", "4「施策」"),
    ],
)
def test_neighbour_of_a_section_is_not_the_section_itself(
    sample: Assistant, question: str, told: str
) -> None:
    answer = sample.answer(question)

    assert told in answer.text
    assert not answer.verification.removed


@pytest.mark.parametrize(
    "question",
    [
        "DARPAの名が出てくるのはどの文書のどの箇所か、漏れなく挙げてください。",
        "DARPAはどこに書かれている？",
        "DARPAに触れている箇所を全部教えて",
        "DARPAは何か所に出てきますか",
        "Which documents mention DARPA?",
    ],
)
def test_a_word_is_found_in_every_document_that_has_it(reference: Assistant, question: str) -> None:
    answer = reference.answer(question)

    assert answer.status is Status.ANSWERED
    assert {c.reference.unit.local_id for c in answer.citations} == {
        "4(2)-発言3",
        "意見25-3",
        "意見25-8",
    }


def test_places_of_the_kind_that_is_asked_for_are_listed_alone(reference: Assistant) -> None:
    answer = reference.answer("「重要インフラ」という言葉が出てくる脚注を挙げて")

    assert {c.reference.unit.local_id for c in answer.citations} == {"脚注1", "脚注12"}


@pytest.mark.parametrize(
    ("question", "section", "word"),
    [
        ("５．１．３（１）で、適法性を明確にする行為は何ですか。", "5.1.3(1)", "リバース"),
        ("6章で、本部の事務局はどこですか", "6", "NISC"),
    ],
)
def test_the_answering_sentence_of_a_named_section_is_quoted(
    reference: Assistant, question: str, section: str, word: str
) -> None:
    answer = reference.answer(question)

    assert answer.citations[0].reference.unit.local_id == section
    assert word in answer.text.split(">")[1]


def test_slides_that_are_named_answer_alone(reference: Assistant) -> None:
    question = "2015年8月のスライド資料は、マイナンバー制度のためにどんな対策を並べていますか。"
    answer = reference.answer(question)

    assert all(isinstance(c.reference.unit, Slide) for c in answer.citations)
    assert "LGWAN" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "「やさしい日本語」という語は4か所に出ると思います。それぞれどこですか。",
        "やさしい日本語は何か所に出てきますか。",
    ],
)
def test_a_number_of_places_that_is_stated_asks_for_all(sample: Assistant, question: str) -> None:
    answer = sample.answer(question)

    assert "「やさしい日本語」という語は" in answer.text
    assert "3.2.2" in {c.reference.unit.local_id for c in answer.citations}
