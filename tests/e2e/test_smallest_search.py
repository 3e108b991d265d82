"""The smallest file at a given loss, as the documentation shows it: searched, trained longer, promoted."""

from __future__ import annotations

import importlib.util
import json
import re
import shlex
from dataclasses import replace
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STUDY = str(ROOT / "tests" / "small_files.py")
NAME = ("--study", "small-files")
TINY = ("--study", STUDY, "--device", "cpu", "--set", "budget.tokens=16384")
BOUND = ("--set", "constraints.loss=12")  # which all keep: so little is learnt in 16 steps
HAS_TORCHAO = importlib.util.find_spec("torchao") is not None

needs_torchao = pytest.mark.skipif(not HAS_TORCHAO, reason="torchao is missing")


def documented(command: str) -> list[str]:
    """Returns the words of the documentation's command; of an option that is given again the last value counts."""
    text = (ROOT / "docs" / "compression.md").read_text()
    blocks = re.findall(r"^```sh\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE)
    lines = [shlex.split(line, comments=True)[1:] for block in blocks for line in block.splitlines()]
    (words,) = [words for words in lines if words[0] == command]
    assert "smallest" in words
    return words


@pytest.mark.skipif(HAS_TORCHAO, reason="torchao is here")
def test_torchao_is_asked_for_before_anything_is_trained(autonas):
    text = autonas(*documented("search"), *TINY, code=2)
    assert "quantising needs torchao, which is not installed" in text
    assert not list((autonas.folder / "runs").glob("*/0"))


@pytest.fixture(scope="module")
def searched(smoke, tmp_path_factory):
    """autonas in a folder with a finished search."""
    autonas = replace(smoke.autonas, folder=tmp_path_factory.mktemp("small"))
    autonas(*documented("search"), *TINY, *BOUND)
    return autonas


def trials_of(autonas):
    return json.loads(autonas("trials", *NAME, "--json"))["trials"]


@needs_torchao
def test_the_front_knows_the_files_to_the_byte(searched):
    trials = trials_of(searched)
    assert [trial["state"] for trial in trials] == ["complete"] * 3
    for trial in trials:
        path = searched.folder / "runs" / "small-files" / str(trial["trial"]) / "file" / "weights.safetensors"
        assert path.stat().st_size == trial["file_bytes"]
    front = json.loads(searched(*documented("front"), *NAME, "--json"))["front"]
    assert front[0]["knee"]
    assert front[0]["values"]["file_bytes"] == min(trial["file_bytes"] for trial in trials)
    assert "knee: the best of those whose bits per byte keeps the bound" in searched("front", *NAME)
    candidate = json.loads(searched("show", "2", *NAME, "--json"))
    assert sum(part["parameters"] for part in candidate["parts"]) == candidate["metrics"]["parameters"]
    detail = candidate["parts"][-1]["detail"]
    assert candidate["shape"]["precision"] in detail
    assert f"{int(candidate['metrics']['file_bytes']):,} bytes" in detail
    assert "file" in searched("show", "2", *NAME)


@needs_torchao
def test_it_goes_on_and_trains_the_best_longer(searched):
    assert "4 trials" in searched(*documented("search"), *TINY, *BOUND, "--trials", "4")
    searched("refine", *NAME, "--rungs", "1", "--keep", "1", "--seeds", "0", "--device", "cpu")
    assert len(json.loads(searched("front", *NAME, "--rung", "1", "--json"))["front"]) == 1


@needs_torchao
def test_a_promotion_ends_with_the_file(searched):
    promote = (*documented("promote"), *NAME, "--device", "cpu")
    assert "compressing it as its genes say: ffn" in searched(*promote)
    ((number, folder),) = [
        (int(path.name.partition("-")[0]), path) for path in (searched.folder / "runs" / "small-files").glob("*-*")
    ]
    trial = next(trial for trial in trials_of(searched) if trial["trial"] == number)
    weights = folder / "compress" / "model" / "weights.safetensors"
    assert weights.stat().st_size == trial["file_bytes"]
    result = json.loads((folder / "compress.json").read_text())
    assert result["compression"]["recover_tokens"] == round(0.2 * 65_536)
    assert result["compressed"]["metrics"]["file_bytes"] == trial["file_bytes"]
    assert searched("generate", str(folder), "--prompt", "def f(x):", "--tokens", "4").startswith("def f(x):")
    written = weights.stat().st_mtime_ns
    assert str(folder.relative_to(searched.folder)) in searched(*promote)
    assert weights.stat().st_mtime_ns == written
