"""Refuses a question about the comments of somebody who sent none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answers import Claim, Draft, Layout, Status
from assistant.passages.closeness import is_known
from assistant.premises.people import ENDS_IN_A_TITLE
from assistant.query import Language, Query
from assistant.understanding.mentions import fold
from assistant.understanding.speaking import WHICH_BODY_SAID
from assistant.understanding.vocabulary import submitter_core
from assistant.wording.phrases import joined, phrase
from index.documents import Comment, SubmitterKind
from index.library import Library
from index.text.morphology import Name, NameKind, content_words, proper_names

_LEGAL = (
    r"(?:(?:株式|有限|合同)会社|\((?:株|有|同|一社|公社|一財|公財)\)|(?:NPO|社団|財団|医療)法人)"
)
_NAMED = r"(?!(?:から|による|が|は|も|の|で|と|や|に)(?:の|[^ぁ-ん]|ど|な|い|よ|つ))"
_OF_BODIES = (
    r"(?:機構|振興会|協会|連盟|連合会|工業会|銀行|商会|ホールディングス|財団|会議所|組合|協議会|研究所|学会"
    r"|金庫|証券|放送|鉄道|大学|病院|新聞社|生協|自治会|町内会|商店街|労組|自動車|電機|製作所)"
)
_POINTING = r"(?:[どそこあ]の|[どそこあ]こ|うち|わが|ある|いずれ|すべて|それぞれ|いくつ)"
_NAME = re.compile(
    # beside its legal form a name may hold hiragana, which particles are written in too
    rf"(?P<name>{_LEGAL}{_NAMED}[^\s、。「」]{{2,20}}?|(?<![^\s、。「」])[^\s、。「」]{{2,20}}?{_LEGAL}"
    rf"|(?<![^\s、。「」])(?!{_POINTING})[ぁ-ゖ]{{2,8}}[一-鿿ァ-ヺー]*{_OF_BODIES}"
    r"|[一-鿿々ァ-ヺーA-Za-z0-9&・()][一-鿿々ァ-ヺーA-Za-z0-9&・().\-]+?)(?:さん)?"
    r"(?:(?P<weak>(?:から)?の(?:意見(?!募集|公募|交換)|コメント|パブコメ|主張|指摘)|の要望|の提案"
    r"|の(?=提出し|出し|寄せ|送っ))|は|が|も|から)"
)
_NUMBERED = re.compile(r"個人\s*(?:\(\s*(?P<rank>\d+)\s*\)|(?P<bare>\d+)(?=の意見|は|が))")
_FORM = re.compile(r"株式会社|有限会社|合同会社|\((?:株|有|一社|公社)\)|法人")
_BODY = re.compile(rf"{_OF_BODIES}$")
# People in general, who are no sender: 市民からの意見; and who asks for comments or answers them.
_PEOPLE = re.compile(
    r"[人者家員生民側方達々婦親児]$|男性|女性|(?:(?<![式同限])会社|企業|団体|業界)$|ここ|そこ|どこ"
    r"|^(?:何|幾)|^\d|外部|全国|世間|事務局|当局|行政|政府|役所|担当|本部|パブ|意見|コメント|提案|要望|回答"
    r"|(?:戦略|計画|案|募集|文|文言|文章|文面|表現|記述|記載|くだり|箇所|部分|節|章|項)$|空欄|空白|横棒|ハイフン|ダッシュ"
)
_SENDS = (
    r"(?:出[しさ]|提出|寄せ|送(?:[っり]|ら(?!れる))|届[いけ]|求め|要望し|要求し|提案し|主張し|指摘し|訴え|希望し|応募(?!の|者|期|締|資|方|要)"
    r"|投稿|書い(?!て(?:あ|い[るなま]))|書き|述べ|言[っいわ](?!う)|申し|(?<!という)(?<!との)(?:意見|コメント)(?!を(?:受|踏|反映)|によ|の(?:前|後)))"
)
# What follows a name in a clause that says that it sent something.
_SENT_BY = re.compile(
    r"(?:さん|社|側)?(?:が|は|も|から[はも]?(?!の(?!御?ご?(?:意見|コメント|提案|要望|指摘|主張)))"
    rf"|の(?=提出|出し|寄せ|送っ))(?:(?!で、)[^。は]){{0,20}}?{_SENDS}"
    r"|(?:さん|社|側)?(?:から)?の(?:御|ご)?意見(?!募集|公募|交換)"
)
# 「道徳心も持たせるべきだと…した意見」: a thing that is wished sends nothing
_WISHED = re.compile(r"べき|ほし|欲し|よう(?!な)|[だるい]、?と|たい")
_SENDING = re.compile(
    r"意見(?:募集|公募)|意見を[^。]*(?:出|提出|寄せ|送)|(?:出し|寄せ|送っ|提出し)た(?:御|ご)?意見|パブリック・?コメント|パブコメ|提出し|コメントを"
    r"|の意見[はが](?:全部で)?(?:何件|いくつ|幾つ)|(?:から|より)の(?:御|ご)?意見[^。]*(?:回答|考え方|対応)"
)
# Those who sit at meetings have said much; what they sent is asked only so.
_SENT_TO_CONSULTATION = re.compile(
    r"(?P<who>[^\s、。「」はが]{2,16})(?:は|が)、?[^、。はが]{0,10}"
    r"(?:意見(?:の?募集|公募)|パブコメ|パブリック・?コメント)(?:に(?:対して|際して)?|へ|で)、?"
    r"[^、。]{0,4}(?:提出し|出し|寄せ(?!られ)|送っ|応募し)"
)
_IN_GENERAL = re.compile(
    r"(?:[人者民方達々]|(?<![式同限])会社|企業|団体|業界|全体|皆|みんな)$|^[市県国]$|政府|役所|行政|当局|事務局|誰|だれ|どなた|どこ|ど[のれ]|何|個人"
)
_ANSWERING = re.compile(
    r"回答|返答|答え|反映|修正|実施|行(?:っ|い|わ)|主催|公示|担当|受け付け|募集し|会合|会議|議事"
)
_ENGLISH = re.compile(
    r"\b(?:did|does|from|of|by) (?P<name>[A-Z][\w&.-]*(?:,? [A-Z][\w&.-]*)*)"
    r"(?= (?:ask|request|submit|propose|comment|want|say|write|send|suggest|argue"
    r"|think|raise)|\?|$| in the (?:public )?comment)"
)
_ENGLISH_SENDERS = re.compile(
    r"\b(?P<name>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)*)'s"
    r" (?:\w+ )?(?:comment|opinion|submission|request|proposal)"
)
_ENGLISH_SENDING = re.compile(r"\bcomments?\b|\bconsultation\b|\bsubmi", re.IGNORECASE)
_SHOWN = 40


def missing_submitter(query: Query, library: Library) -> Draft | None:
    """A refusal where the question takes for granted that somebody sent a comment."""
    if query.submitters or query.mentions:
        return None
    sent = _SENT_TO_CONSULTATION.search(fold(query.completed))
    if sent and not (_IN_GENERAL.search(sent["who"]) or _is_held(sent["who"], library)):
        return _sent_nothing(sent["who"], library)
    if query.people:
        return None
    if re.search(WHICH_BODY_SAID, fold(query.completed)):
        return None  # the sender is asked for
    name = _asked(query, library)
    return None if name is None or _is_held(name, library) else _sent_nothing(name, library)


def _sent_nothing(name: str, library: Library) -> Draft | None:
    comments = library.catalog.all_comments()
    if not comments:
        return None
    note = phrase(
        "「{name}」から提出された意見は、収録している意見募集の結果にありません。", name=name
    )
    return Draft(
        Status.PREMISE_WRONG,
        (Claim(note, (), Layout.NOTE), Claim(_held(comments), (), Layout.NOTE)),
    )


def _asked(query: Query, library: Library) -> str | None:
    if query.language is Language.ENGLISH:
        match = _ENGLISH_SENDERS.search(query.english) or _ENGLISH.search(query.english)
        return match["name"] if match and _ENGLISH_SENDING.search(query.english) else None
    question = fold(query.completed)
    numbered = _NUMBERED.search(question)
    if numbered:
        return f"個人({numbered['rank'] or numbered['bare']})"
    return next(_organisations(question, library), None)


def _organisations(question: str, library: Library) -> Iterator[str]:
    """Names of organisations that the question says sent something.

    Whoever is the subject of a question about an answer or a meeting sent nothing, unless
    the question says so: 「市が行った意見募集」, but 「…社が出した意見への回答」.
    """
    answering = _ANSWERING.search(question) is not None
    names = [name for name in proper_names(question) if name.kind is NameKind.OTHER]
    for match in _NAME.finditer(question):
        called = match["name"]
        sending = _SENT_BY.match(question, match.end("name"))
        sent = sending is not None
        is_wished = sending is not None and _WISHED.search(sending.group())
        if ((sent and not is_wished) or match["weak"]) and _is_unheard_of(called, library):
            yield called
        if answering and not sent:
            continue
        is_form = bool(_FORM.search(called) or _BODY.search(called))
        inner = [name for name in names if match.start() <= name.start < match.end("name")]
        closing = [name for name in inner if name.end == match.end("name")]
        if match["weak"]:
            is_sender = match["weak"].startswith("から") and not _PEOPLE.search(called)
            if (is_form or is_sender) and not _stands(called, library):
                yield called
            unknown = bool(closing) and not _are_written(closing, library)
            if _SENDING.search(question) or unknown or (is_form and _FORM.search(called)):
                yield from [called] if is_form or closing else []
        elif _SENDING.search(question) and (is_form or closing) and not _PEOPLE.search(called):
            yield called


def _is_unheard_of(called: str, library: Library) -> bool:
    """Whether it is the name of something that no document speaks of, whole or in its words.

    「楽天」 is a common noun in the dictionary, so that it need not know the name as one.
    """
    words = content_words(called)
    if _PEOPLE.search(called) or ENDS_IN_A_TITLE.search(called) or not words:
        return False
    known = (is_known(word.normal, library) for word in words if word.part_of_speech == "名詞")
    is_body = _FORM.search(called) or _BODY.search(called) or any(word.is_name for word in words)
    return (bool(is_body) or not any(known)) and not _stands(called, library)


def _are_written(names: list[Name], library: Library) -> bool:
    """Whether documents hold the names, so that comments may be about them."""
    return any(library.word_frequencies([name.normal for name in names]))


def _stands(called: str, library: Library) -> bool:
    """Whether a document speaks of such a body."""
    return any(
        called in fold(unit.text)
        for record in library.catalog.documents()
        for unit in library.catalog.units_of(record.id)
    )


def _is_held(name: str, library: Library) -> bool:
    """Whether a submitter bears the name, or one that it may abbreviate."""
    asked = submitter_core(name)
    cores = [submitter_core(held) for held in library.catalog.submitters()]
    if asked.startswith("個人("):
        return asked in cores
    return any(core in asked or _abbreviates(asked, core) for core in cores)


def _abbreviates(short: str, long: str) -> bool:
    """Whether the letters of `short` stand in `long` in their order: 新経連, 新経済連盟."""
    if short.isascii():
        return short in long
    rest = iter(long)
    return all(letter in rest for letter in short)


def _held(comments: tuple[Comment, ...]) -> str:
    """Who did send comments: all organisations, or how many more than are shown."""
    kinds = {comment.submitter: comment.submitter_kind for comment in comments}
    organisations = [name for name, kind in kinds.items() if kind is SubmitterKind.ORGANISATION]
    individuals = sum(kind is SubmitterKind.INDIVIDUAL for kind in kinds.values())
    listed = joined("、", organisations[:_SHOWN])
    left = len(organisations) - _SHOWN
    more = phrase("、ほか{left}者", left=left) if left > 0 else ""
    return phrase(
        "収録している意見の提出者は{count}者で、うち個人が{individuals}者、"
        "企業・団体が{organisations}者（{listed}{more}）です。",
        count=len(kinds),
        individuals=individuals,
        organisations=len(organisations),
        listed=listed,
        more=more,
    )
