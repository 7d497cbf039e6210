"""Make `strategy.pdf` and `comments.pdf` from the text masters beside this file.

For developers only; the package never imports it. It needs reportlab (the `dev` extra) and
two fonts, IPAex Mincho (`ipaexm.ttf`) and IPAex Gothic (`ipaexg.ttf`), in Debian the
packages fonts-ipaexfont-mincho and fonts-ipaexfont-gothic (IPA Font License v1.0, which
allows documents that embed a subset). The same input gives the same bytes:

    python -m index.samples.build_pdfs FOLDER_THAT_HOLDS_THE_FONTS

Strategy: paragraphs that a page end cut in the master are joined again and set anew, the
footnotes go to the foot of the page that holds their mark, and a contents page whose
numbers do not agree with the result is an error. Comments: every header row of the master
opens a page, and a row with blank keys goes on with the row before it.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent
MINCHO, GOTHIC = "ipaexm", "ipaexg"
MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
NEVER_FIRST = frozenset("、。，．・：；？！）」』】ー％々ゃゅょっァィゥェォャュョッ" + MARKS)
NEVER_LAST = frozenset("（「『【")
HEADING = re.compile(r"(\d+(?:\.\d+)*\.?|\(\d+\)|[ivx]+\.) (?!.*。$)")
FOOTNOTE = re.compile(rf"([{MARKS}]|\d) (.+)")


@dataclass(frozen=True)
class Style:
    """How a block of text is set, in points."""

    font: str
    size: float
    leading: float
    before: float = 0
    indent: float = 0


BODY = Style(MINCHO, 10.5, 20.5, before=5)
NOTE = Style(MINCHO, 8.5, 12)
CELL = Style(MINCHO, 9.5, 13.5)
TOP_HEADINGS = (Style(GOTHIC, 14, 24, 16), Style(GOTHIC, 12, 20, 12), Style(GOTHIC, 11, 19, 9))


@dataclass(frozen=True)
class Line:
    """One set line, the space above it, and whether it is a heading."""

    text: str
    style: Style
    before: float = 0
    heading: bool = False


@dataclass
class Page:
    """The lines of one page and the numbers of the footnotes at its foot."""

    lines: list[Line] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Strategy:
    """The strategy as read from its master."""

    cover: list[str]
    contents: list[tuple[str, int]]
    blocks: list[str]
    notes: dict[int, str]


def wrap(text: str, style: Style, width: float) -> list[str]:
    """Lines no wider than `width`, but for a closing mark that may hang out."""
    lines, line, used = [], "", 0.0
    for token in re.findall(r"[A-Za-z0-9.,()（）%-]*[A-Za-z0-9)]|.", text):
        wide = stringWidth(token, style.font, style.size)
        if line and used + wide > width and token not in NEVER_FIRST:
            kept = line.rstrip("".join(NEVER_LAST))
            lines.append(kept)
            line = line[len(kept) :]
            used = stringWidth(line, style.font, style.size)
        line, used = line + token, used + wide
    return [*lines, line]


def open_canvas(target: Path, size: tuple[float, float], title: str) -> Canvas:
    """An empty PDF that will be the same bytes each time."""
    canvas = Canvas(str(target), pagesize=size, invariant=1, lang="ja", initialFontName=MINCHO)
    canvas.setTitle(title)
    canvas.setAuthor("千早野市")
    return canvas


def draw(canvas: Canvas, x: float, y: float, text: str, style: Style) -> None:
    """Draw one line; footnote marks are raised small digits."""
    pen = canvas.beginText(x, y)
    for raised, run in groupby(text, key=lambda letter: letter in MARKS):
        part = "".join(run)
        pen.setFont(style.font, style.size * (0.6 if raised else 1))
        pen.setRise(style.size * 0.4 if raised else 0)
        pen.textOut("".join(str(MARKS.index(mark)) for mark in part) if raised else part)
    canvas.drawText(pen)


def read_strategy(text: str) -> Strategy:
    """Cover, contents, blocks and footnotes of the master, cut paragraphs joined."""
    rows = [row for row in text.splitlines() if row.strip()]
    start = rows.index("目次")
    contents = [row.rsplit("\t", 1) for row in rows if "\t" in row]
    blocks: list[str] = []
    notes: dict[int, str] = {}
    for row in rows[start + 1 + len(contents) :]:
        note = FOOTNOTE.fullmatch(row)
        if note and (MARKS + "0123456789").index(note[1]) % 10 == len(notes) + 1:
            notes[len(notes) + 1] = note[2]
        elif blocks and not HEADING.match(blocks[-1]) and not blocks[-1].endswith("。"):
            blocks[-1] += row
        else:
            blocks.append(row)
    pages = [(title, int(page)) for title, page in contents]
    return Strategy(rows[:start], pages, blocks, notes)


def set_block(block: str, width: float) -> list[Line]:
    """The lines of a heading or a paragraph."""
    heading = HEADING.match(block)
    if not heading:
        first, *rest = wrap("　" + block, BODY, width)
        return [Line(first, BODY, BODY.before), *(Line(line, BODY) for line in rest)]
    depth = len(re.findall(r"\d+", heading[1])) if block[0].isdigit() else 0
    indent = 10.5 if block[0] == "(" else 21
    style = TOP_HEADINGS[depth - 1] if depth else Style(GOTHIC, 10.5, 18.5, 6, indent)
    return [Line(block, style, style.before, heading=True)]


def room_to_follow(lines: list[Line]) -> float:
    """What a heading needs below it: the headings that follow and two lines of text."""
    texts = [place for place, line in enumerate(lines) if not line.heading]
    return sum(line.before + line.style.leading for line in lines[: texts[1] + 1])


def paginate(strategy: Strategy, width: float, height: float) -> list[Page]:
    """Pages with their footnotes; no heading is left alone at a page end."""
    lines = [line for block in strategy.blocks for line in set_block(block, width)]
    pages, left = [Page()], height
    for place, line in enumerate(lines):
        marks = [MARKS.index(letter) for letter in line.text if letter in MARKS]
        needed = (line.before if pages[-1].lines else 0) + line.style.leading
        needed += sum(len(wrap(strategy.notes[mark], NOTE, width)) * NOTE.leading for mark in marks)
        needed += 12 if marks and not pages[-1].notes else 0
        if left < needed + (room_to_follow(lines[place + 1 :]) if line.heading else 0):
            pages.append(Page())
            left = height
        pages[-1].lines.append(line)
        pages[-1].notes.extend(marks)
        left -= needed
    return pages


def check_contents(strategy: Strategy, pages: list[Page]) -> None:
    """Refuse a contents page that sends its reader to the wrong page."""
    printed = dict(strategy.contents)
    found = {
        line.text: number
        for number, page in enumerate(pages, 1)
        for line in page.lines
        if line.heading and line.style in TOP_HEADINGS
    }
    if printed != found:
        raise ValueError(
            f"目次のページが本文と一致しません: {set(found.items()) - set(printed.items())}"
        )


def draw_front(canvas: Canvas, strategy: Strategy, margin: float) -> None:
    """The cover and the contents page."""
    width, height = A4
    title, *rest = strategy.cover
    canvas.setFont(GOTHIC, 24)
    canvas.drawCentredString(width / 2, height * 0.65, title)
    for step, line in enumerate(rest):
        canvas.setFont(MINCHO, 14)
        canvas.drawCentredString(width / 2, height * 0.28 - 24 * step, line)
    canvas.showPage()
    canvas.setFont(GOTHIC, 14)
    canvas.drawCentredString(width / 2, height - margin, "目次")
    for step, (entry, page) in enumerate(strategy.contents, 2):
        y = height - margin - 21 * step
        x = margin + 10.5 * (len(re.findall(r"\d+", entry.split()[0])) - 1)
        canvas.setFont(MINCHO, 10.5)
        canvas.drawString(x, y, entry)
        start = x + stringWidth(entry, MINCHO, 10.5) + 6
        dots = int((width - margin - 18 - start) / stringWidth(".", MINCHO, 10.5))
        canvas.drawString(start, y, "." * dots)
        canvas.drawRightString(width - margin, y, str(page))
    canvas.showPage()


def build_strategy(source: Path, target: Path) -> None:
    """Write the strategy as a PDF."""
    margin, foot = 72.0, 60.0
    width, height = A4[0] - 2 * margin, A4[1] - margin - foot - 36
    strategy = read_strategy(source.read_text(encoding="utf-8"))
    pages = paginate(strategy, width, height)
    check_contents(strategy, pages)
    canvas = open_canvas(target, A4, strategy.cover[0])
    draw_front(canvas, strategy, margin)
    for number, page in enumerate(pages, 1):
        y = A4[1] - margin
        for place, line in enumerate(page.lines):
            y -= (line.before if place else 0) + line.style.leading
            draw(canvas, margin + line.style.indent, y, line.text, line.style)
        full = [f"{MARKS[mark]} {strategy.notes[mark]}" for mark in page.notes]
        notes = [line for note in full for line in wrap(note, NOTE, width)]
        if notes:
            top = foot + NOTE.leading * len(notes) + 6
            canvas.line(margin, top, margin + width / 3, top)
        for below, text in zip(reversed(range(len(notes))), notes, strict=True):
            draw(canvas, margin, foot + NOTE.leading * below, text, NOTE)
        canvas.setFont(MINCHO, 9)
        canvas.drawCentredString(A4[0] / 2, foot - 28, str(number))
        canvas.showPage()
    canvas.save()


COLUMNS = (38.0, 47.0, 84.0, 92.0, 56.0, 240.0, 212.0)


def cell_lines(cell: str, width: float) -> list[str]:
    """The lines of one cell, its paragraphs on lines of their own."""
    parts = re.split(r"\s*</?(?:p|br|ul|li)>\s*", cell)
    return [line for part in parts if part for line in wrap(part, CELL, width - 8 - CELL.size)]


def draw_table(canvas: Canvas, rows: list[list[str]], left: float, top: float) -> float:
    """Draw ruled rows from `top` down and return where they end."""
    for row in rows:
        cells = [cell_lines(cell, wide) for cell, wide in zip(row, COLUMNS, strict=True)]
        height = max(map(len, cells)) * CELL.leading + 8
        x = left
        for lines, wide in zip(cells, COLUMNS, strict=True):
            canvas.rect(x, top - height, wide, height)
            for step, line in enumerate(lines, 1):
                draw(canvas, x + 4, top - CELL.leading * step, line, CELL)
            x += wide
        top -= height
    return top


def build_comments(source: Path, target: Path) -> None:
    """Write the summary and the table of comments as a PDF."""
    width, height = landscape(A4)
    margin, foot = 36.0, 46.0
    rows = [row for row in source.read_text(encoding="utf-8").splitlines() if row.strip()]
    head = [row for row in rows if "\t" not in row]
    tables: list[list[list[str]]] = []
    for cells in (row.split("\t") for row in rows if "\t" in row):
        if cells[0] == "番号":
            tables.append([])
        tables[-1].append(cells)
    canvas = open_canvas(target, (width, height), head[0])
    canvas.setFont(GOTHIC, 14)
    canvas.drawCentredString(width / 2, height - 60, head[0])
    for step, row in enumerate(head[1:]):
        style = Style(GOTHIC if row[0] == "■" else MINCHO, 10.5, 20)
        x = width - 260 if step < 2 else 80 + 16 * row.startswith("・")
        draw(canvas, x, height - 92 - 20 * step, row, style)
    for number, table in enumerate([[], *tables], 1):
        canvas.setLineWidth(0.5)
        end = draw_table(canvas, table, margin, height - margin)
        if end < foot:
            raise ValueError(f"{number}ページの表が {foot - end:.0f} pt はみ出します")
        canvas.setFont(MINCHO, 9)
        canvas.drawCentredString(width / 2, 24, str(number))
        canvas.showPage()
    canvas.save()


def main(fonts: Path) -> None:
    """Build both files with the fonts found under a folder."""
    for name in (MINCHO, GOTHIC):
        registerFont(TTFont(name, str(next(fonts.rglob(f"{name}.ttf")))))
    build_strategy(HERE / "strategy.txt", HERE / "strategy.pdf")
    build_comments(HERE / "comments.txt", HERE / "comments.pdf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
