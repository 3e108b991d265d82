"""A prepared corpus: texts, split, tokenizers and token ids, on disk and memory-mapped."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from autonas.errors import AutonasError
from autonas.protocols import HeldOut
from trainer.data.build import Progress, build_texts, build_vocabularies, check_enough
from trainer.data.cache import building, check_space, is_whole, locked
from trainer.data.config import PACKAGES, CorpusConfig
from trainer.data.manifest import Manifest, Vocabulary
from trainer.data.packages import PACKAGE_LIST, fetch, read_list
from trainer.data.packed import digest_of, is_packed, is_unpacked, packed_manifest, unpack
from trainer.data.sources import Excluded, Source, find_sources
from trainer.data.split import thin_files
from trainer.data.tokenizer import CodeTokenizer, check_size
from trainer.data.workers import refuse_in_import

if TYPE_CHECKING:
    from trainer.data.batches import DefinitionBatches, TokenBatches

__all__ = ["Corpus", "Split", "prepare"]

Split = Literal["train", "held_out"]
_Found = tuple[list[Source], list[Excluded]]
_Write = Callable[[Path], None]  # the texts into a folder
_Find = Callable[[], tuple[int, _Write]]  # bytes of text at most, and how to write it

READ_AHEAD = 8  # times max_bytes are read and deduplicated: a small corpus is made in seconds
FORMAT = 2  # raised when the same sources would give other bytes


def prepare(
    config: CorpusConfig, cache: Path, vocab_sizes: Sequence[int], *, progress: Progress | None = None
) -> Corpus:
    """Prepares a corpus once and opens it from the cache afterwards.

    What is cached belongs to the configuration and to the files it stands for (names, sizes, times of
    change; for pinned packages the hashes in the list, for a packed corpus its bytes): after `pip install`
    another corpus is prepared. Killing a process at any point leaves nothing half-made; of two that prepare at
    once one works and the other waits. What is there but damaged is made again, with a line in the log. Nothing is
    written if all is there.

    Args:
        config: What the corpus is made of.
        cache: Folder of prepared corpora; made if it is not there.
        vocab_sizes: Vocabularies to encode the texts in; others can be added later.
        progress: Called with (stage, done, total).

    Raises:
        UsageError: The source cannot be used, a vocabulary size is out of range, the cache cannot be written.
        AutonasError: The disk is full, a worker process died, or packages cannot be downloaded.
    """
    refuse_in_import()
    report = progress or _ignore
    for size in vocab_sizes:
        check_size(size)
    wanted = sorted(set(vocab_sizes))
    folder = Path(config.source) if is_unpacked(config.source) else _texts(config, cache, len(wanted), report)
    encoded = {n: _vocabulary_folder(folder, n) for n in wanted}
    if not all(map(is_whole, encoded.values())):
        with locked(folder):
            build_vocabularies(folder, {n: place for n, place in encoded.items() if not is_whole(place)}, report)
    return Corpus(folder)


def _texts(config: CorpusConfig, cache: Path, n_vocabularies: int, report: Progress) -> Path:
    """Returns the folder of a corpus, with its texts."""
    key, find = _what(config, cache, report)
    folder = cache / "corpus" / key
    if not is_whole(folder):
        size, write = find()
        check_space(cache, int(size * (1.1 + 0.8 * n_vocabularies)))
        with locked(folder):
            if not is_whole(folder):  # another process may have made it meanwhile
                with building(folder) as unfinished:
                    write(unfinished)
    return folder


class Corpus:
    """A prepared corpus. Cheap to open; arrays are memory-mapped, so processes share them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def _texts(self) -> Manifest:
        return Manifest.from_json((self.folder / "manifest.json").read_text())

    @property
    def manifest(self) -> Manifest:
        """What the corpus is made of, with the vocabularies that are prepared by now."""
        found = {}
        for place in self.folder.glob("vocabulary-*[0-9]"):
            if is_whole(place):
                vocabulary = Vocabulary(**json.loads((place / "vocabulary.json").read_text()))
                found[vocabulary.n_vocab] = vocabulary
        return dataclasses.replace(self._texts, vocabularies=dict(sorted(found.items())))

    @property
    def fingerprint(self) -> str:
        """Hash of the texts, their split and the merges; which vocabularies are encoded does not matter."""
        return self._texts.fingerprint

    def identity(self) -> dict[str, Any]:
        """What tells one corpus from another, and where they differ: for the record of a study."""
        return {
            "fingerprint": self.fingerprint,
            "held_out": list(self._texts.held_out.sources),
            "sources": {s.name: s.version for s in self._texts.sources},
        }

    def n_documents(self, split: Split) -> int:
        return len(self._offsets(split)) - 1

    def text(self, split: Split, i: int) -> str:
        """Document `i`."""
        offsets = self._offsets(split)
        with (self.folder / f"{split}.txt").open("rb") as file:
            file.seek(int(offsets[i]))
            return file.read(int(offsets[i + 1] - offsets[i])).decode()

    def n_bytes(self, split: Split) -> Any:
        """UTF-8 bytes of each document, int64 (D,)."""
        return np.diff(self._offsets(split))

    def names(self, split: Split) -> list[str]:
        """ "distribution:file" of each document."""
        return list(json.loads((self.folder / f"{split}.names.json").read_text()))

    def tokens(self, split: Split, vocab_size: int) -> Any:
        """All documents, each followed by the end of text: read-only memory map of uint16 (N,)."""
        path = self._prepared(vocab_size) / f"{split}.bin"
        tokens = np.memmap(path, dtype=np.uint16, mode="r")
        if len(tokens) != self.starts(split, vocab_size)[-1]:
            raise AutonasError(f"{path} is damaged", hint=f"remove {self.folder} and run again")
        return tokens

    def starts(self, split: Split, vocab_size: int) -> Any:
        """Document i is tokens[starts[i]:starts[i + 1]]: int64 (D + 1,)."""
        return np.load(self._prepared(vocab_size) / f"{split}.starts.npy")

    def held_out(self, vocab_size: int) -> HeldOut:
        return HeldOut(
            tokens=self.tokens("held_out", vocab_size),
            starts=self.starts("held_out", vocab_size),
            n_bytes=self.n_bytes("held_out"),
        )

    def tokenizer(self, vocab_size: int) -> CodeTokenizer:
        return CodeTokenizer((self._prepared(vocab_size) / "tokenizer.json").read_text())

    def batches(self, vocab_size: int, *, batch_size: int, context: int, seed: int) -> TokenBatches:
        """Batches of the training part; see `TokenBatches`."""
        from trainer.data.batches import TokenBatches

        return TokenBatches(
            self.tokens("train", vocab_size),
            self.starts("train", vocab_size),
            n_bytes=self.n_bytes("train"),
            batch_size=batch_size,
            context=context,
            seed=seed,
        )

    def definitions(self, vocab_size: int, *, batch_size: int, context: int, seed: int) -> DefinitionBatches | None:
        """Batches of the training part that begin at functions and classes; None if there are none."""
        from trainer.data.batches import DefinitionBatches, definition_starts

        tokens = self.tokens("train", vocab_size)
        begin = definition_starts(tokens, self.tokenizer(vocab_size))
        begin = begin[begin < len(tokens) - context]
        if not len(begin):
            return None
        return DefinitionBatches(tokens, begin, batch_size=batch_size, context=context, seed=seed)

    def _offsets(self, split: Split) -> Any:
        return np.load(self.folder / f"{split}.offsets.npy")

    def _prepared(self, vocab_size: int) -> Path:
        folder = _vocabulary_folder(self.folder, vocab_size)
        if not folder.is_dir():
            raise AutonasError(
                f"the corpus is not encoded with a vocabulary of {vocab_size}",
                hint="give this size to prepare(..., vocab_sizes=...)",
            )
        return folder


