from __future__ import annotations

import pytest

from assistant.kinds import question_kind, question_language
from assistant.query import Language, QuestionKind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("統計の整備を求めたのは誰か", QuestionKind.WHO),
        ("提出者は何人ですか", QuestionKind.COUNT),
        ("意見3への回答は", QuestionKind.REPLIED),
        ("市は意見3に何と答えましたか", QuestionKind.REPLIED),
        ("意見3は反映されたか", QuestionKind.OUTCOME),
        ("意見3はどうなりましたか", QuestionKind.OUTCOME),
        ("相談は何件ありましたか", QuestionKind.COUNT),
        ("報告率はどこに書かれていますか", QuestionKind.WHERE),
        ("「報告率」とは何ですか", QuestionKind.DEFINE),
        ("会合の出席者は", QuestionKind.LIST),
        ("フィッシングについて教えて", QuestionKind.SUMMARY),
        ("会議はいつ開かれたか", QuestionKind.FACT),
        ("Who asked for it?", QuestionKind.WHO),
    ],
)
def test_interrogatives(question: str, kind: QuestionKind) -> None:
    assert question_kind(question) is kind


def test_a_question_without_japanese_letters_is_english() -> None:
    assert question_language("What is CSIRT?") is Language.ENGLISH
    assert question_language("CSIRTとは") is Language.JAPANESE
