"""The process in which candidates are trained: it takes one after the other and never opens the storage.

Messages are pairs of a word and plain data. The engine sends ("prepare", None), ("run", {...}) for a candidate,
("pace", {...}) to measure a device or ("stage", {...}) for one stage of a promotion. The worker answers with any number
of ("message", text) and ("progress", {...}), then with "done" or "failed" and data.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from autonas.candidates import guarded, kernels_used, score, to_plain
from autonas.early_stop import StopRule, Watch
from autonas.errors import AutonasError
from autonas.protocols import BuildableSpace, Context, Portable, Progress
from autonas.resolve import resolve_study
from autonas.spawning import forget_started_elsewhere
from autonas.stages import run_stage
from autonas.study import Study
from autonas.terminal import os_error

__all__ = ["Job", "serve"]

Send = Callable[[tuple[str, Any]], None]
_PROGRESS_SECONDS = 0.1  # at most so often


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a worker is started with: plain data only.

    Attributes:
        growth: How many times the study's own budget a candidate gets.
        threads: With which it computes; all cores if None.
        data: Folder of prepared data that was carried here or that all see, if the trainer is `Portable`; where it is
            None the trainer prepares its data itself.
    """

    reference: str
    device: str
    overrides: tuple[tuple[str, str], ...]
    seed: int
    cache: str
    folder: str
    working_directory: str
    growth: int = 1
    threads: int | None = None
    data: str | None = None


def serve(connection: Connection, lifeline: Connection, job: Job) -> None:
    """Answers requests until the engine closes the connection, or dies."""
    forget_started_elsewhere()
    # Before torch loads OpenMP: threads that wait for each other by spinning make a busy machine some 25 times slower.
    os.environ.setdefault("GOMP_SPINCOUNT", "3000")
    if job.threads is not None:
        os.environ["OMP_NUM_THREADS"] = str(job.threads)
    send = _locked(connection)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole terminal; the engine decides
    threading.Thread(target=_die_with_engine, args=(lifeline,), daemon=True).start()
    os.chdir(job.working_directory)
    logging.basicConfig(handlers=[_Forward(send)], level=logging.INFO)
    context = Context(
        seed=job.seed,
        device=job.device,
        cache=Path(job.cache),
        folder=Path(job.folder),
        report=_reporter(send),
    )
    study: Study | None = None
    try:
        while True:
            word, data = connection.recv()
            try:
                if study is None:
                    study = _study_of(job)
                send(("done", _ANSWERS[word](study, context, data)))
            except Exception as error:
                send(("failed", _failure(error)))
    except (EOFError, BrokenPipeError):
        return


def _study_of(job: Job) -> Study:
    study = resolve_study(job.reference, device=job.device, overrides=job.overrides).study
    if study.budget is not None:
        study = replace(study, budget=study.budget.grown(job.growth))
    if job.data is None:
        return study
    assert isinstance(study.trainer, Portable), "its data was packed"
    return replace(study, trainer=study.trainer.at(Path(job.data)))


def _locked(connection: Connection) -> Send:
    """Returns a send that threads may share."""
    lock = threading.Lock()

    def send(message: tuple[str, Any]) -> None:
        with lock:
            connection.send(message)

    return send


def _prepare(study: Study, context: Context, data: None) -> dict[str, Any]:
    del data
    if study.trainer is None:
        return {}
    identity = dict(study.trainer.prepare(context))
    kernels = kernels_used(study, context)
    return identity | {"kernels": kernels} if kernels else identity  # other code rounds otherwise


def _run(study: Study, context: Context, data: Mapping[str, Any]) -> dict[str, Any]:
    context = replace(
        context,
        folder=context.folder / str(data["number"]),
        micro_batches=data["micro_batches"],
        start=None if data["start"] is None else Path(data["start"]),
        at_point=Watch(None if data["stop"] is None else StopRule(**data["stop"])),
    )
    _write_output_to(context.folder.parent / "worker.log")
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, force=True)  # nobody follows a candidate's log lines
    shape = study.space.decode(data["genome"])
    outcome = guarded(lambda: score(study, shape, data["metrics"], context), context)
    return to_plain(outcome)


def _pace(study: Study, context: Context, data: Mapping[str, Any]) -> dict[str, Any]:
    """Trains a shape on so many tokens, to see how fast that is."""
    assert study.trainer is not None
    assert study.budget is not None
    assert isinstance(study.space, BuildableSpace)
    network = study.space.build(study.space.decode(data["genome"]), context.seed)
    budget = replace(study.budget, tokens=data["tokens"])
    trained = study.trainer.train(network, budget, replace(context, report=_silent))
    return {"tokens_per_second": trained.metrics["training_tokens_per_second"]}


def _silent(progress: Progress) -> None:
    del progress


def _stage(study: Study, context: Context, data: Mapping[str, Any]) -> dict[str, Any]:
    _write_output_to(context.folder / "worker.log")
    return run_stage(study, data["stage"], data["genome"], data["data"], context)


_ANSWERS: Mapping[str, Callable[..., dict[str, Any]]] = {
    "prepare": _prepare,
    "run": _run,
    "pace": _pace,
    "stage": _stage,
}


def _write_output_to(path: Path) -> None:
    """What libraries print goes to a file: the terminal is the engine's. A crash leaves its stack there."""
    if getattr(sys.stdout, "name", "") == str(path):
        return
    log = path.open("a", buffering=1)
    for stream in (1, 2):
        os.dup2(log.fileno(), stream)
    sys.stdout = sys.stderr = log
    faulthandler.enable(log)


def _failure(error: Exception) -> dict[str, Any]:
    if isinstance(error, OSError):
        error = os_error(error, make=AutonasError)
    known = isinstance(error, AutonasError)
    return {
        "message": error.message if isinstance(error, AutonasError) else f"{type(error).__name__}: {error}",
        "hint": error.hint if isinstance(error, AutonasError) else "",
        "exit_code": error.exit_code if isinstance(error, AutonasError) else 1,
        "traceback": "" if known else traceback.format_exc(),
    }


def _reporter(send: Send) -> Callable[[Progress], None]:
    """Returns a `Context.report` that sends what a person can follow, and always a candidate's last step."""
    last = 0.0

    def report(progress: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _PROGRESS_SECONDS or progress.step >= progress.n_steps:
            last = now
            send(("progress", asdict(progress)))

    return report


class _Forward(logging.Handler):
    """Sends log lines to the engine, which shows them while data is prepared."""

    def __init__(self, send: Send) -> None:
        super().__init__()
        self._send = send

    def emit(self, record: logging.LogRecord) -> None:
        self._send(("message", record.getMessage()))


def _die_with_engine(lifeline: Connection) -> None:
    try:
        lifeline.recv_bytes()  # nothing is ever sent: it returns when the engine is gone, however it went
    except (EOFError, OSError):
        os._exit(1)
