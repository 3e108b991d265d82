"""How many candidates a device can train at a time: measured once, remembered beside the prepared data."""

from __future__ import annotations

import contextlib
import json
import platform
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from autonas.checksums import write_whole
from autonas.child import Child, WorkerDiedError, wait_for
from autonas.cores import n_cores, threads_of_each
from autonas.errors import AutonasError, UsageError
from autonas.executors import job_of
from autonas.protocols import Context, Genome
from autonas.resolve import Resolved

__all__ = ["Rate", "calibrate", "calibrated_workers"]

_MOST = 8  # workers of one device
_SECONDS = 8.0  # that one measurement takes, about
_FIRST_STEPS = 20
_WORTH = 1.05  # times the rate that one step up must bring, or fewer workers do


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """What a number of workers trains together, in tokens per second."""

    workers: int
    tokens_per_second: float


def calibrate(
    resolved: Resolved, device: str, *, cache: Path, on_message: Callable[[str], None], seconds: float = _SECONDS
) -> list[Rate]:
    """Measures one device with 1, 2, 4, ... workers on the middle one of the study's seed shapes, and writes it down.

    Raises:
        UsageError: The study trains nothing, or has no seeds.
        AutonasError: A worker died or failed.
    """
    study = resolved.study
    seeds = list(study.space.seeds())
    if study.trainer is None or study.budget is None or not seeds:
        raise UsageError(f"study {study.name!r} has nothing to measure: it needs a trainer and seed shapes")
    genome = seeds[len(seeds) // 2]
    batch = study.budget.batch_tokens
    rates: list[Rate] = []
    with tempfile.TemporaryDirectory() as folder:
        context = Context(seed=0, device=device, cache=cache, folder=Path(folder))
        n_tokens = _FIRST_STEPS * batch
        alone = sum(_rates(resolved, context, 1, genome, n_tokens, on_message))
        n_tokens = max(n_tokens, int(alone * seconds / batch) * batch)
        for workers in _counts(device):
            rates.append(Rate(workers=workers, tokens_per_second=sum(
                _rates(resolved, context, workers, genome, n_tokens, on_message)
            )))  # fmt: skip
            on_message(f"{device}: {workers} workers train {rates[-1].tokens_per_second:,.0f} tokens/s together")
            if len(rates) > 1 and rates[-1].tokens_per_second < _WORTH * rates[-2].tokens_per_second:
                break
    _remember(cache, _key(resolved, device), rates)
    return rates


def calibrated_workers(resolved: Resolved, devices: Sequence[str], cache: Path) -> int:
    """Returns how many workers each of the devices is worth; the least of them if they differ.

    Raises:
        UsageError: A device has not been measured for this study.
    """
    known = _read(cache)
    counts = []
    for device in devices:
        rates = known.get(_key(resolved, device))
        if not rates:
            raise UsageError(
                f"--workers auto: {device} has not been measured for study {resolved.reference!r}",
                hint=f"autonas doctor --calibrate {resolved.reference} --device {device}, or give a number",
            )
        counts.append(_worth([Rate(**rate) for rate in rates]))
    return min(counts)


def _worth(rates: Sequence[Rate]) -> int:
    best = rates[0]
    for rate in rates[1:]:
        if rate.tokens_per_second >= _WORTH * best.tokens_per_second:
            best = rate
    return best.workers


def _counts(device: str) -> list[int]:
    most = min(_MOST, n_cores())
    powers = [2**i for i in range(most.bit_length()) if 2**i <= most]
    return sorted({*powers, most}) if device == "cpu" else powers


def _rates(
    resolved: Resolved, context: Context, workers: int, genome: Genome, n_tokens: int, on_message: Callable[[str], None]
) -> list[float]:
    """Returns each worker's tokens per second while all train at the same time."""
    threads = threads_of_each(workers)
    with contextlib.ExitStack() as stack:
        children = []
        for number in range(workers):
            own = replace(context, folder=context.folder / str(number))
            own.folder.mkdir(exist_ok=True)
            child = Child(replace(job_of(resolved, own), threads=threads))
            children.append(stack.enter_context(contextlib.closing(child)))
        try:
            for child in children:  # after this torch is loaded everywhere
                child.request("prepare", None, on_message=on_message)
            for child in children:
                child.ask("pace", {"genome": dict(genome), "tokens": n_tokens})
            return _answers(children)
        except WorkerDiedError as died:
            raise AutonasError(f"a worker died: {died}", hint=f"{died.hint}; {workers} may be too many") from None


def _answers(children: Sequence[Child]) -> list[float]:
    rates: list[float] = []
    running = list(children)
    while running:
        wait_for(running)
        for child in list(running):
            answer = child.listen()
            if answer is not None:
                rates.append(float(answer["tokens_per_second"]))
                running.remove(child)
    return rates


def _key(resolved: Resolved, device: str) -> str:
    return f"{resolved.reference} on {device}, {n_cores()} cores of {platform.node()}"


def _file(cache: Path) -> Path:
    return cache / "workers.json"


def _read(cache: Path) -> dict[str, Any]:
    try:
        content: dict[str, Any] = json.loads(_file(cache).read_text())
    except (OSError, ValueError):  # never measured, or damaged: then it is measured again
        return {}
    return content


def _remember(cache: Path, key: str, rates: Sequence[Rate]) -> None:
    plain: dict[str, Any] = {
        key: [{"workers": rate.workers, "tokens_per_second": rate.tokens_per_second} for rate in rates]
    }
    write_whole(_file(cache), json.dumps(_read(cache) | plain, indent=1))
