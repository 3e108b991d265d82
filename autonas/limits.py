"""What a candidate may use, and holding its process to that."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from multiprocessing.context import SpawnProcess

import psutil

from autonas.errors import UsageError

__all__ = ["NO_LIMITS", "BeyondLimitError", "Held", "Limits"]

_LOOK_SECONDS = 0.5  # how often a worker's memory is looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a candidate may use at most; one that uses more has failed.

    Attributes:
        seconds: Wall time of its training and scores, and of the start of its process where another has died.
        memory: Bytes of main memory of its process, without what is mapped from files.
    """

    seconds: float = math.inf
    memory: float = math.inf

    def __post_init__(self) -> None:
        for name in ("seconds", "memory"):
            if not getattr(self, name) > 0:
                raise UsageError(f"a candidate's limit of {name} must be above 0, got {getattr(self, name)}")


NO_LIMITS = Limits()


class Held:
    """Holds one candidate to its limits, from now on."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._end = time.monotonic() + limits.seconds
        self._looked = -math.inf

    def patience(self) -> float:
        """Returns how many seconds to wait for a message before the next check; infinite if there is none to do."""
        look = _LOOK_SECONDS if math.isfinite(self._limits.memory) else math.inf
        return min(look, max(0.0, self._end - time.monotonic()))

    def check(self, process: SpawnProcess) -> None:
        """Raises BeyondLimitError if the process has used more than it may."""
        now = time.monotonic()
        if now >= self._end:
            raise BeyondLimitError("timed out", f"not finished after {self._limits.seconds:g} s")
        if math.isfinite(self._limits.memory) and now - self._looked >= _LOOK_SECONDS:
            self._looked = now
            used = _own_memory(process)
            if used > self._limits.memory:
                said = f"{used / 1e9:.2f} GB of memory, more than {self._limits.memory / 1e9:g} GB"
                raise BeyondLimitError("out of memory", said)


class BeyondLimitError(Exception):
    """A candidate has used more than it may."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


def _own_memory(process: SpawnProcess) -> int:
    try:
        memory = psutil.Process(process.pid).memory_info()
    except psutil.NoSuchProcess:  # it has just died, which the next message says
        return 0
    return int(memory.rss - getattr(memory, "shared", 0))  # token files are mapped by all workers
