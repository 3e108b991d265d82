"""Checkpoints and models that a kill, a full disk or a failing one has left are used whole or refused in one line."""

import errno
import json
import logging
import re
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
import torch
from damage import DAMAGES, FLIPS, contents, flip
from hypothesis import HealthCheck, given, settings
from safetensors import SafetensorError
from torch import nn

import trainer.checkpoint as checkpoint_module
from autonas.candidates import guarded
from autonas.errors import AutonasError, UsageError
from autonas.run_folder import RunFolder
from trainer.checkpoint import load_checkpoint, load_weights, save_checkpoint, save_weights
from trainer.data.tokenizer import CodeTokenizer, train_merges
from trainer.group import Group
from trainer.model_folder import load_model, load_network, load_tokenizer, save_model
from trainer.optim import OptimizerConfig, Optimizers
from trainer.plan import Plan

STATE = {"step": 3, "seconds": 1.5, "curve": [{"step": 3.0, "loss": 0.1}]}


def trained(seed=0):
    torch.manual_seed(seed)
    net = nn.Sequential(nn.Embedding(7, 4), nn.Linear(4, 7))
    optimizers = Optimizers(net, OptimizerConfig())
    net(torch.arange(5)).square().sum().backward()
    optimizers.step(1.0)
    return net, optimizers


def values(net):
    return torch.cat([p.detach().flatten() for p in net.parameters()])


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    folder = tmp_path_factory.mktemp("saved") / "checkpoint"
    save_checkpoint(folder, *trained(), STATE)
    return folder


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    folder = tmp_path_factory.mktemp("model")
    tokenizer = CodeTokenizer.of_size(train_merges(["def f(x): return x"] * 9), 260)
    save_model(folder, trained()[0], tokenizer, {"tokens": 9})
    return folder


@pytest.mark.parametrize("name", ["weights.safetensors", "optimizer.safetensors", "state.json"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_checkpoint_is_refused_before_anything_is_loaded(saved, tmp_path, name, damage):
    folder = Path(shutil.copytree(saved, tmp_path / "checkpoint"))
    DAMAGES[damage](folder / name)
    net, optimizers = trained(seed=1)
    before, random = values(net), torch.get_rng_state()
    with pytest.raises(AutonasError, match=f"^{re.escape(str(folder / name))} is damaged: it [^\n]+$") as error:
        load_checkpoint(folder, net, optimizers)
    assert f"remove {folder} to train from the beginning" in error.value.hint
    assert torch.equal(values(net), before)
    assert torch.equal(torch.get_rng_state(), random)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FLIPS)
def test_a_flipped_byte_anywhere_is_refused_or_changes_nothing(saved, tmp_path, flips):
    folder = tmp_path / "checkpoint"
    shutil.copytree(saved, folder, dirs_exist_ok=True)
    which, share, mask = flips
    path = sorted(folder.iterdir())[which % 3]
    flip(path, int(share * path.stat().st_size), mask)
    net, optimizers = trained(seed=1)
    try:
        state = load_checkpoint(folder, net, optimizers)
    except AutonasError:
        pass
    else:  # white space of the JSON
        assert state == STATE
        assert torch.equal(values(net), values(trained()[0]))


def test_a_checkpoint_of_an_earlier_version_is_taken_with_a_line(saved, tmp_path, caplog):
    folder = Path(shutil.copytree(saved, tmp_path / "checkpoint"))
    (folder / "state.json").write_text(json.dumps({"step": 3, "seconds": 1.5}))
    net, optimizers = trained(seed=1)
    assert load_checkpoint(folder, net, optimizers) == {"step": 3, "seconds": 1.5}
    assert torch.equal(values(net), values(trained()[0]))
    (line,) = caplog.messages
    assert "has no checksums, an earlier version wrote it" in line
    DAMAGES["cut short"](folder / "weights.safetensors")
    with pytest.raises(AutonasError, match=r"weights\.safetensors cannot be loaded: [^\n]+$"):
        load_checkpoint(folder, net, optimizers)


def _fill(when):
    """A disk that is full when the nth file of tensors is written."""
    calls = []

    def write(_, path, **__):
        calls.append(path)
        if len(calls) == when:
            Path(path).write_bytes(b"half")
            raise SafetensorError("Error while serializing: I/O error: No space left on device (os error 28)")
        Path(path).write_bytes(b"whole")

    return write


@pytest.mark.parametrize("when", [1, 2])
def test_a_full_disk_leaves_the_checkpoint_before(saved, tmp_path, monkeypatch, when):
    folder = Path(shutil.copytree(saved, tmp_path / "checkpoint"))
    write = _fill(when)
    monkeypatch.setattr(checkpoint_module, "save_model", write)
    monkeypatch.setattr(checkpoint_module, "save_file", write)
    with pytest.raises(OSError, match="No space left on device") as error:
        save_checkpoint(folder, *trained(), {"step": 4})
    assert error.value.errno == errno.ENOSPC  # so that whoever shows it knows what to do
    assert error.value.filename.endswith(".safetensors")
    assert contents(tmp_path) == contents(saved.parent)
    assert load_checkpoint(folder, *trained(seed=1)) == STATE


def test_a_disk_that_is_really_full_is_told_as_one(small_disk):
    net = nn.Sequential(nn.Embedding(7, 600), nn.Linear(600, 7))  # 34 kB, and as much again for the optimizer
    optimizers = Optimizers(net, OptimizerConfig())
    save_checkpoint(small_disk / "checkpoint", net, optimizers, STATE)
    before = contents(small_disk)
    with pytest.raises(OSError, match=r"No space left on device: .*weights\.safetensors"):
        save_checkpoint(small_disk / "checkpoint", net, optimizers, STATE)
    assert contents(small_disk) == before
    assert load_checkpoint(small_disk / "checkpoint", net, optimizers) == STATE
    candidate = SimpleNamespace(folder=small_disk)
    with pytest.raises(AutonasError, match="no space is left"):  # which is not the candidate's fault
        guarded(lambda: save_weights(net, small_disk / "weights.safetensors"), candidate)


def test_a_full_disk_leaves_no_half_note(saved, tmp_path, monkeypatch):
    folder = Path(shutil.copytree(saved, tmp_path / "checkpoint"))

    def full(self, *_, **__):
        self.write_bytes(b"{")
        raise OSError(errno.ENOSPC, "No space left on device")  # without a name, as a failed write is

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match=r"No space left on device: .*state\.json"):
        save_checkpoint(folder, *trained(), {"step": 4})
    assert contents(tmp_path) == contents(saved.parent)


