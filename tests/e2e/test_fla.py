"""The very kernels of flash-linear-attention give what the plain forms give, as far as a CPU can say: interpreted.

They also compile for devices that are not here, and fit into their shared memory. What none of this shows: what a
compiled kernel computes and rounds, and how fast.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

REQUIRE = "AUTONAS_REQUIRE_FLA"  # if 1, the tests fail rather than being skipped where the package is missing
TESTS = Path(__file__).parents[1]
TOLERANCE = 1e-5  # of the largest value; float32 rounds at 6e-8


def printed(script: str, *args: str, **environment: str) -> dict[str, Any]:
    """What a script beside the tests prints. A process of its own: Triton must be told before it is imported."""
    missing = [name for name in ("fla", "triton") if importlib.util.find_spec(name) is None]
    if missing and os.environ.get(REQUIRE) == "1":
        pytest.fail(f"no {', '.join(missing)}, and {REQUIRE} is 1")
    if missing:
        pytest.skip(f"no {', '.join(missing)}: pip install 'autonas[fla]'")
    paths = os.pathsep.join([str(TESTS.parent), str(TESTS), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, str(TESTS / script), *args],
        env=os.environ | {"PYTHONPATH": paths, "OMP_NUM_THREADS": "1"} | environment,
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def differences() -> dict[str, dict[str, list[float]]]:
    return printed("fla_interpreted.py", TRITON_INTERPRET="1")


@pytest.mark.parametrize("by", ["kernels", "reference"])
@pytest.mark.parametrize("family", ["deltanet", "mamba2", "rwkv7"])
def test_interpreted_they_equal_the_plain_forms(
    differences: dict[str, dict[str, list[float]]], family: str, by: str
) -> None:
    lengths = {name: values for name, values in differences[family].items() if name.startswith(by)}
    assert len(lengths) == 3, "one token, and more than a chunk, of one document and of several"
    for name, (results, gradients) in lengths.items():
        assert results < TOLERANCE, name
        assert gradients < TOLERANCE, name


@pytest.mark.parametrize("family", ["deltanet", "mamba2", "rwkv7"])
def test_they_compile_for_a_small_device(family: str, tmp_path: Path) -> None:
    """Compute capability 8.6, the least shared memory of those with TF32; float32, and the precision that is set."""
    found = printed("fla_compiled.py", "86", family, "64", TRITON_CACHE_DIR=str(tmp_path))
    assert found["kernels"] >= 6
    assert found["shared"] <= found["limit"]
    assert set(found["products"]) <= {"ieee", "tf32x3"}, "TF32 alone or 16 bits would not give the same"
