"""Puts names where a question points back: 「この提出者」「その節」「それ」「they」."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.minutes.choosing import everybody
from assistant.query import QuestionKind
from assistant.understanding.followups import cues
from assistant.understanding.followups.naming import joined_names, meeting_name
from assistant.understanding.followups.reading import own_text
from assistant.understanding.followups.turns import Conversation
from assistant.understanding.mentions import find_mentions
from assistant.understanding.speaking import ASKS_WHO_SAID, SAYING
from index.documents import Unit, Utterance

Names = Callable[[Conversation], str]

_BACK = r"(?:(?<!ど)この|その|同じ|当該|上記の|先ほどの|さっきの)"
_BODY = r"(?:会社|企業|団体|法人|社|組織|協会|事業者|(?:ところ|所)(?=が|は|から|の))"
_OFFICE = (
    r"(?:(?:大臣)?政務官|大臣|長官|局長|部長|課長|室長|教育長|教授|社長|会長|監(?![一-鿿])"
    r"|補佐官|議長|座長)"
)
_PERSON = rf"(?:人物?|方(?!針|法|向|式|面)|委員(?!会)|{_OFFICE}|出席者|者(?!数))"
_OFFICE_BACK = re.compile(rf"{_BACK}(?P<office>{_OFFICE})")
_SAME_BODY = r"同(?:社|団体|協会|法人)"
_SAME_PERSON = r"彼女?(?=が|は|の|に|を|も)|同(?:氏|委員(?!会)|大臣|政務官)"
_REPLY = re.compile(r"(?:に|へ)[^。]{0,16}?(?:返事|返答|回答|答え|応答|反応)")
_OF_MEETING = re.compile(r"出席|議題|会場|場所|開かれ|開催")


_SO = r"(?:(?<![一-鿿ぁ-ん])(?:そう|こう)|(?:その|この)(?:ように|ことを)|(?:それ|これ)を)"


def _units(found: Callable[[Conversation], tuple[Unit, ...]]) -> Names:
    return lambda talk: joined_names(found(talk))


def _submitters(talk: Conversation) -> str:
    return "と".join(talk.submitters())


def _organisations(talk: Conversation) -> str:
    """The submitters that are no individuals, where there are any."""
    names = [name for name in talk.submitters() if not name.startswith("個人")]
    return "と".join(names) or _submitters(talk)


def _people(talk: Conversation) -> str:
    if talk.last.of_type(Utterance) and not talk.last_people():
        return _speaker(talk)
    if talk.people():
        return "と".join(talk.people())
    return _submitters(talk)


def _offices(office: str, meetings: tuple[int, ...], talk: Conversation) -> str:
    """The office of whoever was last spoken of: 防衛大臣 for その大臣 of another meeting.

    "" where that person, or nobody of the office, attended that meeting.
    """
    vocabulary = talk.vocabulary
    people = everybody(vocabulary.library)
    asked = vocabulary.meetings_held(meetings, "")
    here = [entry for entry in people if entry.id.partition("#")[0] in asked]
    known = [entry for entry in people if entry.name in talk.people()]
    if any(entry.name in talk.people() for entry in here):
        return ""
    held = (printed for entry in known for printed in entry.offices if printed.endswith(office))
    return next((one for one in held if any(one in entry.offices for entry in here)), "")


def _meetings(talk: Conversation) -> str:
    return "と".join(meeting_name(number) for number in talk.meetings())


def _documents(talk: Conversation) -> str:
    catalog = talk.vocabulary.library.catalog
    titles = (catalog.document(document) for document in talk.documents()[:1])
    return "".join(
        meeting_name(record.meeting) if record.meeting else record.title for record in titles
    )


def _term(talk: Conversation) -> str:
    return talk.term() or ""


def _place(talk: Conversation) -> str:
    meeting = talk.last.query.mentions.meetings
    if meeting:
        return _meetings(talk)
    return joined_names(talk.sections()[:1] or talk.footnotes()[:1])


def _speaker(talk: Conversation) -> str:
    turns = joined_names(talk.utterances()[:1])
    if not turns:
        return _people(talk)
    return f"{turns}の発言者"


_RULES: tuple[tuple[re.Pattern[str], Names], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), names)
    for pattern, names in (
        (
            rf"{_BACK}(?:意見の)?(?:提出者|応募者|差出人)(?!(?:名|の名前)?は(?:誰|だれ|どなた|どこ|[?？]|$))",
            _submitters,
        ),
        (
            rf"{_BACK}{_BODY}|{_SAME_BODY}",
            _organisations,
        ),
        (
            rf"{_BACK}(?:発言者|提案者)|{_SO}、?{SAYING}(?:の(?=は|って)|方|人物?|者|委員(?!会))",
            _speaker,
        ),
        (
            rf"{_BACK}{_PERSON}|{_SAME_PERSON}|(?:^|(?<=[、。\s]))(?:御|ご)?本人(?=は|が|も)",
            _people,
        ),
        (
            rf"{_BACK}(?:意見|コメント|要望|パブコメ)(?!募集|公募|交換)",
            _units(lambda talk: talk.comments()),
        ),
        (rf"{_BACK}(?:脚注|注釈?)", _units(lambda talk: talk.footnotes()[:1])),
        (
            rf"{_BACK}(?:発言|挨拶|答弁|提案|指摘|質問|問い|要望|意見|指示(?!書))(?!募集|公募|交換|者)",
            _units(lambda talk: talk.utterances()[:1]),
        ),
        (rf"{_BACK}(?:節|項|章|箇所|項目)(?!目)", _place),
        (r"(?:^|(?<=[、。\s]))そこ(?=に|で|は|の|へ|には|では|から)", _place),
        (
            rf"{_BACK}(?:会合|会議(?!室)|回(?!答|線)|部会|協議会|とき|時(?![点期間代])|日(?!本))",
            _meetings,
        ),
        (rf"{_BACK}(?:文書|資料|議事要旨|(?:戦略|方針|計画)(?:案|\(案\))?)", _documents),
        (rf"{_BACK}(?:用語|言葉|略語|略称|語)", _term),
    )
)
# 「個人(9)は全部で何件出していますか」 asks for comments without saying so
_SENDING = re.compile(r"^[^は]{1,40}は[^は]*(?:何件|いくつ)[^は]*(?:出|送|寄せ)")
_THERE = r"(?:第\d+回(?:の?会[合議])?(?:では?|に[もは]?|は)?、?)"
_ELSE = r"(?:(?:また|まだ|(?:ほか|他)に(?:は|も)?|最[初後]に(?:は)?)、?)"
_SAY = r"(?:言|述べ|発言|話|求め|主張|指摘|提案|訴え|答え|質問|尋ね|反対|賛成|し)(?!わ|者|し合)"
# 「第5回では何を言いましたか」 of the one who was last spoken of
_SPEECH = re.compile(
    rf"^{_THERE}(?:出(?!し)|参加|来|い[たまる])|^{_THERE}?{_ELSE}?(?:何か|何[をと]|(?:どんな|どのような)(?:こと|話|意見|発言)を|どう){_SAY}|^{_THERE}も{_ELSE}?{_SAY}|^{_ELSE}{_SAY}"
)
_OTHER_REMARKS = re.compile(r"の(?:ほか|他)の(?=発言)")
_COMMENTS = re.compile(r"意見|コメント|パブコメ|提出")
_IT = re.compile(
    r"(?:^|(?<=[、。\s]))(?:それ|これ|そちら|こちら)(?:ら)?(?=は|が|を|に|と(?!も)|で(?!は)|の|も|って|、|への|から|[?？。]|$)"
)
_ON_IT = re.compile(r"(?:それ|これ|そちら|こちら)(?:について|に関して|に関する)")
# 「課長は何と答えましたか」 after somebody's remark
_ANSWERER = re.compile(
    r"^(?:(?:誰|だれ|どなた)が|[^、。はが]{1,16}[はが])、?(?:それに)?、?(?:何と|何を|どう|どのように)?"
    r"[^。、]{0,6}(?:答え|返答|回答|応じ|応え)"
)
_TO_IT = re.compile(r"^(?:それ|これ)(?:に(?:対して)?)(?:は|、)*")
_AND_WHAT = re.compile(
    r"^(?:何と|何て|なんと|どう)(?:答え|回答し|返答し)?(?:まし)?た?(?:の?です)?か?[?？。]*$"
)  # after 誰が答えたか
_ANSWERS = re.compile(r"誰が?[^。]{0,6}(?:答え|回答|返答|応じ)")
_ASKED_WHAT = re.compile(r"何を|何と|どんなことを|どうすると")
_TOLD = re.compile(
    r"^(?:[^。は]{1,30}は、)?(?P<said>[^。]{6,60}?[うくぐすつぬぶむる])"
    r"(?:と(?:述べ|言|発言|答え|説明|約束)|よう(?:に)?(?:求め|提案|要望)|ことを(?:求め|提案|約束|述べ))"
)
_IN_THAT_CASE = re.compile(r"^(?:その|この)(?:場合|際|とき)(?:の|に?は|、)")
_ITS = re.compile(r"(?:^|(?<=[、。は\s]))[そこ]の(?P<noun>[一-鿿々]+|[ァ-ヶー]+)")
_A_NAME = re.compile(
    r"^「?(?P<name>(?!\d)[一-鿿々ァ-ヶーA-Za-z・]{3,40})」?(?:です|だ|であ|と(?:い|され|呼ば))"
)
_ASKED_FOR_A_NAME = re.compile(
    r"(?:何(?![件人回年月日時割社者])|どこ|どれ|どの|どんな|名(?:前|称))"
)
_OTHER = re.compile(
    r"(?:^|[、。は\s])(?:その(?!他|後|まま|うち|際|上で|たび)|この(?!ほか|よう)|こうした|そうした|それらの)(?=[一-鿿ァ-ヶA-Za-z見取]{1})"
)


def with_names(question: str, talk: Conversation) -> str:
    """The question with a name for each word that points back; as it is where there is none."""
    text = _at_another_meeting(question, talk)
    for pattern, names in _RULES:
        if pattern.search(text) and (name := names(talk)):
            text = pattern.sub(lambda _, name=name: name, text)  # type: ignore[misc]
    if _IT.search(text) and (name := _what_it_is(text, talk)):
        text = _IT.sub(lambda _: name, text, count=1)
    if goes_on_about_speaker(text, talk):
        text = f"{talk.last_people()[0]}は{text}"
    text = _OTHER_REMARKS.sub("の", text)
    if not _COMMENTS.search(text):
        if _SENDING.search(text):
            text = text.replace("は", "は意見を", 1)
        elif cues.MOST_SENT.match(text) and _COMMENTS.search(talk.last.query.completed):
            text = f"意見を{text}"
    return text


def goes_on_about_speaker(question: str, talk: Conversation) -> bool:
    """Whether it is asked what the one person of the last turn said, too: 「ほかに何を？」."""
    asks_who = ASKS_WHO_SAID.search(question)
    if not _SPEECH.match(question) or asks_who or len(talk.last_people()) != 1:
        return False
    said = (unit for unit in talk.last.named.units if isinstance(unit, Utterance))
    first = next(said, None) if talk.last.query.kind is QuestionKind.WHO else None
    return first is None or first.attribution.person is not None


def answered_turn(question: str, talk: Conversation) -> str | None:
    """「課長は何と答えましたか」 of the remark that the last answer named."""
    turns = talk.last.of_type(Utterance)
    asked = _TO_IT.sub("", question)
    if _AND_WHAT.match(asked) and _ANSWERS.search(talk.last.query.completed):
        asked = "何と答えましたか"
    elif not _ANSWERER.match(question):
        return None
    if not turns or talk.comments() or find_mentions(question):
        return None
    return f"{joined_names(turns[:1])}に、{asked}"


def _at_another_meeting(question: str, talk: Conversation) -> str:
    """The question with the office for 「その大臣」, whom it asks for at another meeting."""
    match = _OFFICE_BACK.search(question)
    meetings = find_mentions(question).meetings
    if match is None or not meetings or set(meetings) <= set(talk.meetings()):
        return question
    office = _offices(match["office"], meetings, talk)
    return question[: match.start()] + office + question[match.end() :] if office else question


def _what_it_is(text: str, talk: Conversation) -> str:
    """What 「それ」 stands for: what the words beside it ask of, else the last turn's subject."""
    if cues.OF_COMMENT.search(text) and talk.comments():
        return joined_names(talk.comments())
    if _OF_MEETING.search(text) and talk.meetings():
        return _meetings(talk)
    last = talk.last
    asks_of_turn = ASKS_WHO_SAID.search(text) and not _ON_IT.search(text)
    asks_of_turn = asks_of_turn or _REPLY.search(text) is not None
    if asks_of_turn and (turns := last.of_type(Utterance)):
        return joined_names(turns[:1])
    query = last.query
    if query.kind is QuestionKind.DEFINE and talk.term():
        return talk.term() or ""
    if query.mentions.turns and last.of_type(Utterance):
        return joined_names(last.of_type(Utterance)[:1])
    if query.mentions.footnotes:
        return joined_names(talk.footnotes())
    if query.mentions.sections and not query.mentions.comments:
        return joined_names(talk.sections())
    if talk.comments() and (query.mentions.comments or _COMMENTS.search(query.completed)):
        return joined_names(talk.comments())
    return what_was_said(talk) or topic_or_place(talk)


