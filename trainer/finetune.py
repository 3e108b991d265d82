"""Instruction tuning: the model learns to write the body of a function that a prompt asks for."""

from __future__ import annotations

import inspect
import logging
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from torch import Tensor, nn

from autonas.errors import UsageError
from autonas.finished import open_finished
from autonas.promotion_protocols import Subject
from autonas.protocols import Context, Tokenizer, Trained
from autonas.run_folder import RunFolder
from autonas.tasks import Task
from trainer.data import Corpus, CorpusConfig
from trainer.data.batches import DefinitionBatches
from trainer.data.decontaminated import prepare_decontaminated
from trainer.data.instruction_mix import InstructionMix, mix_facts, mixed_examples
from trainer.data.instructions import read_given
from trainer.data.packing import PackedBatches
from trainer.device import autocast, keep_freed_memory, peak_flops, reset_peak_memory, use_cores
from trainer.distill import Distillation, DistillationConfig, check_teacher
from trainer.guards import out_of_memory_is_a_failure, seeded
from trainer.loop import Loop, documents_of, own_loss
from trainer.lora import LoraConfig, add_lora, merge, save_adapter
from trainer.model_folder import load_network, load_tokenizer, save_model
from trainer.optim import OptimizerConfig, Optimizers
from trainer.proxy import log_progress
from trainer.resumable import Course, read_log, train_resumably, training_metrics
from trainer.schedule import Schedule
from trainer.tuning_rows import TuningRows