@pytest.mark.parametrize(
    "left", [("checkpoint.partial",), ("checkpoint.before",), ("checkpoint.partial", "checkpoint.before")]
)
def test_what_a_kill_left_is_cleared_away(saved, tmp_path, left):
    folder = Path(shutil.copytree(saved, tmp_path / "checkpoint"))
    for name in left:
        (tmp_path / name).mkdir()
        (tmp_path / name / "weights.safetensors").write_bytes(b"half")
    assert load_checkpoint(folder, *trained(seed=1)) == STATE
    save_checkpoint(folder, *trained(), STATE)
    assert contents(tmp_path) == contents(saved.parent)


@pytest.mark.parametrize("name", ["weights.safetensors", "tokenizer.json", "model.json"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_model_is_refused(model, tmp_path, name, damage):
    folder = Path(shutil.copytree(model, tmp_path / "model"))
    DAMAGES[damage](folder / name)
    net = trained(seed=1)[0]
    before = values(net)
    loads = [lambda: load_model(folder, net, "cpu"), lambda: load_network(folder, net), lambda: load_tokenizer(folder)]
    for load in loads:
        with pytest.raises(AutonasError, match=rf"{name} is damaged: it|holds no model") as error:
            load()
        assert error.value.hint
    assert torch.equal(values(net), before)


def test_weights_of_a_candidate_are_checked(tmp_path, caplog):
    path = tmp_path / "weights.safetensors"
    net, other = trained()[0], trained(seed=1)[0]
    save_weights(net, path)
    load_weights(other, path)
    assert torch.equal(values(net), values(other))
    DAMAGES["one byte flipped"](path)
    with pytest.raises(AutonasError, match=r"weights\.safetensors is damaged: it differs from its checksum"):
        load_weights(other, path)
    assert not caplog.messages
    save_weights(net, path)
    path.with_name("weights.json").unlink()
    with caplog.at_level(logging.WARNING):
        load_weights(other, path)
    assert "has no checksum" in caplog.text
    with pytest.raises(AutonasError, match=r"cannot be loaded: Error\(s\) in loading state_dict"):
        load_weights(nn.Linear(2, 2), path)


@pytest.mark.parametrize("damage", ["cut short", "empty", "one byte flipped"])
def test_a_damaged_plan_or_result_is_refused(tmp_path, damage):
    plan = Plan(tmp_path / "tune", Group(), lambda: {"n_steps": 70})
    plan.revise(20, 90)
    assert Plan(tmp_path / "tune", Group(), dict).at(20) == 90
    run = RunFolder(tmp_path)
    run.begin({"identity": {"study": "smoke"}})
    run.finish("tune", {"metrics": {"loss": 1.25}})
    assert run.result("tune") == {"metrics": {"loss": 1.25}}
    with pytest.raises(UsageError, match="holds a promotion of another kind"):
        run.begin({"identity": {"study": "codelm"}})
    for name, read in {
        "tune/plan.json": lambda: Plan(tmp_path / "tune", Group(), dict),
        "tune.json": lambda: run.result("tune"),
        "run.json": lambda: run.about,
    }.items():
        DAMAGES[damage](tmp_path / name)
        with pytest.raises(AutonasError, match=f"{name} is damaged: it") as error:
            read()
        assert not isinstance(error.value, UsageError), "which would forget the promotion"
        assert error.value.hint


def test_a_result_of_an_earlier_version_is_taken(tmp_path, caplog):
    (tmp_path / "tune.json").write_text('{"metrics": {"loss": 1.25}}')
    assert RunFolder(tmp_path).result("tune") == {"metrics": {"loss": 1.25}}
    assert "has no checksums" in caplog.text


def test_a_log_with_garbage_in_it_is_read_up_to_there(tmp_path):
    (tmp_path / "tune").mkdir()
    for garbage in (b"\xff\xfe\x00", b"5", b"[" * 100_000, b'{"st'):
        (tmp_path / "tune" / "log.jsonl").write_bytes(b'{"step": 1}\n' + garbage + b'\n{"step": 3}\n')
        assert RunFolder(tmp_path).log("tune") == [{"step": 1}]


def test_the_time_of_a_stage_is_that_of_all_its_parts(tmp_path):
    run = RunFolder(tmp_path)
    assert run.seconds("tune") == 0
    (tmp_path / "tune").mkdir()
    (tmp_path / "tune" / "log.jsonl").write_text('{"step": 1, "seconds": 2.5}\n{"step": 2, "seconds": 4.5}\n{"st')
    assert run.seconds("tune") == 4.5
