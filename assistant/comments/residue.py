"""What a question says besides the words of asking for a table.

A count or a list answers a question only when nothing is left over: a word that no
column of the table knows is a topic, and what was said on a topic only search can find.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.understanding.vocabulary import submitter_core, title_core
from index.ids import document_slug
from index.library import Library
from index.text.morphology import NameKind, content_words, proper_names

_SHORTEST_FORM = 3  # characters; 会議 alone calls no body
_TELLING = re.compile(r"[一-鿿々]{2,}|[ァ-ヶー]{3,}|[A-Za-z]{2,}|[一-鿿々]")
_ASKING = re.compile(
    r"恐れ入り(?:ます)?|お?忙しい|お?手数|失礼|お?願い(?:し|いたし|致し)?|教えて?|示[しさ]|知りた|確認|質問"
    r"|挙げ|列挙|一覧|リスト|全て|全部|全員|全体|全|各|内訳|合計|総数|件数|人数|数|名前|氏名|番号|名簿"
    r"|何(?:件|者|人|名|社|団体|つ|と|が|を|で|は|か|です)?|誰々?|件|者|人|名|回|第|番|次|以下|上記|対象"
    r"|出し|出され|出た|出て|寄せ|集ま|多[いくか]|少な[いくか]|最も|一番|最多|最|順|別|中|内(?![一-鿿])|受け止め|受け"
    r"|結果|対応|扱い|区分|内容|概要|部分|箇所|提出|応募|募集|意見|下さ|頂|対|関|係|分|見|今|時|方|元|形|所"
    r"|漏れ|漏ら|余[さす]|又は?|及び?|並び|若しく|併せ|掲げ|列記|お答え|幾[らつ]|【|】|記され|記載|氏名"
    r"|当た|該当|書か|さん|氏|様|申し|度|点|言|思|際|含|承|回答|募|政策|戦略|方針|計画|案|資料|文書"
    r"|コメント|パブリック|パブコメ|サイズ|ページ|データ|リスト"
)

_ASKING_ENGLISH = re.compile(
    r"\b(?:what|which|who|how|many|much|comments?|opinions?|submitt?\w*|sent|received|were|was|are"
    r"|is|did|do|does|by|from|of|the|and|all|in|to|for|as|list|please|show|me|there|that|have|been"
    r"|public|consultation|each|number|total|result(?:ed)?|made|most)\b",
    re.IGNORECASE,
)


def left_over(query: Query, library: Library, known: Iterable[re.Pattern[str]]) -> tuple[str, ...]:
    """Words of the question that neither the names it holds nor `known` account for.

    Args:
        query: The question as understood.
        library: Holds the titles and names.
        known: The words that the table itself understands.
    """
    catalog = library.catalog
    folded = fold(query.completed)
    rest = folded if folded.isascii() else document_slug(folded)
    records = catalog.documents()
    names = {title_core(record.title) for record in records}
    names |= {name for record in records if record.body for name in _short_forms(record.body)}
    names |= {form for name in query.submitters for form in (name, submitter_core(name))}
    names |= set(query.people)
    for name in sorted(filter(None, names), key=len, reverse=True):
        rest = re.sub(re.escape(document_slug(name)), "、", rest, flags=re.IGNORECASE)
    rest = rest if folded.isascii() else submitter_core(rest)
    for pattern in (*known, _ASKING, _ASKING_ENGLISH):
        rest = pattern.sub("、", rest)
    return tuple(dict.fromkeys(_TELLING.findall(rest)))


def _short_forms(body: str) -> tuple[str, ...]:
    """A body's name, and its endings by which people call it: 推進会議 for デジタル安全推進会議."""
    slug = document_slug(body)
    starts = (word.start for word in content_words(slug))
    return tuple(slug[start:] for start in (0, *starts) if len(slug) - start > _SHORTEST_FORM)


def without_own_place(question: str, library: Library) -> str:
    """The question without the place that a council has in its name: 千早野市の市長.

    Among the documents of that council it tells nothing.
    """
    slugs = {document_slug(record.body) for record in library.catalog.documents() if record.body}
    places = {slug[: _end_of_place(slug)] for slug in slugs} - {""}
    for place in places:
        question = re.sub(rf"{re.escape(place)}の(?=[一-鿿])", "", question)
    return question


def _end_of_place(slug: str) -> int:
    """Where the place ends with which a body's name begins; 0 where it begins with none."""
    end = 0
    for name in proper_names(slug):
        if name.start != end or name.kind is not NameKind.PLACE:
            break
        end = name.end
    return end
