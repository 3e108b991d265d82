"""A training that may be killed at any point and goes on as if it had not been.

What a stage's folder holds:

    plan.json       how many steps it has, and what that became with the pace
    log.jsonl       one line an interval: step, tokens, loss (bits per byte), factor of the rate, tokens/s, share of the
                    peak, seconds
    checkpoint/     weights, optimizer, random state, step, and the log so far
"""

from __future__ import annotations

import copy
import json
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from torch import nn

from autonas.checksums import write_whole
from autonas.protocols import Progress
from autonas.run_folder import read_log
from trainer.checkpoint import load_checkpoint, save_checkpoint
from trainer.device import peak_memory_mb
from trainer.loop import CurvePoint, Loop
from trainer.optim import Optimizers
from trainer.plan import Plan
from trainer.schedule import Schedule

__all__ = ["Course", "read_log", "steps_for", "train_resumably", "training_metrics"]

POINTS = 400  # lines of a log
CHECKPOINT_SECONDS = 30.0
PROBE_SECONDS = 4.0
PROBE_STEPS = 5
_BEFORE: CurvePoint = {"tokens": 0.0, "seconds": 0.0}  # the first point
REVISE_POINTS = 20  # lines of the log between two looks at the pace


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What a training consists of.

    Attributes:
        loop: Its batches and its loss.
        optimizers: Makes the optimizers of a network.
        n_steps: How many steps there are, if that is not decided by time.
        seconds: The time it may take, if the number of steps is not given.
        most_steps: Upper limit where the time decides.
    """

    loop: Loop
    optimizers: Callable[[nn.Module], Optimizers]
    schedule: Schedule
    n_steps: int | None
    seconds: float
    most_steps: int


def train_resumably(network: nn.Module, course: Course, folder: Path) -> list[CurvePoint]:
    """Trains a network, or goes on, or restores what is finished; returns its learning curve.

    Raises:
        CandidateError: The loss was "not finite".
    """
    plan = Plan(folder, course.loop.group, lambda: _first_plan(network, course))
    every = math.ceil(plan.first / POINTS)
    optimizers = course.optimizers(network)
    state = load_checkpoint(folder / "checkpoint", network, optimizers) or {"step": 0, "seconds": 0.0}
    # The checkpoint has the log as well, with a checksum; those of an earlier version had not.
    curve = state.get("curve") or [point for point in read_log(folder) if point["step"] <= state["step"]]
    if course.loop.group.writes:
        _write_log(folder, curve)
    begun = saved = time.perf_counter()
    step = state["step"]
    while step < (n_steps := plan.at(step)):
        for point in course.loop.points(network, optimizers, course.schedule, n_steps, every=every, start=step):
            now, step = time.perf_counter(), int(point["step"])
            seconds = state["seconds"] + now - begun
            curve.append(_line(point, course, n_steps, seconds, before=curve[-1] if curve else _BEFORE))
            if course.loop.group.writes:
                with (folder / "log.jsonl").open("a") as log:
                    print(json.dumps(curve[-1]), file=log)
                if now - saved > CHECKPOINT_SECONDS or step == n_steps:
                    done = {"step": step, "seconds": seconds, "curve": curve}
                    save_checkpoint(folder / "checkpoint", network, optimizers, done)
                    saved = time.perf_counter()
            if course.n_steps is None and step % (REVISE_POINTS * every) == 0:
                _revise(plan, course, step, seconds)
            if plan.at(step) != n_steps:
                break
    network.eval()
    return curve


def _line(point: CurvePoint, course: Course, n_steps: int, seconds: float, *, before: CurvePoint) -> CurvePoint:
    """Returns a point with what the log says besides."""
    pace = (point["tokens"] - before["tokens"]) / (seconds - before["seconds"])
    line = point | {
        "factor": course.schedule.factor(int(point["step"]) - 1, n_steps),
        "tokens_per_second": pace,
        "seconds": seconds,
    }
    share = course.loop.share_of_peak(pace)
    return line if share is None else line | {"share_of_peak": share}


def training_metrics(curve: list[CurvePoint], device: str) -> dict[str, float]:
    """Returns what a finished training says of itself, see `Trained.metrics`."""
    return {
        "training_tokens_per_second": curve[-1]["tokens"] / curve[-1]["seconds"],
        "training_seconds": curve[-1]["seconds"],
        "peak_memory_mb": peak_memory_mb(device),
    }


def _write_log(folder: Path, curve: list[CurvePoint]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / "log.jsonl", "".join(json.dumps(point) + "\n" for point in curve))


def _first_plan(network: nn.Module, course: Course) -> dict[str, float]:
    return steps_for(network, course) if course.n_steps is None else {"n_steps": course.n_steps}


def _revise(plan: Plan, course: Course, step: int, seconds: float) -> None:
    """Fits the number of steps to the pace so far, as long as the rate is constant: the decay then begins elsewhere.

    The pace of the first seconds says little about an hour on a machine that has other work too.
    """
    n_steps = plan.at(step)
    decay_begins = (1 - course.schedule.decay) * n_steps
    if not course.schedule.warmup * n_steps <= step < decay_begins:
        return
    possible = min(course.most_steps, int(course.seconds / seconds * step))
    soonest = int(step / (1 - course.schedule.decay)) + 1  # the decay begins at once
    plan.revise(step, max(possible, soonest))


def steps_for(network: nn.Module, course: Course) -> dict[str, float]:
    """Returns how many steps fit into the time, by the pace of the first steps of a copy.

    Several processes try as many of them, by the first one's clock.
    """
    probe = copy.deepcopy(network)
    loop = replace(course.loop, report=_ignore)
    optimizers = course.optimizers(probe)
    paces, begun = [], time.perf_counter()
    steps = loop.points(probe, optimizers, course.schedule, 10**9, every=1)
    while loop.group.agreed(len(paces) < PROBE_STEPS or time.perf_counter() - begun < PROBE_SECONDS):
        start = time.perf_counter()
        next(steps)
        paces.append(time.perf_counter() - start)
    pace = sum(paces[2:]) / len(paces[2:])  # the first steps allocate
    n_steps = max(1, min(course.most_steps, int(course.seconds / pace)))
    return {"n_steps": n_steps, "seconds_per_step": pace}


def _ignore(progress: Progress) -> None:
    del progress
