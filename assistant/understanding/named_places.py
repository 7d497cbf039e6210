"""Settles with the catalog what a question's numbers name: which section, which meeting."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.comments.changes import policies_of
from assistant.query import Language, Mentions
from assistant.understanding.kinds import question_language
from assistant.understanding.names import submitter_core
from assistant.understanding.notation import plain_notation
from assistant.understanding.submitter_names import SubmitterNames
from index.documents import DocumentKind, Section, UnitKind
from index.ids import document_slug
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.eras import find_dates

_BARE_MEETING = re.compile(
    r"(?<![第\d])(\d+)\s*回(?:目)?(?!\s*(?:答|線|収|復|避|路|以上|以内|未満|程度|ほど|も|の(?:うち|訓練|研修|テスト)))"
)
_BARE_PAIR = re.compile(
    r"(?<![一-鿿ァ-ヶA-Za-z\d.\-/])(\d{1,3})-(\d{1,2})"
    r"(?=番|の(?:[^、。の\d]{2,16}の)?(?:意見|コメント|回答|提出|対応|内容|結果|考え方)|への|に対する|について"
    r"|は|を|と|$|[?？。])"
)
# 「(株)…の7の1は」: behind a name, and only where such a comment is held
_PAIR_BEHIND = re.compile(
    r"(?<=[^\d章節項条回).]の)(\d{1,3})\s*(?:番)?の\s*(\d{1,2})"
    r"(?=番|の(?:意見|コメント|回答|提出|対応|内容|結果|考え方)|への|に|は|を|と|も|が|$|[?？。、])"
)
_MEETING_BEHIND = re.compile(
    r"\s*(?:に(?:開|行)[^、。]{0,8})?(?:開催)?(?:さ?れた)?の?([一-鿿々ァ-ヶー]{0,16}(?:会合|会議(?!室)|議事(?:要旨|録)))"
)
# 「2009年と2014年の会合」, 「2009年のときと…」, 「11月の名簿」
_BESIDE = re.compile(r"\s*(?:の[^、。の]{0,4})?(?:と|、|・|や|から|及び|および)\s*$")
_THEN_BEHIND = re.compile(
    r"\s*(?:の(?=とき|時(?!間|刻|点)|方|回|名簿|出席者|議題|決定事項)"
    r"|(?=に(?:は|も)?(?:い[たなるて]|居|来[たてるま]|出[たてる席]|参加|名前|顔|載)))"
)
# of two years in which meetings were held, what was said there can only be asked of them
# 「平成26年5月19日に開かれた第39回」「第39回会合(2014年5月)」
_DAY_OF_MEETING = re.compile(
    r"(?:\([^()]{1,6}\))?(?:に[^、。「」]{0,8}(?:開|行|催)[^、。「」]{1,6}|開催(?:され)?の?|付け?)?[のに、]?"
    r"(?P<of>[^、。「」\d第]{0,16})第(?P<number>\d+)回"
)
_CLOSED = re.compile(r"^[^()]{0,6}\)|^、?")
_MEETING_OF_DAY = re.compile(r"第(?P<number>\d+)回(?:の?(?:会合|会議|部会))?(?P<open>[(、])$")
_OF_MEETINGS = re.compile(r"発言|述べ(?!る)|言(?:っ|いま)|出席|議長|議題")
_BARE_MONTH = re.compile(
    r"(?<![年\d一-鿿])(?P<month>1[0-2]|[1-9])月(?!間)(?:(?P<day>\d{1,2})日|(?!\d))"
)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
_WHEN = (
    rf"(?:(?P<month>{'|'.join(_MONTHS)})(?:,? (?:of )?(?P<year>\d{{4}}))?(?!,? \d)"
    r"|(?<![\d-])(?P<alone>\d{4})(?![\d-]))"
)
# "the November meeting", "on the January roster", "the 2009 meeting", "the meeting in 2009"
_ENGLISH_MEETINGS = (
    re.compile(
        rf"(?:the )?{_WHEN}(?:'s)?(?: (?:meeting|session|one)\b"
        r"|(?= (?:roster|minutes|attendance|attendees?|participants?)\b))",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?:the )?(?:meeting|session)(?: held)? (?:in|of) {_WHEN}", re.IGNORECASE),
)
_SHORT_ERA = re.compile(r"(?<![A-Za-z])([MTSHR])(\d{1,2})(?=年|の|に|\s|$)")
_ERA_NAMES = dict(zip("MTSHR", ("明治", "大正", "昭和", "平成", "令和"), strict=True))
_PART = re.compile(r"\d+|[①-⑳]|[a-z]+", re.IGNORECASE)
_PRINTED_SO = re.compile(r"[\d.]+\(\d+\).*")
_CHAPTER_TWICE = re.compile(r"第(\d+)章(?=\1\.)")  # 「第5章の5.3」
_LAST_NOUN = re.compile(r"(?:[一-鿿々]+|[ァ-ヶー]+)$")
_DRAFT = r"(?:\(?(?:案|素案|原案)\)?)?"
_NO_NAME_BEFORE = r"(?<![一-鿿々ァ-ヶーA-Za-z])"
_NO_NAME_AFTER = r"(?!本部|会議|的|特区|官|部|室|局|課)"
_SHORTEST_NAME = 2


@dataclass(frozen=True)
class NamedPlaces:
    """Which places of one library a question means."""

    library: Library

    @cached_property
    def _records(self) -> tuple[DocumentRecord, ...]:
        return self.library.catalog.documents()

    @cached_property
    def _numbers(self) -> dict[str, dict[tuple[str, ...], str]]:
        """For each document its section numbers by their parts.

        第3章2(1) and 3.2(1) are both (3, 2, 1); of 5.2 and 5(2) the one without brackets counts.
        """
        found: dict[str, dict[tuple[str, ...], str]] = {}
        for record in self._records:
            numbers = found.setdefault(record.id, {})
            for unit in self.library.catalog.units_of(record.id, UnitKind.SECTION):
                if isinstance(unit, Section):
                    known = numbers.get(_parts(unit.number))
                    if known is None or unit.number.count("(") < known.count("("):
                        numbers[_parts(unit.number)] = unit.number
        return found

    def in_plain_notation(self, question: str) -> str:
        """The question with its places in the common notation, where they were in another.

        Meetings named by their day and short names of submitters are written out too, so
        that whoever asked sees how it was understood.
        """
        text = self._names.in_full(question)
        if question_language(question) is Language.ENGLISH:
            for pattern in _ENGLISH_MEETINGS:
                text = pattern.sub(self._english_meeting, text)
            return text
        plain = plain_notation(text)
        pairs = _BARE_PAIR.sub(self._comment_or_not, plain)
        changed = self._with_meetings(_PAIR_BEHIND.sub(self._comment_behind, pairs))
        return text if changed == unicodedata.normalize("NFKC", text) else changed

    @cached_property
    def _names(self) -> SubmitterNames:
        return SubmitterNames(self.library)

    def sections_as_held(self, mentions: Mentions, documents: tuple[str, ...]) -> Mentions:
        """The mentions with every section number as the catalog writes it.

        Args:
            mentions: As the question's words alone give them.
            documents: Ids of those it names, none for any.
        """
        held = (self._as_held(number, documents) for number in mentions.sections)
        return replace(mentions, sections=tuple(dict.fromkeys(held)))

    def _as_held(self, number: str, documents: tuple[str, ...]) -> str:
        """The number of the section that is meant, in the documents or in any."""
        among = [self._numbers[document] for document in documents or self._numbers]
        if _CHAPTER_TWICE.match(number) and not any(_parts(number) in held for held in among):
            number = _CHAPTER_TWICE.sub("", number)
        if number.endswith("条") or self.library.catalog.sections(number, within=documents or None):
            return number
        if _PRINTED_SO.fullmatch(number):
            return number  # somebody read it so: 2(1) is no 2.1
        return next((held[_parts(number)] for held in among if _parts(number) in held), number)

    def _comment_or_not(self, match: re.Match[str]) -> str:
        held = self.library.catalog.comments(int(match[1]), int(match[2]))
        return f"意見{match.group()}" if held else match.group()

    def _comment_behind(self, match: re.Match[str]) -> str:
        held = self.library.catalog.comments(int(match[1]), int(match[2]))
        called = any(submitter_core(c.submitter) in submitter_core(match.string) for c in held)
        return f"意見{match[1]}-{match[2]}" if called else match.group()

    def _with_meetings(self, text: str) -> str:
        """Numbers before 回 that are those of meetings, and the days of meetings, as 第N回."""
        held = {record.meeting for record in self._records if record.meeting is not None}

        def named(match: re.Match[str]) -> str:
            number = int(match[1])
            # 「2回の会合」 counts the meetings
            return f"第{number}回" if number in held and number > len(held) else match.group()

        text = self._without_days_told(with_full_eras(_BARE_MEETING.sub(named, text)))
        return text if "第" in text and re.search(r"第\d+回", text) else self._dated(text)

    def _without_days_told(self, text: str) -> str:
        """The text without the days that a numbered meeting was held on, as it says itself."""
        dates = [(m.start, m.end, m.iso) for m in find_dates(text) if not m.relative]
        for start, end, iso in sorted(dates, reverse=True):
            behind = _DAY_OF_MEETING.match(text, end)
            before = _MEETING_OF_DAY.search(text[:start])
            if behind and int(behind["number"]) in self._held_on(iso):
                text = f"{text[:start]}{text[behind.start('of') :]}"
            elif before and int(before["number"]) in self._held_on(iso):
                text = f"{text[: before.start('open')]}{_CLOSED.sub('', text[end:])}"
        return text

    def _dated(self, text: str) -> str:
        dates = [(m.start, m.end, m.iso) for m in find_dates(text) if not m.relative]
        dates += [
            (month.start(), month.end(), _of_any_year(month))
            for month in _BARE_MONTH.finditer(text)
        ]
        of_meetings = (
            _OF_MEETINGS.search(text) is not None
            and len({number for _, _, iso in dates for number in self._held_on(iso)}) > 1
        )
        follower = None  # where the next meeting is named
        for start, end, iso in sorted(dates, reverse=True):
            behind = _MEETING_BEHIND.match(text, end)
            beside = follower is not None and _BESIDE.match(text[end:follower])
            meetings = self._held_on(iso)
            if len(meetings) == 1 and (
                behind or beside or of_meetings or _THEN_BEHIND.match(text, end)
            ):
                noun, end = (f"の{behind[1]}", behind.end()) if behind else ("", end)
                text = f"{text[:start]}第{meetings[0]}回{noun}{text[end:]}"
                follower = start
        return text

    def _english_meeting(self, match: re.Match[str]) -> str:
        """`meeting 5` for 「the November meeting」, where only one of that time is held."""
        year = match["year"] or match["alone"] or ""
        month = f"-{_MONTHS.index(match['month'].casefold()) + 1:02d}" if match["month"] else ""
        meetings = self._held_on(f"{year}{month}" if year else f"{month}-")
        return f"meeting {meetings[0]}" if len(meetings) == 1 else match.group()

    def _held_on(self, iso: str) -> list[int]:
        """The numbers of the meetings of a day, month or year; of a month of any year: `-05-`."""
        return [
            record.meeting
            for record in self._records
            if record.meeting is not None
            and record.date
            and (iso in record.date if iso.startswith("-") else record.date.startswith(iso))
        ]

    def documents_by_short_name(self, question: str) -> tuple[str, ...]:
        """Policies that the question calls by the last word of their title, each only once held.

        `取組方針` for 「…に関する取組方針（案）」; not where it is the end of a longer name.
        """
        slug = document_slug(question)
        found = []
        for name, documents in self._short_names.items():
            called = re.search(
                rf"{_NO_NAME_BEFORE}{re.escape(name)}{_DRAFT}{_NO_NAME_AFTER}", slug, re.IGNORECASE
            )
            if called and len(documents) == 1:
                found.append((called.start(), documents[0]))
        return tuple(dict.fromkeys(document for _, document in sorted(found)))

    @cached_property
    def _short_names(self) -> dict[str, tuple[str, ...]]:
        from index.text.morphology import content_words

        names: dict[str, tuple[str, ...]] = {}
        for record in self._records:
            if record.kind is not DocumentKind.POLICY:
                continue
            title = re.sub(r"\((?:案|素案|原案)\)$", "", document_slug(record.title))
            last = _LAST_NOUN.search(title)
            run = last.group() if last else ""
            words = [word.surface for word in content_words(run)]
            for name in {run, "".join(words[-1:]), "".join(words[-2:])}:
                if len(name) >= _SHORTEST_NAME and name != title:
                    names[name] = (*names.get(name, ()), record.id)
        return names

    def with_policies(self, documents: tuple[str, ...]) -> tuple[str, ...]:
        """The documents, and the policies that the tables of comments among them are about.

        A section that is named together with such a table is one of the policy.
        """
        named = [record for record in self._records if record.id in documents]
        tables = [record for record in named if record.kind is DocumentKind.COMMENTS]
        policies = (policy.id for t in tables for policy in policies_of(t, self.library))
        return tuple(dict.fromkeys((*documents, *policies)))


def _of_any_year(match: re.Match[str]) -> str:
    """`-11-14` for 11月14日, `-11-` for 11月."""
    return f"-{int(match['month']):02d}-" + (f"{int(match['day']):02d}" if match["day"] else "")


def with_full_eras(question: str) -> str:
    """`H26年` as 平成26年, which the recogniser of dates reads."""
    text = plain_notation(question)
    return _SHORT_ERA.sub(lambda match: f"{_ERA_NAMES[match[1]]}{match[2]}年", text).replace(
        "年年", "年"
    )


def _parts(number: str) -> tuple[str, ...]:
    return tuple(part.casefold() for part in _PART.findall(number))
