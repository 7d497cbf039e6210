"""Refuses what takes for granted that something was done which an opinion only asked for.

「訓練を年4回に増やした理由」 presupposes a figure that stands in an opinion alone, and
「意見を受けて窓口の土曜開設を決めた理由」 that what was asked for came of it. What came of it
the reply tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.answers import Claim, Draft, Layout, Status
from assistant.lookup import answer_about_comments
from assistant.passages.values import Figure, presupposed_figure, without_figure
from assistant.query import Query, QuestionKind
from assistant.understanding.focus import Focus, focus_on
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import Comment, Outcome, Passage
from index.library import Library
from index.text.sentences import split_sentences

# On 24 questions of the sample written for this, half of which take a wrong figure for granted:
# right figures stand in a sentence that has as many of the question's words as any, wrong ones
# in one that has at most 0.54 of these.
_LEAST = 0.5  # share of the question's words in the opinion that asks for it
_AS_MUCH = 0.6  # share of that, in a passage that states it
_CAUSED = re.compile(
    r"(?:意見募集|パブリック・?コメント|パブコメ|寄せられた意見|(?:提出された)?意見|要望|提案)"
    r"(?:の結果|を(?:受けて?|踏まえて?|反映し(?:た結果|て)|もとに|基に|きっかけに)|によって|により|で)、?"
)
_DONE = re.compile(
    r"(?:た|ことに(?:し|なっ)た)(?:の(?:は|って)(?:なぜ|どうして|何故)|理由|わけ|根拠|経緯|背景|決め手)"
    r"|(?:なぜ|どうして|何故)[^。]*(?:た|ました)(?:の|ん)?(?:です|でしょう)?か"
)
_WISHED = re.compile(r"べき|ほし|欲し|頂き|いただ|ください|下さい|たい|どう(?:か|でしょう)|願")
_ANY = re.compile("")
_NOT_DONE = re.compile(
    r"(?:な(?:い|かっ)|ず|ませ|見送|却下|退け|断)[^。、]{0,8}(?:の(?:は|って)|理由|わけ|経緯|か)"
)


def not_met(query: Query, library: Library) -> Draft | None:
    """A refusal where what an opinion asked for is said to have been done that was not."""
    mentions = query.mentions
    if mentions.comments or mentions.meetings or query.submitters or query.people:
        return None
    text = fold(query.completed)
    if _NOT_DONE.search(text):
        return None
    figure = presupposed_figure(query.completed)
    if figure is not None:
        return _only_wished(figure, query, library)
    if not (_CAUSED.search(text) and _DONE.search(text)):
        return None
    return _not_revised(replace(query, completed=_CAUSED.sub("", text)), library)


def _only_wished(figure: Figure, query: Query, library: Library) -> Draft | None:
    """The opinion that alone has the figure, beside as much of the question."""
    focus = without_figure(figure, focus_on(query, library))
    comments = library.catalog.all_comments()
    wished = {
        comment.id: _beside(figure, focus, (comment.opinion,), _WISHED)
        for comment in comments
        if comment.outcome is not Outcome.REVISED and not _is_kept(figure, comment)
    }
    asked = max(comments, key=lambda comment: wished.get(comment.id, 0.0), default=None)
    most = wished.get(asked.id, 0.0) if asked else 0.0
    if asked is None or most < _LEAST:
        return None
    if _beside(figure, focus, _stating(library)) >= _AS_MUCH * most:
        return None
    return _refusal(query, asked, library)


def _is_kept(figure: Figure, comment: Comment) -> bool:
    """Whether the opinion wants another figure instead, or the reply gives this one too."""
    replaced = rf"{re.escape(figure.written)}間?(?:から|では?なく)"
    return (
        figure.stands_in(comment.reply.text)
        or re.search(replaced, fold(comment.opinion.text)) is not None
    )


def _stating(library: Library) -> Iterator[Passage]:
    """All that is not the opinion of somebody who sent a comment."""
    for record in library.catalog.documents():
        for unit in library.catalog.units_of(record.id):
            yield unit.reply if isinstance(unit, Comment) else unit.passage


def _beside(
    figure: Figure, focus: Focus, passages: Iterable[Passage], form: re.Pattern[str] = _ANY
) -> float:
    """The greatest share of the question's words in a sentence of a form that has the figure."""
    return max(
        (
            focus.coverage(sentence.text)
            for passage in passages
            if passage and figure.stands_in(passage.text)
            for sentence in split_sentences(passage)
            if figure.stands_in(sentence.text) and form.search(sentence.text)
        ),
        default=0.0,
    )


def _not_revised(query: Query, library: Library) -> Draft | None:
    """The opinion that has most of what is said to have been done, where no change came of it."""
    focus = focus_on(query, library)
    held = [
        (focus.coverage(comment.opinion.text), comment.outcome is Outcome.REVISED, comment)
        for comment in library.catalog.all_comments()
    ]
    most = max((share for share, _, _ in held), default=0.0)
    near = [one for one in held if one[0] >= _AS_MUCH * most]
    if most < _LEAST or any(revised for _, revised, _ in near):
        return None
    return _refusal(query, max(near, key=lambda one: one[0])[2], library)


def _refusal(query: Query, comment: Comment, library: Library) -> Draft:
    note = phrase(
        "お尋ねの内容は{comment}で求められたもので、そのように決めたという記載はありません。",
        comment=wording.comment_name(comment),
    )
    asked = replace(query, kind=QuestionKind.REPLIED)
    facts = answer_about_comments(asked, [comment], library).claims
    return Draft(Status.PREMISE_WRONG, (Claim(note, (), Layout.NOTE), *facts))
