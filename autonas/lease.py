"""One search per study: a row in the study's own database says who is searching.

The row is taken with an insert or a compare-and-swap update, so two searches that start together cannot both
get it. The lease of a process that has died on this machine is taken over at once: its id and start tell. That of
another machine is taken over when it has been silent, by two clocks:

- By the database's clock its last sign of life is more than `_SILENT_SECONDS` ago, or in the future. All machines read
  the same clock, so theirs may be wrong; on SQLite, which has none, it is the machine's own.
- That clock may jump as well. So before it takes over, a search watches the row for more than two heartbeats by its own
  monotonic clock, which never jumps. A live holder shows itself then, whatever the clocks say.

A jump cannot keep a dead lease for ever either: one in the future counts as silent, and any other one ages.
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
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from autonas.errors import AutonasError, UsageError
from autonas.server import ConnectionLostError

__all__ = ["Holder", "Lease", "held_lease", "holder"]

_HEARTBEAT_SECONDS = 10.0
_SILENT_SECONDS = 60.0  # after which a lease of another machine may be free
_WATCH_SECONDS = 25.0  # before it is taken over
_LOOK_SECONDS = 1.0  # between two looks while it is watched

_METADATA = sa.MetaData()
_LEASES = sa.Table(
    "autonas_leases",
    _METADATA,
    sa.Column("study", sa.String(128), primary_key=True),
    sa.Column("token", sa.String(32), nullable=False),
    sa.Column("machine", sa.String(255), nullable=False),
    sa.Column("pid", sa.Integer, nullable=False),
    sa.Column("process_start", sa.String(64), nullable=False),
    sa.Column("heartbeat", sa.Double, nullable=False),
    sa.Column("since", sa.Double),  # younger than the others: earlier tables get it when they are next used
)
_held: set[str] = set()  # the tokens of this process's leases; one that could not be given free is not among them
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who searches a study. Times are seconds since 1970 by the database's clock, `now` when it was asked."""

    token: str
    machine: str
    pid: int
    process_start: str
    heartbeat: float
    since: float | None = None
    now: float

    @property
    def here(self) -> bool:
        """Whether it runs, or ran, on this machine."""
        return self.machine == _machine()

    @property
    def alive(self) -> bool:
        """Whether it is still searching, as far as this machine can tell."""
        if self.here:
            same = _process_start(self.pid) == self.process_start
            return same and (self.pid != os.getpid() or self.token in _held)
        return 0 <= self.now - self.heartbeat < _SILENT_SECONDS

    def refusal(self, study: str) -> UsageError:
        """Returns the error for whoever wants to search as well."""
        host = self.machine.partition(" ")[0]
        since = "" if self.since is None else f" since {_moment(self.since, self.now)}"
        return UsageError(
            f"study {study!r} is being searched by process {self.pid} on {host}{since}",
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
        self._thread = threading.Thread(target=self._beat_often, daemon=True, name="autonas-lease")
        self._thread.start()

    def check(self) -> None:
        """Raises an AutonasError if it is known that another search has taken the study over."""
        if self._lost.is_set():
            raise AutonasError(
                f"study {self._study!r} was taken over by another search while this one was suspended or cut off",
                hint="nothing is lost; run the same command again when the other has ended",
            )

    def confirm(self) -> None:
        """Asks the database, with a sign of life, and raises an AutonasError if another search has taken it over."""
        with self._engine.begin() as connection:
            self.beat(connection)

    def beat(self, connection: sa.Connection) -> None:
        """The same as part of a transaction: until its end nobody can take the study over."""
        mine = _LEASES.update().where(_LEASES.c.token == self._token)
        if connection.execute(mine.values(heartbeat=_now(self._engine))).rowcount == 0:
            self._lost.set()
        self.check()

    def release(self) -> None:
        """Gives the study free."""
        self._stop.set()
        self._thread.join()
        with contextlib.suppress(sa.exc.SQLAlchemyError, ConnectionLostError), self._engine.begin() as connection:
            connection.execute(_LEASES.delete().where(_LEASES.c.token == self._token))

    def _beat_often(self) -> None:
        while not self._stop.wait(_HEARTBEAT_SECONDS):
            try:
                self.confirm()
            except AutonasError:  # `check` says it
                return
            except (sa.exc.SQLAlchemyError, ConnectionLostError) as error:  # the search itself will say so
                _log.debug("heartbeat failed: %s", error)


@contextlib.contextmanager
def held_lease(engine: sa.Engine, study: str) -> Iterator[Lease]:
    """Holds the right to search `study` while the context lasts.

    Raises:
        UsageError: Somebody else holds it.
    """
    _prepare(engine)
    token = uuid.uuid4().hex
    _held.add(token)
    try:
        while True:
            current = holder(engine, study)
            if current is not None and (current.alive or _beats(engine, study, current)):
                raise current.refusal(study)
            if _take(engine, study, token, current):
                break
        lease = Lease(engine, study, token)
        try:
            yield lease
        finally:
            lease.release()
    finally:
        _held.discard(token)


def holder(engine: sa.Engine, study: str) -> Holder | None:
    """Returns who took the study last and has not given it free, dead or alive."""
    known = _columns(engine)
    if not known:
        return None
    columns = [column for column in _LEASES.c if column.name in known and column is not _LEASES.c.study]
    query = sa.select(*columns, _now(engine).label("now")).where(_LEASES.c.study == study)
    with engine.connect() as connection:
        row = connection.execute(query).one_or_none()
    return None if row is None else Holder(**row._mapping)


def _prepare(engine: sa.Engine) -> None:
    """Makes the table what it shall be, also beside another search that does the same."""
    wanted = set(_LEASES.c.keys())
    try:
        _METADATA.create_all(engine)
        if not _columns(engine) >= wanted:
            with engine.begin() as connection:
                connection.execute(sa.text("ALTER TABLE autonas_leases ADD COLUMN since DOUBLE PRECISION"))
    except sa.exc.SQLAlchemyError:
        if not _columns(engine) >= wanted:
            raise


def _columns(engine: sa.Engine) -> set[str]:
    inspector = sa.inspect(engine)
    return {c["name"] for c in inspector.get_columns(_LEASES.name)} if inspector.has_table(_LEASES.name) else set()


def _now(engine: sa.Engine) -> sa.ColumnElement[float]:
    """The database's clock; where it has none that is known here, the machine's."""
    if engine.dialect.name == "postgresql":
        return sa.cast(sa.extract("epoch", sa.func.clock_timestamp()), sa.Double)
    return sa.literal(time.time(), sa.Double)


def _beats(engine: sa.Engine, study: str, silent: Holder) -> bool:
    """Watches a holder of another machine for a while; returns whether it gives a sign of life."""
    if silent.here:
        return False
    host = silent.machine.partition(" ")[0]
    _log.warning("study %r was searched on %s; is it still? Watching for %.0f s", study, host, _WATCH_SECONDS)
    end = time.monotonic() + _WATCH_SECONDS
    while time.monotonic() < end:
        time.sleep(_LOOK_SECONDS)
        seen = holder(engine, study)
        if seen is None or seen.token != silent.token:
            return False  # given free, or taken by another: who takes it now is told
        if seen.heartbeat != silent.heartbeat:
            return True
    return False


def _moment(since: float, now: float) -> str:
    """Returns 20:49 (3 minutes ago), with the date if that was another day."""
    begin = datetime.fromtimestamp(since)
    text = f"{begin:%H:%M}" if begin.date() == datetime.fromtimestamp(now).date() else f"{begin:%Y-%m-%d %H:%M}"
    seconds = max(0, int(now - since))
    sizes = {"day": 86_400, "hour": 3_600, "minute": 60}
    unit = next((unit for unit, size in sizes.items() if seconds >= size), None)
    if unit is None:
        return f"{text} (just now)"
    count = seconds // sizes[unit]
    return f"{text} ({count} {unit}{'' if count == 1 else 's'} ago)"


def _take(engine: sa.Engine, study: str, token: str, dead: Holder | None) -> bool:
    values: dict[str, Any] = {
        "token": token,
        "machine": _machine(),
        "pid": os.getpid(),
        "process_start": _process_start(os.getpid()),
        "heartbeat": _now(engine),
        "since": _now(engine),
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
