"""Which files become documents."""

import pytest

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


def test_warnings_of_other_peoples_code_are_kept_quiet(tmp_path):
    assert isinstance(read(tmp_path, GOOD + "pattern = '\\d'\nassert (1, 'always')\n"), Document)
