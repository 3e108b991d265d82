"""Full training of a promoted candidate on the corpus."""

from __future__ import annotations

import json
import math
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autonas.errors import UsageError
from autonas.promotion_protocols import Subject
from autonas.protocols import Context, Trained
from autonas.tasks import Task
from trainer.checkpoint import load_weights
from trainer.data import Corpus, CorpusConfig, prepare
from trainer.data.decontaminated import decontaminated
from trainer.device import autocast, keep_freed_memory, peak_flops, reset_peak_memory, use_cores
from trainer.group import Group, joined_group
from trainer.guards import out_of_memory_is_a_failure, seeded
from trainer.loop import Loop, next_tokens
from trainer.model_folder import WEIGHTS, save_model
from trainer.optim import OptimizerConfig, Optimizers
from trainer.proxy import log_progress
from trainer.resumable import Course, read_log, train_resumably, training_metrics
from trainer.schedule import Schedule

__all__ = ["Pretraining"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pretraining:
    """Trains from scratch, or from the proxy's weights, on the decontaminated corpus.

    Attributes:
        corpus: The text. Weights of the proxy need the proxy's corpus: its tokenizer belongs to them.
        benchmarks: Returns the tasks whose text must not be trained on.
        context: Tokens of a training sequence.
        batch_tokens: Tokens of an optimizer step; a multiple of `context`.
        micro_tokens: Tokens that go through the network at once, all of a batch by default; a multiple of `context`.
        tokens: Training tokens; None lets the time decide, or where there is no limit of time `tokens_per_parameter`.
        tokens_per_parameter: Where neither tokens nor time are given (Hoffmann et al. 2022).
        passes: Upper limit of passes over the corpus where `tokens` is not given.
    """

    corpus: CorpusConfig
    benchmarks: Callable[[], Sequence[Task]]
    context: int = 256
    batch_tokens: int = 4096
    micro_tokens: int | None = None
    tokens: int | None = None
    tokens_per_parameter: float = 20.0
    passes: float = 8.0
    optimizer: OptimizerConfig = field(default_factory=OptimizerConfig)
    schedule: Schedule = field(default_factory=Schedule)

    def __post_init__(self) -> None:
        for name in ("batch_tokens", "micro_tokens"):
            value = getattr(self, name)
            if value is not None and (value <= 0 or value % self.context):
                raise UsageError(
                    f"pretrain.{name} must be a multiple of context {self.context}, got {value}",
                    hint=f"use {max(1, round(value / self.context)) * self.context}",
                )
        if self.tokens is not None and self.tokens < self.batch_tokens:
            raise UsageError(
                f"pretrain.tokens must be at least one step of {self.batch_tokens} tokens, got {self.tokens}",
                hint="raise --tokens",
            )

    def check(self, network: Any) -> None:
        """See `autonas.promotion_protocols.TrainingStage`. The corpus is looked at when it is prepared."""

    def train(self, subject: Subject, context: Context) -> Trained:
        """See `autonas.promotion_protocols.TrainingStage`."""
        use_cores()
        keep_freed_memory()
        network = subject.network
        vocab_size = network.shape.vocab_size
        corpus = prepare(self.corpus, context.cache, [vocab_size], progress=log_progress())
        if subject.start is not None:
            _refuse_other_tokens(corpus, subject.data)
            load_weights(network, subject.start / WEIGHTS)
        corpus = decontaminated(corpus, self.benchmarks(), [vocab_size], progress=log_progress())
        reset_peak_memory(context.device)
        with joined_group(context.device) as group, out_of_memory_is_a_failure(network), seeded(context):
            course = self._course(subject, corpus, context, group)
            curve = train_resumably(network.to(context.device), course, context.folder)
        tokenizer = corpus.tokenizer(vocab_size)
        if group.writes:
            shutil.copyfile(corpus.folder / "removed.json", context.folder / "removed.json")
            save_model(context.folder / "model", network, tokenizer, {"tokens": int(curve[-1]["tokens"])})
        return Trained(
            network=network,
            tokenizer=tokenizer,
            held_out=corpus.held_out(vocab_size),
            autocast=autocast(context.device),
            curve=curve,
            metrics=training_metrics(curve, context.device),
        )

    def facts(self, folder: Path) -> Mapping[str, Any]:
        """See `autonas.promotion_protocols.TrainingStage`."""
        return {"curve": read_log(folder), "removed": json.loads((folder / "removed.json").read_text())}

    def _course(self, subject: Subject, corpus: Corpus, context: Context, group: Group) -> Course:
        vocab_size = subject.network.shape.vocab_size
        n_corpus = len(corpus.tokens("train", vocab_size))
        most = int(self.passes * n_corpus)
        tokens = self.tokens
        if tokens is None and not math.isfinite(subject.seconds):
            n_parameters = sum(parameter.numel() for parameter in subject.network.parameters())
            tokens = min(most, int(self.tokens_per_parameter * n_parameters))
        batches = corpus.batches(
            vocab_size, batch_size=self.batch_tokens // self.context, context=self.context, seed=context.seed
        )
        loop = Loop(
            batch=lambda step: next_tokens(batches.batch(step)),
            bytes_per_token=float(corpus.n_bytes("train").sum()) / n_corpus,
            device=context.device,
            autocast=autocast(context.device),
            report=context.report,
            peak_tokens_per_second=peak_flops(context.device) / subject.network.shape.flops_per_token(self.context),
            micro_rows=self.micro_tokens // self.context if self.micro_tokens else None,
            group=group,
        )
        return Course(
            loop=loop,
            optimizers=lambda network: Optimizers(network, self.optimizer),
            schedule=self.schedule,
            n_steps=None if tokens is None else max(1, tokens // self.batch_tokens),
            seconds=subject.seconds,
            most_steps=max(1, most // self.batch_tokens),
        )


def _refuse_other_tokens(corpus: Corpus, data: Mapping[str, Any]) -> None:
    """The weights of the search are worth nothing with another tokenizer, which another corpus has."""
    expected = data.get("corpus", {}).get("fingerprint")
    if corpus.fingerprint != expected:
        raise UsageError(
            "the corpus is not the one of the search, so its weights do not fit the tokenizer",
            hint="start with --from scratch; what is installed on this machine has changed since the search",
        )
