"""The study of the smallest file with the networks, the text and the budget of `smoke`, all pruned: for tests."""

from __future__ import annotations

from dataclasses import replace

from autonas.study import Study
from evaluators.file_size import CompressedFile, FileSize
from search_spaces.compressed import CompressedSpace
from studies.smallest import smallest
from studies.smoke import smoke
from trainer.compress.candidate import CandidateCompression


def study() -> Study:
    """Returns the study."""
    small = smoke()
    return replace(
        smallest(),
        name="small-files",
        space=CompressedSpace(decoder=small.space, precisions=("int4", "int8"), ffn_pruned=(0.25, 0.5)),
        trainer=replace(small.trainer, compression=CandidateCompression()),
        budget=small.budget,
        evaluators=tuple(CompressedFile() if isinstance(e, FileSize) else e for e in small.evaluators),
        n_trials=3,
        population_size=4,
        promotion=small.promotion,
    )
