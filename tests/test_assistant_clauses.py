"""Questions that ask one thing after another, of which only one half was answered."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from assistant.understanding.clauses import clauses_asked


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "議長は誰で、会議はどこで開かれましたか",
            ("議長は誰でしたか", "会議はどこで開かれましたか"),
        ),
        ("窓口はいつ開き、相談員は何人ですか", ("窓口はいつ開きますか", "相談員は何人ですか")),
        (
            "誰が求めて、市は何と答えましたか",
            ("誰が求めましたか", "それに対する市の答えを教えてください"),
        ),
        (
            "求めたのは誰で、デジタル推進局はそれにどう応じましたか",
            ("求めたのは誰でしたか", "それに対するデジタル推進局の答えを教えてください"),
        ),
        (
            "発言した人の名前と、返ってきた答え。",
            ("発言した人の名前を教えてください", "それに対する返ってきた答えを教えてください"),
        ),
        (
            "用語の定義をそれぞれ示し、どの節にあるかも教えてください",
            ("用語の定義を教えてください", "どの節にあるかも教えてください"),
        ),
        (
            "会合の議題をすべて挙げ、そのうち決定されたものを示してください",
            ("会合の議題を教えてください", "そのうち決定されたものを示してください"),
        ),
        ("意見の件数と、その番号。", ("意見の件数を教えてください",)),
        (
            "意見は何件ありますか。あと、そのうち修正されたのはどれですか",
            ("意見は何件ありますか", "そのうち修正されたのはどれですか"),
        ),
        (
            "持ち込まれたのは何台か、そして新しい決まりは何か",
            ("持ち込まれたのは何台か", "新しい決まりは何か"),
        ),
        (
            "出したのはどこの会社ですか？ 市の返事もあわせて教えてください。",
            ("出したのはどこの会社ですか?", "それに対する市の返事を教えてください"),
        ),
        (
            "意見の要望の理由と、修正後の文言がある節をそれぞれ教えてください。",
            ("意見の要望の理由を教えてください", "修正後の文言がある節"),
        ),
        (
            "診断の後も助けてほしいと第5回で述べたのは誰ですか。また、それは戦略のどの節に書かれていますか。",
            (
                "診断の後も助けてほしいと第5回で述べたのは誰ですか",
                "診断の後も助けてほしいことは、戦略のどの節に書かれていますか",
            ),
        ),
        (
            "第6回で市長と副市長の代理を務めたのはそれぞれ誰ですか",
            (
                "第6回で市長の代理を務めたのは、誰ですか",
                "第6回で副市長の代理を務めたのは、誰ですか",
            ),
        ),
        (
            "目標を変えようと言い出したのは誰、色で分けようと言い出したのは誰？",
            ("目標を変えようと言い出したのは誰ですか", "色で分けようと言い出したのは誰?"),
        ),
    ],
)
def test_a_question_that_joins_two_is_taken_apart(question: str, parts: tuple[str, ...]) -> None:
    assert clauses_asked(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        "いつ、どこで開かれましたか",
        "どこで、誰が話しましたか",
        "市は誰に対して、何を貸し出しますか",
        "何人いるのか数字がない、と指摘したのは誰ですか",
        "例を示してほしい、という要望に何と答えましたか",
        "どのように伝えるべきか、戦略の考えを教えてください",
        "病院だけで止めてもいいの?という質問に、市は何と答えましたか",
        "訓練などの予定は、いつ決まりますか",
    ],
)
def test_a_question_that_asks_one_thing_was_torn_apart(question: str) -> None:
    assert clauses_asked(question) == (question,)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "第5回の議題をすべて挙げ、そのうち決定されたものを示してください",
            ("次の4件", "次の1件"),
        ),
        (
            "4.2.2(1)に寄せられた意見をすべて挙げ、そのうち修正につながったものを示してください",
            ("意見8", "先に挙げた2件のうち"),
        ),
        ("第5回の会合はいつ開かれ、誰が議長でしたか", ("令和6年11月14日", "樋渡奈緒")),
        ("相談窓口はいつ開き、相談員は何人ですか", ("7月1日", "相談員4人")),
        (
            "経過を知らせてはどうかと第6回で言い出したのは誰で、デジタル推進局はそれにどう応じたか",
            ("宇田川翼", "の後のデジタル推進局の発言", "4(3) 発言14"),
        ),
        (
            "相談員は何人決まったのか、と第6回で聞いた人の名前と、返ってきた答え",
            ("特定できません", "2人が内定"),
        ),
        ("意見13は全部で何件で、それぞれどの節への意見ですか", ("意見13-1", "4.1.1(2)")),
        (
            "意見10-1は何を求めたもので、その理由は何ですか。",
            ("書き加えてほしい", "子どもが戸惑う"),
        ),
        (
            "「推進員」は正式には何といいますか。それと、どんな人が任命されますか。",
            ("デジタル安全推進員", "講座を修了した職員"),
        ),
        ("第6回で決定したものと、締め括りで示された次回の開催日。", ("次の1件", "本年3月24日")),
        ("意見を寄せた団体は何者で、個人は何人ですか", ("企業・団体については", "個人については")),
    ],
)
def test_only_one_half_of_a_question_was_answered(
    sample: Assistant, question: str, told: tuple[str, ...]
) -> None:
    answer = sample.answer(question)
    assert answer.status in (Status.ANSWERED, Status.PARTIAL)
    assert all(words in answer.text for words in told)


def test_the_second_of_two_lists_lost_the_lines_of_the_first(sample: Assistant) -> None:
    answer = sample.answer("第5回の議題をすべて挙げ、そのうち決定されたものを示してください")
    lines = [line for line in answer.text.splitlines() if line.startswith("- ")]
    assert len(lines) == 5


def test_a_part_that_is_told_already_is_not_told_twice(sample: Assistant) -> None:
    answer = sample.answer("あまね通信はどんな意見を出し、市はどう答えましたか")
    quotes = [line for line in answer.text.splitlines() if line.startswith("> 「")]
    assert len(quotes) == len(set(quotes)) == 2


def test_a_part_that_nothing_answers_leaves_the_whole_question_refused(sample: Assistant) -> None:
    answer = sample.answer("サイバー保険について誰が発言し、それに事務局は何と答えましたか")
    assert answer.status is Status.NOT_IN_DOCUMENTS


def test_organisations_were_counted_among_individuals(sample: Assistant) -> None:
    answer = sample.answer(
        "25件の意見のうち、個人からのものは何件で、企業・団体からのものは何件ですか"
    )
    assert "ありません（0件）" not in answer.text
    assert "個人については" in answer.text


def test_a_member_was_asked_for_and_an_official_was_named(sample: Assistant) -> None:
    answer = sample.answer("第5回で、匿名で話せることを約束してほしいと求めた委員は誰ですか")
    assert "梶谷洋介" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "相談窓口の相談員の時給はいくらで、応募の締切日はいつですか",
        "学校の話に何度も触れている意見は全部で何件ですか",
    ],
)
def test_a_word_of_the_question_was_taken_for_a_sender(sample: Assistant, question: str) -> None:
    assert sample.answer(question).status is not Status.PREMISE_WRONG


def test_what_was_not_taken_up_was_thought_to_have_been(sample: Assistant) -> None:
    answer = sample.answer("意見1-1を市が受け入れなかった理由を教えてください")
    assert answer.status is Status.ANSWERED


def test_when_and_where_kept_the_rest_of_an_english_question_from_being_asked(
    sample: Assistant,
) -> None:
    answer = sample.answer("When and where was the fifth meeting held, and who chaired it?")
    assert "14:00" in answer.text
    assert "樋渡奈緒" in answer.text


def test_what_half_of_a_question_asks_is_not_held_and_the_other_half_was_refused_too(
    sample: Assistant,
) -> None:
    answer = sample.answer("相談員は何人で、時給はいくらですか")
    assert answer.status is Status.PARTIAL
    assert "相談員4人" in answer.text
    assert "お尋ねのうち「時給はいくらですか」に答える記載は、見つかりませんでした。" in answer.text


def test_a_first_half_that_takes_something_wrong_for_granted_refuses_the_whole(
    sample: Assistant,
) -> None:
    answer = sample.answer("戦略の脚注9は何の説明で、どの節に付いていますか")
    assert answer.status is Status.PREMISE_WRONG


def test_a_unit_without_a_name_answered_a_question_for_names(sample: Assistant) -> None:
    answer = sample.answer("対応班の専任の2人の名前は何ですか")
    assert answer.status is Status.NOT_IN_DOCUMENTS


def test_who_opened_a_meeting_was_asked_of_all_meetings(sample: Assistant) -> None:
    answer = sample.answer(
        "When and where was the fifth meeting held, and who gave the opening remarks?"
    )
    assert "鷺沢由紀夫" in answer.text
    assert "第6回" not in answer.text


def test_of_two_comments_asked_for_one_is_not_held(sample: Assistant) -> None:
    answer = sample.answer("意見5と意見30、それぞれの提出者の名前を教えてください。")
    assert answer.status is Status.PARTIAL
    assert "汐路精機" in answer.text
    assert "意見30という意見は収録されていません" in answer.text


def test_a_later_clause_lost_the_meeting_of_the_first(sample: Assistant) -> None:
    answer = sample.answer("第6回っていつ開かれたんでしたっけ。あと、そのときの副議長のお名前も。")
    assert "1月30日" in answer.text
    assert "久我山誠一" in answer.text


def test_a_thing_that_is_wished_was_taken_for_a_sender(sample: Assistant) -> None:
    answer = sample.answer("子どもの自尊感情も育てるべきだ、と注文を付けた意見は何番ですか")
    assert answer.status is not Status.PREMISE_WRONG
