"""A corpus of real code whose cached files were damaged: made again with the same bytes, and said so in one line."""

import logging
import re
import shutil
import subprocess
import sysconfig
from dataclasses import replace
from pathlib import Path

import pytest
from damage import DAMAGES, contents, mounted

from autonas.tasks import Task
from trainer.data import CorpusConfig, prepare
from trainer.data.decontaminated import decontaminated

TASK = Task(
    id="one/dumps",
    prompt='def dumps(obj):\n    """Serialize an object to a JSON text."""\n',
    entry_point="dumps",
    tests="assert dumps(1) == '1'\n",
    solution="    return repr(obj)\n",
)


def ignore(*_):
    return None


@pytest.fixture(scope="module")
def config(tmp_path_factory):
    root = tmp_path_factory.mktemp("code")
    for name in ("http", "importlib", "json", "logging", "unittest", "urllib"):
        shutil.copytree(Path(sysconfig.get_path("stdlib")) / name, root / name, ignore=shutil.ignore_patterns("test*"))
    return CorpusConfig(source=str(root), held_out_share=0.2)


@pytest.fixture(scope="module")
def cache(config, tmp_path_factory):
    cache = tmp_path_factory.mktemp("cache")
    opened(config, cache)
    return cache


def opened(config, cache):
    """Opens the corpus and the one without the task, with the same vocabulary."""
    corpus = prepare(config, cache, [300])
    return corpus, decontaminated(corpus, [TASK], [300], progress=ignore)


@pytest.mark.parametrize(
    ("clean", "name", "damage"),
    [
        (False, "train.txt", "one byte flipped"),
        (False, "manifest.json", "cut short"),
        (False, "vocabulary-300/train.bin", "one byte flipped"),
        (False, "vocabulary-300/held_out.starts.npy", "empty"),
        (False, "vocabulary-300/tokenizer.json", "gone"),
        (True, "train.offsets.npy", "gone"),
        (True, "removed.json", "one byte flipped"),
        (True, "held_out.txt", "cut short"),  # which is one file with the corpus's own
        (True, "vocabulary-300/sums.json", "empty"),
    ],
)
def test_what_is_damaged_is_made_again(config, cache, caplog, clean, name, damage):
    folder = opened(config, cache)[clean].folder
    before = contents(cache)
    assert not caplog.messages
    DAMAGES[damage](folder / name)
    with caplog.at_level(logging.WARNING):
        opened(config, cache)
    assert contents(cache) == before
    lines = [line for line in caplog.messages if "is made again" in line]
    assert any(str(folder / name) in line for line in lines) or name == "held_out.txt"
    assert len(lines) == (2 if name == "held_out.txt" else 1)


def test_a_corpus_of_an_earlier_version_is_made_again_with_the_same_fingerprint(config, tmp_path, cache, caplog):
    old = Path(shutil.copytree(cache, tmp_path / "cache"))
    for sums in old.rglob("sums.json"):
        sums.unlink()
    before, after = opened(config, cache), opened(config, old)
    assert [corpus.fingerprint for corpus in after] == [corpus.fingerprint for corpus in before]
    assert contents(old) == contents(cache)
    assert sum("has no sums.json, an earlier version made it: it is made again" in m for m in caplog.messages) == 2


@pytest.fixture
def read_only(session_cache, tmp_path):
    """The cache of the smoke study on a file system that cannot be written."""
    place = tmp_path / "read-only"
    place.mkdir()
    if not mounted("--bind", session_cache, place) or not mounted("-o", "remount,bind,ro", place):
        pytest.skip("mounting needs root")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def test_a_search_runs_from_a_cache_that_cannot_be_written(smoke, session_cache, tmp_path, read_only):
    command = replace(smoke.autonas, folder=tmp_path)
    search = ["search", "--study", "smoke", "--device", "cpu", "--trials", "1", "--cache", str(read_only)]
    before = {path: path.stat().st_mtime_ns for path in session_cache.rglob("*")}
    lacking = command(*search, "--set", "trainer.corpus.seed=1", code=2)
    assert re.search(r"^error: cannot write .*\.lock: Read-only file system\nhint: .* with --cache$", lacking, re.M)
    assert not (tmp_path / "autonas.db").exists()
    assert "1 on the front of 1 candidate" in command(*search)
    assert {path: path.stat().st_mtime_ns for path in session_cache.rglob("*")} == before
