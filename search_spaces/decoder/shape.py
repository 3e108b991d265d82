"""The shape of a causal decoder: every choice that makes one network differ from another, and what follows from it.

Torch-free, so that the engine can count parameters and enforce constraints before anything is built.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

__all__ = ["ACTIVATIONS", "GATED", "NORMS", "POSITIONS", "DecoderShape", "attention_parameters"]

ACTIVATIONS = ("gelu", "silu", "relu_squared", "geglu", "swiglu")
GATED = frozenset({"geglu", "swiglu"})  # two input matrices, one of them through the non-linearity
NORMS = ("layernorm", "rmsnorm")
POSITIONS = ("rope", "alibi", "sinusoidal", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class DecoderShape:
    """A causal decoder-only transformer with pre-normalisation and no biases in its matrices.

    Equal shapes are equal networks. A genome reaches this class through `DecoderSpace.decode`, which repairs what
    does not fit together; built by hand, what does not fit is refused.

    Attributes:
        n_kv_heads: Key-value heads: `n_heads` is multi-head, 1 multi-query, anything between grouped-query attention.
        d_ff: Hidden width of the feed-forward part; gated activations have two input matrices of that width.
        position: How order enters: rotary embedding, linear biases (ALiBi), sinusoids added to the input, or nothing
            but the causal mask.
        qk_norm: RMSNorm over each head's queries and keys.
        tied: Whether input embedding and output projection share their matrix.
        dropout: Rate on the output of each sub-layer while training.
        window: Tokens that a position sees, itself included; 0 is all of the past.
        token_shift: Whether embeddings, and what keys are computed from, also hold a learned share of the token before.
        mixer: The block family that mixes positions, a key of `search_spaces.decoder.mixers.MIXERS`.
    """

    n_layers: int
    d_model: int
    n_heads: int
    n_kv_heads: int
    d_ff: int
    activation: str
    norm: str
    position: str
    qk_norm: bool
    tied: bool
    dropout: float
    window: int
    vocab_size: int
    token_shift: bool = False
    mixer: str = "attention"

    def __post_init__(self) -> None:
        for name in ("n_layers", "d_model", "n_heads", "n_kv_heads", "d_ff", "vocab_size"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1, got {getattr(self, name)}")
        if self.d_model % self.n_heads or self.head_size % 2:
            raise ValueError(
                f"d_model must be n_heads times an even head size, got {self.d_model} with {self.n_heads} heads"
            )
        if self.n_heads % self.n_kv_heads:
            raise ValueError(f"n_kv_heads must divide n_heads = {self.n_heads}, got {self.n_kv_heads}")
        for name, known in (("activation", ACTIVATIONS), ("norm", NORMS), ("position", POSITIONS)):
            if getattr(self, name) not in known:
                raise ValueError(f"{name} must be one of {', '.join(known)}, got {getattr(self, name)!r}")
        if not 0 <= self.dropout < 1:
            raise ValueError(f"dropout must lie in [0, 1), got {self.dropout}")
        if self.window < 0:
            raise ValueError(f"window must be 0 (full) or a number of tokens, got {self.window}")

    @property
    def head_size(self) -> int:
        return self.d_model // self.n_heads

    @property
    def gated(self) -> bool:
        return self.activation in GATED

    def parameters_by_part(self) -> dict[str, int]:
        """Returns the exact number of trainable numbers in each part of the network."""
        norm = self.d_model * (2 if self.norm == "layernorm" else 1)  # LayerNorm has a bias, RMSNorm has none
        return {
            "embedding": self.vocab_size * self.d_model,
            "token_shift": self.d_model if self.token_shift else 0,
            "mixers": self.n_layers * MIXER_PARAMETERS[self.mixer](self),
            "feed_forward": self.n_layers * (3 if self.gated else 2) * self.d_model * self.d_ff,
            "norms": (2 * self.n_layers + 1) * norm,
            "output": 0 if self.tied else self.vocab_size * self.d_model,
        }

    def tensors(self) -> dict[str, tuple[int, ...]]:
        """Returns the sizes of the network's tensors by the names it gives them; a tied embedding is there once."""
        width, matrices = self.d_model, ("up", "gate", "down") if self.gated else ("up", "down")
        sizes: dict[str, tuple[int, ...]] = {"embedding.weight": (self.vocab_size, width)}
        sizes |= {"shift.weight": (width,)} if self.token_shift else {}
        for layer in range(self.n_layers):
            block = {name: (width,) for norm in ("mixer_norm", "feed_forward_norm") for name in self._norm(norm)}
            block |= {f"mixer.{name}": dims for name, dims in MIXER_TENSORS[self.mixer](self).items()}
            for name in matrices:
                dims = (width, self.d_ff) if name == "down" else (self.d_ff, width)
                block[f"feed_forward.{name}.weight"] = dims
            sizes |= {f"blocks.{layer}.{name}": dims for name, dims in block.items()}
        sizes |= dict.fromkeys(self._norm("norm"), (width,))
        return sizes if self.tied else sizes | {"output.weight": (self.vocab_size, width)}

    def _norm(self, name: str) -> tuple[str, ...]:
        return (f"{name}.weight", f"{name}.bias") if self.norm == "layernorm" else (f"{name}.weight",)

    @property
    def parameters(self) -> int:
        """All parameters; a tied embedding counts once."""
        return sum(self.parameters_by_part().values())

    @property
    def parameters_non_embedding(self) -> int:
        """Parameters of the blocks and norms: neither embedding nor output projection."""
        parts = self.parameters_by_part()
        return sum(parts[name] for name in ("token_shift", "mixers", "feed_forward", "norms"))

    def flops_by_part(self, context: int) -> dict[str, float]:
        """Returns the training FLOPs of one token in each part at a context length, under the names of the parameters.

        6 a weight and 12 a key times width, as in Chowdhery et al. 2022 (PaLM), appendix B; the causal half of the
        attention scores is not discounted, a window is. Looking up an embedding costs nothing.
        """
        keys = min(context, self.window) if self.window else context
        flops = {name: 6.0 * count for name, count in self.parameters_by_part().items()}
        flops["embedding"] = 0.0
        flops["output"] = 6.0 * self.vocab_size * self.d_model
        flops["mixers"] += 12.0 * self.n_layers * self.d_model * keys
        return flops

    def flops_per_token(self, context: int) -> float:
        """Returns the training FLOPs of one token at a context length."""
        return sum(self.flops_by_part(context).values())

    def summary(self) -> str:
        """Returns the shape in one short line, as tables show it."""
        heads = f"{self.n_heads}/{self.n_kv_heads}h"
        extras = [self.position, self.norm, self.activation]
        extras += ["qk-norm"] if self.qk_norm else []
        extras += ["tied"] if self.tied else ["untied"]
        extras += ["shift"] if self.token_shift else []
        extras += [f"window {self.window}"] if self.window else []
        extras += [f"dropout {self.dropout:g}"] if self.dropout else []
        return f"{self.n_layers}x{self.d_model} {heads} ff{self.d_ff} v{self.vocab_size} {' '.join(extras)}"


