"""Two made-up policies, and what is seen of a store that they were indexed in."""

from dataclasses import dataclass, field
from pathlib import Path

from index.library import Library
from index.reports import FileReport, FileStatus, Stage


def policy(title: str, *sections: str) -> str:
    parts = [f"{number}. {text}" for number, text in enumerate(sections, start=1)]
    return "\n\n".join([title, *parts]) + "\n"


BUDGET = policy(
    "予算方針（案）",
    "目的\n\nこの方針は、市の予算を分かりやすく示すことを目的とする。",
    "配分\n\n予算は、図書館と公園に半分ずつ配分する。配分は毎年見直す。",
)
TRAINING = policy(
    "訓練方針（案）",
    "目的\n\nこの方針は、避難訓練の進め方を定める。",
    "回数\n\n避難訓練は、毎年3回以上行う。夜間の訓練を1回は含める。",
)


@dataclass
class Recorder:
    """Keeps what an observer is told."""

    events: list[object] = field(default_factory=list)

    def file_started(self, path: Path, number: int, total: int) -> None:
        self.events.append((path.name, number, total))

    def file_finished(self, report: FileReport) -> None:
        self.events.append(report.status)

    def stage(self, stage: Stage) -> None:
        self.events.append(stage)


def statuses(report) -> dict[str, FileStatus]:
    return {file.path.name: file.status for file in report.files}


def held(settings) -> list[str]:
    with Library.open(settings) as library:
        return [record.id for record in library.catalog.documents()]


def answer(settings, question: str) -> str:
    with Library.open(settings) as library:
        library.check()
        return library.search(question)[0].passage.text
