"""Comments told by their place among others, by the words of the reply, by what they changed."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from tests.helpers.asking import comment_keys


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("メリルリンチ社が出した意見の四番目は、何を求めるものか", ["16-4"]),
        ("個人(7)が送った意見の中で最後は何", ["23-5"]),
        ("第6章あての意見のうち、文言を変えないと明言されたのはどちらか", ["27-5"]),
        ("個人(7)の意見で書き換わった脚注はどの脚注?", ["23-3"]),
        ("個人(9)の電磁パルスの意見、それぞれの回答を比べて", ["25-1", "25-4"]),
    ],
)
def test_the_comment_meant_is_the_only_one_shown(
    reference: Assistant, question: str, keys: list[str]
) -> None:
    assert comment_keys(reference.answer(question)) == keys


def test_words_quoted_without_marks_leave_an_english_question_english(reference: Assistant) -> None:
    question = (
        "Who complained that the phrase 非対称な優位性 in section 2.2 could not be understood?"
    )
    assert "Comment 11-2" in reference.answer(question).text
