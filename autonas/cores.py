"""The processor cores of this machine and how workers share them."""

from __future__ import annotations

import os
from collections.abc import Sequence

from autonas.errors import UsageError

__all__ = ["n_cores", "refuse_too_many_workers", "threads_of_each"]


def n_cores() -> int:
    """Returns how many cores this process may keep busy; OMP_NUM_THREADS can lower it."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    limit = os.environ.get("OMP_NUM_THREADS", "")
    return min(cores, int(limit)) if limit.isdecimal() and int(limit) > 0 else cores


def threads_of_each(n_workers: int) -> int | None:
    """Returns with how many threads a worker computes; None is all, for the only one.

    Threads that wait for each other are many times slower when there are more of them than cores.
    """
    return None if n_workers == 1 else max(1, n_cores() // n_workers)


def refuse_too_many_workers(devices: Sequence[str], workers: int) -> None:
    """Raises a UsageError unless that many workers can run side by side on each of the devices."""
    if workers < 1:
        raise UsageError(f"--workers must be at least 1, got {workers}", hint="leave it out for one worker a device")
    if "cpu" in devices and workers > n_cores():
        raise UsageError(
            f"{workers} workers need as many cores, and this process may use {n_cores()}",
            hint=f"use --workers {n_cores()}; more of them would be far slower",
        )
