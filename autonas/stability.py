"""Whether a search still gains: its front as it grows, and what its last generations have added to the hypervolume."""

from __future__ import annotations

from collections.abc import Sequence

from autonas.pareto import hypervolume, hypervolume_curve, non_dominated, reference_point
from autonas.records import Record

__all__ = ["GENERATIONS", "GrowingFront", "recent_gain"]

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
    values = [_values(record) for record in finished]
    first = [value for value in values[:population_size] if value is not None]
    if not first:
        return None
    reference = reference_point(first, directions)
    before, now = (
        hypervolume([value for value in part if value is not None], reference, directions)
        for part in (values[: -GENERATIONS * population_size], values)
    )
    return (now - before) / now if now > 0 else None


class GrowingFront:
    """The front and its hypervolume while candidates finish, for one hypervolume of the front a candidate.

    A curve over all candidates costs a hypervolume for each of them, every time. With the reference point of the first
    generation, as in `recent_gain`, what was computed stays as it is.

    Attributes:
        members: The front's candidates, in the order in which they have finished.
        volumes: The hypervolume after each finished candidate.
        n_scored: Candidates that were scored and keep the constraints.
    """

    def __init__(self, directions: Sequence[str], population_size: int) -> None:
        self._directions = directions
        self._population_size = population_size
        self._first: list[tuple[float, ...] | None] = []  # the values until the reference point stays
        self._reference: list[float] | None = None
        self.members: list[Record] = []
        self.volumes: list[float] = []
        self.n_scored = 0

    def add(self, record: Record) -> None:
        """Takes in a finished candidate."""
        values = _values(record)
        if values is not None:
            self.n_scored += 1
            grown = [*self.members, record]
            self.members = [grown[i] for i in non_dominated([r.values or () for r in grown], self._directions)]
        if len(self.volumes) < self._population_size or self._reference is None:
            self._first.append(values)
            known = [value for value in self._first if value is not None]
            self._reference = reference_point(known, self._directions) if known else None
            self.volumes = hypervolume_curve(self._first, self._reference or [], self._directions)
        elif values is None:
            self.volumes.append(self.volumes[-1])
        else:
            front = [record.values or () for record in self.members]
            self.volumes.append(hypervolume(front, self._reference, self._directions))

    def gain(self) -> float | None:
        """Returns what the last generations have added, see `recent_gain`."""
        back = GENERATIONS * self._population_size
        if len(self.volumes) < self._population_size + back or self.volumes[-1] <= 0:
            return None
        return (self.volumes[-1] - self.volumes[-1 - back]) / self.volumes[-1]


def _values(record: Record) -> tuple[float, ...] | None:
    """Returns what counts for the front."""
    return record.values if record.state == "complete" and record.feasible else None
