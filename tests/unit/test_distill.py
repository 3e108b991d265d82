"""Distillation: its gradient is that of the formula, an equal teacher teaches nothing, another tokenizer is refused."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor

from autonas.errors import UsageError
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape
from trainer.data.tokenizer import CodeTokenizer
from trainer.distill import Distillation, DistillationConfig, check_teacher, distillation_loss
from trainer.loop import documents_of

SHAPE = DecoderShape(
    n_layers=1, d_model=16, n_heads=2, n_kv_heads=1, d_ff=24, activation="swiglu", norm="rmsnorm",
    position="rope", qk_norm=False, tied=True, dropout=0.0, window=0, vocab_size=30,
)  # fmt: skip
TARGETS = torch.tensor([[3, -100, 0], [-100, 6, 2]])
CONFIGS = pytest.mark.parametrize("temperature", [0.5, 1.0, 3.0])


def logits(seed: int, dtype: torch.dtype = torch.float64) -> Tensor:
    return torch.randn(2, 3, 7, generator=torch.Generator().manual_seed(seed), dtype=dtype) * 3


def network(seed: int, **changes: int) -> Decoder:
    net = Decoder(replace(SHAPE, **changes))
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for parameter in net.parameters():
            parameter.copy_(torch.randn(parameter.shape, generator=generator) * 0.3)
    return net


def tokens() -> tuple[Tensor, Tensor]:
    drawn = torch.randint(30, (2, 13), generator=torch.Generator().manual_seed(5))
    targets = drawn[:, 1:].clone()
    targets[:, :5] = -100
    return drawn[:, :-1], targets


@CONFIGS
def test_equals_the_formula(temperature: float) -> None:
    student, teacher = logits(0), logits(1)
    divergences, losses = [], []
    for b, t in [(0, 0), (0, 2), (1, 1), (1, 2)]:
        q, p = ((x[b, t] / temperature).softmax(-1) for x in (student, teacher))
        divergences.append(float(sum(pi * (pi / qi).log() for pi, qi in zip(p, q, strict=True))))
        losses.append(-math.log(student[b, t].softmax(-1)[TARGETS[b, t]]))
    expected = 0.3 * sum(losses) / 4 + 0.7 * temperature**2 * sum(divergences) / 4
    config = DistillationConfig(weight=0.7, temperature=temperature)
    assert float(distillation_loss(student, teacher, TARGETS, config)) == pytest.approx(expected, rel=1e-9)


@CONFIGS
def test_the_gradient_is_that_of_differences_and_float32_agrees(temperature: float) -> None:
    config = DistillationConfig(weight=0.7, temperature=temperature)
    student, teacher = logits(0).requires_grad_(), logits(1)
    assert torch.autograd.gradcheck(lambda x: distillation_loss(x, teacher, TARGETS, config), student)
    distillation_loss(student, teacher, TARGETS, config).backward()
    single = logits(0).float().requires_grad_()
    distillation_loss(single, teacher.float(), TARGETS, config).backward()
    assert student.grad is not None
    assert single.grad is not None
    torch.testing.assert_close(single.grad, student.grad.float(), rtol=1e-4, atol=1e-6)
    assert (student.grad[TARGETS == -100] == 0).all()
    assert (student.grad[TARGETS != -100].abs().sum(-1) > 0).all()


@CONFIGS
def test_an_equal_teacher_teaches_nothing(temperature: float) -> None:
    student = network(0)
    config = DistillationConfig(weight=1.0, temperature=temperature)
    loss = Distillation(network(0), config).loss(student, *tokens())
    loss.backward()
    assert loss.item() == pytest.approx(0.0, abs=1e-6)
    assert all(p.grad is not None and p.grad.abs().max() < 1e-5 for p in student.parameters())


def test_without_a_teachers_share_it_is_the_plain_loss() -> None:
    student = network(0)
    loss = Distillation(network(1), DistillationConfig(weight=0.0)).loss(student, *tokens())
    torch.testing.assert_close(loss, student.loss(*tokens()))


def test_a_teacher_of_another_width_lowers_the_divergence_and_stays_as_it_is() -> None:
    student, teacher = network(0), network(1, d_model=32)
    distillation = Distillation(teacher, DistillationConfig(weight=1.0))
    before = {name: value.clone() for name, value in teacher.state_dict().items()}
    optimizer = torch.optim.Adam(student.parameters(), lr=0.02)
    losses = []
    for _ in range(30):
        loss = distillation.loss(student, *tokens())
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        losses.append(loss.item())
    assert losses[-1] < 0.5 * losses[0]
    assert all(torch.equal(value, before[name]) for name, value in teacher.state_dict().items())
    assert all(parameter.grad is None for parameter in teacher.parameters())
    plain = F.kl_div(
        *(n(tokens()[0])[:, 5:].log_softmax(-1) for n in (student, teacher)), log_target=True, reduction="sum"
    )
    assert distillation.loss(student, *tokens()).item() == pytest.approx(plain.item() / 14, rel=1e-3)


def test_bfloat16_logits_are_compared_in_float32() -> None:
    student, teacher = logits(0).bfloat16(), logits(1).bfloat16()
    loss = distillation_loss(student, teacher, TARGETS, DistillationConfig())
    assert loss.dtype == torch.float32
    assert torch.equal(loss, distillation_loss(student.float(), teacher.float(), TARGETS, DistillationConfig()))


def test_a_teacher_of_another_tokenizer_is_refused() -> None:
    merges = [("a", "b"), ("ab", "c"), ("x", "y")]
    ours = CodeTokenizer.of_size(merges, 259)
    check_teacher(CodeTokenizer.of_size(merges, 259), ours)
    with pytest.raises(UsageError, match="the teacher has a vocabulary of 260 tokens, the student of 259"):
        check_teacher(CodeTokenizer.of_size(merges, 260), ours)
    other = CodeTokenizer.of_size([merges[0], merges[2]], 259)
    with pytest.raises(UsageError, match="another one: token 258 is 'xy', the student's 'abc'") as failure:
        check_teacher(other, ours)
    assert "same corpus" in failure.value.hint


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"weight": 1.5}, r"distillation.weight must lie in \[0, 1\], got 1.5"),
        ({"temperature": 0.0}, "distillation.temperature must be above 0, got 0.0"),
        ({"temperature": float("nan")}, "distillation.temperature must be above 0, got nan"),
    ],
)
def test_settings_out_of_range_are_refused(changes: dict[str, float], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        DistillationConfig(**changes)


def test_teacher_and_student_keep_the_same_documents_apart() -> None:
    (drawn, targets), config = tokens(), DistillationConfig(weight=0.5)
    documents = documents_of(drawn, int(drawn[0, 6]))
    distillation = Distillation(network(1), config)
    apart = distillation.loss(network(0), drawn, targets, documents=documents)
    logits = [net(drawn, documents=documents) for net in (network(0), network(1))]
    torch.testing.assert_close(apart, distillation_loss(*logits, targets, config))
    assert apart != distillation.loss(network(0), drawn, targets)
