"""What the collapse score is worth: false alarms, the course of training, spread, noise, and what it
foretells.

    python benchmarks/collapse_study.py real                   # real continuations: needs the corpus alone
    python benchmarks/collapse_study.py score FOLDER           # trained networks; see below
    python benchmarks/collapse_study.py tables FOLDER          # the tables again, from what `score` wrote

FOLDER holds checkpoints: NAME.safetensors, the state of a decoder, beside NAME.json with {"shape": fields of
the DecoderShape, "tokens": training tokens, "loss": held-out bits per byte, "run": the same for all budgets
of one shape}. `score` continues 48 held-out headers at six temperatures, twice with other headers and other
random numbers, and writes what it counted to FOLDER/collapse-NAME.npz.
"""

from __future__ import annotations

import argparse
import contextlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from safetensors.torch import load_file

from autonas.defaults import default_cache
from autonas.protocols import Trained
from evaluators.collapse import Collapse
from evaluators.prompts import KINDS
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape
from trainer.data import Corpus, CorpusConfig, prepare

LENGTHS = (32, 64, 96, 128)
TEMPERATURES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
SEEDS = (0, 1)
MODEST = (0.2, 0.4, 0.6, 0.8)  # the temperatures that are used
FACTOR = 8.0  # how much longer the training is that a proxy is to foretell

console = Console(width=150)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What one checkpoint wrote: (seed, prompt, temperature, length) repetitive or no Python."""

    run: str
    tokens: float
    loss: float
    repetitive: NDArray[np.bool_]
    broken: NDArray[np.bool_]

    def rate(
        self,
        what: str,
        *,
        temperatures: Sequence[float] = MODEST,
        lengths: Sequence[int] = (128,),
        seed: int | None = None,
    ) -> float:
        arrays = {
            "repetitive": self.repetitive,
            "broken": self.broken,
            "either": self.repetitive | self.broken,
            "only_repetitive": self.repetitive & ~self.broken,
        }
        values = arrays[what] if seed is None else arrays[what][[seed]]
        columns = [TEMPERATURES.index(temperature) for temperature in temperatures]
        return float(values[:, :, columns][..., [LENGTHS.index(length) for length in lengths]].mean())


Score = Callable[[Counted, int | None], float]
SCORES: Mapping[str, Score] = {
    "plain, t 0..1": lambda c, s: c.rate("repetitive", temperatures=TEMPERATURES, seed=s),
    "plain, greedy": lambda c, s: c.rate("repetitive", temperatures=(0.0,), seed=s),
    "plain, t .2..8": lambda c, s: c.rate("repetitive", seed=s),
    "no Python": lambda c, s: c.rate("broken", seed=s),
    "either": lambda c, s: c.rate("either", seed=s),
    "either, lengths": lambda c, s: c.rate("either", lengths=LENGTHS, seed=s),
    "no Python, lengths": lambda c, s: c.rate("broken", lengths=LENGTHS, seed=s),
    "either, t .2 .4": lambda c, s: c.rate("either", temperatures=(0.2, 0.4), lengths=LENGTHS, seed=s),
}


def wilson(hits: int, trials: int) -> tuple[float, float]:
    """Returns the 95 % interval of a rate."""
    z, share = 1.96, hits / trials
    middle = (share + z * z / 2 / trials) / (1 + z * z / trials)
    half = z / (1 + z * z / trials) * (share * (1 - share) / trials + z * z / 4 / trials**2) ** 0.5
    return max(0.0, middle - half), min(1.0, middle + half)


def study_real(corpus: Corpus, per_kind: int) -> None:
    """Judges how the authors themselves went on, as if networks had."""
    size = min(corpus.manifest.vocabularies)
    evaluator = Collapse(per_kind=per_kind, lengths=LENGTHS)
    held_out, tokenizer = corpus.held_out(size), corpus.tokenizer(size)
    drawn = [
        prompt
        for seed in range(20)  # each takes other headers of a document
        for prompt in replace(evaluator, seed=seed).prompts(held_out, tokenizer)
    ]
    prompts = list({(prompt.head, prompt.real): prompt for prompt in drawn}.values())
    repetitive, broken = evaluator.judge(prompts, [[prompt.real] for prompt in prompts])
    table = Table(title=f"False alarms on {len(prompts)} real held-out continuations, % (95 % interval)")
    for name in ("bytes", "repetitive", "no Python", "either"):
        table.add_column(name, justify="right")
    for number, length in enumerate(LENGTHS):
        cells = []
        for flags in (repetitive, broken, repetitive | broken):
            low, high = wilson(int(flags[..., number].sum()), len(prompts))
            cells.append(f"{100 * flags[..., number].mean():.2f} ({100 * low:.2f} .. {100 * high:.2f})")
        table.add_row(str(length), *cells)
    console.print(table)


def count(path: Path, corpus: Corpus, *, per_kind: int, context: int) -> None:
    """Lets one checkpoint write, and keeps what was counted."""
    sidecar = json.loads(path.with_suffix(".json").read_text())
    shape = DecoderShape(**sidecar["shape"])
    network = Decoder(shape)
    missing = network.load_state_dict(load_file(path), strict=False).missing_keys
    if set(missing) - ({"output.weight"} if shape.tied else set()):
        raise SystemExit(f"{path} lacks {missing}")
    trained = Trained(
        network=network.eval(),
        tokenizer=corpus.tokenizer(shape.vocab_size),
        held_out=corpus.held_out(shape.vocab_size),
        autocast=contextlib.nullcontext,
    )
    counted = []
    for seed in SEEDS:
        evaluator = Collapse(per_kind=per_kind, temperatures=TEMPERATURES, lengths=LENGTHS, context=context, seed=seed)
        prompts = evaluator.prompts(trained.held_out, trained.tokenizer)
        counted.append(evaluator.judge(prompts, evaluator.continuations(trained, prompts, "cpu")))
    np.savez_compressed(
        path.with_name(f"collapse-{path.stem}.npz"),
        repetitive=np.stack([repetitive for repetitive, _ in counted]),
        broken=np.stack([broken for _, broken in counted]),
        **{name: sidecar[name] for name in ("run", "tokens", "loss")},
    )


def load(folder: Path) -> list[Counted]:
    found = []
    for path in sorted(folder.glob("collapse-*.npz")):
        with np.load(path) as data:
            found.append(
                Counted(
                    run=str(data["run"]),
                    tokens=float(data["tokens"]),
                    loss=float(data["loss"]),
                    repetitive=data["repetitive"],
                    broken=data["broken"],
                )
            )
    return sorted(found, key=lambda counted: (counted.run, counted.tokens))


def tables(all_counted: Sequence[Counted]) -> None:
    course = Table(title="Over training")
    for name in ("run", "tokens, M", "bits/byte", *SCORES, *(f"t {t:g}" for t in TEMPERATURES), *KINDS):
        course.add_column(name, justify="right")
    for counted in all_counted:
        half = counted.broken.shape[1] // 2
        kinds = [(counted.repetitive | counted.broken)[:, rows].mean() for rows in (slice(half), slice(half, None))]
        course.add_row(
            counted.run,
            f"{counted.tokens / 1e6:.2f}",
            f"{counted.loss:.3f}",
            *(f"{score(counted, None):.3f}" for score in SCORES.values()),
            *(f"{counted.rate('repetitive', temperatures=(t,)):.2f}" for t in TEMPERATURES),
            *(f"{value:.2f}" for value in kinds),
        )
    console.print(course)
    console.print("(t 0 .. t 1: plain rate at each temperature; short and few_shot: either, all lengths)")
    summary = Table(title="What each score is worth")
    columns = (
        "score",
        "min",
        "median",
        "max",
        "s.d.",
        "noise",
        "retest rho",
        "worse with training",
        "largest rise",
    )
    for name in (*columns, "rho with itself at 8x", "with plain at 8x", "with the loss", "8x pairs"):
        summary.add_column(name, justify="right")
    for name, score in SCORES.items():
        summary.add_row(name, *_worth(score, all_counted))
    console.print(summary)


def _worth(score: Score, all_counted: Sequence[Counted]) -> list[str]:
    values = np.array([score(counted, None) for counted in all_counted])
    first, second = (np.array([score(counted, seed) for counted in all_counted]) for seed in (0, 1))
    noise = float(np.sqrt(np.mean((first - second) ** 2) / 2))  # standard deviation of one measurement
    rises = [
        score(after, None) - score(before, None) for before, after in pairwise(all_counted) if before.run == after.run
    ]
    pairs = [
        (proxy, longer)
        for proxy in all_counted
        for longer in all_counted
        if proxy.run == longer.run and abs(longer.tokens / proxy.tokens - FACTOR) < 0.1 * FACTOR
    ]
    plain = SCORES["plain, t .2..8"]
    early = [score(proxy, None) for proxy, _ in pairs]
    return [
        *(f"{value:.3f}" for value in (values.min(), np.median(values), values.max(), values.std(), noise)),
        f"{spearman(first, second):.2f}",
        f"{sum(rise > 2 * noise for rise in rises)} of {len(rises)}",
        f"{max(rises, default=0.0):.3f}",
        f"{spearman(early, [score(longer, None) for _, longer in pairs]):.2f}",
        f"{spearman(early, [plain(longer, None) for _, longer in pairs]):.2f}",
        f"{spearman(values, [counted.loss for counted in all_counted]):.2f}",
        str(len(pairs)),
    ]


def spearman(first: Sequence[float] | NDArray[np.float64], second: Sequence[float] | NDArray[np.float64]) -> float:
    """Returns Spearman's rank correlation, ties sharing their mean rank; nan for fewer than three pairs."""
    if len(first) < 3:
        return float("nan")
    ranks = [_ranks(np.asarray(values)) for values in (first, second)]
    if not all(rank.std() for rank in ranks):
        return float("nan")
    return float(np.corrcoef(*ranks)[0, 1])


