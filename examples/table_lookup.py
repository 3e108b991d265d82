"""A study of your own that trains nothing: autonas search --study examples/table_lookup.py"""

from dataclasses import dataclass

from autonas.protocols import Gene
from autonas.study import Objective, Study

TABLE = {  # (layers, width): (loss in bits per byte, milliseconds a token)
    (2, 64): (2.31, 0.4), (2, 128): (2.04, 0.6), (2, 256): (1.87, 1.1),
    (4, 64): (2.12, 0.7), (4, 128): (1.83, 1.1), (4, 256): (1.66, 2.0),
    (8, 64): (2.03, 1.3), (8, 128): (1.71, 2.1), (8, 256): (1.55, 3.9),
}  # fmt: skip


@dataclass(frozen=True)
class Shape:
    layers: int
    width: int


@dataclass(frozen=True)
class Space:
    genes: tuple[Gene, ...] = (
        Gene(name="layers", choices=(2, 4, 8)),
        Gene(name="width", choices=(64, 128, 256)),
    )

    def decode(self, genome):
        return Shape(genome["layers"], genome["width"])

    def seeds(self):
        return [{"layers": 4, "width": 128}]


@dataclass(frozen=True)
class Table:
    metrics: tuple[str, ...] = ("loss", "milliseconds")
    stage: str = "shape"

    def evaluate(self, shape, context):  # noqa: ARG002
        return dict(zip(self.metrics, TABLE[shape.layers, shape.width], strict=True))


def study() -> Study:
    return Study(
        name="table",
        space=Space(),
        objectives=(Objective(metric="loss"), Objective(metric="milliseconds")),
        evaluators=(Table(),),
        n_trials=9,
        population_size=4,
    )
