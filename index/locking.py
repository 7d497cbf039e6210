"""One writer at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from index.errors import StoreBusyError, StoreError

_LOCK_FILE = "writer.lock"
_HOLDER_FILE = "writer.pid"
_UNWRITABLE = (
    "データの場所 {data_dir} に書き込めません（{error}）。"
    "--data-dir か TENKYO_DATA_DIR で別の場所を指定してください。"
)
_BUSY = "{process} が {data_dir} に文書を入れている最中です。終わってからもう一度実行してください。"


@contextmanager
def writer_lock(data_dir: Path) -> Iterator[None]:
    """Hold the right to write to a data directory; a process that dies gives it back.

    Raises:
        StoreBusyError: Another process holds it.
        StoreError: The directory cannot be written to.
    """
    lock = FileLock(data_dir / _LOCK_FILE)
    holder = data_dir / _HOLDER_FILE
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise StoreBusyError(_busy(data_dir, holder)) from error
    except OSError as error:
        message = _UNWRITABLE.format(data_dir=data_dir, error=error)
        raise StoreError(message) from error
    try:
        holder.write_text(str(os.getpid()), encoding="ascii")
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _busy(data_dir: Path, holder: Path) -> str:
    process = "別のプロセス"
    # the holder writes its number just after it has the lock, and removes it just before
    with suppress(OSError):
        process = f"プロセス {holder.read_text(encoding='ascii')}"
    return _BUSY.format(process=process, data_dir=data_dir)
