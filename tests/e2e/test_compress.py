"""A promoted model becomes smaller, says what that cost, and can still be used as a promotion can."""

from __future__ import annotations

import importlib.util
import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
from damage import flip

HAS_TORCHAO = importlib.util.find_spec("torchao") is not None


def documented(option: str) -> list[str]:
    """Returns the arguments of the documentation's command with an option, behind the run."""
    text = (Path(__file__).parents[2] / "docs" / "compression.md").read_text()
    blocks = re.findall(r"^```sh\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE)
    commands = [shlex.split(line, comments=True)[1:] for block in blocks for line in block.splitlines()]
    compressing = [words for words in commands if words[0] == "compress"]
    assert len(compressing) == 2
    [(_, _, *words)] = [words for words in compressing if option in words]
    return words


def test_a_pruned_model_is_a_run_again(promoted):
    """As the documentation shows it, with a short recovery: the last value counts."""
    autonas, _, run = promoted
    new = autonas.folder / "small"
    wanted = (*documented("--prune"), "--recover-tokens", "2048", "--quantize", "bf16", "--into", str(new))
    text = autonas("compress", str(run), *wanted, "--device", "cpu")
    assert "autonas generate" in text
    for label in (
        "file of the weights",
        "bits per byte of held-out text",
        "collapse",
        "ms a token",
        "mini, greedy pass@1",
    ):
        assert label in text, label
    about, result = (json.loads((new / name).read_text()) for name in ("run.json", "compress.json"))
    original, compressed = result["original"]["metrics"], result["compressed"]["metrics"]
    assert about["identity"]["shape"]["d_ff"] < json.loads((run / "run.json").read_text())["identity"]["shape"]["d_ff"]
    assert about["made_from"]["run"] == str(run)
    assert compressed["parameters"] < original["parameters"]
    assert compressed["file_bytes"] == (new / "compress" / "model" / "weights.safetensors").stat().st_size
    assert compressed["file_bytes"] < 0.5 * original["file_bytes"]
    assert original["loss"] == pytest.approx(json.loads((run / "tune.json").read_text())["metrics"]["loss"], abs=1e-4)
    assert "then trained on 2048 tokens" in (new / "compression.md").read_text()
    assert autonas.here("generate", str(new), "--prompt", "def f(x):", "--tokens", "8").startswith("def f(x):")
    assert "mini" in autonas.here("benchmark", str(new), "--device", "cpu")
    again = autonas.here("compress", str(run), "--prune", "ffn:0.5", "--into", str(new), "--device", "cpu", code=2)
    assert "holds a promotion of another kind" in again
    shutil.copytree(new, damaged := autonas.folder / "damaged")
    flip(damaged / "compress" / "model" / "weights.safetensors", -1, 1)
    assert "is damaged" in autonas.here("generate", str(damaged), "--prompt", "x", "--device", "cpu", code=1)


def test_mistakes_change_nothing(promoted):
    autonas, _, run = promoted
    before = sorted(run.parent.iterdir())
    for options, message in (
        ((), "nothing is to be compressed"),
        (("--prune", "heads:1"), "pruning must be of ffn, layers, magnitude"),
        (("--prune", "layers:99"), "would leave"),
        (("--quantize", "bf16", "--into", str(run)), "is the model that is to be compressed"),
        (("--quantize", "bf16", "--into", str(run.parent)), "holds something else"),
    ):
        assert message in autonas.here("compress", str(run), *options, "--device", "cpu", code=2)
    assert sorted(run.parent.iterdir()) == before


@pytest.mark.skipif(HAS_TORCHAO, reason="torchao is here")
def test_torchao_is_asked_for(promoted):
    autonas, _, run = promoted
    text = autonas("compress", str(run), "--quantize", "int8", "--device", "cpu", code=2)
    assert "quantising needs torchao, which is not installed" in text
    assert "autonas[quantize]" in text


@pytest.mark.skipif(not HAS_TORCHAO, reason="torchao is missing")
def test_integers_by_the_trial_s_number(promoted):
    autonas, _, run = promoted
    result = json.loads(autonas("compress", run.name, *documented("--quantize"), "--device", "cpu", "--json"))
    original, compressed = result["original"]["metrics"], result["compressed"]["metrics"]
    search = json.loads(autonas.here("show", run.name, "--json"))["metrics"]
    assert compressed["file_bytes"] == search["bytes_int4"]
    assert compressed["loss"] == pytest.approx(original["loss"], abs=0.1)
    assert result["folder"].endswith("-int4")
