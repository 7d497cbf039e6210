"""A question prompt in the terminal, until the page exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console

from index.errors import TenkyoError
from ui.answers import answer_lines

if TYPE_CHECKING:
    from assistant.assistant import Assistant

_WELCOME = "質問を入力してください（終わるには空行か Ctrl-D）。"


def converse(assistant: Assistant) -> None:
    """Ask and answer until an empty line or the end of the input."""
    # Shown beside the answers, so that standard output holds answers only.
    prompt = Console(stderr=True, highlight=False)
    output = Console(highlight=False, markup=False, soft_wrap=True)
    count = len(assistant.library.catalog.documents())
    prompt.print(f"{count}件の文書を収録しています。{_WELCOME}")
    history: list[tuple[str, str]] = []
    while question := _read(prompt):
        try:
            answer = assistant.answer(question, history)
        except TenkyoError as error:
            prompt.print(f"エラー: {error}", markup=False)
            continue
        history.append((answer.query.in_words, answer.text))
        for line in answer_lines(answer, assistant.library):
            output.print(line)
        output.print()


def _read(prompt: Console) -> str:
    prompt.print("\n質問> ", end="")
    try:
        return input().strip()
    except (EOFError, KeyboardInterrupt):
        prompt.print()
        return ""
