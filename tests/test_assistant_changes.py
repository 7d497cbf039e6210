"""Comments and the policy they changed: where the new words stand, and who brought them about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from assistant.comments.changes import Standing, is_below, rewordings, standings
from index.documents import Comment, Footnote, Section
from index.indexing import index_paths
from index.library import Library
from index.samples import sample_paths
from index.settings import IndexSettings
from tests.helpers.asking import cited_each_time
from tests.helpers.parsing import whole

# The keys of all revised comments, and the section or footnote their words now stand in.
STANDING = {
    "6-3": "5.4.2(4)",
    "6-5": "5.2.3(1)ii",
    "6-6": "5.4.1(1)",
    "7-1": "5.1",
    "7-3": "5.4.1(4)",
    "11-6": "5.2",
    "13-1": "5.1.1(1)",
    "20-1": "5.4.2(1)",
    "20-2": "5.4.2",
    "22": "5.2.3(4)",
    "23-3": "脚注8",
    "23-5": "5.4.1",
    "24": "5.2.2(3)",
    "25-6": "5.3.1",
}


def comment_of(asked: Assistant, key: str) -> Comment:
    (found,) = (c for c in asked.library.catalog.all_comments() if c.key == key)
    return found


def found_in(asked: Assistant, key: str) -> list[str]:
    found = standings(comment_of(asked, key), asked.library)
    return [place.unit.local_id for standing in found for place in standing.places]


@pytest.mark.parametrize(
    ("reply", "new", "old"),
    [
        ("「甲を行う。」を「乙を行う。」に修正します。", ["乙を行う。"], ["甲を行う。"]),
        ("「甲」を、「甲（丙を含む。）」に修文します。", ["甲（丙を含む。）"], ["甲"]),
        ("御指摘を踏まえ、以下のとおり修正します。 「乙を行う。」", ["乙を行う。"], [""]),
        ("最後に「丁とする。」と追記します。なお、「戊」と記載しています。", ["丁とする。"], [""]),
        ("「甲」と記載していますが、次の通り修文します。「乙」", ["乙"], [""]),
        ("「甲」を「乙」に、「丙」を「丁」に修正します。", ["乙", "丁"], ["甲", "丙"]),
        ("「甲の「己」を行う。」と修正します。", ["甲の「己」を行う。"], [""]),
        ("3に「(2)」として、以下のとおり追加します。 (2) 庚", ["(2) 庚"], [""]),
        ("「甲」と記載しているところです。", [], []),
    ],
)
def test_the_new_words_of_a_reply_are_told_from_those_it_only_quotes(
    reply: str, new: list[str], old: list[str]
) -> None:
    found = rewordings(whole(reply))
    assert [rewording.new.text for rewording in found] == new
    assert [rewording.old.text for rewording in found] == old


@pytest.mark.parametrize(
    ("number", "above", "below"),
    [
        ("5.2", "5.2", True),
        ("5.2.3(1)ii", "5.2", True),
        ("5.2.3(1)ii", "5.2.3(1)", True),
        ("第3章2(1)", "第3章", True),
        ("5.20", "5.2", False),
        ("5.2.3(1)ii", "5.2.3(1)i", False),
        ("50", "5", False),
        ("15.2", "5.2", False),
    ],
)
def test_what_stands_below_a_section_ends_at_its_number(
    number: str, above: str, below: bool
) -> None:
    assert is_below(number, above) is below


@pytest.mark.parametrize(("key", "place"), STANDING.items())
def test_the_words_of_a_revised_comment_are_found_where_they_stand(
    reference: Assistant, key: str, place: str
) -> None:
    assert found_in(reference, key) == [place]


def test_every_revised_comment_is_placed_or_said_not_to_be(reference: Assistant) -> None:
    comments = reference.library.catalog.all_comments()
    revised = [comment.key for comment in comments if comment.outcome.value == "revised"]
    assert sorted(revised) == sorted([*STANDING, "9-1"])
    answer = reference.answer("意見9-1は反映されましたか")
    assert "文言の照合では確かめられません" in answer.text
    assert cited_each_time(answer) == ["意見9-1", "意見9-1"]


def test_the_answer_quotes_the_changed_words_from_the_policy(reference: Assistant) -> None:
    answer = reference.answer("意見23-3はどうなりましたか")
    units = [citation.reference.unit for citation in answer.citations]
    assert isinstance(units[-1], Footnote)
    assert "脚注8" in answer.text
    assert answer.verification.removed == ()


def test_words_that_came_in_elsewhere_are_shown_with_the_place_the_comment_named(
    reference: Assistant,
) -> None:
    answer = reference.answer("意見6-3への回答は")
    assert "5.4.2(4)" in answer.text
    assert "意見の該当箇所は5.1.2(2)" in answer.text


def test_words_that_differ_a_little_are_said_to_differ(reference: Assistant) -> None:
    answer = reference.answer("意見13-1は反映されましたか")
    assert "字句の一部が異なる" in answer.text
    section = answer.citations[-1].reference
    assert isinstance(section.unit, Section)
    assert "既存システムを含めて" in section.quote.text


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The sample documents with a strategy into which one promised change never came."""
    folder = tmp_path_factory.mktemp("unchanged")
    for path in sample_paths():
        text = path.read_text(encoding="utf-8")
        if path.name == "strategy.txt":
            text = text.replace("その内容を学期ごとに保護者に知らせる", "その記録を残す")
            text = text.replace("小学校4年生以上の全ての学級", "中学校の学級")
        (folder / path.name).write_text(text, encoding="utf-8")
    settings = IndexSettings.from_environment({}, data_dir=folder / "data")
    index_paths(settings, [folder / path.name for path in sample_paths()])
    with Library.open(settings) as library:
        yield Assistant(library)


