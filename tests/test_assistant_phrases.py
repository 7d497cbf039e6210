"""Sentences that remember how they were made, and their English."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from string import Formatter

import pytest

from assistant.wording.english import in_english
from assistant.wording.phrases import joined, phrase
from assistant.wording.templates_english import TEMPLATES
from tests.helpers.folders import ROOT

JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
QUOTED = re.compile(r"「[^」]*」|『[^』]*』")
WITHOUT_USE_IN_ENGLISH = {"counter"}  # 件, 人: the English noun stands in the template


def _calls() -> Iterator[tuple[str, ast.expr]]:
    """Each place that makes a phrase, with its template."""
    for folder in ("assistant", "ui"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                match node:
                    case ast.Call(func=ast.Name(id="phrase"), args=[template, *_]):
                        yield f"{path.name}:{node.lineno}", template


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_every_template_is_one_literal_and_has_an_english_one() -> None:
    calls = list(_calls())
    assert len(calls) > 100
    not_literal = [place for place, template in calls if not isinstance(template, ast.Constant)]
    assert not_literal == []
    templates = {
        template.value: place for place, template in calls if isinstance(template, ast.Constant)
    }
    assert {place: text for text, place in templates.items() if text not in TEMPLATES} == {}


@pytest.mark.parametrize(("japanese", "english"), TEMPLATES.items())
def test_both_languages_say_the_same_values(japanese: str, english: str) -> None:
    assert _fields(japanese) - _fields(english) <= WITHOUT_USE_IN_ENGLISH
    assert _fields(english) <= _fields(japanese)


@pytest.mark.parametrize("english", TEMPLATES.values())
def test_english_templates_are_english(english: str) -> None:
    assert not JAPANESE.search(QUOTED.sub("", english))


def test_a_phrase_is_the_japanese_text() -> None:
    made = phrase("{comment}の提出者は{submitter}です。", comment="意見1", submitter="個人(1)")
    assert made == "意見1の提出者は個人(1)です。"
    assert f"{made}" == "意見1の提出者は個人(1)です。"


def test_phrases_in_phrases_are_put_in_english_with_them() -> None:
    names = joined("・", (phrase("意見{key}", key=key) for key in ("1", "2-1")))
    text = phrase("{names}という意見は収録されていません。", names=names)
    assert text == "意見1・意見2-1という意見は収録されていません。"
    assert in_english(text) == "There is no comment 1, comment 2-1 in the documents held."


@pytest.mark.parametrize(("count", "english"), [(1, "1 comment"), (0, "0 comments")])
def test_nouns_agree_with_their_number(count: int, english: str) -> None:
    assert in_english(phrase("{count}件", count=count)) == english


def test_months_have_names() -> None:
    date = phrase("{year}年{month}月{day}日", year="2014", month=5, day=19)
    assert in_english(date) == "19 May 2014"


def test_words_of_documents_stay_as_they_are() -> None:
    assert in_english("第39回会合 議事要旨") == "第39回会合 議事要旨"
