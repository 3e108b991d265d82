"""The sandbox holds: attacks gain nothing, fakes don't pass, honest programs do, and a missing layer is admitted."""

from __future__ import annotations

import contextlib
import os
import secrets
import select
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from attacks import CONTAINED, PRELUDE
from fakes import FAKES, HONEST, SLOW, THREADS

from autonas.sandbox import Limits, Outcome, Program, Sandbox, SandboxError
from autonas.sandbox.types import LAYERS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the strong sandbox is Linux's")

SECRET = "canary 5f1d: nobody may read or change this"
LIMITS = Limits(cpu_seconds=2, wall_seconds=20.0)
BRISK = Limits(cpu_seconds=1, wall_seconds=2.5)  # for what waits for the clock


@dataclass
class World:
    """What programs attack: a folder with a secret file, sockets that listen, this process."""

    folder: Path
    others: frozenset[int]  # children of this process that are not the sandboxes'
    listeners: dict[str, socket.socket] = field(default_factory=dict)

    @property
    def secret(self) -> Path:
        return self.folder / "secret"

    @property
    def addresses(self) -> dict[str, object]:
        return {
            "folder": str(self.folder), "secret": str(self.secret), "tests": __file__, "pid": os.getpid(),
            "tcp": self.listeners["tcp"].getsockname()[1], "udp": self.listeners["udp"].getsockname()[1],
            "path": str(self.folder / "socket"), "abstract": self.listeners["abstract"].getsockname(),
        }  # fmt: skip

    def state(self) -> tuple[object, ...]:
        """All that must not change."""
        about = self.secret.stat()
        named = sorted(path.name for path in self.folder.iterdir())
        return (
            self.secret.read_text(),
            about.st_mode,
            about.st_nlink,
            about.st_mtime_ns,
            named,
            descendants(os.getpid(), besides=self.others),
        )

    def hits(self) -> list[str]:
        """The listeners that somebody has talked to."""
        ready = select.select(list(self.listeners.values()), [], [], 0)[0]
        return [name for name, listener in self.listeners.items() if listener in ready]


def descendants(ancestor: int, *, besides: frozenset[int] = frozenset()) -> int:
    """How many processes a process has below it, without some and all below those."""
    return len(family(ancestor, besides=besides)) - 1


def family(ancestor: int, *, besides: frozenset[int] = frozenset()) -> set[int]:
    """A process and all below it."""
    parents = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError):
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
    found = {ancestor}
    while more := {child for child, parent in parents.items() if parent in found} - found - besides:
        found |= more
    return found


@pytest.fixture(scope="module")
def others() -> frozenset[int]:
    """What earlier files have left running here, such as a database or a browser, whose processes come and go."""
    return frozenset(family(os.getpid()))


@pytest.fixture(scope="module")
def sandbox(others: frozenset[int]) -> Iterator[Sandbox]:
    del others  # they are those that were there before
    try:
        sandbox = Sandbox(workers=1, limits=LIMITS)
    except SandboxError as error:
        if "only the level" in error.message:
            pytest.skip(f"this kernel lacks Landlock or seccomp: {error.message}")
        raise
    with sandbox:
        yield sandbox


@pytest.fixture(scope="module")
def brisk(sandbox: Sandbox) -> Iterator[Sandbox]:
    del sandbox  # skips where there is none
    with Sandbox(workers=1, limits=BRISK) as brisk:
        yield brisk


@pytest.fixture
def world(
    others: frozenset[int], sandbox: Sandbox, brisk: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[World]:
    """A world that must be as it was when the test ends."""
    del sandbox, brisk  # their processes must be there before they are counted
    monkeypatch.setenv("AUTONAS_CANARY", SECRET)
    world = World(tmp_path, others)
    world.secret.write_text(SECRET)
    world.secret.chmod(0o644)
    kinds = {
        "tcp": (socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0)),
        "udp": (socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0)),
        "abstract": (socket.AF_UNIX, socket.SOCK_STREAM, f"\0autonas-{secrets.token_hex(8)}"),
        "path": (socket.AF_UNIX, socket.SOCK_STREAM, str(tmp_path / "socket")),
    }
    for name, (family, kind, address) in kinds.items():
        listener = world.listeners[name] = socket.socket(family, kind)
        listener.bind(address)
        if kind == socket.SOCK_STREAM:
            listener.listen(8)
    before = world.state()
    yield world
    assert world.hits() == []
    for listener in world.listeners.values():
        listener.close()
    assert world.state() == before


