"""The allow-list of system calls, as a classic BPF program assembled by hand.

All that is not listed fails with EPERM, so that an ordinary program sees an ordinary PermissionError; what comes
through another architecture's door (32-bit, x32) kills the process. Source: the kernel's
Documentation/userspace-api/seccomp_filter.
"""

from __future__ import annotations

import ctypes
import errno
import struct
from collections.abc import Mapping

from autonas.sandbox.inside.kernel import Architecture, prctl

__all__ = ["ALLOW", "KILL", "Check", "assemble", "install", "refuse"]

ALLOW = 0x7FFF0000
KILL = 0x80000000
_ERRNO = 0x00050000

# Classic BPF: load a word of seccomp_data, jump if equal, and with a constant, jump if >=, return.
_LOAD, _EQUAL, _AND, _AT_LEAST, _RETURN = 0x20, 0x15, 0x54, 0x35, 0x06
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16  # offsets in seccomp_data
_X32 = 0x40000000

# What CPython needs to compute, wait, read its own library and run threads. Absent on purpose: fork, exec, socket,
# connect, sendmsg (it takes addresses and descriptors), ptrace, mount, chmod, unlink, rename, memfd_create, io_uring,
# prctl, SysV and POSIX queues, setpriority, tkill (it reaches other processes).
_PLAIN = (
    "access", "alarm", "brk", "clock_getres", "clock_gettime", "clock_nanosleep", "close", "close_range", "dup",
    "dup2", "dup3", "epoll_create", "epoll_create1", "epoll_ctl", "epoll_pwait", "epoll_pwait2", "epoll_wait",
    "eventfd", "eventfd2", "exit", "exit_group", "faccessat", "faccessat2", "fadvise64", "fstat", "futex",
    "futex_waitv", "getcpu", "getcwd", "getdents", "getdents64", "getegid", "geteuid", "getgid", "getgroups",
    "getitimer", "getpeername", "getpgid", "getpgrp", "getpid", "getppid", "getpriority", "getrandom", "getresgid",
    "getresuid", "getrlimit", "getrusage", "getsid", "getsockname", "getsockopt", "gettid", "gettimeofday", "getuid",
    "lseek", "lstat", "madvise", "membarrier", "mmap", "mprotect", "mremap", "munmap", "nanosleep", "newfstatat",
    "pause", "pipe", "pipe2", "poll", "ppoll", "pread64", "pselect6", "read", "readlink", "readlinkat", "readv",
    "recvfrom", "restart_syscall", "rseq", "rt_sigaction", "rt_sigpending", "rt_sigprocmask", "rt_sigreturn",
    "rt_sigsuspend", "rt_sigtimedwait", "sched_getaffinity", "sched_yield", "select", "set_robust_list",
    "set_tid_address", "setitimer", "shutdown", "sigaltstack", "stat", "statx", "sysinfo", "time", "times", "uname",
    "wait4", "waitid", "write", "writev",
)  # fmt: skip

_O_WRITING = 0o3 | 0o100 | 0o1000  # O_WRONLY, O_RDWR, O_CREAT, O_TRUNC (O_TMPFILE needs one of the first two)
_THREAD = 0x00010000 | 0x00000100 | 0x00000800  # CLONE_THREAD, CLONE_VM, CLONE_SIGHAND
_NOT_A_THREAD = 0x00002000 | 0x00004000 | 0x7E020000 | 0x00000080  # PTRACE, VFORK, all NEW* namespaces
_FCNTL = (0, 1, 2, 3, 4, 1030)  # duplicate, flags; not F_SETOWN, which sends signals to others
_IOCTL = (0x5401, 0x541B, 0x5421, 0x5450, 0x5451)  # TCGETS, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX
_PID = 0x7FFE1234  # stands in the program for the process's own id: no id is that large


class Check:
    """A condition on one argument: (low word & mask) is one of the values, and the high word is 0 if `whole`."""

    def __init__(self, argument: int, values: tuple[int, ...], *, mask: int = 0xFFFFFFFF, whole: bool = False) -> None:
        self.argument = argument
        self.values = values
        self.mask = mask
        self.whole = whole


def refuse(code: int) -> int:
    """The verdict of seccomp that makes a system call fail with an errno."""
    return _ERRNO | code


