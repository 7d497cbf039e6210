"""Answers to who was at one meeting and not at another: the difference of their rosters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Claim, Draft, Layout, Status
from assistant.comments.residue import left_over
from assistant.comparisons.meeting_aspects import line, roster_reference
from assistant.comparisons.of_rosters import meeting_name, rosters_of
from assistant.minutes.attendance import KNOWN, asks_what_was_said
from assistant.minutes.strangers import tell_of_people
from assistant.premises.offices_named import office_words
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import DocumentKind, RosterEntry
from index.library import Library
from index.stores.records import DocumentRecord

_MEETING = re.compile(r"第?(\d+)回")
_PEOPLE = re.compile(
    r"誰|だれ|どなた|人|者|方(?:は|を|が|々)|顔ぶれ|メンバー|委員|名簿|氏名|[長官臣授員](?:は|を|が)"
)
_ATTENDING = re.compile(
    r"出席|参加|名簿|名前|氏名|顔|[にはもで]出て|出た|来て|来た|い(?:た|る|て|な|ま)|居|載|抜け|外れ"
    r"|加わ|メンバー|だけの|のみの"
)
_ON_THE_ROSTER = re.compile(r"名簿|名前|氏名|載|記載")
_WAS_THERE = re.compile(r"出席した|参加した|[にはもで]出て|出た|来て|来た|顔を")
_ABOUT = re.compile(r"について|に関し|発言|述べ|議論|意見|指摘|主張|議題|決定|報告|資料|説明")
_NOT = re.compile(
    r"な(?:い|かった|く|し)|ません|ず[、に]|欠席|欠い|不在|抜け|外れ|消え|退い|姿を消|見え[なま]"
)
# 「漏れなく」 denies nothing
_THOROUGHLY = re.compile(
    r"(?:漏れ|もれ|余すこと|間違い|抜け|遺漏)(?:が|の)?な(?:く|い(?:よう|ように))"
)
_ONLY = r"[^、。第]{0,6}(?:だけ|のみ|しか|限り|に限っ)"
_EITHER = re.compile(r"どちらか|いずれか|片方|一方だけ|一方のみ|片一方|どっちか")
_LEFT = re.compile(r"抜け|外れ|消え|いなくな|退い|去っ|減っ|姿を消|出なくな|来なくな")
_JOINED = re.compile(r"加わ|増え|新し[くい]|新た|初めて|新顔|新規|入れ替わりで入|新メンバー")
_KNOWN = (
    *KNOWN,
    _ON_THE_ROSTER,
    _NOT,
    _EITHER,
    _LEFT,
    _JOINED,
    re.compile(r"だけ|のみ|しか|限|一方|反対|逆|姿|顔|出|来|居|間|後|前|以降|次|全員|入"),
)


def who_was_only_at_one(query: Query, library: Library) -> Draft | None:
    """The people of one roster who are not on another; None where none of that is asked."""
    text = _THOROUGHLY.sub("", fold(query.completed))
    asks = _PEOPLE.search(text) and _ATTENDING.search(text)
    if (
        not asks
        or _ABOUT.search(text)
        or asks_what_was_said(text)
        or query.people
        or query.mentions.sections
    ):
        return None
    pairs = _pairs(query, text, library)
    if not pairs:
        return None
    held = [e for pair in pairs for r in pair for e in library.catalog.roster(r.id)]
    offices = map(re.escape, office_words(query, held))
    unknown = left_over(query, library, (*map(re.compile, offices), *_KNOWN))
    if not tell_of_people(text, unknown):
        return None  # something is asked of a matter, not of the rosters
    claims: list[Claim] = []
    for present, missing in pairs:
        claims += _difference(query, present, missing, unknown, library)
    notes = [claim for claim in dict.fromkeys(claims) if claim.layout is Layout.NOTE]
    told = [claim for claim in claims if claim.layout is not Layout.NOTE]
    return Draft(Status.PARTIAL if notes else Status.ANSWERED, (*notes, *told))


def _pairs(
    query: Query, text: str, library: Library
) -> list[tuple[DocumentRecord, DocumentRecord]]:
    """(on whose roster, off whose roster), as the words of the question have it."""
    records = [library.catalog.document(document) for document in query.documents]
    named = sorted(
        (r for r in records if r.kind is DocumentKind.MINUTES and r.meeting),
        key=lambda r: r.meeting or 0,
    )
    if len(named) == 1:
        return _with_neighbour(named[0], text, library)
    if len(named) != 2:
        return []
    earlier, later = named
    if _EITHER.search(text):
        return [(earlier, later), (later, earlier)]
    parts = _parts(text)
    for one, other in ((earlier, later), (later, earlier)):
        if re.match(_ONLY, parts.get(one.meeting or 0, "")):
            return [(one, other)]
    missing = [r for r in named if _NOT.search(parts.get(r.meeting or 0, ""))]
    if _LEFT.search(text):
        return [(earlier, later)]
    if len(missing) == 1:
        return [(earlier, later) if missing == [later] else (later, earlier)]
    return [(later, earlier)] if _JOINED.search(text) else []


def _parts(text: str) -> dict[int, str]:
    """What a question says after the number of each meeting, up to the next number."""
    found = list(_MEETING.finditer(text))
    ends = [match.start() for match in found[1:]] + [len(text)]
    return {int(match[1]): text[match.end() : end] for match, end in zip(found, ends, strict=True)}


def _with_neighbour(
    record: DocumentRecord, text: str, library: Library
) -> list[tuple[DocumentRecord, DocumentRecord]]:
    """One meeting beside the held ones before or after it, of the same body."""
    held = [
        other
        for other in library.catalog.find_documents(kind=DocumentKind.MINUTES)
        if other.body == record.body and other.meeting and other.id != record.id
    ]
    number = record.meeting or 0
    after = sorted((r for r in held if (r.meeting or 0) > number), key=lambda r: r.meeting or 0)
    before = sorted((r for r in held if (r.meeting or 0) < number), key=lambda r: -(r.meeting or 0))
    if re.match(_ONLY, _parts(text).get(number, "")):
        return [(record, held[0])] if len(held) == 1 else []
    if _LEFT.search(text):
        return [(record, after[0])] if after else [(before[0], record)] if before else []
    if _JOINED.search(text) and before:
        return [(record, before[0])]
    return []


def _difference(
    query: Query,
    present: DocumentRecord,
    missing: DocumentRecord,
    unknown: Sequence[str],
    library: Library,
) -> list[Claim]:
    rosters = rosters_of(query, (present,), unknown, library)
    other = {entry.name: entry for entry in library.catalog.roster(missing.id)}
    was_there = _WAS_THERE.search(query.completed) is not None
    only = tuple(
        entry
        for entry in rosters.entries[0]
        if entry.name not in other and (entry.attended or not was_there)
    )
    here, there = meeting_name(present), meeting_name(missing)
    heading = roster_reference(missing, library)
    role = phrase("（「{role}」に当たる者）", role=rosters.role) if rosters.role else ""
    if not only:
        text = phrase(
            "{here}の出席者の欄に名前がある人{role}で、{there}の出席者の欄に名前がない人は"
            "いません（0人）。",
            here=here,
            there=there,
            role=role,
        )
        lead = Claim(text, (*roster_reference(present, library), *heading))
    else:
        text = phrase(
            "{here}の出席者の欄に名前がある人{role}のうち、{there}の出席者の欄に名前がないのは"
            "{number}人です。",
            here=here,
            there=there,
            role=role,
            number=len(only),
        )
        lead = Claim(text, (line(only[0]), *heading), counted=only)
    people = (Claim(wording.person(entry), (line(entry),), Layout.ITEM) for entry in only)
    away = _sent_a_proxy(rosters.entries[0], other) if was_there else []
    return [*rosters.notes, lead, *people, *_by_proxy(away, there)]


def _sent_a_proxy(
    entries: Sequence[RosterEntry], other: dict[str, RosterEntry]
) -> list[RosterEntry]:
    """Who attended one meeting and stands on the other roster only as represented."""
    return [
        other[entry.name]
        for entry in entries
        if entry.attended and entry.name in other and not other[entry.name].attended
    ]


def _by_proxy(away: Sequence[RosterEntry], there: str) -> list[Claim]:
    if not away:
        return []
    text = phrase(
        "このほか{names}は、{there}の出席者の欄に名前がありますが、代理が出席しています。",
        names=joined("、", (entry.name for entry in away)),
        there=there,
    )
    return [Claim(text, tuple(map(line, away)))]
