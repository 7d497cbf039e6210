"""Questions near the documents: neither answered from what only sounds alike, nor sent away."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant


@pytest.mark.parametrize(
    "question",
    [
        # 暗号, コンピュータ and 盗む are held, what they are asked of is not
        "戦略案は、量子コンピュータで暗号が破られる危険への備えをどう書いていますか。",
        "量子コンピュータへの備えを述べている箇所を探しています。",
        "仮想通貨が盗まれないようにする対策はどうなっていますか。",
        # another body with 機構 in its name has a number of people
        "年金機構から漏れたのは何人分の情報ですか。",
    ],
)
def test_what_only_sounds_alike_answered(reference: Assistant, question: str) -> None:
    assert reference.answer(question).status is Status.NOT_IN_DOCUMENTS


@pytest.mark.parametrize(
    "question",
    ["ゼロトラストって何ですか", "花粉症の対策を教えて", "NFTの規制はどうなっていますか"],
)
def test_a_term_or_a_measure_was_called_off_topic(reference: Assistant, question: str) -> None:
    assert reference.answer(question).status is Status.NOT_IN_DOCUMENTS


@pytest.mark.parametrize(
    ("question", "held"),
    [
        # 災害時, 外部委託 and 相談先 stand nowhere so
        ("災害時の対応は", "輻輳"),
        ("外部委託の条件は何ですか", "再委託"),
        ("SNSトラブルの相談先はどこですか", "公民館"),
    ],
)
def test_a_short_question_in_other_words_was_called_off_topic(
    sample: Assistant, question: str, held: str
) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("重要インフラって今いくつの分野があるの？", "13分野"),
        ("戦略はどのくらいの期間を対象にしていますか", "3年"),
        ("戦略の主な目的は何ですか", "目的：「自由"),
        ("IoTシステムのセキュリティ確保の考え方は", "セキュリティ・バイ・デザイン"),
        ("基本原則の「開放性」は、どういう内容ですか。", "開かれたもの"),
        ("戦略本部はどのような仕事を受け持つのか、取組方針（案）をもとに要約して。", "原因究明"),
        ("平成27年5月25日に始まった意見募集の締切日は？", "6月8日"),
        (
            (
                "平成27年8月の資料「新たなサイバーセキュリティ戦略」で、"
                "攻撃リスクを下げるための対策として挙がっているものは。"
            ),
            "接続口",
        ),
    ],
)
def test_a_plain_form_of_asking_was_misread(reference: Assistant, question: str, held: str) -> None:
    answer = reference.answer(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text


def test_what_happened_was_answered_by_what_followed(sample: Assistant) -> None:
    assert "2,318" in sample.answer("図書館で何があったのですか").text


@pytest.mark.parametrize("question", ["米の成分の話は誰がしましたか", "成分の話をしたのは誰ですか"])
def test_who_said_something_was_called_off_topic(reference: Assistant, question: str) -> None:
    assert reference.answer(question).status is not Status.OUT_OF_SCOPE


def test_dates_of_other_countries_stood_beside_the_one_asked_for(reference: Assistant) -> None:
    answer = reference.answer("イギリスのCERT-UKはいつできましたか")
    assert "英国" in answer.text
    assert "仏国" not in answer.text


def test_ransom_was_answered_by_what_has_nothing_of_it(reference: Assistant) -> None:
    answer = reference.answer("身代金を払うかどうかの考え方はどこにありますか")
    assert answer.status is Status.NOT_IN_DOCUMENTS


def test_what_is_extorted_was_not_known_as_ransomware(sample: Assistant) -> None:
    answer = sample.answer("ランサムウェアに感染した事業者の話は")
    assert answer.status is Status.ANSWERED
    assert "運送会社" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        # a noun with で behind a subject is what is used, not what the subject is like
        "職員がテレワークで使う端末の対策は、戦略案でどう決められていますか。",
        "戦略案にはランサムウェアで身代金を要求されたときの対応は書かれていますか。",
        "ランサムウェアについて触れている箇所はありますか。あれば場所を教えてください。",
        # only the draft is held
        "閣議決定された最終版の戦略と今回の案とで、違うところを表にしてください。",
    ],
)
def test_what_is_not_held_was_answered_or_called_off_topic(
    reference: Assistant, question: str
) -> None:
    assert reference.answer(question).status is Status.NOT_IN_DOCUMENTS


def test_a_body_was_taken_for_the_policy_in_its_name(reference: Assistant) -> None:
    answer = reference.answer(
        "情報セキュリティ政策会議とサイバーセキュリティ戦略本部では、設置の根拠がどう違いますか。"
    )
    assert answer.status is Status.ANSWERED
    assert "本部長決定" in answer.text
    assert "基本法" in answer.text


def test_a_sentence_that_announces_items_stood_without_them(reference: Assistant) -> None:
    answer = reference.answer(
        "取組方針では、内閣サイバーセキュリティセンターについてどのような強化を検討するとしていますか。"
    )
    assert "GSOC" in answer.text


def test_how_many_parts_a_section_has_was_not_counted(reference: Assistant) -> None:
    answer = reference.answer(
        "戦略案の5.4.2は、いくつの項目に分かれていますか。項目名も知りたいです。"
    )
    assert "5つの節" in answer.text


def test_a_name_of_what_an_opinion_is_about_hid_the_opinion(reference: Assistant) -> None:
    answer = reference.answer(
        "サプライチェーン・リスクの脚注にICチップを入れてほしいという意見は、結局どうなりましたか。"
    )
    assert any(c.reference.unit.id.endswith("#意見23-3") for c in answer.citations)


def test_what_an_earlier_paragraph_names_was_not_what_is_counted(reference: Assistant) -> None:
    assert "1,900台" in reference.answer("第22回で話に出たサーバーの台数は何台ですか").text
