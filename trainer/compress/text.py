"""The text that a finished model was trained and scored on."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from autonas.errors import UsageError
from autonas.promotion_protocols import TrainingStage
from trainer.data import Corpus, CorpusConfig, prepare
from trainer.data.cache import is_whole
from trainer.data.tokenizer import CodeTokenizer
from trainer.proxy import log_progress

__all__ = ["cached_corpus", "corpus_of", "on_corpus"]


def corpus_of(stage: Any, tokenizer: CodeTokenizer, cache: Path) -> Corpus:
    """Returns the corpus whose tokenizer a model has, from the cache, or prepared anew.

    What is installed may have changed since the training. Another corpus holds out other text, some of which the model
    may have been trained on; its tokenizer is another, too, as it was learnt from that corpus.

    Args:
        stage: Of the promotion; it has a `corpus`.

    Raises:
        UsageError: The corpus is not in the cache and can't be made again, or the stage has none.
    """
    corpus = cached_corpus(stage, tokenizer, cache)
    if corpus is not None:
        return corpus
    corpus = prepare(stage.corpus, cache, [tokenizer.n_vocab], progress=log_progress())
    if not _tokenizer_is(corpus.folder, tokenizer):
        raise UsageError(
            "the corpus on this machine is not the one that the model was trained on: its held-out text may have been"
            " trained on",
            hint="give the --cache of the promotion, or bring its corpus along (autonas data --pack)",
        )
    return corpus


def cached_corpus(stage: Any, tokenizer: CodeTokenizer, cache: Path) -> Corpus | None:
    """Returns the corpus whose tokenizer a model has, if the cache holds it.

    Raises:
        UsageError: The stage has none.
    """
    config = getattr(stage, "corpus", None)
    if not isinstance(config, CorpusConfig):
        raise UsageError(
            f"{type(stage).__name__} has no corpus, so there is no held-out text to score on",
            hint="a stage keeps its text as `corpus`; see trainer/finetune.py",
        )
    for folder in _cached(cache):
        if _tokenizer_is(folder, tokenizer):
            return _opened(config, folder, cache, tokenizer)
    return None


def on_corpus(stage: TrainingStage, corpus: Corpus) -> Any:
    """Returns the same stage on exactly this corpus, whatever is installed now."""
    own: Any = stage
    return dataclasses.replace(own, corpus=dataclasses.replace(own.corpus, source=str(corpus.folder)))


def _cached(cache: Path) -> Iterator[Path]:
    for folder in sorted((cache / "corpus").glob("*")):
        if folder.is_dir() and "-" not in folder.name and is_whole(folder):  # those without benchmarks have a dash
            yield folder


def _tokenizer_is(folder: Path, tokenizer: CodeTokenizer) -> bool:
    path = folder / f"vocabulary-{tokenizer.n_vocab}" / "tokenizer.json"
    return path.is_file() and path.read_text() == tokenizer.to_json()


def _opened(config: CorpusConfig, folder: Path, cache: Path, tokenizer: CodeTokenizer) -> Corpus:
    same = dataclasses.replace(config, source=str(folder))
    return prepare(same, cache, [tokenizer.n_vocab], progress=log_progress())
