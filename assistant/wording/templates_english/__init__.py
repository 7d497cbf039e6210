"""The English of every sentence that frames an answer, by its Japanese template.

One file for each topic. A number may ask for a noun that agrees with it:
`{count:comment|comments}` gives "1 comment" and "3 comments"; `{month:month}` gives "May".
What varies keeps its name in both languages; an English template may leave some out.
"""

from __future__ import annotations

from assistant.wording.templates_english import (
    comments,
    common,
    comparisons,
    meetings,
    refusals,
    sections,
)

TEMPLATES: dict[str, str] = {
    **common.TEMPLATES,
    **comments.TEMPLATES,
    **comparisons.TEMPLATES,
    **meetings.TEMPLATES,
    **sections.TEMPLATES,
    **refusals.TEMPLATES,
}
SEPARATORS = {"、": ", ", "・": ", ", "と": " and ", "」「": "」, 「"} | {
    "」かつ「": "」 and 「",
    "」又は「": "」 or 「",
}
