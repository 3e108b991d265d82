"""A decoder that autonas has found, as a model of transformers.

This file is copied beside the weights of models that are no architecture of transformers' own; it needs nothing else
of autonas. Shapes: B batch, T new tokens, S all tokens so far, C channels, H heads, G key-value heads, D head size,
V vocabulary.
"""

from __future__ import annotations

import math
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from transformers import GenerationMixin, PreTrainedModel
from transformers.cache_utils import Cache, DynamicLayer
from transformers.modeling_outputs import BaseModelOutputWithPast, CausalLMOutputWithPast

from .configuration_autonas import AutonasConfig

__all__ = ["AutonasForCausalLM", "AutonasModel", "AutonasPreTrainedModel"]

# transformers calls what generation remembers past_key_values, and cache from 5.24 on.
CACHE = "cache" if "cache" in CausalLMOutputWithPast.__dataclass_fields__ else "past_key_values"


class ShiftedLayer(DynamicLayer):
    """Keys and values of one layer, and what the token shift reads: what came before the next token, (B, 1, C)."""

    is_croppable = False

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.before: dict[str, Tensor] = {}

    def reset(self) -> None:
        super().reset()
        self.before = {}

    def crop(self, *_: Any) -> None:
        raise NotImplementedError("a model with token shift cannot go back: it remembers one token")

    def reorder_cache(self, beam_idx: Tensor) -> None:
        super().reorder_cache(beam_idx)
        self.before = {name: x.index_select(0, beam_idx.to(x.device)) for name, x in self.before.items()}

    def batch_repeat_interleave(self, repeats: int) -> None:
        super().batch_repeat_interleave(repeats)
        self.before = {name: x.repeat_interleave(repeats, dim=0) for name, x in self.before.items()}

    def batch_select_indices(self, indices: Tensor) -> None:
        super().batch_select_indices(indices)
        self.before = {name: x[indices] for name, x in self.before.items()}


def new_cache(config: AutonasConfig) -> Cache:
    """Returns an empty cache for sequences of any length."""
    layer = ShiftedLayer if config.token_shift else DynamicLayer
    return Cache(layers=[layer() for _ in range(config.num_hidden_layers)])


