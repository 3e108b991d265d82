"""The plain negative log-likelihood of held-out text, in bits per byte.

Computed here from the logits, never taken from the trainer: no smoothing, no auxiliary loss can enter. Bytes
make different vocabularies comparable, and which documents are scored depends on their bytes alone, so that
every vocabulary is scored on the same text.

Shapes: N windows, B batch, T time, V vocabulary.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray

from autonas.errors import CandidateError
from autonas.protocols import Context, HeldOut, Stage, Trained

__all__ = ["Loss", "choose_documents", "document_nats", "plausible_floor"]

UNSCORED = -100  # target of a position that only gives context
BATCH_TOKENS = 8192
N_RESAMPLES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Scores held-out documents, each token exactly once.

    A document is preceded by the end-of-text token, as in training. One longer than `context` is read in
    windows of `context` tokens that start 3/4 of it apart: the first window scores all its tokens, a later
    one only what no window before it has scored, so that these have at least a quarter of the context behind
    them.

    Attributes:
        context: Window in tokens: the training context.
        max_bytes: How much text is scored: whole documents drawn by `seed`, none larger than an eighth of
            this.
        seed: Draws the documents and the bootstrap.
        alarm: Whether a loss below `plausible_floor` fails the candidate.
    """

    context: int = 256
    max_bytes: int = 262_144
    seed: int = 0
    alarm: bool = True

    def __post_init__(self) -> None:
        if self.context < 8:
            raise ValueError(f"context must be at least 8 tokens, got {self.context}")
        if self.max_bytes < 1024:
            raise ValueError(f"max_bytes must be at least 1024, got {self.max_bytes}")

    @property
    def metrics(self) -> Sequence[str]:
        return ("loss",)

    @property
    def stage(self) -> Stage:
        return "trained"

    def evaluate(self, subject: Trained, context: Context) -> Mapping[str, float]:
        """Returns the loss in bits per byte, and its 95 % interval by a bootstrap over documents.

        Raises:
            CandidateError: The loss is "not finite", or lower than a network of that size and training can
                reach ("implausible").
        """
        chosen = choose_documents(subject.held_out.n_bytes, max_bytes=self.max_bytes, seed=self.seed)
        nats = document_nats(subject, chosen, window=self.context, device=context.device)
        n_bytes = np.asarray(subject.held_out.n_bytes)[chosen].astype(np.float64)
        loss = float(nats.sum() / math.log(2) / n_bytes.sum())
        if not math.isfinite(loss):
            raise CandidateError(f"the held-out loss is {loss}", reason="not finite", hint="lower the learning rate")
        if self.alarm:
            _refuse_implausible(loss, subject)
        low, high = _bootstrap(nats / math.log(2), n_bytes, self.seed)
        return {"loss": loss, "loss.low": low, "loss.high": high}


