"""Every command that README and docs show works, in the order in which they show it, on the smoke study."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
TINY = ("--device", "cpu", "--set", "budget.tokens=4096")


def commands(text: str, language: str = "sh") -> list[list[str]]:
    """The words of each command in the text's blocks of a language, comments left out."""
    blocks = re.findall(rf"^```{language}\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE)
    return [shlex.split(line, comments=True) for block in blocks for line in block.splitlines() if line.strip()]


def test_make_knows_the_targets_of_the_readme():
    makefile = (ROOT / "Makefile").read_text()
    targets = [words[1] for words in commands(README) if words[0] == "make"]
    assert {"search", "test"} <= set(targets)
    for target in targets:
        assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE), target


def test_reading_commands_of_the_readme_work(smoke):
    reading = [w[1:] for w in commands(README) if w[0] == "autonas" and w[1] != "search"]
    assert {words[0] for words in reading} >= {"show", "trials", "status", "data", "doctor"}
    for words in reading:
        words = ["show", "0"] if words[0] == "show" else words
        words = ["data", "--study", "smoke"] if words[0] == "data" else words
        assert smoke.autonas(*words)


def searches() -> list[list[str]]:
    return [words[1:] for words in commands(README) if words[:2] == ["autonas", "search"]]


@pytest.mark.parametrize("words", searches(), ids=" ".join)
def test_searches_of_the_readme_are_accepted(autonas, words):
    """Run for one candidate of the smoke study; a folder of code is this repository."""
    words = [word.replace("../my-project", str(ROOT)) for word in words]
    words = [word for word in words if not word.startswith("budget.tokens")]
    words = [word for i, word in enumerate(words) if word != "--set" or i + 1 < len(words) and "=" in words[i + 1]]
    words = ["--trials" if w == "--trials" else "1" if i and words[i - 1] == "--trials" else w for i, w in enumerate(words)]
    extra = () if "--trials" in words else ("--trials", "1")
    assert "1 trial finished" in autonas(*words, *extra, "--study", "smoke", *TINY)
