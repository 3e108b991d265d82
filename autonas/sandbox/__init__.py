"""Runs generated code that nobody vouches for: see docs/sandbox.md."""

from autonas.sandbox.host import Sandbox
from autonas.sandbox.types import Level, Limits, Outcome, Program, SandboxError

__all__ = ["Level", "Limits", "Outcome", "Program", "Sandbox", "SandboxError"]
