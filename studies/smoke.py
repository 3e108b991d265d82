"""`smoke`: the whole search in seconds, to see that everything works. Its scores mean nothing."""

from __future__ import annotations

from dataclasses import replace

from autonas.promotion import Promotion
from autonas.study import Budget, Study
from evaluators.benchmark.stage import CodeBenchmark
from evaluators.causality import Causality
from evaluators.collapse import Collapse
from evaluators.copying import Copying
from evaluators.file_size import FileSize
from evaluators.loss import Loss
from evaluators.size import Size
from search_spaces.decoder.space import DecoderSpace
from studies.codelm import codelm
from studies.promotion import benchmark_tasks
from trainer.data.config import CorpusConfig
from trainer.data.instruction_mix import InstructionMix
from trainer.finetune import InstructionTuning
from trainer.pretrain import Pretraining
from trainer.proxy import ProxyTrainer

__all__ = ["smoke"]


def smoke() -> Study:
    """Returns `codelm` with tiny networks, little text and a budget of a second."""
    budget = Budget(tokens=32_768, batch_tokens=1024, context=128)
    corpus = CorpusConfig(max_bytes=2_000_000)
    return replace(
        codelm(),
        name="smoke",
        description="the whole search in seconds; its scores mean nothing",
        space=DecoderSpace(layers=(1, 2), widths=(32, 48, 64), heads=(1, 2, 4), windows=(0, 32), vocab_sizes=(512,)),
        trainer=ProxyTrainer(corpus=corpus, vocab_sizes=(512,)),
        budget=budget,
        evaluators=(
            Size(context=budget.context),
            FileSize(),
            Causality(context=budget.context),
            Loss(context=budget.context, max_bytes=65_536),
            Copying(),
            Collapse(context=budget.context, per_kind=8, temperatures=(0.4, 0.8), n_tokens=64, lengths=(48, 96)),
        ),
        constraints=(),  # nothing learns to copy within a second
        n_trials=6,
        population_size=4,
        promotion=Promotion(
            pretrain=Pretraining(
                corpus=corpus, benchmarks=benchmark_tasks, context=128, batch_tokens=1024, tokens=65_536
            ),
            tune=InstructionTuning(
                corpus=corpus,
                benchmarks=benchmark_tasks,
                mix=InstructionMix(generated=400, mined=100),
                context=128,
                batch_tokens=1024,
                tokens=65_536,
            ),
            benchmark=CodeBenchmark(suites=("mini",), samples=0, n_tokens=48),
        ),
    )
