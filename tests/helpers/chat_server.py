"""An OpenAI-compatible chat server on loopback that answers as a test tells it to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Asked:
    """One request: its messages as texts, and all that was sent."""

    system: str
    messages: tuple[str, ...]
    body: dict[str, Any]
    headers: dict[str, str]

    @property
    def last(self) -> str:
        return self.messages[-1]


@dataclass(frozen=True)
class Reply:
    """What the server does.

    Attributes:
        text: What the model "writes".
        status: HTTP status; from 400 on an error object is sent.
        headers: More headers.
        raw: Sent instead of the events of a stream.
        cut: Close the connection after so many characters, without an end.
        hang: Seconds to wait before anything is sent.
        finish: Why the model stopped.
        tool_calls: Calls of tools, as the API writes them.
    """

    text: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    raw: bytes | None = None
    cut: int | None = None
    hang: float = 0.0
    finish: str = "stop"
    tool_calls: tuple[dict[str, Any], ...] = ()


Script = Callable[[Asked], Reply]


@dataclass
class ChatServer:
    """A running server; `script` may be replaced between requests."""

    script: Script
    requests: list[Asked] = field(default_factory=list)
    url: str = ""


@contextmanager
def chat_server(script: Script) -> Iterator[ChatServer]:
    server = ChatServer(script)
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), _handler(server))
    httpd.daemon_threads = True
    server.url = f"http://127.0.0.1:{httpd.server_address[1]}/v1"
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        httpd.shutdown()
        httpd.server_close()
        thread.join()


def _handler(server: ChatServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def log_message(self, *_: object) -> None:
            pass

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            texts = [(m["role"], _text(m.get("content"))) for m in body["messages"]]
            asked = Asked(
                "\n".join(text for role, text in texts if role == "system"),
                tuple(text for _, text in texts),
                body,
                {name.casefold(): value for name, value in self.headers.items()},
            )
            server.requests.append(asked)
            reply = server.script(asked)
            if reply.hang:
                time.sleep(reply.hang)
            try:
                self._send(reply, streamed=bool(body.get("stream")))
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def _send(self, reply: Reply, *, streamed: bool) -> None:
            data = _data(reply, streamed=streamed)
            self.send_response(reply.status)
            kind = "text/event-stream" if streamed and reply.status < 400 else "application/json"
            self.send_header("Content-Type", kind)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            if reply.cut is not None:
                self.wfile.write(data[: len(data) * reply.cut // 100])
                self.close_connection = True
                return
            self.wfile.write(data)

    return Handler


def _data(reply: Reply, *, streamed: bool) -> bytes:
    if reply.status >= 400:
        return json.dumps({"error": {"message": "sk-secret refused", "type": "x"}}).encode()
    if reply.raw is not None:
        return reply.raw
    return b"".join(_events(reply)) if streamed else json.dumps(_whole(reply)).encode()


def _text(content: Any) -> str:
    if isinstance(content, list):
        return "".join(part.get("text", "") for part in content)
    return content or ""


def _events(reply: Reply) -> Iterator[bytes]:
    pieces = [reply.text[start : start + 400] for start in range(0, len(reply.text), 400)]
    deltas: list[dict[str, Any]] = [{"role": "assistant", "content": piece} for piece in pieces]
    if reply.tool_calls:
        calls = [{"index": place, **call} for place, call in enumerate(reply.tool_calls)]
        deltas = [{"role": "assistant", "tool_calls": calls}]
    for delta in deltas:
        yield _event(delta, None)
    yield _event({}, reply.finish)
    yield b"data: [DONE]\n\n"


def _event(delta: dict[str, Any], finish: str | None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    chunk = {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": "scripted"}
    return f"data: {json.dumps({**chunk, 'choices': [choice]}, ensure_ascii=False)}\n\n".encode()


def _whole(reply: Reply) -> dict[str, Any]:
    message: dict[str, Any] = {"role": "assistant", "content": reply.text}
    if reply.tool_calls:
        message["tool_calls"] = list(reply.tool_calls)
    choice = {"index": 0, "message": message, "finish_reason": reply.finish}
    return {
        "id": "x", "object": "chat.completion", "created": 0, "model": "scripted",
        "choices": [choice],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }  # fmt: skip
