"""How many steps a training has, where its time decides; what was decided stays so when it is gone on with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from autonas.checksums import read_note, write_note
from trainer.group import Group

__all__ = ["Plan"]


class Plan:
    """The number of steps, and what it became while the training ran.

    plan.json holds `n_steps` as first decided and `revisions`, a list of [step from which on, n_steps].

    Args:
        folder: Of the stage.
        group: The first process decides for all.
        decide: Returns what plan.json begins with; called if there is none.
    """

    def __init__(self, folder: Path, group: Group, decide: Callable[[], Mapping[str, float]]) -> None:
        self._path, self._group = folder / "plan.json", group
        if group.agreed(self._path.is_file()):  # another process may come when the first has written it already
            hint = f"put a copy back, or remove {folder} to begin this training anew"
            self._plan: dict[str, Any] = read_note(self._path, hint=hint)
        else:
            self._plan = dict(decide())
            self._plan["n_steps"] = group.agreed(int(self._plan["n_steps"]))
            self._write()

    @property
    def first(self) -> int:
        """The number of steps that was decided first."""
        return int(self._plan["n_steps"])

    def at(self, step: int) -> int:
        """Returns how many steps the training has, as it was seen after `step` of them."""
        known = [n_steps for begun, n_steps in self._revisions if begun <= step]
        return int(known[-1]) if known else self.first

    def revise(self, step: int, n_steps: int) -> None:
        """Notes that the training has `n_steps` from `step` on, unless something was noted for that step before."""
        if all(begun != step for begun, _ in self._revisions):
            self._plan["revisions"] = [*self._revisions, [step, self._group.agreed(n_steps)]]
            self._write()

    @property
    def _revisions(self) -> list[list[int]]:
        return list(self._plan.get("revisions", ()))

    def _write(self) -> None:
        if self._group.writes:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_note(self._path, self._plan)
