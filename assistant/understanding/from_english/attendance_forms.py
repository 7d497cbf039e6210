"""English forms that ask who was at a meeting, which is taken out before: 「who attended?」."""

from __future__ import annotations

import re

from assistant.understanding.from_english.form import END, frame

# 「are on the attendance list of」
_LISTED = (
    r"(?:is|are|was|were|appears?|appeared|stands?|stood)?(?: (?:listed|named|found))? (?:on|in)"
    r" (?:the |an? )?(?:attendance|attendees?'?|participants?'?|meeting)?"
    r"(?: ?(?:lists?|rosters?|register))(?: of| for| at| in| from)?"
)
_CAME = (
    rf"(?:{_LISTED}|attended|(?:was|were)(?: (?:there|present))?(?: at)?|took part(?: in)?"
    r"|came(?: to)?|participated(?: in)?)"
)
_ANYBODY = r"people|persons?|participants?|attendees?|members?|individuals"
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
        rf"^(?:who|which (?:{_ANYBODY})) (?:is|was|comes|came|stands)(?: listed| named)?(?: the)?"
        rf" 第(?P<y>\d+)(?: (?:{_ANYBODY}|name|one))?(?: ?{_LISTED})?{END}",
        "出席者の{y}番目は誰ですか",
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
        r"^(?:which|what) (?:one |meeting )?(?:was|lasted|took|ran|went on)(?: the)? longer,?"
        rf"(?: or)?{END}",
        "どちらの会合が長く開かれましたか",
    ),
    frame(
        rf"^how long (?:was|were|did|lasted)(?: (?:last|take|run|go on))?{END}", "何分間でしたか"
    ),
    frame(rf"^who (?:spoke|talked|took the floor){END}", "発言した人は誰ですか"),
)

_OF_ATTENDANCE = re.compile(rf"\b(?:{_CAME}|roster|list|present|there|{_ANYBODY})\b", re.IGNORECASE)
_AT_ONE_ONLY = re.compile(
    r"^(?:who|which|what)\b.*?第(?P<here>\d+)回会合.*?\bnot\b.*?第(?P<there>\d+)(?:回会合)?[^第]*$",
    re.IGNORECASE,
)


def at_one_and_not_another(text: str) -> str | None:
    """The Japanese of 「who attended 第5回会合 but not 第6回会合」; None for another question.

    Args:
        text: English, with its meetings in Japanese.
    """
    match = _AT_ONE_ONLY.search(text)
    if match is None or not _OF_ATTENDANCE.search(text):
        return None
    return f"第{match['here']}回会合の名簿にあって第{match['there']}回会合の名簿にない人は誰ですか"
