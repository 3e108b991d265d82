"""One slot of a Ray cluster: what lives on the node where Ray has put it, and runs one candidate after the other.

The candidates themselves run in a worker process of the host's, as they do without a cluster. So a candidate that
crashes is told from a node that is lost, and limits hold. What Ray sees fail is the host, and it starts it again.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import importlib.util
import os
import shutil
import tempfile
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from autonas.candidates import Outcome
from autonas.defaults import default_cache
from autonas.errors import AutonasError
from autonas.executors import Candidate, ProcessExecutor
from autonas.limits import Limits
from autonas.parcel import unpack
from autonas.protocols import Progress
from autonas.records import current_versions
from autonas.terminal import os_error
from autonas.worker import Job

__all__ = ["Answer", "Data", "Host", "Lacks", "Ready", "Result", "digest_of_code", "files_of", "write_files"]

_PACKAGES = ("autonas", "search_spaces", "studies", "trainer", "evaluators")
_PREFIX, _LOCK = "autonas-host-", "lock"
_LOG_BYTES = 100_000  # of a candidate's log, at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """Prepared data: its folder's place below the cache, and references to it in Ray's object store, if it is there."""

    place: str
    chunks: Sequence[Any] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A host can run candidates: what identifies its data, its node's id and the versions there."""

    identity: Mapping[str, Any]
    node: str
    versions: Mapping[str, str]
    messages: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Lacks:
    """A host needs the data, which it does not see, to do what it was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How a candidate has ended, with the files that it left and what its process wrote."""

    outcome: Outcome
    node: str
    progress: Progress | None
    files: Mapping[str, bytes] = field(default_factory=dict)
    log: bytes = b""


Answer = Ready | Lacks | Result | AutonasError


