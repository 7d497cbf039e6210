"""Recognises a question that names one thing and asks nothing of it: 「では第22回は？」."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.understanding.followups import cues
from assistant.understanding.mentions import fold

#: Particles that set a topic.
TOPICAL = (
    r"(?:だっ|でし)たら|であれば|ならば|については|についても|に関しては|についてだと"
    r"|だと|とは|って|なら|は|も"
)
#: A comment's number alone, or with the word before or behind it.
COMMENT_KEY = re.compile(
    r"^(?:の)?(?:意見|コメント|No\.)?\s*(?P<number>\d+)(?:\s*[-の]\s*(?P<branch>\d+))?"
    r"(?:番)?(?:の意見)?$",
    re.IGNORECASE,
)
_PARTICLE = re.compile(
    rf"(?P<particle>からは|からも|へは|には|にも|では|でも|に対しては|との間では|{TOPICAL}|から|で|に|の)?$"
)
_HOW = re.compile(
    r"(?:どう(?:です(?:か|かね)?|でしょうか?|なりますか|なっていますか|だった|でした(?:か)?"
    r"|扱われましたか)?"
    # 「第22回も同じ部屋でしたか」
    r"|(?<=も)(?:やはり)?(?:同じ|一緒|同様)(?:の?[一-鿿ァ-ヶー]{1,6})?"
    r"(?:です|でした|だった|だったの(?:です)?|なの(?:です)?)?か?|いかが(?:ですか|でしょうか)?|どんな感じ(?:ですか)?|何と(?:ありますか)?)?"
    r"[?。!\s]*$"
)
_CASE = re.compile(r"の?(?:場合|ほう|方|ケース|とき|際|分|側)$|の$")
_ASKS_ITSELF = re.compile(
    r"[をがへ。、?]|です|ます|でした|ました|誰|何|どこ|どの|どれ|なぜ|いつ|どんな|どちら|どう|した|され"
    r"|の(?:人数|数|費用|金額|期間|時期|割合|名称|名前|役割|住所|公表|開始|終了|担当)$"
    r"|理由|回答|提出者|出席者|議題|日時|場所|件数|内容|結果|対応|原文|根拠|出典|背景|目的|意味|定義"
    r"|期限|その|それ|この|これ|(?:た|て(?:い|お)?る|でる|[うくぐすつぬぶむる])の$"
)
_LONGEST = 30  # characters of a name


@dataclass(frozen=True, slots=True)
class Short:
    """A question that names one thing and asks nothing of it.

    Attributes:
        name: The thing.
        particle: What stands behind it, "" where nothing does.
    """

    name: str
    particle: str


def short_question(question: str) -> Short | None:
    """The one thing that a question names; None where it asks something itself."""
    text = _HOW.sub("", cues.LEAD.sub("", fold(question).strip()))
    match = _PARTICLE.search(text)
    particle = (match["particle"] or "") if match else ""
    name = _CASE.sub("", text[: len(text) - len(particle)].strip("、, ")).strip("、, ?？。")
    if not name or len(name) > _LONGEST or _ASKS_ITSELF.search(name):
        return None
    elliptical = particle or text != fold(question).strip().rstrip("?？。 ")
    return Short(name, particle) if elliptical or COMMENT_KEY.match(name) else None
