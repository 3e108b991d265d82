"""`autonas export` on a promoted model: others compute what the network computes, and nothing is half there."""

from __future__ import annotations

import json
import random
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from damage import contents
from exporting import OWN, PLAIN, STATES, export, greedy, name_of, need, random_ids, trained

import autonas.export
from autonas.errors import AutonasError
from autonas.finished import open_finished
from autonas.resolve import resolve_study
from search_spaces.decoder.export import plain

DOCS = (Path(__file__).parents[2] / "docs" / "export.md").read_text()
PROMPT = 'def double(x):\n    """Return twice x."""\n'


def test_transformers_continues_a_prompt_as_autonas_does(exporting, promoted, tmp_path):
    need("transformers")
    import transformers

    command, _, run = promoted
    out = tmp_path / "hf"
    assert str(out) in exporting("--format", "hf", "--out", str(out))
    model = transformers.AutoModelForCausalLM.from_pretrained(out, trust_remote_code=True)
    tokenizer = transformers.AutoTokenizer.from_pretrained(out, trust_remote_code=True)
    ids = tokenizer(PROMPT.rstrip(), return_tensors="pt")
    written = tokenizer.decode(model.generate(**ids, max_new_tokens=24)[0], skip_special_tokens=True)
    ours = command.here("generate", str(run), "--device", "cpu", "--prompt", PROMPT, "--tokens", "24")
    assert ours.startswith(PROMPT.rstrip())
    assert written.split() == ours.split()
    opened, _, _ = open_finished(run, "cpu")
    with torch.no_grad():
        found, expected = model(ids["input_ids"]).logits, opened.network(ids["input_ids"])
    torch.testing.assert_close(found, expected, atol=1e-4, rtol=0)


