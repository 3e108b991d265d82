"""The speed benchmarks compare like with like, and their sums are right."""

import importlib.util
import sys
import warnings
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
import torch

from autonas.errors import AutonasError, UsageError
from autonas.records import Record
from search_spaces.decoder.mixers import MIXERS
from search_spaces.decoder.model import Decoder

FOLDER = Path(__file__).parents[2] / "benchmarks"


def load(name):
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


speed = load("training_speed")
TINY = replace(speed.SIZES["2x64"], context=16, rows=2)


def llama(size, attention):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the peer's imports warn about its own
        pytest.importorskip("transformers", reason="the peer is no dependency of the project")
        return speed.Llama(size, attention=attention)


@pytest.mark.parametrize("attention", speed.ATTENTIONS)
def test_the_peer_is_the_same_network(attention):
    peer, ours = llama(TINY, attention), Decoder(TINY.shape)
    assert sum(p.numel() for p in peer.parameters()) == TINY.shape.parameters
    copy_weights(peer.llama, ours)
    tokens = torch.randint(TINY.shape.vocab_size, (2, 17), generator=torch.Generator().manual_seed(0))
    losses = [network.loss(tokens[:, :-1], tokens[:, 1:]) for network in (peer, ours)]
    torch.testing.assert_close(losses[0], losses[1], rtol=1e-5, atol=1e-5)
    for loss in losses:
        loss.backward()
    theirs = peer.llama.model.layers[0].self_attn.k_proj.weight.grad
    torch.testing.assert_close(theirs, ours.blocks[0].mixer.key.weight.grad, rtol=1e-3, atol=1e-6)


@torch.no_grad()
def copy_weights(llama, decoder):
    embedding = torch.randn(decoder.embedding.weight.shape, generator=torch.Generator().manual_seed(1))
    embedding /= embedding.square().mean(dim=1, keepdim=True).sqrt()  # what the decoder's first norm leaves alone
    pairs = [(llama.model.embed_tokens, decoder.embedding)]
    for theirs, ours in zip(llama.model.layers, decoder.blocks, strict=True):
        names = {"q_proj": "query", "k_proj": "key", "v_proj": "value", "o_proj": "output"}
        pairs += [(getattr(theirs.self_attn, a), getattr(ours.mixer, b)) for a, b in names.items()]
        pairs += [(getattr(theirs.mlp, f"{n}_proj"), getattr(ours.feed_forward, n)) for n in ("up", "gate", "down")]
    for number, (theirs, ours) in enumerate(pairs):
        weight = torch.randn(ours.weight.shape, generator=torch.Generator().manual_seed(number)) * 0.1
        theirs.weight.copy_(embedding if number == 0 else weight)
        ours.weight.copy_(embedding if number == 0 else weight)


def test_without_the_peer_one_line_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "transformers", None)
    with pytest.raises(UsageError, match="transformers, is not installed") as refusal:
        speed.networks(TINY)
    assert refusal.value.hint == "pip install transformers"


def test_the_products_are_all_of_the_model_flops_but_attention_and_norms():
    _, flops = speed.products(TINY, "cpu")
    shape = TINY.shape
    norms = (2 * shape.n_layers + 1) * shape.d_model
    attention = 12.0 * shape.n_layers * shape.d_model * TINY.context
    assert flops == TINY.flops - TINY.batch_tokens * (attention + 6.0 * norms)


def test_sides_take_turns_and_times_are_of_one_step():
    now, order = 0.0, []

    def block(name, cost):
        def run(n_steps):
            nonlocal now
            now += cost * n_steps
            order.append((name, n_steps))

        return run

    blocks = {"a": block("a", 0.5), "b": block("b", 2.0)}
    times = speed.take_turns(blocks, seconds=4.0, rounds=2, clock=lambda: now)
    np.testing.assert_allclose(times["a"], [0.5, 0.5])
    np.testing.assert_allclose(times["b"], [2.0, 2.0])
    assert order[-4:] == [("a", 8), ("b", 2), ("b", 2), ("a", 8)]


generation = load("generation_speed")
SMALL = generation.llama_shape(2, 64, 96, 128)


def small_peer(attention="sdpa"):
    network = generation.our_network(SMALL, "cpu")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pytest.importorskip("transformers", reason="the peer is no dependency of the project")
        return network, generation.llama_of(network, attention=attention)


@pytest.mark.parametrize("attention", generation.ATTENTIONS)
def test_both_sides_write_the_same_tokens(attention):
    network, llama = small_peer(attention)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        generation.check(network, {attention: llama}, "cpu")
        with torch.no_grad():
            llama.model.layers[1].mlp.up_proj.weight.mul_(2)
        with pytest.raises(AssertionError):
            generation.check(network, {attention: llama}, "cpu")


