"""The proxy: a short training that ranks shapes as a long one does. Nothing but the shape differs."""

from __future__ import annotations

import itertools
import logging
import math
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from autonas.errors import AutonasError
from autonas.protocols import Context, Trained, later
from autonas.study import Budget
from trainer.checkpoint import load_checkpoint, save_checkpoint, save_weights
from trainer.compress.candidate import CandidateCompression
from trainer.data import Corpus, CorpusConfig, prepare
from trainer.device import autocast, has_bfloat16, keep_freed_memory, peak_memory_mb, reset_peak_memory, use_cores
from trainer.guards import out_of_memory_is_a_failure, seeded
from trainer.loop import CurvePoint, Loop, interval, next_tokens
from trainer.optim import OptimizerConfig, Optimizers
from trainer.schedule import Schedule

__all__ = ["ProxyTrainer", "log_progress"]

log = logging.getLogger(__name__)

_BRANCH = "branch"  # folder of the state from which a longer training goes on


@dataclass(frozen=True, slots=True, kw_only=True)
class ProxyTrainer:
    """Trains each network on the same text in the same order with the same seeds and rates.

    Attributes:
        corpus: The text.
        vocab_sizes: Vocabularies prepared before the first candidate; others are when one needs them.
        keep_weights: Whether a candidate's folder gets its weights, and the state from which a longer training goes on.
        compression: What is made of networks that say how they are to be compressed; None leaves all as they are.
    """

    corpus: CorpusConfig = field(default_factory=CorpusConfig)
    vocab_sizes: tuple[int, ...] = (2048,)
    optimizer: OptimizerConfig = field(default_factory=OptimizerConfig)
    schedule: Schedule = field(default_factory=Schedule)
    keep_weights: bool = field(default=True, compare=False)  # changes no score
    compression: CandidateCompression | None = later(None)  # noqa: RUF009 - a field, and frozen

    def __post_init__(self) -> None:
        if self.compression is not None and self.compression.recovery > self.schedule.decay:
            raise ValueError(
                f"trainer.compression.recovery must be at most schedule.decay = {self.schedule.decay:g}, "
                f"got {self.compression.recovery:g}"
            )

    def prepare(self, context: Context) -> Mapping[str, Any]:
        """Prepares the corpus; returns what identifies it, and the precision of the training.

        Raises:
            UsageError: The corpus cannot be prepared, or what it takes to compress candidates is missing.
        """
        if self.compression is not None:
            self.compression.check()
        corpus = prepare(self.corpus, context.cache, self.vocab_sizes, progress=log_progress())
        precision = "bfloat16" if has_bfloat16(context.device) else "float32"
        return {"corpus": corpus.identity(), "precision": precision}

    def locate(self, context: Context, report: Callable[[str, int, int], None]) -> Path:
        """Prepares the corpus, whatever the device; returns its folder."""
        return prepare(self.corpus, context.cache, self.vocab_sizes, progress=report).folder

    def forget(self, folder: Path) -> None:
        """Removes the state from which a longer training goes on."""
        shutil.rmtree(folder / _BRANCH, ignore_errors=True)

    def at(self, folder: Path) -> ProxyTrainer:
        """Returns the same trainer on the prepared corpus in that folder."""
        return replace(self, corpus=replace(self.corpus, source=str(folder)))

    def train(self, network: Any, budget: Budget, context: Context) -> Trained:
        """Trains a network that has a `shape.vocab_size` and a `loss(tokens, targets)`.

        Raises:
            CandidateError: "not finite" or "out of memory".
            CandidateStopped: It is not worth going on with.
        """
        use_cores()
        keep_freed_memory()
        vocab_size = network.shape.vocab_size
        corpus = _open(self.corpus, context.cache, vocab_size)
        rows = budget.batch_tokens // budget.context
        batches = corpus.batches(
            vocab_size,
            batch_size=rows,
            context=budget.context,
            seed=context.seed,
        )
        tokens_of_corpus = len(corpus.tokens("train", vocab_size))
        loop = Loop(
            batch=lambda step: next_tokens(batches.batch(step)),
            bytes_per_token=float(corpus.n_bytes("train").sum()) / tokens_of_corpus,
            device=context.device,
            autocast=autocast(context.device),
            report=context.report,
            micro_rows=math.ceil(rows / context.micro_batches),
        )
        n_steps = budget.tokens // budget.batch_tokens
        course = _Course(loop, replace(self.schedule, growth=budget.growth), n_steps)
        reset_peak_memory(context.device)
        start = time.perf_counter()
        with out_of_memory_is_a_failure(network), seeded(context):
            network.to(context.device)
            optimizers = Optimizers(network, self.optimizer)
            begun, curve = self._run(network, optimizers, course, context)
            scored = self._pruned(network, optimizers, course, curve, context)
        seconds = time.perf_counter() - start
        if self.keep_weights:  # of the whole network: a promotion can begin with them
            save_weights(network, context.folder / "weights.safetensors")
        tokenizer = corpus.tokenizer(vocab_size)
        if self.compression is not None:
            scored = self.compression.filed(scored, tokenizer, context.folder, context.device)
        return Trained(
            network=scored,
            tokenizer=tokenizer,
            held_out=corpus.held_out(vocab_size),
            autocast=autocast(context.device),
            curve=curve,
            metrics={
                "training_tokens_per_second": (n_steps - begun) * budget.batch_tokens / seconds,
                "training_seconds": seconds,
                "peak_memory_mb": peak_memory_mb(context.device),
            },
        )

    def _run(
        self, network: Any, optimizers: Optimizers, course: _Course, context: Context
    ) -> tuple[int, list[CurvePoint]]:
        """Trains, up to a pruning if there is one; returns with which step it began, and the whole learning curve.

        Until its rate begins to fall, a training is also the beginning of every longer one. Its state at that point is
        kept, and a training of the next rung goes on from there; it gives the same as one from scratch.
        """
        curve = [] if context.start is None else _branch(context.start / _BRANCH, network, optimizers)
        begun = int(curve[-1]["step"]) if curve else 0
        branch = course.schedule.n_constant(course.n_steps) // course.every * course.every
        last = course.n_steps
        if self.compression is not None:
            last = self.compression.last_whole_step(network, course.n_steps, course.every)
        for point in course.points(network, optimizers, start=begun):
            curve.append(point)
            context.at_point(point)
            if self.keep_weights and point["step"] == branch:
                save_checkpoint(context.folder / _BRANCH, network, optimizers, {"curve": curve})
            if point["step"] == last:
                break
        network.eval()
        return begun, curve

    def _pruned(
        self, network: Any, optimizers: Optimizers, course: _Course, curve: list[CurvePoint], context: Context
    ) -> Any:
        """Returns what a pruning leaves of a network, trained to the end; the same network if there is none.

        Args:
            curve: Of the training so far; it gets the points that follow.
        """
        if self.compression is None or network.compression.prune is None:
            return network
        done = int(curve[-1]["step"])
        left = self.compression.prune(network, map(course.loop.batch, itertools.count(done)))
        rest = Optimizers(left, self.optimizer)
        rest.take_over(optimizers)
        for point in course.points(left, rest, start=done):
            curve.append(point)
            context.at_point(point)
        return left.eval()


