"""What an unnamed person is said to have wished, and what is asked of it in the next sentence.

「Somebody wanted X. Who was it?」 asks who wanted X; whether it was granted, on what ground and
what was replied is asked of the comment that wanted it.
"""

from __future__ import annotations

import re

from assistant.understanding.from_english.form import COMPANY, END, PEOPLE, SPEAKER, frame

_SOMEBODY = (
    rf"(?:some(?:body|one)|(?:an?|one|another|some) (?:\w+ )?(?:{SPEAKER}|{COMPANY}|{PEOPLE}"
    r"|comments?|associations?))"
)
_WISHED = re.compile(
    rf"^(?:there was )?{_SOMEBODY} (?:who |that )?(?:had |has )?(?:also )?"
    r"(?:asked|wanted|wished|requested|demanded|urged|called|proposed|suggested|recommended"
    r"|insisted|hoped|pleaded)\b"
    r"(?: (?:the|our|their) [\w -]{3,24}?(?= (?:to|that|for) ))?(?: (?:for|that|on|to))?"
    r"(?: have)?\s+",
    re.IGNORECASE,
)
_HELD = re.compile(
    rf"^(?:there was )?{_SOMEBODY} (?:who |that )?(?:had |has )?(?:also )?"
    r"(?:complained|said|argued|pointed out|worried|objected|claimed|critici[sz]ed|noted|felt"
    r"|thought|feared|remarked)"
    r"(?: (?:that|about|of|to))?\s+",
    re.IGNORECASE,
)
_DID = re.compile(
    rf"^{_SOMEBODY} (?=\w+ed\b|said|thought|put|sent|wrote|felt|found)", re.IGNORECASE
)
_WHO = re.compile(
    r"^who (?:was|is|were) (?:it|that|this|he|she|they|behind (?:it|that|this))\b"
    r"|^which(?: one| of them)?(?: was (?:it|that))?(?=\s*[,?]|\s+and\b)"
    r"|^who (?:wanted|asked(?: for)?|said|proposed|suggested|requested|sent) (?:it|that|this|so)\b",
    re.IGNORECASE,
)
_BACK = (
    r"(?:it|that|this|they|them|anything|(?:the|this|that|their|his|her) (?:wish|request|proposal"
    r"|idea|suggestion|comment|opinion|plea|demand|point|call|recommendation)(?: \w+)?)"
)
_GRANTED = (
    r"(?:grant|accept|adopt|approv|heed|fulfil|follow|reflect|revis|reject|turn|taken|took|met\b|agree"
    r"|honou?r|incorporat|chang|amend|succe|refus|declin|dismiss|listen|act|happen|becom|became"
    r"|came|come)\w*"
)
_WHAT_CAME = re.compile(
    rf"^(?:(?:was|were|did|has|have|is|does) .{{0,30}}?{_BACK}\b.{{0,20}}?{_GRANTED}"
    rf"|(?:did|has|have) .{{2,30}}? {_GRANTED}|what (?:came|became|happened).{{0,12}}{_BACK}"
    r"|what did .{2,30}? (?:decide|do)\b)",
    re.IGNORECASE,
)
_REPLIED = re.compile(
    r"^(?:how|what|which)\b.{0,40}?\b(?:repl(?:y|ied|ies)|answer(?:ed)?|respon(?:se|d|ded)|say|said)\b"
    r"|^(?:why\b|(?:on|for|with) what (?:grounds?|reasons?|justification)"
    r"|what (?:\w+ ){0,3}?(?:reasons?|grounds?|rationale|justification)\b)",
    re.IGNORECASE,
)

_WISHES = (
    r"(?:comment|request|proposal|suggestion|demand|wish|call|plea|opinion|idea|recommendation)"
)
_FOR = (
    r"(?:(?:asking|requiring|wanting|urging|calling on) (?:(?!for |that |about )[\w'-]+ ){1,3}?to"
    r"|(?:asking |calling |wishing )?(?:for|that|to|on|about|of))"
)
_ON_WHAT_GROUND = (
    r"(?:why|(?:on|for) what (?:grounds?|reasons?)"
    r"|what (?:was|were|is|are) the (?:grounds?|reasons?)(?: (?:for|why))?)"
)
_TURNED_DOWN = (
    r"(?:refuse|decline|reject|dismiss|turn(?:ed)? down|leave out|left out|not (?:been )?(?:accept"
    r"|adopt|agree|add|includ|incorporat|follow|grant|reflect|take up|taken up))\w*"
)

