"""An English question as the Japanese question that means the same.

All rules about questions are rules about Japanese; an English question is put in Japanese
first, and the user sees how. Places and names come first, then the form of the question,
then its words.
"""

from __future__ import annotations

import re

from assistant.understanding.from_english.attendance_forms import (
    at_one_and_not_another,
    which_of_two,
)
from assistant.understanding.from_english.comment_tables import comment_table
from assistant.understanding.from_english.frames import left_open, put
from assistant.understanding.from_english.names import Names
from assistant.understanding.from_english.places import in_digits, with_japanese_places
from assistant.understanding.from_english.plain_forms import in_plain_form, without_leading_words
from assistant.understanding.from_english.topics import Topics
from assistant.understanding.from_english.wishes import about_a_wish
from assistant.understanding.vocabulary import Vocabulary

__all__ = ["in_digits", "in_plain_form", "japanese_question", "matter_of"]

# in capitals: 「us」 is another word
_COUNTRIES = (
    (re.compile(r"(?<![\w-])U\.?S\.?(?:A\b\.?)?(?![\w.-])"), "United States"),
    (re.compile(r"(?<![\w-])U\.?K\b\.?(?![\w-])"), "United Kingdom"),
    (re.compile(r"(?<![\w-])U\.?N\b\.?(?![\w-])"), "United Nations"),
)
_GLOSSED = re.compile(r"\bthe\s+[A-Za-z' -]{2,40}?\s*[(（](?P<japanese>[一-鿿々ァ-ヶー]+)[)）]")
# 「65歳以上」
_AGED = re.compile(
    r"\b(?:(?:(?:people|persons|those|residents|adults|citizens)\s+)?(?:aged?|who are|of)"
    r"|people|persons|those|residents|adults|citizens)\s+"
    r"(?P<age>\d+)(?:\s*(?:years?(?: old)?|years? of age))?\s+"
    r"(?:(?P<up>(?:or|and)\s+(?:over|above|older|up|more))|(?:or|and)\s+(?:under|below|younger))",
    re.IGNORECASE,
)
_OLDER = re.compile(
    r"\b(?:(?:people|persons|those|residents|adults|citizens)\s+)?"
    r"(?:over(?: the age of)?|older than|above)\s+(?P<age>\d{2})"
    r"(?=\s+(?!%|percent|years? (?!old))|\s*[?,.])"
    r"(?:\s+years old)?",
    re.IGNORECASE,
)
# What somebody said is asked for, not who: 「what did a participant say is needed because …」
_SOMEBODY = (
    r"(?:a|an|one|the|some|any)(?: \w+)? ?"
    r"(?:participants?|members?|speakers?|attendees?|persons?|experts?)"
    r"(?: (?:of|at|in|from|during))?"
)
_SAID = r"(?:say|said|state|stated|argue|argued|think|point out|explain|claim|report|note|mention)"
_SAID_BY_SOMEBODY = re.compile(
    rf"^(?P<asked>(?:what|which|how)\b.{{0,60}}?)\s*\bdid {_SOMEBODY}\s+{_SAID}(?: that)?\s+"
    r"(?=(?:is|are|was|were|should|must|needs?|has|have|had|can|could|would|will|there)\b)",
    re.IGNORECASE,
)
# 「According to the estimate, how many …」: what stands in front belongs to what is asked
_IN_FRONT = re.compile(
    r"^(?P<front>(?:according to|in|under|with|for|on|as|among|of|besides|apart from|at|by|during"
    r"|after|before|since|from|regarding|concerning|considering|given)\b"
    r"[^,?]{3,80}),\s+(?P<asked>(?:with |in |on |to |by |under |of |from |for |at )?"
    r"(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|does|do|did|has|have)\b.+)$",
    re.IGNORECASE,
)
_CITED_IN = re.compile(
    r"\s+(?:cited|quoted|given|mentioned|described|printed|contained|referred to) in (?:the )?"
    r"(?:draft )?(?:strategy|documents?|papers?|policy paper|text)\b",
    re.IGNORECASE,
)
# 「…, what did each create? Please compare.」 asks one thing
_IDEA_OF = re.compile(
    r"\bthe (?:idea|concept|notion|term(?! of office)|word) (?:of )?(?=[\"“'a-z一-鿿ァ-ヶ])"
    r"|\bthe (?:abbreviation|acronym|initials|letters|term) (?=[\"“']?[A-Z]\S*[A-Z])"
)
_COMPARED = re.compile(
    r"(?<=\w)[?.]\s+(?:please |kindly |can you |could you )?"
    r"compare(?: (?:them|the two|both))?[?.]?$",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.!])(?<!\b(?:Mr|Ms|Dr|No|St)\.)(?<!\bMrs\.)\s+(?=[A-Z一-鿿])")
