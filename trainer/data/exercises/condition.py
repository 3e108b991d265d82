"""A condition on an element: the code that tests it and the words that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param

__all__ = ["Condition", "limited", "table", "with_article", "worded"]

_LIMITS = "limit threshold k bound value cutoff level x n t"
_SINGULAR = {"have": "has", "do": "does", "can": "can", "cannot": "cannot"}
_PLURALS = re.compile(
    r"\b(vowel|consonant|digit|letter|space|blank|capital|palindrome|multiple|mark|character)s\b(?! long)"
)


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on one element.

    Attributes:
        code: Python with `@` for the element; needs parentheses before another `and`.
        name: For function names: "even", "above_10".
        adjective: Before a noun: "even".
        after: After a noun or "is": "greater than 10".
        verb: Instead of "are ...": "start with 'a'"; its first word gets an s for one element.
        noun: Instead of the elements' noun: "vowels"; for one, where that is not plain, after a bar.
        tails: Only after a noun: "starting with 'a'".
        params: What the function must take for it.
    """

    code: str
    name: str
    adjective: str = ""
    after: str = ""
    verb: str = ""
    noun: str = ""
    params: tuple[Param, ...] = ()
    tails: tuple[str, ...] = ()

    def of(self, element: str) -> str:
        """Returns the code for an element."""
        return self.code.replace("@", element)

    @property
    def many(self) -> str:
        """The condition as a plural verb phrase: "are even"."""
        if self.verb:
            return self.verb
        return f"are {self.adjective or self.after or self.noun.partition('|')[0].replace(' and ', ' or ')}"

    @property
    def single(self) -> str:
        """The condition as a singular verb phrase: "is even"."""
        if self.verb:
            verb, _, rest = self.verb.partition(" ")
            if verb == "are":
                return f"is {_singular(rest)}"
            ending = "es" if verb.endswith(("sh", "ch", "s", "x")) else "s"
            rest = rest.replace("their ", "its ").replace(" them", " it")
            return f"{_SINGULAR.get(verb, verb + ending)} {rest}"
        if self.noun:
            nouns, _, one = self.noun.partition("|")
            return f"is {one or _singular(nouns)}"
        return f"is {self.adjective or self.after}"

    def those(self, d: Draw, noun: str, where: str) -> str:
        """Returns a phrase for the elements that fulfil it: "even numbers in the list"."""
        clauses = [f"{noun}{where} {d.one('that', 'that', 'that', 'which')} {self.many}"]
        clauses += [f"{noun}{where} {tail}" for tail in self.tails]
        if self.noun and not ("multiples" in self.noun and where.startswith(" of ")):
            return d.one(*[f"{self.noun.partition('|')[0]}{where}"] * 4, d.one(*clauses))
        options = [clauses[0], d.one(*clauses)] if self.tails else clauses
        if ", ..." in where:
            return d.one(*options)
        if self.adjective:
            options = [f"{self.adjective} {noun}{where}"] * 3 + options
        if self.after:
            options.append(f"{noun}{where} {self.after}")
            options.append(f"{noun} {self.after}{where}" if where.startswith(" in ") else options[-1])
        return d.one(*options)


def with_article(noun: str) -> str:
    """The noun with its indefinite article: "an item"."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _singular(nouns: str) -> str:
    """One of several, with its article: "a vowel", "not a digit", "none of .,!?"."""
    if nouns.startswith("not "):
        return "not " + _singular(nouns[4:])
    if nouns.startswith("anything but "):
        return "anything but " + _singular(nouns[13:])
    if not _PLURALS.search(nouns) or nouns.startswith(("none ", "one of ", "at ", "more ", "exactly ")):
        return nouns
    one = _PLURALS.sub(r"\1", nouns.replace("letters and digits", "letter or digit"))
    return one if nouns.startswith("no ") else with_article(one)


def worded(
    d: Draw,
    code: str,
    name: str,
    *,
    adjectives: Sequence[str] = (),
    afters: Sequence[str] = (),
    verbs: Sequence[str] = (),
    nouns: Sequence[str] = (),
    tails: Sequence[str] = (),
    params: tuple[Param, ...] = (),
    joined: bool = False,
) -> Condition:
    """Draws one of a condition's wordings; with `joined` one that can be joined to another by "and" or "or"."""
    options = [("adjective", text) for text in adjectives] + [("after", text) for text in afters]
    if joined and options:
        plain = [
            (kind, text)
            for kind, text in options
            if not text.startswith(("not ", "no ")) and " and " not in text and " or " not in text
        ]
        options = plain or options[:1]
        tails = ()
    else:
        options += [("verb", text) for text in verbs] + [("noun", text) for text in nouns]
    kind, text = d.one(*options)
    return Condition(code, name, params=params, tails=tuple(tails), **{kind: text})


def limited(d: Draw, low: int, high: int, p: float = 0.35) -> tuple[str, str, tuple[Param, ...]]:
    """A number to compare with, as code and for names: a constant, or a parameter."""
    if d.chance(p):
        name = d.name(_LIMITS)
        return name, "", (Param(name, "small"),)
    number = d.number(low, high)
    return str(number), str(number), ()


def table(d: Draw, *rows: tuple[str, str, dict[str, list[str]]]) -> Condition:
    """Draws one of several conditions, then one of its wordings."""
    code, name, wording = d.one(*rows)
    return worded(d, code, name, **wording)
