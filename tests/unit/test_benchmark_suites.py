"""Every task of a suite is solved by its solution and by no constant; suites are found by name or path."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from autonas.errors import UsageError
from autonas.tasks import Task
from evaluators.benchmark.suites import SUITES, available_suites, load_suite

DATA = Path(os.environ.get("AUTONAS_DATA", "absent"))
OWN = ("mini", "aside", "mini-reworded", "aside-reworded")

# The project's own text is trusted: no sandbox is needed to run it, only an end to a loop that has none.
HARNESS = """
import json, sys
for code, tests in json.load(sys.stdin):
    scope = {}
    exec(code, scope)
    try:
        exec(tests, scope)
        print("passed")
    except Exception as error:
        print(type(error).__name__)
"""


def run_trusted(programs: list[tuple[str, str]]) -> list[str]:
    ended = subprocess.run(
        [sys.executable, "-I", "-c", HARNESS],
        input=json.dumps(programs),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return ended.stdout.split()


@pytest.mark.parametrize("name", OWN)
def test_solutions_pass_and_return_none_passes_no_single_test(name):
    tasks = load_suite(name)
    tests = [(task, test) for task in tasks for test in task.tests.splitlines()]
    right = run_trusted([(task.prompt + task.solution, test) for task, test in tests])
    nothing = run_trusted([(f"{task.prompt}    return None\n", test) for task, test in tests])
    assert [test for result, test in zip(right, tests, strict=True) if result != "passed"] == []
    assert [test for result, test in zip(nothing, tests, strict=True) if result == "passed"] == []


@pytest.mark.parametrize("name", OWN)
def test_no_constant_and_no_argument_passes(name):
    programs = []
    for task in load_suite(name):
        arguments = [argument.arg for argument in ast.parse(task.prompt).body[0].args.args]
        for answer in ("True", "False", "0", "1", "-1", "''", "[]", "{}", *arguments):
            programs.append((f"{task.prompt}    return {answer}\n", task.tests))
    results = run_trusted(programs)
    assert [code for result, (code, _) in zip(results, programs, strict=True) if result == "passed"] == []


@pytest.mark.parametrize(
    ("name", "size"), [("mini", 20), ("aside", 40), ("mini-reworded", 60), ("aside-reworded", 120)]
)
def test_own_suites_have_the_promised_form(name, size):
    tasks = load_suite(name)
    assert len(tasks) == len({task.entry_point for task in tasks}) == size
    for task in tasks:
        assert re.fullmatch(rf"{name}/\w+/[123]" if "reworded" in name else f"{name}/{task.entry_point}", task.id)
        assert task.prompt.startswith(f"def {task.entry_point}(")
        assert task.prompt.endswith('"""\n')
        assert ast.get_docstring(ast.parse(task.prompt).body[0])
        assert task.solution.startswith("    ")
        assert task.solution.endswith("\n")
        assertions = ast.parse(task.tests).body
        assert len(assertions) >= 6
        assert len({ast.unparse(assertion) for assertion in assertions}) == len(assertions)
        assert all(isinstance(assertion, ast.Assert) for assertion in assertions)


def test_what_is_set_aside_is_not_in_mini():
    mini, aside = load_suite("mini"), load_suite("aside")
    for part in ("entry_point", "prompt", "solution", "tests"):
        assert not {getattr(task, part) for task in mini} & {getattr(task, part) for task in aside}


@pytest.mark.parametrize("name", ["mini", "aside"])
def test_each_task_is_reworded_three_times(name):
    reworded = load_suite(f"{name}-reworded")
    expected = [f"{name}-reworded/{task.entry_point}/{version}" for task in load_suite(name) for version in (1, 2, 3)]
    assert [task.id for task in reworded] == expected
    originals = {task.entry_point: task for task in load_suite(name)}
    for task in reworded:
        original = originals[task.id.split("/")[1]]
        assert task.tests == re.sub(rf"\b{original.entry_point}\(", f"{task.entry_point}(", original.tests)
        assert len(ast.parse(task.prompt).body[0].args.args) == len(ast.parse(original.prompt).body[0].args.args)
    docstrings = [ast.get_docstring(ast.parse(task.prompt).body[0]) for task in (*reworded, *originals.values())]
    assert len(set(docstrings)) == len(docstrings)


