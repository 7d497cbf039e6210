"""English forms that ask for a comment, the reply to it and what came of it."""

from __future__ import annotations

from assistant.understanding.from_english.form import ASKING, COMPANY, END, SAYING, SPEAKER, frame

_COMMENTS = r"(?:comments?|opinions?|submissions?)"
_SPEAKS_OF = (
    r"(?:mention|refer to|touch on|speak of|talk about|concern|deal with|discuss|address|cover"
    r"|(?:is|was|are|were) (?:about|on))(?:e?s|e?d)?"
)
_WORDING = r"(?:sentence|passage|wording|words|text|line|paragraph|part)s?"
_CHANGE = (
    rf"(?:(?:reword|revis|chang|amend|rewrit|modif)\w*)(?: of (?:the )?{_WORDING} (?:on|about))?"
)
_CAUSED = (
    r"(?:led to|caused|prompted|triggered|brought about|resulted in"
    r"|(?:is|was|lies|lay|were) behind)"
)
_ANYBODY = (
    rf"(?:any(?:body|one|thing)?|some(?:body|one)?)(?: of the| private)?"
    rf"(?: (?:{SPEAKER}|{COMPANY}|{_COMMENTS}|citizen|resident|minister)s?)?"
)
_STANCES = (
    (
        (
            r"(?:oppos(?:ed?|es|ing)(?: to)?|object(?:s|ed|ing)?(?: to)?"
            r"|disagree(?:d|s|ing)?(?: with)?"
            r"|(?:(?:speak|spoke|voted?|protest(?:ed)?|come|came)(?: out)? )?against)"
        ),
        "に反対",
    ),
    (r"critici[sz](?:e|ed|es|ing|al of)", "を批判"),
)
#: Who or which comment was against something.
STANCE_FRAMES = tuple(
    one
    for stand, stance in _STANCES
    for one in (
        frame(
            rf"^(?:(?:did|does|do|has|have|is|are|was|were)(?: there)? {_ANYBODY}"
            rf"|(?:is|are|was|were) there (?:any )?{_COMMENTS})"
            rf"(?: (?:who|that|which))?(?: (?:is|are|was|were))? {stand}(?: (?P<x>.+?))?{END}",
            f"{{x}}{stance}した意見はありましたか",
        ),
        frame(
            rf"^(?:who|which (?:{SPEAKER}|{COMPANY})s?)(?: (?:is|are|was|were))? {stand}"
            rf"(?: (?P<x>.+?))?{END}",
            f"{{x}}{stance}したのは誰ですか",
        ),
    )
)

