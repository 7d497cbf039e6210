"""Names of people, places and organisations: each must stand in a cited unit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answers import Fault
from assistant.query import Language
from assistant.sentence_checks.dates import MONTHS
from assistant.sentence_checks.grounds import Finding, Ground, holds
from assistant.sentence_checks.quotes import outside_quotes
from assistant.sentence_checks.voices import given_names, is_called
from index.text.morphology import Name, NameKind, proper_names, unknown_nouns

_RUN = r"[一-鿿々ヶァ-ヺーa-zA-Z0-9&]"
_TITLE_WORDS = (
    "委員長 副大臣 大臣政務官 政務官 事務次官 理事長 副議長 副市長 副会長 部会長 審議官 構成員 "
    "参与 顧問 総監 統括官 危機管理監 補佐官 座長 大臣 長官 総裁 議長 議員 委員 教授 会長 社長 "
    "局長 部長 課長 室長 市長 知事 総理 首相 所長 校長 署長 理事 氏 様"
)
_ORGANISATION_WORDS = (
    "株式会社 有限会社 合同会社 協議会 委員会 審議会 懇談会 研究会 推進会議 政策会議 会議所 会議 "
    "部会 分科会 センター 研究所 研究機構 機構 協会 連合会 連盟 学会 財団 社団 法人 組合 銀行 大学 "
    "商事 物産 製作所 証券 重工 電機 製薬 海運 ホールディングス コーポレーション 信用金庫 連合 "
    "同盟 党 大学院 新聞 本部 内閣官房 官房 事務局 消防局 水道局 総務局 局 庁 省 課 室 社"
)
_TITLES = _TITLE_WORDS.split()
_ORGANISATIONS = _ORGANISATION_WORDS.split()
_TITLED = re.compile(rf"{_RUN}+?(?:{'|'.join(_TITLES)})(?![一-鿿々])|[ぁ-ゖ]{{2,8}}(?:さん|氏)")
_ORGANISATION = re.compile(
    rf"{_RUN}+(?:{'|'.join(_ORGANISATIONS)})(?![一-鿿々])|株式会社{_RUN}+"
    r"|[一-鿿々ヶ]{2,}(?:[市区町村県府])(?![一-鿿々])"
)
#: Words that have the form of a name or title and name nobody.
_NOBODY = re.compile(
    r"^(?:各|同|両|当|本|その|この|前|新|全|一部の|複数の|出席|関係|担当|有識者|民間|他の|別の|某)*"
    r"(?:委員|構成員|委員会|会議|議長|大臣|閣僚|本部|事務局|部会|省庁|府省庁|府省|省|庁|局|課|室|社|法人|会社|"
    r"協会|団体|組合|大学|銀行|センター|機構|会長|局長|部長|課長|市長|知事|教授|議員)$"
    r"|^(?:発言者|提出者|当該|多様|同様|一様|模様|仕様|皆さん|みなさん|消費者|利用者)"
    r"|(?:都市|地区|政府|市町村)$|^(?:府省庁|都道府県|当局|部局|結局|会社|本社|官庁|教室|日課|課|室)$"
)
_NUMERAL = re.compile(r"[〇一二三四五六七八九十百千万億兆]+")
_NUMBERED = re.compile(r"no\.?[\d-]*", re.IGNORECASE)
_POLITE = ("氏", "様", "さん")
_SHORT_NAME = 2
_JAPANESE = r"[ぁ-ゖァ-ヺー一-鿿々]"
_SPACED = re.compile(rf"(?<={_JAPANESE})\s+(?={_JAPANESE})")  # a name set out in letters
_LATIN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][A-Za-zＡ-Ｚａ-ｚ0-9&.'’-]+")
#: English words that may begin a sentence; any other capital there must be a name on file.
_OPENER_WORDS = (
    "a an the this that these those it its they there here in on at of for from to by with under "
    "as according after before during while when where although though however therefore thus "
    "also both each all some many most other another no not one two three first second third "
    "finally moreover regarding concerning because since if comment comments reply replies "
    "section sections footnote minutes meeting participants speaker speakers member members "
    "submitter submitters government policy strategy draft document documents item figure "
    "figures such what which who his her their opinion opinions request response attendees "
    "officials citizens people businesses companies organisations organizations individuals "
    "and but or so"
)
OPENERS = frozenset(_OPENER_WORDS.split())
_ENGLISH_MONTHS = frozenset(MONTHS)


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Names that the documents hold somewhere: of rosters, and of senders of comments."""

    people: frozenset[str] = frozenset()
    senders: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NameFound:
    """A name in a sentence.

    Attributes:
        surface: As written.
        is_person: Whether a person bears it.
        is_body: Whether it is that of an office, or of a body that may speak.
    """

    surface: str
    is_person: bool = False
    is_body: bool = False


