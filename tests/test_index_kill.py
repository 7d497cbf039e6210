"""Indexing runs that are killed, in real processes, while others are asking.

After each kill the store is wholly in the old state or wholly in the new one: catalog, search
indexes and answers agree, and another run brings the new state in.
"""

import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.errors import StoreBusyError
from index.indexing import index_paths
from index.library import Library
from index.locking import writer_lock
from index.settings import IndexSettings
from tests.helpers.folders import ROOT
from tests.helpers.made_policies import policy

KILLS = 15
QUESTION = "図書館の開館時間"
WRITER = """
import sys
from pathlib import Path
from index.indexing import index_paths
from index.reports import QuietObserver
from index.settings import IndexSettings

class Spoken(QuietObserver):
    def stage(self, stage):
        print(stage.value, flush=True)

data, folder = map(Path, sys.argv[1:3])
print("started", flush=True)
index_paths(IndexSettings(data), [folder], remove_missing=True, observer=Spoken())
print("done", flush=True)
"""
READER = """
import sys
from pathlib import Path
from index.library import Library
from index.settings import IndexSettings

library = Library.open(IndexSettings(Path(sys.argv[1])))
print("ready", flush=True)
for line in sys.stdin:
    current = library.refreshed()
    if current is not library:
        library.close()
        library = current
    hit = library.search(sys.argv[2])[0]
    (unit,) = library.catalog.units([hit.unit_id])
    titles = sorted({record.title for record in library.catalog.documents()})
    print(unit.text.count("朝"), hit.passage.text.count("朝"), *titles, flush=True)
"""


def write_state(folder: Path, state: str) -> None:
    """Two states of a folder: one file is changed, one comes, one goes, one stays."""
    hours = "朝9時から夜8時まで" if state == "朝" else "昼12時から夜8時まで"
    texts = {
        "図書館.txt": policy("図書館方針（案）", f"開館\n\n図書館の開館時間は、{hours}とする。"),
        "公園.txt": policy(
            "公園方針（案）", *[f"項目{n}\n\n公園の{n}番は広い。" for n in range(40)]
        ),
        f"{state}.txt": policy(f"{state}方針（案）", f"時\n\nこれは{state}の文書である。"),
    }
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        if old.name not in texts:
            old.unlink()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")


def state_in_force(data: Path) -> str:
    """朝 or 昼, having made sure that everything agrees on it."""
    with Library.open(IndexSettings(data)) as library:
        library.check()
        titles = {record.title for record in library.catalog.documents()}
        hit = library.search(QUESTION)[0]
        (unit,) = library.catalog.units([hit.unit_id])
        assert hit.passage.text in unit.text
    state = "朝" if "朝9時" in unit.text else "昼"
    assert titles == {"図書館方針（案）", "公園方針（案）", f"{state}方針（案）"}
    return state


@contextmanager
def reader(data: Path) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-W", "error", "-c", READER, str(data), QUESTION]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(20) == 0


def ask(process: "subprocess.Popen[str]") -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def answer(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    in_unit, in_passage, *titles = process.stdout.readline().split()
    assert in_unit == in_passage
    state = "朝" if int(in_unit) else "昼"
    assert titles == sorted(["図書館方針（案）", "公園方針（案）", f"{state}方針（案）"])
    return state


def start_writer(data: Path, folder: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-W", "error", "-c", WRITER, str(data), str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def kill_at(process: "subprocess.Popen[str]", stage: str, delay: float) -> str:
    """Kill a writer some time after it says that a stage begins; what it said last."""
    assert process.stdout is not None
    said = ""
    while said != stage and (line := process.stdout.readline()):
        said = line.strip()
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    said = (process.stdout.read().split() or [said])[-1]
    process.wait()
    process.stdout.close()
    return said


@pytest.fixture
def data(tmp_path):
    write_state(tmp_path / "文書", "朝")
    index_paths(IndexSettings(tmp_path / "data"), [tmp_path / "文書"])
    return tmp_path / "data"


def test_a_killed_run_leaves_the_old_state_or_the_new_one(data, tmp_path):
    chance = random.Random(39)
    stages = [("started", 0.7), ("building", 0.5), ("saving", 0.03)]
    folder, seen = tmp_path / "文書", Counter()
    in_force = "朝"
    with reader(data) as asking:
        for number in range(KILLS):
            wanted = "昼" if in_force == "朝" else "朝"
            write_state(folder, wanted)
            stage, longest = stages[number % len(stages)]
            writer = start_writer(data, folder)
            ask(asking)
            said = kill_at(writer, stage, chance.uniform(0, longest))
            assert answer(asking) in (in_force, wanted)
            ask(asking)
            found = state_in_force(data)
            assert answer(asking) == found
            if said == "done":
                assert found == wanted
            elif said == "building":
                assert found == in_force
            else:
                assert found in (in_force, wanted)
            seen[said, found == wanted] += 1
            in_force = found
        write_state(folder, "昼" if in_force == "朝" else "朝")
        index_paths(IndexSettings(data), [folder], remove_missing=True)
        assert state_in_force(data) != in_force
    assert sum(seen.values()) == KILLS
    assert {said for said, _ in seen} >= {"building", "saving"}
    assert len(list((data / "generations").iterdir())) == 2


def test_of_two_writers_at_once_one_is_turned_away(data, tmp_path):
    write_state(tmp_path / "文書", "昼")
    first = start_writer(data, tmp_path / "文書")
    assert first.stdout is not None
    while first.stdout.readline().strip() != "building":
        pass
    with pytest.raises(StoreBusyError, match=f"プロセス {first.pid} "), writer_lock(data):
        pass
    assert first.communicate(timeout=60)[0].split()[-1] == "done"
    assert first.returncode == 0
    assert state_in_force(data) == "昼"


def test_a_killed_writer_gives_its_lock_back(data, tmp_path):
    write_state(tmp_path / "文書", "昼")
    kill_at(start_writer(data, tmp_path / "文書"), "building", 0.0)
    index_paths(IndexSettings(data), [tmp_path / "文書"], remove_missing=True)
    assert state_in_force(data) == "昼"
