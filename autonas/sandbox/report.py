"""`autonas sandbox check`: the level, the layers, and what the self check did."""

from __future__ import annotations

import sys
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from autonas.sandbox.canaries import examine
from autonas.sandbox.host import level_of
from autonas.sandbox.types import LEVELS, SandboxError
from autonas.sandbox.worker import Worker

__all__ = ["report", "report_view"]


def report(wanted: str) -> dict[str, Any]:
    """Starts one fork server and returns what it is worth, as plain data; the keys are stable.

    Unlike `Sandbox` it goes on where a layer is missing or a canary escapes: that is what is to be seen.

    Raises:
        SandboxError: The fork server does not start at all.
    """
    if not sys.platform.startswith(("linux", "darwin")):
        raise SandboxError(f"there is no sandbox for {sys.platform}", hint="use Linux, or a Linux virtual machine")
    worker = Worker()
    try:
        level = level_of(worker.layers)
        findings = list(examine(worker, level))
    finally:
        worker.close()
    order: list[str] = [*LEVELS]
    reached = order.index(level) >= order.index(wanted)
    return {
        "level": level,
        "wanted": wanted,
        "layers": {name: {"active": not why, "why_not": why or None} for name, why in worker.layers.items()},
        "self_check": [
            {"name": f.name, "reason": f.outcome.reason, "detail": f.outcome.detail, "expected": f.expected}
            for f in findings
        ],
        "ok": reached and all(finding.expected for finding in findings),
    }


def report_view(findings: dict[str, Any]) -> RenderableType:
    """The report as two small tables and a sentence."""
    layers = Table("layer", "active", "why not")
    for name, layer in findings["layers"].items():
        layers.add_row(name, "yes" if layer["active"] else "no", Text(layer["why_not"] or ""))
    checks = Table("self check", "ended as", "as expected")
    for check in findings["self_check"]:
        checks.add_row(check["name"], Text(check["reason"]), "yes" if check["expected"] else "NO")
    verdict = "holds" if findings["ok"] else f"does not do: {findings['wanted']} is asked for, or a canary escaped"
    return Group(Text(f"level: {findings['level']}"), layers, checks, Text(f"the sandbox {verdict}"))
