"""Early stopping: what a curve's beginning predicts, how surely, and that a stopped shape leaves no values."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest

from autonas.early_stop import LOOKS, StopRule, Watch, stop_rule
from autonas.errors import CandidateStopped, UsageError
from autonas.pareto import dominates
from autonas.records import Record
from autonas.resolve import resolve_study
from autonas.runs import Place
from autonas.search import Events, run_search
from autonas.storage import StudyStore
from autonas.study import Objective

TOY = str(Path(__file__).parents[1] / "toy.py")
OBJECTIVES = (Objective(metric="loss"), Objective(metric="collapse"), Objective(metric="parameters"))
STEPS = range(25, 1001, 25)


def candidate(number: int, rng: np.random.Generator, noise: float = 0.01, quality: float | None = None) -> Record:
    """One whose loss falls to what its size and quality give; collapse follows the loss, with noise of its own."""
    size = float(np.exp(rng.uniform(11, 14)))
    quality = float(rng.normal(scale=0.08)) if quality is None else quality
    final = 6 * size**-0.1 + quality
    curve = [
        {"step": float(s), "tokens": 1000.0 * s, "loss": final + 1.5 * np.exp(-s / 250) + noise * rng.normal()}
        for s in STEPS
    ]
    values = (final + noise * rng.normal(), 0.3 + 0.8 * quality + 0.03 * rng.normal(), size)
    return Record(
        number=number,
        state="complete",
        genome={},
        shape={},
        shape_key=str(number),
        generation=0,
        values=values,
        curve=curve,
    )


def probabilities(rule: StopRule | None, record: Record) -> list[float]:
    if rule is None:
        return [0.0] * len(LOOKS)
    losses = {int(p["step"]): p["loss"] for p in record.curve}
    return [rule.probability(look, [v for s, v in losses.items() if s <= look]) for look in rule.looks]


def rule_for(record: Record, others: list[Record], **options) -> StopRule | None:
    return stop_rule(others, OBJECTIVES, {"parameters": record.values[2]}, options.get("threshold", 0.95))


def test_what_is_stopped_would_have_been_dominated():
    """Over many candidates: of those above the threshold, no more than it allows for were on the front after all."""
    stopped = wrong = dominated = caught = 0
    for seed in range(12):
        rng = np.random.default_rng(seed)
        records = [candidate(n, rng) for n in range(40)]
        for n in range(10, 40):
            before, new = records[:n], records[n]
            truth = any(dominates(other.values, new.values) for other in before)
            dominated += truth
            if max(probabilities(rule_for(new, before), new)) >= 0.95:
                stopped += 1
                wrong += not truth
                caught += truth
    assert stopped > 100, "it stops something"
    assert wrong / stopped < 0.03, "0.05 are allowed for, and are what a rule gets that knows no uncertainty"
    assert caught / dominated > 0.3, "a good part of what will be dominated is seen before its end"


def test_later_looks_know_more():
    rng = np.random.default_rng(3)
    records = [candidate(n, rng) for n in range(30)]
    bad = candidate(99, rng, quality=0.5)
    early, _, late = probabilities(rule_for(bad, records), bad)
    assert late > 0.99
    assert late >= early
    good = candidate(98, rng, quality=-0.5)
    assert max(probabilities(rule_for(good, records), good)) < 0.01


def test_noise_in_the_final_values_makes_it_careful():
    def chance(noise):
        rng = np.random.default_rng(0)
        records = [candidate(n, rng, noise=noise) for n in range(20)]
        bad = [candidate(50, rng, noise=noise, quality=0.15) for _ in range(30)]
        return np.mean([max(probabilities(rule_for(new, records), new)) for new in bad])

    assert chance(0.3) < 0.9 * chance(0.01)


def test_nothing_is_said_where_nothing_is_known():
    rng = np.random.default_rng(0)
    records = [candidate(n, rng) for n in range(20)]
    new = candidate(50, rng)
    assert rule_for(new, records[:7]) is None, "too few"
    smallest = {"parameters": 1.0}
    assert stop_rule(records, OBJECTIVES, smallest, 0.95) is None, "nothing on the front is as small"
    everything = {o.metric: 1.0 for o in OBJECTIVES}
    assert stop_rule(records, OBJECTIVES, everything, 0.95) is None, "training decides nothing"
    other_grid = [*records, Record(**{**as_fields(records[0]), "curve": records[0].curve[::2]})]
    assert rule_for(new, other_grid) is None, "curves that don't compare"
    pruned = [Record(**{**as_fields(r), "state": "pruned", "values": None}) for r in records]
    assert rule_for(new, pruned) is None, "what was stopped teaches nothing"


def as_fields(record: Record) -> dict:
    return {name: getattr(record, name) for name in Record.__dataclass_fields__}


def test_a_rule_is_plain_data_and_always_says_the_same():
    rng = np.random.default_rng(1)
    records = [candidate(n, rng) for n in range(20)]
    new = candidate(50, rng, quality=0.1)
    rule = rule_for(new, records)
    again = StopRule(**asdict(rule))
    assert probabilities(rule, new) == probabilities(again, new)
    assert all(isinstance(x, float) for row in asdict(rule)["rivals"] for x in row)


def test_the_watch_stops_at_a_look_and_keeps_the_curve():
    rng = np.random.default_rng(3)
    records = [candidate(n, rng) for n in range(30)]
    bad = candidate(99, rng, quality=0.8)
    watch = Watch(rule_for(bad, records))

    def train():
        for point in bad.curve:
            watch(point)

    with pytest.raises(CandidateStopped, match=r"after [\d,]+ tokens the front dominates it with a prob") as stop:
        train()
    assert stop.value.curve[-1]["step"] in rule_for(bad, records).looks
    for point in bad.curve:
        Watch(None)(point)


def search(folder: Path, early_stop: str):
    url = f"sqlite:///{folder}/autonas.db"
    resolved = resolve_study(TOY, n_trials=24, overrides=[("early_stop", early_stop), ("trainer.slow", "0.01")])
    told = []
    place = Place(storage_url=url, out=folder, cache=folder)
    outcome = run_search(resolved, place, events=Events(finished=told.append))
    with StudyStore.open(url, "toy") as store:
        return outcome, store.records(), told


@pytest.fixture(scope="module")
def searched(in_this_process, tmp_path_factory):
    """Two searches of one seed: outcome, records and what was told, by the threshold of their early stopping."""
    del in_this_process
    return {threshold: search(tmp_path_factory.mktemp("searched"), threshold) for threshold in ("0.95", "none")}


class TestInASearch:
    """The toy's front is one of depth; what has no norm is dominated by what is no deeper and has one."""

    def test_it_is_recorded_with_its_reason_and_leaves_no_values(self, searched):
        outcome, records, told = searched["0.95"]
        stopped = [r for r in records if r.state == "pruned"]
        assert stopped
        assert outcome.n_pruned == len(stopped)
        assert outcome.n_complete + outcome.n_pruned == 24
        for record in stopped:
            assert record.reason == "dominated"
            assert "the front dominates it with a probability of" in record.message
            assert record.values is None
            assert len(record.curve) < 12
            assert record.finished
        assert [r.number for r in told] == list(range(24))

    def test_without_it_the_front_is_the_same(self, searched):
        some, all_ = searched["0.95"][1], searched["none"][1]
        assert {r.state for r in all_} == {"complete"}
        values = {r.shape_key: r.values for r in all_}
        best = [v for v in values.values() if not any(dominates(w, v) for w in values.values())]
        stopped = [r for r in some if r.state == "pruned" and r.shape_key in values]
        assert stopped
        assert not [r for r in stopped if values[r.shape_key] in best]

    def test_a_threshold_out_of_range(self):
        with pytest.raises(UsageError, match=r"early_stop must lie above 0.5 and be at most 1, got 0.2"):
            resolve_study(TOY, overrides=[("early_stop", "0.2")])
