"""macOS: `sandbox-exec` round the fork server. Best effort: the tool is deprecated, and memory is not limited.

The profile denies network, writing, starting programs and signals to others, and reading all but what Python needs.
Not tested with every release of macOS: the self check decides whether it holds.
"""

from __future__ import annotations

import shutil
import sys
import sysconfig
from pathlib import Path

from autonas.sandbox.types import SandboxError

__all__ = ["profile", "wrapper"]

_PROFILE = """(version 1)
(allow default)
(deny network*)
(deny file-write*)
(allow file-write-data (literal "/dev/null"))
(deny process-exec*)
(allow process-exec* (literal {interpreter}))
(deny signal)
(allow signal (target self) (target children))
(deny file-read* (subpath "/Users") (subpath "/private/tmp") (subpath "/private/var/folders") (subpath "/private/etc"))
(allow file-read* {library})
"""


def wrapper(package: Path) -> list[str]:
    """The beginning of a command line that runs the rest under the profile.

    Args:
        package: The folder of autonas, which the fork server must read.

    Raises:
        SandboxError: This Mac has no sandbox-exec.
    """
    program = shutil.which("sandbox-exec")
    if program is None:
        raise SandboxError("sandbox-exec was not found", hint="run autonas in a Linux virtual machine")
    return [program, "-p", profile(package)]


def profile(package: Path) -> str:
    """The rules, with the paths of this interpreter."""
    folders = {sys.prefix, sys.base_prefix, sysconfig.get_path("stdlib"), str(package)}
    library = " ".join(f"(subpath {_quoted(folder)})" for folder in sorted(folders))
    return _PROFILE.format(interpreter=_quoted(str(Path(sys.executable).resolve())), library=library)


def _quoted(path: str) -> str:
    return '"' + path.replace("\\", "\\\\").replace('"', '\\"') + '"'
