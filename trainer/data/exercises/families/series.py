"""Lists of numbers that follow a rule, sums of series, and numbers that belong to one."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import COUNTS
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _multiples(d: Draw) -> Sketch:
    """The first of a rule's numbers as a list."""
    n, count = d.name("n n k x base number step value"), d.name("count count length m how_many terms limit")
    i, out = d.name("i i j k"), d.name("result out multiples numbers terms_list")
    k = d.number(2, 9)
    two = [Param(n, "int"), Param(count, "small")]
    one = [Param(count, "small")]
    term, start, said, name, params = d.one(
        (f"{n} * {i}", 1, f"the first {count} positive multiples of {n}", "multiples", two),
        (f"{n} * {i}", 1, f"the first {count} positive multiples of {n}", "multiples_list", two),
        (f"{n} * {i}", 0, f"the first {count} multiples of {n}, starting with 0", "multiples_from_zero", two),
        (f"{n} ** {i}", 0, f"the first {count} powers of {n}, starting with 1", "powers", two),
        (f"{n} ** {i}", 1, f"the powers of {n} with the exponents 1 to {count}", "powers_list", two),
        (f"{n} + {i}", 1, f"the {count} whole numbers that follow {n}", "next_numbers", two),
        (f"{n} - {i}", 0, f"{count} numbers that count down from {n}", "descending", two),
        (f"{n} + {k} * {i}", 0, f"{count} numbers from {n} on, each {k} more than the one before", f"steps_of_{k}", two),  # noqa: E501
        (f"{k} * {i}", 1, f"the first {count} positive multiples of {k}", f"multiples_of_{k}", one),
        (f"{i} * {i}", 1, f"the first {count} square numbers, from 1 on", "squares", one),
        (f"{i} ** 3", 1, f"the first {count} cube numbers, from 1 on", "cubes", one),
        (f"2 * {i}", 1, f"the first {count} positive even numbers", "first_evens", one),
        (f"2 * {i} + 1", 0, f"the first {count} odd numbers, from 1 on", "first_odds", one),
        (f"{k} ** {i}", 0, f"the first {count} powers of {k}, starting with 1", f"powers_of_{k}", one),
        (f"{i} * ({i} + 1) // 2", 1, f"the first {count} triangular numbers (1, 3, 6, 10, ...)", "triangular_numbers", one),  # noqa: E501
    )  # fmt: skip
    span = f"range({count})" if start == 0 else f"range(1, {count} + 1)"
    bodies = [f"return [{term} for {i} in {span}]"] * 2
    bodies.append(f"{out} = []\nfor {i} in {span}:\n    {out}.append({term})\nreturn {out}")
    return Sketch(
        names=[name, f"list_{name}", f"make_{name}", f"first_{name}".replace("first_first", "first")],
        params=params,
        bodies=bodies,
        returns="list[int]",
        what=[f"a list of {said}"],
        do=[f"Make a list of {said}", f"List {said}"],
        sentences=[f"{said[0].upper()}{said[1:]}, as a list."] if said.startswith("the ") else [],
        inputs=["4, 3", "2, 5", "5, 0", "1, 4", "-3, 2"] if len(params) > 1 else ["3", "0", "1", "5"],
    )