def choose_documents(n_bytes: Any, *, max_bytes: int, seed: int) -> NDArray[np.int64]:
    """Returns indices of held-out documents of up to `max_bytes` together; the choice knows nothing but their
    sizes.

    Raises:
        CandidateError: No document is small enough.
    """
    sizes = np.asarray(n_bytes, dtype=np.int64)
    order = np.random.default_rng(seed).permutation(len(sizes))
    order = order[(sizes[order] > 0) & (sizes[order] <= max_bytes // 8)]
    chosen = order[np.cumsum(sizes[order]) <= max_bytes]
    if not len(chosen):
        raise CandidateError(
            f"no held-out document has between 1 and {max_bytes // 8} bytes",
            reason="no held-out text",
            hint="raise max_bytes of the loss evaluator, or give the corpus more text",
        )
    return np.sort(chosen)


@torch.no_grad()
def document_nats(trained: Trained, documents: NDArray[np.int64], *, window: int, device: str) -> NDArray[np.float64]:
    """Returns the negative log-likelihood of each document, its end included, in nats."""
    nats = np.zeros(len(documents))
    for inputs, targets, owners in _batches(trained.held_out, documents, window, trained.tokenizer.end_of_text):
        tokens = torch.from_numpy(inputs).to(device)  # (B, T)
        with trained.autocast():
            logits = trained.network(tokens)  # (B, T, V)
        wanted = torch.from_numpy(targets).to(device)
        losses = F.cross_entropy(
            logits.float().flatten(0, 1), wanted.flatten(), ignore_index=UNSCORED, reduction="none"
        )
        np.add.at(nats, owners, losses.view(wanted.shape).sum(dim=1, dtype=torch.float64).cpu().numpy())
    return nats


def _batches(
    held_out: HeldOut, documents: NDArray[np.int64], window: int, end_of_text: int
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]]:
    """Yields inputs and targets (B, T) of windows of similar length, and the document of each."""
    windows = [
        (owner, *piece)
        for owner, document in enumerate(documents)
        for piece in _windows(_document(held_out, int(document)), window, end_of_text)
    ]
    windows.sort(key=lambda item: -len(item[1]))  # little padding; the sort is stable, so the order is fixed
    while windows:
        length = len(windows[0][1])
        batch, windows = windows[: max(1, BATCH_TOKENS // length)], windows[max(1, BATCH_TOKENS // length) :]
        inputs = np.full((len(batch), length), end_of_text, dtype=np.int64)
        targets = np.full((len(batch), length), UNSCORED, dtype=np.int64)
        for row, (_, read, wanted) in enumerate(batch):
            inputs[row, : len(read)], targets[row, : len(read)] = read, wanted
        yield inputs, targets, np.array([owner for owner, _, _ in batch])


def _document(held_out: HeldOut, index: int) -> NDArray[np.int64]:
    return np.asarray(held_out.tokens[held_out.starts[index] : held_out.starts[index + 1]]).astype(np.int64)


def _windows(
    document: NDArray[np.int64], window: int, end_of_text: int
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Yields the (inputs, targets) of a document's windows; every token is a target exactly once."""
    stream = np.concatenate([[end_of_text], document])
    stride = window - window // 4
    scored = 0  # targets so far
    for start in range(0, len(document), stride):
        read, wanted = stream[start : start + window], stream[start + 1 : start + 1 + window].copy()
        read = read[: len(wanted)]
        wanted[: scored - start] = UNSCORED
        yield read, wanted
        scored = start + len(wanted)
        if scored >= len(document):
            return


def _bootstrap(bits: NDArray[np.float64], n_bytes: NDArray[np.float64], seed: int) -> tuple[float, float]:
    """Returns the 95 % interval of sum(bits) / sum(bytes) over resampled documents."""
    draws = np.random.default_rng(seed).integers(len(bits), size=(N_RESAMPLES, len(bits)))
    ratios = bits[draws].sum(axis=1) / n_bytes[draws].sum(axis=1)
    low, high = np.quantile(ratios, [0.025, 0.975])
    return float(low), float(high)


def plausible_floor(*, parameters: float, tokens: float) -> float:
    """Returns a loss in bits per byte of source code that no decoder of that size and training reaches.

    The form is a scaling law (Hoffmann et al. 2022) with constants well below what is seen: 0.35 + 0.25
    N^-1/4 + 0.25 D^-1/4 with N and D in millions. At 3M parameters and 6.6M tokens it is 0.70, where 1.20 is
    reached; a network that sees the token that it predicts ends near 0.
    """
    return 0.35 + 0.25 * (parameters / 1e6) ** -0.25 + 0.25 * (tokens / 1e6) ** -0.25


def _refuse_implausible(loss: float, trained: Trained) -> None:
    parameters = sum(parameter.numel() for parameter in trained.network.parameters())
    tokens = float(trained.curve[-1]["tokens"]) if trained.curve else math.inf
    floor = plausible_floor(parameters=parameters, tokens=tokens)
    if loss < floor:
        raise CandidateError(
            f"a held-out loss of {loss:.3f} bits per byte is below {floor:.3f}, the least that is plausible "
            f"for {parameters / 1e6:.2f}M parameters after {tokens / 1e6:.2f}M tokens",
            reason="implausible",
            hint="look for held-out text in the training data, or for a network that sees what it predicts",
        )
