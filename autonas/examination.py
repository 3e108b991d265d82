"""How a finished model is examined beside one that was made of it: as its promotion examined it."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

from autonas.candidates import Metrics
from autonas.protocols import Context, Evaluator, Trained
from autonas.study import Study

__all__ = ["benchmark", "loss", "other_scores", "times", "timing"]

_LOSS, _DECODING = "loss", "decode_ms"  # by which those are known that score held-out text, and that measure a machine


def loss(study: Study, trained: Trained, context: Context) -> Metrics:
    """Returns bits per byte of held-out text with the interval, as the study measures them, or as is usual."""
    return _floats(_evaluator(study, _LOSS, "evaluators.loss", "Loss").evaluate(trained, context))


def other_scores(study: Study, trained: Trained, context: Context) -> Metrics:
    """Returns what the study's other evaluators find in a trained network; times are left out, too.

    Args:
        context: Its folder gets the samples of the collapse score.
    """
    metrics: Metrics = {}
    for evaluator in study.at_stage("trained"):
        if not {_LOSS, _DECODING}.intersection(evaluator.metrics):
            metrics |= _floats(evaluator.evaluate(trained, context))
    return metrics


def benchmark(study: Study, trained: Trained, context: Context) -> dict[str, Any]:
    """Returns the scores of the promotion's benchmark; what was written before stands in the context's folder."""
    assert study.promotion is not None, "it was promoted"
    context.folder.mkdir(exist_ok=True)
    return dict(study.promotion.benchmark.run(trained, context))


def times(study: Study, trained: Trained, context: Context) -> Metrics:
    """Returns time and memory of serving, as the study measures them, or as is usual."""
    return _floats(timing(study).evaluate(trained, context))


def timing(study: Study) -> Any:
    """Returns the study's evaluator of times, or the usual one."""
    return _evaluator(study, _DECODING, "evaluators.latency", "Latency")


def _evaluator(study: Study, metric: str, module: str, usual: str) -> Evaluator:
    """Returns the evaluator of a study that measures something; the engine imports none itself."""
    found: list[Evaluator] = [e for e in study.at_stage("trained") if metric in e.metrics]
    return found[0] if found else getattr(importlib.import_module(module), usual)()


def _floats(found: Mapping[str, Any]) -> Metrics:
    return {name: float(value) for name, value in found.items()}
