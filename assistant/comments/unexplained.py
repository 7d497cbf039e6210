"""The words of a question that neither names nor the words of asking account for.

What is left when a question has been read as a filter over the table of comments is what
the comments are asked to be about. Words are judged whole: 「文言」 is not 言 with a known 文.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.understanding.vocabulary import submitter_core, title_core
from index.ids import document_slug
from index.library import Library
from index.text.keys import search_key
from index.text.morphology import ContentWord, content_words, meanings, tokens

# What is said in asking for rows of the table, whatever they are about.
_ASKING = (
    "意見 御意見 コメント パブリックコメント パブコメ 意見募集 募集 公募 意見公募 結果 回答 "
    "返答 返事 答え 考え方 見解 政府 国 市 役所 当局 事務局 提出 提出者 提出元 応募 応募者 "
    "投稿 投稿者 提案者 差出人 送り主 出す 出る 寄せる 寄せられる 送る 届く 受ける 受け取る "
    "集まる 集める 集中 来る もらう いただく 承る 受け止める 対応 扱い 扱う 取扱い 処理 採否 "
    "結論 決定 区分 分類 種類 種別 番号 件 件数 数 個 個数 者 社 人 人数 団体数 名 名前 氏名 "
    "名称 名義 何 幾つ いくら どれ どれも どちら どの どこ どなた 誰 だれ どんな 全部 全て "
    "全員 全件 全体 全般 一覧 表 リスト 列挙 挙げる 並べる まとめ まとめる 示す 教える 知る "
    "見せる 表示 説明 確認 添える 付ける 併せる あわせる 漏れ 漏れる 漏れなく 内 うち 中 内訳 "
    "割合 比率 合計 総数 総計 計 合わせる 該当 該当箇所 箇所 部分 対象 所 ところ 点 もの 物 の "
    "分 ある 有る 居る いる なる する 為る 行う 言う 述べる 書く 書かれる 記す 記載 記述 明記 "
    "明示 載る 掲載 触れる 関する 関係 対する 係る つながる 至る 結び付く 結びつく 及ぶ 求める "
    "要求 要望 要請 希望 望む 提案 提起 主張 指摘 訴える 促す 促進 願う 頼む 書き込む "
    "書き加える 盛り込む 入れる 加える 追加 追記 修正 修文 明文化 場合 際 旨 趣旨 内容 概要 "
    "要旨 要点 理由 具体 具体的 本文 注 文章 文言 文 文面 条文 表現 言葉 語 語句 案 本案 原案 "
    "戦略案 素案 戦略 計画 方針 資料 文書 節 章 項 その他 他 外 ほか 別 それぞれ 各 各々 毎 "
    "ごと 順 順番 順に 上 下 以上 以下 以内 未満 超 超える 複数 最も 最多 最少 一番 いちばん "
    "多い 少ない 少し たくさん 多く 多数 トップ 上位 下位 ランキング 位 次 同じ 違う 異なる "
    "等しい 同一 実際 実際に 最終 最終的 結局 今回 今 現在 新た 新しい 新規 一つ 二つ ひとつ "
    "ふたつ 一 二 三 だけ のみ 以外 除く 含む 含める 込み よる 因る 通り とおり 踏まえる "
    "受け入れる よう 様 こと 事 お願い 下さる 頂く 致す 恐れ入る 御 方 方々 皆様 個別 それ "
    "これ あれ そう こう 番 回 度 時 ため 為 わけ 話 件名 一般 市民 国民 返す 返る 応じる "
    "応える 答える 通る 直す 直る 変わる 変える 改める 添削 付す 事業者 法人 NPO NPO法人 "
    "株式会社 分野 団体 会社 企業 個人 募る 実施 公表 発表 見る 読む 調べる 分かる わかる "
    "欲しい ほしい 知らせる 聞く 尋ねる 伺う 質問 持つ 思う 考える 感じる 気 詳しい 簡単 "
    "口数 本数 通数 資格 立場 名指し 名指す 注文 声 苦言 申し入れ 申し出 判断 評価 見なす みなす "
    "やつ 奴 成案 節番号 落ち着く 収まる "
    "集計 公式 官庁 印刷 勘定 関わる 係わる 纏わる まつわる めぐる 巡る "
    "位置付ける 終わる 終える 済む 済ます 止まる とどまる 残る 片付ける "
    "処理 呉れる くれる 四 五 六 七 "
    "限る 限定 絞る 明言 名言 掛ける 丸ごと まるごと 足す かける あと きっかけ 契機 発端 宛て あて "
    "セット 組み合わせ 一緒 対 使う 用いる 使用 登場 "
    "先 行き先 整理 案文 付番 拾う 引用 抜粋 抜き出す "
    "八 九 十 欄 列 行 一字 一句 側 人達 外部 世間 改まる 手直し 単なる 唯 ただ 揃える そろえる "
    "中身 概略 骨子 ポイント 大まか 詳細"
)
_ORDINARY = re.compile(r"^(?:\d+(?:\.\d+)*|[\d()（）ivx.\-]+|[ぁ-ん])$")
#: Closing a compound they are a part of what is asked about: 監査法人.
_ENDINGS = frozenset({"法人", "企業", "団体", "会社"})
_NUMBER = re.compile(r"\d[\d,.]*\Z")
_LONGEST_UNIT = 3  # characters
_BETWEEN = r"[\s「」『』|｜・、]*"
_FORMS = (
    r"(?:(?:株式|有限|合同)会社|\((?:株|有|一社|公社|一財|公財)\)"
    r"|(?:一般|公益)?(?:社団|財団)法人|NPO法人)?"
)


@lru_cache(maxsize=1)
def _asking() -> frozenset[str]:
    """The words of asking as written and in Sudachi's normal forms."""
    words = _ASKING.split()
    return frozenset(words) | {word.normal for word in content_words("、".join(words))}


