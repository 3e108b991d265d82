"""The device that trains: chosen once, with the precision that it is fast in. Nothing touches CUDA on import."""

from __future__ import annotations

import contextlib
import ctypes
import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import torch

from autonas.cores import n_cores
from autonas.errors import UsageError

__all__ = [
    "autocast",
    "has_bfloat16",
    "keep_freed_memory",
    "peak_flops",
    "peak_memory_mb",
    "report",
    "reset_peak_memory",
    "resolve",
    "use_cores",
]


def resolve(name: str) -> str:
    """Returns "cpu" or "cuda:<index>" for "auto", "cpu", "cuda" or "cuda:<index>".

    Raises:
        UsageError: The device is not there, or is not one of these.
    """
    kind, _, index = name.partition(":")
    if name == "auto":
        return "cuda:0" if torch.cuda.is_available() else "cpu"
    if name == "cpu":
        return "cpu"
    if kind != "cuda" or (index and not index.isdecimal()):
        raise UsageError(f"device must be auto, cpu, cuda or cuda:<index>, got {name!r}", hint="use --device auto")
    if not torch.cuda.is_available():
        raise UsageError(f"device {name} is not there: this PyTorch sees no CUDA device", hint="use --device cpu")
    count = torch.cuda.device_count()
    if int(index or 0) >= count:
        raise UsageError(f"device {name} is not there: the last one is cuda:{count - 1}", hint="use --device auto")
    return f"cuda:{int(index or 0)}"


def use_cores() -> int:
    """Lets torch use the cores that this process may use, and returns their number."""
    cores = n_cores()
    torch.set_num_threads(cores)
    return cores


def keep_freed_memory() -> bool:
    """Lets the C library keep what training frees for the next step; returns whether it is one that can (glibc).

    By default it gives the activations back to the system after every step, and the next one spends a fifth of its time
    on fetching them again, page by page. Blocks of 32 MiB and more, as the logits of 4,096 tokens are, it would map one
    by one whatever their threshold: so none are.
    """
    set_option = getattr(_libc(), "mallopt", None)
    if set_option is None:
        return False
    trim_threshold, mmap_max = -1, -4  # of malloc.h
    return bool(set_option(trim_threshold, 2**31 - 1) and set_option(mmap_max, 0))


def _libc() -> Any:
    return ctypes.CDLL(None) if os.name == "posix" else None


def has_bfloat16(device: str) -> bool:
    """Whether the device multiplies bfloat16 matrices in hardware."""
    if device.startswith("cuda"):
        return torch.cuda.is_bf16_supported(including_emulation=False)
    # Not public: there is no public question for it. Without an answer float32 is used, and doctor says so.
    ask = getattr(torch.cpu, "_is_avx512_bf16_supported", None)
    amx = getattr(torch.cpu, "_is_amx_tile_supported", None)
    return bool((ask is not None and ask()) or (amx is not None and amx()))


def autocast(device: str) -> Callable[[], Any]:
    """Returns what makes the context manager of the device's precision: bfloat16 where it has it, else float32."""
    kind = device.partition(":")[0]
    if not has_bfloat16(device):
        return contextlib.nullcontext
    return lambda: torch.autocast(kind, dtype=torch.bfloat16)


def reset_peak_memory(device: str) -> None:
    """Starts a new measurement of `peak_memory_mb`."""
    if device.startswith("cuda"):
        torch.cuda.reset_peak_memory_stats(device)
        return
    if (give_back := getattr(_libc(), "malloc_trim", None)) is not None:
        give_back(0)  # what an earlier candidate has freed is not this one's
    with contextlib.suppress(OSError):  # Linux only; elsewhere the peak is that of the process
        Path("/proc/self/clear_refs").write_text("5")


def peak_memory_mb(device: str) -> float:
    """Returns the most memory in use since the last reset, in MB: of the device, or of the process on the CPU."""
    if device.startswith("cuda"):
        return torch.cuda.max_memory_allocated(device) / 1e6
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    for line in lines:
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024 / 1e6
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def report() -> Mapping[str, Any]:
    """Returns what `autonas doctor` shows of torch and its devices."""
    cuda = [
        {
            "name": torch.cuda.get_device_name(i),
            "memory_gb": round(torch.cuda.get_device_properties(i).total_memory / 1e9, 1),
            "bfloat16": has_bfloat16(f"cuda:{i}"),
        }
        for i in range(torch.cuda.device_count() if torch.cuda.is_available() else 0)
    ]
    return {
        "torch": torch.__version__,
        "threads": use_cores(),
        "cpu_capability": torch.backends.cpu.get_cpu_capability(),
        "cpu_bfloat16": has_bfloat16("cpu"),
        "cuda": cuda,
        "default": resolve("auto"),
        "matmul_gflops": {
            str(dtype).removeprefix("torch."): round(_matmul_flops("cpu", dtype) / 1e9)
            for dtype in (torch.float32, torch.bfloat16)
        },
    }


def peak_flops(device: str) -> float:
    """Measures the FLOP/s of matrix products in the precision of training: what a training could reach at most."""
    return _matmul_flops(device, torch.bfloat16 if has_bfloat16(device) else torch.float32)


def _matmul_flops(device: str, dtype: torch.dtype) -> float:
    """Measures a matrix product, on the CPU one of the size that training has there, in about 0.3 s."""
    rows, inner, columns = (8192, 8192, 8192) if device.startswith("cuda") else (2048, 256, 1024)
    left = torch.ones(rows, inner, dtype=dtype, device=device)
    right = torch.ones(inner, columns, dtype=dtype, device=device)
    for _ in range(3):
        product = left @ right
    product[0, 0].item()  # a GPU works behind our back until it is asked for a number
    start, count = time.perf_counter(), 0
    while time.perf_counter() - start < 0.25:
        product = left @ right
        product[0, 0].item()
        count += 1
    return 2 * rows * inner * columns * count / (time.perf_counter() - start)
