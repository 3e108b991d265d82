"""The very kernels of flash-linear-attention give what the plain forms give, as far as a CPU can say: interpreted.

What the interpreter does not show: what a compiled kernel rounds, its speed, and whether a device can run it.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

REQUIRE = "AUTONAS_REQUIRE_FLA"  # if 1, the tests fail rather than being skipped where the package is missing
TESTS = Path(__file__).parents[1]
TOLERANCE = 1e-5  # of the largest value; float32 rounds at 6e-8


@pytest.fixture(scope="module")
def differences() -> dict[str, dict[str, list[float]]]:
    """What tests/fla_interpreted.py prints. A process of its own: Triton must be told before it is imported."""
    missing = [name for name in ("fla", "triton") if importlib.util.find_spec(name) is None]
    if missing and os.environ.get(REQUIRE) == "1":
        pytest.fail(f"no {', '.join(missing)}, and {REQUIRE} is 1")
    if missing:
        pytest.skip(f"no {', '.join(missing)}: pip install 'autonas[fla]'")
    paths = os.pathsep.join([str(TESTS.parent), str(TESTS), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, str(TESTS / "fla_interpreted.py")],
        env=os.environ | {"TRITON_INTERPRET": "1", "PYTHONPATH": paths, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize("by", ["kernels", "reference"])
@pytest.mark.parametrize("family", ["deltanet", "mamba2", "rwkv7"])
def test_interpreted_they_equal_the_plain_forms(
    differences: dict[str, dict[str, list[float]]], family: str, by: str
) -> None:
    lengths = {name: values for name, values in differences[family].items() if name.startswith(by)}
    assert len(lengths) == 2, "one token, and more than a chunk"
    for name, (results, gradients) in lengths.items():
        assert results < TOLERANCE, name
        assert gradients < TOLERANCE, name
