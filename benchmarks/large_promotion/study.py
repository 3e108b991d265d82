"""One shape of 29 million parameters and the corpus that was packed beside this file; see run.sh."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from autonas.study import Budget, Objective, Study
from evaluators.causality import Causality
from evaluators.collapse import Collapse
from evaluators.loss import Loss
from evaluators.size import Size
from search_spaces.decoder.space import DecoderSpace
from studies.promotion import code_promotion
from trainer.data.config import PACKAGES, CorpusConfig
from trainer.proxy import ProxyTrainer

PACKED = Path(__file__).with_name("corpus.tar.xz")
# Plain proportions; the one choice of each gene makes this shape the only candidate.
SPACE = DecoderSpace(
    layers=(8,),
    widths=(512,),
    heads=(8,),
    kv_sharing=(1,),
    feed_forward=(4.0,),
    activations=("swiglu",),
    norms=("rmsnorm",),
    positions=("rope",),
    qk_norms=(True,),
    tied=(True,),
    dropouts=(0.0,),
    windows=(0,),
    token_shifts=(True,),
    vocab_sizes=(8192,),
)
BUDGET = Budget(tokens=16_384_000, batch_tokens=32_768, context=512)


def study(device: str = "cpu") -> Study:
    """Returns the study; the corpus is that of the packed file where it is there, else the packages themselves."""
    corpus = CorpusConfig(source=str(PACKED) if PACKED.is_file() else PACKAGES)
    promotion = code_promotion(corpus, cuda=device == "cuda")
    return Study(
        name="large",
        description="one decoder of 29M parameters for Python code, to be promoted on a GPU",
        space=SPACE,
        objectives=(Objective(metric="loss", label="bits per byte"), Objective(metric="collapse", label="collapse")),
        trainer=ProxyTrainer(corpus=corpus, vocab_sizes=(8192,)),
        budget=BUDGET,
        evaluators=(
            Size(context=BUDGET.context),
            Causality(context=BUDGET.context),
            Loss(context=BUDGET.context),
            Collapse(context=BUDGET.context),
        ),
        n_trials=1,
        population_size=2,
        promotion=replace(promotion, hours=0.22, tune_share=0.35),
    )
