"""What the integers of a quantised export cost: it and the network in float32, examined side by side.

Bits per byte are those of what was written, run by the program that the format is for. What is written and solved is
that of a network with the same integers, whose logits were found to be the same before the export was kept: programs
for other formats generate one text at a time, and some without a cache.
"""

from __future__ import annotations

import contextlib
import importlib
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from autonas import examination
from autonas.errors import AutonasError
from autonas.promotion_protocols import Quantized
from autonas.protocols import Context, HeldOut, Trained
from autonas.study import Study

__all__ = ["export_cost"]

_Both = dict[str, dict[str, Any]]  # of the original and of the compressed one


def export_cost(
    trained: Trained, study: Study, quantized: Quantized, *, cache: Path, benchmarks: Path | None
) -> dict[str, Any]:
    """Returns metrics and benchmark of the model in float32 (`original`) and of the export (`compressed`).

    As compress.json has them. What can't be had stands with the reason under `missing`, the size is always there.
    `program` is what was timed.

    Args:
        benchmarks: Folder of the run that keeps what models have written for a benchmark. None leaves out the benchmark
            and the collapse score, which take longest.
    """
    sizes = {"original": quantized.n_bytes_float32, "compressed": quantized.n_bytes}
    cost: dict[str, Any] = {name: {"metrics": {"file_bytes": float(size)}} for name, size in sizes.items()}
    serving = quantized.serving
    cost |= {"missing": {}, "program": None if isinstance(serving, str) else serving.program}
    with tempfile.TemporaryDirectory() as folder:
        context = Context(seed=0, device="cpu", cache=cache, folder=Path(folder))
        examined = _Examination(trained, study, quantized, context, benchmarks)
        for what, kind, find in (
            ("bits per byte", "metrics", examined.losses),
            ("collapse", "metrics", examined.other_scores),
            ("times", "metrics", examined.times),
            ("benchmark", "benchmark", examined.benchmarks),
        ):
            try:
                found = find()
            except AutonasError as error:
                cost["missing"][what] = error.message
                continue
            for which, result in found.items():
                cost[which][kind] = cost[which].get(kind, {}) | result
    return cost


class _Examination:
    """Each method returns one part of the scores of both models, or raises AutonasError with why there are none."""

    def __init__(
        self, trained: Trained, study: Study, quantized: Quantized, context: Context, benchmarks: Path | None
    ) -> None:
        self._trained = replace(trained, autocast=contextlib.nullcontext)
        self._study, self._quantized, self._context = study, quantized, context
        self._kept = benchmarks

    def losses(self) -> _Both:
        networks = {"original": self._trained.network, "compressed": self._quantized.network}
        return self._scored(networks, examination.loss)

    def other_scores(self) -> _Both:
        self._unless_quick()
        return self._scored(self._that_write(), examination.other_scores)

    def benchmarks(self) -> _Both:
        context = replace(self._context, folder=self._unless_quick())
        return {
            which: examination.benchmark(self._study, replace(self._trained, network=network), context)
            for which, network in self._that_write().items()
        }

    def times(self) -> _Both:
        serving = self._quantized.serving
        if isinstance(serving, str):
            raise AutonasError(serving)
        timing = examination.timing(self._study)
        if not hasattr(timing, "measure"):
            raise AutonasError(f"{type(timing).__name__}, which times networks of this study, has no measure()")
        builders = {"original": serving.original, "compressed": serving.quantized}
        return {which: timing.measure(build, self._context.device) for which, build in builders.items()}

    def _that_write(self) -> dict[str, Any]:
        return {"original": self._trained.network, "compressed": self._quantized.reference}

    def _scored(self, networks: Mapping[str, Any], score: Callable[[Study, Trained, Context], Any]) -> _Both:
        held_out = self._held_out()
        return {
            which: score(self._study, replace(self._trained, network=network, held_out=held_out), self._context)
            for which, network in networks.items()
        }

    def _held_out(self) -> HeldOut:
        promotion, tokenizer = self._study.promotion, self._trained.tokenizer
        assert promotion is not None, "it was promoted"
        find = importlib.import_module("trainer.compress.text").cached_corpus
        corpus = find(promotion.tune, tokenizer, self._context.cache)
        if corpus is None:
            raise AutonasError("the corpus that the model was trained on is no longer in the cache")
        held_out: HeldOut = corpus.held_out(tokenizer.n_vocab)
        return held_out

    def _unless_quick(self) -> Path:
        if self._kept is None:
            raise AutonasError("left out by --quick")
        return self._kept
