"""A corpus of pinned packages, through pip and worker processes."""

import json
import shutil
import sysconfig
from pathlib import Path

import pytest
from click.testing import CliRunner
from wheels import as_list, make_wheel, pip_environment

import trainer.data.corpus as corpus_module
from autonas.cli import cli
from autonas.errors import AutonasError
from trainer.data import CorpusConfig, prepare

NAMES = ["concurrent", "html", "http", "importlib", "json", "logging", "unittest", "urllib", "xml"]
CONFIG = CorpusConfig(source="packages", held_out_share=0.15)


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    """Wheels of packages of the standard library, and the list of them."""
    folder = tmp_path_factory.mktemp("index")
    library = Path(sysconfig.get_path("stdlib"))
    pins = []
    for name in NAMES:
        paths = sorted(p for p in (library / name).rglob("*.py") if "test" not in str(p.relative_to(library / name)))
        files = {f"{name}/{p.relative_to(library / name).as_posix()}": p.read_text(encoding="utf-8") for p in paths}
        pins.append(make_wheel(folder, f"our-{name}".replace("-", "_"), files=files))
    (folder / "list.txt").write_text(as_list(pins))
    return folder


@pytest.fixture(autouse=True)
def only_this_index(index, monkeypatch):
    monkeypatch.setattr(corpus_module, "PACKAGE_LIST", index / "list.txt")
    for name, value in pip_environment(index).items():
        monkeypatch.setenv(name, value)


def test_the_same_list_gives_the_same_corpus_and_needs_its_files_once(index, tmp_path, monkeypatch):
    corpora, stages = [], set()
    for cache in (tmp_path / "one", tmp_path / "two"):  # two machines
        corpora.append(prepare(CONFIG, cache, [300], progress=lambda *step: stages.add(step[0])))
    first, second = corpora
    assert {"download", "unpack", "read"} <= stages
    assert first.folder.name == second.folder.name
    assert first.fingerprint == second.fingerprint
    for name in ("train.bin", "held_out.bin", "tokenizer.json"):
        path = Path("vocabulary-300") / name
        assert (first.folder / path).read_bytes() == (second.folder / path).read_bytes()
    manifest = first.manifest
    assert {(s.name, s.version, s.licence) for s in manifest.sources} == {(f"our_{n}", "1.0", "MIT") for n in NAMES}
    assert not set(manifest.train.sources) & set(manifest.held_out.sources)
    assert len(manifest.held_out.sources) >= 2

    shutil.rmtree(tmp_path / "one" / "packages")
    monkeypatch.setenv("PIP_FIND_LINKS", "")  # offline
    assert prepare(CONFIG, tmp_path / "one", [300]).folder == first.folder
    pins = (index / "list.txt").read_text()
    (tmp_path / "shorter.txt").write_text(pins.partition("\n")[2])
    monkeypatch.setattr(corpus_module, "PACKAGE_LIST", tmp_path / "shorter.txt")
    with pytest.raises(AutonasError, match="pip reaches no package index"):  # another list, another corpus
        prepare(CONFIG, tmp_path / "one", [300])


def test_the_command_line_takes_the_source(tmp_path):
    arguments = ["data", "--study", "smoke", "--source", "packages", "--cache", str(tmp_path), "--json"]
    result = CliRunner().invoke(cli, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    manifest = json.loads(result.stdout)
    assert manifest["config"]["source"] == "packages"
    assert {s["name"] for s in manifest["sources"]} == {f"our_{n}" for n in NAMES}
