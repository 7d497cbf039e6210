"""English forms that ask where something is written, or was held."""

from __future__ import annotations

from assistant.understanding.from_english.form import DONE, END, frame

WHERE_FRAMES = (
    frame(
        r"^where (?:can|could|do|should|would) (?:i|we|you|one|people) (?:read|find|look|see|learn)"
        r"(?: (?:something|anything|more|information|out|it|up))?(?: (?:about|on|for))? (?P<x>.+?)"
        rf"(?: in (?:the )?(?P<y>[\w ]+?))?{END}",
        "{y}で{x}はどこに書かれていますか",
    ),
    frame(
        r"^(?:in |on )?(?:which|what) (?:section|chapter|part|page|footnote|place)s?\b(?: of (?P<y>"
        r"(?:the )?[\w ]+?))?(?: (?:deals?|is concerned) with| covers?"
        r"| (?:treat|handle|contain|concern|set)s?| mentions?| describes?"
        rf"| discusses?| speaks? of| is about| addresses| talks? about|,? is| are| does"
        r"| explains?| defines?| introduces?| gives?| says?| states?| lists?| names?)"
        rf"(?P<x>.+?)(?:{DONE})?{END}",
        "{x}は{y}のどこに書かれていますか",
    ),
    frame(
        r"^where (?:does|do|did) (?:the )?(?P<y>[\w ]+?) (?:mention|discuss|describe|say|refer to"
        rf"|speak of|talk about|deal with|address|define)(?P<x>.+?){END}",
        "{y}で{x}はどこに書かれていますか",
    ),
    frame(
        r"^where\b(?: in (?:the )?(?P<y>[\w ]+?))? (?:is|are|does|do|was|were)\b.{0,40}?"
        rf"\b(?:{DONE}|laid down|set out|says?)(?: down)? (?:that )?(?P<x>\w.+? .+?){END}",
        "{y}で{x}はどこに書かれていますか",
    ),
    frame(
        r"^where\b(?: in (?:the )?(?P<y>[\w ]+?))? (?:is|are|does|do|can|was|were)(?P<x>.+?)"
        rf"\b(?:{DONE}|say|appear\w*)\b"
        rf".*{END}",
        "{y}で{x}はどこに書かれていますか",
    ),
    frame(
        rf"^where (?:was|were|did|is|are) (?P<x>.+?)(?: held| take place)?{END}", "{x}はどこですか"
    ),
)
