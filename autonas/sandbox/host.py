"""The sandbox: programs in, outcomes out."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType

from autonas.sandbox.canaries import Finding, examine
from autonas.sandbox.types import LAYERS, LEVELS, Level, Limits, Outcome, Program, SandboxError
from autonas.sandbox.worker import Worker

__all__ = ["Sandbox", "level_of"]


class Sandbox:
    """Runs programs that nobody vouches for, each with its tests, and says how they did. A context manager.

    Attributes:
        level: The level that was reached: "strong", "reduced" or "none".
        layers: For each layer "" or why it is missing.
        findings: What the programs of the self check did.
    """

    def __init__(
        self,
        *,
        workers: int | None = None,
        limits: Limits | None = None,
        level: Level = "strong",
        without: Collection[str] = (),
    ) -> None:
        """Starts the fork servers and checks that they hold.

        Args:
            workers: Fork servers; by default one for each usable core. Each runs one program at a time.
            level: The lowest level that will do.
            without: Layers to leave out, to see what the others are worth; lowers the level that is reached.

        Raises:
            SandboxError: The level cannot be reached, or the self check had a surprise. Nothing of yours was run.
        """
        if level not in LEVELS:
            raise ValueError(f"level must be one of {', '.join(LEVELS)}, got {level!r}")
        if unknown := set(without) - set(LAYERS):
            raise ValueError(f"there is no layer {', '.join(sorted(unknown))}; there are {', '.join(LAYERS)}")
        if not sys.platform.startswith(("linux", "darwin")):
            raise SandboxError(f"there is no sandbox for {sys.platform}", hint="use Linux, or a Linux virtual machine")
        self._limits = limits or Limits()
        self._without = frozenset(without)
        self._workers: list[Worker] = []
        count = workers if workers is not None else _usable_cores()
        if count < 1:
            raise ValueError(f"workers must be at least 1, got {count}")
        try:
            self._workers = [Worker(without=self._without) for _ in range(count)]
            self.layers: Mapping[str, str] = self._workers[0].layers
            self.level: Level = min((level_of(w.layers) for w in self._workers), key=LEVELS.index)
            self._refuse_below(level)
            self.findings: tuple[Finding, ...] = tuple(
                finding for worker in self._workers for finding in examine(worker, self.level)
            )
            self._refuse_surprises()
        except BaseException:
            self.close()
            raise

    def run(self, programs: Iterable[Program]) -> list[Outcome]:
        """Runs programs and returns their outcomes, in order.

        What timed out is run once more, alone, at the end: a busy machine must not decide.

        Raises:
            SandboxError: A fork server ended and could not be started again.
        """
        outcomes: dict[int, Outcome] = {}
        feed = _Feed(programs)

        def work(slot: int) -> None:
            for number, program in feed:
                outcomes[number] = self._run_one(slot, program)
                if outcomes[number].reason == "timeout":
                    again[number] = program

        again: dict[int, Program] = {}
        with ThreadPoolExecutor(len(self._workers), "sandbox") as pool:
            futures = [pool.submit(work, slot) for slot in range(len(self._workers))]
            try:
                for future in futures:
                    future.result()
            except BaseException:
                feed.stop()
                for worker in self._workers:
                    worker.abort()  # or Ctrl-C would wait for the programs that run
                raise
        for number, program in sorted(again.items(), key=lambda item: item[0]):
            outcomes[number] = self._run_one(0, program)
        return [outcomes[number] for number in range(len(outcomes))]

    def close(self) -> None:
        """Ends the fork servers; the sandbox is of no more use."""
        for worker in self._workers:
            worker.close()

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _run_one(self, slot: int, program: Program) -> Outcome:
        if not self._workers[slot].usable:
            self._workers[slot] = Worker(without=self._without)
            if level_of(self._workers[slot].layers) != self.level:
                raise SandboxError(
                    "a fork server that was started again has lost a layer", hint="autonas sandbox check shows which"
                )
        return self._workers[slot].run(program, self._limits)

    def _refuse_below(self, wanted: Level) -> None:
        if LEVELS.index(self.level) >= LEVELS.index(wanted):
            return
        missing = "; ".join(f"{name}: {why}" for name, why in self.layers.items() if why)
        raise SandboxError(
            f"the sandbox reaches only the level {self.level!r} here, {wanted!r} is asked for ({missing})",
            hint="use Linux 5.13 or newer with Landlock and seccomp, or a virtual machine and the lower level",
        )

    def _refuse_surprises(self) -> None:
        if surprises := [finding for finding in self.findings if not finding.expected]:
            first = surprises[0]
            raise SandboxError(
                f"the sandbox does not hold: {first.name}: {first.outcome.reason} {first.outcome.detail}".rstrip(),
                hint="autonas sandbox check shows all layers; nothing was run",
            )


class _Feed:
    """Numbered programs for several threads: the iterable is read one by one, by whoever is free."""

    def __init__(self, programs: Iterable[Program]) -> None:
        self._programs = enumerate(programs)
        self._lock = threading.Lock()
        self._stopped = False

    def stop(self) -> None:
        self._stopped = True

    def __iter__(self) -> Iterator[tuple[int, Program]]:
        return self

    def __next__(self) -> tuple[int, Program]:
        with self._lock:
            if self._stopped:
                raise StopIteration
            return next(self._programs)


def level_of(layers: Mapping[str, str]) -> Level:
    """The level that layers add up to; each maps to "" if it is there.

    On macOS `sandbox-exec` stands for the filter of system calls: best effort, so never more than "reduced".
    """

    def there(name: str) -> bool:
        return layers.get(name, "missing") == ""

    if not there("rlimits") or not (there("seccomp") or there("sandbox-exec")):
        return "none"
    return "strong" if there("seccomp") and (there("landlock") or there("namespaces")) else "reduced"


def _usable_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
