"""What each kind of program ends as, and what crosses in a call."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from autonas.sandbox import Limits, Outcome, Program, Sandbox, SandboxError
from autonas.sandbox.host import level_of

LIMITS = Limits(cpu_seconds=1, wall_seconds=10.0)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    if not sys.platform.startswith(("linux", "darwin")):
        pytest.skip("there is no sandbox for this system")
    with Sandbox(workers=1, limits=LIMITS, level="none") as sandbox:
        yield sandbox


def outcome(sandbox: Sandbox, code: str, tests: str, *, setup: str = "") -> Outcome:
    (outcome,) = sandbox.run([Program(code=code, entry_point="f", tests=tests, setup=setup)])
    return outcome


@pytest.mark.parametrize(
    ("code", "tests", "reason", "detail"),
    [
        ("def f(x): return x + 1", "assert f(1) == 2", "passed", ""),
        ("def f(x): return x", "assert f(0) == 0\nassert f(1) == 2", "wrong", "assert f(1) == 2"),
        ("def f(x): return None", "assert f(1) + 1 == 2", "wrong", "assert f(1) + 1 == 2: TypeError"),
        ("def f(x) return x", "f(1)", "does not parse", "SyntaxError"),
        ("def f(x):\n  \0", "f(1)", "does not parse", ""),
        ("def f(x): return x / 0", "f(1)", "raises", "ZeroDivisionError: division by zero"),
        ("1 / 0\ndef f(x): return x", "f(1)", "raises", "ZeroDivisionError"),
        ("def g(x): return x", "f(1)", "raises", "NameError: name 'f' is not defined as a function"),
        ("f = 3", "f(1)", "raises", "not defined as a function"),
        ("def f(x): return f(x)", "f(1)", "raises", "RecursionError"),
        ("def f(x): assert x", "f(0)", "raises", "AssertionError"),
        ("def f(x, y): return x", "f(1)", "raises", "TypeError"),
        ("import nothing_of_this_name\ndef f(x): return x", "f(1)", "unsupported", "No module named"),
        ("def f(x): return object()", "assert f(1) == 1", "unsupported", "type object does not cross"),
        ("def f(x): return object()", "try:\n    f(1) == 1\nexcept:\n    pass", "unsupported", "type object"),
        ("def f(x): return x(1)", "assert f(abs) == 1", "unsupported", "an argument of type builtin_function"),
        ("def f(x): return object()", "assert f(1) is not None", "passed", ""),
        ("import sys\ndef f(x): sys.exit(0)", "try:\n    f(1)\nexcept Exception:\n    pass", "raises", "SystemExit"),
        ("import os\ndef f(x): os._exit(0)", "try:\n    f(1)\nexcept:\n    pass", "raises", "ended during a call"),
        ("import os\nos._exit(0)", "f(1)", "raises", "ended while it was loaded"),
        ("def f(x): return bytearray(1 << 40)", "f(1)", "refused", "MemoryError"),
        ("def f(x): return x", "f(", "error", "SyntaxError"),
        ("if __name__ == '__main__': 1 / 0\ndef f(x): return __name__", "assert f(1) == 'solution'", "passed", ""),
    ],
)  # fmt: skip
def test_reason_and_detail(sandbox: Sandbox, code: str, tests: str, reason: str, detail: str) -> None:
    got = outcome(sandbox, code, tests)
    assert got.reason == reason, got
    assert detail in got.detail
    assert "\n" not in got.detail
    assert got.passed == (reason == "passed")


def test_exceptions_cross_by_their_built_in_type(sandbox: Sandbox) -> None:
    code = """
class Own(KeyError): pass
def f(kind):
    raise {"value": ValueError("bad", 3), "own": Own("k"), "unicode": UnicodeDecodeError("utf-8", b"x", 0, 1, "why"),
           "stop": StopIteration(4), "os": FileNotFoundError(2, "gone")}[kind]
"""
    tests = """
for kind, expected in [("value", ValueError), ("own", KeyError), ("unicode", UnicodeDecodeError),
                       ("stop", StopIteration), ("os", FileNotFoundError)]:
    try:
        f(kind)
        assert False
    except expected as error:
        if kind == "value":
            assert error.args == ("bad", 3)
"""
    got = outcome(sandbox, code, tests)
    assert got.passed, got


def test_arguments_changed_in_place_are_copied_back(sandbox: Sandbox) -> None:
    code = """
def f(a, b=None, *, c=None):
    a.sort()
    if b is not None:
        b["new"] = [1]
        b["inner"].append(2)
    if c is not None:
        c.add(3)
"""
    tests = """
