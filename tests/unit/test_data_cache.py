"""Folders of prepared data that are damaged are made again, with one line; what is whole is only read."""

import os

import pytest
from damage import DAMAGES, FLIPS, contents, flip, mounted
from hypothesis import HealthCheck, given, settings

import trainer.data.cache as cache_module
from autonas.errors import AutonasError, UsageError
from trainer.data.cache import building, is_whole, locked


def make(folder):
    """Writes what is cached: the same bytes each time."""
    (folder / "tokens.bin").write_bytes(bytes(range(256)) * 8)
    (folder / "tokenizer.json").write_text('{"merges": []}')
    (folder / "files").mkdir()
    (folder / "files" / "a.py").write_text("x = 1\n" * 50)


def opened(folder):
    """Opens a folder as all that is cached is opened."""
    if not is_whole(folder):
        with locked(folder):
            if not is_whole(folder):
                with building(folder) as partial:
                    make(partial)
    return contents(folder)


@pytest.fixture
def folder(tmp_path):
    opened(tmp_path / "made")
    return tmp_path / "made"


@pytest.mark.parametrize("name", ["tokens.bin", "tokenizer.json", "sums.json"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_is_made_again(folder, caplog, name, damage):
    before = contents(folder)
    assert not caplog.messages
    DAMAGES[damage](folder / name)
    assert opened(folder) == before
    (line,) = caplog.messages
    assert line.startswith((f"{folder / name} is damaged: it ", f"{folder} has no {name}"))
    assert line.endswith(": it is made again")
    assert {path.name for path in folder.parent.iterdir()} == {"made", "made.lock"}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FLIPS)
def test_a_flipped_byte_anywhere_is_made_good(tmp_path, flips):
    folder = tmp_path / "made"
    before = opened(folder)
    which, share, mask = flips
    names = sorted(before)
    path = folder / names[which % len(names)]
    flip(path, int(share * path.stat().st_size), mask)
    os.utime(folder / "sums.json")  # a disk fails silently, but then nobody remembers that the folder was whole
    after = opened(folder)
    del before["sums.json"], after["sums.json"]  # its white space may differ
    assert after == before


def test_a_folder_of_an_earlier_version_is_made_again(folder, caplog):
    before = contents(folder)
    (folder / "sums.json").unlink()
    (folder / "tokens.bin").write_bytes(b"other")
    assert opened(folder) == before
    assert f"{folder} has no sums.json, an earlier version made it: it is made again" in caplog.text


def test_a_whole_folder_is_read_once_and_never_written(folder, monkeypatch):
    assert is_whole(folder)
    times = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    monkeypatch.setattr(cache_module, "damage", lambda _: pytest.fail("read again"))
    monkeypatch.setattr(cache_module, "locked", lambda _: pytest.fail("locked"))
    assert is_whole(folder)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == times


@pytest.mark.parametrize("moment", ["partial", "damaged", "both"])
def test_what_a_kill_between_two_renames_left_is_made_good(folder, moment):
    before = contents(folder)
    if moment in ("damaged", "both"):  # the damaged folder had made room, and nothing had come yet
        folder.rename(folder.with_name("made.damaged"))
    if moment in ("partial", "both"):
        (folder.parent / "made.partial").mkdir()
        (folder.parent / "made.partial" / "half").write_text("half")
        DAMAGES["empty"](folder / "tokens.bin") if folder.exists() else None
    assert opened(folder) == before
    assert {path.name for path in folder.parent.iterdir()} == {"made", "made.lock"}


def test_a_failure_leaves_the_damaged_one_to_be_made_again(folder, monkeypatch):
    before = contents(folder)
    DAMAGES["cut short"](folder / "tokens.bin")
    with monkeypatch.context() as patch:
        patch.setattr(f"{__name__}.make", lambda _: os.open(folder / "nowhere" / "x", os.O_RDONLY))
        with pytest.raises(AutonasError):
            opened(folder)
    assert {path.name for path in folder.parent.iterdir()} == {"made", "made.lock"}
    assert opened(folder) == before


def test_a_disk_that_is_really_full_is_one_clear_line(small_disk, monkeypatch):
    def large(folder):
        cache_module.save_array(folder / "starts.npy", list(range(100_000)))

    monkeypatch.setattr(f"{__name__}.make", large)
    with pytest.raises(AutonasError, match=r"^the disk is full: could not write .*/made$") as error:
        opened(small_disk / "made")
    assert "free some space" in error.value.hint
    assert [path.name for path in small_disk.iterdir()] == ["made.lock"]


def test_a_cache_that_cannot_be_written_is_read(small_disk):
    before = opened(small_disk / "made")
    assert mounted("-o", "remount,ro", small_disk)
    cache_module._whole.clear()  # as in another process
    assert opened(small_disk / "made") == before
    with pytest.raises(UsageError, match=r"^cannot write .*/other\.lock: Read-only file system$") as error:
        opened(small_disk / "other")
    assert "not prepared there, or damaged: choose a folder that can be written with --cache" in error.value.hint
