"""What must be the same in every process, whatever its hash seed is."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys

from autonas.proposer import shape_key
from trainer.data.exercises import exercises


def elsewhere(code: str, hash_seed: int) -> list[str]:
    """The lines that a program prints in a process of its own."""
    environment = {**os.environ, "PYTHONHASHSEED": str(hash_seed), "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    return done.stdout.splitlines()


def test_keys_of_shapes():
    code = (
        "import dataclasses; from autonas.proposer import shape_key\n"
        "Box = dataclasses.make_dataclass('Box', ['width', 'kind'], frozen=True)\n"
        "print(shape_key(Box(8, None)))"
    )
    shape = dataclasses.make_dataclass("Box", ["width", "kind"], frozen=True)(8, None)
    assert elsewhere(code, 1) == elsewhere(code, 2) == [shape_key(shape)]


def test_exercises_of_one_seed():
    code = "from trainer.data.exercises import exercises\nfor e in exercises(300, seed=7): print(repr(e))"
    assert elsewhere(code, 1) == elsewhere(code, 2) == [repr(example) for example in exercises(300, seed=7)]