def run(sandbox: Sandbox, world: World, code: str, expected: object) -> Outcome:
    tests = f"world = {world.addresses!r}\nresult = attack(world)\nassert result == {expected!r}, result\n"
    (outcome,) = sandbox.run([Program(code=code, entry_point="attack", tests=tests)])
    return outcome


@pytest.mark.parametrize("name", CONTAINED)
def test_attack_gains_nothing(sandbox: Sandbox, world: World, name: str) -> None:
    tests = f"result = attack({world.addresses!r})\nif result != []: raise ValueError(result)\n"
    program = Program(code=PRELUDE + CONTAINED[name], entry_point="attack", tests=tests)
    (outcome,) = sandbox.run([program])
    assert outcome.passed, outcome
    assert outcome.seconds < LIMITS.cpu_seconds


@pytest.mark.parametrize("name", FAKES)
def test_fake_does_not_pass(sandbox: Sandbox, world: World, name: str) -> None:
    outcome = run(sandbox, world, FAKES[name], f"ANSWER-{secrets.token_hex(16)}")
    assert outcome.reason in ("wrong", "raises", "refused", "unsupported", "timeout"), outcome


@pytest.mark.parametrize("name", SLOW)
def test_endless_program_times_out(brisk: Sandbox, world: World, name: str) -> None:
    start = time.monotonic()
    outcome = run(brisk, world, SLOW[name], None)
    assert outcome.reason == "timeout", outcome
    assert time.monotonic() - start < 2 * BRISK.wall_seconds + 5  # once, and once more alone


@pytest.mark.parametrize("name", HONEST)
def test_honest_program_passes(sandbox: Sandbox, world: World, name: str) -> None:
    outcome = run(sandbox, world, HONEST[name], "end")
    assert outcome.passed, outcome


def test_threads_are_bounded(brisk: Sandbox, world: World) -> None:
    """Python waits for ever for a thread that has no memory to start: how it ends is not ours, but it ends."""
    start = time.monotonic()
    assert run(brisk, world, THREADS, None).reason in ("passed", "raises", "refused", "timeout")
    assert time.monotonic() - start < 2 * BRISK.wall_seconds + 5


def test_the_answer_is_found_where_it_is_known(sandbox: Sandbox, world: World) -> None:
    """The attack on frames can succeed: it is the absence of the tests that defeats it."""
    answer = f"ANSWER-{secrets.token_hex(16)}"
    assert run(sandbox, world, f"KNOWN = [{answer!r}]\n{FAKES['tests in frames']}", answer).passed


def test_a_program_leaves_nothing_to_the_next(sandbox: Sandbox, world: World) -> None:
    contaminate = """
import builtins, json, math, sys
def attack(world):
    math.pi = 3
    json.canary = builtins.canary = sys.canary = True
    sys.modules["re"] = None
    builtins.len = lambda x: 0
    return 'end'
"""
    honest = """
import builtins, json, math, re, sys
def attack(world):
    clean = math.pi > 3.1 and len("ab") == 2 and re.match("a", "a") and not hasattr(builtins, "canary")
    return 'end' if clean and not hasattr(json, "canary") and not hasattr(sys, "canary") else 'stained'
"""
    assert not run(sandbox, world, contaminate, "clean").passed
    assert run(sandbox, world, honest, "end").passed


def level_without(*layers: str) -> str:
    with Sandbox(workers=1, limits=LIMITS, level="none", without=layers) as sandbox:
        return sandbox.level


def test_a_missing_layer_is_admitted(sandbox: Sandbox) -> None:
    del sandbox  # this kernel has what it takes
    assert level_without("seccomp") == "none"
    assert level_without("rlimits") == "none"
    assert level_without("namespaces", "landlock") == "reduced"
    assert level_without(*LAYERS) == "none"


