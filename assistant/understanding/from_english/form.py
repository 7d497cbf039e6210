"""What a form of English questions is, and the words that forms share."""

from __future__ import annotations

import re
from dataclasses import dataclass

SAID = (
    (r"asked for|requested|demanded|called for|asked|wanted|urged", "求めた"),
    (r"proposed|suggested|recommended", "提案した"),
    (r"pointed out|noted|observed|warned(?: of| that| about)?", "指摘した"),
    (r"submitted|sent|wrote", "提出した"),
    (r"calculated|estimated|computed|worked out|put (?:the|a) (?:number|figure)", "推計・試算した"),
    (r"explained", "説明した"),
    (r"reported", "報告した"),
    (r"(?:spoke|talked) (?:about|of|on)|spoke|talked", "述べた"),
    (
        (
            r"said|stated|argued|claimed|thought|believed|mentioned|raised|commented|remarked|wondered|named"
            r"|brought up|touched on|referred to|described|told|praised|critici[sz]ed|opposed"
            r"|objected to|supported|welcomed|complained(?: about| of| that)?"
        ),
        "述べた",
    ),
)
SAYING = "|".join(form for form, _ in SAID)
ASKING = (
    r"say|said|state|argue|report|propose|suggest|point out|explain|think|request|ask for|demand"
    r"|want|ask|raise|critici[sz]e|worry|complain|object|oppose|offer|recommend|call for"
    r"|remark|note|mention|comment|observe|wish|urge|stress|warn|add|contribute|answer"
)
DONE = (
    r"written|mentioned|described|stated|found|covered|discussed|defined|addressed|dealt with"
    r"|introduced"
)
SPEAKER = (
    r"(?:council |committee |panel |board )?members?|person|people|minister|speaker|participant"
    r"|attendee|expert|official|individual|guest|delegate|representative|professor|chair(?:person)?"
    r"|commenters?|respondents?|submitters?"
)
COMPANY = r"compan(?:y|ies)|firms?|organi[sz]ations?|submitters?|bod(?:y|ies)|groups?"
PEOPLE = (
    r"people|persons?|members|participants|attendees|ministers|individuals|students|residents"
    r"|engineers|specialists|experts|officials|workers|employees|users|victims|children|pupils"
    r"|teachers|citizens|customers|patients|counsell?ors"
)
COUNTERS = (
    (PEOPLE, "何人"),
    (COMPANY, "何社"),
    (r"years?", "何年"),
    (r"months?", "何か月"),
    (r"days?", "何日"),
    (r"times", "何回"),
    (r"households", "何世帯"),
    (r"minutes", "何分"),
    (r"seconds", "何秒"),
    (r"devices|machines|computers|servers|units|cars|terminals", "何台"),
    (r"countries|nations", "何か国"),
    (r"comments|items|cases|incidents|calls|(?:cyber[ -]?)?attacks|reports|inquiries", "何件"),
    (r"sections|principles|reasons|points|goals|measures", "いくつ"),
    (r"sectors|fields|areas", "何分野"),
    (r"languages", "いくつ"),
)
AUXILIARY = r"(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|must)"
UNITS = r"people|persons?|years?|months?|days?|times|minutes|seconds|units|items|cases"
COUNTED = "|".join(words for words, _ in COUNTERS)


@dataclass(frozen=True, slots=True)
class Frame:
    """A form of questions.

    Attributes:
        pattern: The English form; its groups `x` and `y` are put in Japanese.
        japanese: The Japanese question, with `{x}` and `{y}`; `{verb}` and `{counter}` follow
            the groups of these names.
    """

    pattern: re.Pattern[str]
    japanese: str


def frame(pattern: str, japanese: str) -> Frame:
    """A form by its pattern and its Japanese."""
    return Frame(re.compile(pattern, re.IGNORECASE), japanese)


END = r"\s*[?.!]*\s*$"
