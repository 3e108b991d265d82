"""`autonas sandbox check`, and what docs/sandbox.md shows."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from autonas.cli import cli
from autonas.sandbox import report

DOCS = (Path(__file__).parents[2] / "docs" / "sandbox.md").read_text()

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the strong sandbox is Linux's")


def test_check_in_words(autonas):
    text = autonas("sandbox", "check", "--level", "none")
    assert re.search(r"^level: (strong|reduced|none)$", text, flags=re.MULTILINE)
    for name in ("namespaces", "landlock", "seccomp", "rlimits", "known good", "known bad", "faked pass"):
        assert name in text
    assert "the sandbox holds" in text


def test_check_as_json(autonas):
    found = json.loads(autonas.here("sandbox", "check", "--level", "none", "--json"))
    assert set(found) == {"level", "wanted", "layers", "self_check", "ok"}
    assert found["ok"] is True
    assert all(check["expected"] for check in found["self_check"])
    assert all(layer["active"] == (layer["why_not"] is None) for layer in found["layers"].values())


def test_a_missing_layer_is_shown_and_fails(monkeypatch):
    monkeypatch.setattr(report, "Worker", lambda: worker(without=["seccomp"]))
    ended = CliRunner().invoke(cli, ["sandbox", "check", "--json"])
    found = json.loads(ended.stdout)
    assert ended.exit_code == 1
    assert (found["level"], found["ok"]) == ("none", False)
    assert found["layers"]["seccomp"] == {"active": False, "why_not": "left out on request"}


worker = report.Worker


def test_the_example_of_the_docs_runs():
    found = json.loads(CliRunner().invoke(cli, ["sandbox", "check", "--json"]).stdout)
    if found["level"] != "strong":
        pytest.skip("this kernel lacks Landlock or seccomp")
    (example,) = re.findall(r"^```python\n(.*?)^```", DOCS, flags=re.DOTALL | re.MULTILINE)
    exec(example, {})
