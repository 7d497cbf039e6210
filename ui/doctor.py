"""`tenkyo doctor`: looks at everything an answer needs, and says what to do where it fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from assistant.chat.settings import ChatSettings
from index.errors import TenkyoError
from index.library import Library
from index.settings import IndexSettings


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one place.

    Attributes:
        is_well: Whether nothing need be done.
        line: For the reader: what was looked at, what was found, what to do.
    """

    is_well: bool
    line: str


def examine(
    settings: IndexSettings, environment: Mapping[str, str] | None = None
) -> Iterator[Found]:
    """Look at the data folder, the index, the embedder and the chat model, in this order.

    Args:
        settings: Where the data lies, and the embedder.
        environment: Where the chat model is configured, the process's own by default.
    """
    yield _looked("データ", lambda: _data(settings))
    yield _looked("索引", lambda: _index(settings))
    yield _looked("埋め込み", lambda: _embedder(settings))
    yield _looked("会話モデル", lambda: _chat_model(environment))


def _looked(place: str, look: Callable[[], str]) -> Found:
    try:
        return Found(is_well=True, line=f"○ {place}: {look()}")
    except TenkyoError as error:
        return Found(is_well=False, line=f"× {place}: {error}")


def _data(settings: IndexSettings) -> str:
    with Library.open(settings) as library:
        count = len(library.catalog.documents())
    return f"{settings.data_dir} に文書が{count}件あります。"


def _index(settings: IndexSettings) -> str:
    with Library.open(settings) as library:
        library.check()
        return f"目録と一致しています（世代 {library.state.generation}）。"


def _embedder(settings: IndexSettings) -> str:
    with Library.open(settings) as library:
        library.search("点検", limit=1)
        return f"{library.embedder_name} で検索できます。"


def _chat_model(environment: Mapping[str, str] | None) -> str:
    settings = ChatSettings.from_environment(environment)
    if settings is None:
        return "設定されていません（文書の抜粋で答えます。使うには TENKYO_CHAT_MODEL を設定）。"
    from assistant.chat.model import ChatModel, Message, Role, Spending

    model = ChatModel(settings)
    spending = Spending(settings.tokens)
    model.text([Message(Role.READER, "「はい」とだけ答えてください。")], spending)
    where = f"（{settings.server}）" if settings.server else ""
    return f"{settings.model}{where} が答えました。"
