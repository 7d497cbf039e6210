"""Laws, agencies and treaties that a question names: each has one name, and no other will do.

Their words are common ones (個人, 情報, 保護), so that texts about something else hold them all.
"""

from __future__ import annotations

import re

from assistant.query import Language, Query
from assistant.understanding.mentions import fold
from index.library import Library
from index.text.keys import search_key

_BODY = re.compile(
    r"[一-鿿々ァ-ヶー]*(?:"
    r"(?:基本|推進|保護|促進|規制|禁止|防止|措置|取締|通信|対策|組織|設置|整備|振興|責任|契約|労働"
    r"|教育)法(?![一-鿿])"
    r"|[一-鿿ァ-ヶー](?<![省官公県都道本登来退])(?<!担当|監督|所管|主務|関係)庁(?![一-鿿])|条約|協定|議定書|憲章)"
)
_LETTERS = re.compile(r"[ァ-ヶー]+|.")
_GAP = r"[^。、\n]{0,8}?"  # 個人情報の保護に関する法律, 経済産業省 for 経産省


def unheld_body(query: Query, library: Library) -> str:
    """A law, an agency or a treaty of the question that no document names; "" where none is.

    Args:
        query: The question as understood.
        library: Tells what the documents hold.
    """
    if query.language is Language.ENGLISH:
        return ""  # its names are rendered word by word
    for body in dict.fromkeys(_BODY.findall(fold(query.completed))):
        letters = _LETTERS.findall(search_key(body))
        named = re.compile(_GAP.join(map(re.escape, letters)))
        if len(letters) > 1 and not _is_named(named, library):
            return str(body)
    return ""


def _is_named(named: re.Pattern[str], library: Library) -> bool:
    return any(
        named.search(search_key(unit.text))
        for record in library.catalog.documents()
        for unit in library.catalog.units_of(record.id)
    )
