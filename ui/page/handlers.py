"""What the left side and the list of documents do; knows nothing of Gradio."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.errors import TenkyoError
from index.library import Library
from ui.page.answer_view import announcement, conversation_html, working_html
from ui.page.conversation import Conversation, Turn, TurnState
from ui.page.documents_view import documents_html
from ui.page.examples import ExampleQuestions
from ui.page.filter_choices import FilterField, described, filter_fields, unit_filter
from ui.page.history import ConversationStore, Summary, owner_key
from ui.page.talk import Asker, ask, stop
from ui.page.texts import Texts
from ui.services import AnswerService
from ui.templates import environment


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who uses the page: a browser, the person logged in, the conversation on show."""

    browser: str
    conversation: str = ""
    user: str = ""

    @property
    def owner(self) -> str:
        """Whose conversations are shown."""
        return owner_key(self.browser, self.user)


@dataclass(frozen=True, slots=True)
class ChatView:
    """What the left side shows.

    Attributes:
        visitor: With the conversation that is on show now.
        log: Finished turns.
        working: The turn that is being answered.
        said: What a screen reader says.
        busy: Whether a question is being answered.
        summaries: The visitor's conversations, the latest first.
    """

    visitor: Visitor
    log: str
    working: str = ""
    said: str = ""
    busy: bool = False
    summaries: tuple[Summary, ...] = ()


@dataclass(frozen=True)
class Chat:
    """The left side over the services."""

    answers: AnswerService
    store: ConversationStore
    examples: ExampleQuestions
    texts: Texts

    def opened(self, visitor: Visitor) -> ChatView:
        """The conversation a visitor had last, or the welcome."""
        conversation = self.store.owned(visitor.owner, visitor.conversation)
        return self._view(visitor, conversation or Conversation())

    def started(self, visitor: Visitor) -> ChatView:
        """A new conversation."""
        return self._view(visitor, Conversation())

    def deleted(self, visitor: Visitor) -> ChatView:
        """The conversation on show dropped, a new one in its place."""
        self.store.delete(visitor.owner, visitor.conversation)
        return self.started(visitor)

    def stopped(self, visitor: Visitor) -> ChatView:
        """The question that is being answered given up."""
        conversation = self.store.owned(visitor.owner, visitor.conversation)
        if conversation is None:
            return self.started(visitor)
        return self._view(visitor, stop(self.store, conversation), self.texts.stopped)

    def asked(
        self, visitor: Visitor, question: str, chosen: Sequence[Sequence[str]]
    ) -> Iterator[ChatView]:
        """A question answered step by step."""
        confined = described(chosen, self.fields())
        wanted = unit_filter(chosen)
        turn = Turn(question=question.strip(), wanted=wanted, filters=confined)
        asker = Asker(visitor.owner, visitor.conversation, visitor.user)
        log = None
        for step in ask(self.answers, self.store, asker, turn):
            now = replace(visitor, conversation=step.conversation.id)
            if step.turn.state is not TurnState.ASKED:
                yield self._view(now, step.conversation, announcement(step.turn, self.texts))
                return
            if log is None:
                log = self._log(step.conversation.without(step.turn))
            working = working_html(step.turn, step.query, step.blocks, self.texts)
            yield ChatView(now, log, working, self.texts.understanding, busy=True)

    def fields(self) -> tuple[FilterField, ...]:
        """What can be filtered by now."""
        return filter_fields(self.library(), self.texts)

    def documents(self) -> str:
        """The list of documents."""
        return documents_html(self.library(), self.texts)

    def library(self) -> Library | None:
        """What is indexed now; None where nothing can be read."""
        try:
            return self.answers.assistant().library
        except TenkyoError:
            return None

    def _view(self, visitor: Visitor, conversation: Conversation, said: str = "") -> ChatView:
        return ChatView(
            visitor=replace(visitor, conversation=conversation.id if conversation.turns else ""),
            log=self._log(conversation),
            said=said,
            summaries=self.store.summaries(visitor.owner),
        )

    def _log(self, conversation: Conversation) -> str:
        if conversation.turns:
            return conversation_html(conversation, self.library(), self.texts)
        return self._welcome()

    def _welcome(self) -> str:
        problem = ""
        groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
        try:
            groups = self.examples.of(self.answers.assistant())
        except TenkyoError as error:
            problem = str(error)
        template = environment("ui.page").get_template("welcome.html.j2")
        return template.render(t=self.texts, groups=groups, problem=problem)
