"""What counts as degenerate: cycles and repeats do, indentation does not; beginnings of Python pass."""

from __future__ import annotations

import keyword
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import evaluators
from evaluators.degeneration import cycle_length, is_python_prefix, is_repetitive, repeated_share, squeeze

SOURCES = [path.read_text() for path in sorted(Path(evaluators.__file__).parent.glob("*.py"))]


@given(text=st.text(alphabet="ab ,\n", max_size=40))
def test_cycle_equals_brute_force(text: str) -> None:
    longest = 0
    for period in range(1, len(text) // 3 + 1):
        for length in range(3 * period, len(text) + 1):
            tail = text[-length:]
            if all(tail[i] == tail[i + period] for i in range(length - period)):
                longest = max(longest, length)
    assert cycle_length(text) == longest


@given(text=st.text(alphabet="abc", max_size=40), n=st.integers(1, 5))
def test_repeated_share_equals_brute_force(text: str, n: int) -> None:
    places = range(len(text) - n + 1)
    again = [place for place in places if text[place : place + n] in [text[i : i + n] for i in range(place)]]
    assert repeated_share(text, n=n) == pytest.approx(len(again) / max(1, len(places)))


@pytest.mark.parametrize(
    "text",
    [
        "return x" + ", 0" * 40,
        "self." * 30,
        "    return self.name\n\n    def name(self):\n" * 5,
        "x = [1, 1, 2, 1, 1, 1, 2, 1, 1, 1, 1, 2, 1, 1, 2, 1, 1, 1, 2, 1, 1, 1, 1, 2, 1, 1, 1]",
        "pass\n" + " " * 150,
        "    if value is None:\n        return None\n    value = value.name\n" * 3,
    ],
)
def test_repetition_is_found(text: str) -> None:
    assert is_repetitive(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "pass\n",
        "    for a in x:\n        for b in y:\n            for c in z:\n                yield a, b, c\n\n\n",
        "    assert f(1) == 2\n    assert f(2) == 3\n    assert g(5) == 7\n",
        "    if kind == 'a':\n        return first(x)\n    elif kind == 'b':\n        return second(y, 3)\n",
    ],
)
def test_ordinary_code_is_not_repetition(text: str) -> None:
    assert not is_repetitive(text)


@given(text=st.text(alphabet=st.sampled_from("abx(=1"), min_size=10, max_size=60), data=st.data())
def test_indentation_changes_nothing(text: str, data: st.DataObject) -> None:
    spaced = "".join(c + ("\n" + " " * data.draw(st.integers(0, 9)) if c == "x" else "") for c in text)
    assert squeeze(spaced) == squeeze(text.replace("x", "x "))


@given(source=st.sampled_from(SOURCES), data=st.data())
def test_every_beginning_of_python_passes(source: str, data: st.DataObject) -> None:
    assert is_python_prefix(source[: data.draw(st.integers(0, len(source)))])


def test_unfinished_tokens_pass() -> None:
    source = "def f(self, *args, **more) -> int:\n    x = y != 1e-5 == 'a' if (z := 0x1f) else ...\n"
    for end in range(len(source)):
        assert is_python_prefix(source[:end]), source[:end]


@pytest.mark.parametrize(
    "text",
    [
        "x = = 1\n", "def f(x):\nreturn 1\n", "x = 1\n    y = 2\n", "foo bar baz", "f(a))", "x = (1]\n",
        "else:\n", "print 'x'\ny", "class :\n", "def f(:\n", "x = 'abc\ny = 2\n", "a = 08\nb",
        "\0", "import .a.b\n",
    ],
)  # fmt: skip
def test_what_cannot_become_python_fails(text: str) -> None:
    assert not is_python_prefix(text)
    assert not is_python_prefix(text + "\nmore = 1\n")


@given(words=st.lists(st.sampled_from([*keyword.kwlist, "a", "(", ":", "\n"]), max_size=12), data=st.data())
def test_what_has_failed_fails_for_ever(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    if "\n" in text and not is_python_prefix(text[: text.rindex("\n") + 1]):
        assert not is_python_prefix(text + data.draw(st.text(alphabet="ab():\n ", max_size=9)))


def test_text_too_deep_for_the_parser_fails() -> None:
    assert not is_python_prefix("(" * 5000)


def test_invalid_escapes_do_not_warn() -> None:
    assert is_python_prefix("x = '\\d'\n")
