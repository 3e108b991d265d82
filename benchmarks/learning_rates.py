"""Whether one learning rate suits every size and block family, and whether Muon is worth its time.

    python benchmarks/learning_rates.py OUT [--workers 2]
    python benchmarks/learning_rates.py OUT --shapes middle deltanet mamba2 rwkv7

Trains shapes of `codelm`'s CPU space (a small, a middle and a large one with attention, or the middle one of another
family) at the study's budget with Muon's rate swept around the study's own, and with AdamW for the matrices at several
rates; prints held-out bits per byte and the seconds. One JSON line for each training goes to OUT/results.jsonl, and a
run that was stopped goes on.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import multiprocessing
import os
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from autonas.defaults import default_cache
from autonas.protocols import Context
from evaluators.loss import Loss
from search_spaces.decoder.shape import DecoderShape
from studies.codelm import codelm
from trainer.optim import OptimizerConfig
from trainer.proxy import ProxyTrainer

SIZES = {"small": (2, 48), "middle": (4, 80), "large": (6, 128)}  # layers, width
FAMILIES = ("deltanet", "mamba2", "rwkv7")  # in the middle size, each as the space's seed of it
RATES = {"muon": (0.005, 0.01, 0.02, 0.04), "adamw": (0.002, 0.004, 0.008)}

Job = tuple[str, str, float, str]


def shape_of(name: str) -> DecoderShape:
    """Returns the modern recipe in a size, or with another family."""
    space = codelm("cpu").space
    layers, width = SIZES.get(name, SIZES["middle"])
    mixer = name if name in FAMILIES else "attention"
    seed = next(dict(seed) for seed in space.seeds() if seed["mixer"] == mixer)
    return space.decode({**seed, "n_layers": layers, "d_model": width, "n_heads": max(2, width // 32)})


def train(job: Job) -> dict[str, Any]:
    """Trains one shape with one optimizer and rate, in a process with one thread."""
    name, kind, rate, out = job
    study = codelm("cpu")
    assert isinstance(study.trainer, ProxyTrainer)
    assert study.budget is not None
    optimizer = dataclasses.replace(OptimizerConfig(), matrices=kind, matrix_lr=rate)
    trainer = dataclasses.replace(study.trainer, optimizer=optimizer, keep_weights=False)
    context = Context(seed=0, device="cpu", cache=default_cache(), folder=Path(out))
    trained = trainer.train(study.space.build(shape_of(name), 0), study.budget, context)
    loss = Loss(context=study.budget.context).evaluate(trained, context)["loss"]
    seconds = trained.metrics["training_seconds"]
    return {"shape": name, "kind": kind, "rate": rate, "loss": loss, "seconds": seconds}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--shapes", nargs="+", choices=(*SIZES, *FAMILIES), default=list(SIZES))
    parser.add_argument("--workers", type=int, default=2)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    path = arguments.out / "results.jsonl"
    results = [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []
    done = {(r["shape"], r["kind"], r["rate"]) for r in results}
    wanted = [(name, kind, r) for name in arguments.shapes for kind, rates in RATES.items() for r in rates]
    jobs = [(*job, str(arguments.out)) for job in wanted if job not in done]
    os.environ["OMP_NUM_THREADS"] = "1"  # of the workers: two threads in two processes are far slower than one in each
    with multiprocessing.get_context("spawn").Pool(arguments.workers) as pool, path.open("a") as file:
        for result in pool.imap_unordered(train, jobs):
            print(json.dumps(result), file=file, flush=True)
            results.append(result)
    show(results, arguments.shapes)


def show(results: list[dict[str, Any]], shapes: list[str]) -> None:
    """Prints a row for each optimizer and rate, a column for each shape."""
    found = {(r["shape"], r["kind"], r["rate"]): r for r in results}
    table = Table("matrices", "rate", *(f"{name} ({shape_of(name).parameters:,})" for name in shapes))
    for kind, rates in RATES.items():
        for rate in rates:
            row = [found[name, kind, rate] for name in shapes]
            table.add_row(kind, f"{rate:g}", *(f"{r['loss']:.4f} in {r['seconds']:.0f} s" for r in row))
    Console().print(table)


if __name__ == "__main__":
    main()
