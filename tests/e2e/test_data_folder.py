"""A corpus of a folder of real code: prepared in worker processes, once, whatever happens meanwhile."""

import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
from pathlib import Path

import numpy as np
import pytest

import trainer.data.cache as cache_module
import trainer.data.corpus as corpus_module
from autonas.errors import AutonasError, UsageError
from trainer.data import Corpus, CorpusConfig, Manifest, prepare
from trainer.data.cache import building
from trainer.data.exercises import exercises
from trainer.data.tokenizer import CodeTokenizer, train_merges

ROOT = Path(__file__).parents[2]
PACKAGES = ["concurrent", "html", "http", "importlib", "json", "logging", "unittest", "urllib", "xml"]
SCRIPT = """
import sys
from pathlib import Path
from trainer.data import CorpusConfig, prepare
if __name__ == "__main__":
    stages = set()
    corpus = prepare(CorpusConfig(source=sys.argv[1], held_out_share=0.15), Path(sys.argv[2]), [300],
                     progress=lambda stage, done, total: (stages.add(stage), print(stage, flush=True)))
    print("fingerprint", corpus.fingerprint, "read" in stages)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Packages of the standard library as somebody's code, with two copies in it."""
    root = tmp_path_factory.mktemp("code")
    library = Path(sysconfig.get_path("stdlib"))
    for name in PACKAGES:
        ignore = shutil.ignore_patterns("test*", "__pycache__")
        shutil.copytree(library / name, root / name, ignore=ignore)
    text = (root / "json" / "decoder.py").read_text()
    (root / "html" / "exact_copy.py").write_text(text.replace("\n", "  \n"))
    (root / "urllib" / "near_copy.py").write_text(text.replace("errmsg", "error_message", 1))
    (root / "http" / "old.py").write_text("print 'Python 2'\n" * 20)
    return root


@pytest.fixture(scope="module")
def config(folder):
    return CorpusConfig(source=str(folder), held_out_share=0.15)


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def corpus(config, cache):
    return prepare(config, cache, [300, 700])


def test_the_manifest_says_what_is_in_it(corpus):
    manifest = corpus.manifest
    assert Manifest.from_json(manifest.to_json()) == manifest
    assert [s.name for s in manifest.sources] == PACKAGES
    assert manifest.exact_duplicates.files >= 1
    assert manifest.near_duplicates.files >= 1
    assert manifest.refused["not valid syntax of this Python"].files == 1
    assert set(manifest.train.sources) | set(manifest.held_out.sources) == set(PACKAGES)
    assert not set(manifest.train.sources) & set(manifest.held_out.sources)
    assert len(manifest.held_out.sources) >= 2
    total = manifest.train.bytes + manifest.held_out.bytes
    assert total == sum(s.bytes for s in manifest.sources)
    assert 0.075 <= manifest.held_out.bytes / total <= 0.3
    assert any("wide error bar" in note for note in manifest.notes)
    duplicates = json.loads((corpus.folder / "duplicates.json").read_text())
    removed = {d["document"]: d["kept"] for d in duplicates}
    assert removed["json:json/decoder.py"] == "html:html/exact_copy.py"  # the first by name is kept
    assert removed["urllib:urllib/near_copy.py"] == "html:html/exact_copy.py"


@pytest.mark.parametrize("split", ["train", "held_out"])
@pytest.mark.parametrize("n_vocab", [300, 700])
def test_tokens_are_the_documents(corpus, split, n_vocab):
    tokenizer, tokens, starts = (
        corpus.tokenizer(n_vocab),
        corpus.tokens(split, n_vocab),
        corpus.starts(split, n_vocab),
    )
    assert isinstance(tokens, np.memmap)
    assert tokens.dtype == np.uint16
    assert len(starts) == corpus.n_documents(split) + 1 == len(corpus.names(split)) + 1
    assert np.count_nonzero(tokens == 0) == corpus.n_documents(split)
    for i in range(0, corpus.n_documents(split), 7):
        ids = tokens[starts[i] : starts[i + 1]].tolist()
        text = corpus.text(split, i)
        assert ids == [*tokenizer.encode(text), 0]
        assert corpus.n_bytes(split)[i] == len(text.encode())
        name = corpus.names(split)[i].split(":", 1)[1]
        assert text == (Path(corpus.manifest.config.source) / name).read_text(encoding="utf-8")


def test_the_tokenizer_knows_the_words_of_exercises_and_code_as_before(corpus):
    texts, held_out = (
        [corpus.text(split, i) for i in range(corpus.n_documents(split))] for split in ("train", "held_out")
    )
    others = [example.prompt + example.answer for example in exercises(200, seed=1)]
    with_them = corpus.tokenizer(700)
    without = CodeTokenizer.of_size(train_merges(texts), 700)
    count = lambda tokenizer, texts: sum(len(tokenizer.encode(text)) for text in texts)  # noqa: E731
    assert count(with_them, others) < 0.95 * count(without, others)
    assert count(with_them, held_out) < 1.02 * count(without, held_out)


