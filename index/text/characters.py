"""Character tables: what counts as Japanese, radicals, dashes, footnote marks."""

from __future__ import annotations

import re

#: Kana, kanji and the marks that stand inside Japanese words, for a regex class.
JAPANESE = r"々〆〇ぁ-ゖゝゞァ-ヺーヽヾ一-鿿㐀-䶿豈-﫿\U00020000-\U0003ffff"
#: Also the punctuation that never has a space of its own beside it.
JAPANESE_OR_PUNCTUATION = JAPANESE + "、。「」『』【】〔〕〈〉《》・"

# Characters of the CJK Radicals Supplement that stand for a whole character and that NFKC
# leaves alone, after EquivalentUnifiedIdeograph.txt of the Unicode Character Database.
# Simplified Chinese forms go to the Japanese character that a font meant by them.
_RADICALS = (
    "⺃乚 ⺅亻 ⺇几 ⺉刂 ⺊卜 ⺋㔾 ⺏尣 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺘扌 ⺙攵 "
    "⺛旡 ⺜日 ⺝月 ⺞歺 ⺠民 ⺡氵 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪疋 "
    "⺫目 ⺬示 ⺭礻 ⺮竹 ⺯糸 ⺱罓 ⺲罒 ⺶羊 ⺷羊 ⺸羊 ⺹耂 ⺺肀 ⺻聿 ⺼肉 "
    "⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅見 ⻆角 ⻇角 ⻉貝 ⻊足 ⻋車 "
    "⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻑長 ⻒長 ⻓長 ⻔門 ⻕阜 ⻖阝 ⻗雨 ⻘青 ⻙韋 ⻚頁 "
    "⻛風 ⻜飛 ⻝食 ⻞食 ⻟飠 ⻡首 ⻢馬 ⻣骨 ⻤鬼 ⻥魚 ⻦鳥 ⻧鹵 ⻨麦 ⻩黄 "
    "⻫斉 ⻬斉 ⻭歯 ⻮歯 ⻯竜 ⻰竜 ⻱亀 ⻲亀"
)
_DASHES = "‐‑‒–—―−⁃﹘"
_WAVES = "〜∼∽"

#: After NFKC: radicals, dashes and wave dashes in one spelling each.
SAME_GLYPH = str.maketrans(
    {pair[0]: pair[1] for pair in _RADICALS.split()}
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_WAVES, "~")
)

# Attributes need their `=`: `A<B かつ C>D` holds no tag.
_TAG = r"</?[A-Za-z][A-Za-z0-9]{0,9}(?:\s+[A-Za-z-]+\s*=[^<>\n]{0,200})?\s*/?>"
_RAISED = r"[⁰¹²³⁴-⁹]+"
_FOOTNOTE_MARK = rf"<sup>[^<>]{{1,8}}</sup>|\[\^\d{{1,3}}\]|{_RAISED}|[※＊][0-9０-９]{{1,3}}"
_RUBY = r"\^\{[^{}\n]{1,30}\}"
# Soft hyphens, zero-width characters, variation selectors.
_INVISIBLE = r"[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]+"

#: `10m²`, `5㎞³`: a raised digit that belongs to the number before it.
EXPONENT = r"[0-9０-９][ 　]?(?:[kcmμ]?m|[㎞㎝㎜])[²³]"
#: What stands in a text without belonging to its words; exponents are matched to be kept.
NOTHING_TO_READ = re.compile(rf"(?P<kept>{EXPONENT})|{_FOOTNOTE_MARK}|{_RUBY}|{_TAG}|{_INVISIBLE}")
