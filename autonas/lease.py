"""One search per study: a row in the study's own database says who is searching.

The row is taken with an insert or a compare-and-swap update, so two searches that start together cannot both
get it. The lease of a process that has died on this machine is taken over at once, that of another machine
when it has been silent for a while.
"""

from __future__ import annotations

import contextlib
import logging
import os
import socket
import threading
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from autonas.errors import AutonasError, UsageError

__all__ = ["Holder", "Lease", "held_lease", "holder"]

_HEARTBEAT_SECONDS = 10.0
_SILENT_SECONDS = 60.0  # after which a lease of another machine is free

_METADATA = sa.MetaData()
_LEASES = sa.Table(
    "autonas_leases",
    _METADATA,
    sa.Column("study", sa.String(128), primary_key=True),
    sa.Column("token", sa.String(32), nullable=False),
    sa.Column("machine", sa.String(255), nullable=False),
    sa.Column("pid", sa.Integer, nullable=False),
    sa.Column("process_start", sa.String(64), nullable=False),
    sa.Column("heartbeat", sa.Float, nullable=False),
)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who searches a study."""

    token: str
    machine: str
    pid: int
    process_start: str
    heartbeat: float

    @property
    def alive(self) -> bool:
        """Whether it is still searching, as far as this machine can tell."""
        if self.machine == _machine():
            return _process_start(self.pid) == self.process_start
        return time.time() - self.heartbeat < _SILENT_SECONDS

    def refusal(self, study: str) -> UsageError:
        """Returns the error for whoever wants to search as well."""
        host = self.machine.partition(" ")[0]
        return UsageError(
            f"study {study!r} is being searched by process {self.pid} on {host}",
            hint="wait for it or stop it; --name starts another study",
        )


class Lease:
    """The right to ask and tell; see `held_lease`."""

    def __init__(self, engine: sa.Engine, study: str, token: str) -> None:
        self._engine = engine
        self._study = study
        self._token = token
        self._lost = threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._beat, daemon=True, name="autonas-lease")
        self._thread.start()

    def check(self) -> None:
        """Raises an AutonasError if another search has taken the study over."""
        if self._lost.is_set():
            raise AutonasError(
                f"study {self._study!r} was taken over by another search while this one was suspended",
                hint="nothing is lost; run the same command again when the other has ended",
            )

    def release(self) -> None:
        """Gives the study free."""
        self._stop.set()
        self._thread.join()
        with contextlib.suppress(sa.exc.SQLAlchemyError), self._engine.begin() as connection:
            connection.execute(_LEASES.delete().where(_LEASES.c.token == self._token))

    def _beat(self) -> None:
        while not self._stop.wait(_HEARTBEAT_SECONDS):
            try:
                with self._engine.begin() as connection:
                    mine = _LEASES.update().where(_LEASES.c.token == self._token)
                    if connection.execute(mine.values(heartbeat=time.time())).rowcount == 0:
                        self._lost.set()
            except sa.exc.SQLAlchemyError as error:  # a full disk or a lock: the search itself will say so
                _log.debug("heartbeat failed: %s", error)


@contextlib.contextmanager
def held_lease(engine: sa.Engine, study: str) -> Iterator[Lease]:
    """Holds the right to search `study` while the context lasts.

    Raises:
        UsageError: Somebody else holds it.
    """
    _METADATA.create_all(engine)
    token = uuid.uuid4().hex
    while True:
        current = holder(engine, study)
        if current is not None and current.alive:
            raise current.refusal(study)
        if _take(engine, study, token, current):
            break
    lease = Lease(engine, study, token)
    try:
        yield lease
    finally:
        lease.release()


def holder(engine: sa.Engine, study: str) -> Holder | None:
    """Returns who took the study last and has not given it free, dead or alive."""
    if not sa.inspect(engine).has_table(_LEASES.name):
        return None
    with engine.connect() as connection:
        row = connection.execute(_LEASES.select().where(_LEASES.c.study == study)).one_or_none()
    if row is None:
        return None
    return Holder(**{name: value for name, value in row._mapping.items() if name != "study"})


def _take(engine: sa.Engine, study: str, token: str, dead: Holder | None) -> bool:
    values: dict[str, Any] = {
        "token": token,
        "machine": _machine(),
        "pid": os.getpid(),
        "process_start": _process_start(os.getpid()),
        "heartbeat": time.time(),
    }
    try:
        with engine.begin() as connection:
            if dead is None:
                connection.execute(_LEASES.insert().values(study=study, **values))
                return True
            taken = _LEASES.update().where(_LEASES.c.study == study, _LEASES.c.token == dead.token)
            return connection.execute(taken.values(**values)).rowcount == 1
    except sa.exc.IntegrityError:  # another search was faster
        return False


def _machine() -> str:
    """Host and, where there is one, the process namespace in which a pid has a meaning."""
    try:
        return f"{socket.gethostname()} {Path('/proc/self/ns/pid').readlink()}"
    except OSError:
        return socket.gethostname()


def _process_start(pid: int) -> str:
    """Returns what tells a process from a later one with the same pid; empty if there is none."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return "" if Path("/proc/self/stat").exists() else _alive_by_signal(pid)
    after_name = stat.rpartition(")")[2].split()
    return "" if after_name[0] == "Z" else f"{_boot()} {after_name[19]}"  # a zombie searches no more


def _boot() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return ""


def _alive_by_signal(pid: int) -> str:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return ""
    except PermissionError:
        pass
    return "alive"
