"""Puts the one thing that a short question changes into the last one: 「では第22回は？」."""

from __future__ import annotations

import re
from functools import partial

from assistant.query import CommentKey, QuestionKind
from assistant.understanding.followups.nouns import with_noun
from assistant.understanding.followups.part import Part
from assistant.understanding.followups.places_named import COMMENT, FOOTNOTE, MEETING, SECTION
from assistant.understanding.followups.sets import PART
from assistant.understanding.followups.short import COMMENT_KEY, Short, short_question
from assistant.understanding.followups.turns import Conversation
from assistant.understanding.mentions import find_mentions, fold
from assistant.understanding.names import submitter_core
from index.documents import Section
from index.text.eras import find_dates
from index.text.morphology import concepts, proper_names

_BELOW = re.compile(r"^\(\d+\)(?:[ivx]+)?$|^[ivx]+$")
_NEXT = re.compile(r"^(?:その)?(?:次|続き|あと|後)の(?=[(\d第脚意ivx])")
# 「2番目に多いのは？」 after 「いちばん多く出したのは？」
_RANK = re.compile(
    r"^(?P<rank>(?:\d+|[二三四五])番目に)(?:多|少)[いなくの]*(?:は|は(?:誰|どこ)(?:です)?か?)?[?。]*$"
)
# 「では第22回では誰でしたか」, 「第22回のときはどなたが務めていましたか」 ask once more who
_ASKED_ALIKE = re.compile(
    r"(?:(?<=では)|(?<=には)|(?<=回は)|(?<=会合は)|(?<=ほうは)|(?<=ときは)|(?<=だと))、?"
    r"(?:(?P<who>誰|だれ|どなた)|(?P<word>いつ|どこ|何[件人名回時]|いくつ|いくら))"
    r"(?:が|に|を|で)?(?:務め|なる|なり|なっ|当た|あた|該当し|やっ|担当し)?"
    r"(?:です|でした|だった|だったの?です|[てい]+た|[てい]*まし?た|[てい]*ます|り?ます)?か?[?？。]*$"
)
_WHO = re.compile("誰|だれ|どなた")
_LIKEWISE = re.compile(
    r"^同じ(?:質問|こと|点|もの|内容|項目)を、?(?P<one>[^、。]{2,16}?)(?:について|に関して)?(?:も)?(?:お願い[^、。]*|教え[^、。]*)?[?。]*$"
    r"|^(?P<other>[^、。]{2,16}?)(?:について|に関して)?も、?(?:(?:同じ|同様の)(?:こと|点|もの|内容|項目|質問)を?|同様に|同じように)、?(?:教え|お願い|知り|示|見せ)[^、。]*[?。]*$"
)
_THE_EVENT = re.compile(r"の?第\d+回$")
# 「第22回でも出ましたか」, 「報告は何件ですか」: one thing, and what the last question asked
_HEAD = re.compile(
    r"^(?P<name>[^、。はがもをの]{1,16}?(?:の(?:とき|ほう|方|場合|会[合議]))?)(?P<particle>では|でも|には|にも|は|も|で)、?"
    r"(?P<asked>[^、。]{2,24}?)(?:(?:の|ん)?(?:です|でした)か)?[?。]*$"
)
_BROUGHT_UP = re.compile(
    r"^(?:(?:その|この|同じ)(?:よう)?な?(?:話題?|件|意見|点|こと|問題|議論|指摘|課題)(?:は|が|も|に(?:は|も)?|を)?、?)?"
    r"(?:話題|議論|取り上げ|触れ|出(?!席|てい(?:る|ます|た|まし))|言及|扱|あ(?:り|る|っ)|述べ|指摘|議題に|話|論じ|検討)[^、。何誰]*$"
)
_NTH = re.compile(
    r"(?<![\d第])(?:\d+|[一二三四五六七八九十])(?:番目|[つ個件人点][目め])|最[初後](?=の|$)"
)
_TOP = re.compile(r"いちばん|一番|最も|もっとも")
_NUMBERED = re.compile(r"個人\s*\(?\d+\)?")
_OF_COMMENTS = re.compile(r"意見|コメント|提出|寄せ|出した|送")
_INDIVIDUALS = re.compile(r"個人(?!情報|\()")
_ORGANISATIONS = re.compile(r"(?:企業|会社|法人)(?:[・、や]|及び|と)?団体|企業|団体|会社")
_FORMS = (
    r"(?:株式会社|有限会社|合同会社|\((?:株|有|一社|公社|一財|公財)\)"
    r"|(?:一般|公益)?(?:社団|財団)法人|NPO法人)"
)
_CLASSES = (_INDIVIDUALS, _ORGANISATIONS)
_REPLIES = {
    QuestionKind.REPLIED: "への回答は何ですか",
    QuestionKind.WHO: "の提出者は誰ですか",
    QuestionKind.OUTCOME: "はどう扱われましたか",
}


