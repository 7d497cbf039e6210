"""Answers to 「…はどこに書かれていますか」: every unit that says the words.

What remains of a question without the words of asking is what is looked for. It counts as such
only where it stands somewhere to the letter; what is told in other words is searched for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.lookup import quoted
from assistant.passages.scope import bounds
from assistant.policies.whereabouts import neighbours, whereabouts
from assistant.query import Query, QuestionKind
from assistant.understanding.mentions import fold
from assistant.understanding.named_places import NamedPlaces
from assistant.understanding.vocabulary import title_core
from assistant.wording.phrases import phrase
from index.documents import (
    Comment,
    DocumentKind,
    Footnote,
    Passage,
    Section,
    Slide,
    Unit,
    Utterance,
)
from index.library import Library
from index.text.keys import search_key
from index.text.sentences import split_sentences

_STANDS = (
    r"(?:出て(?:く|き|い)|出(?=る|ま(?:す|し))|出現|登場|現れ|載|記載|書|記さ|記述|触れ|言及|使わ|使用|用い"
    r"|見(?:え|られ|つか)|挙げられ|述べられ|扱わ|取り上げ|規定|定め)"
)
_PLACE = r"(?:箇所|か所|場所|ところ|所|くだり|部分|位置|文書|資料|発言|意見|スライド|脚注|節|章|項)"
_PLACES = r"(?:か所|箇所|カ所|ヶ所|つの(?:場所|箇所|文書))"
#: The words are asked for where they stand, by whatever interrogative.
_ASKED = re.compile(
    rf"{_STANDS}[^。、]{{0,10}}{_PLACE}(?:を|は)|何(?:か所|箇所|回)[^。]{{0,10}}{_STANDS}"
    rf"|どの{_PLACE}[^。]{{0,4}}{_STANDS}"
    rf"|{_STANDS}[^。、]{{0,8}}(?:のは|数は)[^。]{{0,4}}何(?:か所|箇所|回)"
    rf"|\d+{_PLACES}(?:に|で)?[^。、]{{0,4}}{_STANDS}.*どこ"
)
#: All places are wanted, of whatever document, or those of a word as such.
_EVERYWHERE = re.compile(
    r"どの(?:文書|資料)|(?:文書|資料)(?:は|を)|漏れ|もれな|すべて|全て|全部|残らず|網羅|余さ|何(?:か所|箇所|回)"
    r"|という(?:単語|言葉|用語|語句?|文字|名前?|表現|略語)|の(?:名前?|文字|語)(?:が|は|を)"
)
#: The word itself is asked for, not what it stands for.
_AS_WRITTEN = re.compile(
    r"」?という(?:単語|言葉|用語|語句?|文字列?|表現|略語|言い回し|フレーズ)|何(?:か所|箇所|回)"
)
_LAID_DOWN = re.compile(r"規定|定め(?:て|られ)")
_OF_ASKING = re.compile(
    rf"\d+{_PLACES}(?:に|で)?|それぞれ|と(?:思|聞|記憶)[^、。]{{1,7}}(?=[。、?]|$)|はず(?=[。、?で]|$)"
    rf"|どの(?:{_PLACE}|ページ|あたり|辺)|どこ(?:か|と)?|何(?:章|節|ページ|か所|箇所|回)"
    r"|漏れなく|もれなく|すべて|全て|全部|残らず|網羅的?に?|余さず|全文書|全資料|収録(?:し|され)て(?:いる|ある)"
    r"|(?:(?:という|との|の)(?:語句?|文字|名前?|話)"
    r"|(?:という|との|の)?(?:単語|言葉|用語|名称|表現|略語|話題|記述|記載|こと))(?=[がはをのにも、]|$)"
    rf"|(?:につい|に関し)て(?:の|は)?|{_STANDS}(?:られ|れ|さ|し|わ|く|い|か)*(?:て|で)?(?:いる|いま|いた|ある|あり|る|ま)?(?:す|した)?"
    r"|(?:あ|い)(?:る|りま|りまし|ま)(?:す|た)?(?=[のか。?、]|$)|(?:です|でしょう|ます|ました)か?"
    rf"|(?:挙げ|教え|示し|列挙し|一覧に?し|調べ|知り)(?:て|た)\S*|一覧|列挙|知りたい|ください|下さい|{_PLACE}(?=[をはがの、]|$)"
    r"|か(?=[。?？、]|$)|[。?？!「」『』]|(?:文書|資料|本文)(?:中|内|の中)?(?:で|に|の|では|には)"
)
_KINDS: tuple[tuple[re.Pattern[str], type[Unit]], ...] = tuple(
    (re.compile(rf"(?:どの|{_STANDS}[^。、]{{0,8}})(?:{words})(?:$|[をはがか、?のに])"), kind)
    for words, kind in (
        ("脚注|注釈?", Footnote),
        ("スライド", Slide),
        ("発言", Utterance),
        ("意見|コメント", Comment),
        ("節|章|項", Section),
    )
)
_PARTICLES = re.compile(
    r"^(?:[のはがをにでとも、\s]|では|には)+|(?:[のはがをにでとも、\s]|では|には)+$"
)
_QUOTED = re.compile(r"[「『](?P<term>[^「」『』]{2,40})[」』]")
_SHORTEST = 2
_LONGEST = 40
_SHOWN = 40


def list_places(query: Query, library: Library) -> Draft | None:
    """Where the words of a question stand, as they are written there."""
    text = fold(query.completed)
    if query.kind is not QuestionKind.WHERE and not _ASKED.search(text):
        return None
    term = _term(text, query, library)
    everywhere = _found(term, text, query, library) if term else []
    elsewhere = [found for found in everywhere if found[0].id not in query.apart_from]
    found = _of_kind(text, elsewhere)
    if not found:
        return _nowhere(term, text, query)
    if _LAID_DOWN.search(text) and not any(_is_of_policy(unit, library) for unit, _ in found):
        return None  # policies lay it down in other words
    if len(found) == 1:
        unit, sentence = found[0]
        place = whereabouts(unit, sentence, library)
        claims = [*place, quoted(unit, sentence), *neighbours(unit, library)]
        return Draft(Status.ANSWERED, tuple(claims))
    claims = [_total(term, found), *(_place(unit, sentence) for unit, sentence in found[:_SHOWN])]
    if len(found) > _SHOWN:
        note = phrase(
            "はじめの{shown}か所を示しました。残りの{left}か所は省いています。",
            shown=_SHOWN,
            left=len(found) - _SHOWN,
        )
        claims.append(Claim(note, (), Layout.NOTE))
    return Draft(Status.ANSWERED, tuple(claims))


def _is_of_policy(unit: Unit, library: Library) -> bool:
    kind = library.catalog.document(unit.id.partition("#")[0]).kind
    return kind is DocumentKind.POLICY


def _nowhere(term: str, text: str, query: Query) -> Draft | None:
    """That a quoted word which is asked for as such stands nowhere."""
    if not (term and _QUOTED.search(text) and _AS_WRITTEN.search(text)):
        return None
    if query.mentions or query.documents:
        return None
    note = phrase("「{term}」という語は、収録している文書に書かれていません。", term=term)
    return Draft(Status.NOT_IN_DOCUMENTS, (Claim(note, (), Layout.NOTE),))


def _term(text: str, query: Query, library: Library) -> str:
    """The words whose places are asked for; "" where several things remain of the question."""
    quoted_terms = tuple(match["term"] for match in _QUOTED.finditer(text))
    if len(quoted_terms) == 1:
        return quoted_terms[0]
    rest = _without_documents(text, query, library)
    pieces = [_PARTICLES.sub("", piece) for piece in _OF_ASKING.sub("、", rest).split("、")]
    terms = [piece for piece in pieces if piece]
    known = len(terms) == 1 and _SHORTEST <= len(terms[0]) <= _LONGEST
    return terms[0] if known else ""


def _without_documents(text: str, query: Query, library: Library) -> str:
    records = library.catalog.documents()
    names = {title_core(record.title) for record in records}
    names |= {record.body for record in records if record.body and query.mentions.meetings}
    short = r"(?:今回の)?(?:戦略|方針|計画|指針|条例|取組方針)"
    titles = "|".join(map(re.escape, sorted(filter(None, names), key=len, reverse=True)))
    number = r"第\s*\d+\s*回(?:の?(?:会合|会議))?(?:の?議事(?:要旨|録))?|[\d.]+(?:\(\d+\))?[ivx]*"
    place = r"(?:の(?:本文|中|文中))?(?:では|には|において|における|の中で|で|に|の|は)"
    pattern = rf"(?:(?:{titles}|{short})(?:\((?:案|素案)\)|素案|案)?|{number}){place}、?"
    return re.sub(rf"(?<![一-鿿ァ-ヶー]){pattern}", "、", text)


def _found(term: str, text: str, query: Query, library: Library) -> list[tuple[Unit, Passage]]:
    """The units with the words: of what is named, else of the policies, else all."""
    catalog = library.catalog
    bounded = bounds(query, library)
    if bounded is not None:
        return _with(term, catalog.units(bounded))
    named = query.documents or NamedPlaces(library).documents_by_short_name(query.completed)
    if named:
        return _with(term, [unit for document in named for unit in catalog.units_of(document)])
    records = catalog.documents()
    policies = [record.id for record in records if record.kind is DocumentKind.POLICY]
    if not (_EVERYWHERE.search(text) or query.apart_from):
        units = [unit for document in policies for unit in catalog.units_of(document)]
        found = _with(term, [unit for unit in units if isinstance(unit, Section | Footnote)])
        if found:
            return found
    others = [record.id for record in records if record.id not in policies]
    every = [unit for document in (*policies, *others) for unit in catalog.units_of(document)]
    return _with(term, every)


def _of_kind(text: str, found: list[tuple[Unit, Passage]]) -> list[tuple[Unit, Passage]]:
    """Those of the kind that is asked for (「どの脚注」), all where none is of it."""
    kinds = tuple(kind for words, kind in _KINDS if words.search(text))
    return [(unit, words) for unit, words in found if isinstance(unit, kinds)] or found


def _with(term: str, units: Iterable[Unit]) -> list[tuple[Unit, Passage]]:
    found = ((unit, _sentence_with(term, unit)) for unit in units)
    return [(unit, sentence) for unit, sentence in found if sentence is not None]


def _sentence_with(term: str, unit: Unit) -> Passage | None:
    wanted = search_key(term)
    if not _stands(wanted, unit.text):
        return None
    sentences = (sentence.strip() for sentence in split_sentences(unit.passage))
    return next((s for s in sentences if _stands(wanted, s.text)), None)


def _stands(wanted: str, text: str) -> bool:
    """Whether the words stand in a text, letters of the Latin alphabet as whole words."""
    key = search_key(text)
    if wanted not in key:
        return False
    if not (wanted.isascii() and wanted.isalnum()):
        return True
    return re.search(rf"(?<![a-z0-9]){re.escape(wanted)}(?![a-z0-9])", key) is not None


def _total(term: str, found: list[tuple[Unit, Passage]]) -> Claim:
    first, sentence = found[0]
    return Claim(
        phrase(
            "「{term}」という語は、次の{count}か所に書かれています。", term=term, count=len(found)
        ),
        (Reference(first, sentence),),
        counted=tuple(unit for unit, _ in found),
    )


def _place(unit: Unit, sentence: Passage) -> Claim:
    heading = phrase("「{title}」", title=unit.title) if isinstance(unit, Section) else ""
    return Claim(f"{unit.label}{heading}", (Reference(unit, sentence),), Layout.ITEM)
