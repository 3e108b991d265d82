"""The search: candidates are proposed from those before them until the study has its number of trials."""

from __future__ import annotations

from collections.abc import Sequence

from autonas.errors import CandidateError, UsageError
from autonas.events import Events, SearchOutcome, median_seconds
from autonas.proposer import Proposal, Proposer, shape_key
from autonas.protocols import Context, Shape
from autonas.records import Record
from autonas.resolve import Resolved
from autonas.runs import Place, Plan, run_study
from autonas.study import Study, check_name

__all__ = ["Events", "SearchOutcome", "median_seconds", "run_search"]


def run_search(
    resolved: Resolved,
    place: Place,
    *,
    name: str | None = None,
    seed: int = 0,
    deterministic: bool = False,
    until_stable: float | None = None,
    events: Events | None = None,
) -> SearchOutcome:
    """Searches until the study has its number of trials, or goes on where an earlier search stopped.

    Args:
        resolved: The study, see `resolve_study`.
        place: Where it runs and is kept.
        name: Under which it is stored; the study's own name by default.
        seed: See `Plan`, as for `until_stable`.
        deterministic: With any number of workers the same candidates. Without it, what is proposed with several workers
            depends on who ends first.
        events: Who watches.

    Raises:
        UsageError: Bad input; nothing was changed.
        AutonasError: The search failed as a whole; what was finished is recorded.
    """
    name = check_name(resolved.study.name if name is None else name)
    if seed < 0:
        raise UsageError(f"seed must be 0 or more, got {seed}", hint="use --seed 0")
    plan = Plan(
        resolved=resolved,
        name=name,
        seed=seed,
        source=lambda context: _Proposals(resolved.study, context),
        deterministic=deterministic,
        until_stable=until_stable,
    )
    return run_study(plan, place, events or Events())


class _Proposals:
    """Proposes from all that is known; every training starts afresh."""

    def __init__(self, study: Study, context: Context) -> None:
        self._proposer = Proposer(
            study.space,
            population_size=study.population_size,
            seed=context.seed,
            directions=study.directions,
            feasible=_Feasible(study, context),
        )

    def generation(self, number: int) -> int:
        """Returns the generation of trial `number`."""
        return self._proposer.generation(number)

    def propose(self, number: int, records: Sequence[Record]) -> Proposal:
        """Returns what trial `number` is."""
        return self._proposer.propose(number, records)

    def start(self, trial: Record) -> None:
        """Nothing was trained before."""
        del trial


class _Feasible:
    """Whether the constraints on metrics of stage "shape" hold; asked before a shape is proposed."""

    def __init__(self, study: Study, context: Context) -> None:
        self._study = study
        self._context = context
        self._known: dict[str, bool] = {}

    def __call__(self, shape: Shape) -> bool:
        key = shape_key(shape)
        if key not in self._known:
            self._known[key] = self._keeps_constraints(shape)
        return self._known[key]

    def _keeps_constraints(self, shape: Shape) -> bool:
        for evaluator in self._study.at_stage("shape"):
            bounds = [c for c in self._study.constraints if c.metric in evaluator.metrics]
            if not bounds:
                continue
            try:
                metrics = evaluator.evaluate(shape, self._context)
            except CandidateError:
                return False
            except Exception:  # a defect: it is recorded when the candidate is admitted
                return True
            if any(metrics.get(bound.metric, bound.upper) > bound.upper for bound in bounds):
                return False
        return True
