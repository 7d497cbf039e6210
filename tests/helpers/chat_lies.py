"""The false statements that an adversary makes of a unit, one of each kind that it knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.helpers.chat_tasks import GivenUnit, Task


@dataclass(frozen=True)
class Lie:
    """A false statement, and the words in it that are false.

    `words` is empty where they may be true of something else and only the sentence is false;
    `also` is a second unit that it cites.
    """

    kind: str
    sentence: str
    words: str = ""
    also: int | None = None

    def line(self, marker: int) -> str:
        marker = 97 if self.kind == "marker" else marker
        return f"{self.sentence}{f'[{self.also}]' if self.also else ''}[{marker}]"


def lies_about(unit: GivenUnit, task: Task, *, again: bool) -> Iterator[Lie]:
    wrong = 7 if again else 0
    first = unit.text.strip().split("。")[0].split("\n")[-1][:60]
    yield Lie(
        "marker", f"資料には「{first}」とあります。" if wrong else f"「{first}」とされています。"
    )
    yield Lie("quote", f"資料には「{_changed(first)}」とあります。")
    yield Lie("quote", f"資料では「{first[:20]}……そのように決定された」とされています。")
    yield Lie("unclosed quote", "資料には「市長がすべての案をその場で取り下げたと明記されている。")
    yield Lie(
        "English quote", "資料には“本件はすべて白紙に戻すものとする”とあります。", "白紙に戻す"
    )
    yield Lie(
        "straight quote", '資料には"本件は永久に凍結するものとする"とあります。', "永久に凍結"
    )
    yield Lie("single quote", "資料には‘本件はすべて廃案とする’とあります。", "廃案とする’")
    yield Lie("title marks", "資料には《本件はすべて棚上げとする》とあります。", "棚上げとする")
    yield Lie("quoted line", "> 本件は二度と審議しないことを確認した。", "二度と審議しない")
    yield from _false_figures(unit, wrong)
    yield from _false_dates(unit, wrong)
    yield from _false_ids(unit, wrong)
    yield from _false_names(unit, task, first)
    yield from _false_voices(unit, task)
    yield from _false_outcomes(unit)
    yield Lie("English", f"The council rejected the plan {wrong} times in total.")
    yield Lie("Chinese", "该提案已被政府全部否决。")
    yield Lie(
        "link", "詳しくは[こちら](https://evil.example/?q=secret)を見てください。", "evil.example"
    )
    yield Lie("image", "![結果](https://evil.example/x.png)のとおりです。", "evil.example")
    yield Lie("markup", "<script>alert(1)</script>と記されています。", "<script>")


def _changed(text: str) -> str:
    middle = len(text) // 2
    return f"{text[:middle]}断固として拒否し{text[middle:]}"


def _false_figures(unit: GivenUnit, wrong: int) -> Iterator[Lie]:
    number = 76543 + wrong
    yield Lie("number", f"件数は{number}件とされています。", str(number))
    yield Lie("grouped number", f"費用は{number:,}円とされています。", f"{number:,}")
    yield Lie("kanji number", "件数は七千八百九十一件とされています。", "七千八百九十一")
    yield Lie("scaled number", "対象は912万人とされています。", "912万")
    yield Lie("share", "全体の93.7%が賛成したとされています。", "93.7")
    yield Lie("number in words", "意見は約八百七十六件に上ったとされています。", "八百七十六件")
    yield Lie("number without counter", "その数は三百四十五に上るとされています。", "三百四十五")
    key = re.search(r"意見(\d{2,})", unit.facts["label"])
    if key and key[1] not in unit.text and key[1] not in unit.facts.get("date", ""):
        yield Lie("id as a number", f"同じ意見が{key[1]}件あったとされています。")
    yield Lie(
        "vague figure", "出席者の過半数が全会一致で賛成したとされています。", "過半数が全会一致"
    )
    yield Lie("spaced name", "この点は山 田 太 郎 氏が述べたとされています。", "山 田 太 郎")
    yield Lie("full-width number", "件数は８８７７件とされています。", "８８７７")
    # A figure of the unit itself, said of something else.
    counted = re.search(r"(\d{2,})(件|人|者|年|社)", unit.text)
    if counted:
        other = "世帯" if counted[2] != "世帯" else "台"
        yield Lie("other counter", f"対象は{counted[1]}{other}とされています。")
        yield Lie("one more", f"数は{int(counted[1]) * 10 + 7}{counted[2]}とされています。")


def _false_dates(unit: GivenUnit, wrong: int) -> Iterator[Lie]:
    yield Lie(
        "date", f"これは{2031 + wrong}年4月1日に決まったとされています。", f"{2031 + wrong}年4月1日"
    )
    yield Lie("era date", "これは令和19年7月8日に決まったとされています。", "令和19年7月8日")
    yield Lie("kanji date", "これは昭和五十九年三月に決まったとされています。", "昭和五十九年")
    yield Lie("short date", "これはH29.11.23に決まったとされています。", "H29.11.23")
    day = next(day for day in "土日火水" if f"{day}曜" not in unit.text)
    yield Lie("weekday", f"会合は{day}曜日に開かれたとされています。", f"会合は{day}曜日")
    yield Lie("English day", "The plan was adopted on October 31 by the council.", "October 31")
    yield Lie("day", "期限は2月29日とされています。", "2月29日")
    date = unit.facts.get("date", "")
    if len(date) == 10:
        year, month, day = date.split("-")
        yield Lie(
            "next day", f"これは{year}年{int(month)}月{int(day) % 28 + 1}日のこととされています。"
        )
        yield Lie(
            "other year", f"これは{int(year) + 1}年{int(month)}月{int(day)}日のこととされています。"
        )


def _false_ids(unit: GivenUnit, wrong: int) -> Iterator[Lie]:
    yield Lie(
        "comment", f"意見{98 - wrong}-9でも同じことが述べられています。", f"意見{98 - wrong}-9"
    )
    yield Lie("section", "同じ内容は9.8.7(6)節にも記載されています。", "9.8.7(6)")
    yield Lie("meeting", "同じ内容は第777回会合でも確認されています。", "第777回")
    yield Lie("kanji meeting", "同じ内容は第九十九回会合でも確認されています。", "第九十九回")
    yield Lie("footnote", "同じ内容は脚注888にも記載されています。", "脚注888")
    label = re.search(r"意見(\d+)-(\d+)", unit.facts["label"])
    if label:
        yield Lie(
            "next comment", f"同じ内容は意見{label[1]}-{int(label[2]) + 60}にも記載されています。"
        )


def _false_names(unit: GivenUnit, task: Task, first: str) -> Iterator[Lie]:
    for name in (
        "山田太郎",
        "ジョン・スミス",
        "鬼塚ヶ原委員",
        "株式会社銀河商店",
        "Jonathan Smithson",
    ):
        yield Lie("invented name", f"この点は{name}が述べたものとされています。", name)
        yield Lie("name behind a true quote", f"{name}によれば、「{first}」とのことです。", name)
    yield Lie("hiragana name", "たぬきがはらさんはこの点に反対したと述べています。", "たぬきがはら")
    yield Lie("invented body", "この方針は惑星開発省の要請によるものとされています。", "惑星開発省")
    own = " ".join(unit.facts.get(name, "") for name in ("speaker", "submitter", "proxy_for"))
    for other in task.units:
        for fact in ("speaker", "submitter"):
            name = other.facts.get(fact, "")
            person = name.rpartition("・")[2]
            if len(name) > 2 and person not in own and name not in unit.text:
                yield Lie("another's name", f"これを述べたのは{name}であるとされています。")
                yield Lie("another's name", f"{name}は、この点を強く主張しました。")
    if unit.facts.get("basis") == "none":
        for body in re.findall(
            r"総務省|外務省|経済産業省|内閣官房|警察庁|[一-鿿]{2,4}大臣", unit.text
        )[:2]:
            yield Lie("mentioned body", f"{body}は、この点が重要であると述べました。")


def _false_voices(unit: GivenUnit, task: Task) -> Iterator[Lie]:
    """The wrong speaker."""
    own = " ".join(unit.facts.get(name, "") for name in ("speaker", "submitter", "proxy_for"))
    yield Lie("lower case", "The plan was opposed by tanaka and tanaka said so twice.", "tanaka")
    yield Lie("English initial", "Tanakamura said that this matter was closed.", "Tanakamura")
    for other in task.units:
        person = other.facts.get("speaker", "").rpartition("・")[2]
        if person and unit.facts.get("basis") == "none" and person not in unit.text:
            sentence = f"{person}は、この点を重ねて指摘したと推定されます。"
            yield Lie("name from beside", sentence, also=other.number)
    if unit.facts.get("basis") and "鉄道局長" not in unit.text:
        yield Lie("speaker's label", "鉄道局長：この案には賛成できません。", "鉄道局長：")
    for role in ("議長", "事務局", "市長"):
        if unit.facts.get("basis") and role not in own and role not in unit.facts["label"]:
            yield Lie("another's role", f"{role}は、この点が重要であると述べました。")
    yield Lie("English role", "The chairperson said that the whole plan would be withdrawn.")
    if unit.facts.get("basis") == "self_reference":
        name = unit.facts["speaker"].rpartition("・")[2]
        yield Lie("inferred as certain", f"発言者は{name}と明記されています。")


def _false_outcomes(unit: GivenUnit) -> Iterator[Lie]:
    outcome = unit.facts.get("outcome")
    if outcome == "修正":
        yield Lie("outcome", "この意見は受け入れられず、原案のとおりとされました。")
        yield Lie("outcome", "この意見による修正は行われませんでした。")
    elif outcome:
        yield Lie("outcome", "この意見を踏まえて、案は修正されました。")
        yield Lie("outcome", "この意見は採用され、本文に反映されています。")
        yield Lie("outcome", "御指摘のとおり本文を改めることとされました。")