def test_held_out_documents_and_their_sizes(corpus):
    held_out = corpus.held_out(700)
    assert held_out.starts[-1] == len(held_out.tokens)
    assert held_out.n_bytes.sum() == corpus.manifest.held_out.bytes
    vocabulary = corpus.manifest.vocabularies[700]
    assert vocabulary.held_out_tokens == len(held_out.tokens)
    assert vocabulary.bytes_per_token == pytest.approx(held_out.n_bytes.sum() / len(held_out.tokens), abs=1e-3)
    assert vocabulary.bytes_per_token > corpus.manifest.vocabularies[300].bytes_per_token > 1


def test_batches_read_the_training_part(corpus):
    batch = corpus.batches(700, batch_size=2, context=32, seed=0).batch(0)
    text = corpus.tokenizer(700).decode(batch[0])
    assert any(text in corpus.text("train", i) for i in range(corpus.n_documents("train")))


def test_the_cache_answers_without_work(corpus, config, cache):
    def fail(stage, done, total):
        raise AssertionError(f"worked again: {stage} {done}/{total}")

    again = prepare(config, cache, [700], progress=fail)
    assert again.folder == corpus.folder
    assert again.fingerprint == corpus.fingerprint


def test_another_vocabulary_is_added_to_the_same_corpus(corpus, config, cache):
    with pytest.raises(AutonasError, match="not encoded with a vocabulary of 400"):
        corpus.tokens("train", 400)
    stages = []
    more = prepare(config, cache, [400], progress=lambda *report: stages.append(report[0]))
    assert set(stages) == {"encode train", "encode held_out"}
    assert more.fingerprint == corpus.fingerprint
    assert len(more.tokens("train", 400)) < len(more.tokens("train", 300))


def run(folder, cache, **environment):
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(folder), str(cache)],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_second_machine_with_the_same_files_gets_the_same_bytes(corpus, folder, tmp_path):
    copy = tmp_path / "copied"
    shutil.copytree(folder, copy)  # other times of change, another order in the folder
    (copy / "json" / "__pycache__").mkdir()
    (copy / "json" / "__pycache__" / "x.py").write_text("x = 1\n" * 100)
    process = run(copy, tmp_path / "cache", PYTHONHASHSEED="123")
    output, _ = process.communicate(timeout=300)
    assert f"fingerprint {corpus.fingerprint} True" in output
    (other,) = (p for p in (tmp_path / "cache" / "corpus").iterdir() if p.is_dir())
    for name in ("train.bin", "held_out.bin", "tokenizer.json"):
        ours = corpus.folder / "vocabulary-300" / name
        assert (other / "vocabulary-300" / name).read_bytes() == ours.read_bytes()


def test_killed_and_run_twice_at_once(corpus, folder, tmp_path):
    killed = run(folder, tmp_path)
    assert killed.stdout.readline() == "read\n"
    killed.send_signal(signal.SIGKILL)
    killed.communicate(timeout=60)
    (partial,) = (tmp_path / "corpus").glob("*.partial")
    first, second = run(folder, tmp_path), run(folder, tmp_path)
    outputs = [p.communicate(timeout=300)[0].splitlines()[-1] for p in (first, second)]
    assert {o.rsplit(" ", 1)[0] for o in outputs} == {f"fingerprint {corpus.fingerprint}"}
    assert sorted(o.rsplit(" ", 1)[1] for o in outputs) == ["False", "True"]  # one worked, the other waited
    assert not partial.exists()


def test_what_changes_is_noticed_and_what_does_not_matter_is_not(config, folder, cache, corpus):
    path = folder / "json" / "tool.py"
    os.utime(path, (1, 1))  # the same text at another time: prepared anew, with the same result
    stages = set()
    same = prepare(config, cache, [], progress=lambda *report: stages.add(report[0]))
    assert "read" in stages
    assert same.fingerprint == corpus.fingerprint
    assert same.folder != corpus.folder


def test_a_limit_keeps_both_sides_of_the_split(folder, cache):
    config = CorpusConfig(source=str(folder), held_out_share=0.15, max_bytes=400_000)
    limited = prepare(config, cache, []).manifest
    assert 300_000 < limited.train.bytes + limited.held_out.bytes <= 400_000
    assert limited.held_out.bytes > 50_000
    assert limited.beyond_limit.bytes > 0


def test_one_project_is_split_by_file_and_says_so(folder, cache):
    manifest = prepare(CorpusConfig(source=_below(folder, "unittest"), held_out_share=0.2), cache, []).manifest
    assert manifest.held_out.documents >= 2
    assert any("it is split by file" in note for note in manifest.notes)


