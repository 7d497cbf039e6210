"""Rows that say how many comments a document prints for each of its parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.answers import Claim, Layout, Reference
from assistant.comments.changes import is_below
from assistant.comments.counts import row
from assistant.comments.totals import Consultation, total_reference
from assistant.lookup import child_heading
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import Comment, DocumentKind, OfficialTotal, Section, UnitKind
from index.library import Library
from index.text.morphology import concepts, content_words, tokens

_SHORTEST_TITLE = 3  # a title as short as 全体 is named only together with に係る
_LISTED = re.compile(r"[、・]")
_OF = ("に係る", "に関する", "についての")
_KANJI = re.compile(r"[一-鿿]+")
_OF_A_PART = re.compile(r"に(?:係る|関する|対する|ついての)意見$")


def part_counts(
    totals: Sequence[OfficialTotal], table: Consultation, library: Library
) -> list[Claim]:
    """The printed numbers of comments on parts."""
    claims: list[Claim] = []
    for total in totals:
        reference = total_reference(total, library)
        claims.append(
            Claim(
                phrase(
                    "{label}は、資料に{count}件と印刷されています。",
                    label=total.label,
                    count=total.count,
                ),
                (reference,),
            )
        )
        claims += _counted_by_place(total, reference, table, library)
    return claims


def parts_named(table: Consultation, text: str) -> tuple[OfficialTotal, ...]:
    """The printed totals of parts whose title the question holds."""
    flat = _flat(text)

    def is_named(label: str) -> bool:
        core = part_title(label)
        shown = [core] if len(core) > _SHORTEST_TITLE else [f"{core}{of}" for of in _OF]
        return bool(core) and core != _flat(label) and any(form in flat for form in shown)

    return table.printed_where(is_named)


def parts_called(table: Consultation, text: str, topic: Sequence[str]) -> tuple[OfficialTotal, ...]:
    """The printed totals of parts of whose title the question holds most words.

    Args:
        table: Where they are printed.
        text: The question, folded.
        topic: The words of the question that no other column knows.
    """
    asked = set(tokens(text))

    def is_called(label: str) -> bool:
        title = _OF_A_PART.sub("", label)
        words = set(tokens(title))
        # 「全体と研究開発の意見はそれぞれ」 names a part by the first of its subjects
        by_head = "それぞれ" in text and _flat(_LISTED.split(title)[0]) in _flat(text)
        by_title = 2 * len(words & asked) >= len(words) > 0
        by_topic = len(topic) > 1 and all(_is_called_in(title, fold(word)) for word in topic)
        return part_title(label) != _flat(label) and (by_title or by_topic or by_head)

    return table.printed_where(is_called)


def _is_called_in(title: str, word: str) -> bool:
    """Whether a title has a word, one that means the same, or what it is short for: 安保."""
    initials = "".join(word.surface[0] for word in content_words(title))
    is_short = len(word) > 1 and _KANJI.fullmatch(word) is not None and word in initials
    same = not set(concepts(word)).isdisjoint(concepts(title))
    return _flat(word) in _flat(title) or is_short or same


def all_parts(table: Consultation, library: Library) -> list[Claim]:
    """Every printed number of comments on a part."""
    totals = table.printed_where(lambda label: part_title(label) != _flat(label))
    if not totals:
        return []
    references = [total_reference(total, library) for total in totals]
    lead = Claim(phrase("意見の内容の内訳は、資料に次のとおり印刷されています。"), (references[0],))
    return [
        lead,
        *(
            Claim(
                phrase("{label}　{count}件", label=total.label, count=total.count),
                (reference,),
                Layout.ITEM,
            )
            for total, reference in zip(totals, references, strict=True)
        ),
    ]


def largest_parts(
    table: Consultation, library: Library, *, fewest: bool, place: int = 1
) -> list[Claim]:
    """The parts at a place of the ranking by their printed number; then all of them."""
    totals = table.printed_where(lambda label: part_title(label) != _flat(label))
    if not totals:
        return []
    sizes = sorted({total.count for total in totals}, reverse=not fewest)
    size = sizes[min(place, len(sizes)) - 1]
    way = phrase("少ない") if fewest else phrase("多い")
    larger = [next(t for t in totals if t.count == one) for one in sizes[: sizes.index(size) + 1]]
    ahead = tuple(library.catalog.unit(total.unit_id) for total in larger)
    leads = [
        Claim(
            _at_place(total, len(larger), way),
            (total_reference(total, library),),
            tallies=(ahead,) if len(larger) > 1 else (),
        )
        for total in totals
        if total.count == size
    ]
    return [*leads, *all_parts(table, library)]


def _at_place(total: OfficialTotal, place: int, way: str) -> str:
    if place == 1:
        return phrase(
            "印刷された件数が最も{way}のは{label}で、{count}件です。",
            way=way,
            label=total.label,
            count=total.count,
        )
    return phrase(
        "印刷された件数が{place}番目に{way}のは{label}で、{count}件です。",
        place=place,
        way=way,
        label=total.label,
        count=total.count,
    )


def parts_within(
    holds: Callable[[int], bool], table: Consultation, library: Library
) -> list[Claim]:
    """The parts whose printed number is within bounds, or that none is; then all of them."""
    totals = table.printed_where(lambda label: part_title(label) != _flat(label))
    found = [total for total in totals if holds(total.count)]
    if not totals:
        return []
    if found:
        return [*part_counts(found, table, library), *all_parts(table, library)]
    text = phrase("お尋ねの件数に当てはまるものはありません（0件）。")
    none = Claim(text, (total_reference(totals[0], library),), tallies=((),))
    return [none, *all_parts(table, library)]


def _counted_by_place(
    total: OfficialTotal, printed: Reference, table: Consultation, library: Library
) -> list[Claim]:
    """The comments whose 該当箇所 names the section of that title, or one below it."""
    core = part_title(fold(total.label))
    for record in library.catalog.find_documents(kind=DocumentKind.POLICY):
        for unit in library.catalog.units_of(record.id, UnitKind.SECTION):
            if isinstance(unit, Section) and _flat(fold(unit.title)) == core:
                aimed = tuple(
                    comment
                    for comment in table.comments
                    if any(is_below(target, unit.number) for target in comment.targets)
                )
                return [_by_place(unit, aimed, total, printed), *map(row, aimed)]
    return []


def _by_place(
    section: Section, aimed: tuple[Comment, ...], total: OfficialTotal, printed: Reference
) -> Claim:
    text = phrase(
        "一覧の該当箇所に{section}又はその下の節を挙げている意見も、{count}件です。",
        section=wording.named_section(section),
        count=len(aimed),
    )
    if len(aimed) != total.count:
        text = phrase(
            "ご注意ください。一覧の該当箇所に{section}又はその下の節を挙げている意見を数えると"
            "{counted}件で、印刷された{printed}件と一致しません。",
            section=wording.named_section(section),
            counted=len(aimed),
            printed=total.count,
        )
    return Claim(text, (printed, *child_heading(section).references), counted=aimed)


def part_title(label: str) -> str:
    """A label without the words that make it one: 国際協力に係る意見 → 国際協力."""
    return _flat(_OF_A_PART.sub("", fold(label)))


def _flat(text: str) -> str:
    return re.sub(r"[\s、。・「」()]", "", text)