__all__ = ["InstructionTuning"]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class InstructionTuning:
    """Trains a pretrained model on prompts and answers; the loss counts the answers alone.

    Some of the rows are text of the corpus as in pretraining, so that the model forgets less of it.

    Attributes:
        corpus: The text of the pretraining; functions are mined from it.
        benchmarks: Returns the tasks whose text must not be trained on.
        mix: Which examples there are.
        context: Tokens of a training sequence.
        batch_tokens: Tokens of an optimizer step; a multiple of `context`.
        replay: Share of the rows that come from the corpus.
        definitions: Share of these that begin at a function or class, as the examples do; else every such beginning
            would become that of an exercise.
        apart: Whether the examples and texts of a row are kept apart, as a prompt stands alone too.
        tokens: Training tokens, padding and prompts included; None lets the time decide, up to `passes`.
        passes: Upper limit of passes over the examples where `tokens` is not given.
        lora: Trains adapters of that rank only; 0 trains all weights.
        teacher: Folder of a promotion whose model is distilled; none if empty.
        distillation: How much the teacher counts.
    """

    corpus: CorpusConfig
    benchmarks: Callable[[], Sequence[Task]]
    mix: InstructionMix = field(default_factory=InstructionMix)
    context: int = 256
    batch_tokens: int = 4096
    replay: float = 0.125
    definitions: float = 0.5
    apart: bool = True
    tokens: int | None = None
    passes: float = 20.0
    lora: int = 0
    teacher: str = ""
    distillation: DistillationConfig = field(default_factory=DistillationConfig)
    optimizer: OptimizerConfig = field(default_factory=OptimizerConfig)
    schedule: Schedule = field(default_factory=Schedule)

    def __post_init__(self) -> None:
        if self.batch_tokens <= 0 or self.batch_tokens % self.context:
            raise UsageError(
                f"tune.batch_tokens must be a multiple of context {self.context}, got {self.batch_tokens}",
                hint=f"use {max(1, round(self.batch_tokens / self.context)) * self.context}",
            )
        if not 0 <= self.replay < 1:
            raise UsageError(f"tune.replay must lie in [0, 1), got {self.replay}", hint="use 0.125")
        if not 0 <= self.definitions <= 1:
            raise UsageError(f"tune.definitions must lie in [0, 1], got {self.definitions}", hint="use 0.5")
        if self.lora < 0:
            raise UsageError(f"tune.lora must be a rank of at least 0, got {self.lora}", hint="use --lora 8")
        if self.tokens is not None and self.tokens < self.batch_tokens:
            raise UsageError(
                f"tune.tokens must be at least one step of {self.batch_tokens} tokens, got {self.tokens}",
                hint="raise it, or leave it out",
            )

    def check(self, network: Any) -> None:
        """See `autonas.promotion_protocols.TrainingStage`."""
        if self.apart and "documents" not in inspect.signature(network.loss).parameters:
            raise UsageError(
                f"the loss of {type(network).__name__} takes no documents, so examples can't be kept apart",
                hint="--set promotion.tune.apart=false, or see Decoder.loss in search_spaces/decoder/model.py",
            )
        if self.mix.given:
            read_given(Path(self.mix.given))
        if self.teacher:
            RunFolder.existing(Path(self.teacher))

    def train(self, subject: Subject, context: Context) -> Trained:
        """See `autonas.promotion_protocols.TrainingStage`."""
        assert subject.start is not None, "there is a pretrained model to begin with"
        use_cores()
        keep_freed_memory()
        network, tasks = subject.network, self.benchmarks()
        vocab_size = network.shape.vocab_size
        corpus = prepare_decontaminated(self.corpus, tasks, context.cache, [vocab_size], progress=log_progress())
        tokenizer = load_tokenizer(subject.start)
        examples = mixed_examples(self.mix, corpus, tasks, context.folder, seed=context.seed, progress=log_progress())
        answers = PackedBatches(examples, tokenizer, batch_size=1, context=self.context, seed=context.seed)
        load_network(subject.start, network)
        if self.lora:
            add_lora(network, LoraConfig(rank=self.lora))
        reset_peak_memory(context.device)
        with out_of_memory_is_a_failure(network), seeded(context):
            course = self._course(subject, corpus, answers, context)
            curve = train_resumably(network.to(context.device), course, context.folder)
        if self.lora:
            save_adapter(network, context.folder / "adapter")
            merge(network)
        about = {"tokens": int(curve[-1]["tokens"]), "examples": answers.n_examples}
        save_model(context.folder / "model", network, tokenizer, about)
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
        return {"curve": read_log(folder), "mix": mix_facts(folder)}

    def _course(self, subject: Subject, corpus: Corpus, answers: PackedBatches, context: Context) -> Course:
        assert subject.start is not None
        vocab_size = subject.network.shape.vocab_size
        rows = TuningRows(
            answers,
            corpus.batches(vocab_size, batch_size=1, context=self.context, seed=context.seed + 1),
            self._definitions(corpus, vocab_size, context.seed + 2),
            replay=self.replay,
            definitions_share=self.definitions,
        )
        n_rows = self.batch_tokens // self.context
        loop = Loop(
            loss=self._loss(load_tokenizer(subject.start), context.device),
            batch=lambda step: rows.between(step * n_rows, (step + 1) * n_rows),
            bytes_per_token=float(corpus.n_bytes("train").sum()) / len(corpus.tokens("train", vocab_size)),
            device=context.device,
            autocast=autocast(context.device),
            report=context.report,
            peak_tokens_per_second=peak_flops(context.device) / subject.network.shape.flops_per_token(self.context),
        )
        most_steps = max(1, int(self.passes * answers.rows_per_epoch / (n_rows * (1 - self.replay))))
        n_steps = most_steps if math.isinf(subject.seconds) else None  # else the time decides
        return Course(
            loop=loop,
            optimizers=self._optimizers,
            schedule=self.schedule,
            n_steps=n_steps if self.tokens is None else self.tokens // self.batch_tokens,
            seconds=subject.seconds,
            most_steps=most_steps,
        )

    def _definitions(self, corpus: Corpus, vocab_size: int, seed: int) -> DefinitionBatches | None:
        if not self.replay or not self.definitions:
            return None
        found = corpus.definitions(vocab_size, batch_size=1, context=self.context, seed=seed)
        if found is None:
            log.warning("the corpus has no functions or classes: its text begins anywhere")
        return found

    def _loss(self, tokenizer: Tokenizer, device: str) -> Callable[[Any, Tensor, Tensor], Tensor]:
        loss: Callable[..., Tensor] = own_loss
        if self.teacher:
            teacher, _, _ = open_finished(Path(self.teacher), device)
            check_teacher(teacher.tokenizer, tokenizer)
            loss = Distillation(teacher.network, self.distillation).loss
        if not self.apart:
            return loss

        def of_documents(network: Any, inputs: Tensor, targets: Tensor) -> Tensor:
            return loss(network, inputs, targets, documents=documents_of(inputs, tokenizer.end_of_text))

        return of_documents

    def _optimizers(self, network: nn.Module) -> Optimizers:
        return Optimizers(network, self.optimizer)
