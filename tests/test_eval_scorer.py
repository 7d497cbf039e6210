"""What passes, what must never happen, and files that are not what they should be."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import understanding
from assistant.assistant import Assistant
from eval.cases import Case, CaseSet
from eval.metrics.context import KnownUnit, ScoringContext
from eval.provenance import (
    SCORER_VERSION,
    cases_hash,
    code_hash,
    load_provenance,
    provenance_of,
    provenance_path,
    write_provenance,
)
from eval.records import Provenance, Result, Score, ViolationKind
from eval.results import load_results, load_score, save_score
from eval.scorer import score_run
from index.errors import UsageError

TURN, PLAN = "会議-第1回#2-発言1", "計画#3.1"
TEXTS = {TURN: "窓口を土曜日も開けるべきだ。", PLAN: "窓口を市役所の二階に置く。"}
CONTEXT = ScoringContext.of((KnownUnit(one, None, text, text) for one, text in TEXTS.items()))
MADE_WITH = Provenance("", "", "corpus", "index", "prompts", "embedder", None, "")
CASE = Case.model_validate(
    {
        "id": "c1",
        "question": "誰が求めましたか。",
        "kind": "who",
        "split": "smoke",
        "answerable": "partial",
        "status": "partial",
        "citations": {"required": [[TURN], [PLAN]], "forbidden": ["計画#9"]},
        "nuggets": [{"any_of": ["土曜日"]}, {"any_of": ["日曜日"], "weight": "okay"}],
        "forbidden": ["三階"],
        "attribution": {"level": "none"},
    }
)
REFUSED = Case.model_validate(
    {"id": "c2", "question": "明日の天気は。", "answerable": "no", "status": "out_of_scope"}
)
SET = CaseSet(set="small", cases=(CASE, REFUSED))
GOOD = Result.model_validate(
    {
        "id": "c1",
        "question": CASE.question,
        "status": "partial",
        "answer": "土曜日の話です。[1][2]",
        "citations": [
            {"n": 1, "id": TURN, "quote": "土曜日も開ける", "text": TEXTS[TURN]},
            {"n": 2, "id": PLAN, "quote": "窓口を 市役所", "text": TEXTS[PLAN]},
        ],
        "retrieved": [TURN, PLAN],
    }
)
RIGHT_REFUSAL = Result(
    id="c2", question=REFUSED.question, status="out_of_scope", answer="対象外です。"
)


def scored(*results: Result) -> Score:
    return score_run(SET, results, CONTEXT, MADE_WITH)


def changed(**fields: object) -> Score:
    return scored(Result.model_validate({**GOOD.model_dump(), **fields}), RIGHT_REFUSAL)


def kinds(score: Score) -> list[ViolationKind]:
    return [violation.kind for violation in score.violations]


def cited(**fields: object) -> list[dict[str, object]]:
    first, second = (citation.model_dump() for citation in GOOD.citations)
    return [{**first, **fields}, second]


def test_a_right_answer_and_a_right_refusal_pass() -> None:
    score = scored(RIGHT_REFUSAL, GOOD)
    assert [(case.case_id, case.passed) for case in score.cases] == [("c1", True), ("c2", True)]
    assert score.violations == ()
    assert score.errors == ()
    first = score.cases[0]
    assert (first.split, first.cluster, first.question) == ("smoke", "会議-第1回", CASE.question)
    assert score.cases[1].cluster != first.cluster


def test_answered_passes_too_where_the_documents_answer_in_part() -> None:
    assert changed(status="answered").cases[0].passed
    assert not changed(status="not_in_documents").cases[0].passed


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"status": "ambiguous"}, "状態"),
        ({"answer": "日曜日の話です。[1][2]"}, "土曜日"),
        ({"citations": cited()[:1], "answer": "土曜日の話です。[1]"}, PLAN),
    ],
)
def test_what_is_missing_fails_and_is_told(fields: dict[str, object], reason: str) -> None:
    score = changed(**fields)
    assert not score.cases[0].passed
    assert reason in "".join(score.cases[0].reasons)
    assert score.violations == ()


def test_an_okay_fact_may_be_missing() -> None:
    assert "日曜日" not in GOOD.answer
    assert scored(GOOD, RIGHT_REFUSAL).cases[0].passed


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"retrieved": [TURN, "計画#77"]}, ViolationKind.INVALID_ID),
        ({"citations": cited(quote="日曜日も開ける")}, ViolationKind.INVENTED_QUOTE),
        (
            {"citations": cited(speaker={"person": "青木", "basis": "printed"})},
            ViolationKind.FALSE_NAME,
        ),
        ({"answer": "土曜日に三階です。[1][2]"}, ViolationKind.FORBIDDEN_FACT),
    ],
)
def test_what_must_never_happen_fails_the_case(
    fields: dict[str, object], kind: ViolationKind
) -> None:
    score = changed(**fields)
    assert kinds(score) == [kind]
    assert not score.cases[0].passed


def test_a_forbidden_citation_is_a_violation() -> None:
    context = ScoringContext.of((*CONTEXT.units.values(), KnownUnit("計画#9", None, "別", "別")))
    third = {"n": 3, "id": "計画#9", "quote": "別", "text": "別"}
    result = Result.model_validate({**GOOD.model_dump(), "citations": [*cited(), third]})
    score = score_run(SET, (result, RIGHT_REFUSAL), context, MADE_WITH)
    assert [(one.kind, one.detail) for one in score.violations] == [
        (ViolationKind.FORBIDDEN_FACT, "計画#9")
    ]


def test_a_failed_call_is_an_error_and_never_a_pass_even_where_nothing_is_asked_for() -> None:
    asked = CaseSet(cases=(Case(id="c2", question=REFUSED.question),))
    score = score_run(asked, (Result(id="c2", error="接続できません"),), CONTEXT, MADE_WITH)
    assert score.errors == ("c2",)
    assert score.violations == ()
    assert not score.cases[0].passed
    assert {metric.mean for metric in score.metrics} == {None}


def test_a_missing_case_is_a_violation_and_no_error() -> None:
    score = scored(GOOD)
    assert [(one.case_id, one.kind) for one in score.violations] == [
        ("c2", ViolationKind.MISSING_CASE)
    ]
    assert score.errors == ()
    assert not score.cases[1].passed


def test_results_of_another_set_are_refused() -> None:
    with pytest.raises(UsageError, match="c9"):
        scored(GOOD, RIGHT_REFUSAL, Result(id="c9"))
    with pytest.raises(UsageError, match="c1"):
        changed(question="別の問いですか。")


def test_the_score_says_which_cases_and_scorer_made_it_and_keeps_the_rest() -> None:
    found = scored(GOOD, RIGHT_REFUSAL).provenance
    assert found == replace(
        MADE_WITH, set_name="small", cases=cases_hash(SET), scorer=SCORER_VERSION
    )
    other = CASE.model_copy(update={"forbidden": ()})
    assert cases_hash(CaseSet(set="small", cases=(other, REFUSED))) != found.cases


def test_a_score_comes_back_as_it_was_written(tmp_path: Path) -> None:
    score = scored(GOOD, Result(id="c2", error="失敗"))
    save_score(score, tmp_path / "score.json")
    assert load_score(tmp_path / "score.json") == score


def test_a_file_that_is_no_score_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "score.json"
    path.write_text('{"provenance": {}}', encoding="utf-8")
    with pytest.raises(UsageError, match=r"score\.json"):
        load_score(path)
    with pytest.raises(UsageError, match="読めません"):
        load_score(tmp_path / "none.json")


def results_file(folder: Path, *lines: str) -> Path:
    path = folder / "results.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_results_are_read_with_fields_that_are_not_ours(tmp_path: Path) -> None:
    line = json.dumps({**GOOD.model_dump(), "models": {"chat": None}}, ensure_ascii=False)
    path = results_file(tmp_path, line, "", '{"id": "c2", "answer": "改行\u2028のある答え"}')
    first, second = load_results(path)
    assert first == GOOD
    assert second.answer == "改行\u2028のある答え"


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (('{"id": "c1"}', '{"id": "c2"'), "2行目"),
        (('{"question": "誰"}',), "1行目.*id"),
        (('{"id": "c1"}', "", '{"id": "c1"}'), "3行目.*c1"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, lines: tuple[str, ...], place: str) -> None:
    with pytest.raises(UsageError, match=place):
        load_results(results_file(tmp_path, *lines))


def test_the_provenance_lies_beside_the_results(tmp_path: Path) -> None:
    path = results_file(tmp_path, '{"id": "c1"}')
    assert load_provenance(path) is None
    write_provenance(MADE_WITH, path)
    assert load_provenance(path) == MADE_WITH
    assert provenance_path(path).name == "results.jsonl.meta.json"
    provenance_path(path).write_text("{}", encoding="utf-8")
    with pytest.raises(UsageError, match=r"meta\.json"):
        load_provenance(path)


def test_a_change_of_a_module_deep_in_a_package_changes_the_hash_of_its_code(
    tmp_path: Path,
) -> None:
    deep = tmp_path / "steps" / "deep"
    deep.mkdir(parents=True)
    (deep / "step.py").write_text("ANSWER = 1\n", encoding="utf-8")
    (deep / "words.tsv").write_text("語\tword\n", encoding="utf-8")
    first = code_hash(tmp_path)
    (deep / "step.pyc").write_bytes(b"\0")
    assert code_hash(tmp_path) == first
    (deep / "step.py").write_text("ANSWER = 2\n", encoding="utf-8")
    second = code_hash(tmp_path)
    (deep / "words.tsv").write_text("語\tterm\n", encoding="utf-8")
    third = code_hash(tmp_path)
    (deep / "step.py").rename(deep / "other.py")
    assert len({first, second, third, code_hash(tmp_path)}) == 4


def test_the_provenance_covers_the_packages_of_the_assistant(sample: Assistant) -> None:
    whole = code_hash(Path(understanding.__file__).parents[1])
    assert provenance_of(sample.library, SET, "small").assistant == whole


def test_the_provenance_of_a_library_tells_cases_apart_but_not_where_files_lie(sample) -> None:
    first = provenance_of(sample.library, SET, "small")
    assert first == provenance_of(sample.library, SET, "small")
    assert first.embedder == sample.library.embedder_name
    assert first.scorer == SCORER_VERSION
    fewer = provenance_of(sample.library, CaseSet(set="small", cases=(CASE,)), "small")
    assert fewer.cases != first.cases
    assert replace(fewer, cases=first.cases) == first
