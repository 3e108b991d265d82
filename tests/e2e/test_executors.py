"""The worker process: what it answers, how its death is noticed, and that it dies with its parent."""

from __future__ import annotations

import math
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from autonas.candidates import Failed, Scored
from autonas.cores import refuse_too_many_workers
from autonas.errors import AutonasError, UsageError
from autonas.executors import Candidate, InlineExecutor, ProcessExecutor, executor_for
from autonas.limits import NO_LIMITS, Limits
from autonas.protocols import Context
from autonas.resolve import resolve_study

TOY = str(Path(__file__).parents[1] / "toy.py")
NOBODY = {"layers": 1, "norm": "before"}


@pytest.fixture
def executor(tmp_path):
    """Returns a function that starts an executor of the toy study with overrides."""
    started = []

    def start(
        limits: Limits = NO_LIMITS, devices: Sequence[str] = ("cpu",), workers: int = 1, **trainer: object
    ) -> ProcessExecutor:
        overrides = [(f"trainer.{name}", str(value)) for name, value in trainer.items()]
        context = Context(seed=3, device=devices[0], cache=tmp_path, folder=tmp_path / "toy")
        (tmp_path / "toy").mkdir(exist_ok=True)
        resolved = resolve_study(TOY, overrides=overrides)
        started.append(executor_for(resolved, context, devices=devices, workers=workers, limits=limits))
        return started[-1]

    yield start
    for one in started:
        one.close()


def candidate(layers=1, number=0):
    return Candidate(number=number, genome={"layers": layers, "norm": "before"}, metrics={"parameters": 106.0})


def run(executor, layers=1, number=0, report=lambda *_: None):
    executor.submit(candidate(layers, number))
    ended, outcome = executor.wait(report)
    assert ended == number
    return outcome


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

    good = run(process, 1, report=lambda _, progress: steps.append((progress.step, progress.n_steps)))
    assert isinstance(good, Scored)
    assert good.metrics["parameters"] == 106.0, "metrics of stage shape are kept"
    assert good.metrics["loss.low"] < good.metrics["loss"] < good.metrics["loss.high"]
    assert good.metrics["training_seconds"] == 0.0
    assert (len(good.curve), good.curve[-1]["tokens"]) == (12, 1000.0)
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
    left = [path for path in (tmp_path / "toy").iterdir() if path.is_dir()]
    assert "8" in {path.name for path in left}
    assert all(any(path.iterdir()) for path in left), "no empty folders"


def test_a_candidate_beyond_its_limits_fails_alone(executor):
    process = executor(Limits(seconds=5.0, memory=300e6), hangs_at=2, hoards_at=3)
    process.prepare(print)
    assert run(process, 2) == Failed(reason="timed out", message="not finished after 5 s")
    greedy = run(process, 3)
    assert greedy.reason == "out of memory"
    assert re.fullmatch(r"0\.[345]\d GB of memory, more than 0\.3 GB", greedy.message)
    assert isinstance(run(process, 1), Scored), "a new worker takes over"


def test_candidates_side_by_side(executor, monkeypatch):
    """They meet while they train, so they run at the same time; work goes to whoever is free."""
    monkeypatch.setattr("os.sched_getaffinity", lambda _: set(range(6)), raising=False)
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    process = executor(workers=3, meets=3)
    process.prepare(print)
    assert process.n_free == 3
    heard = set()
    for number in range(3):
        process.submit(candidate(1 + number, number))
    assert process.n_free == 0
    ended = dict(process.wait(lambda number, _: heard.add(number)) for _ in range(3))
    assert sorted(ended) == [0, 1, 2]
    assert heard == {0, 1, 2}
    assert all(isinstance(outcome, Scored) for outcome in ended.values())
    assert {outcome.metrics["threads"] for outcome in ended.values()} == {2.0}, "three share six cores"
    assert process.n_free == 3


def test_one_of_several_that_dies_is_replaced(executor):
    process = executor(workers=2, dies_at=2, seconds=0.3)
    process.prepare(print)
    process.submit(candidate(2, 0))
    process.submit(candidate(1, 1))
    ended = dict(process.wait(print) for _ in range(2))
    assert ended[0].reason == "worker died"
    assert isinstance(ended[1], Scored)
    for number in (2, 3):
        process.submit(candidate(3, number))
    assert all(isinstance(process.wait(print)[1], Scored) for _ in range(2))


