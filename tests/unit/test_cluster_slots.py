"""What a cluster needs and Ray is not needed for: slots, carried folders, refusals. See tests/e2e/test_cluster*.py."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autonas import parcel
from autonas.cluster import Node, Share, n_slots, share_of
from autonas.errors import UsageError
from autonas.host import Host, digest_of_code
from autonas.limits import NO_LIMITS
from autonas.parcel import pack, unpack
from autonas.worker import Job

TOY = str(Path(__file__).parents[1] / "toy.py")


def node(cpus: int, gpus: int = 0) -> Node:
    return Node(id=f"{cpus}-{gpus}", address="10.0.0.1", cpus=cpus, gpus=gpus)


@pytest.mark.parametrize(
    ("nodes", "device", "workers", "share", "slots"),
    [
        ([node(8), node(8)], "cpu", 1, Share(cpus=8, gpus=0, threads=8), 2),
        ([node(8), node(8)], "cpu", 3, Share(cpus=2, gpus=0, threads=2), 8),
        ([node(0), node(8), node(17)], "cpu", 1, Share(cpus=8, gpus=0, threads=8), 3),
        ([node(4), node(16, 2)], "cuda", 1, Share(cpus=1, gpus=1, threads=8), 2),
        ([node(16, 2), node(64, 8)], "cuda", 3, Share(cpus=1, gpus=0.3333, threads=2), 30),
        ([node(2, 8)], "cuda", 1, Share(cpus=1, gpus=1, threads=1), 2),
    ],
)
def test_every_candidate_asks_for_the_same(nodes, device, workers, share, slots):
    assert share_of(nodes, device, workers) == share
    assert n_slots(nodes, share) == slots


@given(
    st.lists(st.tuples(st.integers(1, 64), st.integers(0, 8)), min_size=1, max_size=5),
    st.integers(1, 9),
    st.sampled_from(["cpu", "cuda"]),
)
def test_no_node_is_given_more_than_it_has(sizes, workers, device):
    nodes = [node(*size) for size in sizes]
    try:
        share = share_of(nodes, device, workers)
    except UsageError:
        return
    for one in nodes:
        count = n_slots([one], share)
        assert count * share.cpus <= one.cpus
        assert count * share.gpus <= one.gpus or device == "cpu"
    assert n_slots(nodes, share) > 0


def test_what_the_cluster_has_not_is_said():
    with pytest.raises(UsageError, match=r"the cluster has no GPU: 10\.0\.0\.1 with 4 CPUs and 0 GPUs"):
        share_of([node(4)], "cuda", 1)
    with pytest.raises(UsageError, match="the cluster has no CPUs to give"):
        share_of([node(0)], "cpu", 1)
    with pytest.raises(UsageError, match="5 workers a node need as many CPUs, and the smallest node has 4") as caught:
        share_of([node(4), node(8)], "cpu", 5)
    assert caught.value.hint.startswith("use --workers 4")
    with pytest.raises(UsageError, match="--workers must be at least 1, got 0"):
        share_of([node(4)], "cpu", 0)


def test_a_folder_is_carried_whole_once_and_not_half(tmp_path, monkeypatch):
    monkeypatch.setattr(parcel, "_CHUNK", 1 << 18)
    source = tmp_path / "source"
    (source / "vocabulary-512").mkdir(parents=True)
    (source / "train.txt").write_bytes(bytes(range(256)) * 2_500)  # more than one chunk
    (source / "vocabulary-512" / "train.bin").write_bytes(b"tokens")
    (source / "vocabulary-512.lock").touch()
    (source / "vocabulary-1024.partial").mkdir()
    chunks = []
    pack(source, lambda chunk: chunks.append(bytes(chunk)))
    assert [len(chunk) // (1 << 18) for chunk in chunks] == [1, 1, 0]

    target = tmp_path / "cache" / "corpus" / "key"
    with pytest.raises(Exception, match="unexpected end of data"):
        unpack(chunks[:1], target)
    assert not target.exists()
    (tmp_path / "cache" / "corpus" / "key.partial").mkdir()  # of a process that was killed
    (tmp_path / "cache" / "corpus" / "key.partial" / "rest").touch()
    unpack(iter(chunks), target)
    files = sorted(path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file())
    assert files == ["train.txt", "vocabulary-512/train.bin"]
    assert (target / "train.txt").read_bytes() == (source / "train.txt").read_bytes()
    assert not list(target.parent.glob("*.partial"))
    unpack(iter([]), target)  # it is there


def test_code_is_known_by_its_content():
    assert digest_of_code() == digest_of_code()
    assert len(digest_of_code()) == 64


def test_what_a_killed_host_has_left_is_removed_by_the_next(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left = tmp_path / "autonas-host-killed"
    left.mkdir()
    for name in ("lock", "worker.log"):
        (left / name).touch()
    job = Job(
        reference=TOY,
        device="cpu",
        overrides=(),
        seed=0,
        cache=str(tmp_path),
        folder="",
        working_directory=str(tmp_path),
    )
    first, second = (Host(job, NO_LIMITS, "", False) for _ in range(2))
    assert not left.exists()
    assert len(list(tmp_path.glob("autonas-host-*"))) == 2, "those that live are left alone"
    first.leave()
    second.leave()
    assert list(tmp_path.iterdir()) == []