def _ranges(d: Draw) -> Sketch:
    """Numbers counted up or down between two bounds."""
    a, b = d.one("start stop", "start end", "first last", "low high", "a b", "n m").split()
    d.taken |= {a, b}
    down, form = d.chance(0.65), d.number(0, 3)
    k = d.one(1, 1, 1, 2, 3, 5, 10)
    end = d.one(0, 0, 1)
    out = d.name("result numbers out")
    both = d.one("both included", "including both", "both ends included")
    n = a
    by = f" in steps of {k}" if k > 1 else ""
    if form < 2:  # one parameter
        if down:
            code, said = f"range({n}, {end - 1}, -{k})", f"counts down from {n} to {end}{by}"
            test, step = f"{n} >= {end}", f"-= {k}"
        else:
            code, said = f"range({end}, {n} + 1{f', {k}' if k > 1 else ''})", f"counts up from {end} to {n}{by}"
            test, step = "", ""
        note = f", {both}" if k == 1 else ""
        bodies = [f"return list({code})"] * 2 + [f"{out} = []\nfor i in {code}:\n    {out}.append(i)\nreturn {out}"]
        if test:
            bodies.append(f"{out} = []\nwhile {test}:\n    {out}.append({n})\n    {n} {step}\nreturn {out}")
        params, inputs = [Param(n, "nat")], ["3", "0", "7", "10"]
    else:
        hi, lo = f"{b} + 1", f"{b} - 1"
        code = f"range({a}, {lo}, -{k})" if down else f"range({a}, {hi}{f', {k}' if k > 1 else ''})"
        said, note = f"counts {'down' if down else 'up'} from {a} to {b}{by}", f", {both}" if k == 1 else ""
        bodies = [f"return list({code})"] * 2 + [f"{out} = []\nfor i in {code}:\n    {out}.append(i)\nreturn {out}"]
        params = [Param(a, "nat"), Param(b, "nat")]
        inputs = ["7, 3", "4, 4", "9, 0"] if down else ["3, 7", "4, 4", "0, 9"]
    text = d.chance(0.15)
    if text:
        sep = d.one(" ", ",", "-", ", ")
        bodies = [f"return '{sep}'.join(str(i) for i in {code})", f"return '{sep}'.join([str(i) for i in {code}])"]
        said = said.replace("counts", "that counts", 1)
        where = {" ": "spaces", ",": "commas", "-": "dashes", ", ": "a comma and a space"}[sep]
        return Sketch(
            names=["countdown_text", "count_as_text", "numbers_text"] if down else ["count_text", "numbers_text", "range_text"],  # noqa: E501
            params=params, bodies=bodies, returns="str",
            what=[f"a string {said}{note}, with {where} between the numbers"], inputs=inputs,
        )  # fmt: skip
    return Sketch(
        names=["countdown", "count_down", "descend", "backwards", f"down_from_{a}"] if down else ["count_up", "numbers_up_to", "ascending", "count_to"],  # noqa: E501
        params=params,
        bodies=bodies,
        returns="list[int]",
        what=[f"a list that {said}{note}"],
        do=[f"Make a list that {said}{note}", f"Count {said.removeprefix('counts ')}{note} and return the numbers as a list"],  # noqa: E501
        inputs=inputs,
    )  # fmt: skip


def _sums(d: Draw) -> Sketch:
    """Sums of series of fractions and of alternating signs."""
    n, k = d.name(COUNTS), d.name("k i j")
    if n == k:
        n = "n"
    m, digits = d.number(2, 5), d.one(2, 3, 4, 4)
    term, start, said, name = d.one(
        ("1 / @", 1, "1 + 1/2 + 1/3 + ... + 1/{n}", "harmonic_sum"), ("1 / @", 1, "the sum of 1/k for k from 1 to {n}", "harmonic"),  # noqa: E501
        ("1 / @ ** 2", 1, "1 + 1/4 + 1/9 + ... + 1/{n}^2", "inverse_squares"), ("1 / 2 ** @", 0, "1 + 1/2 + 1/4 + ... + 1/2^{n}", "halves_sum"),  # noqa: E501
        ("1 / 2 ** @", 1, "1/2 + 1/4 + 1/8 + ... + 1/2^{n}", "sum_of_halves"), (f"1 / {m} ** @", 0, f"1 + 1/{m} + ... + 1/{m}^{{n}}", f"sum_of_{m}ths"),  # noqa: E501
        ("(-1) ** @ / (2 * @ + 1)", 0, "1 - 1/3 + 1/5 - 1/7 + ..., {n} + 1 terms", "leibniz"), ("(-1) ** (@ + 1) / @", 1, "1 - 1/2 + 1/3 - ... with {n} terms", "alternating_harmonic"),  # noqa: E501
        ("1 / (@ * (@ + 1))", 1, "1/(1*2) + 1/(2*3) + ... + 1/({n}*({n}+1))", "telescoping_sum"), ("@ / (@ + 1)", 1, "1/2 + 2/3 + ... + {n}/({n}+1)", "fraction_sum"),  # noqa: E501
        (f"{m} / @", 1, f"{m} + {m}/2 + {m}/3 + ... + {m}/{{n}}", f"harmonic_times_{m}"), ("@ ** 0.5", 1, "the sum of the square roots of 1 to {n}", "root_sum"),  # noqa: E501
        ("(-1) ** (@ + 1) * @", 1, "1 - 2 + 3 - 4 + ... up to {n}", "alternating_sum"), ("(-1) ** (@ + 1) * @ * @", 1, "1 - 4 + 9 - 16 + ..., {n} square numbers", "alternating_squares"),  # noqa: E501
        ("@ * (@ + 1)", 1, "1*2 + 2*3 + ... + {n}*({n}+1)", "sum_of_products"), (f"{m} ** @", 0, f"1 + {m} + {m}^2 + ... + {m}^{{n}}", f"sum_of_powers_of_{m}"),  # noqa: E501
        ("(2 * @ - 1) ** 2", 1, "1 + 9 + 25 + ..., the first {n} odd squares", "odd_squares_sum"), (f"@ * {m}", 1, f"{m} + {2 * m} + {3 * m} + ... + {m}*{{n}}", f"sum_of_{m}_times"),  # noqa: E501
    )  # fmt: skip
    whole = " / " not in term and "0.5" not in term
    code = term.replace("@", k)
    span = f"range(1, {n} + 1)" if start else f"range({n} + 1)"
    total = d.name("total result s")
    rounds = not whole and d.chance(0.75)
    last = f"return round({total}, {digits})" if rounds else f"return {total}"
    comma = f", rounded to {digits} decimals" if rounds else ""
    said = said.format(n=n)
    wrap = f"round(sum({code} for {k} in {span}), {digits})" if rounds else f"sum({code} for {k} in {span})"
    return Sketch(
        names=[name, f"{name}_to_n", f"series_{name}", f"{name}_up_to", f"partial_{name}"],
        params=[Param(n, "small")],
        bodies=[f"return {wrap}"] + [f"{total} = 0\nfor {k} in {span}:\n    {total} += {code}\n{last}"] * 2,
        returns="int" if whole else "float",
        what=[said + comma],
        do=[f"Add up {said.removeprefix('the sum of ')}{comma}"],
        sentences=[
            f"The value of {said}{comma}." if not said.startswith("the") else f"{said[0].upper()}{said[1:]}{comma}."
        ],
        inputs=["1", "2", "3", "4", "10"],
    )


