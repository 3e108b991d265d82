"""`autonas refine`: trains the best of a search longer and with other seeds, and shows how it goes."""

from __future__ import annotations

import contextlib
import shlex
from dataclasses import dataclass

from rich.console import Console

from autonas.events import SearchOutcome, both, median_seconds
from autonas.ladder import Ladder, Step, climbed, rung_name
from autonas.places import PlaceOptions, given_words
from autonas.storage import StudyStore
from autonas.views.front import front_rows, front_view
from autonas.views.numbers import duration
from autonas.views.trust import trust_in, trust_remarks
from autonas.watch import Watcher, finish_publishing

__all__ = ["RefineOptions", "watch_refinement"]

_FEW = 50  # complete candidates: in smaller searches a rung gains less than as much time for the search would


@dataclass(frozen=True, slots=True, kw_only=True)
class RefineOptions(PlaceOptions):
    """The options of `autonas refine`, as they were given."""

    rungs: int
    keep: int | None
    seeds: int

    def command(self, study: str) -> str:
        """Returns the command that goes on with this refinement."""
        own = given_words(self, ("rungs", "keep", "seeds"), {"rungs": 2, "seeds": 2})
        return shlex.join(["autonas", "refine", "--study", study, *own, *self.place_words()])


def watch_refinement(options: RefineOptions, store: StudyStore, console: Console) -> bool:
    """Refines, shows how it goes and prints the front of the last rung; False if it was interrupted.

    Raises:
        UsageError: Bad input; nothing was changed.
        AutonasError: A step failed as a whole.
    """
    info = store.info
    with options.opened(info.reference, overrides=info.overrides) as (resolved, place):
        ladder = Ladder(
            info=info, resolved=resolved, place=place, rungs=options.rungs, keep=options.keep, seeds=options.seeds
        )
        records = store.records()
        if options.rungs and (hint := _hint(sum(record.state == "complete" for record in records))):
            console.print(hint, markup=False, soft_wrap=True)
        seconds = median_seconds(records)
        for step in ladder.steps():
            if _watch(step, ladder, options, seconds, console).status == "interrupted":
                console.print(f"  {options.command(info.name)}", markup=False, soft_wrap=True)
                return False
    found = climbed(options.storage, info.name)
    trust = trust_in(found, found.top, info.objectives)
    rows = front_rows(trust.records, info.objectives, trust.probabilities, constraints=info.constraints)
    remarks = trust_remarks(trust, info.objectives)
    console.print(front_view(rows, info, trust.records, remarks=remarks, rung=found.top))
    return True


def _hint(complete: int) -> str | None:
    """Returns what is worth knowing before a small search is refined."""
    if complete >= _FEW:
        return None
    return (
        f"{complete} complete candidates: below about {_FEW}, as much time for more of them improves a front more than"
        " a rung does (docs/search.md, When a rung pays)"
    )


def _watch(
    step: Step, ladder: Ladder, options: RefineOptions, seconds: float | None, console: Console
) -> SearchOutcome:
    what = f"rung {step.rung}, {step.tokens_factor} times the tokens" if step.rung else "the search's tokens"
    what += f", seed {ladder.info.seed + step.replica}" if step.replica else ""
    n = len(step.members)
    title = f"{what}: {n} {'candidate' if n == 1 else 'candidates'}"
    if seconds is not None:  # what went before is not trained again, so this is the most
        title += f", up to {duration(n * step.tokens_factor * seconds / ladder.place.workers)}"
    search = ladder.info.name
    with options.publishing(search, rung_name(search, step.rung, step.replica)) as publishing:
        watcher = Watcher(ladder.resolved, title, console)
        events = watcher.events()
        with contextlib.closing(watcher):
            outcome = ladder.run(step, events if publishing is None else both(events, publishing.events()))
        console.print(outcome.message, markup=False, soft_wrap=True)
        if outcome.status != "interrupted":
            finish_publishing(publishing, console)
    return outcome
