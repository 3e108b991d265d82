"""How the kernels of flash-linear-attention are asked, with a stand-in that computes what the package documents.

The stand-in is a loop in float64 for each function, after the package's own references (fla/ops/*/naive.py) and written
for its arguments. The package's real kernels: tests/e2e/test_fla.py (interpreted) and tests/gpu/test_fla_kernels.py.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from recurrences import RULES, close, inputs
from torch import Tensor

from autonas import report, stages, worker
from autonas.errors import AutonasError
from autonas.protocols import Context
from search_spaces.decoder.mixers import MIXERS, kernels
from search_spaces.decoder.mixers.mamba2 import Mamba2
from search_spaces.decoder.shape import DecoderShape
from search_spaces.decoder.space import DecoderSpace
from studies.codelm import codelm

BY_KERNELS = {
    "deltanet": kernels.delta_rule,
    "mamba2": kernels.state_space,
    "rwkv7": kernels.general_delta_rule,
}
SHAPE = DecoderShape(
    n_layers=1, d_model=24, n_heads=3, n_kv_heads=3, d_ff=32, activation="swiglu", norm="rmsnorm", position="none",
    qk_norm=False, tied=True, dropout=0.0, window=0, vocab_size=40, token_shift=True, state_size=5, expansion=2,
    conv_size=4,
)  # fmt: skip


def head_tokens(*parts: Tensor) -> Iterator[tuple[Tensor, ...]]:
    """The (B, H, ...) of each token, in float64; all parts must be float32 with one number of heads."""
    assert {part.dtype for part in parts} == {torch.float32}
    assert len({part.shape[:3] for part in parts}) == 1
    return zip(*(part.double().unbind(1) for part in parts), strict=True)


def start(state: Tensor | None, k: Tensor, v: Tensor) -> Tensor:
    size = (*k.shape[:1], *k.shape[2:], v.shape[-1])
    if state is None:
        return torch.zeros(size, dtype=torch.float64)
    assert state.shape == size
    assert state.dtype == torch.float32
    return state.double()


def chunk_gated_delta_rule(
    q: Tensor, k: Tensor, v: Tensor, g: Tensor, beta: Tensor, scale: float | None = None,
    initial_state: Tensor | None = None, output_final_state: bool = False, **kwargs: Any,
) -> tuple[Tensor, Tensor | None]:  # fmt: skip
    assert kwargs == {"chunk_size": 32}, "in chunks of 64 the systems are solved in TF32"
    scale, outputs, state = k.shape[-1] ** -0.5 if scale is None else scale, [], start(initial_state, k, v)
    for q_t, k_t, v_t, g_t, b_t in head_tokens(q, k, v, g, beta):
        state = state * g_t.exp()[..., None, None]
        v_t = (v_t - (state * k_t[..., None]).sum(-2)) * b_t[..., None]
        state = state + k_t[..., None] * v_t[..., None, :]
        outputs.append(torch.einsum("bhk,bhkv->bhv", q_t * scale, state))
    return torch.stack(outputs, 1).float(), state.float() if output_final_state else None


def chunk_simple_gla(
    q: Tensor, k: Tensor, v: Tensor, g: Tensor, scale: float | None = None,
    initial_state: Tensor | None = None, output_final_state: bool = False,
) -> tuple[Tensor, Tensor | None]:  # fmt: skip
    scale, outputs, state = k.shape[-1] ** -0.5 if scale is None else scale, [], start(initial_state, k, v)
    for q_t, k_t, v_t, g_t in head_tokens(q, k, v, g):
        state = state * g_t.exp()[..., None, None] + k_t[..., None] * v_t[..., None, :]
        outputs.append(torch.einsum("bhk,bhkv->bhv", q_t * scale, state))
    return torch.stack(outputs, 1).float(), state.float() if output_final_state else None


def chunk_rwkv7(
    r: Tensor, w: Tensor, k: Tensor, v: Tensor, a: Tensor, b: Tensor, scale: float = 1.0,
    initial_state: Tensor | None = None, output_final_state: bool = False,
) -> tuple[Tensor, Tensor | None]:  # fmt: skip
    outputs, state = [], start(initial_state, k, v)
    for r_t, w_t, k_t, v_t, a_t, b_t in head_tokens(r, w, k, v, a, b):
        found = (state * a_t[..., None]).sum(-2, keepdim=True)
        state = state * w_t.exp()[..., None] + k_t[..., None] * v_t[..., None, :] + found * b_t[..., None]
        outputs.append(torch.einsum("bhk,bhkv->bhv", r_t * scale, state))
    return torch.stack(outputs, 1).float(), state.float() if output_final_state else None


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test sees what another has loaded, or what is installed here."""
    monkeypatch.setenv("TRITON_F32_DEFAULT", "tf32x3")  # loading sets it
    monkeypatch.setattr(kernels, "_version", lambda: None)
    kernels.load.cache_clear()
    yield
    kernels.load.cache_clear()


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package of the right version is installed, and has what is documented."""
    monkeypatch.setattr(kernels, "_version", lambda: "0.6.0")
    functions = {"gated_delta_rule": chunk_gated_delta_rule, "simple_gla": chunk_simple_gla, "rwkv7": chunk_rwkv7}
    for name in ("fla", "fla.ops"):
        monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    for name, function in functions.items():
        module = types.ModuleType(f"fla.ops.{name}")
        setattr(module, function.__name__, function)
        monkeypatch.setitem(sys.modules, f"fla.ops.{name}", module)


def test_every_linear_family_has_kernels() -> None:
    assert set(BY_KERNELS) == set(RULES)


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize("family", BY_KERNELS)
@pytest.mark.parametrize("time", [1, 33])
@pytest.mark.parametrize("with_state", [True, False])
def test_arguments_mean_the_same_there(family: str, time: int, with_state: bool) -> None:
    _, chunked, _ = RULES[family]
    *given, state = (part.float() for part in inputs(family, time))
    given = [part.requires_grad_() for part in (*given, *([state] if with_state else []))]

    def run(rule: Any) -> tuple[Tensor, ...]:
        mixed, last = rule(*given) if with_state else rule(*given, None)
        weights = torch.linspace(-1, 1, mixed.numel()).view_as(mixed)
        return mixed, last, *torch.autograd.grad((mixed * weights).sum() + last.square().sum(), given)

    for found, expected in zip(run(BY_KERNELS[family]), run(chunked), strict=True):
        assert found.dtype == torch.float32
        close(found, expected, 1e-4)


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize("family", BY_KERNELS)
@pytest.mark.parametrize("autocast", [False, True])
def test_mixers_give_the_same_by_them(family: str, autocast: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one pass, and from a cache whose single tokens the recurrence takes."""
    mixer = MIXERS[family](replace(SHAPE, mixer=family), 0)
    generator = torch.Generator().manual_seed(1)
    with torch.no_grad():
        for parameter in mixer.parameters():
            parameter.add_(torch.randn(parameter.shape, generator=generator), alpha=0.3)
    x = torch.randn(2, 50, 24, generator=generator)

    def run(used: bool) -> Tensor:
        monkeypatch.setattr(kernels, "in_use", lambda _: used)
        cache = mixer.new_cache(2, 50)
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=autocast):
            pieces = [mixer(piece, cache) for piece in x.split([20, 1, 1, 28], dim=1)]
            return torch.cat([mixer(x), *pieces], dim=1).float()

    tolerance = 2e-2 if autocast else 1e-4  # the output is rounded to bfloat16
    torch.testing.assert_close(run(True), run(False), rtol=tolerance, atol=tolerance)


