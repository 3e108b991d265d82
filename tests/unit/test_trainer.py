"""Training: the same for every network, repeatable, and stopped when the loss is no number."""

import contextlib
import math
import resource
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from autonas.errors import CandidateError, UsageError
from autonas.protocols import Context
from autonas.stages import run_stage
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape
from search_spaces.decoder.space import DecoderSpace
from studies.codelm import codelm
from trainer import device
from trainer.checkpoint import load_weights, save_weights
from trainer.group import Group
from trainer.loop import Loop, documents_of, next_tokens
from trainer.optim import OptimizerConfig, Optimizers
from trainer.schedule import Schedule

SHAPE = DecoderShape(
    n_layers=1,
    d_model=16,
    n_heads=2,
    n_kv_heads=1,
    d_ff=32,
    activation="swiglu",
    norm="rmsnorm",
    position="rope",
    qk_norm=True,
    tied=True,
    dropout=0.0,
    window=0,
    vocab_size=40,
)


def network(**changes):
    fields = {name: getattr(SHAPE, name) for name in SHAPE.__dataclass_fields__}
    return Decoder(DecoderShape(**{**fields, **changes}), generator=torch.Generator().manual_seed(0))


def train(net, *, n_steps=40, every=1, config=None, seen=None, group=None):
    """Trains on a cycle of tokens, which is easy to learn."""
    cycle = np.tile(np.arange(10, dtype=np.uint16), 20)
    loop = Loop(
        batch=lambda i: next_tokens(np.stack([cycle[i % 7 + r : i % 7 + r + 17] for r in range(4)])),
        bytes_per_token=2.0,
        device="cpu",
        autocast=contextlib.nullcontext,
        report=(seen if seen is not None else []).append,
        group=group or Group(),
    )
    optimizers = Optimizers(net, config or OptimizerConfig())
    return list(loop.points(net, optimizers, Schedule(), n_steps, every=every))


def test_training_lowers_the_loss_and_reports_it_in_bits_per_byte():
    net, seen = network(), []
    curve = train(net, seen=seen)
    assert curve[0]["loss"] == pytest.approx(math.log2(40) / 2.0, rel=0.05)  # chance, two bytes a token
    assert curve[-1]["loss"] < 0.5 * curve[0]["loss"]
    assert curve[-1] == {"step": 40, "tokens": 40 * 64, "loss": curve[-1]["loss"]}
    assert seen[-1].step == seen[-1].n_steps == 40
    assert seen[-1].tokens_per_second > 0
    assert not net.training


def test_the_last_point_of_a_curve_is_no_noisier_than_the_others():
    curve, steps = (train(network(), n_steps=41, every=every) for every in (2, 1))
    assert [point["step"] for point in curve[-2:]] == [40, 41], "the last interval is shorter"
    for point in (curve[-2], curve[-1]):
        two = [before["loss"] for before in steps[point["step"] - 2 : point["step"]]]
        assert point["loss"] == pytest.approx(sum(two) / 2, abs=1e-6)


def test_processes_talk_to_each_other_at_the_same_steps_whatever_their_clocks(monkeypatch):
    monkeypatch.setattr("trainer.loop.REPORTS_PER_SECOND", math.inf)
    seen, calls = [], []

    class Two(Group):
        def share(self, rows):
            return rows

        def add_gradients(self, _):
            calls.append("gradients")

        def add(self, value):
            calls.append("loss")
            return value

    train(network(), n_steps=80, every=2, seen=seen, group=Two(size=2))
    assert len(seen) == 80, "progress at every step"
    assert calls == ["gradients", "gradients", "loss"] * 40, "the loss at the points of the curve alone"


@pytest.mark.parametrize("size", [1, 4])
def test_the_peak_is_that_of_all_devices(size):
    loop = Loop(
        batch=lambda _: (torch.zeros(1, 1), torch.zeros(1, 1)),
        bytes_per_token=1.0,
        device="cpu",
        autocast=contextlib.nullcontext,
        report=lambda _: None,
        peak_tokens_per_second=100.0,
        group=Group(size=size),
    )
    assert loop.share_of_peak(80.0) == 0.8 / size


def test_training_is_repeatable():
    one, other = network(), network()
    assert train(one) == train(other)
    for a, b in zip(one.parameters(), other.parameters(), strict=True):
        assert torch.equal(a, b)


@pytest.mark.parametrize("when", [0, 5])
def test_a_loss_that_is_not_finite_fails_the_candidate(when):
    net = network()
    calls = iter(range(100))
    plain = net.loss
    net.loss = lambda tokens, targets: plain(tokens, targets) * (math.nan if next(calls) == when else 1.0)
    with pytest.raises(CandidateError, match=f"the training loss is nan at step {when + 1}") as failure:
        train(net)
    assert failure.value.reason == "not finite"


@pytest.mark.parametrize("tied", [True, False])
@pytest.mark.parametrize("kind", ["muon", "adamw"])
def test_every_parameter_belongs_to_one_optimizer(tied, kind):
    net = network(tied=tied, norm="layernorm")
    optimizers = Optimizers(net, OptimizerConfig(matrices=kind))
    groups = [[id(p) for g in o.param_groups for p in g["params"]] for o in optimizers._optimizers]
    assert sorted([*groups[0], *groups[1]]) == sorted(id(p) for p in net.parameters())
    matrices = {id(p) for block in net.blocks for p in block.parameters() if p.ndim == 2}
    assert set(groups[1]) == matrices
    assert id(net.output.weight) in groups[0]


