"""The short form of benchmarks/soak.py: a search neither leaks nor takes long for itself."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

FILE = Path(__file__).parents[2] / "benchmarks" / "soak.py"
SPEC = importlib.util.spec_from_file_location("soak", FILE)
soak = importlib.util.module_from_spec(SPEC)
sys.modules["soak"] = soak
SPEC.loader.exec_module(soak)


def test_memory_and_files_do_not_grow_and_the_engine_is_quick(tmp_path):
    marks = soak.soak(80, workers=2, folder=tmp_path)
    share, files = soak.growth(marks)
    assert len(marks) == 80
    assert share < 0.1
    assert files <= 4, "the lease's heartbeat opens a connection of its own after 10 seconds"
    assert soak.milliseconds(marks[40:])[1] < 250, "of CPU for a candidate: several times that of a quiet machine"


def mark(number, *, leak=0, files=0):
    return soak.Mark(
        wall=0.05 * number, cpu=0.02 * number, memory=100_000_000 + leak * number, files=9 + files * number
    )


def test_a_leak_shows():
    assert soak.growth([mark(n) for n in range(40)]) == (0.0, 0)
    share, files = soak.growth([mark(n, leak=1_000_000, files=1) for n in range(40)])
    assert 0.15 < share < 0.2
    assert files == 20
    wall, cpu = soak.milliseconds([mark(n) for n in range(40)])
    assert (round(wall), round(cpu)) == (50, 20)
    titles = soak.show([mark(n) for n in range(40)], 2).title
    assert titles == "40 candidates, 2 worker(s): memory +0.0%, files +0"