def _ignore(stage: str, done: int, total: int) -> None:
    del stage, done, total


def _vocabulary_folder(folder: Path, n_vocab: int) -> Path:
    return folder / f"vocabulary-{n_vocab}"


def _what(config: CorpusConfig, cache: Path, progress: Progress) -> tuple[str, _Find]:
    """Returns the key of a corpus, which is known before it is made, and how to find what it is made of."""
    if config.source == PACKAGES:  # known by the list alone: nothing is fetched again for a corpus that is there
        pins = read_list(PACKAGE_LIST)
        key = _key(config, [[p.name, p.version, p.sha256] for p in pins])
        found = partial(fetch, pins, cache, allow_copyleft=config.allow_copyleft, progress=progress)
        return key, lambda: _from_sources(config, *_thinned(config, *found()), progress)
    if is_packed(config.source):  # known by its bytes, wherever it lies; it brings its own configuration
        path = Path(config.source).expanduser()
        manifest = packed_manifest(path, config)
        key = _key(manifest.config, ["packed", digest_of(path)])
        size = manifest.train.bytes + manifest.held_out.bytes
        return key, lambda: (size, partial(unpack, path, manifest, progress=progress))
    sources, excluded = _thinned(config, *find_sources(config))
    what: list[object] = [
        [s.name, s.version, s.licence, [(f.name, f.size, f.mtime_ns) for f in s.files]] for s in sources
    ]
    return _key(config, what), lambda: _from_sources(config, sources, excluded, progress)


def _from_sources(
    config: CorpusConfig, sources: list[Source], excluded: list[Excluded], progress: Progress
) -> tuple[int, _Write]:
    size = sum(f.size for s in sources for f in s.files)
    check_enough(config, size)
    kept = min(size, config.max_bytes or size)
    return kept, lambda folder: build_texts(config, sources, excluded, folder, progress)


def _thinned(config: CorpusConfig, sources: list[Source], excluded: list[Excluded]) -> _Found:
    if config.max_bytes is not None:
        sources = thin_files(sources, READ_AHEAD * config.max_bytes, seed=config.seed)
    return sources, excluded


def _key(config: CorpusConfig, what: Sequence[object]) -> str:
    """What a cached corpus depends on: more than its fingerprint does, so that a change is seen fast."""
    import tokenizers

    parts: list[object] = [FORMAT, tokenizers.__version__, dataclasses.asdict(config), *what]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:20]
