from __future__ import annotations

import pytest

from assistant.query import Language, QuestionKind
from assistant.understanding.courtesies import without_courtesies
from assistant.understanding.kinds import (
    asks_who_and_what_came_of_it,
    question_kind,
    question_language,
)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("統計の整備を求めたのは誰か", QuestionKind.WHO),
        ("提出者は何人ですか", QuestionKind.COUNT),
        ("意見3への回答は", QuestionKind.REPLIED),
        ("市は意見3に何と答えましたか", QuestionKind.REPLIED),
        ("要望に対し、市は別のどの文書に記載があると答えましたか", QuestionKind.REPLIED),
        ("意見3は反映されたか", QuestionKind.OUTCOME),
        ("意見3はどうなりましたか", QuestionKind.OUTCOME),
        ("相談は何件ありましたか", QuestionKind.COUNT),
        ("報告率はどこに書かれていますか", QuestionKind.WHERE),
        ("報告率の目標を並べているのは何番の項目か", QuestionKind.WHERE),
        ("「報告率」とは何ですか", QuestionKind.DEFINE),
        ("脚注は報告率をどのようなものと説明していますか", QuestionKind.DEFINE),
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


@pytest.mark.parametrize(
    ("question", "bare"),
    [
        (
            "お忙しいところ恐れ入りますが、第6回の議題は何ですか。よろしくお願いいたします。",
            "第6回の議題は何ですか。",
        ),
        (
            "すみません、意見1-2の提出者を教えていただけますか",
            "意見1-2の提出者を教えてください",
        ),
        ("Could you please tell me: Who sent comment 1-2? Thank you.", "Who sent comment 1-2?"),
        ("話は変わりますが、CSIRTとは？", "話は変わりますが、CSIRTとは？"),
        ("よろしくお願いします。", "よろしくお願いします。"),
    ],
)
def test_politeness_asks_nothing(question: str, bare: str) -> None:
    assert without_courtesies(question) == bare


@pytest.mark.parametrize(
    ("question", "both"),
    [
        ("意見5はどんな内容で、どう扱われましたか", True),
        ("意見5の内容と、それへの回答を教えてください", True),
        ("意見5は誰が出して、どう扱われましたか", True),
        ("意見5はどう扱われましたか", False),
        ("意見5への回答の内容は", False),
    ],
)
def test_an_opinion_is_asked_for_beside_what_came_of_it(question: str, both: bool) -> None:
    assert asks_who_and_what_came_of_it(question) is both
