"""Assistants whose answers a scripted server words."""

from __future__ import annotations

from typing import Any

from assistant.assistant import Assistant
from assistant.chat.model import ChatModel
from assistant.chat.settings import ChatSettings
from assistant.chat.writer import Writer
from index.library import Library
from tests.chat_server import ChatServer


def settings_for(server: ChatServer, **limits: Any) -> ChatSettings:
    limits = {"timeout": 20, "retries": 0, "requests_per_minute": 0, "tokens": 400_000, **limits}
    return ChatSettings("openai", "scripted", server.url, **limits)


def worded(library: Library, server: ChatServer, **limits: Any) -> Assistant:
    """An assistant over a library whose answers the server words."""
    settings = settings_for(server, **limits)
    return Assistant(library, Writer(settings, library, ChatModel(settings)))
