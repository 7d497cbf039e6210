"""The forms of English questions, each with the Japanese question of the same form.

The Japanese forms are those that the rules for Japanese questions know.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SAID = (
    (r"asked for|requested|demanded|called for|asked|wanted|urged", "求めた"),
    (r"proposed|suggested|recommended", "提案した"),
    (r"pointed out|noted|observed|warned(?: of| that| about)?", "指摘した"),
    (r"submitted|sent|wrote", "提出した"),
    (r"explained", "説明した"),
    (r"reported", "報告した"),
    (r"(?:spoke|talked) (?:about|of|on)|spoke|talked", "述べた"),
    (r"said|stated|argued|claimed|thought|believed|mentioned|raised|commented|remarked", "述べた"),
)
_SAYING = "|".join(form for form, _ in SAID)
_ASKING = (
    r"say|said|state|argue|report|propose|suggest|point out|explain|think|request|ask for|demand"
    r"|want"
)
_DONE = r"written|mentioned|described|stated|found|covered|discussed|defined|addressed|dealt with"
_COMPANY = r"compan(?:y|ies)|firms?|organi[sz]ations?|submitters?|bod(?:y|ies)|groups?"
_PEOPLE = r"people|persons?|members|participants|attendees|ministers|individuals|students|residents"
COUNTERS = (
    (_PEOPLE, "何人"),
    (_COMPANY, "何社"),
    (r"years?", "何年"),
    (r"months?", "何か月"),
    (r"days?", "何日"),
    (r"times", "何回"),
    (r"households", "何世帯"),
    (r"minutes", "何分"),
    (r"seconds", "何秒"),
    (r"devices|machines|computers|servers|units|cars|terminals", "何台"),
    (r"countries|nations", "何か国"),
    (r"comments|items|cases|incidents|calls|attacks|reports|inquiries", "何件"),
    (r"sections|principles|reasons|points|goals|measures", "いくつ"),
    (r"sectors|fields|areas", "何分野"),
    (r"languages", "いくつ"),
)
UNITS = r"people|persons?|years?|months?|days?|times|minutes|seconds|units|items|cases"
_COUNTED = "|".join(words for words, _ in COUNTERS)


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


def _frame(pattern: str, japanese: str) -> Frame:
    return Frame(re.compile(pattern, re.IGNORECASE), japanese)


_END = r"\s*[?.!]*\s*$"
FRAMES = (
    # who
    _frame(rf"^who (?:is|was|are|were) (?P<x>.+?){_END}", "{x}は誰ですか"),
    _frame(
        rf"^who (?:attended|was present|were present|took part|participated)(?P<x>.*?){_END}",
        "{x}出席者は誰ですか",
    ),
    _frame(
        rf"^(?:who|which (?:{_PEOPLE}|member|person|minister|speaker|participant|attendee))"
        rf" (?:first )?(?P<verb>{_SAYING})\b(?P<x>.*?){_END}",
        "{x}を{verb}のは誰ですか",
    ),
    _frame(
        rf"^(?:which|what) (?:{_COMPANY}) (?:first )?(?P<verb>{_SAYING})\b(?P<x>.*?){_END}",
        "{x}を{verb}のはどの企業・団体ですか",
    ),
    _frame(rf"^(?:by )?who(?:m)?\b(?P<x>.+?){_END}", "{x}は誰ですか"),
    _frame(
        rf"^(?:was|were|did|is) (?P<x>.+?) (?:present|attend\w*|take part|participat\w*){_END}",
        "{x}は出席しましたか",
    ),
    # when and where a meeting was
    _frame(
        rf"^when and where\b(?P<x>.*?)(?:held|take place|took place){_END}",
        "{x}開催の日時と場所はいつ、どこですか",
    ),
    _frame(
        rf"^where (?:was|were|did)\b(?P<x>.*?)(?:held|take place){_END}",
        "{x}開催の場所はどこですか",
    ),
    _frame(
        rf"^(?:when|on what date) (?:was|were|did)\b(?P<x>.*?)(?:held|take place){_END}",
        "{x}開催の日時はいつですか",
    ),
    # reply and outcome
    _frame(
        r"^(?:how did|what did|how was|what was|what is|how does|what does)\b(?:.*?)"
        rf"\b(?:repl(?:y|ied)|respon[ds]e?\w*|answer\w*)\b(?: to| given to| for)?(?P<x>.*?){_END}",
        "{x}に対する回答は何ですか",
    ),
    _frame(
        rf"^what (?:came of|became of|happened to|was the (?:outcome|result) of)(?P<x>.+?){_END}",
        "{x}はどうなりましたか",
    ),
    _frame(
        rf"^(?:did|has|have|was|were|is)\b(?P<x>.+?)\b(?:lead|led|result|resulted) (?:to|in)\b.*"
        rf"(?:change|revision|amendment)\w*.*{_END}",
        "{x}はどうなりましたか。修正されましたか",
    ),
    _frame(
        rf"^(?:was|were|has|have|did|is)\b(?P<x>.+?)\b(?:been )?(?:adopted|accepted|reflected"
        rf"|revised|taken up|taken into account|incorporated|rejected)\b.*{_END}",
        "{x}はどうなりましたか。修正されましたか",
    ),
    # numbers
    _frame(
        rf"^how many (?:(?P<y>{_COMPANY})|{_PEOPLE})?\b.*?"
        r"\b(?:attend\w*|present|took part|participated)\b"
        rf"(?P<x>.*?){_END}",
        "{x}{y}の出席者は何人ですか",
    ),
    _frame(
        rf"^(?:for |in |by |to |at )?how many (?P<counter>{_COUNTED})\b(?P<x>.*?){_END}",
        "{x}{noun}は{counter}ですか",
    ),
    _frame(
        rf"^(?:for |in |by |to |at )?how many (?P<y>\w+(?: \w+)??) (?:are|were|is|was|have|has|did"
        rf"|do|does|of)\b(?P<x>.*?){_END}",
        "{x}の{y}はいくつですか",
    ),
    _frame(
        rf"^(?:what|which) (?:the )?number of (?P<counter>{_COUNTED})\b(?P<x>.*?){_END}",
        "{x}{noun}は{counter}ですか",
    ),
    _frame(rf"^(?:how many|what (?:is the )?number of) (?P<x>.+?){_END}", "{x}の数はいくつですか"),
    _frame(
        rf"^(?:what|which) (?:share|percentage|proportion|ratio|rate) of (?P<x>.+?){_END}",
        "{x}の割合は何割・何%ですか",
    ),
    _frame(rf"^how (?:much|large|big|high) (?P<x>.+?){_END}", "{x}はいくらですか"),
    _frame(rf"^how (?:long|often) (?P<x>.+?){_END}", "{x}の期間はどのくらいですか"),
    # meetings
    _frame(
        r"^(?:what (?:was|were|is|are)|list|show)\b.*\bagenda\b(?: items?)?(?: of| for)?"
        rf"(?P<x>.*?){_END}",
        "{x}議題は何ですか",
    ),
    _frame(
        rf"^what (?:was|were|did .*) (?:decided|decide|adopted|the decisions?)\b(?P<x>.*?){_END}",
        "{x}決定事項は何ですか",
    ),
    # what is held, and how it is made up
    _frame(
        rf"^(?:what|which) (?:documents|files|materials) .*{_END}",
        "収録している文書は何ですか",
    ),
    _frame(
        rf"^(?:what|which) (?:minutes|meetings) .*(?:held|have|cover|available|include).*{_END}",
        "収録している会議の議事要旨は何ですか",
    ),
    _frame(
        rf"^(?:what|which|list)\b(?:.*?)(?:sub)?sections?\b.*\b(?:of|in|under|below|does) (?P<x>"
        rf"[\d.()第章ivx]+)(?: (?:have|contain|consist of))?{_END}",
        "{x}はどのような節から構成されていますか",
    ),
    # where
    _frame(
        r"^(?:in |on )?(?:which|what) (?:section|chapter|part|page|footnote|place)s?\b(?: of (?P<y>"
        r"(?:the )?[\w ]+?))?(?: (?:deals?|is concerned) with| covers?| mentions?| describes?"
        rf"| discusses?| speaks? of| is about| addresses| talks? about|,? is| are| does)"
        rf"(?P<x>.+?)(?:{_DONE})?{_END}",
        "{x}は{y}のどこに書かれていますか",
    ),
    _frame(
        r"^where (?:does|do|did) (?:the )?(?P<y>[\w ]+?) (?:mention|discuss|describe|say|refer to"
        rf"|speak of|talk about|deal with|address|define)(?P<x>.+?){_END}",
        "{y}で{x}はどこに書かれていますか",
    ),
    _frame(
        r"^where\b(?: in (?:the )?[\w ]+?)? (?:is|are|does|do|can|was|were)(?P<x>.+?)"
        rf"\b(?:{_DONE}|say|appear\w*)\b"
        rf".*{_END}",
        "{x}はどこに書かれていますか",
    ),
    _frame(
        rf"^where (?:was|were|did|is|are) (?P<x>.+?)(?: held| take place)?{_END}", "{x}はどこですか"
    ),
    # meaning
    _frame(rf"^what does (?P<x>.+?) stand for{_END}", "{x}は何の略ですか"),
    _frame(
        rf"^what is the (?:full|official|formal) name of (?P<x>.+?){_END}",
        "{x}の正式名称は何ですか",
    ),
    _frame(
        rf"^what is (?:the )?(?:abbreviation|short form|acronym) (?:of|for) (?P<x>.+?){_END}",
        "{x}の略称は何ですか",
    ),
    _frame(
        r"^what (?:is meant by (?P<x>.+?)|does (?P<z>.+?) mean) (?:in|within) "
        rf"(?:the )?(?P<y>[\w ]+?){_END}",
        "{y}でいう{x}とは何ですか",
    ),
    _frame(rf"^what does (?P<x>.+?) mean\b.*{_END}", "{x}とは何ですか"),
    _frame(
        rf"^(?:how (?:is|are)|what is meant by) (?P<x>.+?)(?: defined.*)?{_END}", "{x}とは何ですか"
    ),
    _frame(rf"^how (?:does|do|did) .+? define (?P<x>.+?){_END}", "{x}とは何ですか"),
    _frame(
        rf"^(?:define|give the definition of|(?:what is )?the definition of|what is the meaning of)"
        rf" (?P<x>.+?){_END}",
        "{x}とは何ですか",
    ),
    _frame(
        r"^what (?:is|are) (?:an? |the )?"
        rf"(?P<x>[\w.&/-]+(?: (?!in|of|at|for|to|on|by|with)[\w-]+){{0,2}}){_END}",
        "{x}とは何ですか",
    ),
    # what somebody said, what is said of something
    _frame(
        rf"^what did (?P<y>.+?) (?:{_ASKING})\b(?: about| on| of| regarding)?(?P<x>.*?){_END}",
        "{y}は{x}何と述べましたか",
    ),
    _frame(
        r"^what (?:does|do|did) (?P<y>.+?) say (?:about|on|of|regarding) "
        rf"(?P<x>.+?){_END}",
        "{y}で{x}について述べている内容を説明してください",
    ),
    _frame(
        r"^what (?:was|were) (?:said|discussed|talked about|argued)(?: about| on| of)?"
        rf"(?P<x>.*?){_END}",
        "{x}についてどのような議論がありましたか",
    ),
    _frame(
        r"^(?:please )?(?:summari[sz]e|describe|explain|outline"
        rf"|give (?:me )?(?:a summary|an overview) of)(?P<x>.+?){_END}",
        "{x}について説明してください",
    ),
    _frame(
        r"^(?:does|do|did|is there anything in) (?P<y>.+?) (?:mention|discuss|deal with|cover"
        rf"|refer to|talk about|say anything about|address|about)\b(?P<x>.+?){_END}",
        "{y}に{x}についての記載はありますか",
    ),
    # comparing
    _frame(
        r"^(?:compare|how do|how does|how did|what is the difference between|what are the "
        rf"differences between)(?P<x>.*?)(?: differ| compare| change)\w*(?P<y>.*?){_END}",
        "{x}{y}を比べると、それぞれどのように違いますか",
    ),
    _frame(
        rf"^(?:compare|what (?:is|are) the differences? between) (?P<x>.+?)(?: on | about "
        rf"| regarding | concerning )(?P<y>.+?){_END}",
        "{y}について{x}を比較すると、それぞれどのように述べていますか",
    ),
    _frame(
        rf"^(?:compare|what (?:is|are) the differences? between)(?P<x>.+?){_END}",
        "{x}を比較すると、それぞれどのように違いますか",
    ),
    # time and reason
    _frame(
        rf"^(?:during|in|over|for) (?:which|what) period\b(?P<x>.+?){_END}",
        "{x}の期間はいつからいつまでですか",
    ),
    _frame(
        r"^(?:when|since when|until when|on what date|in (?:which|what) year"
        rf")\b(?P<x>.+?){_END}",
        "{x}はいつですか",
    ),
    _frame(rf"^why\b(?P<x>.+?){_END}", "{x}はなぜですか"),
    # lists
    _frame(
        rf"^(?:list|show|name|enumerate)(?: me)?(?: all)?(?P<x>.+?){_END}",
        "{x}をすべて挙げてください",
    ),
    _frame(
        r"^(?:what|which|list|name) (?:are )?(?:the )?"
        r"(?P<count>two|three|four|five|six|seven|eight|nine|ten|\d+) (?P<y>.+?)"
        r" (?:does|do|did|are|is|were|was|has|have|of|in|that|set)\b"
        rf"(?P<x>.*?){_END}",
        "{x}の{count}つの{y}は何ですか",
    ),
    _frame(
        r"^(?:what|which) (?P<count>two|three|four|five|six|seven|eight|nine|ten|\d+) "
        rf"(?P<x>.+?){_END}",
        "{x}を{count}つ挙げてください",
    ),
    _frame(rf"^(?:what|which)\b(?P<x>.+?){_END}", "{x}は何ですか"),
    _frame(rf"^(?:how)\b(?P<x>.+?){_END}", "{x}はどのようにしますか"),
    _frame(
        rf"^(?:is|are|was|were|does|do|did|has|have|can|could|will)\b(?P<x>.+?){_END}", "{x}ですか"
    ),
)
