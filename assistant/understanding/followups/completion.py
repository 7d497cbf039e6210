"""Completes a question from the turns before it."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.query import Language
from assistant.understanding.followups import cues
from assistant.understanding.followups.aspects import (
    adds_an_aspect,
    aspect_alone,
    has_no_subject,
)
from assistant.understanding.followups.carrying import (
    of_the_meeting,
    where_changed,
    with_subject,
)
from assistant.understanding.followups.comparisons import compared
from assistant.understanding.followups.english import japanese_follow_up
from assistant.understanding.followups.members import one_of, the_other
from assistant.understanding.followups.neighbours import (
    continued,
    named_and_next,
    named_by_ending,
    next_meeting,
    next_to,
    point_of_turn,
    told_later,
)
from assistant.understanding.followups.part import Part
from assistant.understanding.followups.places_named import MEETING
from assistant.understanding.followups.pronouns import about_topic, answered_turn, with_names
from assistant.understanding.followups.restated import after_turn, corrected
from assistant.understanding.followups.sets import narrowed, others_of, the_rest
from assistant.understanding.followups.swaps import next_in_rank, nth_instead, swapped
from assistant.understanding.followups.turns import Conversation, Turn
from assistant.understanding.kinds import question_language
from assistant.understanding.mentions import find_mentions
from assistant.understanding.vocabulary import Vocabulary

_OF_COMMENTS = " 意見の数"  # short names of submitters are known only beside such words


@dataclass(frozen=True, slots=True)
class Completion:
    """A question that stands by itself.

    Attributes:
        text: The question.
        among: Ids of the units it is confined to; empty for no bound.
        apart_from: Ids of the units that were named before and are not to be named again.
        near: Ids of the units that the last answer named, and of those that follow them.
        language: Language of the answer.
    """

    text: str
    language: Language
    among: tuple[str, ...] = ()
    apart_from: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


def complete(question: str, turns: tuple[Turn, ...], vocabulary: Vocabulary) -> Completion:
    """The question with what it leaves out filled in.

    Args:
        question: As asked, without white space around it.
        turns: The turns before it, oldest first.
        vocabulary: The names the library holds.
    """
    language = question_language(question)
    new_topic = cues.NEW_TOPIC.match(question)
    if new_topic or not turns:
        rest = question[new_topic.end() :] if new_topic else question
        return Completion(rest or question, language)
    talk = Conversation(turns, vocabulary)
    again = _in_another_language(question, talk)
    if again is not None:
        return again
    question, talk = after_turn(cues.ASIDE.sub("", question), talk)
    question = corrected(question, talk)
    if language is Language.ENGLISH:
        question = japanese_follow_up(question, talk)
    part = _completed(question, talk)
    near = () if part.among else named_and_next(question, talk)
    return Completion(part.text, language, part.among, part.apart_from, near)


def _in_another_language(question: str, talk: Conversation) -> Completion | None:
    """「英語で」: the last question once more."""
    last = talk.last.query
    asked = ((cues.IN_ENGLISH, Language.ENGLISH), (cues.IN_JAPANESE, Language.JAPANESE))
    for pattern, language in asked:
        if pattern.match(question):
            return Completion(last.completed, language, last.among, last.apart_from)
    return None


def _completed(question: str, talk: Conversation) -> Part:
    question = cues.PROXIES_TOO.sub("？", question)
    bare = cues.LEAD.sub("", question) or question
    lead, bare = question.removesuffix(bare), _in_full(bare, talk)
    question = lead + bare
    for naming in (
        compared,
        next_in_rank,
        point_of_turn,
        one_of,
        nth_instead,
        the_other,
        next_to,
        named_by_ending,
        answered_turn,
        where_changed,
    ):
        text = naming(bare, talk)
        if text is not None:
            return Part(text)
    part = the_rest(bare, talk) or narrowed(bare, talk)
    if part is not None:
        return part
    meeting = next_meeting(bare, talk)
    later = continued(meeting or bare, talk)
    if later is not None:
        return Part(later)
    if meeting is not None:
        return swapped(meeting, talk) or Part(meeting)
    aspect = aspect_alone(bare)
    carried = with_subject(aspect, talk) if has_no_subject(aspect, talk) else None
    if carried is not None and (aspect != bare or with_names(bare, talk) == bare):
        return told_later(bare, carried, talk)
    named = with_names(bare, talk)
    part = others_of(named, talk) or _changed(question, bare, named, talk)
    return told_later(bare, part, talk)


def _in_full(question: str, talk: Conversation) -> str:
    """The question with the whole names of comments and, in a talk of them, of submitters."""
    text = cues.COUNTED.sub("それら", cues.SAME_AND_NUMBERED.sub("", question))
    text = cues.SPOKE_NEXT.sub(r"\g<way>の発言の発言者", text)
    both = cues.BOTH.match(text) if len(talk.last.named.items) > 1 else None
    if both:
        text = f"それら{'は、' if both['too'] or both['any'] else ''}{text[both.end() :]}"
    if any(MEETING.search(turn.query.completed) for turn in talk.turns):
        text = cues.NTH_MEETING.sub(r"第\g<number>回", text)
    if talk.comments() and not find_mentions(text):
        text = cues.BARE_KEY.sub(r"意見\g<0>", text)
    if talk.last.query.submitters:
        places = talk.vocabulary.places
        text = places.in_plain_notation(f"{text}{_OF_COMMENTS}").removesuffix(_OF_COMMENTS)
    return text


def _changed(question: str, bare: str, named: str, talk: Conversation) -> Part:
    """The question as it changes one thing of the last one, or as its names complete it.

    Args:
        question: As asked.
        bare: Without the words before it.
        named: With names for what points back.
        talk: The turns before it.
    """
    if named != bare:
        # 「同じ会社の11-12は」 still changes one thing; 「その節への意見は」 asks something itself
        asks_itself = talk.vocabulary.people_named(named) or not any(map(str.isdigit, bare))
        short = None if asks_itself else swapped(named, talk)
        return short or Part(named)
    at_meeting = of_the_meeting(bare, talk)
    if at_meeting is not None:
        return Part(at_meeting)
    if talk.term() and question == bare and adds_an_aspect(bare):
        return Part(f"{talk.term()}の{bare}")
    short = swapped(question, talk)
    if short is not None:
        return short
    is_nth = cues.ORDINAL.match(bare) and not find_mentions(bare)
    if (is_nth or adds_an_aspect(bare)) and talk.topic():
        return Part(f"{talk.topic()}の{bare}")
    return Part(about_topic(question, talk))
