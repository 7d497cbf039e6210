"""Who says it and what came of it: names, roles and outcomes against the units cited."""

from __future__ import annotations

import pytest

from assistant.answers import Fault
from assistant.query import Language
from assistant.sentence_checks.prose import ProseChecker
from assistant.sentence_checks.voices import is_called
from index.documents import Unit, Utterance
from tests.helpers.chat_checking import comment, fault
from tests.helpers.sample_ids import FIFTH, SIXTH


def turn(checker: ProseChecker, local: str, document: str = FIFTH) -> Unit:
    return checker.library.catalog.unit(f"{document}#{local}")


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("堀越剛", True),
        ("堀越", True),
        ("上下水道局長", True),
        ("堀越剛上下水道局長", True),
        ("堀越氏", True),
        ("副上下水道局長", False),
        ("堀越市長", False),
        ("剛", False),
    ],
)
def test_who_is_meant_by_a_name(name: str, called: bool) -> None:
    assert is_called(name, ("堀越剛", "上下水道局長")) is called


def test_the_mayor_is_not_the_deputy_mayor() -> None:
    assert not is_called("市長", ("副市長",))
    assert is_called("局長", ("総務局長",))


def test_one_turns_speaker_lends_no_name_to_the_turn_cited_beside_it(
    checker: ProseChecker,
) -> None:
    named = turn(checker, "4(2)-発言2")
    nameless = turn(checker, "4(3)-発言15", SIXTH)
    sentence = "篠宮かおり委員がこの点を述べています。"
    assert fault(checker, sentence, named) is None
    assert fault(checker, sentence, named, nameless) is Fault.NAME_WITHOUT_BASIS


def test_a_body_that_a_turn_mentions_is_not_its_speaker(checker: ProseChecker) -> None:
    nameless = turn(checker, "4(3)-発言3", SIXTH)
    assert isinstance(nameless, Utterance)
    assert "商工会議所" in nameless.text
    false = "商工会議所は、人材が取り合いになっていると述べました。"
    assert fault(checker, false, nameless) is Fault.NAME_WITHOUT_BASIS
    true = "商工会議所に人の紹介を相談しているとの発言がありました。"
    assert fault(checker, true, nameless) is None


def test_a_role_alone_says_who_speaks(checker: ProseChecker) -> None:
    nameless = turn(checker, "4(3)-発言15", SIXTH)
    for told in ("議長はこの点を述べました。", "注意したのは議長です。", "市長：賛成です。"):
        assert fault(checker, told, nameless) is Fault.NAME_WITHOUT_BASIS, told


@pytest.mark.parametrize(
    "sentence",
    [
        "これを述べたのは宇田川委員です。",
        "これは宇田川翼委員の発言だと考えられます。",
        "発言者は弁護士とされています。",
        "この点を注意したのは事務局でした。",
        "発言した人は、会合に出ていた技術者です。",
        "やまだたろうが述べたとされています。",
        "この点はヤマダによる指摘です。",
        "林は、この点を注意したとされています。",
        "虹ヶ丘市が求めたとされています。",
        "東亜製作所による指摘とされています。",
        "会合は春頃に開かれたとされています。",
        "その数は前年の倍以上とされています。",
        "同じ指摘が十数件あったとされています。",
        "千人が参加したとされています。",
        "別紙4にも同じ指摘があります。",
        "先週の会合で指摘があったとされています。",
        "第三十回の会合でも指摘がありました。",
        "色分けについて‘すべての区で直ちにやめる’との指摘があります。",
        "色分けについて「すべての区で直ちにやめる との指摘があります。",
    ],
)
def test_there_is_no_way_around_for_a_turn_that_names_nobody(
    checker: ProseChecker, sentence: str
) -> None:
    assert fault(checker, sentence, turn(checker, "4(3)-発言15", SIXTH)) is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "色分けによる情報の共有は、始めると赤ばかりになりがちだとの指摘があります。",
        "議事要旨に発言者名の記載はなく、誰の発言かは特定できません。",
        "発言者は、この資料からは分かりません。",
        "この会合では、迷ったときは一段広い色を選ぶという申合せが提案されています。",
    ],
)
def test_what_a_nameless_turn_says_may_be_told(checker: ProseChecker, sentence: str) -> None:
    assert fault(checker, sentence, turn(checker, "4(3)-発言15", SIXTH)) is None


@pytest.mark.parametrize(
    ("number", "branch", "sentence"),
    [
        (1, 3, "この意見は受け入れられ、本文に盛り込まれました。"),
        (1, 3, "御意見のとおり文言を改めました。"),
        (1, 3, "この意見は戦略に反映済みです。"),
        (1, 3, "市は修正を行い、案を変更しました。"),
        (1, 2, "この意見は受け入れられませんでした。"),
        (1, 2, "修正の必要はないと回答されています。"),
        (1, 2, "この意見は却下されています。"),
        (1, 2, "本文の記載は変わりません。"),
        (1, 2, "この意見による変更は見送られました。"),
    ],
)
def test_an_outcome_is_turned_round_in_no_words(
    checker: ProseChecker, number: int, branch: int, sentence: str
) -> None:
    unit = comment(checker, number, branch)
    assert fault(checker, sentence, unit) is Fault.OUTCOME_CONTRADICTED


def test_an_english_outcome_is_compared_as_well(checker: ProseChecker) -> None:
    revised, kept = comment(checker, 1, 2), comment(checker, 1, 3)
    for unit, sentence, stands in (
        (kept, "The strategy was revised accordingly.", False),
        (kept, "The city accepted the comment.", False),
        (kept, "The text has been updated.", False),
        (kept, "The text was not revised.", True),
        (kept, "The comment asks that the text be revised.", True),
        (revised, "The text was revised.", True),
        (revised, "The city refused to change the text.", False),
        (revised, "The text was left unchanged.", False),
    ):
        found = fault(checker, sentence, unit, language=Language.ENGLISH)
        assert (found is None) is stands, (sentence, found)


@pytest.mark.parametrize(
    ("sentence", "is_wrong"),
    [
        ("修正すべきとの意見です。", False),
        ("修正を求める意見です。", False),
        ("修正するとは書かれていません。", False),
        ("修正はされていません。", False),
        ("戦略は修正されました。", True),
        ("本文に反映することとされています。", True),
        ("本文が改められました。", True),
    ],
)
def test_an_outcome_is_told_from_a_wish(
    checker: ProseChecker, sentence: str, is_wrong: bool
) -> None:
    unit = comment(checker, 1, 3)  # for reference
    assert (fault(checker, sentence, unit) is Fault.OUTCOME_CONTRADICTED) is is_wrong
