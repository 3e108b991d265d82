"""A training that is killed goes on as if it had not been, and several processes train as one does."""

import contextlib
import itertools
import json

import numpy as np
import pytest
import torch

from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape
from trainer.checkpoint import load_checkpoint, save_checkpoint
from trainer.loop import Loop, next_tokens
from trainer.optim import OptimizerConfig, Optimizers
from trainer.resumable import Course, read_log, train_resumably
from trainer.schedule import Schedule

SHAPE = DecoderShape(
    n_layers=1, d_model=16, n_heads=2, n_kv_heads=1, d_ff=32, activation="swiglu", norm="rmsnorm",
    position="rope", qk_norm=True, tied=True, dropout=0.1, window=0, vocab_size=40,
)  # fmt: skip


class KilledError(Exception):
    """Stands for a kill."""


def network(dropout=0.1):
    fields = {name: getattr(SHAPE, name) for name in SHAPE.__dataclass_fields__}
    return Decoder(DecoderShape(**{**fields, "dropout": dropout}), generator=torch.Generator().manual_seed(0))


def batch(step):
    return next_tokens(np.random.default_rng(step).integers(40, size=(4, 17), dtype=np.uint16))


def course(*, n_steps=40, kill_at=None, **changes):
    def read(step):
        if step == kill_at:
            raise KilledError
        return batch(step)

    loop = Loop(
        batch=read,
        bytes_per_token=2.0,
        device="cpu",
        autocast=contextlib.nullcontext,
        report=lambda _: None,
    )
    values = {
        "loop": loop,
        "optimizers": lambda net: Optimizers(net, OptimizerConfig()),
        "schedule": Schedule(),
        "n_steps": n_steps,
        "seconds": 1.0,
        "most_steps": 1000,
    }
    return Course(**{**values, **changes})


def train(net, folder, **changes):
    torch.manual_seed(0)  # of the dropout; every start begins with the same
    return train_resumably(net, course(**changes), folder)


def weights(net):
    return torch.cat([p.detach().flatten() for p in net.parameters()])


def test_a_killed_training_ends_with_the_same_curve_and_weights(tmp_path, monkeypatch):
    monkeypatch.setattr("trainer.resumable.CHECKPOINT_SECONDS", -1.0)  # at every point
    monkeypatch.setattr("trainer.resumable.POINTS", 10)  # every fourth step
    whole = network()
    expected = train(whole, tmp_path / "whole")
    for kills in ((0,), (17,), (5, 17, 39)):
        folder = tmp_path / "-".join(map(str, kills))
        resumed = network()
        for kill_at in kills:
            with pytest.raises(KilledError):
                train(network(), folder, kill_at=kill_at)
        curve = train(resumed, folder)
        assert [(p["step"], p["tokens"], p["loss"]) for p in curve] == [
            (p["step"], p["tokens"], p["loss"]) for p in expected
        ]
        assert torch.equal(weights(whole), weights(resumed))
        assert read_log(folder) == curve
        assert not resumed.training


def test_a_finished_training_is_restored_and_not_repeated(tmp_path):
    first = network()
    curve = train_resumably(first, course(), tmp_path)
    again = network()
    assert train_resumably(again, course(kill_at=0), tmp_path) == curve
    assert torch.equal(weights(first), weights(again))


def test_time_decides_the_steps_once(tmp_path, monkeypatch):
    monkeypatch.setattr("trainer.resumable.PROBE_SECONDS", 0.1)
    train_resumably(network(), course(n_steps=None, most_steps=7), tmp_path)
    assert json.loads((tmp_path / "plan.json").read_text())["n_steps"] == 7
    assert len(read_log(tmp_path)) == 7
    train_resumably(network(), course(n_steps=None, most_steps=90), tmp_path)
    assert len(read_log(tmp_path)) == 7


@pytest.fixture
def slower(monkeypatch):
    """A clock on which a step takes a second, and two from step 20 on; a plan of 100 steps in 100 seconds."""
    clock = [0.0]

    def read(step):
        clock[0] += 1.0 if step < 20 else 2.0
        return batch(step)

    monkeypatch.setattr("time.perf_counter", lambda: clock[0])
    monkeypatch.setattr("trainer.resumable.steps_for", lambda *_: {"n_steps": 100})
    loop = course().loop
    loop.batch = read
    return {"n_steps": None, "seconds": 100.0, "loop": loop}


