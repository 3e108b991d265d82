"""Publishing beside a search: in another process, so that it costs the search next to nothing and cannot end it."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType

from autonas.errors import AutonasError, UsageError
from autonas.events import Events

__all__ = ["ARTIFACTS", "Publishing", "dashboard_is_installed", "refuse_without_dashboard"]

ARTIFACTS = "artifacts"  # folder of the files that the dashboard shows, below that of the candidates' own files

_PAUSE = 20.0  # times as long as publishing took: at most a twentieth of a core goes into it
_AT_ONCE = 5.0  # seconds of drawing
_CHANGED, _END = b"c", b"e"


def dashboard_is_installed() -> bool:
    """Whether Optuna's dashboard can be imported."""
    return importlib.util.find_spec("optuna_dashboard") is not None


def refuse_without_dashboard() -> None:
    """Raises a UsageError if Optuna's dashboard is not installed."""
    if not dashboard_is_installed():
        raise UsageError("Optuna's dashboard is not installed", hint="pip install 'autonas[dashboard]'")


class Publishing:
    """Publishes studies in another process, which is started when there is something to publish; a context manager.

    The process ends with this one, however this one ends.

    Args:
        url: Of the storage.
        names: The studies.
        out: Folder of the candidates' files.
    """

    def __init__(self, url: str, names: Sequence[str], out: Path) -> None:
        self._order = _Order(url, names, str(out))
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Publishing:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        if self._process is not None:
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                with contextlib.suppress(OSError):
                    if stream is not None:
                        stream.close()

    def stop(self) -> None:
        """Lets it end at once; what it has not written is written the next time."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()

    def events(self) -> Events:
        """Returns what a search shall call."""
        return Events(opened=lambda *_: self._tell(_CHANGED), finished=lambda _: self._tell(_CHANGED))

    @property
    def begun(self) -> bool:
        """Whether there was anything to publish."""
        return self._process is not None

    def finish(self) -> None:
        """Lets it publish everything that is left, and end. Does not wait for it, see `wait`."""
        self._tell(_END)

    def wait(self, seconds: float | None = None) -> str:
        """Waits until it has ended and returns what is to be said of it: why not all is up to date; empty if it is."""
        assert self._process is not None
        try:
            said, _ = self._process.communicate(timeout=seconds)
        except (subprocess.TimeoutExpired, KeyboardInterrupt):
            return "not all drawings for the dashboard were made; autonas dashboard makes them"
        lines = said.decode(errors="replace").strip().splitlines()
        failed = self._process.returncode > 0  # below 0: stopped
        return f"the dashboard is not up to date: {lines[-1]}" if failed and lines else ""

    def _tell(self, what: bytes) -> None:
        if self._process is None:
            command = [sys.executable, "-P", "-m", "autonas.publishing"]
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
            self._process = subprocess.Popen(command, start_new_session=True, **pipes)  # type: ignore[call-overload]
            # The order does not go as an argument, which others can see: the URL may hold a password.
            what = json.dumps(asdict(self._order)).encode() + b"\n" + what
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):  # it has died: `wait` says why
            self._process.stdin.write(what)
            self._process.stdin.flush()


def _main() -> None:
    """The other process: publishes what has changed, but not too often, until it is told to end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    with contextlib.suppress(OSError):
        os.nice(10)
    order, told = _ordered()
    changed, due, problem = bool(told), 0.0, ""
    while _END not in told:
        patience = max(0.0, due - time.monotonic()) if changed else None
        if select.select([0], [], [], patience)[0]:
            told = os.read(0, 4096)
            if not told:  # the parent has gone
                return
            changed = True
        elif changed:
            begun = time.monotonic()
            problem = _publish(order, seconds=_AT_ONCE)
            changed, due = False, time.monotonic() + _PAUSE * (time.monotonic() - begun)
    problem = _publish(order, seconds=float("inf"))
    if problem:
        sys.exit(problem)


@dataclass(frozen=True, slots=True)
class _Order:
    """What the other process is to publish."""

    url: str
    names: Sequence[str]
    out: str


def _ordered() -> tuple[_Order, bytes]:
    """Returns the order, which comes first, and what has come after it."""
    text = b""
    while b"\n" not in text:
        if not (more := os.read(0, 4096)):
            sys.exit(0)
        text += more
    line, _, rest = text.partition(b"\n")
    return _Order(**json.loads(line)), rest


def _publish(order: _Order, *, seconds: float) -> str:
    """Publishes and returns in one line what has prevented it."""
    from autonas.publish import publish

    try:
        for name in order.names:
            publish(order.url, name, Path(order.out), seconds=seconds)
    except (AutonasError, OSError) as error:  # the next time it may succeed
        return " ".join(str(error).split())
    return ""


if __name__ == "__main__":
    _main()
