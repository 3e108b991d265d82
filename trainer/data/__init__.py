"""Text for training: sources, corpus, tokenizer, batches."""

from trainer.data.batches import TokenBatches
from trainer.data.config import CorpusConfig
from trainer.data.corpus import Corpus, prepare
from trainer.data.manifest import Manifest
from trainer.data.packed import pack
from trainer.data.tokenizer import CodeTokenizer

__all__ = ["CodeTokenizer", "Corpus", "CorpusConfig", "Manifest", "TokenBatches", "pack", "prepare"]
