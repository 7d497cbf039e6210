"""Where something is written: the section with its title, path, page and neighbours."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant


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
