"""Bodies that branch: chains of tests, and the opposite of a test."""

from __future__ import annotations

__all__ = ["ladder", "opposite"]


def ladder(tests: list[tuple[str, str]], rest: str) -> list[str]:
    """Bodies that return the value of the first test that holds: plain, and with elif."""
    plain = "".join(f"if {test}:\n    return {value}\n" for test, value in tests) + f"return {rest}"
    chain = plain.replace("\nif", "\nelif").removesuffix(f"return {rest}") + f"else:\n    return {rest}"
    return [plain, plain, chain]


def opposite(test: str) -> str:
    """The code for the opposite of a test."""
    if test.startswith("not "):
        return test[4:]
    if " and " not in test and " or " not in test:
        for sign, other in ((" == ", " != "), (" != ", " == "), (" >= ", " < "), (" <= ", " > "), (" > ", " <= ")):
            if test.count(sign) == 1:
                return test.replace(sign, other)
    return f"not {test}" if test.isidentifier() else f"not ({test})"
