"""Where an answer is to be looked for: bounds that the question sets, and leanings.

A meeting, section or submitter that is named bounds the search; what was replied, and
what came of it, only comments can tell. A title, a kind of
document or a year that is mentioned only makes some documents likelier than others,
for people often mix up where they read a thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.comments.column_words import kinds_asked
from assistant.passages.likely_documents import (
    PEOPLE_SPEAK,
    SAID,
    likely_documents,
    of_its_time,
)
from assistant.query import Query, QuestionKind
from assistant.understanding.speaking import ASKS_FOR_SENDER, ASKS_WHO_SAID, OF_MINUTES
from index.documents import Comment, DocumentKind, Section, Unit, UnitKind, Utterance
from index.library import Library
from index.search import Hit
from index.stores.records import DocumentRecord
from index.text.keys import search_key

_LEANING = 0.15  # share of the best score that a likelier document's units gain
_TITLED = 0.3  # the same, of a section whose title the question holds
_SHORTEST_TITLE = 4  # characters; shorter ones are words of every question
_SEARCHED = 60
_HEADING_ONLY = 12  # characters


# What a policy is called in titles.
_POLICY = re.compile(
    r"(?P<noun>戦略|方針|計画|指針|ガイドライン|大綱|要綱|要領|基準|条例|規程|宣言)"
    r"(?!本部|会議|室|的|家)"
)
_POLICY_TELLS = re.compile(
    rf"{_POLICY.pattern}(?:\(?(?:素?案)\)?)?(?:の(?:中|本文))?"
    r"(?:で|に(?:は|お|掲げ|示さ|書か|記さ|盛り込|定め|あ[るり])|の(?:方針|考え方?|姿勢|立場|記述|記載)(?=は|を|って)|は(?=[^。]*(?:どう|何|どの|どんな)[^。]*(?:述べ|書|記|言|挙げ|掲げ|うた|定め|する|し)))"
)


# The slides that explain a policy, where a question says that it is to be found there.
_SLIDES = re.compile(r"スライド|(?:説明|概要|要約)資料")

# What is going to be done is laid down in a policy, named or not.
_PLANS = re.compile(
    r"(?:何を|どう|どんな(?:こと|取組|施策|対策|支援|措置)を?|どのような(?:こと|取組|施策|対策|支援|措置)を?)"
    r"(?:す|やる|やって|進め|行う|講|変え|取り組|支援す)|予定(?!価格)|とされている|つもり|ことになって|って言って"
    # any other verb, of what is to come: 「どう育てるのか」
    r"|(?:どう|どのように)(?!な|違|考え)[一-鿿][^。、?？]{0,6}[うくすつぬぶむる](?:のか|の[?？])"
)

_SECTION = re.compile(r"(?:どの|何)(?:章|節|項|見出し)(?!目)|第何[章節項]")


_SAID_THERE = re.compile(
    r"(?:何[とをが]|どう|どのように|どんな(?:こと|話|意見|説明)[をが]?|どのような(?:こと|話|意見|説明)[をが]?)"
    r"[^。、]{0,6}?(?:述べ|言[いっわ]|話|語|説明し|指摘|発言|主張|訴え|議論|報告し|提案)"
)
# What was talked of at meetings: 「…という意見は会議で出ましたか」.
_TALKED = re.compile(
    r"(?<![一-鿿])(?:会議|会合|部会|審議会)(?:の(?:中|場|席))?(?:で|では|において)は?、?"
    r"[^。、]{0,12}?(?:出(?:た|て|まし)|話|議論|指摘|述べ|発言|触れ|論じ|挙が)"
)

# What was sent to a consultation: 「どんな意見が寄せられましたか」.
_WAS_SENT = re.compile(
    r"(?:どんな|どのような|どういった)(?:御|ご)?(?:意見|声|コメント|要望)(?:が|は)[^、。]{0,6}"
    r"(?:寄せられ|届い|届け|集まっ)"
    r"|(?:寄せられた|集まった|届いた)(?:御|ご)?(?:意見|声|コメント|要望)(?:を(?:教|まと|要約|紹介|見せ)|の[内中概要])"
)

#: The question speaks of what somebody sent in, or of what was said to it.
ABOUT_COMMENTS = re.compile(
    r"意見|コメント|提案|要望|注文|苦言|指摘|回答|返答|答え|提出|パブ|応募|寄せ|求め|反映|採用"
    r"|却下|退けられ|見送られ|聞き入れ|ボツ|没に|訴え|(?:という|との)声"
)
#: An opinion is told by the kind of its sender: 「個人からの要望」.
_SENT_BY_A_KIND = re.compile(
    r"(?:個人|企業|会社|団体)(?:から(?!見)|の(?:意見|要望|提案|コメント|指摘|声|苦情|注文)"
    r"|が(?:出し|寄せ|求め|頼ん|要望|提案|指摘|訴え))"
)


def stated_in(query: Query, library: Library) -> frozenset[str] | None:
    """Ids of the units of the policies a question asks the content of; None where of none.

    「戦略では何を…」 asks what the strategy itself lays down, not what somebody wrote about it;
    what a term means is laid down there too.
    """
    if asks_for_slides(query):
        slides = of_its_time(query, library.catalog.find_documents(kind=DocumentKind.SLIDES))
        return _units_of(slides, query, library)
    told = query.completed
    if tells_where(query):
        told = told.replace("述べ", "")  # 「戦略案で述べている内容」 is the policy's
    if PEOPLE_SPEAK.search(told):
        return None
    asked = {match["noun"] for match in _POLICY.finditer(query.completed)}
    defines = query.kind is QuestionKind.DEFINE or _PLANS.search(query.completed) is not None
    defines = defines or asks_for_a_section(query)
    if not (asked or defines) or bounds(query, library) is not None or query.kind in SAID:
        return None
    records = library.catalog.documents()
    titled = [record for record in records if record.id in query.documents]
    if titled and all(
        record.kind in (DocumentKind.POLICY, DocumentKind.SLIDES) for record in titled
    ):
        return _units_of(titled, query, library)
    policies = [record for record in records if record.kind is DocumentKind.POLICY]
    called = [
        record for record in policies if not asked or any(noun in record.title for noun in asked)
    ]
    return _units_of(called, query, library)


def asks_for_a_section(query: Query) -> bool:
    """Whether a chapter or section is asked for, which policies have: 「…は何章ですか」."""
    return query.kind is QuestionKind.WHERE and _SECTION.search(query.completed) is not None


def tells_where(query: Query) -> bool:
    """Whether the question says that it is in a policy that the answer stands: 「戦略案では…」."""
    return _POLICY_TELLS.search(query.completed) is not None


def asks_for_slides(query: Query) -> bool:
    """Whether the question asks what stands on slides."""
    is_bound = query.mentions or query.among or query.submitters or query.kind in SAID
    return not is_bound and _SLIDES.search(query.completed) is not None


def _units_of(
    records: Iterable[DocumentRecord], query: Query, library: Library
) -> frozenset[str] | None:
    """Ids of the units of the documents, of those that the question names where it names any."""
    called = tuple(records)
    named = [record for record in called if record.id in query.documents]
    units = (unit for record in named or called for unit in library.catalog.units_of(record.id))
    return frozenset(unit.id for unit in units) or None


def bounds(query: Query, library: Library) -> frozenset[str] | None:
    """Ids of the units a question confines itself to; None where it does not."""
    catalog = library.catalog
    if query.among:
        return frozenset(units_below(catalog.units(query.among), library))
    if query.submitters:
        return frozenset(
            comment.id for name in query.submitters for comment in catalog.comments_by(name)
        )
    sections = tuple(
        section
        for number in query.mentions.sections
        for section in catalog.sections(number, within=query.documents or None)
    )
    asked_of_comments = query.kind in (QuestionKind.REPLIED, QuestionKind.OUTCOME)
    if sections and not (asked_of_comments and ABOUT_COMMENTS.search(query.completed)):
        return frozenset(units_below(sections, library))
    if query.mentions.meetings:
        # what somebody said no line of a roster tells
        kind = UnitKind.UTTERANCE if _SAID_THERE.search(query.completed) else None
        return frozenset(
            unit.id for document in query.documents for unit in catalog.units_of(document, kind)
        )
    if _TALKED.search(query.completed) and not query.documents:
        return frozenset(
            unit.id
            for record in catalog.find_documents(kind=DocumentKind.MINUTES)
            for unit in catalog.units_of(record.id, UnitKind.UTTERANCE)
        )
    was_sent = _WAS_SENT.search(query.completed) is not None
    if (asked_of_comments or was_sent) and (sections or not query.documents):
        sent = _SENT_BY_A_KIND.search(query.completed)
        kinds = kinds_asked(sent.group()) if sent else ()
        comments = catalog.all_comments()
        of_kind = [c for c in comments if not kinds or c.submitter_kind in kinds]
        return frozenset(comment.id for comment in of_kind or comments) or None
    return None


def units_below(sections: tuple[Unit, ...], library: Library) -> list[str]:
    """The sections with all that stands below them, footnotes and turns included."""
    found: list[str] = []
    for section in sections:
        document = section.id.partition("#")[0]
        below = {section.id}
        for unit in library.catalog.units_of(document):
            if unit.id in below or unit.parent in below:
                below.add(unit.id)
        found += below
    return found


def asks_for_a_speaker(query: Query) -> bool:
    """Whether the question asks who said or sent something."""
    return query.kind is QuestionKind.WHO and bool(ASKS_WHO_SAID.search(query.completed))


def search(
    query: Query,
    wanted: str,
    library: Library,
    limit: int,
    within: frozenset[str] | None = None,
) -> tuple[Hit, ...]:
    """Search within the bounds, with the leanings counted in.

    Args:
        query: The question as understood.
        wanted: What to search for.
        library: Where to search.
        limit: How many units at most.
        within: Ids of the units to look in, where the question sets no bounds; None for all.
    """
    bounded = bounds(query, library)
    within = within if bounded is None else bounded
    found = library.search(wanted, within=within, limit=_SEARCHED)
    hits = _telling(tuple(hit for hit in found if hit.unit_id not in query.apart_from))
    if asks_for_a_speaker(query):
        hits = _spoken(query, hits, library) or hits
        hits = _said_then(query, hits, library) or hits
    likely = likely_documents(query, library)
    titled = _titled(query, hits, library)
    if not hits or not (likely or titled):
        return hits[:limit]
    best = hits[0].score

    def leaned(hit: Hit) -> Hit:
        gain = _LEANING * (hit.unit_id.partition("#")[0] in likely)
        gain += _TITLED * (hit.unit_id in titled)
        return replace(hit, score=hit.score + gain * best)

    return tuple(sorted(map(leaned, hits), key=lambda hit: -hit.score)[:limit])


def _titled(query: Query, hits: tuple[Hit, ...], library: Library) -> frozenset[str]:
    """Ids of the sections whose whole title stands in the question."""
    asked = search_key(query.completed)
    units = library.catalog.units(hit.unit_id for hit in hits)
    return frozenset(
        unit.id
        for unit in units
        if isinstance(unit, Section)
        and len(title := search_key(unit.title)) >= _SHORTEST_TITLE
        and title in asked
    )


def _telling(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits without those that are a heading and nothing more."""
    return tuple(hit for hit in hits if len(hit.passage.text.strip()) > _HEADING_ONLY)


def _spoken(query: Query, hits: tuple[Hit, ...], library: Library) -> tuple[Hit, ...]:
    """The hits that somebody said or sent; said, where those who sit at meetings are asked for."""
    units = library.catalog.units(hit.unit_id for hit in hits)
    said = {unit.id for unit in units if isinstance(unit, Utterance)}
    sent = {unit.id for unit in units if isinstance(unit, Comment)}
    spoken = said | sent
    if said and OF_MINUTES.search(query.completed):
        spoken = said
    elif sent and ASKS_FOR_SENDER.search(query.completed):
        spoken = sent
    return tuple(hit for hit in hits if hit.unit_id in spoken)


def _said_then(query: Query, hits: tuple[Hit, ...], library: Library) -> tuple[Hit, ...]:
    """The hits of the minutes of a year that the question names: 「2014年の席で訴えたのは」."""
    records = library.catalog.find_documents(kind=DocumentKind.MINUTES)
    of_year = {record.id for record in of_its_time(query, records)}
    if len(of_year) == len(records):
        return hits
    return tuple(hit for hit in hits if hit.unit_id.partition("#")[0] in of_year)
