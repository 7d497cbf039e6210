"""Which documents a question seems to speak of, where it does not keep to any."""

from __future__ import annotations

import re

from assistant.query import Query, QuestionKind
from index.documents import DocumentKind
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.eras import find_dates

#: Kinds of questions about what people said, or what was said to them.
SAID = (QuestionKind.WHO, QuestionKind.REPLIED, QuestionKind.OUTCOME)
#: Words that speak of people rather than of a policy; why it is silent about something, too, is
#: said by others.
PEOPLE_SPEAK = re.compile(
    r"意見|提案|指摘|要望|コメント|パブ|提出|回答|会合|会議|第\s*\d+\s*回|発言|議論|述べ|出席|報告さ"
    r"|委員|大臣"
    r"|(?:書か|書い|触れ|示さ|載っ|載せ|明記|記載)[^。、]{0,6}な(?:い|か)"
)
_KIND_WORDS = (
    (
        DocumentKind.COMMENTS,
        re.compile(
            r"意見(?:募集|提出)|パブリック|パブコメ|提出(?:者|し|され)|という(?:意見|提案|指摘|批判|要望)"
            r"|(?:回答|修正|反映)(?:し|され|は|を|内容)",
        ),
    ),
    (
        DocumentKind.MINUTES,
        # what a policy lays down is not told in the past
        re.compile(
            r"会合|会議で|構成員|出席者|発言|述べた|述べて|紹介した|議事|席上"
            r"|話(?:は|が|って|では|を)[^。]*(?:でし|まし|だっ|し|され)た"
        ),
    ),
    (DocumentKind.POLICY, re.compile(r"戦略|方針|脚注")),
    (DocumentKind.SLIDES, re.compile(r"スライド|概要資料|図解")),
)


def likely_documents(query: Query, library: Library) -> frozenset[str]:
    """Ids of the documents the question seems to speak of."""
    records = library.catalog.documents()
    if query.documents:
        return frozenset(query.documents)
    of_year = of_its_time(query, records)
    chosen = of_year if len(of_year) < len(records) else _of_kind(query, records)
    return frozenset(record.id for record in chosen)


def of_its_time(query: Query, records: tuple[DocumentRecord, ...]) -> tuple[DocumentRecord, ...]:
    """The documents of a year that the question names; all where there are none."""
    years = {mention.iso[:4] for mention in find_dates(query.completed) if not mention.relative}
    return tuple(r for r in records if r.date and r.date[:4] in years) or records


def _of_kind(query: Query, records: tuple[DocumentRecord, ...]) -> list[DocumentRecord]:
    for kind, words in _KIND_WORDS:
        if words.search(query.completed):
            return [record for record in records if record.kind is kind]
    # what holds is laid down in a policy; what others said of it is asked for as theirs
    if query.kind in SAID or PEOPLE_SPEAK.search(query.completed):
        return []
    return [record for record in records if record.kind is DocumentKind.POLICY]
