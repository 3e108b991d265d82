"""What crosses between candidate and checker: exact built-in types, as tagged JSON in frames with a length.

Whoever reads a frame need trust nothing of it: no pickle, no class of the other side, caps on size and depth. A value
of any other type crosses as an opaque one, of which only its type's name is known.
"""

from __future__ import annotations

import json
import os
import struct
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable, Iterator
from types import GeneratorType
from typing import Any

__all__ = [
    "BUDGET", "MAX_DEPTH", "MAX_FRAME", "BreachError", "EndedError", "TooBigError", "pack", "read_frame", "unpack",
    "write_frame",
]  # fmt: skip

MAX_DEPTH = 60  # of nested containers
MAX_FRAME = 32 << 20  # bytes
BUDGET = 4_000_000  # a value costs 8, each character or byte of it 1
_NODE = 8
_HEADER = struct.Struct(">I")
_SMALL = 2**63

_DICTS = (dict, Counter, OrderedDict, defaultdict)  # equal to a dict with the same items, so they cross as one
# Iterators cross as what they yield; the other side sees an iterator.
_ITERATORS = frozenset(
    {GeneratorType, map, filter, zip, enumerate, reversed}
    | {type(iter(made())) for made in (list, tuple, str, dict, set)}
    | {type(iter(range(0))), type(reversed([]))}
)


class BreachError(Exception):
    """The other side sent what is not in the format."""


class EndedError(Exception):
    """The other side has closed the connection."""


class TooBigError(Exception):
    """A value is deeper or larger than what may cross."""


class _Packer:
    def __init__(self) -> None:
        self.left = BUDGET

    def spend(self, cost: int) -> None:
        self.left -= cost
        if self.left < 0:
            raise TooBigError("too large")

    def pack(self, value: Any, depth: int) -> Any:
        self.spend(_NODE)
        kind = type(value)
        if value is None or kind is bool or kind is float:
            return value
        if kind is int:
            if -_SMALL <= value < _SMALL:
                return value
            self.spend(value.bit_length() // 4)
            return ["i", hex(value)]
        if kind is str:
            self.spend(len(value))
            return value
        if kind is bytes:
            self.spend(2 * len(value))
            return ["b", value.hex()]
        if kind is complex:
            return ["c", value.real, value.imag]
        if kind is range:
            return ["r", *(self.pack(part, depth) for part in (value.start, value.stop, value.step))]
        if depth >= MAX_DEPTH:
            raise TooBigError("too deeply nested")
        return self.container(value, kind, depth + 1)

    def container(self, value: Any, kind: type, depth: int) -> Any:
        if kind in _DICTS:
            return ["d", *(self.pack(part, depth) for item in dict.items(value) for part in item)]
        for tag, sequence in (("l", list), ("t", tuple), ("s", set), ("f", frozenset)):
            if kind is sequence:
                return [tag, *(self.pack(part, depth) for part in value)]
        if kind in _ITERATORS:
            return ["g", *(self.pack(part, depth) for part in value)]
        return ["o", kind.__name__[:100]]


def pack(value: Any) -> Any:
    """Returns a value as JSON can say it. Iterators are used up by that.

    Raises:
        TooBigError: It is too large or too deep, which a value that contains itself is too.
    """
    return _Packer().pack(value, 0)


def unpack(packed: Any, opaque: Callable[[str], Any]) -> Any:
    """The inverse of `pack`; `opaque` makes the stand-in for what did not cross, given its type's name.

    Raises:
        BreachError: This is not what `pack` returns.
    """
    try:
        return _unpack(packed, opaque)
    except (TypeError, ValueError, IndexError, RecursionError, OverflowError, MemoryError) as error:
        raise BreachError(f"malformed value: {type(error).__name__}") from None


def _unpack(packed: Any, opaque: Callable[[str], Any]) -> Any:
    if not isinstance(packed, list):
        if isinstance(packed, dict):
            raise BreachError("malformed value: an object")
        return packed
    tag, *parts = packed
    if tag == "o":
        return opaque(str(parts[0])[:100])
    if tag == "i":
        return int(parts[0], 16)
    if tag == "b":
        return bytes.fromhex(parts[0])
    if tag == "c":
        return complex(float(parts[0]), float(parts[1]))
    values = [_unpack(part, opaque) for part in parts]
    if tag == "d":
        return dict(zip(values[::2], values[1::2], strict=True))
    makers: dict[str, Callable[[list[Any]], Any]] = {
        "l": list, "t": tuple, "s": set, "f": frozenset, "g": iter, "r": lambda v: range(*v),
    }  # fmt: skip
    if tag not in makers:
        raise BreachError("malformed value: unknown tag")
    return makers[tag](values)


def write_frame(descriptor: int, message: Any) -> None:
    """Sends a message of JSON types.

    Raises:
        TooBigError: It is longer than a frame may be.
        EndedError: Nobody is there to read it.
    """
    # Lone surrogates are strings too: they must survive, and not melt into pairs as escapes would.
    body = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    if len(body) > MAX_FRAME:
        raise TooBigError("too large")
    view = memoryview(_HEADER.pack(len(body)) + body)
    try:
        while view:
            view = view[os.write(descriptor, view) :]
    except OSError as error:
        raise EndedError from error


def read_frame(descriptor: int) -> Any:
    """Waits for a message and returns it.

    Raises:
        EndedError: There is none and there will be none.
        BreachError: This is no frame.
    """
    length = _HEADER.unpack(_read(descriptor, _HEADER.size))[0]
    if length > MAX_FRAME:
        raise BreachError(f"a frame of {length} bytes")
    body = _read(descriptor, length)
    try:
        return json.loads(body.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError, MemoryError) as error:
        raise BreachError(f"malformed frame: {type(error).__name__}") from None


def _read(descriptor: int, length: int) -> bytes:
    return b"".join(_chunks(descriptor, length))


def _chunks(descriptor: int, length: int) -> Iterator[bytes]:
    while length > 0:
        try:
            chunk = os.read(descriptor, min(length, 1 << 20))
        except OSError as error:
            raise EndedError from error
        if not chunk:
            raise EndedError
        length -= len(chunk)
        yield chunk
