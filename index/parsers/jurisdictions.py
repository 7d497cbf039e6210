"""Which ministry answers for which field, by the laws that establish the ministries.

A minister may speak as 「放送行政を担当する大臣」 and never name the office; the fields tell
it. Only fields that one ministry alone answers for are listed.

Source: the tasks (任務) and affairs (所掌事務) in the 設置法 of each ministry.
"""

from __future__ import annotations

import re

_FIELDS: tuple[tuple[str, str], ...] = (
    ("総務", r"地方自治|地方行政|情報通信|電気通信|放送|郵政|統計|消防行政|選挙"),
    ("法務", r"法務行政|登記|戸籍|矯正|人権擁護|出入国"),
    ("外務", r"外交|領事|条約"),
    ("財務", r"財政|税制|国庫|税関|国債"),
    ("文部科学", r"教育行政|学校教育|学術|科学技術・?学術|文化行政|スポーツ"),
    ("厚生労働", r"医療行政|社会保障|社会福祉|労働行政|雇用|年金|公衆衛生"),
    ("農林水産", r"農林水産|農業|林業|水産|食料"),
    ("経済産業", r"産業政策|産業行政|通商|資源エネルギー|エネルギー政策|中小企業"),
    ("国土交通", r"国土政策|交通行政|運輸|都市整備|河川|道路|海事|航空行政|気象"),
    ("環境", r"環境行政|公害|廃棄物|自然環境"),
    ("防衛", r"防衛行政|国防|自衛隊"),
    ("国家公安委員会", r"警察行政|治安|防犯|交通安全の確保"),
)
_PATTERNS = tuple((stem, re.compile(fields)) for stem, fields in _FIELDS)


def offices_answering_for(fields: str) -> frozenset[str]:
    """The beginnings of the offices that answer for the fields a text names; 総務 for 放送."""
    return frozenset(stem for stem, pattern in _PATTERNS if pattern.search(fields))
