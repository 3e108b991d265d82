"""Candidates on a Ray cluster of two nodes, which are processes of this machine: lost nodes, crashes, carried data."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psutil
import pytest

from autonas.storage import Record, StudyStore

TESTS = Path(__file__).parents[1]
TOY = str(TESTS / "toy.py")
HEAD, OTHER = "127.0.0.2", "127.0.0.3"

if find_spec("ray") is None:
    assert os.environ.get("AUTONAS_REQUIRE_RAY") != "1", "Ray is not installed: pip install 'autonas[cluster]'"
    pytest.skip("Ray is not installed: pip install 'autonas[cluster]'", allow_module_level=True)


@dataclass
class Nodes:
    """The cluster of the tests, see tests/ray_nodes.py."""

    process: subprocess.Popen[str]
    client: str
    address: str = ""

    def tell(self, word: str, options: Any) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(json.dumps([word, options]), file=self.process.stdin, flush=True)
        self.address = json.loads(self.process.stdout.readline())

    def hosts(self) -> list[psutil.Process]:
        """The processes in which candidates run, and those that look after them."""
        found = []
        for process in psutil.Process(self.process.pid).children(recursive=True):
            try:
                words = " ".join(process.cmdline())
            except (psutil.NoSuchProcess, psutil.ZombieProcess):
                continue
            found += [process] if "ray::Host" in words or "spawn_main" in words else []
        return found


@pytest.fixture(scope="module")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nodes]:
    """A head of one CPU, to which tests add nodes."""
    folder = tmp_path_factory.mktemp("ray")
    environment = {
        **{name: value for name, value in os.environ.items() if name != "RAY_ADDRESS"},
        "RAY_USAGE_STATS_ENABLED": "0",
        "RAY_memory_monitor_refresh_ms": "0",
        "PYTHONPATH": os.pathsep.join([str(TESTS.parent), os.environ.get("PYTHONPATH", "")]),
    }
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, str(TESTS / "ray_nodes.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            env=environment,
            start_new_session=True,
        )
    with socket.create_server((HEAD, 0)) as free:
        port = free.getsockname()[1]
    started = Nodes(process, f"ray://{HEAD}:{port}")
    try:
        started.tell(HEAD, {"num_cpus": 1, "ray_client_server_port": port})
        yield started
    finally:
        assert process.stdin is not None
        process.stdin.close()
        try:
            process.wait(timeout=120)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        finally:
            assert process.stdout is not None
            process.stdout.close()


@pytest.fixture
def other(nodes: Nodes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The second node, with a cache of its own, which is returned."""
    cache = tmp_path_factory.mktemp("other") / "cache"
    nodes.tell(OTHER, {"num_cpus": 1, "env_vars": {"AUTONAS_CACHE": str(cache)}})
    yield cache
    nodes.tell("kill", OTHER)


def records(folder: Path, name: str = "toy") -> list[Record]:
    with StudyStore.open(f"sqlite:///{folder}/autonas.db", name) as store:
        return store.records()


def essence(folder: Path) -> list[tuple[object, ...]]:
    """What must not depend on where candidates ran, nor on interruptions."""
    return [(r.number, r.state, dict(r.genome), r.values, r.generation, r.reason) for r in records(folder)]


def toy(nodes: Nodes, *more: str, **trainer: object) -> tuple[str, ...]:
    """The command that searches the toy study on the cluster."""
    settings = [word for name, value in trainer.items() for word in ("--set", f"trainer.{name}={value}")]
    return ("search", "--study", TOY, "--cluster", nodes.address, *settings, *more)


def interfere(folder: Path, words: tuple[str, ...], seen: str, act: Callable[[int], None]) -> tuple[int, str]:
    """Runs a search, does something when it has printed a line, and returns its exit code and output."""
    with subprocess.Popen(
        [sys.executable, "-m", "autonas.cli", *words],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # tests in the background have it ignored
    ) as search:
        assert search.stdout is not None
        lines = []
        for line in search.stdout:
            lines.append(line)
            if line.startswith(seen):
                break
        time.sleep(1.5)  # the next candidates are at work
        act(search.pid)
        rest, _ = search.communicate(timeout=300)
        return search.returncode, "".join(lines) + rest


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[object, ...]]:
    """What the toy study finds without a cluster."""
    folder = tmp_path_factory.mktemp("alone")
    words = ["search", "--study", TOY, "--deterministic"]
    subprocess.run([sys.executable, "-m", "autonas.cli", *words], cwd=folder, check=True, capture_output=True)
    return essence(folder)


