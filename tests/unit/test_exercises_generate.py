"""Exercises run, fail when their body is spoilt, say what they do, and are the same for the same seed."""

from __future__ import annotations

import ast
import re
from collections import Counter
from itertools import islice
from statistics import median

import pytest

from autonas.errors import AutonasError
from trainer.data.exercises import FAMILIES, Family, exercises, generate
from trainer.data.exercises.generate import examples_of
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.instructions import Example

N = 40 * len(FAMILIES)


@pytest.fixture(scope="module")
def sample() -> list[Example]:
    return list(exercises(N, seed=7))


def _function(example: Example) -> ast.FunctionDef:
    tree = ast.parse(example.prompt + example.answer)
    return next(node for node in tree.body if isinstance(node, ast.FunctionDef))


def _run(code: str, tests: str) -> None:
    exec(compile(code + tests, "<exercise>", "exec"), {})


def test_there_are_many_families_of_many_functions() -> None:
    assert len(FAMILIES) >= 20
    assert all(name == family.name and re.fullmatch("[a-z_]+", name) for name, family in FAMILIES.items())


def test_every_example_passes_its_tests(sample: list[Example]) -> None:
    for example in sample:
        _run(example.prompt + example.answer, example.tests)


def test_every_example_has_four_tests_of_its_function(sample: list[Example]) -> None:
    for example in sample:
        tests = example.tests.splitlines()
        assert len(set(tests)) == len(tests) >= 4
        assert all(test.startswith("assert ") and f"{example.entry_point}(" in test for test in tests)


@pytest.mark.parametrize("spoilt", ["return None", "return 0", "return True", "return []", "return ''", "pass"])
def test_a_constant_body_fails(sample: list[Example], spoilt: str) -> None:
    for example in sample:
        with pytest.raises(AssertionError):
            _run(f"{example.prompt}    {spoilt}\n", _all_of(example.tests))


def _all_of(tests: str) -> str:
    """The tests as one, in which a value of the wrong type is a failure too."""
    body = "".join(f"    {line}\n" for line in tests.splitlines())
    return f"try:\n{body}except TypeError:\n    raise AssertionError from None\n"


def test_a_mutated_body_mostly_fails(sample: list[Example]) -> None:
    swaps = {
        " + ": " - ",
        "== 0": "!= 0",
        " > ": " <= ",
        " < ": " >= ",
        " and ": " or ",
        "not ": "",
        "[0]": "[1]",
        "1": "2",
    }
    mutants = caught = 0
    for example in sample:
        if "while" in example.answer or f"{example.entry_point}(" in example.answer:
            continue  # a mutant might not end
        for old, new in swaps.items():
            if old in example.answer:
                mutants += 1
                try:
                    _run(example.prompt + example.answer.replace(old, new, 1), example.tests)
                except Exception:
                    caught += 1
    assert mutants > N / 2
    assert caught / mutants > 0.85, f"{caught} of {mutants}"


def test_prompt_is_a_function_that_lacks_its_body(sample: list[Example]) -> None:
    for example in sample:
        function = _function(example)
        assert function.name == example.entry_point
        assert isinstance(function.body[0], ast.Expr)
        assert ast.get_docstring(function)
        assert len(function.body) > 1
        assert example.prompt.endswith("\n")
        assert example.answer.endswith("\n")
        assert all(line.startswith("    ") for line in example.answer.splitlines())
        assert example.source.removeprefix("generated/") in FAMILIES


def test_docstring_speaks_of_the_parameters(sample: list[Example]) -> None:
    silent = 0
    for example in sample:
        function = _function(example)
        said = ast.get_docstring(function) or ""
        names = [argument.arg for argument in function.args.args]
        for name in names[1:]:  # the first one may be "the list", "a number"
            silent += not re.search(rf"\b{name}\b", said) and "two" not in said and "three" not in said
        assert not said[0].islower() or re.match(r"\w+", said)[0] in names, said
        sentence = said.split(">>>")[0].split("=")[0]
        assert "{" in example.tests or not re.search(r"\{|\}|@ |\bFN\b|\bares\b", sentence)
    assert silent < N / 50


def test_every_parameter_is_used(sample: list[Example]) -> None:
    for example in sample:
        function = _function(example)
        used = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
        assert {argument.arg for argument in function.args.args} <= used, example.prompt + example.answer


