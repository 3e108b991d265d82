"""`autonas search`: one search with everything that a person sees of it, from the checks to the front."""

from __future__ import annotations

import contextlib
import shlex
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from rich.console import Console

from autonas.calibrate import calibrate, calibrated_workers
from autonas.database import masked
from autonas.defaults import DEFAULT_STORAGE, DEFAULT_STUDY
from autonas.errors import AutonasError, UsageError
from autonas.events import both
from autonas.ladder import climbed
from autonas.places import PlaceOptions, check_cache, given_words, parse_overrides, resolve_on_devices
from autonas.preparation import PreparationProgress
from autonas.progress import SearchProgress
from autonas.protocols import DescribingSpace, Progress, Shape
from autonas.publishing import Publishing
from autonas.records import Record
from autonas.resolve import Resolved
from autonas.runs import Place
from autonas.search import Events, SearchOutcome, run_search
from autonas.storage import StudyStore
from autonas.study import Study
from autonas.views.front import front_rows, front_view, shape_text
from autonas.views.numbers import value
from autonas.views.trust import trust_in, trust_remarks

__all__ = ["SearchOptions", "Watcher", "finish_publishing", "watch_calibration", "watch_search"]

_LONG = 20  # members of a front that are many to look at
_PATIENCE = 15.0  # seconds that a search waits at its end for the dashboard's drawings


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchOptions(PlaceOptions):
    """The options of `autonas search`, as they were given."""

    study: str
    trials: int | None
    seed: int
    name: str | None
    overrides: tuple[str, ...]
    until_stable: float | None = None
    deterministic: bool = False

    def command(self) -> str:
        """Returns the command that goes on with this search."""
        defaults = {"study": DEFAULT_STUDY, "seed": 0}
        own = given_words(self, ("study", "trials", "until_stable", "seed", "name"), defaults)
        words = ["autonas", "search", *own, *self.place_words(), *(["--deterministic"] * self.deterministic)]
        for override in self.overrides:
            words += ["--set", override]
        return shlex.join(words)


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
    with options.opened(options.study, overrides=parse_overrides(options.overrides), n_trials=options.trials) as (
        resolved,
        place,
    ):
        watcher = Watcher(resolved, _title(resolved, place), console)
        with options.publishing(options.name or resolved.study.name) as publishing:
            events = watcher.events()
            with contextlib.closing(watcher):
                outcome = run_search(
                    resolved,
                    place,
                    name=options.name,
                    seed=options.seed,
                    deterministic=options.deterministic,
                    until_stable=options.until_stable,
                    events=events if publishing is None else both(events, publishing.events()),
                )
            _print_outcome(outcome, options, console, resolved.study)
            if outcome.status != "interrupted":
                finish_publishing(publishing, console)
    return outcome


def finish_publishing(publishing: Publishing | None, console: Console) -> None:
    """Waits a little until the dashboard is up to date, and says if it is not."""
    if publishing is None or not publishing.begun:
        return
    with console.status("updating the dashboard"):
        publishing.finish()
        problem = publishing.wait(_PATIENCE)
    if problem:
        console.print(f"note: {problem}", markup=False, soft_wrap=True)


def _title(resolved: Resolved, place: Place) -> str:
    study = resolved.study
    title = f"{study.name}: {study.description}" if study.description else study.name
    return f"{title}\n{study.n_trials} {'candidate' if study.n_trials == 1 else 'candidates'} on {place.described()}"


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
        earlier = [record for record in records if record.finished]
        if earlier:
            self._say(f"going on after {len(earlier)} finished candidates")
        progress = SearchProgress(self._console, study=self._resolved.study, earlier=earlier, n_total=n_total)
        self._progress = self._shown.enter_context(progress)

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
            self._progress.finish(record, shape=shape)

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
    rows = front_rows(trust.records, info.objectives, trust.probabilities, constraints=info.constraints)
    if not rows:
        raise _nothing_found(outcome, study, trust.records)
    remarks = trust_remarks(trust, info.objectives) if study.trainer is not None else []
    console.print(front_view(rows, info, trust.records, remarks=remarks))
    storage = masked(options.storage)
    where = f" --study {outcome.name}" + ("" if storage == DEFAULT_STORAGE else f" --storage {shlex.quote(storage)}")
    best = next(row.trial for row in rows if row.knee)
    console.print("go on with:")
    commands = {
        **({f"autonas front --few 6{where}": "the few worth most"} if len(rows) > _LONG else {}),
        f"autonas show {best}{where}": "the knee's architecture",
        **({f"autonas refine{where}": "train the best longer"} if study.trainer is not None else {}),
        **({f"autonas promote {best}{where}": "train it fully"} if study.promotion is not None else {}),
        f"autonas dashboard{where}": "all trials in the browser",
        replace(
            options,
            trials=2 * max(outcome.n_trials, outcome.n_finished),
            until_stable=None,
        ).command(): "search longer",
    }
    for command, purpose in commands.items():
        console.print(f"  {purpose:26} {command}", markup=False, soft_wrap=True)


def _nothing_found(outcome: SearchOutcome, study: Study, records: Sequence[Record]) -> AutonasError:
    """Returns why there is no front: nothing could be tried or scored, or nothing scored keeps the constraints."""
    scored = [record for record in records if record.state == "complete"]
    if not records:
        bounds = ", ".join(f"{c.metric} of at most {value(c.upper)}" for c in study.constraints)
        hint = "allow more with --set constraints.METRIC=BOUND, or widen the space"
        return AutonasError(f"no shape of the space could be found that has {bounds}", hint=hint)
    if not scored:
        hint = f"autonas trials --study {outcome.name} says why"
        return AutonasError(f"all {outcome.n_failed} candidates failed", hint=hint)
    lowest = {c: min(record.metrics[c.metric] for record in scored) for c in study.constraints}
    missed = {c: least for c, least in lowest.items() if least > c.upper} or lowest  # each is kept, but not all by one
    reasons = "; ".join(
        f"{c.metric} is at least {value(least)}, allowed {value(c.upper)}" for c, least in missed.items()
    )
    count = f"none of the {len(scored)} scored candidates keeps" if len(scored) > 1 else "the candidate does not keep"
    ways = [f"allow more with --set constraints.{next(iter(missed)).metric}=BOUND", "search longer"]
    if study.trainer is not None:
        ways.append("give what must be learnt more training with --set budget.tokens=N")
    return AutonasError(f"{count} the constraints: {reasons}", hint=", or ".join(ways))
