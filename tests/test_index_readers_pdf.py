from __future__ import annotations

import io
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas

from index.documents import RepairKind
from index.errors import ReadError
from index.readers import read
from tests.helpers.drawn_pdf import FONT, pdf
from tests.helpers.folders import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable

SENTENCE = "市は、情報の安全を守るための計画を毎年度見直し、その結果を公表する。"


def line(text: str, y: float = 700) -> Callable[[Canvas], None]:
    return lambda canvas: canvas.drawString(72, y, text)


def image(canvas: Canvas) -> None:
    canvas.drawInlineImage(Image.new("RGB", (40, 40), "gray"), 100, 100, 200, 200)


def nothing(canvas: Canvas) -> None:
    canvas.saveState()


def written(writer: PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def encrypted(data: bytes, password: str, algorithm: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(password, "owner", algorithm=algorithm)
    return written(writer)


def without_character_maps(data: bytes) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(data))
    for page in writer.pages:
        for font in page["/Resources"]["/Font"].values():
            font.get_object().pop("/ToUnicode", None)
    return written(writer)


def save(folder: Path, data: bytes) -> Path:
    path = folder / "file.bin"
    path.write_bytes(data)
    return path


def test_each_page_has_its_span_and_ends_with_a_line_end(tmp_path: Path) -> None:
    source = read(save(tmp_path, pdf(line(SENTENCE), line("二枚目の文。"))))
    assert source.text == f"{SENTENCE}\n二枚目の文。\n"
    assert [page.number for page in source.pages] == [1, 2]
    second = source.pages[1].span
    assert source.text[second.start : second.end] == "二枚目の文。\n"
    assert source.media_type == "application/pdf"
    assert source.repairs == ()


@pytest.mark.parametrize("algorithm", ["AES-256", "AES-128"])
def test_an_empty_password_opens_and_a_real_one_is_asked_for(
    tmp_path: Path, algorithm: str
) -> None:
    data = pdf(line(SENTENCE))
    assert read(save(tmp_path, encrypted(data, "", algorithm))).text == f"{SENTENCE}\n"
    with pytest.raises(ReadError, match="パスワード"):
        read(save(tmp_path, encrypted(data, "secret", algorithm)))


def test_a_page_of_spaced_letters_is_mended_and_counted(tmp_path: Path) -> None:
    source = read(save(tmp_path, pdf(line(" ".join(SENTENCE)))))
    assert source.text == f"{SENTENCE}\n"
    (repair,) = source.repairs
    assert repair.kind is RepairKind.LETTER_SPACING
    assert source.text[repair.span.start : repair.span.end] == SENTENCE
    assert repair.detail == " ".join(SENTENCE)


def test_one_spaced_heading_is_mended_and_a_name_of_two_parts_is_not(tmp_path: Path) -> None:
    page = pdf(lambda c: [line(t, y)(c) for t, y in [("議 事 次 第", 700), ("林 一", 650)]])
    source = read(save(tmp_path, page))
    assert source.text == "議事次第\n林 一\n"
    assert [repair.detail for repair in source.repairs] == ["議 事 次 第"]


def test_text_without_character_maps_is_refused_with_its_page(tmp_path: Path) -> None:
    data = without_character_maps((SAMPLES / "strategy.pdf").read_bytes())
    with pytest.raises(ReadError, match="OCR") as caught:
        read(save(tmp_path, data))
    assert caught.value.page is not None


def test_pages_of_pictures_only_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"1～2ページ.*画像だけ.*OCR"):
        read(save(tmp_path, pdf(image, image)))


def test_one_picture_page_among_others_is_reported(tmp_path: Path) -> None:
    source = read(save(tmp_path, pdf(line(SENTENCE), image, nothing)))
    assert len(source.pages) == 3
    assert [repair.detail.split(":")[0] for repair in source.repairs] == ["2ページ"]


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9, 0.999])
@pytest.mark.parametrize("tail", [b"", b"\n%%EOF\n"])
def test_a_file_that_is_cut_off_is_refused(tmp_path: Path, kept: float, tail: bytes) -> None:
    data = (SAMPLES / "strategy.pdf").read_bytes()
    with pytest.raises(ReadError, match=r"壊れている|切れて"):
        read(save(tmp_path, data[: int(len(data) * kept)] + tail))


def test_a_pdf_header_without_a_pdf_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="壊れている"):
        read(save(tmp_path, b"%PDF-1.7\nnothing\n%%EOF\n"))


def test_a_raised_mark_is_no_part_of_a_number(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        pen = canvas.beginText(72, 700)
        for text, size, rise in [("特殊詐欺", 10, 0), ("3", 6, 4), ("は87件、面積は5m", 10, 0)]:
            pen.setFont(FONT, size)
            pen.setRise(rise)
            pen.textOut(text)
        canvas.drawText(pen)

    assert read(save(tmp_path, pdf(draw))).text == "特殊詐欺³は87件、面積は5m\n"


def same_letters(text: str) -> str:
    """What is left of a text when layout, markup and page numbers are not looked at."""
    lines = [line for line in text.splitlines() if not re.fullmatch(r"\s*\d+\s*", line)]
    bare = re.sub(r"<[^<>]+>|\s|[.…]{3,}", "", "".join(lines))
    return "".join(sorted(unicodedata.normalize("NFKC", bare)))


@pytest.mark.parametrize("name", ["strategy", "comments"])
def test_the_sample_pdfs_hold_every_character_of_their_masters(name: str) -> None:
    source = read(SAMPLES / f"{name}.pdf")
    master = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    assert same_letters(source.text) == same_letters(master)


def test_footnotes_of_the_sample_begin_with_their_raised_mark() -> None:
    text = read(SAMPLES / "strategy.pdf").text
    assert re.findall(r"^([¹²³⁴⁵⁶⁷⁸]) \S", text, re.MULTILINE) == list("¹²³⁴⁵⁶⁷⁸")


def test_no_outside_library_is_loaded_by_importing_the_readers_and_text_tools() -> None:
    doors = ("pypdf", "pypdfium2", "pdfplumber", "sudachipy", "japanera", "kanjize")
    code = (
        "import sys, index.readers, index.text.morphology, index.text.sentences, index.text.eras\n"
        f"sys.exit(' '.join(set({doors!r}) & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=SAMPLES.parents[1], capture_output=True, text=True
    )
    assert result.stderr.strip() == ""
