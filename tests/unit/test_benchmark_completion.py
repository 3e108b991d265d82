"""A completion is cut where its answer ends, never within it; what fails without being run is told apart."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autonas.tasks import Task, parse
from evaluators.benchmark.completion import classify, cut
from evaluators.benchmark.suites import available_suites, load_suite

TASK = Task(
    id="t/double",
    prompt='def double(x):\n    """Return twice x."""\n',
    entry_point="double",
    tests="assert double(2) == 4\n",
    solution="    return 2 * x\n",
)
SCRIPT = Task(
    id="t/script",
    prompt='"""\nTwice x.\nassert double(1) == 2\n"""\n',
    entry_point="double",
    tests="assert double(2) == 4\n",
    solution="def double(x):\n    return 2 * x\n",
    stop=('\n"""', "\nassert"),
)
BODIES = [
    "    return 2 * x\n",
    "\n    return 2 * x\n\n",
    "\treturn 2 * x\n",
    "    # twice\n    y = x\n\n    return x + y\n",
    "    def inner(y):\n        return y\n    return inner(x) + x\n",
    '    text = """\nat the margin\n"""\n    return 2 * x\n',
    "    return (\nx +\nx\n)\n",
    "    table = {\n1: 2,\n}\n    return 2 * x\n",
    "    return x \\\n+ x\n",
    "    for y in (x, x):\n        x = y\n    return x\n",
]
AFTER = [
    "def other():\n    pass\n",
    "print(double(2))\n",
    "# done\n",
    "class A:\n",
    "x = 1",
    "'''",
    ")",
    "@",
    "import os\n",
]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("after", AFTER)
def test_a_body_is_kept_whole_and_nothing_after_it(body, after):
    assert cut(TASK, body) == body
    assert cut(TASK, body + after) == body


@given(body=st.sampled_from(BODIES), after=st.sampled_from(AFTER), data=st.data())
def test_generation_that_stops_early_has_the_same_answer(body, after, data):
    raw = body + after + data.draw(st.sampled_from(AFTER))
    end = data.draw(st.integers(0, len(raw)))
    if cut(TASK, raw[:end]) != raw[:end]:  # it has ended: what follows does not matter
        assert cut(TASK, raw[:end]) == cut(TASK, raw)


@given(text=st.text(alphabet=st.sampled_from(list("ax(:\"'\n #)=\\")), max_size=40), data=st.data())
def test_an_answer_begins_its_raw_text_and_is_cut_once(text, data):
    answer = cut(TASK, text)
    assert text.startswith(answer)
    assert cut(TASK, answer) == answer
    end = data.draw(st.integers(0, len(text)))
    if cut(TASK, text[:end]) != text[:end] and parse(TASK.prompt + cut(TASK, text[:end])) is not None:
        assert cut(TASK, text[:end]) == answer


@pytest.mark.parametrize("raw", ["return x\n", "def double(x):\n    return x\n", "x = 1\n"])
def test_a_completion_at_the_margin_is_empty(raw):
    assert cut(TASK, raw) == ""


def test_a_broken_body_ends_where_it_is_left():
    assert cut(TASK, "    for y in x:\nprint(x)\n") == "    for y in x:\n"
    assert cut(TASK, "    return (\ndef f(): pass\n") == "    return (\n"


def test_end_of_text_and_stop_strings_end_an_answer():
    assert cut(TASK, "    return x<|endoftext|>    more") == "    return x"
    assert cut(TASK, "    return x</s>y", end_of_text="</s>") == "    return x"
    stopping = Task(
        id="t/2", prompt=TASK.prompt, entry_point="double", tests=TASK.tests, solution="", stop=("    y", "x")
    )
    assert cut(stopping, "    return x\n    y = 1\n") == "    return "


def test_a_script_goes_on_at_the_margin_to_a_stop_string():
    raw = 'import math\n\ndef double(x):\n    return 2 * x\n\n"""\nNext'
    assert cut(SCRIPT, raw) == "import math\n\ndef double(x):\n    return 2 * x\n"
    unfinished = "import math\ndef f():\n    pass\nclass A:\n"
    assert cut(SCRIPT, unfinished) == unfinished


def test_a_prompt_may_end_after_the_header():
    header = Task(id="t/3", prompt="def double(x):", entry_point="double", tests=TASK.tests, solution=" return 2 * x\n")
    assert cut(header, " return 2 * x\nprint(1)\n") == " return 2 * x\n"
    assert cut(header, "\n    return 2 * x\nprint(1)\n") == "\n    return 2 * x\n"


def test_failures_of_repeating_text_are_collapses():
    looping = "    return (x, " + "x, " * 60
    assert classify("wrong", "    return x\n") == "wrong"
    for reason in ("does not parse", "wrong", "timeout"):
        assert classify(reason, looping) == "collapsed"
    for reason in ("passed", "error"):
        assert classify(reason, looping) == reason


@pytest.mark.parametrize("name", ["mini", "aside", "mini-reworded", "aside-reworded"])
def test_solutions_are_not_cut(name):
    for task in load_suite(name):
        assert cut(task, task.solution) == task.solution
        assert cut(task, task.solution + "\n\ndef other():\n    pass\n").rstrip() == task.solution.rstrip()


@pytest.mark.skipif(not Path(os.environ.get("AUTONAS_DATA", "absent")).is_dir(), reason="AUTONAS_DATA is not set")
def test_published_solutions_are_not_cut():
    for tasks in available_suites()[0].values():
        assert [task.id for task in tasks if cut(task, task.solution) != task.solution] == []
