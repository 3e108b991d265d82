"""`codelm`: small decoders for Python code, by held-out loss, collapse and size. The default study.

Its networks mix positions by attention, Gated DeltaNet, Mamba-2 or RWKV-7, all layers alike or attention in one of two,
three or four. `codelm-attention` is the same with attention alone.
"""

from __future__ import annotations

from dataclasses import replace

from autonas.study import Budget, Constraint, Objective, Study
from evaluators.causality import Causality
from evaluators.collapse import Collapse
from evaluators.copying import Copying
from evaluators.file_size import FileSize
from evaluators.latency import Latency
from evaluators.loss import Loss
from evaluators.size import Size
from search_spaces.decoder.space import DecoderSpace
from studies.promotion import code_promotion
from trainer.data.config import CorpusConfig
from trainer.proxy import ProxyTrainer

__all__ = ["codelm", "codelm_attention"]

MIXERS = ("attention", "deltanet", "mamba2", "rwkv7")

# What two cores can train within half an hour (attention alone, an AMD EPYC) or three quarters (all families, a slower
# Xeon), measured in docs/log.md. Networks above about 2M parameters would end before they have learnt to copy from
# their context, and a ranking from there misleads.
CPU_BUDGET = Budget(tokens=1_152_000, batch_tokens=1152, context=192)
CPU_VOCAB_SIZES = (1024, 2048)
CPU_ATTENTION = DecoderSpace(
    layers=(1, 2, 3, 4, 5, 6),
    widths=(48, 64, 80, 96, 112, 128),
    heads=(1, 2, 4),
    dropouts=(0.0,),  # a fraction of one pass over the corpus: there is nothing to regularise
    windows=(0, 64),
    token_shifts=(True,),
    vocab_sizes=CPU_VOCAB_SIZES,
)
CPU_SPACE = replace(CPU_ATTENTION, mixers=MIXERS, state_sizes=(16, 32))
CPU_BYTES = 50_000_000  # of text: more than a candidate reads even at 8 times the budget

# A network that has not learnt to copy from its context repeats little for that alone, so its collapse score does not
# compare with that of one that has. In a search over all families the first had ratios of 0.95 to 1.01, the second of
# 0.4 to 0.85. The warning of autonas/views/trust.py parts them at the same ratio.
COPIES = Constraint(metric="copying_ratio", upper=0.9)

CUDA_BUDGET = Budget(tokens=49_152_000, batch_tokens=32_768, context=512)
CUDA_VOCAB_SIZES = (2048, 4096, 8192)
CUDA_ATTENTION = DecoderSpace(windows=(0, 128), vocab_sizes=CUDA_VOCAB_SIZES)
CUDA_SPACE = replace(CUDA_ATTENTION, mixers=MIXERS, state_sizes=(32, 64))


def codelm(device: str = "cpu") -> Study:
    """Returns the study with the budget and the sizes that the device type can train meaningfully."""
    cuda = device == "cuda"
    budget = CUDA_BUDGET if cuda else CPU_BUDGET
    vocab_sizes = CUDA_VOCAB_SIZES if cuda else CPU_VOCAB_SIZES
    corpus = CorpusConfig(max_bytes=None if cuda else CPU_BYTES)
    return Study(
        name="codelm",
        description="decoders for Python code: held-out loss, collapse, size"
        + ("" if cuda else "; sizes capped at what a CPU trains meaningfully"),
        space=CUDA_SPACE if cuda else CPU_SPACE,
        objectives=(
            Objective(metric="loss", label="bits per byte"),
            Objective(metric="collapse", label="collapse"),
            Objective(metric="parameters", label="parameters"),
        ),
        constraints=(COPIES,),
        trainer=ProxyTrainer(corpus=corpus, vocab_sizes=vocab_sizes),
        budget=budget,
        evaluators=(
            Size(context=budget.context),
            FileSize(),
            Causality(context=budget.context),
            Loss(context=budget.context),
            Copying(),
            Collapse(context=budget.context),
            Latency(),
        ),
        n_trials=100 if cuda else 24,
        population_size=20 if cuda else 10,
        promotion=code_promotion(corpus, cuda=cuda),
    )


def codelm_attention(device: str = "cpu") -> Study:
    """Returns `codelm` with attention as the only block family: fewer dimensions, for a short search."""
    study = codelm(device)
    return replace(
        study,
        name="codelm-attention",
        description=f"{study.description}; attention only",
        space=CUDA_ATTENTION if device == "cuda" else CPU_ATTENTION,
    )
