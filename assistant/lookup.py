"""Answers about a comment, footnote or section that the question names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.comments.changed_words import where_changed
from assistant.comments.column_words import outcome_asked
from assistant.comments.referred_replies import referred_replies
from assistant.policies.whereabouts import PAGE_ASKED, page_of
from assistant.query import Query, QuestionKind
from assistant.understanding.kinds import asks_who_and_what_came_of_it
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import Comment, Footnote, Passage, Section, Unit
from index.library import Library
from index.text.keys import find_quote
from index.text.sentences import split_sentences

_NOUN_AT_END = re.compile(r"[一-鿿々ァ-ヶーA-Za-z0-9・]{2,40}$")
_BRANCHES = re.compile(
    r"枝番|いくつ(?:の意見|に分|から成)|何(?:件|個|項目)(?:に分|から成|ある|あり|です|でしょ|か|[?？。]|$)"
)
_AMONG = re.compile(r"うち|中で|中の|(?:もの|の)は(?:どれ|何|ありま|$|[?？。])")
_WHAT = re.compile(r"何を(?:提案|求め|主張|要望|言|指摘|訴え)|どんな意見|どのような意見")
# why a sender wishes it is argued behind the wish
_WHY_WISHED = re.compile(
    r"(?:意見|要望|提案|求め|指摘|主張)[^。、]{0,6}理由|意見\d+(?:-\d+)?の理由|なぜ[^。]{0,12}求め"
)
_WHOLE = 1500
_AIMED_AT = re.compile(
    r"(?:該当|対象)の?(?:箇所|部分|節|ページ)|(?:どの|何)(?:箇所|部分|節|項|章|ところ|くだり|記[載述]|ページ|頁)"
    r"|どこ(?:に(?:対|つい|関|向け)|への|を(?:対象|指))|対象は"
)
_ON = re.compile(r"対象|該当|に(?:対|つい|関|向け)|への")
_CAME_OF_IT = re.compile(
    r"反映|盛り込|修正|直[さしすっりる]|変[わえ]|書き[換加足込]|足[しさ]|加[えわ]|追[加記]|採[用りっ]|取り入"
    r"|入[っれ]|成案|落ち着|収ま|改[めま]"
)
_WORDING = re.compile(r"(?:文面|文言|原文|全文|記[載述])(?:は|が|を|$)")
_LONGEST_QUOTE = 400  # characters; longer passages are quoted by their first sentences


def quote_start(passage: Passage, longest: int = _LONGEST_QUOTE) -> Passage:
    """The first whole sentences of a passage, up to `longest` characters, at least one."""
    passage = passage.strip()
    if len(passage.text) <= longest:
        return passage
    end = 0
    for sentence in split_sentences(passage):
        if end and end + len(sentence.text) > longest:
            break
        end += len(sentence.text)
    return passage.slice(0, end).strip()


def quoted(unit: Unit, passage: Passage) -> Claim:
    """A quote claim."""
    return Claim(passage.text, (Reference(unit, passage),), Layout.QUOTE)


def words_in(unit: Unit, words: str) -> Passage:
    """The words in the unit, else the unit's beginning."""
    return find_quote(words, unit.passage) or quote_start(unit.passage, 60)


def look_up_comments(query: Query, library: Library) -> Draft | None:
    """The comments a question names by number."""
    comments = [
        comment
        for key in query.mentions.comments
        for comment in library.catalog.comments(key.number, key.branch)
    ]
    outcome, negated = outcome_asked(fold(query.completed))
    if outcome is not None and len(comments) > 1 and _AMONG.search(query.completed):
        chosen = [c for c in comments if (c.outcome is outcome) is not negated]
        return Draft(Status.ANSWERED, tuple(_of_outcome(comments, chosen)))
    if len(comments) > 1 and _BRANCHES.search(query.completed):
        return Draft(Status.ANSWERED, tuple(_branches(query, comments)))
    return answer_about_comments(query, comments, library) if comments else None


