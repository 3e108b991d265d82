"""Landlock: no file but Python's library can be read, none written, no TCP, no signals to others.

Source: the kernel's Documentation/userspace-api/landlock. What a kernel's version does not know yet is left out;
seccomp refuses all of that too.
"""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterable
from pathlib import Path

from autonas.sandbox.inside.kernel import system_call

__all__ = ["restrict", "ruleset", "version"]

_EXECUTE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 2, 1 << 3
_PATH_BENEATH = 1
_ALL = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1, 5: (1 << 16) - 1}  # by version


def version() -> int:
    """The version of Landlock in the running kernel.

    Raises:
        OSError: It is not there, or turned off.
    """
    return system_call("landlock_create_ruleset", None, 0, 1)


def ruleset(readable: Iterable[Path], *, hidden: frozenset[str] = frozenset()) -> int:
    """Returns the descriptor of rules under which only the given paths can be read.

    Args:
        readable: Files and folders; what does not exist is left out.
        hidden: Names of entries directly below the folders whose files stay closed (site-packages).
    """
    abi = version()
    handled = struct.pack("<Q", _ALL[min(abi, 5)])
    if abi >= 4:
        handled += struct.pack("<Q", 3)  # binding and connecting TCP
    if abi >= 6:
        handled += struct.pack("<Q", 3)  # abstract sockets and signals that leave the domain
    rules = system_call("landlock_create_ruleset", handled, len(handled), 0)
    for path in readable:
        if path.is_dir() and any((path / name).exists() for name in hidden):
            _allow(rules, path, _READ_DIR)  # its names; imports look them up
            for entry in path.iterdir():
                if entry.name not in hidden:
                    _allow(rules, entry, _READ_FILE | _READ_DIR | _EXECUTE)
        else:
            _allow(rules, path, _READ_FILE | _READ_DIR | _EXECUTE)
    return rules


def restrict(rules: int) -> None:
    """Puts the calling process under the rules for good. PR_SET_NO_NEW_PRIVS must have been set."""
    system_call("landlock_restrict_self", rules, 0)


def _allow(rules: int, path: Path, access: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        allowed = access if path.is_dir() else access & ~_READ_DIR
        attribute = ctypes.create_string_buffer(struct.pack("<Qi", allowed, descriptor))
        system_call("landlock_add_rule", rules, _PATH_BENEATH, attribute, 0)
    finally:
        os.close(descriptor)