def _ranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.array([(values < value).sum() + ((values == value).sum() - 1) / 2 for value in values])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("real", "score", "tables"))
    parser.add_argument("folder", nargs="?", type=Path, help="folder of checkpoints")
    parser.add_argument("--corpus", type=Path, help="a prepared corpus; the embedded default if left out")
    parser.add_argument("--prompts", type=int, help="of each kind (24; 1,000 for `real`)")
    parser.add_argument("--context", type=int, default=128, help="tokens of prompt and continuation (128)")
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    args = parser.parse_args()
    if args.what != "real" and (args.folder is None or not args.folder.is_dir()):
        parser.error(f"a folder of checkpoints is needed, got {args.folder}")
    torch.set_num_threads(args.threads)
    if args.what == "tables":
        tables(load(args.folder))
        return
    corpus = Corpus(args.corpus) if args.corpus else prepare(CorpusConfig(), default_cache(), [2048])
    if args.what == "real":
        study_real(corpus, args.prompts or 1000)
        return
    for path in sorted(args.folder.glob("*.safetensors")):
        if not path.with_name(f"collapse-{path.stem}.npz").exists():
            count(path, corpus, per_kind=args.prompts or 24, context=args.context)
            console.print(f"scored {path.stem}")
    tables(load(args.folder))


if __name__ == "__main__":
    main()
