"""What is listed as a source, on a made-up interpreter and in folders."""

import errno
import json
import os
import sys
from pathlib import Path

import pytest

from autonas.errors import UsageError
from trainer.data.config import CorpusConfig
from trainer.data.sources import STANDARD_LIBRARY, find_sources

TEXT = "x = 1\n" * 30


@pytest.fixture
def site(tmp_path, monkeypatch):
    folder = tmp_path / "site-packages"
    folder.mkdir()
    monkeypatch.setattr(sys, "path", [str(folder)])
    return folder


def install(site, name, *, licence="MIT", files=("a.py",), version="1.0", origin=None, record=None):
    info = site / f"{name}-{version}.dist-info"
    info.mkdir()
    header = f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\n"
    (info / "METADATA").write_text(header + (f"License-Expression: {licence}\n" if licence else ""))
    for file in files:
        path = site / name / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT)
    listed = record if record is not None else [f"{name}/{f}" for f in files]
    (info / "RECORD").write_text("".join(f"{f},sha256=0,1\n" for f in listed))
    if origin:
        (info / "direct_url.json").write_text(json.dumps(origin))


def installed(**kwargs):
    sources, excluded = find_sources(CorpusConfig(**kwargs))
    assert sources[0].name == STANDARD_LIBRARY
    return {s.name: s for s in sources[1:]}, {e.name: e.reason for e in excluded}


@pytest.mark.usefixtures("site")
def test_the_standard_library_is_a_source_of_its_own():
    source = find_sources(CorpusConfig())[0][0]
    names = [f.name for f in source.files]
    assert source.licence == "PSF-2.0"
    assert "json/decoder.py" in names
    assert names == sorted(names)
    assert not any("site-packages" in n or "dist-packages" in n for n in names)


def test_licences_decide_who_is_in(site):
    install(site, "free")
    install(site, "left", licence="LGPL-2.1-or-later")
    install(site, "secret", licence="LicenseRef-Proprietary")
    install(site, "silent", licence=None)
    sources, excluded = installed()
    assert list(sources) == ["free"]
    assert excluded == {
        "left": "copyleft licence",
        "secret": "its licence is not known to be permissive",
        "silent": "its metadata names no known licence",
    }
    sources, excluded = installed(allow_copyleft=True)
    assert list(sources) == ["free", "left"]
    assert sorted(excluded) == ["secret", "silent"]


def test_what_changes_daily_stays_out(site):
    install(site, "mine", origin={"url": "file:///x", "dir_info": {"editable": True}})
    install(site, "theirs", origin={"url": "file:///x", "dir_info": {}})
    install(site, "autonas")
    sources, excluded = installed()
    assert list(sources) == ["theirs"]
    assert sorted(excluded) == ["autonas", "mine"]


def test_lists_only_own_python_files_that_exist(site):
    record = [
        "p/z.py",
        "p/a.py",
        "p/gone.py",
        "p/_vendor/v.py",
        "../../bin/s.py",
        "/etc/x.py",
        "p/c.so",
        "p/a.pyc",
    ]
    install(site, "p", files=("z.py", "a.py", "_vendor/v.py"), record=record)
    sources, _ = installed()
    assert [f.name for f in sources["p"].files] == ["p/a.py", "p/z.py"]


def test_a_distribution_without_python_is_no_source(site):
    install(site, "compiled", files=(), record=["compiled/x.so"])
    assert installed() == ({}, {})


def test_the_first_of_two_versions_counts(site, tmp_path, monkeypatch):
    other = tmp_path / "system" / "dist-packages"
    other.mkdir(parents=True)
    install(site, "Twice", version="2.0")
    install(other, "twice", version="1.0")
    monkeypatch.setattr(sys, "path", [str(site), str(other)])
    assert installed()[0]["twice"].version == "2.0"


def test_a_folder_is_grouped_by_its_top_level(tmp_path):
    ignored = [".git/hook.py", "venv/lib/x.py", "one/__pycache__/x.py", "node_modules/x.py", "one/notes.txt"]
    for name in ["one/a.py", "one/deep/b.py", "two/a.py", "setup.py", *ignored]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT)
    (tmp_path / "venv" / "pyvenv.cfg").write_text("")
    sources, excluded = find_sources(CorpusConfig(source=str(tmp_path)))
    assert {s.name: [f.name for f in s.files] for s in sources} == {
        "one": ["one/a.py", "one/deep/b.py"],
        "setup.py": ["setup.py"],
        "two": ["two/a.py"],
    }
    assert excluded == []


def test_a_folder_must_exist_and_hold_python(tmp_path):
    with pytest.raises(UsageError, match=r"'.*nowhere' is not there") as error:
        find_sources(CorpusConfig(source=str(tmp_path / "nowhere")))
    assert "installed" in error.value.hint
    (tmp_path / "notes.txt").write_text("hello")
    with pytest.raises(UsageError, match=r"has no \.py file in it"):
        find_sources(CorpusConfig(source=str(tmp_path)))


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("source", "", "corpus source is empty"),
        ("held_out_share", 0.9, r"held_out_share must be between 0.005 and 0.5, got 0.9"),
        ("held_out_share", 0.0, r"held_out_share must be between 0.005 and 0.5, got 0.0"),
        ("max_bytes", 5, "max_bytes must be at least 200000, got 5"),
        ("seed", -1, "corpus seed must be 0 or more, got -1"),
    ],
)
def test_the_configuration_refuses_nonsense(field, value, message):
    with pytest.raises(UsageError, match=message):
        CorpusConfig(**{field: value})


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("METADATA", b"Name: \xff\xfe\x00"),
        ("RECORD", b"p/a.py,\xff\n"),
        ("direct_url.json", b"{"),
        ("direct_url.json", b"[]"),
        ("direct_url.json", b'{"dir_info": 3}'),
    ],
)
def test_a_distribution_with_damaged_metadata_is_left_out(site, name, content):
    install(site, "good")
    install(site, "p")
    (site / "p-1.0.dist-info" / name).write_bytes(content)
    sources, excluded = installed()
    assert list(sources) == ["good"]
    assert excluded == {"p-1.0.dist-info": "its metadata is damaged"}


def test_a_record_with_a_name_that_is_none_is_read(site):
    install(site, "p", record=["p/a.py", "p/\0.py"])
    assert [f.name for f in installed()[0]["p"].files] == ["p/a.py"]


def test_files_that_cannot_be_had_are_listed_to_be_counted(tmp_path, monkeypatch):
    folder = tmp_path / "one"
    folder.mkdir()
    (folder / "a.py").write_text(TEXT)
    (folder / "dangling.py").symlink_to("nowhere")
    (folder / "loop.py").symlink_to("loop.py")
    (folder / "round").symlink_to(folder)  # would never end if it were followed
    (folder / "secret").mkdir()
    Path(os.fsdecode(os.path.join(os.fsencode(folder), b"caf\xe9.py"))).write_text(TEXT)  # noqa: PTH118
    scandir = os.scandir

    def guarded(path):
        if str(path).endswith("secret"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)  # root may read everything
    ((source,), _) = find_sources(CorpusConfig(source=str(tmp_path)))
    assert {f.name: f.size for f in source.files} == {
        "one/a.py": len(TEXT),
        "one/caf\\udce9.py": len(TEXT),
        "one/dangling.py": 0,
        "one/loop.py": 0,
        "one/secret": 0,
    }
    json.dumps([f.name for f in source.files]).encode()
    assert all(Path(f.path).is_symlink() or Path(f.path).exists() for f in source.files)