class TokenShift(nn.Module):
    """x[t] + weight * x[t - 1], one weight a channel, zero at the start and after padding."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(width))

    def forward(self, x: Tensor, real: Tensor | None, memory: dict[str, Tensor] | None, name: str) -> Tensor:
        """Shifts (B, T, C); `real` (B, T, 1) is 0 where there is padding, `memory[name]` what came before."""
        source = x if real is None else x * real
        before = None if memory is None else memory.get(name)
        if memory is not None:
            memory[name] = source[:, -1:]
        if before is None:
            previous = F.pad(source[:, :-1], (0, 0, 1, 0))
        else:
            previous = torch.cat([before.to(x.dtype), source[:, :-1]], dim=1)
        return x + self.weight * previous


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
        source = self.k_shift(x, seen.real, seen.memory(layer), "keys") if config.token_shift else x
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
    """x + attention(norm(x)), then x + feed_forward(norm(x))."""

    def __init__(self, config: AutonasConfig) -> None:
        super().__init__()
        self.input_layernorm, self.post_attention_layernorm = _norm(config), _norm(config)
        self.self_attn, self.mlp = Attention(config), FeedForward(config)
        self.dropout = nn.Dropout(config.dropout)

    def forward(self, x: Tensor, layer: int, seen: Seen) -> Tensor:
        x = x + self.dropout(self.self_attn(self.input_layernorm(x), layer, seen))
        return x + self.dropout(self.mlp(self.post_attention_layernorm(x)))


class Seen:
    """What all layers share: the cache, what is padding, positions as rotations, and who sees whom."""

    def __init__(
        self, config: AutonasConfig, x: Tensor, mask: Tensor | None, positions: Tensor | None, cache: Cache | None
    ) -> None:
        past, time = cache.get_seq_length() if cache is not None else 0, x.shape[1]
        if mask is not None and mask.dim() != 2:
            raise ValueError(f"attention_mask must have two dimensions, got {mask.dim()}: use the dynamic cache")
        self.cache = cache
        self.real = None if mask is None else mask[:, past : past + time, None].to(x.dtype)  # (B, T, 1)
        if positions is None and mask is not None:
            positions = (mask.long().cumsum(-1) - 1).clamp(min=0)[:, past : past + time]
        elif positions is None:
            positions = torch.arange(past, past + time, device=x.device)[None]
        self.positions = positions  # (B or 1, T)
        self.rotation = _rotation(config, positions, x.dtype) if config.position == "rope" else None
        self.bias = _bias(config, past, time, mask, x)

    def memory(self, layer: int) -> dict[str, Tensor] | None:
        """Returns what a layer remembers of the token before; None without a cache."""
        if self.cache is None:
            return None
        kept = self.cache.layers[layer]
        if not isinstance(kept, ShiftedLayer):
            raise ValueError("a model with token shift needs its own cache: call it without one, with use_cache=True")
        return kept.before


def _norm(config: AutonasConfig) -> nn.Module:
    kind = nn.LayerNorm if config.norm == "layernorm" else nn.RMSNorm
    return kind(config.hidden_size, eps=config.norm_eps)


def _rotation(config: AutonasConfig, positions: Tensor, dtype: torch.dtype) -> tuple[Tensor, Tensor]:
    """Returns cosines and sines, (B or 1, 1, T, D): the two halves of a head form the pairs."""
    steps = torch.arange(0, config.head_dim, 2, device=positions.device, dtype=torch.float32)
    angles = positions[:, None, :, None].float() * config.rotary_base ** (-steps / config.head_dim)
    angles = torch.cat([angles, angles], dim=-1)
    return angles.cos().to(dtype), angles.sin().to(dtype)


def _rotate(x: Tensor, cosine: Tensor, sine: Tensor) -> Tensor:
    low, high = x.chunk(2, dim=-1)
    return x * cosine + torch.cat([-high, low], dim=-1) * sine


def _bias(config: AutonasConfig, past: int, time: int, mask: Tensor | None, x: Tensor) -> Tensor:
    """Returns what is added to the scores, (B or 1, H or 1, T, S): very little where a query must not look."""
    queries = torch.arange(past, past + time, device=x.device)[:, None]
    distance = queries - torch.arange(past + time, device=x.device)[None]  # (T, S)
    hidden = distance < 0
    if config.window:
        hidden = hidden | (distance >= config.window)
    hidden = hidden[None, None]
    if mask is not None:
        hidden = hidden | ~mask[:, None, None, : past + time].bool()
    slopes = torch.zeros(1, device=x.device)
    if config.position == "alibi":
        heads = config.num_attention_heads
        slopes = 2.0 ** (-8.0 * torch.arange(1, heads + 1, device=x.device) / heads)
    bias = (-slopes[:, None, None] * distance.clamp(min=0))[None]  # (1, H or 1, T, S)
    # A finite number: what stands before padding sees nothing, and must not become NaN.
    return bias.to(x.dtype).masked_fill(hidden, torch.finfo(x.dtype).min)


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
        return False  # the token shift has something of its own to remember, so `forward` makes the cache

    @property
    def _is_stateful(self) -> bool:
        return self.config.token_shift  # then generation cannot be rolled back


class AutonasModel(AutonasPreTrainedModel):
    """Token ids to what the output projection reads."""

    def __init__(self, config: AutonasConfig) -> None:
        super().__init__(config)
        self.embed_tokens = nn.Embedding(config.vocab_size, config.hidden_size)
        if config.token_shift:
            self.shift = TokenShift(config.hidden_size)
        self.layers = nn.ModuleList(Block(config) for _ in range(config.num_hidden_layers))
        self.norm = _norm(config)
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
        if use_cache and cache is None:
            cache = new_cache(config)
        x = self.embed_tokens(input_ids) if inputs_embeds is None else inputs_embeds
        x = F.rms_norm(x, (config.hidden_size,), eps=config.norm_eps)
        seen = Seen(config, x, attention_mask, position_ids, cache)
        if config.token_shift:
            x = self.shift(x, seen.real, seen.memory(0), "embedding")
        if config.position == "sinusoidal":
            x = x + _sinusoids(seen.positions, config.hidden_size, x.dtype)
        for index, block in enumerate(self.layers):
            x = block(x, index, seen)
        return BaseModelOutputWithPast(last_hidden_state=self.norm(x), **{CACHE: cache if use_cache else None})


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
        position_ids: Tensor | None = None,
        cache: Cache | None = None,
        past_key_values: Cache | None = None,
        inputs_embeds: Tensor | None = None,
        labels: Tensor | None = None,
        use_cache: bool | None = None,
        logits_to_keep: int | Tensor = 0,
        **kwargs: Any,
    ) -> CausalLMOutputWithPast:
        """Maps ids (B, T) to logits (B, T, V), or to those of the last `logits_to_keep` positions."""
        output = self.model(
            input_ids=input_ids,
            attention_mask=attention_mask,
            position_ids=position_ids,
            cache=cache if cache is not None else past_key_values,
            inputs_embeds=inputs_embeds,
            use_cache=use_cache,
        )
        kept = slice(-logits_to_keep, None) if isinstance(logits_to_keep, int) else logits_to_keep
        logits = self.lm_head(output.last_hidden_state[:, kept])
        loss = None
        if labels is not None:
            loss = self.loss_function(logits=logits, labels=labels, vocab_size=self.config.vocab_size, **kwargs)
        return CausalLMOutputWithPast(loss=loss, logits=logits, **{CACHE: output.get(CACHE)})
