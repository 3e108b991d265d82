"""One smaller variant of a finished model: pruned, trained on for a while, quantised, saved."""

from __future__ import annotations

import dataclasses
import math
from typing import Any

from autonas.compression import Compression
from autonas.errors import UsageError
from autonas.promotion_protocols import Subject
from autonas.protocols import Context, Trained
from autonas.stages import MODEL
from trainer.compress.prune import Batches, keep_masked, new_fields, prune
from trainer.compress.quantize import quantized, save_quantized
from trainer.compress.text import on_corpus
from trainer.data import Corpus
from trainer.data.decontaminated import decontaminated
from trainer.loop import next_tokens
from trainer.model_folder import save_model
from trainer.proxy import log_progress

__all__ = ["make", "new_fields"]

CALIBRATION_ROWS, CALIBRATION_BATCHES = 16, 4  # of training text, on which importances are measured
RECOVERY_RATE = 0.3  # of the stage's learning rates: the weights are good, and shall not be forgotten


def make(trained: Trained, wanted: Compression, stage: Any, corpus: Corpus, context: Context) -> dict[str, Any]:
    """Writes the variant of a model to `context.folder / "model"`, and returns what there is to say of it (JSON).

    Args:
        trained: The model; its network may be changed.
        stage: Of the promotion: it trains on, on the same examples and text, after pruning.
        corpus: What the model was trained on.
        context: Its folder is that of the compression.

    Raises:
        UsageError: So much cannot be pruned, or torchao is missing.
        CandidateError: The training failed.
    """
    network, tokenizer = trained.network, trained.tokenizer
    facts: dict[str, Any] = {}
    if wanted.prune is not None:
        network, masks = prune(network, wanted.prune, _calibration(stage, corpus, network, context))
        end = keep_masked(network, masks)
        if wanted.recover_tokens:
            facts["recovery"] = _recover(network, wanted.recover_tokens, on_corpus(stage, corpus), trained, context)
        end()
        facts |= {"zeros": sum(int((~mask).sum()) for mask in masks.values())} if masks else {}
    if wanted.quantize is None:
        save_model(context.folder / MODEL, network, tokenizer, facts)
    else:
        stored = quantized(network, wanted.quantize)
        save_quantized(context.folder / MODEL, stored, wanted.quantize, tokenizer, facts)
    return facts


def _calibration(stage: Any, corpus: Corpus, network: Any, context: Context) -> Batches:
    vocab_size = network.shape.vocab_size
    clean = decontaminated(corpus, stage.benchmarks(), [vocab_size], progress=log_progress())
    windows = clean.batches(vocab_size, batch_size=CALIBRATION_ROWS, context=stage.context, seed=context.seed)
    batches = (next_tokens(windows.batch(number)) for number in range(CALIBRATION_BATCHES))
    return [(inputs.to(context.device), targets.to(context.device)) for inputs, targets in batches]


def _recover(network: Any, tokens: int, stage: Any, trained: Trained, context: Context) -> dict[str, Any]:
    """Trains a pruned network on as the stage did, at lower rates and for `tokens` tokens; returns the curve's end."""
    known = {field.name for field in dataclasses.fields(stage)}
    if not {"tokens", "optimizer"} <= known:
        raise UsageError(f"{type(stage).__name__} has no number of tokens to be set", hint="prune without recovery")
    rates = {name: RECOVERY_RATE * getattr(stage.optimizer, name) for name in ("matrix_lr", "other_lr")}
    stage = dataclasses.replace(stage, tokens=tokens, optimizer=dataclasses.replace(stage.optimizer, **rates))
    within = dataclasses.replace(context, folder=context.folder / "recovery")
    start = within.folder / "start"
    save_model(start, network, trained.tokenizer, {})
    after = stage.train(Subject(network=network, start=start, seconds=math.inf), within)
    return dict(after.curve[-1])
