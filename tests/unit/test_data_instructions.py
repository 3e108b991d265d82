"""Instruction data: a user's lines are read or refused with their number; MBPP's rows take the benchmark's form."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autonas.errors import UsageError
from trainer.data.docstrings import write_docstring
from trainer.data.instructions import Example, mbpp_examples, read_given

GOOD = {
    "prompt": 'def double(x):\n    """Return twice x."""\n',
    "solution": "    return 2 * x\n",
    "tests": "assert double(4) == 8\n",
}


def written(folder: Path, *lines: str) -> Path:
    path = folder / "given.jsonl"
    path.write_text("\n".join(lines))
    return path


def test_given_examples_are_read(tmp_path: Path) -> None:
    bare = {"prompt": "import math\r\n\r\ndef f(x):", "solution": "\treturn math.pi"}
    first, second = read_given(written(tmp_path, "\ufeff" + json.dumps(GOOD), "", json.dumps(bare), ""))
    assert (first.prompt, first.answer, first.tests) == (GOOD["prompt"], GOOD["solution"], GOOD["tests"])
    assert (first.entry_point, first.source) == ("double", "given")
    assert (second.prompt, second.answer) == ("import math\n\ndef f(x):\n", "\treturn math.pi\n")
    assert (second.entry_point, second.tests) == ("f", "")


def test_a_carriage_return_or_line_separator_inside_text_splits_no_line(tmp_path: Path) -> None:
    text = GOOD | {"solution": "    return '\u2028\x85'\n"}
    [example] = read_given(written(tmp_path, json.dumps(text, ensure_ascii=False)))
    assert example.answer == text["solution"]


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("{", "not JSON: Expecting property name", "one object a line"),
        ("[1]", "a JSON object is needed, got list", "prompt"),
        (json.dumps({"prompt": "def f():\n"}), "'solution' is missing", "tests may be left out"),
        (json.dumps({**GOOD, "prompt": 3}), "'prompt' must be text that is not empty, got 3", "write"),
        (json.dumps({**GOOD, "solution": " \n"}), "'solution' must be text that is not empty", "write"),
        (json.dumps({**GOOD, "tests": ["assert f()"]}), "'tests' must be text that is not empty, got", "write"),
        (json.dumps({**GOOD, "test": ""}), "unknown key 'test'", "did you mean 'tests'"),
        (json.dumps({**GOOD, "author": ""}), "unknown key 'author'", "write"),
        (json.dumps({**GOOD, "solution": "    '\ud800'"}), "half of a surrogate pair", "in full"),
        (json.dumps({**GOOD, "solution": "return x"}), "does not continue a function", "indent"),
        (json.dumps({**GOOD, "solution": "   return x"}), r"is not Python: .* \(line 3 of it\)", "body"),
        (json.dumps({**GOOD, "solution": "def f(x):\n    return x"}), "does not continue a function", "indent"),
        (json.dumps({**GOOD, "prompt": "x = 1"}), r"prompt \+ solution is not Python", "continues the prompt"),
        (json.dumps({**GOOD, "tests": "assert double(4) = 8"}), "tests is not Python", "body"),
        (json.dumps({**GOOD, "tests": "assert f(4) == 8"}), "tests never use double", "call double"),
        (json.dumps({**GOOD, "tests": "'\\d'"}), "tests never use double", "call double"),
        (json.dumps({**GOOD, "solution": "    " + "(" * 5000}), r"prompt \+ solution is not Python", "body"),
    ],
)
def test_a_bad_line_is_refused_with_its_number(tmp_path: Path, line: str, message: str, hint: str) -> None:
    path = written(tmp_path, json.dumps(GOOD), line)
    with pytest.raises(UsageError, match=rf"given\.jsonl, line 2: .*{message}") as failure:
        read_given(path)
    assert hint in failure.value.hint
    assert "\n" not in failure.value.message + failure.value.hint


def test_a_bad_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read: No such file"):
        read_given(tmp_path / "absent.jsonl")
    with pytest.raises(UsageError, match="cannot be read: Is a directory"):
        read_given(tmp_path)
    with pytest.raises(UsageError, match="has no examples"):
        read_given(written(tmp_path, "", " "))
    path = tmp_path / "latin.jsonl"
    path.write_bytes(json.dumps(GOOD).encode() + b"\n\xe9")
    with pytest.raises(UsageError, match="line 2: not UTF-8"):
        read_given(path)


@pytest.mark.parametrize("bad", ["", "  \n", "def f():"])
def test_an_example_is_text_that_ends_in_a_newline(bad: str) -> None:
    with pytest.raises(ValueError, match="prompt must be text that ends in a newline"):
        Example(prompt=bad, answer="    return\n", source="given")
    with pytest.raises(ValueError, match="answer must be text that ends in a newline"):
        Example(prompt="def f():\n", answer=bad, source="given")


def row(**changes: Any) -> dict[str, Any]:
    code = "import re\r\nK = 2\r\ndef aid(x):\r\n  return x\r\ndef task(x, y=K):\r\n\t# why\r\n\treturn aid(x)*y"
    plain = {"text": "Double x.", "code": code, "task_id": 601, "test_setup_code": ""}
    return {**plain, "test_list": ["assert task(1)==2", "assert task(2, 3)==6"], **changes}


def test_mbpp_rows_take_the_form_of_a_prompt() -> None:
    [example], left_out = mbpp_examples([row()])
    assert example.prompt == (
        "import re\nK = 2\n\n\ndef aid(x):\n    return x\n\n\n"
        'def task(x, y=K):\n    """Double x.\n\n    assert task(1) == 2\n    """\n'
    )
    assert example.answer == "    return aid(x) * y\n"
    assert example.entry_point == "task"
    assert not left_out
    names: dict[str, Any] = {}
    exec(example.prompt + example.answer + example.tests, names)  # every test passes
    assert names["task"](5) == 10


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"test_setup_code": "root = Node(1)"}, "its tests need a set-up"),
        ({"code": "class A: pass\ndef task(x): return x"}, "more than imports, constants and helper functions"),
        ({"code": "def task(x): return x\nprint(task(1))"}, "more than imports, constants and helper functions"),
        ({"code": "def other(x): return x"}, "the tests call no function of the code, or several"),
    ],
)
def test_mbpp_rows_that_do_not_fit_are_counted(changes: dict[str, Any], reason: str) -> None:
    examples, left_out = mbpp_examples([row(), row(**changes)])
    assert len(examples) == 1
    assert left_out == {reason: 1}


@pytest.mark.parametrize("task_id", [1, 2, 11, 510, 511, 600, 975])
def test_only_the_training_split_of_mbpp_is_used(task_id: int) -> None:
    assert mbpp_examples([row(task_id=task_id, code="(")]) == ([], {})


def test_what_is_no_row_of_mbpp_is_refused() -> None:
    with pytest.raises(UsageError, match="row 2 is not one of MBPP's: 'task_id'"):
        mbpp_examples([row(), {"text": ""}])


@given(st.lists(st.text(alphabet="ab \"\\'\t{}é", max_size=12), min_size=1, max_size=4))
def test_a_docstring_says_what_it_was_given(lines: list[str]) -> None:
    source = "def f():\n" + write_docstring(lines) + "    return 1\n"
    [function] = ast.parse(source).body
    expected = "\n".join(line.rstrip() for line in lines).strip()
    said = ast.get_docstring(function, clean=False)  # type: ignore[arg-type]
    assert said is not None
    assert [line.removeprefix("    ") for line in said.strip().split("\n")] == expected.split("\n")
