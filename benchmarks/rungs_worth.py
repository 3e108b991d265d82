"""When time is better spent on rungs than on more candidates: many searches, simulated. Trains nothing.

    python benchmarks/rungs_worth.py [--seeds 40] [--budgets 25 50 75 100 200] [--members 3 6 12]

The search is the engine's own on the decoder problem of search_problems.py. What it sees there stands for a score after
a short training. Trained three times as long, on a rung and once more at the end with another seed, a shape keeps what
is usual at its size, and its distance from that changes: so much that short and long trainings, and two long ones with
different seeds, agree as was measured.

A budget counts trainings of the search. A share of it goes to a rung of three times the tokens, which costs 2.3 of them
a candidate: it goes on from the middle of a training that takes seven eighths of a candidate's time. Then the best
members are chosen as `whole_search.py` does, those of the rung first. A cell is the hypervolume of these members after
the last training, as a share of that of the best as many by it among all that the whole budget can search; the mean
over the seeds, and the difference to no rung with its bootstrap 95 % interval.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from rich.console import Console
from rich.table import Table
from search_problems import Levels, Problem, decoder, standard_normal
from search_quality import Evaluated, interval, searched

from autonas.ladder import best_of

Floats = np.ndarray

# Correlations at equal size of loss and collapse, rounded from those of real searches (docs/log.md, 2026-11-29).
SHORT_AND_LONG = np.array([0.87, 0.60])
LONG_AND_LONG = np.array([0.985, 0.60])  # with another seed
RUNG_COST = 2.3  # trainings of the search
SHARES = (0.0, 0.2, 0.35, 0.5)  # of the time for the rung
DIRECTIONS = ["minimize"] * 3


def usual_at_size(problem: Problem, n: int = 5_000) -> tuple[Floats, Floats]:
    """Returns the lines (2, 2) of loss and collapse in the logarithm of the size, and the deviations (2,) from them."""
    rng = np.random.default_rng(0)
    levels = np.stack([rng.integers(0, len(gene.choices), n) for gene in problem.genes], axis=1)
    values = problem.objectives(problem.repair(levels))
    x = _sizes(values)
    lines = np.linalg.lstsq(x, values[:, :2], rcond=None)[0]
    return lines, np.asarray((values[:, :2] - x @ lines).std(axis=0))


def _sizes(values: Floats) -> Floats:
    return np.column_stack([np.ones(len(values)), np.log(values[:, 2])])


def trained_longer(
    records: Sequence[Evaluated], usual: tuple[Floats, Floats], seed: int
) -> tuple[list[Evaluated], Floats]:
    """Returns the trials with their values on the rung, and the values (n, 3) after one more training."""
    levels: Levels = np.array([record.levels for record in records])
    short = np.array([record.values for record in records])
    lines, spread = usual
    expected = _sizes(short) @ lines
    noises = np.stack([standard_normal(levels, 1_000_000 + 10 * seed + i) for i in range(6)], axis=1)
    kept = SHORT_AND_LONG / np.sqrt(LONG_AND_LONG)  # the correlation with what a long training gives in the mean
    mean = kept * (short[:, :2] - expected) / spread + np.sqrt(1 - kept**2) * noises[:, :2]
    rung, last = short.copy(), short.copy()
    for values, noise in ((rung, noises[:, 2:4]), (last, noises[:, 4:])):
        values[:, :2] = expected + spread * (mean + np.sqrt(1 / LONG_AND_LONG - 1) * noise)
    return [replace(r, values=tuple(v)) for r, v in zip(records, rung.tolist(), strict=True)], last


def chosen(records: Sequence[Evaluated], longer: Sequence[Evaluated], budget: int, share: float, n: int) -> list[int]:
    """Returns the numbers of the n best members of a search that gave a share of its time to a rung."""
    afforded = records[: round(budget * (1 - share))]
    climbers = best_of(afforded, DIRECTIONS, int(budget * share / RUNG_COST))  # type: ignore[arg-type]
    first = best_of([longer[r.number] for r in climbers], DIRECTIONS, n)  # type: ignore[arg-type]
    then = best_of(afforded, DIRECTIONS, n + len(climbers))  # type: ignore[arg-type]
    return list(dict.fromkeys(r.number for r in [*first, *then]))[:n]


def measure(problem: Problem, seed: int, budgets: Sequence[int], members: Sequence[int]) -> Floats:
    """Returns the shares (budgets, members, SHARES)."""
    records = searched(problem, seed, max(budgets))
    longer, last = trained_longer(records, usual_at_size(problem), seed)
    found = np.empty((len(budgets), len(members), len(SHARES)))
    for b, budget in enumerate(budgets):
        everything = [replace(r, values=tuple(v)) for r, v in zip(records, last.tolist(), strict=True)][:budget]
        for m, n in enumerate(members):
            best = [r.number for r in best_of(everything, DIRECTIONS, n)]  # type: ignore[arg-type]
            whole = problem.share(last[best])
            for s, share in enumerate(SHARES):
                found[b, m, s] = problem.share(last[chosen(records, longer, budget, share, n)]) / whole
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=40)
    parser.add_argument("--budgets", type=int, nargs="+", default=[25, 50, 100, 200], help="trainings of a search")
    parser.add_argument("--members", type=int, nargs="+", default=[3, 6, 12], help="trained again at the end")
    options = parser.parse_args()
    problem = decoder()
    results = np.array([measure(problem, seed, options.budgets, options.members) for seed in range(options.seeds)])
    table = Table(title=f"{options.seeds} seeds", box=None)
    for head in ("budget", "members", "no rung", *(f"{share:.0%} of the time on a rung" for share in SHARES[1:])):
        table.add_column(head, no_wrap=True)
    for b, budget in enumerate(options.budgets):
        for m, n in enumerate(options.members):
            shares = results[:, b, m]
            none, *others = shares.T
            cells = [f"{share.mean():.3f} {interval(share - none, '+.3f')}" for share in others]
            table.add_row(str(budget), str(n), f"{none.mean():.3f}", *cells)
    Console(width=150).print(table)


if __name__ == "__main__":
    main()
