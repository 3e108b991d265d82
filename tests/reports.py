"""Candidates that nobody has trained, and their report."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from autonas.records import Record, StudyInfo
from autonas.study import Objective
from autonas.study_report import StudyReport
from autonas.views.front import front_rows
from autonas.views.trust import Trust

OBJECTIVES = (Objective(metric="loss", label="bits per byte"), Objective(metric="parameters"))
EFFECT = 0.2  # of the good norm, on the loss


def candidate(number: int, rng: np.random.Generator, **changes) -> Record:
    """A loss that falls with the size, less with one norm, and does not depend on the colour."""
    layers, norm, colour = int(rng.integers(1, 9)), str(rng.choice(["good", "bad"])), str(rng.choice(["red", "blue"]))
    size = 1000.0 * layers
    loss = 3.0 - 0.3 * np.log(layers) + (EFFECT if norm == "bad" else 0.0) + 0.01 * float(rng.normal())
    fields = {
        "number": number,
        "state": "complete",
        "genome": {"layers": layers, "norm": norm, "colour": colour},
        "shape": {"layers": layers},
        "shape_key": str(number),
        "generation": number // 10,
        "summary": f"{layers} layers, {norm}",
        "values": (loss, size),
        "metrics": {
            "loss": loss, "loss.low": loss - 0.1, "loss.high": loss + 0.1, "parameters": size,
            "collapse_t0.2": 0.5, "training_seconds": 9.0,
        },
        "curve": tuple({"step": float(s), "tokens": 100.0 * s, "loss": loss + 1 / s} for s in range(1, 6)),
        "seconds": 10.0,
    }  # fmt: skip
    return Record(**(fields | changes))


def report_of(
    records: Sequence[Record], info: StudyInfo | None = None, objectives=OBJECTIVES, fidelity=None
) -> StudyReport:
    """The report of a study that ended with these records."""
    info = info or StudyInfo(
        name="trial study", reference="mine.py", device_type="cpu", seed=7, objectives=objectives, constraints=(),
        description={"budget": {"tokens": 500}}, hash="abc123", overrides=(("budget.tokens", "500"),),
        versions={"torch": "2.13.0"}, created="2026-01-01",
    )  # fmt: skip
    trust = Trust(rung=0, records=records, fidelity=fidelity or {}, spread=None, probabilities={})
    return StudyReport(info=info, trust=trust, rows=front_rows(records, info.objectives))