def what_was_said(talk: Conversation) -> str:
    """What somebody promised or asked for, as the last answer tells it: 「何を約束したか」."""
    if not _ASKED_WHAT.search(talk.last.query.completed):
        return ""
    match = _TOLD.match(own_text(talk.last.answer))
    return f"{match['said']}こと" if match else ""


def topic_or_place(talk: Conversation) -> str:
    """The last question's topic, else what its answer named."""
    return talk.topic() or joined_names(talk.last.named.units[:1])


def answered_name(talk: Conversation) -> str:
    """The name that was the last answer, where some text holds it."""
    match = _A_NAME.match(own_text(talk.last.answer))
    if match is None or not _ASKED_FOR_A_NAME.search(talk.last.query.completed):
        return ""
    catalog = talk.vocabulary.library.catalog
    texts = (unit.text for record in catalog.documents() for unit in catalog.units_of(record.id))
    return match["name"] if any(match["name"] in text for text in texts) else ""


def about_topic(question: str, talk: Conversation) -> str:
    """The question with the last topic in front: 「その見張る相手」 says whose only so.

    Where the last answer was a name, that name stands for 「その」: 「そのトップ」.
    """
    name = answered_name(talk)
    back = _ITS.search(question) if name else None
    if back:
        owner = name if back["noun"] in talk.topic() else f"{name}の{back['noun']}"
        return f"{question[: back.start()]}{owner}{question[back.end() :]}"
    topic = talk.topic() if _OTHER.search(question) else ""
    if not topic or topic in question:
        return question
    return f"{topic}について、{_IN_THAT_CASE.sub('', question)}"
