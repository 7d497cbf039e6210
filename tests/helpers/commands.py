"""The command in a process of its own, as a person starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.helpers.folders import ROOT

STARTED = "from ui.terminal import main; main()"


def tenkyo(
    data_dir: Path, *arguments: str | Path, asked: str = ""
) -> subprocess.CompletedProcess[str]:
    """The command run to its end; `asked` is what a person types."""
    environment = {**os.environ, "TENKYO_DATA_DIR": str(data_dir), "PYTHONUTF8": "1"}
    environment.pop("TENKYO_EMBEDDER", None)
    return subprocess.run(
        [sys.executable, "-c", STARTED, *map(str, arguments)],
        capture_output=True,
        text=True,
        input=asked,
        env=environment,
        cwd=ROOT,
        check=False,
    )
