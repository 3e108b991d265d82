"""What several test files of the command line share: one PostgreSQL server, and exports in the tests' process."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from postgres import running_server

from autonas.cli import cli


@pytest.fixture(scope="session")
def postgres():
    """A PostgreSQL server of the tests' own."""
    with running_server() as server:
        yield server


@pytest.fixture
def exporting(promoted, monkeypatch):
    """Runs `autonas export` in this process."""
    command, _, run = promoted
    monkeypatch.chdir(command.folder)

    def run_it(*words: str, model: str | None = None, code: int = 0) -> str:
        result = CliRunner().invoke(cli, ["export", model or str(run), *words], prog_name="autonas")
        assert result.exit_code == code, result.output
        return result.stdout if code == 0 else result.stderr

    return run_it
