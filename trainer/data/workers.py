"""Runs functions over chunks of work in processes, one a core."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from autonas.errors import AutonasError, UsageError
from autonas.spawning import started_elsewhere

__all__ = ["in_processes", "refuse_in_import", "split_by_size"]

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_processes(function: Callable[..., Result], *arguments: Iterable[object]) -> Iterator[Result]:
    """Maps `function` over the arguments in order, like `map`. It must be at the top level of a module.

    Processes are spawned: forking one that has loaded torch or runs threads can hang.
    """
    context = multiprocessing.get_context("spawn")
    with started_elsewhere():  # a tracker of semaphores, already here
        executor = ProcessPoolExecutor(_n_cores(), mp_context=context, initializer=_prepare_worker)
    try:
        with started_elsewhere():
            results = executor.map(function, *arguments)
        yield from results
    except BrokenProcessPool as error:
        raise AutonasError(
            "a worker process ended unexpectedly while the corpus was prepared",
            hint='it may have run out of memory; a script must call this under `if __name__ == "__main__":`',
        ) from error
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def refuse_in_import() -> None:
    """Raises in a worker that imports an unguarded script: it would wait for its own parent."""
    if getattr(multiprocessing.current_process(), "_inheriting", False):
        raise UsageError(
            "a corpus is prepared while a worker process imports the main script",
            hint='put the call under `if __name__ == "__main__":`',
        )


def split_by_size(items: Sequence[Item], size: Callable[[Item], int], limit: int) -> list[list[Item]]:
    """Cuts a sequence into runs of at least `limit` in size (the last may be smaller)."""
    chunks: list[list[Item]] = []
    room = 0
    for item in items:
        if room <= 0:
            chunks.append([])
            room = limit
        chunks[-1].append(item)
        room -= size(item)
    return chunks


def _n_cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return max(1, min(16, len(os.sched_getaffinity(0))))
    return max(1, min(16, os.cpu_count() or 1))


def _prepare_worker() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends its workers
    os.environ["TOKENIZERS_PARALLELISM"] = "false"  # one thread a process: the processes fill the cores
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)  # the parent was killed: nobody wants the result
