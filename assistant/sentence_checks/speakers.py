"""Who said it: a name in a sentence about saying needs the ground that the turn gives.

A person or office that a turn merely mentions is not its speaker; a name that was only
inferred (the turn speaks of 総務省では) must be called an inference.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Fault
from assistant.query import Language
from assistant.sentence_checks.grounds import Finding, Ground, holds
from assistant.sentence_checks.names import OPENERS, KnownNames, NameFound, names_in
from assistant.sentence_checks.quotes import outside_quotes
from assistant.sentence_checks.voices import given_names, is_called
from index.documents import Basis, Comment, Utterance
from index.text.keys import quote_key

_SAYING = re.compile(
    r"[:：]|注意|警告|賛同|認め|約束|述べ|発言|指摘|提案|主張|要望|要請|求め|説明|報告|表明|言及|強調|挨拶|答え|回答|返答|提出"
    r"|話(?:し|さ|す)|語|尋ね|質問|紹介|訴え|疑問|懸念|提起|言(?:う|い|っ|わ)|意見|賛成|反対|評価|批判|寄せ"
    r"|\b(?:sa(?:id|ys?)|stated?|argue[ds]?|propose[ds]?|suggest(?:s|ed)?|point(?:s|ed)? out"
    r"|request(?:s|ed)?|report(?:s|ed)?|explain(?:s|ed)?|ask(?:s|ed)?|told|tells?|warn(?:s|ed)?"
    r"|submit(?:s|ted)?|repl(?:y|ies|ied)|answer(?:s|ed)?|comment(?:s|ed)?|note[ds]?|remark(?:s|ed)?"
    r"|call(?:s|ed)? for|urge[ds]?|claim(?:s|ed)?|mention(?:s|ed)?|speakers?|spoke|speaks?)\b",
    re.IGNORECASE,
)
#: Behind a name in the place of the one who speaks.
_BY = (
    r"(?:\([^()]*\)|（[^（）]*）)?(?:さん|氏|様)?"
    r"(?:[:：]|は|が|も|から|より|による|によれば|によると|です|であ[るり]|で、|だ|との?推定"
    r"|の(?:発言|意見|提案|指摘|回答|説明|報告|主張|挨拶|要望))"
)
#: A role without a name says who speaks as well.
_ROLE = re.compile(
    r"(?<![一-鿿々])(?:議長|副議長|座長|委員長|会長|部会長|理事長|大臣|総理(?:大臣)?|首相|長官|市長|知事"
    rf"|教授|局長|部長|課長|事務局)(?={_BY})"
    r"|\b(?:chair(?:man|woman|person)?|minister|mayor|governor|secretariat|professor|president)\b",
    re.IGNORECASE,
)
_SPEAKER_IS = re.compile(
    r"(?:発言者|話者|発言した(?:の|人|方|者)|述べた(?:の|人|方|者)|[いしっめえ]た(?:人|方|者))は"
    r"|た(?:の)は[^、。]{1,40}(?:です|でした|だ。|だった|である|と(?:され|推定|みられ|考え))"
    r"|\b(?:speaker|person who \w+) (?:was|is)\b|\bwas (?:said|made|raised|proposed) by\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(r"不明|記載(?:は|が)?(?:な|あり)|特定でき|分か|示され|\b(?:not|no|unknown)\b")
_HEDGED = re.compile(
    r"推定|みられ|見られ|思われ|考えられ|推測|\b(?:inferred|presumably|apparently)\b"
)
#: Whom a sentence about a comment's reply may name as the one who answers.
_SUBJECT = re.compile(
    r"(?:^|[、。\s])(?P<subject>[^、。「」\s]{2,24}?)(?:さん|氏)?(?:は|が)(?!、?なく)"
)
_SHORT_SUBJECT = re.compile(
    r"(?:^|(?<=[、。\s]))[一-鿿](?<![市国県区町村府都案私者会他我誰何])(?:は|が)"
)
_HIRAGANA_NAME = re.compile(r"^[ぁ-ゖー]{3,}$")
_ORDINARY = re.compile(
    r"^(?:これ|それ|あれ|いずれ|どれ|ここ|そこ|こちら|そちら|また|なお|ただし|さらに|うち)"
)


_ENGLISH_SUBJECT = re.compile(
    r"\b(?P<before>[a-z'-]+) (?:said|says|stated|states|argued|argues|proposed|proposes|suggested"
    r"|pointed out|requested|asked|warned|urged|claimed|noted|explained|remarked|told|submitted"
    r"|replied|called for)\b|\b(?:by|according to) (?P<behind>[a-z'-]+)",
    re.IGNORECASE,
)
_ENGLISH_WORDS = (
    "also has had have was were is be been not then further city council ministry company body "
    "office organisation organization reply answering attendee participant citizen our any itself "
    "way means themselves several officials committee party local national public"
)
_ENGLISH_ORDINARY = frozenset(_ENGLISH_WORDS.split())


def speaker_fault(
    sentence: str, grounds: Sequence[Ground], language: Language, known: KnownNames
) -> Finding | None:
    """A person, or an office in a speaker's place, whom no cited turn or comment gives."""
    voiced = [ground for ground in grounds if isinstance(ground.unit, Utterance | Comment)]
    text = outside_quotes(sentence)
    given = [name for ground in grounds for name in given_names(ground)]
    named = _voices(text, language, known, grounds)
    if not voiced:
        if not _SAYING.search(text):
            return None
        listed = names_in(text, language, known)
        if listed and _SPEAKER_IS.search(text):  # a page that lists a name tells no speaker
            return Finding(Fault.NAME_WITHOUT_BASIS, listed[0].surface)
        return _unknown_role(text, given, grounds, told=True)
    for name in named:
        if not is_called(name, given):
            return Finding(Fault.NAME_WITHOUT_BASIS, name)
    roles = [found.group() for found in _ROLE.finditer(text)] if _SAYING.search(text) else []
    said = named or roles
    for ground in voiced:
        # One turn's speaker must not lend a name to another turn that is cited beside it.
        if said and not any(is_called(name, given_names(ground)) for name in said):
            return Finding(Fault.NAME_WITHOUT_BASIS, said[0])
    if _SAYING.search(text) and (wrong := _unknown_role(text, given, grounds, told=False)):
        return wrong
    return (
        _described(text, voiced) or _nobody_known(text, language) or _unhedged(text, voiced, named)
    )


