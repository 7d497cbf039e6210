"""English questions: understood as the Japanese ones, answered in an English frame."""

from __future__ import annotations

import re

import pytest

from assistant.answers import Answer, Status
from assistant.assistant import Assistant
from assistant.query import Language
from assistant.understanding.from_english.lexicon import renderings
from assistant.understanding.from_english.places import with_japanese_places
from assistant.understanding.from_english.sounds import (
    consonants_of_english,
    consonants_of_katakana,
    plain,
    romaji,
)
from assistant.understanding.kinds import question_language
from index.documents import RosterEntry
from ui.answers import answer_lines

JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
QUOTED = re.compile(r"「[^\n]*」|“[^\n]*”")


@pytest.mark.parametrize(
    ("english", "japanese"),
    [
        ("at the fifth meeting", "at the 第5回会合"),
        ("meetings 5 and 6", "第5回会合と第6回会合"),
        ("the 22nd and 39th meetings", "the 第22回会合と第39回会合"),
        ("section 5.2.3 (1)ii", "5.2.3(1)ii"),
        ("comment no. 27-2", "意見27-2"),
        ("opinion 10", "意見10"),
        ("footnote 11", "脚注11"),
        ("on May 19, 2014", "on 2014年5月19日"),
        ("19 May 2014", "2014年5月19日"),
        ("in Heisei 26", "in 平成26年"),
        ("FY2014", "2014年度"),
        ("3 devices may fail", "3 devices may fail"),
    ],
)
def test_places_are_written_as_in_japanese(english: str, japanese: str) -> None:
    assert with_japanese_places(english) == japanese


@pytest.mark.parametrize(
    ("english", "katakana"),
    [
        ("Trend Micro", "トレンドマイクロ"),
        ("Microsoft", "マイクロソフト"),
        ("Symantec", "シマンテック"),
        ("Oracle", "オラクル"),
        ("Arbor Networks", "アーバーネットワークス"),
    ],
)
def test_loanwords_are_known_by_their_consonants(english: str, katakana: str) -> None:
    assert consonants_of_english(english) == consonants_of_katakana(katakana)


def test_different_names_sound_different() -> None:
    assert consonants_of_english("Google") != consonants_of_katakana("オラクル")


@pytest.mark.parametrize(("latin", "reading"), [("Satō", "サトウ"), ("Ohno", "オオノ")])
def test_long_vowels_are_written_in_many_ways(latin: str, reading: str) -> None:
    assert plain(latin) == romaji(reading)


@pytest.mark.parametrize("word", ["companies", "company", "hijacked", "cyber attacks"])
def test_inflected_words_are_found(word: str) -> None:
    assert renderings(word)


def test_a_japanese_name_in_brackets_leaves_the_question_english() -> None:
    assert question_language("What did the fire chief (消防局長) report?") is Language.ENGLISH
    assert question_language("NISCとは何ですか") is Language.JAPANESE
    assert question_language("CSIRT を設置する理由") is Language.JAPANESE


PAIRS = [
    ("Who sent comment 3-2?", "意見3-2の提出者は誰ですか"),
    ("What was the reply to comment 3-2?", "意見3-2に対する回答は何ですか"),
    ("How many comments were submitted?", "意見は何件ですか"),
    ("How many comments came from individuals?", "個人の意見は何件ですか"),
    ("Which comments led to a revision?", "修正された意見をすべて挙げてください"),
    ("Who attended the sixth meeting?", "第6回会合の出席者は誰ですか"),
    ("Who attended the sixth meeting as a proxy?", "第6回会合の代理出席者は誰ですか"),
    ("What was on the agenda of the fifth meeting?", "第5回会合の議題は何ですか"),
    ("Who sent comment 99?", "意見99の提出者は誰ですか"),
    ("What does footnote 4 say?", "脚注4には何と書かれていますか"),
    ("What does section 9.9.9 say?", "9.9.9には何と書かれていますか"),
    ("What was decided at the 45th meeting?", "第45回会合の決定事項は何ですか"),
    (
        "What did Professor Kugayama say at the fifth meeting?",
        "第5回で久我山教授は何と述べましたか",
    ),
    ("How many comments did Amane Communications submit?", "あまね通信の意見は何件ですか"),
]


