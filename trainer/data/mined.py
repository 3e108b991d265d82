"""Instruction data from a corpus: its functions that can stand alone, without copies."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import repeat
from pathlib import Path

from trainer.data.corpus import Corpus
from trainer.data.functions import functions
from trainer.data.instructions import Example
from trainer.data.workers import in_processes, split_by_size

__all__ = ["mine"]

CHUNK = 1_000_000  # bytes


def mine(corpus: Corpus, *, progress: Callable[[int, int], None] | None = None) -> tuple[list[Example], Counter[str]]:
    """Returns the functions of a corpus's training part that can stand alone, and why others with docstrings are none.

    Of functions with equal docstring and body, up to white space and case, the first is kept. Runs on all cores; a
    script calls it under `if __name__ == "__main__":`.

    Args:
        progress: Called with the documents done and their number.
    """
    sizes = corpus.n_bytes("train").tolist()
    chunks = split_by_size(range(len(sizes)), sizes.__getitem__, CHUNK)
    examples, left_out = [], Counter[str]()
    seen: set[tuple[str, str]] = set()
    for done, (found, reasons) in enumerate(in_processes(_mine_documents, repeat(corpus.folder), chunks)):
        left_out += reasons
        for example in found:
            key = _normal(example)
            if key in seen:
                left_out["duplicate"] += 1
            else:
                seen.add(key)
                examples.append(example)
        if progress:
            progress(chunks[done][-1] + 1, len(sizes))
    return examples, left_out


def _normal(example: Example) -> tuple[str, str]:
    docstring = example.prompt.partition('"""')[2].lower()
    return " ".join(docstring.split()), " ".join(example.answer.split())


def _mine_documents(folder: Path, documents: Sequence[int]) -> tuple[list[Example], Counter[str]]:
    """Runs in a worker process."""
    gc.disable()  # syntax trees have no cycles; the collector doubles the time of parsing
    corpus, examples, left_out = Corpus(folder), [], Counter[str]()
    for i in documents:
        found, reasons = functions(corpus.text("train", i))
        examples += found
        left_out += reasons
    return examples, left_out
