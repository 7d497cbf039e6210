"""Recognises questions that set things side by side."""

from __future__ import annotations

import re

COMPARING = re.compile(
    r"違い|違う|違って|違っ|異な|相違|比べ|比較|対比|対照|並べ(?!て(?:い|あ)る|られて)|差分|差異|(?:の|な)差(?:は|が|を|も|$)"
    r"|に対(?:して|し、?)[^。]{0,24}は?どう|それぞれ|どちら|どっち|いずれが"
    r"|共通|両方|双方|いずれにも|どちらにも|どちらも|ともに|同じ(?!く)|一致し|食い違|矛盾|ずれ(?:て|が|は)"
    r"|[変替](?:わ(?:った|って|り))|書き分け|区別"
    r"|\b(?:differ\w*|compar\w*|versus|vs\.?|side by side|in common|both|same|more|fewer)\b",
    re.IGNORECASE,
)
#: Which of several has more, or fewer.
MORE_OR_LESS = re.compile(
    r"多(?:い|か|く|数)|少な(?:い|か|く)|たくさん|(?:上回|勝)[っり]|増え|減っ|増減|\b(?:more|fewer|most|least)\b",
    re.IGNORECASE,
)
SOONER = re.compile(
    r"先(?:に|です|か|でし|$)|早(?:い|く)|(?:後|あと)(?:に|です|か)|\b(?:earlier|later)\b"
)
IN_COMMON = re.compile(
    r"共通|両方|双方|両(?:会合|会議|回)|(?:いずれ|どちら|どっち)(?:の(?:会合|会議|回))?に?も|ともに|回とも"
    r"|同じ人|続けて出|連続|重な"
    r"|\bin common\b|\bboth\b",
    re.IGNORECASE,
)
#: Who was at one meeting and at the other too: 第1回の委員で第2回にも出た人.
ALSO_AT = re.compile(
    r"回(?:の?(?:会合|会議))?(?:にも(?!とづ)|とも|連続|続け)"
    r"|(?:両|どちらの?|いずれの?|どっちの?)(?:会合|会議|回)に?も?"
)
#: Words before and after a revision.
BEFORE_AND_AFTER = re.compile(
    r"(?:修正|変更|改正|改訂|加筆|修文)の?前(?:後|と)|新旧|前後(?:の|を|で|は)|ビフォー"
    r"|(?:元|もと)の(?:文|文言|文章|記述)(?:と|から|は|が)"
    r"|(?:意見|コメント|パブコメ).{0,40}(?:前と(?:後|あと)|前後)(?:で|を|の|が|は)"
    r"|\bbefore and after\b",
    re.IGNORECASE,
)
#: Places of different documents, of which one matter is asked.
SET_AGAINST = re.compile(
    r"違い|違う|違って|違っ|異な|相違|比べ|比較|対比|対照|並べ|それぞれ|差異|食い違|矛盾|ずれ|整合|一致"
    r"|同じ(?!く)|双方|両方|\b(?:differ\w*|compar\w*|each|both|same|consistent|match\w*|agree)\b",
    re.IGNORECASE,
)
#: An opinion beside its reply, or several comments beside one another.
SIDE_BY_SIDE = re.compile(
    r"違い|違う|違っ|異な|食い違|比べ|比較|対比|対照|並べ|表に|表で|表形式|対応させ|どちら|共通|同じ"
    r"|それぞれ|\b(?:differ\w*|compar\w*|side by side|table|both|same)\b",
    re.IGNORECASE,
)
