"""Whole searches of one wall-clock budget, compared by what their fronts are worth when they are trained for long.

    python benchmarks/whole_search.py search OUT --arm late --seed 0 [--minutes 40] [--set space.widths=48,64]
    python benchmarks/whole_search.py retrain OUT [--members 6] [--workers 2] [--set ...]
    python benchmarks/whole_search.py table OUT [--set ...]

Real training of `codelm-attention` on the CPU, one thread a search; `--set` changes the study as in `autonas search`,
alike in all steps. The arms:

    early    the engine: half of the time for a search with a third of the study's tokens and early stopping, then rungs
             of three and nine times as many
    late     the engine: half of the time for a search with the study's own tokens and early stopping, then a rung of
             three times as many
    plain    the engine without both: a search with the study's own tokens
    nsga2    the same trainer, scores and tokens, but the candidates are those of Optuna's NSGA-II as it comes

Which members of a front are worth a long training is decided alike in all arms: each next the one that adds most
hypervolume to those before it; in the arm with rungs those of the highest, then those of the next. `retrain` trains
them from the start, with another seed, on three times the study's tokens, a shape that several arms found once. `table`
prints the hypervolume of each arm's members after that, as a share of that of all arms together. Each step goes on
where it was stopped, but a search that was stopped has lost its time.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import optuna
from rich.console import Console
from rich.table import Table

from autonas.defaults import default_cache
from autonas.events import Events
from autonas.ladder import Ladder, Members, best_of, climbed
from autonas.pareto import hypervolume, non_dominated, reference_point
from autonas.places import parse_overrides
from autonas.proposer import Proposal, distributions, from_params
from autonas.protocols import Context
from autonas.records import Record
from autonas.resolve import Resolved, resolve_study
from autonas.runs import Place, Plan, run_study
from autonas.search import run_search
from autonas.storage import StudyStore
from autonas.study import FACTOR
from studies.codelm import CPU_BUDGET

ARMS = ("early", "late", "plain", "nsga2")
NAME = "codelm-attention"
LADDERS = {"early": (0.5, 2), "late": (0.5, 1)}  # share of the time for the search, and rungs, which have the rest
RETRAINED = "retrained"
STUDY = "studies.codelm:codelm_attention"
RETRAINING_SEED = 1000  # none of the searches'
MANY = 100_000  # candidates: the time decides

Settings = Sequence[tuple[str, str]]


def study(arm: str, settings: Settings) -> Resolved:
    """Returns the study that an arm searches."""
    own = {
        "early": [("budget.tokens", str(CPU_BUDGET.tokens // FACTOR))],
        "late": [],
        "plain": [("early_stop", "none")],
        "nsga2": [("early_stop", "none")],
    }
    return resolve_study(STUDY, overrides=[*settings, *own[arm]], n_trials=MANY)


def url(out: Path, arm: str, seed: int) -> str:
    return f"sqlite:///{out.absolute()}/{arm}-{seed}.db"


def place(out: Path, arm: str, seed: int) -> Place:
    return Place(storage_url=url(out, arm, seed), out=out / f"{arm}-{seed}", cache=default_cache())


@contextmanager
def interrupted_after(seconds: float) -> Iterator[None]:
    """Interrupts what runs within when its time is up, as a user would."""

    def interrupt(*_: object) -> None:  # not by a SIGINT: what a shell starts in the background ignores it
        raise KeyboardInterrupt

    previous = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, max(0.001, seconds))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)


def watched() -> Events:
    """Prints a line a candidate."""

    def finished(record: Record) -> None:
        values = " ".join(f"{value:.4g}" for value in record.values or ())
        print(
            f"{record.number:4} {record.state:8} {record.seconds or 0:6.0f} s  {values}  {record.summary}", flush=True
        )

    return Events(preparing=lambda line: print(line, flush=True), finished=finished)


def search(arguments: argparse.Namespace) -> None:
    """Runs one arm with one seed for its time."""
    os.environ["OMP_NUM_THREADS"] = "1"  # workers inherit it: two arms side by side must not fight for the cores
    arguments.out.mkdir(parents=True, exist_ok=True)
    arm, seed, seconds = arguments.arm, arguments.seed, 60 * arguments.minutes
    where, resolved = place(arguments.out, arm, seed), study(arm, arguments.set)
    prepare_data(resolved, where)
    begun = time.monotonic()
    if arm == "nsga2":
        plan = Plan(resolved=resolved, name=NAME, seed=seed, source=lambda context: Nsga2(resolved, context),
                    identity={"sampler": "Optuna's NSGA-II"})  # fmt: skip
        with interrupted_after(seconds):
            run_study(plan, where, watched())
        return
    share, rungs = LADDERS.get(arm, (1.0, 0))
    with interrupted_after(share * seconds):
        run_search(resolved, where, seed=seed, events=watched())
    if rungs:
        refine(resolved, where, rungs, begun + seconds)


def prepare_data(resolved: Resolved, where: Place) -> None:
    """Prepares the corpus outside the measured time: all arms share its cache."""
    assert resolved.study.trainer is not None
    resolved.study.trainer.prepare(Context(seed=0, device="cpu", cache=where.cache, folder=where.out))


def refine(resolved: Resolved, where: Place, rungs: int, deadline: float) -> None:
    """Climbs the rungs with as many candidates as the time that is left has room for."""
    with StudyStore.open(where.storage_url, NAME) as store:
        info, records = store.info, store.records()
    keep = room(records, resolved.study.directions, rungs, deadline - time.monotonic())
    print(f"refining {keep} of {sum(r.state == 'complete' for r in records)} candidates", flush=True)
    ladder = Ladder(info=info, resolved=resolved, place=where, rungs=rungs, keep=keep, seeds=0)
    for step in ladder.steps():
        with interrupted_after(deadline - time.monotonic()):
            if ladder.run(step, watched()).status == "interrupted":
                return


def room(records: Sequence[Record], directions: Sequence[str], rungs: int, seconds: float) -> int:
    """Returns how many candidates can climb the rungs in that time, by how long they trained in the search."""
    for keep in range(len(records), 0, -1):
        each = [(r.metrics.get("training_seconds", 0.0), r.seconds or 0.0) for r in best_of(records, directions, keep)]
        training, whole = (sum(column) / len(column) for column in zip(*each, strict=True))
        # A rung goes on from where the rate of the one below began to fall, which is after half of its tokens.
        steps = [(math.ceil(keep / FACTOR**r), FACTOR ** (r + 1) - 0.5 * FACTOR**r) for r in range(rungs)]
        needed = sum(n * (factor * training + whole - training) for n, factor in steps)
        if len(each) == keep and needed <= seconds:
            return keep
    return 1


class Nsga2:
    """Proposes what Optuna's NSGA-II proposes with its own settings."""

    def __init__(self, resolved: Resolved, context: Context) -> None:
        self._space = resolved.study.space
        self._study = optuna.create_study(
            directions=resolved.study.directions, sampler=optuna.samplers.NSGAIISampler(seed=context.seed)
        )
        self._asked: list[optuna.Trial] = []
        self._told: set[int] = set()

    def generation(self, number: int) -> int:
        """Optuna's own bookkeeping holds them."""
        del number
        return 0

    def propose(self, number: int, records: Sequence[Record]) -> Proposal:
        """Tells the sampler what has ended since, and asks it for the next."""
        for record in records:
            if record.finished and record.number not in self._told and record.number < len(self._asked):
                values = list(record.values) if record.values is not None else None
                state = None if values else optuna.trial.TrialState.FAIL
                self._study.tell(self._asked[record.number], values, state=state)
                self._told.add(record.number)
        assert number == len(self._asked), "the search began in this process"
        self._asked.append(self._study.ask(distributions(self._space)))
        genome = from_params(self._space, self._asked[-1].params)
        return Proposal(genome, self._space.decode(genome), 0, "child")

    def start(self, trial: Record) -> None:
        """Every training starts afresh."""
        del trial


