"""Words of questions that tell little of their matter, in Sudachi's normal forms."""

from __future__ import annotations

_GENERIC = (
    "為る 有る 居る 成る 言う 書く 述べる 示す 行う 出す 求める 場合 もの こと 内容 記載 意見"
    " 発言 文書 資料 会議 会合 政府 理由 目的 名前 氏名 人 件 数 回 つ 的 等 年 月 日 教える"
    " 説明 呉れる 貰う 遣る 予定 向け 積もり 話 どう 章 節 項 本文 来る 並べる 並ぶ"
)
_OF_ASKING = (
    "うち 出る 受ける 欲しい 回答 全部 箇所 番号 違い 番 文言 全て 寄せる 変わる 変わり"
    " 入れる 自分 言葉 扱う 扱い 触れる 比べる 有り 持つ 答え 答える 全員 指す 提出 提出者 該当"
    " 入る 両方 さん 氏 乗る 加わる 加える 実際 項目 上げる 上がる 反映 直る 願う 別 込む 代わり"
    " 文章 要点 略す 返事 返す 一番 見出し 正式 注文 至る はか 本人 要る 他 付く 話す"
    " 提案 役職 肩書き 名簿 案件 掲げる 名称 記述 頼む 受け止める 中身 新しい 件数 見る 呼ぶ 語"
    " 英語 最初 今 年月 動く 巡る 遣り取り 主要 主"
)
#: Words that say nothing of what a question is about.
GENERIC = frozenset(_GENERIC.split())
#: Words with which people ask and tell, rare in official texts and seldom in what answers: of
#: 900 questions whose answers are known, in less than a third of these.
OF_ASKING = frozenset(_OF_ASKING.split())
