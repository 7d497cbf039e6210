"""The forms of English questions, each with the Japanese question of the same form.

The Japanese forms are those that the rules for Japanese questions know.
"""

from __future__ import annotations

from assistant.understanding.from_english.attendance_forms import ATTENDANCE_FRAMES
from assistant.understanding.from_english.comment_forms import COMMENT_FRAMES, STANCE_FRAMES
from assistant.understanding.from_english.form import (
    ASKING,
    AUXILIARY,
    COMPANY,
    COUNTED,
    END,
    PEOPLE,
    SAYING,
    SPEAKER,
    frame,
)
from assistant.understanding.from_english.general_forms import GENERAL
from assistant.understanding.from_english.name_forms import NAME_FRAMES
from assistant.understanding.from_english.where_forms import WHERE_FRAMES
from assistant.understanding.from_english.wishes import WISH_FRAMES

_LINKS = r"of|in|at|by|for|to|with|from|on|there|it|they|and|or"

FRAMES = (
    *ATTENDANCE_FRAMES,
    *WISH_FRAMES,
    *STANCE_FRAMES,
    # who
    frame(
        rf"^(?:who|which (?:\w+ )?(?:{SPEAKER}|holder)s?) (?:opened|began|started)\b.*?{END}",
        "最初に挨拶をしたのは誰ですか",
    ),
    frame(
        r"^who (?:is|was|will|would|shall)(?: be)?(?: to)? (?:head|lead|run|direct)"
        rf" (?P<x>.+?){END}",
        "{x}の長に充てられるのはどの職の者ですか",
    ),
    frame(rf"^who (?:is|was|are|were) (?P<x>.+?){END}", "{x}は誰ですか"),
    frame(
        r"^(?:who|which (?:\w+ )?minister) (?:stood in|sat in|came|attended|was present|appeared)"
        rf" (?:for|on behalf of|in (?:the )?place of|instead of)\b(?P<x>.+?){END}",
        "{x}の代理で出席したのは誰ですか",
    ),
    frame(
        rf"^(?:who|which \w+|what \w+) (?:was|were) represented by (?P<x>.+?){END}",
        "{x}は誰の代理で出席しましたか",
    ),
    frame(
        rf"^(?:who|which \w+) did (?P<x>.+?) (?:represent|stand in for){END}",
        "{x}は誰の代理で出席しましたか",
    ),
    frame(
        rf"^who (?:attended|was present|were present|took part|participated)(?P<x>.*?){END}",
        "{x}出席者は誰ですか",
    ),
    frame(
        rf"^(?:who|which (?:{PEOPLE}|{SPEAKER}))"
        rf" (?:first )?(?P<verb>{SAYING})\b(?P<x>.*?){END}",
        "{x}を{verb}のは誰ですか",
    ),
    frame(
        rf"^(?:who|which (?:{PEOPLE}|{SPEAKER})) (?:\w+ed|felt|found|meant)(?: \w+)?"
        rf" (?:that|why|whether|if|how)\b(?P<x>.+?){END}",
        "{x}と述べたのは誰ですか",
    ),
    frame(
        rf"^(?:which|what) (?:{COMPANY}) (?:first )?(?P<verb>{SAYING})\b(?P<x>.*?){END}",
        "{x}を{verb}のはどの企業・団体ですか",
    ),
    frame(rf"^(?:which|what) submitters? (?P<x>.+?){END}", "{x}という意見を提出したのは誰ですか"),
    frame(
        rf"^(?:which|what) (?:{COMPANY}) (?!{AUXILIARY}\b)(?P<x>.+?){END}",
        "{x}という意見を提出したのはどの企業・団体ですか",
    ),
    frame(rf"^which (?:{SPEAKER})s? (?P<x>.+?){END}", "{x}について述べたのは誰ですか"),
    frame(rf"^(?:by )?who(?:m)?\b(?P<x>.+?){END}", "{x}は誰ですか"),
    frame(
        rf"^(?:was|were|did|is) (?P<x>.+?) (?:present|attend\w*|take part|participat\w*){END}",
        "{x}は出席しましたか",
    ),
    # when and where a meeting was
    frame(
        r"^where (?:was|were|is)\b(?P<x>.*?)\bheld,? and"
        r" (?:when|(?:at |on )?what (?:time|date))\b.*",
        "{x}開催の日時と場所はいつ、どこですか",
    ),
    frame(
        rf"^when and where\b(?P<x>.*?)(?:held|take place|took place){END}"
        r"|^(?:when|(?:on|at) what (?:date|day|time)) (?:was|were|did)\b(?P<y>.*?)"
        rf"(?:held|take place),? and (?:where|(?:in|at) (?:what|which) \w+)(?: was it)?{END}",
        "{x}{y}開催の日時と場所はいつ、どこですか",
    ),
    frame(
        rf"^where (?:was|were|did)\b(?P<x>.*?)(?:held|take place){END}",
        "{x}開催の場所はどこですか",
    ),
    frame(
        rf"^(?:when|on what date) (?:was|were|did)\b(?P<x>.*?)(?:held|take place){END}",
        "{x}開催の日時はいつですか",
    ),
    # from when until when
    frame(
        r"^(?:when|(?:on |between )?(?:what|which) dates?|from when (?:to|until) when)"
        r" (?:did|was|were|does|do|will|is|are) (?P<x>.+?) (?:open|start|beg[aiu]n|held|run)\w*"
        rf",? (?:and|to|until) (?:to )?(?:close|end|finish|when|over)\w*{END}",
        "{x}の期間はいつからいつまでですか",
    ),
    *COMMENT_FRAMES,
    # numbers
    frame(
        rf"^how many (?:(?P<y>{COMPANY})|{PEOPLE})?\b.*?"
        r"\b(?:attend\w*|present|took part|participated|came|come|turned up|showed up)\b"
        rf"(?P<x>.*?){END}",
        "{x}{y}の出席者は何人ですか",
    ),
    frame(
        rf"^how many (?P<y>(?:of (?:\S+ ){{1,5}}?|(?:\S+ ){{1,3}}?)(?P<counter>{PEOPLE}))\b"
        rf"(?P<x>.*?){END}",
        "{x}、{y}は{counter}ですか",
    ),
    frame(
        rf"^(?:for |in |by |to |at )?how many (?P<counter>{COUNTED})\b(?P<x>.*?){END}",
        "{x}{noun}は{counter}ですか",
    ),
    frame(
        r"^(?:for |in |by |to |at )?how many "
        rf"(?P<y>(?:(?!(?:{AUXILIARY}|{_LINKS})\b)[^\s,]+ ){{1,4}}?"
        rf"(?P<counter>{COUNTED}))\b(?P<x>.*?){END}",
        "{x}の{y}は{counter}ですか",
    ),
    frame(
        rf"^(?:for |in |by |to |at )?how many (?P<y>\w+(?: \w+)??) (?:are|were|is|was|have|has|did"
        rf"|do|does|of)\b(?P<x>.*?){END}",
        "{x}の{y}はいくつですか",
    ),
    frame(
        rf"^(?:what|which) (?:the )?number of (?P<counter>{COUNTED})\b(?P<x>.*?){END}",
        "{x}{noun}は{counter}ですか",
    ),
    frame(rf"^(?:how many|what (?:is the )?number of) (?P<x>.+?){END}", "{x}の数はいくつですか"),
    frame(
        rf"^(?:what|which) (?:share|percentage|proportion|ratio|rate) of (?P<x>.+?){END}",
        "{x}の割合は何割・何%ですか",
    ),
    frame(
        rf"^(?:by )?how (?:much|many times) {AUXILIARY} (?P<x>.+?)"
        r" (?:risen|rise|increased?|grown|grow|gone up|go up|fallen|fall|decreased?|dropped"
        rf"|declined|changed)\b.*{END}",
        "{x}はどのくらい増減しましたか",
    ),
    frame(rf"^by how (?:much|many)\b(?P<x>.+?){END}", "{x}は何人・何件・どのくらいですか"),
    frame(
        rf"^(?:which|what) (?:countr(?:y|ies)|nations?)(?:['’]s)?\b(?P<x>.+?){END}",
        "{x}はどの国ですか",
    ),
    frame(rf"^how (?:large|big) {AUXILIARY} (?P<x>.+?){END}", "{x}の規模はどのくらいですか"),
    frame(rf"^how (?:much|high) (?P<x>.+?){END}", "{x}はいくらですか"),
    frame(
        rf"^how long (?:does|do|did|would|will) it take (?:to )?(?P<x>.+?){END}",
        "{x}に何年かかりますか",
    ),
    frame(rf"^(?:for )?how (?:long|often) (?P<x>.+?){END}", "{x}の期間はどのくらいですか"),
    # meetings
    frame(
        r"^(?:what (?:was|were|is|are)|list|show)\b.*\bagenda\b(?: items?)?(?: of| for)?"
        rf"(?P<x>.*?){END}",
        "{x}議題は何ですか",
    ),
    frame(
        rf"^what (?:was|were|did .*) (?:decided|decide|adopted|the decisions?)\b(?P<x>.*?){END}",
        "{x}決定事項は何ですか",
    ),
    # what is held, and how it is made up
    frame(
        r"^(?:what|which) (?:documents?|files?|materials?|papers?|minutes) (?:all )?"
        rf"(?:mention|refer to|contain|speak of|talk about|discuss|use|name)s?\b(?P<x>.+?){END}",
        "{x}はどの文書のどこに書かれていますか",
    ),
    frame(
        rf"^(?:what|which) (?:documents|files|materials) .*{END}",
        "収録している文書は何ですか",
    ),
    frame(
        rf"^(?:what|which) (?:minutes|meetings) .*(?:held|have|cover|available|include).*{END}",
        "収録している会議の議事要旨は何ですか",
    ),
    frame(
        rf"^(?:what|which|list)\b(?:.*?)(?:sub)?sections?\b.*\b(?:of|in|under|below|does) (?P<x>"
        rf"[\d.()第章ivx]+)(?: (?:have|contain|consist of))?{END}",
        "{x}はどのような節から構成されていますか",
    ),
    *WHERE_FRAMES,
    frame(
        rf"^what (?:role|part|function)s? (?:{AUXILIARY}) (?P<x>.+?) "
        rf"(?:play|have|perform|fulfil|serve|take on)\w*(?P<y>.*?){END}",
        "{y}{x}の役割は何ですか",
    ),
    # meaning
    *NAME_FRAMES,
    frame(
        rf"^what (?:does|do|did) (?:the )?(?P<y>[\w ]+?) mean by [\"“']?(?P<x>.+?)[\"”']?{END}",
        "{y}でいう{x}とは何ですか",
    ),
    frame(
        r"^what (?:is meant by (?P<x>.+?)|does (?P<z>.+?) mean) (?:in|within) "
        rf"(?:the )?(?P<y>[\w ]+?){END}",
        "{y}でいう{x}とは何ですか",
    ),
    frame(rf"^what does (?P<x>.+?) mean\b.*{END}", "{x}とは何ですか"),
    frame(
        rf"^(?:how (?:is|are)|what is meant by) (?P<x>.+?)(?: defined.*)?{END}", "{x}とは何ですか"
    ),
    frame(rf"^how (?:does|do|did) .+? define (?P<x>.+?){END}", "{x}とは何ですか"),
    frame(
        rf"^(?:define|give the definition of|(?:what is )?the definition of|what is the meaning of)"
        rf" (?P<x>.+?){END}",
        "{x}とは何ですか",
    ),
    frame(
        r"^what (?:is|are) (?:an? |the )?"
        rf"(?P<x>[\w.&/-]+(?: (?!in|of|at|for|to|on|by|with)[\w-]+){{0,2}}){END}",
        "{x}とは何ですか",
    ),
    # what somebody said, what is said of something
    frame(
        r"^what (?:\w+ )?did (?P<x>.+?) (?:write|submit|send|comment|contribute)(?: in| to| on)?\b"
        rf"(?: (?:the )?(?:意見募集|(?:public )?consultation|public comments?|draft))?{END}",
        "{x}はどのような意見を提出しましたか",
    ),
    frame(
        rf"^what did (?P<y>.+?) (?:{ASKING})\b(?: about| on| of| regarding)?(?P<x>.*?){END}",
        "{y}は{x}何と述べましたか",
    ),
    frame(
        r"^what (?:does|do|did) (?P<y>.+?) say (?:about|on|of|regarding) "
        rf"(?P<x>.+?){END}",
        "{x}について、{y}は何と述べていますか",
    ),
    frame(
        r"^what (?:was|were) (?:said|discussed|talked about|argued)(?: about| on| of)?"
        rf"(?P<x>.*?){END}",
        "{x}についてどのような議論がありましたか",
    ),
    frame(
        r"^(?:please )?(?:summari[sz]e|describe|explain|outline) what (?P<y>.+?)"
        r" (?:says?|said|states?|stated|writes?) (?:about|on|of|regarding|concerning) "
        rf"(?P<x>.+?){END}",
        "{x}について、{y}が述べている内容を説明してください",
    ),
    frame(
        r"^(?:please )?(?:summari[sz]e|describe|explain|outline"
        rf"|give (?:me )?(?:a summary|an overview) of)(?P<x>.+?){END}",
        "{x}について説明してください",
    ),
    frame(
        r"^(?:is|are|was|were) there (?:anything|something|any (?:mention|section|passage|part)s?"
        r"|a (?:mention|section|passage|part))(?: said| written)? (?:about|on|of|regarding)"
        rf" (?P<x>.+?) in (?:the )?(?P<y>[\w ]+?){END}",
        "{y}に{x}についての記載はありますか",
    ),
    frame(
        rf"^(?:does|do) (?:any of )?(?:the |these |your )?documents? "
        rf"(?:mention|say anything about)\b(?P<x>.+?)(?: any ?where)?{END}",
        "{x}について、どこかに記載がありますか",
    ),
    frame(
        r"^(?:does|do|did|is there anything in) (?P<y>.+?) (?:mention|discuss|deal with|cover"
        rf"|refer to|talk about|say anything about|address|about)\b(?P<x>.+?){END}",
        "{y}に{x}についての記載はありますか",
    ),
    *GENERAL,
)
