"""What counts as degenerate text: repetition, and text that cannot be the beginning of Python.

All is measured in characters, not tokens, so that vocabularies compare. The thresholds are calibrated on real
source
code: see docs/scores.md.
"""

from __future__ import annotations

import codeop
import re
import warnings

__all__ = ["cycle_length", "is_python_prefix", "is_repetitive", "repeated_share", "squeeze"]

# Fewer than 1 % of real continuations lie beyond any of these (docs/scores.md).
TAIL = 128  # characters of the text that are judged: its end
GRAM = 12  # characters
MAX_REPEATED = 0.34  # share of n-grams that occurred before
MIN_CYCLE = 20  # characters
MIN_VISIBLE = 0.2  # share of the text that is left when white space is squeezed

_PARSE_FLAGS = 0x400 | codeop.PyCF_ALLOW_INCOMPLETE_INPUT | codeop.PyCF_DONT_IMPLY_DEDENT  # 0x400: syntax tree only
_UNFINISHED = re.compile(r"(?:\d[\w.]*[eE][-+]|[\w.]+|[-!:=*])$")  # what may go on as another token: 1e-, !, *


def squeeze(text: str) -> str:
    """Returns the text with single spaces for white space: indentation repeats nothing."""
    return " ".join(text.split())


def cycle_length(text: str) -> int:
    """Returns how many characters at the end go round in three or more turns of a cycle; 0 if none do."""
    longest = 0
    for period in range(1, len(text) // 3 + 1):
        matched = 0
        while matched + period < len(text) and text[-1 - matched] == text[-1 - matched - period]:
            matched += 1
        if matched >= 2 * period:
            longest = max(longest, matched + period)
    return longest


def repeated_share(text: str, *, n: int) -> float:
    """Returns the share of the text's n-grams of characters that occurred in it before."""
    grams = [text[i : i + n] for i in range(len(text) - n + 1)]
    return 1 - len(set(grams)) / len(grams) if grams else 0.0


def is_repetitive(text: str) -> bool:
    """Whether the text's end runs in a cycle, repeats much of itself, or is nearly nothing but white space."""
    said = squeeze(text[-TAIL:])
    if len(said) < MIN_VISIBLE * min(len(text), TAIL):
        return True
    return cycle_length(said) >= MIN_CYCLE or repeated_share(said, n=GRAM) > MAX_REPEATED


def is_python_prefix(text: str) -> bool:
    """Whether the text can be the beginning of a Python file, as the running interpreter's parser sees it.

    A last line that is not finished may end in the middle of a token.
    """
    lines, _, last = text.rpartition("\n")
    if not last.strip():
        return _parses(lines + "\n")
    # A backslash stands for "more to come": the parser then fails for want of input, or has failed before.
    return _parses(text + " \\\n") or _parses(_UNFINISHED.sub("", text) + " \\\n")


def _parses(source: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # such as invalid escape sequences
        try:
            compile(source, "<continuation>", "exec", _PARSE_FLAGS)
        except SyntaxError as error:
            return "incomplete input" in str(error)
        except (ValueError, OverflowError, MemoryError, RecursionError):
            return False
        return True
