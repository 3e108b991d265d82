"""A folder whose files have the names of modules: they are the user's, and nothing of them may be run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TOY = Path(__file__).parents[1] / "toy.py"
NAMES = (
    "multiprocessing",
    "optuna",
    "plotly",
    "queue",
    "random",
    "selectors",
    "signal",
    "struct",
    "threading",
    "torch",
)

COMMAND = """
from autonas.cli import main

if __name__ == "__main__":
    main()
"""

PARTS = """
import os

from evaluators.gauge import FromShape, Plan, measure_in_quiet
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape
from trainer.data.workers import in_processes

if __name__ == "__main__":
    print(list(in_processes(len, ["a", "bb"])))
    shape = DecoderShape(
        n_layers=1, d_model=16, n_heads=2, n_kv_heads=1, d_ff=32, activation="swiglu", norm="rmsnorm",
        position="rope", qk_norm=True, tied=True, dropout=0.0, window=0, vocab_size=257,
    )
    plan = Plan(device="cpu", context=8, new_tokens=2, rounds=6, seconds=5, threads=1)
    print(measure_in_quiet(FromShape.of(Decoder(shape)), plan).memory_mb > 0)
    print(os.environ.get("PYTHONSAFEPATH"))
"""


@pytest.fixture
def run(tmp_path):
    """Runs a program that lies elsewhere in a folder of such files."""
    folder, program = tmp_path / "project", tmp_path / "bin" / "program.py"
    folder.mkdir()
    program.parent.mkdir()
    for name in NAMES:
        (folder / f"{name}.py").write_text(f"raise RuntimeError('{name} of the user was run')\n")

    def run(text: str, *args: str) -> str:
        program.write_text(text)
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONSAFEPATH"}
        done = subprocess.run(
            [sys.executable, program, *args], cwd=folder, capture_output=True, text=True, env=environment, timeout=300
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert "was run" not in done.stdout + done.stderr
        return done.stdout

    return run


def test_a_search(run):
    said = run(COMMAND, "search", "--study", str(TOY), "--trials", "3")
    assert "3 trials finished" in said
    assert "not up to date" not in said, "the plots of the dashboard are drawn in a process of their own"


def test_the_processes_that_prepare_a_corpus_and_measure(run):
    assert run(PARTS).splitlines() == ["[1, 2]", "True", "None"], "and the environment is as it was"
