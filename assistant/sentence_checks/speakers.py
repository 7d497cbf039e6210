"""Who said it: a name in a sentence about saying needs the ground that the turn gives.

A person or office that a turn merely mentions is not its speaker; a name that was only
inferred (the turn speaks of 総務省では) must be called an inference.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Fault
from assistant.query import Language
from assistant.sentence_checks.grounds import Finding, Ground
from assistant.sentence_checks.names import names_in
from assistant.sentence_checks.quotes import outside_quotes
from index.documents import Basis, Comment, RosterEntry, Utterance
from index.text.keys import quote_key

_SAYING = re.compile(
    r"述べ|発言|指摘|提案|主張|要望|要請|求め|説明|報告|表明|言及|強調|挨拶|答え|回答|返答|提出|話(?:し|さ|す)"
    r"|語|尋ね|質問|紹介|訴え|疑問|懸念|提起|言(?:う|い|っ|わ)|意見|賛成|反対|評価|批判|寄せ"
    r"|\b(?:sa(?:id|ys?)|stated?|argue[ds]?|propose[ds]?|suggest(?:s|ed)?|point(?:s|ed)? out"
    r"|request(?:s|ed)?|report(?:s|ed)?|explain(?:s|ed)?|ask(?:s|ed)?|told|tells?|warn(?:s|ed)?"
    r"|submit(?:s|ted)?|repl(?:y|ies|ied)|answer(?:s|ed)?|comment(?:s|ed)?|note[ds]?|remark(?:s|ed)?"
    r"|call(?:s|ed)? for|urge[ds]?|claim(?:s|ed)?|mention(?:s|ed)?|speakers?|spoke|speaks?)\b",
    re.IGNORECASE,
)
#: Behind a name in the place of the one who speaks.
_BY = r"(?:\([^()]*\)|（[^（）]*）)?(?:さん|氏|様)?(?:は|が|も|から|より|による|によれば|によると|です|で、|だ|との?推定|の(?:発言|意見|提案|指摘|回答|説明|報告|主張|挨拶|要望))"
_HEDGED = re.compile(r"推定|みられ|見られ|思われ|考えられ|推測|\b(?:inferred|presumably|apparently)\b")
#: Whom a sentence about a comment's reply may name as the one who answers.
_SUBJECT = re.compile(r"(?:^|[、。\s])(?P<subject>[^、。「」\s]{2,24}?)(?:さん|氏)?(?:は|が)(?!、?なく)")
_HIRAGANA_NAME = re.compile(r"^[ぁ-ゖー]{3,}$")
_ORDINARY = re.compile(r"^(?:これ|それ|あれ|いずれ|どれ|ここ|そこ|こちら|そちら|また|なお|ただし|さらに|うち)")


def speaker_fault(
    sentence: str, grounds: Sequence[Ground], language: Language, known: frozenset[str]
) -> Finding | None:
    """A person, or an office in a speaker's place, whom no cited turn or comment gives."""
    voiced = [ground for ground in grounds if isinstance(ground.unit, Utterance | Comment)]
    text = outside_quotes(sentence)
    if not voiced or not _SAYING.search(text):
        return None
    given = [name for ground in grounds for name in _given(ground)]
    for name in names_in(sentence, language, known):
        speaks = name.is_person or re.search(re.escape(name.surface) + _BY, text)
        if speaks and not _is_given(name.surface, given) and not _is_place(name.surface, grounds):
            return Finding(Fault.NAME_WITHOUT_BASIS, name.surface)
    for match in _SUBJECT.finditer(text):
        subject = match["subject"]
        if _HIRAGANA_NAME.match(subject) and not _ORDINARY.match(subject):
            return Finding(Fault.NAME_WITHOUT_BASIS, subject)
    return _unhedged(text, voiced, language, known)


def _given(ground: Ground) -> tuple[str, ...]:
    """The names under which the voice of a unit may be spoken of."""
    unit = ground.unit
    if isinstance(unit, Comment):
        return (unit.submitter,)
    if isinstance(unit, RosterEntry):
        return tuple(filter(None, (unit.name, *unit.offices, unit.proxy_for)))
    if not isinstance(unit, Utterance) or unit.attribution.basis is Basis.NONE:
        return ()
    by = unit.attribution
    return tuple(filter(None, (by.person, by.office, by.label, by.proxy_for)))


def _is_given(name: str, given: Sequence[str]) -> bool:
    key = _key(name)
    return any(key in _key(one) or _key(one) in key for one in given)


def _is_place(name: str, grounds: Sequence[Ground]) -> bool:
    """Whether the name is part of what the place is called: the body, the heading, the label."""
    key = _key(name)
    places = (
        f"{ground.unit.label} {ground.document.title} {ground.document.body or ''}"
        for ground in grounds
        if not isinstance(ground.unit, Comment)
    )
    return any(key in _key(place) for place in places)


def _unhedged(
    text: str, voiced: Sequence[Ground], language: Language, known: frozenset[str]
) -> Finding | None:
    """An inferred speaker named as if the minutes did."""
    if _HEDGED.search(text):
        return None
    for ground in voiced:
        unit = ground.unit
        if isinstance(unit, Utterance) and unit.attribution.basis is Basis.SELF_REFERENCE:
            for name in names_in(text, language, known):
                if _is_given(name.surface, _given(ground)):
                    return Finding(Fault.NAME_WITHOUT_BASIS, name.surface)
    return None


def _key(text: str) -> str:
    return quote_key(text).casefold()
