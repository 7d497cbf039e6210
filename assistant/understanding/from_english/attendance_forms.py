"""English forms that ask who was at a meeting, which is taken out before: 「who attended?」."""

from __future__ import annotations

import re

from assistant.understanding.from_english.form import END, frame

# 「are on the attendance list of」
_LISTED = (
    r"(?:is|are|was|were|appears?|appeared|stands?|stood)?(?: (?:listed|named|found))? (?:on|in)"
    r" (?:the |an? )?(?:attendance|attendees?'?|participants?'?|meeting)?"
    r"(?: ?(?:lists?|rosters?|register))"
    r"(?: of (?:the )?(?:attendees|participants|members|people|those (?:present|attending)))?"
    r"(?: of| for| at| in| from)?"
)
_CAME = (
    rf"(?:{_LISTED}|attended|(?:was|were)(?: (?:there|present))?(?: at)?|took part(?: in)?"
    r"|came(?: to)?|participated(?: in)?)"
)
_ANYBODY = r"people|persons?|participants?|attendees?|members?|individuals"
_WHO = (
    rf"(?:who|which (?:{_ANYBODY}))(?: (?:is|was|are|were|comes?|came|stands?|stood))?"
    r"(?: listed| named)?(?: the)? "
)
_SOMEBODY = rf"(?: (?:{_ANYBODY}|names?|ones?|entr(?:y|ies)))?"
# of those on the list, where that is said or somebody is asked for
_ON_LIST = rf"^(?=who\b|which\b|.*{_LISTED})(?:{_WHO}|the )?"
_NO_PEOPLE = r"items?|agenda|decisions?|topics?|reports?|dates?|places?|sections?|comments?|things?"

ATTENDANCE_FRAMES = (
    frame(
        rf"^(?:who|which (?:{_ANYBODY})) {_CAME} both(?: (?:of )?(?:the )?meetings)?{END}",
        "両方に出席した人は誰ですか",
    ),
    frame(
        rf"^which (?P<y>[\w -]+?) {_CAME} both(?: (?:of )?(?:the )?meetings)?{END}",
        "両方に出席した{y}は誰ですか",
    ),
    frame(rf"^(?:who|which (?:{_ANYBODY})) {_CAME} only{END}", "だけに出席した人は誰ですか"),
    frame(rf"^which (?P<y>[\w -]+?) {_CAME} only{END}", "だけに出席した{y}は誰ですか"),
    frame(
        rf"^(?:which|what) (?:{_ANYBODY})(?: of| at)? *(?:came|were|was) from (?P<y>.+?){END}",
        "{y}からの出席者は誰ですか",
    ),
    frame(
        rf"^how many (?!(?:{_ANYBODY}|{_NO_PEOPLE})\b)(?P<y>[\w -]+?) {_CAME}{END}",
        "{y}の出席者は何人ですか",
    ),
    frame(
        rf"^(?:which|what) (?!(?:{_ANYBODY}|{_NO_PEOPLE})\b)(?P<y>[\w -]+?) {_CAME}{END}",
        "{y}の出席者は誰ですか",
    ),
    frame(
        rf"{_ON_LIST}(?:第|number )(?P<y>\d+)(?! ?\d){_SOMEBODY}(?: ?{_LISTED})?{END}",
        "出席者の{y}番目は誰ですか",
    ),
    frame(
        rf"{_ON_LIST}(?:last|final|bottom)(?: (?:1|one))?{_SOMEBODY}(?: ?{_LISTED})?{END}",
        "出席者の最後は誰ですか",
    ),
    frame(
        rf"{_ON_LIST}(?:last|final|bottom) (?P<y>\d+){_SOMEBODY}(?: ?{_LISTED})?{END}",
        "出席者の最後の{y}人は誰ですか",
    ),
    frame(
        rf"{_ON_LIST}(?:第1|top) (?P<y>\d+){_SOMEBODY}(?: ?{_LISTED})?{END}",
        "出席者の最初の{y}人は誰ですか",
    ),
    frame(
        r"^what (?:is|was)(?: the)? 第(?P<y>\d+) (?:decision|decided item)"
        rf"(?: (?:made|taken))?{END}",
        "決定事項の{y}番目は何ですか",
    ),
    frame(
        r"^what (?:is|was)(?: the)? 第(?P<y>\d+)"
        rf" (?:agenda item|item(?: on the agenda)?|topic){END}",
        "議題の{y}番目は何ですか",
    ),
    frame(
        r"^(?:when|(?:at )?what times?) (?:did|does|do) (?:start|begin|open)"
        rf"(?:,? (?:and|to|until) (?:end|finish|close|stop|over)\w*)?{END}",
        "開始と終了の時刻は何時ですか",
    ),
    frame(
        rf"^how long (?:was|were|did|lasted)(?: (?:last|take|run|go on))?{END}", "何分間でしたか"
    ),
    frame(rf"^who (?:spoke|talked|took the floor){END}", "発言した人は誰ですか"),
    frame(
        rf"^who (?:spoke|talked|took the floor) (?:the )?most(?: often)?{END}",
        "一番多く発言したのは誰ですか",
    ),
)

