"""Runs the kernels of flash-linear-attention on the CPU, interpreted by Triton, and its own references in PyTorch.

    TRITON_INTERPRET=1 python tests/fla_interpreted.py

Prints JSON: for each family, by whom it was computed, the largest difference from the plain chunked form, as a share of
the largest value: of the outputs and the last state, and of all gradients. Where the interpreter of Triton 3.7 falls
short, it is helped, see `prepare`; what the kernels compute is theirs.
"""

from __future__ import annotations

import builtins
import json
import operator
import sys
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import torch
from recurrences import RULES, inputs
from torch import Tensor

from search_spaces.decoder.mixers import kernels
from search_spaces.decoder.mixers.chunks import forgetting
from search_spaces.decoder.token_shift import begins

# A token, and more than a chunk: of 32 tokens in Gated DeltaNet, 64 in Mamba-2, 16 in RWKV-7.
LENGTHS = {"deltanet": (1, 40), "mamba2": (1, 70), "rwkv7": (1, 20)}
BY_KERNELS = {"deltanet": kernels.delta_rule, "mamba2": kernels.state_space, "rwkv7": kernels.general_delta_rule}


class Whole(int):
    """An int as a kernel that is compiled sees it: it has `to`."""

    def to(self, *_: Any, **__: Any) -> Whole:
        return self


def whole_range(*bounds: Any) -> Iterator[Whole]:
    return (Whole(i) for i in builtins.range(*map(operator.index, bounds)))


def prepare() -> None:
    """Lets the interpreter run what only a compiler could.

    The first configuration of each kernel is taken, as there is no device to time them on. Counters of loops, and a
    function that the kernels import by name, are wrapped as the interpreter needs them.
    """
    import triton.language as tl
    from triton.runtime.autotuner import Autotuner

    Autotuner.do_bench = property(lambda _: lambda *_, **__: [1.0] * 3, lambda *_: None)
    kernels.load()
    for name, module in list(sys.modules.items()):
        if name.startswith("fla.ops"):
            module.range = whole_range
            if hasattr(module, "gather"):
                module.gather = lambda *args, **options: tl.gather(*args, **options)


def references() -> dict[str, Callable[..., tuple[Tensor, Tensor]]]:
    """Returns the package's own references, with the arguments of the plain forms."""
    from fla.ops.gated_delta_rule.naive import naive_recurrent_gated_delta_rule
    from fla.ops.generalized_delta_rule.dplr.naive import dplr_recurrence
    from fla.ops.simple_gla.naive import naive_recurrent_simple_gla

    def deltanet(q: Tensor, k: Tensor, v: Tensor, g: Tensor, b: Tensor, state: Tensor) -> tuple[Tensor, Tensor]:
        return naive_recurrent_gated_delta_rule(q, k, v, b, g, 1.0, state, True)

    def mamba2(q: Tensor, k: Tensor, v: Tensor, g: Tensor, state: Tensor) -> tuple[Tensor, Tensor]:
        q, k = (x[:, :, None].expand(-1, -1, v.shape[2], -1) for x in (q, k))
        return naive_recurrent_simple_gla(q, k, v, g, 1.0, state, True)

    def rwkv7(q: Tensor, k: Tensor, v: Tensor, w: Tensor, r: Tensor, a: Tensor, state: Tensor) -> tuple[Tensor, Tensor]:
        q = q * q.shape[-1] ** 0.5  # this one always scales
        mixed, state = dplr_recurrence(*(x.transpose(1, 2) for x in (q, k, v, -r, a * r, w)), state)
        return mixed.transpose(1, 2), state

    return {"deltanet": deltanet, "mamba2": mamba2, "rwkv7": rwkv7}


def results(
    rule: Callable[..., tuple[Tensor, Tensor]], family: str, time: int, *, documents: Tensor | None
) -> tuple[list[Tensor], list[Tensor]]:
    """Returns outputs and last state, and the gradients of everything that went in."""
    given = [part.float() for part in inputs(family, time, batch=1)]
    given[3] = forgetting(given[3], documents)
    if documents is not None and family == "rwkv7":
        given[5] = given[5].masked_fill(begins(documents)[..., None, None], 0.0)
    given = [part.detach().requires_grad_() for part in given]
    mixed, state = rule(*given)
    weights = torch.linspace(-1, 1, mixed.numel()).view_as(mixed)
    return [mixed, state], list(torch.autograd.grad((mixed * weights).sum() + state.square().sum(), given))


def difference(found: list[Tensor], expected: list[Tensor]) -> float:
    pairs = zip(found, expected, strict=True)
    return max(float((one - other).detach().abs().max() / other.detach().abs().max()) for one, other in pairs)


def main() -> None:
    warnings.simplefilter("ignore")  # of what has no device here
    prepare()
    found: dict[str, dict[str, list[float]]] = {}
    for family in sys.argv[1:] or LENGTHS:
        short, long = LENGTHS[family]
        several = (torch.arange(long) // 9)[None]  # documents of 9 tokens
        for label, time, documents in (("", short, None), ("", long, None), (" of documents", long, several)):
            expected = results(RULES[family][1], family, time, documents=documents)
            for name, rule in (("kernels", BY_KERNELS[family]), ("reference", references()[family])):
                ours = results(rule, family, time, documents=documents)
                found.setdefault(family, {})[f"{name} {time}{label}"] = [
                    difference(*both) for both in zip(ours, expected, strict=True)
                ]
    print(json.dumps(found))


if __name__ == "__main__":
    main()