def swapped(question: str, talk: Conversation) -> Part | None:
    """The last question with the one thing changed that the new one names."""
    last = fold(talk.last.query.completed)
    asked = _ASKED_ALIKE.search(question)
    if asked and (_WHO.search(last) if asked["who"] else asked["word"] in last):
        question = question[: asked.start()]
    likewise = _LIKEWISE.match(fold(question))
    if likewise:
        question = f"では{likewise['one'] or likewise['other']}は"
    elsewhere = _brought_up_at(question, talk)
    if elsewhere is not None:
        return Part(elsewhere)
    short = short_question(_NEXT.sub("", _asking_the_same(question, last)))
    if short is None:
        return None
    for swap in (_number, _date, _submitter, _kind_of_sender, _document, _person):
        text = swap(short, last, talk)
        if text is not None:
            return _within_the_same(text, last, talk)
    beside = with_noun(short, last, talk)
    if beside and (among := _side_by_side(short, talk)):
        return Part(beside, among)
    text = beside or _asked_again(short, talk)
    return _within_the_same(text, last, talk) if text else None


def _brought_up_at(question: str, talk: Conversation) -> str | None:
    """「第5回でも触れられていますか」 after something was asked of no meeting."""
    match = _HEAD.match(fold(question))
    meetings = find_mentions(match["name"]).meetings if match else ()
    topic = _THE_EVENT.sub("", talk.topic())
    if match is None or not meetings or talk.last.query.mentions.meetings or not topic:
        return None
    if not _BROUGHT_UP.match(match["asked"]):
        return None
    return f"{match['name'].removesuffix('で')}で、{topic}について発言はありましたか"


def _asking_the_same(question: str, last: str) -> str:
    """`第22回では` for 「第22回でも出ましたか」: what the last question asked need not be said."""
    match = _HEAD.match(fold(question))
    if match is None:
        return question
    names_place = bool(find_mentions(match["name"]))
    same = match["asked"] in last and (names_place or find_mentions(last))
    if same or (names_place and _BROUGHT_UP.match(match["asked"])):
        return match["name"] + match["particle"]
    return question


def next_in_rank(question: str, talk: Conversation) -> str | None:
    """「2番目に多いのは？」 after 「いちばん多く意見を出したのは？」."""
    last = fold(talk.last.query.completed)
    rank = _RANK.match(fold(question))
    if rank is None or talk.last.query.among or not _TOP.search(last):
        return None
    return _TOP.sub(rank["rank"], last, count=1)


def _within_the_same(text: str, last: str, talk: Conversation) -> Part:
    """The question; confined as the last one was, where the change leaves that alone."""
    same = PART in last and text.rpartition(PART)[0] == last.rpartition(PART)[0]
    return Part(text, talk.last.query.among if same else ())


def _side_by_side(short: Short, talk: Conversation) -> tuple[str, ...]:
    """Ids of the section that answered and those beside it, where one name replaces another.

    Texts that treat several countries or bodies give each a section of its own.
    """
    sections = [unit for unit in talk.last.named.units if isinstance(unit, Section)]
    if len(sections) != 1 or sections[0].parent is None or not proper_names(short.name):
        return ()
    siblings = talk.vocabulary.library.catalog.children(sections[0].parent)
    meanings = set(concepts(short.name))
    speaking = [
        unit
        for unit in siblings
        if short.name in unit.text or meanings.intersection(concepts(unit.text))
    ]
    return tuple(unit.id for unit in speaking or siblings)


def _asked_again(short: Short, talk: Conversation) -> str | None:
    """What a term means, where the last question asked for the meaning of another."""
    return f"{short.name}とは何ですか" if talk.last.query.kind is QuestionKind.DEFINE else None


def nth_instead(question: str, talk: Conversation) -> str | None:
    """「3番目は」, 「第5回の2番目は」: another place in the list last asked about."""
    last, short = fold(talk.last.query.completed), short_question(question)
    match = _NTH.search(short.name) if short else None
    if short is None or match is None or match.end() < len(short.name) or not _NTH.search(last):
        return None
    place = short.name[: match.start()].removesuffix("の")
    if place and not MEETING.fullmatch(place):
        return None
    text = _NTH.sub(match.group(), last, count=1)
    return MEETING.sub(place, text, count=1) if place else text


