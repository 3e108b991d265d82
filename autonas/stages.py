"""One stage of a promotion, in the process that trains."""

from __future__ import annotations

import importlib
import math
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from autonas.candidates import evaluate_stage, kernels_used
from autonas.errors import UsageError
from autonas.promotion_protocols import Subject, TrainingStage
from autonas.protocols import BuildableSpace, Context, Genome, Trained
from autonas.study import Study

__all__ = ["COMPRESSED", "MODEL", "STAGES", "build_network", "open_model", "pretrain_only", "run_stage"]

STAGES = ("pretrain", "tune", "benchmark")
COMPRESSED = "compress"  # stands in the place of the stages in the folder of a compressed model
MODEL = "model"  # folder of a finished model, within that of a stage


def run_stage(study: Study, stage: str, genome: Genome, data: Mapping[str, Any], context: Context) -> dict[str, Any]:
    """Runs a stage, or goes on with it, and returns what it has found (JSON).

    Args:
        data: What identified the data of the search.
        context: Its folder is that of the promotion.

    Raises:
        AutonasError: The stage failed.
    """
    assert study.promotion is not None, "checked before a promotion begins"
    within = replace(context, folder=context.folder / stage)
    within.folder.mkdir(parents=True, exist_ok=True)
    if stage == "benchmark":
        network = build_network(study, genome, context.seed)
        trained = open_model(context.folder / "tune" / MODEL, network, context.device)
        return dict(study.promotion.benchmark.run(trained, within))
    trainer, trained = _train(study, stage, genome, data, context)
    metrics = {name: float(value) for name, value in trained.metrics.items()}
    metrics |= evaluate_stage(study, "trained", trained, within)
    finite = {name: value for name, value in metrics.items() if math.isfinite(value)}
    facts = dict(trainer.facts(within.folder))
    if kernels := kernels_used(study, context):
        facts["kernels"] = kernels
    return {"metrics": finite, "facts": facts}


def pretrain_only(study: Study, genome: Genome, data: Mapping[str, Any], context: Context) -> None:
    """Does the training of the first stage without its scores: for one of several processes."""
    _train(study, "pretrain", genome, data, context)


def _train(
    study: Study, stage: str, genome: Genome, data: Mapping[str, Any], context: Context
) -> tuple[TrainingStage, Trained]:
    promotion, run = study.promotion, context.folder
    assert promotion is not None
    network = build_network(study, genome, context.seed)
    if stage == "pretrain":  # a mistake shall not show after hours
        promotion.pretrain.check(network)
        promotion.tune.check(network)
        promotion.benchmark.check()
    start = run if promotion.start == "proxy" else None
    trainer, start = (promotion.tune, run / "pretrain" / MODEL) if stage == "tune" else (promotion.pretrain, start)
    subject = Subject(network=network, start=start, seconds=promotion.seconds(stage), data=data)
    return trainer, trainer.train(subject, replace(context, folder=run / stage))


def build_network(study: Study, genome: Genome, seed: int, changes: Mapping[str, Any] | None = None) -> Any:
    """Returns the untrained network of a genome, or of its shape with some fields changed."""
    if not isinstance(study.space, BuildableSpace):
        raise UsageError(f"study {study.name!r} builds no networks", hint="choose a study that trains")
    return study.space.build(replace(study.space.decode(genome), **(changes or {})), seed)


def open_model(folder: Path, network: Any, device: str) -> Any:
    """Reads a finished model into a network of its shape. The engine knows no tensors: the trainer does."""
    return importlib.import_module("trainer.model_folder").load_model(folder, network, device)
