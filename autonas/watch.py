"""`autonas search`: one search with everything that a person sees of it, from the checks to the front."""

from __future__ import annotations

import contextlib
import importlib
import math
import os
import shlex
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from sqlalchemy import make_url

from autonas.calibrate import calibrate, calibrated_workers
from autonas.database import check_database, masked
from autonas.defaults import DEFAULT_OUT, DEFAULT_STORAGE, DEFAULT_STUDY, default_cache
from autonas.errors import AutonasError, UsageError
from autonas.ladder import climbed
from autonas.limits import Limits
from autonas.preparation import PreparationProgress
from autonas.progress import SearchProgress
from autonas.protocols import DescribingSpace, Progress, Shape
from autonas.records import Record
from autonas.resolve import Resolved, resolve_study
from autonas.search import Events, SearchOutcome, run_search
from autonas.storage import StudyStore
from autonas.study import Study
from autonas.views.front import front_rows, front_view, shape_text
from autonas.views.numbers import bytes_text
from autonas.views.trust import trust_in, trust_remarks

if TYPE_CHECKING:
    from autonas.cluster import Cluster

__all__ = [
    "SearchOptions", "Watcher", "check_cache", "check_place", "parse_overrides", "resolve_on_device",
    "resolve_on_devices", "watch_calibration", "watch_search", "workers_of",
]  # fmt: skip

_LEAST_FREE = 50e6  # bytes: below, not even the storage of a search would fit for long


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchOptions:
    """The options of `autonas search`, as they were given."""

    study: str
    trials: int | None
    device: str
    seed: int
    storage: str
    name: str | None
    out: Path
    cache: Path | None
    overrides: tuple[str, ...]
    until_stable: float | None = None
    candidate_minutes: float | None = None
    candidate_memory: float | None = None
    workers: str = "1"
    cluster: str | None = None
    deterministic: bool = False

    def limits(self) -> Limits:
        """Returns what a candidate may use."""
        minutes, gigabytes = self.candidate_minutes, self.candidate_memory
        return Limits(
            seconds=math.inf if minutes is None else 60 * minutes,
            memory=math.inf if gigabytes is None else 1e9 * gigabytes,
        )

    def command(self) -> str:
        """Returns the command that goes on with this search."""
        defaults = {
            "study": DEFAULT_STUDY,
            "device": "auto",
            "seed": 0,
            "storage": DEFAULT_STORAGE,
            "out": DEFAULT_OUT,
            "workers": "1",
        }
        words = ["autonas", "search"]
        names = ("study", "trials", "until_stable", "candidate_minutes", "candidate_memory")
        for option in (*names, "device", "workers", "cluster", "seed", "storage", "name", "out", "cache"):
            value = masked(self.storage) if option == "storage" else getattr(self, option)
            words += [] if value == defaults.get(option) else [f"--{option.replace('_', '-')}", str(value)]
        words += ["--deterministic"] if self.deterministic else []
        for override in self.overrides:
            words += ["--set", override]
        return shlex.join(words)


