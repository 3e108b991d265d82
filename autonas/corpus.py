"""`autonas data`: prepares the corpus of a study, and returns what it is made of.

The engine itself knows no corpus: what is asked for here is what `trainer.data` offers, reached by its name.
"""

from __future__ import annotations

import importlib
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from autonas.errors import UsageError
from autonas.preparation import PreparationProgress
from autonas.resolve import resolve_study

__all__ = ["Prepared", "prepare_corpus"]

_SAMPLE = "    for i, name in enumerate(names):\n        return None\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A prepared corpus: its manifest as plain data, its folder, a piece of code in tokens, the packed file's size."""

    manifest: Mapping[str, Any]
    folder: str
    sample: tuple[str, ...]
    packed: int


def prepare_corpus(
    reference: str,
    *,
    overrides: Sequence[tuple[str, str]],
    cache: Path,
    console: Console,
    pack: Path | None = None,
) -> Prepared:
    """Prepares the corpus of a study with all its vocabularies, or opens it from the cache.

    Args:
        pack: A file that the corpus is packed into as well.

    Raises:
        UsageError: The study has no corpus, its source cannot be used, or the file cannot be written.
    """
    study = resolve_study(reference, overrides=overrides).study
    config, sizes = (getattr(study.trainer, name, None) for name in ("corpus", "vocab_sizes"))
    if config is None or not sizes:
        raise UsageError(f"the trainer of study {reference!r} names no corpus", hint="choose another: --study codelm")
    if pack is not None and not pack.absolute().parent.is_dir():  # before the work of minutes
        raise UsageError(f"cannot write {pack}: its folder is not there", hint="make the folder, or choose another")
    logging.getLogger("trainer.data.build").setLevel(logging.ERROR)  # its notes are shown with the manifest
    with PreparationProgress(console) as progress:
        module = importlib.import_module("trainer.data")
        corpus = module.prepare(config, cache, sizes, progress=progress.step)
        packed = module.pack(corpus.folder, pack, progress=progress.step) if pack is not None else 0
    tokenizer = corpus.tokenizer(max(sizes))
    sample = tuple(tokenizer.decode([token]) for token in tokenizer.encode(_SAMPLE))
    manifest = json.loads(corpus.manifest.to_json())
    return Prepared(manifest=manifest, folder=str(corpus.folder), sample=sample, packed=packed)