_POINTS_BACK = re.compile(
    r"\b(?:this|that|it|them|these|those)(?: (?:comment|request|opinion|proposal|idea|point)s?)?"
    r"(?=\s*[?,.]|\s*$|\s+(?:adopted|accepted|reflected|revised|rejected|taken|lead|led|result"
    r"|change|changed|incorporated)\b)",
    re.IGNORECASE,
)
_REPLIED = re.compile(
    r"\b(?:answer|reply|replied|respon[ds]e?|response|answered)\w*\s*\??$", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"^(?P<subject>[^:]+):\s+(?=(?:and|so|then|what|which|who|when|where|why|how|is|are|was|were"
    r"|does|do|did|has|have|can|list|show)\b)",
    re.IGNORECASE,
)
_MEETING = r"第\d+回会合(?:と第\d+回会合)*"
_BODY = r"[一-鿿々ァ-ヶーA-Za-z]{2,}(?:会議|本部|委員会|審議会|協議会|部会|検討会|懇談会)"
_AT_MEETING = re.compile(
    r"(?:,\s*)?(?:\b(?:at|in|during|from|of|for|by|between|according to|compare)\s+)?(?:the\s+)?"
    rf"(?:minutes\s+of\s+)?(?:the\s+)?(?:(?P<first>{_BODY})(?:'s)?\s+)?(?P<meeting>{_MEETING})"
    rf"(?:\s+of\s+(?:the\s+)?(?P<body>{_BODY}))?(?:\s+minutes)?",
    re.IGNORECASE,
)
_JAPAN = re.compile(r"\b(?:Japan|Nihon|Nippon) (?=日本)")
_TITLE = re.compile(r"\b(?:Mrs?|Ms|Dr)\.?\s+(?=[A-Z])")
_OF_MEETING = re.compile(r"だけ|両方|出席者|代理出席|議題|決定事項|開催|議長|場所|日時")
_WAS_THERE = re.compile(
    r"^(?:was|were)(?!\s+held\b)\s+(?P<who>(?:the\s+)?[^?]{2,60}?)\s*\??$", re.IGNORECASE
)


def japanese_question(question: str, vocabulary: Vocabulary, *, among: bool = False) -> str:
    """The Japanese question that means the same as an English one.

    Args:
        question: English; what it points back to already stands in it, before a colon.
        vocabulary: The names the library holds.
        among: Whether it asks for some of the things that an earlier answer listed.
    """
    text = _with_names_of_countries(_TITLE.sub("", in_plain_form(without_leading_words(question))))
    text = _OLDER.sub(_years_and_over, _AGED.sub(_years_and_over, text))
    text = _GLOSSED.sub(lambda match: match["japanese"], text)
    names = Names(vocabulary)
    text = _JAPAN.sub("", names.put_in(with_japanese_places(text)))
    text = _as_one_question(text)
    text, subject = _without_subject(text)
    submitters = vocabulary.submitters_named(text)
    table = comment_table(text, submitters, following=among)
    if table is not None:
        return f"{table}{_end(table)}"
    if of_two := at_one_and_not_another(text) or which_of_two(text):
        return f"{of_two}？"
    place, text = _without_meeting(text)
    text = _SAID_BY_SOMEBODY.sub(lambda match: f"{match['asked']} ", text.strip(" ,"))
    words = Topics(vocabulary.library, text)
    if subject and not among:
        about = words.japanese(subject)
        place = f"{place}{about}について、"
    there = _WAS_THERE.search(text) if place else None
    if there:
        return f"{place}{words.japanese(there['who'])}は出席しましたか？"
    if place and not re.sub(r"\W", "", text):
        return f"{place.removesuffix('で、')}を比べると、それぞれどのように違いますか？"
    asked = put(" ".join(text.split()), words.japanese)
    if _OF_MEETING.match(asked):
        place = f"{place.removesuffix('で、')}の" if place else ""
    return f"{place}{asked}{_end(asked)}"


def _end(asked: str) -> str:
    return "。" if asked.endswith("ください") else "？"


def matter_of(question: str) -> str:
    """The words of an English question that say what it is about, without those that ask.

    Args:
        question: In plain form.
    """
    text = _as_one_question(with_japanese_places(_with_names_of_countries(question)))
    text, subject = _without_subject(text)
    _, text = _without_meeting(text)
    return f"{subject} {left_open(' '.join(text.split()))}".strip()


def _with_names_of_countries(text: str) -> str:
    for short, name in _COUNTRIES:
        text = short.sub(name, text)
    return text


def _as_one_question(text: str) -> str:
    """A question with what is said before it: 「… wanted training. What did they answer?」."""
    text = _IDEA_OF.sub("", _CITED_IN.sub("", text))
    text = _COMPARED.sub("?", text)
    front = _IN_FRONT.match(text)
    if front and not _AT_MEETING.search(front["front"]):
        asked = front["asked"].rstrip("?. ")
        text = f"{asked} {re.sub('^according to', 'by', front['front'], flags=re.I)}?"
    *before, asked = _SENTENCES.split(text)
    context = " ".join(sentence.rstrip(". !") for sentence in before)
    if not context or not asked.rstrip().endswith("?"):
        return text
    of_a_wish = about_a_wish(context, asked)
    if of_a_wish is not None:
        return of_a_wish
    if _POINTS_BACK.search(asked):
        return _POINTS_BACK.sub(lambda _: context, asked, count=1)
    if _REPLIED.search(asked):
        return f"{asked.rstrip(' ?')} to {context}?"
    return f"{context}: {asked}"


def _years_and_over(match: re.Match[str]) -> str:
    under = "up" in match.groupdict() and match["up"] is None
    return f"{match['age']}歳{'以下' if under else '以上'}"


def _without_subject(text: str) -> tuple[str, str]:
    """The question, and what it is about, which completing it has put before a colon."""
    match = _SUBJECT.search(text)
    return (text[match.end() :], match["subject"]) if match else (text, "")


def _without_meeting(text: str) -> tuple[str, str]:
    """第39回会合で、 and the rest of the question."""
    match = _AT_MEETING.search(text)
    if match is None:
        return "", text
    body = match["body"] or match["first"] or ""
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    return f"{body}{match['meeting']}で、", re.sub(r"\s+([?,])", r"\1", rest)