def attention_parameters(shape: DecoderShape) -> int:
    """Queries, keys, values, output; with QK-norm a scale per head dimension for queries and keys; the token shift."""
    width = shape.d_model
    keys_values = 2 * width * shape.n_kv_heads * shape.head_size
    vectors = (2 * shape.head_size if shape.qk_norm else 0) + (width if shape.token_shift else 0)
    return 2 * width * width + keys_values + vectors


def attention_tensors(shape: DecoderShape) -> dict[str, tuple[int, ...]]:
    """Returns the sizes of the same numbers, by the names of the tensors that hold them."""
    width, heads = shape.d_model, shape.n_kv_heads * shape.head_size
    rows = {"query": width, "key": heads, "value": heads, "output": width}
    sizes: dict[str, tuple[int, ...]] = {f"{name}.weight": (count, width) for name, count in rows.items()}
    sizes |= {"key_shift.weight": (width,)} if shape.token_shift else {}
    scales = ("query_norm", "key_norm") if shape.qk_norm else ()
    return sizes | {f"{name}.weight": (shape.head_size,) for name in scales}


# How many parameters one layer's mixer has, and in which tensors: a block family's entries that need no torch. Tests
# hold them equal to the network that is built.
MIXER_PARAMETERS: dict[str, Callable[[Any], int]] = {"attention": attention_parameters}
MIXER_TENSORS: dict[str, Callable[[Any], dict[str, tuple[int, ...]]]] = {"attention": attention_tensors}