_CHANGE = r"(?:chang|revis|amend|reword|rewrit|modif|alter)\w*"
_IN_ANSWER_TO = (
    r"(?:after|following|because of|in (?:response|answer|reply) to|as a result of|due to|owing to"
    r"|on account of|thanks to|in (?:the )?light of)"
)
_HELD_FORM = r"(?:saying|complaining|arguing|claiming|noting|worrying)(?: that| about)?"

WISH_FRAMES = (
    frame(
        rf"^(?:how|what|which|where|did|was|were|has|have)\b[^?]*?\b{_CHANGE}[^?]{{0,40}}?"
        rf" {_IN_ANSWER_TO} (?:the |an? )?{_WISHES}s? {_FOR} (?P<x>.+?){END}",
        "{x}を求めた意見で、文言はどのように修正されましたか",
    ),
    frame(
        r"^(?:did|has|have) (?:the )?(?:government|city|ministry|authorities) "
        rf"(?:accept|adopt|agree|follow|tak|reflect|grant|incorporat)\w*(?: (?:with|to|up))? "
        rf"(?P<y>.+?)'s? {_WISHES} (?:about|on|for|of|concerning|regarding|that|to) "
        rf"(?P<x>.+?){END}",
        "{y}の{x}についての意見はどうなりましたか。修正されましたか",
    ),
    frame(
        rf"^(?:was|were|has|did|is) the {_WISHES} {_HELD_FORM} (?P<x>.+?) accepted{END}",
        "{x}という意見はどうなりましたか。修正されましたか",
    ),
    frame(
        rf"^what was the reply to the {_WISHES} {_HELD_FORM} (?P<x>.+?){END}",
        "{x}という意見に対する回答は何ですか",
    ),
    frame(
        rf"^(?:was|were|has|did|is) the {_WISHES} {_FOR} (?P<x>.+?) (?:been )?(?:{_GRANTED})"
        rf"(?: (?:up|down|on board|into account))?{END}",
        "{x}を求めた意見はどうなりましたか。修正されましたか",
    ),
    frame(
        rf"^(?:what|how) (?:was|is|did) .{{0,30}}?\b(?:repl\w+|answer\w*|respon\w+)(?: given)?"
        rf" (?:to|for) the {_WISHES} {_FOR} (?P<x>.+?){END}",
        "{x}を求めた意見に対する回答は何ですか",
    ),
    frame(
        rf"^{_ON_WHAT_GROUND} (?:was|were|did|is|has)?.{{0,20}}?\bthe {_WISHES} {_FOR} (?P<x>.+?)"
        rf" (?:not |been )*(?:{_GRANTED})(?: (?:up|down|on board|into account))?{END}",
        "{x}を求めた意見に対する回答は何ですか",
    ),
    frame(
        rf"^{_ON_WHAT_GROUND} (?:did|does|has) (?:the )?[\w ]{{2,20}}? {_TURNED_DOWN}(?: to)?"
        rf" (?P<x>.+?){END}",
        "{x}が採用されなかったのはなぜですか",
    ),
    frame(
        rf"^{_ON_WHAT_GROUND} (?:was|were|is) (?P<x>.+?) {_TURNED_DOWN}{END}",
        "{x}が採用されなかったのはなぜですか",
    ),
)


def about_a_wish(context: str, asked: str) -> str | None:
    """One question of two sentences: 「Who asked for X」 for 「Somebody wanted X. Who was it?」.

    Args:
        context: What is said before the question.
        asked: The question.
    """
    wished, did, who = _WISHED.match(context), _DID.match(context), _WHO.match(asked)
    if who and wished:
        return f"Who asked for {context[wished.end() :]}{asked[who.end() :]}"
    if who and did:
        return f"Who {context[did.end() :]}{asked[who.end() :]}"
    told = wished or _HELD.match(context)
    if told is None:
        return None
    comment = f"the comment {'asking for' if wished else 'saying that'} {context[told.end() :]}"
    if _WHAT_CAME.match(asked):
        return f"Was {comment} accepted?"
    return f"What was the reply to {comment}?" if _REPLIED.match(asked) else None