def unexplained(
    query: Query, library: Library, known: Iterable[re.Pattern[str]]
) -> tuple[ContentWord, ...]:
    """Words of the question, with their places in the folded question, that nothing explains.

    Args:
        query: The question as understood.
        library: Holds the titles and names.
        known: Words that the one who asks understands.
    """
    text = without_names(query, library)
    spans = [match.span() for pattern in known for match in pattern.finditer(text)]
    words = content_words(text)
    ends = {word.end for word in words if word.normal not in _asking()}
    return tuple(
        _with_its_number(word, text)
        for word in words
        if not any(_covers(span, word) for span in spans)
        and (
            (word.surface in _ENDINGS and word.start in ends)
            or not (
                word.normal in _asking()
                or word.surface in _asking()
                or word.part_of_speech == "副詞"
                or _ORDINARY.match(word.surface)
            )
        )
    )


def _with_its_number(word: ContentWord, text: str) -> ContentWord:
    """72時間, of which the hours alone tell nothing."""
    number = _NUMBER.search(text, 0, word.start) if len(word.surface) <= _LONGEST_UNIT else None
    if number is None:
        return word
    written = f"{number.group()}{word.surface}"
    return replace(word, start=number.start(), surface=written, normal=written)


def compounds(words: Iterable[ContentWord]) -> tuple[str, ...]:
    """The words as written, those that stand side by side as one: 量子暗号."""
    runs: list[tuple[int, str]] = []
    for word in words:
        if runs and runs[-1][0] == word.start:
            runs[-1] = (word.end, runs[-1][1] + word.surface)
        else:
            runs.append((word.end, word.surface))
    return tuple(surface for _, surface in runs)


def _covers(span: tuple[int, int], word: ContentWord) -> bool:
    """Whether at least half of a word lies in a span."""
    inside = min(span[1], word.end) - max(span[0], word.start)
    return 2 * inside >= word.end - word.start


def without_names(query: Query, library: Library) -> str:
    """The folded question with blanks of the same length for the names it holds."""
    text = fold(query.completed)
    records = library.catalog.documents()
    names = {title_core(record.title) for record in records}
    names |= {document_slug(record.title) for record in records}
    names |= {document_slug(record.body) for record in records if record.body}
    names |= {form for name in query.submitters for form in (name, submitter_core(name))}
    for name in sorted(filter(None, names), key=len, reverse=True):
        loose = _BETWEEN.join(map(re.escape, re.sub(r"[\s「」『』|｜・、]", "", fold(name))))
        text = re.sub(rf"{_FORMS}{loose}{_FORMS}", _blank, text, flags=re.IGNORECASE)
    return text


def _blank(match: re.Match[str]) -> str:
    return "、" * len(match.group())


@lru_cache(maxsize=2_000)
def _words_of(text: str) -> tuple[str, frozenset[str]]:
    return search_key(text), frozenset(word.normal for word in content_words(text))


def share_held(text: str, words: Iterable[ContentWord]) -> float:
    """Which share of the words a text holds, 0 to 1."""
    wanted = tuple(words)
    key, normals = _words_of(text)
    held = (w.normal in normals or search_key(w.surface) in key for w in wanted)
    return sum(held) / max(len(wanted), 1)


def share_meant(text: str, words: Iterable[ContentWord]) -> float:
    """Which share of the words a text holds, or another word of the same meaning, 0 to 1."""
    wanted = tuple(words)
    held = (share_held(text, (word,)) or _is_meant(word, text) for word in wanted)
    return sum(held) / max(len(wanted), 1)


def _is_meant(word: ContentWord, text: str) -> bool:
    """Whether a text has a word of the same meaning; of a compound, with a part of it.

    リスク管理 is リスクマネジメント, while 危機管理 is only near it.
    """
    parts = frozenset(tokens(word.surface)) - {word.normal}
    return any(
        meanings(word.normal) & meanings(other) and (not parts or parts & frozenset(tokens(other)))
        for other in _words_of(text)[1]
    )
