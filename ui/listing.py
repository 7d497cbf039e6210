"""Documents and units as lines for the terminal."""

from __future__ import annotations

from assistant.wording.frames import OUTCOME_NAMES
from index.documents import (
    Comment,
    DocumentKind,
    RepairKind,
    Section,
    Unit,
    UnitKind,
    Utterance,
)
from index.library import Library
from index.stores.records import DocumentRecord, RepairCount, UnitCount

KINDS = {
    DocumentKind.MINUTES: "議事要旨",
    DocumentKind.POLICY: "戦略・方針",
    DocumentKind.COMMENTS: "意見募集の結果",
    DocumentKind.SLIDES: "スライド",
    DocumentKind.COVER: "資料一覧",
}
UNITS = {
    UnitKind.SECTION: "節",
    UnitKind.UTTERANCE: "発言",
    UnitKind.COMMENT: "意見",
    UnitKind.FOOTNOTE: "脚注",
    UnitKind.ROSTER_ENTRY: "名簿",
    UnitKind.AGENDA_ITEM: "議題",
    UnitKind.SLIDE: "スライド",
}
REPAIRS = {
    RepairKind.LINE_BREAK: "文中の改行",
    RepairKind.PAGE_BREAK: "ページで切れた文の連結",
    RepairKind.PAGE_FURNITURE: "ページ番号・柱",
    RepairKind.CONTENTS_LINE: "目次の行",
    RepairKind.FOOTNOTE_LIFTED: "文中から外した脚注",
    RepairKind.FOOTNOTE_MARK: "脚注番号",
    RepairKind.RUBY: "ふりがな",
    RepairKind.MARKUP: "タグ・装飾記号",
    RepairKind.TURN_MARK: "発言の印",
    RepairKind.LETTER_SPACING: "字間の空白",
    RepairKind.TABLE_HEADER: "繰り返された表の見出し",
    RepairKind.TABLE_CONTINUED: "次ページへ続く行の連結",
    RepairKind.TABLE_KEY: "表の区切り",
    RepairKind.DUPLICATE: "重複した段落",
    RepairKind.WHITE_SPACE: "空白・空行",
    RepairKind.LABEL: "構造に変えた印",
    RepairKind.ENCODING: "文字コード",
}


def units_line(counts: tuple[UnitCount, ...]) -> str:
    """節 45　脚注 8."""
    return "　".join(f"{UNITS[entry.kind]} {entry.count}" for entry in counts)


def repairs_line(counts: tuple[RepairCount, ...]) -> str:
    """補修 12（ふりがな 3、目次の行 9）."""
    total = sum(entry.count for entry in counts)
    parts = "、".join(f"{REPAIRS[entry.kind]} {entry.count}" for entry in counts)
    return f"補修 {total}（{parts}）" if total else "補修 なし"


def document_lines(library: Library, *, verbose: bool) -> list[str]:
    """One paragraph a document; `verbose` adds units, repairs and warnings."""
    lines: list[str] = []
    for record in library.catalog.documents():
        lines.append(_title_line(record))
        if verbose:
            lines.append(f"  id: {record.id}　出典: {record.path}")
            lines.append(f"  {units_line(record.units)}")
            lines.append(f"  {repairs_line(library.catalog.repair_counts(record.id))}")
            lines += [
                f"  文書中の合計: {total.label} {total.count}{total.counter}"
                for total in library.catalog.totals(record.id)
            ]
        lines += [f"  注意: {warning}" for warning in record.warnings]
    return lines


def _title_line(record: DocumentRecord) -> str:
    parts = [f"[{KINDS[record.kind]}]", record.title]
    if record.body and record.body not in record.title:
        parts.append(record.body)
    if record.date:
        parts.append(record.date)
    return "　".join(parts)


def shown_lines(library: Library, wanted: str) -> list[str]:
    """A unit with its text and fields, or a document with its units."""
    if "#" not in wanted:
        record = library.catalog.document(wanted)
        units = library.catalog.units_of(record.id)
        return [_title_line(record), *(f"  {unit.local_id}　{_excerpt(unit)}" for unit in units)]
    unit = library.catalog.unit(wanted)
    lines = [unit.label, " ＞ ".join(unit.locator.heading_path)]
    if unit.locator.page is not None:
        lines.append(f"{unit.locator.page}ページ")
    return [*lines, *_field_lines(unit), "", unit.text.strip()]


def _field_lines(unit: Unit) -> list[str]:
    match unit:
        case Utterance():
            attribution = unit.attribution
            named = attribution.person or attribution.office or attribution.label or "記載なし"
            return [f"発言者: {named}（{attribution.basis.value}　{attribution.evidence}）"]
        case Comment():
            outcome = f"{OUTCOME_NAMES[unit.outcome]}（{unit.outcome_evidence}）"
            return [
                f"提出者: {unit.submitter}　該当箇所: {unit.target_text}",
                f"対応: {outcome}",
            ]
        case Section() if unit.printed_page is not None:
            return [f"目次のページ: {unit.printed_page}"]
        case _:
            return []


def _excerpt(unit: Unit, length: int = 40) -> str:
    line = " ".join(unit.text.split())
    return line if len(line) <= length else f"{line[:length]}…"
