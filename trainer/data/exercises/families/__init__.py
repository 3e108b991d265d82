"""The families, by subject."""

from __future__ import annotations

from trainer.data.exercises.families import integers, lists, numbers, positions, sequences

__all__ = ["FAMILIES"]

_MODULES = (lists, numbers, integers, sequences, positions)

FAMILIES = {family.name: family for module in _MODULES for family in module.FAMILIES}
