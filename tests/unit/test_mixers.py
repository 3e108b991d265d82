"""The linear block families equal the recurrences of their papers, written as plain loops in float64."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from pathlib import Path

import pytest
import torch
import torch.nn.functional as F
from hypothesis import given, settings
from hypothesis import strategies as st
from recurrences import RULES, Rule, close, delta_rule, general_delta_rule, inputs, state_space, with_one_key
from torch import Tensor, nn

from search_spaces.decoder.families import LINEAR
from search_spaces.decoder.mixers import MIXERS
from search_spaces.decoder.mixers.chunks import forgetting, join, scan, split
from search_spaces.decoder.mixers.deltanet import DeltaNet
from search_spaces.decoder.mixers.mamba2 import Mamba2
from search_spaces.decoder.mixers.recurrent import ShortConvolution
from search_spaces.decoder.mixers.rwkv7 import Rwkv7
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape
from search_spaces.decoder.space import DecoderSpace
from trainer.lora import LoraConfig, add_lora, merge
from trainer.optim import OptimizerConfig, Optimizers

SHAPE = DecoderShape(
    n_layers=2, d_model=24, n_heads=3, n_kv_heads=3, d_ff=32, activation="swiglu", norm="rmsnorm", position="none",
    qk_norm=False, tied=True, dropout=0.0, window=0, vocab_size=40, token_shift=True, state_size=5, expansion=2,
    conv_size=4,
)  # fmt: skip
LENGTHS = (1, 2, 31, 32, 33, 63, 64, 65, 97, 130)  # chunks are of 32 and 64


def test_every_linear_family_is_tested_here() -> None:
    assert set(RULES) == LINEAR == set(MIXERS) - {"attention"}


@pytest.mark.parametrize("family", RULES)
@pytest.mark.parametrize("time", LENGTHS)
def test_chunks_equal_the_recurrence_at_any_length(family: str, time: int) -> None:
    reference, chunked, _ = RULES[family]
    given = inputs(family, time)
    expected, expected_state = reference(*given)
    found, state = chunked(*given)
    close(found, expected, 1e-10)
    close(state, expected_state, 1e-10)
    found, state = chunked(*(part.float() for part in given))
    assert found.dtype == state.dtype == torch.float32
    close(found, expected, 1e-4)
    close(state, expected_state, 1e-4)


@pytest.mark.parametrize("family", RULES)
def test_no_state_is_a_state_of_zeros(family: str) -> None:
    _, chunked, _ = RULES[family]
    *given, state = inputs(family, 40)
    for found, expected in zip(chunked(*given, None), chunked(*given, torch.zeros_like(state)), strict=True):
        assert torch.equal(found, expected)


@pytest.mark.parametrize("family", RULES)
def test_steps_and_pieces_equal_the_recurrence(family: str) -> None:
    reference, chunked, step = RULES[family]
    *given, start = inputs(family, 75)
    expected, expected_state = reference(*given, start)
    state, outputs, position = start, [], 0
    for length in (1, 1, 40, 1, 30, 1, 1):
        part = [x[:, position : position + length] for x in given]
        mixed, state = (step if length == 1 else chunked)(*part, state)
        outputs.append(mixed)
        position += length
    close(torch.cat(outputs, dim=1), expected, 1e-10)
    close(state, expected_state, 1e-10)


@pytest.mark.parametrize("family", RULES)
@pytest.mark.parametrize("time", [5, 70])
def test_gradients_equal_those_of_the_recurrence(family: str, time: int) -> None:
    reference, chunked, _ = RULES[family]
    given = [part.requires_grad_() for part in inputs(family, time)]

    def gradients(rule: Rule) -> tuple[Tensor, ...]:
        mixed, state = rule(*given)
        weights = torch.linspace(-1, 1, mixed.numel(), dtype=torch.float64).view_as(mixed)
        return torch.autograd.grad((mixed * weights).sum() + (state**2).sum(), given)

    for found, expected in zip(gradients(chunked), gradients(reference), strict=True):
        close(found, expected, 1e-8)


@pytest.mark.parametrize("family", RULES)
def test_gradients_equal_finite_differences(family: str) -> None:
    _, chunked, _ = RULES[family]
    given = [part.requires_grad_() for part in inputs(family, 3, batch=1)]
    assert torch.autograd.gradcheck(chunked, given, fast_mode=True)


def test_scan_has_the_gradients_of_its_loop() -> None:
    generator = torch.Generator().manual_seed(0)
    sizes = ((2, 4, 3, 3), (2, 4, 3, 2), (2, 3, 2))
    given = [torch.randn(size, generator=generator, dtype=torch.float64).requires_grad_() for size in sizes]
    assert torch.autograd.gradcheck(scan, given)


@pytest.mark.parametrize("family", RULES)
def test_extreme_decays_stay_finite(family: str) -> None:
    """The fastest decay a family has, or one that leaves nothing, through several chunks."""
    reference, chunked, _ = RULES[family]
    given = list(inputs(family, 130))
    given[3] = torch.full_like(given[3], -math.exp(-0.5) if family == "rwkv7" else -60.0)
    single = [part.float().requires_grad_() for part in given]
    mixed, state = chunked(*single)
    close(mixed, reference(*given)[0], 1e-4)
    (mixed.sum() + state.sum()).backward()
    assert all(part.grad is not None and part.grad.isfinite().all() for part in single)


@pytest.mark.parametrize("family", ["deltanet", "rwkv7"])
def test_the_same_key_again_and_again_loses_no_precision(family: str) -> None:
    """Powers of the system's matrix would grow like binomials here; substitution does not."""
    reference, chunked, _ = RULES[family]
    given = with_one_key(family, inputs(family, 128))
    close(chunked(*(part.float() for part in given))[0], reference(*given)[0], 1e-3)


