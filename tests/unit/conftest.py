"""Shared by the unit tests."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session", autouse=True)
def networks_are_small(one_thread: None) -> None:
    """All of them train and ask small networks."""
