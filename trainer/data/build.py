"""Builds the files of a corpus: read, deduplicate, split, train the tokenizer, encode. Slow, and run once."""

from __future__ import annotations

import hashlib
import json
import logging
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from itertools import accumulate, chain, repeat
from pathlib import Path

import numpy as np

from autonas.errors import UsageError
from trainer.data.cache import building, save_array
from trainer.data.config import INSTALLED, PACKAGES, CorpusConfig
from trainer.data.dedup import unique
from trainer.data.documents import Document, Refused, examine
from trainer.data.encode import encode_range
from trainer.data.exercises import exercises
from trainer.data.manifest import Manifest, Part, Removed, SourceEntry, Vocabulary
from trainer.data.sources import Excluded, Source
from trainer.data.split import COARSE, FINE, choose_held_out, thin
from trainer.data.tokenizer import CodeTokenizer, train_merges
from trainer.data.workers import in_processes, split_by_size

__all__ = ["Progress", "build_texts", "build_vocabularies", "check_enough"]

logger = logging.getLogger(__name__)

Progress = Callable[[str, int, int], None]

MIN_BYTES = 100_000
MIN_HELD_OUT = 1_000_000  # below, the held-out loss has a wide error bar
TOKENIZER_SAMPLE = 12_000_000
# Of the text that the tokenizer is trained on. Code alone gives a small vocabulary few whole words of the sentences
# that a model is to understand; exercises do, and code is encoded as well as before (docs/log.md).
EXERCISES_SHARE = 0.15
CHUNK = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Split:
    train: list[Document]
    held_out: list[Document]
    notes: tuple[str, ...]


def build_texts(
    config: CorpusConfig,
    sources: Sequence[Source],
    excluded: Sequence[Excluded],
    folder: Path,
    progress: Progress,
) -> None:
    """Writes everything that does not depend on the vocabulary size into `folder`."""
    documents, refused = _read(sources, progress)
    n = len(documents)
    kept, duplicates = unique(documents, lambda done: progress("duplicates", done, n))
    split = _limit(_split(kept, config), config)
    progress("tokenizer", 0, 1)
    sample = _sample(split.train, config.seed)
    merges = train_merges(chain(sample, _exercise_texts(sum(map(len, sample)))))
    progress("tokenizer", 1, 1)
    for name, part in (("train", split.train), ("held_out", split.held_out)):
        _write_part(folder, name, part, progress)
    (folder / "merges.json").write_text(json.dumps(merges))
    (folder / "duplicates.json").write_text(json.dumps([asdict(d) for d in duplicates], indent=0))
    manifest = Manifest(
        fingerprint=_fingerprint(split, merges),
        config=config,
        sources=_entries(sources, split),
        excluded=tuple(excluded),
        refused=_by_reason(refused),
        exact_duplicates=_removed(d.size for d in duplicates if d.exact),
        near_duplicates=_removed(d.size for d in duplicates if not d.exact),
        beyond_limit=_left_out(kept, split),
        train=_part(split.train),
        held_out=_part(split.held_out),
        notes=split.notes,
        vocabularies={},
    )
    (folder / "manifest.json").write_text(manifest.to_json())


def check_enough(config: CorpusConfig, n_bytes: int) -> None:
    """Raises UsageError where the text is too little for training and scoring to mean anything."""
    if n_bytes < MIN_BYTES:
        raise UsageError(
            f"corpus source {config.source!r} has {n_bytes:,} bytes of usable, distinct Python text;"
            f" at least {MIN_BYTES:,} are needed",
            hint="give a larger folder; empty, generated, duplicate and invalid files don't count",
        )


def build_vocabularies(folder: Path, targets: Mapping[int, Path], progress: Progress) -> None:
    """Encodes the texts of `folder` in several vocabularies in one pass, each into its own folder."""
    if not targets:
        return
    merges = json.loads((folder / "merges.json").read_text())
    tokenizers = {n: CodeTokenizer.of_size(merges, n) for n in targets}
    with ExitStack() as stack:
        partials = {n: stack.enter_context(building(targets[n])) for n in sorted(targets)}
        for n, partial in partials.items():
            (partial / "tokenizer.json").write_text(tokenizers[n].to_json())
        counts = {split: _encode(folder, split, partials, progress) for split in ("train", "held_out")}
        n_bytes = int(np.load(folder / "held_out.offsets.npy")[-1])
        for n, partial in partials.items():
            vocabulary = Vocabulary(
                n_vocab=n,
                train_tokens=counts["train"][n],
                held_out_tokens=counts["held_out"][n],
                bytes_per_token=round(n_bytes / counts["held_out"][n], 4),
            )
            (partial / "vocabulary.json").write_text(json.dumps(asdict(vocabulary)))


