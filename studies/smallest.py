"""`smallest`: the smallest file of a decoder for Python code at a given loss, with quantisation and pruning as genes.

`--set constraints.loss=2.6` gives the loss; without it the front is the trade of loss for bytes.
"""

from __future__ import annotations

from dataclasses import replace

from autonas.study import Objective, Study
from evaluators.file_size import CompressedFile, FileSize
from search_spaces.compressed import CompressedSpace
from search_spaces.decoder.space import DecoderSpace
from studies.codelm import codelm
from trainer.compress.candidate import CandidateCompression
from trainer.proxy import ProxyTrainer

__all__ = ["smallest"]


def smallest(device: str = "cpu") -> Study:
    """Returns `codelm` over what is made of its networks: loss and bytes of the file, collapse beside them."""
    study = codelm(device)
    assert isinstance(study.space, DecoderSpace)
    assert isinstance(study.trainer, ProxyTrainer)
    return replace(
        study,
        name="smallest",
        description="files of decoders for Python code: held-out loss, bytes; quantisation and pruning are genes",
        space=CompressedSpace(decoder=study.space),
        objectives=(
            Objective(metric="loss", label="bits per byte"),
            Objective(metric="file_bytes", label="bytes of the file"),
        ),
        constraints=(),  # of copying: collapse is no objective here
        trainer=replace(study.trainer, compression=CandidateCompression()),
        evaluators=tuple(CompressedFile() if isinstance(e, FileSize) else e for e in study.evaluators),
        # What a curve says before the end is of the uncompressed network. How much is lost afterwards depends on genes
        # that the prediction does not see, so its errors would not be alike for all candidates.
        early_stop=None,
    )
