"""A leak of any kind is found before training, and the module that leaks is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from autonas.errors import CandidateError
from autonas.protocols import Context
from evaluators.causality import Causality
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape

SHAPE = DecoderShape(
    n_layers=2, d_model=16, n_heads=2, n_kv_heads=1, d_ff=32, activation="swiglu", norm="rmsnorm",
    position="rope", qk_norm=True, tied=True, dropout=0.1, window=0, vocab_size=50,
)  # fmt: skip
CHECK = Causality(context=80)


@pytest.fixture
def context(tmp_path: Path) -> Context:
    return Context(seed=0, device="cpu", cache=tmp_path, folder=tmp_path)


def build(**changes: object) -> Decoder:
    return Decoder(replace(SHAPE, **changes), generator=torch.Generator().manual_seed(0))


class Peek(nn.Module):
    """Wraps a mixer and adds a little of the next position, in the modes and at the lengths it is told to."""

    def __init__(self, mixer: nn.Module, *, training: bool = True, evaluation: bool = True, above: int = 0) -> None:
        super().__init__()
        self.inner, self.modes, self.above = mixer, {True: training, False: evaluation}, above

    def new_cache(self, batch_size: int, max_tokens: int) -> object:
        return self.inner.new_cache(batch_size, max_tokens)

    def forward(self, x: Tensor, cache: object = None) -> Tensor:
        mixed = self.inner(x, cache)
        if cache is not None or not self.modes[self.training] or x.shape[1] <= self.above:
            return mixed
        return mixed + 0.1 * F.pad(x[:, 1:], (0, 0, 0, 1))


@pytest.mark.parametrize("position", ["rope", "alibi", "sinusoidal", "none"])
@pytest.mark.parametrize("window", [0, 24])
def test_causal_networks_pass(position: str, window: int, context: Context) -> None:
    assert CHECK.evaluate(build(position=position, window=window), context) == {}
    assert CHECK.stage == "built"


@pytest.mark.parametrize("layer", [0, 1])
@pytest.mark.parametrize(
    ("how", "mode"),
    [
        ({}, "training mode, length 17"),
        ({"evaluation": False}, "training mode, length 17"),
        ({"training": False}, "evaluation mode, length 17"),
        ({"above": 70}, "training mode, length 80"),
        ({"above": 70, "training": False}, "evaluation mode, length 80"),
    ],
)
def test_peeking_mixer_is_named(layer: int, how: dict[str, bool], mode: str, context: Context) -> None:
    network = build()
    network.blocks[layer].mixer = Peek(network.blocks[layer].mixer, **how)
    with pytest.raises(CandidateError, match=rf"mixer 'attention' of layer {layer} \(Peek\).*{mode}") as error:
        CHECK.evaluate(network, context)
    assert error.value.reason == "not causal"
    assert "mask the future" in error.value.hint


class Elsewhere(nn.Module):
    """Peeks on a CUDA device alone, as a wrong kernel would. Moving it there moves nothing: there is none here."""

    def __init__(self, network: Decoder) -> None:
        super().__init__()
        network.blocks[1].mixer = Peek(network.blocks[1].mixer, training=False, evaluation=False)
        self.network = network

    def to(self, device: torch.device) -> Elsewhere:
        self.network.blocks[1].mixer.modes = dict.fromkeys((True, False), device.type == "cuda")
        return self

    def new_cache(self, batch_size: int, max_tokens: int) -> object:
        return self.network.new_cache(batch_size=batch_size, max_tokens=max_tokens)

    def forward(self, tokens: Tensor, cache: object = None) -> Tensor:
        return self.network(tokens, cache=cache)


def test_a_leak_of_the_device_alone_is_found(context: Context) -> None:
    assert CHECK.evaluate(Elsewhere(build()), context) == {}
    with pytest.raises(CandidateError, match=r"^on cuda:1: .*Peek.* lets position \d+ see position") as error:
        CHECK.evaluate(Elsewhere(build()), replace(context, device="cuda:1"))
    assert error.value.reason == "not causal"


def test_positions_of_a_leak_are_neighbours(context: Context) -> None:
    network = build()
    network.blocks[0].mixer = Peek(network.blocks[0].mixer)
    with pytest.raises(CandidateError, match=r"lets position 0 see position 1 \("):
        CHECK.evaluate(network, context)


def test_leak_behind_matrix_of_zeros_is_found(context: Context) -> None:
    network = build()

    class Behind(Peek):
        def forward(self, x: Tensor, cache: object = None) -> Tensor:
            ahead = super().forward(x, cache) - self.inner(x, cache) if cache is None else torch.zeros_like(x)
            return self.inner(x, cache) + self.gate(ahead)

    planted = Behind(network.blocks[1].mixer)
    planted.gate = nn.Linear(16, 16, bias=False)
    nn.init.zeros_(planted.gate.weight)
    network.blocks[1].mixer = planted
    with pytest.raises(CandidateError, match=r"layer 1 \(Behind\) lets"):
        Causality(context=80).evaluate(build_without_dropout(network), context)


def build_without_dropout(network: Decoder) -> Decoder:
    for module in network.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.0
    return network


def test_leak_outside_the_mixers_is_named(context: Context) -> None:
    network = build()

    class Smooth(nn.Module):
        def forward(self, x: Tensor) -> Tensor:
            return x - x.mean(dim=1, keepdim=True)

    network.norm = Smooth()
    with pytest.raises(CandidateError, match=r"^Smooth \(norm\) lets position"):
        CHECK.evaluate(network, context)


def test_cache_that_forgets_is_named(context: Context) -> None:
    network = build()

    class Forgetful(Peek):
        def forward(self, x: Tensor, cache: object = None) -> Tensor:
            return self.inner(x, cache) if cache is None else self.inner(x, self.inner.new_cache(x.shape[0], 80))

    network.blocks[1].mixer = Forgetful(network.blocks[1].mixer)
    with pytest.raises(CandidateError, match=r"mixer 'attention' of layer 1 \(inner: Attention\) gives other") as error:
        CHECK.evaluate(network, context)
    assert error.value.reason == "wrong cache"


def test_smoothed_loss_is_refused(context: Context) -> None:
    class Smoothed(Decoder):
        def loss(self, tokens: Tensor, targets: Tensor, *, reduction: str = "mean") -> Tensor:
            logits = self(tokens).flatten(0, 1)
            return F.cross_entropy(logits, targets.flatten(), reduction=reduction, label_smoothing=0.1)

    with pytest.raises(
        CandidateError, match=r"network's loss is [\d.]+, the negative log-likelihood of its logits [\d.]+"
    ) as error:
        CHECK.evaluate(Smoothed(SHAPE), context)
    assert error.value.reason == "wrong loss"


def test_network_that_is_not_finite_is_refused(context: Context) -> None:
    network = build()
    nn.init.constant_(network.norm.weight, float("nan"))
    with pytest.raises(CandidateError, match="not finite") as error:
        CHECK.evaluate(network, context)
    assert error.value.reason == "not finite"


def test_network_and_random_state_stay_as_they_were(context: Context) -> None:
    network = build().eval()
    before = {name: value.clone() for name, value in network.state_dict().items()}
    torch.manual_seed(3)
    expected = torch.rand(1)
    torch.manual_seed(3)
    CHECK.evaluate(network, context)
    assert torch.equal(torch.rand(1), expected)
    assert not network.training
    assert all(torch.equal(value, before[name]) for name, value in network.state_dict().items())


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"context": 1}, "at least 2 tokens, got 1"),
        ({"tolerance": 0.5}, "got 0.5"),
        ({"positions": 0}, "got 0"),
    ],
)
def test_bad_fields_are_refused(changes: dict[str, float], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Causality(**changes)
