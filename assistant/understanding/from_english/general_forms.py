"""The general forms of English questions, tried after all others: comparisons, times, lists."""

from __future__ import annotations

from assistant.understanding.from_english.form import AUXILIARY, END, frame

GENERAL = (
    # comparing
    frame(
        r"^how (?:did|has|have|does) (?P<x>(?:the )?(?:share|percentage|proportion|rate|number"
        r"|amount|ratio)s? [^?]+?) (?:change|develop|evolve|differ|compare)\w*"
        rf"(?: (?:from|since|compared (?:with|to)|over|against|with))? (?P<y>[^?]+?){END}",
        "{x}は{y}と比べてどう変わりましたか",
    ),
    frame(
        r"^(?:compare|how do|how does|how did|what is the difference between|what are the "
        rf"differences between)(?P<x>.*?)(?: differ| compare| change)\w*(?P<y>.*?){END}",
        "{x}{y}を比べると、それぞれどのように違いますか",
    ),
    frame(
        rf"^(?:compare|what (?:is|are) the differences? between) (?P<x>.+?)(?: on | about "
        rf"| regarding | concerning )(?P<y>.+?){END}",
        "{y}について{x}を比較すると、それぞれどのように述べていますか",
    ),
    frame(
        rf"^(?:compare|what (?:is|are) the differences? between)(?P<x>.+?){END}",
        "{x}を比較すると、それぞれどのように違いますか",
    ),
    # offices, articles and tasks
    frame(
        r"^(?:which|what|whose) (?:\w+ ){0,2}?(?:officials?|officers?|posts?|positions?|office)"
        r" (?:is|was|will|would|were|are)(?: be)?(?: to)? (?:head|lead|run|direct)"
        rf" (?P<x>.+?){END}",
        "{x}の長に充てられるのはどの職の者ですか",
    ),
    frame(
        rf"^(?:(?:under|in|by|on) )?(?:which|what) articles? of (?P<y>.+?) {AUXILIARY}"
        rf" (?P<x>.+?){END}",
        "{x}は{y}の第何条によりますか",
    ),
    frame(
        rf"^what {AUXILIARY} (?P<x>.+?) (?:told|asked|required|instructed|ordered|requested)"
        rf" to (?:draw up|prepare|produce|write|make|compile|submit)\b(?P<y>.*?){END}",
        "{y}について、{x}は何を策定するよう求められましたか",
    ),
    # time and reason
    frame(
        r"^(?:when|by when|until when|from when|(?:by|until|till|on|between) (?:which|what)"
        r" (?:date|day)|(?:during|in|over) (?:which|what) period"
        r"|what (?:was|were|is) the (?:deadline|closing date|period))"
        r"\b(?![^?]*\b(?:repl|answer|respon|revis|chang|publish|discuss|result|meeting))"
        r"[^?]*\b(?:comments?|opinions|submissions|feedback|consultation)\b(?! \d)(?! desk)"
        rf"[^?]*{END}",
        "意見募集の期間はいつからいつまでですか",
    ),
    frame(
        rf"^from when until when (?:was|were|is|are|did|does|do|will) (?P<x>.+?){END}",
        "{x}の期間はいつからいつまでですか",
    ),
    frame(
        rf"^(?:in|during|by) (?:which|what) month {AUXILIARY} (?P<x>.+?){END}",
        "{x}は何月ですか",
    ),
    frame(
        rf"^(?:during|in|over|for) (?:which|what) period\b(?P<x>.+?){END}",
        "{x}の期間はいつからいつまでですか",
    ),
    frame(
        r"^(?:when|since when|until when|from when|on what date|in (?:which|what) year"
        rf")\b(?P<x>.+?){END}",
        "{x}はいつですか",
    ),
    frame(
        rf"^how (?:do|can|could|should|may) (?:i|you|we|one) (?P<y>\w+) (?P<x>.+?){END}",
        "{x}を{y}するにはどうすればよいですか",
    ),
    frame(
        r"^why (?:was|were|is|has|have)(?: been)? [\"“']?(?P<x>[^?]+?)[\"”']?(?: been)?"
        r" (?:changed|reworded|altered|revised|amended|rewritten) (?:in)?to"
        rf" [\"“']?(?P<y>[^?]+?)[\"”']?{END}",
        "「{x}」を「{y}」に修正したのはなぜですか",
    ),
    frame(
        rf"^(?:why|(?:on|for) (?:what|which) (?:grounds?|reasons?))\b(?P<x>.+?){END}",
        "{x}はなぜですか",
    ),
    # lists
    frame(
        r"^(?:what|which) (?P<y>[\w-]+(?: [\w-]+)?)"
        r" (?:(?:are|is|were|was|have been|has been) (?:\w+ly )?"
        r"(?:designated|classified|classed|defined|regarded|recogni[sz]ed|considered|listed|named"
        r"|counted|treated|identified|specified)(?: (?:as|to be|among))?|counts? as)(?: an?| the)? "
        rf"(?P<x>.+?){END}",
        "{x}とされている{y}は何ですか",
    ),
    frame(
        r"^(?:what|which|list|name|show|give|enumerate) (?:me )?(?:all )?(?:are )?(?:of )?(?:the )?"
        r"(?P<count>two|three|four|five|six|seven|eight|nine|ten|\d+) (?P<y>.+?)"
        r" (?:does|do|did|are|is|were|was|has|have|of|in|that|set)\b"
        rf"(?P<x>.*?){END}",
        "{x}の{count}つの{y}は何ですか",
    ),
    frame(
        rf"^(?:list|show|name|enumerate)(?: me)?(?: all)?(?P<x>.+?){END}",
        "{x}をすべて挙げてください",
    ),
    frame(
        r"^(?:what|which) (?P<count>two|three|four|five|six|seven|eight|nine|ten|\d+) "
        rf"(?P<x>.+?){END}",
        "{x}を{count}つ挙げてください",
    ),
    frame(
        r"^(?:what|which) (?P<y>[\w-]+) (?:does|do|did)"
        rf" (?P<x>(?:the |an? )?[^?]+?) (?:receive|earn|get|have|use){END}",
        "{x}の{y}は何ですか",
    ),
    frame(rf"^(?:what|which)\b(?P<x>.+?){END}", "{x}は何ですか"),
    frame(rf"^(?:how)\b(?P<x>.+?){END}", "{x}はどのようにしますか"),
    frame(
        rf"^(?:is|are|was|were|does|do|did|has|have|can|could|will)\b(?P<x>.+?){END}", "{x}ですか"
    ),
)
