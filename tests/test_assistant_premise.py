"""What a question wrongly takes for granted is said, with what is true and where it stands."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("第5回で危機管理監は何と発言しましたか。", "三輪田"),
        ("第6回で県警察本部の城戸課長は何と述べましたか。", "城戸"),
        ("第6回で消防局長が報告した内容は何ですか。", "岸本"),
        ("What did the mayor say at the sixth meeting?", "鷺沢"),
    ],
)
def test_who_was_at_the_other_meeting(sample: Assistant, question: str, shown: str) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.PREMISE_WRONG
    assert shown in answer.text
    assert answer.citations


@pytest.mark.parametrize(
    "question",
    [
        "第5回で消防局長は何を求めましたか。",
        "第6回の議長の挨拶を要約してください。",
        "第5回の市長の挨拶を要約してください。",
        "第6回で危機管理監は何を述べましたか。",
    ],
)
def test_who_was_there_is_answered(sample: Assistant, question: str) -> None:
    assert sample.answer(question).status in (Status.ANSWERED, Status.PARTIAL)


@pytest.mark.parametrize(
    "question",
    [
        "千早野商工会議所が意見募集に出した意見と、その回答を教えてください。",
        "千早野銀行は意見募集で何を求めましたか。",
        "富士通(株)の意見に対して、どんな回答がされましたか。",
        "富士通(株)が戦略の意見募集に提出した意見の内容と、それに対する回答を教えてください。",
        "楽天が出した意見にはどう返事した？",  # a common noun to the dictionary
        "楽天からはどのような意見が寄せられましたか。",
        "千早野ガス(株)は何を要望したのですか。",  # begins as the name of a submitter
    ],
)
def test_who_sent_nothing(sample: Assistant, question: str) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.PREMISE_WRONG
    assert "14者" in answer.text


@pytest.mark.parametrize(
    ("question", "cited"),
    [
        ("意見4-1が採用された理由は何ですか。", "意見4-1"),
        ("意見2を受けて戦略のどこが修正されましたか？", "意見2"),
        ("あまね通信の意見はなぜ採用されたのですか。", "意見2"),
        ("意見1-2が採用されなかったのはなぜですか。", "意見1-2"),
        ("Why was comment 4-1 adopted?", "意見4-1"),
    ],
)
def test_an_outcome_that_was_another(sample: Assistant, question: str, cited: str) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.PREMISE_WRONG
    assert cited in {citation.reference.unit.local_id for citation in answer.citations}


@pytest.mark.parametrize(
    "question",
    [
        "意見1-2を受けて戦略のどこが修正されましたか。",
        "意見4-1は採用されましたか。",
        "意見4-1が採用されなかったのはなぜですか。",
        "修正された2件の意見を一覧にしてください。",
        "寄せられた25件の意見の内訳を教えてください。",
    ],
)
def test_a_right_or_open_outcome_is_answered(sample: Assistant, question: str) -> None:
    assert sample.answer(question).status is Status.ANSWERED


@pytest.mark.parametrize(
    ("question", "true"),
    [
        ("修正された7件の意見を一覧にしてください。", "2件"),
        ("寄せられた40件の意見を一覧にしてください。", "25件"),
    ],
)
def test_a_wrong_number_of_comments(sample: Assistant, question: str, true: str) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.PREMISE_WRONG
    assert true in answer.text


def test_nobody_voted_against(sample: Assistant) -> None:
    answer = sample.answer("第6回の採決で反対した委員は誰ですか。")
    assert answer.status is Status.PREMISE_WRONG
    assert "全員の賛成" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "「千早野市情報化計画」の第3章には何が書かれていますか。",
        "「デジタル安全条例」に対する意見募集では何件の意見が寄せられましたか。",
        "2019年の「千早野市デジタル安全戦略」の目標は何ですか。",
        "令和2年に市議会で決まったデジタル安全戦略の目標を教えてください。",
        "2019年版の千早野市デジタル安全戦略では、何章ありますか。",
        "2030年には実際に何件の被害がありましたか。",
    ],
)
def test_documents_and_years_not_held(sample: Assistant, question: str) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert answer.citations == ()


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("第22回会合で総理大臣が冒頭に述べた挨拶を要約してください。", Status.PREMISE_WRONG),
        ("第39回で総務副大臣は何と述べましたか。", Status.PREMISE_WRONG),
        ("第39回で総理は何と言いましたか。", Status.ANSWERED),
        ("第39回で議長は何を求めましたか。", Status.ANSWERED),
        ("第22回の官房長官の指示は何ですか。", Status.ANSWERED),
        ("2015年の戦略案は、何月何日に閣議決定されましたか。", Status.NOT_IN_DOCUMENTS),
        ("意見8-3が採用された理由は何ですか。", Status.PREMISE_WRONG),
    ],
)
def test_of_the_reference_corpus(reference: Assistant, question: str, status: Status) -> None:
    assert reference.answer(question).status is status