def test_words_that_do_not_stand_in_the_policy_are_said_not_to(unchanged: Assistant) -> None:
    assert found_in(unchanged, "10-1") == []
    assert found_in(unchanged, "1-2") == ["4.2.2(1)"]
    answer = unchanged.answer("意見10-1は反映されましたか")
    assert "本文に見当たりません" in answer.text
    assert answer.verification.removed == ()


def test_a_policy_that_is_not_held_is_not_matched(tmp_path: Path) -> None:
    settings = IndexSettings.from_environment({}, data_dir=tmp_path)
    index_paths(settings, [path for path in sample_paths() if path.name == "comments.txt"])
    with Library.open(settings) as library:
        found: tuple[Standing, ...] = standings(comment_of(Assistant(library), "10-1"), library)
        assert found == ()
        answer = Assistant(library).answer("意見10-1は反映されましたか")
    assert "修正後の本文は収録されていない" in answer.text


def test_all_comments_on_a_section_and_below_it_are_listed(reference: Assistant) -> None:
    answer = reference.answer("5.2.3に対する意見は")
    keys = ["1", "2", "6-5", "7-2", "8-3", "8-4", "11-7", "22", "25-5", "27-2"]
    (table,) = answer.tables
    assert [row[0].text for row in table.rows] == [f"意見{key}" for key in keys]
    assert "10件" in answer.text
    assert "2件" in answer.text
    assert set(cited_each_time(answer)) >= {f"意見{key}" for key in keys}
    assert answer.verification.removed == ()


@pytest.mark.parametrize(
    "question",
    [
        "5.2.3を変えた意見はどれか",
        "どの意見を受けて5.2.3は修正されたか",
        "５．２．３ はどの意見によって変わりましたか",
        "Which comments changed section 5.2.3?",
    ],
)
def test_the_comments_that_changed_a_section(reference: Assistant, question: str) -> None:
    answer = reference.answer(question)
    comments = {name for name in cited_each_time(answer) if name.startswith("意見")}
    assert comments == {"意見6-5", "意見22", "意見9-1"}
    english = question.startswith("Which")
    note = "omment 9-1 also had the outcome" if english else "意見9-1も「修正」とされていますが"
    assert note in answer.text
    assert {"5.2.3(1)ii", "5.2.3(4)"} <= set(cited_each_time(answer))


def test_a_comment_that_names_no_section_still_changed_the_one_its_words_stand_in(
    reference: Assistant,
) -> None:
    answer = reference.answer("5.2.2(3)を変えた意見は")
    assert "意見24" in cited_each_time(answer)
    assert "1件" in answer.text


def test_a_comment_whose_words_went_elsewhere_did_not_change_its_target(
    reference: Assistant,
) -> None:
    answer = reference.answer("5.1.2(2)を変えた意見はどれですか")
    assert "ありません" in answer.text
    assert "別の箇所" in answer.text
    assert {"意見6-3", "5.4.2(4)"} <= set(cited_each_time(answer))


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("5.2.3に対する意見で修正されなかったものは", 8),
        ("5.2.3に対する意見のうち原案のとおりとされたものはどれですか", 3),
        ("個人(9)の5.2に対する意見は", 2),
        ("5.2.3に対する個人からの意見は何件ですか", 3),
        ("お手数ですが、5.2.3に対する企業・団体からの意見を教えていただけますでしょうか", 7),
    ],
)
def test_a_list_holds_only_the_comments_asked_for(
    reference: Assistant, question: str, keys: int
) -> None:
    answer = reference.answer(question)
    assert answer.text.count("\n- 意見") == keys
    assert f"{keys}件" in answer.text


def test_a_printed_total_stands_beside_the_counted_one(
    sample: Assistant, reference: Assistant
) -> None:
    assert "公表資料の集計では" in sample.answer("4.1に対する意見は何件ですか").text
    answer = reference.answer("5.2に対する意見は何件ですか").text
    assert "24件" in answer
    assert "23件です。節番号から数えた上の件数とは一致しません" in answer


def test_no_submitter_is_named_for_what_no_comment_on_the_section_says(
    reference: Assistant,
) -> None:
    answer = reference.answer("5.2.3に対する意見で量子暗号を求めたのは誰ですか")
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert answer.citations == ()


def test_the_submitter_of_the_comment_that_holds_the_words(reference: Assistant) -> None:
    answer = reference.answer("5.2.3に対する意見で監査法人のような監査を求めたのは誰ですか")
    assert cited_each_time(answer)[0] == "意見22"
    assert "個人(6)" in answer.text


def test_what_a_section_says_is_no_question_about_comments(reference: Assistant) -> None:
    for question in ("5.1.2の内容は", "5.4.1(2)に意見交換についての記載はありますか"):
        unit = reference.answer(question).citations[0].reference.unit
        assert isinstance(unit, Section)
        assert "意見は" not in reference.answer(question).text


def test_comments_on_another_policy_are_not_taken_for_those_asked_for(
    reference: Assistant,
) -> None:
    records = reference.library.catalog.documents()
    other = next(record for record in records if "取組方針" in record.title)
    answer = reference.answer(f"{other.title}の第1章に対する意見は")
    assert answer.status is not Status.ANSWERED
    assert answer.citations == ()


def test_how_the_text_changed_is_quoted_for_a_sender_and_a_section(reference: Assistant) -> None:
    answer = reference.answer("個人(9)が5.3.1について出した意見を受けて、本文はどう直りましたか")

    cited = {citation.reference.unit.local_id for citation in answer.citations}
    assert "意見25-6" in cited
    assert "5.3.1" in cited
    assert "修正後の文言は" in answer.text
