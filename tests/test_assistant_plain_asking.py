"""One thing asked in many wordings: reports, conversation, the place told in a sentence apart."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from assistant.understanding.endings import with_plain_ending
from assistant.understanding.kinds import question_kind
from assistant.understanding.plain_asking import asked_plainly


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("名称を示されたい。", "名称を教えてください。"),
        ("全員を列挙されたい", "全員を列挙してください"),
        ("件数を知りたい", "件数を教えてください"),  # was 「知りたいましたか」
        ("議題一覧をください", "議題一覧を教えてください"),
        ("市長は来ていたの？", "市長は来ていたのですか"),
        ("採用され", "採用されましたか"),
        ("載っていない", "載っていない"),
    ],
)
def test_the_end_of_a_report_style_question_was_taken_for_one_broken_off(
    asked: str, read: str
) -> None:
    assert with_plain_ending(asked) == read


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("代理は誰でしたか。第6回の話です。", "第6回で、代理は誰でしたか。"),
        ("第6回の会合。代理は誰？", "第6回の会合で、代理は誰？"),
        ("第6回なんですが、代理は誰？", "第6回で、代理は誰？"),
        ("第5回はいつですか。第6回は？", "第5回はいつですか。第6回は？"),
        ("重要な分野を全部。戦略のほうです。", "戦略で、重要な分野を全部。"),
    ],
)
def test_a_place_told_in_a_sentence_apart_was_lost(asked: str, read: str) -> None:
    assert asked_plainly(asked) == read


@pytest.mark.parametrize(
    "question",
    [
        "NPO法人デジタルとなり組の意見提出数を示されたい。",
        "NPO法人デジタルとなり組から寄せられた意見は何本？",
        "NPO法人デジタルとなり組による意見の総数",
        "NPO法人デジタルとなり組が送った意見の数を知りたい",
    ],
)
def test_a_count_asked_without_its_counter_was_searched(sample: Assistant, question: str) -> None:
    assert "意見は3件です" in sample.answer(question).text


@pytest.mark.parametrize(
    "question",
    ["1-2の扱いを示せ", "意見1-2への対応", "意見1-2はどのように取り扱われたか", "意見1-2の結末"],
)
def test_what_came_of_a_comment_was_told_as_the_comment(sample: Assistant, question: str) -> None:
    answer = sample.answer(question).text
    assert answer.startswith("意見1-2（(株)みぎわシステムズ）は、意見を踏まえて修正")


@pytest.mark.parametrize(
    "question",
    [
        "戦略の4.1.1(1)についてかいつまんで",
        "4.1.1(1)の内容をかいつまんで教えてもらえますか。",
        "4.1.1(1)、ざっくり教えて",
    ],
)
def test_to_be_told_in_short_was_taken_for_a_time(sample: Assistant, question: str) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.ANSWERED
    assert "相談窓口" in answer.text


@pytest.mark.parametrize(
    "question",
    ["報告率の語義", "「報告率」をどういう割合だと説明していますか", "報告率という用語の説明"],
)
def test_a_meaning_by_another_name_was_searched(sample: Assistant, question: str) -> None:
    assert "報告した職員の割合" in sample.answer(question).text


@pytest.mark.parametrize(
    "question",
    ["再委託の届出期限が書かれた項目番号を示せ", "再委託の届出に触れている箇所はどこか"],
)
def test_a_place_by_another_name_was_no_place(question: str) -> None:
    assert question_kind(asked_plainly(question)).value == "where"


@pytest.mark.parametrize("question", ["対応班に付されている注の番号", "「対応班」の脚注は何番か"])
def test_the_note_at_a_term_was_not_found(sample: Assistant, question: str) -> None:
    assert "脚注7です。" in sample.answer(question).text
    assert "脚注7です。" not in sample.answer("報告率の脚注は何番か").text


def test_people_of_whom_no_roster_tells_were_all_left_out(sample: Assistant) -> None:
    answer = sample.answer("第6回、国会議員でない出席者は何人？")
    assert answer.status is Status.PARTIAL
    assert "「国会議員」に当たるかどうかは" in answer.text


def test_an_opinion_told_in_a_sentence_apart_was_not_asked_about(sample: Assistant) -> None:
    told = "相談窓口を土曜日も開けてほしいという意見がありましたよね。"
    answer = sample.answer(f"{told}市はどう答えましたか。").text
    assert "意見9（個人(1)）は、原案のとおりとされ" in answer


def test_who_remarked_on_a_report_was_named_as_who_gave_it(sample: Assistant) -> None:
    answer = sample.answer("第6回で実施計画の骨子を報告したのは誰")
    assert answer.status is Status.PARTIAL
    assert "宇田川" not in answer.text
    assert "誰が報告したかの記載はありません" in answer.text
    reported = sample.answer("第5回で図書館の再発防止策を報告したのは誰か")  # below its heading
    assert "三輪田徹" in reported.text


@pytest.mark.parametrize("asked", ["締めの挨拶をした人を教えて", "閉会の挨拶をしたのは誰"])
def test_the_closing_words_were_searched(sample: Assistant, asked: str) -> None:
    assert "4(4) 発言1: 発言者は" in sample.answer(f"第6回で{asked}").text


def test_a_question_with_a_place_in_a_policy_was_asked_of_the_minutes(sample: Assistant) -> None:
    answer = sample.answer("戦略の中で、副市長が被害の公表を決めると述べているのはどこか")
    assert all("会議-第" not in one.reference.unit.id for one in answer.citations)
