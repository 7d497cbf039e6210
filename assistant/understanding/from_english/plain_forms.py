"""Puts an English question in the plain form that the forms of questions know.

One thing is asked in many ways: in the passive (「by whom was X proposed」), with a noun for the
verb (「whose proposal was X」), with words between that ask nothing (「said a participant」).
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from assistant.understanding.from_english.form import COMPANY, PEOPLE, SAYING, SPEAKER

_POLITE = re.compile(
    r"^(?:(?:hello|hi|excuse me|sorry|and|so|then|now|ok|okay|also|well|but|please)\b[,.!]?\s*)+"
    r"|^(?:could|can|would|will) you (?:please )?(?:tell|show|give|explain to)(?: me)?,?\s*"
    r"|^(?:please )?(?:tell|let) me(?: know)?,?\s*"
    r"(?:about\s+(?=what|who|how|which|when|where|why))?"
    r"|^i(?: would|'d) like to know,?\s*|^i(?: am|'m) (?:wondering|curious)(?: about)?,?\s*"
    r"|^i wonder(?: if you (?:can|could) tell me)?,?\s*|^do you (?:happen to )?know(?: if)?\s+"
    r"|^(?:just )?(?:for (?:our|my|the) (?:records?|reference|article|report|files?)"
    r"|out of curiosity|to be (?:sure|clear)|as far as (?:you|we) know|simply put"
    r"|in (?:brief|short|(?:plain|simple|other) (?:terms|words|language|english)"
    r"|one (?:sentence|line|word)|a nutshell)"
    r"|briefly|quick question|one question)\s*[,:]\s*"
    r"|^according to (?:the )?(?:draft|documents?),\s*",
    re.IGNORECASE,
)
_CONTRACTED = re.compile(r"\b(what|who|where|when|how|that|there)'s\b", re.IGNORECASE)
# where it was said, put behind: 「At the 22nd meeting, whose proposal was it …」
_WHERE = re.compile(
    r"^(?:at|in|during) [^,?]{3,60}?\bmeetings?\b[^,?]{0,40}, (?=\w)", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[.!?])(?<!\b(?:Mr|Ms|Dr|No|St|no)\.)(?<!\bMrs\.)\s+(?=[A-Za-z])")
_ARTICLE = re.compile(r"(?<=[a-z] )(?:The|An?|At|In|On)(?= [a-z\d])")
_SHARED = {"{speaker}": SPEAKER, "{company}": COMPANY, "{people}": PEOPLE, "{saying}": SAYING}


def in_plain_form(question: str) -> str:
    """The plainest of the English questions that ask the same."""
    text = _CONTRACTED.sub(r"\1 is", " ".join(question.replace("’", "'").split()))
    return " ".join(map(_sentence, _SENTENCE.split(_sentence(text))))


def without_leading_words(question: str) -> str:
    """The question without words of politeness and of going on before it: 「And tell me …」."""
    while (shorter := _POLITE.sub("", question, count=1)) != question:
        question = shorter
    return question


def _sentence(text: str) -> str:
    where = _WHERE.match(text)
    said = text[: where.end()] if where else ""
    text = text[len(said) :]
    for form, plain in _forms():
        text = form.sub(plain, text)
    return f"{said}{_ARTICLE.sub(lambda match: match.group().lower(), text)}".strip()


@cache
def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    names, forms = dict(_SHARED), []
    lines = files(__package__).joinpath("plain_forms.tsv").read_text("utf-8").splitlines()
    for line in lines:
        if not line or line.startswith("#"):
            continue
        form, _, plain = line.partition("\t")
        if form in names or re.fullmatch(r"\{\w+\}", form):
            names[form] = _filled(plain, names)
        else:
            forms.append((re.compile(_filled(form, names), re.IGNORECASE), plain))
    return tuple(forms)


def _filled(form: str, names: dict[str, str]) -> str:
    """The form with the words that a name stands for in its place."""
    for name, words in names.items():
        form = form.replace(name, words)
    return form
