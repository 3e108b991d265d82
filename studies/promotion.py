"""How the studies promote: the stages put together from the trainer's and the evaluators' parts."""

from __future__ import annotations

import itertools
import logging

from autonas.promotion import Promotion
from autonas.tasks import Task
from evaluators.benchmark.stage import CodeBenchmark
from evaluators.benchmark.suites import available_suites
from trainer.data.config import CorpusConfig
from trainer.data.instruction_mix import InstructionMix
from trainer.finetune import InstructionTuning
from trainer.pretrain import Pretraining

log = logging.getLogger(__name__)

__all__ = ["benchmark_tasks", "code_promotion"]


def benchmark_tasks() -> tuple[Task, ...]:
    """Returns the tasks of all suites whose data is on this machine: no training text may contain them.

    Suites that are not here are named in the log, which a promotion shows.
    """
    loaded, missing = available_suites()
    for name, why in missing.items():
        log.warning("training text is not checked against %s: %s", name, why)
    return tuple(itertools.chain.from_iterable(loaded.values()))


def code_promotion(corpus: CorpusConfig, *, cuda: bool = False) -> Promotion:
    """Returns the promotion of a study of code models: under an hour on two cores, or to the full on a GPU."""
    context, batch_tokens = (1024, 131_072) if cuda else (256, 4096)
    return Promotion(
        pretrain=Pretraining(
            corpus=corpus,
            benchmarks=benchmark_tasks,
            context=context,
            batch_tokens=batch_tokens,
            micro_tokens=32_768 if cuda else None,
        ),
        tune=InstructionTuning(
            corpus=corpus,
            benchmarks=benchmark_tasks,
            # On the CPU as many as a tuning of this length reads once: of 60,000, each read three times, it knew
            # some by heart.
            mix=InstructionMix(generated=200_000, families="all") if cuda else InstructionMix(generated=180_000),
            context=context,
            batch_tokens=batch_tokens // 4 if cuda else batch_tokens,
        ),
        benchmark=CodeBenchmark(suites=("mini",)),
        hours=None if cuda else 0.75,
        tune_share=0.6 if cuda else 0.8,  # the CPU's is measured; see docs/promotion.md
    )
