"""The left side: asking, stopping, history, filters, judgements."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from assistant.assistant import Assistant, Gathered, Understood
from eval.candidates import Verdict, load_feedback
from ui.server.settings import ServerSettings

COUNT = "意見は全部で何件ありますか。"
OUTCOME = "意見1-2は反映されましたか。"


@pytest.fixture
def held_back(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Answers are gathered only when the event is set."""
    let_go = threading.Event()
    gather = Assistant.gather

    def waiting(self: Assistant, understood: Understood) -> Gathered:
        let_go.wait(20)
        return gather(self, understood)

    monkeypatch.setattr(Assistant, "gather", waiting)
    yield let_go
    let_go.set()


def test_every_example_is_answered_when_it_is_chosen(visit):
    page = visit().open()
    examples = page.locator("[data-ask]").all_inner_texts()
    assert len(examples) >= 6
    assert page.locator(".personas h3").count() == 3
    page.locator("[data-ask]").first.click()
    turn = page.locator("#log .turn")
    expect(turn.locator(".asked")).to_contain_text(examples[0])
    expect(turn.locator(".badge").first).to_have_text("回答")


def test_words_are_there_before_the_answer_and_the_answer_can_be_stopped(visit, held_back):
    there = visit()
    page = there.open()
    page.locator("#question textarea").fill(COUNT)
    page.get_by_role("button", name="送信").click()
    expect(page.locator("#working .step")).to_contain_text("として調べています")
    expect(page.locator("#working .asked")).to_contain_text(COUNT)
    page.get_by_role("button", name="停止").click()
    expect(page.locator("#log .turn .problem")).to_contain_text("停止しました")
    expect(page.get_by_role("button", name="送信")).to_be_visible()
    held_back.set()
    page.wait_for_timeout(300)
    page.reload()
    expect(page.locator("#log .turn .problem")).to_contain_text("停止しました")
    assert "件" in there.ask(COUNT).locator(".body").inner_text()


def test_enter_chooses_a_word_while_kana_are_converted_and_sends_afterwards(visit):
    page = visit().open()
    field = page.locator("#question textarea")
    field.focus()
    keyboard = page.context.new_cdp_session(page)
    keyboard.send(
        "Input.imeSetComposition", {"text": "いけん", "selectionStart": 3, "selectionEnd": 3}
    )
    enter = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13}
    keyboard.send("Input.dispatchKeyEvent", {"type": "keyDown", "text": "\r", **enter})
    keyboard.send("Input.dispatchKeyEvent", {"type": "keyUp", **enter})
    page.wait_for_timeout(800)
    assert page.locator("#log .turn, #working .turn").count() == 0
    keyboard.send("Input.insertText", {"text": COUNT})
    expect(field).to_have_value(COUNT)
    field.press("Enter")
    expect(page.locator("#log .turn .asked")).to_contain_text(COUNT)


def test_a_follow_up_is_understood_from_the_turn_before(visit):
    there = visit()
    there.open()
    there.ask("意見1-2の提出者は誰ですか。")
    turn = there.ask("それは反映されましたか。")
    expect(turn.locator(".asked")).to_be_in_viewport()
    expect(turn.locator(".badges")).to_contain_text("対応: 修正")
    expect(turn.locator(".understood")).to_contain_text("意見1-2は反映されましたか")


def test_a_history_survives_a_reload_and_a_restart_and_nobody_else_sees_it(
    visit, serve, sample_data
):
    there = visit()
    page = there.open()
    there.ask(COUNT)
    page.get_by_role("button", name="新しい会話").click()
    page.locator("#log .welcome").wait_for()
    there.ask(OUTCOME)
    page.reload()
    expect(page.locator("#log .asked")).to_contain_text(OUTCOME)

    stored = page.evaluate("JSON.stringify(localStorage)")
    restarted = visit(serve(ServerSettings(sample_data)))
    restarted.page.add_init_script(
        f"for (const [name, value] of Object.entries({stored})) localStorage.setItem(name, value)"
    )
    page = restarted.open()
    expect(page.locator("#log .asked")).to_contain_text(OUTCOME)
    page.get_by_role("button", name="これまでの会話").click()
    page.locator("#history").get_by_role("combobox", name="これまでの会話").click()
    page.get_by_role("option", name=COUNT).click()
    expect(page.locator("#log .asked")).to_contain_text(COUNT)
    page.get_by_role("button", name="この会話を消す").click()
    page.locator("#log .welcome").wait_for()

    assert visit().open().locator("#log .turn").count() == 0


def test_a_filter_confines_the_answer_and_is_shown_with_it(visit):
    there = visit()
    page = there.open()
    whole = there.ask(COUNT).locator(".body").inner_text()
    page.get_by_role("button", name="絞り込み").click()
    page.locator("#filters").get_by_role("combobox", name="意見への対応").click()
    page.get_by_role("option", name="修正").click()
    page.keyboard.press("Escape")
    turn = there.ask(COUNT)
    expect(turn.locator("> .note")).to_contain_text("意見への対応: 修正")
    assert turn.locator(".body").inner_text() != whole
    turn.locator("[data-view=grounds]").click()
    expect(page.locator("#source .grounds")).to_contain_text("意見への対応: 修正")
    page.get_by_role("button", name="絞り込みを外す").click()
    assert there.ask(COUNT).locator(".body").inner_text() == whole


def test_a_question_that_cannot_be_answered_says_so_without_a_citation(visit):
    there = visit()
    there.open()
    turn = there.ask("明日の東京の天気を教えてください。")
    expect(turn.locator(".badge").first).to_have_class("badge status-out_of_scope")
    assert turn.locator(".citations").count() == 0
    assert turn.locator("[data-view=table]").count() == 0


def test_a_judgement_is_kept_in_the_form_that_makes_candidates(visit, sample_data):
    there = visit()
    page = there.open()
    turn = there.ask(OUTCOME)
    turn.get_by_role("button", name="人物が違う").click()
    expect(page.locator("#said")).to_contain_text("記録しました")
    expect(turn.get_by_role("button", name="人物が違う")).to_have_attribute("aria-pressed", "true")
    (record,) = load_feedback(sample_data.data_dir / "feedback.jsonl")
    assert (record.question, record.verdict, record.comment) == (
        OUTCOME,
        Verdict.DOWN,
        "人物が違う",
    )
    assert any("意見1-2" in unit for unit in record.citations)
    page.reload()
    page.get_by_role("tab", name="文書").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="評価の候補として書き出す").click()
    written = download.value.path().read_text(encoding="utf-8")
    assert OUTCOME in written
    assert "TODO" in written


def test_the_english_page_shares_the_history_and_says_all_but_the_documents_in_english(visit):
    there = visit(locale="en-US")
    page = there.open()
    there.ask(OUTCOME)
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en**")
    expect(page.locator("#log .asked")).to_contain_text(OUTCOME)
    assert page.evaluate("document.documentElement.lang") == "en"
    expect(page.locator("#log .badges")).to_contain_text("Outcome: revised")
    for name in ("Send", "Filters", "Earlier conversations"):
        expect(page.get_by_role("button", name=name)).to_be_visible()
    page.locator("#log a.marker").first.click()
    expect(page.locator("#source .facts")).to_contain_text("Submitted by")
