"""The folder of a promotion: what is promoted, how far it has come, what each stage has found.

run.json                  the candidate, its study and the configuration of the promotion
pretrain/ tune/           log.jsonl (one line an interval), checkpoint/, model/
benchmark/                what was generated, and how it was judged
pretrain.json tune.json benchmark.json     the results of finished stages
model/                    the finished model
report.md report.html     the report card
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from autonas.checksums import read_note, write_note
from autonas.errors import UsageError
from autonas.resolve import differences

__all__ = ["RunFolder", "read_log"]


class RunFolder:
    """Reads and writes the folder. Files are whole or not there."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def existing(cls, path: Path) -> RunFolder:
        """Opens the folder of a promotion that was started.

        Raises:
            UsageError: It is none.
        """
        if not (path / "run.json").is_file():
            raise UsageError(f"{path} is no promotion: it has no run.json", hint="autonas promote makes one")
        return cls(path)

    @property
    def about(self) -> dict[str, Any]:
        """What is promoted and how."""
        return read_note(self.path / "run.json", hint="put a copy back, or promote to another folder with --out")

    def begin(self, about: Mapping[str, Any]) -> None:
        """Notes what is promoted, or checks that it is what was begun here.

        Raises:
            UsageError: Another promotion was begun in this folder.
        """
        about = json.loads(json.dumps(about))
        if not (self.path / "run.json").is_file():
            self.path.mkdir(parents=True, exist_ok=True)
            write_note(self.path / "run.json", about)
            return
        changed = differences(self.about["identity"], about["identity"])
        if changed:
            named = "; ".join(f"{path}: {old} -> {new}" for path, old, new in changed[:3])
            raise UsageError(
                f"{self.path} holds a promotion of another kind ({named})",
                hint="give the same options to go on with it, or another folder with --out",
            )

    def forget(self) -> None:
        """Undoes `begin` if nothing was trained yet, so that a mistake in the options leaves nothing behind."""
        if (self.path / "pretrain" / "log.jsonl").is_file():
            return
        for name in ("run.json", "lock", "worker.log"):
            (self.path / name).unlink(missing_ok=True)
        for place in (self.path / "pretrain", self.path, self.path.parent, self.path.parent.parent):
            with contextlib.suppress(OSError):  # not empty, or not there
                place.rmdir()

    def result(self, stage: str) -> dict[str, Any] | None:
        """Returns what a finished stage has found, None if it is not finished.

        Raises:
            AutonasError: The file is damaged.
        """
        path = self.path / f"{stage}.json"
        return read_note(path, hint="remove it; the same command makes it again") if path.is_file() else None

    def finish(self, stage: str, result: Mapping[str, Any]) -> None:
        """Notes that a stage is finished and what it has found."""
        write_note(self.path / f"{stage}.json", result)

    def log(self, stage: str) -> list[dict[str, Any]]:
        """Returns the learning curve of a training stage, as far as it has come."""
        return read_log(self.path / stage)

    def seconds(self, stage: str) -> float:
        """Returns how long a training stage has trained, all its parts together; 0 of another stage."""
        return next((float(point["seconds"]) for point in reversed(self.log(stage)) if "seconds" in point), 0.0)


def read_log(stage: Path) -> list[dict[str, Any]]:
    """Returns the lines of a stage's log up to one that a kill has cut short, or that is none."""
    path = stage / "log.jsonl"
    points: list[dict[str, Any]] = []
    for line in path.read_bytes().splitlines() if path.is_file() else []:
        try:
            point = json.loads(line)
        except (ValueError, RecursionError):
            break
        if not isinstance(point, dict):
            break
        points.append(point)
    return points