_OF_ATTENDANCE = re.compile(rf"\b(?:{_CAME}|roster|list|present|there|{_ANYBODY})\b", re.IGNORECASE)
_AT_ONE_ONLY = re.compile(
    r"^(?:who|which|what)\b.*?第(?P<here>\d+)回会合.*?\bnot\b.*?第(?P<there>\d+)(?:回会合)?[^第]*$",
    re.IGNORECASE,
)

_MORE = r"more|most|larg(?:er|est)|bigg(?:er|est)|high(?:er|est)|great(?:er|est)"
_FEWER = r"fewe(?:r|st)|less|least|small(?:er|est)|low(?:er|est)"
_COUNTED_AT = (
    (rf"attend(?:ance|ees?|ed)|turnout|{_ANYBODY}", "出席者"),
    (r"agenda(?: items?)?|items?(?: on (?:its|the) agenda)?|topics?", "議題"),
    (r"prox(?:y|ies)|substitutes?|stand-ins?", "代理出席"),
)
_HOURS = r"time|minutes|hours"
# how one of two meetings is compared with the other, of what, and the Japanese question
_COMPARED = (
    (r"long(?:er|est)", "", "どちらが長く開かれましたか"),
    (r"short(?:er|est)", "", "どちらが短く開かれましたか"),
    (_MORE, _HOURS, "どちらが長く開かれましたか"),
    (_FEWER, _HOURS, "どちらが短く開かれましたか"),
    (r"earl(?:y|ier|iest)|late(?:r|st)|sooner|第1", "", "どちらが先に開かれましたか"),
    *((_MORE, what, f"どちらの{name}が多いですか") for what, name in _COUNTED_AT),
    *((_FEWER, what, f"どちらの{name}が少ないですか") for what, name in _COUNTED_AT),
)
_MEETING = re.compile(r"第\d+回会合")
_OF_TWO = re.compile(
    r"\b(?:which|what|ones?|the|a|of|2|both|other|these|those|meetings?|was|were|is|did|does|do|has|had|have|it"
    r"|there|last(?:ed)?|took|take|taken|place|ran|run|go|went|gone|on|at|for|than|or|and|between|in|each|held"
    r"|time|number|came|come|to|with|by|attended|present)\b|[\W_]|と",
    re.IGNORECASE,
)


def which_of_two(text: str) -> str | None:
    """The Japanese of 「which was longer, 第5回会合と第6回会合」; None for another question.

    Args:
        text: English, with its meetings in Japanese.
    """
    meetings = _MEETING.findall(text)
    both = "と".join(meetings) if len(meetings) > 1 else "両会合" if "meeting" in text else ""
    for comparative, what, asked in _COMPARED if both else ():
        rest = _MEETING.sub(" ", text)
        for words in filter(None, (what, comparative)):
            rest, found = re.subn(rf"\b(?:{words})\b", " ", rest, flags=re.IGNORECASE)
            if not found:
                break
        else:
            if not _OF_TWO.sub("", rest):
                return f"{both}では{asked}"
    return None


def at_one_and_not_another(text: str) -> str | None:
    """The Japanese of 「who attended 第5回会合 but not 第6回会合」; None for another question.

    Args:
        text: English, with its meetings in Japanese.
    """
    match = _AT_ONE_ONLY.search(text)
    if match is None or not _OF_ATTENDANCE.search(text):
        return None
    return f"第{match['here']}回会合の名簿にあって第{match['there']}回会合の名簿にない人は誰ですか"
