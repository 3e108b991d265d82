"""Draws exercises: evenly over the families, none twice, the same for the same seed."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Mapping
from random import Random

import numpy as np

from autonas.errors import AutonasError
from trainer.data.exercises.compose import extended
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families import FAMILIES
from trainer.data.exercises.family import Family
from trainer.data.exercises.render import render
from trainer.data.instructions import Example

__all__ = ["exercises"]

_EXTENDED = 0.1  # how often one more operation is added; 0.3 left plain functions too rare (docs/log.md)
_TRIES = 400  # draws in a row without a new function: the family is exhausted


def exercises(n: int, *, seed: int, families: Mapping[str, Family] = FAMILIES) -> Iterator[Example]:
    """Draws `n` distinct functions with docstring, body and tests.

    The families take turns, each with random numbers of its own: a longer run begins with a shorter one's examples.

    Args:
        n: How many.
        seed: Same seed, same examples; any integer from 0.
        families: By name.

    Raises:
        AutonasError: A family has no more distinct functions.
    """
    sources = [examples_of(family, seed) for family in families.values()]
    for i in range(n):
        yield next(sources[i % len(sources)])


def examples_of(family: Family, seed: int) -> Iterator[Example]:
    """Draws a family's distinct examples, without end unless they run out."""
    entropy = np.random.SeedSequence([seed, zlib.crc32(family.name.encode())]).generate_state(4)
    random = Random(int.from_bytes(entropy.tobytes(), "little"))
    seen: set[int] = set()
    while True:
        for _ in range(_TRIES):
            d = Draw(random)
            sketch = family.sketch(d)
            if d.chance(_EXTENDED):
                sketch = extended(d, sketch)
            example = render(sketch, d, family.name)
            if example is None:
                continue
            key = int.from_bytes(_digest(example.prompt + example.answer), "little")
            if key not in seen:
                seen.add(key)
                yield example
                break
        else:
            raise AutonasError(
                f"the exercises' family {family.name!r} has no more distinct functions after {len(seen)}",
                hint=f"ask for at most {len(seen) * len(FAMILIES)} exercises",
            )


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=8).digest()
