"""The checker's stand-in for a value that did not cross: nothing follows from it, so any use ends the tests."""

from __future__ import annotations

from typing import Any, NoReturn

__all__ = ["Opaque", "Unsupported"]


class Unsupported(BaseException):
    """The tests need what does not cross. Not an Exception: tests that expect errors must not swallow it."""


class Opaque:
    """A value of which only its type's name is known. It equals nothing; asking whether it does is refused.

    It can be handed around and compared by identity (`is None`), no more.
    """

    __slots__ = ("_type_name", "_used")

    def __init__(self, type_name: str, used: list[str]) -> None:
        object.__setattr__(self, "_type_name", type_name)
        object.__setattr__(self, "_used", used)

    def __getattribute__(self, name: str) -> Any:
        if name in ("__class__", "_type_name", "_used", "_refuse"):
            return object.__getattribute__(self, name)
        return self._refuse()

    def _refuse(self) -> NoReturn:
        what = f"a value of type {self._type_name} does not cross"
        self._used.append(what)  # remembered: a bare `except` may swallow the exception
        raise Unsupported(what)


def _refused(self: Opaque, *_: Any, **__: Any) -> NoReturn:
    self._refuse()


# Special methods are looked up on the class, past __getattribute__. Object's own would give answers (a text, a truth
# value, a hash); the others would raise TypeError, which a test may expect.
_SPECIAL = (
    "eq", "ne", "lt", "le", "gt", "ge", "bool", "hash", "len", "iter", "next", "contains", "getitem", "setitem",
    "delitem", "call", "repr", "str", "format", "bytes", "int", "float", "complex", "index", "round", "trunc",
    "floor", "ceil", "abs", "neg", "pos", "invert", "add", "radd", "sub", "rsub", "mul", "rmul", "truediv",
    "rtruediv", "floordiv", "rfloordiv", "mod", "rmod", "pow", "rpow", "divmod", "rdivmod", "matmul", "rmatmul",
    "and", "rand", "or", "ror", "xor", "rxor", "lshift", "rlshift", "rshift", "rrshift", "iadd", "isub", "imul",
    "enter", "exit", "reversed", "length_hint", "setattr", "delattr", "dir", "reduce_ex", "copy", "deepcopy",
    "fspath", "await", "aiter", "anext",
)  # fmt: skip
for _name in _SPECIAL:
    setattr(Opaque, f"__{_name}__", _refused)
