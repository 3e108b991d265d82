"""Examples are run before anything learns from them: what fails is dropped and counted."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from autonas.errors import AutonasError
from autonas.sandbox import Outcome, Program
from trainer.data import verify
from trainer.data.instructions import Example
from trainer.data.verify import verified


def example(name: str, answer: str = "    return x\n", tests: str = "") -> Example:
    return Example(prompt=f"def {name}(x):\n", answer=answer, source="given", tests=tests, entry_point=name)


class Runner:
    """Stands for the sandbox: trusted text in this process."""

    def __init__(self) -> None:
        self.n_programs = 0

    def __call__(self, programs: Sequence[Program]) -> list[Outcome]:
        self.n_programs += len(programs)
        return [self._outcome(program) for program in programs]

    def _outcome(self, program: Program) -> Outcome:
        names: dict[str, object] = {}
        try:
            exec(program.code, names)
            exec(program.tests, names)
        except AssertionError:
            return Outcome(reason="wrong")
        except Exception:
            return Outcome(reason="raises")
        return Outcome(reason="passed")


def test_what_fails_when_run_is_dropped_and_counted() -> None:
    good = [example(f"f{i}", tests=f"assert f{i}({i}) == {i}\n") for i in range(120)]
    bad = [example("g", tests="assert g(1) == 2\n"), example("h", "    return y\n", "h(1)\n")]
    run = Runner()
    kept, left_out = verified([*good[:60], *bad, *good[60:]], run)
    assert kept == good
    assert left_out == {"wrong": 1, "raises": 1}
    assert run.n_programs == 3 + 50  # three groups, and one of them again one by one


def test_examples_do_not_see_each_other() -> None:
    one = example("f", tests="assert f(1) == 1\n")
    other = example("g", "    return f(x)\n", "g(1)\n")  # there is no f of its own
    kept, left_out = verified([one, other], Runner())
    assert (kept, left_out) == ([one], {"raises": 1})


def test_an_example_without_tests_need_only_be_defined() -> None:
    assert verified([example("f")], Runner()) == ([example("f")], {})


def test_progress_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify, "TOGETHER", 2)
    monkeypatch.setattr(verify, "CHUNK", 2)
    told: list[tuple[int, int]] = []
    verified([example(f"f{i}") for i in range(9)], Runner(), progress=lambda *done: told.append(done))
    assert told == [(4, 9), (8, 9), (9, 9)]


def test_a_sandbox_that_fails_is_no_verdict() -> None:
    with pytest.raises(AutonasError, match="the sandbox failed on f: no fork") as failure:
        verified([example("f")], lambda programs: [Outcome(reason="error", detail="no fork") for _ in programs])
    assert "sandbox check" in failure.value.hint
