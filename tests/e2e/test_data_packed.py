"""A corpus packed into one file, and opened where its packages are not."""

import io
import json
import lzma
import re
import shutil
import sysconfig
import tarfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from damage import flip

from autonas.cli import cli
from autonas.errors import AutonasError, UsageError
from trainer.data import CorpusConfig, pack, prepare

NAMES = ["concurrent", "html", "http", "importlib", "json", "logging", "unittest", "urllib", "xml"]


def ignore(*_):
    return None


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """A corpus of a folder that is gone afterwards."""
    root = tmp_path_factory.mktemp("packed")
    for name in NAMES:
        source = Path(sysconfig.get_path("stdlib")) / name
        shutil.copytree(source, root / "code" / name, ignore=shutil.ignore_patterns("test*", "__pycache__"))
    corpus = prepare(CorpusConfig(source=str(root / "code"), held_out_share=0.15), root / "cache", [300])
    shutil.rmtree(root / "code")
    return corpus


@pytest.fixture(scope="module")
def packed(corpus, tmp_path_factory):
    path = tmp_path_factory.mktemp("file") / "corpus.tar.xz"
    pack(corpus.folder, path, progress=ignore)
    return path


def opened(path, cache, **options):
    return prepare(CorpusConfig(source=str(path), **options), cache, [300])


def test_the_other_machine_has_the_same_corpus(corpus, packed, tmp_path):
    steps = []
    there = prepare(
        CorpusConfig(source=str(packed)), tmp_path / "cache", [300, 400], progress=lambda *step: steps.append(step)
    )
    assert there.identity() == corpus.identity()
    assert there.manifest.config == corpus.manifest.config
    assert there.names("train") == corpus.names("train")
    for name in ("train.txt", "held_out.txt", "vocabulary-300/train.bin", "vocabulary-300/held_out.bin"):
        assert (there.folder / name).read_bytes() == (corpus.folder / name).read_bytes(), name
    assert {"unpack", "encode train"} <= {step[0] for step in steps}

    moved = tmp_path / "moved.xz"
    shutil.copyfile(packed, moved)
    assert opened(moved, tmp_path / "cache").folder == there.folder, "known by its bytes, wherever it lies"


def test_the_same_corpus_gives_the_same_file(corpus, packed, tmp_path):
    steps = []
    size = pack(corpus.folder, tmp_path / "again", progress=lambda *step: steps.append(step))
    assert (tmp_path / "again").read_bytes() == packed.read_bytes()
    assert size == packed.stat().st_size < corpus.n_bytes("train").sum() / 3
    assert steps[-1][1] == steps[-1][2]


def test_it_is_not_cut_again(packed, tmp_path):
    with pytest.raises(UsageError, match="more than the study takes") as error:
        opened(packed, tmp_path, max_bytes=500_000)
    assert "max_bytes=none" in error.value.hint
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_something_else_is_refused(tmp_path):
    (tmp_path / "a.py").write_text("x = 1\n")
    (tmp_path / "b.xz").write_bytes(lzma.compress(b"hello" * 1000))
    with tarfile.open(tmp_path / "c.xz", "w:xz") as archive:
        archive.add(tmp_path / "a.py", "manifest.json")
    for name in ("a.py", "b.xz", "c.xz"):
        with pytest.raises(UsageError, match=f"{name} is no packed corpus"):
            opened(tmp_path / name, tmp_path / "cache")
    assert not (tmp_path / "cache").exists()


def members(packed):
    with tarfile.open(packed) as archive:
        return [(entry, archive.extractfile(entry).read()) for entry in archive]


def rewritten(path, entries):
    with tarfile.open(path, "w:xz") as archive:
        for entry, data in entries:
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return path


@pytest.mark.parametrize("what", ["cut", "shorter", "missing", "escapes", "link", "twice"])
def test_a_damaged_file_is_refused_and_leaves_nothing(packed, tmp_path, what):
    path = tmp_path / "corpus.xz"
    entries = members(packed)
    if what == "cut":
        path.write_bytes(packed.read_bytes()[:-20_000])
    elif what == "shorter":
        rewritten(path, [(entry, data[:-100] if entry.name == "train.txt" else data) for entry, data in entries])
    elif what == "missing":
        rewritten(path, [(entry, data) for entry, data in entries if entry.name != "merges.json"])
    elif what == "escapes":
        entries[1][0].name = "../merges.json"
        rewritten(path, entries)
    elif what == "link":
        entries[1][0].type, entries[1][0].linkname = tarfile.SYMTYPE, "/etc/passwd"
        rewritten(path, [(entry, data if entry.isfile() else b"") for entry, data in entries])
    else:
        rewritten(path, [*entries, entries[1]])
    with pytest.raises(AutonasError, match=re.escape(f"{path} is damaged")):
        opened(path, tmp_path / "cache")
    assert not [p for p in (tmp_path / "cache").rglob("*") if p.is_file() and p.suffix != ".lock"]
    assert not (tmp_path / "merges.json").exists()


@pytest.mark.parametrize("share", [0, 1e-4, 0.01, 0.3, 0.6, 0.9, 0.99999, 1])
@pytest.mark.parametrize("mask", [0x01, 0x80])
def test_a_flipped_byte_is_refused_wherever_it_is(packed, tmp_path, share, mask):
    path = Path(shutil.copyfile(packed, tmp_path / "corpus.xz"))
    flip(path, int(share * (path.stat().st_size - 1)), mask)
    with pytest.raises(AutonasError, match=rf"{re.escape(str(path))} is (damaged|no packed corpus)") as error:
        opened(path, tmp_path / "cache")
    assert error.value.hint
    assert not [p for p in (tmp_path / "cache").rglob("*") if p.is_file() and p.suffix != ".lock"]


def test_the_command_line_packs_and_opens(tmp_path):
    code = tmp_path / "code"
    for name in NAMES:
        source = Path(sysconfig.get_path("stdlib")) / name
        shutil.copytree(source, code / name, ignore=shutil.ignore_patterns("test*", "__pycache__"))
    base = ["data", "--study", "smoke", "--json", "--cache"]
    path = tmp_path / "corpus.tar.xz"
    first = CliRunner().invoke(cli, [*base, str(tmp_path / "one"), "--source", str(code), "--pack", str(path)])
    assert first.exit_code == 0, first.stderr
    assert f"packed into {path}" in first.stderr
    second = CliRunner().invoke(cli, [*base, str(tmp_path / "two"), "--source", str(path)])
    assert second.exit_code == 0, second.stderr
    one, two = (json.loads(result.stdout) for result in (first, second))
    assert one.pop("folder") != two.pop("folder")
    assert one == two

    nowhere = CliRunner().invoke(cli, [*base, str(tmp_path / "one"), "--pack", str(tmp_path / "no" / "corpus.xz")])
    assert nowhere.exit_code == 2
    assert "cannot write" in nowhere.stderr