@dataclass(frozen=True, slots=True)
class _Course:
    """A training from its first step to its last."""

    loop: Loop
    schedule: Schedule
    n_steps: int

    @property
    def every(self) -> int:
        """Steps between two points of the learning curve."""
        return interval(self.n_steps)

    def points(self, network: Any, optimizers: Optimizers, *, start: int) -> Iterator[CurvePoint]:
        """Trains from a step on, and yields the points of the learning curve."""
        return self.loop.points(network, optimizers, self.schedule, self.n_steps, every=self.every, start=start)


def _branch(folder: Path, network: Any, optimizers: Optimizers) -> list[CurvePoint]:
    """Restores the state of a shorter training, and returns its learning curve; empty if there is none."""
    try:
        state = load_checkpoint(folder, network, optimizers)
    except AutonasError as error:  # nothing was loaded, and from scratch it gives the same
        log.warning("%s; the training begins from scratch", error.message)
        return []
    curve: list[CurvePoint] = state["curve"] if state else []
    return curve


@lru_cache(maxsize=8)
def _open(config: CorpusConfig, cache: Path, vocab_size: int) -> Corpus:
    """Looking at all sources takes a second or two, so a process does it once."""
    return prepare(config, cache, [vocab_size])


def log_progress() -> Callable[[str, int, int], None]:
    """Returns a callback that logs the steps of a preparation."""

    def show(stage: str, done: int, total: int) -> None:
        log.info("%s: %s of %s", stage, f"{done:,}", f"{total:,}")

    return show