def test_the_same_candidates_as_without_a_cluster(autonas, nodes, other, alone):
    """The study is given by file, which reaches the nodes; what it prints there reaches the study's folder."""
    del other
    text = autonas(*toy(nodes, "--deterministic"))
    assert f"6 candidates on cpu of the Ray cluster at {nodes.address}: 2 nodes, 2 at a time" in text
    assert "reading words" in text, "what is logged while data is prepared"
    assert essence(autonas.folder) == alone
    assert {record.metrics["threads"] for record in records(autonas.folder)} == {1.0}
    assert "a library prints" in (autonas.folder / "runs" / "toy" / "worker.log").read_text()
    assert "6 of 6 trials are finished" in autonas(*toy(nodes, "--deterministic"))
    time.sleep(1)
    assert nodes.hosts() == [], "nothing is left running"


def test_real_training_with_data_that_one_node_does_not_see(autonas, nodes, other, session_cache):
    """By Ray's client; the corpus is carried once, and a node that goes on with it carries nothing."""
    words = ("search", "--study", "smoke", "--cluster", nodes.client)
    text = autonas(*words, "--trials", "3")
    assert "carrying the data to nodes that lack it" in text
    (carried,) = (path for path in (other / "corpus").iterdir() if path.is_dir())
    assert (session_cache / "corpus" / carried.name).is_dir()
    finished = records(autonas.folder, "smoke")
    assert [record.state for record in finished] == ["complete"] * 3
    for record in finished:
        assert (autonas.folder / "runs" / "smoke" / str(record.number) / "weights.safetensors").stat().st_size > 10_000
    assert "carrying" not in autonas(*words, "--trials", "4")


def test_the_best_are_trained_longer_on_the_cluster(autonas, nodes, other, alone):
    """What a shorter training has left reaches the node that goes on with it."""
    del other
    autonas(*toy(nodes, "--deterministic"))
    words = ("refine", "--study", "toy", "--cluster", nodes.address, "--rungs", "1", "--keep", "2", "--seeds", "1")
    assert "2 candidates, up to" in autonas(*words, "--candidate-minutes", "1")
    assert essence(autonas.folder) == alone, "the search is as it was"
    climbed = records(autonas.folder, "toy.rung1")
    assert [record.state for record in climbed] == ["complete"] * 2
    assert [record.metrics["started_from"] for record in climbed] == [record.parent for record in climbed]
    assert {record.metrics["started_from"] for record in records(autonas.folder, "toy.rung1.seed1")} == {-1.0}


def test_a_lost_node_costs_no_candidate(autonas, nodes, other):
    """Killed in mid-run, with a candidate; another node joins and is used."""
    del other
    words = toy(nodes, "--trials", "8", seconds=4)

    def lose_one_and_get_another(_: int) -> None:
        nodes.tell("kill", OTHER)
        time.sleep(5)
        nodes.tell(OTHER, {"num_cpus": 1})

    code, text = interfere(autonas.folder, words, "trial   0 ", lose_one_and_get_another)
    assert code == 0, text
    assert f"node {OTHER} is lost; candidates that ran there run again elsewhere" in text
    found = records(autonas.folder)
    assert [(record.number, record.state) for record in found] == [(n, "complete") for n in range(8)]
    assert sorted(int(n) for n in re.findall(r"^trial +(\d+) +bits", text, flags=re.MULTILINE)) == list(range(8))
    assert max(record.seconds for record in found) > 6, "one began twice"


