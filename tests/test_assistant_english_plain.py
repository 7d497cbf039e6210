"""One question in many English wordings: each is put in the plain form before it is read."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from assistant.understanding.from_english import in_plain_form, matter_of


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        (
            "At the fifth meeting, whose proposal was it to mark information?",
            "At the fifth meeting, who proposed to mark information?",
        ),
        ("By whom will the annual report be prepared?", "who prepared the annual report?"),
        (
            "By which company was a browser view suggested?",
            "which company suggested a browser view?",
        ),
        ("What was said by the mayor?", "what did the mayor say?"),
        ("Nobody feels safe, someone said. Who was it?", "who said that Nobody feels safe?"),
        ("Openness is laid down in which section?", "in which section is Openness described?"),
        ("How large is the response team?", "how many members does the response team have?"),
        ("What is the meaning of the term risk in the draft?", "what does the draft mean by risk?"),
        (
            "Name the people who attended both meetings.",
            "who attended both meetings.",
        ),
        ("Is voting covered in the strategy?", "does the strategy mention voting?"),
        ("Who attended the fifth meeting?", "Who attended the fifth meeting?"),
    ],
)
def test_many_wordings_have_one_plain_form(asked: str, plain: str) -> None:
    assert in_plain_form(asked) == plain
    assert in_plain_form(plain) == plain


def test_what_a_question_is_about_is_what_its_form_leaves_open() -> None:
    assert matter_of("Who asked for longer opening hours at the 5th meeting?") == (
        "longer opening hours"
    )


SAME = (
    (
        "Who proposed marking shared information with four colours at the fifth meeting?",
        "Whose proposal was it at the fifth meeting to mark shared information with four colours?",
        (
            "The idea of marking shared information with four colours - who came up with it at the "
            "fifth meeting?"
        ),
    ),
    (
        "What comments did Fujitsu submit on the draft strategy?",
        "Which opinions did Fujitsu send in on the draft strategy?",
        "Has Fujitsu sent any comments on the draft strategy?",
    ),
    (
        "What did the mayor say at the sixth meeting?",
        "What was said by the mayor at the sixth meeting?",
        "At the sixth meeting, what remarks did the mayor make?",
    ),
    (
        "When did the public consultation start and end?",
        "From when until when was the draft open for public comment?",
        "By what date did comments on the draft have to be in?",
    ),
)


@pytest.mark.parametrize("wordings", SAME)
def test_other_wordings_are_answered_from_the_same_place(
    sample: Assistant, wordings: tuple[str, ...]
) -> None:
    first, *others = (sample.answer(wording) for wording in wordings)
    for answer in others:
        assert answer.status is first.status
        assert answer.citations[:1] == first.citations[:1]


def test_a_badly_rendered_everyday_word_does_not_hide_the_rest(sample: Assistant) -> None:
    answer = sample.answer(
        "Which commenter wanted the consultation desk to be open on Saturdays as well?"
    )
    assert answer.status is Status.ANSWERED


@pytest.mark.parametrize("thing", ["blockchain", "facial recognition cameras"])
def test_a_thing_that_no_word_list_or_document_has_is_missed(sample: Assistant, thing: str) -> None:
    answer = sample.answer(f"What does the strategy say about {thing}?")
    assert answer.status is Status.NOT_IN_DOCUMENTS


@pytest.mark.parametrize(
    ("follow_up", "completed"),
    [
        ("And the reply?", "意見4-1の回答は？"),
        ("Did anything come of it?", "意見4-1は、どうなりましたか。修正されましたか？"),
    ],
)
def test_a_short_english_follow_up_is_completed(
    sample: Assistant, follow_up: str, completed: str
) -> None:
    asked = "What did comment 4-1 ask for?"
    answer = sample.answer(follow_up, [(asked, sample.answer(asked).text)])
    assert answer.query.completed == completed
