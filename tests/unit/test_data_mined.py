"""Mining: what stands alone is found and laid out as it was meant, and what does not is left out for its reason."""

from __future__ import annotations

import ast
import doctest
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from trainer.data import CorpusConfig, prepare
from trainer.data.docstrings import read_docstring
from trainer.data.functions import functions
from trainer.data.instructions import Example
from trainer.data.mined import mine

MODULE = '''
from __future__ import annotations

import json as j, numpy as np
import os.path
from collections import Counter, OrderedDict as OD
from .near import thing

LIMIT = 3

def most_common(words: thing, n=1, *, key=None) -> thing:
    """Return the most common words.

    The second paragraph is not used.

    >>> most_common(["a", "b", "a"])
    'a'
    >>> most_common([], n=LIMIT)
    3
    >>> most_common(["a"], n=5) + \\
    ...     most_common(["a"])
    'aa'
    """
    # a comment stays
    found = Counter(words)

    return found.most_common(n)[0][0]  # so does this

class Box:
    def joined(self, a: str, b: str) -> str:
        """Join two parts of a path
        with the separator of the system."""
        def inner(x):
            return os.path.join(x, b)
        return inner(a)

    @staticmethod
    def text(value: OD[str, int]) -> str:
        """Write a value as JSON text."""
        return j.dumps(value)
'''

COMMON = '''\
from collections import Counter


def most_common(words, n=1, *, key=None):
    """Return the most common words.

    >>> most_common(["a", "b", "a"])
    'a'
    """
    # a comment stays
    found = Counter(words)

    return found.most_common(n)[0][0]  # so does this
'''
JOINED = '''\
import os.path


def joined(a: str, b: str) -> str:
    """Join two parts of a path
    with the separator of the system.
    """
    def inner(x):
        return os.path.join(x, b)
    return inner(a)
'''
TEXT = '''\
import json as j
from collections import OrderedDict as OD


def text(value: OD[str, int]) -> str:
    """Write a value as JSON text."""
    return j.dumps(value)
'''


def by_name(found: Sequence[Example]) -> dict[str, Example]:
    return {example.entry_point: example for example in found}


def test_functions_are_laid_out_as_prompts_with_answers() -> None:
    found = by_name(functions(MODULE)[0])
    assert {name: e.prompt + e.answer for name, e in found.items()} == {
        "most_common": COMMON,
        "joined": JOINED,
        "text": TEXT,
    }
    assert found["most_common"].answer.startswith("    # a comment stays\n")
    assert found["joined"].prompt.endswith('system.\n    """\n')
    assert found["most_common"].tests == """assert (most_common(["a", "b", "a"])) == 'a'\n"""
    assert {e.source for e in found.values()} == {"mined"}


def test_what_is_found_works_on_its_own() -> None:
    for example in functions(MODULE)[0]:
        names: dict[str, Any] = {}
        exec(example.prompt + example.answer + example.tests, names)
        module = type("module", (), {"__doc__": names[example.entry_point].__doc__})
        for test in doctest.DocTestFinder().find(module, "m", globs=names):
            assert doctest.DocTestRunner().run(test).failed == 0


def function(body: str = "return x + 1", *, head: str = "def f(x):", doc: str = "Add one to a number.") -> str:
    return f'{head}\n    """{doc}"""\n{textwrap.indent(body, "    ")}\n'


def method(body: str, head: str = "def f(self, x):") -> str:
    return "class C:\n" + textwrap.indent(function(body, head=head), "    ")


def test_the_plain_function_is_found() -> None:
    [example], left_out = functions(function())
    assert example.prompt + example.answer == function()
    assert not left_out


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (function("return x + LIMIT"), "needs another name"),
        ("sorted = 1\nsorted = 2\n" + function("return sorted(x)"), "needs another name"),
        ("if 1:\n    sorted = 2\n" + function("return sorted(x)"), "needs another name"),
        ("try:\n    import a as re\nexcept E:\n    import re\n" + function("return re.match(x)"), "needs another name"),
        ("LIMIT = " + "1 + " * 40 + "1\n" + function("return x + LIMIT"), "needs another name"),
        ("LIMIT = " + "1 + " * 2000 + "1\n" + function("return x + LIMIT"), "deeply nested"),
        ("def g(x):\n    return h(x)\n" + function("return g(x)"), "needs another name"),
        ("import numpy as np\n" + function("return np.abs(x)"), "needs another name"),
        ("from . import re\n" + function("return re.match(x)"), "needs another name"),
        (function("import numpy\nreturn numpy.abs(x)"), "needs another name"),
        (function("return [y for y in x if z]"), "needs another name"),
        (function("return eval(x)"), "needs another name"),
        (function(head="def f(x, y=LIMIT):"), "needs another name"),
        ("def f(x):\n    return x\n" + method("return f(x)"), "needs another name"),
        ("@cached\n" + function(), "decorator"),
        (function(head="def __f(x):"), "name"),
        (function(head="def test_f(x):"), "name"),
        (function("\n".join(["x += 1"] * 15) + "\nreturn x"), "many statements"),
        (function("async def g():\n    return x\nreturn g"), "async, class or global"),
        (function("print(x)"), "returns nothing"),
        (function("pass"), "returns nothing"),
        (function("raise NotImplementedError\nreturn x"), "not implemented"),
        (function("return x"), "trivial"),
        (function("return sum([1])"), "uses no argument"),
        (method("return self.a + x"), "uses its object"),
        (method("return super().f(x)"), "uses its object"),
        (function("return self.a + x", head="def f(self, x):"), "uses its object"),
        (function("return 'é' + x"), "long, or not English"),
        (function("return " + " + ".join(["x"] * 200)), "long, or not English"),
        (function("\treturn x + 1".strip() + "\nif x:\n\treturn 2"), "layout"),
        (
            "class C:\n" + textwrap.indent(function('y = """\n    a"""\nreturn x + y', head="def f(me, x):"), "  "),
            "layout",
        ),
        (function(doc="Add."), "docstring"),
        (function(doc="See `g` for what this does."), "docstring"),
        (function(doc="Add all of the following numbers:"), "docstring"),
        (function(doc="Add \\\\d to a number."), "docstring"),
        (function(doc="one two three\nfour\nfive\nsix\nseven"), "docstring"),
        (function(head="def f(" + "x" * 100 + ", x):"), "long signature"),
    ],
)
def test_what_does_not_stand_alone_is_left_out_for_its_reason(source: str, reason: str) -> None:
    ast.parse(source)
    found, left_out = functions(source)
    assert found == []
    assert left_out == {reason: 1}


