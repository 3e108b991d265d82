"""Lists of numbers: counting, mapping, filtering, reducing, checking."""

from __future__ import annotations

from trainer.data.exercises import fold_sketches as fold
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Sketch
from trainer.data.exercises.sources import Source, ints, words

__all__ = ["FAMILIES"]


def _list(d: Draw) -> Source:
    return ints(d) if d.chance(0.7) else words(d)


def _counting(d: Draw) -> Sketch:
    return fold.count(d, _list(d))


def _mapping(d: Draw) -> Sketch:
    return fold.collect(d, _list(d), filtered=d.chance(0.3), mapped=True)


def _filtering(d: Draw) -> Sketch:
    return fold.collect(d, _list(d), filtered=True, mapped=False)


def _sum(d: Draw) -> Sketch:
    return fold.sum_of(d, ints(d))


def _product(d: Draw) -> Sketch:
    return fold.product_of(d, ints(d))


def _extreme(d: Draw) -> Sketch:
    return fold.extreme(d, ints(d))


def _average(d: Draw) -> Sketch:
    return fold.average_of(d, ints(d))


def _all(d: Draw) -> Sketch:
    return fold.check_all(d, _list(d))


def _any(d: Draw) -> Sketch:
    return fold.check_any(d, _list(d))


FAMILIES = (
    Family("counting", ((_counting, 1),)),
    Family("mapping", ((_mapping, 1),)),
    Family("filtering", ((_filtering, 1),)),
    Family("sums", ((_sum, 1),)),
    Family("reducing", ((_extreme, 3), (_average, 2), (_product, 2))),
    Family("checks", ((_all, 1), (_any, 1))),
)
