"""Planted contamination of every kind is found and removed; clean text stays as it is, byte for byte."""

from __future__ import annotations

import ast
import pickle
import re
import textwrap
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import autonas
import trainer
from autonas.tasks import Task, read_tasks
from trainer.data.decontaminate import DOCUMENT, Decontaminator
from trainer.data.fingerprints import Grams, body_form, docstring_forms

PROMPT = '''import math


def nearest_beacon(ship, beacons):
    """Return the beacon that is nearest to the ship.

    >>> nearest_beacon((0, 0), [(1, 1), (5, 5)])
    (1, 1)
    """
'''
SOLUTION = """    best = None
    for beacon in beacons:
        gap = math.dist(ship, beacon)
        if best is None or gap < math.dist(ship, best):
            best = beacon
    return best
"""
TESTS = """assert nearest_beacon(
    "harbour", ["lantern", "pier", "buoy", "mole", "jetty", "quay", "dock", "slip", "berth", "ferry"]
) == "pier"
"""
ONE_LINE = TESTS.replace("\n", " ")
TASK = Task(id="t/1", prompt=PROMPT, entry_point="nearest_beacon", tests=TESTS, solution=SOLUTION)
# As MBPP asks: a docstring at the margin, the code after it.
SCRIPT = Task(
    id="t/2",
    prompt='"""\nWrite a function to weigh a whale.\nassert weigh(1) == 3\n"""\n',
    entry_point="weigh",
    tests="assert weigh(1) == 3\n",
    solution="def weigh(whale):\n    return whale * 3\n",
)
ORDINARY = '''"""A module."""

import os


class Chart:
    """Return the beacon."""

    scale = 3

    def draw(self, pen):
        """Draw it."""
        return pen(self.scale)


def nearest(ship, ports):
    """Return the nearest port."""
    return min(ports, key=ship.distance)


print(Chart().draw(os.fspath))
'''
PLANTED = {
    "name": "def nearest_beacon(x):\n    return x\n",
    "docstring": "def f(x):\n    '''RETURN the  beacon,\n    that is nearest to the ship!'''\n    return x\n",
    "body": textwrap.dedent(
        '''
        def f(a: tuple, c: list) -> tuple:
            """Look for it."""
            x = None
            for y in c:
                z = math.dist(a, y)
                if x is None or z < math.dist(a, x):
                    x = y
            return x
        '''
    ).lstrip(),
    "13-gram": textwrap.dedent(
        """
        def f():
            return nearest_beacon ( "Harbour",
              ["lantern" , "pier", "buoy", "mole", 'jetty', "quay"] +
               ("dock", "slip", "berth", "ferry"), "pier")
        """
    ).lstrip(),
}
DECORATED = "@decorated\n" + PLANTED["body"]


@pytest.fixture(scope="module")
def rules() -> Decontaminator:
    return Decontaminator([TASK, SCRIPT])


def own_sources() -> list[str]:
    folders = (Path(autonas.__file__).parent, Path(trainer.__file__).parent)
    return [path.read_text() for folder in folders for path in sorted(folder.rglob("*.py"))]


@pytest.mark.parametrize("reason", PLANTED)
def test_what_is_planted_is_hit(rules, reason):
    assert rules.hit(PLANTED[reason]) == reason
    assert rules.hit(ORDINARY + "\n\n" + PLANTED[reason]) == reason


@pytest.mark.parametrize("reason", PLANTED)
def test_what_is_planted_is_removed_and_nothing_else(rules, reason):
    function = PLANTED[reason]
    before, after = ORDINARY.split("def nearest")
    text = f"{before}@decorated\n@twice(\n    1)\n{function}\n\ndef nearest{after}"
    assert rules.clean(text) == (ORDINARY, Counter({reason: 1}))
    assert rules.clean(f"{ORDINARY}\n\n{function}") == (ORDINARY + "\n\n", Counter({reason: 1}))


@pytest.mark.parametrize("reason", PLANTED)
def test_methods_are_removed(rules, reason):
    method = textwrap.indent(PLANTED[reason], "    ")
    both = f"class A:\n    x = 1\n\n{method}\n\n    def last(self):\n        return 1\n"
    assert rules.clean(both) == ("class A:\n    x = 1\n\n    def last(self):\n        return 1\n", Counter({reason: 1}))
    assert rules.clean(f"class A:\n    @classmethod\n{method}") == ("class A:\n    pass\n", Counter({reason: 1}))


