"""What each child does to itself before it touches a program or a test. If a step fails it raises, and nothing runs."""

from __future__ import annotations

import ctypes
import itertools
import os
import resource
import signal
import struct
from collections.abc import Collection, Mapping
from typing import NamedTuple

from autonas.sandbox.inside import landlock, seccomp
from autonas.sandbox.inside.kernel import LINUX, architecture, prctl, system_call

__all__ = ["Armour", "harden"]


class Armour(NamedTuple):  # no dataclass: what that imports would make each fork slower
    """What the fork server has prepared for its children.

    Attributes:
        filter: The seccomp program; None where there is none.
        rules: Descriptor of the Landlock rules; None where there are none.
        rlimits: Whether resources are limited.
        own_users: Whether this is a user namespace of our own, where counting processes counts only ours.
    """

    filter: bytes | None
    rules: int | None
    rlimits: bool
    own_users: bool


def harden(armour: Armour, limits: Mapping[str, int], *, keep: Collection[int], parent: int) -> None:
    """Gives up, for good, all that a program does not need.

    Args:
        limits: cpu_seconds, memory_mb and open_files.
        keep: The descriptors that stay open besides 0, 1 and 2, which become /dev/null.
        parent: The fork server's process id.
    """
    os.setsid()
    if LINUX:
        prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
        if os.getppid() != parent:
            os._exit(1)  # it died before that
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):  # no input; output goes nowhere, so that it needs no bound
        os.dup2(null, descriptor)
    _close_all_but({0, 1, 2, *keep} | ({armour.rules} if armour.rules is not None else set()))
    if architecture() is not None:
        _drop_capabilities()
    if LINUX:
        prctl(38, 1)  # PR_SET_NO_NEW_PRIVS
    if armour.rules is not None:
        landlock.restrict(armour.rules)
        os.close(armour.rules)
    if armour.rlimits:
        _limit(limits, processes=armour.own_users)
    if armour.filter is not None:
        seccomp.install(armour.filter, os.getpid())


def _close_all_but(keep: set[int]) -> None:
    last = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    edges = sorted(keep)
    for low, high in itertools.pairwise(edges):
        os.closerange(low + 1, high)
    most = 1 << 20 if LINUX else 1 << 12  # Linux closes a range at once, others one by one
    os.closerange(edges[-1] + 1, last if 0 < last < most else most)


def _drop_capabilities() -> None:
    header = ctypes.create_string_buffer(struct.pack("<Ii", 0x20080522, 0))  # version 3, this process
    system_call("capset", header, bytes(24))


def _limit(limits: Mapping[str, int], *, processes: bool) -> None:
    # The kernel counts whole ticks here, stolen ones too, up to twice the time that was used: on Linux the fork server
    # watches the exact clock and this is the second line. Soft and hard alike: SIGKILL, which nobody ignores.
    cpu_seconds = 2 * limits["cpu_seconds"] + 1 if LINUX else limits["cpu_seconds"]
    exact = {
        resource.RLIMIT_CPU: cpu_seconds,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: limits["open_files"],
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MEMLOCK: 0,
    }
    if LINUX:
        exact[resource.RLIMIT_AS] = limits["memory_mb"] << 20
        exact[resource.RLIMIT_MSGQUEUE] = 0
    if processes:
        exact[resource.RLIMIT_NPROC] = 256  # threads count
    for which, value in exact.items():
        hard = resource.getrlimit(which)[1]
        bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(which, (bound, bound))