def test_gradients_are_clipped_and_cleared():
    net = network()
    optimizers = Optimizers(net, OptimizerConfig(clip=0.5))
    tokens = torch.arange(16)[None]
    (net.loss(tokens[:, :-1], tokens[:, 1:]) * 1000).backward()
    norms = []
    handle = optimizers._optimizers[0].register_step_pre_hook(
        lambda *_: norms.append(torch.stack([p.grad.norm() for p in net.parameters()]).norm().item())
    )
    optimizers.step(1.0)
    handle.remove()
    assert norms[0] == pytest.approx(0.5, rel=1e-3)
    assert all(p.grad is None for p in net.parameters())


@given(st.integers(2, 500), st.floats(0, 0.5), st.floats(0, 0.5))
def test_the_schedule_rises_stays_and_falls(n_steps, warmup, decay):
    factors = [Schedule(warmup=warmup, decay=decay).factor(i, n_steps) for i in range(n_steps)]
    assert all(0 < f <= 1 for f in factors)
    peak = factors.index(max(factors))
    assert factors[: peak + 1] == sorted(factors[: peak + 1])
    assert factors[peak:] == sorted(factors[peak:], reverse=True)
    if decay * n_steps >= 2:
        assert factors[-1] == pytest.approx(1 / (decay * n_steps))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Schedule(warmup=0.6, decay=0.6), "must not exceed 1 together, got 0.6 and 0.6"),
        (lambda: Schedule(warmup=-0.1), r"schedule.warmup must lie in \[0, 1\], got -0.1"),
        (lambda: OptimizerConfig(matrices="sgd"), "must be muon or adamw, got 'sgd'"),
        (lambda: OptimizerConfig(matrix_lr=0.0), "optimizer.matrix_lr must be above 0, got 0.0"),
        (lambda: OptimizerConfig(weight_decay=-1.0), "optimizer.weight_decay must be at least 0, got -1.0"),
    ],
)
def test_settings_out_of_range_are_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make()


@pytest.mark.parametrize("tied", [True, False])
def test_weights_survive_the_disk(tied, tmp_path):
    net, other = network(tied=tied), network(tied=tied)
    train(net, n_steps=3)
    save_weights(net, tmp_path / "new" / "weights.safetensors")
    load_weights(other, tmp_path / "new" / "weights.safetensors")
    tokens = torch.arange(12)[None]
    assert torch.equal(net(tokens), other.eval()(tokens))
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["weights.json", "weights.safetensors"]


def test_devices_are_resolved_or_refused():
    assert device.resolve("cpu") == "cpu"
    assert device.resolve("auto") in ("cpu", "cuda:0")
    with pytest.raises(UsageError, match="device must be auto, cpu, cuda or cuda:<index>, got 'gpu'"):
        device.resolve("gpu")
    with pytest.raises(UsageError, match="device cuda:97 is not there"):
        device.resolve("cuda:97")


def test_the_report_names_what_doctor_shows():
    report = device.report()
    assert report["torch"] == torch.__version__
    assert report["matmul_gflops"]["float32"] > 0
    assert report["threads"] >= 1


def test_peak_memory_starts_anew():
    device.reset_peak_memory("cpu")
    before = device.peak_memory_mb("cpu")
    block = torch.ones(30_000_000)  # 120 MB
    assert device.peak_memory_mb("cpu") > before + 100
    del block


@pytest.mark.skipif(not device.keep_freed_memory(), reason="the C library is not glibc")
@pytest.mark.parametrize("size", [2_000_000, 8_388_608, 16_000_000])  # floats: below, at and above what malloc maps
def test_freed_memory_is_kept_and_given_back_for_the_next_candidate(size):
    def resident():
        return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6

    assert device.keep_freed_memory()  # what measures memory in this process asks for the contrary
    device.reset_peak_memory("cpu")
    before = resident()
    blocks = [torch.ones(size) for _ in range(16_000_000 // size)]  # 8 of 8 MB, or one of 34 or 64 MB
    total = 4e-6 * size * len(blocks)
    del blocks
    assert resident() > before + 0.8 * total
    device.reset_peak_memory("cpu")
    assert resident() < before + 20


def test_an_end_of_text_belongs_to_what_it_ends():
    tokens = torch.tensor([[5, 0, 3, 4, 0, 0, 7], [0, 1, 2, 3, 4, 5, 6]])
    assert documents_of(tokens, 0).tolist() == [[0, 0, 1, 1, 1, 1, 2], [0, 1, 1, 1, 1, 1, 1]]


def test_a_network_that_cannot_keep_documents_apart_is_refused_before_anything_trains(tmp_path):
    class Space(DecoderSpace):
        def build(self, *_):
            return SimpleNamespace(loss=torch.nn.functional.cross_entropy)

        def decode(self, *_):
            return SHAPE

    study = replace(codelm("cpu"), space=Space())
    context = Context(seed=0, device="cpu", cache=tmp_path / "cache", folder=tmp_path)
    with pytest.raises(UsageError, match="the loss of SimpleNamespace takes no documents") as error:
        run_stage(study, "pretrain", {}, {}, context)
    assert error.value.hint.startswith("--set promotion.tune.apart=false")
    assert not (tmp_path / "cache").exists()
    tuning = study.promotion.tune
    replace(tuning, apart=False).check(SimpleNamespace(loss=torch.nn.functional.cross_entropy))
