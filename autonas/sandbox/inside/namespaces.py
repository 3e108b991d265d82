"""Namespaces: the fork server in a world of its own, where the kernel permits that to an ordinary user.

User, mount, network, process and IPC namespaces, and a root folder that holds Python's library and /dev/null alone, all
read-only. Nothing depends on them: with seccomp and Landlock the level is strong without.
"""

from __future__ import annotations

import os
import signal
import stat
from collections.abc import Iterable
from pathlib import Path

from autonas.sandbox.inside.kernel import check, libc, prctl, system_call
from autonas.sandbox.inside.library import HIDDEN

__all__ = ["become_first_process", "enter", "permitted"]

_NEWNS, _NEWIPC, _NEWUSER, _NEWPID, _NEWNET = 0x00020000, 0x08000000, 0x10000000, 0x20000000, 0x40000000
_MS_NOSUID, _MS_NODEV, _MS_BIND, _MS_REC, _MS_PRIVATE = 2, 4, 4096, 16384, 1 << 18
_MNT_DETACH = 2
_AT_RECURSIVE = 0x8000
_READ_ONLY = (1 | 2).to_bytes(8, "little") + bytes(24)  # mount_attr: set RDONLY and NOSUID, clear nothing


def permitted(readable: Iterable[Path]) -> str:
    """Tries it all in a child that is thrown away; returns "" or why it does not work here."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            enter(readable)
            become_first_process()
            __import__("this_module_does_not_exist")
        except ModuleNotFoundError:
            os.write(writing, b"works")
        except BaseException as error:
            os.write(writing, str(error).encode()[:200] or b"failed")
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read().decode()
    os.waitpid(child, 0)
    return "" if answer == "works" else answer or "the child ended"


def enter(readable: Iterable[Path]) -> None:
    """Moves the calling process into new namespaces; its children form the new process namespace.

    Raises:
        OSError: Something of it is not permitted; the process is then in an undefined state and must end.
    """
    user, group = os.geteuid(), os.getegid()
    check(libc.unshare(_NEWUSER | _NEWNS | _NEWNET | _NEWPID | _NEWIPC), "unshare")
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    _make_root(readable)


def become_first_process() -> None:
    """Forks: the child goes on as process 1 of its namespace; the parent waits for it and ends as it ended."""
    child = os.fork()
    if child:
        # Descriptors must close when the child ends, or the other side would wait for ever.
        os.closerange(0, 256)
        status = os.waitpid(child, 0)[1]
        os._exit(os.waitstatus_to_exitcode(status) & 0xFF)
    prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def _make_root(readable: Iterable[Path]) -> None:
    """Replaces the root folder by one in memory into which the readable paths are bound."""
    _mount(None, "/", None, _MS_REC | _MS_PRIVATE)
    # What is bound may lie below the folder that is mounted over: open it first.
    sources = {path: os.open(path, os.O_PATH) for path in _outermost(readable) if path.exists()}
    root = next(path for path in map(Path, ("/tmp", "/mnt", "/var")) if path.is_dir())
    _mount("tmpfs", str(root), "tmpfs", _MS_NOSUID | _MS_NODEV, "size=1m,mode=755")
    for path, descriptor in sources.items():
        target = root / path.relative_to("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            target.mkdir(exist_ok=True)
        else:
            target.touch()
        _mount(f"/proc/self/fd/{descriptor}", str(target), None, _MS_BIND | _MS_REC)
        os.close(descriptor)
        for name in HIDDEN:
            for hidden in [target / name, *target.glob(f"python*/{name}")]:
                if hidden.is_dir():
                    _mount("tmpfs", str(hidden), "tmpfs", _MS_NOSUID | _MS_NODEV, "size=4k")
    for link in Path("/").glob("lib*"):
        if link.is_symlink():
            (root / link.name).symlink_to(link.readlink())
    os.chdir(root)
    system_call("mount_setattr", -100, str(root).encode(), _AT_RECURSIVE, _READ_ONLY, len(_READ_ONLY))
    system_call("pivot_root", b".", b".")
    check(libc.umount2(b".", _MNT_DETACH), "umount2")
    os.chdir("/")


def _outermost(paths: Iterable[Path]) -> list[Path]:
    """The paths with links resolved, without those that lie in another one."""
    resolved = sorted({path.resolve() for path in paths} | {path for path in paths if not path.is_symlink()})
    return [path for path in resolved if not any(other in path.parents for other in resolved)]


def _mount(source: str | None, target: str, kind: str | None, flags: int, data: str = "") -> None:
    encoded = [None if text is None else text.encode() for text in (source, target, kind)]
    check(libc.mount(*encoded, flags, data.encode()), f"mount {target}")
