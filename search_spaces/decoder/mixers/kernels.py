"""The kernels of flash-linear-attention, in place of the plain chunked forms of the linear families on CUDA.

One rule says which of the two runs, see `in_use`: it reads the tensors, the installed packages and AUTONAS_FLA. A
package that is there and cannot be used is an error, never a reason for the plain form.

The kernels get float32, and multiply it in float32, as the plain forms do. So two faster paths of theirs are left
alone: one solves the systems of Gated DeltaNet in TF32 (chunks of 64 tokens), one inverts those of RWKV-7 in float16
(where it is told the least decay, `lower_bound`).

Source: https://github.com/fla-org/flash-linear-attention, 0.6. Shapes as in the mixers: B batch, T time, H heads, K
width of keys, V width of values; a state is (B, H, K, V) in both.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Mapping
from functools import cache
from importlib import metadata
from typing import Any, NamedTuple

import torch
from torch import Tensor

from autonas.errors import AutonasError
from search_spaces.decoder.mixers.chunks import full

__all__ = [
    "PACKAGE", "SWITCH", "USED", "delta_rule", "fastest", "general_delta_rule", "in_use", "load", "report",
    "state_space", "wanted",
]  # fmt: skip

PACKAGE = "flash-linear-attention"
SWITCH = "AUTONAS_FLA"  # 0 turns the kernels off
USED = "used on CUDA"
LARGEST_KEY = 256  # the kernels' own limit
CHUNK = 32  # of Gated DeltaNet
_DISTRIBUTIONS = (PACKAGE, "fla-core")  # the second alone has all kernels; the first adds layers and models
_SERIES = "0.6."  # whose arguments are known here


class _Kernels(NamedTuple):
    """The functions of the package that are used."""

    gated_delta_rule: Callable[..., tuple[Tensor, Tensor]]
    simple_gla: Callable[..., tuple[Tensor, Tensor]]
    rwkv7: Callable[..., tuple[Tensor, Tensor]]


Chunked = Callable[..., tuple[Tensor, Tensor]]


def fastest(plain: Chunked, key: Tensor) -> Chunked:
    """Returns the kernel for what a plain chunked form computes, or that form, as `in_use` says of these keys."""
    return _KERNELS[plain.__name__] if in_use(key) else plain


def in_use(key: Tensor) -> bool:
    """Whether the kernels compute a recurrence with these keys, (B, T, H, K) or (B, T, K).

    They do on CUDA for keys of up to 256 channels, where the package is installed and AUTONAS_FLA is not 0. Float64
    is for checks, and always by the plain form.
    """
    return key.is_cuda and key.dtype != torch.float64 and key.shape[-1] <= LARGEST_KEY and wanted()


def wanted() -> bool:
    """Whether the package is installed and AUTONAS_FLA is not 0."""
    return os.environ.get(SWITCH) != "0" and _version() is not None


def report() -> Mapping[str, Any]:
    """Returns what `autonas doctor` shows of the kernels; where there is a CUDA device, they are loaded.

    Raises:
        AutonasError: They are wanted and cannot be loaded.
    """
    version = _version()
    if version is None:
        state = "not installed; pip install 'autonas[fla]'"
    elif not wanted():
        state = f"not used: {SWITCH}=0"
    elif not torch.cuda.is_available():
        state = "not used: no CUDA device"
    else:
        load()
        state = USED
    return {"flash_linear_attention": version, "state": state}


def delta_rule(
    query: Tensor, key: Tensor, value: Tensor, log_decay: Tensor, strength: Tensor, state: Tensor | None
) -> tuple[Tensor, Tensor]:
    """The same as `deltanet.chunked_delta_rule`."""
    inputs = map(full, (query, key, value, log_decay, strength))
    run = load().gated_delta_rule
    return run(*inputs, scale=1.0, initial_state=state, output_final_state=True, chunk_size=CHUNK)


def state_space(
    query: Tensor, key: Tensor, value: Tensor, log_decay: Tensor, state: Tensor | None
) -> tuple[Tensor, Tensor]:
    """The same as `mamba2.chunked_state_space`: gated linear attention whose heads share keys and queries."""
    query, key = (full(x)[:, :, None].expand(-1, -1, value.shape[2], -1) for x in (query, key))  # (B, T, H, K)
    run = load().simple_gla
    return run(query, key, full(value), full(log_decay), scale=1.0, initial_state=state, output_final_state=True)


def general_delta_rule(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    log_decay: Tensor,
    removal: Tensor,
    rate: Tensor,
    state: Tensor | None,
) -> tuple[Tensor, Tensor]:
    """The same as `rwkv7.chunked_general_delta_rule`: there S <- (diag(w) + b a^T) S + k v^T, so a is -removal."""
    query, key, value, log_decay, removal, rate = map(full, (query, key, value, log_decay, removal, rate))
    run = load().rwkv7
    with warnings.catch_warnings():  # each call says that some devices have too little memory for float32
        warnings.filterwarnings("ignore", message=".*does not support float32", category=RuntimeWarning)
        return run(
            r=query,
            w=log_decay,
            k=key,
            v=value,
            a=-removal,
            b=rate * removal,
            scale=1.0,
            initial_state=state,
            output_final_state=True,
        )


# By the plain form's name, which stands in a file that imports this one.
_KERNELS: dict[str, Chunked] = {
    "chunked_delta_rule": delta_rule,
    "chunked_state_space": state_space,
    "chunked_general_delta_rule": general_delta_rule,
}


@cache
def _version() -> str | None:
    """Returns the version of the package that is installed, or None."""
    for name in _DISTRIBUTIONS:
        try:
            return metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return None


@cache
def load() -> _Kernels:
    """Returns the kernels, imported at the first call: that takes seconds, and needs Triton.

    Raises:
        AutonasError: The package is of another series, or cannot be imported.
    """
    version = _version()
    if version is None or not version.startswith(_SERIES):
        raise AutonasError(
            f"the kernels of {PACKAGE} {_SERIES}x are supported, {version or 'none'} is installed",
            hint=f"pip install 'autonas[fla]', or set {SWITCH}=0 to compute without them",
        )
    # By default Triton multiplies float32 as TF32, with 11 bits. Three such products have nearly all bits of a
    # float32; AMD's devices, which have no such thing, must be asked for plain float32.
    os.environ.setdefault("TRITON_F32_DEFAULT", "ieee" if torch.version.hip else "tf32x3")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what its own imports warn of
            from fla.ops.gated_delta_rule import chunk_gated_delta_rule
            from fla.ops.rwkv7 import chunk_rwkv7
            from fla.ops.simple_gla import chunk_simple_gla
    except Exception as error:  # an import may run into anything
        what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        raise AutonasError(
            f"{PACKAGE} {version} is installed and cannot be loaded: {what}",
            hint=f"repair it (pip install 'autonas[fla]'), remove it, or set {SWITCH}=0 to compute without it",
        ) from error
    return _Kernels(chunk_gated_delta_rule, chunk_simple_gla, chunk_rwkv7)