class Host:
    """What Ray makes an actor of. Its methods answer with data, errors included.

    Args:
        job: What a worker process is started with; its `cache` and `folder` are those of whoever searches.
        limits: Of each candidate.
        code: The digest of the code of whoever searches.
        study: Whether the study's code was carried along: it lies in the folder in which Ray starts the host.
    """

    def __init__(self, job: Job, limits: Limits, code: str, study: bool) -> None:
        self._job = replace(job, working_directory=str(Path.cwd())) if study else job
        self._limits = limits
        self._code = code
        _sweep()
        self._folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        self._lock = (self._folder / "unlocked").open("a")
        fcntl.flock(self._lock, fcntl.LOCK_EX)  # for as long as this process lives
        (self._folder / "unlocked").rename(self._folder / _LOCK)  # from now on others look at it
        self._executor: ProcessExecutor | None = None
        self._latest: tuple[int, Progress] | None = None
        self._logged = 0
        self._one_at_a_time = threading.Lock()
        self._last: tuple[Candidate, Answer] | None = None

    def prepare(self, data: Data | None) -> Answer:
        """Gets ready, and says what identifies the data here."""
        messages: list[str] = []
        try:
            executor = self._opened(data)
            if executor is None:
                return Lacks()
            identity = executor.prepare(messages.append)
        except AutonasError as error:
            return self._here(error)
        except OSError as error:
            return self._here(os_error(error, make=AutonasError))
        return Ready(identity=identity, node=_node(), versions=current_versions(), messages=messages)

    def run(self, candidate: Candidate, data: Data | None, start: Mapping[str, bytes]) -> Answer:
        """Runs a candidate to its end; asked again while the network was down, it gives the same result.

        Args:
            start: The files of the training that it goes on from, see `files_of`; none if it starts afresh.
        """
        with self._one_at_a_time:
            if self._last is None or self._last[0] != candidate:
                self._last = candidate, self._run(candidate, data, start)
            answer = self._last[1]
            if not isinstance(answer, Result):
                self._last = None
            return answer

    def latest(self) -> tuple[int, Progress] | None:
        """Returns the number of the candidate that runs or ran last, and its last step."""
        return self._latest

    def leave(self) -> None:
        """Ends the worker process and leaves nothing behind."""
        if self._executor is not None:
            self._executor.close()
        shutil.rmtree(self._folder, ignore_errors=True)
        self._lock.close()

    def _run(self, candidate: Candidate, data: Data | None, start: Mapping[str, bytes]) -> Answer:
        begun = self._folder / "start"
        try:
            executor = self._opened(data)
            if executor is None:
                return Lacks()
            write_files(start, begun)
            executor.submit(replace(candidate, start=begun if start else None))
            number, outcome = executor.wait(self._note)
            latest = self._latest
            return Result(
                outcome=outcome,
                node=_node(),
                progress=latest[1] if latest is not None and latest[0] == number else None,
                files=self._taken(number),
                log=self._log(),
            )
        except AutonasError as error:
            return self._here(error)
        except OSError as error:
            return self._here(os_error(error, make=AutonasError))
        finally:
            shutil.rmtree(begun, ignore_errors=True)

    def _opened(self, data: Data | None) -> ProcessExecutor | None:
        """Returns what runs candidates; None if the data must be carried here first."""
        if self._executor is not None:
            return self._executor
        self._refuse_other_code()
        cache = self._cache(data)
        place = cache / data.place if data is not None else None
        if data is not None and place is not None and not place.is_dir():
            if not data.chunks:
                return None
            import ray

            unpack((ray.get(chunk) for chunk in data.chunks), place)
        cache.mkdir(parents=True, exist_ok=True)
        job = replace(
            self._job, cache=str(cache), folder=str(self._folder), data=None if place is None else str(place.resolve())
        )
        self._executor = ProcessExecutor([job], self._limits)
        return self._executor

    def _cache(self, data: Data | None) -> Path:
        """Returns the node's cache: its own setting, else the one of whoever searches if the data is seen there."""
        if os.environ.get("AUTONAS_CACHE"):
            return default_cache()
        given = Path(self._job.cache)
        seen = given / data.place if data is not None else given
        return given if seen.is_dir() else default_cache()

    def _refuse_other_code(self) -> None:
        if digest_of_code() != self._code:
            version = current_versions().get("autonas", "")
            raise AutonasError(
                f"autonas {version} there is not the same code as autonas where the search runs",
                hint="install the same version on all nodes; the same command goes on",
            )

    def _note(self, number: int, progress: Progress) -> None:
        self._latest = number, progress

    def _taken(self, number: int) -> dict[str, bytes]:
        """Takes what the candidate has left."""
        folder = self._folder / str(number)
        files = files_of(folder)
        shutil.rmtree(folder, ignore_errors=True)
        return files

    def _log(self) -> bytes:
        """Returns what has been written to the log since the last candidate."""
        path = self._folder / "worker.log"
        if not path.exists():
            return b""
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(self._logged, size - _LOG_BYTES))
            self._logged = size
            return file.read()

    def _here(self, error: AutonasError) -> AutonasError:
        import ray

        address = ray.util.get_node_ip_address()
        return type(error)(f"on node {address}: {error.message}", hint=error.hint)


def files_of(folder: Path) -> dict[str, bytes]:
    """Returns the content of all files below a folder, by their place in it; none if it is not there."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def write_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Writes what `files_of` has read; nothing is made if there are none."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def digest_of_code() -> str:
    """Returns a hash of the source of autonas and the packages that come with it: nodes must run the same."""
    digest = hashlib.sha256()
    for package in _PACKAGES:
        spec = importlib.util.find_spec(package)
        for place in sorted(spec.submodule_search_locations or ()) if spec is not None else ():
            for path in sorted(Path(place).rglob("*.py")):
                digest.update(f"{package}/{path.relative_to(place).as_posix()}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def _sweep() -> None:
    """Removes what hosts on this machine have left that were killed: theirs are the folders that nobody locks."""
    for lock in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*/{_LOCK}"):
        with contextlib.suppress(OSError), lock.open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(lock.parent, ignore_errors=True)


def _node() -> str:
    import ray

    return str(ray.get_runtime_context().get_node_id())