@given(time=st.integers(1, 20), chunk=st.integers(1, 8), heads=st.integers(1, 3))
def test_chunks_join_to_what_was_split(time: int, chunk: int, heads: int) -> None:
    x = torch.arange(2 * time * heads * 3, dtype=torch.float32).view(2, time, heads, 3)
    chunks = split(x, chunk)
    assert chunks.shape[0] == 2 * heads
    assert chunks.shape[2] <= chunk
    assert torch.equal(join(chunks, heads, time), x)


def build(family: str, *, layer: int = 0, **changes: object) -> nn.Module:
    """A mixer whose weights are large enough for every part to matter."""
    shape = replace(SHAPE, mixer=family, **changes)
    generator = torch.Generator().manual_seed(1)
    mixer = MIXERS[family](shape, layer)
    with torch.no_grad():
        for parameter in mixer.parameters():
            scale = 1.0 / math.sqrt(parameter.shape[1]) if parameter.dim() == 2 else 0.3
            start = 0 if parameter.dim() == 2 else parameter
            parameter.copy_(start + scale * torch.randn(parameter.shape, generator=generator))
    return mixer


def random_input(time: int, batch: int = 1) -> Tensor:
    return torch.randn(batch, time, 24, generator=torch.Generator().manual_seed(2))


def convolved(x: Tensor, weight: Tensor) -> Tensor:
    """(T, C) by the definition: each channel's filter over the tokens so far."""
    size, mixed = weight.shape[0], torch.zeros_like(x)
    for t in range(x.shape[0]):
        for i in range(min(size, t + 1)):
            mixed[t] += weight[size - 1 - i, 0] * x[t - i]
    return mixed


def before(x: Tensor) -> Tensor:
    return torch.cat([torch.zeros_like(x[:1]), x[:-1]])


def heads_of(x: Tensor) -> Tensor:
    """(T, C) as (1, T, H, C / H)."""
    return x.view(1, x.shape[0], 3, -1)


def rms(x: Tensor) -> Tensor:
    return x / (x.square().mean(-1, keepdim=True) + 1e-6).sqrt()


def unit(x: Tensor) -> Tensor:
    return x / (x.square().sum(-1, keepdim=True) + 1e-6).sqrt()


def reference_deltanet(mixer: DeltaNet, x: Tensor) -> Tensor:
    """The block of the paper for one sequence (T, C), and the token shift."""
    w = {name: value.double() for name, value in mixer.state_dict().items()}
    shifted = x + w["key_shift.weight"] * before(x) if "key_shift.weight" in w else x
    parts = torch.cat([x @ w["query.weight"].T, shifted @ w["key.weight"].T, x @ w["value.weight"].T], dim=1)
    if "convolution.weight" in w:
        parts = convolved(parts, w["convolution.weight"])
    q, k, v = (heads_of(part) for part in F.silu(parts).split([24, 24, parts.shape[1] - 48], dim=1))
    decay = -w["log_rate"].exp() * F.softplus(x @ w["decay.weight"].T + w["decay_bias"])
    strength = (x @ w["strength.weight"].T).sigmoid()
    start = torch.zeros(1, 3, 8, v.shape[-1], dtype=torch.float64)
    mixed, _ = delta_rule(unit(q) / math.sqrt(8), unit(k), v, decay[None], strength[None], start)
    return ((rms(mixed[0]) * w["norm_scale"]).flatten(1) * F.silu(x @ w["gate.weight"].T)) @ w["output.weight"].T