def searches(out: Path) -> list[tuple[str, int]]:
    """Returns the arms and seeds of which there are results."""
    found = (path.stem.rpartition("-") for path in out.glob("*-*.db"))
    return sorted(((arm, int(seed)) for arm, _, seed in found if arm in ARMS), key=lambda x: (x[1], ARMS.index(x[0])))


def chosen(out: Path, arm: str, seed: int, n: int, directions: Sequence[str]) -> list[Record]:
    """Returns the members of an arm's front that are worth a long training, the best first."""
    found = climbed(url(out, arm, seed), NAME)
    members: dict[str, Record] = {}
    for rung in sorted(found.rungs, reverse=True):
        for record in best_of(found.rungs[rung], directions, n):
            members.setdefault(record.shape_key, record)
    return list(members.values())[:n]


def retrain(arguments: argparse.Namespace) -> None:
    """Trains the chosen members of all searches that there are, or goes on with that."""
    out, directions = arguments.out, study("plain", arguments.set).study.directions
    members = {
        r.shape_key: r for arm, seed in searches(out) for r in chosen(out, arm, seed, arguments.members, directions)
    }
    storage = f"sqlite:///{out.absolute()}/{RETRAINED}.db"
    if (out / f"{RETRAINED}.db").exists():
        with StudyStore.open(storage, NAME) as store:
            members = {r.shape_key: r for r in store.records()} | members  # those that are there keep their numbers
    tokens = [("budget.tokens", str(FACTOR * CPU_BUDGET.tokens)), ("early_stop", "none")]
    resolved = resolve_study(STUDY, overrides=[*arguments.set, *tokens], n_trials=len(members))
    plan = Plan(resolved=resolved, name=NAME, seed=RETRAINING_SEED,
                source=lambda _: Members(resolved.study.space, list(members.values())))  # fmt: skip
    where = Place(storage_url=storage, workers=arguments.workers, out=out / RETRAINED, cache=default_cache())
    print(f"{len(members)} shapes", flush=True)
    run_study(plan, where, watched())


