"""The study of the smallest file: what its genes mean, and that what is scored is what lies in the file."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.torch import load_file
from test_compress_quantize import PlainRounding

from autonas.errors import UsageError
from autonas.promotion_protocols import CompressingSpace
from autonas.proposer import shape_fields
from autonas.protocols import Context, Portable, Trained
from autonas.records import Record
from autonas.resolve import describe, resolve_study
from autonas.stored import PRECISIONS
from autonas.study import Budget, Constraint, Objective, settled
from autonas.testing import EvaluatorConformance, SearchSpaceConformance
from autonas.views.front import front_rows
from evaluators.causality import Causality
from evaluators.file_size import CompressedFile
from search_spaces.compressed import CompressedShape, CompressedSpace
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.space import DecoderSpace
from studies.smallest import smallest
from trainer.checkpoint import load_weights
from trainer.compress import quantize
from trainer.compress.candidate import FILE, CandidateCompression
from trainer.compress.prune import new_fields
from trainer.compress.quantize import restored
from trainer.data.config import CorpusConfig
from trainer.model_folder import load_model
from trainer.optim import OptimizerConfig, Optimizers
from trainer.proxy import ProxyTrainer

SPACE = CompressedSpace(decoder=DecoderSpace(layers=(1, 2), widths=(32,), heads=(2,), vocab_sizes=(300,)))
BUDGET = Budget(tokens=30 * 128, batch_tokens=128, context=32)


class TestSpace(SearchSpaceConformance):
    @pytest.fixture
    def space(self) -> CompressedSpace:
        return CompressedSpace(decoder=DecoderSpace(layers=(1, 2, 3), widths=(32, 48), heads=(1, 2)))


class TestCompressedFile(EvaluatorConformance):
    @pytest.fixture
    def evaluator(self) -> CompressedFile:
        return CompressedFile()

    @pytest.fixture
    def subject(self) -> CompressedShape:
        return shape_of("int4", 0.25)


def genome_of(precision: str, share: float) -> dict[str, object]:
    plain = {"precision": precision, "ffn_pruned": share, "feed_forward": 4.0, "activation": "gelu", "n_layers": 1}
    return {**SPACE.seeds()[0], **plain}


def shape_of(precision: str, share: float) -> CompressedShape:
    return SPACE.decode(genome_of(precision, share))


@settings(max_examples=60)
@given(genome=st.fixed_dictionaries({g.name: st.sampled_from(g.choices) for g in CompressedSpace().genes}))
def test_what_is_kept_is_what_a_pruning_leaves(genome: dict[str, object]) -> None:
    shape = CompressedSpace().decode(genome)
    assert shape.trained == DecoderSpace().decode(genome)
    assert shape.kept.d_ff % 16 == 0
    assert 16 <= shape.kept.d_ff <= shape.d_ff
    assert dataclasses.replace(shape.kept, d_ff=shape.d_ff) == shape.trained
    pruning = shape.compression.prune
    assert (pruning is None) == (shape.kept == shape.trained)
    if pruning is not None:
        assert new_fields(shape.trained, pruning) == {"d_ff": shape.kept.d_ff}
    recorded = shape_fields(shape)  # as a promotion compares them
    assert {name: describe(shape).get(name) for name in recorded} == recorded


def test_channels_that_cannot_be_pruned_make_one_shape() -> None:
    narrow = CompressedSpace(decoder=DecoderSpace(widths=(16,), heads=(1,), feed_forward=(1.0,), layers=(1,)))
    genome = {**narrow.seeds()[0], "activation": "gelu"}
    shapes = {narrow.decode({**genome, "ffn_pruned": share}) for share in (0.0, 0.25, 0.5)}
    assert [(shape.d_ff, shape.ffn_pruned) for shape in shapes] == [(16, 0.0)]


def test_a_smaller_choice_is_a_smaller_file() -> None:
    sizes = [[shape_of(p, share).file_bytes for share in (0.5, 0.25, 0.0)] for p in ("int4", "int8", "bf16")]
    for row in (*sizes, *zip(*sizes, strict=True)):
        assert list(row) == sorted(set(row))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"precisions": ("int4", "int2")}, "space.precisions must be among bf16, int8, int4, got 'int2'"),
        ({"precisions": ()}, "space.precisions must be among bf16, int8, int4, got nothing"),
        ({"ffn_pruned": (0.0, 1.0)}, "space.ffn_pruned must be shares from 0 to 0.9, got 0.0,1.0"),
    ],
)
def test_choices_that_do_not_fit_are_refused(changes: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        CompressedSpace(**changes)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def trainer(tmp_path_factory: pytest.TempPathFactory) -> ProxyTrainer:
    code = tmp_path_factory.mktemp("code")
    for n in range(60):
        (code / f"package{n}").mkdir()
        lines = "".join(f"def f{n}_{i}(x):\n    return x * {i} + {n}\n\n\n" for i in range(120))
        (code / f"package{n}" / "module.py").write_text(lines)
    trainer = ProxyTrainer(
        corpus=CorpusConfig(source=str(code)), vocab_sizes=(300,), compression=CandidateCompression()
    )
    assert isinstance(trainer, Portable)
    context = Context(seed=0, device="cpu", cache=tmp_path_factory.mktemp("cache"), folder=code)
    return trainer.at(trainer.locate(context, lambda *_: None))


@pytest.fixture(autouse=True)
def rounding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quantize, "_primitives", lambda: PlainRounding)


def trained(
    trainer: ProxyTrainer, shape: CompressedShape, folder: Path, *, growth: int = 1, start: Path | None = None
) -> Trained:
    context = Context(seed=3, device="cpu", cache=folder, folder=folder, start=start)
    return trainer.train(SPACE.build(shape, 3), BUDGET.grown(growth), context)


@pytest.mark.parametrize(("precision", "share"), [*((p, 0.25) for p in PRECISIONS), ("int4", 0.0)])
def test_what_is_scored_is_what_the_file_means(
    trainer: ProxyTrainer, tmp_path: Path, precision: str, share: float
) -> None:
    shape = shape_of(precision, share)
    candidate = trained(trainer, shape, tmp_path)
    path = tmp_path / FILE / "weights.safetensors"
    assert path.stat().st_size == shape.file_bytes
    assert candidate.network.shape == shape.kept
    assert not candidate.network.training
    meant = restored(load_file(path))
    again = load_model(tmp_path / FILE, Decoder(shape.kept), "cpu").network
    for network in (candidate.network, again):
        for name, parameter in network.named_parameters():
            assert torch.equal(parameter, meant[name]), name
    tokens = torch.arange(24)[None]
    assert torch.equal(candidate.network(tokens), again.eval()(tokens))
    context = Context(seed=0, device="cpu", cache=tmp_path, folder=tmp_path)
    Causality(context=24).evaluate(candidate.network, context)


def test_a_pruned_candidate_reads_the_same_text_and_is_whole_until_then(trainer: ProxyTrainer, tmp_path: Path) -> None:
    whole = trained(trainer, shape_of("bf16", 0.0), tmp_path / "whole")
    pruned = trained(trainer, shape_of("bf16", 0.5), tmp_path / "pruned")
    assert [point["tokens"] for point in whole.curve] == [point["tokens"] for point in pruned.curve]
    cut = int(0.8 * len(whole.curve))
    assert list(whole.curve[:cut]) == list(pruned.curve[:cut])
    assert whole.curve[cut:] != pruned.curve[cut:]
    assert pruned.curve[-1]["loss"] < 0.9 * pruned.curve[0]["loss"]
    load_weights(Decoder(shape_of("bf16", 0.5).trained), tmp_path / "pruned" / "weights.safetensors")


def test_a_longer_training_goes_on_from_the_whole_network(trainer: ProxyTrainer, tmp_path: Path) -> None:
    shape = shape_of("int8", 0.5)
    trained(trainer, shape, tmp_path / "short")
    on = trained(trainer, shape, tmp_path / "on", growth=3, start=tmp_path / "short")
    scratch = trained(trainer, shape, tmp_path / "scratch", growth=3)
    branch = 15  # half of the short training's steps; before, the points of the two curves are others
    rest = [[point for point in one.curve if point["step"] > branch] for one in (on, scratch)]
    assert len(rest[0]) == 25
    assert rest[0] == rest[1]
    files = [(tmp_path / name / FILE / "weights.safetensors").read_bytes() for name in ("on", "scratch")]
    assert files[0] == files[1]


def test_a_training_of_one_step_is_pruned_at_its_end(trainer: ProxyTrainer, tmp_path: Path) -> None:
    context = Context(seed=3, device="cpu", cache=tmp_path, folder=tmp_path)
    budget = dataclasses.replace(BUDGET, tokens=BUDGET.batch_tokens)
    shape = shape_of("int4", 0.5)
    assert trainer.train(SPACE.build(shape, 3), budget, context).network.shape == shape.kept


def test_optimizers_remember_what_a_pruning_has_left_alone() -> None:
    whole = SPACE.build(shape_of("bf16", 0.5), 0)
    before = Optimizers(whole, OptimizerConfig())
    tokens = torch.arange(40).view(2, 20)
    whole.loss(tokens[:, :-1], tokens[:, 1:]).backward()
    before.step(1.0)
    after = Optimizers(Decoder(shape_of("bf16", 0.5).kept), OptimizerConfig())
    after.take_over(before)
    kept, known = after.state(), before.state()
    assert all(torch.equal(kept[key], known[key]) for key in kept)
    assert set(known) - set(kept) == {key for key, value in known.items() if shape_of("bf16", 0.5).d_ff in value.shape}
    assert 0 < len(kept) < len(known)


def test_missing_torchao_is_said_before_the_search(
    trainer: ProxyTrainer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setitem(sys.modules, "torchao", None)
    monkeypatch.setitem(sys.modules, "torchao.quantization", None)
    context = Context(seed=0, device="cpu", cache=tmp_path / "cache", folder=tmp_path)
    with pytest.raises(UsageError, match="quantising needs torchao"):
        trainer.prepare(context)
    dataclasses.replace(trainer, compression=None).prepare(context)


def test_a_pruning_before_the_rate_falls_is_refused() -> None:
    with pytest.raises(ValueError, match=r"recovery must be at most schedule\.decay = 0\.5, got 0\.6"):
        ProxyTrainer(compression=CandidateCompression(recovery=0.6))


@pytest.mark.parametrize("device", ["cpu", "cuda"])
def test_the_study(device: str) -> None:
    changes = {"constraints.loss": "2.6", "space.decoder.mixers": "attention", "trainer.compression.recovery": "0.3"}
    study = resolve_study("studies.smallest:smallest", device=device, overrides=list(changes.items())).study
    assert [objective.metric for objective in study.objectives] == ["loss", "file_bytes"]
    assert {"collapse", "parameters", "file_parameters"} <= set(study.metrics)
    assert study.early_stop is None
    assert [constraint.metric for constraint in study.constraints] == ["loss"]
    assert isinstance(study.space, CompressingSpace)
    shapes = [study.space.decode(seed) for seed in smallest(device).space.seeds()]
    assert {shape.precision for shape in shapes} == {"int4", "int8"}
    assert {shape.ffn_pruned > 0 for shape in shapes} == {False, True}


def test_codelm_is_identified_as_before() -> None:
    assert "compression" not in resolve_study("studies.codelm:codelm").description["trainer"]


def scored(number: int, loss: float, n_bytes: float) -> Record:
    metrics = {"loss": loss, "file_bytes": n_bytes}
    return Record(
        number=number, state="complete", genome={}, shape={}, shape_key=str(number), generation=0,
        values=(loss, n_bytes), feasible=loss <= 2.6, metrics=metrics,
    )  # fmt: skip


def test_the_best_is_the_smallest_file_at_the_given_loss() -> None:
    objectives = smallest().objectives
    records = [scored(0, 2.0, 9e5), scored(1, 2.2, 3e5), scored(2, 2.59, 2.5e5), scored(3, 2.61, 1e5)]
    free = front_rows(records, objectives)
    assert [row.trial for row in free if row.knee] == [1]
    rows = front_rows(records, objectives, constraints=(Constraint(metric="loss", upper=2.6),))
    assert [row.trial for row in rows] == [2, 1, 0]
    assert [row.trial for row in rows if row.knee] == [2]


def test_a_bound_settles_what_is_minimised_but_never_everything() -> None:
    objectives = (Objective(metric="a"), Objective(metric="b", direction="maximize"), Objective(metric="c"))
    bounds = {name: Constraint(metric=name, upper=1.0) for name in "abcd"}
    assert settled(objectives, [bounds["a"], bounds["d"]]) == (0,)
    assert settled(objectives, [bounds["a"], bounds["b"], bounds["c"]]) == (0, 2)
    assert settled(objectives[::2], [bounds["a"], bounds["c"]]) == ()
