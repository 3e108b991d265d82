"""Search quality: how much of a known front is found, against Optuna's samplers as they come. Trains nothing.

    python benchmarks/search_quality.py            # all problems, 10 seeds
    python benchmarks/search_quality.py --quick    # 3 seeds, 100 evaluations

The number in each cell is the hypervolume of all evaluations so far as a share of the true front's, the
mean over the seeds with its bootstrap 95 % interval. `wins` counts the seeds on which the engine with its
seed shapes, and without them, is ahead of that row (a tie counts half). Optuna's samplers get the same
distributions; a shape that they propose twice counts as an evaluation, because they would train it twice. What breaks
a bound counts as one too, and adds nothing.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import optuna
from rich.console import Console
from rich.table import Table
from search_problems import PROBLEMS, Problem

from autonas.proposer import Proposer, distributions, from_params, shape_key, to_params

Values = tuple[float, ...]
Run = Callable[[Problem, int, int], list[Values]]  # problem, seed, evaluations -> the values in order

CHECKPOINTS = (50, 100, 300)
POPULATION = 10  # the engine's default below 100 trials


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A finished trial as the proposer reads it."""

    number: int
    values: Values
    shape_key: str
    genome: dict[str, object]
    generation: int
    levels: tuple[int, ...]
    state: str = "complete"
    feasible: bool = True


def searched(problem: Problem, seed: int, n_evaluations: int) -> list[Evaluated]:
    """Returns the trials of a search by the engine: the first n are those of a search of n."""
    directions = ["minimize"] * problem.front.shape[1]
    proposer = Proposer(problem, population_size=POPULATION, seed=seed, directions=directions, feasible=lambda _: True)
    records: list[Evaluated] = []
    for number in range(n_evaluations):
        proposal = proposer.propose(number, records)
        values, key = problem.values(proposal.shape), shape_key(proposal.shape)
        records.append(Evaluated(number, values, key, proposal.genome, proposal.generation,
                                 proposal.shape.levels, feasible=problem.broken(proposal.shape) <= 0))  # fmt: skip
    return records


def run_engine(problem: Problem, seed: int, n_evaluations: int) -> list[Values]:
    worthless = (math.inf,) * problem.front.shape[1]
    return [record.values if record.feasible else worthless for record in searched(problem, seed, n_evaluations)]


def run_unseeded(problem: Problem, seed: int, n_evaluations: int) -> list[Values]:
    return run_engine(problem.without_seeds(), seed, n_evaluations)


def run_optuna(make: Callable[[int], optuna.samplers.BaseSampler], *, seeds: bool = False) -> Run:
    def run(problem: Problem, seed: int, n_evaluations: int) -> list[Values]:
        n_objectives = problem.front.shape[1]
        study = optuna.create_study(directions=["minimize"] * n_objectives, sampler=make(seed))
        for genome in problem.seeds() if seeds else []:
            study.enqueue_trial(to_params(problem, genome))
        space = distributions(problem)
        found: list[Values] = []
        for _ in range(n_evaluations):
            trial = study.ask(space)
            shape = problem.decode(from_params(problem, trial.params))
            values, broken = problem.values(shape), problem.broken(shape)
            if problem.violation:
                trial.set_constraint("bound", broken)
            study.tell(trial, values)
            found.append(values if broken <= 0 else (math.inf,) * n_objectives)
        return found

    return run


ROWS: dict[str, Run] = {
    "autonas": run_engine,
    "autonas, no seed shapes": run_unseeded,
    "Optuna NSGA-II": run_optuna(lambda seed: optuna.samplers.NSGAIISampler(seed=seed)),
    "Optuna NSGA-II + seed shapes": run_optuna(lambda seed: optuna.samplers.NSGAIISampler(seed=seed), seeds=True),
    "Optuna NSGA-II, population 10": run_optuna(
        lambda seed: optuna.samplers.NSGAIISampler(seed=seed, population_size=POPULATION)
    ),
    "Optuna TPE": run_optuna(lambda seed: optuna.samplers.TPESampler(seed=seed)),
    "Optuna random": run_optuna(lambda seed: optuna.samplers.RandomSampler(seed=seed)),
}


def measure(problem: Problem, run: Run, seeds: Sequence[int], checkpoints: Sequence[int]) -> np.ndarray:
    """Returns the shares (seeds, checkpoints)."""
    runs = [run(problem, seed, max(checkpoints)) for seed in seeds]
    return np.array([[problem.share(values[:n]) for n in checkpoints] for values in runs])


def interval(shares: np.ndarray, form: str = ".3f") -> str:
    rng = np.random.default_rng(0)
    means = shares[rng.integers(0, len(shares), (10_000, len(shares)))].mean(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return f"{shares.mean():{form}} [{low:{form}}, {high:{form}}]"


def wins(ours: np.ndarray, theirs: np.ndarray) -> str:
    won = (ours > theirs + 1e-12).sum() + 0.5 * (np.abs(ours - theirs) <= 1e-12).sum()
    return f"{won:g}"


def report(
    console: Console,
    problem: Problem,
    shares: dict[str, np.ndarray],
    seconds: dict[str, float],
    ns: Sequence[int],
) -> None:
    n_seeds = len(shares["autonas"])
    table = Table(title=f"{problem.name}: share of the known front's hypervolume, {n_seeds} seeds")
    table.add_column("sampler", no_wrap=True)
    for n in ns:
        table.add_column(f"{n} evaluations", no_wrap=True)
        table.add_column("wins", no_wrap=True)
    table.add_column("CPU ms each", justify="right")
    for name, share in shares.items():
        cells = []
        for i in range(len(ns)):
            against = [wins(shares[ours][:, i], share[:, i]) for ours in list(ROWS)[:2]]
            cells += [interval(share[:, i]), "" if name in list(ROWS)[:2] else " / ".join(against)]
        table.add_row(name, *cells, f"{1000 * seconds[name] / n_seeds / max(ns):.1f}")
    console.print(table)


def main() -> None:
    parser = argparse.ArgumentParser(description="How much of a known front is found, against Optuna's samplers.")
    parser.add_argument("--quick", action="store_true", help="the same as --seeds 3 --evaluations 100")
    parser.add_argument("--seeds", type=int, default=10, help="number of seeds (default: 10)")
    parser.add_argument("--evaluations", type=int, choices=CHECKPOINTS, default=300, help="of each run (default: 300)")
    parser.add_argument("--problems", nargs="+", choices=PROBLEMS, default=list(PROBLEMS))
    parser.add_argument("--instance", type=int, default=0, help="another instance of each problem (default: 0)")
    options = parser.parse_args()
    if options.quick:
        options.seeds, options.evaluations = 3, 100
    checkpoints = [n for n in CHECKPOINTS if n <= options.evaluations]
    seeds = range(options.seeds)
    optuna.logging.set_verbosity(optuna.logging.WARNING)
    console = Console(width=150)
    for name in options.problems:
        problem = PROBLEMS[name](options.instance)
        shares, seconds = {}, {}
        for row, run in ROWS.items():
            start = time.process_time()
            shares[row] = measure(problem, run, seeds, checkpoints)
            seconds[row] = time.process_time() - start
        report(console, problem, shares, seconds, checkpoints)


if __name__ == "__main__":
    main()
