"""Printed speakers: the label at the start of a turn, in every form that minutes use.

`○山田部会長　…`, `○議長（山田太郎君）　…`, `（Ａ委員）…`, `【大臣】…`, `委員長（山田）：…`,
`事務局: …`, a label on a line of its own. A label is told from the first words of a
sentence by its last word (a title) or by a name of the roster.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.parsers.lines import half_width

#: ○ in its several code points; a run of two or more is a redacted name.
CIRCLE = r"[○〇◯◎●]"
TURN_CIRCLE = re.compile(rf"\s*{CIRCLE}(?!{CIRCLE})\s*|\s*{CIRCLE}(?={CIRCLE}{{2}})")
_TITLE = re.compile(
    r"(?:議長|座長|会長|部会長|委員長?|構成員|主査|参考人|説明員|説明者|オブザーバー|事務局|事務方"
    r"|大臣|政務官|長官|官|監|補佐|長|次長|参事|顧問|理事|監事|代表|代理|知事|議員|教授|講師|先生"
    r"|氏|君|様|さん|殿|役|局|課|室|発言者|質問者|回答者|参加者|出席者|傍聴者)[A-ZＡ-Ｚ0-9０-９]?$"
)
_NAME = r"[^\s（）()：:、。「」『』【】○〇◯◎]{1,24}"
_LABEL = rf"(?:{CIRCLE}{{2,4}}|(?={_NAME}))(?:{_NAME})?(?:[（(][^（）()。]{{1,20}}[）)])?"
_BRACKETED = re.compile(rf"【\s*(?P<label>{_LABEL})\s*】[\s　]*")
_LETTER = re.compile(r"[（(]\s*(?P<label>[A-ZＡ-Ｚ](?:委員|氏|構成員|先生)?)\s*[）)][\s　]*")
_COLON = re.compile(rf"(?P<label>{_LABEL})\s*[：:](?!\d)[\s　]*")
_SPACED = re.compile(rf"(?P<label>{_LABEL})(?P<space>[\s　]+)(?=\S)")
_ALONE = re.compile(rf"(?P<label>{_LABEL})\s*$")
_PARTICLE = re.compile(r"[ぁ-ゖ]")
#: A redacted name, or a name with its title in brackets (`５番（佐藤次郎君）`).
_SURE = re.compile(rf"^{CIRCLE}+$|[（(][^（）()]{{2,10}}(?:君|氏|委員|議員)[）)]$")
_LETTERED = re.compile(r"[A-ZＡ-Ｚ]|(?:委員|構成員|参加者|発言者)[A-ZＡ-Ｚ0-9０-９]")
#: Words before a colon or in 【】 that name no speaker.
_NO_SPEAKER = re.compile(
    r"(?:担当|所管|主管|連絡先).*|.*(?:日時|場所|事項|資料|出席者|欠席者|議題|概要|次第|要旨|目的|結果|別紙|参考|問|答|質問|回答|意見)$"
)


@dataclass(frozen=True, slots=True)
class SpeakerLabel:
    """A printed speaker: the label, and where in the line the speech begins."""

    text: str
    end: int


def speaker_label(line: str, families: frozenset[str] = frozenset()) -> SpeakerLabel | None:
    """The speaker that a line prints at its start, None where it prints none.

    Args:
        line: A line with or without its turn mark.
        families: Family names of the roster; they allow labels without a title
            (`○山田　…`) and with kana.
    """
    mark = TURN_CIRCLE.match(line)
    start = mark.end() if mark else len(line) - len(line.lstrip())
    rest = line[start:]
    for pattern in (_BRACKETED, _LETTER, _COLON, _SPACED, _ALONE):
        match = pattern.match(rest)
        if not match or not _is_speaker(match["label"], families):
            continue
        if pattern is _SPACED and not mark and "　" not in match["space"]:
            continue  # a bare space after a noun is no label without a mark
        if pattern is _ALONE and not mark:
            continue
        return SpeakerLabel(match["label"], start + match.end())
    return None


def _is_speaker(label: str, families: frozenset[str]) -> bool:
    bare = re.sub(r"[（(][^（）()]*[）)]$", "", half_width(label))
    if _LETTERED.fullmatch(bare) or _SURE.search(label):
        return True
    if _NO_SPEAKER.match(bare):
        return False
    if any(bare.startswith(family) for family in families):
        return bare in families or bool(_TITLE.search(bare))
    return bool(_TITLE.search(bare)) and not _PARTICLE.search(bare) and len(bare) >= 2
