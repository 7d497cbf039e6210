"""What configures a chat model, what is shown of it, and what `tenkyo doctor` finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.chat.model import ChatModel, Message, Role, Spending
from assistant.chat.opening import open_assistant
from assistant.chat.settings import ChatSettings
from index.errors import UsageError
from index.settings import IndexSettings
from prompts.loader import load_prompt
from tests.helpers.chat_server import Reply, chat_server
from tests.helpers.chat_setting import settings_for
from tests.helpers.chat_writers import honest
from ui.answers import answer_lines
from ui.doctor import examine
from ui.terminal import main

PROMPTS = ("write", "write_task", "repair", "rewrite", "agent")


def test_without_a_model_nothing_is_configured(sample: Assistant) -> None:
    assert ChatSettings.from_environment({"TENKYO_CHAT_BASE_URL": "http://x/v1"}) is None
    assert open_assistant(sample.library, {}).writer is None


def test_a_models_name_may_hold_a_colon() -> None:
    settings = ChatSettings.from_environment({"TENKYO_CHAT_MODEL": "openai:qwen:7b"})
    assert settings is not None
    assert (settings.provider, settings.name, settings.model) == (
        "openai", "qwen:7b", "openai:qwen:7b",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TENKYO_CHAT_MODEL", "modelname"),
        ("TENKYO_CHAT_MODEL", "openai:"),
        ("TENKYO_CHAT_BASE_URL", "localhost:8000"),
        ("TENKYO_CHAT_TIMEOUT", "soon"),
        ("TENKYO_CHAT_TIMEOUT", "-1"),
        ("TENKYO_CHAT_TOKENS", "nan"),
        ("TENKYO_CHAT_REWRITE", "maybe"),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str) -> None:
    variables = {"TENKYO_CHAT_MODEL": "openai:x", name: value}
    with pytest.raises(UsageError, match=name):
        ChatSettings.from_environment(variables)


def test_a_password_in_the_address_is_not_shown() -> None:
    variables = {
        "TENKYO_CHAT_MODEL": "openai:x",
        "TENKYO_CHAT_BASE_URL": "https://user:hidden@models.example:8443/v1",
    }
    settings = ChatSettings.from_environment(variables)
    assert settings is not None
    assert "hidden" not in repr(settings)
    assert settings.server == "models.example:8443"


def test_the_settings_reach_the_server(sample: Assistant) -> None:
    with chat_server(honest) as server:
        variables = {
            "TENKYO_CHAT_MODEL": "openai:scripted",
            "TENKYO_CHAT_BASE_URL": server.url,
            "TENKYO_CHAT_ANSWER_TOKENS": "321",
        }
        answer = open_assistant(sample.library, variables).answer("意見1-2の提出者は誰ですか")
        body = server.requests[0].body
    assert answer.chat_model == "openai:scripted"
    assert body["model"] == "scripted"
    assert 321 in (body.get("max_tokens"), body.get("max_completion_tokens"))


def test_a_newer_library_keeps_the_model(sample: Assistant) -> None:
    with chat_server(honest) as server:
        variables = {"TENKYO_CHAT_MODEL": "openai:x", "TENKYO_CHAT_BASE_URL": server.url}
        assistant = open_assistant(sample.library, variables)
    again = assistant.over(sample.library)
    assert assistant.writer is not None
    assert again.writer is not None
    assert again.writer.model is assistant.writer.model


def test_the_tokens_of_a_question_are_counted() -> None:
    with chat_server(lambda _: Reply("はい")) as server:
        model = ChatModel(settings_for(server, answer_tokens=100))
        spending = Spending(250)
        model.text([Message(Role.READER, "あ" * 40)], spending)
        assert (spending.calls, spending.used) == (1, 141)
        assert server.requests[0].messages == ("あ" * 40,)


def test_the_prompts_of_both_languages_take_the_same() -> None:
    for name in PROMPTS:
        japanese, english = (load_prompt(f"{name}_{language}") for language in ("ja", "en"))
        assert japanese.placeholders == english.placeholders, name
        assert japanese.version != english.version or name == "write_task", name


def test_a_placeholder_that_is_forgotten_is_named() -> None:
    with pytest.raises(ValueError, match="question"):
        load_prompt("write_task_ja").fill(units="", findings="", blocks="")


def test_the_rules_hold_no_marker_or_id_that_could_pass_for_a_real_one() -> None:
    for name in PROMPTS:
        for language in ("ja", "en"):
            text = load_prompt(f"{name}_{language}").text
            assert not any(mark in text for mark in ("[1]", "[2]", "[A]", "27-2", "第39回")), name


def test_doctor_finds_everything_well(sample: Assistant) -> None:
    with chat_server(lambda _: Reply("はい")) as server:
        variables = {"TENKYO_CHAT_MODEL": "openai:x", "TENKYO_CHAT_BASE_URL": server.url}
        found = list(examine(sample.library.settings, variables))
        assert len(server.requests) == 1
    assert all(one.is_well for one in found), found
    assert "openai:x" in found[-1].line


def test_doctor_says_what_is_wrong(tmp_path: Path) -> None:
    empty = IndexSettings.from_environment({}, data_dir=tmp_path)
    with chat_server(lambda _: Reply(status=401)) as server:
        variables = {"TENKYO_CHAT_MODEL": "openai:x", "TENKYO_CHAT_BASE_URL": server.url}
        found = list(examine(empty, variables))
    assert not any(one.is_well for one in found)
    assert "鍵" in found[-1].line
    wrong = list(examine(empty, {"TENKYO_CHAT_MODEL": "x"}))[-1]
    assert "TENKYO_CHAT_MODEL" in wrong.line
    assert list(examine(empty, {}))[-1].is_well  # no model is no fault


def test_doctor_ends_with_one_where_something_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["tenkyo", "--data-dir", str(tmp_path), "doctor"])
    monkeypatch.delenv("TENKYO_CHAT_MODEL", raising=False)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    assert "× データ" in capsys.readouterr().out


def test_the_terminal_says_which_model_wrote_or_why_none_did(sample: Assistant) -> None:
    with chat_server(honest) as server:
        variables = {
            "TENKYO_CHAT_MODEL": "openai:x",
            "TENKYO_CHAT_BASE_URL": server.url,
            "TENKYO_CHAT_RETRIES": "0",
        }
        assistant = open_assistant(sample.library, variables)
        question = "意見1-2の提出者は誰ですか"
        assert "openai:x が書き" in answer_lines(assistant.answer(question), sample.library)[0]
        server.script = lambda _: Reply(status=500)
        assert "使えませんでした" in answer_lines(assistant.answer(question), sample.library)[0]
