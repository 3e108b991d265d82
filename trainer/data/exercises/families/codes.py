"""Words looked up in a table, and codes whose last digit checks the others."""

from __future__ import annotations

from trainer.data.exercises.branches import ladder
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]

_CODES = (
    ("colour color light", "red:stop yellow:wait green:go"), ("animal name", "dog:woof cat:meow cow:moo"),
    ("grade letter", "A:4 B:3 C:2"), ("answer reply", "y:yes n:no"), ("direction way", "north:south south:north east:west west:east"),  # noqa: E501
    ("direction d", "left:right right:left up:down down:up"), ("size s", "s:small m:medium l:large"),
    ("word number", "one:1 two:2 three:3"), ("code country", "fr:France de:Germany it:Italy"), ("day", "sat:rest sun:rest"),  # noqa: E501
    ("status code", "ok:done err:failed"), ("roman symbol", "I:1 V:5 X:10"), ("suit card", "jack:11 queen:12 king:13"),
    ("medal", "gold:3 silver:2 bronze:1"), ("level", "easy:1 medium:2 hard:3"), ("op sign", "add:+ sub:- mul:*"),
)  # fmt: skip


def _codes(d: Draw) -> Sketch:
    """A label for a word, and another for all the rest."""
    names, row = d.one(*_CODES)
    n, pairs = d.name(names), [pair.split(":") for pair in row.split()]
    number = pairs[0][1].isdigit()
    table = d.name("table labels actions mapping values")
    rest = d.one("0", "-1", "None") if number else d.one("'unknown'", "'?'", "''", "None", "'none'")
    any_case, q = d.chance(0.35), "" if number else "'"
    key = f"{n}.lower()" if any_case and pairs[0][0].islower() else f"{n}.upper()" if any_case else n
    entries = ", ".join(f"'{a}': {q}{b}{q}" for a, b in pairs)
    tests = [(f"{key} == '{a}'", f"{q}{b}{q}") for a, b in pairs]
    said = ", ".join(f"{q}{b}{q} for '{a}'" for a, b in pairs)
    case = d.one(" Upper and lower case do not matter.", " Case does not matter.", " Ignore case.") if any_case else ""
    bodies = [f"{table} = {{{entries}}}\nreturn {table}.get({key}{'' if rest == 'None' else ', ' + rest})"] * 2
    if len(pairs) < 4 and not any_case:
        bodies += ladder(tests, rest)
    arrows = ", ".join(f"'{a}' -> {q}{b}{q}" for a, b in pairs)
    means = ", ".join(f"'{a}' means {q}{b}{q}" for a, b in pairs)
    chosen = ", ".join(f"{q}{b}{q} if it is '{a}'" for a, b in pairs)
    an = f"{'an' if n[0] in 'ao' or n == 's' else 'a'} {n}"
    empty = "an empty string" if rest == "''" and d.chance(0.5) else rest
    return Sketch(
        names=[f"{n}_value", f"look_up_{n}", f"translate_{n}", f"{n}_to_{'number' if number else 'text'}", f"from_{n}", f"lookup_{n}", f"map_{n}", f"decode_{n}", f"get_{n}_value"],  # noqa: E501
        params=[Param(n, "word")],
        bodies=bodies,
        returns=("int" if number else "str") + (" | None" if rest == "None" else ""),
        do=[
            f"Return {said}, and {empty} for any other {n}.{case}".removesuffix("."),
            f"Look up {n} in the table {arrows}; {empty} if it is not there.{case}".removesuffix("."),
        ],
        sentences=[f"What belongs to {an}: {said}; anything else gives {empty}.{case}",
                   f"Translate {n}: {said}.{case} Any other {n} gives {empty}.",
                   f"Given {an}, return {said}. If it is none of these, return {empty}.{case}",
                   f"Depending on {n}, return {chosen}, otherwise {empty}.{case}",
                   f"Which {'number' if number else 'text'} goes with {n}? {means}. All the rest gets {empty}.{case}",
                   f"Map {an} to {'a number' if number else 'a string'} ({arrows}). By default, return {empty}.{case}",
                   f"{means}. Tell what {n} means, or return {empty} if it is none of these.{case}",
                   f"{arrows}, everything else -> {empty}.{case}"],
        inputs=[repr(a) for a, _ in pairs] + [repr("none" if number else "x"), repr(pairs[0][0].swapcase()), "''"],
    )  # fmt: skip


