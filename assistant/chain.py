"""The assistant as LangChain parts: a Runnable chain and a retriever.

The only file of the extractive path that imports langchain_core, so that a cold question
in the terminal, which needs neither tracing nor composing, does not pay for it.
"""

from __future__ import annotations

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as Passage
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda
from pydantic import ConfigDict

from assistant.answers import Answer
from assistant.assistant import Assistant, Question
from index.library import Library


def answer_chain(assistant: Assistant) -> Runnable[Question, Answer]:
    """Understand | gather | write | check, each a step of its own in a trace."""
    return (
        RunnableLambda(assistant.understand, name="understand")
        | RunnableLambda(assistant.gather, name="gather")
        | RunnableLambda(assistant.write, name="write")
        | RunnableLambda(assistant.check, name="check")
    )


class UnitRetriever(BaseRetriever):
    """The library's search as a retriever: one LangChain document a unit.

    Attributes:
        library: What is searched.
        limit: How many units come back, best first.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    library: Library
    limit: int = 10

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Passage]:
        del run_manager
        hits = self.library.search(query, limit=self.limit)
        units = {unit.id: unit for unit in self.library.catalog.units([h.unit_id for h in hits])}
        return [
            Passage(
                id=unit.id,
                page_content=unit.text,
                metadata={"label": unit.label, "kind": unit.kind.value, "score": hit.score},
            )
            for hit in hits
            if (unit := units.get(hit.unit_id)) is not None
        ]
