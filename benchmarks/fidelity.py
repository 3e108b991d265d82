"""Whether the proxy ranks shapes as a longer training does.

    python benchmarks/fidelity.py run OUT [--shapes 16] [--factor 8] [--workers 2]
    python benchmarks/fidelity.py rescore OUT
    python benchmarks/fidelity.py table OUT

`run` trains shapes of `codelm-attention`'s space on the CPU at the study's budget and at a multiple of it, and scores
them with the study's own evaluators; one JSON line for each training goes to OUT/results.jsonl, and a run that was
stopped goes on. `rescore` scores the weights that `run` has kept once more, after an evaluator has changed. `table`
prints Spearman's rank correlation between the two budgets with a bootstrap interval over shapes: over all shapes, and
of the distance to each budget's loss-size curve, which is what is left among shapes of similar size.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import math
import multiprocessing
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table

from autonas.curve import fit_curve
from autonas.defaults import default_cache
from autonas.fidelity import spearman
from autonas.protocols import Context, Genome, Trained
from evaluators.latency import Latency
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape
from studies.codelm import codelm_attention
from trainer.checkpoint import load_weights
from trainer.data import prepare
from trainer.device import autocast
from trainer.proxy import ProxyTrainer

METRICS = ("loss", "collapse", "collapse_plain", "parse_rate", "copying")


def choose(n_shapes: int, seed: int = 0) -> list[Genome]:
    """Returns the study's seeds and random genomes, `n_shapes` in all, spread evenly over the logarithm of size."""
    space = codelm_attention("cpu").space
    rng = np.random.default_rng(seed)
    drawn = [{g.name: g.choices[int(rng.integers(len(g.choices)))] for g in space.genes} for _ in range(2000)]
    pool = {space.decode(genome): genome for genome in drawn}
    sizes = np.log([shape.parameters for shape in pool])
    chosen = {}
    for target in np.linspace(*np.quantile(sizes, [0.02, 0.98]), n_shapes - n_shapes // 4):
        shape = min(pool, key=lambda s: abs(math.log(s.parameters) - target))
        chosen[shape] = pool.pop(shape)
    for genome in space.seeds():
        if len(chosen) < n_shapes:
            chosen.setdefault(space.decode(genome), genome)
    return list(chosen.values())


def train(job: tuple[int, Genome, int, str]) -> dict[str, Any]:
    """Trains and scores one shape at `factor` times the budget, in a process with one thread."""
    number, genome, factor, out = job
    study = codelm_attention("cpu")
    assert study.trainer is not None
    assert study.budget is not None
    shape = study.space.decode(genome)
    budget = dataclasses.replace(study.budget, tokens=study.budget.tokens * factor)
    folder = Path(out) / f"{number}-x{factor}"
    folder.mkdir(parents=True, exist_ok=True)
    context = Context(seed=0, device="cpu", cache=default_cache(), folder=folder)
    trained = study.trainer.train(study.space.build(shape, 0), budget, context)
    metrics = {"parameters": float(shape.parameters), **trained.metrics, **scores(trained, context)}
    fields = dataclasses.asdict(shape)
    return {"number": number, "factor": factor, "tokens": budget.tokens, "shape": fields, "metrics": metrics}


def scores(trained: Trained, context: Context) -> dict[str, float]:
    """Returns what the study's evaluators say, but for the latency, which means nothing beside other trainings."""
    evaluators = [e for e in codelm_attention("cpu").at_stage("trained") if not isinstance(e, Latency)]
    return {name: value for e in evaluators for name, value in e.evaluate(trained, context).items()}


def rescored(job: tuple[dict[str, Any], str]) -> dict[str, Any]:
    """Scores kept weights once more."""
    result, out = job
    trainer = codelm_attention("cpu").trainer
    assert isinstance(trainer, ProxyTrainer)
    shape = DecoderShape(**result["shape"])
    network = Decoder(shape).eval()
    folder = Path(out) / f"{result['number']}-x{result['factor']}"
    load_weights(network, folder / "weights.safetensors")
    corpus = prepare(trainer.corpus, default_cache(), [shape.vocab_size])
    trained = Trained(
        network=network,
        tokenizer=corpus.tokenizer(shape.vocab_size),
        held_out=corpus.held_out(shape.vocab_size),
        autocast=autocast("cpu"),
    )
    context = Context(seed=0, device="cpu", cache=default_cache(), folder=folder)
    return {**result, "metrics": {**result["metrics"], **scores(trained, context)}}


def rescore(arguments: argparse.Namespace) -> None:
    """Replaces the scores in the results; the trainings stay."""
    path = arguments.out / "results.jsonl"
    os.environ["OMP_NUM_THREADS"] = "1"
    jobs = [(result, str(arguments.out)) for result in read(path)]
    with multiprocessing.get_context("spawn").Pool(arguments.workers) as pool:
        results = pool.map(rescored, jobs, chunksize=1)
    path.write_text("".join(json.dumps(result) + "\n" for result in results))


def run(arguments: argparse.Namespace) -> None:
    """Trains what is not in the results yet, the short trainings first."""
    arguments.out.mkdir(parents=True, exist_ok=True)
    path = arguments.out / "results.jsonl"
    done = {(r["number"], r["factor"]) for r in read(path)}
    genomes = choose(arguments.shapes)
    jobs = [(n, g, f, str(arguments.out)) for f in (1, arguments.factor) for n, g in enumerate(genomes)]
    jobs = [job for job in jobs if (job[0], job[2]) not in done]
    os.environ["OMP_NUM_THREADS"] = "1"  # of the workers: two threads in two processes are far slower than one in each
    study = codelm_attention("cpu")
    assert study.trainer is not None
    study.trainer.prepare(Context(seed=0, device="cpu", cache=default_cache(), folder=arguments.out))
    with multiprocessing.get_context("spawn").Pool(arguments.workers) as pool, path.open("a") as file:
        for result in pool.imap_unordered(train, jobs):
            print(json.dumps(result), file=file, flush=True)
            short = {name: round(result["metrics"][name], 4) for name in METRICS}
            print(result["number"], f"x{result['factor']}", int(result["metrics"]["parameters"]), short, flush=True)


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def distances(results: Sequence[Mapping[str, Any]]) -> list[float]:
    """Returns how far each loss lies from the loss-size curve of its budget."""
    sizes = [r["metrics"]["parameters"] for r in results]
    losses = [r["metrics"]["loss"] for r in results]
    curve = fit_curve(sizes, losses)
    assert curve is not None, "three different sizes are needed"
    return [curve.distance(n, loss) for n, loss in zip(sizes, losses, strict=True)]


def table(arguments: argparse.Namespace) -> None:
    """Prints each shape at both budgets, and the correlations."""
    by_key = {(r["number"], r["factor"]): r for r in read(arguments.out / "results.jsonl")}
    numbers = [n for n, f in sorted(by_key) if f == 1 and (n, arguments.factor) in by_key]
    short = [by_key[n, 1] for n in numbers]
    long = [by_key[n, arguments.factor] for n in numbers]
    console = Console(width=170)
    view = Table(
        "shape", "parameters", *(f"{m} x{f}" for m in ("loss", "collapse", "copying") for f in (1, arguments.factor))
    )
    for one, other in zip(short, long, strict=True):
        cells = [f"{r['metrics'][m]:.3f}" for m in ("loss", "collapse", "copying") for r in (one, other)]
        view.add_row(DecoderShape(**one["shape"]).summary(), f"{one['metrics']['parameters']:,.0f}", *cells)
    console.print(view)
    for metric in METRICS:
        rho = spearman(*([r["metrics"][metric] for r in results] for results in (short, long)))
        console.print(f"{metric}: Spearman {rho[0]:.2f} (95 % {rho[1]:.2f} to {rho[2]:.2f}), {len(numbers)} shapes")
    rho = spearman(distances(short), distances(long))
    console.print(f"loss at equal size: Spearman {rho[0]:.2f} (95 % {rho[1]:.2f} to {rho[2]:.2f})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("run", "rescore", "table"))
    parser.add_argument("out", type=Path)
    parser.add_argument("--shapes", type=int, default=16)
    parser.add_argument("--factor", type=int, default=8)
    parser.add_argument("--workers", type=int, default=2)
    arguments = parser.parse_args()
    {"run": run, "rescore": rescore, "table": table}[arguments.command](arguments)


if __name__ == "__main__":
    main()
