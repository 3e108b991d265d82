"""What a stage of a promotion writes once, the examples and the samples, is made again where it is damaged."""

import json
from contextlib import nullcontext
from types import SimpleNamespace

import pytest
from damage import DAMAGES, FLIPS, contents, flip
from hypothesis import HealthCheck, given, settings
from torch import nn

import evaluators.benchmark.stage as benchmark_module
import trainer.data.instruction_mix as mix_module
from autonas.errors import AutonasError
from autonas.tasks import Task
from evaluators.benchmark.score import Sampling
from evaluators.benchmark.stage import CodeBenchmark
from trainer.data.instruction_mix import InstructionMix, mix_facts, mixed_examples

TASKS = [
    Task(id=f"t/{n}", prompt=f"def {n}(x):\n", entry_point=n, tests=f"assert {n}(1)", solution="    return x\n")
    for n in ("one", "two")
]


@pytest.fixture
def mixed(monkeypatch):
    """Makes a few examples without the sandbox, which is tested elsewhere."""
    monkeypatch.setattr(mix_module, "Sandbox", lambda: nullcontext(SimpleNamespace(level="strong", run=None)))
    monkeypatch.setattr(mix_module, "verified", lambda examples, *_, **__: (list(examples), {}))
    mix = InstructionMix(generated=20, mined=0, mbpp=False)
    return lambda folder: mixed_examples(mix, None, TASKS, folder, seed=0, progress=lambda *_: None)


@pytest.fixture
def samples(monkeypatch):
    """Lets a model write, and says how often it did."""
    written = []

    def sample(trained, prompts, *, n, **_):
        del trained
        written.append(n)
        return [[f"    return {i}\u2028\n" for i in range(n)] for _ in prompts]

    monkeypatch.setattr(benchmark_module, "sample_completions", sample)
    trained = SimpleNamespace(network=nn.Linear(2, 2))
    nn.init.ones_(trained.network.weight)
    nn.init.ones_(trained.network.bias)

    def read(folder):
        context = SimpleNamespace(folder=folder, device="cpu")
        return CodeBenchmark()._samples(trained, "mini", TASKS, Sampling(temperature=0.0), 3, context)

    return SimpleNamespace(read=read, written=written)


@pytest.mark.parametrize("name", ["examples.jsonl", "examples.json"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_examples_are_made_again(mixed, tmp_path, caplog, name, damage):
    examples = mixed(tmp_path)
    before, facts = contents(tmp_path), mix_facts(tmp_path)
    assert set(before) == {"examples.jsonl", "examples.json"}
    assert facts["kept"] == {"generated": 20}
    DAMAGES[damage](tmp_path / name)
    assert mixed(tmp_path) == examples
    assert (contents(tmp_path), mix_facts(tmp_path)) == (before, facts)
    if (name, damage) != ("examples.jsonl", "gone"):  # a kill has left the note alone
        (line,) = caplog.messages
        assert line.startswith(f"{tmp_path / name} is damaged: it ")
        assert line.endswith(": the examples are made again")


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FLIPS)
def test_a_flipped_byte_anywhere_is_made_good(mixed, samples, tmp_path, flips):
    which, share, mask = flips
    expected = mixed(tmp_path), samples.read(tmp_path)
    paths = sorted(tmp_path.iterdir())
    path = paths[which % len(paths)]
    flip(path, int(share * path.stat().st_size), mask)
    assert (mixed(tmp_path), samples.read(tmp_path)) == expected
    assert mix_facts(tmp_path)["kept"] == {"generated": 20}


def test_examples_of_an_earlier_version_are_taken(mixed, tmp_path, caplog):
    examples = mixed(tmp_path)
    (tmp_path / "examples.json").write_text('{"kept": {"generated": 20}}')
    assert mixed(tmp_path) == examples
    assert "has no checksums" in caplog.text
    (tmp_path / "examples.json").write_text("{")
    with pytest.raises(AutonasError, match=r"examples\.json is damaged: it is no JSON"):
        mix_facts(tmp_path)


@pytest.mark.parametrize("end", [".jsonl", ".json"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_samples_are_made_again(samples, tmp_path, caplog, end, damage):
    first = samples.read(tmp_path)
    assert samples.read(tmp_path) == first == [[f"    return {i}\u2028\n" for i in range(3)]] * 2
    assert samples.written == [3]
    before = contents(tmp_path)
    (path,) = (path for path in tmp_path.iterdir() if path.suffix == end)
    DAMAGES[damage](path)
    assert samples.read(tmp_path) == first
    assert samples.written == [3, 3]
    assert contents(tmp_path) == before
    assert [line.endswith(": the samples are made again") for line in caplog.messages] == [True] * len(caplog.messages)
    assert len(caplog.messages) == (0 if (end, damage) == (".jsonl", "gone") else 1)
    assert len(json.loads(next(tmp_path.glob("*.jsonl")).read_text().splitlines()[0])["samples"]) == 3