def _branches(query: Query, comments: Sequence[Comment]) -> list[Claim]:
    """Into how many comments each numbered opinion is divided, and which."""
    claims = []
    for key in query.mentions.comments:
        found = tuple(comment for comment in comments if comment.number == key.number)
        text = phrase(
            "意見{number}は、枝番号の付いた{count}件から成ります。",
            number=key.number,
            count=len(found),
        )
        rows = [_outcome_row(comment) for comment in found]
        claims += [Claim(text, rows[0].references, counted=found), *rows]
    return claims


def _of_outcome(comments: Sequence[Comment], chosen: Sequence[Comment]) -> list[Claim]:
    """How many of the comments of some numbers had an outcome, and which."""
    rows = [_outcome_row(comment) for comment in chosen or comments]
    text = phrase(
        "お尋ねの意見{total}件のうち、当てはまるものはありません（0件）。", total=len(comments)
    )
    if chosen:
        text = phrase(
            "お尋ねの意見{total}件のうち、当てはまるものは{count}件です。",
            total=len(comments),
            count=len(chosen),
        )
    tallies = (tuple(comments), tuple(chosen)) if chosen else (tuple(comments),)
    return [Claim(text, tuple(r for row in rows for r in row.references), tallies=tallies), *rows]


def _outcome_row(comment: Comment) -> Claim:
    words = words_in(comment, comment.outcome_evidence or comment.submitter)
    return Claim(wording.comment_row(comment), (Reference(comment, words),), Layout.ITEM)


def answer_about_comments(query: Query, comments: Iterable[Comment], library: Library) -> Draft:
    """Submitter, opinion, reply or outcome, as the question asks."""
    several = asks_who_and_what_came_of_it(f"{query.question} {query.completed}")
    several = several or _WHAT.search(query.completed) is not None
    kind = QuestionKind.FACT if several else query.kind
    comments = tuple(comments)
    text = fold(query.completed)
    became = _CAME_OF_IT.search(text) is not None
    on_place = _asks_what_on(query, text)
    only = on_place and not (several or became)
    only = only and query.kind in (QuestionKind.WHERE, QuestionKind.FACT)
    if became and kind is QuestionKind.WHERE:
        kind = QuestionKind.OUTCOME
    asked = f"{query.question} {text}"
    asks_why = _WHY_WISHED.search(text) is not None
    claims = [
        claim
        for comment in comments
        for claim in (
            *(_aim(comment, asked) if on_place else ()),
            *(
                (_opinion(comment),)
                if only
                else _about_comment(kind, comment, library, asks_why=asks_why)
            ),
        )
    ]
    return Draft(Status.ANSWERED, tuple(claims))


def _asks_what_on(query: Query, text: str) -> bool:
    """Whether it is asked on which part a comment is, not where its new words stand."""
    if _CAME_OF_IT.search(text):
        return bool(_AIMED_AT.search(text) and _ON.search(text))
    return query.kind is QuestionKind.WHERE or _AIMED_AT.search(text) is not None


def _aim(comment: Comment, asked: str) -> tuple[Claim, ...]:
    """On which part of the policy the comment is, as far as that is printed."""
    name, target = wording.comment_name(comment), comment.target_text.strip("-－ ")
    place = phrase("{comment}に、該当箇所の記載はありません。", comment=name)
    if target:
        place = phrase(
            "{comment}の該当箇所は、「{target}」と記載されています。", comment=name, target=target
        )
    texts = [place]
    if PAGE_ASKED.search(asked):
        pages = phrase("{comment}に、ページの記載はありません。", comment=name)
        if comment.pages:
            pages = phrase(
                "{comment}のページ数の欄には、{pages}ページとあります。",
                comment=name,
                pages=comment.pages,
            )
        texts.insert(0, pages)
    evidence = (Reference(comment, words_in(comment, comment.target_text)),)
    return tuple(Claim(text, evidence) for text in texts)


def _opinion(comment: Comment, longest: int = _LONGEST_QUOTE) -> Claim:
    return quoted(comment, quote_start(comment.opinion or comment.passage, longest))


def _submitter(comment: Comment) -> Claim:
    text = phrase(
        "{comment}の提出者は{submitter}です。",
        comment=wording.comment_name(comment),
        submitter=comment.submitter,
    )
    return Claim(text, (Reference(comment, words_in(comment, comment.submitter)),))


