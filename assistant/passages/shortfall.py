"""What units lack that do not answer a question."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.answers import Status
from assistant.passages.evidence import Evidence


class Lack(StrEnum):
    """What the units lack."""

    TOPIC = "topic"
    SUPPORT = "support"
    NAME = "name"
    ATTRIBUTE = "attribute"
    VALUE = "value"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Why the units do not answer.

    Attributes:
        lack: What they lack.
        missing: The attribute, the name or the kind of value; "" where no word tells.
        about: What the attribute is asked of, as the question calls it.
        instead: What stands there instead of a figure that the question takes for granted.
    """

    lack: Lack
    missing: str = ""
    about: str = ""
    instead: Evidence | None = None

    @property
    def status(self) -> Status:
        """How the answer ends."""
        match self.lack:
            case Lack.TOPIC:
                return Status.OUT_OF_SCOPE
            case Lack.FIGURE:
                return Status.PREMISE_WRONG
            case _:
                return Status.NOT_IN_DOCUMENTS
