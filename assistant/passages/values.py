"""The kind of value that a question asks for, and how texts write such values."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.understanding.counters import KA, counter_pattern
from assistant.understanding.expected_forms import COUNTRY
from assistant.understanding.focus import Focus
from assistant.understanding.mentions import fold
from assistant.wording.phrases import phrase
from index.text.morphology import tokens

_NUMBER = (
    r"(?:\d[\d,.]*|[一二三四五六七八九十百]+|数)\s*(?:十|百|千|万|億|兆)*[\d,.]*\s*"
    r"(?:余り?|以上|程度)?\s*"
)
_TIME = (
    r"\d+\s*(?:[百千万億兆]+\s*)?(?:年|月|日|時|分)|[元一二三四五六七八九十]+(?:年|月|日)|(?:昨|今|本|来|先|翌|前)(?:年|月|日|週)"
    r"|\d+\s*(?:時間|週間|か月)以内|年[内末度]|月末|毎[年月日週]|上期|下期|前回|次回|当初|直後|以降|平日|土曜|日曜|曜日"
)
#: The name of a number of people.
PEOPLE = phrase("人数")
#: The name of a number of machines.
PIECES = phrase("台数")
#: The name of a number of cases or records.
CASES = phrase("件数")
#: The name of a time or of how long something takes.
TIME = phrase("時期や期間")
#: The name of a share.
SHARE = phrase("割合")
#: The name of a sum.
MONEY = phrase("金額")
_VALUES = (
    (
        (
            r"いくら(?!か[のがはを]|でも|を?(?:増|減))|何円|何億|金額(?:は|を教)"
            r"|(?:[一-鿿]費|費用|料金|経費|価格|値段|代金)(?:は|が|って)[^。]{0,8}?どの(?:くらい|程度)"
        ),
        MONEY,
        rf"{_NUMBER}円",
    ),
    (r"何\s*(?:万|千|百)?(?:人|名)(?!物)", PEOPLE, rf"{_NUMBER}(?:人|名|者)|全員|一人"),
    (r"何社|何団体|何者", phrase("数"), rf"(?<!第){_NUMBER}(?:社|者|団体|法人)"),
    (r"何\s*(?:万|億|千)?\s*件", CASES, rf"{_NUMBER}(?:件|つ|個)"),
    (
        r"何割|何\s*(?:%|パーセント)|割合は",
        SHARE,
        rf"{_NUMBER}(?:割|%|パーセント|倍)|分の\s*\d|半[数分]",
    ),
    (r"何\s*(?:歳|才)|年齢は", phrase("年齢"), rf"{_NUMBER}(?:歳|才)"),
    (r"何回(?!の|会|目)", phrase("回数"), rf"{_NUMBER}(?:回|度)|毎[年月日週]"),
    (r"何台", PIECES, rf"{_NUMBER}台"),
    (r"何\s*(?:時間|分間?(?!野)|秒)(?!前)", phrase("時間"), rf"{_NUMBER}(?:時間|分(?![野の])|秒)"),
    (
        r"何月何日",
        TIME,
        r"\d+\s*月\s*\d+\s*日|(?:先|今|来|同)月\s*\d+\s*日",
    ),
    (
        r"(?<!何年)何月(?!何日)",
        TIME,
        r"\d+\s*月|(?:先|今|来|翌|毎)月|月末|[上中下]旬",
    ),
    (r"[週月年]に?\s*何日", TIME, rf"(?<!\d)[週月年]に?\s*{_NUMBER}日"),
    (
        r"いつ(?!も|でも|か(?!ら)|まで(?:も|経))|何年(?!前|も)|何日|何曜日|何年度",
        TIME,
        _TIME,
    ),
    (
        (
            r"(?:会社|企業|業者|メーカー)(?:の(?:名前|名称)|名)は"
            r"|どこの(?:メーカー|業者)|どこの(?:会社|企業)(?:の(?:製品|もの|ソフト|機[器種械])|製)"
            r"|(?:作っ|造っ|納め|納入し|開発し|製造し|請け負っ|受注し|落札し|担当し|担っ)た"
            r"(?:会社|企業|業者|メーカー)は(?:どこ|何)"
        ),
        phrase("会社名"),
        r"株式会社|有限会社|合同会社|\((?:株|有)\)",
    ),
    (r"ど(?:この|の)国(?!際|内|々|民|家)|何という国", phrase("国名"), COUNTRY.pattern),
    (r"電話番号|電話[^。]*(?:。|を)?番号", phrase("電話番号"), r"\d{2,4}-\d{2,4}-\d{3,4}"),
    (
        r"(?:URL|アドレス)(?:は(?!何[人件])|を教|って)",
        phrase("アドレス"),
        r"https?://|www\.|[\w.]@\w",
    ),
)
_COUNTED = re.compile(
    rf"何\s*(?P<unit>床|冊|階|校|棟|本|枚|戸|軒|基|隻|曲|票|室|席|問|倍|{KA}[国所月]|世帯|平方|km|キロ"
    r"|チーム|グループ|クラス|ページ|セット|機関|府省庁?|省庁|都市|自治体|組織|部隊|点)"
    r"|(?<![一-鿿])(?P<counted>[一-鿿]{1,2})数(?:は|が)いくつ"
    r"|(?P<named>[一-鿿ァ-ヶー]{2,})の数(?:は|が)(?:いくつ|何|どの)|いくつの(?P<kind>[一-鿿ァ-ヶー]{2,})"
)
_KINDS = tuple((re.compile(asked), name, re.compile(form)) for asked, name, form in _VALUES)


@dataclass(frozen=True, slots=True)
class AskedValue:
    """A kind of value: its name, and the forms in which it is written, in half-width letters."""

    name: str
    form: re.Pattern[str]

    def stands_in(self, text: str) -> bool:
        """Whether a text holds such a value."""
        return self.form.search(fold(text)) is not None

    def found_in(self, text: str, question: str) -> bool:
        """Whether a text holds such a value that does not stand in the question already."""
        return any(match.group() not in question for match in self.form.finditer(fold(text)))


def asked_value(question: str) -> AskedValue | None:
    """The kind of value that a question asks for first; None where it asks for none."""
    text = fold(question)
    asked = [
        (match.start(), AskedValue(name, form))
        for pattern, name, form in _KINDS
        if (match := pattern.search(text))
    ]
    counted = None if asked else _COUNTED.search(text)
    # of words that were put side by side (市・電源の数) the last need not be what is counted
    if counted and not (counted["named"] and re.search(r"(?<!\d)・", text)):
        counter = next(filter(None, counted.groups()))
        form = re.compile(rf"{_NUMBER}{counter_pattern(counter)}")
        return AskedValue(phrase("数"), form)
    return min(asked, key=lambda found: found[0])[1] if asked else None


_SEVERAL = re.compile(r"はいくつですか")
#: A number of whatever it is.
ANY_NUMBER = re.compile(r"\d[\d,.]*\s*(?:つ|個|(?![年月日条項回])[一-鿿])(?!目)")


def number_asked(question: str) -> AskedValue | None:
    """A number of whatever it is, where a question asks for one without a counter (いくつ)."""
    asked = _SEVERAL.search(fold(question))
    return AskedValue(phrase("数"), ANY_NUMBER) if asked else None


_SPEAKS_OF_MONEY = re.compile(r"費用|経費|料金|予算|代金|値段|価格|金額|お金")


def money_spoken_of(question: str) -> AskedValue | None:
    """A sum, where a question speaks of money: 「費用の面ではどう説明されたか」."""
    if not _SPEAKS_OF_MONEY.search(fold(question)):
        return None
    return next(AskedValue(name, form) for _, name, form in _KINDS if name == MONEY)


_UNIT = (
    r"(?:年間?|か月間?|日間?|時間|分野|分(?!野)|回|件|人|名|者|社|台|校|か所|円|%|割|倍|歳|項目)"
)
_FIGURE = re.compile(
    rf"(?<![\d.第])(?P<number>\d[\d,.]*(?:万|億|千)?)(?P<unit>{_UNIT})(?!\d*月|度|版|代)"
)
_TAKEN_FOR_GRANTED = re.compile(
    r"(?:理由|根拠|経緯|は(?:なぜ|どうして|何故)|(?:の|ん)です(?:なぜ|どうして))|(?:なぜ|どうして|何故)[^。]*(?:の|ん)(?:です|でしょ|か)"
)
_YEAR_DIGITS = 4
_REASONS = "理由 根拠 経緯 背景 訳 決める 増やす 減らす"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit that a question takes for granted: 5年間."""

    number: str
    unit: str

    @property
    def written(self) -> str:
        """As the question writes it."""
        return f"{self.number}{self.unit}"

    def stands_in(self, text: str) -> bool:
        """Whether a text has the number with the unit."""
        return any(number == self.number.replace(",", "") for number in self._numbers(text))

    def has_rival_in(self, text: str) -> bool:
        """Whether a text has another number with the unit, and not this one."""
        numbers = self._numbers(text)
        return bool(numbers) and self.number.replace(",", "") not in numbers

    def _numbers(self, text: str) -> list[str]:
        unit = re.escape(self.unit.removesuffix("間"))
        pattern = re.compile(
            rf"(?<![\d.第])(?<!令和)(?<!平成)(?<!昭和)(\d[\d,.]*(?:万|億|千)?)\s*{unit}(?!度|\d*月)"
        )
        numbers = [number.replace(",", "") for number in pattern.findall(fold(text))]
        return [number for number in numbers if unit != "年" or len(number) < _YEAR_DIGITS]


def presupposed_figure(question: str) -> Figure | None:
    """The figure that a question for a reason takes for granted; years of dates are none."""
    text = fold(question)
    match = _FIGURE.search(text)
    if match is None or not _TAKEN_FOR_GRANTED.search(text):
        return None
    is_date = match["unit"] in ("年", "日") and len(match["number"]) > 1
    return None if is_date else Figure(match["number"], match["unit"])


def without_figure(figure: Figure, focus: Focus) -> Focus:
    """The telling words beside a figure, without those that only ask for a reason."""
    own = {*tokens(figure.written), *tokens(_REASONS)}
    return replace(focus, words=tuple(one for one in focus.words if one[0] not in own))
