"""Answers to 「…することを何と呼ぶか」: the term whose explanation says what is described.

The description is in the words of whoever asks, so that it is compared with each explanation
by meaning, both ways: a long note that also says what is described explains something else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.answers import Claim, Draft, Reference, Status
from assistant.lookup import noted_words, quote_start, quoted
from assistant.passages.closeness import support
from assistant.policies.whereabouts import whereabouts
from assistant.query import Language, Mentions, Query, QuestionKind
from assistant.understanding.focus import focus_on
from assistant.understanding.mentions import fold
from assistant.understanding.named_policy import named_policy
from assistant.wording.phrases import phrase
from index.documents import Comment, DocumentKind, Footnote, Passage, Unit
from index.library import Library
from index.text.morphology import content_words
from index.text.sentences import split_sentences

# On 24 descriptions written for this, 14 of them of terms that a document explains, right
# terms come to 1.15 and more, and to 1.4 times the next; others to 1.13, or near the next.
_LEAST_ALIKE = 1.14
_CLEARLY = 1.3
_FEWEST_WORDS = 2
_BEFORE_MARK = 60  # characters
_WORD = r"(?:言葉|用語|言い方|言い回し|名前|名称|呼び(?:名|方)|略[称語]|語|名)"
_ASKED = re.compile(
    rf"(?:のこと|というの)?(?:を|は)(?:[^、。はを]{{0,16}}(?:で|では|に|は|の中で))*、?"
    rf"(?:何と|なんと|何て|なんて|どう|どのように|(?:何|なん)と?いう{_WORD}で|どんな{_WORD}で)、?"
    r"(?:呼[ぶんばび]|称[しす]|名付|名づ|言い表"
    # 「戦略はどう言っているか」 asks what it says
    r"|(?:(?<!はどう)(?<!はどのように)(?:[言い]う(?![一-鿿も])|[言い]って[いる]|[言い]い?ます)))"
    rf"|(?:を|に)(?:指す|表す|意味する|さす|いう|言う|示す|当たる|あたる|呼ぶ)(?:[^、。]{{0,8}}の)?{_WORD}"
    rf"(?:は|って|を|が)?(?:何|なん|どれ|教え|あり|$|[?？。])"
    r"|(?:の|こと(?:の)?)(?:呼び名|呼び方)(?:は|って|を|$)"
    r"|(?<=組織|行為|手口|手法|技術|犯罪|状態|社会|危険)の(?:名前|名称)(?:は|って|を|$)"
)
_POINTING_BACK = re.compile(
    r"(?:[。、]\s*)?(?:これ|それ|こう(?:した|いう)もの|この(?:こと|行為|手口))$"
)
_WHERE = re.compile(r"どこ|何ページ|どの(?:節|章|脚注|注|箇所|文書)")
_NOTED = re.compile(
    r"[「『](?P<quoted>[^「」『』]{2,25})[」』]\s*$"
    r"|(?P<plain>(?:[A-Za-z]+\s)?[一-鿿々ァ-ヶーA-Za-z0-9・\-]{2,40})$"
)
_NAME = r"[一-鿿々ァ-ヶーA-Za-z0-9・]"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?:^|[、。])「?(?P<term>{_NAME}{{2,25}})」?とは、?(?P<meaning>.{{6,}})",
        r"(?P<meaning>.{4,100}?)\([^()]*?(?:以下|以降)、?(?:単に)?「(?P<term>[^」]+)」",
        r"(?P<meaning>.{6,}?)「(?P<term>[^」]{2,25})」と(?:いう(?=[。)])|呼|称|定義)",
        rf"(?<!{_NAME})(?P<term>{_NAME}{{2,25}})」?\((?P<meaning>[^()]{{8,}})\)",
    )
)


@dataclass(frozen=True, slots=True)
class _Explained:
    """A term and the passage that explains it."""

    term: str
    meaning: str
    unit: Unit
    words: Passage


def name_what_is_described(query: Query, library: Library) -> Draft | None:
    """The term for what a question describes; None where it asks for none or none fits."""
    text = fold(query.completed)
    asked = _ASKED.search(text)
    mentions = replace(query.mentions, footnotes=())
    if asked is None or mentions or query.submitters or query.language is Language.ENGLISH:
        return None
    described = _POINTING_BACK.sub("", text[: asked.start()].strip(" 、。"))
    described = named_policy(library).sub(" ", described).strip(" 、。")
    if len(content_words(described)) < _FEWEST_WORDS:
        return None
    found = _best(described, query, library)
    return _draft(found, text[asked.end() :], library) if found else None


def _best(described: str, query: Query, library: Library) -> _Explained | None:
    """The term whose explanation comes closest, where no other comes near it."""
    known = [one for one in _all(query, library) if one.term not in described]
    scored = sorted(
        ((_alike(described, one, query, library), place) for place, one in enumerate(known)),
        reverse=True,
    )
    if not scored:
        return None
    most, place = scored[0]
    best = known[place]
    others = (
        score
        for score, other in scored
        if known[other].term not in best.term and best.term not in known[other].term
    )
    return best if most >= _LEAST_ALIKE and most >= _CLEARLY * next(others, 0.0) else None


def _alike(described: str, one: _Explained, query: Query, library: Library) -> float:
    """How much of either stands in the other, and how close they come; 0 to 3.

    A word of the term says nothing: who asks for the term describes it in others.
    """
    own = {word.normal for word in content_words(one.term)}
    shared = [word.surface for word in content_words(described) if word.normal in own]
    bare = re.sub("|".join(map(re.escape, shared)), " ", described) if shared else described
    held = (
        float(support(focus_on(_about(told, query), library), (text,), library)[0])
        for told, text in ((bare, one.meaning), (one.meaning, bare))
    )
    return sum(held) + float(library.similarities(bare, (one.meaning,))[0])


def _about(text: str, query: Query) -> Query:
    return replace(query, completed=text, kind=QuestionKind.FACT, mentions=Mentions())


def _all(query: Query, library: Library) -> Iterator[_Explained]:
    """Every term that a document explains; comments only repeat what the policy says."""
    records = library.catalog.documents()
    for record in records:
        if record.kind is DocumentKind.MINUTES or (
            query.documents and record.id not in query.documents
        ):
            continue
        for unit in library.catalog.units_of(record.id):
            if isinstance(unit, Footnote):
                yield from _by_footnote(unit, library)
            elif not isinstance(unit, Comment):
                yield from _by_form(unit)


def _by_footnote(footnote: Footnote, library: Library) -> Iterator[_Explained]:
    if footnote.marker_unit is None or footnote.marker_offset is None:
        return
    for noted in library.catalog.units([footnote.marker_unit]):
        before = noted.text[: footnote.marker_offset][-_BEFORE_MARK:]
        match = _NOTED.search(" ".join(before.split()))
        if match:
            term = match["quoted"] or match["plain"]
            yield _Explained(term, footnote.text, footnote, quote_start(footnote.passage))


def _by_form(unit: Unit) -> Iterator[_Explained]:
    for sentence in split_sentences(unit.passage):
        key = " ".join(unicodedata.normalize("NFKC", sentence.text).split())
        for match in (form.search(key) for form in _FORMS):
            if match:
                yield _Explained(match["term"], match["meaning"], unit, sentence.strip())
                break


def _draft(found: _Explained, rest: str, library: Library) -> Draft:
    unit, words = found.unit, found.words
    named = phrase("お尋ねの内容に最も近いのは、「{term}」の説明です。", term=found.term)
    noted = noted_words(unit, library) if isinstance(unit, Footnote) else []
    used = tuple(reference for claim in noted[-1:] for reference in claim.references)
    lead = Claim(named, (Reference(unit, words), *used))
    where = whereabouts(unit, words, library) if _WHERE.search(rest) else ()
    return Draft(Status.ANSWERED, (lead, quoted(unit, words), *noted, *where))