def test_a_nested_function_is_removed_with_its_outermost(rules):
    inner = textwrap.indent(PLANTED["name"], "        ")
    nested = f"def outer():\n    if True:\n{inner}    return nearest_beacon\n\n\nx = 1\n"
    assert rules.hit(nested) == "name"
    assert rules.clean(nested) == ("x = 1\n", Counter({"name": 1}))


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("if x:\n", "else:\n    y = 1\n"),
        ("if x:\n    y = 1\nelse:\n", ""),
        ("try:\n", "except ValueError:\n    pass\n"),
        ("try:\n    y = 1\nexcept ValueError:\n", ""),
        ("try:\n    y = 1\nfinally:\n", "z = 1\n"),
        ("with x:\n", ""),
        ("for y in x:\n", "else:\n    z = 1\n"),
        ("match x:\n  case 1:\n", ""),
        ("class A:\n  class B:\n", "y = 1\n"),
    ],
)
def test_no_block_is_left_empty(rules, head, tail):
    function = textwrap.indent(PLANTED["name"], "    ")
    text, counts = rules.clean(head + function + function + tail)
    assert text == f"{head}    pass\n{tail}"
    ast.parse(text)
    assert counts == Counter({"name": 2})


@pytest.mark.parametrize(
    "text",
    [
        "# " + ONE_LINE,
        f"{ORDINARY}\nx = '''\n{TESTS}'''\n",
        '"""Write a function to weigh a whale."""\n' + ORDINARY,
        'class A:\n    """Return the beacon that is nearest to the ship."""\n',
        "def nearest_beacon(:\n",
        "def broken(:\n" + ONE_LINE,
    ],
)
def test_a_hit_outside_functions_drops_the_document(rules, text):
    assert rules.hit(text)
    assert rules.clean(text) == ("", Counter({DOCUMENT: 1}))


def test_a_comment_beside_a_function_is_a_hit_of_its_own(rules):
    assert rules.clean(f"{ORDINARY}# {ONE_LINE}\n\n{PLANTED['name']}")[1] == Counter({DOCUMENT: 1})


@pytest.mark.parametrize("text", ["", "\n", ORDINARY, "x = (\n", "def f(:\n", "def f(): pass", "\ud800 = 1", "x\0"])
def test_clean_text_is_unchanged(rules, text):
    assert rules.hit(text) is None
    assert rules.clean(text) == (text, Counter())


def test_real_sources_are_unchanged(rules):
    for text in own_sources():
        assert rules.clean(text) == (text, Counter())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_odd_characters_are_kept(rules, end):
    kept = 'x = "\x0c\x85\u2028é"\n\x0c\n'
    last = "class A:\n    def weigh(self): pass\n"
    text = f"{kept}{PLANTED['13-gram']}\n\n{PLANTED['name']}{last}".replace("\n", end)
    cleaned, counts = rules.clean(text)
    assert cleaned == f"{kept}class A:\n    pass\n".replace("\n", end)
    assert counts == Counter({"name": 2, "13-gram": 1})


@given(data=st.data())
def test_cleaning_leaves_no_hit_and_valid_python(data):
    rules = Decontaminator([TASK, SCRIPT])
    parts = [
        *PLANTED.values(),
        "x = 1\n",
        "# note\n",
        "\n",
        DECORATED,
        "def g():\n    return 2\n",
    ]
    chosen = data.draw(st.lists(st.sampled_from(parts), max_size=5))
    inside = data.draw(st.lists(st.sampled_from(parts), min_size=1, max_size=4))
    text = "".join(chosen) + "class A:\n    y = 2\n" + "".join(textwrap.indent(part, "    ") for part in inside)
    cleaned, counts = rules.clean(text)
    ast.parse(cleaned)
    assert rules.hit(cleaned) is None
    assert rules.clean(cleaned) == (cleaned, Counter())
    assert bool(counts) == (rules.hit(text) is not None)
    assert sum(counts.values()) == sum(part in (*PLANTED.values(), DECORATED) for part in chosen + inside)