def key(width: int = 64, *, cuda: bool = True, dtype: torch.dtype = torch.float32) -> Any:
    return types.SimpleNamespace(is_cuda=cuda, dtype=dtype, shape=(2, 5, 3, width))


@pytest.mark.usefixtures("package")
def test_one_rule_says_when_they_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    assert kernels.in_use(key())
    assert kernels.in_use(key(256, dtype=torch.bfloat16))
    assert not kernels.in_use(key(257))
    assert not kernels.in_use(key(cuda=False))
    assert not kernels.in_use(key(dtype=torch.float64))
    monkeypatch.setenv("AUTONAS_FLA", "0")
    assert not kernels.in_use(key())
    monkeypatch.delenv("AUTONAS_FLA")
    monkeypatch.setattr(kernels, "_version", lambda: None)
    assert not kernels.in_use(key())


@pytest.mark.usefixtures("package")
def test_the_space_names_what_its_networks_use(monkeypatch: pytest.MonkeyPatch) -> None:
    linear = DecoderSpace(mixers=("attention", "rwkv7"))
    assert linear.kernels("cuda:0") == ("flash-linear-attention",)
    assert linear.kernels("cpu") == ()
    assert DecoderSpace().kernels("cuda:0") == ()
    monkeypatch.setenv("AUTONAS_FLA", "0")
    assert linear.kernels("cuda:0") == ()