_OUTCOMES = (
    (
        r"(?:turned down|rejected|dismissed|ignored|refused|not (?:adopted|accepted|taken up))",
        "なかっ",
    ),
    (r"(?:adopted|accepted|taken up|incorporated|reflected)", ""),
)
_ABOUT = r"(?:about|on|concerning|regarding|mentioning|touching on|asking for|that ask(?:ed)? for)"
COMMENT_FRAMES = (
    *(
        frame(
            rf"^(?:which|what|list|show)(?: all)?(?: of)?(?: the)? {_COMMENTS} {_ABOUT}"
            rf" (?P<x>[^?]+?) (?:that )?(?:was|were|have been) {done}{END}",
            f"{{x}}についての意見で、修正され{ending}たものはどれですか",
        )
        for done, ending in _OUTCOMES
    ),
    frame(
        r"^(?:how|what) (?:did|does|do)\b.*?\b(?:repl(?:y|ied)|respond|answer)\b"
        rf"(?: to| given to| for)?(?P<x>.*?){END}",
        "{x}に対する回答は何ですか",
    ),
    frame(
        r"^(?:how|what) (?:was|is|were) (?:the |its |their )?(?:\w+(?:'s)? )?"
        r"(?:repl(?:y|ied)|respon[ds]e?\w*|answer(?:ed)?)\b(?! rate)"
        rf"(?: to| given to| for)?(?P<x>.*?){END}",
        "{x}に対する回答は何ですか",
    ),
    frame(
        rf"^what (?:came of|became of|happened to|was the (?:outcome|result) of)(?P<x>.+?){END}",
        "{x}はどうなりましたか",
    ),
    frame(
        r"^(?:did|has|have|was|were|is)\b.*?\b(?:reword|revis|chang|amend|modif)\w*\b[^?]{0,24}?"
        r"\b(?:because of|in response to|as a result of|due to|following|on account of|thanks to)"
        rf" (?P<x>.+?){END}",
        "{x}はどうなりましたか。修正されましたか",
    ),
    frame(
        r"^(?:did|has|have)\b(?P<x>.*?\b(?:comment|opinion|request|proposal|意見)\S*.*?)"
        rf" (?:change|alter|affect|influence)\w* (?:the|any)\b.*{END}",
        "{x}はどうなりましたか。修正されましたか",
    ),
    frame(
        rf"^(?:did|has|have|was|were|is)\b(?P<x>.+?)\b(?:lead|led|result|resulted) (?:to|in)\b.*"
        rf"(?:change|revision|amendment)\w*.*{END}",
        "{x}はどうなりましたか。修正されましたか",
    ),
    frame(
        rf"^(?:was|were|has|have|did|is)\b(?P<x>.+?)\b(?:been )?(?:adopted|accepted|reflected"
        rf"|revised|taken up|taken into account|incorporated|rejected|changed|amended"
        rf"|heeded)\b.*{END}",
        "{x}はどうなりましたか。修正されましたか",
    ),
    frame(
        r"^(?:what|which) (?:kind of )?(?:repl(?:y|ies)|responses?|answers?)"
        r" (?:did|does|was|were|has) (?P<x>.+?) (?:gets?|got|receive[ds]?|given)\b"
        r"(?: (?:to|for|on))?"
        rf"(?: (?:its|their|his|her|the))?(?P<y>.*?){END}",
        "{x}の{y}に対する回答は何ですか",
    ),
    frame(
        r"^(?:what|which (?:words|parts?|passages?|sentences?))"
        r" (?:was|were|has|have|had|did)?\s*(?:been )?"
        rf"(?:changed?|revised?|amended?|added|modif\w+) (?:in|to) (?P<x>.+?){END}",
        "{x}の修正された文言は何ですか",
    ),
    # what brought a change about, and what it changed
    frame(
        rf"^(?:which|what|whose) {_COMMENTS} (?:first )?{_CAUSED} (?:the |a |this )?{_CHANGE}"
        rf"(?: of| in| to)? (?P<x>.+?){END}",
        "{x}は、どの意見をきっかけに修正されましたか",
    ),
    frame(
        rf"^(?:how|what)\b.*?\b(?:{_WORDING}) (?:on|about|of|concerning) (?P<x>.+?)"
        rf" (?:change|differ|read|say|look)\w*,? before and after\b.*{END}",
        "{x}の文言は、意見を受ける前と後でどう変わりましたか",
    ),
    # comments by what the reply to them says
    frame(
        rf"^(?:list|which|what|show)\b.*?\b{_COMMENTS}\b.*?\brepl(?:y|ies)"
        rf" (?:begins?|starts?|opens?) with (?P<x>.+?){END}",
        "回答が{x}で始まる意見をすべて挙げてください",
    ),
    # comments by what they ask for
    frame(
        rf"^what (?:did|does|has) (?P<y>.+?) (?:{ASKING})\w* (?:about|on|regarding|concerning|for)"
        rf" (?P<x>.+?),? and (?:was|were|did|has|have|how|what)\b.*?"
        rf"(?:accept|adopt|reflect|revis|chang|repl|respon|answer|becom|became|happen|incorporat)\w*.*{END}",
        "{x}についての{y}の意見はどうなりましたか",
    ),
    frame(
        rf"^(?:is|are|was|were) there (?:any |an? |some )?{_COMMENTS}"
        rf" (?:about|on|of|regarding|concerning|(?:that )?{_SPEAKS_OF}) (?P<x>.+?){END}",
        "{x}に触れた意見はありますか",
    ),
    frame(
        rf"^(?:did|does|do|has|have|was|were) {_ANYBODY} (?:complain|worr|comment|writ|wrot|talk"
        rf"|concern|sp[eo]ak|sp[eo]ke)\w* (?:about|on|of|by) (?P<x>.+?){END}",
        "{x}に触れた意見はありますか",
    ),
    frame(
        rf"^(?:does|do|did) any(?: of the)? {_COMMENTS} {_SPEAKS_OF} (?P<x>.+?){END}",
        "{x}に触れた意見はありますか",
    ),
    frame(
        rf"^(?:which|what) {_COMMENTS} {_SPEAKS_OF}\b(?P<x>.+?){END}", "{x}に触れた意見はどれですか"
    ),
    frame(
        rf"^(?:which|what)(?: one)?(?: of)? (?P<y>.{{2,40}}?)'s {_COMMENTS}"
        rf" {_SPEAKS_OF}\b(?P<x>.+?){END}",
        "{y}の意見で、{x}に触れたものはどれですか",
    ),
    frame(
        rf"^(?:which|what) (?:comments?|opinions?|submissions?) (?:first )?(?P<verb>{SAYING})\b"
        rf"(?P<x>.*?){END}",
        "{x}を{verb}意見はどれですか",
    ),
    *(
        frame(
            rf"^(?:did|does|do|has|have|were there) (?:any|an?|some){who}"
            rf" (?:who |that |which )?(?:{ASKING})(?:s|ed|d)?\b(?P<x>.*?){END}",
            f"{{x}}を求めた{whose}意見はどれですか",
        )
        for who, whose in (
            (r" (?:private )?(?:individuals?|citizens?|persons?)", "個人の"),
            (rf" (?:{COMPANY})", "企業・団体の"),
            (rf"(?:one|body)?(?: (?:{SPEAKER}|comments?))?", ""),
        )
    ),
)
