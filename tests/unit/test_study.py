"""Studies: what they refuse, how they are found, changed by --set, described and compared."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Literal

import pytest

from autonas.errors import UsageError
from autonas.overrides import apply_overrides
from autonas.protocols import Gene
from autonas.resolve import describe, differences, fingerprint, resolve_study
from autonas.study import Budget, Constraint, Objective, Study

TOY = str(Path(__file__).parents[1] / "toy.py")


@pytest.fixture
def study() -> Study:
    return resolve_study(TOY).study


def changed(study: Study, **fields: object) -> Study:
    return dataclasses.replace(study, **fields)


@dataclass(frozen=True)
class Reports:
    metrics: tuple[str, ...]
    stage: str = "shape"

    def evaluate(self, subject, context):
        raise NotImplementedError


class TestValidation:
    @pytest.mark.parametrize(
        ("fields", "message"),
        [
            ({"tokens": 0}, "budget.tokens must be a whole number of at least 1, got 0"),
            ({"tokens": -5}, "got -5"),
            ({"tokens": 2e6}, "got 2000000.0"),
            ({"context": True}, "budget.context must be a whole number of at least 1, got True"),
            ({"batch_tokens": 101}, "batch_tokens must be a multiple of context 10, got 101"),
            ({"tokens": 99}, "budget.tokens must be at least one step of 100 tokens, got 99"),
        ],
    )
    def test_budget(self, fields, message):
        with pytest.raises(UsageError, match=re.escape(message)):
            Budget(**{"tokens": 1000, "batch_tokens": 100, "context": 10} | fields)

    @pytest.mark.parametrize(
        ("fields", "message"),
        [
            ({"n_trials": 0}, "n_trials must be a whole number of at least 1, got 0"),
            ({"population_size": 1}, "population_size must be a whole number of at least 2, got 1"),
            ({"name": "a/b"}, "a study's name must be 1 to 100 letters, digits, '.', '_' or '-', got 'a/b'"),
            ({"name": ".."}, "got '..'"),
            ({"objectives": ()}, "at least 1 objective, got 0"),
            ({"objectives": (Objective(metric="los"),)}, "objective 'los' is not a metric"),
            ({"objectives": (Objective(metric="loss"),) * 2}, "objective 'loss' is there more than once"),
            ({"constraints": (Constraint(metric="size", upper=1),)}, "constraint 'size' is not a metric"),
            ({"budget": None}, "the study has a trainer but no budget"),
            ({"trainer": None}, "the study has a budget but no trainer"),
            ({"trainer": None, "budget": None}, "Loss needs a trained network, but the study has no trainer"),
            ({"space": object()}, "space must have genes, decode and seeds, got object"),
            ({"evaluators": (Reports(("loss", "parameters")),)}, "needs an evaluator of stage 'built'"),
            (
                {"evaluators": (Reports(("a",), stage="late"),)},
                "stage must be shape, built or trained, got 'late'",
            ),
        ],
    )
    def test_study(self, study, fields, message):
        with pytest.raises(UsageError, match=re.escape(message)):
            changed(study, **fields)

    def test_two_evaluators_cannot_report_one_metric(self, study):
        with pytest.raises(UsageError, match="metric 'loss' is there more than once"):
            changed(study, evaluators=(*study.evaluators, Reports(("loss",))))

    def test_a_space_that_trains_must_build(self, study):
        class NoBuild:
            genes = (Gene(name="layers", choices=(1, 2)),)

            def decode(self, genome): ...

            def seeds(self): ...

        with pytest.raises(UsageError, match=r"NoBuild has no build\(shape, seed\)"):
            changed(study, space=NoBuild())

    def test_unknown_metric_names_the_known_ones(self, study):
        with pytest.raises(UsageError, match="is not a metric") as caught:
            changed(study, objectives=(Objective(metric="los"),))
        assert "loss, parameters, peak_memory_mb, training_seconds" in caught.value.hint

    def test_directions_and_bounds(self):
        with pytest.raises(UsageError, match="'loss' must be to minimize or maximize, got 'down'"):
            Objective(metric="loss", direction="down")
        with pytest.raises(UsageError, match="bound of constraint 'loss' must be a finite number, got nan"):
            Constraint(metric="loss", upper=float("nan"))


class TestReferences:
    def test_a_file_may_hold_a_function_of_the_device_type(self):
        assert resolve_study(TOY, device="cpu").study.budget.tokens == 1000
        assert resolve_study(TOY, device="cuda:1").study.budget.tokens == 8000
        assert resolve_study(TOY, device="cuda:1").device_type == "cuda"

    def test_a_file_may_hold_a_study_or_a_function_without_arguments(self, tmp_path):
        text = Path(TOY).read_text().replace("def study(device: str)", "def make(device: str = 'cpu')")
        (tmp_path / "mine.py").write_text(text + "\nstudy = make()\ndef other():\n    return study\n")
        assert resolve_study(f"{tmp_path}/mine.py").study.name == "toy"
        assert resolve_study(f"{tmp_path}/mine.py:other").study.name == "toy"

    def test_a_module_in_the_current_folder(self, tmp_path, monkeypatch):
        (tmp_path / "toy_in_folder.py").write_text(Path(TOY).read_text())
        monkeypatch.chdir(tmp_path)
        assert resolve_study("toy_in_folder:study", n_trials=3).study.n_trials == 3

    @pytest.mark.parametrize(
        ("reference", "message", "hint"),
        [
            ("codlm", "unknown study 'codlm'", "did you mean 'codelm'"),
            ("./absent.py", "there is no study file ./absent.py", "check the path"),
            ("absent_package:study", "absent_package could not be imported: ModuleNotFoundError", "--debug"),
            (f"{TOY}:stury", "has no 'stury'", "define a function"),
            (f"{TOY}:Shape", "failed: TypeError: .*positional argument", "--debug"),
            (f"{TOY}:os", "must be a Study or a function that returns one, got module", "docs/extending.md"),
        ],
    )
    def test_what_cannot_be_found(self, reference, message, hint):
        with pytest.raises(UsageError, match=message) as caught:
            resolve_study(reference)
        assert hint in caught.value.hint

    def test_an_error_in_the_file_is_one_line_with_its_place(self, tmp_path):
        (tmp_path / "mine.py").write_text("import math\nwidth = math.sqrt(-1)\n")
        with pytest.raises(UsageError, match=r"could not be loaded: ValueError: .*\(mine.py:2\)$"):
            resolve_study(f"{tmp_path}/mine.py")

    def test_unknown_device(self):
        with pytest.raises(UsageError, match="device must be cpu, cuda or cuda:N, got 'tpu'"):
            resolve_study(TOY, device="tpu")


class Speed(Enum):
    SLOW = "slow"
    FAST = "fast"


@dataclass(frozen=True, kw_only=True)
class Inner:
    path: Path = Path("a")
    ratio: float = 0.5

    def __post_init__(self) -> None:
        if not 0 <= self.ratio <= 1:
            raise ValueError(f"ratio must be in [0, 1], got {self.ratio}")


@dataclass(frozen=True, kw_only=True)
class Settings:
    genes = (Gene(name="width", choices=(1, 2)),)
    widths: tuple[int, ...] = (64, 96)
    pair: tuple[int, str] = (1, "a")
    deep: bool = False
    mode: Literal["one", "two"] = "one"
    speed: Speed = Speed.SLOW
    limit: int | None = None
    inner: Inner = Inner()
    function: object = len

    def decode(self, genome): ...

    def seeds(self): ...

    def build(self, shape, seed): ...


class TestOverrides:
    @pytest.mark.parametrize(
        ("path", "text", "value"),
        [
            ("widths", "64, 96,128", (64, 96, 128)),
            ("widths", "64", (64,)),
            ("pair", "2,b", (2, "b")),
            ("deep", "yes", True),
            ("mode", "two", "two"),
            ("speed", "fast", Speed.FAST),
            ("limit", "2e6", 2_000_000),
            ("limit", "none", None),
            ("inner", None, None),
        ],
    )
    def test_values_are_typed_by_their_field(self, study, path, text, value):
        if text is None:
            with pytest.raises(UsageError, match=r"--set space\.inner: Inner cannot be given as text"):
                apply_overrides(changed(study, space=Settings()), [(f"space.{path}", "x")])
            return
        new = apply_overrides(changed(study, space=Settings()), [(f"space.{path}", text)])
        assert getattr(new.space, path) == value
        assert type(getattr(new.space, path)) is type(value)

    def test_nested_fields_and_elements(self, study):
        study = changed(study, space=Settings())
        new = apply_overrides(
            study,
            [("space.inner.path", "b/c"), ("space.inner.ratio", "1"), ("evaluators.check.refuses", "4")],
        )
        assert new.space.inner == Inner(path=Path("b/c"), ratio=1.0)
        assert new.evaluators[1].refuses == 4
        assert apply_overrides(study, [("evaluators.1.refuses", "7")]).evaluators[1].refuses == 7
        assert study.space.inner == Inner(), "the study itself never changes"

    def test_constraints_are_added_and_replaced(self, study):
        once = apply_overrides(study, [("constraints.parameters", "3e2")])
        assert once.constraints == (Constraint(metric="parameters", upper=300.0),)
        twice = apply_overrides(once, [("constraints.parameters", "4e2"), ("constraints.loss", "1")])
        assert {c.metric: c.upper for c in twice.constraints} == {"parameters": 400.0, "loss": 1.0}

    @pytest.mark.parametrize(
        ("path", "text", "message", "hint"),
        [
            ("budget.token", "5", "--set budget.token: unknown field 'token'", "did you mean 'tokens'"),
            ("budgett.tokens", "5", "unknown field 'budgett'", "did you mean 'budget'"),
            ("budget.tokens", "many", "budget.tokens: must be a whole number, got 'many'", ""),
            ("budget.tokens", "1.5", "must be a whole number, got '1.5'", ""),
            ("budget.tokens", "inf", "must be a whole number, got 'inf'", ""),
            ("budget.tokens", "-5", "budget.tokens must be a whole number of at least 1, got -5", ""),
            ("budget.tokens.x", "5", "int has no fields that can be set", ""),
            ("space.mode", "three", "must be one or two, got 'three'", ""),
            ("space.speed", "x", "must be SLOW or FAST, got 'x'", ""),
            ("space.deep", "maybe", "must be true or false, got 'maybe'", ""),
            ("space.pair", "1", "needs 2 values separated by commas, got '1'", ""),
            ("space.inner.ratio", "7", r"--set space.inner.ratio=7: ratio must be in \[0, 1\], got 7.0", ""),
            ("evaluators.9.x", "1", "unknown field '9'", "fields here: size, check, loss"),
            ("evaluators.size", "1", "size is not a value", "set one of its fields"),
            ("constraints", "1", "name the metric", "constraints.parameters=3e6"),
            ("constraints.los", "1", "constraint 'los' is not a metric", "known metrics"),
        ],
    )
    def test_refusals(self, study, path, text, message, hint):
        with pytest.raises(UsageError, match=message) as caught:
            apply_overrides(changed(study, space=Settings()), [(path, text)])
        assert hint in caught.value.hint

    def test_types_known_only_to_the_type_checker(self, study):
        namespace: dict[str, object] = {}
        exec(
            "from __future__ import annotations\nfrom dataclasses import dataclass\n"
            "@dataclass(frozen=True)\nclass Odd:\n    sizes: Absent[int] = (1, 2)\n    n: Absent = 3\n",
            namespace,
        )
        odd = namespace["Odd"]()
        for name in ("genes", "decode", "seeds", "build"):
            setattr(namespace["Odd"], name, getattr(Settings, name))
        new = apply_overrides(changed(study, space=odd), [("space.sizes", "3,4"), ("space.n", "5")])
        assert (new.space.sizes, new.space.n) == ((3, 4), 5)


class TestDescription:
    def test_it_holds_what_identifies_a_study_and_nothing_else(self):
        description = resolve_study(TOY).description
        assert description["budget"] == {
            "type": "autonas.study:Budget",
            "tokens": 1000,
            "batch_tokens": 100,
            "context": 10,
        }
        assert description["genes"]["norm"] == ["before", "after", "none"]
        assert description["source"]["file"] == "toy.py"
        assert not {"n_trials", "name", "description"} & set(description)
        assert "note" not in description["trainer"], "compare=False: no part of the identity"
        assert "label" not in description["objectives"][0]

    def test_the_number_of_trials_may_grow(self):
        few, many = (resolve_study(TOY, n_trials=n).description for n in (6, 60))
        assert fingerprint(few) == fingerprint(many)

    def test_differences_are_dotted_paths(self):
        old = resolve_study(TOY).description
        new = resolve_study(TOY, overrides=[("budget.tokens", "2000"), ("trainer.corpus", "other")]).description
        assert differences(old, new) == [
            ("trainer.corpus", "words", "other"),
            ("budget.tokens", 1000, 2000),
        ]
        assert fingerprint(old) != fingerprint(new)

    def test_what_is_only_on_one_side(self):
        assert differences({"a": 1}, {"b": [1, 2]}) == [("a", 1, None), ("b", None, [1, 2])]
        assert differences({"a": [1, {"b": 2}]}, {"a": [1, {"b": 3}]}) == [("a[1].b", 2, 3)]
        assert differences({"a": [1]}, {"a": [1, 2]}) == [("a", [1], [1, 2])]

    def test_any_value_becomes_json(self):
        class Plain:
            def __init__(self) -> None:
                self.x = (1, Path("p"))
                self._cache = object()

        assert describe(Plain()) == {
            "type": f"{__name__}:TestDescription.test_any_value_becomes_json.<locals>.Plain",
            "x": [1, "p"],
        }
        assert describe([len, Inner, Speed.FAST, {2, 1}, None, 3e6, 0.5]) == [
            "builtins:len", f"{__name__}:Inner", "fast", [1, 2], None, 3000000, 0.5,
        ]  # fmt: skip

    def test_another_source_is_another_study(self, tmp_path):
        for name, end in (("a", ""), ("b", "\n# changed\n")):
            (tmp_path / name).mkdir()
            (tmp_path / name / "mine.py").write_text(Path(TOY).read_text() + end)
        one, two = (resolve_study(f"{tmp_path}/{name}/mine.py").description for name in "ab")
        assert [path for path, _, _ in differences(one, two)] == ["source.sha256"]
