"""The architecture of a decoder that autonas has found, in the form that transformers reads.

This file is copied beside the weights of models that are no architecture of transformers' own; it needs nothing else
of autonas.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from transformers import PreTrainedConfig

__all__ = ["AutonasConfig"]


class AutonasConfig(PreTrainedConfig):
    """A causal decoder with pre-normalisation and no biases in its matrices.

    Attributes:
        hidden_act: "gelu" (tanh form), "silu", "relu_squared", or gated: "geglu", "swiglu".
        norm: "rmsnorm" or "layernorm".
        position: "rope", "alibi", "sinusoidal" or "none".
        qk_norm: RMSNorm over each head's queries and keys.
        token_shift: Whether embeddings, and what keys are computed from, also hold a share of the token before.
        window: Tokens that a position sees, itself included; 0 is all of the past.
        mixers: The block family of each layer; None is attention in all of them.
        expansion: Width of the values in units of hidden_size, in the families "deltanet" and "mamba2".
        state_size: In "mamba2", numbers of state for each value.
        conv_size: Tokens that the short convolution in "deltanet" and "mamba2" sees; 0 is no convolution.
        rwkv7_ranks: In "rwkv7", the ranks of decay and learning rate, and of the gate.
    """

    model_type = "autonas"
    keys_to_ignore_at_inference = ["cache", "past_key_values"]  # noqa: RUF012 - as transformers declares it
    # The names that the block families know: a configuration is a shape to them.
    attribute_map = {  # noqa: RUF012 - as transformers declares it
        "n_layers": "num_hidden_layers",
        "d_model": "hidden_size",
        "n_heads": "num_attention_heads",
        "head_size": "head_dim",
    }

    def __init__(
        self,
        vocab_size: int = 1024,
        hidden_size: int = 128,
        intermediate_size: int = 512,
        num_hidden_layers: int = 2,
        num_attention_heads: int = 2,
        num_key_value_heads: int = 2,
        hidden_act: str = "gelu",
        norm: str = "rmsnorm",
        norm_eps: float = 1e-6,
        position: str = "rope",
        rotary_base: float = 10_000.0,
        qk_norm: bool = False,
        token_shift: bool = False,
        window: int = 0,
        dropout: float = 0.0,
        mixers: Sequence[str] | None = None,
        expansion: int = 1,
        state_size: int = 0,
        conv_size: int = 0,
        rwkv7_ranks: Sequence[int] = (),
        max_position_embeddings: int = 512,
        use_cache: bool = True,
        tie_word_embeddings: bool = True,
        **kwargs: Any,
    ) -> None:
        self.vocab_size = vocab_size
        self.hidden_size = hidden_size
        self.intermediate_size = intermediate_size
        self.num_hidden_layers = num_hidden_layers
        self.num_attention_heads = num_attention_heads
        self.num_key_value_heads = num_key_value_heads
        self.head_dim = hidden_size // num_attention_heads
        self.hidden_act = hidden_act
        self.norm = norm
        self.norm_eps = norm_eps
        self.position = position
        self.rotary_base = rotary_base
        self.qk_norm = qk_norm
        self.token_shift = token_shift
        self.window = window
        self.dropout = dropout
        self.mixers = list(mixers) if mixers is not None else ["attention"] * num_hidden_layers
        self.expansion = expansion
        self.state_size = state_size
        self.conv_size = conv_size
        self.rwkv7_ranks = list(rwkv7_ranks)
        self.max_position_embeddings = max_position_embeddings
        self.use_cache = use_cache
        kwargs.pop("head_dim", None)
        super().__init__(tie_word_embeddings=tie_word_embeddings, **kwargs)

    @property
    def stateful(self) -> bool:
        """Whether anything but keys and values is left of the past, which is not to be undone."""
        return self.token_shift or any(mixer != "attention" for mixer in self.mixers)