def _below(folder, name):
    """A folder that has nothing but the folder `name` in it."""
    parent = folder.parent / f"only-{name}"
    shutil.copytree(folder / name, parent / name)
    return str(parent)


def test_too_little_text_is_refused_and_touches_nothing(folder, tmp_path):
    small = tmp_path / "small"
    shutil.copytree(folder / "html", small, ignore=shutil.ignore_patterns("entities.py"))
    with pytest.raises(UsageError, match=r"bytes of usable, distinct Python text; at least 100,000 are needed"):
        prepare(CorpusConfig(source=str(small)), tmp_path / "cache", [])
    assert not (tmp_path / "cache").exists()


def test_a_vocabulary_out_of_range_is_refused(config, tmp_path):
    with pytest.raises(UsageError, match="vocabulary size must be between 257 and 32768, got 5"):
        prepare(config, tmp_path / "cache", [5])
    assert not (tmp_path / "cache").exists()


def test_a_disk_that_is_too_small_is_refused_before_anything_is_written(config, tmp_path, monkeypatch):
    usage = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(cache_module.shutil, "disk_usage", lambda _: usage)
    with pytest.raises(UsageError, match=r"needs about \d+ MB in .*cache, 0 MB are free") as error:
        prepare(config, tmp_path / "cache", [300])
    assert "--cache" in error.value.hint
    assert not (tmp_path / "cache").exists()


def test_a_disk_that_fills_up_leaves_nothing_behind(tmp_path):
    def fill(folder):
        with building(folder) as partial:
            (partial / "half").write_text("half")
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(AutonasError, match="the disk is full: could not write") as error:
        fill(tmp_path / "new")
    assert "free some space" in error.value.hint
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_cannot_be_written_is_refused(config, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match=r"cannot write .*: Not a directory") as error:
        prepare(config, tmp_path / "file" / "cache", [])
    assert "--cache" in error.value.hint


def test_source_files_that_cannot_be_used_are_counted_and_end_nothing(folder, corpus, tmp_path, monkeypatch):
    copy = Path(shutil.copytree(folder, tmp_path / "code"))
    (copy / "json" / "binary.py").write_bytes(bytes(range(256)) * 9)
    (copy / "json" / "null.py").write_text("x = 1\n" * 50 + "\0")
    (copy / "json" / "dangling.py").symlink_to("nowhere")
    (copy / "json" / "loop.py").symlink_to("loop.py")
    os.mkfifo(copy / "json" / "pipe.py")
    (copy / "json" / "gone.py").write_text("x = 1\n" * 50)
    find = corpus_module.find_sources

    def listed_and_gone(config):
        found = find(config)
        (copy / "json" / "gone.py").unlink()
        return found

    monkeypatch.setattr(corpus_module, "find_sources", listed_and_gone)
    manifest = prepare(CorpusConfig(source=str(copy), held_out_share=0.15), tmp_path / "cache", []).manifest
    assert manifest.fingerprint == corpus.fingerprint, "what can be used is the same"
    before = {reason: removed.files for reason, removed in corpus.manifest.refused.items()}
    more = {
        "not in UTF-8": 1,
        "not valid syntax of this Python": 1,
        "cannot be read: No such file or directory": 2,
        "cannot be read: Too many levels of symbolic links": 1,
        "cannot be read: not a regular file": 1,
    }
    after = {reason: removed.files for reason, removed in manifest.refused.items()}
    assert after == {reason: before.get(reason, 0) + more.get(reason, 0) for reason in {**before, **more}}


def test_damaged_tokens_are_noticed(corpus, tmp_path):
    copy = Corpus(Path(shutil.copytree(corpus.folder, tmp_path / "copy")))
    path = copy.folder / "vocabulary-300" / "train.bin"
    path.write_bytes(path.read_bytes()[:-2])
    with pytest.raises(AutonasError, match=r"train\.bin is damaged"):
        copy.tokens("train", 300)


def test_an_unguarded_script_gets_an_error_and_no_deadlock(folder, tmp_path):
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.replace('if __name__ == "__main__":', "if True:"))
    process = subprocess.run(
        [sys.executable, str(script), str(folder), str(tmp_path / "cache")],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert process.returncode == 1
    assert "AutonasError: a worker process ended unexpectedly" in process.stderr
    assert 'put the call under `if __name__ == "__main__":`' in process.stderr or "UsageError" in process.stderr


def test_the_example_of_the_docs_runs(folder, tmp_path):
    (example,) = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "data.md").read_text(), re.S)
    (tmp_path / "example.py").write_text(example)
    (tmp_path / "src").symlink_to(folder)
    done = subprocess.run(
        [sys.executable, "example.py"], cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    assert '"held_out": {' in done.stdout
    assert done.stdout.count("[") >= 2