_KNOWN = (
    ("the sums 1 + 2 + ... + k", "1, 3, 6, 10, ...", "@ * (@ + 1) // 2", "triangular", "+= @"), ("the square numbers", "1, 4, 9, 16, ...", "@ * @", "square", ""),  # noqa: E501
    ("the cube numbers", "1, 8, 27, 64, ...", "@ ** 3", "cube", ""), ("the powers of two", "2, 4, 8, 16, ...", "2 ** @", "power_of_two", ""),  # noqa: E501
    ("the products k * (k + 1)", "2, 6, 12, 20, ...", "@ * (@ + 1)", "pronic", ""), ("the powers of three", "3, 9, 27, 81, ...", "3 ** @", "power_of_three", ""),  # noqa: E501
    ("one more than a square", "2, 5, 10, 17, ...", "@ * @ + 1", "square_plus_one", ""), ("the powers of ten", "10, 100, 1000, ...", "10 ** @", "power_of_ten", ""),  # noqa: E501
    ("the numbers 3 * k + 1", "4, 7, 10, 13, ...", "3 * @ + 1", "term", ""), ("twice a square", "2, 8, 18, 32, ...", "2 * @ * @", "double_square", ""),  # noqa: E501
)  # fmt: skip


def _index_of(d: Draw) -> Sketch:
    """The index of a number in a known series, or whether it is in it, or the next one."""
    about, shown, term, name, step = d.one(*_KNOWN, _KNOWN[0], _KNOWN[0])
    x, k, total = d.name("value n number x num"), d.name("k i index"), d.name("total current t")
    code = term.replace("@", k)
    missing = d.one("-1", "-1", "0", "None")
    loop = f"{k} = 1\nwhile {code} < {x}:\n    {k} += 1\n"
    slow = f"{k} = {total} = 1\nwhile {total} < {x}:\n    {k} += 1\n    {total} += {k}\n"
    form = d.one("index", "index", "is", "next", "below")
    series = f"{shown} ({about})"
    if form == "index":
        bodies = [
            f"{loop}return {k} if {code} == {x} else {missing}",
            f"{loop}if {code} == {x}:\n    return {k}\nreturn {missing}",
        ]
        if step:
            bodies.append(f"{slow}return {k} if {total} == {x} else {missing}")
        return Sketch(
            names=[f"{name}_index", f"index_of_{name}", f"which_{name}", f"{name}_number_index"],
            params=[Param(x, "pos")], bodies=bodies, returns="int" + (" | None" if missing == "None" else ""),
            what=[f"the k for which {x} is number k of {series}, counted from 1, and {missing} if there is none"],
            sentences=[f"If {x} is one of {series}, return its place k, counted from 1; otherwise return {missing}."],
            inputs=[str(eval(term.replace("@", str(v)))) for v in (1, 2, 3, 4)] + ["5", "11"],
        )  # fmt: skip
    if form == "is":
        return Sketch(
            names=[f"is_{name}", f"is_{name}_number", f"check_{name}"],
            params=[Param(x, "pos")], bodies=[f"{loop}return {code} == {x}"], returns="bool",
            whether=[f"{x} is one of {series}"], sentences=[f"Is {x} one of {series}?"],
            inputs=[str(eval(term.replace("@", str(v)))) for v in (1, 2, 3, 4)] + ["5", "11"],
        )  # fmt: skip
    if form == "next":
        return Sketch(
            names=[f"next_{name}", f"first_{name}_from", f"smallest_{name}"],
            params=[Param(x, "pos")], bodies=[f"{loop}return {code}"],
            what=[f"the first of {series} that is at least {x}"], inputs=["1", "5", "11", "20"],
        )  # fmt: skip
    out = d.name("result numbers out")
    return Sketch(
        names=[f"{name}s_up_to", f"all_{name}s_below", f"list_{name}s"],
        params=[Param(x, "nat")],
        bodies=[f"{out} = []\n{k} = 1\nwhile {code} <= {x}:\n    {out}.append({code})\n    {k} += 1\nreturn {out}"], returns="list[int]",  # noqa: E501
        what=[f"the list of those of {series} that are not greater than {x}"], inputs=["1", "5", "11", "20"],
    )  # fmt: skip


