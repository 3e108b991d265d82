"""The worker process: what it answers, how its death is noticed, and that it dies with its parent."""

from __future__ import annotations

import math
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from autonas.candidates import Failed, Scored
from autonas.errors import AutonasError, UsageError
from autonas.executors import NO_LIMITS, InlineExecutor, Limits, ProcessExecutor, executor_for
from autonas.protocols import Context
from autonas.resolve import resolve_study

TOY = str(Path(__file__).parents[1] / "toy.py")
NOBODY = {"layers": 1, "norm": "before"}


@pytest.fixture
def executor(tmp_path):
    """Returns a function that starts an executor of the toy study with overrides."""
    started = []

    def start(limits: Limits = NO_LIMITS, **trainer: object) -> ProcessExecutor:
        overrides = [(f"trainer.{name}", str(value)) for name, value in trainer.items()]
        context = Context(seed=3, device="cpu", cache=tmp_path, folder=tmp_path / "toy")
        (tmp_path / "toy").mkdir(exist_ok=True)
        started.append(executor_for(resolve_study(TOY, overrides=overrides), context, limits))
        return started[-1]

    yield start
    for one in started:
        one.close()


def run(executor, layers=1, number=0, report=print):
    genome = {"layers": layers, "norm": "before"}
    return executor.run(number, genome, {"parameters": 106.0}, report)


def test_prepare_returns_the_identity_of_the_data_and_shows_what_is_logged(executor):
    messages = []
    assert dict(executor().prepare(messages.append)) == {"fingerprint": "words"}
    assert messages == ["reading words"]


def test_prepare_passes_errors_on(executor):
    with pytest.raises(UsageError, match="no text in the corpus") as caught:
        executor(corpus="none").prepare(print)
    assert caught.value.hint == "name another one"
    with pytest.raises(AutonasError, match="ValueError: cannot read") as caught:
        executor(corpus="broken").prepare(print)
    assert "toy.py" in caught.value.__notes__[0], "--debug shows the worker's traceback"
    with pytest.raises(AutonasError, match="the worker died while it prepared the data: killed by SIGKILL"):
        executor(corpus="deadly").prepare(print)


def test_candidates_one_after_the_other(executor, tmp_path):
    steps = []
    process = executor(refuses_at=2, raises_at=3, infinite_at=4, silent_at=5, dies_at=6)
    process.prepare(print)

    good = run(process, 1, report=lambda progress: steps.append((progress.step, progress.n_steps)))
    assert isinstance(good, Scored)
    assert good.metrics["parameters"] == 106.0, "metrics of stage shape are kept"
    assert good.metrics["loss.low"] < good.metrics["loss"] < good.metrics["loss.high"]
    assert good.metrics["training_seconds"] == 0.0
    assert good.curve == [{"step": 3.0, "tokens": 1000.0, "loss": 2.0}]
    assert steps[-1] == (3, 3), "the last step is always reported"

    assert run(process, 2) == Failed(reason="not finite", message="loss is nan at step 2")
    assert run(process, 3, number=8) == Failed(reason="error", message="ValueError: a defect")
    assert 'raise ValueError("a defect")' in (tmp_path / "toy" / "8" / "error.txt").read_text()
    assert run(process, 4) == Failed(reason="not finite", message="loss is inf")
    assert run(process, 5) == Failed(reason="missing metric", message="no evaluator reported 'loss'")

    died = run(process, 6)
    assert died.reason == "worker died"
    assert "SIGSEGV" in died.message
    again = run(process, 1)
    assert again.metrics == good.metrics, "a new worker takes over"

    log = (tmp_path / "toy" / "worker.log").read_text()
    assert "a library prints" in log, "the terminal is the engine's"
    assert "Fatal Python error: Segmentation fault" in log
    assert sorted(path.name for path in (tmp_path / "toy").iterdir()) == ["8", "worker.log"], "no empty folders"


def test_a_candidate_beyond_its_limits_fails_alone(executor):
    process = executor(Limits(seconds=5.0, memory=300e6), hangs_at=2, hoards_at=3)
    process.prepare(print)
    assert run(process, 2) == Failed(reason="timed out", message="not finished after 5 s")
    greedy = run(process, 3)
    assert greedy.reason == "out of memory"
    assert re.fullmatch(r"0\.[345]\d GB of memory, more than 0\.3 GB", greedy.message)
    assert isinstance(run(process, 1), Scored), "a new worker takes over"


def test_limits_are_checked():
    for wrong in ({"seconds": 0}, {"memory": -1.0}, {"seconds": math.nan}):
        with pytest.raises(UsageError, match="must be above 0"):
            Limits(**wrong)


def test_the_worker_ignores_the_callers_later_folder(executor, tmp_path, monkeypatch):
    process = executor()
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert isinstance(run(process), Scored)


def test_an_error_of_whoever_watches_is_not_the_workers(executor):
    def closed(progress):
        raise BrokenPipeError(f"standard output is closed at step {progress.step}")

    with pytest.raises(BrokenPipeError, match="standard output is closed at step 1"):
        run(executor(), report=closed)


def test_without_a_trainer_nothing_is_started(tmp_path):
    example = Path(__file__).parents[2] / "examples" / "table_lookup.py"
    context = Context(seed=0, device="cpu", cache=tmp_path, folder=tmp_path)
    inline = executor_for(resolve_study(str(example)), context)
    assert isinstance(inline, InlineExecutor)
    known = {"loss": 1.83, "milliseconds": 1.1}
    assert inline.run(0, {"layers": 4, "width": 128}, known, print) == Scored(metrics=known)
    assert list(tmp_path.iterdir()) == []


def test_the_worker_dies_with_its_parent(tmp_path):
    """The parent is killed without a chance to say so, in the middle of a long training."""
    script = f"""
import os
from pathlib import Path
from autonas.executors import executor_for
from autonas.protocols import Context
from autonas.resolve import resolve_study

if __name__ == "__main__":
    folder = Path({str(tmp_path)!r})
    context = Context(seed=0, device="cpu", cache=folder, folder=folder)
    executor = executor_for(resolve_study({TOY!r}, overrides=[("trainer.seconds", "600")]), context)
    executor.prepare(lambda message: None)
    print(executor._process.pid, flush=True)
    executor.run(0, {NOBODY!r}, {{"parameters": 1.0}}, lambda progress: None)
"""
    (tmp_path / "parent.py").write_text(script)
    with subprocess.Popen([sys.executable, str(tmp_path / "parent.py")], stdout=subprocess.PIPE, text=True) as parent:
        worker = int(parent.stdout.readline())
        deadline = time.monotonic() + 30
        while not (tmp_path / "worker.log").exists() and time.monotonic() < deadline:
            time.sleep(0.02)  # until it trains
        parent.kill()
    while _runs(worker) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _runs(worker)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except (ProcessLookupError, FileNotFoundError):
        return False
