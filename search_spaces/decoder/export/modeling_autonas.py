"""A decoder that autonas has found, as a model of transformers.

This file is copied beside the weights of models that are no architecture of transformers' own, with what it imports;
it needs nothing else of autonas. Shapes: B batch, T new tokens, C channels, H heads, G key-value heads, D head size, V
vocabulary.
"""

from __future__ import annotations

import math
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from transformers import GenerationMixin, PreTrainedModel
from transformers.cache_utils import Cache, CacheLayerMixin, DynamicLayer
from transformers.modeling_outputs import BaseModelOutputWithPast, CausalLMOutputWithPast

from search_spaces.decoder.export.configuration_autonas import AutonasConfig
from search_spaces.decoder.export.context_autonas import Seen, ShiftedLayer, StateLayer
from search_spaces.decoder.mixers import MIXERS
from search_spaces.decoder.token_shift import TokenShift

__all__ = ["AutonasForCausalLM", "AutonasModel", "AutonasPreTrainedModel"]

# transformers calls what generation remembers past_key_values, and cache from 5.24 on.
CACHE = "cache" if "cache" in CausalLMOutputWithPast.__dataclass_fields__ else "past_key_values"


class Attention(nn.Module):
    """Grouped-query attention with rotary, ALiBi or no positions of its own."""

    def __init__(self, config: AutonasConfig) -> None:
        super().__init__()
        self.config = config
        width, keys = config.hidden_size, config.num_key_value_heads * config.head_dim
        self.q_proj = nn.Linear(width, width, bias=False)
        self.k_proj = nn.Linear(width, keys, bias=False)
        self.v_proj = nn.Linear(width, keys, bias=False)
        self.o_proj = nn.Linear(width, width, bias=False)
        if config.token_shift:
            self.k_shift = TokenShift(width)
        if config.qk_norm:
            self.q_norm = nn.RMSNorm(config.head_dim, eps=config.norm_eps)
            self.k_norm = nn.RMSNorm(config.head_dim, eps=config.norm_eps)

    def forward(self, x: Tensor, layer: int, seen: Seen) -> Tensor:
        config, (batch, time, width) = self.config, x.shape
        source = self.k_shift(x, seen.before(layer, "keys", x)) if config.token_shift else x
        query = self.q_proj(x).view(batch, time, -1, config.head_dim).transpose(1, 2)  # (B, H, T, D)
        key = self.k_proj(source).view(batch, time, -1, config.head_dim).transpose(1, 2)  # (B, G, T, D)
        value = self.v_proj(x).view(batch, time, -1, config.head_dim).transpose(1, 2)
        if config.qk_norm:
            query, key = self.q_norm(query), self.k_norm(key)
        if seen.rotation is not None:
            query, key = _rotate(query, *seen.rotation), _rotate(key, *seen.rotation)
        if seen.cache is not None:
            key, value = seen.cache.update(key, value, layer)
        groups = config.num_attention_heads // config.num_key_value_heads
        if groups > 1:
            key, value = key.repeat_interleave(groups, dim=1), value.repeat_interleave(groups, dim=1)
        mixed = F.scaled_dot_product_attention(query, key, value, attn_mask=seen.bias)
        return self.o_proj(mixed.transpose(1, 2).reshape(batch, time, width))


