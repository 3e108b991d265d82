"""A model is examined beside another one whatever its study minimises."""

from __future__ import annotations

from dataclasses import replace

import pytest

from autonas import examination
from autonas.protocols import Context
from autonas.study import Objective
from evaluators.latency import Latency
from studies.smoke import smoke


class Fixed:
    """Reports one number."""

    stage = "trained"

    def __init__(self, metric, value):
        self.metrics, self.value = (metric,), value

    def evaluate(self, *_):
        return {self.metrics[0]: self.value}


@pytest.fixture
def context(tmp_path):
    return Context(seed=0, device="cpu", cache=tmp_path, folder=tmp_path)


def test_times_may_be_an_objective(context):
    """They are measured apart, one model right after the other."""
    whole = smoke()
    before = (*whole.at_stage("shape"), *whole.at_stage("built"))
    evaluators = (*before, Fixed("loss", 2), Fixed("decode_ms", 3), Fixed("collapse", 0.5))
    objectives = tuple(Objective(metric=name) for name in ("loss", "decode_ms", "parameters"))
    study = replace(whole, evaluators=evaluators, objectives=objectives, constraints=())
    assert examination.loss(study, None, context) == {"loss": 2.0}
    assert examination.other_scores(study, None, context) == {"collapse": 0.5}
    assert examination.times(study, None, context) == {"decode_ms": 3.0}


def test_a_study_without_times_has_the_usual_ones():
    assert examination.timing(smoke()) == Latency()
    study = replace(smoke(), evaluators=(*smoke().evaluators, Latency(rounds=7)))
    assert examination.timing(study) == Latency(rounds=7)
