"""What the collapse score is worth: false alarms, the course of training, spread, noise, and what it foretells.

    python benchmarks/collapse_study.py real               # how authors went on themselves: needs the corpus alone
    python benchmarks/collapse_study.py train COURSE       # three shapes at six budgets and three seeds, 2 h of CPU
    python benchmarks/collapse_study.py write FOLDER ...   # lets the networks of each FOLDER write, 5 s of CPU each
    python benchmarks/collapse_study.py tables FOLDER ...  # judges what they wrote

FOLDER is COURSE, or what `benchmarks/fidelity.py run FOLDER` has left. Each network continues 48 headers at six
temperatures, twice, with other headers and other random numbers; FOLDER/NAME/continuations.json keeps the texts.
"""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import json
import multiprocessing
import os
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from scipy.stats import spearmanr

from autonas.defaults import default_cache
from autonas.fidelity import spearman
from autonas.protocols import Context, Trained
from evaluators.collapse import Collapse
from evaluators.loss import Loss
from evaluators.prompts import Prompt
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape
from studies.codelm import codelm
from trainer.checkpoint import load_weights
from trainer.data import Corpus, prepare
from trainer.proxy import ProxyTrainer

SEEDS = (0, 1)  # of prompts and random numbers
GRID = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
USED = (0.2, 0.4, 0.6, 0.8)
LENGTHS = (32, 64, 96, 128)
FACTORS = (0.25, 0.5, 1, 2, 4, 8)  # of the study's budget
FORETOLD = 8  # the budget that the score is to foretell

console = Console(width=170)


def _shape(**changes: Any) -> DecoderShape:
    fields: dict[str, Any] = {
        "n_layers": 3, "d_model": 80, "n_heads": 2, "n_kv_heads": 1, "d_ff": 208, "activation": "swiglu",
        "norm": "rmsnorm", "position": "rope", "qk_norm": True, "tied": True, "dropout": 0.0, "window": 0,
        "vocab_size": 2048, "token_shift": True,
    }  # fmt: skip
    return DecoderShape(**{**fields, **changes})


COURSE = {
    "small": _shape(n_layers=2, d_model=48, n_heads=1, n_kv_heads=1, d_ff=128),
    "middle": _shape(),
    "large": _shape(n_layers=4, d_model=112, n_heads=4, n_kv_heads=2, d_ff=304, position="alibi", tied=False),
}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What one network wrote, judged: (seed, prompt, temperature, length) repetitive or no Python."""

    run: str  # the same for all budgets of a shape
    factor: float
    loss: float
    repetitive: NDArray[np.bool_]
    broken: NDArray[np.bool_]

    def rate(self, what: str, temperatures: Sequence[float], lengths: Sequence[int], seed: int | None) -> float:
        flags = {
            "plain": self.repetitive, "no Python": self.broken, "either": self.repetitive | self.broken,
        }[what]  # fmt: skip
        flags = flags if seed is None else flags[[seed]]
        flags = flags[:, :, [GRID.index(temperature) for temperature in temperatures]]
        return float(flags[..., [LENGTHS.index(length) for length in lengths]].mean())


def _score(what: str, temperatures: Sequence[float], lengths: Sequence[int]) -> Callable[[Written, int | None], float]:
    return lambda written, seed: written.rate(what, temperatures, lengths, seed)


SCORES: Mapping[str, Callable[[Written, int | None], float]] = {
    "plain, greedy": _score("plain", (0.0,), (128,)),
    "plain, t 0 .. 1": _score("plain", GRID, (128,)),
    "plain, t .2 .. .8": _score("plain", USED, (128,)),
    "no Python": _score("no Python", USED, (128,)),
    "no Python, all lengths": _score("no Python", USED, LENGTHS),
    "either": _score("either", USED, (128,)),
    "either, all lengths": _score("either", USED, LENGTHS),
    "either, all lengths, t .2": _score("either", (0.2,), LENGTHS),
    "either, all lengths, t .8": _score("either", (0.8,), LENGTHS),
}
CHOSEN, PLAIN = "either, all lengths", "plain, t .2 .. .8"


def real() -> None:
    """Judges how the authors themselves went on, as if networks had."""
    corpus = _corpus(2048)
    prompts = {
        (prompt.head, prompt.real): prompt
        for seed in range(20)  # each takes other headers of a document
        for prompt in _evaluator(1000, seed).prompts(corpus.held_out(2048), corpus.tokenizer(2048))
    }
    judged = _evaluator(1000, 0).judge(list(prompts.values()), [[prompt.real] for prompt in prompts.values()])
    repetitive, broken = (flags[:, 0] for flags in judged)  # (P, L)
    names = ("bytes", "repetitive", "no Python", "either")
    rows = [
        [str(length), *(_wilson(flags[:, number]) for flags in (repetitive, broken, repetitive | broken))]
        for number, length in enumerate(LENGTHS)
    ]
    _print(f"False alarms on {len(prompts)} real held-out continuations, % (95 % interval)", names, rows)


def _wilson(hits: NDArray[np.bool_]) -> str:
    z, n, share = 1.96, len(hits), float(hits.mean())
    middle = (share + z * z / 2 / n) / (1 + z * z / n)
    half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / 4 / n**2) ** 0.5
    return f"{100 * share:.2f} ({100 * max(0.0, middle - half):.2f} .. {100 * (middle + half):.2f})"


def train(folder: Path, workers: int) -> None:
    """Trains the shapes of COURSE at all budgets, and at the study's with other seeds."""
    folder.mkdir(parents=True, exist_ok=True)
    done = {result["name"] for result in _read(folder)}
    jobs = [(name, factor, 0) for factor in FACTORS for name in COURSE]
    jobs += [(name, 1, seed) for seed in (1, 2) for name in COURSE]
    jobs = [job for job in jobs if _name(*job) not in done]
    with _pool(workers) as pool, (folder / "results.jsonl").open("a") as file:
        for result in pool.imap_unordered(_train, [(*job, str(folder)) for job in jobs]):
            print(json.dumps(result), file=file, flush=True)
            console.print(f"{result['name']}: {result['metrics']['loss']:.3f} bits per byte")


