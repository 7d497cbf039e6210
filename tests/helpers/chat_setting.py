"""Assistants whose answers a scripted server words, and one question to ask of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from assistant.answers import Answer
from assistant.assistant import Assistant
from assistant.chat.model import ChatModel
from assistant.chat.settings import ChatSettings
from assistant.chat.writer import Writer
from index.library import Library
from tests.helpers.chat_server import ChatServer, Reply, Script

QUESTION = "意見1-2の提出者は誰ですか"
Answering = Callable[..., Answer]


def settings_for(server: ChatServer, **limits: Any) -> ChatSettings:
    limits = {"timeout": 20, "retries": 0, "requests_per_minute": 0, "tokens": 400_000, **limits}
    return ChatSettings("openai", "scripted", server.url, **limits)


def worded(library: Library, server: ChatServer, **limits: Any) -> Assistant:
    """An assistant over a library whose answers the server words."""
    settings = settings_for(server, **limits)
    return Assistant(library, Writer(settings, library, ChatModel(settings)))


def says(*lines: str) -> Script:
    """A model that writes these lines, and nothing when asked to repair them."""
    return lambda asked: Reply("" if "<failed>" in asked.last else "\n".join(lines))
