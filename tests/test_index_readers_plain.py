from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from index.documents import RepairKind, Span
from index.errors import ReadError
from index.readers import read

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = "第1回 議事要旨\n\n1 日時\n令和6年4月1日\n"


def write(folder: Path, data: bytes, name: str = "minutes.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_utf8_is_read_as_it_is(tmp_path: Path) -> None:
    source = read(write(tmp_path, SAMPLE.encode()))
    assert source.text == SAMPLE
    assert source.repairs == ()
    assert source.pages == ()
    assert source.media_type == "text/plain"
    assert source.sha256 == hashlib.sha256(SAMPLE.encode()).hexdigest()


@pytest.mark.parametrize(
    ("data", "details"),
    [
        (SAMPLE.encode("utf-8-sig"), ["先頭の BOM"]),
        (SAMPLE.encode("cp932"), ["CP932 から変換"]),
        (SAMPLE.replace("\n", "\r\n").encode(), ["改行コード 4か所"]),
        (SAMPLE.replace("\n", "\r").encode(), ["改行コード 4か所"]),
        (
            SAMPLE.replace("\n", "\r\n").encode("cp932"),
            ["CP932 から変換", "改行コード 4か所"],
        ),
    ],
)
def test_other_encodings_give_the_same_text_and_are_counted(
    tmp_path: Path, data: bytes, details: list[str]
) -> None:
    source = read(write(tmp_path, data))
    assert source.text == SAMPLE
    assert [repair.detail for repair in source.repairs] == details
    assert {repair.kind for repair in source.repairs} == {RepairKind.ENCODING}


def test_characters_of_windows_only_survive_cp932(tmp_path: Path) -> None:
    assert read(write(tmp_path, "①Ⅲ㈱髙﨑～－\n".encode("cp932"))).text == "①Ⅲ㈱髙﨑～－\n"


def test_a_form_feed_begins_a_page(tmp_path: Path) -> None:
    source = read(write(tmp_path, "一枚目\n\f二枚目\f三枚目\n\f".encode()))
    assert source.text == "一枚目\n\n二枚目\n三枚目\n\n"
    assert [source.text[page.span.start : page.span.end] for page in source.pages] == [
        "一枚目\n\n",
        "二枚目\n",
        "三枚目\n\n",
    ]
    assert source.page_at(source.text.index("三")) == 3
    assert source.pages[-1].span.end == len(source.text)
    assert source.pages[0].span == Span(0, 5)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "空"),
        (b" \n\r\n", "空"),
        ("　\n　".encode(), "空白"),
        ("一行目\n二行目\n".encode() + b"\x81\xff\xff\n", "3行目"),
        ("一行目\nあ\x00い".encode(), "2行目"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "制御文字"),
        (b"PK\x03\x04\x14\x00\x06\x00", "Word"),
        ("議事".encode("utf-16"), "UTF-16"),
        ("1\n議事要旨".encode("iso2022_jp"), "2行目: ISO-2022-JP"),
        ("情報の安全に関する会議の議事要旨\n".encode("euc_jp"), "1行目"),
        (SAMPLE.encode("utf-8-sig") + b"\xff", "5行目"),
    ],
)
def test_what_is_no_text_is_refused_with_the_place(tmp_path: Path, data: bytes, words: str) -> None:
    path = write(tmp_path, data)
    with pytest.raises(ReadError, match=words) as caught:
        read(path)
    assert caught.value.path == path


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="ファイルがありません"):
        read(tmp_path / "none.txt")
    with pytest.raises(ReadError, match="フォルダー"):
        read(tmp_path)


def test_the_kind_comes_from_the_content_not_the_name(tmp_path: Path) -> None:
    assert read(write(tmp_path, SAMPLE.encode(), "text.pdf")).media_type == "text/plain"
