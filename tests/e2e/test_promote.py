"""A promotion from the command line: trained, tuned, benchmarked, reported; killed and gone on with."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from autonas.report import collapse_change


def test_a_promotion_leaves_a_model_scores_and_a_report_card(promoted):
    _, output, run = promoted
    finished = [line.split()[0] for line in output.splitlines() if " bits per byte " in line or "benchmark " in line]
    assert finished == ["pretrain", "tune", "benchmark"]
    assert "mini: " in output
    results = {stage: json.loads((run / f"{stage}.json").read_text()) for stage in ("pretrain", "tune", "benchmark")}
    proxy = json.loads((run / "run.json").read_text())["proxy"]["metrics"]
    assert results["pretrain"]["metrics"]["loss"] < proxy["loss"]  # twice the training
    assert results["benchmark"]["sandbox"] == "strong"
    assert len(results["benchmark"]["suites"]["mini"]["greedy"]["tasks"]) == 20
    assert {path.name for path in (run / "tune" / "model").iterdir()} == {
        "model.json", "tokenizer.json", "weights.safetensors",
    }  # fmt: skip
    report = (run / "report.md").read_text()
    for heading in ("## Scores", "## Benchmark mini", "## Data", "## Cost", "## What it can't do"):
        assert heading in report
    before, after = (results[stage]["metrics"] for stage in ("pretrain", "tune"))
    change = collapse_change(before, after)
    assert change in report
    raised = after["collapse"] > before["collapse"]
    assert (change in output) == raised, "what must not happen is said, the rest is in the report card"
    page = (run / "report.html").read_text()
    assert "Training loss" in page
    assert "<script src=" not in page  # nothing is fetched


def test_the_log_has_a_line_for_each_interval(promoted):
    _, _, run = promoted
    lines = [json.loads(line) for line in (run / "pretrain" / "log.jsonl").read_text().splitlines()]
    assert [line["step"] for line in lines] == list(range(1, 65))
    assert lines[-1]["tokens"] == 65_536
    assert all(line["tokens_per_second"] > 0 for line in lines)


def test_a_finished_promotion_is_not_repeated(promoted):
    command, _, run = promoted
    before = (run / "pretrain.json").stat().st_mtime_ns, (run / "tune" / "log.jsonl").stat().st_mtime_ns
    command("promote", run.name, "--device", "cpu")
    assert before == ((run / "pretrain.json").stat().st_mtime_ns, (run / "tune" / "log.jsonl").stat().st_mtime_ns)


def test_a_benchmark_of_ones_own(promoted):
    command, _, run = promoted
    task = {
        "prompt": 'def double(x):\n    """Return twice x."""\n',
        "entry_point": "double",
        "tests": "assert double(2) == 4",
        "solution": "    return 2 * x\n",
    }
    suite = command.folder / "own.jsonl"
    suite.write_text(json.dumps(task) + "\n")
    scores = json.loads(command("benchmark", str(run), "--suite", "own.jsonl", "--samples", "10", "--json"))
    own = scores["suites"]["own.jsonl"]
    assert set(own["sampled"]["pass_at"]) == {"1", "10"}
    assert len(own["greedy"]["tasks"]) == 1
    assert "own.jsonl" in command.here("benchmark", str(run), "--suite", "own.jsonl", "--samples", "10")
    suite.write_text(json.dumps({**task, "solution": "  return"}) + "\n")
    assert "own.jsonl, line 1" in command.here("benchmark", str(run), "--suite", "own.jsonl", code=2)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["promote"], "give a trial or --best"),
        (["promote", "1", "--best"], "give a trial or --best"),
        (["promote", "99"], "99"),
        (["promote", "--best", "--hours", "0"], "promotion.hours must be above 0"),
        (["promote", "--best", "--tokens", "7"], "at least one step of 1024 tokens"),
        (["promote", "--best", "--lora", "-1"], "tune.lora must be a rank of at least 0"),
        (["promote", "--best", "--corpus", "x", "--from", "proxy"], "belong to the study's corpus"),
        (["promote", "--best", "--set", "promotion.tune.replay=2"], "tune.replay must lie in [0, 1)"),
        (["promote", "--best", "--set", "promotion.tune.definitions=2"], "tune.definitions must lie in [0, 1], got 2"),
        (["promote", "--best", "--tokens", "4096"], "holds a promotion of another kind"),
        (["benchmark", "runs", "--suite", "mini"], "runs is no promotion"),
    ],
)
def test_bad_input_is_one_clear_line(promoted, arguments, message):
    command, _, _ = promoted
    output = command.here(*arguments, code=2)
    assert message in output
    assert "hint: " in output


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--corpus", "empty"], "has no .py file in it"),
        (["--teacher", "empty"], "empty is no promotion"),
        (["--set", "promotion.tune.mix.given=bad.jsonl"], "bad.jsonl, line 1: 'solution' is missing"),
        (["--set", "promotion.benchmark.suites=minni"], "there is no suite 'minni'"),
    ],
)
def test_a_mistake_in_the_options_shows_at_once_and_leaves_nothing_behind(promoted, options, message):
    command, _, _ = promoted
    (command.folder / "empty").mkdir(exist_ok=True)
    (command.folder / "bad.jsonl").write_text('{"prompt": "def f(x):"}\n')
    output = command.here("promote", "--best", "--device", "cpu", "--out", "other", *options, code=2)
    assert message in output
    assert not (command.folder / "other").exists()


def test_a_killed_promotion_goes_on_and_ends_with_the_same_model(promoted, smoke, tmp_path):
    _, _, whole = promoted
    shutil.copytree(smoke.autonas.folder, tmp_path, dirs_exist_ok=True)
    run = tmp_path / "runs" / "smoke" / whole.name
    arguments = [sys.executable, "-m", "autonas.cli", "promote", whole.name, "--device", "cpu"]
    for marker in (run / "pretrain" / "log.jsonl", run / "tune" / "examples.jsonl", run / "tune" / "log.jsonl"):
        with subprocess.Popen(arguments, cwd=tmp_path, start_new_session=True, stdout=subprocess.DEVNULL) as process:
            _wait_for(marker, process)
            os.killpg(process.pid, signal.SIGKILL)
    replace(smoke.autonas, folder=tmp_path)("promote", whole.name, "--device", "cpu")
    for stage in ("pretrain", "tune"):
        weights = Path(stage) / "model" / "weights.safetensors"
        assert (run / weights).read_bytes() == (whole / weights).read_bytes()
        result = json.loads((run / f"{stage}.json").read_text())
        assert result["seconds"] > result["metrics"]["training_seconds"], "the parts before the kill count"


def test_tuning_with_adapters_towards_a_teacher(promoted):
    command, _, teacher = promoted
    options = ["--lora", "4", "--teacher", str(teacher), "--set", "promotion.tune.distillation.weight=1"]
    output = command("promote", teacher.name, "--device", "cpu", "--out", "pupils", *options)
    run = command.folder / "pupils" / "smoke" / teacher.name
    assert "mini: " in output
    adapter = json.loads((run / "tune" / "adapter" / "adapter_config.json").read_text())
    assert adapter["r"] == 4
    base = load_file(run / "pretrain" / "model" / "weights.safetensors")
    tuned = load_file(run / "tune" / "model" / "weights.safetensors")
    assert {name: value.shape for name, value in base.items()} == {name: value.shape for name, value in tuned.items()}
    assert any(not torch.equal(base[name], tuned[name]) for name in base), "the updates are merged"
    assert (run / "pretrain" / "model" / "weights.safetensors").read_bytes() == (
        teacher / "pretrain" / "model" / "weights.safetensors"
    ).read_bytes()
    losses = [json.loads(line)["loss"] for line in (run / "tune" / "log.jsonl").read_text().splitlines()]
    assert losses[-1] < losses[0], "it comes closer to its teacher"


def _wait_for(path, process):
    deadline = time.monotonic() + 300
    while not (path.is_file() and path.stat().st_size):
        assert process.poll() is None, "ended too early"
        assert time.monotonic() < deadline
        time.sleep(0.05)
