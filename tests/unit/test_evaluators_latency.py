"""Serving is measured in another process; here what it does there, and what becomes of its readings."""

from __future__ import annotations

import math
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from autonas.errors import AutonasError
from evaluators.gauge import FromShape, Named, Plan
from evaluators.latency import Latency, median_with_interval
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape

SHAPE = DecoderShape(
    n_layers=1, d_model=16, n_heads=2, n_kv_heads=1, d_ff=32, activation="swiglu", norm="rmsnorm",
    position="rope", qk_norm=True, tied=True, dropout=0.0, window=0, vocab_size=257,
)  # fmt: skip
PLAN = Plan(device="cpu", context=8, new_tokens=3, rounds=9, seconds=60, threads=1)


def test_a_network_is_rebuilt_from_its_shape() -> None:
    network = FromShape.of(Decoder(SHAPE))()
    assert isinstance(network, Decoder)
    assert network.shape == SHAPE


def test_classes_of_a_file_are_found_without_an_import(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As those of a study that was given as a file: its module has a name that no import finds."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(sys, "modules", dict(sys.modules))
    for word in ("found", "another of the same stem"):
        source = tmp_path / word / "mine.py"
        source.parent.mkdir()
        source.write_text(f"class Net:\n    class Part:\n        word = {word!r}\n")
        assert Named(module="autonas_study_mine", name="Net.Part", file=str(source)).find().word == word


def test_what_no_other_process_can_build_is_refused() -> None:
    class Local(torch.nn.Module):
        shape = SHAPE

    with pytest.raises(AutonasError, match="Local is defined inside a function") as error:
        FromShape.of(Local())
    assert "top of a module" in error.value.hint
    with pytest.raises(AutonasError, match="Linear has no shape"):
        FromShape.of(torch.nn.Linear(2, 2))


@pytest.mark.parametrize("n", [6, 7, 15, 40, 101])
def test_interval_of_the_median_has_its_coverage(n: int) -> None:
    """The exact coverage by the ranks of the ends: 95 % or more, and less with ranks one further in."""
    low, _, high = median_with_interval([float(i) for i in range(n)])
    rank = int(low)
    assert high == n - 1 - rank
    outside = [2 * sum(math.comb(n, k) for k in range(end + 1)) / 2**n for end in (rank, rank + 1)]
    assert outside[0] <= 0.05 < outside[1]


def test_interval_covers_the_true_median() -> None:
    random = np.random.default_rng(0)
    intervals = [median_with_interval(random.exponential(size=15).tolist()) for _ in range(500)]
    assert np.mean([low <= math.log(2) <= high for low, _, high in intervals]) > 0.93


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"context": 0}, "context must be at least 1, got 0"),
        ({"rounds": 5}, "rounds must be at least 6, got 5"),
        ({"threads": 0}, "threads must be at least 1, got 0"),
        ({"new_tokens": 0}, "new_tokens must be at least 1, got 0"),
        ({"seconds": 0.0}, "seconds must be above 0, got 0"),
    ],
)
def test_bad_fields_are_refused(fields: dict[str, float], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Latency(**fields)
