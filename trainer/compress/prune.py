"""Smaller networks from a trained one, or the same network with its smallest weights at zero.

Structured pruning takes whole feed-forward channels, or whole layers: what is left is a plain network of another shape,
which needs nothing special to be trained, served or stored. Unstructured pruning keeps the shape and a mask.

Shapes: B batch, T time, F feed-forward channels, C channels of the network.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, nn

from autonas.compression import Pruning
from autonas.errors import UsageError

__all__ = ["drop_layers", "keep_masked", "magnitude_masks", "new_fields", "prune", "prune_feed_forward"]

STEP = 16  # hidden widths that are left are multiples of this, as the search space's are
Batches = Sequence[tuple[Tensor, Tensor]]  # inputs and targets, (B, T) each


def new_fields(shape: Any, pruning: Pruning) -> dict[str, Any]:
    """Returns which fields of a network's shape a pruning changes.

    Raises:
        UsageError: Too little would be left, or nothing would go.
    """
    if pruning.kind == "ffn":
        width = shape.d_ff
        left = round((1 - pruning.amount) * width / STEP) * STEP
        if not STEP <= left < width:
            raise UsageError(
                f"{pruning} would leave {left} of {width} feed-forward channels: at least {STEP} must stay and one go",
                hint=f"what stays is a multiple of {STEP}",
            )
        return {"d_ff": left}
    if pruning.kind == "layers":
        if len(set(getattr(shape, "mixers", ()))) > 1:
            raise UsageError(
                f"{pruning} cannot take layers from {'/'.join(shape.mixers)}: what is left would have another pattern",
                hint="ffn:0.25 prunes the feed-forward parts instead",
            )
        left = shape.n_layers - int(pruning.amount)
        if left < 1:
            raise UsageError(
                f"{pruning} would leave {left} of {shape.n_layers} layers: at least one must stay",
                hint="ffn:0.25 prunes the feed-forward parts instead",
            )
        return {"n_layers": left}
    return {}


def prune(network: Any, pruning: Pruning, batches: Batches) -> tuple[Any, dict[str, Tensor]]:
    """Returns the network that is left, and masks of weights that shall stay zero (see `keep_masked`).

    Args:
        batches: Training text, on which it is measured what matters.

    Raises:
        UsageError: Too little would be left, or the network has no such parts.
    """
    fields = new_fields(network.shape, pruning)
    if pruning.kind == "ffn":
        return prune_feed_forward(network, fields["d_ff"], batches), {}
    if pruning.kind == "layers":
        return drop_layers(network, fields["n_layers"], batches), {}
    return network, magnitude_masks(network, pruning.amount)


def prune_feed_forward(network: Any, left: int, batches: Batches) -> Any:
    """Returns a network with the `left` most important of each layer's feed-forward channels.

    A channel's importance is what it adds to the residual stream on training text: its mean square times the squared
    length of its column in the output matrix (after Wanda, Sun et al. 2023, for whole channels as in FLAP, An et al.
    2023).
    """
    chosen = [importance.topk(left).indices.sort().values for importance in _channel_importance(network, batches)]
    state = dict(network.state_dict())
    for layer, kept in enumerate(chosen):
        place = f"blocks.{layer}.feed_forward."
        for name in ("up.weight", "gate.weight"):
            if place + name in state:
                state[place + name] = state[place + name][kept]
        state[f"{place}down.weight"] = state[f"{place}down.weight"][:, kept]
    return _rebuilt(network, {"d_ff": left}, state)


@torch.no_grad()
def _channel_importance(network: Any, batches: Batches) -> list[Tensor]:
    """Returns (F,) for each layer."""
    blocks = _blocks(network)
    squares = [torch.zeros(network.shape.d_ff, device=block.feed_forward.down.weight.device) for block in blocks]

    def recorder(layer: int) -> Callable[..., None]:
        def record(module: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            del module
            squares[layer] += inputs[0].float().square().flatten(0, -2).mean(0)  # of (B, T, F)

        return record

    hooks = [b.feed_forward.down.register_forward_pre_hook(recorder(layer)) for layer, b in enumerate(blocks)]
    try:
        for inputs, _ in batches:
            network(inputs)
    finally:
        for hook in hooks:
            hook.remove()
    return [s * b.feed_forward.down.weight.float().square().sum(0) for s, b in zip(squares, blocks, strict=True)]


@torch.no_grad()
def drop_layers(network: Any, left: int, batches: Batches) -> Any:
    """Returns a network with `left` of the layers.

    One after the other goes the layer without which the loss on training text is lowest.
    """
    while network.shape.n_layers > left:
        network = min(
            (_without(network, layer) for layer in range(network.shape.n_layers)),
            key=lambda smaller: sum(float(smaller.loss(*batch)) for batch in batches),
        )
    return network


def _without(network: Any, layer: int) -> Any:
    state = {}
    for name, tensor in network.state_dict().items():
        found = re.match(r"blocks\.(\d+)\.", name)
        number = int(found[1]) if found else -1
        if number != layer:
            name = f"blocks.{number - 1}.{name[found.end() :]}" if found and number > layer else name
            state[name] = tensor
    return _rebuilt(network, {"n_layers": network.shape.n_layers - 1}, state)


def _rebuilt(network: Any, changes: Mapping[str, Any], state: Mapping[str, Tensor]) -> Any:
    smaller = type(network)(dataclasses.replace(network.shape, **changes))
    smaller.load_state_dict(state)
    return smaller.to(next(network.parameters()).device).eval()


def _blocks(network: Any) -> list[Any]:
    blocks = list(getattr(network, "blocks", ()))
    if not blocks or not all(hasattr(getattr(block, "feed_forward", None), "down") for block in blocks):
        raise UsageError(
            f"{type(network).__name__} has no blocks with a feed_forward.down to prune",
            hint="magnitude:0.3 works with every network",
        )
    return blocks


@torch.no_grad()
def magnitude_masks(network: nn.Module, share: float) -> dict[str, Tensor]:
    """Returns, for each matrix but the embeddings, a mask without its smallest `share` of weights (Han et al. 2015)."""
    embeddings = {id(p) for m in network.modules() if isinstance(m, nn.Embedding) for p in m.parameters()}
    masks = {}
    for name, weight in network.named_parameters():
        if weight.dim() == 2 and id(weight) not in embeddings:
            n_zero = round(share * weight.numel())
            order = weight.abs().flatten().argsort()
            mask = torch.ones(weight.numel(), dtype=torch.bool, device=weight.device)
            mask[order[:n_zero]] = False
            masks[name] = mask.view_as(weight)
    return masks


def keep_masked(network: nn.Module, masks: Mapping[str, Tensor]) -> Callable[[], None]:
    """Sets what is masked to zero, now and before each forward pass; returns what does so once more and ends it.

    An optimizer like Muon moves all weights of a matrix, whatever their gradients: a projection follows each step.
    """
    weights = dict(network.named_parameters())

    @torch.no_grad()
    def apply(*_: object) -> None:
        for name, mask in masks.items():
            weights[name].mul_(mask.to(weights[name].device))

    apply()
    hook = network.register_forward_pre_hook(apply)

    def end() -> None:
        hook.remove()
        apply()

    return end