def test_an_unknown_name_is_guessed():
    with pytest.raises(UsageError, match="there is no suite 'minni'") as caught:
        load_suite("minni")
    assert caught.value.hint.startswith("did you mean 'mini'? ")
    assert ", ".join(SUITES) in caught.value.hint


def test_a_path_is_a_suite(tmp_path):
    row = {"prompt": "def one():\n", "entry_point": "one", "tests": "assert one() == 1", "solution": "    return 1\n"}
    (tmp_path / "own.jsonl").write_text(json.dumps(row))
    assert load_suite(str(tmp_path / "own.jsonl")) == (Task(id="own/1", **row),)


def humaneval_row(**changed: object) -> str:
    row = {
        "task_id": "HumanEval/0",
        "prompt": 'import math\n\n\ndef helper(x):\n    return x\n\n\ndef f(x):\n    """Root."""\n',
        "entry_point": "f",
        "canonical_solution": "    return math.sqrt(helper(x))\n",
        "test": "\n\nMETADATA = {}\n\n\ndef check(candidate):\n    assert candidate(helper(4)) == math.sqrt(4)\n\n",
    }
    return json.dumps({**row, **changed}) + "\n"


def test_humaneval_checks_with_what_its_prompt_defines(tmp_path, monkeypatch):
    (tmp_path / "HumanEval.jsonl").write_text(humaneval_row())
    monkeypatch.setenv("AUTONAS_DATA", str(tmp_path))
    (task,) = load_suite("humaneval")
    assert task.id == "humaneval/0"
    assert task.setup == "import math\ndef helper(x):\n    return x\n"
    assert task.tests.endswith("\n\ncheck(f)\n")
    wrong = task.prompt + "    return None\n"
    programs = [(task.prompt + task.solution, task.setup + task.tests), (wrong, task.setup + task.tests)]
    assert run_trusted(programs) == ["passed", "AssertionError"]


@pytest.mark.parametrize("broken", [humaneval_row(test=None), humaneval_row(prompt="def f(:")])
def test_a_broken_humaneval_is_refused(tmp_path, monkeypatch, broken):
    (tmp_path / "HumanEval.jsonl").write_text(humaneval_row() + broken)
    monkeypatch.setenv("AUTONAS_DATA", str(tmp_path))
    with pytest.raises(UsageError, match="line 2: is no task of HumanEval"):
        load_suite("humaneval")


def test_suites_without_data_are_named(tmp_path, monkeypatch):
    (tmp_path / "HumanEval.jsonl").write_text(humaneval_row())
    monkeypatch.setenv("AUTONAS_DATA", str(tmp_path))
    loaded, missing = available_suites()
    assert list(loaded) == [*OWN, "humaneval"]
    assert list(missing) == ["mbpp", "mbpp-zero-shot"]
    assert "set AUTONAS_DATA" in missing["mbpp"]


@pytest.mark.skipif(not (DATA / "HumanEval.jsonl").exists(), reason="AUTONAS_DATA has no HumanEval.jsonl")
def test_published_humaneval():
    tasks = load_suite("humaneval")
    assert len(tasks) == 164
    assert {task.id for task in tasks if "def " in task.setup} == {f"humaneval/{n}" for n in (10, 32, 38, 50)}


@pytest.mark.skipif(not (DATA / "mbpp.jsonl").exists(), reason="AUTONAS_DATA has no mbpp.jsonl")
def test_published_mbpp():
    tasks = load_suite("mbpp")
    assert {f"mbpp/{n}" for n in range(11, 511)} - {task.id for task in tasks} == {"mbpp/367"}


def blocks_of_the_page(language: str) -> list[str]:
    page = (Path(__file__).parents[2] / "docs" / "benchmarks.md").read_text()
    return re.findall(rf"^```{language}\n(.*?)^```", page, flags=re.DOTALL | re.MULTILINE)


def test_the_suite_of_the_page_is_one(tmp_path):
    (block,) = blocks_of_the_page("json")
    (tmp_path / "own.jsonl").write_text(block)
    tasks = load_suite(str(tmp_path / "own.jsonl"))
    assert [task.id for task in tasks] == ["own/1", "own/area"]
    assert run_trusted([(task.prompt + task.solution, task.setup + task.tests) for task in tasks]) == ["passed"] * 2


def test_the_code_of_the_page_runs():
    (block,) = blocks_of_the_page("python")
    exec(block, {})
