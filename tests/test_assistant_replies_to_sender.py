"""What was replied to one sender: every comment of theirs, not the one that search likes best."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant


@pytest.mark.parametrize(
    "question",
    [
        "千早野ITサービス協会の意見への回答は？",
        "千早野ITサービス協会の意見はどう扱われましたか",
        "(一社)千早野ITサービス協会の意見に対する市の返事を教えてください",
    ],
)
def test_replies_to_a_sender_of_several_comments_are_not_cut_to_one(
    sample: Assistant, question: str
) -> None:
    answer = sample.answer(question)
    held = {
        comment.id for comment in sample.library.catalog.comments_by("(一社)千早野ITサービス協会")
    }

    assert answer.status is Status.ANSWERED
    assert len(held) > 1
    assert {citation.reference.unit.id for citation in answer.citations} >= held


def test_a_matter_beside_the_sender_still_singles_out_the_comment(sample: Assistant) -> None:
    answer = sample.answer("千早野ITサービス協会の訓練の回数についての意見への回答は？")

    assert {citation.reference.unit.label for citation in answer.citations} == {
        "意見4-1（(一社)千早野ITサービス協会）"
    }
