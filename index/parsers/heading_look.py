"""How a heading looks: short, no end of a sentence, no item of a list, not wrapped text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.parsers.levels import list_items
from index.parsers.lines import ends_sentence, half_width, is_wrapped, opens_block, wrap_minimum
from index.parsers.marks import CONTAINERS, Mark, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.parsers.lines import Line

_LONGEST = 70
_LEAF_NAMES = re.compile(
    r"(?:はじめに|おわりに|終わりに|まえがき|あとがき|序文?|序論|前文|結び|むすび(?:に)?|結語|用語集|用語の?定義)"
)
_ANNEX_NAMES = re.compile(
    r"(?:附則|付則|(?:別紙|別添|別表|別記|付録|附属書|参考(?:資料)?|様式)\s*[0-9一二三四五六七八九十]{0,3})(?:\s.{0,40})?"
)
_NOT_A_TITLE = re.compile(
    r"[を、。,)）～〜~\-－%％]|が[^ぁ-ん]|つ(?:の|目)|か(?:所|月|国|年)"
    r"|から|まで|及び|並びに|又は|若しくは"
)
#: A particle glued to a number: （1）は、 （2）の措置; `(1)ものづくり` is a title.
_PARTICLE = re.compile(r"[をはがにとのでもへや](?:[、一-鿿ァ-ヺ「（(]|$)")
_COUNTER = re.compile(r"[年月日条項号人件回点名円歳社割倍頁個者]|ページ|世紀|か所|箇所")
_OPEN_END = re.compile(r"[、,はがを]$")


@dataclass(slots=True)
class HeadingLook:
    """Judges lines of one document by their look.

    Attributes:
        lines: The document's lines.
        marked: Places of lines that the file marks as headings (`#`).
    """

    lines: Sequence[Line]
    marked: frozenset[int]
    _minimum: float = field(init=False)
    _items: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        self._minimum = wrap_minimum(self.lines)
        self._items = list_items(self.lines)

    def is_leaf_name(self, position: int) -> bool:
        """Whether a line is a heading that holds no others, such as はじめに."""
        return _LEAF_NAMES.fullmatch(half_width(self.lines[position].stripped)) is not None

    def is_annex_name(self, position: int) -> bool:
        """Whether a line opens an annex: on its own, or a bare label below a sentence."""
        text = half_width(self.lines[position].stripped)
        if not _ANNEX_NAMES.fullmatch(text):
            return False
        below_sentence = position > 0 and ends_sentence(self.lines[position - 1].text)
        return self.stands_alone(position) or (len(text) <= 6 and below_sentence)

    def fits(self, position: int, mark: Mark) -> bool:
        """Whether the line with this number reads as a heading."""
        text = self.lines[position].stripped
        title = text[mark.length :]
        if mark.style in (Style.ARTICLE, Style.PLAN):
            return True
        if not title:
            return mark.style in CONTAINERS and self._has_title_below(position)
        if (
            "\t" in text
            or len(text) > _LONGEST
            or ends_sentence(text)
            or text.endswith(("：", ":"))
        ):
            return False
        glued = not text[mark.length - 1].isspace()
        counts = text[mark.length - 1].isdigit() and _COUNTER.match(title)
        if counts or (glued and _PARTICLE.match(title)):
            return False
        if _NOT_A_TITLE.match(title) or _OPEN_END.search(title):
            return False
        if self._wraps(position) and not self.goes_on(position):
            return False
        return mark.style in CONTAINERS or position not in self._items

    def _has_title_below(self, position: int) -> bool:
        below = self.lines[position + 1 : position + 2]
        return bool(below) and len(below[0].stripped) <= 40 and not ends_sentence(below[0].text)

    def _wraps(self, position: int) -> bool:
        below = self.lines[position + 1 : position + 2]
        if not below or below[0].gap or below[0].page != self.lines[position].page:
            return False
        return is_wrapped(self.lines[position], below[0], minimum=self._minimum)

    def goes_on(self, position: int) -> bool:
        """Whether a heading has a second line, short and no end of a sentence."""
        if not self._wraps(position):
            return False
        below = self.lines[position + 1]
        short = len(below.stripped) <= self._minimum * 0.7
        return short and not ends_sentence(below.text) and not self._wraps(position + 1)

    def stands_alone(self, position: int) -> bool:
        """Whether blank lines or the edge of the page stand on both sides."""
        line = self.lines[position]
        above = self.lines[position - 1] if position else None
        below = self.lines[position + 1] if position + 1 < len(self.lines) else None
        free_above = above is None or line.gap > 0 or above.page != line.page
        free_below = below is None or below.gap > 0 or below.page != line.page
        return position in self.marked or (free_above and free_below)

    def is_caption(self, position: int) -> bool:
        """A short line between blank lines with running text below it."""
        line = self.lines[position]
        below = self.lines[position + 1 : position + 2]
        short = 2 <= len(line.stripped) <= 30 and not ends_sentence(line.text)
        plain = "\t" not in line.text and not opens_block(line.stripped)
        followed = bool(below) and ends_sentence(below[0].text)
        return position > 0 and short and plain and followed and self.stands_alone(position)
