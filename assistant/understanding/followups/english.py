"""An English follow-up as the Japanese follow-up that means the same.

What points back is named here, while it still says what kind of thing it means (this
submitter, the second one); all else is left to the Japanese rules.
"""

from __future__ import annotations

import re

from assistant.understanding.followups.naming import joined_names, meeting_name, unit_name
from assistant.understanding.followups.sets import listed
from assistant.understanding.followups.turns import Conversation
from assistant.understanding.from_english import in_digits, japanese_question
from assistant.understanding.from_english.names import Names
from assistant.understanding.from_english.places import with_japanese_places
from assistant.understanding.from_english.topics import Topics

_ORDINAL = re.compile(
    r"\bthe (?:(?P<nth>\d+)(?:st|nd|rd|th)|(?P<last>last|latter)|(?P<former>former))"
    r"(?P<what> (?:one|item|comment|section)| of (?:them|these|those))?(?=[ ?.,]|$)(?! meeting)",
    re.IGNORECASE,
)
_KINDS = (
    (re.compile(r"^(?:private )?individuals?$|^citizens$", re.IGNORECASE), "個人"),
    (re.compile(r"^(?:compan(?:y|ies)|organi[sz]ations?|firms)$", re.IGNORECASE), "企業・団体"),
)
_OTHERS_OF = re.compile(r"\b(?:other comments?|other opinions?|anything else|what else)\b", re.I)
_COMMENTS_ON = re.compile(r"\bcomments? (?:on|about)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:(?:and )?(?:what|how) about|and|then|so|ok(?:ay)?|thanks)\b[,.\s]*", re.IGNORECASE
)
_REST = re.compile(
    r"^(?:the (?:others?|rest|remaining (?:ones|comments))"
    r"|(?:(?:are|were) there )?any (?:others?|more)"
    r"|anything else|what else|who else|anyone else)\b(?P<more>.*)$",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(
    r"^what else (?:did|does|has|have) \w+ (?:say|said|mention|propose|point|argue|ask|talk)", re.I
)
_MORE = re.compile(
    r"\b(?:in (?:more )?detail|more details?|tell me more|more about (?:it|that))\b", re.I
)
_ORIGINAL = re.compile(r"\b(?:full text|original (?:text|wording)|verbatim|exact words)\b", re.I)
_WORDING_NOW = re.compile(
    r"\b(?:now read|how does (?:it|that|the \w+) (?:read|go|look|run)"
    r"|current (?:text|wording)|wording now|text now|draft now"
    r"|(?:new|revised|changed|amended) (?:text|wording|sentence|passage))\b",
    re.I,
)
_REASON = re.compile(
    r"^(?:and )?(?:(?:for|on|with) (?:what|which) (?:reasons?|grounds?|justification)"
    r"|what (?:was|were|is|are) the (?:reasons?|grounds?|rationale|justification)"
    r"|what (?:reasons?|grounds?) (?:was|were|is|are) given|how come"
    r"|why(?: (?:so|not|is that|was that))?)\s*\??$",
    re.I,
)
_REPLY = re.compile(
    r"^(?:how|what) (?:did|does) (?:the )?(?:\w+ ){1,3}(?:respond|reply|answer)"
    r"(?: to (?:it|that|this))?\??$"
    r"|^what (?:was|is) the (?:\w+ )?(?:reply|response|answer)\??$",
    re.I,
)
_CHANGED = re.compile(
    r"^(?:did|has|have|was|were|is) (?:the |its )?(?:\w+ ){0,4}?(?:(?:change|revise|amend|modif)\w*"
    r" (?:the |its |their )?(?:\w+ )?(?:draft|text|strategy|wording|plan)"
    r"|(?:draft|text|strategy|wording|plan) (?:been )?(?:chang|revis|amend|modif)\w*)"
    r"(?: (?:because of|as a result of|after) (?:it|that|this))?\??$",
    re.I,
)
_AGREED = re.compile(
    r"^(?:did|does|was|were|is|has|have) (?:the |its? |they )?(?:\w+ ){0,3}?"
    r"(?:agreed?|accept\w*|adopt\w*|consent\w*|reject\w*|happen\w*|heeded|granted|followed"
    r"|taken (?:up|on board|into account)|incorporat\w*|reflect\w*|turned down)(?: (?:to|with|on))?"
    r"(?: (?:it|that|this|them))?\??$"
    r"|^what (?:happened to|became of|came of) (?:it|them|that|those|these)\??$"
    r"|^did anything come of (?:it|that|this|the \w+)\??$",
    re.I,
)
_BARE = (
    (
        re.compile(r"^(?:when|what time) did (?:it|they|that|the meeting) \w+\??$", re.I),
        "開始と終了の時刻は何時ですか？",
    ),
    (re.compile(r"^when\??$", re.I), "いつですか？"),
    (re.compile(r"^where\??$", re.I), "どこですか？"),
    (re.compile(r"^who\??$|^by whom\??$", re.I), "誰ですか？"),
    (re.compile(r"^how many\??$", re.I), "何件ですか？"),
    (re.compile(r"^(?:for )?how long\??$", re.I), "期間はどのくらいですか？"),
    (re.compile(r"^how much\??$", re.I), "いくらですか？"),
    (re.compile(r"^since when\??$", re.I), "いつからですか？"),
    (re.compile(r"^until when\??$", re.I), "いつまでですか？"),
    (
        re.compile(
            r"^(?:where|in (?:which|what) (?:section|chapter|part|document|passage))(?: exactly)?"
            r" (?:(?:is|was) (?:that|it|this) (?:written|stated|said|mentioned|laid down|found)"
            r"|does it say (?:so|that|this)|can (?:i|we) (?:read|find) (?:that|it|this))\??$",
            re.I,
        ),
        "どこに書いてありますか？",
    ),
    (
        re.compile(r"^(?:and )?who (?:said|proposed|asked) (?:that|it|this|so)\??$", re.I),
        "発言者は誰ですか？",
    ),
    (_REASON, "その理由は？"),
    (_AGREED, "どうなりましたか。修正されましたか？"),
    (_REPLY, "その回答は？"),
    (_CHANGED, "どうなりましたか。修正されましたか？"),
    (_MORE, "もう少し詳しく教えてください。"),
    (_ORIGINAL, "原文を見せてください。"),
    (_WORDING_NOW, "今の案の文面はどうなっていますか？"),
)
# 「which ones」 of what was listed
_WHICH_ONES = re.compile(r"^(?:and )?which (?:ones?|comments|opinions)\b", re.IGNORECASE)
# 「Did it come up at the 22nd meeting?」 changes the meeting alone
_CAME_UP = re.compile(
    r"^(?:did|was|were|has|have|is|what (?:did|was|were))\b.{0,30}?\b(?:it|that|this|they|any\w+)\b"
    r".{0,20}?\b(?:c[oa]me up|brought up|bring|mention\w*|discuss\w*|rais\w*|talk\w*|touch\w*"
    r"|say|said|address\w*)\b.{0,16}?\b(?:at|in|during|by) (?P<where>(?:the )?\d+(?:st|nd|rd|th))"
    r"(?: meeting| one)?(?:,? (?:too|as well|also))?\??$",
    re.I,
)
_AMONG = re.compile(
    r"\s*\b(?:of|among|amongst|out of|from) (?:all )?(?:them|these|those)"
    r"(?: (?:comments?|opinions?|ones|people|attendees|items|sections|\d+))*\b,?",
    re.IGNORECASE,
)
_BACK = r"\b(?:this|that|the same|these|those)"
_SENDERS = (
    rf"{_BACK} (?:submitters?|compan(?:y|ies)|organi[sz]ations?|firms?|associations?|groups?"
    r"|senders?)\b"
)
_PERSON = rf"{_BACK} (?:person|people|member|minister|official|speaker)\b|\b(?:he|she|him)\b"
_OFFICE_OF = re.compile(
    r"^what (?:is|was) (?:his|her|their) (?:office|position|post|title|job|role)\b", re.I
)
_ORDERS = re.compile(
    r"^(?:list|show|give|tell|name|explain|describe|compare|summari[sz]e|quote|cite|translate)\b",
    re.I,
)
_SMALL_LETTERS = re.compile(r"[a-z -]+")
_SHORT_TOPIC = 24  # characters
_SHORT = 6  # words of a question that only names another thing
_ASKS = re.compile(
    r"\b(?:did|does|do|was|were|is|are|has|have|who|what|when|where|why|how)\b", re.I
)


def japanese_follow_up(question: str, talk: Conversation) -> str:
    """The Japanese follow-up that means the same as an English one.

    Args:
        question: English, as asked.
        talk: The turns before it, at least one.
    """
    question = in_digits(question.strip())
    text = _LEAD.sub("", question)
    rest = _REST.match(text)
    if rest and not _SAYS_MORE.match(text):
        return "それ以外は？"
    came_up = _CAME_UP.match(text)
    if came_up and talk.meetings():
        return f"では{_one_name(came_up['where'], talk)}は？"
    if _WHICH_ONES.match(text) and len(listed(talk)) > 1:
        question = text = _WHICH_ONES.sub("which of them", text)
    with_member = _with_member(text, talk)
    nth = _ORDINAL.search(text)
    of_list = nth and nth["nth"] and not (talk.meetings() and talk.last.query.mentions.meetings)
    if nth and of_list and with_member == text and len(text.split()) <= _SHORT:
        return f"{nth['nth']}番目は？"
    for pattern, japanese in _BARE if with_member == text else ():
        if pattern.search(text):
            return japanese
    if with_member == text and _AMONG.search(question):
        translated = japanese_question(question, talk.vocabulary, among=True)
        return translated if translated.startswith("その") else f"そのうち、{translated}"
    named = _with_names(with_member, talk)
    asked_outright = _outright(text, named, talk)
    if asked_outright:
        return asked_outright
    names_one = not (_ASKS.search(text) or _ORDERS.match(text))
    if names_one and len(text.split()) <= _SHORT:
        return f"では{_one_name(named, talk)}は？"
    return japanese_question(named, talk.vocabulary)


def _outright(text: str, named: str, talk: Conversation) -> str:
    """Questions of a submitter's other comments, and of the comments on a section."""
    senders = "と".join(talk.submitters())
    if _OFFICE_OF.match(text) and talk.people():
        return f"{'と'.join(talk.people())}の役職は何ですか？"
    if _OTHERS_OF.search(text) and senders and senders in named:
        return f"{senders}はほかにどんな意見を出していますか。"
    section = joined_names(talk.sections()[:1])
    if _COMMENTS_ON.search(text) and section and section in named:
        return f"{section}に対する意見はありますか。"
    return ""


def _one_name(text: str, talk: Conversation) -> str:
    """`第22回会合` for "the 22nd", `意見11-4` for "comment 11-4"."""
    text = re.sub(
        r"^(?:(?:the|for|from|in|at|on|by)\s+)+", "", text.rstrip("?. "), flags=re.IGNORECASE
    )
    kind = next((name for words, name in _KINDS if words.match(text)), "")
    if kind:
        return kind
    meeting = re.fullmatch(r"(\d+)(?:st|nd|rd|th)(?: one)?", in_digits(text))
    if meeting and talk.meetings():
        return f"第{meeting[1]}回"
    name = Names(talk.vocabulary).put_in(with_japanese_places(text))
    if _SMALL_LETTERS.fullmatch(name):  # 「and the agenda」
        return Topics(talk.vocabulary.library, name).japanese(name)
    return name


def _with_member(text: str, talk: Conversation) -> str:
    match = _ORDINAL.search(text)
    items = listed(talk)
    if match is None or not items:
        return text
    one = (match["what"] or " one").strip() == "one"
    if match["nth"] and one and talk.last.query.mentions.meetings:
        return text  # the 22nd of what was spoken of: a meeting
    place = int(match["nth"]) - 1 if match["nth"] else -1 if match["last"] else 0
    if place >= len(items):
        return text
    return f"{text[: match.start()]}{unit_name(items[place])}{text[match.end() :]}"


def _with_names(text: str, talk: Conversation) -> str:
    """A name for each word that points back and says at what kind of thing."""
    senders, people = "と".join(talk.submitters()), "と".join(talk.people())
    names = (
        (_SENDERS, senders),
        (rf"{_BACK} (?:comments?|opinions?)\b", joined_names(talk.comments())),
        (rf"{_BACK} footnote\b", joined_names(talk.footnotes()[:1])),
        (rf"{_BACK} (?:section|chapter|item)\b", joined_names(talk.sections()[:1])),
        (rf"{_BACK} meeting\b", "と".join(map(meeting_name, talk.meetings()))),
        (_PERSON, people or senders),
        (r"\b(?:his|her)\b", f"{people}'s" if people else ""),
        (r"\btheir\b", f"{senders}'s" if senders else ""),
        (r"\bthey\b", senders),
        (r"(?<!meetin)\bit(?=\?|$| be\b)|(?<=to )(?:it|that|this)\b", _it(text, talk)),
        (r"\bit\b(?! (?:true|possible|correct|possible|that)\b)", talk.term() or _it(text, talk)),
    )
    for pattern, name in names:
        if name:
            text = re.sub(pattern, name.replace("\\", ""), text, flags=re.IGNORECASE)
    return text


def _it(text: str, talk: Conversation) -> str:
    asks_of_comment = re.search(
        r"\brepl|\bsubmit|\bsent\b|\brespon|\brevis|\badopt", text, re.IGNORECASE
    )
    if asks_of_comment or not talk.sections():
        return joined_names(talk.comments()[:1] if len(talk.comments()) == 1 else ())
    topic = talk.topic()
    return topic if len(topic) <= _SHORT_TOPIC else ""
