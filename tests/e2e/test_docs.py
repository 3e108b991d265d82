"""Every command that README and docs show works, in the order in which they show it, on the smoke study."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import networkx
import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
PROMOTION = ("promote", "generate", "benchmark", "export")
SERVING = ("dashboard", "serve")  # until they are interrupted: in tests of their own
NOT_READING = ("search", "refine", *PROMOTION, *SERVING)
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
    reading = [w[1:] for w in commands(README) if w[0] == "autonas" and w[1] not in NOT_READING]
    assert {words[0] for words in reading} >= {"show", "trials", "status", "data", "doctor"}
    for words in reading:
        words = ["show", "0"] if words[0] == "show" else words
        words = ["data", "--study", "smoke"] if words[0] == "data" else words
        assert smoke.autonas(*words)


def searches() -> list[list[str]]:
    return [words[1:] for words in commands(README) if words[:2] == ["autonas", "search"]]


@pytest.mark.parametrize("words", searches(), ids=" ".join)
def test_searches_of_the_readme_work(autonas, words):
    """For one candidate of the smoke study with a tiny budget; the last value of an option counts."""
    code = str(Path(networkx.__file__).parent)  # a project with enough text
    words = [word.replace("../my-project", code) for word in words]
    cores = {**os.environ, "OMP_NUM_THREADS": "2"}  # for --workers 2, whatever share of them these tests have
    text = autonas(*words, "--study", "smoke", "--trials", "1", *TINY, environment=cores)
    assert "1 trial finished" in text


def test_the_ladder_of_the_readme_works(autonas):
    autonas("search", "--study", "smoke", "--trials", "2", *TINY)
    words = next(words[1:] for words in commands(README) if words[:2] == ["autonas", "refine"])
    text = autonas(*words, "--device", "cpu")
    assert "2 complete candidates: below about 50, as much time for more of them improves a front more" in text
    assert "rung 2, 9 times the tokens, seed 2: 1 candidate" in text
    assert "smoke, rung 2: 1 on the front of 1 candidates" in text


def test_commands_of_the_readme_work(promoted):
    """With the smoke study's run in place of the one that is shown."""
    command, _, run = promoted
    shown = [words[1:] for words in commands(README) if words[:1] == ["autonas"] and words[1] in PROMOTION]
    assert {words[0] for words in shown} == set(PROMOTION)
    for words in shown:
        command(*[str(run) if word.startswith("runs/") else word for word in words])
