from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfWriter
from pypdf.generic import RectangleObject
from reportlab.pdfgen.canvas import Canvas

from index.errors import ReadError
from index.readers import read, tables
from tests.helpers.drawn_pdf import FONT, pdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WIDTHS = (40, 80, 200)
ROWS = (
    ("番号", "提出者", "御意見"),
    ("1", "甲社", "導入を急ぐ\nべきである"),
    ("2", "乙社", "賛成"),
)
AS_TEXT = "番号\t提出者\t御意見\n1\t甲社\t導入を急ぐ<br>べきである\n2\t乙社\t賛成\n"


def table(
    canvas: Canvas,
    top: float = 700,
    rows: tuple[tuple[str, ...], ...] = ROWS,
    missing: str = "",
    height: float = 40,
) -> None:
    """Draw a ruled table without the outer lines named in `missing` (t, b, l, r)."""
    edges = [72.0]
    for width in WIDTHS[: len(rows[0])]:
        edges.append(edges[-1] + width)
    bottom = top - height * len(rows)
    for place in range(len(rows) + 1):
        if not ("t" in missing and place == 0) and not ("b" in missing and place == len(rows)):
            canvas.line(edges[0], top - place * height, edges[-1], top - place * height)
    for place, x in enumerate(edges):
        if not ("l" in missing and place == 0) and not ("r" in missing and x == edges[-1]):
            canvas.line(x, top, x, bottom)
    canvas.setFont(FONT, 10)
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            for depth, text in enumerate(cell.split("\n")):
                canvas.drawString(edges[x] + 4, top - y * height - 14 - depth * 12, text)


def between_text(missing: str = "") -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 750, "上の文")
        table(canvas, missing=missing)
        canvas.drawString(72, 500, "下の文")

    return draw


def pdf_in(folder: Path, *pages: Callable[[Canvas], None]) -> Path:
    path = folder / "table.pdf"
    path.write_bytes(pdf(*pages))
    return path


@pytest.mark.parametrize("missing", ["", "b", "t", "tb", "lr", "tblr"])
def test_a_table_stands_as_rows_between_the_text_even_if_a_side_is_open(
    tmp_path: Path, missing: str
) -> None:
    # Without a closing line pdfplumber drops the last row or column in silence.
    assert read(pdf_in(tmp_path, between_text(missing))).text == f"上の文\n{AS_TEXT}下の文\n"


def test_two_open_tables_on_a_page_are_closed_each_at_its_own_end(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, 760, missing="b")
        canvas.drawString(72, 560, "間の文")
        table(canvas, 500, (("甲", "乙"), ("丙", "丁")), missing="b")

    assert read(pdf_in(tmp_path, draw)).text == f"{AS_TEXT}間の文\n甲\t乙\n丙\t丁\n"


def test_a_row_that_goes_on_over_the_page_is_a_row_of_its_own(tmp_path: Path) -> None:
    def rest(canvas: Canvas) -> None:
        table(canvas, rows=(("", "", "続きの文"),))

    assert read(pdf_in(tmp_path, between_text("b"), rest)).text.endswith("下の文\n\t\t続きの文\n")
    assert read(pdf_in(tmp_path, rest)).text == "続きの文\n"


