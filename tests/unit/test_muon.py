"""Stacking equal matrices changes nothing but the number of calls, and float32 only what bfloat16 rounds away."""

import pytest
import torch
from torch import nn

from trainer import muon
from trainer.muon import StackedMuon

SIZES = [(16, 16), (8, 16), (40, 16), (16, 40), (16, 16), (40, 16)]


def parameters():
    generator = torch.Generator().manual_seed(0)
    return [nn.Parameter(torch.randn(size, generator=generator)) for size in SIZES]


def train(kind, *, decay, n_steps=6):
    weights, generator = parameters(), torch.Generator().manual_seed(1)
    optimizer = kind(weights, lr=0.02, weight_decay=decay, adjust_lr_fn="original")
    for step in range(n_steps):
        for number, weight in enumerate(weights):
            weight.grad = torch.randn(weight.shape, generator=generator)
            if number == 1 and step % 2:
                weight.grad = None  # a matrix without gradient stays as it is
        optimizer.param_groups[0]["lr"] = 0.02 / (step + 1)
        optimizer.step()
    return weights


@pytest.mark.parametrize("stacked_elements", [0, 300, 10**6])
@pytest.mark.parametrize("decay", [0.0, 0.1])
@pytest.mark.parametrize("bfloat16", [True, False])
def test_equals_the_library(bfloat16, decay, stacked_elements, monkeypatch):
    monkeypatch.setattr(muon, "STACKED_ELEMENTS", stacked_elements)
    monkeypatch.setattr(muon, "has_bfloat16", lambda _: bfloat16)
    reference, ours, start = train(torch.optim.Muon, decay=decay), train(StackedMuon, decay=decay), parameters()
    for expected, got, before in zip(reference, ours, start, strict=True):
        assert (expected - before).abs().max() > 0.01
        # An element moves by less than 0.02 a step. The library's bfloat16 has 8 bits; ours may differ in the last.
        torch.testing.assert_close(got, expected, rtol=0, atol=2e-4 if bfloat16 else 1e-3)


def test_nothing_is_rounded_to_bfloat16_where_the_device_has_to_emulate_it(monkeypatch):
    monkeypatch.setattr(muon, "has_bfloat16", lambda _: False)
    weight = nn.Parameter(torch.zeros(24, 16))
    weight.grad = torch.randn(weight.shape, generator=torch.Generator().manual_seed(0))
    x = weight.grad.double().T
    x = x / x.norm()
    for _ in range(5):
        gram = x @ x.T
        x = 3.4445 * x + (-4.775 * gram + 2.0315 * gram @ gram) @ x
    StackedMuon([weight], lr=1.0, weight_decay=0.0, adjust_lr_fn="original").step()
    torch.testing.assert_close(weight.detach().double(), -(1.5**0.5) * x.T, rtol=0, atol=1e-5)


def test_a_gradient_of_zero_is_no_division_by_zero():
    weight = nn.Parameter(torch.ones(4, 4))
    weight.grad = torch.zeros(4, 4)
    StackedMuon([weight], weight_decay=0.0).step()
    assert torch.equal(weight, torch.ones(4, 4))


def test_a_closure_is_refused():
    with pytest.raises(ValueError, match="StackedMuon takes no closure"):
        StackedMuon(parameters()).step(lambda: 0.0)
