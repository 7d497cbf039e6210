"""Any filter over the table of comments, with any operation on what meets it."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from assistant.comments.column_words import kinds_asked, outcome_asked
from index.documents import Outcome, SubmitterKind
from tests.helpers.asking import comment_keys


@pytest.mark.parametrize(
    ("words", "outcome", "negated"),
    [
        ("文言が直ったもの", Outcome.REVISED, False),
        ("修正以外のもの", Outcome.REVISED, True),
        ("反映されていないもの", Outcome.REVISED, True),
        ("見送られたもの", Outcome.REVISED, True),
        ("修正されたものはないか", Outcome.REVISED, False),
        ("原案のとおりとされ、修正されなかったもの", Outcome.UNCHANGED, False),
        ("参考とされたもの以外", Outcome.FOR_REFERENCE, True),
        ("項を追加するよう求めたもの", None, False),
        ("これに加えて", None, False),
    ],
)
def test_a_wish_for_a_change_is_no_outcome_and_all_but_one_is_not_that_one(
    words: str, outcome: Outcome | None, negated: bool
) -> None:
    assert outcome_asked(words) == (outcome, negated)


def test_all_but_individuals_are_organisations_and_a_compound_names_no_sender() -> None:
    assert kinds_asked("個人以外の意見") == (SubmitterKind.ORGANISATION,)
    assert kinds_asked("個人を除くと") == (SubmitterKind.ORGANISATION,)
    assert kinds_asked("ベンチャー企業の育成") == ()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("個人で2件以上の意見を出した提出者を全員挙げてください。", {"10-1", "13-1"}),
        ("複数の意見を出した個人は誰ですか", {"10-1", "13-1"}),
        ("「本案に御賛同いただいたものと受け止めます」と返された意見は何件", {"3-1", "5", "11"}),
        ("個人以外で修正された意見は", {"1-2"}),
        ("みぎわシステムズの意見のうち修正されたもの以外は", {"1-1", "1-3"}),
        ("認証と入札に触れた意見はどれですか", {"1-1", "4-2"}),
    ],
)
def test_the_table_is_read_by_any_column_and_by_words(
    sample: Assistant, question: str, expected: set[str]
) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.ANSWERED
    assert set(comment_keys(answer)) == expected or expected <= set(
        comment_keys(answer)
    ) <= expected | {"10-2", "13-2"}


def test_opinions_said_to_be_the_same_are_both_shown_with_one_outcome(sample: Assistant) -> None:
    answer = sample.answer(
        "第三者認証を入札参加の条件にすべきだとする意見は、どの提出者から出ましたか。"
        "回答の結論は同じですか。"
    )
    assert set(comment_keys(answer)) == {"1-1", "4-2"}
    assert "いずれも「原案のとおり」" in answer.text


def test_a_sort_of_opinion_that_no_column_knows_is_not_counted(sample: Assistant) -> None:
    assert "25件" not in sample.answer("反対意見は何件ですか").text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("いちばん意見が集まった分野はどれ？何件？", "25件"),
        ("最も意見が集中した節はどこですか", "5.1.1"),
        ("最も多かった対応は何ですか", "今後の参考"),
        ("意見の多い上位3者は", "個人(9) 8件"),
        ("意見が2番目に多い提出者は", "9件"),
        ("修正件数が最も多い提出者は", "トレンドマイクロ"),
        ("How many comments came from individuals and how many from organisations?", "53"),
        ("Which submitters sent only one comment?", "13 submitters"),
    ],
)
def test_comments_are_ranked_by_the_column_that_is_asked_for(
    reference: Assistant, question: str, words: str
) -> None:
    assert words in reference.answer(question).text.replace("　", " ")


def test_comments_described_by_sender_and_content_are_set_side_by_side(
    reference: Assistant,
) -> None:
    answer = reference.answer(
        "日本セキュリティ監査協会が5.2.3(1)に項を設けるよう求めた意見と、"
        "個人(6)が監査の義務付けを求めた意見とでは、対応はどう違いますか"
    )
    assert set(comment_keys(answer)) == {"8-4", "22"}
    assert answer.tables


def test_the_comment_behind_a_footnote_is_found(reference: Assistant) -> None:
    answer = reference.answer("脚注8は、誰の何番の意見を反映したものですか")
    assert "23-3" in comment_keys(answer)


def test_a_retold_range_with_the_word_before_both_ends_is_whole(reference: Assistant) -> None:
    history = [("トレンドマイクロの意見は何件ですか", "7件です（意見6-1から意見6-7まで）。")]
    answer = reference.answer("そのうち文言が直ったのはどれ？", history)
    assert set(comment_keys(answer)) == {"6-3", "6-5", "6-6"}
