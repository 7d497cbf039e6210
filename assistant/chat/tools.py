"""The queries over the documents as LangChain tools: typed arguments, text as the result."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from html import escape
from threading import Lock
from typing import TYPE_CHECKING

from assistant.answers import Claim
from assistant.corpus_queries import CommentFilter, CorpusQueries, Found
from assistant.written import StepTaken
from index.documents import Outcome, SubmitterKind, Unit
from index.errors import UsageError

if TYPE_CHECKING:
    from langchain_core.tools import BaseTool

_LONGEST = 4_000  # characters of a result that a model reads


@dataclass
class StepRecord:
    """What the tools were called for while one question was answered.

    Attributes:
        steps: The calls, in order.
        figures: Claims that count or list, for code to set.
        units: Units that were found or read.
    """

    steps: list[StepTaken] = field(default_factory=list)
    figures: list[Claim] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def take(
        self, tool: str, query: Callable[[], Found], *, figures: bool, **arguments: object
    ) -> str:
        """Run a query, remember it, and give its result as data."""
        try:
            found = query()
        except UsageError as error:
            return f"<error>{escape(str(error), quote=False)}</error>"
        given = {name: value for name, value in arguments.items() if value is not None}
        with self._lock:
            ids = tuple(unit.id for unit in found.units)
            written = json.dumps(given, ensure_ascii=False, default=str)
            self.steps.append(StepTaken(len(self.steps) + 1, tool, written, ids))
            if figures:
                self.figures += found.claims
            else:
                self.units += found.units
        return f"<result>\n{escape(found.text[:_LONGEST], quote=False)}\n</result>"


def corpus_tools(queries: CorpusQueries, record: StepRecord) -> list[BaseTool]:
    """The tools of one question; what they are called for is kept in the record."""
    from langchain_core.tools import StructuredTool

    def search(question: str, document: str | None = None, limit: int = 5) -> str:
        """Search the documents; `document` is the id of one of them."""
        return record.take(
            "search",
            lambda: queries.search(question, limit, document),
            figures=False, question=question, document=document, limit=limit,
        )  # fmt: skip

    def read_unit(unit_id: str) -> str:
        """Read one unit by the id that another tool gave."""
        return record.take(
            "read_unit", lambda: queries.read_unit(unit_id), figures=False, unit_id=unit_id
        )

    def list_comments(
        submitter: str | None = None,
        kind: SubmitterKind | None = None,
        section: str | None = None,
        outcome: Outcome | None = None,
    ) -> str:
        """List the public comments that meet all that is given."""
        wanted = CommentFilter(submitter, kind, section, outcome)
        return record.take(
            "list_comments", lambda: queries.list_comments(wanted), figures=True, **asdict(wanted)
        )

    def count(
        submitter: str | None = None,
        kind: SubmitterKind | None = None,
        section: str | None = None,
        outcome: Outcome | None = None,
    ) -> str:
        """Count the public comments that meet all that is given; nothing given: the totals."""
        wanted = CommentFilter(submitter, kind, section, outcome)
        return record.take("count", lambda: queries.count(wanted), figures=True, **asdict(wanted))

    def compare(topic: str, documents: list[str]) -> str:
        """What each of several documents, given by their ids, says of a topic."""
        return record.take(
            "compare", lambda: queries.compare(topic, documents), figures=False,
            topic=topic, documents=documents,
        )  # fmt: skip

    made = (search, read_unit, list_comments, count, compare)
    return [StructuredTool.from_function(function) for function in made]
