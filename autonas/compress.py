"""The flow of `autonas compress`: open a finished model, make it smaller, score both alike, say what it cost.

What is left is a folder like that of a promotion, which generates, benchmarks and serves:

run.json              what it was made from, and how: the promotion's own, with the changed fields of the shape
compress/             model/; recovery/, the training after a pruning; what it wrote for its collapse score
compress.json         the scores of the original and of this one
compression.md        the same for reading
original/             what the original wrote for its collapse score
benchmark/            what both wrote for the benchmark
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from rich.console import Console

from autonas import examination
from autonas.checksums import sum_of, write_whole
from autonas.compression import Compression
from autonas.defaults import default_cache
from autonas.errors import UsageError
from autonas.finished import latest_model, open_finished
from autonas.preparation import PreparationProgress, followed
from autonas.protocols import Context, DescribingSpace, Progress, Trained
from autonas.resolve import Resolved, describe
from autonas.run_folder import RunFolder
from autonas.stages import COMPRESSED, MODEL, build_network, open_model
from autonas.views.compressed import compression_page

__all__ = ["check_compression", "compress_run"]

WEIGHTS = "weights.safetensors"


@dataclass(frozen=True, slots=True)
class _Run:
    """A finished model with the text that both are scored on."""

    folder: RunFolder
    trained: Trained
    resolved: Resolved
    corpus: Any
    context: Context  # its folder is that of the smaller model


def compress_run(
    run: Path, wanted: Compression, *, out: Path | None, device: str, cache: Path | None, console: Console
) -> tuple[Path, dict[str, Any]]:
    """Makes a smaller model of a finished one, and scores both; what is finished is not done again.

    Args:
        out: The new model's folder; beside the run by default.

    Returns:
        That folder, and what is in its compress.json.

    Raises:
        UsageError: No finished model, so much can't be removed, torchao or the corpus is missing, or the folder holds
            something else.
        AutonasError: A training or a score failed.
    """
    check_compression(wanted)
    target = out or run.with_name(f"{run.name}-{wanted.label}")
    if target.resolve() == run.resolve():
        raise UsageError(f"{target} is the model that is to be compressed", hint="give another folder with --into")
    with PreparationProgress(console) as progress, followed(progress):
        opened = _opened(run, target, device=device, cache=cache or default_cache(), progress=progress)
        about = _about(opened, run, wanted)
        new = RunFolder(target)
        _begin(new, about)
        result = new.result(COMPRESSED) or _result(opened, wanted, about)
    new.finish(COMPRESSED, result)
    write_whole(target / "compression.md", compression_page(new.about, result))
    return target, result


def check_compression(wanted: Compression) -> None:
    """Raises UsageError if what it takes is not installed."""
    if wanted.quantize is not None:
        importlib.import_module("trainer.compress.quantize").check_quantizer(wanted.quantize)


def _result(opened: _Run, wanted: Compression, about: Mapping[str, Any]) -> dict[str, Any]:
    """Makes the smaller model, and returns what there is to say of both: compress.json."""
    target = opened.context.folder
    before, after = latest_model(opened.folder), target / COMPRESSED / MODEL
    original = _scores(opened, opened.trained, before, target / "original")
    facts = _make(opened, wanted, target / COMPRESSED)
    network = build_network(opened.resolved.study, about["genome"], about["identity"]["seed"], about["changes"])
    smaller = open_model(after, network, opened.context.device)
    compressed = _scores(opened, smaller, after, target / COMPRESSED)
    for scores, trained in ((original, opened.trained), (compressed, smaller)):  # one right after the other
        scores["metrics"] |= examination.times(opened.resolved.study, trained, opened.context)
    return {
        "compression": describe(asdict(wanted)),
        "made_from": about["made_from"],
        "facts": facts,
        "original": original,
        "compressed": compressed,
    }


def _opened(run: Path, target: Path, *, device: str, cache: Path, progress: PreparationProgress) -> _Run:
    trained, resolved, found = open_finished(run, device)
    assert resolved.study.promotion is not None, "it was promoted"

    def report(step: Progress) -> None:
        progress.step("train on", step.step, step.n_steps)

    context = Context(seed=0, device=found, cache=cache, folder=target, report=report)
    text = importlib.import_module("trainer.compress.text")
    corpus = text.corpus_of(resolved.study.promotion.tune, trained.tokenizer, cache)
    trained = replace(trained, held_out=corpus.held_out(trained.tokenizer.n_vocab))
    return _Run(RunFolder.existing(run), trained, resolved, corpus, context)


def _about(opened: _Run, run: Path, wanted: Compression) -> dict[str, Any]:
    """Returns the note of the new folder: the run's own, with what is another now."""
    about, study = opened.folder.about, opened.resolved.study
    shape = opened.trained.network.shape
    pruned: Mapping[str, Any] = {}
    if wanted.prune is not None:
        pruned = importlib.import_module("trainer.compress.make").new_fields(shape, wanted.prune)
    shape = replace(shape, **pruned)
    summary = study.space.summary(shape) if isinstance(study.space, DescribingSpace) else about["summary"]
    weights = sum_of(latest_model(opened.folder) / WEIGHTS)
    identity = {"shape": describe(asdict(shape)), "compression": describe(asdict(wanted)), "weights": weights}
    return about | {
        "identity": about["identity"] | identity,
        "changes": {**about.get("changes", {}), **pruned},
        "summary": f"{summary} {wanted.label}",
        "made_from": {"run": str(run), "weights_sha256": weights, "before": about.get("made_from")},
    }


def _begin(new: RunFolder, about: Mapping[str, Any]) -> None:
    begun = (new.path / "run.json").is_file()
    if new.path.is_dir() and any(new.path.iterdir()) and not (begun and "made_from" in new.about):
        raise UsageError(f"{new.path} holds something else", hint="give an empty or new folder with --into")
    new.begin(about)
    for name in ("original", "benchmark", COMPRESSED):
        (new.path / name).mkdir(exist_ok=True)


def _make(opened: _Run, wanted: Compression, folder: Path) -> dict[str, Any]:
    promotion = opened.resolved.study.promotion
    assert promotion is not None
    trained, _, _ = open_finished(opened.folder.path, opened.context.device)  # one that may be changed
    within = replace(opened.context, folder=folder, seed=opened.folder.about["identity"]["seed"])
    make = importlib.import_module("trainer.compress.make").make
    return dict(make(trained, wanted, promotion.tune, opened.corpus, within))


def _scores(opened: _Run, trained: Trained, model: Path, folder: Path) -> dict[str, Any]:
    """Returns what is said of one of both: metrics on the same text, the benchmark, the size of its file.

    Args:
        folder: Gets the samples of the collapse score.
    """
    study = opened.resolved.study
    trained, within = replace(trained, held_out=opened.trained.held_out), replace(opened.context, folder=folder)
    metrics = examination.loss(study, trained, within) | examination.other_scores(study, trained, within)
    metrics["parameters"] = float(sum(parameter.numel() for parameter in trained.network.parameters()))
    metrics["file_bytes"] = float((model / WEIGHTS).stat().st_size)
    solved = examination.benchmark(study, trained, replace(within, folder=opened.context.folder / "benchmark"))
    return {"metrics": metrics, "benchmark": solved}
