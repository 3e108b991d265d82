"""Block families, one file each. A family is a module class here and its tensors in `families.MIXER_TENSORS`.

A family's class takes `(shape, layer)`, maps (B, T, C) to (B, T, C) causally, and continues from `new_cache(batch_size,
max_tokens)` when it is given that cache; the cache counts the tokens it has seen in `length`, and its `select(rows)`
keeps the sequences of these indices, in that order. Where documents of a row are to be kept
apart, their numbers (B, T) are its third argument; there is none otherwise.
"""

from collections.abc import Callable

from torch import nn

from search_spaces.decoder.mixers.attention import Attention
from search_spaces.decoder.mixers.deltanet import DeltaNet
from search_spaces.decoder.mixers.mamba2 import Mamba2
from search_spaces.decoder.mixers.rwkv7 import Rwkv7
from search_spaces.decoder.shape import DecoderShape

__all__ = ["MIXERS"]

MIXERS: dict[str, Callable[[DecoderShape, int], nn.Module]] = {
    "attention": Attention,
    "deltanet": DeltaNet,
    "mamba2": Mamba2,
    "rwkv7": Rwkv7,
}
