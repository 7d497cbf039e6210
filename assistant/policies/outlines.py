"""Answers about how things are made up: the sections of a chapter, and what is held."""

from __future__ import annotations

import re

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.comments.residue import left_over
from assistant.lookup import child_heading, quote_start
from assistant.policies.named_documents import named_documents, title_words
from assistant.policies.named_sections import OWN_HEADING
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import DocumentKind, Section, UnitKind
from index.library import Library
from index.stores.records import DocumentRecord

_OUTLINE = re.compile(
    r"構成(?!員)|目次|章立て|見出し|下位の節|(?:どのような|どんな|どの|いくつの|何の)(?:章|節|項)"
    r"|何[章節項](?:まで(?:ある|あり|で)|から(?:成|なり|な[るっ]|でき)|構成|立て|あ[りる]|に分)"
    r"|(?:章|節|項)(?:が|は|を)?(?:いくつ|何個|すべて|全て|一覧|列挙|挙げ)|(?:章|節|項)の一覧"
)
_DEEP = re.compile(r"構成|目次|章立て|すべて|全て")
_OUTLINE_WORDS = (
    _OUTLINE,
    re.compile(
        r"章|節|項|構成|目次|章立て|見出し|下位|下|置|題名|題|標題|から|成|並|分かれ|設け|含ま|個|取組|施策|掲げ|数"
    ),
)
_HOLDINGS = re.compile(
    r"(?:文書|資料|会議|会合|議事要旨|議事録|ファイル)[^。]{0,12}"
    r"(?:収録|登録|入って|持って|保有|読め|参照でき|検索でき|索引)"
    r"|(?:収録|登録|保有|読め|見られ|参照でき|検索でき)(?:され|し)?(?:て(?:いる|います)?|る)?[^。]{0,6}(?:文書|資料|会議|会合|議事要旨|議事録)"
)
_HOLDINGS_WORDS = (
    _HOLDINGS,
    re.compile(r"文書|資料|会議|会合|議事要旨|議事録|議事|ファイル|収録|登録|入って|保有|持|読"),
    re.compile(r"参照|検索|索引|種類|どの|現在|分|開催"),
)
_DEEPER = phrase("これより下の節は示していません。節の番号を挙げてお尋ねくだされば、お示しします。")
_KIND_NAMES = {
    DocumentKind.POLICY: phrase("戦略・方針等の本文"),
    DocumentKind.COMMENTS: phrase("意見募集の結果"),
    DocumentKind.SLIDES: phrase("説明資料"),
    DocumentKind.COVER: phrase("資料一覧"),
}


def list_outline(query: Query, library: Library) -> Draft | None:
    """The sections below those that a question names, or the chapters of a document."""
    text = fold(query.completed)
    if not _OUTLINE.search(text) or query.mentions.meetings or query.mentions.comments:
        return None
    if query.mentions.sections and OWN_HEADING.search(text):
        return None
    named_here = named_documents(query, library)
    if _topics(query, named_here, library):
        return None
    deep = _DEEP.search(text) is not None
    policies = library.catalog.find_documents(kind=DocumentKind.POLICY)
    documents = tuple(record.id for record in named_here or policies)
    if not query.mentions.sections:
        lists = [_chapters(library.catalog.document(document), library) for document in documents]
        claims = [claim for found in lists for claim in found]
        return Draft(Status.ANSWERED, tuple(claims)) if claims else None
    named = [
        section
        for number in query.mentions.sections
        for section in library.catalog.sections(number, within=documents)
    ]
    claims = [claim for section in named for claim in _below(section, library, deep=deep)]
    return Draft(Status.ANSWERED, tuple(claims)) if claims else None


def _topics(query: Query, records: tuple[DocumentRecord, ...], library: Library) -> tuple[str, ...]:
    """Words beside the titles of documents and sections, and the words of asking."""
    titles = [
        re.compile(re.escape(fold(section.title)))
        for number in query.mentions.sections
        for section in library.catalog.sections(number, within=query.documents or None)
    ]
    return left_over(query, library, (*titles, *title_words(records), *_OUTLINE_WORDS))


def _below(section: Section, library: Library, *, deep: bool) -> list[Claim]:
    children = library.catalog.children(section.id)
    heading = child_heading(section).references
    name = wording.named_section(section)
    if not children:
        return [Claim(phrase("{name}の下に節はありません。", name=name), heading)]
    lead = Claim(
        phrase("{name}は、次の{count}つの節から成ります。", name=name, count=len(children)),
        heading,
        counted=children,
    )
    items: list[Claim] = []
    for child in children:
        items.append(child_heading(child))
        items += map(child_heading, library.catalog.children(child.id)) if deep else ()
    below = len(items) - len(children)
    if below:
        counted = tuple(claim.references[0].unit for claim in items)[: len(items)]
        text = phrase("その一つ下の節までを含めると、次の{count}の節があります。", count=len(items))
        units = [claim.references[0].unit for claim in items]
        cut = any(library.catalog.children(unit.id) for unit in units if unit not in children)
        notes = [Claim(_DEEPER, (), Layout.NOTE)] if cut else []
        return [lead, Claim(text, heading, counted=counted), *items, *notes]
    return [lead, *items]


def _chapters(record: DocumentRecord, library: Library) -> list[Claim]:
    chapters = tuple(
        unit
        for unit in library.catalog.units_of(record.id, UnitKind.SECTION)
        if isinstance(unit, Section) and unit.parent is None and unit.number[:1].isdigit()
    )
    if not chapters:
        return []
    text = phrase(
        "「{title}」は、次の{count}つの章から成ります。", title=record.title, count=len(chapters)
    )
    lead = Claim(text, child_heading(chapters[0]).references, counted=chapters)
    return [lead, *map(child_heading, chapters)]


def list_holdings(query: Query, library: Library) -> Draft | None:
    """What documents are held, each shown by its opening words."""
    text = fold(query.completed)
    if not _HOLDINGS.search(text) or query.submitters or query.people:
        return None
    if left_over(query, library, _HOLDINGS_WORDS):
        return None
    records = [
        r for r in library.catalog.documents() if not query.documents or r.id in query.documents
    ]
    if re.search(r"会議|会合|議事", text):
        records = [record for record in records if record.kind is DocumentKind.MINUTES]
    if not records:
        return None
    first = {record.id: library.catalog.units_of(record.id)[0] for record in records}
    references = [
        Reference(first[record.id], quote_start(first[record.id].passage, 60)) for record in records
    ]
    only_minutes = all(record.kind is DocumentKind.MINUTES for record in records)
    what = phrase("議事要旨") if only_minutes else phrase("文書")
    lead = Claim(
        phrase("収録している{what}は、次の{count}件です。", what=what, count=len(records)),
        (references[0],),
        counted=tuple(first.values()),
    )
    items = (
        Claim(joined("", (record.title, _kind(record))), (reference,), Layout.ITEM)
        for record, reference in zip(records, references, strict=True)
    )
    return Draft(Status.ANSWERED, (lead, *items))


def _kind(record: DocumentRecord) -> str:
    """The kind in brackets; the title of minutes tells it already."""
    name = _KIND_NAMES.get(record.kind)
    return phrase("（{kind}）", kind=name) if name else ""
