"""One service over what is indexed now, kept for months by a server."""

from __future__ import annotations

from pathlib import Path

from index.filters import UnitFilter
from index.indexing import index_paths
from index.settings import IndexSettings
from ui.services import AnswerService


def handles(data_dir: Path) -> int:
    """How many files of a data directory this process holds open."""
    opened = (link.readlink() for link in Path("/proc/self/fd").iterdir() if link.is_symlink())
    return sum(str(path).startswith(str(data_dir)) for path in opened)


def test_files_of_old_states_are_let_go_of(sample_data: IndexSettings, tmp_path: Path) -> None:
    now = 0.0
    service = AnswerService(sample_data, clock=lambda: now)
    held: list[int] = []
    for number in range(6):
        text = tmp_path / f"{number}.txt"
        text.write_text(f"方針{number}\n\n１．目的\n　点検は毎年{number + 1}月に行う。\n", "utf-8")
        index_paths(sample_data, [text])
        assert service.answer(f"方針{number}の目的は").query
        held.append(handles(sample_data.data_dir))
        now += 601.0
    # Three more states were opened since; not even the files of one may have stayed.
    assert held[-1] - held[2] < held[0]


def test_a_filter_is_of_the_documents_that_are_indexed_now(
    sample_data: IndexSettings, tmp_path: Path
) -> None:
    service = AnswerService(sample_data)
    within = UnitFilter(meetings=(5,))
    assert service.assistant(within) is service.assistant(within)
    old = service.assistant(within)
    text = tmp_path / "new.txt"
    text.write_text("新しい方針\n\n１．目的\n　点検は毎年行う。\n", "utf-8")
    index_paths(sample_data, [text])
    assert service.assistant(within) is not old
    assert service.assistant(within).library.whole is service.assistant().library
