"""The families, by subject."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.data.exercises.families import (
    accumulation,
    arithmetic,
    characters,
    comparison,
    conditionals,
    decorating,
    dictionaries,
    divisors,
    geometry,
    lists,
    nested,
    number_theory,
    pairs,
    parsing,
    ranking,
    recursion,
    reordering,
    search,
    selecting,
    sequences,
    sets,
    slicing,
    sorting,
    string_checks,
    strings,
    time,
    units,
    validation,
    words,
)
from trainer.data.exercises.family import Family

__all__ = ["FAMILIES"]

_MODULES = (
    lists,
    arithmetic,
    comparison,
    conditionals,
    accumulation,
    divisors,
    number_theory,
    sequences,
    recursion,
    slicing,
    search,
    sorting,
    characters,
    strings,
    string_checks,
    words,
    dictionaries,
    sets,
    pairs,
    nested,
    units,
    geometry,
    time,
    parsing,
    validation,
    reordering,
    selecting,
    ranking,
    decorating,
)

FAMILIES: Mapping[str, Family] = {family.name: family for module in _MODULES for family in module.FAMILIES}