def _name(shape: str, factor: float, seed: int) -> str:
    return f"{shape}-x{factor:g}" + (f"-seed{seed}" if seed else "")


def _train(job: tuple[str, float, int, str]) -> dict[str, Any]:
    shape_name, factor, seed, out = job
    study, shape, name = codelm("cpu"), COURSE[shape_name], _name(*job[:3])
    assert study.trainer is not None
    assert study.budget is not None
    budget = dataclasses.replace(study.budget, tokens=int(study.budget.tokens * factor))
    context = Context(seed=seed, device="cpu", cache=default_cache(), folder=Path(out) / name)
    context.folder.mkdir(parents=True, exist_ok=True)
    trained = study.trainer.train(study.space.build(shape, seed), budget, context)
    metrics = Loss(context=budget.context).evaluate(trained, context)
    number = shape_name + (f" seed {seed}" if seed else "")
    fields = dataclasses.asdict(shape)
    return {"name": name, "number": number, "factor": factor, "shape": fields, "metrics": dict(metrics)}


def write(folders: Sequence[Path], workers: int) -> None:
    jobs = [(result, folder) for folder in folders for result in _read(folder)]
    jobs = [job for job in jobs if not (job[1] / job[0]["name"] / "continuations.json").exists()]
    with _pool(workers) as pool:
        for name in pool.imap_unordered(_write, jobs):
            console.print(f"{name} has written")


def _write(job: tuple[dict[str, Any], Path]) -> str:
    result, folder = job
    shape = DecoderShape(**result["shape"])
    network = Decoder(shape).eval()
    load_weights(network, folder / result["name"] / "weights.safetensors")
    corpus = _corpus(shape.vocab_size)
    trained = Trained(
        network=network,
        tokenizer=corpus.tokenizer(shape.vocab_size),
        held_out=corpus.held_out(shape.vocab_size),
        autocast=contextlib.nullcontext,
    )
    written = []
    for seed in SEEDS:
        evaluator = _evaluator(24, seed)
        prompts = evaluator.prompts(trained.held_out, trained.tokenizer)
        texts = evaluator.continuations(trained, prompts, "cpu")
        written.append({"prompts": [dataclasses.asdict(prompt) for prompt in prompts], "texts": texts})
        for prompt in written[-1]["prompts"]:
            prompt["real"] = prompt["real"][: max(LENGTHS)]
    (folder / result["name"] / "continuations.json").write_text(json.dumps(written))
    return str(folder / result["name"])


def load(folders: Sequence[Path]) -> list[Written]:
    found = []
    for folder in folders:
        for result in _read(folder):
            path = folder / result["name"] / "continuations.json"
            judged = [
                _evaluator(24, 0).judge([Prompt(**prompt) for prompt in one["prompts"]], one["texts"])
                for one in json.loads(path.read_text())
            ]
            found.append(
                Written(
                    run=str(result["number"]),
                    factor=result["factor"],
                    loss=result["metrics"]["loss"],
                    repetitive=np.stack([repetitive for repetitive, _ in judged]),
                    broken=np.stack([broken for _, broken in judged]),
                )
            )
    return sorted(found, key=lambda written: (len(written.run), written.run, written.factor))


