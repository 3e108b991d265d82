"""Commands that serve the dashboard, run as a user runs them."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["served", "wait_for"]


@contextmanager
def served(folder: Path, command: str, *args: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Runs a command that serves, on a free port: its address, and its process."""
    words = [sys.executable, "-m", "autonas.cli", command, "--port", "0", *args]
    with subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            found = re.search(r"http://\S+", line)
            assert found, line or process.communicate()
            yield found[0], process
        finally:
            process.kill()


def wait_for(true: Callable[[], object], process: subprocess.Popen[str], *, seconds: float = 240) -> None:
    """Waits until something is true, as long as the process lives."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "not in time"
        assert process.poll() is None, process.communicate()
        time.sleep(0.2)