def reference_mamba2(mixer: Mamba2, x: Tensor) -> Tensor:
    """The block of the paper for one sequence (T, C)."""
    w = {name: value.double() for name, value in mixer.state_dict().items()}
    parts = torch.cat([x @ w[f"{name}.weight"].T for name in ("value", "key", "query")], dim=1)
    if "convolution.weight" in w:
        parts = convolved(parts, w["convolution.weight"])
    value, b, c = F.silu(parts).split([parts.shape[1] - 10, 5, 5], dim=1)
    step = F.softplus(x @ w["step.weight"].T + w["step_bias"])  # (T, H)
    value = heads_of(value)
    start = torch.zeros(1, 3, 5, value.shape[-1], dtype=torch.float64)
    decay = (-w["log_rate"].exp() * step)[None]
    mixed, _ = state_space(c[None], b[None], step[None, :, :, None] * value, decay, start)
    mixed = (mixed + w["skip"][:, None] * value)[0].flatten(1)
    return (rms(mixed * F.silu(x @ w["gate.weight"].T)) * w["norm_scale"]) @ w["output.weight"].T


def reference_rwkv7(mixer: Rwkv7, x: Tensor) -> Tensor:
    """The time mixing of the paper for one sequence (T, C)."""
    w = {name: value.double() for name, value in mixer.state_dict().items()}
    xr, xw, xk, xv, xa, xg = (x + share * (before(x) - x) for share in w["shares"])
    low = {name: (w[f"{name}.reduce.weight"].T, w[f"{name}.expand.weight"].T) for name in ("decay", "rate", "gate")}
    q, k, v = xr @ w["query.weight"].T, xk @ w["key.weight"].T, xv @ w["value.weight"].T
    d = w["decay_bias"] + torch.tanh(xw @ low["decay"][0]) @ low["decay"][1]
    decay = -math.exp(-0.5) * d.sigmoid()
    a = (w["rate_bias"] + xa @ low["rate"][0] @ low["rate"][1]).sigmoid()
    gate = (xg @ low["gate"][0]).sigmoid() @ low["gate"][1]
    removal = heads_of(k * w["removal_scale"])
    removal = removal / removal.norm(dim=-1, keepdim=True)
    k = k * (1 + (a - 1) * w["rate_of_keys"])
    start = torch.zeros(1, 3, 8, 8, dtype=torch.float64)
    q, k, v, decay, a = map(heads_of, (q, k, v, decay, a))
    mixed = general_delta_rule(q, k, v, decay, removal, a, start)[0][0]  # (T, H, K)
    centred = mixed - mixed.mean(-1, keepdim=True)
    normed = centred / (centred.square().mean(-1, keepdim=True) + 64e-5).sqrt()
    normed = normed * w["norm.weight"].view(3, 8) + w["norm.bias"].view(3, 8)
    bonus = (q * k * w["bonus"].view(3, 8)).sum(-1, keepdim=True) * v
    return ((normed + bonus[0]).flatten(1) * gate) @ w["output.weight"].T


REFERENCES = {"deltanet": reference_deltanet, "mamba2": reference_mamba2, "rwkv7": reference_rwkv7}


@pytest.mark.parametrize("family", REFERENCES)
@pytest.mark.parametrize("changes", [{}, {"expansion": 1, "conv_size": 0, "token_shift": False}])
def test_mixers_equal_their_papers_in_float64(family: str, changes: dict[str, object]) -> None:
    mixer, x = build(family, **changes), random_input(71)
    with torch.no_grad():
        close(mixer(x)[0], REFERENCES[family](mixer, x[0].double()), 2e-4)


@settings(deadline=None, max_examples=25)
@given(
    family=st.sampled_from(sorted(RULES)),
    cuts=st.lists(st.sampled_from([1, 2, 3, 40, 70]), min_size=1, max_size=4),
    conv_size=st.sampled_from([0, 2, 4]),
)
def test_cache_goes_on_after_pieces_of_any_length(family: str, cuts: list[int], conv_size: int) -> None:
    mixer, x = build(family, conv_size=conv_size), random_input(sum(cuts), batch=2)
    cache = mixer.new_cache(2, 1)
    size = cache.state.shape
    with torch.no_grad():
        pieces = [mixer(piece, cache) for piece in x.split(cuts, dim=1)]
        close(torch.cat(pieces, dim=1), mixer(x), 1e-4)
    assert cache.length == sum(cuts)
    assert cache.state.shape == size, "the state does not grow"
    assert all(last.shape[1] < 4 for last in cache.recent.values())


