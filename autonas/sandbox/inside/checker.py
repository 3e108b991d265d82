"""The process that runs the tests against a proxy of the candidate's function, and alone holds the verdict's socket."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from types import FunctionType
from typing import Any

from autonas.sandbox.inside.opaque import Opaque, Unsupported
from autonas.sandbox.inside.wire import BreachError, EndedError, TooBigError, pack, read_frame, unpack, write_frame

__all__ = ["judge"]

Verdict = tuple[str, str]  # reason, detail

_DETAIL = 200  # characters


class _Stop(BaseException):
    """No further call can be answered. Not an Exception: tests that expect errors must not swallow it."""


class _Candidate:
    """The other process: calls its function, and remembers what went wrong for good.

    Attributes:
        raised: The exceptions that calls have raised, with the verdict that each means if no test expected it.
        broken: The verdict if the connection has ended or a value did not cross.
        used: What opaque values were used for.
    """

    def __init__(self, channel: int) -> None:
        self._channel = channel
        self._calls = 0
        self.raised: list[tuple[BaseException, Verdict]] = []
        self.broken: Verdict | None = None
        self.used: list[str] = []

    def start(self) -> Verdict | None:
        """Waits until the program is loaded; returns the verdict if that has failed."""
        try:
            if read_frame(self._channel) != {"state": "hardened"}:
                return "error", "the candidate did not say that it is contained"
        except (EndedError, BreachError):
            return "error", "the candidate could not be contained"
        try:
            message = read_frame(self._channel)
            state = message["state"]
            if state == "ready":
                return None
            error, verdict = self._error(message["error"])
        except EndedError:
            return "raises", "the program ended while it was loaded"
        except (BreachError, KeyError, TypeError, AttributeError):
            return "refused", "the program sent what is not in the protocol"
        return ("does not parse", _line(error)) if state == "does not parse" else verdict

    def call(self, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
        """Calls the candidate's function: its value, its exception, and its changes to the arguments arrive here."""
        if self.broken is not None:
            raise _Stop
        self._calls += 1
        sent = self._pack((arguments, keywords))
        mutable = _has_mutable(sent)
        try:
            write_frame(self._channel, {"call": self._calls, "arguments": sent, "mutable": mutable})
            reply = read_frame(self._channel)
            if reply["call"] != self._calls:
                raise BreachError("an answer to another call")
            if mutable and "arguments" in reply:
                changed = unpack(reply["arguments"], self._opaque)
                _copy_back(arguments, changed[0])
                _copy_back(keywords, changed[1])
            if "error" not in reply:
                return unpack(reply["value"], self._opaque)
            error, verdict = self._error(reply["error"])
        except EndedError:
            self._break("raises", "the program ended during a call")
        except TooBigError:
            self._break("unsupported", "arguments are too large to cross")
        except (BreachError, KeyError, TypeError, AttributeError, IndexError):
            self._break("refused", "the program sent what is not in the protocol")
        self.raised.append((error, verdict))
        raise error

    def _pack(self, value: Any) -> Any:
        try:
            packed = pack(value)
        except TooBigError:
            self._break("unsupported", "arguments are too large to cross")
        if name := _opaque_name(packed):
            self._break("unsupported", f"an argument of type {name} does not cross")
        return packed

    def _break(self, reason: str, detail: str) -> Any:
        self.broken = (reason, detail)
        raise _Stop

    def _opaque(self, name: str) -> Opaque:
        return Opaque(name, self.used)

    def _error(self, described: dict[str, Any]) -> tuple[BaseException, Verdict]:
        """Makes an exception of the same built-in type, and the verdict it means when it is not expected."""
        kind = getattr(builtins, str(described["type"]), None)
        name, message = str(described["name"]), str(described["message"])
        line = f"{name}: {message}"
        if not (isinstance(kind, type) and issubclass(kind, Exception)):
            # SystemExit, KeyboardInterrupt and the like: the program gave up, the tests must not.
            return _Stop(line), ("raises", _line_of(line))
        arguments = unpack(described["args"], self._opaque)
        try:
            error = kind(*arguments)
        except Exception:
            error = Exception(message)
        if issubclass(kind, ImportError):
            return error, ("unsupported", _line_of(line))
        stopped = issubclass(kind, MemoryError) or (issubclass(kind, OSError) and arguments[:1] in [(1,), (13,)])
        return error, ("refused" if stopped else "raises", _line_of(line))