class FeedForward(nn.Module):
    """Two matrices with a non-linearity between them, or a gated unit of three."""

    def __init__(self, config: AutonasConfig) -> None:
        super().__init__()
        self.kind = config.hidden_act
        self.up_proj = nn.Linear(config.hidden_size, config.intermediate_size, bias=False)
        if self.kind in ("geglu", "swiglu"):
            self.gate_proj = nn.Linear(config.hidden_size, config.intermediate_size, bias=False)
        self.down_proj = nn.Linear(config.intermediate_size, config.hidden_size, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        hidden = self.up_proj(x)
        if self.kind == "swiglu":
            return self.down_proj(F.silu(self.gate_proj(x)) * hidden)
        if self.kind == "geglu":
            return self.down_proj(F.gelu(self.gate_proj(x), approximate="tanh") * hidden)
        if self.kind == "relu_squared":
            return self.down_proj(F.relu(hidden).square())
        return self.down_proj(F.silu(hidden) if self.kind == "silu" else F.gelu(hidden, approximate="tanh"))


class Block(nn.Module):
    """x + mixer(norm(x)), then x + feed_forward(norm(x)). The mixer is attention or of a family that keeps a state."""

    def __init__(self, config: AutonasConfig, layer: int) -> None:
        super().__init__()
        self.config, self.linear = config, config.mixers[layer] != "attention"
        self.input_layernorm, self.post_attention_layernorm = _norm(config), _norm(config)
        if self.linear:
            mixer = MIXERS[config.mixers[layer]](config, layer)
            # It makes some of its parameters in float32; transformers makes models in the dtype that is asked for.
            self.mixer, self.memory = mixer.to(torch.get_default_dtype()), StateLayer
        else:
            self.self_attn, self.memory = Attention(config), ShiftedLayer if config.token_shift else DynamicLayer
        self.mlp = FeedForward(config)
        self.dropout = nn.Dropout(config.dropout)

    def forward(self, x: Tensor, layer: int, seen: Seen) -> Tensor:
        inner = self.input_layernorm(x)
        if self.config.stateful and seen.real is not None:
            inner = inner * seen.real  # from nothing but zeros no family remembers anything
        mixed = self.mixer(inner, seen.kept(layer)) if self.linear else self.self_attn(inner, layer, seen)
        x = x + self.dropout(mixed)
        return x + self.dropout(self.mlp(self.post_attention_layernorm(x)))

    def new_cache(self, batch_size: int) -> CacheLayerMixin:
        """Returns an empty memory for this layer."""
        return self.memory(self.mixer.new_cache(batch_size, 0)) if self.linear else self.memory()

    def exact(self) -> set[str]:
        """Returns the names of what a recurrence reads in float32 whatever the matrices are loaded in."""
        if not self.linear:
            return set()
        own, parts = self.mixer.named_parameters(recurse=False), self.mixer.named_children()
        names = [name for name, vector in own if vector.dim() == 1]
        names += [f"{name}." for name, part in parts if isinstance(part, nn.GroupNorm)]
        return {f"mixer.{name}" for name in names}


def _norm(config: AutonasConfig) -> nn.Module:
    kind = nn.LayerNorm if config.norm == "layernorm" else nn.RMSNorm
    return kind(config.hidden_size, eps=config.norm_eps)


def _rotate(x: Tensor, cosine: Tensor, sine: Tensor) -> Tensor:
    low, high = x.chunk(2, dim=-1)
    return x * cosine + torch.cat([-high, low], dim=-1) * sine


def _sinusoids(positions: Tensor, width: int, dtype: torch.dtype) -> Tensor:
    """Returns (B or 1, T, C) sinusoids of the embeddings' size."""
    steps = torch.arange(0, width, 2, device=positions.device, dtype=torch.float32)
    angles = positions[..., None].float() * 10_000.0 ** (-steps / width)
    waves = torch.cat([angles.sin(), angles.cos()], dim=-1)[..., :width]
    return (waves * math.sqrt(2)).to(dtype)


class AutonasPreTrainedModel(PreTrainedModel):
    """What the models below share."""

    config_class = AutonasConfig
    base_model_prefix = "model"
    _supports_sdpa = True
    _no_split_modules = ["Block"]  # noqa: RUF012 - as transformers declares it

    @classmethod
    def _supports_default_dynamic_cache(cls) -> bool:
        return False  # some layers have something of their own to remember, so `forward` makes the cache

    @property
    def _is_stateful(self) -> bool:
        return self.config.stateful  # then generation cannot be rolled back


class AutonasModel(AutonasPreTrainedModel):
    """Token ids to what the output projection reads."""

    def __init__(self, config: AutonasConfig) -> None:
        super().__init__(config)
        self.embed_tokens = nn.Embedding(config.vocab_size, config.hidden_size)
        if config.token_shift:
            self.shift = TokenShift(config.hidden_size)
        self.layers = nn.ModuleList(Block(config, layer) for layer in range(config.num_hidden_layers))
        self.norm = _norm(config)
        self._keep_in_fp32_modules_strict = set().union(*(block.exact() for block in self.layers))
        self.post_init()

    def forward(
        self,
        input_ids: Tensor | None = None,
        attention_mask: Tensor | None = None,
        position_ids: Tensor | None = None,
        cache: Cache | None = None,
        past_key_values: Cache | None = None,
        inputs_embeds: Tensor | None = None,
        use_cache: bool | None = None,
        **_: Any,
    ) -> BaseModelOutputWithPast:
        """Maps ids (B, T), which continue those that the cache has seen, to (B, T, C)."""
        config, cache = self.config, cache if cache is not None else past_key_values
        if (input_ids is None) == (inputs_embeds is None):
            raise ValueError("give exactly one of input_ids and inputs_embeds")
        use_cache = use_cache if use_cache is not None else config.use_cache and not self.training
        x = self.embed_tokens(input_ids) if inputs_embeds is None else inputs_embeds
        x = F.rms_norm(x, (config.hidden_size,), eps=config.norm_eps)
        if cache is not None:
            self._check_cache(cache)
        elif use_cache:
            cache = Cache(layers=[block.new_cache(x.shape[0]) for block in self.layers])
        seen = Seen(config, x, attention_mask, position_ids, cache)
        if config.token_shift:
            x = x if seen.real is None else x * seen.real
            x = self.shift(x, seen.before(0, "embedding", x))
        if config.position == "sinusoidal":
            x = x + _sinusoids(seen.positions, config.hidden_size, x.dtype)
        for index, block in enumerate(self.layers):
            x = block(x, index, seen)
        return BaseModelOutputWithPast(last_hidden_state=self.norm(x), **{CACHE: cache if use_cache else None})

    def _check_cache(self, cache: Cache) -> None:
        own = [block.memory for block in self.layers]
        if self.config.stateful and own != [type(layer) for layer in cache.layers]:
            raise ValueError(
                "a model with token shift or a recurrent state needs its own cache: call it without one, with"
                " use_cache=True"
            )


class AutonasForCausalLM(AutonasPreTrainedModel, GenerationMixin):
    """A causal language model over token ids."""

    _tied_weights_keys = {"lm_head.weight": "model.embed_tokens.weight"}  # noqa: RUF012 - as transformers declares it

    def __init__(self, config: AutonasConfig) -> None:
        super().__init__(config)
        self.model = AutonasModel(config)
        self.lm_head = nn.Linear(config.hidden_size, config.vocab_size, bias=False)
        self.post_init()

    def forward(
        self,
        input_ids: Tensor | None = None,
        attention_mask: Tensor | None = None,
        labels: Tensor | None = None,
        logits_to_keep: int | Tensor = 0,
        **kwargs: Any,
    ) -> CausalLMOutputWithPast:
        """Maps ids (B, T) to logits (B, T, V), or to those of the last `logits_to_keep` positions.

        The other arguments are those of `AutonasModel.forward`, and with labels those of the library's loss.
        """
        output = self.model(input_ids=input_ids, attention_mask=attention_mask, **kwargs)
        kept = slice(-logits_to_keep, None) if isinstance(logits_to_keep, int) else logits_to_keep
        logits = self.lm_head(output.last_hidden_state[:, kept])
        loss = None
        if labels is not None:
            loss = self.loss_function(logits=logits, labels=labels, vocab_size=self.config.vocab_size, **kwargs)
        return CausalLMOutputWithPast(loss=loss, logits=logits, **{CACHE: output.get(CACHE)})
