"""Shared by the unit tests."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from autonas.executors import InlineExecutor


@pytest.fixture(scope="session", autouse=True)
def one_thread() -> None:
    """The networks of these tests are too small for several threads, which wait for each other beside other tests."""
    if "torch" in sys.modules:  # some of the tests that were collected need it
        sys.modules["torch"].set_num_threads(1)


@pytest.fixture(scope="module")
def in_this_process() -> Iterator[None]:
    """Candidates of studies that train run in this process: starting others takes longer than all the rest."""
    with pytest.MonkeyPatch.context() as patch:
        inline = lambda resolved, context, **_: InlineExecutor(resolved.study, context)  # noqa: E731
        patch.setattr("autonas.runs.executor_for", inline)
        yield
