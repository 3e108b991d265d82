"""The assembled filter, run by an interpreter of BPF: on both processors it allows what it should and no more."""

from __future__ import annotations

import errno
import struct

import pytest

from autonas.sandbox.inside.kernel import ARCHITECTURES
from autonas.sandbox.inside.seccomp import ALLOW, KILL, assemble, refuse

PID = 4321
REFUSED = refuse(errno.EPERM)
AUDIT = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
THREAD = 0x3D0F00  # the flags of pthread_create
# Not known to kernel.py, because nobody needs them: by number.
FORBIDDEN = {
    "x86_64": {"fork": 57, "vfork": 58, "execve": 59, "socket": 41, "connect": 42, "bind": 49, "sendmsg": 46,
               "sendmmsg": 307, "ptrace": 101, "mount": 165, "chmod": 90, "unlink": 87, "rename": 82,
               "memfd_create": 319, "io_uring_setup": 425, "prctl": 157, "tkill": 200, "setrlimit": 160,
               "execveat": 322, "bpf": 321, "process_vm_readv": 310, "pidfd_send_signal": 424, "rt_sigqueueinfo": 129,
               "openat2": 437, "creat": 85},
    "aarch64": {"execve": 221, "socket": 198, "connect": 203, "bind": 200, "sendmsg": 211, "sendmmsg": 269,
                "ptrace": 117, "mount": 40, "fchmodat": 53, "unlinkat": 35, "renameat2": 276, "memfd_create": 279,
                "io_uring_setup": 425, "prctl": 167, "tkill": 130, "setrlimit": 164, "execveat": 281,
                "bpf": 280, "process_vm_readv": 270, "pidfd_send_signal": 424, "rt_sigqueueinfo": 138, "openat2": 437},
}  # fmt: skip


def decide(machine: str, number: int, *arguments: int, audit: int | None = None) -> int:
    """What the filter answers; the kernel's own semantics of the six instructions that it uses."""
    program = assemble(ARCHITECTURES[machine]).replace(struct.pack("<I", 0x7FFE1234), struct.pack("<I", PID))
    padded = [a & (2**64 - 1) for a in (*arguments, *[0] * 6)[:6]]
    data = struct.pack("<IIQ6Q", number, AUDIT[machine] if audit is None else audit, 0, *padded)
    code = [struct.unpack_from("<HBBI", program, at) for at in range(0, len(program), 8)]
    assert len(code) <= 4096  # the kernel's limit
    accumulator = at = 0
    while True:
        operation, if_true, if_false, constant = code[at]
        at += 1
        match operation:
            case 0x20:
                (accumulator,) = struct.unpack_from("<I", data, constant)
            case 0x54:
                accumulator &= constant
            case 0x15:
                at += if_true if accumulator == constant else if_false
            case 0x35:
                at += if_true if accumulator >= constant else if_false
            case 0x06:
                return constant
            case _:
                raise AssertionError(operation)


def call(machine: str, name: str, *arguments: int) -> int:
    return decide(machine, ARCHITECTURES[machine].numbers[name], *arguments)


@pytest.fixture(params=["x86_64", "aarch64"])
def machine(request: pytest.FixtureRequest) -> str:
    return request.param


def test_computing_is_allowed(machine: str) -> None:
    for name in (
        "read",
        "write",
        "mmap",
        "brk",
        "futex",
        "exit_group",
        "clock_gettime",
        "getrandom",
        "newfstatat",
        "wait4",
    ):
        assert call(machine, name, 1, 2, 3) == ALLOW, name


def test_everything_else_is_refused(machine: str) -> None:
    for name, number in FORBIDDEN[machine].items():
        assert decide(machine, number) == REFUSED, name
    known = set(ARCHITECTURES[machine].numbers.values())
    for number in range(600):
        if number not in known:
            assert decide(machine, number) == REFUSED, number


def test_building_layers_is_refused(machine: str) -> None:
    for name in ("landlock_create_ruleset", "landlock_restrict_self", "capset", "pivot_root", "mount_setattr"):
        assert call(machine, name) == REFUSED, name


def test_foreign_architectures_are_killed(machine: str) -> None:
    for audit in (0x40000003, 0x40000028, AUDIT["aarch64" if machine == "x86_64" else "x86_64"], 0):
        assert decide(machine, 0, audit=audit) == KILL
    if machine == "x86_64":
        assert decide(machine, 0x40000000) == KILL  # x32: read by another number
        assert decide(machine, 2**32 - 1) == KILL


def test_threads_only(machine: str) -> None:
    assert call(machine, "clone", THREAD) == ALLOW
    assert call(machine, "clone", 17) == REFUSED  # fork: SIGCHLD
    assert call(machine, "clone", 0x4111) == REFUSED  # vfork
    for namespace in (0x00020000, 0x02000000, 0x04000000, 0x08000000, 0x10000000, 0x20000000, 0x40000000):
        assert call(machine, "clone", THREAD | namespace) == REFUSED
    assert call(machine, "clone3") == refuse(errno.ENOSYS)  # glibc then takes clone


def test_opening_is_for_reading(machine: str) -> None:
    names = [("openat", 2), ("open", 1)] if machine == "x86_64" else [("openat", 2)]
    for name, place in names:
        for flags in (0, 0o2000000, 0o200000):
            assert call(machine, name, *[0] * place, flags) == ALLOW, (name, oct(flags))
        for flags in (1, 2, 3, 0o100, 0o1000, 0o20200002):
            assert call(machine, name, *[0] * place, flags) == REFUSED, (name, oct(flags))


def test_signals_to_itself_only(machine: str) -> None:
    for name in ("kill", "tgkill"):
        assert call(machine, name, PID, 9) == ALLOW
        for other in (PID + 1, 1, 0, -1, -PID):
            assert call(machine, name, other, 9) == REFUSED, (name, other)


def test_sockets_are_connected_pairs_only(machine: str) -> None:
    assert call(machine, "socketpair", 1, 1 | 0o2000000) == ALLOW
    for family, kind in [(1, 2), (1, 5), (2, 1), (16, 3)]:
        assert call(machine, "socketpair", family, kind) == REFUSED
    assert call(machine, "sendto", 3, 0, 0, 0, 0) == ALLOW
    for address in (1, 0x7FFF12345678, 0x100000000):
        assert call(machine, "sendto", 3, 0, 0, 0, address) == REFUSED


def test_limits_are_read_only(machine: str) -> None:
    assert call(machine, "prlimit64", 0, 7, 0, 0x1000) == ALLOW
    assert call(machine, "prlimit64", PID, 7, 0, 0x1000) == ALLOW
    assert call(machine, "prlimit64", PID + 1, 7, 0, 0x1000) == REFUSED
    assert call(machine, "prlimit64", 0, 7, 0x100000000, 0) == REFUSED


def test_descriptors_are_not_redirected(machine: str) -> None:
    assert call(machine, "fcntl", 3, 1030) == ALLOW
    assert call(machine, "fcntl", 3, 8, 1) == REFUSED  # F_SETOWN
    assert call(machine, "ioctl", 0, 0x5401) == ALLOW
    assert call(machine, "ioctl", 0, 0x5412) == REFUSED  # TIOCSTI: typing into the terminal
