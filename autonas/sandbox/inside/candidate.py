"""The process that runs what is not trusted. It knows no tests, and nothing it says is believed."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

from autonas.sandbox.inside.wire import EndedError, TooBigError, pack, read_frame, unpack, write_frame

__all__ = ["serve"]

_MODULE = "solution"
_MESSAGE = 500  # characters of an exception's message


def serve(channel: int, code: str, entry_point: str) -> None:
    """Runs the program, then answers calls until the checker hangs up."""
    write_frame(channel, {"state": "hardened"})
    try:
        compiled = compile(code, f"<{_MODULE}>", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError) as error:
        write_frame(channel, {"state": "does not parse", "error": _describe(error)})
        return
    module = ModuleType(_MODULE)
    sys.modules[_MODULE] = module  # dataclasses look their module up
    try:
        exec(compiled, module.__dict__)
        function = module.__dict__.get(entry_point)
        if not callable(function):
            raise NameError(f"name {entry_point!r} is not defined as a function")
    except BaseException as error:
        write_frame(channel, {"state": "raised", "error": _describe(error)})
        return
    write_frame(channel, {"state": "ready"})
    try:
        while True:
            _answer(channel, function)
    except EndedError:
        return


def _answer(channel: int, function: Callable[..., Any]) -> None:
    request = read_frame(channel)
    arguments = unpack(request["arguments"], ModuleType)  # the checker sends no opaque values
    reply: dict[str, Any] = {"call": request["call"]}
    try:
        reply["value"] = _packed(function(*arguments[0], **arguments[1]))
    except BaseException as error:
        reply["error"] = _describe(error)
    if request["mutable"]:
        after = _packed(arguments)
        if after != request["arguments"]:
            reply["arguments"] = after
    write_frame(channel, reply)


def _packed(value: Any) -> Any:
    try:
        return pack(value)
    except TooBigError as why:
        return ["o", f"{type(value).__name__}, {why}"]


def _describe(error: BaseException) -> dict[str, Any]:
    """An exception as its closest built-in type, its arguments and its message: what tests can look at."""
    names = (kind.__name__ for kind in type(error).__mro__ if vars(builtins).get(kind.__name__) is kind)
    try:
        message = str(error)[:_MESSAGE]
        arguments = pack(error.args) if len(repr(error.args)) < 10 * _MESSAGE else pack((message,))
    except BaseException:
        message, arguments = "", pack(())
    return {"type": next(names, "Exception"), "name": type(error).__name__[:100], "message": message, "args": arguments}
