"""What search finds is refused where it lacks what was asked, and only there."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from assistant.passages.attribute import asked_attribute
from assistant.passages.values import asked_value, presupposed_figure

REFUSED = (Status.NOT_IN_DOCUMENTS, Status.OUT_OF_SCOPE)
ANSWERED = (Status.ANSWERED, Status.PARTIAL)


@pytest.mark.parametrize(
    "question",
    [
        "樋渡副市長の年齢はいくつですか。",
        "迷惑電話防止機器の製造会社はどこですか。",
        "防災行政無線の設置費用はいくらですか。",
        "市立図書館に不正に侵入した犯人の名前は何ですか。",
        "相談窓口の相談員に払う給料は月いくらですか。",
        "市立病院の病床数は何床ですか。",
        "千早野大学の学長は誰ですか。",
        "図書館のシステムを作った会社の名前は何ですか。",
        "デジタル安全相談窓口のウェブサイトのアドレスは何ですか。",
        "デジタル推進局の職員は何人いますか。",  # 12人 are the members of another body
        "浄水場で検査に使う専用端末は何台ありますか。",  # 46台 were brought in
        "合同訓練の第2回は何年何月に予定されていますか。",  # the first is
        "図書館への不正操作を行った犯人は誰ですか。",
        "推進員の試験の合格点は何点ですか。",
        "病院のカルテを入れ替えるといくらかかりますか。",  # 10万円 is what shops pay to replace
    ],
)
def test_what_nobody_wrote_of_a_known_thing(sample: Assistant, question: str) -> None:
    answer = sample.answer(question)
    assert answer.status in REFUSED
    assert answer.citations == ()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("機器1台の値段はいくらですか。", "1万2千円"),
        ("対応班の人数は何人ですか。", "5人"),
        ("推進会議の議長は誰ですか。", "副市長"),
        ("最高情報セキュリティ責任者は誰ですか。", "副市長"),
        ("法律相談の回数の上限は何回ですか。", "年3回"),
        ("合同訓練の第1回はいつですか。", "11月"),
        ("安全要件書の項目数はいくつですか。", "28"),
        ("停電したら本庁舎の電気は何時間もちますか。", "72時間"),
        ("店のQRコードの損害額はいくらですか。", "8万6千円"),
        ("偽のQRコードで店が受けた損害はいくら？", "8万6千円"),
        ("公表を先延ばしできるのはどんなとき？", "警察から要請"),
        ("消防の訓練で指令の遅れはどのくらいだった？", "94秒"),
    ],
)
def test_what_is_written_in_other_words(sample: Assistant, question: str, expected: str) -> None:
    answer = sample.answer(question)
    assert answer.status in ANSWERED
    assert expected in answer.text


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("樋渡副市長の年齢はいくつですか。", "年齢"),
        ("横浜市の取組はどう紹介されていますか。", "横浜市"),
        ("第6回会合の開催にかかった費用はいくらですか。", "金額"),
    ],
)
def test_the_refusal_says_what_is_missing(sample: Assistant, question: str, missing: str) -> None:
    assert missing in sample.answer(question).text.split("\n\n")[0]


@pytest.mark.parametrize(
    "question",
    [
        "今日の東京の天気を教えてください。",
        "カレーの作り方を教えてください。",
        "確定申告はいつまでに済ませればよいですか。",
        "How do I bake a chocolate cake?",
        "How do I renew my driving licence?",
        "表計算ソフトで重複した行をまとめて消す方法を教えて。",
        "確定申告の書き方を教えてください。",
        "市内でおいしいラーメン屋を教えて。",
    ],
)
def test_what_the_documents_are_not_about(sample: Assistant, question: str) -> None:
    assert sample.answer(question).status is Status.OUT_OF_SCOPE


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("試験の受験料はいくらですか", "受験料"),
        ("協会の会長は誰ですか", "会長"),
        ("会合の開催はいつですか", None),  # what is done is said with a verb
        ("資料の内容を教えてください", None),
        ("漏れた原因は何ですか", None),  # a clause describes it
    ],
)
def test_what_is_asked_of_a_thing(question: str, words: str | None) -> None:
    attribute = asked_attribute(question)
    assert (attribute.words if attribute else None) == words


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("割合は何割ですか", "正解率が10%程度であった"),
        ("何人いますか", "350 名から"),
        ("費用はいくらですか", "約８万６千円"),
        ("いつ始まりますか", "令和七年度から"),
    ],
)
def test_values_in_every_notation(question: str, text: str) -> None:
    value = asked_value(question)
    assert value is not None
    assert value.stands_in(text)


def test_a_figure_taken_for_granted() -> None:
    figure = presupposed_figure("期間が5年間とされた理由は何ですか")
    assert figure is not None
    assert figure.has_rival_in("令和5年度からの3年間に取り組む")
    assert presupposed_figure("2014年に設置された理由は何ですか") is None


def test_a_wrong_figure_is_set_right(sample: Assistant) -> None:
    answer = sample.answer("迷惑電話防止機器を1000台貸し出すことにしたのはなぜですか。")
    assert answer.status is Status.PREMISE_WRONG
    assert "600台" in answer.text
    assert answer.citations


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("監視機器の入札で落札した会社はどこですか。", "落札"),
        ("戦略ではメタバースをどう使いますか。", "メタバース"),
        ("職員が業務で生成AIを使うときのルールは、戦略のどこに書いてありますか。", "生成AI"),
        ("図書館への不正操作を行った犯人は逮捕されましたか。", "逮捕"),
        ("運送会社は身代金を支払いましたか。", "支払"),
        ("個人情報保護法の改正について戦略は何と言っていますか。", "個人情報保護法"),
        ("マイナンバーカードの再発行手数料の記載はありますか。", "マイナンバーカード"),
        ("How many nurses work at the city hospital?", "nurses"),
        ("What does the strategy say about the GDPR?", "GDPR"),
    ],
)
def test_a_thing_that_no_document_names(sample: Assistant, question: str, missing: str) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert missing in answer.text


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("名取宗一郎委員が第6回を欠席した理由は何ですか。", "名取宗一郎は出席者"),
        ("Why was Natori absent from the 6th meeting?", "as present"),
        ("第6回で否決された議案は何ですか。", "退けられたという記載はありません"),
        ("デジタル安全戦略の決定が見送られた理由は何ですか。", "決定について"),
        ("千早野信用金庫の意見はどう扱われましたか。", "千早野信用金庫"),
        ("汐路精機の意見を受けて修正された箇所はどこですか。", "修正したという記載はありません"),
        ("What did the Minister of Justice say at the sixth meeting?", "法務大臣"),
    ],
)
def test_what_the_records_speak_against(sample: Assistant, question: str, expected: str) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.PREMISE_WRONG
    assert expected in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "確定申告の締切は何月何日ですか。",  # a text has 申告 and dates
        "おいしい豚汁の作り方を教えて",
        "医療費控除はいくらから受けられますか。",
        "パスポートの更新に必要な書類は何ですか。",
    ],
)
def test_parts_of_an_unheld_word_make_nothing_a_topic(sample: Assistant, question: str) -> None:
    assert sample.answer(question).status is Status.OUT_OF_SCOPE


@pytest.mark.parametrize(
    "question",
    [
        "学校の給食に影響が出た騒ぎがあったそうですが、いつのことですか。",
        "庁舎の自家発電が何時間もつかという話は、どの発言にありますか。",
        "子どもたちへの教え方について何と言っているか、まとめてください。",
        "「情報を守る側が不利」の意味が分からないので、詐欺の手口の説明を教えてください。",
    ],
)
def test_words_that_name_nothing_refuse_nothing(sample: Assistant, question: str) -> None:
    assert sample.answer(question).status in ANSWERED


@pytest.mark.parametrize(
    "question",
    [
        "千早野市で一番おいしいラーメン屋を教えて。",
        "千早野市で人気の美容院は？",
        "千早野市の明日の降水確率は？",
        "How do I make curry?",
        "Where can I apply for a passport?",
        "Can you recommend a good sushi place in Chihayano City?",
    ],
)
def test_a_held_place_makes_no_everyday_question_one_of_the_documents(
    sample: Assistant, question: str
) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.OUT_OF_SCOPE
    assert answer.citations == ()


def test_what_a_document_sets_side_by_side_is_no_comparison(sample: Assistant) -> None:
    answer = sample.answer("戦略で、小学校と中学校の学習を並べているのは何番の項目ですか。")
    assert "4.1.2" in answer.text
    assert answer.tables == ()
