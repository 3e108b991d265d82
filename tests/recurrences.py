"""The linear families' recurrences: what they read, and the loops of their papers, which every form must equal."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import torch
import torch.nn.functional as F
from torch import Tensor

from search_spaces.decoder.mixers.deltanet import chunked_delta_rule, delta_rule_step
from search_spaces.decoder.mixers.mamba2 import chunked_state_space, state_space_step
from search_spaces.decoder.mixers.rwkv7 import chunked_general_delta_rule, general_delta_rule_step

WIDTH = 6  # of a head in the tests of the recurrences alone


def inputs(family: str, time: int, seed: int = 0, *, batch: int = 2, width: int = WIDTH) -> tuple[Tensor, ...]:
    """Returns what a family's recurrence reads, in float64, and a state to start from.

    `width` is that of a head; where widths may differ, keys and values have others near it.
    """
    generator = torch.Generator().manual_seed(seed)

    def random(*size: int) -> Tensor:
        return torch.randn(size, generator=generator, dtype=torch.float64)

    wide, values = (batch, time, 3, width), width - 2
    if family == "deltanet":
        query, key, value = random(*wide), F.normalize(random(*wide), dim=-1), random(batch, time, 3, values)
        decay, strength = -random(*wide[:3]).exp() * 0.2, random(*wide[:3]).sigmoid()
        return query, key, value, decay, strength, random(batch, 3, width, values)
    if family == "mamba2":
        size = (batch, time, width - 1)
        value, decay = random(batch, time, 3, values), -random(*wide[:3]).exp() * 0.2
        return random(*size), random(*size), value, decay, random(batch, 3, width - 1, values)
    removal = F.normalize(random(*wide), dim=-1)
    decay, rate = -math.exp(-0.5) * random(*wide).sigmoid(), random(*wide).sigmoid()
    return random(*wide), random(*wide), random(*wide), decay, removal, rate, random(batch, 3, width, width)


def delta_rule(q: Tensor, k: Tensor, v: Tensor, g: Tensor, b: Tensor, state: Tensor) -> tuple[Tensor, Tensor]:
    """arXiv 2412.06464, the state transposed: S <- a (I - b k k^T) S + b k v^T, o = S^T q."""
    outputs = []
    for t in range(q.shape[1]):
        key, strength = k[:, t, :, :, None], b[:, t, :, None, None]
        forget = torch.eye(k.shape[-1], dtype=k.dtype) - strength * key @ key.mT
        state = g[:, t, :, None, None].exp() * forget @ state + strength * key @ v[:, t, :, None]
        outputs.append((state.mT @ q[:, t, :, :, None])[..., 0])
    return torch.stack(outputs, dim=1), state


def state_space(c: Tensor, b: Tensor, x: Tensor, g: Tensor, state: Tensor) -> tuple[Tensor, Tensor]:
    """arXiv 2405.21060 with a scalar decay: S <- a S + b x^T, y = S^T c."""
    outputs = []
    for t in range(c.shape[1]):
        state = g[:, t, :, None, None].exp() * state + b[:, t, None, :, None] * x[:, t, :, None]
        outputs.append((state.mT @ c[:, t, None, :, None])[..., 0])
    return torch.stack(outputs, dim=1), state


def general_delta_rule(
    q: Tensor, k: Tensor, v: Tensor, g: Tensor, r: Tensor, a: Tensor, state: Tensor
) -> tuple[Tensor, Tensor]:
    """arXiv 2503.14456, in the paper's orientation: S <- S (diag(w) - r^T (a r)) + v^T k, o = S q."""
    rows, outputs = state.mT, []
    for t in range(q.shape[1]):
        removal = r[:, t, :, :, None] @ (a[:, t] * r[:, t])[:, :, None]  # (B, H, K, K)
        rows = rows @ (torch.diag_embed(g[:, t].exp()) - removal) + v[:, t, :, :, None] @ k[:, t, :, None]
        outputs.append((rows @ q[:, t, :, :, None])[..., 0])
    return torch.stack(outputs, dim=1), rows.mT


Rule = Callable[..., tuple[Tensor, Tensor]]
RULES: dict[str, tuple[Rule, Rule, Rule]] = {
    "deltanet": (delta_rule, chunked_delta_rule, delta_rule_step),
    "mamba2": (state_space, chunked_state_space, state_space_step),
    "rwkv7": (general_delta_rule, chunked_general_delta_rule, general_delta_rule_step),
}


def close(found: Tensor, expected: Tensor, tolerance: float) -> None:
    torch.testing.assert_close(found.double(), expected.double(), rtol=tolerance, atol=tolerance)


def with_one_key(family: str, given: Sequence[Tensor]) -> list[Tensor]:
    """The inputs of "deltanet" or "rwkv7" with one key at all places, written in full and never forgotten."""
    given = list(given)
    place = 1 if family == "deltanet" else 4
    given[place] = given[place][:, :1].expand_as(given[place])
    if family == "deltanet":
        given[3], given[4] = torch.zeros_like(given[3]), torch.ones_like(given[4])
    else:
        given[5] = torch.ones_like(given[5])
    return given
