"""Which comments a question means: a filter over every column of the table."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.comments.changes import is_below
from assistant.comments.column_words import (
    APART_FROM,
    KIND_WORDS,
    LEGAL_FORMS,
    NAMELESS,
    NOT_REVISED,
    ON_THE_WHOLE,
    OUTCOME_WORDS,
    PLACELESS,
    is_on_the_whole,
    is_placeless,
    kinds_asked,
    outcomes_asked,
)
from assistant.comments.reply_words import (
    HOW_IT_SAYS,
    replied,
    said_by_the_outcome,
    says,
    says_only,
    verbatim,
)
from assistant.comments.totals import KIND_NAMES
from assistant.comments.unexplained import (
    share_held,
    share_meant,
    unexplained,
    without_names,
)
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.understanding.vocabulary import submitter_core
from assistant.wording import frames as wording
from assistant.wording.phrases import Phrase, joined, phrase
from index.documents import Comment, Outcome, SubmitterKind
from index.library import Library
from index.text.morphology import ContentWord
from index.text.sentences import split_sentences

_QUOTED = re.compile(r"「([^「」]{2,40})」")
_SHORT_REPLY = 1  # sentences
#: A number that the question states beside what it asks: 「30件のうち」, 「五つの意見で」.
STATED = re.compile(
    r"(?:全(?:部で)?)?(?:\d+|[一二三四五六七八九十]+)(?:件|つ|個|本|通|点)"
    r"(?:の(?:御|ご)?(?:意見|コメント|注文|要望|提案|指摘|もの))?(?:のうち|の中|うち|中|で|から|が|とも|ある)"
    r"|(?:\d+|[一二三四五六七八九十]+)(?:件|つ|個|行|か所|箇所)(?=ある|あり|だけ|[、。?]|$)"
)
#: The reply goes no further: 「中身には踏み込まれず」.
_NO_MORE = re.compile(
    r"(?:中身|内容|本題)に(?:は|も)?(?:触れ|踏み込|立ち入)[^、。]{0,4}?(?:ず|ない|なく)"
)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which comments: those that meet all that is not None or empty.

    Attributes:
        submitters: Who sent them.
        apart_from: Whose they are not.
        kind: Individuals or organisations.
        form: Pattern of the legal form that the sender's name bears, and what it is called.
        on_the_whole: Only those whose place is printed as the whole (全般).
        placeless: Only those for which no place is printed.
        outcome: What came of them.
        negated: All but that outcome.
        sections: Numbers of sections that they are about, or that stand below one of these.
        replied: Words that their reply holds.
        only: The reply says nothing else.
        says: Words that the reply holds to the letter.
        begins: It begins with them.
        topic: Words that they or their reply hold.
        terms: Quoted terms of which they hold at least one.
        least: Which share of the words of the topic they must hold.
        by_meaning: Whether another word of the same meaning does for one of the topic.
    """

    submitters: tuple[str, ...] = ()
    apart_from: tuple[str, ...] = ()
    kind: SubmitterKind | None = None
    form: tuple[str, re.Pattern[str]] | None = None
    on_the_whole: bool = False
    placeless: bool = False
    outcome: Outcome | None = None
    negated: bool = False
    sections: tuple[str, ...] = ()
    replied: tuple[ContentWord, ...] = ()
    only: bool = False
    says: str = ""
    begins: bool = False
    topic: tuple[ContentWord, ...] = ()
    terms: tuple[str, ...] = ()
    least: float = 1.0
    by_meaning: bool = False

    def holds(self, comment: Comment) -> bool:
        """Whether a comment is one of those meant."""
        return (
            self._is_sent_by(comment)
            and (self.outcome is None or (comment.outcome is self.outcome) is not self.negated)
            and (not self.sections or self._is_about(comment))
            and (not self.on_the_whole or is_on_the_whole(comment.target_text))
            and (not self.placeless or is_placeless(comment.target_text))
            and self._speaks_of_it(comment)
        )

    def _is_sent_by(self, comment: Comment) -> bool:
        return (
            (not self.submitters or comment.submitter in self.submitters)
            and comment.submitter not in self.apart_from
            and (self.kind is None or comment.submitter_kind is self.kind)
            and (self.form is None or self.form[1].search(comment.submitter) is not None)
        )

    def _is_about(self, comment: Comment) -> bool:
        return any(is_below(t, number) for t in comment.targets for number in self.sections)

    def _speaks_of_it(self, comment: Comment) -> bool:
        reply = comment.reply.text
        if self.replied and share_held(reply, self.replied) < 1:
            return False
        if self.says and not says(comment, self.says, at_the_start=self.begins):
            return False
        if self.only and len(split_sentences(comment.reply)) > _SHORT_REPLY:
            return False
        if self.terms and not any(fold(term) in fold(comment.text) for term in self.terms):
            return False
        text = f"{comment.text}\n{comment.target_text}"
        share = share_meant if self.by_meaning else share_held
        return not self.topic or share(text, self.topic) >= self.least

    @property
    def speaks(self) -> bool:
        """Whether it asks for words of the comments, beside the columns of the table."""
        return bool(self.replied or self.says or self.topic or self.terms)

    @property
    def is_narrow(self) -> bool:
        """Whether it asks for more than the comments of one kind of submitter."""
        if self.submitters or self.apart_from or self.on_the_whole or self.placeless:
            return True
        return self.outcome is not None or self.kind is SubmitterKind.UNKNOWN

    @property
    def is_by_columns(self) -> bool:
        """Whether columns beside the sender's confine it, and nothing else is asked."""
        columns = self.outcome is not None or self.on_the_whole or self.placeless
        return columns and not self.speaks

    @property
    def of_all_outcomes(self) -> Selection:
        """The same whatever came of them."""
        return replace(self, outcome=None, negated=False, replied=(), says="", only=False)

    @property
    def phrase(self) -> str:
        """The comments meant, e.g. 個人の「修正」に当たる意見."""
        what = phrase("意見")
        if self.outcome is not None:
            outcome = wording.OUTCOME_NAMES[self.outcome]
            what = phrase("「{outcome}」に当たる意見", outcome=outcome)
            if self.negated:
                what = phrase("「{outcome}」に当たらない意見", outcome=outcome)
        if self.says and self.begins:
            what = phrase("回答が「{words}」で始まる{what}", words=self.says, what=what)
        elif self.replied or self.says:
            words = self.says or joined("」「", (word.surface for word in self.replied))
            what = phrase("回答に「{words}」とある{what}", words=words, what=what)
        if self.topic and self.least < 1:
            what = phrase("お尋ねの内容に近い{what}", what=what)
        shown = self.terms or tuple(word.surface for word in self.topic)
        if shown and self.by_meaning:
            words = joined("」「", shown)
            what = phrase("「{words}」又は同じ意味の語に触れた{what}", words=words, what=what)
        elif shown and (self.terms or self.least == 1):
            what = phrase("「{words}」に触れた{what}", words=joined("」「", shown), what=what)
        what = self._placed(what)
        whose = self._whose
        if whose:
            what = phrase("{whose}の{what}", whose=whose, what=what)
        if self.apart_from:
            others = joined("・", self.apart_from)
            what = phrase("{others}以外の{what}", others=others, what=what)
        return what

    def _placed(self, what: Phrase) -> Phrase:
        """On which place they are."""
        if self.sections:
            numbers = joined("・", self.sections)
            what = phrase("{numbers}に対する{what}", numbers=numbers, what=what)
        if self.on_the_whole:
            what = phrase("該当箇所を「全般」とする{what}", what=what)
        if self.placeless:
            what = phrase("該当箇所の記載がない{what}", what=what)
        return what

    @property
    def _whose(self) -> str:
        """Who sent them: by name, by legal form, or by kind."""
        if self.form:
            return phrase("名称に「{form}」を含む者", form=self.form[0])
        return joined("・", self.submitters) or (KIND_NAMES[self.kind] if self.kind else "")


