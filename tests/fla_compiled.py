"""Compiles the kernels of flash-linear-attention, as the mixers launch them, for a CUDA device that is not here.

    python tests/fla_compiled.py 86 rwkv7 64     # compute capability 8.6, a family, the width of a head

Prints JSON: how many kernels there are, forward and backward, how many configurations they have between them (all are
tuned on a real device), of the kernel that needs most the shared memory in bytes, in the first configuration that fits,
and in which precisions matrices are multiplied. Nothing is launched: a driver of Triton's stands in that only names its
device.
"""

from __future__ import annotations

import json
import re
import sys
import warnings
from types import SimpleNamespace
from typing import Any

import torch
from fla_interpreted import BY_KERNELS
from recurrences import inputs

from search_spaces.decoder.mixers import kernels

SHARED = {80: 166_912, 86: 101_376, 89: 101_376, 90: 232_448}  # bytes that a block may have


class Driver:
    """Of a device of that capability."""

    def __init__(self, capability: int) -> None:
        from triton.backends.compiler import GPUTarget

        properties = {"max_shared_mem": SHARED[capability], "multiprocessor_count": 100, "warpSize": 32}
        self.utils = SimpleNamespace(get_device_properties=lambda _: properties)
        self.target = GPUTarget("cuda", capability, 32)

    def get_current_target(self) -> Any:
        return self.target

    def get_current_device(self) -> int:
        return 0

    def get_current_stream(self, _: int) -> int:
        return 0


def products(kernel: Any) -> set[str]:
    """The precisions of a kernel's products of matrices, in Triton's words, and what they multiply beside float32."""
    lines = re.findall(r"tt\.dot .*", kernel.asm["ttir"])
    precisions = (re.search(r"inputPrecision = (\w+)", line) for line in lines)
    types = {found for line in lines for found in re.findall(r"x([a-z]+\d+)>", line)} - {"f32"}
    return types | {found[1] if found else "ieee" for found in precisions}


def compile_only(limit: int) -> tuple[dict[str, int], dict[str, int], set[str]]:
    """Makes Triton compile where it would launch.

    Returns what will be known: by kernel the bytes and the number of configurations, and all precisions.
    """
    from triton.runtime.autotuner import Autotuner
    from triton.runtime.jit import JITFunction

    needed: dict[str, int] = {}
    configurations: dict[str, int] = {}
    precisions: set[str] = set()
    launch, tune = JITFunction.run, Autotuner.run

    def compiled(self: Any, *args: Any, warmup: bool, **options: Any) -> Any:
        del warmup
        kernel = launch(self, *args, warmup=True, **options)
        needed[self.fn.__name__] = kernel.metadata.shared
        precisions.update(products(kernel))
        return kernel

    def tuned(self: Any, *args: Any, **options: Any) -> Any:
        name, fits = self.base_fn.__name__, False
        configurations[name] = len(self.configs)

        def measure(call: Any, quantiles: Any) -> list[float]:
            nonlocal fits
            del quantiles
            if fits:
                return [2.0] * 3  # worse than the one that is taken
            call()
            fits = needed[name] <= limit
            return [1.0 if fits else float("inf")] * 3

        self.__dict__["do_bench"] = measure
        return tune(self, *args, **options)

    JITFunction.run, Autotuner.run = compiled, tuned
    return needed, configurations, precisions


def main() -> None:
    warnings.simplefilter("ignore")  # of what has no device here
    capability, family, width = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    from triton.runtime.driver import driver

    driver.set_active(Driver(capability))
    torch.cuda.get_device_capability = lambda *_: divmod(capability, 10)
    torch.cuda.get_device_name = lambda *_: "not here"
    needed, configurations, precisions = compile_only(SHARED[capability])
    kernels.load()
    given = [part.float().requires_grad_() for part in inputs(family, 100, batch=1, width=width)]
    mixed, state = BY_KERNELS[family](*given)
    torch.autograd.grad(mixed.sum() + state.sum(), given, allow_unused=True)
    found = {"kernels": len(needed), "configurations": sum(configurations.values()), "shared": max(needed.values())}
    print(json.dumps(found | {"limit": SHARED[capability], "products": sorted(precisions)}))


if __name__ == "__main__":
    main()
