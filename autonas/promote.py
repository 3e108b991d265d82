"""A promotion: pretrain -> tune -> benchmark -> report. Killed at any point, the same call goes on.

This process never trains: each stage runs in a child process, and what it has finished is in the run's folder.
"""

from __future__ import annotations

import contextlib
import fcntl
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from autonas.child import Child, WorkerDiedError
from autonas.errors import AutonasError, UsageError
from autonas.executors import job_of
from autonas.protocols import Context, Progress
from autonas.records import Record, StudyInfo, current_versions
from autonas.report import write_report
from autonas.resolve import Resolved, describe
from autonas.run_folder import RunFolder
from autonas.stages import STAGES

__all__ = ["PromotionEvents", "check_candidate", "run_promotion"]


def _ignore(*_: object) -> None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromotionEvents:
    """Whom a promotion tells how it goes. A stage that was finished before is reported with zero seconds."""

    started: Callable[[str], None] = _ignore
    message: Callable[[str], None] = _ignore
    progress: Callable[[Progress], None] = _ignore
    finished: Callable[[str, Mapping[str, Any], float], None] = _ignore


def run_promotion(
    record: Record,
    info: StudyInfo,
    resolved: Resolved,
    *,
    context: Context,
    events: PromotionEvents | None = None,
) -> RunFolder:
    """Promotes a candidate, or goes on with a promotion that was stopped.

    Args:
        record: The candidate.
        info: The study that found it.
        resolved: The same study with the options of this promotion.
        context: Where it runs; its folder becomes that of the promotion.

    Raises:
        UsageError: The candidate cannot be promoted, or the folder holds another promotion. Nothing was changed.
        AutonasError: A stage failed; what was finished is kept.
    """
    events = events or PromotionEvents()
    check_candidate(record, resolved)
    folder = RunFolder(context.folder)
    folder.begin(_about(record, info, resolved, context))
    with _alone(folder):
        try:
            _run_stages(folder, resolved, context, record, info, events)
        except UsageError:
            folder.forget()
            raise
    write_report(folder)
    return folder


def _run_stages(
    folder: RunFolder, resolved: Resolved, context: Context, record: Record, info: StudyInfo, events: PromotionEvents
) -> None:
    data = info.description.get("data", {})
    with contextlib.closing(Child(job_of(resolved, context))) as child:
        for stage in STAGES:
            events.started(stage)
            begun, result = time.monotonic(), folder.result(stage)
            if result is None:
                spent = folder.seconds(stage)
                request = {"stage": stage, "genome": dict(record.genome), "data": dict(data)}
                result = _ask(child, request, events)
                folder.finish(stage, result | {"seconds": spent + time.monotonic() - begun})
            events.finished(stage, result, time.monotonic() - begun)


def _ask(child: Child, request: Mapping[str, Any], events: PromotionEvents) -> dict[str, Any]:
    try:
        return child.request("stage", request, on_message=events.message, on_progress=events.progress)
    except WorkerDiedError as died:
        raise AutonasError(f"the worker died: {died}", hint=f"{died.hint}; the same command goes on") from None


def check_candidate(record: Record, resolved: Resolved) -> None:
    """Raises UsageError where a trial cannot be promoted."""
    if resolved.study.promotion is None:
        raise UsageError(
            f"study {resolved.reference!r} does not say how to promote",
            hint="give it a promotion=Promotion(...); see docs/promotion.md",
        )
    if record.values is None:
        why = f" ({record.reason})" if record.reason else ""
        raise UsageError(
            f"trial {record.number} is {record.state}{why}: there is nothing to promote",
            hint="autonas front shows what can be promoted",
        )
    shape = describe(resolved.study.space.decode(record.genome))
    if {name: shape.get(name) for name in record.shape} != dict(record.shape):
        raise UsageError(
            f"the study no longer builds what trial {record.number} was",
            hint="promote with the version of the study that found it",
        )


def _about(record: Record, info: StudyInfo, resolved: Resolved, context: Context) -> dict[str, Any]:
    return {
        "identity": {
            "study": info.name,
            "study_hash": info.hash,
            "trial": record.number,
            "shape": dict(record.shape),
            "seed": context.seed,
            "device": context.device.partition(":")[0],
            "promotion": describe(resolved.study.promotion),
        },
        "reference": resolved.reference,
        "overrides": [list(pair) for pair in resolved.overrides],
        "genome": dict(record.genome),
        "summary": record.summary,
        "proxy": {"metrics": dict(record.metrics), "curve": [dict(point) for point in record.curve]},
        "description": dict(info.description),
        "versions": current_versions(),
    }


@contextlib.contextmanager
def _alone(folder: RunFolder) -> Iterator[None]:
    """Keeps a second promotion out of the folder; the system lets go however this process ends."""
    with (folder.path / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise AutonasError(
                f"another process is promoting in {folder.path}", hint="wait for it, or stop it first"
            ) from None
        yield
