"""What a front's numbers are worth: agreement with longer training, and the spread over seeds."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from autonas.errors import UsageError
from autonas.fidelity import Agreement, Spread, agreements, front_probabilities, spread
from autonas.ladder import Climbed
from autonas.pareto import non_dominated
from autonas.records import Record
from autonas.study import FACTOR, Objective
from autonas.views.numbers import value

__all__ = ["Trust", "trust_in", "trust_json", "trust_remarks"]

_COPYING, _COLLAPSE = "copying_ratio", "collapse"
_COPIES = 0.9  # networks that take from their context had 0.4 to 0.85 in a search over families, others 0.95 to 1.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """One rung's trials, and what is known of how far they can be believed.

    Attributes:
        fidelity: Agreement of two rungs, by the pair: with all higher ones, or with the one below if there is none.
        spread: Over seeds; None if no others were tried.
        probabilities: Of each candidate with other seeds being on the front.
    """

    rung: int
    records: Sequence[Record]
    fidelity: Mapping[tuple[int, int], Sequence[Agreement]]
    spread: Spread | None
    probabilities: Mapping[int, float]


def trust_in(found: Climbed, rung: int, objectives: Sequence[Objective]) -> Trust:
    """Returns a rung of a search with what is known about it.

    Raises:
        UsageError: The search has no such rung.
    """
    if rung not in found.rungs:
        raise UsageError(
            f"there is no rung {rung}; the highest is {max(found.rungs)}", hint="autonas refine trains the best longer"
        )
    higher = [other for other in found.rungs if other > rung]
    pairs = [(rung, other) for other in higher] or ([(rung - 1, rung)] if rung else [])
    fidelity = {(a, b): agreements(found.rungs[a], found.rungs[b], objectives) for a, b in pairs}
    replicas = found.replicas.get(rung, ())
    again = {record.number for run in replicas for record in run}
    own = [record for record in found.rungs[rung] if record.number in again]
    over_seeds = spread([own, *replicas]) if replicas else None
    directions = [objective.direction for objective in objectives]
    return Trust(
        rung=rung,
        records=found.rungs[rung],
        fidelity={pair: list(of_pair) for pair, of_pair in fidelity.items() if of_pair},
        spread=over_seeds,
        probabilities=front_probabilities(over_seeds, directions) if over_seeds else {},
    )


def trust_json(trust: Trust) -> dict[str, Any]:
    """Returns it as JSON; the keys are stable."""
    return {
        "rung": trust.rung,
        "fidelity": [
            {"rungs": list(pair), **{k: _number(v) for k, v in asdict(agreement).items()}}
            for pair, of_pair in trust.fidelity.items()
            for agreement in of_pair
        ],
        "seeds": {
            "deviations": list(trust.spread.deviations) if trust.spread else [],
            "values": {str(n): rows.tolist() for n, rows in trust.spread.values.items()} if trust.spread else {},
        },
    }


def _number(content: Any) -> Any:
    return None if isinstance(content, float) and math.isnan(content) else content


def trust_remarks(trust: Trust, objectives: Sequence[Objective]) -> list[str]:
    """Returns lines for people, with a plain warning where scores say little."""
    labels = {objective.metric: objective.label or objective.metric for objective in objectives}
    remarks = []
    if not trust.fidelity:
        remarks.append("rank correlation with longer training: not measured; autonas refine trains the best longer")
    for (low, high), of_pair in trust.fidelity.items():
        said = ", ".join(_said(labels.get(a.metric, a.metric), a) for a in of_pair)
        factor = FACTOR ** (high - low)
        remarks.append(f"rank correlation with {factor} times the tokens, {of_pair[0].n} candidates: {said}")
        if weak := [labels.get(a.metric, a.metric) for a in of_pair if not a.separates]:
            below = "this budget" if low == trust.rung else f"rung {low}"
            remarks.append(f"warning: {below} can't be relied on to order these candidates by {', '.join(weak)}")
    if trust.spread is not None:
        parts = zip(labels.values(), trust.spread.deviations, strict=True)
        said = ", ".join(f"{label} {value(deviation)}" for label, deviation in parts if deviation)
        remarks.append(f"standard deviation over seeds ({trust.spread.degrees} degrees of freedom): {said}")
    return [*remarks, *_copying_remarks(trust.records, objectives)]


def _copying_remarks(records: Sequence[Record], objectives: Sequence[Objective]) -> list[str]:
    """Returns a warning where a front has networks from both sides of the transition after which they copy.

    One that takes nothing from its context hardly runs into repetitions, whatever else it can: in the first long search
    over block families half of the front stood there for that alone.
    """
    labels = {objective.metric: objective.label or objective.metric for objective in objectives}
    finished = [r for r in records if r.state == "complete" and r.feasible and r.values is not None]
    front = non_dominated([list(r.values or ()) for r in finished], [o.direction for o in objectives])
    ratios = [finished[i].metrics[_COPYING] for i in front if _COPYING in finished[i].metrics]
    before = sum(ratio >= _COPIES for ratio in ratios)
    if _COLLAPSE not in labels or before in (0, len(ratios)):
        return []
    return [
        f"warning: {before} of these {len(front)} have not learnt to copy from their context yet"
        f" ({_COPYING} {_COPIES} or more), so they repeat little: don't compare their {labels[_COLLAPSE]}"
    ]


def _said(label: str, agreement: Agreement) -> str:
    interval = "" if math.isnan(agreement.low) else f" ({agreement.low:.2f} to {agreement.high:.2f})"
    return f"{label} {agreement.value:.2f}{interval}"
