"""A promotion whose files were damaged, or whose disk is full: refused in one line, or made good to the same model."""

import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from damage import DAMAGES


@pytest.fixture
def copy(promoted, tmp_path):
    """A copy of the finished promotion, its command line and its number."""
    command, _, run = promoted
    shutil.copytree(command.folder, tmp_path / "copy")
    return replace(command, folder=tmp_path / "copy"), tmp_path / "copy" / run.relative_to(command.folder)


def one_line(output):
    """Returns the error, which is one line with a hint."""
    (error,) = re.findall(r"^error: (.*)$", output, re.M)
    (hint,) = re.findall(r"^hint: (.+)$", output, re.M)
    return error, hint


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("tune/model/weights.safetensors", "one byte flipped"),
        ("tune/model/tokenizer.json", "cut short"),
        ("tune.json", "empty"),
        ("run.json", "one byte flipped"),
    ],
)
def test_a_damaged_promotion_is_not_opened(copy, name, damage):
    command, run = copy
    DAMAGES[damage](run / name)
    error, hint = one_line(command.here("generate", str(run), "--prompt", "def f():", "--tokens", "4", code=1))
    assert re.search(f"{name} is damaged: it ", error)
    assert "put a copy back" in hint or "makes it again" in hint


def test_a_damaged_checkpoint_is_refused_and_the_hint_helps(copy):
    command, run = copy
    before = (run / "pretrain" / "model" / "weights.safetensors").read_bytes()
    for name in ("pretrain.json", "tune.json", "benchmark.json"):
        (run / name).unlink()
    DAMAGES["one byte flipped"](run / "pretrain" / "checkpoint" / "optimizer.safetensors")
    error, hint = one_line(command("promote", run.name, "--device", "cpu", code=1))
    assert "pretrain/checkpoint/optimizer.safetensors is damaged: it differs from its checksum" in error
    (folder,) = re.findall(r"remove (\S+) to train from the beginning", hint)
    shutil.rmtree(command.folder / folder)
    for damaged in (run / "tune" / "examples.jsonl", *(run / "benchmark").glob("*.jsonl")):
        DAMAGES["cut short"](damaged)
    output = command("promote", run.name, "--device", "cpu")
    assert "examples.jsonl is damaged: it differs from its checksum: the examples are made again" in output
    assert ".jsonl is damaged: it differs from its checksum: the samples are made again" in output
    assert (run / "pretrain" / "model" / "weights.safetensors").read_bytes() == before


def test_a_full_disk_ends_a_promotion_in_one_line_and_loses_nothing(promoted, copy):
    whole, (command, run) = promoted[2], copy
    for name in ("tune.json", "benchmark.json", "tune/model/weights.safetensors", "tune/plan.json", "tune/log.jsonl"):
        (run / name).unlink()
    shutil.rmtree(run / "tune" / "checkpoint")
    largest = (whole / "tune" / "model" / "weights.safetensors").stat().st_size
    script = f"""
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, ({largest}, {largest}))  # the optimizer's state is larger
sys.argv = ["autonas", "promote", "{run.name}", "--device", "cpu"]
runpy.run_module("autonas.cli", run_name="__main__")
"""
    ended = subprocess.run([sys.executable, "-c", script], cwd=command.folder, capture_output=True, text=True)
    assert ended.returncode == 1, ended.stderr
    assert "Traceback" not in ended.stderr
    error, hint = one_line(ended.stderr)
    assert re.search(r"^File too large: .*tune/checkpoint\.partial/optimizer\.safetensors$", error)
    assert "ulimit -f" in hint
    assert not [path for path in run.rglob("*") if "partial" in path.name]
    command("promote", run.name, "--device", "cpu")
    weights = Path("tune") / "model" / "weights.safetensors"
    assert (run / weights).read_bytes() == (whole / weights).read_bytes()
