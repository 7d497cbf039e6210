"""The short names by which a question may call somebody who sent a comment."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from assistant.understanding.names import submitter_core
from index.documents import Comment
from index.ids import document_slug
from index.library import Library
from index.text.keys import search_key
from index.text.morphology import content_words

_INDIVIDUAL = re.compile(r"^個人\s*[(（]")
_RUN = re.compile(r"[ァ-ヶー]{3,}|[ぁ-ゖ]{3,}|[A-Za-z][A-Za-z0-9&]+|[一-鿿々]{2,}")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9&]*")
_COUNTRY = "日本"
# An ordinary word may begin a name too; only where somebody's comment is spoken of it is one.
_OF_COMMENTS = re.compile(
    r"意見|コメント|パブコメ|提出|回答|求め|要望|提案|指摘|主張|述べ|懸念|心配|不安|伝え|対応|修正|反映|返事|返答|答え|応じ"
    r"|何件|いくつ|件数|出し|出て|寄せ|送っ|頼|望|訴え|言っ|言い|言う|何[てとを]|要求|要請|促|反対|賛成|賛同|原案|採用|直"
    r"|\b(?:comment|ask|submi|request|propos|suggest|opinion|want|repl)",
    re.IGNORECASE,
)
#: A sender told by its field, as the one who says something: 「証券会社の意見」.
_IN_A_FIELD = re.compile(
    r"(?P<field>[一-鿿々ァ-ヶーA-Za-z]{2,}?)(?:の|関係の|関連の|分野の|系の?)?"
    r"(?:業界団体|工業会|協会|連盟|組合|団体|会社|企業|法人)"
    r"(?=(?:が|は|から)[^。]{0,40}?(?:指摘|要望|求め|提案|意見|訴え|述べ|出し|寄せ|主張|苦言|注文"
    r"|困って|悩んで|心配し|恐れて)"
    r"|(?:から)?の(?:意見|コメント|要望|指摘|提案|注文)(?!募集|交換|集約))"
    # or by what sort of body it is: 「商店街の意見」
    r"|(?P<body>(?<![一-鿿])[一-鿿]{1,6}(?:街|組合|連合会|連盟|協会|銀行|証券|学会|財団))"
    r"(?=(?:から)?の(?:意見|コメント|要望|提案|注文)(?!募集|交換|集約)|(?:が|から)(?:出し|寄せ|送っ|提出))"
)
_ASKS_WHO = re.compile(r"誰|だれ|どなた|ど(?:この|の)|どこ|提出者")
_FEWEST_INITIALS = 3
_FEWEST = 2
_FEWEST_OF_ENGLISH = 3
_A_LIST = 3  # a text with so many submitters is a list of them
_KATAKANA = re.compile(r"[ァ-ヶー]{4,}")
#: What sort of body it is: 「協会」 within another name, 「さくら協会」, is not the one held.
_SORT_OF_BODY = re.compile(r"協会|連盟|連合会|工業会|組合|財団|協議会|研究所|学会")
_LONGEST_SORT = 3
_CLASSES = (r"ァ-ヶー", r"一-鿿々", r"A-Za-z0-9")


@dataclass(frozen=True)
class SubmitterNames:
    """Finds the submitters of one library by parts of their names.

    A part names somebody where it stands in the name of one submitter alone and nobody
    else's text holds it: 「ソフトウェア」 in a name is a word like any other.
    """

    library: Library

    @cached_property
    def _by_part(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for name in self._organisations:
            for part in _parts(name):
                found[part] = (*found.get(part, ()), name)
        return found

    def called(self, question: str) -> dict[str, tuple[str, ...]]:
        """The parts of names that stand in a question, longest first, and whose they may be."""
        if not _OF_COMMENTS.search(question):
            return {}
        key = search_key(question)
        found = {
            part: names
            for part, names in (self._by_part | self._beginnings(key)).items()
            if _stands_alone(part, key)
            and not (question.isascii() and len(part) < _FEWEST_OF_ENGLISH)  # "it" is no IT
            and self._known_to_tell(part, names)
        }
        longest = sorted(found, key=len, reverse=True)
        return {
            part: found[part] for part in longest if not any(part in o != part for o in longest)
        }

    def _beginnings(self, key: str) -> dict[str, tuple[str, ...]]:
        """Katakana words of a question with which names begin: ソフトバンク for ソフトバンク…."""
        names = {name: search_key(submitter_core(name)) for name in self._organisations}
        return {
            run: begun
            for run in _KATAKANA.findall(key)
            if (begun := tuple(n for n, core in names.items() if core.startswith(run)))
        }

    @cached_property
    def _organisations(self) -> tuple[str, ...]:
        names = self.library.catalog.submitters()
        return tuple(name for name in names if not _INDIVIDUAL.match(name))

    def in_full(self, question: str) -> str:
        """The question with each short name of one submitter as the catalog writes it."""
        question = self._told_by_field(question)
        for part, names in self.called(question).items():
            if len(names) == 1 and submitter_core(names[0]) not in submitter_core(question):
                folded = unicodedata.normalize("NFKC", question)
                called = re.search(_bounded(part), folded, re.IGNORECASE)
                if called:
                    start, end = called.span()
                    while end < len(folded) and folded[start : end + 1] in names[0]:
                        end += 1  # 「となり」 may be the beginning of 「となり組」
                    end -= folded[end - 1] == " "
                    while start and folded[start - 1 : end] in names[0]:
                        start -= 1
                    question = f"{folded[:start]}{names[0]}{folded[end:]}"
        return question

    def _told_by_field(self, question: str) -> str:
        """The question with the name of the one sender whose name says what field it is in."""
        folded = unicodedata.normalize("NFKC", question)
        match = _IN_A_FIELD.search(folded)
        asked = submitter_core(folded)
        if match is None or _ASKS_WHO.search(folded):
            return question
        if any(submitter_core(name) in asked for name in self._organisations):
            return question
        words = [
            search_key(word.surface) for word in content_words(match["field"] or match["body"])
        ]
        names = [
            name
            for name in self._organisations
            if all(word in search_key(submitter_core(name)) for word in words)
        ]
        if len(names) != 1 or not words:
            return question
        return f"{folded[: match.start()]}{names[0]}{folded[match.end() :]}"

    @cached_property
    def _telling(self) -> dict[str, bool]:
        return {}

    def _known_to_tell(self, part: str, names: tuple[str, ...]) -> bool:
        if part not in self._telling:
            self._telling[part] = self._is_telling(part, names)
        return self._telling[part]

    def _is_telling(self, part: str, names: tuple[str, ...]) -> bool:
        """Whether no text but that of these submitters holds the part outside their names."""
        keys = [search_key(document_slug(name)) for name in names]
        everybody = [search_key(document_slug(name)) for name in self._organisations]
        for record in self.library.catalog.documents():
            for unit in self.library.catalog.units_of(record.id):
                if isinstance(unit, Comment) and unit.submitter in names:
                    continue
                text = search_key(document_slug(unit.text))
                if sum(key in text for key in everybody) >= _A_LIST:
                    continue
                for key in keys:
                    text = text.replace(key, "、")
                if _stands_alone(part, text):
                    return False
        return True


def _parts(name: str) -> set[str]:
    """What may stand for a name, as it is searched."""
    core = search_key(submitter_core(name))
    parts = set(_RUN.findall(core))
    latin = _LATIN.findall(unicodedata.normalize("NFKC", name))
    if len(latin) >= _FEWEST_INITIALS:
        parts.add("".join(word[0] for word in latin))
    sort = _SORT_OF_BODY.search(core[-_LONGEST_SORT:])
    parts |= {sort.group()} if sort else set()
    words = [word.surface for word in content_words(core.removeprefix(_COUNTRY))]
    parts |= {core.removeprefix(_COUNTRY), core.replace("・", ""), *words[:1]}
    folded = {part.casefold() for part in parts if len(part) >= _FEWEST}
    return folded - {core, _COUNTRY}


def _bounded(part: str) -> str:
    """A pattern of the part that is not within a longer word of the same letters."""
    pattern = re.escape(part)
    if _SORT_OF_BODY.fullmatch(part):
        pattern = rf"(?<![^\s、。「」『』のはがをにもやと]){pattern}"
    for letters in _CLASSES:
        if re.match(rf"[{letters}]", part, re.IGNORECASE):
            pattern = rf"(?<![{letters}]){pattern}"
        if re.search(rf"[{letters}]$", part, re.IGNORECASE):
            pattern = rf"{pattern}(?![{letters}])"
    # 千早野ガス(株) is another company than 千早野ITサービス協会
    return rf"{pattern}(?![ァ-ヶーA-Za-z])" if re.search(r"[一-鿿]$", part) else pattern


def _stands_alone(part: str, key: str) -> bool:
    return part in key and re.search(_bounded(part), key, re.IGNORECASE) is not None
