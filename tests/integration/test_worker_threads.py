"""With how many threads the workers of a search compute."""

from __future__ import annotations

import pytest

from autonas import executors
from autonas.errors import UsageError
from autonas.resolve import resolve_study
from autonas.runs import Place
from autonas.search import run_search


@pytest.mark.parametrize(
    ("deterministic", "workers", "threads"), [(True, 1, 1), (True, 2, 1), (False, 1, None), (False, 2, 4)]
)
def test_threads_of_a_worker(deterministic, workers, threads, monkeypatch, tmp_path):
    """LayerNorm's gradients have other last digits with other threads, so they must not depend on the workers."""

    def refuse(jobs, limits):
        del limits
        raise UsageError(f"threads: {[job.threads for job in jobs]}")

    monkeypatch.setattr("autonas.cores.n_cores", lambda: 8)
    monkeypatch.setattr(executors, "ProcessExecutor", refuse)
    place = Place(storage_url=f"sqlite:///{tmp_path}/autonas.db", workers=workers, out=tmp_path, cache=tmp_path)
    with pytest.raises(UsageError) as error:
        run_search(resolve_study("smoke"), place, deterministic=deterministic)
    assert error.value.message == f"threads: {[threads] * workers}"
