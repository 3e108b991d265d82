"""The shape of a causal decoder: every choice that makes one network differ from another, and what follows from it.

Torch-free, so that the engine can count parameters and enforce constraints before anything is built.
"""

from __future__ import annotations

from dataclasses import dataclass

from autonas.protocols import later
from search_spaces.decoder.families import (
    ATTENTION,
    CONVOLVING,
    EXPANDING,
    MIXER_FLOPS,
    MIXER_TENSORS,
    has_attention,
    layer_mixers,
    mixer_parameters,
    rwkv7_ranks,
)

__all__ = ["ACTIVATIONS", "GATED", "NORMS", "POSITIONS", "DecoderShape"]

ACTIVATIONS = ("gelu", "silu", "relu_squared", "geglu", "swiglu")
GATED = frozenset({"geglu", "swiglu"})  # two input matrices, one of them through the non-linearity
NORMS = ("layernorm", "rmsnorm")
POSITIONS = ("rope", "alibi", "sinusoidal", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class DecoderShape:
    """A causal decoder with pre-normalisation and no biases in its matrices; its blocks mix positions by any family.

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
        attention_every: One layer in each group of so many is attention instead; 0 is none.
        attention_first: Whether it is the first of its group, not the last.
        expansion: Width of the values in units of d_model, in Gated DeltaNet and Mamba-2.
        state_size: Of Mamba-2: numbers of state for each value.
        conv_size: Tokens that the short convolution before Gated DeltaNet and Mamba-2 sees; 0 is no convolution.
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
    mixer: str = ATTENTION
    attention_every: int = later(0)
    attention_first: bool = later(False)
    expansion: int = later(1)
    state_size: int = later(0)
    conv_size: int = later(0)

    def __post_init__(self) -> None:
        for name in ("n_layers", "d_model", "n_heads", "n_kv_heads", "d_ff", "vocab_size", "expansion"):
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
        for name in ("attention_every", "state_size", "conv_size"):
            if getattr(self, name) < 0:
                raise ValueError(f"{name} must be at least 0, got {getattr(self, name)}")
        if self.mixer == "mamba2" and self.state_size < 1:
            raise ValueError(f"state_size must be at least 1 with mamba2, got {self.state_size}")
        if self.window < 0:
            raise ValueError(f"window must be 0 (full) or a number of tokens, got {self.window}")

    @property
    def head_size(self) -> int:
        return self.d_model // self.n_heads

    @property
    def mixers(self) -> tuple[str, ...]:
        """The block family of each layer."""
        return layer_mixers(self)

    @property
    def rwkv7_ranks(self) -> tuple[int, int]:
        """The ranks of decay and learning rate, and of the gate, in RWKV-7."""
        return rwkv7_ranks(self.d_model)

    @property
    def gated(self) -> bool:
        return self.activation in GATED

    def parameters_by_part(self) -> dict[str, int]:
        """Returns the exact number of trainable numbers in each part of the network."""
        norm = self.d_model * (2 if self.norm == "layernorm" else 1)  # LayerNorm has a bias, RMSNorm has none
        return {
            "embedding": self.vocab_size * self.d_model,
            "token_shift": self.d_model if self.token_shift else 0,
            "mixers": sum(mixer_parameters(self, mixer) for mixer in self.mixers),
            "feed_forward": self.n_layers * (3 if self.gated else 2) * self.d_model * self.d_ff,
            "norms": (2 * self.n_layers + 1) * norm,
            "output": 0 if self.tied else self.vocab_size * self.d_model,
        }

    def tensors(self) -> dict[str, tuple[int, ...]]:
        """Returns the sizes of the network's tensors by the names it gives them; a tied embedding is there once."""
        width, matrices = self.d_model, ("up", "gate", "down") if self.gated else ("up", "down")
        sizes: dict[str, tuple[int, ...]] = {"embedding.weight": (self.vocab_size, width)}
        sizes |= {"shift.weight": (width,)} if self.token_shift else {}
        for layer, mixer in enumerate(self.mixers):
            block = {name: (width,) for norm in ("mixer_norm", "feed_forward_norm") for name in self._norm(norm)}
            block |= {f"mixer.{name}": dims for name, dims in MIXER_TENSORS[mixer](self).items()}
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

        6 a weight, as in Chowdhery et al. 2022 (PaLM), appendix B, and what `MIXER_FLOPS` says of the families. Looking
        up an embedding costs nothing.
        """
        flops = {name: 6.0 * count for name, count in self.parameters_by_part().items()}
        flops["embedding"] = 0.0
        flops["output"] = 6.0 * self.vocab_size * self.d_model
        flops["mixers"] += sum(MIXER_FLOPS[mixer](self, context) for mixer in self.mixers)
        return flops

    def flops_per_token(self, context: int) -> float:
        """Returns the training FLOPs of one token at a context length."""
        return sum(self.flops_by_part(context).values())

    def summary(self) -> str:
        """Returns the shape in one short line, as tables show it."""
        heads = f"{self.n_heads}/{self.n_kv_heads}h" if has_attention(self) else f"{self.n_heads}h"
        extras = [self.position, self.norm, self.activation]
        extras += ["qk-norm"] if self.qk_norm else []
        extras += ["tied"] if self.tied else ["untied"]
        extras += ["shift"] if self.token_shift else []
        extras += [f"window {self.window}"] if self.window else []
        extras += [f"dropout {self.dropout:g}"] if self.dropout else []
        size = f"{self.n_layers}x{self.d_model} {self._mixer_words()}{heads}"
        return f"{size} ff{self.d_ff} v{self.vocab_size} {' '.join(extras)}"

    def _mixer_words(self) -> str:
        if self.mixer == ATTENTION:
            return ""
        words = self.mixer
        words += f"-s{self.state_size}" if self.mixer == "mamba2" else ""
        words += f"-v{self.expansion}" if self.mixer in EXPANDING and self.expansion > 1 else ""
        words += f"-c{self.conv_size}" if self.mixer in CONVOLVING and self.conv_size else ""
        if self.attention_every:
            words += f"+attention {'first' if self.attention_first else 'last'} of {self.attention_every}"
        return words + " "
