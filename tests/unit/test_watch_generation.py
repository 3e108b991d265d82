"""What `autonas generate` shows, with a model of the tests' own."""

from __future__ import annotations

import functools
import io

import pytest

from autonas.completion import Completion, Piece
from autonas.errors import UsageError
from autonas.watch_generation import converse, given_prompt, write_continuations


class Parrot:
    """Writes what it is told, each continuation a letter a token, side by side."""

    def __init__(self, *texts: str) -> None:
        self.texts, self.asked = texts, []

    def stream(self, wanted: Completion):
        self.asked.append(wanted)
        for position in range(max(map(len, self.texts))):
            yield [
                Piece(row, text[position], "stop" if position + 1 == len(text) else None)
                for row, text in enumerate(self.texts)
                if position < len(text)
            ]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_first_continuation_is_shown_letter_by_letter(capsys):
    seen = []

    class Watched(Parrot):
        def stream(self, wanted):
            for pieces in super().stream(wanted):
                seen.append(capsys.readouterr().out)
                yield pieces

    write_continuations(Watched("abc"), Completion(prompt="x = "))
    assert seen == ["x = ", "a", "b"]
    assert capsys.readouterr().out == "c\n"


@pytest.mark.parametrize("texts", [("abc", "d", "efgh"), ("a", "bcd", "ef"), ("abcd", "e", "f")])
def test_several_come_one_after_the_other(capsys, texts):
    write_continuations(Parrot(*texts), Completion(prompt="x = ", n=3))
    shown = capsys.readouterr()
    bar = "-" * 40
    assert shown.out == "".join(f"# {row + 1} of 3 {bar}\nx = {text}\n" for row, text in enumerate(texts))
    assert shown.err.startswith(f"{sum(map(len, texts))} tokens in 0.0")


def test_a_terminal_is_not_given_orders(capsys, monkeypatch):
    write_continuations(Parrot("a\x1b[2J\x9b\n\tb\r"), Completion(prompt="x"))
    assert capsys.readouterr().out == "xa\x1b[2J\x9b\n\tb\r\n"  # piped: as it is
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    write_continuations(Parrot("a\x1b[2J\x9b\n\tb\r"), Completion(prompt="x"))
    assert capsys.readouterr().out == "xa\ufffd[2J\ufffd\n\tb\ufffd\n"


def test_prompts_end_with_an_empty_line_or_the_end(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", Terminal("def f():\n    '''One.'''\n\n\n \nx = 1\ny"))
    model = Parrot("a")
    converse(model, functools.partial(Completion, temperature=0.5))
    assert [wanted.prompt for wanted in model.asked] == ["def f():\n    '''One.'''\n", "x = 1\ny"]
    assert {wanted.temperature for wanted in model.asked} == {0.5}
    shown = capsys.readouterr()
    assert shown.out == "def f():\n    '''One.'''\na\nx = 1\nya\n"
    assert "an empty line ends a prompt, Ctrl-D or Ctrl-C ends this" in shown.err.splitlines()[0]


def test_ctrl_c_ends_a_conversation(capsys, monkeypatch):
    class Interrupted(Parrot):
        def stream(self, wanted):
            yield from super().stream(wanted)
            raise KeyboardInterrupt

    monkeypatch.setattr("sys.stdin", Terminal("x\n\ny\n\n"))
    converse(Interrupted("a"), Completion)
    assert capsys.readouterr().out == "x\na\n"


def test_where_a_prompt_comes_from(monkeypatch):
    monkeypatch.setattr("sys.stdin", Terminal("typed"))
    assert given_prompt(None, None) is None
    assert given_prompt("x", None) == "x"
    assert given_prompt("-", None) == "typed"
    assert given_prompt(None, io.StringIO("of a file")) == "of a file"
    monkeypatch.setattr("sys.stdin", io.StringIO("piped"))
    assert given_prompt(None, None) == "piped"
    with pytest.raises(UsageError, match="there are two prompts"):
        given_prompt("x", io.StringIO("y"))
