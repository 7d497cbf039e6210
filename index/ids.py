"""Structural ids and the labels an official would write.

A document id is made from what the document prints, white space and brackets 「」『』 out,
full-width letters, digits and brackets to half width (NFKC):

* minutes: `<body>-第<N>回`, e.g. `情報セキュリティ政策会議-第39回`
  (the council's own name: the last white-space separated word of the printed line);
* anything else: its title, e.g. `サイバーセキュリティ戦略(案)`.

Two different documents never share an id: indexing appends `~2`, `~3` … in path order.

A unit id is `<document id>#<local id>`, and local ids are:

| kind | local id | label |
|---|---|---|
| section | `5.2.3(1)ii`, `4(2)`, `第3章2(1)`, `前文` | `<document> 5.2.3(1)ii` |
| utterance | `4(2)-発言5`, paragraph units `4(4)-段落12` | `第39回会合 議事要旨 4(2) 発言5` |
| comment | `意見27-2`, `意見10` | `意見27-2（個人(11)）` |
| footnote | `脚注11` | `<document> 脚注11` |
| roster entry | `出席者3` | `第39回会合 議事要旨 出席者3（氏名）` |
| agenda item | `4(2)-議題3` (all categories of a section numbered through); where the agenda \
stands as numbered headings, `4-議題1` and the number of that heading in the label | \
`第39回会合 議事要旨 4(2) 議題3（決定事項）` |
| slide | `スライド5` | `<document> スライド5` |

The word between 第N回 and the kind of minutes is taken from the title (会合, 会議, 部会 …;
"" where the title has none). `<document>` is the title as printed without brackets 「」.
"""

from __future__ import annotations

import re
import unicodedata

_BRACKETS = str.maketrans("", "", '「」『』“”"')


def document_slug(printed: str) -> str:
    """The id form of a printed title or body."""
    folded = unicodedata.normalize("NFKC", printed).translate(_BRACKETS)
    return re.sub(r"\s+", "", folded).replace("#", "＃")


def minutes_id(body: str, meeting: int) -> str:
    """Document id of the minutes of one meeting of one body."""
    return f"{document_slug(body)}-第{meeting}回"


def unit_id(document_id: str, local_id: str) -> str:
    """Full id of a unit."""
    return f"{document_id}#{local_id}"


def normalise_section(printed: str) -> str:
    """A section number in the one form used everywhere.

    Half width, no spaces, no final dot: `５．２．３ （１） ii.` and `5.2.3(1)ii` both
    give `5.2.3(1)ii`; `5. 1. 1 (1)` gives `5.1.1(1)`; `5.1.1.(3)` gives `5.1.1(3)`.
    """
    folded = re.sub(r"\s+", "", unicodedata.normalize("NFKC", printed))
    folded = re.sub(r"\.(?=\()", "", folded)
    return folded.rstrip(".、")
