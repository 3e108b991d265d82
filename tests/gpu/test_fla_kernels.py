"""On CUDA the kernels of flash-linear-attention give what the plain forms give, values and gradients.

Differences are shares of the largest value. In float32 the kernels add up in another order, and multiply in three TF32
products each; under bfloat16 autocast both compute the recurrence in float32 from the same rounded inputs.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from recurrences import RULES, inputs, with_one_key
from torch import Tensor, nn

from autonas.protocols import Context
from evaluators.causality import Causality
from search_spaces.decoder.mixers import MIXERS, kernels
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape

pytestmark = [
    pytest.mark.gpu,
    pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA device"),
    pytest.mark.skipif(
        not kernels.wanted() and os.environ.get("AUTONAS_REQUIRE_FLA") != "1",
        reason="needs flash-linear-attention: pip install 'autonas[fla]'",
    ),
]

VALUES = 1e-4
GRADIENTS = 1e-3
BFLOAT16 = 0.02  # of the norm of what is compared
BY_KERNELS = {"deltanet": kernels.delta_rule, "mamba2": kernels.state_space, "rwkv7": kernels.general_delta_rule}
SHAPE = DecoderShape(
    n_layers=2, d_model=96, n_heads=3, n_kv_heads=3, d_ff=64, activation="swiglu", norm="rmsnorm", position="none",
    qk_norm=False, tied=True, dropout=0.0, window=0, vocab_size=300, token_shift=True, state_size=16, expansion=2,
    conv_size=4,
)  # fmt: skip
Rule = Callable[..., tuple[Tensor, Tensor]]


def on_device(family: str, time: int, width: int) -> list[Tensor]:
    return [part.float().cuda().requires_grad_() for part in inputs(family, time, width=width)]


def run(rule: Rule, given: list[Tensor]) -> tuple[list[Tensor], list[Tensor]]:
    """Returns outputs and last state, and the gradients of all that went in."""
    mixed, state = rule(*given)
    weights = torch.linspace(-1, 1, mixed.numel(), device=mixed.device, dtype=mixed.dtype).view_as(mixed)
    return [mixed, state], list(torch.autograd.grad((mixed * weights).sum() + state.square().sum(), given))


def alike(found: list[Tensor], expected: list[Tensor], tolerance: float) -> None:
    for one, other in zip(found, expected, strict=True):
        assert one.isfinite().all()
        assert (one - other).abs().max() <= tolerance * other.abs().max()


@pytest.mark.parametrize("family", RULES)
@pytest.mark.parametrize("time", [1, 2, 15, 16, 17, 31, 33, 64, 65, 130, 257])
def test_they_equal_the_plain_form_at_any_length(family: str, time: int) -> None:
    given = on_device(family, time, 32)
    (values, gradients), (plain, plain_gradients) = run(BY_KERNELS[family], given), run(RULES[family][1], given)
    alike(values, plain, VALUES)
    alike(gradients, plain_gradients, GRADIENTS)


@pytest.mark.parametrize("family", RULES)
@pytest.mark.parametrize("width", [8, 24, 64, 128, 200, 256])
def test_they_equal_the_recurrence_in_float64_for_any_head(family: str, width: int) -> None:
    given = on_device(family, 100, width)
    exact = [part.detach().cpu().double().requires_grad_() for part in given]
    (values, gradients), (expected, expected_gradients) = run(BY_KERNELS[family], given), run(RULES[family][0], exact)
    alike([value.cpu().double() for value in values], expected, VALUES)
    alike([gradient.cpu().double() for gradient in gradients], expected_gradients, GRADIENTS)


@pytest.mark.parametrize("family", RULES)
def test_extreme_decays_stay_finite(family: str) -> None:
    given = on_device(family, 130, 32)
    given[3] = torch.full_like(given[3], -math.exp(-0.5) if family == "rwkv7" else -60.0).requires_grad_()
    (values, gradients), (plain, _) = run(BY_KERNELS[family], given), run(RULES[family][1], given)
    alike(values, plain, VALUES)
    assert all(gradient.isfinite().all() for gradient in gradients)


@pytest.mark.parametrize("family", ["deltanet", "rwkv7"])
def test_the_same_key_again_and_again_loses_no_precision(family: str) -> None:
    given = with_one_key(family, [part.detach() for part in on_device(family, 128, 32)])
    alike(list(BY_KERNELS[family](*given)), list(RULES[family][1](*given)), 1e-3)


def build(family: str) -> nn.Module:
    mixer = MIXERS[family](replace(SHAPE, mixer=family), 0)
    generator = torch.Generator().manual_seed(1)
    with torch.no_grad():
        for parameter in mixer.parameters():
            parameter.add_(torch.randn(parameter.shape, generator=generator), alpha=0.1)
    return mixer.cuda()


def text() -> Tensor:
    return torch.randn(2, 150, SHAPE.d_model, generator=torch.Generator().manual_seed(2)).cuda()


@pytest.mark.parametrize("family", RULES)
@pytest.mark.parametrize("autocast", [False, True])
def test_mixers_train_alike(family: str, autocast: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    mixer, x = build(family), text()

    def trained(switch: str) -> list[Tensor]:
        monkeypatch.setenv("AUTONAS_FLA", switch)
        mixer.zero_grad()
        with torch.autocast("cuda", torch.bfloat16, enabled=autocast):
            mixed = mixer(x)
        mixed.float().square().sum().backward()
        return [mixed.float(), *(p.grad.clone() for p in mixer.parameters() if p.grad is not None)]

    for one, other in zip(trained("1"), trained("0"), strict=True):
        assert (one - other).norm() <= (BFLOAT16 if autocast else GRADIENTS) * other.norm()


@pytest.mark.parametrize("family", RULES)
def test_generation_goes_on_from_their_state(family: str, monkeypatch: pytest.MonkeyPatch) -> None:
    mixer, x = build(family).eval(), text()
    with torch.no_grad():
        cache = mixer.new_cache(2, 150)
        pieces = [mixer(piece, cache) for piece in x.split([70, 1, 1, 33, 1, 44], dim=1)]
        assert cache.state.dtype == torch.float32
        monkeypatch.setenv("AUTONAS_FLA", "0")
        alike([torch.cat(pieces, dim=1)], [mixer(x)], GRADIENTS)


@pytest.mark.parametrize("family", RULES)
def test_networks_that_use_them_are_causal(family: str, tmp_path: Path) -> None:
    """With the tolerance of the check, so that none is refused for what the kernels round."""
    network = Decoder(replace(SHAPE, mixer=family, attention_every=2), generator=torch.Generator().manual_seed(0))
    context = Context(seed=0, device="cuda:0", cache=tmp_path, folder=tmp_path)
    assert Causality(context=256).evaluate(network, context) == {}


@pytest.mark.parametrize("family", RULES)
def test_they_are_what_runs(family: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without this, all the other tests could compare the plain form with itself."""
    mixer = build(family)
    assert kernels.report()["state"] == "used on CUDA"

    def refused() -> None:
        raise LookupError("the kernels were asked for")

    monkeypatch.setattr(kernels, "load", refused)
    with pytest.raises(LookupError, match="asked for"):
        mixer(text())
    assert mixer.double()(text().double()).isfinite().all(), "float64 is always computed by the plain form"