def test_what_is_used_is_part_of_what_identifies_a_search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a search is not gone on with by other code than it began with, and its report can say by which."""
    found: list[str] = []

    class Space(DecoderSpace):
        def kernels(self, device: str) -> list[str]:
            return [f"{name} on {device}" for name in found]

    study = codelm("cpu")
    monkeypatch.setattr(type(study.trainer), "prepare", lambda *_: {"precision": "bfloat16"})
    study = replace(study, space=Space(mixers=("mamba2",)))
    context = Context(seed=0, device="cuda:0", cache=tmp_path, folder=tmp_path)
    assert worker._prepare(study, context, None) == {"precision": "bfloat16"}
    found.append("some")
    assert worker._prepare(study, context, None) == {"precision": "bfloat16", "kernels": ["some on cuda:0"]}
    trained = types.SimpleNamespace(metrics={}), types.SimpleNamespace(facts=lambda _: {"tokens": 3})
    monkeypatch.setattr(stages, "_train", lambda *_: trained[::-1])
    monkeypatch.setattr(stages, "evaluate_stage", lambda *_: {})
    facts = stages.run_stage(study, "pretrain", {}, {}, context)["facts"]
    assert facts == {"tokens": 3, "kernels": ["some on cuda:0"]}
    assert "\nTrained with the kernels of some on cuda:0." in report._cost({"pretrain": {"facts": facts, "seconds": 1}})


@pytest.mark.parametrize("version", ["0.4.2", "0.7.0"])
def test_another_series_is_refused(version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernels, "_version", lambda: version)
    with pytest.raises(AutonasError, match=rf"0\.6\.x are supported, {version} is installed") as error:
        DecoderSpace(mixers=("mamba2",)).kernels("cuda:0")
    assert "AUTONAS_FLA=0" in error.value.hint


@pytest.mark.usefixtures("package")
def test_a_package_that_cannot_be_loaded_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fla.ops.rwkv7", None)
    monkeypatch.setattr(kernels, "in_use", lambda _: True)
    with pytest.raises(AutonasError, match=r"0\.6\.0 is installed and cannot be loaded: .*fla\.ops\.rwkv7") as error:
        Mamba2(replace(SHAPE, mixer="mamba2"), 0)(torch.zeros(1, 3, 24))
    assert "AUTONAS_FLA=0" in error.value.hint


def test_the_report_says_what_is_used_and_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert kernels.report() == {
        "flash_linear_attention": None,
        "state": "not installed; pip install 'autonas[fla]'",
    }
    monkeypatch.setattr(kernels, "_version", lambda: "0.6.0")
    assert kernels.report() == {"flash_linear_attention": "0.6.0", "state": "not used: no CUDA device"}
    monkeypatch.setenv("AUTONAS_FLA", "0")
    assert kernels.report()["state"] == "not used: AUTONAS_FLA=0"


@pytest.mark.usefixtures("package")
def test_the_report_loads_them_where_they_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    assert kernels.report()["state"] == "used on CUDA"
    kernels.load.cache_clear()
    monkeypatch.setitem(sys.modules, "fla.ops.rwkv7", None)
    with pytest.raises(AutonasError, match="cannot be loaded"):
        kernels.report()
