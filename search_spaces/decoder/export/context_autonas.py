"""What the layers of a decoder that autonas has found share: its memory of the past, what is padding, and positions.

This file is copied beside the weights of models that are no architecture of transformers' own. Shapes: B batch, T new
tokens, S all tokens so far, C channels, H heads, D head size.
"""

from __future__ import annotations

from typing import Any, NoReturn

import torch
import torch.nn.functional as F
from torch import Tensor
from transformers.cache_utils import Cache, CacheLayerMixin, DynamicLayer

from search_spaces.decoder.export.configuration_autonas import AutonasConfig

__all__ = ["Seen", "ShiftedLayer", "StateLayer"]


class ShiftedLayer(DynamicLayer):
    """Keys and values of one layer, and what the token shift reads: what came before the next token, (B, 1, C)."""

    is_croppable = False

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.recent: dict[str, Tensor] = {}

    def reset(self) -> None:
        super().reset()
        self.recent = {}

    def crop(self, *_: Any) -> NoReturn:
        raise NotImplementedError("a model with token shift cannot go back: it remembers one token")

    def reorder_cache(self, beam_idx: Tensor) -> None:
        super().reorder_cache(beam_idx)
        self.recent = {name: x.index_select(0, beam_idx.to(x.device)) for name, x in self.recent.items()}

    def batch_repeat_interleave(self, repeats: int) -> None:
        super().batch_repeat_interleave(repeats)
        self.recent = {name: x.repeat_interleave(repeats, dim=0) for name, x in self.recent.items()}

    def batch_select_indices(self, indices: Tensor) -> None:
        super().batch_select_indices(indices)
        self.recent = {name: x[indices] for name, x in self.recent.items()}


class StateLayer(CacheLayerMixin):
    """The memory of one layer that keeps a state instead of keys and values: its size does not grow with the text.

    Args:
        kept: What the layer's mixer has made for a batch: `state` (B, ...), the last inputs by names in `recent`, and
            the number of tokens seen in `length`.
    """

    def __init__(self, kept: Any) -> None:
        super().__init__()
        self.kept, self.is_initialized = kept, True

    @property
    def recent(self) -> dict[str, Tensor]:
        return self.kept.recent

    def lazy_initialization(self, *_: Any) -> None:
        """Nothing is left to do: the mixer knows all sizes."""

    def update(self, *_: Any, **__: Any) -> NoReturn:
        raise NotImplementedError("a layer with a recurrent state has no keys and values")

    def get_mask_sizes(self, query_length: int) -> tuple[int, int]:
        return self.kept.length + query_length, 0

    def get_seq_length(self) -> int:
        return self.kept.length

    def get_max_length(self) -> int:
        return -1  # it holds any number of tokens

    def get_max_cache_shape(self) -> int:  # its name before transformers 5.24
        return self.get_max_length()

    def reset(self) -> None:
        self.kept.state, self.kept.length = torch.zeros_like(self.kept.state), 0
        self.kept.recent = {}

    def crop(self, *_: Any) -> NoReturn:
        raise NotImplementedError("a model with a recurrent state cannot go back: the state holds all tokens at once")

    def reorder_cache(self, beam_idx: Tensor) -> None:
        self.batch_select_indices(beam_idx)

    def batch_repeat_interleave(self, repeats: int) -> None:
        rows = torch.arange(self.kept.state.shape[0], device=self.kept.state.device)
        self.batch_select_indices(rows.repeat_interleave(repeats))

    def batch_select_indices(self, indices: Tensor) -> None:
        self.kept.select(indices.to(self.kept.state.device))


class Seen:
    """What all layers share in one call: the cache, what is padding, positions as rotations, and who sees whom."""

    def __init__(
        self, config: AutonasConfig, x: Tensor, mask: Tensor | None, positions: Tensor | None, cache: Cache | None
    ) -> None:
        past, time = cache.get_seq_length() if cache is not None else 0, x.shape[1]
        if mask is not None:
            _check_mask(config, mask)
        self.cache = cache
        self.real = None if mask is None else mask[:, past : past + time, None].to(x.dtype)  # (B, T, 1)
        if positions is None and mask is not None:
            positions = (mask.long().cumsum(-1) - 1).clamp(min=0)[:, past : past + time]
        elif positions is None:
            positions = torch.arange(past, past + time, device=x.device)[None]
        self.positions = positions  # (B or 1, T)
        self.rotation = _rotation(config, positions, x.dtype) if config.position == "rope" else None
        self.bias = _bias(config, past, time, mask, x) if "attention" in config.mixers else None

    def kept(self, layer: int) -> Any:
        """Returns what the mixer of a layer with a state goes on from; None without a cache."""
        return None if self.cache is None else self.cache.layers[layer].kept

    def before(self, layer: int, name: str, x: Tensor) -> Tensor | None:
        """Returns what came before x (B, T, C) in a layer, (B, 1, C) or None, and keeps what comes before the next."""
        if self.cache is None:
            return None
        recent = self.cache.layers[layer].recent
        found, recent[name] = recent.get(name), x[:, -1:]
        return found


def _check_mask(config: AutonasConfig, mask: Tensor) -> None:
    if mask.dim() != 2:
        raise ValueError(f"attention_mask must have two dimensions, got {mask.dim()}: use the dynamic cache")
    if config.stateful and (F.pad(mask.long(), (1, 0)).diff() > 0).sum(-1).max() > 1:
        raise ValueError(
            "a model with token shift or a recurrent state takes no padding between tokens: pad on the left"
        )


def _rotation(config: AutonasConfig, positions: Tensor, dtype: torch.dtype) -> tuple[Tensor, Tensor]:
    """Returns cosines and sines, (B or 1, 1, T, D): the two halves of a head form the pairs."""
    steps = torch.arange(0, config.head_dim, 2, device=positions.device, dtype=torch.float32)
    angles = positions[:, None, :, None].float() * config.rotary_base ** (-steps / config.head_dim)
    angles = torch.cat([angles, angles], dim=-1)
    return angles.cos().to(dtype), angles.sin().to(dtype)


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
