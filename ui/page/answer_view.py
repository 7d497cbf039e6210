"""The left side: questions with their answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from assistant.query import Query
from eval.reports.answers import answer_html
from index.documents import Basis, Outcome
from index.library import Library
from ui.page.citation_text import citation_text
from ui.page.conversation import Conversation, Turn, TurnState
from ui.page.feedback import Judgement
from ui.page.texts import Texts
from ui.server.models import AnswerModel
from ui.templates import environment

if TYPE_CHECKING:
    from markupsafe import Markup

_OF_REFUSALS = (Judgement.RIGHT, Judgement.INCOMPLETE)
_MANY = 5  # citations beyond which an answer is offered as a table first


def conversation_html(conversation: Conversation, library: Library | None, texts: Texts) -> str:
    """All questions with their answers.

    Args:
        conversation: What was asked.
        library: Gives the labels of what was read; None where nothing is indexed.
        texts: The language.
    """
    return "".join(_turn(turn, conversation.id, library, texts) for turn in conversation.turns)


def working_html(turn: Turn, query: Query | None, blocks: Iterable[str], texts: Texts) -> str:
    """A question whose answer is being made: what it was understood as, what is there so far."""
    step = texts.understanding
    if query is not None:
        kind = texts.names.questions[query.kind]
        step = texts.understood.format(question=query.in_words, kind=kind)
    body = _body("\n\n".join(block for block in blocks if block), turn.id, ())
    template = environment("ui.page").get_template("working.html.j2")
    return template.render(t=texts, turn=turn, step=step, body=body)


def announcement(turn: Turn, texts: Texts) -> str:
    """What a screen reader says when an answer is there."""
    match turn.state:
        case TurnState.ANSWERED if turn.answer:
            status = texts.names.statuses[turn.answer.status]
            return texts.answered.format(status=status, count=len(turn.answer.citations))
        case TurnState.STOPPED:
            return texts.stopped
        case _:
            return texts.failed


def _turn(turn: Turn, conversation_id: str, library: Library | None, texts: Texts) -> str:
    template = environment("ui.page").get_template("turn.html.j2")
    answer = turn.answer
    return template.render(
        t=texts,
        turn=turn,
        conversation=conversation_id,
        answer=answer,
        body=_answer_body(turn),
        outcomes=_outcomes(answer) if answer else (),
        bases=_bases(answer) if answer else (),
        not_cited=_not_cited(answer, library) if answer and library else (),
        citation_text=citation_text,
        judgements=tuple(Judgement) if answer and answer.citations else _OF_REFUSALS,
        many=_MANY,
        stopped=turn.state in (TurnState.STOPPED, TurnState.ASKED),
    )


def _answer_body(turn: Turn) -> Markup | str:
    if turn.answer is None:
        return ""
    return _body(turn.answer.answer, turn.id, [citation.n for citation in turn.answer.citations])


def _body(text: str, turn_id: str, numbers: Iterable[int]) -> Markup:
    """The answer's Markdown as HTML; `answer_html` lets nothing through that could act."""
    from markupsafe import Markup

    return Markup(answer_html(text, f"c-{turn_id}", frozenset(numbers)))  # noqa: S704


def _outcomes(answer: AnswerModel) -> tuple[Outcome, ...]:
    found = (citation.outcome for citation in answer.citations)
    return tuple(dict.fromkeys(outcome for outcome in found if outcome is not None))


def _bases(answer: AnswerModel) -> tuple[Basis, ...]:
    return tuple(
        dict.fromkeys(citation.speaker.basis for citation in answer.citations if citation.speaker)
    )


def _not_cited(answer: AnswerModel, library: Library) -> tuple[tuple[str, str], ...]:
    """Ids and labels of what was read without being cited; what is gone is left out."""
    cited = {citation.id for citation in answer.citations}
    read = [unit_id for unit_id in answer.retrieved if unit_id not in cited]
    return tuple((unit.id, unit.label) for unit in library.catalog.units(read))