BFLOAT16_TOLERANCE = 0.02  # of the norm of the output: the rounding of the products outside the recurrence


@pytest.mark.parametrize("family", RULES)
def test_autocast_leaves_the_recurrence_in_float32(family: str) -> None:
    mixer, x = build(family), random_input(200)
    with torch.no_grad():
        exact = mixer(x)
        with torch.autocast("cpu", torch.bfloat16):
            rounded, cache = mixer(x), mixer.new_cache(1, 200)
            cached = torch.cat([mixer(piece, cache) for piece in x.split([150, 49, 1], dim=1)], dim=1)
    assert rounded.dtype == torch.bfloat16
    assert cache.state.dtype == torch.float32
    for found in (rounded, cached):
        assert (found.float() - exact).norm() < BFLOAT16_TOLERANCE * exact.norm()


@pytest.mark.parametrize("family", RULES)
def test_gradients_under_autocast_are_near_those_without(family: str) -> None:
    """Also when the backward pass is inside of autocast, which then must not reach the recurrence."""
    mixer, x = build(family), random_input(100)

    def gradients(*, autocast: bool) -> dict[str, Tensor]:
        mixer.zero_grad()
        with torch.autocast("cpu", torch.bfloat16, enabled=autocast):
            mixer(x).float().square().sum().backward()
        return {name: parameter.grad for name, parameter in mixer.named_parameters() if parameter.grad is not None}

    exact = gradients(autocast=False)
    for name, found in gradients(autocast=True).items():
        assert (found - exact[name]).norm() < 4 * BFLOAT16_TOLERANCE * exact[name].norm(), name


