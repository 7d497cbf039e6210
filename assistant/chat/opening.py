"""An assistant as the environment configures it: with a chat model, or without."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.assistant import Assistant
from assistant.chat.settings import ChatSettings
from index.library import Library


def open_assistant(library: Library, environment: Mapping[str, str] | None = None) -> Assistant:
    """An assistant over a library, wording its answers where `TENKYO_CHAT_MODEL` is set.

    Args:
        library: What is asked about.
        environment: Variables to read, the process's own by default.

    Raises:
        UsageError: A setting is not of its form.
    """
    settings = ChatSettings.from_environment(environment)
    if settings is None:
        return Assistant(library)
    # imported here since most questions are answered without a model
    from assistant.chat.model import ChatModel
    from assistant.chat.writer import Writer

    return Assistant(library, Writer(settings, library, ChatModel(settings)))
