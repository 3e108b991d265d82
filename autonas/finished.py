"""Opens the model that a promotion has made.

The engine knows no tensors: networks are built, loaded and run by the study's packages, reached by their names.
"""

from __future__ import annotations

import importlib
from pathlib import Path

from autonas.errors import UsageError
from autonas.protocols import Trained
from autonas.resolve import Resolved, resolve_study
from autonas.run_folder import RunFolder
from autonas.stages import COMPRESSED, MODEL, build_network, open_model

__all__ = ["latest_model", "open_finished"]


def open_finished(run: Path, device: str) -> tuple[Trained, Resolved, str]:
    """Returns the latest model of a promotion, or a compressed one, its study, and the device that `device` stands for.

    Raises:
        UsageError: No promotion, no trained model in it yet, or no such device.
    """
    folder = RunFolder.existing(run)
    about = folder.about
    model = latest_model(folder)
    found = str(importlib.import_module("trainer.device").resolve(device))
    resolved = resolve_study(
        about["reference"],
        device=about["identity"]["device"],
        overrides=[(path, value) for path, value in about["overrides"]],
    )
    network = build_network(resolved.study, about["genome"], about["identity"]["seed"], about.get("changes"))
    return open_model(model, network, found), resolved, found


def latest_model(folder: RunFolder) -> Path:
    """Returns where the latest model of a run lies.

    Raises:
        UsageError: There is none yet.
    """
    for stage in (COMPRESSED, "tune", "pretrain"):
        if folder.result(stage) is not None:
            return folder.path / stage / MODEL
    raise UsageError(f"{folder.path} has no trained model yet", hint="autonas promote goes on with it")
