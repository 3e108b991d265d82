"""What each source of instruction data is worth, and LoRA against full tuning, at equal time from one pretrained model.

    python benchmarks/tuning.py run RUN OUT [--minutes 5] [--variants all,without-mined]
    python benchmarks/tuning.py table OUT

RUN is the folder of a promotion whose pretraining is finished. Each variant tunes a copy of its model for the same
time, and is scored on mini and aside (greedy), held-out loss and collapse. One JSON line a variant goes to
OUT/results.jsonl; a run that was stopped goes on.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from autonas.defaults import default_cache
from autonas.promotion_protocols import Subject
from autonas.protocols import Context
from autonas.resolve import resolve_study
from autonas.run_folder import RunFolder
from autonas.stages import MODEL, build_network, open_model
from autonas.study import Study
from autonas.views.numbers import rate_text
from evaluators.benchmark.stage import CodeBenchmark
from evaluators.collapse import Collapse
from evaluators.loss import Loss
from trainer.data import prepare
from trainer.finetune import InstructionTuning

Variant = Callable[[InstructionTuning], InstructionTuning]

VARIANTS: dict[str, Variant] = {
    "all": lambda tuning: tuning,
    "without-generated": lambda tuning: replace(tuning, mix=replace(tuning.mix, generated=0)),
    "without-mined": lambda tuning: replace(tuning, mix=replace(tuning.mix, mined=0)),
    "without-mbpp": lambda tuning: replace(tuning, mix=replace(tuning.mix, mbpp=False)),
    "without-replay": lambda tuning: replace(tuning, replay=0.0),
    "lora-16": lambda tuning: replace(tuning, lora=16, optimizer=replace(tuning.optimizer, other_lr=0.001)),
    "lora-16-fast": lambda tuning: replace(tuning, lora=16),
}


def run(arguments: argparse.Namespace) -> None:
    """Tunes and scores the variants that are not in the results yet."""
    about = RunFolder.existing(arguments.run).about
    overrides = [(path, value) for path, value in about["overrides"]]
    study = resolve_study(about["reference"], device=about["identity"]["device"], overrides=overrides).study
    arguments.out.mkdir(parents=True, exist_ok=True)
    results = arguments.out / "results.jsonl"
    done = {json.loads(line)["variant"] for line in results.read_text().splitlines()} if results.exists() else set()
    names = ["untuned", *(arguments.variants.split(",") if arguments.variants else VARIANTS)]
    for name in [name for name in names if name not in done]:
        result = one(study, name, about, arguments)
        with results.open("a") as file:
            print(json.dumps({"variant": name, **result}), file=file)


def one(study: Study, name: str, about: dict[str, Any], arguments: argparse.Namespace) -> dict[str, Any]:
    """Tunes one variant and scores it."""
    assert study.promotion is not None
    seed, device = about["identity"]["seed"], about["identity"]["device"]
    folder = arguments.out / name
    folder.mkdir(exist_ok=True)
    context = Context(seed=seed, device=device, cache=default_cache(), folder=folder)
    network = build_network(study, about["genome"], seed)
    start = arguments.run / "pretrain" / MODEL
    tuning = study.promotion.tune
    assert isinstance(tuning, InstructionTuning)
    if name == "untuned":
        vocab_size = network.shape.vocab_size
        corpus = prepare(tuning.corpus, context.cache, [vocab_size])
        trained = replace(open_model(start, network, device), held_out=corpus.held_out(vocab_size))
        seconds = 0.0
    else:
        subject = Subject(network=network, start=start, seconds=60 * arguments.minutes)
        trained = VARIANTS[name](tuning).train(subject, context)
        seconds = trained.metrics["training_seconds"]
    scores = {key: value for e in study.evaluators if isinstance(e, Loss | Collapse)
              for key, value in e.evaluate(trained, context).items()}  # fmt: skip
    suites = CodeBenchmark(suites=("mini", "aside"), samples=0).run(trained, context)["suites"]
    return {"seconds": seconds, "scores": scores, "suites": {key: suite["greedy"] for key, suite in suites.items()}}


def table(arguments: argparse.Namespace) -> None:
    """Prints a line a variant."""
    view = Table("variant", "seconds", "mini", "aside", "parse", "bits per byte", "collapse", "plain", box=None)
    for line in (arguments.out / "results.jsonl").read_text().splitlines():
        result = json.loads(line)
        scores, suites = result["scores"], result["suites"]
        rates = [rate_text(suites[name]["pass_at"]["1"]) for name in ("mini", "aside")]
        numbers = [f"{scores[name]:.3f}" for name in ("loss", "collapse", "collapse_plain")]
        parse = f"{suites['mini']['parse_share']['value']:.0%}"
        view.add_row(result["variant"], f"{result['seconds']:.0f}", *rates, parse, *numbers)
    Console(width=150).print(view)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    running = commands.add_parser("run")
    running.add_argument("run", type=Path)
    running.add_argument("out", type=Path)
    running.add_argument("--minutes", type=float, default=5.0)
    running.add_argument("--variants", default="", help="names between commas; all by default")
    showing = commands.add_parser("table")
    showing.add_argument("out", type=Path)
    arguments = parser.parse_args()
    {"run": run, "table": table}[arguments.command](arguments)


if __name__ == "__main__":
    main()
