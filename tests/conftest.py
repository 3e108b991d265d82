"""Shared by all tests: one folder of prepared data, one finished search of the smoke study, one finished promotion."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from damage import mounted
from hypothesis import settings

from autonas.cli import cli
from autonas.cores import n_cores
from autonas.executors import InlineExecutor

settings.register_profile("autonas", deadline=None)  # a busy machine is no defect
settings.load_profile("autonas")


_OF_ONE_PROMOTION = {  # they look at it from all sides: two processes would make it twice
    "test_compress.py", "test_docs.py", "test_export.py", "test_export_integers.py", "test_generate_and_serve.py",
    "test_playground.py", "test_promote.py", "test_promote_damage.py",
}  # fmt: skip


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Lets each process of `pytest -n 2` take file after file; those of one promotion stay together.

    In the order of the folders: the short tests of tests/unit come last, so that both processes end together.
    """
    from xdist.scheduler import LoadScopeScheduling

    class ByFile(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            path = Path(nodeid.partition("::")[0])
            return "one promotion" if path.name in _OF_ONE_PROMOTION else str(path)

    config.option.loadscopereorder = False
    return ByFile(config, log)


@dataclass(frozen=True)
class CommandLine:
    """autonas as a user runs it, which is in a process of its own, in a folder of its own."""

    folder: Path

    def __call__(
        self, *args: str, code: int = 0, timeout: float = 600, environment: Mapping[str, str] | None = None
    ) -> str:
        """Runs autonas and returns what it printed on standard output.

        Args:
            code: The exit code that it must have.
            environment: All its variables; those of the tests by default.
        """
        ended = subprocess.run(
            [sys.executable, "-m", "autonas.cli", *args],
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=timeout,
            env=environment,
        )
        assert ended.returncode == code, f"exit code {ended.returncode}\n{ended.stdout}{ended.stderr}"
        assert "Traceback" not in ended.stderr
        return ended.stdout if code == 0 else ended.stdout + ended.stderr

    def here(self, *args: str, code: int = 0) -> str:
        """The same in this process, for what reads or refuses: another one imports for seconds before it does."""
        with contextlib.chdir(self.folder):
            ended = CliRunner().invoke(cli, args, prog_name="autonas", catch_exceptions=False)
        assert ended.exit_code == code, f"exit code {ended.exit_code}\n{ended.output}"
        return ended.stdout if code == 0 else ended.output


@dataclass(frozen=True)
class Searched:
    """A finished search: how to run more commands in its folder, and what it printed."""

    autonas: CommandLine
    output: str


@pytest.fixture(scope="session", autouse=True)
def share_of_the_cores() -> Iterator[None]:
    """What trains beside other tests takes as many cores as one process of `pytest -n 2` has.

    Threads that wait for each other are many times slower where there are more of them than cores.
    """
    with pytest.MonkeyPatch.context() as patch:
        n_processes = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
        patch.setenv("OMP_NUM_THREADS", str(max(1, n_cores() // n_processes)))
        yield


@pytest.fixture(scope="session", autouse=True)
def no_dashboard() -> Iterator[None]:
    """Searches publish nothing unless they are asked to: most tests look at other things, and it takes its time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUTONAS_DASHBOARD", "off")
        yield


@pytest.fixture(scope="session", autouse=True)
def revisions_are_read_once() -> Iterator[None]:
    """Optuna runs its ten migration scripts each time that it opens a storage, 0.1 s: once is enough here."""
    from optuna.storages._rdb.storage import _VersionManager

    read, scripts = _VersionManager._create_alembic_script, []

    def kept(self: _VersionManager) -> object:
        scripts.extend([] if scripts else [read(self)])
        return scripts[0]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_VersionManager, "_create_alembic_script", kept)
        yield


@pytest.fixture(scope="session")
def one_thread() -> None:
    """Networks of a few numbers are too small for several threads, which wait for each other beside other tests."""
    if "torch" in sys.modules:  # some of the tests that were collected need it
        sys.modules["torch"].set_num_threads(1)


@pytest.fixture(scope="module")
def in_this_process() -> Iterator[None]:
    """Candidates of studies that train run in this process: starting others takes longer than all the rest."""
    with pytest.MonkeyPatch.context() as patch:
        inline = lambda resolved, context, **_: InlineExecutor(resolved.study, context)  # noqa: E731
        patch.setattr("autonas.runs.executor_for", inline)
        yield


@pytest.fixture(scope="session", autouse=True)
def session_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The cache of all tests: the corpus is prepared once, and nobody's own cache is touched."""
    cache = tmp_path_factory.mktemp("cache")
    before = os.environ.get("AUTONAS_CACHE")
    os.environ["AUTONAS_CACHE"] = str(cache)
    yield cache
    os.environ.pop("AUTONAS_CACHE")
    if before is not None:
        os.environ["AUTONAS_CACHE"] = before


@pytest.fixture
def autonas(tmp_path: Path) -> CommandLine:
    """autonas in an empty folder."""
    return CommandLine(tmp_path)


@pytest.fixture(scope="session")
def smoke(tmp_path_factory: pytest.TempPathFactory, session_cache: Path) -> Searched:
    """The smoke study, searched once on the CPU for all tests that read."""
    del session_cache
    command = CommandLine(tmp_path_factory.mktemp("smoke"))
    return Searched(command, command("search", "--study", "smoke", "--device", "cpu"))


@pytest.fixture(scope="session")
def promoted(smoke: Searched, tmp_path_factory: pytest.TempPathFactory) -> tuple[CommandLine, str, Path]:
    """A finished promotion of the smoke study's knee, in a folder with its storage: its output and its folder."""
    folder = tmp_path_factory.mktemp("promote")
    shutil.copytree(smoke.autonas.folder, folder, dirs_exist_ok=True)
    command = replace(smoke.autonas, folder=folder)
    output = command("promote", "--best", "--device", "cpu")
    (run,) = [path.parent for path in (folder / "runs" / "smoke").glob("*/run.json")]
    return command, output, run


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 KiB, where this user may make one."""
    place = tmp_path / "disk"
    place.mkdir()
    if not mounted("-t", "tmpfs", "-o", "size=64k", "tmpfs", place):
        pytest.skip("mounting needs root")
    yield place
    subprocess.run(["umount", "-l", place], check=True)