def read_selection(
    query: Query, library: Library, known: tuple[re.Pattern[str], ...] = ()
) -> Selection:
    """What a question confines itself to; both kinds together confine nothing.

    Args:
        query: The question as understood.
        library: Holds the titles and names.
        known: Words that say what to do with the comments.
    """
    text = without_names(query, library)
    others = tuple(name for name in query.submitters if _is_excluded(name, query))
    submitters = tuple(name for name in query.submitters if name not in others)
    kinds = () if submitters else kinds_asked(text)
    wording_of_reply, begins = _of_reply(text, library)
    if wording_of_reply:  # the words of the reply tell it more exactly than an outcome
        text = text.replace(wording_of_reply, "、" * len(wording_of_reply))
    asked = next(iter(outcomes_asked(text)), None)
    forms = [(name, printed) for name, called, printed in LEGAL_FORMS if called.search(text)]
    columns = (OUTCOME_WORDS, KIND_WORDS, [(name, called) for name, called, _ in LEGAL_FORMS])
    placeless = PLACELESS.search(text) is not None
    fixed = (*known, *HOW_IT_SAYS, NOT_REVISED, ON_THE_WHOLE, PLACELESS, NAMELESS, STATED, _NO_MORE)
    patterns = (*fixed, *(w for column in columns for _, w in column))
    settled = said_by_the_outcome(text, asked)
    words = tuple(
        word
        for word in unexplained(query, library, patterns)
        if text[word.start] != "、" and not any(start <= word.start < end for start, end in settled)
    )
    of_reply = replied(text, words)
    topic = tuple(word for word in words if word not in of_reply)
    terms = tuple(dict.fromkeys(_QUOTED.findall(text))) if topic else ()
    alone = all(_is_within(word, terms, text) for word in topic)
    if (len(terms) > 1 and (submitters or alone)) or (alone and _is_written(terms, library)):
        topic = ()
    else:
        terms = ()
    return Selection(
        submitters=submitters,
        apart_from=others,
        kind=kinds[0] if len(kinds) == 1 else None,
        form=forms[0] if len(forms) == 1 and not submitters else None,
        on_the_whole=not placeless and ON_THE_WHOLE.search(text) is not None,
        placeless=placeless,
        outcome=asked.outcome if asked else None,
        negated=asked.negated if asked else False,
        sections=query.mentions.sections,
        replied=of_reply,
        only=says_only(text),
        says=wording_of_reply,
        begins=begins,
        topic=topic,
        terms=terms,
    )


def _of_reply(text: str, library: Library) -> tuple[str, bool]:
    """The words of the reply that the question quotes, where one holds them."""
    words, begins = verbatim(text)
    replies = library.catalog.all_comments() if words else ()
    held = any(says(comment, words, at_the_start=begins) for comment in replies)
    return (words, begins) if held else ("", False)


def _is_within(word: ContentWord, terms: tuple[str, ...], text: str) -> bool:
    return any(
        match.start() <= word.start < match.end()
        for term in terms
        for match in re.finditer(re.escape(term), text)
    )


def _is_written(terms: tuple[str, ...], library: Library) -> bool:
    """Whether a comment holds a quoted term to the letter: 「対応班」 is not any 班."""
    comments = library.catalog.all_comments() if len(terms) == 1 else ()
    return any(fold(terms[0]) in fold(comment.text) for comment in comments)


def _is_excluded(name: str, query: Query) -> bool:
    text, core = submitter_core(fold(query.completed)), submitter_core(name)
    return core in text and APART_FROM.match(text, text.find(core) + len(core)) is not None
