"""Pinned packages: wheels made here, fetched with the real pip from a folder."""

import os
import signal
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest
from damage import DAMAGES, contents
from wheels import TEXT, as_list, make_wheel, pip_environment

import trainer.data.cache as cache_module
import trainer.data.packages as packages
from autonas.errors import AutonasError, UsageError
from trainer.data.licences import is_permissive
from trainer.data.package_list import main
from trainer.data.packages import PACKAGE_LIST, Pinned, fetch, read_list, unpack

ROOT = Path(__file__).parents[2]


@pytest.fixture
def index(tmp_path, monkeypatch):
    """A folder that is all pip knows."""
    folder = tmp_path / "index"
    folder.mkdir()
    for name, value in pip_environment(folder).items():
        monkeypatch.setenv(name, value)
    return folder


def fetched(pins, cache, *, allow_copyleft=False):
    steps = []
    sources, excluded = fetch(pins, cache, allow_copyleft=allow_copyleft, progress=lambda *step: steps.append(step))
    return sources, excluded, steps


def test_the_shipped_list_is_what_pip_understands_and_permissive():
    pins = read_list(PACKAGE_LIST)
    assert [p.name for p in pins] == sorted({p.name for p in pins})
    assert all(p.n_bytes > 0 for p in pins)
    assert 250e6 < sum(p.n_bytes for p in pins) < 600e6
    for line in PACKAGE_LIST.read_text().splitlines():
        if not line.startswith("#"):
            licence = line.partition("  # ")[2].rpartition(", ")[0]
            assert is_permissive(licence), line


def test_a_list_in_pips_format_is_read(tmp_path):
    path = tmp_path / "list.txt"
    one, two = "a" * 64, "b" * 64
    path.write_text(
        f"# a comment\n\nOne.x==1.0 \\\n    --hash=sha256:{one}\ntwo==2.0rc1 --hash=sha256:{two}  # MIT, 7 bytes\n"
    )
    assert read_list(path) == (
        Pinned(name="One.x", version="1.0", sha256=one),
        Pinned(name="two", version="2.0rc1", sha256=two, n_bytes=7),
    )


@pytest.mark.parametrize("line", ["one", "one>=1.0", "one==1.0", "one==1.0 --hash=sha256:12", "-r other.txt"])
def test_a_line_without_pin_or_hash_is_refused(tmp_path, line):
    path = tmp_path / "list.txt"
    path.write_text(f"# head\n{line}\n")
    with pytest.raises(UsageError, match="line 2: not a pinned package"):
        read_list(path)


def test_a_name_comes_once(tmp_path):
    path = tmp_path / "list.txt"
    path.write_text(f"one==1.0 --hash=sha256:{'a' * 64}\n" * 2)
    with pytest.raises(UsageError, match=r"line 2: a second 'one==1\.0"):
        read_list(path)


def test_python_files_are_unpacked_and_nothing_else(index, tmp_path):
    files = {
        "one/z.py": TEXT,
        "one/a.py": TEXT * 2,
        "one/_vendor/copy.py": TEXT,
        "one/data.bin": "x",
        "one/fast.so": "x",
    }
    pins = [make_wheel(index, "two"), make_wheel(index, "one", files=files, licence="BSD-3-Clause")]
    sources, excluded, steps = fetched(pins, tmp_path / "cache")
    assert excluded == []
    assert [(s.name, s.version, s.licence) for s in sources] == [("one", "1.0", "BSD-3-Clause"), ("two", "1.0", "MIT")]
    assert [(f.name, f.size) for f in sources[0].files] == [("one/a.py", 2 * len(TEXT)), ("one/z.py", len(TEXT))]
    assert Path(sources[0].files[1].path).read_text() == TEXT
    kept = {p.name for p in (tmp_path / "cache").rglob("*") if p.is_file() and p.suffix != ".lock"}
    assert kept == {"a.py", "z.py", "METADATA", "LICENSE", "files.json", "sums.json"}
    assert steps[-1] == ("download", 2, 2)
    assert ("unpack", 2, 2) in steps

    os.utime(sources[0].files[0].path, (1, 1))
    again, _, steps = fetched(pins, tmp_path / "cache")
    assert again == sources  # times of change don't enter
    assert steps == []  # nothing was fetched again


def test_licences_are_read_from_the_wheel(index, tmp_path):
    licences = {"free": "MIT", "left": "LGPL-2.1-or-later", "secret": "LicenseRef-Proprietary", "silent": None}
    pins = [make_wheel(index, name, licence=licence) for name, licence in licences.items()]
    sources, excluded, _ = fetched(pins, tmp_path / "cache")
    assert [s.name for s in sources] == ["free"]
    assert {e.name: e.reason for e in excluded} == {
        "left": "copyleft licence",
        "secret": "its licence is not known to be permissive",
        "silent": "its metadata names no known licence",
    }
    sources, _, _ = fetched(pins, tmp_path / "cache", allow_copyleft=True)
    assert [s.name for s in sources] == ["free", "left"]


def test_another_file_than_the_pinned_one_is_refused(index, tmp_path):
    pin = make_wheel(index, "one")
    make_wheel(index, "one", files={"one/a.py": TEXT + "import os\n"})  # the same name and version
    with pytest.raises(AutonasError, match=r"serves another file for one==1\.0 than the list names"):
        fetched([pin], tmp_path / "cache")
    assert list((tmp_path / "cache" / "packages").glob("*[!k]")) == []  # the lock alone