def test_an_example_is_judged_with_its_prompt(rules):
    assert rules.hit(PROMPT + SOLUTION) == "name"
    assert rules.hit(SCRIPT.prompt.replace("weigh(1)", "w(2)") + "def w(x):\n    return x\n") == "docstring"
    assert rules.hit('def add_three(x):\n    """Add three to x."""\n    return x + 3\n') is None


@pytest.mark.parametrize(
    ("same", "text"),
    [
        (True, "def f(b, a):\n    c = [x + b for x in a if x]\n    return sum(c)"),
        (
            True,
            "def g(n, m):\n    '''Doc.'''\n    s = [i + n for i in m if i]\n    return sum(s)".replace(
                "    t: int\n", ""
            ),
        ),
        (False, "def f(b, a):\n    c = [x + b for x in a if x]\n    return max(c)"),
        (False, "def f(b, a):\n    c = [x - b for x in a if x]\n    return sum(c)"),
        (False, "def f(b, a):\n    c = [x + b for x in a if b]\n    return sum(c)"),
        (False, "def f(b, a):\n    c = [x + b for x in a if x]\n    return b.sum(c)"),
    ],
)
def test_bodies_are_equal_up_to_the_names_of_locals(same, text):
    reference = "def f(first, second):\n    kept = [item + first for item in second if item]\n    return sum(kept)"
    one, other = (body_form(ast.parse(source).body[0]) for source in (reference, text))
    assert one is not None
    assert (one == other) == same


def test_recursion_is_a_local_name_and_short_bodies_have_no_form():
    walk = "def {0}(x):\n    return 1 if not x else 1 + max({0}(y) for y in x)"
    one, other = (body_form(ast.parse(walk.format(name)).body[0]) for name in ("depth", "levels"))
    assert one == other is not None
    assert body_form(ast.parse("def f(a, b):\n    return a + b").body[0]) is None
    # Return, BinOp, BinOp, Name, Add, Name, Add, BinOp, Name, Mult, Constant
    eleven = "def f(a, b):\n    return a + b + a * 2"
    assert body_form(ast.parse(eleven).body[0]) is None
    assert body_form(ast.parse(eleven.replace("* 2", "* -2")).body[0]) is not None  # and UnaryOp, USub


def test_a_body_too_deep_to_be_walked_has_no_form():
    assert body_form(ast.parse("def f(x):\n    return " + " + ".join(["x"] * 1500)).body[0]) is None


def test_docstrings_are_folded():
    assert docstring_forms("Return the\n  SUM, of x!\n") == {"return the sum of x"}
    assert docstring_forms("Sum of x.\n>>> f(1)\n2") == {"sum of x f 1 2", "sum of x"}
    assert docstring_forms("Two words.") == set()


def test_grams_see_through_layout_and_not_through_boilerplate():
    text = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda_ mu nu"
    grams = Grams([text, "for i in range(len(x)): for j in range(len(x)): if x[i] > x[j]: pass"])
    shouted = "((" + text.upper().replace(" ", "::\n") + "))"
    assert grams.spans("é " + shouted) == [(5, 5 + len(shouted) - 4)]
    assert grams.spans(text.replace("beta", "Beta x")) == []
    assert grams.spans(text.rpartition(" ")[0]) == []
    assert grams.spans("for i in range(len(x)): for j in range(len(x)): if x[i] > x[j]: pass") == []


def test_rules_travel_to_other_processes(rules):
    copied = pickle.loads(pickle.dumps(rules))
    for text in (ORDINARY, *PLANTED.values()):
        assert copied.hit(text) == rules.hit(text)


@pytest.mark.parametrize("name", ["mini", "aside", "mini-reworded", "aside-reworded"])
def test_the_own_suites_are_kept_out(name):
    tasks = read_tasks(Path(trainer.__file__).parents[1] / "evaluators" / "benchmark" / f"{name}.jsonl")
    rules = Decontaminator(tasks)
    for task in tasks:
        assert rules.hit(task.prompt + task.solution) == "name"
        renamed = re.sub(rf"\b{task.entry_point}\(", "something_else(", task.prompt + task.solution)
        assert rules.hit(renamed)
        assert rules.clean(ORDINARY + "\n\n" + renamed)[0].rstrip("\n") + "\n" == ORDINARY
