"""Pretrains a promotion that was begun on several devices.

autonas promote 17                                                          # begins it; stop it with Ctrl-C
torchrun --nproc-per-node 4 -m trainer.distributed runs/codelm/17           # NCCL on CUDA, gloo on CPUs
autonas promote 17                                                          # tunes, benchmarks and reports
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from dataclasses import replace
from pathlib import Path

from autonas.defaults import default_cache
from autonas.errors import AutonasError
from autonas.protocols import Context, Progress
from autonas.resolve import resolve_study
from autonas.run_folder import RunFolder
from autonas.stages import pretrain_only
from autonas.views.numbers import rate

__all__ = ["main"]


def main() -> None:
    """Runs the pretraining of a folder in one of the processes that `torchrun` has started."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path, help="folder of the promotion")
    parser.add_argument("--cache", type=Path, default=default_cache(), help="folder of prepared data")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        pretrain(arguments.run, arguments.cache)
    except AutonasError as error:
        sys.exit(f"error: {error.message}\nhint: {error.hint}")


def pretrain(run: Path, cache: Path) -> None:
    """Pretrains as one of several processes; the others do the same."""
    about = RunFolder.existing(run).about
    identity = about["identity"]
    overrides = [(path, value) for path, value in about["overrides"]]
    study = resolve_study(about["reference"], device=identity["device"], overrides=overrides).study
    local = os.environ.get("LOCAL_RANK", "0")
    device = f"cuda:{local}" if identity["device"] == "cuda" else "cpu"
    context = Context(seed=identity["seed"], device=device, cache=cache, folder=run)
    if os.environ.get("RANK", "0") == "0":
        context = replace(context, report=_print)
    pretrain_only(study, about["genome"], about["description"].get("data", {}), context)


def _print(progress: Progress) -> None:
    facts = f"step {progress.step}/{progress.n_steps}  loss {progress.loss:.3f}  {rate(progress.tokens_per_second)}"
    end = "\n" if progress.step == progress.n_steps or not sys.stdout.isatty() else "\r"
    print(facts, end=end, flush=True)


if __name__ == "__main__":
    main()