def parse_overrides(texts: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Returns FIELD=VALUE texts as pairs."""
    pairs = [text.partition("=") for text in texts]
    for text, (path, equals, _) in zip(texts, pairs, strict=True):
        if not equals or not path.strip():
            raise UsageError(f"--set needs FIELD=VALUE, got {text!r}", hint="for example --set budget.tokens=2e6")
    return tuple((path.strip(), value.strip()) for path, _, value in pairs)


def check_place(folder: Path) -> None:
    """Refuses a folder in which nothing can be written. Leaves no trace.

    Raises:
        UsageError: It is none, or not writable, or its disk is full.
    """
    place = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
    hint = "choose another folder with --storage, --out or --cache"
    try:
        with tempfile.TemporaryFile(dir=place):
            free = shutil.disk_usage(place).free
    except OSError as error:
        raise UsageError(f"{folder} cannot be written to: {error.strerror}", hint=hint) from error
    if free < _LEAST_FREE:
        raise UsageError(f"only {bytes_text(free)} are free for {folder}", hint=f"free some space, or {hint}")


def check_cache(folder: Path) -> None:
    """As `check_place`, but lets a folder pass that is only there to be read: if data is lacking, its making says so.

    Raises:
        UsageError: It cannot be made, or its disk is full.
    """
    if not folder.is_dir() or os.access(folder, os.W_OK):
        check_place(folder)


def database_folder(url: str) -> list[Path]:
    """Returns the folder in which a storage lies; none if it is a server.

    Raises:
        UsageError: It is no storage.
    """
    check_database(url)
    parsed = make_url(url)
    return [Path(str(parsed.database)).parent] if parsed.get_backend_name() == "sqlite" else []


def resolve_on_devices(
    reference: str, devices: str, *, overrides: Sequence[tuple[str, str]] = (), n_trials: int | None = None
) -> tuple[Resolved, tuple[str, ...]]:
    """Returns the study and the devices that its candidates run on; only a study that trains has a choice.

    Args:
        devices: One, or some of one type with commas between them.

    Raises:
        UsageError: No such study, field or device.
    """
    names = [name.strip() for name in devices.split(",")]
    found = [resolve_on_device(reference, name, overrides=overrides, n_trials=n_trials) for name in names]
    resolved, chosen = found[0][0], tuple(device for _, device in found)
    if len(set(chosen)) < len(chosen):
        raise UsageError(f"a device is named twice: {devices}", hint="--workers gives a device several candidates")
    if len({device.partition(":")[0] for device in chosen}) > 1:
        raise UsageError(f"{devices} are of different types", hint="scores of different types don't compare; use one")
    return resolved, chosen


def resolve_on_device(
    reference: str, device: str, *, overrides: Sequence[tuple[str, str]] = (), n_trials: int | None = None
) -> tuple[Resolved, str]:
    """Returns the study and the device that it runs on; only a study that trains has a choice.

    Raises:
        UsageError: No such study, field or device.
    """
    resolved = resolve_study(reference, overrides=overrides, n_trials=n_trials)
    if resolved.study.trainer is None:
        if device not in ("auto", "cpu"):
            raise UsageError(
                f"study {reference!r} trains nothing, so it has no use for {device}", hint="use --device cpu"
            )
        return resolved, "cpu"
    if device == "cpu":
        return resolved, device
    # The engine knows no tensors: which devices there are is the trainer's to say.
    found = str(importlib.import_module("trainer.device").resolve(device))
    if found.partition(":")[0] != resolved.device_type:
        resolved = resolve_study(reference, device=found, overrides=overrides, n_trials=n_trials)
    return resolved, found


def workers_of(
    text: str, resolved: Resolved, devices: Sequence[str], cache: Path, *, cluster: Cluster | None = None
) -> int:
    """Returns what --workers asks for: a number, or what was measured.

    Raises:
        UsageError: It is neither, or was not measured.
    """
    if text == "auto" and cluster is not None:
        raise UsageError("--workers auto is what was measured here, not on a cluster", hint="give a number")
    if text == "auto":
        return calibrated_workers(resolved, devices, cache)
    try:
        return int(text)
    except ValueError:
        raise UsageError(f"--workers must be a number or auto, got {text!r}", hint="for example --workers 2") from None


def watch_calibration(reference: str, devices: str, cache: Path, console: Console) -> dict[str, list[dict[str, float]]]:
    """Measures how many workers each device is worth for a study, says so, and returns the rates as plain data.

    Raises:
        UsageError: No such study or device, or nothing to measure.
        AutonasError: A worker died.
    """
    resolved, found = resolve_on_devices(reference, devices)
    check_cache(cache)
    rates = {}
    for device in found:
        with PreparationProgress(console) as progress:
            rates[device] = [asdict(rate) for rate in calibrate(resolved, device, cache=cache, on_message=progress.say)]
    best = calibrated_workers(resolved, found, cache)
    console.print(f"--workers auto is now {best} for {reference} on {', '.join(found)}", markup=False, soft_wrap=True)
    return rates


def watch_search(options: SearchOptions, console: Console) -> SearchOutcome:
    """Searches, shows how it goes and prints the front.

    Raises:
        UsageError: Bad input; nothing was changed.
        AutonasError: The search failed as a whole.
    """
    if options.trials is not None and options.trials < 1:
        raise UsageError(f"--trials must be at least 1, got {options.trials}", hint="leave it out for the study's own")
    overrides = parse_overrides(options.overrides)
    cache = options.cache or default_cache()
    with contextlib.ExitStack() as stack:
        cluster = None
        if options.cluster is None:
            resolved, devices = resolve_on_devices(
                options.study, options.device, overrides=overrides, n_trials=options.trials
            )
        else:
            resolve_study(options.study, overrides=overrides, n_trials=options.trials)  # before the cluster is asked
            cluster = stack.enter_context(_cluster(options.cluster, options.study))
            resolved, device = cluster.resolve(
                options.study, options.device, overrides=overrides, n_trials=options.trials
            )
            devices = (device,)
        for folder in (*database_folder(options.storage), options.out):
            check_place(folder)
        check_cache(cache)
        workers = workers_of(options.workers, resolved, devices, cache, cluster=cluster)
        place = _place(devices, workers) if cluster is None else cluster.place(devices[0], workers)
        watcher = Watcher(resolved, _title(resolved, place), console)
        stack.callback(watcher.close)
        outcome = run_search(
            resolved,
            storage_url=options.storage,
            name=options.name,
            seed=options.seed,
            devices=devices,
            workers=workers,
            cluster=cluster,
            deterministic=options.deterministic,
            out=options.out,
            cache=cache,
            until_stable=options.until_stable,
            limits=options.limits(),
            events=watcher.events(),
        )
    _print_outcome(outcome, options, console, resolved.study)
    return outcome


def _cluster(address: str, reference: str) -> contextlib.AbstractContextManager[Cluster]:
    from autonas.cluster import connected

    return connected(address, reference)


def _place(devices: Sequence[str], workers: int) -> str:
    """Returns where candidates run, in words."""
    each = " each" if len(devices) > 1 else ""
    return ", ".join(devices) + (f", {workers} workers{each}" if workers > 1 else "")


def _title(resolved: Resolved, place: str) -> str:
    study = resolved.study
    title = f"{study.name}: {study.description}" if study.description else study.name
    return f"{title}\n{study.n_trials} {'candidate' if study.n_trials == 1 else 'candidates'} on {place}"


class Watcher:
    """Draws a search's events, below a title."""

    def __init__(self, resolved: Resolved, title: str, console: Console) -> None:
        self._resolved = resolved
        self._title = title
        self._console = console
        self._progress: SearchProgress | None = None
        self._shapes: dict[int, str] = {}  # of the candidates that run
        self._preparation = PreparationProgress(console)
        self._shown = contextlib.ExitStack()  # the bars of the current phase
        self._greeted = False

    def events(self) -> Events:
        """Returns what the search shall call. By its first call the options have been checked."""
        return Events(
            preparing=self._preparing,
            opened=self._opened,
            started=self._started,
            progress=self._report,
            finished=self._finished,
        )

    def close(self) -> None:
        """Takes the bars away."""
        self._shown.close()

    def _preparing(self, text: str) -> None:
        self._greet()
        self._preparation.say(text)

    def _greet(self) -> None:
        if self._greeted:
            return
        self._greeted = True
        self._shown.enter_context(self._preparation)
        self._say(self._title)

    def _say(self, text: str) -> None:
        self._console.print(text, markup=False, soft_wrap=True)

    def _opened(self, records: Sequence[Record], n_total: int) -> None:
        self._greet()
        self._shown.close()
        n_done = sum(record.finished for record in records)
        if n_done:
            self._say(f"going on after {n_done} finished candidates")
        self._progress = self._shown.enter_context(SearchProgress(self._console, n_done=n_done, n_total=n_total))

    def _started(self, trial: Record, shape: Shape, n_done: int, n_total: int) -> None:
        del n_done, n_total
        self._shapes[trial.number] = self._summary(shape)
        if self._progress is not None:
            self._progress.start(trial.number, self._shapes[trial.number])

    def _report(self, number: int, progress: Progress) -> None:
        if self._progress is not None:
            self._progress.report(number, progress)

    def _finished(self, record: Record) -> None:
        shape = self._shapes.pop(record.number)
        if self._progress is not None:
            self._progress.finish(record, self._resolved.study.objectives, shape=shape)

    def _summary(self, shape: Shape) -> str:
        space = self._resolved.study.space
        if isinstance(space, DescribingSpace):
            return space.summary(shape)
        return shape_text(asdict(shape))


def _print_outcome(outcome: SearchOutcome, options: SearchOptions, console: Console, study: Study) -> None:
    console.print(outcome.message, markup=False, soft_wrap=True)
    if outcome.status == "interrupted":
        console.print(f"  {options.command()}", markup=False, soft_wrap=True)
        return
    with StudyStore.open(options.storage, outcome.name) as store:
        info = store.info
    trust = trust_in(climbed(options.storage, outcome.name), 0, info.objectives)
    rows = front_rows(trust.records, info.objectives, trust.probabilities)
    if not rows:
        raise AutonasError(
            f"all {outcome.n_failed} candidates failed",
            hint=f"autonas trials --study {outcome.name} says why",
        )
    remarks = trust_remarks(trust, info.objectives) if study.trainer is not None else []
    console.print(front_view(rows, info, trust.records, remarks=remarks))
    storage = masked(options.storage)
    where = f" --study {outcome.name}" + ("" if storage == DEFAULT_STORAGE else f" --storage {shlex.quote(storage)}")
    best = next(row.trial for row in rows if row.knee)
    console.print("go on with:")
    commands = {
        f"autonas show {best}{where}": "the knee's architecture",
        **({f"autonas refine{where}": "train the best longer"} if study.trainer is not None else {}),
        **({f"autonas promote {best}{where}": "train it fully"} if study.promotion is not None else {}),
        shlex.join(["optuna-dashboard", storage]): "all trials in the browser",
        replace(
            options,
            trials=2 * max(outcome.n_trials, outcome.n_finished),
            until_stable=None,
        ).command(): "search longer",
    }
    for command, purpose in commands.items():
        console.print(f"  {purpose:26} {command}", markup=False, soft_wrap=True)