def test_the_plan_follows_the_pace_until_the_rate_falls(tmp_path, slower):
    curve = train_resumably(network(), course(**slower), tmp_path)
    plan = json.loads((tmp_path / "plan.json").read_text())
    assert plan["n_steps"] == 100
    assert plan["revisions"] == [[20, 100], [40, 81]]  # at 40 as many as can be: the rate falls over half of the steps
    assert curve[-1]["step"] == 81
    assert curve[-1]["seconds"] == 142  # 180 without
    factors = [point["factor"] for point in curve]
    assert factors[19:40] == [1.0] * 21
    assert all(after < before for before, after in itertools.pairwise(factors[41:]))
    assert factors[-1] == pytest.approx(1 / (0.5 * 81))


def test_a_killed_training_keeps_what_was_planned(tmp_path, monkeypatch, slower):
    monkeypatch.setattr("trainer.resumable.CHECKPOINT_SECONDS", 7.0)
    whole = network()
    expected = train(whole, tmp_path / "whole", **slower)
    read, fatal = slower["loop"].batch, set()

    def maybe(step):
        if step in fatal:
            fatal.remove(step)
            raise KilledError
        return read(step)

    slower["loop"].batch = maybe
    for kill_at in (19, 30, 40, 60):
        folder, resumed = tmp_path / str(kill_at), network()
        fatal.add(kill_at)
        with pytest.raises(KilledError):
            train(network(), folder, **slower)
        curve = train(resumed, folder, **slower)
        assert [(p["step"], p["loss"], p["factor"]) for p in curve] == [
            (p["step"], p["loss"], p["factor"]) for p in expected
        ]
        assert torch.equal(weights(whole), weights(resumed))


def test_the_probe_leaves_the_network_as_it_is(tmp_path, monkeypatch):
    monkeypatch.setattr("trainer.resumable.PROBE_SECONDS", 0.1)
    planned, told = network(0.0), network(0.0)
    train_resumably(planned, course(n_steps=None, most_steps=3), tmp_path / "planned")
    train_resumably(told, course(n_steps=3), tmp_path / "told")
    assert torch.equal(weights(planned), weights(told))


def test_a_kill_between_two_checkpoints_leaves_one_of_them(tmp_path):
    net = network()
    optimizers = Optimizers(net, OptimizerConfig())
    save_checkpoint(tmp_path / "checkpoint", net, optimizers, {"step": 1})
    (tmp_path / "checkpoint").rename(tmp_path / "checkpoint.before")  # the moment before the new one takes its place
    assert load_checkpoint(tmp_path / "checkpoint", network(), Optimizers(network(), OptimizerConfig())) == {"step": 1}
    save_checkpoint(tmp_path / "checkpoint", net, optimizers, {"step": 2})
    assert load_checkpoint(tmp_path / "checkpoint", net, optimizers) == {"step": 2}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["checkpoint"]


def test_a_log_line_cut_short_is_left_out(tmp_path):
    (tmp_path / "log.jsonl").write_text('{"step": 1}\n{"step": 2}\n{"st')
    assert read_log(tmp_path) == [{"step": 1}, {"step": 2}]


@pytest.mark.parametrize("rows", [1, 2, 4])
def test_micro_batches_add_up_to_the_batch(rows):
    def gradients(micro_rows):
        net = network(0.0)
        inputs, targets = batch(0)
        targets = targets.clone()
        targets[0, 3:] = -100  # rows with different numbers of targets
        targets[2] = -100
        loop = course().loop
        loop.micro_rows = micro_rows
        loss = loop._backward(net, inputs, targets)
        return loss, torch.cat([p.grad.flatten() for p in net.parameters()])

    loss, gradient = gradients(rows)
    whole_loss, whole = gradients(None)
    torch.testing.assert_close(loss, whole_loss)
    torch.testing.assert_close(gradient, whole, rtol=1e-4, atol=1e-6)


def test_a_damaged_log_is_restored_from_the_checkpoint(tmp_path):
    curve = train_resumably(network(), course(), tmp_path)
    (tmp_path / "log.jsonl").write_bytes(b"\xff garbage")
    assert train_resumably(network(), course(kill_at=0), tmp_path) == curve
    assert read_log(tmp_path) == curve
