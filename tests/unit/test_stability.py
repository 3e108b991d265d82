"""What the last generations have added to a front."""

from __future__ import annotations

import pytest

from autonas.records import Record
from autonas.stability import recent_gain

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
