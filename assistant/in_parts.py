"""Answers a question that asks two things at once: each by itself, one after the other.

「…は幾つか、また、…はどれか」 joins two questions; 「Xとはどんなもので、どこで使うのか」 asks for a
meaning and for something more. What the second says no more is carried over from the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Claim, Draft, Status
from assistant.gather import gather
from assistant.query import Language, Query
from assistant.understanding.mentions import fold
from assistant.understanding.understand import understand
from assistant.understanding.vocabulary import Vocabulary
from index.library import Library

_INTERROGATIVE = r"(?:何|誰|だれ|どなた|ど[このれう]|どんな|いつ|いくつ|いくら|幾つ|なぜ)"
_JOINED = re.compile(
    r"(?:か|[?。])[、,]?\s*(?:また|併せて|あわせて|それと|加えて|それから|さらに|もう一つ)[、,]?"
)
_MEANING_AND_MORE = re.compile(
    r"(?P<term>(?:^|(?<=[、はのでう]))「[^「」]{2,30}」|^[^、。「」]{2,30}?)とは"
    r"(?:何|どんなもの|どういうもの|どのようなもの|どんな意味|どういう意味)(?:のこと)?(?:で|であり|ですか|か)、"
    rf"(?P<more>[^。]*{_INTERROGATIVE}[^。]*)$"
)
_OF_THEM = re.compile(r"(?:そのうち|このうち|その中で|その中の)、?")
_TOPIC = re.compile(rf"(?P<topic>[^、。は]{{2,40}})(?:は|が)[^、。は]*{_INTERROGATIVE}")
_PLACE = re.compile(r"^.*(?:において|における|では|によれば|によると)、?")
_ANSWERED = (Status.ANSWERED, Status.PARTIAL)


def gather_in_parts(query: Query, library: Library) -> Draft:
    """The draft of an answer to each of the questions asked; to the whole where one fails."""
    parts = query.parts or _in_parts(query, library)
    if len(parts) < 2:
        return gather(query, library)
    drafts = [gather(part, library) for part in parts]
    if any(draft.status not in _ANSWERED for draft in drafts):
        return gather(query, library)
    return _joined(drafts)


def _in_parts(query: Query, library: Library) -> tuple[Query, ...]:
    if query.language is Language.ENGLISH or query.among:
        return ()
    vocabulary = Vocabulary(library)
    return tuple(understand(part, vocabulary) for part in _parts(fold(query.completed)))


def _parts(question: str) -> tuple[str, ...]:
    meaning = _MEANING_AND_MORE.search(question.rstrip("。?？ "))
    if meaning:
        term = meaning["term"]
        return f"{term}とは何ですか", f"{term}は、{meaning['more']}"
    joint = _JOINED.search(question)
    if joint is None:
        return (question,)
    first, second = question[: joint.start()] + "か", question[joint.end() :]
    if not all(re.search(_INTERROGATIVE, part) for part in (first, second)):
        return (question,)
    topic = _TOPIC.search(first)
    if topic:
        of_them = _PLACE.sub("", topic["topic"])
        second = _OF_THEM.sub(f"{of_them}のうち", second)
    return first, second


def _joined(drafts: Sequence[Draft]) -> Draft:
    claims: dict[tuple[str, str], Claim] = {}
    for draft in drafts:
        for claim in draft.claims:
            claims.setdefault((claim.text, claim.layout), claim)
    worst = (draft.status for draft in drafts if draft.status is Status.PARTIAL)
    retrieved = dict.fromkeys(unit for draft in drafts for unit in draft.retrieved)
    return Draft(next(worst, Status.ANSWERED), tuple(claims.values()), tuple(retrieved))