def _encode(folder: Path, split: str, partials: Mapping[int, Path], progress: Progress) -> dict[int, int]:
    """Writes the ids of one side of the split in every vocabulary; returns how many there are."""
    offsets = np.load(folder / f"{split}.offsets.npy").tolist()
    chunks = split_by_size(range(len(offsets) - 1), lambda i: offsets[i + 1] - offsets[i], CHUNK)
    ranges = [offsets[c[0] : c[-1] + 2] for c in chunks]
    paths = [str(partial / "tokenizer.json") for partial in partials.values()]
    lengths: dict[int, list[int]] = {n: [] for n in partials}
    with ExitStack() as stack:
        files = {n: stack.enter_context((p / f"{split}.bin").open("wb")) for n, p in partials.items()}
        results = in_processes(encode_range, repeat(paths), repeat(str(folder / f"{split}.txt")), ranges)
        for i, result in enumerate(results, start=1):
            for n, (ids, counts) in zip(partials, result, strict=True):
                files[n].write(ids)
                lengths[n] += counts
            progress(f"encode {split}", ranges[i - 1][-1], offsets[-1])
    for n, partial in partials.items():
        save_array(partial / f"{split}.starts.npy", np.array([0, *accumulate(lengths[n])], np.int64))
    return {n: sum(counts) for n, counts in lengths.items()}


def _read(sources: Sequence[Source], progress: Progress) -> tuple[list[Document], list[Refused]]:
    files = [(s.name, f.name, f.path, f.size) for s in sources for f in s.files]
    chunks = split_by_size(files, lambda f: f[3], CHUNK)
    documents: list[Document] = []
    refused: list[Refused] = []
    work = ([(source, name, path) for source, name, path, _ in chunk] for chunk in chunks)
    for results in in_processes(examine, work):
        documents += [r for r in results if isinstance(r, Document)]
        refused += [r for r in results if isinstance(r, Refused)]
        progress("read", len(documents) + len(refused), len(files))
    return documents, refused


def _split(documents: Sequence[Document], config: CorpusConfig) -> _Split:
    check_enough(config, sum(len(d.data) for d in documents))
    by_source: Counter[str] = Counter()
    for d in documents:
        by_source[d.source] += len(d.data)
    for largest in (FINE, COARSE):
        chosen = choose_held_out(by_source, share=config.held_out_share, seed=config.seed, largest=largest)
        if chosen:
            few = f"Only {len(chosen)} of {len(by_source)} sources are held out: their style decides the loss."
            parts = [(d, d.source in chosen) for d in documents]
            return _divide(parts, () if largest == FINE else (few,))
    if config.source in (INSTALLED, PACKAGES):
        raise UsageError(
            f"the {len(by_source)} {config.source} distributions cannot be split: too few are small enough",
            hint="install more distributions, raise held_out_share, or give a folder as the corpus source",
        )
    return _split_by_file(documents, config)


def _split_by_file(documents: Sequence[Document], config: CorpusConfig) -> _Split:
    sizes = {f"{d.source}:{d.name}": len(d.data) for d in documents}
    chosen = choose_held_out(sizes, share=config.held_out_share, seed=config.seed, largest=COARSE)
    if not chosen:
        raise UsageError(
            f"corpus source {config.source!r} cannot be split: its {len(documents)} usable files"
            f" are too large for a held-out share of {config.held_out_share}",
            hint="give a folder with more files, or raise held_out_share",
        )
    note = (
        "The folder has too few top-level entries of similar size to hold some out: it is split by file."
        " Held-out files have siblings in the training part; the loss is lower than on a new project."
    )
    return _divide([(d, f"{d.source}:{d.name}" in chosen) for d in documents], (note,))


def _divide(parts: Sequence[tuple[Document, bool]], notes: tuple[str, ...]) -> _Split:
    return _Split(train=[d for d, out in parts if not out], held_out=[d for d, out in parts if out], notes=notes)


