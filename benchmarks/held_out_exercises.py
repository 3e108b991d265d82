"""How well a tuned model has learnt what it was taught: exercises that it has not seen, drawn like those it has.

    python benchmarks/held_out_exercises.py RUN FILE [--n 400] [--seed 4242]
    autonas benchmark RUN --suite FILE --samples 0

RUN is the folder of a finished promotion. The first command writes a suite of `n` exercises of the run's families to
FILE, without those whose prompt was trained on, and prints the model's loss on their answers, which tells trainings
apart long before the second command does. Suites from elsewhere say what of it carries over.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
from pathlib import Path
from typing import Any

import torch

from autonas.finished import open_finished
from autonas.run_folder import RunFolder
from trainer.data.exercises import BASIC, FAMILIES, exercises
from trainer.data.instruction_mix import EXAMPLES
from trainer.data.instructions import Example
from trainer.data.packing import PackedBatches
from trainer.loop import documents_of


def tuning_of(run: Path) -> dict[str, Any]:
    """Returns how the run was tuned, see `trainer.finetune.InstructionTuning`."""
    tuning: dict[str, Any] = RunFolder.existing(run).about["identity"]["promotion"]["tune"]
    return tuning


def held_out(run: Path, n: int, seed: int) -> list[Example]:
    """Returns exercises of the families that the run was tuned on, none of them with a prompt of its examples."""
    families = tuning_of(run)["mix"]["families"]
    known = {json.loads(line)["prompt"] for line in (run / "tune" / EXAMPLES).open()}
    drawn = exercises(10 * n, seed=seed, families=BASIC if families == "basic" else FAMILIES)
    return list(itertools.islice((example for example in drawn if example.prompt not in known), n))


@torch.no_grad()
def answer_loss(run: Path, examples: list[Example]) -> tuple[float, float]:
    """Returns the mean loss of the answers, in nats a token and in bits a byte; examples are kept apart."""
    model, _, _ = open_finished(run, "cpu")
    network = model.network.eval()  # no dropout
    rows = PackedBatches(examples, model.tokenizer, batch_size=1, context=tuning_of(run)["context"], seed=0)
    if rows.n_left_out:
        raise SystemExit(f"{rows.n_left_out} exercises are longer than the context of the tuning: no loss of all")
    nats = 0.0
    for i in range(rows.rows_per_epoch):
        tokens, targets = (torch.from_numpy(part) for part in rows.batch(i))
        documents = documents_of(tokens, model.tokenizer.end_of_text)
        nats += float(network.loss(tokens, targets, documents=documents)) * int((targets >= 0).sum())
    n_bytes = sum(len(example.answer.encode()) for example in examples)
    return nats / rows.n_targets, nats / math.log(2) / n_bytes


def main() -> None:
    """Writes the suite and prints the loss."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("file", type=Path)
    parser.add_argument("--n", type=int, default=400)
    parser.add_argument("--seed", type=int, default=4242)
    arguments = parser.parse_args()
    examples = held_out(arguments.run, arguments.n, arguments.seed)
    with arguments.file.open("w") as file:
        for number, example in enumerate(examples):
            task = {
                "id": f"held-out/{number}",
                "prompt": example.prompt,
                "entry_point": example.entry_point,
                "tests": example.tests,
                "solution": example.answer,
            }
            print(json.dumps(task), file=file)
    nats, bits = answer_loss(arguments.run, examples)
    print(f"{len(examples)} exercises: {nats:.4f} nats a token, {bits:.4f} bits a byte of their answers")


if __name__ == "__main__":
    main()