def _number(short: Short, last: str, talk: Conversation) -> str | None:
    """A meeting, comment, footnote or section in the place of another."""
    name = short.name
    catalog = talk.vocabulary.library.catalog
    mentions = find_mentions(name)
    if mentions.meetings:
        meeting = MEETING.match(name)
        if meeting and name[meeting.end() :].removeprefix("の") in last:
            name = meeting.group()  # 「第22回の決定事項は」 after 「第39回の決定事項は」
        if MEETING.search(last):
            return MEETING.sub(name, last, count=1)
        return f"{name}では、{last}"
    if mentions.footnotes:
        return FOOTNOTE.sub(name, last, count=1) if FOOTNOTE.search(last) else None
    key = _comment_key(_after_submitter(name, talk), talk)
    if key is not None:
        return _with_comment(key, last, talk)
    below = _BELOW.match(name)
    if below and talk.sections():
        parent = catalog.units([talk.sections()[0].parent or ""])
        whole = (getattr(parent[0], "number", "") if parent else "") + name
        return SECTION.sub(whole, last, count=1) if SECTION.search(last) else f"{whole}の内容は？"
    if mentions.sections and SECTION.search(last):
        return SECTION.sub(partial(_literal, name), last, count=1)
    return None


def _date(short: Short, last: str, _: Conversation) -> str | None:
    """A date or year in the place of another."""
    new, old = find_dates(short.name), find_dates(last)
    if not new or not old or short.name[new[0].end :].strip("のに"):
        return None
    return last[: old[0].start] + short.name + last[old[0].end :]


def _literal(text: str, _: re.Match[str]) -> str:
    return text


def _after_submitter(name: str, talk: Conversation) -> str:
    """`11-12` of `日本…の11-12`, where the submitter was put in for 「同じ会社」."""
    for submitter in talk.submitters():
        name = name.removeprefix(fold(submitter)).removeprefix("の")
    return name


def _comment_key(name: str, talk: Conversation) -> CommentKey | None:
    match = COMMENT_KEY.match(name)
    speaks_of_comments = bool(talk.last.query.mentions.comments or talk.comments())
    if match is None or not speaks_of_comments:
        return None
    if match["branch"] is None and "意見" not in name and not talk.last.query.mentions.comments:
        return None
    return CommentKey(int(match["number"]), int(match["branch"]) if match["branch"] else None)


def _with_comment(key: CommentKey, last: str, talk: Conversation) -> str:
    name = f"意見{key}"
    if COMMENT.search(last):
        return COMMENT.sub(name, last, count=1)
    asked = _REPLIES.get(talk.last.query.kind, "の内容は？")
    return f"{name}{asked}"


def _submitter(short: Short, last: str, talk: Conversation) -> str | None:
    named = talk.vocabulary.submitters_named(short.name) or _NUMBERED.fullmatch(short.name)
    before = talk.last.query.submitters
    if not named or not before:
        return None
    return _replaced(before[0], short.name, last)


def _replaced(old: str, new: str, text: str) -> str | None:
    """The text with a submitter, in any legal form, replaced."""
    core = r"\s*".join(map(re.escape, re.sub(r"\s", "", submitter_core(old))))
    pattern = re.compile(rf"{_FORMS}?\s*{core}\s*{_FORMS}?", re.IGNORECASE)
    spaced = fold(text)
    return pattern.sub(partial(_literal, new), spaced, count=1) if pattern.search(spaced) else None


def _kind_of_sender(short: Short, last: str, _: Conversation) -> str | None:
    for new, old in (_CLASSES, _CLASSES[::-1]):
        found = new.fullmatch(short.name)
        if found and old.search(last):
            return old.sub(short.name, last, count=1)
        if found and not new.search(last) and _OF_COMMENTS.search(last) and not find_mentions(last):
            return f"{short.name}で、{last}"
    return None


def _document(short: Short, last: str, talk: Conversation) -> str | None:
    vocabulary = talk.vocabulary
    named = vocabulary.documents_named(short.name)
    catalog = vocabulary.library.catalog
    for document in talk.last.query.documents if named else ():
        title = fold(catalog.document(document).title)
        if title in last:
            return last.replace(title, short.name, 1)
    return None


def _person(short: Short, last: str, talk: Conversation) -> str | None:
    called = talk.called(short.name)
    for one in talk.called(last) if called else ():
        return last.replace(one.written, called[0].written, 1)
    named = talk.vocabulary.people_named(short.name)
    for person in talk.last.query.people if named else ():
        loose = r"\s*".join(map(re.escape, person))
        if re.search(loose, last):
            return re.sub(loose, short.name, last, count=1)
    return None
