"""Comments by a column of the table: groups, the largest of them, those of a size."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.answers import Claim, Layout, Reference
from assistant.comments.changes import policies_of
from assistant.comments.counts import by_outcome, most_of_all, row
from assistant.comments.counts_by_part import largest_parts, parts_within
from assistant.comments.ranking_words import (
    FEWEST,
    FIRST_FEW,
    MOST,
    RANKED,
    Bound,
    bound_asked,
    places_asked,
)
from assistant.comments.totals import Consultation
from assistant.lookup import child_heading, words_in
from assistant.understanding.numerals import value_of
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import Comment
from index.library import Library

_BY = (
    (
        "part",
        re.compile(
            r"分野|部分|内容(?=別|で|の?(?:内訳|分類|区分|うち))|テーマ|領域|政策|カテゴリ|話題|項目(?!別)|傾向"
            r"|(?:どんな|どのような|どういう)(?:意見|声|内容)|多(?:い|かった)(?:意見|声|内容)"
            r"|何に(?:ついて|関する|対する|係る)の?(?:意見|声)"
        ),
    ),
    ("chapter", re.compile(r"章")),
    ("section", re.compile(r"節|該当箇所|箇所|項(?!目)")),
    (
        "outcome",
        re.compile(
            r"対応(?!窓口)|扱い|結論|反映状況|回答の?(?:種類|区分|仕方|型)|結果の?(?:種類|区分|内訳)|結果別|回答別"
        ),
    ),
)
_WHO = re.compile(
    r"提出者|応募者|誰|だれ|どなた|どこ|どの(?:企業|団体|会社|個人|人|者|組織|提出)|何番の人|(?:企業|団体|会社|人|者|組織)(?:は|を|が|で)"
    r"|何(?:者|社|団体|人|名)"
)
#: Behind a column: its value is what is asked.
_IS_ASKED = re.compile(
    r"(?:は|って|が)?(?:どこ|どれ|何|どの)|別|ごと|(?:は|って)?[?？。\s]*$|を(?:教|挙|示|知)"
)
_NUMBER = {"section": re.compile(r"^[^(]+"), "chapter": re.compile(r"^(?:第\d+章|\d+)")}


@dataclass(frozen=True, slots=True)
class Group:
    """The comments with one value of a column."""

    name: str
    comments: tuple[Comment, ...]
    place: Reference | None = None


#: The columns by which it may group.
COLUMNS = tuple(words for _, words in _BY)


def column_asked(text: str) -> str:
    """The column by which a question groups; the submitter where it names none."""
    for column, words in _BY:
        for match in words.finditer(text):
            if _IS_ASKED.match(text, match.end()) or text[: match.start()].endswith("どの"):
                return column
    if _WHO.search(text):
        return "submitter"
    return next((column for column, words in _BY if words.search(text)), "submitter")


def of_groups(
    wanted: str,
    comments: tuple[Comment, ...],
    text: str,
    table: Consultation,
    library: Library,
    *,
    of_all: bool,
) -> list[Claim] | None:
    """What a question asks of groups of comments; None where it asks nothing of groups.

    Args:
        wanted: What the comments are called.
        comments: Those that are grouped.
        text: The question, folded.
        table: Where they stand.
        library: Holds the sections.
        of_all: Whether they are all comments of the table, of which parts are printed.
    """
    bound, column = bound_asked(text), column_asked(text)
    fewest = FEWEST.search(text) is not None
    superlative = fewest or MOST.search(text) is not None
    few = FIRST_FEW.search(text)
    if not (bound or superlative or few or RANKED.search(text) or places_asked(text)):
        return None
    if column == "part" and of_all and (superlative or places_asked(text)):
        place = max(places_asked(text), default=1)
        return largest_parts(table, library, fewest=fewest, place=place) or None
    if bound is not None and bound.most == 0:  # what nobody sent a comment on is only printed
        return parts_within(bound.holds, table, library) if column == "part" and of_all else None
    if column == "outcome" and not superlative:
        return by_outcome(comments)
    groups = _groups("section" if column == "part" else column, comments, table, library)
    if bound is not None:
        return _within(bound, groups)
    places = places_asked(text)
    if places and not fewest and (places != {1} or column != "submitter"):
        return _at_places(sorted(places), wanted, groups)
    superlative = superlative or bool(places)
    if superlative and not fewest and column == "submitter" and not RANKED.search(text):
        return most_of_all(wanted, comments)
    if superlative and not RANKED.search(text):
        return _extreme(wanted, groups, fewest=fewest)
    return _ranked(groups, value_of(few["number"] or few["after"]) if few else len(groups))


def _groups(
    column: str, comments: tuple[Comment, ...], table: Consultation, library: Library
) -> list[Group]:
    """The groups, the largest first."""
    names = _VALUES.get(column)
    values = names or _sections(_NUMBER[column])
    found: dict[str, list[Comment]] = {}
    for comment in comments:
        for value in values(comment):
            found.setdefault(value, []).append(comment)
    groups = [
        Group(value, tuple(held)) if names else _of_section(value, tuple(held), table, library)
        for value, held in found.items()
    ]
    return sorted(groups, key=lambda group: -len(group.comments))


_VALUES: dict[str, Callable[[Comment], Iterable[str]]] = {
    "submitter": lambda comment: (comment.submitter,),
    "outcome": lambda comment: (wording.OUTCOME_NAMES[comment.outcome],),
}


def _sections(number: re.Pattern[str]) -> Callable[[Comment], Iterable[str]]:
    def values(comment: Comment) -> Iterable[str]:
        found = (number.search(target) for target in comment.targets)
        return dict.fromkeys(match.group() for match in found if match)

    return values


def _of_section(
    number: str, comments: tuple[Comment, ...], table: Consultation, library: Library
) -> Group:
    policies = [policy.id for policy in policies_of(table.record, library)]
    section = next(iter(library.catalog.sections(number, within=policies)), None)
    if section is None:
        return Group(number, comments)
    return Group(f"{number} {section.title}", comments, child_heading(section).references[0])


def _reference(group: Group) -> Reference:
    if group.place is not None:
        return group.place
    first = group.comments[0]
    return Reference(first, words_in(first, first.submitter))


def _item(group: Group) -> Claim:
    count = len(group.comments)
    return Claim(
        phrase("{name}　{count}件", name=group.name, count=count),
        (_reference(group),),
        Layout.ITEM,
        counted=group.comments,
    )


def _within(bound: Bound, groups: Sequence[Group]) -> list[Claim]:
    found = [group for group in groups if bound.holds(len(group.comments))]
    if not found:
        text = phrase("お尋ねの件数に当てはまるものはありません（0件）。")
        return [Claim(text, tuple(map(_reference, groups[:1])), tallies=((),)), *map(_item, groups)]
    firsts = tuple(group.comments[0] for group in found)
    text = phrase("お尋ねの件数に当てはまるのは、次の{count}者です。", count=len(found))
    lead = Claim(text, (_reference(found[0]),), counted=firsts)
    rows = [row(comment) for group in found for comment in group.comments]
    return [lead, *map(_item, found), *(rows if len(rows) <= _SHOWN else [])]


_SHOWN = 20  # rows that still read well


def _extreme(wanted: str, groups: Sequence[Group], *, fewest: bool) -> list[Claim]:
    """The largest or smallest groups, all of that size."""
    size = len(groups[-1 if fewest else 0].comments)
    found = [group for group in groups if len(group.comments) == size]
    way = phrase("少ない") if fewest else phrase("多い")
    text = phrase(
        "{wanted}が最も{way}のは{name}で、{count}件です。",
        wanted=wanted,
        way=way,
        name=found[0].name,
        count=size,
    )
    if len(found) == 1:
        lead = Claim(text, (_reference(found[0]),), counted=found[0].comments)
        return [lead, *map(row, found[0].comments)]
    text = phrase(
        "{wanted}が最も{way}のは{count}件で、次の{groups}者です。",
        wanted=wanted,
        way=way,
        count=size,
        groups=len(found),
    )
    firsts = tuple(group.comments[0] for group in found)
    lead = Claim(text, (_reference(found[0]),), counted=firsts, tallies=(found[0].comments,))
    return [lead, *map(_item, found)]


def _at_places(places: Sequence[int], wanted: str, groups: Sequence[Group]) -> list[Claim] | None:
    """The groups that stand at places of the ranking, each size being one place."""
    sizes = sorted({len(group.comments) for group in groups}, reverse=True)
    if not places or not 0 < places[-1] <= len(sizes):
        return None
    found = [
        (place, group)
        for place in places
        for group in groups
        if len(group.comments) == sizes[place - 1]
    ]
    leads = [_place(place, wanted, group, groups) for place, group in found]
    rows = [row(comment) for _, group in found for comment in group.comments]
    return [*leads, *(rows if len(rows) <= _SHOWN else [])]


def _place(place: int, wanted: str, group: Group, groups: Sequence[Group]) -> Claim:
    sizes = {len(other.comments): other.comments[0] for other in groups}
    as_large = tuple(sizes[size] for size in sorted(sizes, reverse=True)[:place])
    text = phrase(
        "{wanted}が{place}番目に多いのは{name}で、{count}件です。",
        wanted=wanted,
        place=place,
        name=group.name,
        count=len(group.comments),
    )
    return Claim(text, (_reference(group),), counted=group.comments, tallies=(as_large,))


def _ranked(groups: Sequence[Group], number: int) -> list[Claim]:
    """The largest groups in order; those as large as the last of them too."""
    least = len(groups[min(number, len(groups)) - 1].comments)
    shown = [group for group in groups if len(group.comments) >= least]
    lead = Claim(phrase("多い順に、次のとおりです。"), (_reference(shown[0]),))
    return [lead, *map(_item, shown)]
