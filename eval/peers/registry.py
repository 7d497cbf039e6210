"""The pipelines by name; a library is imported when its pipeline is asked for."""

from __future__ import annotations

import os
from collections.abc import Callable

from eval.peers.retrieval import BuildPeer
from index.errors import UsageError


def _langchain() -> BuildPeer:
    from eval.peers.langchain_tutorial import LangChainTutorial

    return LangChainTutorial


def _llama_index() -> BuildPeer:
    from eval.peers.llama_index_defaults import LlamaIndexDefaults

    return LlamaIndexDefaults


def _haystack() -> BuildPeer:
    # it reports each use to its makers unless told not to before it is imported
    os.environ.setdefault("HAYSTACK_TELEMETRY_ENABLED", "False")
    from eval.peers.haystack_defaults import HaystackDefaults

    return HaystackDefaults


_PEERS: dict[str, Callable[[], BuildPeer]] = {
    "langchain": _langchain,
    "llama-index": _llama_index,
    "haystack": _haystack,
}


def peer_names() -> tuple[str, ...]:
    """Names of all pipelines, whether or not their libraries are installed."""
    return tuple(_PEERS)


def load_peer(name: str) -> BuildPeer:
    """The pipeline of a name.

    Raises:
        UsageError: There is none of this name, or its library is not installed.
    """
    if name not in _PEERS:
        raise UsageError(f"比較相手「{name}」はありません。使えるのは {'、'.join(_PEERS)} です。")
    try:
        return _PEERS[name]()
    except ModuleNotFoundError as error:
        raise UsageError(
            f"比較相手「{name}」に必要な {error.name} が入っていません。"
            "pip install 'tenkyo[peers]' で入れてください。"
        ) from error
