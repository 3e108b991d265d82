"""Nothing that is loaded can run code: files are safetensors, JSON, text and plain arrays, never pickles."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("autonas", "search_spaces", "trainer", "evaluators", "studies")
SOURCES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
MODULES = {"pickle", "cPickle", "_pickle", "cloudpickle", "dill", "joblib", "marshal", "shelve"}
CALLS = {"torch.load", "torch.save", "torch.jit.load", "torch.package", "numpy.memmap.dump", "pandas.read_pickle"}
ALIASES = {"np": "numpy", "pd": "pandas"}


def forbidden(text):
    """Returns what in a module reads or writes pickles."""
    found: list[str] = []
    if not any(word in text for word in (*MODULES, "pickle", "torch")):  # saves the parsing of most
        return found
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found += [name.name for name in node.names if name.name.partition(".")[0] in MODULES]
        elif isinstance(node, ast.ImportFrom):
            names = {f"{node.module}.{name.name}" for name in node.names}
            found += [str(node.module)] if str(node.module).partition(".")[0] in MODULES else sorted(names & CALLS)
        elif isinstance(node, ast.Attribute):
            first, _, rest = ast.unparse(node).partition(".")
            found += [ast.unparse(node)] if f"{ALIASES.get(first, first)}.{rest}" in CALLS else []
        elif isinstance(node, ast.keyword) and node.arg == "allow_pickle":
            found.append("allow_pickle")
    return found


@pytest.mark.parametrize(
    "text",
    [
        "import pickle",
        "from pickle import loads",
        "import joblib.numpy_pickle",
        "torch.load(path)",
        "from torch import load",
        "x = torch.save",
        "pd.read_pickle(path)",
        "np.load(path, allow_pickle=True)",
    ],
)
def test_the_test_finds_them(text):
    assert forbidden(text)


def test_the_packages_read_and_write_no_pickles():
    assert len(SOURCES) > 100
    assert {str(path.relative_to(ROOT)): forbidden(path.read_text()) for path in SOURCES} == {
        str(path.relative_to(ROOT)): [] for path in SOURCES
    }


def test_the_tests_own_list_is_whole():
    assert {path.name for path in ROOT.iterdir() if (path / "__init__.py").is_file()} == set(PACKAGES)
