"""The front as it grows, and what its last generations have added."""

from __future__ import annotations

import numpy as np
import pytest

from autonas.pareto import hypervolume_curve, non_dominated, reference_point
from autonas.records import Record
from autonas.stability import GrowingFront, recent_gain

MINIMISE = ["minimize", "minimize"]


def record(number, values, **changes):
    state = "complete" if values is not None else "failed"
    fields = {"number": number, "state": state, "genome": {}, "shape": {}, "shape_key": str(number), "generation": 0}
    return Record(**{**fields, "values": values, **changes})


def records(*values):
    return [record(number, value) for number, value in enumerate(values)]


FIRST = [(1.0, 3.0), (3.0, 1.0)]  # a generation of two; the reference point is 3.2, 3.2


def test_it_is_the_share_of_the_present_volume():
    gained = records(*FIRST, (9.0, 9.0), None, (2.0, 2.0), (9.0, 9.0))
    corners = 2 * 2.2 * 0.2 - 0.2 * 0.2  # what the first two dominate
    with_middle = corners + (1.2 * 1.2 - 2 * 1.2 * 0.2 + 0.2 * 0.2)
    assert recent_gain(gained, MINIMISE, 2) == pytest.approx(1 - corners / with_middle)


def test_nothing_better_is_no_gain():
    assert recent_gain(records(*FIRST, *[(3.0, 3.0)] * 4), MINIMISE, 2) == 0


def test_a_young_search_cannot_tell():
    assert recent_gain(records(*FIRST, *[(2.0, 2.0)] * 3), MINIMISE, 2) is None
    assert recent_gain([], MINIMISE, 2) is None


def test_what_runs_or_breaks_a_constraint_counts_nothing():
    quiet = [
        *records(*FIRST, *[(3.0, 3.0)] * 4),
        record(6, (0.0, 0.0), feasible=False),
        record(7, None, state="running"),
    ]
    assert recent_gain(quiet, MINIMISE, 2) == 0


def test_a_first_generation_of_failures_says_nothing():
    assert recent_gain(records(None, None, *[(2.0, 2.0)] * 4), MINIMISE, 2) is None


def test_directions_count():
    climbed = records((1.0, 1.0), (2.0, 0.5), (1.0, 1.0), (1.0, 1.0), (1.0, 1.0), (3.0, 3.0))
    assert recent_gain(climbed, ["maximize", "maximize"], 2) > 0.5
    assert recent_gain(climbed, MINIMISE, 2) == 0


@pytest.mark.parametrize("n_objectives", [1, 2, 3])
def test_a_growing_front_has_what_would_be_computed_from_all(n_objectives):
    rng = np.random.default_rng(n_objectives)
    directions = ["maximize", *["minimize"] * 2][:n_objectives]
    values = [tuple(point) if rng.random() < 0.8 else None for point in rng.random((60, n_objectives)).tolist()]
    front, found = GrowingFront(directions, 10), records(*values)
    for n, one in enumerate(found, start=1):
        front.add(one)
        known = [record for record in found[:n] if record.values]
        on_front = non_dominated([record.values for record in known], directions) if known else []
        assert [r.number for r in front.members] == [known[i].number for i in on_front]
        assert front.n_scored == len(known)
        assert front.gain() == pytest.approx(recent_gain(found[:n], directions, 10))
    reference = reference_point([value for value in values[:10] if value], directions)
    assert front.volumes == pytest.approx(hypervolume_curve(values, reference, directions))


def test_a_front_that_begins_with_failures_grows_from_the_first_score_on():
    front = GrowingFront(MINIMISE, 2)
    for one in records(None, None, None, (2.0, 2.0), (1.0, 1.0), (9.0, 9.0)):
        front.add(one)
    assert front.volumes[:3] == [0, 0, 0]
    assert 0 < front.volumes[3] < front.volumes[4] == front.volumes[5]
    assert [record.number for record in front.members] == [4]


def test_what_breaks_a_constraint_is_not_on_a_growing_front():
    front = GrowingFront(MINIMISE, 2)
    for one in [*records(*FIRST), record(2, (0.0, 0.0), feasible=False)]:
        front.add(one)
    assert [r.number for r in front.members] == [0, 1]
    assert front.volumes[2] == front.volumes[1] > 0
