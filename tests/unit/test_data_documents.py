"""Which files become documents."""

import errno
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.data.documents import Document, Refused, examine

GOOD = "def double(value):\n    return value + value\n" * 5


def read(tmp_path, raw):
    path = tmp_path / "file.py"
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    (result,) = examine([("source", "file.py", str(path))])
    return result


def test_line_ends_and_byte_order_marks_are_normalised(tmp_path):
    results = [
        read(tmp_path, raw) for raw in (GOOD, "\ufeff" + GOOD, GOOD.replace("\n", "\r\n"), GOOD.replace("\n", "\r"))
    ]
    assert all(isinstance(r, Document) for r in results)
    assert {r.data for r in results} == {GOOD.encode()}
    assert len({r.digest for r in results}) == 1


def test_white_space_does_not_hide_an_exact_duplicate(tmp_path):
    plain, spaced = read(tmp_path, GOOD), read(tmp_path, GOOD.replace("\n", "  \n\n"))
    assert plain.data != spaced.data
    assert plain.exact == spaced.exact
    assert read(tmp_path, GOOD.replace("    ", "  ")).exact != plain.exact  # indentation is part of the text


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("# -*- coding: latin-1 -*-\n" + GOOD, "not in UTF-8"),
        (b"# \xe9\n" + GOOD.encode(), "not in UTF-8"),
        ("# -*- coding: nonsense -*-\n" + GOOD, "not in UTF-8"),
        ("x = 1\n", "shorter than 100 characters"),
        ("", "shorter than 100 characters"),
        (GOOD + "print 'two'\n", "not valid syntax of this Python"),
        (GOOD + "\0", "not valid syntax of this Python"),
        (GOOD + f"x = '{'y' * 1200}'\n", "lines too long: generated or data"),
        (f"x = '{'y' * 200}'\n" * 50, "lines too long: generated or data"),
        ("x = 1\n" * 200_000, "larger than 1000000 bytes"),
    ],
)
def test_refuses_with_a_reason(tmp_path, raw, reason):
    result = read(tmp_path, raw)
    assert isinstance(result, Refused)
    assert result.reason == reason
    assert result.size == len(raw if isinstance(raw, bytes) else raw.encode())


def test_a_declared_utf8_text_is_read(tmp_path):
    text = "# -*- coding: utf-8 -*-\n" + GOOD + "greeting = 'grüß dich 🎉'\n"
    assert read(tmp_path, text).data == text.encode()


def test_a_file_that_is_gone_is_refused(tmp_path):
    (result,) = examine([("source", "gone.py", str(tmp_path / "gone.py"))])
    assert result.reason == "cannot be read: No such file or directory"


@settings(max_examples=60)
@given(
    st.one_of(st.binary(max_size=400), st.text(max_size=300).map(str.encode)), st.sampled_from(["", "# coding: ", GOOD])
)
def test_no_content_ends_the_preparation(tmp_path_factory, garbage, head):
    path = tmp_path_factory.getbasetemp() / "garbage.py"
    path.write_bytes(head.encode() + garbage)
    (result,) = examine([("source", "garbage.py", str(path))])
    assert isinstance(result, Document | Refused)


@pytest.mark.parametrize(
    "text", ["(" * 50_000, "-" * 90_000 + "1", "a." * 40_000 + "a", "if x:\n " * 200, "x = " + "9" * 900]
)
def test_code_that_is_too_much_for_the_parser_is_refused_or_taken(tmp_path, text):
    lines = "\n".join(text[i : i + 90] for i in range(0, len(text), 90))
    assert isinstance(read(tmp_path, f"x = (\n{lines}\n)\n"), Document | Refused)
    assert isinstance(read(tmp_path, text + "\n" + GOOD), Document | Refused)


def test_what_is_no_file_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe.py")
    (tmp_path / "folder.py").mkdir()
    (tmp_path / "dangling.py").symlink_to("nowhere")
    (tmp_path / "loop.py").symlink_to("loop.py")
    (tmp_path / "device.py").symlink_to("/dev/zero")
    with (tmp_path / "huge.py").open("wb") as file:
        file.truncate(10**12)  # takes no room on the disk
    results = {path.name: path for path in tmp_path.iterdir()}
    refused = examine([("source", name, str(path)) for name, path in sorted(results.items())])
    assert {r.name: r.reason for r in refused} == {
        "dangling.py": "cannot be read: No such file or directory",
        "device.py": "cannot be read: not a regular file",
        "folder.py": "cannot be read: a folder that cannot be listed",
        "huge.py": "larger than 1000000 bytes",
        "loop.py": "cannot be read: Too many levels of symbolic links",
        "pipe.py": "cannot be read: not a regular file",
    }
    assert {r.name: r.size for r in refused}["huge.py"] == 10**12


def test_a_file_that_may_not_be_read_is_refused(tmp_path, monkeypatch):
    def denied(path, *_, **__):
        raise PermissionError(errno.EACCES, "Permission denied", path)

    path = tmp_path / "secret.py"
    path.write_text(GOOD)
    monkeypatch.setattr("builtins.open", denied)  # root may read everything
    (result,) = examine([("source", "secret.py", str(path))])
    assert result.reason == "cannot be read: Permission denied"


def test_warnings_of_other_peoples_code_are_kept_quiet(tmp_path):
    assert isinstance(read(tmp_path, GOOD + "pattern = '\\d'\nassert (1, 'always')\n"), Document)
