"""One finished promotion for all tests that read or go on, and one PostgreSQL server."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from postgres import running_server


@pytest.fixture(scope="session")
def promoted(smoke, tmp_path_factory):
    """A finished promotion of the smoke study's knee, in a folder with its storage."""
    folder = tmp_path_factory.mktemp("promote")
    shutil.copytree(smoke.autonas.folder, folder, dirs_exist_ok=True)
    command = replace(smoke.autonas, folder=folder)
    output = command("promote", "--best", "--device", "cpu")
    (run,) = [path.parent for path in (folder / "runs" / "smoke").glob("*/run.json")]
    return command, output, run


@pytest.fixture(scope="session")
def postgres():
    """A PostgreSQL server of the tests' own."""
    with running_server() as server:
        yield server