@pytest.mark.parametrize("family", RULES)
def test_every_matrix_takes_a_low_rank_update(family: str) -> None:
    shape = replace(SHAPE, mixer=family)
    network = Decoder(shape, generator=torch.Generator().manual_seed(0))
    names, tokens = set(network.state_dict()), torch.arange(20)[None]
    add_lora(network, LoraConfig(rank=2), generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        for parameter in network.parameters():
            if parameter.requires_grad:
                parameter.add_(torch.randn(parameter.shape, generator=torch.Generator().manual_seed(2)), alpha=0.1)
        updated = network(tokens)
        merge(network)
        assert set(network.state_dict()) == names
        close(network(tokens), updated, 1e-4)


def test_a_fresh_convolution_changes_nothing() -> None:
    x = random_input(9)
    torch.testing.assert_close(ShortConvolution(24, 4)(x), x)


def test_a_convolution_has_the_gradients_of_torchs() -> None:
    convolution, x = ShortConvolution(24, 4).double(), random_input(9, batch=2).double().requires_grad_()
    nn.init.normal_(convolution.weight, generator=torch.Generator().manual_seed(0))
    weight = convolution.weight.detach().permute(2, 1, 0).requires_grad_()  # (C, 1, size), torch's
    expected = F.conv1d(F.pad(x.mT, (3, 0)), weight, groups=24).mT
    torch.testing.assert_close(convolution(x), expected)
    wanted = torch.autograd.grad(expected.square().sum(), (x, weight))
    found = torch.autograd.grad(convolution(x).square().sum(), (x, convolution.weight))
    torch.testing.assert_close(found, (wanted[0], wanted[1].permute(2, 1, 0)))


def test_the_pattern_over_depth() -> None:
    def layers(every: int, *, first: bool, n_layers: int = 5) -> str:
        shape = replace(
            SHAPE, mixer="deltanet", attention_every=every, attention_first=first, n_layers=n_layers, n_heads=2,
            n_kv_heads=1,
        )  # fmt: skip
        assert [type(block.mixer) for block in Decoder(shape).blocks] == [MIXERS[name] for name in shape.mixers]
        return "".join(name[0] for name in shape.mixers)

    assert layers(0, first=False) == "ddddd"
    assert layers(2, first=False) == "dadad"
    assert layers(2, first=True) == "adada"
    assert layers(3, first=False) == "ddadd"
    assert layers(4, first=True) == "addda"
    assert layers(4, first=False, n_layers=3) == "ddd"


@pytest.mark.parametrize("family", RULES)
def test_weights_come_from_the_generator(family: str) -> None:
    shape = replace(SHAPE, mixer=family, attention_every=2)
    torch.manual_seed(0)
    first = Decoder(shape, generator=torch.Generator().manual_seed(5)).state_dict()
    torch.manual_seed(1)
    second = Decoder(shape, generator=torch.Generator().manual_seed(5)).state_dict()
    assert all(torch.equal(value, second[name]) for name, value in first.items())


@pytest.mark.parametrize("family", RULES)
def test_only_matrices_get_orthogonal_updates(family: str) -> None:
    """Filters and shares of channels are vectors, whatever their number of dimensions."""
    network = Decoder(replace(SHAPE, mixer=family))
    assert Optimizers(network, OptimizerConfig())
    linear = {id(module.weight) for module in network.modules() if isinstance(module, nn.Linear | nn.Embedding)}
    assert {id(p) for p in network.parameters() if p.dim() == 2} == linear


@pytest.mark.parametrize("family", RULES)
def test_a_fresh_network_learns_to_repeat(family: str) -> None:
    """Nothing is dead at the start, although output matrices begin at zero."""
    shape = replace(SHAPE, mixer=family, n_layers=1)
    network = Decoder(shape, generator=torch.Generator().manual_seed(0))
    optimizers = Optimizers(network, OptimizerConfig())
    generator = torch.Generator().manual_seed(0)
    losses = []
    for _ in range(30):
        tokens = torch.randint(40, (4, 17), generator=generator).repeat_interleave(2, dim=1)
        loss = network.loss(tokens[:, :-1], tokens[:, 1:])
        loss.backward()
        assert all(p.grad is not None for p in network.parameters())
        optimizers.step(1.0)
        losses.append(loss.item())
    assert losses[-1] < 0.85 * losses[0]


def test_the_page_on_families_is_true() -> None:
    """Its example runs, and its table has the genes with their choices."""
    text = (Path(__file__).parents[2] / "docs" / "mixers.md").read_text()
    (example,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    exec(example, {})
    space = DecoderSpace(mixers=("attention", *sorted(LINEAR)))
    for name in ("attention_every", "attention_place", "expansion", "state_size", "conv_size"):
        (gene,) = (gene for gene in space.genes if gene.name == name)
        assert f"| `{name}` | {', '.join(map(str, gene.choices))} " in text


@pytest.mark.parametrize("every", [0, 2])
@pytest.mark.parametrize("family", RULES)
def test_documents_of_a_row_are_computed_as_if_each_were_alone(family: str, every: int) -> None:
    """Long and short ones, within chunks and over their ends, among attention and not."""
    network = Decoder(replace(SHAPE, mixer=family, attention_every=every)).eval()
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(torch.randn(parameter.shape, generator=torch.Generator().manual_seed(0)) * 0.2)
    cuts = (40, 16, 17, 70, 22)
    tokens = torch.randint(SHAPE.vocab_size, (2, sum(cuts) + 1), generator=torch.Generator().manual_seed(1))
    documents = torch.repeat_interleave(torch.arange(len(cuts)), torch.tensor(cuts)).expand(2, -1)
    with torch.no_grad():
        found, together = network(tokens[:, :-1], documents=documents), network(tokens[:, :-1])
        alone = torch.cat([network(part) for part in tokens[:, :-1].split(cuts, dim=1)], dim=1)
    close(found, alone, 1e-4)
    assert (found - together)[:, 40:].abs().max() > 1e-2
    network.loss(tokens[:, :-1], tokens[:, 1:], documents=documents).backward()
    assert all(parameter.grad is not None and parameter.grad.isfinite().all() for parameter in network.parameters())


@pytest.mark.parametrize("family", RULES)
def test_documents_of_a_token_each_overflow_nothing(family: str) -> None:
    """What is left of a state falls with the length of the documents; a chunk may be full of them."""
    network = Decoder(replace(SHAPE, mixer=family)).train()
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(torch.randn(parameter.shape, generator=torch.Generator().manual_seed(0)))
    tokens = torch.randint(SHAPE.vocab_size, (2, 97), generator=torch.Generator().manual_seed(1))
    network.loss(tokens[:, :-1], tokens[:, 1:], documents=torch.arange(96).expand(2, -1)).backward()
    assert all(parameter.grad is not None and parameter.grad.isfinite().all() for parameter in network.parameters())


def test_a_state_is_forgotten_the_more_the_longer_the_document() -> None:
    documents = torch.repeat_interleave(torch.arange(4), torch.tensor([4, 1, 30, 2]))[None]
    fallen = -forgetting(torch.zeros(1, 37, 3), documents)[..., 0]
    assert fallen.nonzero()[:, 1].tolist() == [4, 5, 35]
    assert fallen[0, [4, 5, 35]].tolist() == [5.0, 1.25, 20.0]
