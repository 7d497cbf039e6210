"""The words by which a question means a value of a column: what came of a comment, who sent it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.documents import Outcome, SubmitterKind

_REFUSED_BY = (
    r"応じ(?:なかった|て(?:い|お)(?:ない|ら)|られな)"
    r"|不採用|ボツ|没に|見送|却下|退けら|突っぱね|はねつけ|断られ|拒否|門前払い"
)
#: The text, and how little of it: 「文言が一字も動かなかった」.
_TEXT = (
    r"(?:案|本文|文言|文面|文章|文|記述|表現|言葉|言い回し)[がはをに]?"
    r"(?:(?:一|ひと)(?:字|文字|言|行|つ)(?:一句)?|少し|ちっと|何|どこ)?(?:も|たりとも)?"
)
_CHANGE = (
    r"(?:修正|修文|反映|採用|採択|変更|改訂|加筆|追記|追加|補記|手直し|取り入れ|採り入れ|取り上げ|受け入れ|聞き入れ"
    r"|盛り込|(?<!不)足(?=され)|書き(?:加え|[換替][えわ]|直|足)|付け加え|加え(?=[らた])|加わ(?=[っりら])|改め|改ま|差し替え|組み込(?=[まん])"
    r"|(?<!見)直(?=[さしせっりるら])|変わ(?=[っりら])|変え(?=[らたさ])"
    rf"|手(?:が|は|を|も)(?:入|加)|{_TEXT}(?:動[いか](?=[さしたてなず])|いじ(?=[らっ]))|[生活]かさ(?=れ)"
    rf"|通(?=[っら])|新設|{_REFUSED_BY})"
)
_COVERED = r"(?:記載|対応|盛り込|書|入って|触れ|含|載)"
#: What somebody wished for has not come of it: 「追加するよう求めた」, 「修正すべき」.
_WISHED = (
    r"(?![^、。]{0,8}?(?:よう(?:に|、)?(?:求|要|促|提案|希望|頼|言|主張|指摘)|べき|て(?:ほし|欲し|もらい|いただき)"
    r"|(?:する)?こと(?:を)?(?:求|要|提案|希望)|を(?:求|要望|要求|提案|希望|主張|頼)|たい|されたい))"
)
_WORDS = (
    (
        Outcome.UNCHANGED,
        (
            r"(?:原案|現案|案|文|元)の?(?:まま|とおり|どおり|通り)"
            r"|(?:案|文|本文|文章|文言)は?(?:そのまま|変わらな)|据え置"
            r"|(?:変え|変更し|修正し|直さ|改め)ない(?=と(?:はっきり|きっぱり)?(?:明言|断言|言い切|言明|明記))"
            r"|原?案(?:が|を|の)?維持|\bunchanged\b"
        ),
    ),
    (Outcome.AGREEMENT, r"賛成|賛同|賛意|支持|歓迎(?!会|式)|同意(?=見|と[しみ受扱])|\bagree\w*"),
    (Outcome.FOR_REFERENCE, r"(?:今後の?|施策の検討に当たっての)?参考(?!資料|文献|人)"),
    (
        Outcome.ALREADY_COVERED,
        rf"(?:既に|すでに|もう)\S{{0,8}}?{_COVERED}|記載・?対応済み?|(?:記載|対応)済み?",
    ),
    (Outcome.EXPLAINED, r"考え方の?(?:説明|み)|説明(?:のみ|だけ|され|した|にとど)"),
    (Outcome.REVISED, rf"{_CHANGE}{_WISHED}|\brevis\w*|\bchanged\b"),
)
OUTCOME_WORDS = tuple((outcome, re.compile(words, re.IGNORECASE)) for outcome, words in _WORDS)
_BUT_NOT = r"[^、。]{0,8}?(?:もの|意見|の|回答)?(?:以外|を除|でない|ではない)"
_IS_NOT = re.compile(
    r"(?:(?:は|が|に|と|を)?(?:さ?れ|られ|し|せ|ら|わら|なら|至ら|(?:つな|繋)がら|結び(?:付|つ)か)?(?:て|で)?(?:い|は)?(?:は)?)"
    rf"(?:なかった|ない(?!か)|なし|ず(?![一-鿿]))(?!(?:です|でしょう)?か)|{_BUT_NOT}"
)
_REFUSED = re.compile(_REFUSED_BY)
#: Comments that changed nothing: 「修正されなかったもの」.
NOT_REVISED = re.compile(rf"{_CHANGE}{_IS_NOT.pattern}|{_REFUSED.pattern}")

_INDIVIDUAL = re.compile(
    r"(?<![ァ-ヶー一-鿿])個人(?!情報|データ|番号|の情報|の端末|\s*\(|\d)|\bindividuals?\b"
    r"|一般の?(?:人|方|個人|市民|国民)(?:々|たち|達)?(?=から|の(?:意見|声|コメント|分))",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"(?:(?<![ァ-ヶー一-鿿])|(?<=各))(?:民間の?)?"
    r"(?:(?:企業|会社|法人|組織)(?:[・、や]|又は|及び|と)?団体|企業|団体|会社|法人(?!番号))"
    r"|(?<=個人と)組織|(?<=個人か)組織|(?<=個人や)組織|組織(?=と個人|か個人|や個人)"
    r"|\b(?:organi[sz]ations?|compan(?:y|ies))\b",
    re.IGNORECASE,
)
#: Comments of which the table prints no sender.
NAMELESS = re.compile(
    r"(?:提出者|差出人|氏名|名前|名)(?:名|の名前)?(?:の(?:記載|表示)?)?(?:の|が)な(?:い|かった)"
    r"|(?:匿名|無記名|名無し)(?:の(?:意見|コメント|提出者|人|者|方)|で(?:出|提出|寄せ|送))"
)
KIND_WORDS = (
    (SubmitterKind.INDIVIDUAL, _INDIVIDUAL),
    (SubmitterKind.ORGANISATION, _ORGANISATION),
)
#: The legal form that senders' names bear, as a question calls it and as tables print it.
LEGAL_FORMS = tuple(
    (name, re.compile(called, re.IGNORECASE), re.compile(printed))
    for name, called, printed in (
        ("株式会社", r"株式会社|\(株\)", r"株式会社|\(株\)"),
        ("NPO法人", r"(?:特定非営利活動|NPO)法人|NPO(?!法人)", r"(?:特定非営利活動|NPO)法人"),
        ("社団法人", r"(?:一般|公益)?社団法人|一社", r"社団法人|\([一公]社\)"),
        ("財団法人", r"(?:一般|公益)?財団法人|一財", r"財団法人|\([一公]財\)"),
        ("医療法人", r"医療法人", r"医療法人"),
        ("学校法人", r"学校法人", r"学校法人"),
        ("有限会社", r"有限会社", r"有限会社|\(有\)"),
        ("合同会社", r"合同会社", r"合同会社|\(同\)"),
    )
)
#: The comment is on no part but on the whole.
ON_THE_WHOLE = re.compile(
    r"全般(?:的な|に(?:対する|関する|係る|わたる|ついての?)|への|を対象とする|を対象とした|という)?"
)
_WHOLE = re.compile(r"^全般|^全体")
_PLACE_COLUMN = r"(?:(?:該当|対象)(?:箇所|部分)|箇所|場所)[」』]?(?:の?(?:列|欄|項目))?"
_DASH = (
    r"(?:横棒|棒(?:線|印)?|ダッシュ|ハイフン|「[-‐―ー]+」|[-‐―ー]+|空欄|空白"
    r"|無記入|未記入|記入?なし|記載なし)"
)
#: No place is printed for the comment: 「該当箇所がただの横棒の」, 「該当箇所が空欄の」.
PLACELESS = re.compile(
    rf"{_PLACE_COLUMN}[がはにもの](?:ただの|単なる|単に)?{_DASH}[^、。]{{0,12}}?"
    r"(?:になって(?:いて|いる)?|とな(?:って|る)(?:いる)?|である|だけ|しか|のみ|の|を|が)"
    rf"|{_PLACE_COLUMN}[がはにも](?:何も)?(?:書|示|記|挙げ|特定|印刷|明示)[^、。]{{0,6}}な(?:い|かった)"
    rf"|{_PLACE_COLUMN}の(?:記載|記入|表示)?[がの]?な(?:い|かった)"
)
_NO_PLACE = " -‐―ー－"
#: Where the new words of comments now stand.
NOW_STANDS = re.compile(
    r"(?:どの|何)(?:節|章|項|箇所|部分|くだり|ところ)|どこ(?!の(?:会社|企業|団体)|が|から)|節番号"
    r"|落ち着|成案|(?:戦略|本文|案)の(?:箇所|節)"
)
#: How the text was changed is asked.
HOW_CHANGED = re.compile(
    r"(?:どう|どのように|何に|どんな文[^。]{0,4})[^。、]{0,6}(?:直|修正|変わ|変更|改)"
)
#: Behind a name or a kind: all others are meant.
APART_FROM = re.compile(r"(?:の(?:提出者|もの|方|人|意見))?(?:以外|を除[いくき]|では?ない)")


@dataclass(frozen=True, slots=True)
class OutcomeAsked:
    """The outcome that a question means, and whether it means all others instead."""

    outcome: Outcome
    negated: bool
    start: int


def outcomes_asked(text: str) -> tuple[OutcomeAsked, ...]:
    """Every outcome that a question means, in the order of the columns' words."""
    return tuple(_outcomes(text))


