"""The smallest file at a given loss, from the command line: searched, shown, trained longer, promoted."""

from __future__ import annotations

import importlib.util
import json
from dataclasses import replace
from pathlib import Path

import pytest

STUDY = str(Path(__file__).parents[1] / "small_files.py")
HAS_TORCHAO = importlib.util.find_spec("torchao") is not None
SEARCH = ("search", "--study", STUDY, "--device", "cpu", "--set", "budget.tokens=16384")
BOUND = ("--set", "constraints.loss=12")  # which all keep: so little is learnt in 16 steps

needs_torchao = pytest.mark.skipif(not HAS_TORCHAO, reason="torchao is missing")


@pytest.mark.skipif(HAS_TORCHAO, reason="torchao is here")
def test_torchao_is_asked_for_before_anything_is_trained(autonas):
    text = autonas(*SEARCH, code=2)
    assert "quantising needs torchao, which is not installed" in text
    assert not (autonas.folder / "autonas.db").exists()


@pytest.fixture(scope="module")
def searched(smoke, tmp_path_factory):
    """autonas in a folder with a finished search."""
    autonas = replace(smoke.autonas, folder=tmp_path_factory.mktemp("small"))
    autonas(*SEARCH, *BOUND)
    return autonas


def files(autonas):
    found = (autonas.folder / "runs" / "small-files").glob("*/file/weights.safetensors")
    return {int(path.parents[1].name): path for path in found}


@needs_torchao
def test_the_front_knows_the_files_to_the_byte(searched):
    trials = json.loads(searched("trials", "--json"))["trials"]
    assert [trial["state"] for trial in trials] == ["complete"] * 3
    assert {trial["trial"]: trial["file_bytes"] for trial in trials} == {
        number: path.stat().st_size for number, path in files(searched).items()
    }
    front = json.loads(searched("front", "--json"))["front"]
    (best,) = [member for member in front if member["knee"]]
    assert best["values"]["file_bytes"] == min(trial["file_bytes"] for trial in trials)
    assert "knee: the best of those whose bits per byte keeps the bound" in searched("front")
    candidate = json.loads(searched("show", "2", "--json"))
    assert sum(part["parameters"] for part in candidate["parts"]) == candidate["metrics"]["parameters"]
    assert candidate["shape"]["precision"] in candidate["parts"][-1]["detail"]
    assert f"{int(candidate['metrics']['file_bytes']):,} bytes" in searched("show", "2")


@needs_torchao
def test_it_goes_on_and_trains_the_best_longer(searched):
    assert "4 trials" in searched(*SEARCH, *BOUND, "--trials", "4")
    searched("refine", "--rungs", "1", "--keep", "1", "--seeds", "0", "--device", "cpu")
    front = json.loads(searched("front", "--rung", "1", "--json"))["front"]
    assert len(front) == 1


@needs_torchao
def test_a_promotion_ends_with_the_file(searched):
    trial = next(t for t in json.loads(searched("trials", "--json"))["trials"] if t["shape.ffn_pruned"])
    number = str(trial["trial"])
    text = searched("promote", number, "--device", "cpu")
    assert "compressing it as its genes say: ffn" in text
    (folder,) = (searched.folder / "runs" / "small-files").glob(f"{number}-*")
    weights = folder / "compress" / "model" / "weights.safetensors"
    assert weights.stat().st_size == trial["file_bytes"]
    result = json.loads((folder / "compress.json").read_text())
    assert result["compression"]["recover_tokens"] == round(0.2 * 65_536)
    assert result["compressed"]["metrics"]["file_bytes"] == trial["file_bytes"]
    assert searched("generate", str(folder), "--prompt", "def f(x):", "--tokens", "4").startswith("def f(x):")
    written = weights.stat().st_mtime_ns
    assert str(folder.relative_to(searched.folder)) in searched("promote", number, "--device", "cpu")
    assert weights.stat().st_mtime_ns == written