def tables(networks: Sequence[Written]) -> None:
    rows = [
        [w.run, f"{w.factor:g}", f"{w.loss:.3f}", *(f"{score(w, None):.3f}" for score in SCORES.values())]
        for w in networks
    ]
    _print("Over training", ("shape", "budget", "bits/byte", *SCORES), rows)
    names = ("score", "least", "median", "most", "s.d.", "noise", "retest", "worse", "by", "itself", "plain", "loss")
    _print("What each score is worth", names, [[name, *_worth(score, networks)] for name, score in SCORES.items()])
    console.print(
        "least .. s.d.: over shapes at the study's budget. noise: standard deviation from prompts and random numbers.\n"
        "retest: rank correlation between two of them. worse: how often a greater budget scored worse by more than\n"
        "twice the noise, and by how much at most. itself, plain: rank correlation between the study's budget and the\n"
        f"same score, or the plain one, at {FORETOLD} times it. loss: with the loss at the study's budget."
    )


def _worth(score: Callable[[Written, int | None], float], networks: Sequence[Written]) -> list[str]:
    values = np.array([score(w, None) for w in networks if w.factor == 1])
    losses = [w.loss for w in networks if w.factor == 1]
    first, second = (np.array([score(w, seed) for w in networks]) for seed in SEEDS)
    noise = float(np.sqrt(np.mean((first - second) ** 2) / 2 / len(SEEDS)))  # of the mean over the seeds
    once = [w.factor == 1 for w in networks]
    rises = [score(b, None) - score(a, None) for a, b in pairwise(networks) if a.run == b.run]
    longer = {w.run: w for w in networks if w.factor == FORETOLD}
    pairs = [(w, longer[w.run]) for w in networks if w.factor == 1 and w.run in longer]
    early = [score(w, None) for w, _ in pairs]
    return [
        *(f"{value:.2f}" for value in (values.min(), np.median(values), values.max(), values.std())),
        f"{noise * len(SEEDS) ** 0.5:.3f}",
        f"{spearmanr(first[once], second[once]).statistic:.2f}",
        f"{sum(rise > 2 * 2**0.5 * noise for rise in rises)} of {len(rises)}",
        f"{max(rises):+.3f}",
        _correlation(early, [score(w, None) for _, w in pairs]),
        _correlation(early, [SCORES[PLAIN](w, None) for _, w in pairs]),
        f"{spearmanr(values, losses).statistic:.2f}",
    ]


def _correlation(first: Sequence[float], second: Sequence[float]) -> str:
    """Returns Spearman's correlation with its 95 % bootstrap interval over shapes."""
    value, low, high = spearman(first, second)
    return f"{value:.2f} ({low:.2f} .. {high:.2f})"


def _evaluator(per_kind: int, seed: int) -> Collapse:
    budget = codelm("cpu").budget
    assert budget is not None
    return Collapse(context=budget.context, per_kind=per_kind, temperatures=GRID, lengths=LENGTHS, seed=seed)


def _corpus(vocab_size: int) -> Corpus:
    trainer = codelm("cpu").trainer
    assert isinstance(trainer, ProxyTrainer)
    return prepare(trainer.corpus, default_cache(), [vocab_size])


def _read(folder: Path) -> list[dict[str, Any]]:
    path = folder / "results.jsonl"
    results = [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []
    return [{"name": f"{result['number']}-x{result['factor']}", **result} for result in results]


def _pool(workers: int) -> Any:
    os.environ["OMP_NUM_THREADS"] = "1"  # of the workers
    _corpus(2048)
    return multiprocessing.get_context("spawn").Pool(workers)


def _print(title: str, names: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = Table(title=title)
    for name in names:
        table.add_column(name, justify="right")
    for row in rows:
        table.add_row(*row)
    console.print(table)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("real", "train", "write", "tables"))
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--workers", type=int, default=2, help="processes, of one thread each")
    arguments = parser.parse_args()
    if arguments.what == "real":
        real()
    elif not arguments.folders:
        parser.error(f"{arguments.what} needs a folder")
    elif arguments.what == "train":
        train(arguments.folders[0], arguments.workers)
    elif arguments.what == "write":
        write(arguments.folders, arguments.workers)
    else:
        tables(load(arguments.folders))


if __name__ == "__main__":
    main()
