from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from index.text.morphology import concepts, content_words, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("取組", {"取り組み"}),
        ("取り組み", {"取り組み"}),
        ("サーバ", {"サーバー"}),
        ("サーバー", {"サーバー"}),
        ("サイバー攻撃", {"サイバー攻撃", "サイバー", "攻撃"}),
        ("5.2.3(1)ii", {"5.2.3(1)ii", "5.2.3(1)", "5.2.3"}),
        ("５．２．３（１）", {"5.2.3(1)", "5.2.3"}),
        ("4(2)", {"4(2)", "4"}),
        ("27－2", {"27-2"}),
        ("第 ３９ 回", {"第39回"}),
        ("個人（11）", {"個人(11)", "個人"}),
        ("1,234件", {"1234", "件"}),
        ("について、しかし。", set()),
        ("  ", set()),
    ],
)
def test_tokens(text: str, expected: set[str]) -> None:
    assert set(tokens(text)) == expected


def test_spellings_of_one_text_share_their_tokens() -> None:
    assert tokens("サーバの取組を⻑期に進める") == tokens("サーバーの取り組みを長 期に進める")


def test_tokens_stand_in_the_order_of_the_text() -> None:
    assert tokens("計画は5.2の第3章") == ("計画", "5.2", "第3章")


@pytest.mark.parametrize("border", ["。", "\n", ""])
def test_a_text_beyond_the_limit_of_sudachi_is_split_without_loss(border: str) -> None:
    text = ("情報の安全" + border) * 12_000
    assert len(text.encode()) > 49_149 * 3
    found = tokens(text)
    assert found.count("情報") == pytest.approx(12_000, abs=0 if border else 20)


def test_content_words_carry_their_places_in_the_raw_text() -> None:
    text = "甲市は、サ\u30fcバの取組を２度見直した。"
    words = content_words(text)
    assert all(text[word.start : word.end] == word.surface for word in words)
    assert {(word.surface, word.normal) for word in words} >= {
        ("サーバ", "サーバー"),
        ("取組", "取り組み"),
        ("見直し", "見直す"),
    }
    assert not {"は", "の", "を", "た"} & {word.surface for word in words}


def test_places_behind_the_first_piece_are_counted_from_the_start() -> None:
    text = "甲の計画。\n" * 5_000 + "末尾"
    last = content_words(text)[-1]
    assert text[last.start : last.end] == "末尾"


def test_threads_do_not_share_a_tokenizer() -> None:
    texts = [f"第{number}回の会議で情報の安全を検討した" for number in range(200)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(tokens, texts)) == [tokens(text) for text in texts]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("五輪", "オリンピック"),
        ("モラル", "倫理"),
        ("米国", "アメリカ"),
        ("漏れる", "漏えい"),
        ("給料", "給与"),
        ("telephone", "電話"),
        ("フランス", "仏国"),
    ],
)
def test_words_of_one_meaning_share_a_concept_and_no_token(one: str, other: str) -> None:
    assert set(concepts(one)) & set(concepts(other))
    assert not set(tokens(one)) & set(tokens(other))


def test_words_of_different_meaning_share_no_concept() -> None:
    assert not set(concepts("電話")) & set(concepts("会議"))
    assert concepts("について、27-2") == ()
