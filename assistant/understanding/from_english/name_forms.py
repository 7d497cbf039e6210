"""English forms that ask what something is called: its long form, abbreviation, other language."""

from __future__ import annotations

from assistant.understanding.from_english.form import END, frame

NAME_FRAMES = (
    frame(
        rf"^what (?:is|was) the japanese (?:name|term|title|word) (?:of|for) (?P<x>.+?){END}",
        "{x}の正式名称は何ですか",
    ),
    frame(
        r"^what (?:is|was) the english (?:name|term|title|equivalent|translation) (?:of|for) "
        rf"(?P<x>.+?){END}",
        "{x}の英語名は何ですか",
    ),
    frame(
        r"^(?:what|which) (?P<y>(?:[\w-]+ ){0,2}(?:name|abbreviation|acronym|title|term))s?"
        r" (?:does|do|did|is|was|are|were) (?:.+? )?(?:give|use|call|choose|assign)\w*"
        rf" (?:to|for|by) (?P<x>.+?){END}",
        "{x}の{y}は何ですか",
    ),
    frame(
        r"^what (?:does|do|did) (?:.+?) (?:give|use|state|print|name|show) as (?:the |its )?"
        r"(?P<y>(?:[\w-]+ ){0,2}(?:name|abbreviation|acronym|title|term))"
        rf" (?:of|for) (?P<x>.+?){END}",
        "{x}の{y}は何ですか",
    ),
    frame(rf"^what do(?:es)? (?P<x>.+?) stand for\b.*{END}", "{x}は何の略ですか"),
    frame(
        rf"^what (?:is|are|was) (?P<x>.+?) (?:short|an? (?:abbreviation|acronym)) (?:for|of){END}",
        "{x}は何の略ですか",
    ),
    frame(
        r"^(?:what|which) (?:abbreviation|acronym|short form) (?:is|was|does|do) .*?"
        rf"\b(?:for|of|to (?:mean|denote)) (?P<x>.+?){END}",
        "{x}の略称は何ですか",
    ),
    frame(
        rf"^how (?:is|are|was) (?P<x>.+?) (?:abbreviated|shortened)\b.*{END}", "{x}の略称は何ですか"
    ),
    frame(
        r"^(?:spell out|write out|expand|what is the (?:long|full|expanded) (?:form|version) of)"
        rf" (?P<x>.+?){END}",
        "{x}は何の略ですか",
    ),
    frame(
        rf"^what is the (?:full|official|formal) name of (?P<x>.+?){END}",
        "{x}の正式名称は何ですか",
    ),
    frame(
        rf"^what is (?:the )?(?:abbreviation|short form|acronym) (?:of|for) (?P<x>.+?){END}",
        "{x}の略称は何ですか",
    ),
)
