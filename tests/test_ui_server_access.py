"""Nobody comes in who may not: pages, API, MCP and schemas, by cookie, token, host and origin."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from index.settings import IndexSettings
from tests.helpers.server_visitors import BEARER, PASSWORD, TOKEN, audited
from ui.server.access.lockout import Lockout
from ui.server.access.users import Users
from ui.server.settings import ServerSettings

PATHS = [
    "/",
    "/openapi.json",
    "/api/documents",
    "/api/units/x",
    "/mcp",
    "/doc/x",
    "/gradio_api/info",
    "/nothing",
]


@pytest.fixture(scope="module")
def guarded(serve: Callable[[ServerSettings], str], sample_data: IndexSettings) -> str:
    """A server on loopback that asks who one is, since there are a user and a token."""
    Users(sample_data.data_dir).add("hanako", PASSWORD)
    return serve(ServerSettings(sample_data, token=TOKEN, lockout_failures=3, upload_bytes=200_000))


def log_in(client: httpx.Client, name: str, password: str, **form: str) -> httpx.Response:
    return client.post("/login", data={"username": name, "password": password, **form})


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
def test_no_path_answers_somebody_unknown(path: str, method: str, guarded: str) -> None:
    response = httpx.request(method, guarded + path)
    assert response.status_code == 401
    assert response.headers["www-authenticate"].startswith("Bearer")
    assert "トークン" in response.json()["detail"]


@pytest.mark.parametrize("token", ["a b", "wrong", TOKEN[:-1], TOKEN + "x", "null"])
def test_a_wrong_token_is_no_token(token: str, guarded: str) -> None:
    headers = {"Authorization": f"Bearer {token}"}
    assert httpx.get(f"{guarded}/api/documents", headers=headers).status_code in (401, 429)


def test_the_token_opens_the_api_and_its_schema(
    serve: Callable[[ServerSettings], str], sample_data: IndexSettings
) -> None:
    address = serve(ServerSettings(sample_data, token=TOKEN))
    for path in ("/api/documents", "/openapi.json"):
        assert httpx.get(address + path, headers=BEARER).status_code == 200


def test_a_token_of_a_user_works_until_the_user_is_removed(
    serve: Callable[[ServerSettings], str], sample_data: IndexSettings
) -> None:
    users = Users(sample_data.data_dir)
    users.add("taro", PASSWORD)
    headers = {"Authorization": f"Bearer {users.give_token('taro')}"}
    address = serve(ServerSettings(sample_data))
    with httpx.Client(base_url=address, headers=headers) as client:
        assert client.get("/api/documents").status_code == 200
        users.remove("taro")
        assert client.get("/api/documents").status_code == 401


def test_people_are_led_to_the_login_page_and_back(guarded: str) -> None:
    with httpx.Client(base_url=guarded, follow_redirects=False) as client:
        sent = client.get("/api/documents?kinds=comment", headers={"Accept": "text/html"})
        assert sent.status_code == 303
        page = client.get(sent.headers["location"])
        assert 'name="password" type="password"' in page.text
        assert client.get("/login/login.css").status_code == 200
        wanted = "/api/documents?kinds=comment"
        assert f'value="{wanted}"' in page.text
        done = log_in(client, "hanako", PASSWORD, next=wanted)
        assert (done.status_code, done.headers["location"]) == (303, wanted)
        cookie = done.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=lax" in cookie
        assert client.get(wanted).json()["total"] == 1
        client.post("/logout")
        assert client.get(wanted).status_code == 401


@pytest.mark.parametrize(
    "wanted",
    ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/\tx"],
)
def test_the_login_page_leads_nowhere_else(wanted: str, guarded: str) -> None:
    with httpx.Client(base_url=guarded) as client:
        assert log_in(client, "hanako", PASSWORD, next=wanted).headers["location"] == "/"


def test_the_login_page_escapes_what_it_is_given(guarded: str) -> None:
    page = httpx.get(f"{guarded}/login", params={"next": '/"><script>alert(1)</script>'})
    assert page.status_code == 200
    assert "<script>" not in page.text


def test_a_forged_or_stale_cookie_is_nobody(guarded: str, sample_data: IndexSettings) -> None:
    with httpx.Client(base_url=guarded) as client:
        client.cookies.set("tenkyo_session", "WyJoYW5ha28iLCJ4Il0.aaaa.bbbb")
        assert client.get("/api/documents").status_code == 401
    with httpx.Client(base_url=guarded) as client:
        log_in(client, "hanako", PASSWORD)
        assert client.get("/api/documents").status_code == 200
        Users(sample_data.data_dir).add("hanako", PASSWORD + "!")
        assert client.get("/api/documents").status_code == 401
        Users(sample_data.data_dir).add("hanako", PASSWORD)


def test_repeated_failures_lock_a_name_out_even_with_the_right_password(
    serve: Callable[[ServerSettings], str], sample_data: IndexSettings
) -> None:
    Users(sample_data.data_dir).add("jiro", PASSWORD)
    address = serve(ServerSettings(sample_data, lockout_failures=3))
    with httpx.Client(base_url=address) as client:
        statuses = [log_in(client, "jiro", "wrong").status_code for _ in range(3)]
        assert statuses == [401, 401, 429]
        refused = log_in(client, "jiro", PASSWORD)
        assert refused.status_code == 429
        assert int(refused.headers["retry-after"]) > 0
        assert log_in(client, "hanako", PASSWORD).status_code == 303
    failures = [line for line in audited(sample_data) if line["event"] == "login_failed"]
    assert [line["user"] for line in failures].count("jiro") == 3
    assert PASSWORD not in json.dumps(audited(sample_data), ensure_ascii=False)


def test_repeated_wrong_tokens_lock_an_address_out(
    serve: Callable[[ServerSettings], str], sample_data: IndexSettings
) -> None:
    address = serve(ServerSettings(sample_data, token=TOKEN, lockout_failures=2))
    wrong = {"Authorization": "Bearer wrong"}
    statuses = [httpx.get(f"{address}/mcp", headers=wrong).status_code for _ in range(9)]
    assert statuses == [401] * 8 + [429]


def test_a_lock_ends_and_a_success_forgets_failures() -> None:
    now = 0.0
    lockout = Lockout(2, 60, lambda: now)
    lockout.failed("a", "x")
    lockout.succeeded("a", "x")
    lockout.failed("a", "x")
    assert lockout.wait("a", "x") == 0
    lockout.failed("a", "x")
    assert (lockout.wait("a", "x"), lockout.wait("b", "x")) == (60, 0)
    now = 61.0
    assert lockout.wait("a", "x") == 0


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "evil.example:7860", ""]
)
def test_a_name_that_is_not_ours_is_refused_on_loopback(
    host: str, serve: Callable[[ServerSettings], str], sample_data: IndexSettings
) -> None:
    address = serve(ServerSettings(sample_data, token=TOKEN))
    headers = {**BEARER, "Host": host}
    refused = httpx.get(f"{address}/api/documents", headers=headers)
    assert refused.status_code in (400, 421)
    assert "documents" not in refused.text


def test_a_configured_name_is_answered(
    serve: Callable[[ServerSettings], str], sample_data: IndexSettings
) -> None:
    settings = ServerSettings(sample_data, token=TOKEN, allowed_hosts=("tenkyo.example",))
    headers = {**BEARER, "Host": "tenkyo.example:8080"}
    assert httpx.get(f"{serve(settings)}/api/documents", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_page_of_another_site_cannot_act_for_a_person(
    headers: dict[str, str], serve: Callable[[ServerSettings], str], tmp_path: Path
) -> None:
    address = serve(ServerSettings(IndexSettings(tmp_path)))
    files = {"files": ("a.txt", "第1回会合".encode())}
    for request in (
        httpx.Request("POST", f"{address}/api/documents", files=files, headers=headers),
        httpx.Request("DELETE", f"{address}/api/documents/x", headers=headers),
        httpx.Request("POST", f"{address}/login", data={"username": "a"}, headers=headers),
    ):
        with httpx.Client() as client:
            assert client.send(request).status_code == 403
    assert not (tmp_path / "uploads").exists()


@pytest.mark.parametrize("path", ["/login", "/api/documents", "/openapi.json", "/nothing"])
def test_every_response_carries_the_security_headers(path: str, guarded: str) -> None:
    headers = httpx.get(guarded + path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    if path != "/nothing":
        assert "unsafe" not in headers["content-security-policy"]
