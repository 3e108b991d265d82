"""One PostgreSQL server for all tests."""

from __future__ import annotations

import pytest
from postgres import running_server


@pytest.fixture(scope="session")
def postgres():
    """A PostgreSQL server of the tests' own."""
    with running_server() as server:
        yield server
