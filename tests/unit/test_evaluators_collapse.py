"""The collapse score: what it counts, that it repeats, and that it does not reward ignorance."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from autonas.protocols import SAMPLES, Context, HeldOut, Trained
from evaluators.collapse import Collapse
from evaluators.prompts import Prompt

EVALUATOR = Collapse(per_kind=8, n_tokens=40, lengths=(20, 40), context=400)
DOCUMENT = """def first{n}(a, b):
    total = a{n} + b
    for item in range(total):
        total -= item * a
    return total


class Second{n}:
    def area(self):
        return self.width * self.height

    def rest(self):
        return sorted(self.values)[0]
"""


class Characters:
    end_of_text, n_vocab = 0, 128

    def encode(self, text: str) -> list[int]:
        return [ord(c) for c in text]

    def decode(self, ids: Sequence[int]) -> str:
        return "".join(map(chr, ids))


class Writer(nn.Module):
    """Writes what `follow` says comes after the text so far."""

    def __init__(self, follow: Callable[[str], str]) -> None:
        super().__init__()
        self.follow, self.weight = follow, nn.Parameter(torch.zeros(1))

    def new_cache(self, *, batch_size: int, max_tokens: int) -> list[str]:
        del max_tokens
        return [""] * batch_size

    def forward(self, tokens: Tensor, cache: list[str]) -> Tensor:
        logits = torch.zeros(*tokens.shape, 128)
        for row, ids in enumerate(tokens.tolist()):
            cache[row] += "".join(map(chr, ids))
            logits[row, -1, ord(self.follow(cache[row]))] = 30.0
        return logits


def trained(network: nn.Module) -> Trained:
    documents = [[*map(ord, DOCUMENT.replace("{n}", f"_{n}")), 0] for n in range(20)]
    held_out = HeldOut(
        tokens=np.array([token for document in documents for token in document]),
        starts=np.cumsum([0, *map(len, documents)]),
        n_bytes=np.array([len(document) - 1 for document in documents]),
    )
    return Trained(network=network, tokenizer=Characters(), held_out=held_out, autocast=contextlib.nullcontext)


@pytest.fixture
def context(tmp_path: Path) -> Context:
    return Context(seed=0, device="cpu", cache=tmp_path, folder=tmp_path)


def test_cycle_collapses_and_is_still_python(context: Context) -> None:
    scores = EVALUATOR.evaluate(trained(Writer(lambda _: " ")), context)
    assert scores["collapse_plain"] == 1
    assert scores["parse_rate"] == 1
    assert scores["collapse"] == 1


def test_noise_is_no_repetition_but_collapses_all_the_same(context: Context) -> None:
    random = np.random.default_rng(0)
    scores = EVALUATOR.evaluate(trained(Writer(lambda _: chr(random.integers(33, 127)))), context)
    assert scores["collapse_plain"] == 0
    assert scores["parse_rate"] < 0.3
    assert scores["collapse"] > 0.7
    assert scores["collapse.low"] <= scores["collapse"] <= scores["collapse.high"]


def test_good_code_scores_zero(context: Context) -> None:
    script = "".join(f"\n    {a}{b} = {b}({a} + {ord(a)})" for a in "pqrst" for b in "vwxyz")

    def follow(text: str) -> str:
        end = text.find(":", max(text.rfind("def first"), text.rfind("class Second")))
        return script[(len(text) - end - 1) % len(script)]  # what is returned within the prompt is not used

    scores = EVALUATOR.evaluate(trained(Writer(follow)), context)
    assert scores["collapse"] == 0
    assert scores["parse_rate"] == 1
    assert scores["collapse_plain"] == 0


def test_splits_average_to_the_score_and_all_metrics_are_there(context: Context) -> None:
    random = np.random.default_rng(0)
    scores = EVALUATOR.evaluate(trained(Writer(lambda _: "ab ()\n"[random.integers(6)])), context)
    assert set(scores) == {*EVALUATOR.metrics, "collapse.low", "collapse.high"}
    by_temperature = [scores[f"collapse_t{t:g}"] for t in EVALUATOR.temperatures]
    assert np.mean(by_temperature) == pytest.approx(scores["collapse"])
    assert (scores["collapse_short"] + scores["collapse_few_shot"]) / 2 == pytest.approx(scores["collapse"])


def test_what_broke_stays_broken_at_greater_lengths() -> None:
    prompt = Prompt(kind="short", text="def f():\n", head="def f():\n", real="")
    repetitive, broken = EVALUATOR.judge([prompt], [["    a = = 2\n" + "    c = dfghj(k, lmn)\n" * 4]])
    assert broken[0, 0].tolist() == [True, True]
    assert repetitive[0, 0].tolist() == [False, False]


def test_samples_are_marked_where_they_degenerate() -> None:
    prompt = Prompt(kind="short", text="def f():\n", head="def f():\n", real="")
    row = ["    return é = 1\n", "    a = 1\n" * 9, "    return 1\n"]
    evaluator = replace(EVALUATOR, temperatures=(0.2, 0.4, 0.6))
    shown = evaluator.marked([prompt], [row], *evaluator.judge([prompt], [row]))
    assert shown.startswith("50.0% collapsed: 3 of 6 judgements")
    blocks = shown.split("--- temperature")[1:]
    assert "    return é = 1\n[[no Python]]" in blocks[0]
    assert blocks[1].count("[[repeats]]") == 1
    assert "[[" not in blocks[2]
    assert blocks[1].replace("[[repeats]]", "").count("    a = 1\n") == 9


def test_samples_are_kept_with_the_score_they_gave(context: Context) -> None:
    scores = EVALUATOR.evaluate(trained(Writer(lambda _: " ")), context)
    kept = (context.folder / SAMPLES).read_text()
    assert kept.startswith(f"{scores['collapse']:.1%} collapsed")
    samples = kept.split("--- temperature")[1:]
    assert len(samples) == 2 * EVALUATOR.per_kind * len(EVALUATOR.temperatures)
    assert all(sample.count("[[repeats]]") == 1 for sample in samples)


def test_real_continuations_are_not_degenerate() -> None:
    subject = trained(Writer(lambda _: "a"))
    prompts = EVALUATOR.prompts(subject.held_out, subject.tokenizer)
    repetitive, broken = EVALUATOR.judge(prompts, [[prompt.real] for prompt in prompts])
    assert not repetitive.any()
    assert not broken.any()


def test_same_candidate_same_score_and_prompts_follow_the_seed(context: Context) -> None:
    def score(seed: int) -> object:
        random = np.random.default_rng(1)
        weights = torch.from_numpy(random.normal(0, 2, (128, 128))).float()

        class Chain(Writer):
            def forward(self, tokens: Tensor, cache: list[str]) -> Tensor:
                del cache
                return weights[tokens]

        return replace(EVALUATOR, seed=seed).evaluate(trained(Chain(lambda text: text)), context)

    assert score(0) == score(0)
    assert score(0) != score(1)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"per_kind": 2}, "per_kind must be at least 8 prompts, got 2"),
        ({"temperatures": ()}, r"temperatures must lie in \[0, 2\], got \(\)"),
        ({"temperatures": (0.2, 3.0)}, r"got \(0.2, 3.0\)"),
        ({"top_p": 0.0}, r"top_p must lie in \(0, 1\], got 0.0"),
        ({"n_tokens": 128}, "n_tokens must lie in 8 .. context - 1 = 127, got 128"),
        ({"lengths": (5,)}, r"lengths must lie in 8 .. 1024 bytes, got \(5,\)"),
    ],
)
def test_bad_fields_are_refused(changes: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Collapse(**changes)