def _described(text: str, voiced: Sequence[Ground]) -> Finding | None:
    """Somebody said to be the speaker of a turn that names nobody, by name or by description."""
    turns = [ground.unit for ground in voiced if isinstance(ground.unit, Utterance)]
    if not turns or any(turn.attribution.basis is not Basis.NONE for turn in turns):
        return None
    found = _SPEAKER_IS.search(text)
    if found is None or _UNKNOWN.search(text):
        return None
    return Finding(Fault.NAME_WITHOUT_BASIS, found.group())


def _voices(
    text: str, language: Language, known: KnownNames, grounds: Sequence[Ground]
) -> list[str]:
    """The people of a sentence, and the bodies that it has speak; not what places are called."""
    says = _SAYING.search(text)
    return [
        name.surface
        for name in names_in(text, language, known)
        if (name.is_person or (says and _speaks(name, text)))
        and not _is_place(name.surface, grounds)
    ]


def _speaks(name: NameFound, text: str) -> bool:
    """Whether the sentence has an office or body speak; of another name, whether it opens so."""
    opening = "" if name.is_body else r"^(?:また|さらに|なお|一方)?、?"
    return re.search(f"{opening}{re.escape(name.surface)}{_BY}", text) is not None


def _nobody_known(text: str, language: Language) -> Finding | None:
    """A speaker whose name no dictionary shows: in hiragana, or in small Latin letters."""
    if not _SAYING.search(text):
        return None
    if short := _SHORT_SUBJECT.search(text):
        return Finding(Fault.NAME_WITHOUT_BASIS, short.group())
    for match in _SUBJECT.finditer(text):
        subject = match["subject"]
        if _HIRAGANA_NAME.match(subject) and not _ORDINARY.match(subject):
            return Finding(Fault.NAME_WITHOUT_BASIS, subject)
    if language is Language.ENGLISH:
        for match in _ENGLISH_SUBJECT.finditer(text):
            word = (match["before"] or match["behind"]).casefold()
            if word not in OPENERS and word not in _ENGLISH_ORDINARY:
                return Finding(Fault.NAME_WITHOUT_BASIS, word)
    return None


def _unknown_role(
    text: str, given: Sequence[str], grounds: Sequence[Ground], *, told: bool
) -> Finding | None:
    """A role said to speak that nobody there has; in a policy's own words it may be told of."""
    for match in _ROLE.finditer(text):
        role = match.group()
        known = is_called(role, given) or _is_place(role, grounds)
        if not (known or (told and holds(role, grounds))):
            return Finding(Fault.NAME_WITHOUT_BASIS, role)
    return None


def _is_place(name: str, grounds: Sequence[Ground]) -> bool:
    """Whether the name is part of what the place is called: the body, the heading, the label."""
    key = _key(name)
    places = (
        f"{ground.unit.label} {ground.document.title} {ground.document.body or ''}"
        for ground in grounds
        if not isinstance(ground.unit, Comment)
    )
    return any(key in _key(place) for place in places)


def _unhedged(text: str, voiced: Sequence[Ground], named: Sequence[str]) -> Finding | None:
    """An inferred speaker named as if the minutes did."""
    if _HEDGED.search(text):
        return None
    for ground in voiced:
        unit = ground.unit
        if isinstance(unit, Utterance) and unit.attribution.basis is Basis.SELF_REFERENCE:
            for name in named:
                if is_called(name, given_names(ground)):
                    return Finding(Fault.NAME_WITHOUT_BASIS, name)
    return None


def _key(text: str) -> str:
    return quote_key(text).casefold()