def _conditional() -> Mapping[str, tuple[Check, ...]]:
    own = Check(0, (_PID,))
    return {
        "open": (Check(1, (0,), mask=_O_WRITING),),
        "openat": (Check(2, (0,), mask=_O_WRITING),),
        "clone": (Check(0, (_THREAD,), mask=_THREAD | _NOT_A_THREAD),),
        "kill": (own,),
        "tgkill": (own,),
        # Connected streams only: a datagram socket of a pair could be pointed at another address. AF_UNIX, SOCK_STREAM.
        "socketpair": (Check(0, (1,)), Check(1, (1,), mask=0xF)),
        "sendto": (Check(4, (0,), whole=True),),  # no address
        "prlimit64": (Check(0, (0, _PID)), Check(2, (0,), whole=True)),  # reading its own
        "fcntl": (Check(1, _FCNTL),),
        "ioctl": (Check(1, _IOCTL),),
    }


def assemble(here: Architecture) -> bytes:
    """Returns the filter for an architecture; `install` puts the process's id into it."""
    program = [
        _instruction(_LOAD, _ARCHITECTURE),
        _instruction(_EQUAL, here.audit, 1, 0),
        _instruction(_RETURN, KILL),
        _instruction(_LOAD, _NUMBER),
    ]
    if here.audit == 0xC000003E:
        program += [_instruction(_AT_LEAST, _X32, 0, 1), _instruction(_RETURN, KILL)]
    for name in _PLAIN:
        if name in here.numbers:
            program += [_instruction(_EQUAL, here.numbers[name], 0, 1), _instruction(_RETURN, ALLOW)]
    # glibc falls back to clone, whose flags can be looked at: those of clone3 lie behind a pointer.
    program += [
        _instruction(_EQUAL, here.numbers["clone3"], 0, 1),
        _instruction(_RETURN, refuse(errno.ENOSYS)),
    ]
    for name, checks in _conditional().items():
        if name in here.numbers:
            block = _block(checks)
            program += [_instruction(_EQUAL, here.numbers[name], 0, len(block)), *block]
    program.append(_instruction(_RETURN, refuse(errno.EPERM)))
    return b"".join(program)


def install(program: bytes, pid: int) -> None:
    """Puts the calling process under the filter for good. PR_SET_NO_NEW_PRIVS must have been set.

    Raises:
        OSError: The kernel has no seccomp filters.
    """
    code = program.replace(struct.pack("<I", _PID), struct.pack("<I", pid))
    holder = ctypes.create_string_buffer(code, len(code))

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))

    pointer = Program(len(code) // 8, ctypes.addressof(holder))
    prctl(22, 2, ctypes.c_void_p(ctypes.addressof(pointer)))  # PR_SET_SECCOMP, SECCOMP_MODE_FILTER


def _instruction(code: int, constant: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("<HBBI", code, if_true, if_false, constant)


def _block(checks: tuple[Check, ...]) -> list[bytes]:
    """What follows when the number fits: every check must hold, else EPERM. Both ends return."""
    parts: list[tuple[int, int, str]] = []  # code, constant, where to go if it does not hold
    for check in checks:
        offset = _ARGUMENTS + 8 * check.argument  # little endian: the low word comes first
        if check.whole:
            parts += [(_LOAD, offset + 4, ""), (_EQUAL, 0, "refuse")]
        parts.append((_LOAD, offset, ""))
        if check.mask != 0xFFFFFFFF:
            parts.append((_AND, check.mask, ""))
        for i, value in enumerate(check.values):
            left = len(check.values) - 1 - i
            parts.append((_EQUAL, value, "refuse" if not left else f"{left}"))
    refusal = len(parts) + 1
    block = []
    for i, (code, constant, otherwise) in enumerate(parts):
        if code != _EQUAL:
            block.append(_instruction(code, constant))
        elif otherwise == "refuse":
            block.append(_instruction(code, constant, 0, refusal - i - 1))
        else:  # another value may fit: skip the comparisons that are left if this one does
            block.append(_instruction(code, constant, int(otherwise), 0))
    return [*block, _instruction(_RETURN, ALLOW), _instruction(_RETURN, refuse(errno.EPERM))]