def _outcome(comment: Comment) -> Claim:
    words = comment.outcome_evidence or comment.reply.text
    return Claim(wording.outcome(comment), (Reference(comment, words_in(comment, words)),))


def _about_comment(
    kind: QuestionKind, comment: Comment, library: Library, *, asks_why: bool
) -> list[Claim]:
    said = [_opinion(comment, _WHOLE) if asks_why else _opinion(comment)]
    if asks_why and comment.reason.text.strip():
        said.append(quoted(comment, quote_start(comment.reason, _WHOLE)))
    reply = [quoted(comment, quote_start(comment.reply))] if comment.reply else []
    reply += [claim for other in referred_replies(comment, library) for claim in _replied(other)]
    match kind:
        case QuestionKind.WHO:
            return [_submitter(comment), *said]
        case QuestionKind.REPLIED:
            return [_outcome(comment), *reply, *where_changed(comment, library)]
        case QuestionKind.OUTCOME:
            return [_outcome(comment), *reply, *where_changed(comment, library)]
        case _:
            changed = where_changed(comment, library)
            return [_submitter(comment), *said, _outcome(comment), *reply, *changed]


def _replied(comment: Comment) -> list[Claim]:
    """The reply to a comment that another reply points to."""
    reply = quoted(comment, quote_start(comment.reply or comment.passage))
    text = phrase("{comment}への回答は次のとおりです。", comment=wording.comment_name(comment))
    return [Claim(text, reply.references), reply]


def look_up_footnotes(query: Query, library: Library) -> Draft | None:
    """The footnotes a question names by number, when it does not ask what became of an opinion."""
    asks_of_opinion = query.kind in (QuestionKind.REPLIED, QuestionKind.OUTCOME)
    if asks_of_opinion and not _WORDING.search(fold(query.completed)):
        return None
    footnotes: list[Footnote] = [
        footnote
        for number in query.mentions.footnotes
        for footnote in library.catalog.footnotes(number, within=query.documents or None)
    ]
    if not footnotes:
        return None
    claims = [claim for footnote in footnotes for claim in _about_footnote(footnote, library)]
    if PAGE_ASKED.search(query.completed):
        pages = (page_of(footnote, library) for footnote in footnotes)
        claims = [*(page for page in pages if page), *claims]
    return Draft(Status.ANSWERED, tuple(claims))


def _about_footnote(footnote: Footnote, library: Library) -> list[Claim]:
    note = quoted(footnote, quote_start(footnote.passage))
    text = phrase("{label}の記載は、次のとおりです。", label=footnote.label)
    return [Claim(text, note.references), note, *noted_words(footnote, library)]


def noted_words(footnote: Footnote, library: Library) -> list[Claim]:
    """The sentence that a footnote's mark stands in, with where that is."""
    if footnote.marker_unit is None or footnote.marker_offset is None:
        return []
    noted = next(iter(library.catalog.units([footnote.marker_unit])), None)
    if noted is None:  # outside the filter
        return []
    offset = 0
    for sentence in split_sentences(noted.passage):
        if offset <= footnote.marker_offset <= offset + len(sentence.text):
            lead = phrase(
                "脚注{number}は、{label}の次の文に付されています。",
                number=footnote.number,
                label=noted.label,
            )
            place = Claim(lead, (Reference(footnote, footnote.passage.strip()),))
            return [place, quoted(noted, sentence.strip())]
        offset += len(sentence.text)
    return []


def noted_noun(footnote: Footnote, library: Library) -> Reference | None:
    """The noun at which the mark of a footnote stands, in the unit that holds it."""
    if footnote.marker_unit is None or footnote.marker_offset is None:
        return None
    unit = library.catalog.unit(footnote.marker_unit)
    match = _NOUN_AT_END.search(unit.text[: footnote.marker_offset])
    if match is None:
        return None
    return Reference(unit, unit.passage.slice(match.start(), match.end()).strip())


def child_heading(section: Section) -> Claim:
    """A section's heading as an item of a list."""
    end = section.text.find("\n")
    heading = section.passage.slice(0, end if end >= 0 else len(section.text)).strip()
    return Claim(heading.text, (Reference(section, heading),), Layout.ITEM)