def _limit(split: _Split, config: CorpusConfig) -> _Split:
    """Applies `max_bytes`: the same share of every source, but enough held-out text."""
    train, held_out, notes = split.train, split.held_out, split.notes
    if config.max_bytes is not None:
        floor = min(MIN_HELD_OUT, config.max_bytes // 4)
        for_held_out = max(int(config.max_bytes * config.held_out_share), floor)
        held_out = thin(held_out, for_held_out, seed=config.seed)
        rest = config.max_bytes - sum(len(d.data) for d in held_out)
        train = thin(train, rest, seed=config.seed)
    n_bytes = sum(len(d.data) for d in held_out)
    if n_bytes < MIN_HELD_OUT:
        notes += (f"Only {n_bytes:,} bytes are held out: below {MIN_HELD_OUT:,} the loss has a wide error bar.",)
    for note in notes:
        logger.warning(note)
    return _Split(train=train, held_out=held_out, notes=notes)


def _sample(documents: Sequence[Document], seed: int) -> list[str]:
    """The texts that the tokenizer is trained on, the same share of every source."""
    return [d.data.decode() for d in thin(documents, TOKENIZER_SAMPLE, seed=seed)]


def _exercise_texts(n_characters: int) -> Iterator[str]:
    """Exercises as they are when a model is tuned, so many that they are their share beside so many characters."""
    wanted = n_characters * EXERCISES_SHARE / (1 - EXERCISES_SHARE)
    for example in exercises(sys.maxsize, seed=0):
        if wanted <= 0:
            return
        text = example.prompt + example.answer
        wanted -= len(text)
        yield text


def _write_part(folder: Path, name: str, documents: Sequence[Document], progress: Progress) -> None:
    with (folder / f"{name}.txt").open("wb") as file:
        for i, document in enumerate(documents, start=1):
            file.write(document.data)
            progress(f"write {name}", i, len(documents))
    offsets = np.array([0, *accumulate(len(d.data) for d in documents)], np.int64)
    save_array(folder / f"{name}.offsets.npy", offsets)
    (folder / f"{name}.names.json").write_text(json.dumps([f"{d.source}:{d.name}" for d in documents], indent=0))


def _fingerprint(split: _Split, merges: Sequence[Sequence[str]]) -> str:
    digest = hashlib.sha256(json.dumps(merges).encode())
    for name, part in (("train", split.train), ("held_out", split.held_out)):
        for d in part:
            digest.update(f"{name}\0{d.source}\0{d.name}\0{d.digest}\n".encode())
    return digest.hexdigest()


def _entries(sources: Sequence[Source], split: _Split) -> tuple[SourceEntry, ...]:
    files: dict[str, Counter[str]] = {}
    sizes: Counter[str] = Counter()
    for name, part in (("train", split.train), ("held_out", split.held_out)):
        for d in part:
            files.setdefault(d.source, Counter())[name] += 1
            sizes[d.source] += len(d.data)
    return tuple(
        SourceEntry(
            name=s.name,
            version=s.version,
            licence=s.licence,
            files=sum(files[s.name].values()),
            bytes=sizes[s.name],
            split=next(iter(files[s.name])) if len(files[s.name]) == 1 else "both",
        )
        for s in sources
        if s.name in files
    )


def _by_reason(refused: Iterable[Refused]) -> dict[str, Removed]:
    groups: dict[str, list[int]] = {}
    for r in refused:
        groups.setdefault(r.reason, []).append(r.size)
    return {reason: _removed(groups[reason]) for reason in sorted(groups)}


def _left_out(kept: Sequence[Document], split: _Split) -> Removed:
    used = [*split.train, *split.held_out]
    n_bytes = sum(len(d.data) for d in kept) - sum(len(d.data) for d in used)
    return Removed(files=len(kept) - len(used), bytes=n_bytes)


def _removed(sizes: Iterable[int]) -> Removed:
    listed = list(sizes)
    return Removed(files=len(listed), bytes=sum(listed))


def _part(documents: Sequence[Document]) -> Part:
    sources = tuple(sorted({d.source for d in documents}))
    return Part(documents=len(documents), bytes=sum(len(d.data) for d in documents), sources=sources)