@pytest.mark.parametrize("cache", generation.CACHES)
def test_the_peer_samples_as_many_tokens_from_the_same_nucleus(cache):
    network, llama = small_peer()
    work = generation.Work(rows=300, prompt_tokens=4, new_tokens=2, sampled=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = generation.theirs(llama, work, cache=cache)()
    ours = generation.ours(network, work, "cpu")()
    assert {len(row) for row in ours + theirs} == {2}
    with torch.no_grad():
        shares = (network(work.prompts(128))[:, -1] / generation.TEMPERATURE).softmax(dim=-1)
    ordered, ids = shares.sort(dim=-1, descending=True)
    nucleus = torch.where(ordered.cumsum(dim=-1) - ordered < generation.TOP_P, ids, -1).tolist()
    for side in (ours, theirs):
        assert all(row[0] in kept for row, kept in zip(side, nucleus, strict=True))
        assert len({row[0] for row in side}) > 20


def test_without_the_peer_generation_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "transformers", None)
    with pytest.raises(UsageError, match="transformers, is not installed"):
        generation.llama_of(generation.our_network(SMALL, "cpu"), attention="sdpa")


@pytest.mark.parametrize(("seconds", "rounds"), [(0.0, 3), (15.0, 5)])
def test_runs_take_turns_for_as_long_as_asked(seconds, rounds):
    now, order = 0.0, []

    def run(name, cost):
        def go():
            nonlocal now
            now += cost
            order.append(name)

        return go

    times = generation.take_turns((run("a", 1.0), run("b", 2.0)), seconds=seconds, clock=lambda: now)
    assert times.tolist() == [[1.0, 2.0]] * rounds
    assert order[:6] == ["a", "b", "b", "a", "a", "b"]


mixers = load("mixer_speed")


def test_block_families_are_timed_in_turns_on_the_same_tokens():
    shape = replace(mixers.ATTENTION, n_layers=1, d_model=16, n_heads=2, n_kv_heads=2, d_ff=16, vocab_size=32)
    now, order = 0.0, []

    def timed(name):
        step = mixers.step_of(shape, length=8, tokens=16, device="cpu")

        def run():
            nonlocal now
            step()
            now += 2.0 if name == "a" else 1.0
            order.append(name)

        return run

    times = mixers.take_turns({name: timed(name) for name in "ab"}, rounds=3, clock=lambda: now)
    assert {name: list(values) for name, values in times.items()} == {"a": [2.0] * 3, "b": [1.0] * 3}
    assert "".join(order) == "ab" + "abbaab"


def test_the_plain_forms_are_timed_without_kernels(monkeypatch):
    shape = replace(mixers.ATTENTION, n_layers=1, d_model=16, n_heads=2, n_kv_heads=2, d_ff=16, vocab_size=32)
    shape = replace(shape, mixer="rwkv7", position="none", qk_norm=False)
    monkeypatch.setenv("AUTONAS_FLA", "1")
    monkeypatch.setattr(mixers.kernels, "_version", lambda: "0.6.0")
    asked = []
    monkeypatch.setattr(mixers.kernels, "in_use", lambda _: asked.append(mixers.kernels.wanted()))
    steps = [mixers.step_of(shape, length=8, tokens=16, device="cpu", plain=plain) for plain in (False, True)]
    for step in (*steps, *steps):
        step()
    assert asked == [True, False, True, False]


def test_the_timed_families_have_one_width_and_depth():
    assert {(shape.n_layers, shape.d_model, shape.d_ff, shape.vocab_size) for shape in mixers.SHAPES.values()} == {
        (2, 128, 352, 1024)
    }
    assert {name for shape in mixers.SHAPES.values() for name in shape.mixers} == set(MIXERS)


overhead = load("search_overhead")
BEGAN = datetime(2026, 1, 1)


def record(number, *, started, seconds, training=None):
    return Record(
        number=number,
        state="complete" if training else "failed",
        genome={},
        shape={},
        shape_key="",
        generation=0,
        metrics={"training_seconds": training} if training else {},
        seconds=seconds,
        started=BEGAN + timedelta(seconds=started),
    )


def test_every_second_of_a_search_belongs_to_one_part():
    records = [record(1, started=23.0, seconds=9.0, training=6.0), record(0, started=10.0, seconds=12.0, training=7.0)]
    parts = overhead.split(records, began=BEGAN, ended=BEGAN + timedelta(seconds=35))
    assert parts == overhead.Split(training=13.0, scoring=8.0, between=1.0, start_up=10.0, end=3.0)
    assert parts.total == 35.0
    assert "37.1%" in [cell for column in overhead.show(parts, 2).columns for cell in column.cells]


def test_the_time_between_two_runs_of_a_search_is_not_its_own():
    records = [record(i, started=1000.0 * i, seconds=5.0, training=4.0) for i in range(3)]
    assert overhead.split(records) == overhead.Split(training=12.0, scoring=3.0, between=0.0)


def test_a_search_that_trained_nothing_has_no_split():
    with pytest.raises(AutonasError, match="no candidate that was trained"):
        overhead.split([record(0, started=0.0, seconds=1.0)])
