"""Whether a search still gains: what its last generations have added to the front's hypervolume."""

from __future__ import annotations

from collections.abc import Sequence

from autonas.pareto import hypervolume, reference_point
from autonas.records import Record

__all__ = ["GENERATIONS", "recent_gain"]

GENERATIONS = 2  # that are looked back: one alone may just have had bad luck


def recent_gain(records: Sequence[Record], directions: Sequence[str], population_size: int) -> float | None:
    """Returns the share of the front's hypervolume that the last generations have added, in [0, 1].

    A generation is a population's number of finished trials. The reference point is that of the first one and stays
    as it is, so that the shares of different moments compare; what is worse than it counts nothing.

    Args:
        records: Of one study, by number.

    Returns:
        None as long as the search is too young to tell, or nothing in its first generation was scored.
    """
    finished = [record for record in records if record.finished]
    if len(finished) < (1 + GENERATIONS) * population_size:
        return None
    values = [record.values if record.state == "complete" and record.feasible else None for record in finished]
    first = [value for value in values[:population_size] if value is not None]
    if not first:
        return None
    reference = reference_point(first, directions)
    before, now = (
        hypervolume([value for value in part if value is not None], reference, directions)
        for part in (values[: -GENERATIONS * population_size], values)
    )
    return (now - before) / now if now > 0 else None