def test_no_loop_takes_the_name_of_a_parameter() -> None:
    for family in FAMILIES.values():
        for example in islice(examples_of(family, 3), 60):
            function = _function(example)
            loops = [node for node in ast.walk(function) if isinstance(node, ast.For | ast.comprehension)]
            bound = {node.id for loop in loops for node in ast.walk(loop.target) if isinstance(node, ast.Name)}
            lambdas = [node.args for node in ast.walk(function) if isinstance(node, ast.Lambda)]
            bound |= {argument.arg for arguments in lambdas for argument in arguments.args}
            assert not bound & {argument.arg for argument in function.args.args}, example.prompt + example.answer


def test_doctest_examples_are_right(sample: list[Example]) -> None:
    seen = 0
    for example in sample:
        for call, result in re.findall(r">>> (.+)\n {4}(.+)\n", example.prompt):
            seen += 1
            equal = f"repr({call}) == {result!r}"
            if re.fullmatch(r"-?\d+\.\d+", result):  # another body may round otherwise
                equal = f"abs({call} - {result}) < 1e-9 * max(1, abs({result}))"
            _run(example.prompt + example.answer, f"assert {equal}\n" if "{" not in result else "")
    assert seen > N / 20


def test_families_take_turns(sample: list[Example]) -> None:
    counts = Counter(example.source for example in sample)
    assert set(counts) == {f"generated/{name}" for name in FAMILIES}
    assert set(counts.values()) == {N // len(FAMILIES)}


def test_sizes_suit_a_small_context(sample: list[Example]) -> None:
    prompts = [len(example.prompt.encode()) for example in sample]
    wholes = [len((example.prompt + example.answer).encode()) for example in sample]
    assert max(prompts) <= 400
    assert median(wholes) < 250
    assert sum(size <= 350 for size in wholes) > 0.93 * N


def test_simple_bodies_are_most_common_and_long_ones_occur(sample: list[Example]) -> None:
    lines = Counter(example.answer.count("\n") for example in sample)
    assert 0.3 * N < lines[1] < 0.7 * N
    assert sum(count for length, count in lines.items() if length >= 5) > 0.1 * N
    assert max(lines) <= 14


def test_signatures_vary(sample: list[Example]) -> None:
    annotated = sum("->" in example.prompt.split('"""')[0] for example in sample)
    assert 0.3 * N < annotated < 0.7 * N
    assert any(example.prompt.startswith("from typing import ") for example in sample)
    assert any(_function(example).args.defaults for example in sample)


def test_functions_are_distinct(sample: list[Example]) -> None:
    assert len({example.prompt + example.answer for example in sample}) == N
    bodies = {ast.unparse(_Renamed(_function(example)).tree) for example in sample}
    assert len(bodies) > N / 2


class _Renamed(ast.NodeTransformer):
    """A function's body with its parameters and variables numbered."""

    def __init__(self, function: ast.FunctionDef) -> None:
        bound = [node.arg for node in ast.walk(function) if isinstance(node, ast.arg)]
        bound += [
            node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        ]
        self.bound, self.names = {*bound, function.name}, dict[str, str]()
        self.tree = ast.Module([self.visit(node) for node in function.body[1:]], [])

    def _name(self, name: str) -> str:
        return self.names.setdefault(name, f"v{len(self.names)}") if name in self.bound else name

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(self._name(node.id), node.ctx)

    def visit_arg(self, node: ast.arg) -> ast.arg:
        return ast.arg(self._name(node.arg))


def test_same_seed_same_examples(sample: list[Example]) -> None:
    """Whatever the hash seed: see tests/e2e/test_every_process.py."""
    assert list(exercises(300, seed=7)) == sample[:300]
    assert {e.prompt + e.answer for e in exercises(300, seed=8)} != {e.prompt + e.answer for e in sample[:300]}


def test_exhausted_family_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def rule(_: object) -> Sketch:
        cases = [f"{i}, {i + 1}" for i in range(7)]
        return Sketch(
            names=["add"],
            params=[Param("a", "int"), Param("b", "int")],
            bodies=["return a + b"],
            do=["Add a and b"],
            inputs=cases,
        )

    monkeypatch.setattr(generate, "_TRIES", 10)
    with pytest.raises(AutonasError, match="'tiny' has no more distinct functions after"):
        list(islice(examples_of(Family("tiny", ((rule, 1),)), 0), 5000))


def test_family_without_rules_is_refused() -> None:
    with pytest.raises(ValueError, match="family 'none' needs rules"):
        Family("none", ())