@pytest.mark.parametrize(
    ("without", "level"),
    [
        (["seccomp"], "strong"),
        (["seccomp"], "reduced"),
        (["rlimits"], "strong"),
        (["namespaces", "landlock"], "strong"),
    ],
)
def test_below_the_level_nothing_runs(sandbox: Sandbox, without: list[str], level: str) -> None:
    del sandbox
    with pytest.raises(SandboxError, match=rf"only the level '\w+' here, '{level}' is asked for .*left out on request"):
        Sandbox(workers=1, level=level, without=without)


@pytest.mark.parametrize("layer", ["namespaces", "landlock"])
def test_one_view_of_the_files_is_enough(sandbox: Sandbox, world: World, layer: str) -> None:
    """Landlock and the namespace's root folder each keep the secret alone."""
    other = "namespaces" if layer == "landlock" else "landlock"
    if sandbox.layers[layer]:
        pytest.skip(f"{layer}: {sandbox.layers[layer]}")
    with Sandbox(workers=1, limits=LIMITS, without=[other]) as alone:
        assert alone.level == "strong"
        for name in ("reading files", "changing files", "environment", "unix sockets"):
            body = CONTAINED[name]
            tests = f"result = attack({world.addresses!r})\nif result != []: raise ValueError(result)\n"
            outcomes = alone.run([Program(code=PRELUDE + body, entry_point="attack", tests=tests)])
            assert outcomes[0].passed, (name, outcomes[0])


REDUCED = ["fork", "tcp", "udp", "unix sockets", "changing files", "signals", "disk", "memfd", "exec", "system calls"]


def test_system_calls_alone_hold_all_but_reading(sandbox: Sandbox, world: World) -> None:
    del sandbox
    tests = f"result = attack({world.addresses!r})\nif result != []: raise ValueError(result)\n"
    programs = [Program(code=PRELUDE + CONTAINED[name], entry_point="attack", tests=tests) for name in REDUCED]
    with Sandbox(workers=1, limits=LIMITS, level="reduced", without=["namespaces", "landlock"]) as reduced:
        for name, outcome in zip(REDUCED, reduced.run(programs), strict=True):
            assert outcome.passed, (name, outcome)
        reading = Program(code=PRELUDE + CONTAINED["reading files"], entry_point="attack", tests=tests)
        assert not reduced.run([reading])[0].passed  # or the attack could not fail


def test_attacks_succeed_where_nothing_holds(world: World) -> None:
    """Without a sandbox the harmless half of the attacks gets away with something: they are attacks."""
    tests = f"result = attack({world.addresses!r})\nif result != []: raise ValueError(result)\n"
    names = ["reading files", "environment", "memfd", "descriptor passing"]
    programs = [Program(code=PRELUDE + CONTAINED[name], entry_point="attack", tests=tests) for name in names]
    with Sandbox(workers=1, limits=LIMITS, level="none", without=LAYERS) as none:
        outcomes = none.run(programs)
    assert [outcome.reason for outcome in outcomes] == ["wrong"] * len(names)


def test_servers_end_with_their_user(sandbox: Sandbox) -> None:
    """Killed in the middle of a program, it leaves no process behind."""
    del sandbox
    script = """
from autonas.sandbox import Program, Sandbox
sandbox = Sandbox(workers=1)
print(sandbox._workers[0]._process.pid, flush=True)
sandbox.run([Program(code="def f():\\n    while True: pass", entry_point="f", tests="f()")])
"""
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as user:
        assert user.stdout is not None
        server = int(user.stdout.readline())
        deadline = time.monotonic() + 10
        while descendants(server) < 2 and time.monotonic() < deadline:
            time.sleep(0.05)
        alive = family(server)
        assert len(alive) >= 3  # the server, candidate and checker
        user.kill()
    while any(Path(f"/proc/{pid}/stat").exists() for pid in alive) and time.monotonic() < deadline + 10:
        time.sleep(0.05)
    assert not [pid for pid in alive if Path(f"/proc/{pid}/stat").exists()]
