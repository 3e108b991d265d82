"""Networks of ours with the weights that stand in a file, so that a quantised export can be compared and scored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from torch import Tensor

from search_spaces.decoder.export.plain import family, named_tensors
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape

__all__ = ["PlainDecoder", "decoder_of"]


class PlainDecoder(Decoder):
    """A Llama or Qwen3: reads its embeddings as they stand, already normalised."""

    def embed(self, tokens: Tensor) -> Tensor:
        return self.embedding(tokens)


def decoder_of(
    shape: DecoderShape, tensors: Mapping[str, Tensor], *, called: Callable[[str], str] = lambda name: name
) -> Decoder:
    """Returns the decoder that a file of a shape holds, a plain one where the shape is a Llama or Qwen3.

    Embedding and output are two matrices in it: as integers they may differ where the shape has one.

    Args:
        called: Gives a tensor's name among the given ones for that of `plain.named_tensors`.
    """
    kind = PlainDecoder if family(shape) else Decoder
    decoder = kind(replace(shape, tied=False)).eval()
    names = dict(zip(decoder.state_dict(), map(called, named_tensors(decoder)), strict=True))
    assert set(tensors) == set(names.values()), "a file of this shape has exactly these tensors"
    decoder.load_state_dict({ours: tensors[theirs] for ours, theirs in names.items()})
    return decoder