def names_in(sentence: str, language: Language, known: KnownNames) -> tuple[NameFound, ...]:
    """All that may be a name outside the quotes of a sentence.

    Better too many than one too few: a word that is no name stands in the units, or the
    sentence is written again without it.

    Args:
        sentence: The sentence without its markers.
        language: Its language.
        known: Names that the documents hold somewhere.
    """
    text = _SPACED.sub("", unicodedata.normalize("NFKC", outside_quotes(sentence)))
    found: dict[str, NameFound] = {}
    for name in (*_marked(text, known), *_by_dictionary(text), *_latin(text, language)):
        found.setdefault(name.surface, name)
    return tuple(found.values())


def _marked(text: str, known: KnownNames) -> Iterator[NameFound]:
    bare = "".join(text.split())
    for name in known.people | known.senders:
        if name in bare:
            yield NameFound(name, name in known.people, name in known.senders)
    for match in _TITLED.finditer(text):
        if not _NOBODY.search(match.group()):
            polite = match.group().endswith(_POLITE)
            yield NameFound(match.group(), is_person=polite, is_body=not polite)
    for match in _ORGANISATION.finditer(text):
        if not _NOBODY.search(match.group()):
            yield NameFound(match.group(), is_body=True)


def _by_dictionary(text: str) -> Iterator[NameFound]:
    people = [name for name in proper_names(text) if name.kind is NameKind.PERSON]
    for name in proper_names(text):
        if name.kind is not NameKind.PERSON and not name.surface.isascii():
            yield NameFound(name.surface)
    for start, end in _joined(people):
        if not text[start:end].isascii():
            yield NameFound(text[start:end], is_person=True)
    for surface in unknown_nouns(text):
        if not _NUMERAL.fullmatch(surface):
            yield NameFound(surface)


def _joined(names: Sequence[Name]) -> list[tuple[int, int]]:
    """Family and given name, where they stand side by side, as one range."""
    ranges: list[tuple[int, int]] = []
    for name in names:
        if ranges and ranges[-1][1] == name.start:
            ranges[-1] = (ranges[-1][0], name.end)
        else:
            ranges.append((name.start, name.end))
    return ranges


def _latin(text: str, language: Language) -> Iterator[NameFound]:
    for match in _LATIN.finditer(text):
        word = match.group().strip(".'’-")
        if _NUMBERED.fullmatch(word):
            continue
        if len(word) > 1 and (language is Language.JAPANESE or _is_english_name(word)):
            yield NameFound(word)


def _is_english_name(word: str) -> bool:
    if word.casefold() in OPENERS | _ENGLISH_MONTHS:
        return False
    return any(letter.isupper() for letter in word)


def name_fault(
    sentence: str, grounds: Sequence[Ground], language: Language, known: KnownNames
) -> Finding | None:
    """A name that no cited unit holds."""
    given = [name for ground in grounds for name in given_names(ground)]
    for name in names_in(sentence, language, known):
        if is_called(name.surface, given):
            continue
        if not holds(name.surface, grounds) or _is_by_chance(name, grounds):
            return Finding(Fault.NAME_NOT_FOUND, name.surface)
    return None


def _is_by_chance(name: NameFound, grounds: Sequence[Ground]) -> bool:
    """Whether a short name stands in the units only inside of other words (中山 in 中山間)."""
    if not name.is_person or len(name.surface) > _SHORT_NAME:
        return False
    pattern = re.compile(rf"{re.escape(name.surface)}(?:{'|'.join(_TITLES)}|さん)")
    return not any(
        pattern.search(ground.words) or name.surface in people_of(ground.words)
        for ground in grounds
    )


@lru_cache(maxsize=256)
def people_of(words: str) -> frozenset[str]:
    """The names of people in a text, as the dictionary sees them."""
    return frozenset(name.surface for name in proper_names(words) if name.kind is NameKind.PERSON)
