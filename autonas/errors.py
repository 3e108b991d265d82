"""What can go wrong, as exceptions.

AutonasError                 a clear message and a hint; the command line prints both and exits 1
├── UsageError               the user's input is wrong; exit 2, nothing was touched
├── CandidateError           one candidate failed; recorded with its reason, the search goes on
└── CandidateStopped         one candidate's training was stopped early: no failure, but nothing to score either
"""

from collections.abc import Mapping, Sequence

__all__ = ["AutonasError", "CandidateError", "CandidateStopped", "UsageError"]


class AutonasError(Exception):
    """An error that a person can act on.

    Attributes:
        message: One line: what is wrong, with the value and the allowed range.
        hint: One line: what to do about it.
    """

    exit_code = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(AutonasError):
    """The input is wrong. Nothing was changed."""

    exit_code = 2


class CandidateError(AutonasError):
    """One candidate cannot be scored. The search records the reason and goes on.

    Attributes:
        reason: A short stable word for tables: "not causal", "not finite", "implausible", "out of memory", ...
    """

    def __init__(self, message: str, *, reason: str, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.reason = reason

    def __reduce__(self) -> tuple[object, ...]:  # keyword-only arguments would be lost between processes
        return _candidate_error, (self.message, self.reason, self.hint)


class CandidateStopped(AutonasError):  # noqa: N818 - no error
    """A training is not worth going on with.

    Attributes:
        curve: Its learning curve so far.
    """

    def __init__(self, message: str, *, curve: Sequence[Mapping[str, float]]) -> None:
        super().__init__(message)
        self.curve = curve


def _candidate_error(message: str, reason: str, hint: str) -> CandidateError:
    return CandidateError(message, reason=reason, hint=hint)
