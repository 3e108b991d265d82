"""The Linux kernel through ctypes: what Python's standard library does not offer.

System call numbers are those of the kernel's own headers (asm/unistd_64.h, asm-generic/unistd.h), only the ones that
are used or allowed here.
"""

from __future__ import annotations

import ctypes
import os
import platform
import sys
from collections.abc import Mapping

__all__ = ["ARCHITECTURES", "LINUX", "Architecture", "architecture", "check", "libc", "prctl", "system_call"]

LINUX = sys.platform == "linux"


class Architecture:
    """How one processor's Linux names things.

    Attributes:
        audit: The value of seccomp's `arch` field.
        numbers: System call name to number.
    """

    def __init__(self, audit: int, numbers: Mapping[str, int]) -> None:
        self.audit = audit
        self.numbers = numbers


# fmt: off
_X86_64 = dict(  # noqa: C408
    read=0, write=1, open=2, close=3, stat=4, fstat=5, lstat=6, poll=7, lseek=8, mmap=9, mprotect=10, munmap=11,
    brk=12, rt_sigaction=13, rt_sigprocmask=14, rt_sigreturn=15, ioctl=16, pread64=17, readv=19, writev=20, access=21,
    pipe=22, select=23, sched_yield=24, mremap=25, madvise=28, dup=32, dup2=33, pause=34, nanosleep=35, getitimer=36,
    alarm=37, setitimer=38, getpid=39, sendto=44, recvfrom=45, shutdown=48, getsockname=51, getpeername=52,
    socketpair=53, getsockopt=55, clone=56, exit=60, wait4=61, kill=62, uname=63, fcntl=72, getdents=78, getcwd=79,
    readlink=89, gettimeofday=96, getrlimit=97, getrusage=98, sysinfo=99, times=100, getuid=102, getgid=104,
    geteuid=107, getegid=108, getppid=110, getpgrp=111, getgroups=115, getresuid=118, getresgid=120, getpgid=121,
    getsid=124, capset=126, rt_sigpending=127, rt_sigtimedwait=128, rt_sigsuspend=130, sigaltstack=131,
    getpriority=140, pivot_root=155, gettid=186, time=201, futex=202, sched_getaffinity=204, epoll_create=213,
    getdents64=217, set_tid_address=218, restart_syscall=219, fadvise64=221, clock_gettime=228, clock_getres=229,
    clock_nanosleep=230, exit_group=231, epoll_wait=232, epoll_ctl=233, tgkill=234, waitid=247, openat=257,
    newfstatat=262, readlinkat=267, faccessat=269, pselect6=270, ppoll=271, set_robust_list=273, epoll_pwait=281,
    eventfd=284, eventfd2=290, epoll_create1=291, dup3=292, pipe2=293, prlimit64=302, getcpu=309, getrandom=318,
    membarrier=324, statx=332, rseq=334, clone3=435, close_range=436, faccessat2=439, epoll_pwait2=441,
    mount_setattr=442, landlock_create_ruleset=444, landlock_add_rule=445, landlock_restrict_self=446,
    futex_waitv=449,
)
_AARCH64 = dict(  # noqa: C408
    getcwd=17, eventfd2=19, epoll_create1=20, epoll_ctl=21, epoll_pwait=22, dup=23, dup3=24, fcntl=25, ioctl=29,
    pivot_root=41, faccessat=48, openat=56, close=57, pipe2=59, getdents64=61, lseek=62, read=63, write=64, readv=65,
    writev=66, pread64=67, pselect6=72, ppoll=73, readlinkat=78, newfstatat=79, fstat=80, capset=91, exit=93,
    exit_group=94, waitid=95, set_tid_address=96, futex=98, set_robust_list=99, nanosleep=101, getitimer=102,
    setitimer=103, clock_gettime=113, clock_getres=114, clock_nanosleep=115, sched_getaffinity=123, sched_yield=124,
    restart_syscall=128, kill=129, tgkill=131, sigaltstack=132, rt_sigsuspend=133, rt_sigaction=134,
    rt_sigprocmask=135, rt_sigpending=136, rt_sigtimedwait=137, rt_sigreturn=139, getpriority=141, getresuid=148,
    getresgid=150, times=153, getpgid=155, getsid=156, getgroups=158, uname=160, getrlimit=163, getrusage=165,
    getcpu=168, gettimeofday=169, getpid=172, getppid=173, getuid=174, geteuid=175, getgid=176, getegid=177,
    gettid=178, sysinfo=179, socketpair=199, getsockname=204, getpeername=205, sendto=206, recvfrom=207,
    getsockopt=209, shutdown=210, brk=214, munmap=215, mremap=216, clone=220, mmap=222, fadvise64=223, mprotect=226,
    madvise=233, wait4=260, prlimit64=261, getrandom=278, membarrier=283, statx=291, rseq=293, clone3=435,
    close_range=436, faccessat2=439, epoll_pwait2=441, mount_setattr=442, landlock_create_ruleset=444,
    landlock_add_rule=445, landlock_restrict_self=446, futex_waitv=449,
)
# fmt: on

ARCHITECTURES = {"x86_64": Architecture(0xC000003E, _X86_64), "aarch64": Architecture(0xC00000B7, _AARCH64)}

libc = ctypes.CDLL(None, use_errno=True)


def architecture() -> Architecture | None:
    """The processor's entry; None where the layers that need numbers cannot be built (a 32-bit Python too)."""
    return ARCHITECTURES.get(platform.machine()) if LINUX and sys.maxsize > 2**32 else None


def check(result: int, what: str) -> int:
    """Returns what a C function returned, or raises OSError from errno."""
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {os.strerror(code)}")
    return result


def system_call(name: str, *arguments: int | bytes | ctypes.Array[ctypes.c_char] | None) -> int:
    """Makes a system call by name.

    Raises:
        OSError: The kernel refused it, or does not have it (ENOSYS).
    """
    here = architecture()
    if here is None:
        raise OSError(38, f"{name}: not known on this processor")
    # An int must be passed as wide as a register: ctypes would cut it to 32 bits.
    passed = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    return check(libc.syscall(ctypes.c_long(here.numbers[name]), *passed), name)


def prctl(option: int, *arguments: int | ctypes.c_void_p) -> int:
    """prctl(2); the arguments that are not given are 0."""
    passed = [ctypes.c_ulong(a) if isinstance(a, int) else a for a in (*arguments, 0, 0, 0, 0)[:4]]
    return check(libc.prctl(option, *passed), f"prctl({option})")
