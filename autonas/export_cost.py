"""What the integers of a quantised export cost: both models on the same held-out text, and the size of both files.

The figures of the export are those of what was written, read back by the space that wrote it.
"""

from __future__ import annotations

import contextlib
import importlib
from dataclasses import replace
from pathlib import Path
from typing import Any

from autonas.errors import AutonasError
from autonas.promotion_protocols import Quantized
from autonas.protocols import Context, HeldOut, Trained
from autonas.resolve import Resolved

__all__ = ["export_cost"]

_LOSS = "loss"  # by which the evaluator is known that scores held-out text


def export_cost(
    trained: Trained, resolved: Resolved, quantized: Quantized, *, cache: Path, folder: Path
) -> dict[str, Any]:
    """Returns the metrics of the model in float32 (`original`) and of the export (`compressed`), as compress.json does.

    Where the corpus is no longer in the cache, or the text cannot be scored, the sizes stand alone and `unscored` says
    why; it is None otherwise.

    Args:
        folder: Where an evaluator may leave files.
    """
    sizes = {"original": quantized.n_bytes_float32, "compressed": quantized.n_bytes}
    cost: dict[str, Any] = {name: {"metrics": {"file_bytes": float(size)}} for name, size in sizes.items()}
    networks = {"original": trained.network, "compressed": quantized.network}
    try:
        held_out = _held_out(trained, resolved, cache)
        context = Context(seed=0, device="cpu", cache=cache, folder=folder)
        losses = {name: _loss(trained, resolved, network, held_out, context) for name, network in networks.items()}
    except AutonasError as error:
        return cost | {"unscored": error.message}
    for name, metrics in losses.items():
        cost[name]["metrics"] |= metrics
    return cost | {"unscored": None}


def _held_out(trained: Trained, resolved: Resolved, cache: Path) -> HeldOut:
    promotion = resolved.study.promotion
    assert promotion is not None, "it was promoted"
    corpus = importlib.import_module("trainer.compress.text").cached_corpus(promotion.tune, trained.tokenizer, cache)
    if corpus is None:
        raise AutonasError("the corpus that the model was trained on is no longer in the cache")
    held_out: HeldOut = corpus.held_out(trained.tokenizer.n_vocab)
    return held_out


def _loss(trained: Trained, resolved: Resolved, network: Any, held_out: HeldOut, context: Context) -> dict[str, float]:
    """Returns bits per byte with the interval, as the study measures them, both in float32."""
    measuring = [e for e in resolved.study.at_stage("trained") if _LOSS in e.metrics]
    evaluator = measuring[0] if measuring else importlib.import_module("evaluators.loss").Loss()
    subject = replace(trained, network=network, held_out=held_out, autocast=contextlib.nullcontext)
    return {name: float(value) for name, value in evaluator.evaluate(subject, context).items()}