def _cited(answer: Answer) -> set[str]:
    return {citation.reference.unit.id for citation in answer.citations}


@pytest.mark.parametrize(("english", "japanese"), PAIRS)
def test_the_same_question_cites_the_same_units(
    sample: Assistant, english: str, japanese: str
) -> None:
    answer, expected = sample.answer(english), sample.answer(japanese)
    assert answer.status is expected.status
    assert _cited(answer) == _cited(expected)


@pytest.mark.parametrize("english", [english for english, _ in PAIRS])
def test_an_english_answer_is_english_but_for_quotes_labels_and_names(
    sample: Assistant, english: str
) -> None:
    answer = sample.answer(english)
    assert answer.query.language is Language.ENGLISH
    assert not answer.verification.removed
    rest = "\n".join(answer_lines(answer, sample.library)).replace(answer.query.completed, "")
    catalog = sample.library.catalog
    names = {record.path.name for record in catalog.documents()}
    names |= {record.body for record in catalog.documents() if record.body}
    names |= set(catalog.submitters())
    for citation in answer.citations:
        unit = citation.reference.unit
        names |= {unit.label, " ".join(unit.text.split()), getattr(unit, "target_text", "")}
        if isinstance(unit, RosterEntry):
            names |= {unit.name, *unit.offices, unit.proxy_for or ""}
        if speaker := getattr(unit, "attribution", None):
            names |= {speaker.person or "", speaker.office or "", speaker.label or ""}
    for name in sorted(filter(None, names), key=len, reverse=True):
        rest = rest.replace(name, "")
    assert not JAPANESE.search(QUOTED.sub("", rest)), QUOTED.sub("", rest)


def test_quotes_stay_japanese_and_whole(sample: Assistant) -> None:
    answer = sample.answer("What did comment 3-2 ask for?")
    quotes = re.findall(r"> 「(.*)」\[", answer.text)
    assert quotes
    texts = [" ".join(citation.reference.unit.text.split()) for citation in answer.citations]
    assert all(any(quote in text for text in texts) for quote in quotes)


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("How do I bake a chocolate cake?", Status.OUT_OF_SCOPE),
        ("What is the capital of Norway?", Status.OUT_OF_SCOPE),
        ("What did Mr. Tanaka say at the fifth meeting?", Status.PREMISE_WRONG),
        ("How many comments did Google submit?", Status.PREMISE_WRONG),
    ],
)
def test_what_is_not_held_is_refused(sample: Assistant, question: str, status: Status) -> None:
    answer = sample.answer(question)
    assert answer.status is status
    # the documents that are held, and passages to read, keep their Japanese names
    said = answer.text.partition("(not as support)")[0].partition("Documents held")[0]
    assert not JAPANESE.search(said.partition("(")[0])


def test_a_follow_up_in_english_keeps_the_comment(sample: Assistant) -> None:
    first = sample.answer("What did comment 3-2 ask for?")
    answer = sample.answer("What was the reply?", [("What did comment 3-2 ask for?", first.text)])
    assert {c.reference.unit.local_id for c in answer.citations} == {"意見3-2"}
    assert "意見3-2" in answer.query.completed


def test_a_follow_up_about_the_sixth_meeting(sample: Assistant) -> None:
    history = [("What was on the agenda of the fifth meeting?", "")]
    answer = sample.answer("And the sixth?", history)
    assert answer.query.mentions.meetings == (6,)
    assert any(citation.reference.unit.id.count("第6回") for citation in answer.citations)


def test_everyday_words_find_the_words_of_the_documents(sample: Assistant) -> None:
    answer = sample.answer("How long can the main building's generator keep the power on?")
    assert "72時間" in answer.text


def test_a_company_written_in_latin_letters_is_the_katakana_one(reference: Assistant) -> None:
    query = reference.answer("How many comments did Trend Micro send?").query
    assert [name for name in query.submitters if "トレンド" in name]


def test_an_office_in_english_is_the_person_of_the_roster(reference: Assistant) -> None:
    answer = reference.answer("What did the Chief Cabinet Secretary say at the 39th meeting?")
    assert answer.status is Status.PARTIAL
    assert "官房長官" in answer.text
    assert all(c.reference.unit.id.count("第39回") for c in answer.citations)
