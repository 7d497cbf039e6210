"""`tenkyo ui`, `tenkyo mcp` and `tenkyo users` as a person runs them."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import anyio
import httpx
import pytest
from starlette.responses import HTMLResponse
from starlette.types import Message
from typer.testing import CliRunner

from index.settings import IndexSettings
from tests.helpers.commands import STARTED
from ui.server.access.headers import SecurityHeaders
from ui.server.access.users import Users
from ui.terminal import app


def command(data_dir: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-c", STARTED, "--data-dir", str(data_dir), *arguments]


def environment() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("TENKYO_")}
    return {**kept, "PYTHONUTF8": "1"}


def run(data_dir: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(data_dir, *arguments),
        capture_output=True,
        text=True,
        env=environment(),
        cwd=Path(__file__).parents[1],
        check=False,
    )


@pytest.fixture
def started(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """The server on an empty data directory."""
    with subprocess.Popen(
        command(tmp_path, "ui", "--port", "0"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
        cwd=Path(__file__).parents[1],
    ) as process:
        yield process
        process.kill()


def test_the_server_indexes_the_samples_says_where_it_is_and_ends_when_told(
    started: subprocess.Popen[str],
) -> None:
    assert started.stderr is not None
    said = iter(started.stderr)
    address = next(filter(None, (re.search(r"http://127\.0\.0\.1:\d+", line) for line in said)))
    documents = httpx.get(f"{address.group()}/api/documents", timeout=60).json()
    assert documents["total"] == 4
    assert all(document["sample"] for document in documents["documents"])
    started.send_signal(signal.SIGTERM)
    output, rest = started.communicate(timeout=60)
    assert output == ""
    assert "Traceback" not in rest


def test_listening_for_others_without_users_is_refused_before_any_work(tmp_path: Path) -> None:
    done = run(tmp_path, "ui", "--host", "0.0.0.0", "--port", "0")
    assert done.returncode == 2
    assert "tenkyo users add" in done.stderr
    assert not any(tmp_path.iterdir())


def test_a_port_that_is_taken_is_an_error_that_says_so(sample_data: IndexSettings) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run(sample_data.data_dir, "ui", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr


def test_users_are_added_with_a_password_typed_twice_listed_and_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter(["a long password", "a long password", "one long password", "another one"])
    monkeypatch.setattr("ui.serving.getpass", lambda prompt: next(typed))
    runner = CliRunner()

    def users(*arguments: str) -> str:
        done = runner.invoke(app, ["--data-dir", str(tmp_path), "users", *arguments])
        assert done.exit_code == 0, done.output
        return done.stdout

    users("add", "hanako")
    assert Users(tmp_path).by_password("hanako", "a long password") == "hanako"
    with pytest.raises(AssertionError):
        users("add", "taro")
    token = users("token", "hanako").strip()
    assert Users(tmp_path).by_token(token) == "hanako"
    assert users("list").splitlines() == ["hanako　トークン 1"]
    users("remove", "hanako")
    assert Users(tmp_path).by_token(token) is None


def policy_of(page: str, path: str) -> str:
    """The policy that a page of Gradio is sent with."""
    sent: list[Message] = []

    async def received() -> Message:
        return {"type": "http.request"}

    async def kept(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "path": path, "method": "GET", "headers": []}
    anyio.run(SecurityHeaders(HTMLResponse(page)), scope, received, kept)
    assert b"".join(message.get("body", b"") for message in sent) == page.encode()
    return dict(sent[0]["headers"])[b"content-security-policy"].decode()


def test_inline_scripts_of_the_page_run_by_their_hash_and_no_others() -> None:
    page = '<script>start("<b>")</script><p onclick="x()">文</p><script src="/a.js"></script>'
    policy = policy_of(page, "/")
    assert policy.count("sha256-") == 1
    digest = base64.b64encode(hashlib.sha256(b'start("<b>")').digest()).decode()
    assert f"'sha256-{digest}'" in policy
    assert "script-src 'self' 'unsafe-inline'" not in policy
    assert "sha256-" not in policy_of(page, "/api/x")
