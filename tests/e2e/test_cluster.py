"""Candidates on a Ray cluster of two nodes, which are processes of this machine: lost nodes, crashes, carried data."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

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
    address: str = ""

    def tell(self, word: str, options: Any) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(json.dumps([word, options]), file=self.process.stdin, flush=True)
        self.address = json.loads(self.process.stdout.readline())


@pytest.fixture(scope="module")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nodes]:
    """Two nodes of one CPU; the second has a cache of its own."""
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
    started = Nodes(process)
    try:
        started.tell(HEAD, {"num_cpus": 1, "ray_client_server_port": 20_001})
        yield started
    finally:
        assert process.stdin is not None
        process.stdin.close()
        try:
            process.wait(timeout=60)
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


def essence(folder: Path, name: str = "toy") -> list[tuple[object, ...]]:
    return [(r.number, r.state, dict(r.genome), r.values, r.reason) for r in records(folder, name)]