@pytest.mark.parametrize("name", ["../evil.py", "one/../../evil.py", "/evil.py", "..\\evil.py", "C:evil.py"])
def test_a_wheel_cannot_write_elsewhere(tmp_path, name):
    make_wheel(tmp_path, "one", files={name: TEXT})
    (tmp_path / "inner").mkdir()
    with pytest.raises(AutonasError, match=r"leads out of its folder: '.*evil\.py'"):
        unpack(tmp_path / "one-1.0-py3-none-any.whl", tmp_path / "inner")
    assert not list(tmp_path.rglob("*evil.py"))


def test_what_is_no_wheel_is_refused(tmp_path):
    (tmp_path / "one.whl").write_text("hello")
    with pytest.raises(AutonasError, match=r"one\.whl is no wheel"):
        unpack(tmp_path / "one.whl", tmp_path / "inner")


def test_a_killed_fetch_goes_on_where_it_stopped(index, tmp_path):
    pins = [make_wheel(index, name) for name in ("one", "two", "three")]
    (tmp_path / "list.txt").write_text(as_list(pins))
    script = f"""
import os, signal
from pathlib import Path
from trainer.data.packages import fetch, read_list
folder = Path({str(tmp_path)!r})
def kill(stage, done, total):
    if (stage, done) == ("unpack", 1) and list(folder.glob("cache/packages/two*.partial")):
        os.kill(os.getpid(), signal.SIGKILL)
fetch(read_list(folder / "list.txt"), folder / "cache", allow_copyleft=False, progress=kill)
"""
    killed = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert list((tmp_path / "cache" / "packages").glob("two*.partial"))
    sources, _, steps = fetched(pins, tmp_path / "cache")
    assert [s.name for s in sources] == ["one", "three", "two"]
    assert steps[-1] == ("download", 2, 2)  # the first one was kept
    assert not list((tmp_path / "cache" / "packages").glob("*.partial"))


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("files/one/a.py", "one byte flipped"),
        ("files/one-1.0.dist-info/METADATA", "gone"),
        ("files.json", "cut short"),
        ("sums.json", "empty"),
    ],
)
def test_a_damaged_package_is_fetched_again(index, tmp_path, caplog, name, damage):
    pin = make_wheel(index, "one")
    sources, _, _ = fetched([pin], tmp_path / "cache")
    folder = Path(sources[0].files[0].path).parents[2]
    before = contents(folder)
    DAMAGES[damage](folder / name)
    assert fetched([pin], tmp_path / "cache")[0] == sources
    assert contents(folder) == before
    (line,) = caplog.messages
    assert line.startswith(str(folder / name))
    assert line.endswith(": it is made again")
    assert not [path for path in folder.parent.iterdir() if path.suffix in (".partial", ".damaged")]


def test_a_package_of_an_earlier_version_is_taken_if_its_sizes_fit(index, tmp_path, monkeypatch):
    pin = make_wheel(index, "one")
    sources, _, _ = fetched([pin], tmp_path / "cache")
    path = Path(sources[0].files[0].path)
    (path.parents[2] / "sums.json").unlink()
    monkeypatch.setenv("PIP_FIND_LINKS", "")  # offline
    assert fetched([pin], tmp_path / "cache")[0] == sources
    path.write_text("x = 1\n")
    with pytest.raises(AutonasError, match="pip reaches no package index"):
        fetched([pin], tmp_path / "cache")


def test_without_an_index_the_error_says_so(index, tmp_path):
    pin = make_wheel(tmp_path, "one")  # not in the index
    with pytest.raises(AutonasError, match=r"pip reaches no package index that has one==1\.0") as error:
        fetched([pin], tmp_path / "cache")
    assert "go online" in error.value.hint
    make_wheel(index, "one", version="2.0")
    with pytest.raises(AutonasError, match=r"one==1\.0 cannot be downloaded: No matching distribution"):
        fetched([pin], tmp_path / "cache")


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("/usr/bin/python3: No module named pip", "has no pip to download packages with"),
        (
            "ERROR: Could not install: [Errno 28] No space left on device",
            "the disk is full: could not download one==1.0",
        ),
        ("WARNING: Retrying after connection broken by NewConnectionError", "pip reaches no package index"),
        ("ERROR: HTTP error 500 while getting x", "one==1.0 cannot be downloaded: HTTP error 500 while getting x"),
    ],
)
def test_what_pip_says_becomes_one_line(tmp_path, monkeypatch, said, message):
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\necho '{said}' >&2\nexit 1\n")
    python.chmod(0o755)
    monkeypatch.setattr(packages.sys, "executable", str(python))
    with pytest.raises(AutonasError, match=message) as error:
        fetch([Pinned(name="one", version="1.0", sha256="a" * 64)], tmp_path, allow_copyleft=False, progress=print)
    assert error.value.hint


def test_a_disk_that_is_too_small_is_refused_first(tmp_path, monkeypatch):
    usage = namedtuple("usage", "free")(1_000_000)
    monkeypatch.setattr(cache_module.shutil, "disk_usage", lambda _: usage)
    pin = Pinned(name="one", version="1.0", sha256="a" * 64, n_bytes=10_000_000)
    with pytest.raises(UsageError, match=r"needs about 15 MB in .*, 1 MB are free"):
        fetched([pin], tmp_path)


def test_the_list_is_made_by_a_command(index, tmp_path, capsys):
    pins = [make_wheel(index, name) for name in ("one", "two")]
    make_wheel(index, "left", licence="GPL-3.0-only")
    path = tmp_path / "list.txt"
    assert main(["--list", str(path), "two", "left", "one"]) == 1
    assert "left is not taken: copyleft licence (GPL-3.0-only)" in capsys.readouterr().err
    assert read_list(path) == tuple(pins)
    assert main(["--list", str(path), "--remove", "one"]) == 0
    assert read_list(path) == (pins[1],)