def _outcomes(text: str) -> Iterator[OutcomeAsked]:
    for outcome, words in OUTCOME_WORDS:
        for match in words.finditer(text):
            refused = _REFUSED.fullmatch(match.group()) is not None
            negated = _IS_NOT.match(text, match.end()) is not None
            yield OutcomeAsked(outcome, negated is not refused, match.start())
            break


def outcome_asked(text: str) -> tuple[Outcome | None, bool]:
    """The first outcome that a question means, and whether it means all others instead."""
    found = next(iter(outcomes_asked(text)), None)
    return (found.outcome, found.negated) if found else (None, False)


def is_on_the_whole(target: str) -> bool:
    """Whether a comment's place is printed as the whole: 全般."""
    return _WHOLE.match(target) is not None


def is_placeless(target: str) -> bool:
    """Whether no place is printed for a comment, or a mere dash."""
    return not target.strip(_NO_PLACE)


def kinds_asked(text: str) -> tuple[SubmitterKind, ...]:
    """The kinds of submitter that a question means: 「個人以外」 means organisations."""
    kinds = [SubmitterKind.UNKNOWN] if NAMELESS.search(text) else []
    for kind, words in KIND_WORDS:
        for match in words.finditer(text):
            others = APART_FROM.match(text, match.end()) is not None
            kinds.append(next(k for k, _ in KIND_WORDS if (k is kind) is not others))
    return tuple(dict.fromkeys(kinds))
