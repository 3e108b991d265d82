"""`autonas export --quantize`: what it costs stands in the output, in the card and in the JSON."""

from __future__ import annotations

import json
import math
import re
from dataclasses import replace

import pytest
import torch
from exporting import OWN, PLAIN, export, name_of, need, random_ids, trained

from search_spaces.decoder.space import DecoderSpace


def test_both_stand_side_by_side_in_the_json_and_in_the_card(exporting, promoted, tmp_path):
    need("onnx", "onnxscript", "onnxruntime")
    out = tmp_path / "int4"
    told = json.loads(exporting("--format", "onnx", "--quantize", "int4", "--out", str(out), "--json"))
    assert (told["folder"], told["format"], told["quantize"]) == (str(out), "onnx", "int4")
    before, after = (told["cost"][which]["metrics"] for which in ("original", "compressed"))
    assert told["cost"]["missing"] == {}
    assert told["cost"]["program"].startswith("ONNX Runtime ")
    assert after["file_bytes"] == (out / "model.onnx").stat().st_size
    assert after["file_bytes"] < before["file_bytes"]
    tuned = json.loads((promoted[2] / "tune.json").read_text())["metrics"]
    assert before["loss"] == pytest.approx(tuned["loss"], abs=1e-3)
    assert 0 < abs(after["loss"] - before["loss"]) < 1  # of what was written; so little trained, it may gain by chance
    text = (out / "README.md").read_text()
    assert "## What int4 costs" in text
    assert re.search(r"\| bits per byte of held-out text \| \S+ ±\S+ \| \S+ ±\S+ \| [+-]0\.\d+ \|", text)
    assert "The table of scores below is that of the network before" in text
    assert before["collapse"] == pytest.approx(
        json.loads((promoted[2] / "tune.json").read_text())["metrics"]["collapse"], abs=0.05
    )
    suites = {which: told["cost"][which]["benchmark"]["suites"] for which in ("original", "compressed")}
    assert suites["original"] == json.loads((promoted[2] / "benchmark.json").read_text())["suites"]
    for metrics in (before, after):
        assert 0 < metrics["decode_ms.low"] <= metrics["decode_ms"] <= metrics["decode_ms.high"]
        assert metrics["serve_memory_mb"] >= 0
    for label in ("collapse", "mini, greedy pass@1", "ms to read a prompt", "ms a token"):
        assert f"| {label} | " in text
    solved = suites["compressed"]["mini"]["greedy"]["pass_at"]["1"]["value"]
    head = re.search(r"^model-index: (.*)$", text, re.MULTILINE)
    assert [result["metrics"][0]["value"] for result in json.loads(head[1])[0]["results"]] == [solved]


def test_a_corpus_that_is_gone_is_said_plainly(exporting, tmp_path):
    need("transformers", "torchao")
    out, empty = tmp_path / "int8", tmp_path / "empty"
    shown = exporting("--format", "hf", "--quantize", "int8", "--quick", "--out", str(out), "--cache", str(empty))
    reason = "the corpus that the model was trained on is no longer in the cache"
    assert f"no bits per byte: {reason}" in shown
    assert "no collapse, benchmark: left out by --quick" in shown
    assert re.search(r"ms a token +\S+ ±\S+ +\S+ ±\S+ +[+-]\d", shown)
    assert re.search(r"file of the weights +\S+ kB +\S+ kB +-\d", shown)
    assert "bits per byte of held-out text" not in shown
    text = (out / "README.md").read_text()
    assert f"No bits per byte: {reason}." in text
    assert "No collapse, benchmark: left out by --quick." in text
    assert '"results": []' in text  # the benchmark was not that of the integers
    assert not empty.exists()  # nothing was prepared anew


def test_a_compressed_model_is_exported_as_it_is(exporting, promoted, tmp_path):
    """Pruned: another shape than the genome's. Stored as bfloat16: the weights are those that were stored."""
    need("transformers")
    import transformers

    from autonas.finished import open_finished

    small, out = tmp_path / "small", tmp_path / "hf"
    wanted = ("--prune", "ffn:0.25", "--quantize", "bf16", "--into", str(small))
    promoted[0]("compress", str(promoted[2]), *wanted, "--device", "cpu")
    exporting("--format", "hf", "--out", str(out), model=str(small))
    network = open_finished(small, "cpu")[0].network
    model = transformers.AutoModelForCausalLM.from_pretrained(out, trust_remote_code=True)
    assert model.config.intermediate_size == network.shape.d_ff
    ids = random_ids(2, 17)
    with torch.no_grad():
        torch.testing.assert_close(model(ids).logits, network(ids), atol=1e-4, rtol=0)
    text = (out / "README.md").read_text()
    assert "made smaller by `autonas compress`: pruned (ffn:0.25) and stored as bf16" in text
    assert "the weights that its bf16 numbers stand for" in text
    assert "| file of the weights |" in text


def test_a_space_that_knows_no_integers_does_not_pass_for_one(exporting, monkeypatch, tmp_path):
    right = DecoderSpace.export
    monkeypatch.setattr(DecoderSpace, "export", lambda *given: right(*given[:-1], replace(given[-1], quantize=None)))
    errors = exporting("--format", "hf", "--quantize", "int8", "--out", str(tmp_path / "out"), code=2)
    assert "the space of smoke writes no int8" in errors
    assert not list(tmp_path.iterdir())


@torch.no_grad()
@pytest.mark.parametrize("quantize", ["int8", "int4"])
@pytest.mark.parametrize("shape", [PLAIN[1], OWN[1]], ids=name_of)
def test_onnx_runtime_computes_with_the_integers(tmp_path, shape, quantize):
    need("onnx", "onnxscript", "onnxruntime")
    subject = trained(shape)
    exported = export(tmp_path, subject, "onnx", quantize)
    assert exported.architecture == f"ONNX graph, weights as {quantize[3:]}-bit integers"
    assert any("computed the logits of these weights" in note for note in exported.notes)
    assert exported.quantized.n_bytes < exported.quantized.n_bytes_float32
    ids = random_ids(2, 31)
    expected = exported.quantized.network(ids)
    torch.testing.assert_close(exported.quantized.reference(ids), expected, atol=1e-4, rtol=0)
    served = exported.quantized.serving.quantized()
    cache = served.new_cache(batch_size=2, max_tokens=31)
    for part, length in zip(ids.split([20, 1, 10], dim=1), (20, 21, 31), strict=True):
        torch.testing.assert_close(served.next_logits(part, cache), expected[:, length - 1], atol=1e-4, rtol=0)
    distance = (expected - subject.network(ids)).abs().max().item()
    assert 1e-3 < distance < {"int8": 0.5, "int4": 4.0}[quantize]
    assert math.isfinite(distance)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--format", "gguf", "--quantize", "int2"], "'int2' is not one of 'int8', 'int4'"),
        (["--format", "pickle", "--quantize", "int8"], "'pickle' is not one of 'hf', 'gguf', 'onnx'"),
        (["--format", "hf", "--quantize", "int4"], "hf cannot hold int4"),
        (["--format", "hf", "--quick"], "--quick is about what integers cost"),
    ],
)
def test_bad_input_is_one_clear_line(exporting, words, message, tmp_path):
    need("transformers", "torchao")
    errors = exporting(*words, "--out", str(tmp_path / "out"), code=2)
    assert message in errors
    assert len(errors.splitlines()) == 2
    assert not list(tmp_path.iterdir())