def _check_digit(d: Draw) -> Sketch:
    """The digits of a code, the last or first of which may depend on the others."""
    code, digit = d.name("code number text digits s card"), d.name("digit c d char")
    total = d.name("total check result")
    k = d.one(10, 10, 10, 9, 7, 5)
    last = d.chance(0.75)
    others, place = (f"{code}[:-1]", f"int({code}[-1])") if last else (f"{code}[1:]", f"int({code}[0])")
    which = "last" if last else "first"
    weighted = d.chance(0.3)
    if weighted:
        i, w = d.name("i k"), d.one(1, 1, 2)
        value, loop = f"({i} + {w}) * int({digit})", f"for {i}, {digit} in enumerate({others})"
        if w == 1:
            value, loop = f"{i} * int({digit})", f"for {i}, {digit} in enumerate({others}, 1)"
        said = f"the sum of the other digits, each times its place (from {w} on)"
        rule = f"multiply the @ by {w}, {w + 1}, {w + 2} and so on from left to right and add up the products"
    else:
        value, loop = f"int({digit})", f"for {digit} in {others}"
        said, rule = "the sum of the other digits", "add up the @"
    modulo = f", modulo {k}" if weighted else f" modulo {k}"
    summed = f"{total} = sum({value} {loop})\n"
    slow = f"{total} = 0\n{loop}:\n    {total} += {value}\n"
    draw = lambda e: ("".join(str(e.number(0, 3)) for _ in range(e.number(2, 5))),)  # noqa: E731
    inputs = ["'1236'", "'99'", "'505'", "'1234'", "'00'", "'7310'"]
    if d.chance(0.35):
        whole, all_loop = value, loop.replace(others, code)
        of, steps = said.replace("other digits", "digits"), rule.replace("@", "digits")
        return Sketch(
            names=[
                "check_digit",
                "compute_check_digit",
                "checksum",
                "digit_sum_mod",
                f"checksum_mod_{k}",
                "control_digit",
                "code_checksum",
                "get_checksum",
                "digits_checksum",
            ],
            params=[Param(code, "word")],
            bodies=[f"return sum({whole} {all_loop}) % {k}", f"{slow.replace(loop, all_loop)}return {total} % {k}"],
            what=[f"the checksum of the string {code}: {of}{modulo}"],
            do=[
                f"Take the digits of the string {code}, {steps} and reduce the total modulo {k}",
                f"For the string {code}, compute {of}, and take it modulo {k}",
            ],
            sentences=[
                f"The check digit for a string of digits is {of}, modulo {k}.",
                f"Given a string of digits, {steps}; the result is the remainder of this divided by {k}.",
                f"Work out the check digit of {code}: {steps}, then take the sum modulo {k}.",
                f"What is the checksum of {code}, a string of digits? To get it, {steps}, and take that % {k}.",
                f"{steps[0].upper()}{steps[1:]}. Return what is left over when the sum is divided by {k}.",
                f"{of[0].upper()}{of[1:]}, reduced modulo {k}, for a string of digits.",
            ],
            inputs=inputs,
            draw=draw,
        )
    others_rule = rule.replace("@", f"digits {'before' if last else 'after'} the {which}")
    return Sketch(
        names=[
            "check_digit_ok",
            "is_valid_code",
            "valid_code",
            "check_code",
            f"{which}_digit_fits",
            "has_valid_checksum",
            "check_digit_matches",
            "verify_code",
            "is_code_valid",
        ],
        params=[Param(code, "word")],
        bodies=[f"{summed}return {total} % {k} == {place}"] * 2 + [f"{slow}return {total} % {k} == {place}"],
        returns="bool",
        whether=[
            f"the {which} digit of the string {code} is {said}{modulo}",
            f"{said}, modulo {k}, equals the {which} digit of the string {code}",
            f"the string of digits {code} {'ends' if last else 'starts'} with the check digit, {said}{modulo}",
        ],
        do=[f"Compare the {which} digit of the string {code} with {said}, modulo {k}: True if they are equal"],
        sentences=[
            f"The {which} digit of a code must be equal to {said}{modulo}. Check this for a string of digits.",
            f"Check a code, a string of digits: its {which} digit must be {said}, modulo {k}.",
            f"Does the {which} digit of {code}, a string of digits, equal {said}, modulo {k}?",
            f"Is the check digit of {code} right? It comes {which}. To verify it, {others_rule}, then take this % {k}.",
            f"A string of digits is a valid code if its {which} digit is {said}, reduced modulo {k}.",
            f"Given a string of digits, {others_rule}. True if this modulo {k} is the {which} digit.",
        ],
        inputs=inputs,
        draw=draw,
    )


FAMILIES = (Family("codes", ((_codes, 4), (_check_digit, 3))),)
