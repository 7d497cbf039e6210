"""What a question asks for of something: the 受験料 of an examination, the 会長 of a board.

In 「試験の受験料はいくらですか」 a unit that speaks of the examination answers nothing unless it
speaks of the fee too. Words that only ask (内容, 理由, 数) and what a clause describes
(「漏れた原因は」) are no attributes: another wording may stand for them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.understanding.mentions import fold
from index.text.morphology import content_words, tokens

_NOUN = r"[一-鿿々ァ-ヶーA-Za-z]+"
_END = r"(?:です|でし|だっ|か[?。]?$|かか(?:り|る|っ)|しま|あり|いま|おり|[?。]|$|に(?:上|な))"
_ASKED = (
    r"(?:は|が|って)?、?(?:月|年|年間|総額|合計|全部で)?"
    r"(?:何(?![とがをに])[^、。をがに]{0,8}?|いくつ|いくら|おいくら|誰|だれ|どなた|どこ|いつ"
    rf"|ど(?:れ|の)(?:くらい|ぐらい|だけ|ほど|程度)){_END}"
)
_NAME_OF = r"(?:名前|氏名|名称|お名前|名)"
_OF_SOMETHING = re.compile(
    rf"(?P<owner>{_NOUN}|[」』)])(?:で|へ|から)?の(?P<attribute>{_NOUN}(?:[りいえき]方)?)"
    rf"(?:の(?P<of>{_NAME_OF}|数|人数|件数|額|金額|日付|値段))?"
    rf"(?:{_ASKED}|を(?:教え|知りた|示し(?=て(?!い))|挙げ(?=て(?!い))))"
)
_NAME = re.compile(
    rf"(?P<attribute>{_NOUN})の{_NAME_OF}(?:{_ASKED}|を(?:教え|知りた)|(?:は|って)?[?？。]?$)"
)
_SPENT = re.compile(
    r"(?P<attribute>費用|経費|料金|手数料|給料|給与|月給|報酬|謝金|値段|価格|代金|罰金|賞金)"
    rf"{_ASKED}"
)
_GENERIC_WORDS = (
    "名前 氏名 名称 名 数 人数 件数 回数 内容 概要 詳細 要旨 要点 理由 目的"
    " 狙い 時期 日付 期日 期限 締切 締め切り 時 日時 場所 国 相手 人 者 方 もの こと 点"
    " 意味 定義 略称 略 割合 期間 意見 発言 回答 返答 対応 結果 主張 提案 要望"
    " 指摘 説明 趣旨 うち 中 他 ほか 場合 際 後 前 以外 間 上 下 例 全て"
    " 全部 全員 一覧 役割 特徴 違い 関係 考え 考え方 見解 方針 取組 施策 対策"
    " 措置 件 部分 箇所 所 章 節 項 脚注 提出者 発言者 出席者 議題 論点 課題"
    " 主体 組織 機関 団体 企業 会社 条件 要件 種類 分類 区分 分野 項目 立場"
    " 役職 肩書 大会 額 金額 話 件名 位置付け 根拠 背景 経緯 方法 手段 対象"
    " 範囲 規模 程度 動き 状況 現状 有識者 構成員 委員 メンバー 人物 予定 計画"
    " 目標 提言 教訓 態様 様態 形態 様子 様相 有様 実態 類型 具体例 例示 手口 やり方 仕方"
    " パブコメ パブリックコメント 意見募集 意見公募"
    " 両方 双方 両者 具体的 数字"
    " 姿 在り方 あり方 流れ 手順 位置づけ 意義 重点 柱 骨子 骨格 趣意 全体像 内訳 箇条"
)
# Names of what a document has or a person is asked for, which no text need hold.
_FORMAL_WORDS = (
    "職名 官職 西暦 和暦 番号 書類 必要 手続 やり方 中身 全体 種別 本人 人数分 見出し"
    " 一番 最大 最高 最低 最後 最初 最新"
)
# What is done can be said with a verb: 開催 and 開く.
_DONE_WORDS = (
    "開催 設置 設立 開始 運用 終了 成立 制定 決定 改定 発行 提出 実施 "
    "導入 開設 任命 選任 作成 公表 配布 "
    " 貸出 返却 発足 創設 新設 廃止 採用 募集 受付 周知 頻度 率 先 日 期 年 月 量 総数 総額"
    " 度 回 上限 下限 第"
)
_GENERIC = frozenset(f"{_GENERIC_WORDS} {_FORMAL_WORDS} {_DONE_WORDS}".split())
_MANNER = re.compile(r"[一-鿿]{1,2}[りいえきしみちび]方")  # 書き方, 作り方
_HOLDER = re.compile(r"(?:長官?|監|主|授|総裁|知事|大臣|犯人?|代表|理事|幹事)$")
_PERSON = re.compile(rf"(?:{_HOLDER.pattern}|人|者|員|士|師|官|氏|相|家)$")
_NAMED = re.compile(r"の(?:お?名前|氏名)")
# Whom a clause describes by a misdeed is asked for by name: 不正に侵入した犯人は誰.
_CULPRIT = re.compile(
    rf"(?P<attribute>犯人|容疑者|加害者|首謀者|黒幕)(?:の{_NAME_OF})?(?:は|が|って)、?(?:誰|だれ|どなた|どこ|何)"
)
_WHO = re.compile(r"誰|だれ|どなた")


@dataclass(frozen=True, slots=True)
class Attribute:
    """What is asked for.

    Attributes:
        owner: The word for what it is asked of; "" where a clause says that.
        words: The attribute.
        is_person: Whether it is an office or a role and its holder is asked for.
        is_named: Whether the holder's name is asked for, for which no office will do.
    """

    owner: str
    words: str
    is_person: bool = False
    is_named: bool = False

    @property
    def telling(self) -> tuple[str, ...]:
        """Its words without those that only ask, as they are searched: 費用 of 設置費用."""
        return _telling(self.words)

    @property
    def owner_telling(self) -> tuple[str, ...]:
        """The same of its owner."""
        return _telling(self.owner)


def asks_only(word: str) -> bool:
    """Whether a word asks for something or may be said of anything, and names nothing."""
    parts = [part for part in tokens(word) if part != word]
    of_these = bool(parts) and all(part in _GENERIC for part in parts)  # 団体名, 節番号
    return word in _GENERIC or of_these or _MANNER.fullmatch(word) is not None


def _telling(words: str) -> tuple[str, ...]:
    normal = dict.fromkeys(word.normal for word in content_words(words))
    return tuple(word for word in normal if word not in _GENERIC)


def asked_attribute(question: str) -> Attribute | None:
    """The attribute that a question asks for, where it asks for one."""
    text = fold(question)
    for pattern in (_OF_SOMETHING, _NAME, _SPENT, _CULPRIT):
        match = pattern.search(text)
        if match is None or match["attribute"] in _GENERIC:
            continue
        words = match["attribute"]
        named = match.groupdict().get("owner") or ""
        is_named = pattern is _CULPRIT or bool(
            _NAMED.search(match.group()) and _PERSON.search(words)
        )
        is_person = is_named or bool(_HOLDER.search(words) and _WHO.search(match.group()))
        if pattern is _NAME and not is_named:
            continue
        attribute = Attribute(named, words, is_person, is_named)
        return attribute if attribute.telling else None
    return None