def test_a_cell_over_two_rows_is_blank_in_the_second(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([72, 112, 192], [700, 660])
        for x in (72, 112, 192):
            canvas.line(x, 660, x, 580)
        canvas.line(112, 620, 192, 620)
        canvas.line(72, 580, 192, 580)
        for x, y, text in [(76, 680, "番号"), (116, 680, "者"), (76, 640, "1"), (116, 640, "甲")]:
            canvas.drawString(x, y, text)
        canvas.drawString(116, 600, "乙")

    assert read(pdf_in(tmp_path, draw)).text == "番号\t者\n1\t甲\n\t乙\n"


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_that_is_turned_is_read_upright(tmp_path: Path, angle: int) -> None:
    path = pdf_in(tmp_path, between_text("b"))
    writer = PdfWriter(clone_from=path)
    writer.pages[0].rotate(angle)
    writer.write(path)
    assert read(path).text == f"上の文\n{AS_TEXT}下の文\n"


def test_a_table_printed_sideways_is_read_upright(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(595, 0)
        canvas.rotate(90)
        table(canvas, 500)

    assert read(pdf_in(tmp_path, draw)).text == AS_TEXT


def test_a_cropped_page_is_read(tmp_path: Path) -> None:
    path = pdf_in(tmp_path, between_text())
    writer = PdfWriter(clone_from=path)
    writer.pages[0].cropbox = RectangleObject((30, 30, 500, 800))
    writer.write(path)
    assert read(path).text == f"上の文\n{AS_TEXT}下の文\n"


def test_shades_and_frames_around_a_table_do_no_harm(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(20, 20, 550, 800)
        canvas.setFillGray(0.9)
        canvas.rect(72, 660, 320, 40, stroke=0, fill=1)
        canvas.setFillGray(0)
        table(canvas)

    assert read(pdf_in(tmp_path, draw)).text == AS_TEXT


def test_text_printed_twice_for_boldness_is_no_difference(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas)
        for shift in (0, 0.3):
            canvas.drawString(72 + shift, 300, "太字の文")

    assert read(pdf_in(tmp_path, draw)).text == f"{AS_TEXT}太字の文\n"


def test_boxes_joined_by_lines_are_a_figure_not_a_table(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for place, (x, y) in enumerate([(72, 700), (250, 700), (72, 500), (250, 500)]):
            canvas.rect(x, y, 100, 50)
            canvas.drawString(x + 10, y + 20, f"組織{place}")
        canvas.line(172, 725, 250, 725)
        canvas.line(122, 700, 122, 550)

    text = read(pdf_in(tmp_path, draw)).text
    assert "\t" not in text
    assert all(f"組織{place}" in text for place in range(4))


def test_a_grid_with_a_box_hanging_on_it_is_reported_as_a_figure(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, rows=ROWS[:2])
        canvas.line(100, 620, 100, 500)
        canvas.rect(72, 400, 100, 100)
        canvas.drawString(80, 440, "事務局")

    source = read(pdf_in(tmp_path, draw))
    assert "\t" not in source.text
    assert "事務局" in source.text
    assert [repair.detail[:9] for repair in source.repairs] == ["1ページ: 表では"]


def test_a_raised_mark_beside_a_table_stays_on_its_line(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas)
        pen = canvas.beginText(72, 300)
        for text, size, rise in [("対策", 10, 0), ("12", 6, 4), ("を講ずる", 10, 0)]:
            pen.setFont(FONT, size)
            pen.setRise(rise)
            pen.textOut(text)
        canvas.drawText(pen)

    assert read(pdf_in(tmp_path, draw)).text == f"{AS_TEXT}対策¹²を講ずる\n"


def test_characters_that_the_cells_lose_refuse_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = tables.with_raised_digits
    monkeypatch.setattr(
        tables, "with_raised_digits", lambda found: [c for c in whole(found) if c["text"] != "賛"]
    )
    path = pdf_in(tmp_path, lambda canvas: canvas.drawString(72, 700, "前の頁"), between_text())
    with pytest.raises(ReadError, match=r"欠落 1字、余分 0字、例「賛」") as caught:
        read(path)
    assert caught.value.page == 2


def test_pages_without_rules_never_load_pdfplumber(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pdfplumber", None)  # an import would fail
    path = pdf_in(tmp_path, lambda canvas: canvas.drawString(72, 700, "罫線のない頁"))
    assert read(path).text == "罫線のない頁\n"


def test_damage_that_only_pdfplumber_minds_is_our_error(tmp_path: Path) -> None:
    path = pdf_in(tmp_path, between_text())
    path.write_bytes(path.read_bytes().replace(b"/MediaBox [ 0 0 ", b"/MediaBox [ 0 /x "))
    with pytest.raises(ReadError, match="表を読めません") as caught:
        read(path)
    assert caught.value.page == 1
