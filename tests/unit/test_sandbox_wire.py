"""What crosses between candidate and checker comes out as it went in; everything else is refused or opaque."""

from __future__ import annotations

import json
import math
import os
import struct
import threading
from collections import Counter, OrderedDict, defaultdict, namedtuple
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autonas.sandbox.inside.checker import _copy_back
from autonas.sandbox.inside.opaque import Opaque, Unsupported
from autonas.sandbox.inside.wire import (
    BUDGET,
    MAX_DEPTH,
    MAX_FRAME,
    BreachError,
    EndedError,
    TooBigError,
    pack,
    read_frame,
    unpack,
    write_frame,
)

TEXT = st.text(alphabet=st.characters(codec=None), max_size=8)  # lone surrogates too
HASHABLE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT | st.binary(max_size=8)
    | st.complex_numbers(allow_nan=False) | st.builds(range, st.integers(-9, 9), st.integers(-9, 9)),
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.frozensets(inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
VALUES = st.recursive(
    HASHABLE,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(HASHABLE, inner, max_size=4)
    | st.sets(HASHABLE, max_size=3) | st.lists(inner, max_size=3).map(tuple),
    max_leaves=12,
)  # fmt: skip


def crossed(value: object, opaque: Callable[[str], Any] = lambda name: f"opaque {name}") -> Any:
    return unpack(json.loads(json.dumps(pack(value))), opaque)


def typed(value: object) -> str:
    """A value in words with the types of all its parts, so that 1, 1.0 and True differ, and 0.0 and -0.0."""
    if isinstance(value, dict):
        parts = [typed(part) for item in value.items() for part in item]
    elif isinstance(value, list | tuple):
        parts = [typed(part) for part in value]
    elif isinstance(value, set | frozenset):
        parts = sorted(typed(part) for part in value)
    else:
        parts = [repr(value)]
    return f"{type(value).__name__}{parts}"


@given(value=VALUES)
def test_values_cross_unchanged(value: object) -> None:
    reading, writing = os.pipe()
    sender = threading.Thread(target=write_frame, args=(writing, pack(value)))
    sender.start()
    arrived = unpack(read_frame(reading), Opaque)
    sender.join()
    os.close(reading)
    os.close(writing)
    assert arrived == value
    assert typed(arrived) == typed(value)


@given(bits=st.integers(60, 5000), sign=st.sampled_from([1, -1]), offset=st.integers(-2, 2))
def test_large_ints_cross(bits: int, sign: int, offset: int) -> None:
    assert crossed(sign * 2**bits + offset) == sign * 2**bits + offset


def test_special_floats_cross() -> None:
    arrived = crossed([math.nan, math.inf, -math.inf, -0.0])
    assert math.isnan(arrived[0])
    assert arrived[1:3] == [math.inf, -math.inf]
    assert math.copysign(1, arrived[3]) == -1


@pytest.mark.parametrize("value", [Counter("aab"), OrderedDict(a=1, b=2), defaultdict(list, a=[1])])
def test_dicts_of_the_standard_library_cross_as_dicts(value: dict[str, object]) -> None:
    assert type(crossed(value)) is dict
    assert crossed(value) == value


@pytest.mark.parametrize(
    "value", [iter([1, 2]), map(abs, [-1, 2]), (x for x in (1, 2)), iter(range(1, 3)), reversed([2, 1])]
)
def test_iterators_cross_as_what_they_yield(value: object) -> None:
    arrived = crossed(value)
    assert iter(arrived) is arrived
    assert list(arrived) == [1, 2]


class Same(int):
    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = int.__hash__


Point = namedtuple("Point", "x y")


@pytest.mark.parametrize("value", [Same(), Point(1, 2), Fraction(1, 2), object(), len, int, bytearray(b"a"), {}.keys()])
def test_other_types_are_opaque(value: object) -> None:
    assert crossed(value) == f"opaque {type(value).__name__}"
    assert crossed([{1: value}]) == [{1: f"opaque {type(value).__name__}"}]


@pytest.mark.parametrize(
    "use",
    [
        lambda o: o == 1, lambda o: o != 1, lambda o: [o] == [1], lambda o: o in (1, 2), lambda o: {o}, bool, len, list,
        str, repr, abs, lambda o: o.x, lambda o: o[0], lambda o: o(), lambda o: 1 + o, lambda o: o < 1, sorted,
        lambda o: f"{o}", lambda o: isinstance(o, int) or o > 3, next, hash, int,
    ],
)  # fmt: skip
def test_any_use_of_an_opaque_value_is_refused_and_remembered(use: Callable[[Any], object]) -> None:
    used: list[str] = []
    with pytest.raises(Unsupported, match="type Thing does not cross"):
        use(Opaque("Thing", used))
    assert len(used) >= 1
    assert Opaque("Thing", used) is not None


def deep(levels: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(levels):
        value = [value]
    return value


def test_caps() -> None:
    assert crossed(deep(MAX_DEPTH - 1)) == deep(MAX_DEPTH - 1)
    itself: list[Any] = []
    itself.append(itself)
    for value in (deep(MAX_DEPTH + 1), itself, "x" * (BUDGET + 1), [0] * (BUDGET // 8 + 1), 1 << (4 * BUDGET + 99)):
        with pytest.raises(TooBigError):
            pack(value)


@given(packed=st.recursive(
    st.none() | st.integers() | st.floats() | st.sampled_from([*"ltdsfbicrgox", "zz"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=2), inner, max_size=2), max_leaves=12,
))  # fmt: skip
def test_garbage_is_a_value_or_a_breach(packed: object) -> None:
    try:
        value = unpack(packed, lambda name: name)
    except BreachError:
        return
    assert type(value) in {
        type(None), int, float, str, list, tuple, dict, set, frozenset, bytes, complex, range, type(iter([]))
    }  # fmt: skip


@pytest.mark.parametrize(
    "body", [b"", b"nonsense", b"[" * 100_000, b"\xff\xfe", b'{"a":' * 50_000, b"9" * 10_000], ids=lambda b: str(b[:9])
)
def test_malformed_frames_are_breaches(body: bytes) -> None:
    assert_breach(struct.pack(">I", len(body)) + body)


def test_too_long_a_frame_is_a_breach() -> None:
    assert_breach(struct.pack(">I", MAX_FRAME + 1))


def assert_breach(sent: bytes) -> None:
    reading, writing = os.pipe()
    sender = threading.Thread(target=lambda: (os.write(writing, sent), os.close(writing)))
    sender.start()
    with pytest.raises(BreachError):
        read_frame(reading)
    os.close(reading)
    sender.join()


@pytest.mark.parametrize("sent", [b"", b"\0\0", struct.pack(">I", 5) + b"[1"])
def test_an_end_in_a_frame_is_an_end(sent: bytes) -> None:
    reading, writing = os.pipe()
    os.write(writing, sent)
    os.close(writing)
    with pytest.raises(EndedError):
        read_frame(reading)
    os.close(reading)


@given(before=VALUES, after=VALUES)
def test_copying_back_gives_the_candidates_value(before: object, after: object) -> None:
    assert _copy_back(before, after) == after


def test_copying_back_keeps_identity() -> None:
    inner = [1]
    outer = [inner, {"k": inner}, (inner,)]
    pair = outer[2]
    assert _copy_back(outer, [[1, 2], {"k": [1, 2]}, ([1, 2],), 3]) is outer
    assert outer == [[1, 2], {"k": [1, 2]}, ([1, 2],), 3]
    assert outer[0] is inner
    assert outer[2] is pair