def judge(channel: int, verdict: int, *, setup: str, tests: str, entry_point: str) -> None:
    """Runs the tests and sends the verdict."""
    reason, detail = _judge(_Candidate(channel), setup=setup, tests=tests, entry_point=entry_point)
    write_frame(verdict, {"reason": reason, "detail": detail})


def _judge(candidate: _Candidate, *, setup: str, tests: str, entry_point: str) -> Verdict:
    if (failed := candidate.start()) is not None:
        return failed
    namespace: dict[str, Any] = {"__name__": "tests"}
    try:
        compiled = compile(tests, "<tests>", "exec", dont_inherit=True)
        exec(compile(setup, "<setup>", "exec", dont_inherit=True), namespace)
    except ImportError as error:
        return "unsupported", f"setup: {_line(error)}"
    except BaseException as error:
        return "error", f"setup: {_line(error)}"
    namespace[entry_point] = _proxy(candidate, entry_point)
    verdict: Verdict = ("passed", "")
    try:
        exec(compiled, namespace)
    except BaseException as error:
        verdict = _failure(candidate, error, tests)
    if candidate.used:
        return "unsupported", candidate.used[0]
    return candidate.broken or verdict


def _failure(candidate: _Candidate, error: BaseException, tests: str) -> Verdict:
    for raised, verdict in candidate.raised:
        if raised is error:
            return verdict
    if isinstance(error, Unsupported | ImportError):
        return "unsupported", _line(error)
    lines, number, at = tests.splitlines(), 0, error.__traceback__
    while at is not None:
        if at.tb_frame.f_code.co_filename == "<tests>":
            number = at.tb_lineno
        at = at.tb_next
    where = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    if isinstance(error, AssertionError):
        return "wrong", _line_of(where or _line(error))
    return "wrong", _line_of(f"{where}: {_line(error)}")


def _proxy(candidate: _Candidate, name: str) -> Callable[..., Any]:
    def function(*arguments: Any, **keywords: Any) -> Any:
        return candidate.call(arguments, keywords)

    return FunctionType(function.__code__, {}, name, None, function.__closure__)


def _has_mutable(packed: Any) -> bool:
    """Whether an argument, or a part of one, can be changed in place; `packed` is ("t", ("t", ...), ("d", ...))."""
    _, (_, *positional), (_, *keywords) = packed

    def mutable(part: Any) -> bool:
        return isinstance(part, list) and (part[0] in ("l", "d", "s") or any(mutable(p) for p in part[1:]))

    return any(mutable(part) for part in (*positional, *keywords))


def _opaque_name(packed: Any) -> str:
    if not isinstance(packed, list):
        return ""
    if packed[0] == "o":
        return str(packed[1])
    return next((name for part in packed[1:] if (name := _opaque_name(part))), "")


def _copy_back(ours: Any, theirs: Any) -> Any:
    """Makes our value equal to what the candidate has made of its copy, in place; returns what stands for it."""
    kind = type(ours)
    if kind is not type(theirs):
        return theirs
    if kind is list:
        ours[:] = [_copy_back(ours[i], new) if i < len(ours) else new for i, new in enumerate(theirs)]
    elif kind is dict:
        new = {key: _copy_back(ours[key], value) if key in ours else value for key, value in theirs.items()}
        ours.clear()
        ours.update(new)
    elif kind is set:
        ours.clear()
        ours.update(theirs)
    elif kind is tuple and len(ours) == len(theirs):
        parts = tuple(_copy_back(old, new) for old, new in zip(ours, theirs, strict=True))
        return ours if all(old is new for old, new in zip(ours, parts, strict=True)) else parts
    else:
        return theirs
    return ours


def _line(error: BaseException) -> str:
    try:
        return _line_of(f"{type(error).__name__}: {error}" if str(error) else type(error).__name__)
    except BaseException:
        return type(error).__name__


def _line_of(text: str) -> str:
    first = text.strip().splitlines()[0] if text.strip() else ""
    return first[:_DETAIL].encode("utf-8", "replace").decode()