x = [3, 1, 2]
f(x)
assert x == [1, 2, 3]
inner, s = [1], {1}
d = {"inner": inner}
f([], d, c=s)
assert d == {"inner": [1, 2], "new": [1]} and inner == [1, 2] and s == {1, 3}
"""
    got = outcome(sandbox, code, tests)
    assert got.passed, got


def test_setup_runs_in_the_checker(sandbox: Sandbox) -> None:
    setup = "import math\ndef helper(x):\n    return x * 2\n"
    assert outcome(sandbox, "def f(x): return x * 2", "assert f(3) == helper(3) == math.floor(6.5)", setup=setup).passed
    broken = outcome(sandbox, "def f(x): return x", "f(1)", setup="1 / 0")
    assert (broken.reason, broken.detail) == ("error", "setup: ZeroDivisionError: division by zero")
    missing = outcome(sandbox, "def f(x): return x", "f(1)", setup="import nothing_of_this_name")
    assert missing.reason == "unsupported"


def test_state_lives_between_calls_and_not_between_programs(sandbox: Sandbox) -> None:
    code = "n = 0\ndef f():\n    global n\n    n += 1\n    return n\n"
    assert outcome(sandbox, code, "assert [f(), f(), f()] == [1, 2, 3]").passed
    assert outcome(sandbox, code, "assert f() == 1").passed


def test_dataclasses_and_large_values(sandbox: Sandbox) -> None:
    code = "from __future__ import annotations\nfrom dataclasses import dataclass\n@dataclass\nclass A:\n    x: int\n"
    assert outcome(
        sandbox, code + "def f(n): return [A(i).x for i in range(n)]", "assert f(50000) == [*range(50000)]"
    ).passed
    assert outcome(sandbox, "def f(x): return x", "assert f('x' * 3_000_000) == 'x' * 3_000_000").passed
    assert outcome(sandbox, "def f(x): return x", "f('x' * 30_000_000)").reason == "unsupported"


def test_cpu_time_decides(sandbox: Sandbox) -> None:
    late = outcome(sandbox, "def f():\n    while True: pass\n", "f()")
    assert (late.reason, late.detail) == ("timeout", "more than 1 s of CPU time")
    assert late.seconds >= 0.9
    waiting = outcome(sandbox, "import time\ndef f():\n    time.sleep(1.5)\n    return 1\n", "assert f() == 1")
    assert waiting.passed, waiting
    assert waiting.seconds < 0.9


def test_order_and_many_workers() -> None:
    good, bad = (Program(code=f"def f(): return {n}", entry_point="f", tests="assert f() == 1") for n in (1, 2))
    with Sandbox(workers=2, level="none") as sandbox:
        assert sandbox.run(iter([])) == []
        assert [o.passed for o in sandbox.run(iter([good, bad, good, good, bad]))] == [True, False, True, True, False]


def test_a_fork_server_that_dies_is_an_error_and_is_replaced() -> None:
    good = Program(code="def f(): return 1", entry_point="f", tests="assert f() == 1")
    with Sandbox(workers=1, level="none") as sandbox:
        sandbox._workers[0]._process.kill()
        sandbox._workers[0]._process.wait()
        first, second = sandbox.run([good, good])
    assert first.reason == "error"
    assert second.passed


@pytest.mark.parametrize(
    ("missing", "level"),
    [
        ((), "strong"), (("namespaces",), "strong"), (("landlock",), "strong"), (("namespaces", "landlock"), "reduced"),
        (("seccomp",), "none"), (("rlimits",), "none"), (("seccomp", "landlock"), "none"),
    ],
)  # fmt: skip
def test_levels(missing: tuple[str, ...], level: str) -> None:
    layers = {name: "no" if name in missing else "" for name in ("namespaces", "landlock", "seccomp", "rlimits")}
    assert level_of(layers) == level


def test_macos_is_never_strong() -> None:
    assert level_of({"rlimits": "", "sandbox-exec": "", "seccomp": "not Linux"}) == "reduced"
    assert level_of({"rlimits": "", "sandbox-exec": "left out", "seccomp": "not Linux"}) == "none"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"cpu_seconds": 0}, "cpu_seconds must be a whole number of at least 1, got 0"),
        ({"cpu_seconds": 5, "wall_seconds": 2.0}, r"wall_seconds must be at least cpu_seconds \(5\), got 2.0"),
        ({"memory_mb": 10}, "memory_mb must be at least 128, got 10"),
        ({"open_files": 3}, "open_files must be at least 16, got 3"),
    ],
)
def test_limits_are_validated(fields: dict[str, float], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Limits(**fields)


def test_bad_arguments() -> None:
    with pytest.raises(ValueError, match="level must be one of none, reduced, strong, got 'weak'"):
        Sandbox(level="weak")
    with pytest.raises(ValueError, match="there is no layer magic"):
        Sandbox(without=["magic"])
    with pytest.raises(ValueError, match="workers must be at least 1, got 0"):
        Sandbox(workers=0)


def test_other_systems_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(SandboxError, match="there is no sandbox for win32"):
        Sandbox()