def test_the_example_of_the_card_works(exporting, tmp_path):
    need("transformers")
    exporting("--format", "hf", "--out", str(tmp_path / "hf"))
    [code] = re.findall(r"^```python\n(.*?)^```", (tmp_path / "hf" / "README.md").read_text(), re.DOTALL | re.MULTILINE)
    ended = subprocess.run([sys.executable, "-c", code], cwd=tmp_path / "hf", capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith("def add(a, b):")


def test_the_card_says_where_the_model_comes_from(exporting, promoted, tmp_path):
    yaml = pytest.importorskip("yaml")
    exporting("--format", "hf", "--out", str(tmp_path / "hf"))
    text = (tmp_path / "hf" / "README.md").read_text()
    head = yaml.safe_load(text.split("---\n")[1])
    assert head["library_name"] == "transformers"
    [result] = head["model-index"][0]["results"]
    assert result["dataset"]["name"] == "mini"
    about = json.loads((promoted[2] / "run.json").read_text())
    assert about["summary"] in text
    assert about["identity"]["study_hash"][:12] in text
    for part in (
        "| bits per byte of held-out text |", "| collapse |", "## Benchmark mini", "Decontamination of the corpus",
        "| licence | text | sources |", "| PSF-2.0 |", "python-standard-library", "## Intended use and limits",
        "No licence was chosen",
    ):  # fmt: skip
        assert part in text, part
    assert len(re.findall(r" ±\d", text)) >= 6


def test_a_corpus_that_is_no_longer_cached_is_named_by_its_sources(exporting, tmp_path):
    exporting("--format", "hf", "--out", str(tmp_path / "hf"), "--cache", str(tmp_path / "empty"))
    text = (tmp_path / "hf" / "README.md").read_text()
    assert re.search(r"Text of \d+ sources: python-standard-library 3\.", text)
    assert "`autonas data` shows their licences" in text


def test_a_model_that_was_only_pretrained_has_a_card_too(exporting, promoted, tmp_path):
    # Other tests may have exported from the same run.
    shutil.copytree(promoted[2], tmp_path / "run", ignore=shutil.ignore_patterns("export-*"))
    for name in ("tune.json", "benchmark.json"):
        (tmp_path / "run" / name).unlink()
    shown = exporting("--format", "hf", model=str(tmp_path / "run"))
    assert str(tmp_path / "run" / "export-hf") in shown
    text = (tmp_path / "run" / "export-hf" / "README.md").read_text()
    assert "|  | proxy | pretrained |" in text
    assert "## Benchmark" not in text


def test_onnx_runtime_writes_what_the_card_shows(exporting, promoted, tmp_path):
    need("onnx", "onnxscript", "onnxruntime")
    shown = exporting("--format", "onnx", "--out", str(tmp_path / "onnx"))
    assert "computed the logits of the network from this file" in shown
    text = (tmp_path / "onnx" / "README.md").read_text()
    [code] = re.findall(r"^```python\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    ended = subprocess.run([sys.executable, "-c", code], cwd=tmp_path / "onnx", capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    prompt = 'def add(a, b):\n    """Return the sum of a and b."""'
    ours = promoted[0].here("generate", str(promoted[2]), "--device", "cpu", "--prompt", prompt, "--tokens", "64")
    assert ended.stdout.split() == ours.split()


def test_layers_that_keep_a_state_run_without_this_project(tmp_path):
    need("transformers")
    subject, ids = trained(STATES[3]), random_ids(1, 40)
    export(tmp_path, subject, "hf")
    ours = "autonas", "search_spaces", "trainer", "evaluators", "studies"
    code = f"""
import sys
sys.modules |= dict.fromkeys({ours!r})  # to import one is an error
import torch, transformers
model = transformers.AutoModelForCausalLM.from_pretrained(".", trust_remote_code=True)
ids = torch.tensor({ids.tolist()!r})
print(model.generate(ids, do_sample=False, eos_token_id=None, pad_token_id=0, max_new_tokens=8).tolist())
"""
    ended = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout) == greedy(subject.network, ids, 8).tolist()


@pytest.mark.parametrize("shape", [PLAIN[2], OWN[1]], ids=name_of)
def test_a_graph_is_kept_for_plain_shapes_and_others(tmp_path, shape):
    need("onnx", "onnxscript", "onnxruntime")
    subject = trained(shape)
    exported = export(tmp_path, subject, "onnx")
    assert "within" in exported.notes[0]
    assert exported.parameters == shape.parameters


def test_a_graph_that_computes_something_else_is_not_kept(tmp_path, monkeypatch):
    need("onnx", "onnxscript", "onnxruntime")
    from search_spaces.decoder.export import onnx

    right = onnx._rotation
    monkeypatch.setattr(onnx, "_rotation", lambda *given: right(*given)[::-1])
    with pytest.raises(AutonasError, match=r"computes other logits from the graph: they differ by \d"):
        export(tmp_path, trained(PLAIN[0]), "onnx")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("words", "model", "message"),
    [
        (["--format", "hf"], "nowhere", "nowhere is no promotion"),
        (["--format", "hf"], "99", "has no trial 99"),
        (["--format", "pickle"], None, "'pickle' is not one of 'hf', 'gguf', 'onnx'"),
        ([], None, "missing option '--format'"),
        (["--format", "hf", "--out", "runs"], None, "runs is not empty"),
        (["--format", "hf", "--out", "autonas.db"], None, "autonas.db is a file"),
        (["--format", "hf", "--out", "autonas.db/x"], None, "a file stands where a folder should be"),
    ],
)
def test_bad_input_is_one_clear_line(exporting, promoted, words, model, message):
    before = contents(promoted[2])
    errors = exporting(*words, model=model, code=2)
    assert message in errors
    assert len(errors.splitlines()) == 2
    assert contents(promoted[2]) == before


def test_what_gguf_has_no_place_for_is_one_line_and_leaves_nothing(exporting, promoted, tmp_path):
    need("gguf")
    opened, _, _ = open_finished(promoted[2], "cpu")
    if not plain.differences(opened.network.shape):
        pytest.skip("the knee of the smoke study is a plain shape")
    errors = exporting("--format", "gguf", "--out", str(tmp_path / "gguf"), code=2)
    assert "cannot be written as gguf: only a Llama or Qwen3 can" in errors
    assert "--format hf" in errors
    assert not list(tmp_path.iterdir())


def test_a_trial_by_number_and_an_empty_folder(exporting, promoted, tmp_path):
    (tmp_path / "empty").mkdir()
    exporting("--format", "hf", "--out", str(tmp_path / "empty"), model=promoted[2].name)
    assert (tmp_path / "empty" / "README.md").is_file()


def test_a_full_disk_leaves_nothing(exporting, small_disk):
    errors = exporting("--format", "hf", "--out", str(small_disk / "hf"), code=2)
    assert errors.startswith("error: No space left on device")
    assert not list(small_disk.iterdir())


def test_a_gguf_on_a_full_disk_is_the_same_error(small_disk):
    need("gguf")
    with pytest.raises(OSError, match="No space left on device"):
        export(small_disk, trained(PLAIN[0]), "gguf")
    assert not [path for path in small_disk.iterdir() if path.suffix == ".gguf"]


def test_a_kill_leaves_no_folder_and_the_next_export_cleans_up(exporting, promoted, monkeypatch, tmp_path):
    out, left = tmp_path / "hf", tmp_path / "hf.partial"

    class Killed(BaseException):
        pass

    def die(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(autonas.export, "card_text", die)
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)  # a killed process cleans nothing up
        with pytest.raises(Killed):
            autonas.export.export_run(promoted[2], file_format="hf", out=out, cache=tmp_path)
    assert (left / "model.safetensors").is_file()
    assert not out.exists()
    exporting("--format", "hf", "--out", str(out))
    assert not left.exists()


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", DOCS, re.DOTALL | re.MULTILINE)


def test_what_the_docs_show_works(exporting, promoted, tmp_path):
    need("transformers", "gguf", "onnxruntime", "torchao")
    shown = [shlex.split(line, comments=True) for block in blocks("sh") for line in block.splitlines()]
    exports = [words[3:] for words in shown if words[1] == "export"]
    assert [words[1] for words in exports] == [
        "hf",
        "gguf",
        "onnx",
        "gguf",
        "onnx",
        "hf",
    ]  # first as they are, then quantised
    plain_shape = not plain.differences(open_finished(promoted[2], "cpu")[0].network.shape)
    for _, kind, *words in exports:
        integers = words if "--quantize" in words else []
        folder = tmp_path / "-".join([kind, *integers[1:]])
        code = 0 if kind != "gguf" or plain_shape else 2
        exporting("--format", kind, *integers, "--out", str(folder), code=code)
    [code] = blocks("python")
    code = code.replace("runs/codelm/14/export-hf", str(tmp_path / "hf"))
    ended = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert ended.stdout.startswith("def last_word(text):"), ended.stderr


def test_the_search_that_the_docs_show_proposes_only_plain_shapes():
    [words] = [shlex.split(line) for block in blocks("sh") for line in block.splitlines() if "autonas search" in line]
    overrides = [tuple(word.split("=", 1)) for word in words if word.startswith("space.")]
    space = resolve_study(words[words.index("--study") + 1], device="cpu", overrides=overrides).study.space
    generator = random.Random(0)
    genomes = [{gene.name: generator.choice(gene.choices) for gene in space.genes} for _ in range(50)]
    for genome in (*genomes, *space.seeds()):
        assert plain.family(space.decode(genome)) is not None
