"""Users, the log of what they asked, and the settings that say who may come in."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from index.errors import StoreError, UsageError
from index.settings import IndexSettings
from tests.helpers.server_visitors import BEARER, PASSWORD, TOKEN, audited
from ui.server.access.setup import access_of
from ui.server.access.users import Users
from ui.server.audit import AuditLog
from ui.server.settings import ServerSettings


def test_listening_for_others_needs_a_user_or_a_token(tmp_path: Path) -> None:
    settings = ServerSettings(IndexSettings(tmp_path), host="0.0.0.0")
    with pytest.raises(UsageError, match="tenkyo users add"):
        access_of(settings)
    with pytest.raises(UsageError, match="16文字以上"):
        access_of(replace(settings, token="short"))
    assert access_of(replace(settings, token=TOKEN)).required
    behind_proxy = ServerSettings(IndexSettings(tmp_path), allowed_hosts=("tenkyo.example",))
    with pytest.raises(UsageError, match="tenkyo users add"):
        access_of(behind_proxy)
    Users(tmp_path).add("hanako", PASSWORD)
    assert access_of(settings).required
    assert access_of(behind_proxy).required


@pytest.mark.parametrize(
    ("host", "alone"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("127.8.8.8", True),
        ("0.0.0.0", False),
        ("::", False),
        ("", False),
        ("192.168.0.5", False),
        ("localhost.example", False),
    ],
)
def test_only_loopback_addresses_are_taken_for_loopback(host: str, alone: bool) -> None:
    assert ServerSettings(IndexSettings(Path()), host=host).on_loopback is alone


def test_passwords_are_kept_as_salted_hashes_for_the_owner_only(tmp_path: Path) -> None:
    users = Users(tmp_path)
    users.add("hanako", PASSWORD)
    users.add("taro", PASSWORD)
    token = users.give_token("taro")
    written = users.path.read_text(encoding="utf-8")
    assert PASSWORD not in written
    assert token not in written
    hashes = {user.password for user in users.all()}
    assert len(hashes) == 2
    assert all(held.startswith("$argon2id$") for held in hashes)
    assert stat.S_IMODE(users.path.stat().st_mode) == 0o600
    assert users.by_password("hanako", PASSWORD) == "hanako"
    assert users.by_password("hanako", PASSWORD + " ") is None
    assert users.by_password("nobody", PASSWORD) is None


@pytest.mark.parametrize(
    ("name", "password"), [("a b", PASSWORD), ("", PASSWORD), ("token", PASSWORD), ("a", "short")]
)
def test_a_name_or_password_that_will_not_do_is_refused(
    name: str, password: str, tmp_path: Path
) -> None:
    with pytest.raises(UsageError):
        Users(tmp_path).add(name, password)


def test_a_damaged_users_file_lets_nobody_in(tmp_path: Path) -> None:
    (tmp_path / "users.json").write_text("{", encoding="utf-8")
    with pytest.raises(StoreError, match=r"users\.json"):
        access_of(ServerSettings(IndexSettings(tmp_path), host="0.0.0.0"))


def test_the_log_holds_questions_and_cited_ids_for_its_owner_only(
    serve: Callable[[ServerSettings], str], sample_data: IndexSettings
) -> None:
    address = serve(ServerSettings(sample_data, token=TOKEN))
    question = "意見1-2の提出者は誰ですか"
    answer = httpx.post(f"{address}/api/ask", json={"question": question}, headers=BEARER).json()
    lines = [line for line in audited(sample_data) if line.get("question") == question]
    assert [line["event"] for line in lines] == ["question", "answer"]
    assert lines[1]["citations"] == [answer["citations"][0]["id"]]
    assert {line["user"] for line in lines} == {"token"}
    (path,) = (sample_data.data_dir / "audit").iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_line_cannot_be_forged_by_a_question(tmp_path: Path) -> None:
    log = AuditLog(tmp_path, 30)
    log.write("question", "x", question='a\n{"event": "login"}\u2028')
    (path,) = (tmp_path / "audit").iterdir()
    assert [json.loads(line)["event"] for line in path.read_text().split("\n") if line] == [
        "question"
    ]


def test_the_log_of_old_days_is_deleted_and_newer_ones_stay(tmp_path: Path) -> None:
    day = datetime(2030, 1, 1, tzinfo=UTC)
    for days in (0, 5, 10, 11):
        AuditLog(tmp_path, 10, lambda days=days: day + timedelta(days=days)).write("login", "x")
    kept = sorted(path.name for path in (tmp_path / "audit").iterdir())
    assert kept == ["2030-01-06.jsonl", "2030-01-11.jsonl", "2030-01-12.jsonl"]


def test_settings_are_read_from_the_environment_and_checked() -> None:
    index = IndexSettings(Path())
    given = {
        "TENKYO_SERVER_HOST": "0.0.0.0",
        "TENKYO_SERVER_PORT": "80",
        "TENKYO_SERVER_CONCURRENCY": "8",
        "TENKYO_SERVER_ALLOWED_HOSTS": "a.example, b.example",
        "TENKYO_SERVER_SECURE_COOKIE": "on",
    }
    read = ServerSettings.from_environment(index, given, port=81)
    assert (read.host, read.port, read.concurrency) == ("0.0.0.0", 81, 8)
    assert read.allowed_hosts == ("a.example", "b.example")
    assert read.secure_cookie
    for wrong in ({"TENKYO_SERVER_PORT": "99999"}, {"TENKYO_SERVER_SECURE_COOKIE": "maybe"}):
        with pytest.raises(UsageError, match=next(iter(wrong))):
            ServerSettings.from_environment(index, wrong)
