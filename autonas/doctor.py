"""`autonas doctor`: what this machine has, and what would stop a search."""

from __future__ import annotations

import importlib
import os
import platform
import shutil
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from autonas.errors import AutonasError
from autonas.resolve import installed_studies
from autonas.views.numbers import bytes_text

__all__ = ["examine", "findings_view"]

_PACKAGES = ("autonas", "torch", "optuna", "moocore", "tokenizers", "numpy", "pandas", "optuna-dashboard")
_LOW_DISK = 2e9  # bytes: the default corpus with its tokens, and room to work


def examine(*, storage: str, cache: Path) -> dict[str, Any]:
    """Returns what there is, as plain data; the keys of the first level are stable.

    Multiplies matrices for a second or two, to see how fast the devices are.
    """
    findings: dict[str, Any] = {
        "versions": {"python": platform.python_version(), **{name: _version(name) for name in _PACKAGES}},
        "machine": _machine(),
        "devices": _devices(),
        "kernels": _kernels(),
        "studies": installed_studies(),
        "storage": _storage(storage),
        "cache": _cache(cache),
        "disk": {"free_bytes": shutil.disk_usage(_existing(cache)).free, "at": str(_existing(cache))},
    }
    return findings | {"problems": _problems(findings)}


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _machine() -> dict[str, Any]:
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") if hasattr(os, "sysconf") else None
    return {
        "system": f"{platform.system()} {platform.release()}",
        "processor": _processor(),
        "cores": os.cpu_count(),
        "usable_cores": usable,
        "memory_bytes": memory,
        "python": sys.executable,
    }


def _processor() -> str:
    path = Path("/proc/cpuinfo")
    names = [line for line in path.read_text().splitlines() if line.startswith("model name")] if path.exists() else []
    return names[0].partition(":")[2].strip() if names else platform.processor() or platform.machine()


def _devices() -> dict[str, Any]:
    """What the trainer says of its devices. The engine itself knows no tensors."""
    try:
        report: Mapping[str, Any] = importlib.import_module("trainer.device").report()
    except (ImportError, OSError) as error:
        return {"error": f"torch cannot be loaded: {error}"}
    return dict(report)


def _kernels() -> dict[str, Any]:
    """What the block families say of the kernels that they use where these are installed."""
    try:
        return dict(importlib.import_module("search_spaces.decoder.mixers.kernels").report())
    except AutonasError as error:
        return {"error": error.message}
    except (ImportError, OSError):
        return {}  # there is no torch, which the devices say


def _storage(url: str) -> dict[str, Any]:
    from autonas.database import check_database, masked
    from autonas.storage import list_studies

    try:
        return {"url": masked(url), "studies": len(list_studies(url)) if check_database(url) else 0, "error": None}
    except AutonasError as error:
        return {"url": masked(url), "studies": None, "error": error.message}


def _cache(folder: Path) -> dict[str, Any]:
    files = [path for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []
    return {
        "folder": str(folder),
        "size_bytes": sum(path.stat().st_size for path in files),
        "files": len(files),
        "writable": os.access(_existing(folder), os.W_OK) and _existing(folder).is_dir(),
    }


def _existing(path: Path) -> Path:
    """The path or the nearest folder above it that exists."""
    path = path.absolute()
    return next(p for p in (path, *path.parents) if p.exists())


def _problems(findings: Mapping[str, Any]) -> list[str]:
    problems = []
    if "error" in findings["devices"]:
        problems.append(f"{findings['devices']['error']}; studies that train cannot run")
    if "error" in findings["kernels"]:
        problems.append(f"{findings['kernels']['error']}; studies that use them cannot run on CUDA")
    if findings["storage"]["error"]:
        problems.append(f"the storage cannot be used: {findings['storage']['error']}")
    if not findings["cache"]["writable"]:
        problems.append(f"the cache {findings['cache']['folder']} is not writable; choose another with --cache")
    if findings["disk"]["free_bytes"] < _LOW_DISK:
        free = bytes_text(findings["disk"]["free_bytes"])
        problems.append(f"only {free} free at {findings['disk']['at']}; a search needs {bytes_text(_LOW_DISK)}")
    return problems


def findings_view(findings: Mapping[str, Any]) -> RenderableType:
    """Returns what `autonas doctor` prints."""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for section, content in findings.items():
        if section == "problems":
            continue
        rows = list(_rows(content))
        for index, (name, text) in enumerate(rows):
            table.add_row(section if index == 0 else "", name, text)
    problems = findings["problems"]
    lines = [Text(f"problem: {problem}", style="red") for problem in problems] or [Text("no problems found")]
    return Group(table, Text(), *lines)


def _rows(content: Any, prefix: str = "") -> list[tuple[str, str]]:
    """One (name, text) for each leaf; lists of words in one line."""
    if isinstance(content, Mapping):
        return [row for key, item in content.items() for row in _rows(item, f"{prefix} {key}".strip())]
    if isinstance(content, (list, tuple)) and any(isinstance(item, Mapping) for item in content):
        return [row for item in content for row in _rows(item, prefix)]
    return [(prefix.replace("_", " ").removesuffix(" bytes"), _text(prefix, content))]


def _text(name: str, content: Any) -> str:
    if isinstance(content, (list, tuple)):
        return ", ".join(str(item) for item in content) or "none"
    if isinstance(content, bool):
        return "yes" if content else "no"
    if content is None:
        return "-"
    if name.endswith("bytes"):
        return bytes_text(content)
    return f"{content:.4g}" if isinstance(content, float) else str(content)
