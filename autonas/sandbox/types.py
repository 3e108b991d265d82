"""What goes into the sandbox and what comes out: plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from autonas.errors import AutonasError

__all__ = ["LAYERS", "LEVELS", "Level", "Limits", "Outcome", "Program", "Reason", "SandboxError"]

Level = Literal["strong", "reduced", "none"]
LEVELS: tuple[Level, ...] = ("none", "reduced", "strong")  # each better than the one before
LAYERS = ("namespaces", "landlock", "seccomp", "rlimits", "sandbox-exec")

Reason = Literal["passed", "does not parse", "raises", "wrong", "timeout", "refused", "unsupported", "error"]


class SandboxError(AutonasError):
    """The sandbox cannot be built, or does not hold. Nothing is run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one program may use.

    Attributes:
        cpu_seconds: CPU time, all threads together; whole seconds. This decides on timeouts.
        wall_seconds: Time on the clock; generous, so that a busy machine does not decide.
        memory_mb: Address space, the interpreter's own 60 MB or so included. Not limited on macOS.
        open_files: Descriptors.
    """

    cpu_seconds: int = 5
    wall_seconds: float = 30.0
    memory_mb: int = 1024
    open_files: int = 64

    def __post_init__(self) -> None:
        if not (isinstance(self.cpu_seconds, int) and self.cpu_seconds >= 1):
            raise ValueError(f"cpu_seconds must be a whole number of at least 1, got {self.cpu_seconds}")
        if not self.wall_seconds >= self.cpu_seconds:
            raise ValueError(f"wall_seconds must be at least cpu_seconds ({self.cpu_seconds}), got {self.wall_seconds}")
        if self.memory_mb < 128:
            raise ValueError(f"memory_mb must be at least 128, got {self.memory_mb}")
        if self.open_files < 16:
            raise ValueError(f"open_files must be at least 16, got {self.open_files}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program and its tests.

    Attributes:
        code: Prompt and completion: what is not trusted.
        entry_point: The function that the tests call.
        tests: Statements, run by the checker with `entry_point` bound to a proxy of the candidate's function.
        setup: Trusted text that the checker runs before the tests (helpers, imports).
    """

    code: str
    entry_point: str
    tests: str
    setup: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a program did.

    Attributes:
        reason: "passed"; "does not parse"; "raises": in a call, or while it was loaded, or it ended itself; "wrong": a
            test failed; "timeout"; "refused": the sandbox stopped it; "unsupported": it needs something that does not
            cross or is not there (an opaque value, a missing module); "error": the sandbox itself failed.
        detail: One short line.
        seconds: CPU time of the candidate.
    """

    reason: Reason
    detail: str = ""
    seconds: float = 0.0

    @property
    def passed(self) -> bool:
        return self.reason == "passed"
