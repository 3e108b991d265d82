"""The reference solutions of HumanEval and MBPP pass in the sandbox, and `return None` passes nowhere."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from autonas.sandbox import Program, Sandbox

FOLDER = Path(os.environ.get("AUTONAS_DATA", "."))
HUMAN_EVAL, MBPP = FOLDER / "HumanEval.jsonl", FOLDER / "mbpp.jsonl"

# The tests pass instances of classes of the solution's own, or a type: they do not cross. 4 of 974.
NOT_CROSSING = {367, 533, 601, 927}


def load_benchmark():
    path = Path(__file__).parents[2] / "benchmarks" / "sandbox_speed.py"
    spec = importlib.util.spec_from_file_location("sandbox_speed", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["sandbox_speed"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    if sys.platform != "linux":
        pytest.skip("the strong sandbox is Linux's")
    with Sandbox() as sandbox:
        yield sandbox


def programs_of_mbpp(body: str | None = None) -> Iterator[tuple[int, Program]]:
    """The tasks with their solutions, or with functions of the same names that have another body."""
    for line in MBPP.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        defined = [node.name for node in ast.parse(row["code"]).body if isinstance(node, ast.FunctionDef)]
        called = {n.func.id for n in ast.walk(ast.parse(row["test_list"][0]))
                  if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}  # fmt: skip
        name = next(name for name in reversed(defined) if name in called)
        code = row["code"] if body is None else f"def {name}(*arguments):\n{body}"
        # Some tests use what the solution imports and defines beside its function.
        rest = [node for node in ast.parse(row["code"]).body if getattr(node, "name", None) != name]
        setup = "\n".join([*map(ast.unparse, rest), row["test_setup_code"]])
        yield row["task_id"], Program(code=code, entry_point=name, tests="\n".join(row["test_list"]), setup=setup)


@pytest.mark.skipif(not HUMAN_EVAL.exists(), reason="AUTONAS_DATA names no folder with HumanEval.jsonl")
def test_humaneval(sandbox: Sandbox) -> None:
    human_eval = load_benchmark().human_eval
    outcomes = sandbox.run(human_eval(HUMAN_EVAL))
    assert Counter(outcome.reason for outcome in outcomes) == {"passed": 164}
    outcomes = sandbox.run(human_eval(HUMAN_EVAL, body="    return None\n"))
    assert Counter(outcome.reason for outcome in outcomes) == {"wrong": 164}


@pytest.mark.filterwarnings("ignore:invalid escape sequence")  # in MBPP's solutions
@pytest.mark.skipif(not MBPP.exists(), reason="AUTONAS_DATA names no folder with mbpp.jsonl")
def test_mbpp(sandbox: Sandbox) -> None:
    numbers, programs = zip(*programs_of_mbpp(), strict=True)
    outcomes = dict(zip(numbers, sandbox.run(programs), strict=True))
    failed = {number: outcome for number, outcome in outcomes.items() if not outcome.passed}
    assert set(failed) == NOT_CROSSING, failed
    assert {outcome.reason for outcome in failed.values()} == {"unsupported"}
    assert sum(o.passed for o in sandbox.run(p for _, p in programs_of_mbpp("    return None\n"))) == 0