def table(arguments: argparse.Namespace) -> None:
    """Prints what each search did and what its members are worth, and their values."""
    out, sizes = arguments.out, sorted({3, arguments.members})
    with StudyStore.open(f"sqlite:///{out.absolute()}/{RETRAINED}.db", NAME) as store:
        after = {r.shape_key: list(r.values) for r in store.records() if r.values is not None}
    directions = study("plain", arguments.set).study.directions
    everything = list(after.values())
    reference = reference_point(everything, directions)
    whole = hypervolume(everything, reference, directions)
    head = Table("seed", "arm", "complete", "stopped", "failed", "tokens", *(f"best {n}" for n in sizes), box=None)
    details: list[dict[str, Any]] = []
    for arm, seed in searches(out):
        found = climbed(url(out, arm, seed), NAME)
        trials = [r for rung in found.rungs.values() for r in rung]
        counts = [str(sum(r.state == state for r in trials)) for state in ("complete", "pruned", "failed")]
        shares = []
        for n in sizes:
            members = chosen(out, arm, seed, n, directions)
            missing = [r.summary for r in members if r.shape_key not in after]
            values = [after[r.shape_key] for r in members if r.shape_key in after]
            share = hypervolume(values, reference, directions) / whole if values else 0.0
            shares.append(f"{share:.3f}" + (f" ({len(missing)} missing)" if missing else ""))
        tokens = sum(_trained_tokens(found.rungs[rung], rung) for rung in found.rungs)
        head.add_row(str(seed), arm, *counts, f"{tokens / 1e6:.1f}M", *shares)
        for r in members:
            details.append({"seed": seed, "arm": arm, "shape": r.summary, "before": r.values,
                            "after": after.get(r.shape_key)})  # fmt: skip
    console = Console(width=150)
    console.print(f"reference point {[round(x, 3) for x in reference]}, {len(everything)} shapes retrained, "
                  f"{len(non_dominated(everything, directions))} of them on their common front")  # fmt: skip
    console.print(head)
    (out / "members.jsonl").write_text("".join(json.dumps(line) + "\n" for line in details))


def _trained_tokens(records: Sequence[Record], rung: int) -> float:
    """Returns what was trained on a rung: it goes on from where the rate of the one below began to fall."""
    share = 1 - 0.5 / FACTOR if rung else 1.0
    return sum(share * r.curve[-1]["tokens"] for r in records if r.curve)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    searching, retraining, showing = (commands.add_parser(name) for name in ("search", "retrain", "table"))
    for command in (searching, retraining, showing):
        command.add_argument("out", type=Path)
        command.add_argument("--set", action="append", default=[], metavar="FIELD=VALUE")
    searching.add_argument("--arm", choices=ARMS, required=True)
    searching.add_argument("--seed", type=int, default=0)
    searching.add_argument("--minutes", type=float, default=40.0)
    retraining.add_argument("--workers", type=int, default=1)
    for command in (retraining, showing):
        command.add_argument("--members", type=int, default=6, help="of each front, at most")
    arguments = parser.parse_args()
    arguments.set = parse_overrides(arguments.set)
    {"search": search, "retrain": retrain, "table": table}[arguments.command](arguments)


if __name__ == "__main__":
    main()
