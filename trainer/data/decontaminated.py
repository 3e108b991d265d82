"""A corpus without what belongs to benchmarks: the same folder layout, so that it opens as any other corpus.

The held-out part and the tokenizer stay, so losses compare with those of the corpus it was made from.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, repeat
from pathlib import Path

import numpy as np

from autonas.tasks import Task
from trainer.data.build import Progress, build_vocabularies
from trainer.data.cache import building, check_space, is_whole, locked, save_array
from trainer.data.config import CorpusConfig
from trainer.data.corpus import Corpus, prepare
from trainer.data.decontaminate import Decontaminator
from trainer.data.workers import in_processes, split_by_size

__all__ = ["decontaminated", "prepare_decontaminated"]

CHUNK = 2_000_000  # bytes
FORMAT = 1  # raised when the same texts would be cleaned otherwise
KEPT = ("merges.json", "duplicates.json", "held_out.txt", "held_out.offsets.npy", "held_out.names.json")


def decontaminated(corpus: Corpus, tasks: Sequence[Task], vocab_sizes: Sequence[int], *, progress: Progress) -> Corpus:
    """Removes what the tasks contain from the training part; made once and cached beside the corpus.

    What was removed, by reason, is in the folder's removed.json.

    Args:
        tasks: Of all benchmarks that are to be run.
        vocab_sizes: Vocabularies to encode the texts in.
    """
    folder = corpus.folder.with_name(f"{corpus.folder.name}-clean-{_key(tasks)}")
    encoded = {n: folder / f"vocabulary-{n}" for n in sorted(set(vocab_sizes))}
    if not all(map(is_whole, (folder, *encoded.values()))):
        with locked(folder):
            if not is_whole(folder):
                check_space(folder.parent, int(corpus.n_bytes("train").sum() * (1.1 + 0.8 * len(encoded))))
                with building(folder) as partial:
                    _clean(corpus, tasks, partial, progress)
            build_vocabularies(folder, {n: place for n, place in encoded.items() if not is_whole(place)}, progress)
    return Corpus(folder)


def prepare_decontaminated(
    config: CorpusConfig, tasks: Sequence[Task], cache: Path, vocab_sizes: Sequence[int], *, progress: Progress
) -> Corpus:
    """Prepares a corpus and removes what belongs to benchmarks; opens it from the cache afterwards."""
    corpus = prepare(config, cache, vocab_sizes, progress=progress)
    return decontaminated(corpus, tasks, vocab_sizes, progress=progress)


def _clean(corpus: Corpus, tasks: Sequence[Task], folder: Path, progress: Progress) -> None:
    sizes = corpus.n_bytes("train").tolist()
    chunks = split_by_size(range(len(sizes)), lambda i: sizes[i], CHUNK)
    names = corpus.names("train")
    kept_names, kept_sizes, reasons, done = [], [], Counter[str](), 0
    work = ([chunk[0], chunk[-1] + 1] for chunk in chunks)
    with (folder / "train.txt").open("wb") as file:
        results = in_processes(_clean_range, repeat(str(corpus.folder)), repeat(tuple(tasks)), work)
        for chunk, (texts, hits) in zip(chunks, results, strict=True):
            reasons += hits
            for i, text in zip(chunk, texts, strict=True):
                if text:
                    file.write(text)
                    kept_names.append(names[i])
                    kept_sizes.append(len(text))
            done += len(chunk)
            progress("decontaminate", done, len(sizes))
    save_array(folder / "train.offsets.npy", np.array([0, *accumulate(kept_sizes)], np.int64))
    (folder / "train.names.json").write_text(json.dumps(kept_names, indent=0))
    for name in KEPT:
        os.link(corpus.folder / name, folder / name)
    removed = {"by_reason": dict(sorted(reasons.items())), "bytes": sum(sizes) - sum(kept_sizes), "of": sum(sizes)}
    (folder / "removed.json").write_text(json.dumps(removed))
    before = corpus.manifest
    after = dataclasses.replace(
        before,
        fingerprint=hashlib.sha256(f"{before.fingerprint} {_key(tasks)}".encode()).hexdigest(),
        train=dataclasses.replace(before.train, documents=len(kept_sizes), bytes=sum(kept_sizes)),
        notes=(*before.notes, f"{removed['bytes']:,} bytes that belong to benchmarks were removed: {dict(reasons)}."),
        vocabularies={},
    )
    (folder / "manifest.json").write_text(after.to_json())


def _clean_range(folder: str, tasks: Sequence[Task], bounds: Sequence[int]) -> tuple[list[bytes], Counter[str]]:
    """Cleans consecutive documents; runs in a worker process. A document that is left out is empty."""
    corpus, decontaminator = Corpus(Path(folder)), _decontaminator(tuple(tasks))
    texts, reasons = [], Counter[str]()
    for i in range(*bounds):
        text, hits = decontaminator.clean(corpus.text("train", i))
        texts.append(text.encode())
        reasons += hits
    return texts, reasons


@lru_cache(maxsize=1)
def _decontaminator(tasks: tuple[Task, ...]) -> Decontaminator:
    """Made once a process."""
    return Decontaminator(tasks)


def _key(tasks: Sequence[Task]) -> str:
    parts = [FORMAT, [dataclasses.asdict(task) for task in tasks]]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:12]
