"""English words that were lost, or taken in another sense, on the way to Japanese."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from assistant.understanding.from_english.lexicon import renderings
from assistant.understanding.from_english.places import in_digits, with_japanese_places
from assistant.understanding.from_english.senses import meant
from assistant.understanding.slips import mended_english
from tests.helpers.asking import cited


@pytest.mark.parametrize(
    ("english", "japanese"),
    [
        ("2.5 billion years", "25億 years"),
        ("1.2 million yen", "120万 yen"),
        ("160 thousand people", "16万 people"),
    ],
)
def test_great_numbers_are_counted_in_myriads(english: str, japanese: str) -> None:
    assert with_japanese_places(english) == japanese


def test_numbers_in_words_are_no_loanwords() -> None:
    assert in_digits("the four colours of the sixth") == "the 4 colours of the 6th"


@pytest.mark.parametrize("word", ["saturday", "lent", "billion", "salary", "ministry of justice"])
def test_everyday_words_are_known(word: str) -> None:
    assert renderings(word)


def test_what_was_lent_is_not_the_fast_before_easter() -> None:
    assert "四旬節" not in renderings("lent")


def test_words_of_grammar_are_no_slips_of_the_pen() -> None:
    assert mended_english("What could they do since?") == "What could they do since?"


def test_what_stands_together_tells_the_sense(sample: Assistant) -> None:
    words = (("意見募集", "相談"), ("窓口",), ("土曜日",))
    assert meant(words, sample.library) == ("相談", "窓口", "土曜日")


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("Who asked for the consultation desk to open on Saturdays too?", "意見9"),
        ("Which submitter is worried about eyesight getting worse?", "意見10-2"),
        ("Which organisation thinks that 72 hours is not appropriate?", "意見7-1"),
        ("Which section describes the emergency response team?", "4.2.2(1)"),
        ("Amane Communications wanted more devices lent out. What did the city answer?", "意見2"),
        ("How many comments came from NPO Digital Tonarigumi?", "意見3-3"),
        ("Who stood in for the hospital's director at the sixth meeting?", "出席者12"),
    ],
)
def test_a_question_in_other_words_finds_its_unit(
    sample: Assistant, question: str, unit: str
) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.ANSWERED
    assert unit in cited(answer)


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("What did the head of the Fire Bureau say at the 6th meeting?", Status.PREMISE_WRONG),
        ("What did Toyota write in the consultation?", Status.PREMISE_WRONG),
    ],
)
def test_a_remote_sense_answers_nothing(sample: Assistant, question: str, status: Status) -> None:
    assert sample.answer(question).status is status


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("How many comments were from individuals and how many from companies?", ("8", "17")),
        ("How many people or bodies sent comments, and how many comments?", ("14", "25")),
        ("Did more comments come from individuals or from organisations?", ("8", "17")),
    ],
)
def test_both_counts_that_are_asked_for(
    sample: Assistant, question: str, figures: tuple[str, ...]
) -> None:
    text = sample.answer(question).text
    assert all(figure in text for figure in figures)


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("List the five goals of the draft strategy.", "の5つの"),
        ("What is the difference between sections 4.1 and 4.2?", "4.1と4.2"),
        ("What bodies did the US and the UK create? Please compare.", "米国・英国"),
        ("When was CERT-UK set up?", "CERT-UK"),
        ("Which documents mention AI?", "AIはどの文書のどこに"),
        ("What role does NISC play in the strategy?", "NISCの役割は"),
        ("In plain terms, what does NISC mean?", "NISCとは"),
    ],
)
def test_a_question_keeps_its_parts_in_japanese(
    reference: Assistant, question: str, understood: str
) -> None:
    assert understood in reference.answer(question).query.completed


def test_who_asked_for_it_and_whether_it_was_taken_up(reference: Assistant) -> None:
    question = "Which submitter asked for 'privacy by design', and was it taken up?"
    answer = reference.answer(question)
    assert "意見11-3" in cited(answer)
    assert "the reply" in answer.text


@pytest.mark.parametrize(
    ("english", "told"),
    [
        ("Which meeting was longer, the 22nd or the 39th?", "meeting 22 took longer"),
        ("Was the 39th meeting shorter than the 22nd?", "meeting 22 took longer"),
        ("Which of the two meetings took less time?", "meeting 22 took longer"),
        ("Which meeting was held first, the 22nd or the 39th?", "Meeting 22 was held before"),
        ("Did the 22nd meeting have fewer agenda items than the 39th?", "meeting 39 has more"),
        ("Number 4 on the roster of the 39th meeting", "Number 4 of the 23 people"),
        ("Who are the last three people on the roster of the 39th meeting?", "Numbers 21 to 23"),
        ("How many of Trend Micro's comments were not adopted?", 'without the outcome "revised"'),
        (
            "Which of Trend Micro's comments mention human resources?",
            "from トレンドマイクロ(株): 2",
        ),
    ],
)
def test_two_meetings_and_parts_of_a_list_are_told_apart(
    reference: Assistant, english: str, told: str
) -> None:
    assert told in reference.answer(english).text


def test_who_is_asked_of_confines_the_comments(sample: Assistant) -> None:
    of_people = sample.answer("Did any individual ask for more counsellors?").query.completed
    of_firms = sample.answer("Did any company ask for more counsellors?").query.completed
    assert "個人の意見" in of_people
    assert "企業・団体の意見" in of_firms


def test_a_fiscal_year_is_no_unknown_word(sample: Assistant) -> None:
    asked = "How many nuisance-call blocking devices will the city lend in fiscal 2025?"
    assert "600台" in sample.answer(asked).text


@pytest.mark.parametrize("when", ["the 2009 meeting", "the meeting in 2009", "the meeting of 2009"])
def test_a_meeting_is_known_by_its_year(reference: Assistant, when: str) -> None:
    answer = reference.answer(f"How many people attended {when}?")
    assert "第22回会合" in answer.query.completed
