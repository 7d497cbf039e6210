"""Figures of the server under many clients: `python tests/bench_server.py --help`.

Starts `tenkyo ui` on the sample documents (or on `--data-dir`), lets clients ask one question
after the other as streams, and prints the time to the first words and to the whole answer.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import numpy as np

ROOT = Path(__file__).parents[1]
STARTED = "from ui.terminal import main; main()"
QUESTIONS = (
    "意見1-2の提出者は誰ですか",
    "600台に増やすよう求めたのは誰ですか",
    "意見は全部で何件ありますか",
    "貸出しの対象になるのはどのような世帯ですか",
    "インシデントが起きたときは何時間以内に報告しますか",
    "脚注1は何を説明していますか",
    "相談窓口について、会議ではどのような意見が出ましたか",
)


@dataclass(frozen=True)
class Asked:
    """One question: milliseconds to the first words and to the end; or what went wrong."""

    first: float
    whole: float
    fault: str = ""


@contextmanager
def server(data_dir: Path, concurrency: int) -> Iterator[str]:
    """A server in a process of its own; gives its address."""
    environment = {**os.environ, "TENKYO_SERVER_CONCURRENCY": str(concurrency), "PYTHONUTF8": "1"}
    process = subprocess.Popen(
        [sys.executable, "-c", STARTED, "--data-dir", str(data_dir), "ui", "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=ROOT,
    )
    try:
        assert process.stderr is not None
        found = next(filter(None, (re.search(r"http://\S+?(?=/ )", it) for it in process.stderr)))
        yield found.group()
    finally:
        process.terminate()
        process.wait()


async def ask(client: httpx.AsyncClient, question: str) -> Asked:
    """One question as a stream."""
    start = time.perf_counter()
    first = 0.0
    last = ""
    try:
        async with client.stream(
            "POST", "/api/ask/stream", json={"question": question}
        ) as response:
            async for line in response.aiter_lines():
                if line.startswith("event: "):
                    last = line.removeprefix("event: ")
                if last == "block" and not first:
                    first = time.perf_counter() - start
    except httpx.HTTPError as error:
        return Asked(0, 0, repr(error))
    whole = time.perf_counter() - start
    fault = "" if response.status_code == 200 and last == "answer" else f"{last} {response}"
    return Asked(1000 * first, 1000 * whole, fault)


async def load(address: str, clients: int, seconds: float) -> list[Asked]:
    """All clients at once, each asking again as soon as it is answered."""
    until = time.perf_counter() + seconds

    async def one(number: int) -> list[Asked]:
        async with httpx.AsyncClient(base_url=address, timeout=60) as client:
            found = [await ask(client, QUESTIONS[number % len(QUESTIONS)])]
            while time.perf_counter() < until:
                number += 1
                found.append(await ask(client, QUESTIONS[number % len(QUESTIONS)]))
            return found

    answers = await asyncio.gather(*(one(number) for number in range(clients)))
    return [asked for its in answers for asked in its]


def figures(title: str, values: Sequence[float]) -> str:
    """Median, 95th percentile and worst, in milliseconds."""
    middle, most = np.percentile(values, [50, 95])
    return f"{title}: median {middle:.0f} ms, 95 % {most:.0f} ms, worst {max(values):.0f} ms"


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


def main() -> None:
    """Print the figures; exit code 1 where a question failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--concurrency", type=int, default=4)
    parser.add_argument("--data-dir", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data_dir = options.data_dir or Path(folder)
        with server(data_dir, options.concurrency) as address:
            while httpx.get(f"{address}/healthz").status_code != 200:
                time.sleep(0.1)
            asyncio.run(load(address, 1, 3))
            asked = asyncio.run(load(address, options.clients, options.seconds))
    good = [it for it in asked if not it.fault]
    rate = len(good) / options.seconds
    say(f"{options.clients} clients, {options.seconds:.0f} s, concurrency {options.concurrency}")
    say(f"{len(asked)} questions, {rate:.1f} a second, {len(asked) - len(good)} failed")
    say(figures("first words", [it.first for it in good]))
    say(figures("whole answer", [it.whole for it in good]))
    for fault in sorted({it.fault for it in asked if it.fault}):
        say(f"fault: {fault}")
    sys.exit(len(good) < len(asked))


if __name__ == "__main__":
    main()
