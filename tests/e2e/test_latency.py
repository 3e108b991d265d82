"""Serving is measured in a process of its own, one measurement at a time, and its metrics can be constraints."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import replace

import pytest

from autonas.errors import CandidateError
from evaluators import gauge
from evaluators.gauge import FEWEST_ROUNDS, FromShape, Plan, measure_in_quiet
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape

STUDY = """
from dataclasses import replace
from evaluators.latency import Latency
from search_spaces.decoder.model import Decoder
from studies.smoke import smoke

class Mine(Decoder):
    '''Of this file: the measuring process has to find it.'''

class Space(type(smoke().space)):
    def build(self, shape, seed):
        import torch
        return Mine(shape, generator=torch.Generator().manual_seed(seed))

def study():
    whole = smoke()
    space = Space(layers=(1,), widths=(32, 48), heads=(2,), vocab_sizes=(512,))
    return replace(whole, name="served", space=space, evaluators=(*whole.evaluators, Latency(rounds=6, context=32)))
"""
PLAN = Plan(device="cpu", context=8, new_tokens=2, rounds=6, seconds=5, threads=1)
SHAPE = DecoderShape(
    n_layers=1, d_model=16, n_heads=2, n_kv_heads=1, d_ff=32, activation="swiglu", norm="rmsnorm",
    position="rope", qk_norm=True, tied=True, dropout=0.0, window=0, vocab_size=257,
)  # fmt: skip


class Broken(Decoder):
    """Cannot be served."""

    def new_cache(self, **_: int) -> object:
        raise RuntimeError("no cache today")


class Dying(Decoder):
    """Takes its process with it."""

    def new_cache(self, **_: int) -> object:
        import os

        os._exit(7)


def test_measured_metrics_are_recorded_and_bounded(autonas):
    (autonas.folder / "mine.py").write_text(STUDY)
    tiny = ("--study", "mine.py", "--trials", "2", "--device", "cpu", "--set", "budget.tokens=4096")
    autonas(
        "search", *tiny, "--name", "wide", "--set", "constraints.decode_ms=1e6", "--set", "constraints.bytes_int4=2e6"
    )
    for trial in json.loads(autonas.here("trials", "--study", "wide", "--json"))["trials"]:
        assert 0 < trial["decode_ms.low"] <= trial["decode_ms"] <= trial["decode_ms.high"]
        assert trial["prefill_ms"] > 0
        assert trial["serve_memory_mb"] >= 0
        assert trial["bytes_int4"] < trial["bytes_int8"] < trial["bytes_bf16"]
    assert json.loads(autonas.here("front", "--study", "wide", "--json"))["front"]
    narrow = autonas("search", *tiny, "--name", "narrow", "--set", "constraints.decode_ms=1e-6", code=1)
    assert "none of the 2 scored candidates keeps the constraints: decode_ms is at least" in narrow
    assert "allow more with --set constraints.decode_ms=BOUND, or search longer, or give" in narrow
    assert json.loads(autonas.here("front", "--study", "narrow", "--json"))["front"] == []


def test_a_file_s_size_is_bounded_before_any_training(autonas):
    text = autonas("search", "--study", "smoke", "--device", "cpu", "--set", "constraints.bytes_int4=100", code=1)
    assert "no shape of the space could be found that has bytes_int4 of at most 100" in text
    assert json.loads(autonas.here("trials", "--study", "smoke", "--json"))["trials"] == []


def test_readings_are_one_a_round():
    readings = measure_in_quiet(FromShape.of(Decoder(SHAPE)), PLAN)
    assert len(readings.prefill_ms) == len(readings.decode_ms) == PLAN.rounds
    assert min(readings.prefill_ms + readings.decode_ms) > 0
    assert readings.memory_mb >= 0
    assert readings.busy_cores >= 0


def test_no_time_is_left_for_more_than_the_fewest_rounds():
    readings = measure_in_quiet(FromShape.of(Decoder(SHAPE)), replace(PLAN, seconds=1e-9))
    assert len(readings.prefill_ms) == FEWEST_ROUNDS


def test_memory_holds_the_weights():
    wide = replace(SHAPE, d_model=256, d_ff=1024, vocab_size=8192)
    memory = measure_in_quiet(FromShape.of(Decoder(wide)), PLAN).memory_mb
    weights = 4 * wide.parameters / 1e6
    assert weights < memory < 1.5 * weights + 4


def test_two_measurements_never_overlap():
    spans = []

    def measure() -> None:
        begun = time.monotonic()
        measure_in_quiet(FromShape.of(Decoder(SHAPE)), PLAN)
        spans.append(time.monotonic() - begun)

    measure()  # the process that they are forks of is there
    alone = spans[0]
    with gauge._alone():
        waiting = threading.Thread(target=measure)
        waiting.start()
        time.sleep(alone + 1)
        assert len(spans) == 1
    waiting.join()
    assert len(spans) == 2


@pytest.mark.parametrize(
    ("network", "message"),
    [(Broken, "serving could not be measured: RuntimeError: no cache today"), (Dying, "ended with exit code 7")],
)
def test_what_cannot_be_measured_fails_with_its_reason(network, message):
    with pytest.raises(CandidateError, match=message) as error:
        measure_in_quiet(FromShape.of(network(SHAPE)), PLAN)
    assert error.value.reason == "not measured"
