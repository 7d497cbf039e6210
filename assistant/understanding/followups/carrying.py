"""Carries the subject into a question that has none: 「理由は？」「今の文面は」「いつ？」."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.minutes.attendance import asks_who_attended, may_ask_who_attended
from assistant.premises.offices_named import nouns_of_offices
from assistant.query import Query, QuestionKind
from assistant.understanding.followups import cues
from assistant.understanding.followups.naming import joined_names, meeting_name
from assistant.understanding.followups.part import Part
from assistant.understanding.followups.places_named import COMMENT
from assistant.understanding.followups.pronouns import answered_name
from assistant.understanding.followups.reading import own_text
from assistant.understanding.followups.turns import Conversation
from assistant.understanding.kinds import question_kind
from assistant.understanding.mentions import find_mentions, fold
from assistant.understanding.speaking import SAYING
from index.documents import Comment, Footnote, RosterEntry, Section, Unit

# what of its owner a topic is; asked of another side, the owner is the subject
_OF_OWNER = re.compile(
    r"の(?:任期|人数|数|金額|費用|割合|期間|予算|場所|対象|時期|日時|理由|目的|定義|意味|略称|正式名称|担当|期限|時間|電話番号|連絡先|住所)$"
)
_WHY = re.compile(
    r"^(?:なぜ|どうして)(?:です(?:か)?|でしょうか|なのですか|なのでしょうか)?[?？。]*$"
)
_SAYS = re.compile(
    r"^[^、。はが]{2,16}(?:は|が|の方は)、?(?:[^、。]{1,16}(?:について|に関して|を)、?)?"
    r"(?:何[とをか]|どう|どのように|どんな[^、。]{1,6}を)[^、。]{0,4}"
    r"(?:言|述べ|話|発言|説明|主張|提案|指摘|求め|報告|約束)"
)
_ROLE = re.compile(
    r"^(?P<role>[一-鿿]{2,10})(?:は|が)(?:誰|だれ|どなた|何人|何名|いますか|[?？。]*$)"
)
_ASKED_OF_COMMENTS = re.compile(r"意見|コメント|パブコメ|提出|求め|要望|提案|寄せ")
_MORE = re.compile(r"^(?:もう|もっと|詳し|具体|教え|簡単|続き)")
_IN_PARTICULAR = re.compile(r"^具体的に(?:は|、)*(?=何(?:です|でし|[?？。]|$)|どれ|どんなもの)")
_LISTING = re.compile(r"^(?:(?:全部|全て|すべて)(?!で)|残らず|漏れなく|列挙|リスト|一覧(?!は))")
_BEGINS_WITH_NAME = re.compile(
    r"^(?!いつ|どこ|誰|だれ|どなた|何|なん|なぜ|どう|どの|どれ|どちら|いくつ|いくら|もう|もっと|詳し|具体|教え|簡単|全部で|全員)[一-鿿ァ-ヶ]"
)
_WORDING_NOW = re.compile(
    r"文面|文言|(?:直し|直され|改め|改められ|変え|変わっ|変更され|変更し|加え|加えられ|足し|修正され|修正し)た"
    r"(?:文章?|言葉|箇所|部分|ところ|記述|表現)|新しい(?:文章?|言葉|記述|表現)|(?:今|現在|最新|修正後|変更後|いま)の?(?:案|戦略|本文|記述|記載|表現|文)|本文|新しい文"
)
# 「その言葉は今の案のどこに」 after a comment that changed the text
_WHERE_NOW = re.compile(
    r"^(?:(?:(?:その|この|新しい|直した|変わった|加わった)(?:言葉|文言?|文章|記述|表現|箇所|部分|一文)|それ|これ)(?:は|って)?、?)?"
    r"(?P<asked>(?:(?:今|現在|最新|修正後)の?)?(?:[^、。はをが]{0,8}(?:戦略|計画|案|本文)の?)?"
    r"(?:中の?|では?)?(?:どこ|何[節章]|どの(?:節|章|項|箇所|部分)).*)$"
)
_CHANGED = re.compile(r"直[さしっり]|修[正文]|加え|加わ|追記|変わ|変え|変更|改め|書き換")
_OF_MEETING = re.compile(
    r"出席|参加|欠席|代理|代わ[りっ]|^(?:副?議長|座長|司会)(?:は|が|を)|^次回(?:は|の)|最[初後]に(?:話|発言|述べ|言)|(?:誰|だれ|どなた)が(?:出[たて]|来)|議題|決定|(?:報告|討議|審議)(?:事項|案件)?(?:の(?:ほう|方))?(?:は|も|$)|案件"
)
_ON_THE_AGENDA = re.compile(r"^(?:報告|討議|審議|議論)(?:事項|案件)?(?:は|され)")
_WHEN_AND_WHERE = re.compile(r"日時|時刻|会場|場所|開催|開かれ|何時")
_OF_TURN = re.compile(
    rf"発言者|話し手|誰の発言|誰が(?:言|述べ|発言|提案|指摘|主張)|誰ですか|どなた|提案者|推定|{SAYING}(?:の|人|方|者)|(?:どこの|どんな|どういう)(?:人|方)"
)
_SENT_SO_MANY = re.compile(
    r"^(?:全部で|合計で?)?、?(?:何件|いくつ)(?:の意見を)?、?(?:出し|寄せ|送|提出)"
)
_OF_PERSON = re.compile(r"^(?:肩書き?|役職|所属|職名|お?名前の読み)(?:は|を|が|$)")
_OF_TERM = re.compile(r"正式名称|(?<!戦)略|意味|定義")
_KEEPS_TO_THE_PLACE = re.compile(
    r"理由|なぜ|どうして|背景|根拠|経緯|目的|趣旨|発言者|誰|前後|どこに|出典|典拠|ページ|どの(?:文書|資料|節|章)",
    re.IGNORECASE,
)
_WHERE = re.compile(r"^[^、。は]{0,12}(?:どこに|何ページ|どの(?:節|章|文書|箇所))")
_INTERROGATIVE = re.compile(
    r"(?:誰|だれ|どなた)|いつ|どこ|なぜ|どうして|何(?:件|人|者|社|回|年|月|日|時|割)(?:何[月日])?|いくつ|いくら|どのくらい|どれくらい"
)
_TAKES_NO_PARTICLE = re.compile(r"いつ|なぜ|どうして")
# another document is asked of the matter, not of the meeting
_AT_MEETING = re.compile(r"第\d+回(?:の?会[合議])?(?:では|での|で|の|に|は)?、?")
_ON_MATTER = re.compile(r"(?:について|に関して)(?:.{1,8}こと)?$")
_ONLY_INTERROGATIVE = re.compile(
    rf"^(?P<word>{_INTERROGATIVE.pattern})(?P<particle>が|に|で|は|から|まで)?(?:です(?:か)?|でした(?:か)?|でしょうか)?[?？。]*$"
)


def with_subject(question: str, talk: Conversation) -> Part | None:
    """The question with what the last turns spoke of; None where that is nothing."""
    bare = _IN_PARTICULAR.sub("", cues.LEAD.sub("", question.strip()) or question)
    text = fold(bare)
    comments = _comments(talk)
    if _WHY.match(text) and comments and cues.OF_COMMENT.search(talk.last.query.completed):
        return Part(f"{comments}への回答は何ですか")  # the reply gives the reason
    for pattern, subject in _SUBJECTS:
        if pattern.search(text) and (name := subject(talk)):
            return Part(_joined(name, bare))
    interrogative = _with_interrogative(text, talk)
    if interrogative:
        return Part(interrogative)
    return _of_the_last(bare, talk)


def _of_the_last(question: str, talk: Conversation) -> Part | None:
    """The question asked of what the last one named, else of its topic."""
    query = talk.last.query
    name = _named_in(talk)
    if name:
        return Part(_joined(name, question))
    units = talk.last.named.units
    keeps = cues.MORE.search(question) or _KEEPS_TO_THE_PLACE.search(question)
    explained = query.kind is QuestionKind.DEFINE and _WHERE.match(question)
    documents = talk.vocabulary.places.documents_by_short_name(question)
    kept = units[:1] if explained else units if documents else talk.last.named.items or units
    among = tuple(
        unit.id
        for unit in kept
        if keeps and (not documents or unit.id.partition("#")[0] in documents)
    )
    items = talk.last.named.items
    if len(items) == 1 and isinstance(items[0], Comment) and _is_of_comments(query):
        return Part(_joined(joined_names(items), question))
    topic = talk.topic() or query.completed.rstrip("?？。 ")
    if _BEGINS_WITH_NAME.match(question):
        topic = _OF_OWNER.sub("", topic)
    if documents and _AT_MEETING.search(topic):
        topic = _AT_MEETING.sub("", topic)
        topic = _ON_MATTER.sub("", topic)
        return Part(f"{topic}について、{question}" if topic else question, among)
    return Part(_joined(topic, question), among)


def _is_of_comments(query: Query) -> bool:
    """Whether a question that a comment answered asked for one, not for a fact."""
    if query.kind in (QuestionKind.FACT, QuestionKind.COUNT, QuestionKind.DEFINE):
        return bool(query.submitters or _ASKED_OF_COMMENTS.search(query.completed))
    return True


def _named_in(talk: Conversation) -> str:
    """The place that the last question named."""
    mentions = talk.last.query.mentions
    if talk.last.query.among or mentions.turns:
        return ""
    if mentions.comments:
        return joined_names(talk.comments())
    if mentions.footnotes:
        return joined_names(talk.footnotes())
    if mentions.sections and len(talk.topic()) <= 1 + len(max(mentions.sections, key=len)) + 12:
        return joined_names(talk.sections())
    return ""


def _joined(name: str, question: str) -> str:
    if _WHY.match(question):
        return f"{name}の理由は何ですか。"
    if _MORE.match(question):
        return f"{name}について、{question}"
    if _LISTING.match(question):
        return f"{name}を{question}"
    aside = _BEGINS_WITH_NAME.match(question) and not _WHERE.match(question)
    particle = "の" if aside else "は、"
    return f"{name}{particle}{question}"


def _with_interrogative(text: str, talk: Conversation) -> str | None:
    """The last question asking when instead of where, who instead of how many."""
    only = _ONLY_INTERROGATIVE.match(text)
    last = fold(talk.last.query.completed)
    if not only or not _INTERROGATIVE.search(last) or question_kind(last) is QuestionKind.DEFINE:
        return None
    particle = only["particle"] or ""
    bare = not particle and _TAKES_NO_PARTICLE.match(only["word"])
    behind = r"(?:が|に|で|から|まで|を)?" if particle or bare else ""
    pattern = re.compile(rf"(?:{_INTERROGATIVE.pattern}){behind}")
    swapped = pattern.sub(only["word"] + particle, last, count=1)
    return swapped if swapped != last else None


def where_changed(question: str, talk: Conversation) -> str | None:
    """「それは案のどこに」 after it was told that the text was changed for one comment."""
    place, comments = _WHERE_NOW.match(fold(question)), talk.comments()
    told = _CHANGED.search(talk.last.query.completed + own_text(talk.last.answer))
    asked_about = talk.last.query.mentions.comments or COMMENT.search(talk.last.answer)
    if place is None or not told or not asked_about or len(comments) != 1:
        return None
    return f"{joined_names(comments)}で修正された文言は、{place['asked']}"


def _comments(talk: Conversation) -> str:
    return joined_names(talk.comments())


def _meetings(talk: Conversation) -> str:
    return "と".join(meeting_name(number) for number in talk.meetings())


def _meeting_asked_about(talk: Conversation) -> str:
    return _meetings(talk) if talk.last.query.mentions.meetings else ""


def of_the_meeting(question: str, talk: Conversation) -> str | None:
    """「防衛省は何と言っているか」 in a talk of a meeting, 「委員は何人か」 after a roster."""
    if find_mentions(question).meetings:
        return None
    if talk.last.query.mentions.meetings and _SAYS.match(fold(question)):
        catalog = talk.vocabulary.library.catalog
        entries = [entry for d in talk.last.query.documents for entry in catalog.roster(d)]
        if nouns_of_offices(fold(question), entries):
            return f"{_meetings(talk)}で、{question}"
    return _of_the_roster(question, talk)


def _of_the_roster(question: str, talk: Conversation) -> str | None:
    match = _ROLE.match(fold(question))
    listed = [unit for unit in talk.last.named.items if isinstance(unit, RosterEntry)]
    if not listed or not talk.meetings():
        return None
    if match is None:
        asks = may_ask_who_attended(question) or asks_who_attended(question)
        return f"{_meetings(talk)}で、{question}" if asks else None
    held = any(match["role"] in fold(office) for entry in listed for office in entry.offices)
    return f"{_meetings(talk)}の{question}" if held else None


def _turns(talk: Conversation) -> str:
    named = talk.last.named.units
    turns = talk.utterances()
    return joined_names(turns[:1]) if turns and turns[0] in named else ""


def _term(talk: Conversation) -> str:
    return talk.term() or answered_name(talk)


def _changed_place(talk: Conversation) -> str:
    """What the last answer says was changed: a footnote or section, else the comment."""
    named = (*talk.last.of_type(Footnote), *talk.last.of_type(Section))
    places: tuple[Unit, ...] = named[:1] or talk.footnotes()[:1]
    return joined_names(places or talk.comments())


_SUBJECTS: tuple[tuple[re.Pattern[str], Callable[[Conversation], str]], ...] = (
    (_SENT_SO_MANY, lambda talk: "と".join(talk.submitters())),
    (_OF_PERSON, lambda talk: "と".join(talk.last_people())),
    (_WORDING_NOW, _changed_place),
    (_OF_TERM, _term),
    (_OF_MEETING, _meetings),
    (_ON_THE_AGENDA, _meeting_asked_about),
    (_WHEN_AND_WHERE, _meeting_asked_about),
    (cues.OF_COMMENT, _comments),
    (_OF_TURN, _turns),
)