def test_functions_within_others_and_recursion_are_found() -> None:
    inner = function("return f(x - 1) if x else 0", head="def f(x):")
    source = "def outer(y):\n" + textwrap.indent(inner, "    ") + "    return f\n"
    [example], _ = functions(source)
    assert example.prompt + example.answer == inner


def test_what_a_function_needs_of_its_module_becomes_the_prompts_head() -> None:
    source = (
        "import os\nimport re, os.path\n"
        + function("return g(x) or os.path.join(x)")
        + "WORD = 'a'\nWORDS = re.compile(WORD, re.I)\ndef unused(y):\n    return y\n"
        + "def g(y):\n    return WORDS.sub('b', y)\n"
    )
    [example], _ = functions(source)
    assert example.prompt == (
        "import os.path\nimport re\nWORD = 'a'\nWORDS = re.compile(WORD, re.I)\n\n\n"
        "def g(y):\n    return WORDS.sub('b', y)\n\n\n"
        'def f(x):\n    """Add one to a number."""\n'
    )
    names: dict[str, Any] = {}
    exec(example.prompt + example.answer, names)
    assert names["f"]("Aa") == "bb"


def test_of_several_modules_of_a_package_those_that_are_spelt_out_are_imported() -> None:
    head = "import email.utils, email.parser\nimport email.generator\n"
    [one], _ = functions(head + function("return email.utils.quote(x) + email.parser.Parser(x)"))
    assert one.prompt.startswith("import email.parser\nimport email.utils\n\n\ndef")
    [other], _ = functions(head + function("return email.message_from_string(x)"))
    assert other.prompt.startswith("import email\n\n\ndef")


def test_what_does_not_parse_is_counted() -> None:
    assert functions("def f(:\n") == ([], {"does not parse": 1})


def test_a_corpus_is_mined_without_copies_and_without_its_held_out_part(tmp_path: Path) -> None:
    folder = tmp_path / "code"
    for package in range(8):
        (folder / f"p{package}").mkdir(parents=True)
        for k in range(12):
            own = [f"value_{package}_{k}_{i} = {i * 7919 % 1013}" for i in range(60)]
            unique = function(f"return x + {package * 100 + k}", head=f"def add_{package}_{k}(x):")
            copy = function("return x * 2", doc=f"Double{' ' * (1 + k % 2)}a given NUMBER.".replace("N", "nN"[k % 2]))
            text = "\n".join([*own, unique, copy])
            (folder / f"p{package}" / f"m{k}.py").write_text(text)
    corpus = prepare(CorpusConfig(source=str(folder), held_out_share=0.2), tmp_path / "cache", [])
    seen: list[tuple[int, int]] = []
    found, left_out = mine(corpus, progress=lambda done, total: seen.append((done, total)))
    texts = [corpus.text("train", i) for i in range(corpus.n_documents("train"))]
    assert 0 < len(texts) < 96
    names = [e.entry_point for e in found]
    assert sorted(names) == sorted(["f", *(t.split("def ")[1].partition("(")[0] for t in texts)])
    assert left_out["duplicate"] == len(texts) - 1
    assert seen[-1] == (len(texts), len(texts))


@pytest.mark.parametrize(
    ("source", "want"),
    [
        ("half(4), half(2), half(0)", "(2, 1, 0)"),
        ("half(4) == 2", "True"),
        ("half(6) in (1, 3)", "True"),
        ("1 if half(2) else 0", "1"),
    ],
)
def test_a_doctest_is_compared_as_a_whole(source, want):
    description = read_docstring(f"Return half of a number.\n\n>>> {source}\n{want}", "half")
    assert description is not None
    exec(description.tests, {"half": lambda n: n // 2})
    with pytest.raises(AssertionError):
        exec(description.tests, {"half": lambda n: n - n})
