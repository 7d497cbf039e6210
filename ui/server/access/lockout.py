"""Locks a name or an address out for a while after repeated failures."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

_REMEMBERED = 10_000
_ADDRESS_FACTOR = 4  # one address may be shared by several people


@dataclass(frozen=True, slots=True)
class _Failures:
    """How often in a row, and the moment (seconds) until which it is locked or remembered."""

    count: int
    until: float


class Lockout:
    """Counts failures in a row; used from many threads."""

    def __init__(self, failures: int, seconds: int, clock: Callable[[], float] = monotonic) -> None:
        """Take after how many failures to lock, and for how long.

        Args:
            failures: Of one name; an address may fail four times as often.
            seconds: How long the lock holds, and a failure is remembered.
            clock: Seconds since some moment.
        """
        self._failures = failures
        self._seconds = seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._held: OrderedDict[str, _Failures] = OrderedDict()

    def wait(self, name: str, address: str) -> int:
        """For how many seconds more a name or an address is locked, 0 where neither is."""
        with self._lock:
            return max(self._wait(key, most) for key, most in self._keys(name, address))

    def failed(self, name: str, address: str) -> int:
        """Note a failure; returns for how many seconds the name or the address is locked now."""
        with self._lock:
            for key, _ in self._keys(name, address):
                held = self._held.pop(key, None)
                now = self._clock()
                count = held.count if held and held.until > now else 0
                self._held[key] = _Failures(count + 1, now + self._seconds)
            while len(self._held) > _REMEMBERED:
                self._held.popitem(last=False)
        return self.wait(name, address)

    def succeeded(self, name: str, address: str) -> None:
        """Forget the failures before a success."""
        with self._lock:
            for key, _ in self._keys(name, address):
                self._held.pop(key, None)

    def _keys(self, name: str, address: str) -> tuple[tuple[str, int], ...]:
        most = self._failures
        of_address = (f"address {address}", most * _ADDRESS_FACTOR)
        return ((f"name {name}", most), of_address) if name else (of_address,)

    def _wait(self, key: str, most: int) -> int:
        held = self._held.get(key)
        if held is None or held.count < most:
            return 0
        return max(0, round(held.until - self._clock()))
