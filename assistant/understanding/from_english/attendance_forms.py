"""English forms that ask who was at a meeting, which is taken out before: 「who attended?」."""

from __future__ import annotations

from assistant.understanding.from_english.form import END, frame

_CAME = (
    r"(?:attended|(?:was|were)(?: (?:there|present))?(?: at)?|took part(?: in)?|came(?: to)?"
    r"|participated(?: in)?)"
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
    frame(rf"^who (?:spoke|talked|took the floor){END}", "発言した人は誰ですか"),
)