def _fizz(d: Draw) -> Sketch:
    """Numbers from 1 on, where multiples become words."""
    n, i, out = d.name("n n limit count m"), d.name("i i num x"), d.name("result out words")
    a, b = sorted(d.random.sample([2, 3, 4, 5, 6, 7], 2))
    first, second = d.one(
        ("fizz", "buzz"), ("foo", "bar"), ("ping", "pong"), ("tick", "tock"), ("hip", "hop"), ("Fizz", "Buzz")
    )
    w = d.name("word text s")
    if d.chance(0.35):
        single = f"'{first}' if {i} % {a} == 0 else str({i})"
        return Sketch(
            names=[f"{first.lower()}_list", f"{first.lower()}_every_{a}", "number_words", "say_numbers"],
            params=[Param(n, "nat12")],
            bodies=[f"return [{single} for {i} in range(1, {n} + 1)]",
                    f"{out} = []\nfor {i} in range(1, {n} + 1):\n    if {i} % {a} == 0:\n        {out}.append('{first}')\n    else:\n        {out}.append(str({i}))\nreturn {out}"],  # noqa: E501
            returns="list[str]",
            what=[f"a list of the numbers 1 to {n} as strings, with '{first}' for each multiple of {a}"],
            sentences=[f"Strings for the numbers 1 to {n}, except that multiples of {a} become '{first}'."],
        )  # fmt: skip
    step = f"    {w} = ''\n    if {i} % {a} == 0:\n        {w} += '{first}'\n    if {i} % {b} == 0:\n        {w} += '{second}'\n"  # noqa: E501
    return Sketch(
        names=[f"{first.lower()}_sequence", f"{first.lower()}_{second.lower()}_list", f"{first.lower()}{second.lower()}", "play"],  # noqa: E501
        params=[Param(n, "nat12")],
        bodies=[f"{out} = []\nfor {i} in range(1, {n} + 1):\n{step}    {out}.append({w} or str({i}))\nreturn {out}"],
        returns="list[str]",
        what=[f"the numbers 1 to {n} as strings, with '{first}' for multiples of {a}, '{second}' for those of {b}, both joined for both"],  # noqa: E501
        sentences=[f"Strings for the numbers 1 to {n}, but multiples of {a} become '{first}', of {b} '{second}', of both '{first}{second}'."],  # noqa: E501
        inputs=[str(max(a, b)), str(a * b), "1"],
    )  # fmt: skip


FAMILIES = (Family("series", ((_multiples, 3), (_ranges, 3), (_sums, 3), (_index_of, 3), (_fizz, 2))),)
