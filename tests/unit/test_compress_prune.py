"""What is left after pruning equals the original with the rest at zero; what goes is what matters least."""

from __future__ import annotations

import dataclasses

import pytest
import torch
from test_decoder import SHAPE, build, random_tokens

from autonas.compression import Compression, Pruning
from autonas.errors import UsageError
from trainer.compress.prune import drop_layers, keep_masked, magnitude_masks, new_fields, prune, prune_feed_forward
from trainer.optim import OptimizerConfig, Optimizers

WIDE = dataclasses.replace(SHAPE, d_ff=48, n_layers=3)
BATCHES = [(random_tokens(WIDE, 4, 12), random_tokens(WIDE, 4, 12))]


@pytest.mark.parametrize("activation", ["swiglu", "gelu", "relu_squared"])
@torch.no_grad()
def test_pruned_network_equals_the_masked_original(activation: str) -> None:
    shape = dataclasses.replace(WIDE, activation=activation)
    network = build(shape)
    dead = [torch.randperm(48, generator=torch.Generator().manual_seed(layer))[:16] for layer in range(3)]
    for block, channels in zip(network.blocks, dead, strict=True):
        block.feed_forward.down.weight[:, channels] = 0
    tokens = random_tokens(shape, 2, 10)
    smaller = prune_feed_forward(network, 32, BATCHES)
    assert smaller.shape == dataclasses.replace(shape, d_ff=32)
    assert sum(p.numel() for p in smaller.parameters()) == smaller.shape.parameters
    assert torch.allclose(smaller(tokens), network(tokens), atol=1e-5)


@torch.no_grad()
def test_channels_that_add_nothing_go_first() -> None:
    """Also where their column is large: what counts is what arrives in the residual stream."""
    network = build(WIDE)
    silent = torch.arange(0, 48, 3)
    before = network(BATCHES[0][0])
    for block in network.blocks:
        block.feed_forward.up.weight[silent] = 0
        block.feed_forward.down.weight[:, silent] *= 100
    unchanged = network(BATCHES[0][0])
    assert not torch.allclose(before, unchanged)
    assert torch.allclose(prune_feed_forward(network, 32, BATCHES)(BATCHES[0][0]), unchanged, atol=1e-5)


@torch.no_grad()
def test_the_layer_that_does_nothing_goes() -> None:
    network = build(WIDE)
    network.blocks[1].mixer.output.weight.zero_()
    network.blocks[1].feed_forward.down.weight.zero_()
    tokens = BATCHES[0][0]
    batches = [(tokens, network(tokens).argmax(-1))]  # its own choices: every change of them is a loss
    smaller = drop_layers(network, 2, batches)
    assert smaller.shape == dataclasses.replace(WIDE, n_layers=2)
    assert torch.allclose(smaller(tokens), network(tokens), atol=1e-5)
    assert drop_layers(network, 1, batches).shape.n_layers == 1


def test_masks_stay_through_training() -> None:
    network = build(WIDE)
    embedding = network.embedding.weight.detach().clone()
    masks = magnitude_masks(network, 0.5)
    assert "embedding.weight" not in masks
    for name, mask in masks.items():
        weight = network.get_parameter(name)
        assert int((~mask).sum()) == round(0.5 * mask.numel())
        assert weight[~mask].abs().max() <= weight[mask].abs().min()
    end = keep_masked(network, masks)
    assert torch.equal(network.embedding.weight, embedding)
    optimizers = Optimizers(network.train(), OptimizerConfig(matrices="adamw"))
    before = network.blocks[0].feed_forward.up.weight.detach().clone()
    for _ in range(3):
        network.loss(*BATCHES[0]).backward()
        optimizers.step(1.0)
    end()
    for name, mask in masks.items():
        assert not network.get_parameter(name)[~mask].any()
    assert not torch.equal(before, network.blocks[0].feed_forward.up.weight)
    assert not network._forward_pre_hooks


@pytest.mark.parametrize(
    ("text", "fields"), [("ffn:0.25", {"d_ff": 32}), ("layers:2", {"n_layers": 1}), ("magnitude:0.5", {})]
)
def test_new_fields_are_known_before(text: str, fields: dict[str, int]) -> None:
    pruning = Pruning.parse(text)
    assert str(pruning) == text
    assert new_fields(WIDE, pruning) == fields
    network, masks = prune(build(WIDE), pruning, BATCHES)
    assert network.shape == dataclasses.replace(WIDE, **fields)
    assert bool(masks) == (pruning.kind == "magnitude")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ffn:0.05", "ffn:0.05 would leave 48 of 48 feed-forward channels"),
        ("ffn:0.95", "ffn:0.95 would leave 0 of 48"),
        ("layers:3", "layers:3 would leave 0 of 3 layers"),
    ],
)
def test_too_much_or_nothing_is_refused(text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        prune(build(WIDE), Pruning.parse(text), BATCHES)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ffn", "KIND:AMOUNT, got 'ffn'"),
        ("heads:0.5", "ffn, layers, magnitude, got 'heads'"),
        ("ffn:1.5", "ffn:1.5 must name a share between 0 and 1"),
        ("ffn:nan", "ffn:nan must name a share"),
        ("layers:0.5", "layers:0.5 must name a number of layers"),
        ("layers:inf", "layers:inf must name a number of layers"),
    ],
)
def test_what_is_no_pruning_is_refused(text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        Pruning.parse(text)


def test_compressions_have_names_and_must_do_something() -> None:
    assert Compression(quantize="int4").label == "int4"
    assert Compression(quantize="int8", prune=Pruning.parse("ffn:0.25")).label == "ffn0.25-int8"
    with pytest.raises(UsageError, match="nothing is to be compressed"):
        Compression()
    with pytest.raises(UsageError, match="nothing to recover from"):
        Compression(quantize="int8", recover_tokens=5)


def test_a_network_of_another_kind_is_refused() -> None:
    class Other(torch.nn.Module):
        shape = WIDE

    with pytest.raises(UsageError, match=r"Other has no blocks with a feed_forward\.down"):
        prune_feed_forward(Other(), 16, BATCHES)


def test_layers_of_a_hybrid_stay_together() -> None:
    hybrid = dataclasses.replace(WIDE, mixer="deltanet", attention_every=3)
    with pytest.raises(UsageError, match="cannot take layers from deltanet/deltanet/attention"):
        new_fields(hybrid, Pruning.parse("layers:1"))
