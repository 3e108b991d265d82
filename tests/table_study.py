"""A table look-up study for tests of the command line, and the command line in this process."""

from __future__ import annotations

from click.testing import CliRunner, Result

from autonas.cli import cli

STUDY = """
from dataclasses import dataclass

from autonas.errors import CandidateError
from autonas.protocols import Gene
from autonas.study import Objective, Study


@dataclass(frozen=True)
class Shape:
    layers: int
    width: int


@dataclass(frozen=True)
class Space:
    widths: tuple[int, ...] = (64, 96, 128)
    heads: int = 4

    def __post_init__(self):
        for width in self.widths:
            if width % self.heads:
                raise ValueError(f"width {width} is not a multiple of {self.heads} heads")

    @property
    def genes(self):
        return Gene(name="layers", choices=tuple(range(1, 9))), Gene(name="width", choices=self.widths)

    def decode(self, genome):
        return Shape(**genome)

    def seeds(self):
        return []


class Score:
    metrics = ("loss", "parameters")
    stage = "shape"

    def evaluate(self, shape, context):
        if shape.layers == 3:
            raise CandidateError("three layers never train", reason="not finite")
        loss = 4 * (shape.layers * shape.width) ** -0.1
        return {"loss": loss, "loss.low": loss - 0.1, "loss.high": loss + 0.1,
                "parameters": 12 * shape.layers * shape.width**2}


study = Study(
    name="table",
    space=Space(),
    objectives=(Objective(metric="loss"), Objective(metric="parameters")),
    evaluators=(Score(),),
    n_trials=8,
)
"""


def run(*args: str, code: int = 0) -> Result:
    """Runs autonas and returns its result; checks the exit code."""
    result = CliRunner().invoke(cli, args, prog_name="autonas", catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result


def refused(*args: str) -> str:
    """Runs autonas with bad input and returns its two lines: an error and a hint."""
    result = run(*args, code=2)
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert len(lines) == 2, result.stderr
    assert lines[0].startswith("error: ")
    assert lines[1].startswith("hint: ")
    return result.stderr
