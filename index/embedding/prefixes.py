"""Words that some model families want before a question or a passage."""

from collections.abc import Mapping
from dataclasses import dataclass

from index.settings import EmbedderSettings

_INSTRUCTION = "Instruct: Given a question, retrieve passages that answer the question\nQuery: "


@dataclass(frozen=True, slots=True)
class Prefixes:
    """Put before a question and before a passage."""

    query: str = ""
    passage: str = ""


# the first family whose name occurs in the model's name counts, so narrower names stand first
_FAMILIES: tuple[tuple[str, Prefixes], ...] = (
    ("ruri-v3", Prefixes("検索クエリ: ", "検索文書: ")),
    ("ruri", Prefixes("クエリ: ", "文章: ")),
    ("e5-large-instruct", Prefixes(_INSTRUCTION, "")),
    ("e5-mistral", Prefixes(_INSTRUCTION, "")),
    ("-e5-", Prefixes("query: ", "passage: ")),
    ("/e5-", Prefixes("query: ", "passage: ")),
    ("glucose-base-ja-v2", Prefixes("query: ", "passage: ")),
    ("snowflake-arctic-embed", Prefixes("query: ", "")),
)


def choose_prefixes(
    name: str, settings: EmbedderSettings, prompts: Mapping[str, str | None] | None = None
) -> Prefixes:
    """Choose the prefixes of a model.

    Args:
        name: Hub name or folder of the model.
        settings: A prefix given here, even an empty one, goes before all else.
        prompts: Those the model itself was saved with; they count where its family is unknown.

    Returns:
        The prefixes, empty for a model of which nothing is known.
    """
    family = _of_family(name) or _of_prompts(prompts or {})
    return Prefixes(
        family.query if settings.query_prefix is None else settings.query_prefix,
        family.passage if settings.passage_prefix is None else settings.passage_prefix,
    )


def _of_family(name: str) -> Prefixes | None:
    lowered = "/" + name.lower()
    return next((prefixes for family, prefixes in _FAMILIES if family in lowered), None)


def _of_prompts(prompts: Mapping[str, str | None]) -> Prefixes:
    return Prefixes(prompts.get("query") or "", prompts.get("document") or "")