def test_a_candidate_that_crashes_or_hangs_fails_alone(autonas, nodes):
    text = autonas(*toy(nodes, "--candidate-minutes", "0.4", dies_at=2, hangs_at=5))
    found = records(autonas.folder)
    assert [record.genome["layers"] for record in found[:2]] == [2, 5], "the seeds"
    expected = {2: "worker died", 5: "timed out"}
    assert [record.reason for record in found] == [expected.get(r.genome["layers"], "") for r in found]
    assert "killed by SIGSEGV; see worker.log in the study's folder" in text
    assert "Fatal Python error: Segmentation fault" in (autonas.folder / "runs" / "toy" / "worker.log").read_text()


def test_kill_9_and_ctrl_c_leave_nothing_running_and_the_same_command_goes_on(autonas, nodes, alone):
    words = toy(nodes, "--deterministic", seconds=3)
    code, _ = interfere(autonas.folder, words, "trial   0 ", lambda pid: os.kill(pid, signal.SIGKILL))
    assert code == -signal.SIGKILL
    deadline = time.monotonic() + 30
    while nodes.hosts() and time.monotonic() < deadline:
        time.sleep(0.2)
    assert nodes.hosts() == []
    code, text = interfere(autonas.folder, words, "trial   1 ", lambda pid: os.kill(pid, signal.SIGINT))
    assert code == 130
    assert f"interrupted after 2 of 6 trials; the same command goes on\n  autonas {words[0]} --study {TOY}" in text
    assert f"--cluster {nodes.address}" in text
    assert "Traceback" not in text
    autonas(*toy(nodes, "--deterministic"))  # the same study, which need not be slow any more
    assert essence(autonas.folder) == alone


def test_on_gpus_candidates_share_one_and_get_one_for_themselves_if_need_be(autonas, nodes):
    """Ray is told of a GPU that is none; the toy study does not notice."""
    nodes.tell(OTHER, {"num_cpus": 3, "num_gpus": 1})
    try:
        text = autonas(*toy(nodes, "--workers", "2", needs_parts_at=2, needs_parts=99, seconds=0.5))
    finally:
        nodes.tell("kill", OTHER)
    assert "6 candidates on cuda of the Ray cluster" in text
    assert "2 nodes, 2 at a time" in text
    found = records(autonas.folder)
    assert len(found) == 6
    for record in found:
        too_large = ("out of memory", "99 parts are needed")
        assert (record.reason, record.message) == (too_large if record.genome["layers"] == 2 else ("", ""))


def test_what_cannot_be_used_is_refused_in_one_line(autonas, nodes):
    def refused(*words: str) -> str:
        text = autonas(*words, code=2, timeout=120)
        assert len(text.splitlines()) == 2, text
        return text

    study = ("search", "--study", TOY, "--cluster")
    # First what takes half a minute: so long Ray counts the GPU of a node that an earlier test has killed.
    assert f"error: no Ray cluster answers at {HEAD}:1 within 30 s\nhint: " in refused(*study, f"{HEAD}:1")
    assert f"error: nothing answers at ray://{HEAD}:1: " in refused(*study, f"ray://{HEAD}:1")
    text = refused(*study, nodes.address, "--device", "cuda")
    assert f"error: the cluster has no GPU: {HEAD} with 1 CPUs and 0 GPUs\nhint: add a node with one" in text
    assert "--device is auto, cpu or cuda, got 'cuda:1'" in refused(*study, nodes.address, "--device", "cuda:1")
    assert "the smallest node has 1" in refused(*study, nodes.address, "--workers", "2")
    assert "there is no study file nowhere.py" in refused("search", "--study", "nowhere.py", "--cluster", "auto")
    assert not (autonas.folder / "autonas.db").exists()


def test_a_node_with_other_code_is_named(autonas, nodes, tmp_path):
    shutil.copytree(TESTS.parent / "autonas", tmp_path / "other" / "autonas")
    with (tmp_path / "other" / "autonas" / "search.py").open("a") as file:
        file.write("# another thought\n")
    path = os.pathsep.join([str(tmp_path / "other"), str(TESTS.parent)])
    nodes.tell(OTHER, {"num_cpus": 1, "env_vars": {"PYTHONPATH": path}})
    try:
        text = autonas(*toy(nodes), code=1)
    finally:
        nodes.tell("kill", OTHER)
    assert f"error: on node {OTHER}: autonas 0.1.0 there is not the same code" in text
    assert "hint: install the same version on all nodes" in text
