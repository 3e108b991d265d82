"""The families, by subject."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.data.exercises.families import (
    accumulation,
    arithmetic,
    calendars,
    characters,
    clocks,
    comparison,
    conditionals,
    decisions,
    dictionaries,
    divisors,
    geometry,
    lists,
    measures,
    nested,
    number_theory,
    pairs,
    parsing,
    percentages,
    recursion,
    rounding,
    running_state,
    search,
    sequences,
    series,
    sets,
    sharing,
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
    rounding,
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
    sharing,
    percentages,
    decisions,
    running_state,
    series,
    clocks,
    calendars,
    measures,
)

FAMILIES: Mapping[str, Family] = {family.name: family for module in _MODULES for family in module.FAMILIES}
