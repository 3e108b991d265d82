"""The network of a shape: embedding, pre-normalised blocks of mixer and feed-forward, output projection.

Shapes: B batch, T time, C channels, V vocabulary.
"""

from __future__ import annotations

import math
from typing import Any, Literal

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from search_spaces.decoder.mixers import MIXERS
from search_spaces.decoder.shape import DecoderShape
from search_spaces.decoder.token_shift import TokenShift, within

__all__ = ["Decoder", "DecoderCache"]

INIT_STD = 0.02  # of the embeddings
NORM_EPSILON = 1e-6
IGNORED = -100  # the target that cross-entropy passes over


class DecoderCache:
    """What generation remembers: one cache a layer, and the number of tokens seen."""

    def __init__(self, layers: list[Any]) -> None:
        self.layers = layers
        self.before: Tensor | None = None  # (B, 1, C), the last embedding, for the token shift

    @property
    def length(self) -> int:
        return self.layers[0].length

    def select(self, rows: Tensor) -> None:
        """Keeps the sequences `rows` (indices), in that order, and forgets the others."""
        for layer in self.layers:
            layer.select(rows)
        self.before = None if self.before is None else self.before[rows]


class FeedForward(nn.Module):
    """Two matrices with a non-linearity between them, or a gated unit of three (Shazeer 2020)."""

    def __init__(self, shape: DecoderShape) -> None:
        super().__init__()
        self.activation = shape.activation
        self.up = nn.Linear(shape.d_model, shape.d_ff, bias=False)
        self.gate = nn.Linear(shape.d_model, shape.d_ff, bias=False) if shape.gated else None
        self.down = nn.Linear(shape.d_ff, shape.d_model, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        hidden = self.up(x)
        if self.gate is None:
            return self.down(_activate(self.activation, hidden))
        inner = "gelu" if self.activation == "geglu" else "silu"
        return self.down(_activate(inner, self.gate(x)) * hidden)


def _activate(name: str, x: Tensor) -> Tensor:
    if name == "gelu":
        return F.gelu(x, approximate="tanh")
    if name == "silu":
        return F.silu(x)
    return F.relu(x).square()  # relu_squared, So et al. 2021


class Block(nn.Module):
    """x + mixer(norm(x)), then x + feed_forward(norm(x))."""

    def __init__(self, shape: DecoderShape, layer: int) -> None:
        super().__init__()
        self.mixer_norm, self.feed_forward_norm = _norm(shape), _norm(shape)
        self.mixer = MIXERS[shape.mixers[layer]](shape, layer)
        self.feed_forward = FeedForward(shape)
        self.dropout = nn.Dropout(shape.dropout) if shape.dropout else nn.Identity()

    def forward(self, x: Tensor, cache: Any = None, documents: Tensor | None = None) -> Tensor:
        inner = self.mixer_norm(x)
        mixed = self.mixer(inner, cache) if documents is None else self.mixer(inner, cache, documents)
        x = x + self.dropout(mixed)
        return x + self.dropout(self.feed_forward(self.feed_forward_norm(x)))


def _norm(shape: DecoderShape) -> nn.Module:
    kind = nn.LayerNorm if shape.norm == "layernorm" else nn.RMSNorm
    return kind(shape.d_model, eps=NORM_EPSILON)


class Decoder(nn.Module):
    """A causal language model over token ids.

    Args:
        shape: The architecture.
        generator: Draws the initial weights; the global generator when None.
    """

    def __init__(self, shape: DecoderShape, *, generator: torch.Generator | None = None) -> None:
        super().__init__()
        self.shape = shape
        self.embedding = nn.Embedding(shape.vocab_size, shape.d_model)
        self.shift = TokenShift(shape.d_model) if shape.token_shift else None
        self.blocks = nn.ModuleList(Block(shape, layer) for layer in range(shape.n_layers))
        self.norm = _norm(shape)
        self.output = nn.Linear(shape.d_model, shape.vocab_size, bias=False)
        if shape.tied:
            self.output.weight = self.embedding.weight
        self._initialise(generator)

    @torch.no_grad()
    def _initialise(self, generator: torch.Generator | None) -> None:
        """Fan-in scaled matrices; those that write to the residual stream are smaller the deeper the network.

        Scaling by fan-in keeps activations of one size at every width, and 1/sqrt(2 L) keeps the residual stream of
        one size at every depth (Radford et al. 2019), so that no shape is favoured by the start.
        """
        nn.init.normal_(self.embedding.weight, std=INIT_STD, generator=generator)
        if not self.shape.tied:
            nn.init.normal_(self.output.weight, std=INIT_STD, generator=generator)
        for block in self.blocks:
            for name, module in block.named_modules():
                if isinstance(module, nn.Linear):
                    std = 0.0 if name.endswith(("output", "down")) else 0.5 / math.sqrt(module.in_features)
                    nn.init.normal_(module.weight, std=std, generator=generator)

    def forward(self, tokens: Tensor, cache: DecoderCache | None = None, *, documents: Tensor | None = None) -> Tensor:
        """Maps token ids (B, T) to logits (B, T, V); with a cache, the tokens continue those it has seen.

        Args:
            documents: See `hidden`.
        """
        return self.output(self.hidden(tokens, cache, documents=documents))

    def next_logits(self, tokens: Tensor, cache: DecoderCache) -> Tensor:
        """Returns the logits (B, V) after the last of the tokens (B, T) alone, which is all that generation needs."""
        return self.output(self.hidden(tokens, cache)[:, -1])

    def hidden(self, tokens: Tensor, cache: DecoderCache | None = None, *, documents: Tensor | None = None) -> Tensor:
        """Maps token ids (B, T) to what the output projection reads, (B, T, C).

        Args:
            documents: Numbers (B, T), neighbours of one number form a document: each is computed as if it were alone.
                Not with a cache.
        """
        assert cache is None or documents is None, "what a cache has seen has no documents"
        past = cache.length if cache is not None else 0
        x = self.embed(tokens)
        if self.shift is not None:
            before = cache.before if cache is not None else None
            if cache is not None:
                cache.before = x[:, -1:]
            x = self.shift(x, before, documents)
        if self.shape.position == "sinusoidal":
            positions = torch.arange(past, past + tokens.shape[1], device=x.device)
            x = x + _sinusoids(positions if documents is None else within(documents), x)
        for index, block in enumerate(self.blocks):
            x = block(x, cache.layers[index] if cache is not None else None, documents)
        return self.norm(x)

    def embed(self, tokens: Tensor) -> Tensor:
        """Maps token ids (B, T) to normalised embeddings (B, T, C), without positions."""
        return F.rms_norm(self.embedding(tokens), (self.shape.d_model,), eps=NORM_EPSILON)

    def loss(
        self,
        tokens: Tensor,
        targets: Tensor,
        *,
        documents: Tensor | None = None,
        reduction: Literal["mean", "none"] = "mean",
    ) -> Tensor:
        """Returns the plain negative log-likelihood of targets (B, T), in nats: a mean, or (B, T) with "none".

        Args:
            targets: Token ids; -100 is ignored (0 with "none").
            documents: See `hidden`.
        """
        wanted = targets.flatten()
        # Logits are a large part of a step, and most targets of a tuning are ignored. On CUDA this waits for what is
        # queued, so it comes first.
        counted = (wanted != IGNORED).nonzero()[:, 0] if reduction == "mean" else slice(None)
        x = self.hidden(tokens, documents=documents).flatten(0, 1)[counted]
        loss = F.cross_entropy(self.output(x).float(), wanted[counted], reduction=reduction)
        return loss if reduction == "mean" else loss.view(targets.shape)

    def new_cache(self, *, batch_size: int, max_tokens: int) -> DecoderCache:
        """Returns an empty cache for sequences of up to `max_tokens` tokens."""
        return DecoderCache([block.mixer.new_cache(batch_size, max_tokens) for block in self.blocks])


def _sinusoids(positions: Tensor, like: Tensor) -> Tensor:
    """Returns sinusoids (..., T, C) of positions (..., T) (Vaswani et al. 2017), of the embeddings' size."""
    width = like.shape[-1]
    rates = 10_000.0 ** (-torch.arange(0, width, 2, device=like.device, dtype=torch.float32) / width)
    angles = positions[..., None].float() * rates
    waves = torch.cat([angles.sin(), angles.cos()], dim=-1)[..., :width]
    return (waves * math.sqrt(2)).to(like.dtype)