def test_an_idle_worker_that_is_killed_costs_one_candidate_and_is_replaced(executor):
    process = executor(workers=2)
    process.prepare(print)
    run(process)
    os.kill(process._slots[0].child.pid, signal.SIGKILL)
    time.sleep(0.2)
    outcome = run(process, number=1)
    assert isinstance(outcome, Scored) or outcome.reason == "worker died"
    assert isinstance(run(process, number=2), Scored)


def test_what_does_not_fit_into_a_gpu_is_run_again_alone_and_in_parts(executor, tmp_path):
    process = executor(devices=["cuda:0", "cuda:1"], workers=2, needs_parts_at=2, needs_parts=4, seconds=0.2)
    process.prepare(print)
    for number, layers in enumerate((2, 1, 1, 1)):
        process.submit(candidate(layers, number))
    ended = [process.wait(print)]
    while len(ended) < 4:
        assert all(slot.device == "cuda:1" for slot in process._free()), "nothing joins it on its device"
        ended.append(process.wait(print))
    assert ended[-1][0] == 0, "the others went on"
    assert ended[-1][1].metrics["training_micro_batches"] == 4.0
    assert "training_micro_batches" not in ended[0][1].metrics
    assert (tmp_path / "toy" / "alone").read_text() == "0", "nobody else trained on that device"
    assert process.n_free == 4

    process = executor(devices=["cuda:0"], needs_parts_at=2, needs_parts=99)
    assert run(process, 2) == Failed(reason="out of memory", message="99 parts are needed")
    process = executor(needs_parts_at=2, needs_parts=4)
    assert run(process, 2).reason == "out of memory", "on the CPU the limit is what was asked for"


def test_after_an_error_on_a_gpu_the_process_is_replaced(executor):
    process = executor(devices=["cuda:0"], raises_at=2)
    run(process)
    before = process._slots[0].child.pid
    assert run(process, 2).reason == "error"
    run(process)
    assert process._slots[0].child.pid != before


def test_more_workers_than_cores_are_refused(monkeypatch):
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1, 2}, raising=False)
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    refuse_too_many_workers(["cpu"], 3)
    with pytest.raises(UsageError, match="4 workers need as many cores, and this process may use 3") as caught:
        refuse_too_many_workers(["cpu"], 4)
    assert caught.value.hint.startswith("use --workers 3")
    refuse_too_many_workers(["cuda:0", "cuda:1"], 8)
    with pytest.raises(UsageError, match="--workers must be at least 1, got 0"):
        refuse_too_many_workers(["cpu"], 0)


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
    def closed(number, progress):
        del number
        raise BrokenPipeError(f"standard output is closed at step {progress.step}")

    with pytest.raises(BrokenPipeError, match="standard output is closed at step 1"):
        run(executor(), report=closed)


def test_without_a_trainer_nothing_is_started(tmp_path):
    example = Path(__file__).parents[2] / "examples" / "table_lookup.py"
    context = Context(seed=0, device="cpu", cache=tmp_path, folder=tmp_path)
    inline = executor_for(resolve_study(str(example)), context, devices=["cpu"])
    assert isinstance(inline, InlineExecutor)
    known = {"loss": 1.83, "milliseconds": 1.1}
    inline.submit(Candidate(number=7, genome={"layers": 4, "width": 128}, metrics=known))
    assert inline.n_free == 0
    assert inline.wait(print) == (7, Scored(metrics=known))
    assert list(tmp_path.iterdir()) == []


def test_the_worker_dies_with_its_parent(tmp_path):
    """The parent is killed without a chance to say so, in the middle of a long training."""
    script = f"""
import os
from pathlib import Path
from autonas.executors import Candidate, executor_for
from autonas.protocols import Context
from autonas.resolve import resolve_study

if __name__ == "__main__":
    folder = Path({str(tmp_path)!r})
    context = Context(seed=0, device="cpu", cache=folder, folder=folder)
    executor = executor_for(resolve_study({TOY!r}, overrides=[("trainer.seconds", "600")]), context, devices=["cpu"])
    executor.prepare(lambda message: None)
    print(executor._slots[0].child.pid, flush=True)
    executor.submit(Candidate(number=0, genome={NOBODY!r}, metrics={{"parameters": 1.0}}))
    executor.wait(lambda number, progress: None)
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
