"""What can be made of many elements: how it is said, and bodies in several styles.

Each takes an element's expression (`value`) and a condition (`test`, may be empty) as code.
"""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sources import Source

__all__ = ["averaged", "collected", "counted", "every", "first", "multiplied", "some", "summed", "truth", "utmost"]


def _if(test: str) -> str:
    return f" if {test}" if test else ""


def _loop(source: Source, test: str, inner: str) -> str:
    head = f"for {source.element} in {source.code}:\n"
    if not test:
        return head + f"    {inner}\n"
    return head + f"    if {test}:\n        {inner}\n"


def _each(source: Source, value: str, test: str) -> str:
    if value == source.element and not test:
        return source.code
    return f"{value} for {source.element} in {source.code}{_if(test)}"


def collected(d: Draw, source: Source, value: str, test: str = "") -> list[str]:
    """Bodies that return a list."""
    out = d.name("result result result out output res new_list picked found answer")
    loop = f"{out} = []\n" + _loop(source, test, f"{out}.append({value})") + f"return {out}"
    x, xs = source.element, source.code
    comprehension = f"return [{value} for {x} in {xs}{_if(test)}]"
    bodies = [comprehension, comprehension, loop, f"{out} = [{value} for {x} in {xs}{_if(test)}]\nreturn {out}"]
    if value == x and test:
        bodies.append(f"return list(filter(lambda {x}: {test}, {xs}))")
    if not test:
        bodies.append(f"return list(map(lambda {x}: {value}, {xs}))")
    return bodies


def summed(d: Draw, source: Source, value: str, test: str = "") -> list[str]:
    """Bodies that return a sum."""
    total = d.name("total total total result s sum_ acc res total_sum answer")
    loop = f"{total} = 0\n" + _loop(source, test, f"{total} += {value}") + f"return {total}"
    each = _each(source, value, test)
    bodies = [f"return sum({each})", loop, loop]
    if each != source.code:
        bodies.append(f"return sum([{each}])")
    return bodies


def counted(d: Draw, source: Source, test: str) -> list[str]:
    """Bodies that return how many elements fulfil the condition."""
    count = d.name("count count count total result n cnt counter num c")
    x, xs = source.element, source.code
    loop = f"{count} = 0\n" + _loop(source, test, f"{count} += 1") + f"return {count}"
    return [
        f"return sum(1 for {x} in {xs} if {test})",
        loop,
        loop,
        f"return len([{x} for {x} in {xs} if {test}])",
    ]


def multiplied(d: Draw, source: Source, value: str, test: str = "") -> list[str]:
    """Bodies that return a product."""
    product = d.name("product product result result total p res prod")
    long = f"{product} = {product} * {value}" if value == source.element else f"{product} *= {value}"
    operation = d.one(f"{product} *= {value}", f"{product} *= {value}", long)
    return [f"{product} = 1\n" + _loop(source, test, operation) + f"return {product}"]


def every(source: Source, test: str, opposite: str = "") -> list[str]:
    """Bodies that tell whether all elements fulfil the condition."""
    x, xs = source.element, source.code
    against = opposite or (f"not ({test})" if " and " in test or " or " in test else f"not {test}")
    loop = f"for {x} in {xs}:\n    if {against}:\n        return False\nreturn True"
    return [f"return all({test} for {x} in {xs})", loop, loop]


def some(source: Source, test: str) -> list[str]:
    """Bodies that tell whether at least one element fulfils the condition."""
    x, xs = source.element, source.code
    loop = f"for {x} in {xs}:\n    if {test}:\n        return True\nreturn False"
    return [f"return any({test} for {x} in {xs})", loop, loop]


def first(source: Source, value: str, test: str, default: str = "None") -> list[str]:
    """Bodies that return the first element with the property, or a default."""
    x, xs = source.element, source.code
    loop = f"for {x} in {xs}:\n    if {test}:\n        return {value}\nreturn {default}"
    return [f"return next(({value} for {x} in {xs} if {test}), {default})", loop, loop, loop]


def utmost(d: Draw, source: Source, value: str, test: str, *, largest: bool, default: str) -> list[str]:
    """Bodies that return the largest or smallest element, or a default where there is none."""
    best = d.name("best best result largest top m current" if largest else "best result smallest lowest low m current")
    sign, builtin = (">", "max") if largest else ("<", "min")
    each = _each(source, value, test)
    generator = f"({each})" if each != source.code else each
    picked = d.name("picked chosen candidates found values_")
    if value == source.element and not test:
        indexable = source.of in ("int", "word")
        if not indexable:
            return [
                f"return max({source.code}, default={default})"
                if largest
                else f"return min({source.code}, default={default})"
            ]
        x, xs = source.element, source.code
        walk = f"{best} = {xs}[0]\nfor {x} in {xs}:\n    if {x} {sign} {best}:\n        {best} = {x}\nreturn {best}"
        guard = d.one(f"if not {xs}:\n    return {default}\n", f"if len({xs}) == 0:\n    return {default}\n")
        return [
            f"return {builtin}({xs}, default={default})",
            guard + walk,
            guard + f"return {builtin}({xs})",
            guard + walk,
        ]
    test_ = f"{test} and " if test and " or " not in test else f"({test}) and " if test else ""
    loop = (
        f"{best} = None\nfor {source.element} in {source.code}:\n"
        f"    if {test_}({best} is None or {value} {sign} {best}):\n        {best} = {value}\n"
    )
    loop += f"return {best}" if default == "None" else f"return {default} if {best} is None else {best}"
    listed = f"{picked} = [{each}]\n" + d.one(
        f"return {builtin}({picked}) if {picked} else {default}",
        f"if not {picked}:\n    return {default}\nreturn {builtin}({picked})",
    )
    return [f"return {builtin}({generator}, default={default})", listed, loop, listed]


def averaged(d: Draw, source: Source, value: str, test: str, default: str) -> list[str]:
    """Bodies that return the mean, or a default where there is nothing."""
    xs = source.code
    if value == source.element and not test:
        guard = d.one(f"if not {xs}:\n    return {default}\n", f"if len({xs}) == 0:\n    return {default}\n")
        total, x = d.name("total result s"), source.element
        loop = f"{total} = 0\nfor {x} in {xs}:\n    {total} += {x}\nreturn {total} / len({xs})"
        return [
            guard + f"return sum({xs}) / len({xs})",
            guard + loop,
            f"return sum({xs}) / len({xs}) if {xs} else {default}",
        ]
    picked = d.name("picked chosen found values_ kept")
    listed = f"{picked} = [{_each(source, value, test)}]\n"
    return [
        listed + f"if not {picked}:\n    return {default}\nreturn sum({picked}) / len({picked})",
        listed + f"return sum({picked}) / len({picked}) if {picked} else {default}",
    ]


def truth(d: Draw, test: str) -> list[str]:
    """Bodies that return whether a condition holds."""
    verbose = f"if {test}:\n    return True\n" + d.one("return False", "else:\n    return False", "return False")
    return [f"return {test}", f"return {test}", f"return {test}", verbose]
