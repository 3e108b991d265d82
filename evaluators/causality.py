"""Proof by experiment that a network is causal, before it may train.

A network whose positions see the tokens they have to predict reaches any loss; all that is measured on it is
worthless. So every candidate is tried, where it was built and on the device that will train it: changing tokens
must leave all earlier logits as they were, in evaluation and in training mode, at short and long lengths, and the
cached form, which cannot see ahead because it has not been given what comes, must agree with the full forward pass.
The loss that is trained must be the negative log-likelihood of those logits.

Shapes: B batch, T time, C channels, V vocabulary.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from autonas.errors import CandidateError
from autonas.protocols import Context, Stage

__all__ = ["Causality"]

EXHAUSTIVE_LENGTH = 17  # every token is changed on its own; prime, so that no chunk divides it
Trace = dict[str, tuple[Tensor, Tensor]]  # module path -> what it read and what it gave, (B, T, ...)


@dataclass(frozen=True, slots=True, kw_only=True)
class Causality:
    """Refuses a network that sees ahead, naming the module.

    The trial uses a copy whose weights are disturbed: fresh networks may have output matrices of zeros,
    behind which a leak would hide until training opens them. Dropout draws the same masks in both runs of a
    comparison.

    Attributes:
        context: Longest length tried: the training context.
        tolerance: Largest change that is rounding, as a share of the spread of what changed (float32).
        positions: At lengths too long to change each token, how many positions the changed text may begin at.
        seed: Draws the tokens and the disturbance.
    """

    context: int = 256
    tolerance: float = 1e-3
    positions: int = 3
    seed: int = 0

    def __post_init__(self) -> None:
        if self.context < 2:
            raise ValueError(f"context must be at least 2 tokens, got {self.context}")
        if not 0 < self.tolerance < 0.1:
            raise ValueError(f"tolerance must lie in (0, 0.1), got {self.tolerance}")
        if self.positions < 1:
            raise ValueError(f"positions must be at least 1, got {self.positions}")

    @property
    def metrics(self) -> Sequence[str]:
        return ()

    @property
    def stage(self) -> Stage:
        return "built"

    def evaluate(self, subject: Any, context: Context) -> Mapping[str, float]:
        """Returns nothing for a causal network.

        Raises:
            CandidateError: "not causal" (the message names the module, the positions and the mode), "wrong
                cache", "wrong loss" or "not finite".
        """
        generator = torch.Generator().manual_seed(self.seed)
        with torch.random.fork_rng(devices=[]):
            network = _disturbed(subject, generator)
            n_vocab = _n_vocab(network)
            trials = [_single_changes(min(EXHAUSTIVE_LENGTH, self.context), n_vocab, generator)]
            for length in sorted({min(67, self.context), self.context}):
                trials.append(_suffix_changes(length, n_vocab, self.positions, generator))
            # Other code may run on the device that trains: kernels instead of plain PyTorch.
            for device in dict.fromkeys((_device(network), torch.device(context.device))):
                with _names(device):
                    self._check(network.to(device), trials)
        return {}

    def _check(self, network: nn.Module, trials: Sequence[_Trial]) -> None:
        """Raises if the network fails one of the trials where it is."""
        for trial in trials:
            for training in (True, False):
                self._check_future(network.train(training), trial)
        self._check_cache(network.eval(), trials[0].base[:1], [1] * trials[0].base.shape[1])
        self._check_cache(network, trials[-1].base[:1], _parts(self.context))
        if hasattr(network, "loss"):
            self._check_loss(network.train(), trials[0].base)

    def _check_future(self, network: nn.Module, trial: _Trial) -> None:
        """Raises if logits before a changed token differ."""
        before, after = _run(network, trial.base), _run(network, trial.changed)
        if not before.isfinite().all():
            raise CandidateError("the untrained network gives logits that are not finite", reason="not finite")
        earlier = torch.arange(before.shape[1], device=before.device) < trial.starts.to(before.device)[:, None]
        if not self._differs(before, after, earlier).any():
            return
        raise CandidateError(self._blame(network, trial, earlier), reason="not causal", hint=HINT)

    def _differs(self, before: Tensor, after: Tensor, where: Tensor) -> Tensor:
        """Returns (B, T): the positions of `where` at which (B, T, ...) changed by more than rounding."""
        change = (after - before).abs().flatten(2).amax(-1)
        spread = before.float().std().clamp(min=1e-12)
        return ~(change <= self.tolerance * spread) & where  # what is not finite differs

    def _blame(self, network: nn.Module, trial: _Trial, earlier: Tensor) -> str:
        """Describes the innermost module whose output before a change differs although its input does not."""
        before, after = _traced(network, trial.base), _traced(network, trial.changed)
        culprit, dirty = (
            "the network",
            self._differs(_run(network, trial.base), _run(network, trial.changed), earlier),
        )
        for path, (read, given) in before.items():
            if path not in after or after[path][1].shape != given.shape or given.shape[:2] != earlier.shape:
                continue
            leaks = self._differs(given, after[path][1], earlier)
            if leaks.any() and not self._differs(read, after[path][0], earlier).any():
                culprit, dirty = _describe(network, path), leaks
                break
        row = int(dirty.any(1).nonzero()[0])
        seer, seen = int(dirty[row].nonzero()[-1]), int(trial.starts[row])
        later = "" if trial.single else " or later"
        mode = f"{'training' if network.training else 'evaluation'} mode, length {trial.base.shape[1]}"
        return f"{culprit} lets position {seer} see position {seen}{later} ({mode})"

    def _check_cache(self, network: nn.Module, tokens: Tensor, parts: Sequence[int]) -> None:
        """Raises if the cached form, fed `parts` tokens at a time, disagrees with the full forward pass."""
        whole = _run(network, tokens)
        everywhere = torch.ones(tokens.shape, dtype=torch.bool, device=whole.device)
        wrong = self._differs(whole, _run(network, tokens, parts), everywhere)
        if not wrong.any():
            return
        culprit = "the network"
        full, cached = _traced(network, tokens), _traced(network, tokens, parts)
        for path, (read, given) in full.items():
            if path not in cached or cached[path][1].shape != given.shape or given.shape[:2] != tokens.shape:
                continue
            same_input = not self._differs(read, cached[path][0], everywhere).any()
            if same_input and self._differs(given, cached[path][1], everywhere).any():
                culprit = _describe(network, path)
                break
        raise CandidateError(
            f"{culprit} gives other results with its cache than in one pass, first at position "
            f"{int(wrong.any(0).nonzero()[0])} of {tokens.shape[1]}",
            reason="wrong cache",
            hint="compare the cached form with the full forward pass one token at a time",
        )

    def _check_loss(self, network: nn.Module, tokens: Tensor) -> None:
        """Raises if the loss that is trained is not the negative log-likelihood of the logits.

        The targets are the network's own first choices: for these every smoothing is a higher loss, while for random
        targets it may come out the same.
        """
        logits = _run(network, tokens)
        targets = logits.argmax(dim=-1)
        torch.manual_seed(self.seed)
        with torch.no_grad():
            claimed = float(network.loss(tokens.to(targets.device), targets))
        plain = float(F.cross_entropy(logits.flatten(0, 1), targets.flatten()))
        if not abs(claimed - plain) <= self.tolerance * max(1.0, plain):
            raise CandidateError(
                f"the network's loss is {claimed:.4f}, the negative log-likelihood of its logits {plain:.4f}",
                reason="wrong loss",
                hint="return the plain negative log-likelihood of the targets",
            )


@contextmanager
def _names(device: torch.device) -> Iterator[None]:
    """Says of a refusal on another device than the CPU where it was."""
    try:
        yield
    except CandidateError as error:
        if device.type == "cpu":
            raise
        raise CandidateError(f"on {device}: {error.message}", reason=error.reason, hint=error.hint) from None


HINT = "mask the future in this module; no block may read later positions, in any mode"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trial:
    """Rows of tokens, and the same with something changed from `starts` on."""

    base: Tensor  # (B, T), all rows alike
    changed: Tensor  # (B, T)
    starts: Tensor  # (B,)
    single: bool  # one token changed a row, or all from there on


def _single_changes(length: int, n_vocab: int, generator: torch.Generator) -> _Trial:
    """Changes each token but the first on its own, one a row."""
    base = torch.randint(n_vocab, (1, length), generator=generator).repeat(length - 1, 1)
    starts = torch.arange(1, length)
    changed = base.clone()
    rows = torch.arange(length - 1)
    changed[rows, starts] = _others(base[rows, starts], n_vocab, generator)
    return _Trial(base=base, changed=changed, starts=starts, single=True)


def _suffix_changes(length: int, n_vocab: int, rows: int, generator: torch.Generator) -> _Trial:
    """Changes all tokens from a position on: the last one alone, the middle, and random positions."""
    base = torch.randint(n_vocab, (1, length), generator=generator).repeat(rows, 1)
    starts = torch.randint(1, length, (rows,), generator=generator)
    starts[0] = length - 1
    if rows > 1:
        starts[1] = length // 2
    after = torch.arange(length) >= starts[:, None]
    changed = torch.where(after, _others(base, n_vocab, generator), base)
    return _Trial(base=base, changed=changed, starts=starts, single=False)


def _others(tokens: Tensor, n_vocab: int, generator: torch.Generator) -> Tensor:
    """Returns random tokens, each different from the one it replaces."""
    return (tokens + torch.randint(1, n_vocab, tokens.shape, generator=generator)) % n_vocab


def _parts(length: int) -> list[int]:
    """Splits a length for the cache: one token, a first piece, the bulk, then single tokens."""
    head, tail = min(1, length), min(5, length // 4)
    piece = min(17, (length - head - tail) // 2)
    parts = [head, piece, length - head - piece - tail] + [1] * tail
    return [part for part in parts if part]


@torch.no_grad()
def _disturbed(network: nn.Module, generator: torch.Generator) -> nn.Module:
    """Returns a copy with noise added to each parameter, of the size that keeps activations in range."""
    network = copy.deepcopy(network)
    for parameter in network.parameters():
        scale = 0.5 / parameter.shape[-1] ** 0.5 if parameter.dim() > 1 else 0.05
        noise = torch.randn(parameter.shape, generator=generator)
        parameter.add_(noise.to(parameter.device, parameter.dtype), alpha=scale)
    return network


def _device(network: nn.Module) -> torch.device:
    return next(network.parameters()).device


def _n_vocab(network: nn.Module) -> int:
    with torch.no_grad():
        return int(network.eval()(torch.zeros(1, 1, dtype=torch.int64, device=_device(network))).shape[-1])


def _run(network: Callable[..., Tensor], tokens: Tensor, parts: Sequence[int] = ()) -> Tensor:
    """Returns the logits (B, T, V) of one pass, or of the cached form fed `parts` tokens at a time."""
    torch.manual_seed(0)  # the same dropout masks in every run
    tokens = tokens.to(_device(network))  # type: ignore[arg-type]
    # Some code takes another path when gradients are recorded, so training mode records them.
    with torch.set_grad_enabled(network.training):  # type: ignore[attr-defined]
        if not parts:
            return network(tokens).detach().float()
        cache = network.new_cache(batch_size=tokens.shape[0], max_tokens=tokens.shape[1])  # type: ignore[attr-defined]
        pieces = [network(piece, cache=cache) for piece in tokens.split(list(parts), dim=1)]
        return torch.cat(pieces, dim=1).detach().float()


def _traced(network: nn.Module, tokens: Tensor, parts: Sequence[int] = ()) -> Trace:
    """Returns what each module read and gave, in the order in which they finished: inner before outer."""
    calls: dict[str, list[tuple[Tensor, Tensor]]] = {}
    with _recording(network, calls):
        _run(network, tokens, parts)
    joined = {}
    for path, pairs in calls.items():
        if len({(read.shape[2:], given.shape[2:]) for read, given in pairs}) == 1:
            read, given = zip(*pairs, strict=True)
            joined[path] = (torch.cat(read, dim=1), torch.cat(given, dim=1))
    return joined


@contextmanager
def _recording(network: nn.Module, calls: dict[str, list[tuple[Tensor, Tensor]]]) -> Iterator[None]:
    def recorder(path: str) -> Callable[..., None]:
        def record(module: nn.Module, inputs: tuple[Any, ...], output: Any) -> None:
            del module
            read = inputs[0] if inputs else None
            if isinstance(read, Tensor) and isinstance(output, Tensor) and read.dim() > 1 and output.dim() > 2:
                read = read[..., None] if read.dim() == 2 else read  # token ids
                calls.setdefault(path, []).append((read.detach().float(), output.detach().float()))

        return record

    hooks = [module.register_forward_hook(recorder(path)) for path, module in network.named_modules() if path]
    try:
        yield
    finally:
        for hook in hooks:
            hook.remove()


def _describe(network: nn.Module, path: str) -> str:
    """Names a mixer by its family and layer, any other module by its class and path."""
    kind = type(network.get_submodule(path)).__name__
    families = getattr(getattr(network, "shape", None), "mixers", None)
    match = re.search(r"\b(\d+)\.mixer\b", path)
    if families and match:
        family = families[int(match[1])]
        inside = path[match.end() + 1 :]
        return f"mixer {family!r} of layer {match[1]} ({f'{inside}: ' if inside else ''}{kind})"
    return f"{kind} ({path})"
