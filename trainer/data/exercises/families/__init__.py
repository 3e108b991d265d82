"""The families, by subject."""

from __future__ import annotations

from trainer.data.exercises.families import containers, everyday, integers, lists, numbers, positions, sequences, strings

__all__ = ["FAMILIES"]

_MODULES = (lists, numbers, integers, sequences, positions, strings, containers, everyday)

FAMILIES = {family.name: family for module in _MODULES for family in module.FAMILIES}
