"""What docs/instructions.md shows works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TEXT = (Path(__file__).parents[2] / "docs" / "instructions.md").read_text()


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", TEXT, flags=re.DOTALL | re.MULTILINE)


def test_the_example_is_read_and_packed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "src").symlink_to(Path(re.__file__).parents[1] / "asyncio")  # a project with enough text
    [line], [code] = blocks("json"), blocks("python")
    (tmp_path / "given.jsonl").write_text(line)
    exec(compile(code, "docs/instructions.md", "exec"), {"__name__": "__main__"})
    printed = capsys.readouterr().out
    assert printed.startswith("1 0 ")
    assert len(re.findall(r"^```", TEXT, flags=re.MULTILINE)) == 4  # no block that this test does not run
