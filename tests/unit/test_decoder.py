"""The decoder equals its references: counts, cached form, positions, window, gradients."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest
import torch
import torch.nn.functional as F
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from search_spaces.decoder.families import LINEAR, MIXER_FLOPS, MIXER_TENSORS, canonical
from search_spaces.decoder.mixers import MIXERS
from search_spaces.decoder.mixers.attention import Attention
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import ACTIVATIONS, NORMS, POSITIONS, DecoderShape

SHAPE = DecoderShape(
    n_layers=2, d_model=24, n_heads=4, n_kv_heads=2, d_ff=32, activation="swiglu", norm="rmsnorm",
    position="rope", qk_norm=False, tied=True, dropout=0.0, window=0, vocab_size=40,
)  # fmt: skip


@st.composite
def shapes(draw: st.DrawFn) -> DecoderShape:
    heads = draw(st.sampled_from([1, 2, 4]))
    mixer = draw(st.sampled_from(sorted(MIXERS)))
    # The norm of two numbers is their order: it has no gradient, and the last bit of a sum decides it. Linear families
    # have such a norm in each head.
    sizes = [size for size in (2, 6, 8) if size * (1 if mixer in LINEAR else heads) >= 6]
    shape = DecoderShape(
        n_layers=draw(st.integers(1, 3)),
        d_model=heads * draw(st.sampled_from(sizes)),
        n_heads=heads,
        n_kv_heads=draw(st.sampled_from([n for n in (1, 2, 4) if n <= heads])),
        d_ff=draw(st.integers(1, 40)),
        activation=draw(st.sampled_from(ACTIVATIONS)),
        norm=draw(st.sampled_from(NORMS)),
        position=draw(st.sampled_from(POSITIONS)),
        qk_norm=draw(st.booleans()),
        tied=draw(st.booleans()),
        dropout=draw(st.sampled_from([0.0, 0.2])),
        window=draw(st.sampled_from([0, 3, 16])),
        token_shift=draw(st.booleans()),
        vocab_size=draw(st.integers(2, 50)),
        mixer=mixer,
        attention_every=draw(st.sampled_from([0, 2, 3])) if mixer in LINEAR else 0,
        attention_first=draw(st.booleans()),
        expansion=draw(st.sampled_from([1, 2])),
        state_size=draw(st.sampled_from([1, 5, 8])),
        conv_size=draw(st.sampled_from([0, 2, 4])),
    )
    return draw(st.sampled_from([shape, canonical(shape)]))


def build(shape: DecoderShape, seed: int = 0) -> Decoder:
    """A network with weights large enough for every part to matter."""
    generator = torch.Generator().manual_seed(seed)
    network = Decoder(shape, generator=generator).eval()
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(torch.randn(parameter.shape, generator=generator) * 0.2)
    return network


def random_tokens(shape: DecoderShape, batch: int, time: int) -> Tensor:
    return torch.randint(shape.vocab_size, (batch, time), generator=torch.Generator().manual_seed(1))


@settings(deadline=None, max_examples=60)
@given(shape=shapes())
def test_count_equals_the_built_network(shape: DecoderShape) -> None:
    network = Decoder(shape)
    parts = shape.parameters_by_part()
    built = {
        "embedding": network.embedding.weight.numel(),
        "mixers": sum(p.numel() for block in network.blocks for p in block.mixer.parameters()),
        "feed_forward": sum(p.numel() for block in network.blocks for p in block.feed_forward.parameters()),
        "output": 0 if shape.tied else network.output.weight.numel(),
    }
    assert built == {part: parts[part] for part in built}
    assert shape.parameters == sum(p.numel() for p in network.parameters())


def test_every_family_has_a_parameter_count() -> None:
    assert set(MIXERS) == set(MIXER_TENSORS) == set(MIXER_FLOPS)


@settings(deadline=None, max_examples=60)
@given(shape=shapes(), cuts=st.lists(st.integers(1, 10), max_size=5))
def test_cached_form_equals_full_forward(shape: DecoderShape, cuts: list[int]) -> None:
    network, tokens = build(shape), random_tokens(shape, 2, sum(cuts) + 4)
    cache = network.new_cache(batch_size=2, max_tokens=tokens.shape[1])
    with torch.no_grad():
        pieces = [network(piece, cache=cache) for piece in tokens.split([*cuts, 1, 1, 2], dim=1)]
        assert cache.length == tokens.shape[1]
        torch.testing.assert_close(torch.cat(pieces, dim=1), network(tokens), rtol=1e-4, atol=1e-4)


@settings(deadline=None, max_examples=40)
@given(shape=shapes(), rows=st.lists(st.integers(0, 3), min_size=1, max_size=3, unique=True))
def test_rows_that_a_cache_keeps_go_on_as_before(shape: DecoderShape, rows: list[int]) -> None:
    network, tokens = build(shape), random_tokens(shape, 4, 9)
    cache = network.new_cache(batch_size=4, max_tokens=9)
    with torch.no_grad():
        network(tokens[:, :6], cache=cache)
        cache.select(torch.tensor(rows))
        pieces = [network(piece, cache=cache) for piece in tokens[rows, 6:].split([1, 2], dim=1)]
        torch.testing.assert_close(torch.cat(pieces, dim=1), network(tokens)[rows, 6:], rtol=1e-4, atol=1e-4)


@settings(deadline=None, max_examples=20)
@given(shape=shapes(), cut=st.integers(1, 5))
def test_next_logits_are_the_last_of_all(shape: DecoderShape, cut: int) -> None:
    network, tokens = build(shape), random_tokens(shape, 2, 6)
    cache = network.new_cache(batch_size=2, max_tokens=6)
    with torch.no_grad():
        for piece, end in ((tokens[:, :cut], cut), (tokens[:, cut:], 6)):
            logits = network.next_logits(piece, cache)
            torch.testing.assert_close(logits, network(tokens[:, :end])[:, -1], rtol=1e-4, atol=1e-4)


@settings(deadline=None, max_examples=40)
@given(shape=shapes(), length=st.integers(2, 24), data=st.data())
def test_future_has_no_gradient(shape: DecoderShape, length: int, data: st.DataObject) -> None:
    network, tokens = build(shape).train(), random_tokens(shape, 1, length)
    position = data.draw(st.integers(0, length - 2))
    embedded: list[Tensor] = []

    def keep(module: object, inputs: object, output: Tensor) -> Tensor:
        del module, inputs
        embedded.append(output.detach().requires_grad_())
        return embedded[0]

    network.embedding.register_forward_hook(keep)
    weights = torch.randn(shape.vocab_size, generator=torch.Generator().manual_seed(2))
    (network(tokens)[0, position] * weights).sum().backward()
    gradient = embedded[0].grad[0]
    assert (gradient[position + 1 :] == 0).all()
    assert gradient.isfinite().all()
    assert (gradient[position] != 0).any()


@settings(deadline=None, max_examples=40)
@given(shape=shapes())
def test_every_parameter_learns(shape: DecoderShape) -> None:
    network, tokens = build(replace(shape, d_ff=40)).train(), random_tokens(shape, 4, 12)
    network.loss(tokens[:, :-1], tokens[:, 1:]).backward()
    for name, parameter in network.named_parameters():
        assert parameter.grad is not None, name
        assert parameter.grad.isfinite().all(), name
        assert (parameter.grad != 0).any(), name


@pytest.mark.parametrize("tied", [True, False])
def test_loss_is_the_likelihood_of_the_logits(tied: bool) -> None:
    shape = replace(SHAPE, tied=tied)
    network, tokens = build(shape), random_tokens(shape, 3, 9)
    logits = network(tokens[:, :-1]).double()
    expected = -logits.log_softmax(-1).gather(2, tokens[:, 1:, None])[..., 0]
    each = network.loss(tokens[:, :-1], tokens[:, 1:], reduction="none")
    torch.testing.assert_close(each.double(), expected, rtol=1e-4, atol=1e-5)
    assert each.shape == (3, 8)
    mean = network.loss(tokens[:, :-1], tokens[:, 1:])
    torch.testing.assert_close(mean.double(), expected.mean(), rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("tied", [True, False])
def test_ignored_targets_cost_no_logits(tied: bool) -> None:
    network, tokens = build(replace(SHAPE, tied=tied)).train(), random_tokens(SHAPE, 3, 9)
    targets = tokens[:, 1:].clone()
    targets[0], targets[1, 2:5], targets[2, :7] = -100, -100, -100
    logits = network(tokens[:, :-1])
    gradients = []
    for loss in (F.cross_entropy(logits.flatten(0, 1), targets.flatten()), network.loss(tokens[:, :-1], targets)):
        network.zero_grad()
        loss.backward()
        gradients.append([loss.detach(), *(parameter.grad.clone() for parameter in network.parameters())])
    torch.testing.assert_close(gradients[1], gradients[0], rtol=1e-4, atol=1e-6)
    each = network.loss(tokens[:, :-1], targets, reduction="none")
    assert (each[targets < 0] == 0).all()
    assert (each[targets >= 0] > 0).all()

    made: list[int] = []
    network.output.register_forward_hook(lambda *seen: made.append(seen[-1].numel()))
    network.loss(tokens[:, :-1], targets)
    assert made == [(targets >= 0).sum() * SHAPE.vocab_size]


@torch.no_grad()
@pytest.mark.parametrize("training", [True, False])
@pytest.mark.parametrize(
    "changes",
    [{}, {"position": "alibi"}, {"position": "sinusoidal"}, {"window": 5}, {"n_kv_heads": 1}, {"token_shift": True}],
    ids=str,
)
def test_documents_of_a_row_are_computed_as_if_each_were_alone(changes: dict[str, Any], training: bool) -> None:
    """Both forms of attention: with the scores written out, as in training on the CPU, and fused."""
    network = build(replace(SHAPE, **changes))
    tokens = random_tokens(network.shape, 2, 17)
    cuts = (4, 1, 12)
    documents = torch.repeat_interleave(torch.arange(3), torch.tensor(cuts)).expand(2, -1)
    with torch.set_grad_enabled(training):
        found = network(tokens, documents=documents).detach()
        together = network(tokens).detach()
    alone = torch.cat([network(part) for part in tokens.split(cuts, dim=1)], dim=1)
    torch.testing.assert_close(found, alone, rtol=1e-4, atol=1e-5)
    assert (found - together)[:, 5].abs().amax() > 1e-3
    torch.testing.assert_close(found[:, :4], together[:, :4], rtol=1e-4, atol=1e-5)


def test_tied_networks_share_one_matrix() -> None:
    tied, untied = Decoder(SHAPE), Decoder(replace(SHAPE, tied=False))
    assert tied.output.weight is tied.embedding.weight
    assert untied.output.weight is not untied.embedding.weight


def reference_attention(mixer: Attention, x: Tensor) -> Tensor:
    """Attention of one sequence (T, C) by loops in float64, from the papers' formulas."""
    shape, time = mixer.shape, x.shape[0]
    size, group = shape.head_size, shape.n_heads // shape.n_kv_heads
    weights = {name: value.double() for name, value in mixer.state_dict().items()}
    query = (x @ weights["query.weight"].T).view(time, shape.n_heads, size)
    key = (x @ weights["key.weight"].T).view(time, shape.n_kv_heads, size)
    value = (x @ weights["value.weight"].T).view(time, shape.n_kv_heads, size)
    mixed = torch.zeros(time, shape.n_heads, size, dtype=torch.float64)
    for head in range(shape.n_heads):
        for t in range(time):
            first = max(0, t - shape.window + 1) if shape.window else 0
            scores = []
            for s in range(first, t + 1):
                q, k = query[t, head], key[s, head // group]
                if shape.qk_norm:
                    q = q / (q.square().mean() + 1e-6).sqrt() * weights["query_norm.weight"]
                    k = k / (k.square().mean() + 1e-6).sqrt() * weights["key_norm.weight"]
                if shape.position == "rope":
                    q, k = rotated(q, t), rotated(k, s)
                slope = 2.0 ** (-8.0 * (head + 1) / shape.n_heads) if shape.position == "alibi" else 0.0
                scores.append(q @ k / math.sqrt(size) - slope * (t - s))
            share = torch.stack(scores).softmax(0)
            mixed[t, head] = share @ value[first : t + 1, head // group]
    return mixed.flatten(1) @ weights["output.weight"].T


def rotated(x: Tensor, position: int) -> Tensor:
    """Turns the pairs (x[i], x[i + D/2]) as complex numbers."""
    half = len(x) // 2
    angles = position * 10_000.0 ** (-torch.arange(half, dtype=torch.float64) / half)
    turned = torch.complex(x[:half], x[half:]) * torch.polar(torch.ones(half, dtype=torch.float64), angles)
    return torch.cat([turned.real, turned.imag])


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("n_kv_heads", [1, 2, 4])
@pytest.mark.parametrize(("window", "qk_norm"), [(0, False), (4, True)])
def test_attention_equals_naive_float64(position: str, n_kv_heads: int, window: int, qk_norm: bool) -> None:
    shape = replace(SHAPE, position=position, n_kv_heads=n_kv_heads, window=window, qk_norm=qk_norm, d_model=32)
    mixer = build(shape).blocks[0].mixer
    x = torch.randn(11, 32, generator=torch.Generator().manual_seed(3))
    expected = reference_attention(mixer, x.double())
    with torch.no_grad():
        torch.testing.assert_close(mixer(x[None])[0].double(), expected, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("position", POSITIONS)
def test_window_bounds_what_a_layer_sees(position: str) -> None:
    shape = replace(SHAPE, n_layers=1, window=5, position=position)
    network, tokens = build(shape), random_tokens(shape, 1, 20)
    changed = tokens.clone()
    changed[0, 8] = (changed[0, 8] + 1) % shape.vocab_size
    with torch.no_grad():
        differs = (network(tokens) - network(changed)).abs().amax(-1)[0] > 1e-6
    assert differs.nonzero().flatten().tolist() == [8, 9, 10, 11, 12]


@pytest.mark.parametrize("position", ["rope", "alibi", "sinusoidal"])
def test_positions_tell_orders_apart(position: str) -> None:
    """Without positions, one layer's last token cannot tell the order of those before it."""
    tokens = torch.tensor([[1, 2, 3, 4], [3, 1, 2, 4]])
    with torch.no_grad():
        ordered = build(replace(SHAPE, n_layers=1, position=position))(tokens)[:, -1]
        blind = build(replace(SHAPE, n_layers=1, position="none"))(tokens)[:, -1]
    assert not torch.allclose(ordered[0], ordered[1], atol=1e-3)
    torch.testing.assert_close(blind[0], blind[1], rtol=1e-4, atol=1e-5)


def test_dropout_acts_in_training_only() -> None:
    network = build(replace(SHAPE, dropout=0.5))
    tokens = random_tokens(SHAPE, 1, 8)
    with torch.no_grad():
        assert torch.equal(network(tokens), network(tokens))
        assert not torch.equal(network.train()(tokens), network(tokens))


def test_weights_come_from_the_generator() -> None:
    first, second = (Decoder(SHAPE, generator=torch.Generator().manual_seed(5)) for _ in range(2))
    other = Decoder(SHAPE, generator=torch.Generator().manual_seed(6))
    for name, value in first.state_dict().items():
        assert torch.equal(value, second.state_dict()[name])
    assert not torch.equal(first.embedding.weight, other.embedding.weight)


@settings(deadline=None, max_examples=20)
@given(shape=shapes())
def test_fresh_network_is_near_chance(shape: DecoderShape) -> None:
    network = Decoder(shape, generator=torch.Generator().manual_seed(0)).eval()
    tokens = random_tokens(shape, 4, 12)
    with torch.no_grad():
        loss = network.loss(tokens[:, :-1], tokens[:, 1:]).item()
    assert loss == pytest.approx(math.log(shape.vocab_size), abs=0.35)


def test_cache_refuses_more_than_it_holds() -> None:
    network = build(SHAPE)
    cache = network.new_cache(batch_size=1, max_tokens=4)
    with pytest.raises(ValueError, match="the cache holds 4 tokens, 5 were given"):
        network(random_tokens(SHAPE, 1, 5), cache=cache)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"n_layers": 0}, "n_layers must be at least 1, got 0"),
        ({"d_model": 25}, "got 25 with 4 heads"),
        ({"d_model": 12}, "even head size, got 12 with 4 heads"),
        ({"n_kv_heads": 3}, "n_kv_heads must divide n_heads = 4, got 3"),
        ({"activation": "tanh"}, "activation must be one of gelu, .* got 'tanh'"),
        ({"norm": "batchnorm"}, "norm must be one of layernorm, rmsnorm, got 'batchnorm'"),
        ({"position": "learned"}, "position must be one of rope, .* got 'learned'"),
        ({"dropout": 1.0}, r"dropout must lie in \[0, 1\), got 1.0"),
        ({"window": -1}, "window must be 0 .* got -1"),
        ({"expansion": 0}, "expansion must be at least 1, got 0"),
        ({"attention_every": -1}, "attention_every must be at least 0, got -1"),
        ({"mixer": "mamba2"}, "state_size must be at least 1 with mamba2, got 0"),
    ],
)
def test_shapes_that_do_not_fit_are_refused(changes: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        replace(SHAPE, **changes)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_feed_forward_equals_its_formula(activation: str) -> None:
    network = build(replace(SHAPE, activation=activation))
    layer, x = network.blocks[0].feed_forward, torch.linspace(-2, 2, 24)[None]
    with torch.no_grad():
        up = layer.up(x)
        hidden = {
            "gelu": lambda: 0.5 * up * (1 + torch.tanh(math.sqrt(2 / math.pi) * (up + 0.044715 * up**3))),
            "silu": lambda: up * up.sigmoid(),
            "relu_squared": lambda: up.clamp(min=0) ** 2,
            "geglu": lambda: F.gelu(layer.gate(x), approximate="tanh") * up,
            "swiglu": lambda: layer.gate(x) * layer.gate(x).sigmoid() * up,
        }[activation]()
        torch.testing.assert_close(layer(x), hidden @ layer.down.weight.T, rtol=1e-4, atol=1e-5)
