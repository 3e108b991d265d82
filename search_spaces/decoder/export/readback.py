"""Networks of ours with the weights that stand in a file, so that a quantised export can be compared and scored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from torch import Tensor, nn

from search_spaces.decoder.export.plain import named_tensors
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape

__all__ = ["PlainDecoder", "decoder_of"]


class PlainDecoder(nn.Module):
    """A Llama or Qwen3: the decoder of a plain shape that reads its embeddings as they stand, already normalised."""

    def __init__(self, decoder: Decoder) -> None:
        super().__init__()
        self.decoder = decoder

    def forward(self, tokens: Tensor) -> Tensor:
        """Maps ids (B, T) to logits (B, T, V)."""
        x = self.decoder.embedding(tokens)
        for block in self.decoder.blocks:
            x = block(x)
        return self.decoder.output(self.decoder.norm(x))


def decoder_of(
    shape: DecoderShape, tensors: Mapping[str, Tensor], *, called: Callable[[str], str] = lambda name: name
) -> Decoder:
    """Returns a shape's decoder with given weights.

    Embedding and output are two matrices in it: as integers they may differ where the shape has one.

    Args:
        called: Gives a tensor's name among the given ones for that of `plain.named_tensors`.
    """
    decoder = Decoder(replace(shape, tied=False)).eval()
    names = dict(zip(decoder.state_dict(), map(called, named_tensors(decoder)), strict=True))
    assert set(tensors) == set(names.values()), "a file of this shape has exactly these tensors"
    decoder.load_state_dict({ours: tensors[theirs] for ours, theirs in names.items()})
    return decoder
