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
    term, start, texts, name, params = d.one(
        (f"{n} * {i}", 1, [f"the first {count} positive multiples of {n}", f"the first {count} numbers of the times table of {n}", f"the products of {n} with each of the numbers 1 to {count}", f"the numbers {n} * 1, {n} * 2, ..., {n} * {count}"], "multiples", two),  # noqa: E501
        (f"{n} * {i}", 1, [f"the first {count} positive multiples of {n}", f"the first {count} multiples of {n}, starting with {n} itself", f"{n} times 1, {n} times 2 and so on up to {n} times {count}"], "multiples_list", two),  # noqa: E501
        (f"{n} * {i}", 0, [f"the first {count} multiples of {n}, starting with 0", f"the products of {n} with 0, 1, 2 and so on, {count} in all", f"{count} numbers of which the first is 0 and each later one {n} more than the one before"], "multiples_from_zero", two),  # noqa: E501
        (f"{n} ** {i}", 0, [f"the first {count} powers of {n}, starting with 1", f"{count} numbers of which the first is 1 and each later one {n} times the one before", f"the powers of {n} whose exponents are 0, 1, 2 and so on, {count} in all"], "powers", two),  # noqa: E501
        (f"{n} ** {i}", 1, [f"the powers of {n} with the exponents 1 to {count}", f"the first {count} powers of {n}, starting with {n} itself", f"{n}, {n} squared, {n} cubed and so on, {count} numbers in all"], "powers_list", two),  # noqa: E501
        (f"{n} + {i}", 1, [f"the {count} whole numbers that follow {n}", f"the next {count} integers after {n}", f"the integers from {n} + 1 to {n} + {count}", f"{count} consecutive integers, the first one right after {n}"], "next_numbers", two),  # noqa: E501
        (f"{n} - {i}", 0, [f"{count} numbers that count down from {n}", f"{count} consecutive integers in descending order, the first of which is {n}", f"{n}, {n} - 1, {n} - 2 and so on, {count} numbers in all"], "descending", two),  # noqa: E501
        (f"{n} + {k} * {i}", 0, [f"{count} numbers from {n} on, each {k} more than the one before", f"the first {count} terms of the arithmetic sequence that starts at {n} and has the common difference {k}", f"{count} numbers that start at {n} and go up by {k} each time"], f"steps_of_{k}", two),  # noqa: E501
        (f"{k} * {i}", 1, [f"the first {count} positive multiples of {k}", f"the {count} smallest positive numbers divisible by {k}", f"the first {count} numbers of the times table of {k}", f"{k} times each of the numbers 1 to {count}"], f"multiples_of_{k}", one),  # noqa: E501
        (f"{i} * {i}", 1, [f"the first {count} square numbers, from 1 on", f"the squares of the numbers 1 to {count}", f"1, 4, 9, 16 and so on, {count} perfect squares in all", f"the products of each number from 1 to {count} with itself"], "squares", one),  # noqa: E501
        (f"{i} ** 3", 1, [f"the first {count} cube numbers, from 1 on", f"the cubes of the numbers 1 to {count}", f"1, 8, 27 and so on, {count} perfect cubes in all", f"the third powers of the numbers 1 to {count}"], "cubes", one),  # noqa: E501
        (f"2 * {i}", 1, [f"the first {count} positive even numbers", f"the even numbers from 2 to 2 * {count}", f"the {count} smallest positive numbers divisible by two", f"2, 4, 6 and so on, {count} even numbers in all"], "first_evens", one),  # noqa: E501
        (f"2 * {i} + 1", 0, [f"the first {count} odd numbers, from 1 on", f"the odd numbers from 1 to 2 * {count} - 1", f"the {count} smallest positive numbers that two does not divide", f"1, 3, 5 and so on, {count} odd numbers in all"], "first_odds", one),  # noqa: E501
        (f"{k} ** {i}", 0, [f"the first {count} powers of {k}, starting with 1", f"{count} numbers of which the first is 1 and each later one {k} times the one before", f"1, {k}, {k * k} and so on, {count} powers of {k} in all"], f"powers_of_{k}", one),  # noqa: E501
        (f"{i} * ({i} + 1) // 2", 1, [f"the first {count} triangular numbers (1, 3, 6, 10, ...)", f"the sums 1, 1 + 2, 1 + 2 + 3 and so on, {count} in all", f"the first {count} triangular numbers, starting with 1"], "triangular_numbers", one),  # noqa: E501
    )  # fmt: skip
    said = d.one(*texts)
    span = f"range({count})" if start == 0 else f"range(1, {count} + 1)"
    bodies = [f"return [{term} for {i} in {span}]"] * 2
    bodies.append(f"{out} = []\nfor {i} in {span}:\n    {out}.append({term})\nreturn {out}")
    return Sketch(
        names=[
            *(name, f"list_{name}", f"make_{name}", f"first_{name}".replace("first_first", "first"), f"get_{name}"),
            *(f"generate_{name}", f"build_{name}", f"create_{name}"),
        ],
        params=params,
        bodies=bodies,
        returns="list[int]",
        what=[f"a list of {said}"],
        do=[f"Make a list of {said}", f"List {said}", f"Generate {said}, as a list", f"Fill a list with {said}"],
        sentences=[
            f"Work out {said}. The result is a list.",
            f"A list that consists of {said}.",
            f"Give back a list with {said}.",
        ]
        + (
            [f"{said[0].upper()}{said[1:]}, as a list.", f"What are {said}? Return them as a list."]
            if said.startswith("the ")
            else []
        ),
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
    start, stop = (a, b) if form >= 2 else (n, str(end)) if down else (str(end), n)
    way, beyond = ("down", "below") if down else ("up", "above")
    numbers = f"the numbers from {start} {way} to {stop}{by}{note}"
    second = f"{start} {'-' if down else '+'} {k}" if start.isidentifier() else str(end + k)
    text = d.chance(0.15)
    if text:
        sep = d.one(" ", ",", "-", ", ")
        bodies = [f"return '{sep}'.join(str(i) for i in {code})", f"return '{sep}'.join([str(i) for i in {code}])"]
        said = said.replace("counts", "that counts", 1)
        where = {" ": "spaces", ",": "commas", "-": "dashes", ", ": "a comma and a space"}[sep]
        return Sketch(
            names=["count_as_text", "numbers_text", "join_numbers", "numbers_to_string", "number_string"]
            + (["countdown_text", "countdown_string", "count_down_text"] if down else ["count_text", "range_text", "count_up_string"]),  # noqa: E501
            params=params, bodies=bodies, returns="str",
            what=[f"a string {said}{note}, with {where} between the numbers", f"{numbers}, as a string in which they are separated by {where}",  # noqa: E501
                  f"a string of {numbers}, separated by {where}"],
            do=[f"Join {numbers}, with {where} between them", f"Write {numbers}, into one string, separated by {where}",
                f"Glue together {numbers}, with {where} in between"],
            sentences=[f"Count {way} from {start} to {stop}{by}{note}. The result is a string with {where} between the numbers.",  # noqa: E501
                       f"A single string that holds {numbers}. Between the numbers stand {where}.".replace("stand a", "stands a")],  # noqa: E501
            inputs=inputs,
        )  # fmt: skip
    return Sketch(
        names=["countdown", "count_down", "descend", "backwards", f"down_from_{a}", "count_backwards", "numbers_down", "descending_range"]  # noqa: E501
        if down else ["count_up", "numbers_up_to", "ascending", "count_to", "number_list", "make_range", "list_numbers", "counting_up"],  # noqa: E501
        params=params,
        bodies=bodies,
        returns="list[int]",
        what=[f"a list that {said}{note}", f"a list of {numbers}"],
        do=[f"Make a list that {said}{note}", f"Count {said.removeprefix('counts ')}{note and note + ','} and return the numbers as a list",  # noqa: E501
            f"List {numbers}", f"Go {way} from {start} to {stop}{by}{note and note + ','} and collect the numbers in a list"],  # noqa: E501
        sentences=[f"Which numbers come up when you count {way} from {start} to {stop}{by}{note}? Return them as a list.",  # noqa: E501
                   f"The list {start}, {second} and so on, as long as the numbers are not {beyond} {stop}.",
                   f"Put {numbers}, into a list." if note else f"Put {numbers} into a list."],
        inputs=inputs,
    )  # fmt: skip


def _sums(d: Draw) -> Sketch:
    """Sums of series of fractions and of alternating signs."""
    n, k = d.name(COUNTS), d.name("k i j")
    if n == k:
        n = "n"
    m, digits = d.number(2, 5), d.one(2, 3, 4, 4)
    term, start, said, also, name = d.one(
        ("1 / @", 1, "1 + 1/2 + 1/3 + ... + 1/{n}", "the sum of the reciprocals of the numbers 1 to {n}", "harmonic_sum"), ("1 / @", 1, "the sum of 1/{k} for {k} from 1 to {n}", "harmonic number {n}, 1 + 1/2 + ... + 1/{n}", "harmonic"),  # noqa: E501
        ("1 / @ ** 2", 1, "1 + 1/4 + 1/9 + ... + 1/{n}^2", "the sum of the reciprocals of the first {n} square numbers", "inverse_squares"), ("1 / 2 ** @", 0, "1 + 1/2 + 1/4 + ... + 1/2^{n}", "the sum of the powers of one half with the exponents 0 to {n}", "halves_sum"),  # noqa: E501
        ("1 / 2 ** @", 1, "1/2 + 1/4 + 1/8 + ... + 1/2^{n}", "the sum of the powers of one half with the exponents 1 to {n}", "sum_of_halves"), (f"1 / {m} ** @", 0, f"1 + 1/{m} + ... + 1/{m}^{{n}}", f"the sum of the powers of 1/{m} with the exponents 0 to {{n}}", f"sum_of_{m}ths"),  # noqa: E501
        ("(-1) ** @ / (2 * @ + 1)", 0, "1 - 1/3 + 1/5 - 1/7 + ..., {n} + 1 terms", "the first {n} + 1 terms of Leibniz' series 1 - 1/3 + 1/5 - 1/7 + ...", "leibniz"), ("(-1) ** (@ + 1) / @", 1, "1 - 1/2 + 1/3 - ... with {n} terms", "the first {n} terms of the alternating harmonic series 1 - 1/2 + 1/3 - ...", "alternating_harmonic"),  # noqa: E501
        ("1 / (@ * (@ + 1))", 1, "1/(1*2) + 1/(2*3) + ... + 1/({n}*({n}+1))", "the first {n} terms of the series 1/2 + 1/6 + 1/12 + 1/20 + ...", "telescoping_sum"), ("@ / (@ + 1)", 1, "1/2 + 2/3 + ... + {n}/({n}+1)", "the first {n} of the fractions 1/2, 2/3, 3/4 and so on", "fraction_sum"),  # noqa: E501
        (f"{m} / @", 1, f"{m} + {m}/2 + {m}/3 + ... + {m}/{{n}}", f"the results of dividing {m} by each of the numbers 1 to {{n}}", f"harmonic_times_{m}"), ("@ ** 0.5", 1, "the sum of the square roots of 1 to {n}", "the square roots of the whole numbers from 1 up to {n}", "root_sum"),  # noqa: E501
        ("(-1) ** (@ + 1) * @", 1, "1 - 2 + 3 - 4 + ... up to {n}", "the numbers 1 to {n}, with a minus sign before the even ones", "alternating_sum"), ("(-1) ** (@ + 1) * @ * @", 1, "1 - 4 + 9 - 16 + ..., {n} square numbers", "the first {n} square numbers with alternating signs, the first one positive", "alternating_squares"),  # noqa: E501
        ("@ * (@ + 1)", 1, "1*2 + 2*3 + ... + {n}*({n}+1)", "the products of each number from 1 to {n} with its successor", "sum_of_products"), (f"{m} ** @", 0, f"1 + {m} + {m}^2 + ... + {m}^{{n}}", f"the powers of {m} with the exponents 0 to {{n}}", f"sum_of_powers_of_{m}"),  # noqa: E501
        ("(2 * @ - 1) ** 2", 1, "1 + 9 + 25 + ..., the first {n} odd squares", "the squares of the first {n} odd numbers", "odd_squares_sum"), (f"@ * {m}", 1, f"{m} + {2 * m} + {3 * m} + ... + {m}*{{n}}", f"the first {{n}} positive multiples of {m}", f"sum_of_{m}_times"),  # noqa: E501
    )  # fmt: skip
    whole = " / " not in term and "0.5" not in term
    code = term.replace("@", k)
    span = f"range(1, {n} + 1)" if start else f"range({n} + 1)"
    total = d.name("total result s")
    rounds = not whole and d.chance(0.75)
    last = f"return round({total}, {digits})" if rounds else f"return {total}"
    comma = f", rounded to {digits} decimals" if rounds else ""
    then = f" Round to {digits} decimals." if rounds else ""
    letter = "k" if n != "k" else "i"
    said, also = said.format(n=n, k=letter), also.format(n=n)
    sign = term.replace("@", letter).replace(" ** ", "^").replace(" / ", "/")
    bare = also.removeprefix("the sum of ")
    wrap = f"round(sum({code} for {k} in {span}), {digits})" if rounds else f"sum({code} for {k} in {span})"
    return Sketch(
        names=[
            *(name, f"{name}_to_n", f"series_{name}", f"{name}_up_to", f"partial_{name}", f"{name}_series"),
            *(f"compute_{name}", f"sum_series_{name}", f"{name}_value"),
        ],
        params=[Param(n, "small")],
        bodies=[f"return {wrap}"] + [f"{total} = 0\nfor {k} in {span}:\n    {total} += {code}\n{last}"] * 2,
        returns="int" if whole else "float",
        what=[said + comma],
        do=[
            f"Add up {said.removeprefix('the sum of ')}{comma}",
            f"Work out {said}{comma}",
            f"Sum the terms {sign} with {letter} = {start}, ..., {n}{comma}",
        ],
        sentences=[
            f"The value of {said}{comma}." if not said.startswith("the") else f"{said[0].upper()}{said[1:]}{comma}.",
            f"What is {said}{comma}?",
            f"The sum of {sign} for {letter} from {start} to {n}{comma}.",
            f"What do you get when you add together the terms {sign} for {letter} from {start} to {n}?{then}",
            f"Add up {bare}{comma}." if bare.startswith("the") else f"What is {bare}{comma}?",
            f"Given {n}, find the sum of {bare}{comma}." if bare.startswith("the") else f"Find {bare}{comma}.",
            f"Evaluate the series with the terms {sign}, where {letter} runs from {start} to {n}.{then}",
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
    plural = name.replace("power", "powers") if name.startswith("power") else f"{name}s"
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
            names=[f"{name}_index", f"index_of_{name}", f"which_{name}", f"{name}_number_index",
                   f"{name}_position", f"place_of_{name}", f"find_{name}_index", f"position_of_{name}"],
            params=[Param(x, "pos")], bodies=bodies, returns="int" + (" | None" if missing == "None" else ""),
            what=[f"the k for which {x} is number k of {series}, counted from 1, and {missing} if there is none"],
            do=[f"Find the place, counted from 1, of {x} in the sequence {series}, or {missing} if it is not in it",
                f"Look for {x} in the sequence {series} and return its place, counted from 1, or else {missing}"],
            sentences=[f"If {x} is one of {series}, return its place k, counted from 1; otherwise return {missing}.",
                       f"At which place, counted from 1, does the sequence {series} have {x}? {missing} if nowhere.",
                       f"Which number in the sequence {series} is {x}: 1 for the first, 2 for the second? {missing} if none.",  # noqa: E501
                       f"Given {x}, work out its 1-based position in the sequence {series}. Return {missing} if it does not occur there.",  # noqa: E501
                       f"Return {missing} unless {x} occurs in the sequence {series}; if it does, return its 1-based index.",  # noqa: E501
                       f"The numbers {series} are numbered 1, 2, 3 and so on. Tell the number of {x}, or {missing} if it is none of them."],  # noqa: E501
            inputs=[str(eval(term.replace("@", str(v)))) for v in (1, 2, 3, 4)] + ["5", "11"],
        )  # fmt: skip
    if form == "is":
        return Sketch(
            names=[f"is_{name}", f"is_{name}_number", f"check_{name}", f"in_{plural}", f"belongs_to_{plural}",
                   f"is_a_{name}", f"test_{name}", f"among_{plural}"],
            params=[Param(x, "pos")], bodies=[f"{loop}return {code} == {x}"], returns="bool",
            whether=[f"{x} is one of {series}", f"{x} occurs in the sequence {series}", f"{x} is a term of the sequence {series}",  # noqa: E501
                     f"the sequence {series} contains {x}", f"{x} can be found among {series}"],
            sentences=[f"Is {x} one of {series}?", f"Does {x} belong to the sequence {series}?",
                       f"True for the numbers {series}, False for all others.",
                       f"Does {x} turn up somewhere in the sequence {series}?",
                       f"Given {x}, find out if it comes up in the sequence {series}: True or False."],
            inputs=[str(eval(term.replace("@", str(v)))) for v in (1, 2, 3, 4)] + ["5", "11"],
        )  # fmt: skip
    if form == "next":
        return Sketch(
            names=[f"next_{name}", f"first_{name}_from", f"smallest_{name}", f"{name}_at_least", f"round_up_to_{name}",
                   f"least_{name}", f"find_next_{name}", f"{name}_from"],
            params=[Param(x, "pos")], bodies=[f"{loop}return {code}"],
            what=[f"the first of {series} that is at least {x}", f"the smallest of {series} that is not less than {x}",
                  f"the least number in the sequence {series} that is equal to {x} or greater"],
            do=[f"Find the smallest number among {series} that is {x} or larger",
                f"Look for the first term of the sequence {series} that is not below {x}"],
            sentences=[f"Which is the first of {series} that is not smaller than {x}?",
                       f"Go through the sequence {series} and stop at the first number that is at least {x}.",
                       f"If {x} is one of {series}, return it, otherwise the next larger of them.",
                       f"Round {x} up to the nearest of {series}. If it is one of them, it stays as it is."],
            inputs=["1", "5", "11", "20"],
        )  # fmt: skip
    out = d.name("result numbers out")
    return Sketch(
        names=[f"{plural}_up_to", f"all_{plural}_below", f"list_{plural}", f"{plural}_to", f"get_{plural}", f"find_{plural}",  # noqa: E501
               f"{name}_list", f"collect_{plural}"],
        params=[Param(x, "nat")],
        bodies=[f"{out} = []\n{k} = 1\nwhile {code} <= {x}:\n    {out}.append({code})\n    {k} += 1\nreturn {out}"], returns="list[int]",  # noqa: E501
        what=[f"the list of those of {series} that are not greater than {x}", f"a list of those of {series} that are at most {x}"],  # noqa: E501
        do=[f"List those of {series} that do not exceed {x}", f"Collect the terms of the sequence {series} as long as they are at most {x}",  # noqa: E501
            f"Pick out those of {series} that are less than or equal to {x}, as a list"],
        sentences=[f"Which of {series} are {x} or less? Return them as a list.",
                   f"The beginning of the sequence {series} up to {x}, which is included if it is one of them, as a list.",  # noqa: E501
                   f"Given {x}, return all of {series} that are not above it, in ascending order.",
                   f"Go through the sequence {series} and put its numbers into a list; stop when they get larger than {x}."],  # noqa: E501
        inputs=["1", "5", "11", "20"],
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
            names=[f"{first.lower()}_list", f"{first.lower()}_every_{a}", "number_words", "say_numbers", f"{first.lower()}_numbers",  # noqa: E501
                   f"{first.lower()}_game", f"replace_multiples_of_{a}", "count_with_word"],
            params=[Param(n, "nat12")],
            bodies=[f"return [{single} for {i} in range(1, {n} + 1)]",
                    f"{out} = []\nfor {i} in range(1, {n} + 1):\n    if {i} % {a} == 0:\n        {out}.append('{first}')\n    else:\n        {out}.append(str({i}))\nreturn {out}"],  # noqa: E501
            returns="list[str]",
            what=[f"a list of the numbers 1 to {n} as strings, with '{first}' for each multiple of {a}",
                  f"a list of strings for 1 to {n}: '{first}' where {a} divides the number, else the number itself"],
            do=[f"Count from 1 to {n}, but say '{first}' instead of every multiple of {a}, and return a list of strings",  # noqa: E501
                f"List the numbers from 1 up to {n} as strings, each multiple of {a} replaced by '{first}'"],
            sentences=[f"Strings for the numbers 1 to {n}, except that multiples of {a} become '{first}'.",
                       f"Turn each number from 1 to {n} into a string, but write '{first}' for those divisible by {a}.",
                       f"A list of {n} strings: entry number i is '{first}' if i is divisible by {a}, otherwise i as a string.",  # noqa: E501
                       f"Given {n}, go through 1, 2, ..., {n}. Numbers that {a} divides give '{first}', all others their digits as a string.",  # noqa: E501
                       f"What do you say when counting to {n} with '{first}' in place of each multiple of {a}? A list of strings."],  # noqa: E501
        )  # fmt: skip
    step = f"    {w} = ''\n    if {i} % {a} == 0:\n        {w} += '{first}'\n    if {i} % {b} == 0:\n        {w} += '{second}'\n"  # noqa: E501
    return Sketch(
        names=[f"{first.lower()}_sequence", f"{first.lower()}_{second.lower()}_list", f"{first.lower()}{second.lower()}", "play",  # noqa: E501
               f"{first.lower()}_{second.lower()}", f"{first.lower()}_{second.lower()}_game", "number_game", f"list_{first.lower()}_{second.lower()}"],  # noqa: E501
        params=[Param(n, "nat12")],
        bodies=[f"{out} = []\nfor {i} in range(1, {n} + 1):\n{step}    {out}.append({w} or str({i}))\nreturn {out}"],
        returns="list[str]",
        what=[f"the numbers 1 to {n} as strings, with '{first}' for multiples of {a}, '{second}' for those of {b}, both joined for both"],  # noqa: E501
        do=[f"List the numbers 1 to {n} as strings, replacing multiples of {a} by '{first}', of {b} by '{second}', of both by '{first}{second}'",  # noqa: E501
            f"Play {first}-{second} up to {n}: '{first}' for multiples of {a}, '{second}' for those of {b}, '{first}{second}' for both, else the number as a string"],  # noqa: E501
        sentences=[f"Strings for the numbers 1 to {n}, but multiples of {a} become '{first}', of {b} '{second}', of both '{first}{second}'.",  # noqa: E501
                   f"Count from 1 to {n}: '{first}{second}' if {a} and {b} both divide the number, '{first}' if only {a} does, '{second}' if only {b} does, otherwise the number as a string.",  # noqa: E501
                   f"A list of {n} strings. Numbers divisible by {a} are written '{first}', by {b} '{second}', by both '{first}{second}', all others as they are.",  # noqa: E501
                   f"Given {n}, say the numbers from 1 on as a list of strings, with '{first}' for those divisible by {a}, '{second}' by {b} and '{first}{second}' by both."],  # noqa: E501
        inputs=[str(max(a, b)), str(a * b), "1"],
    )  # fmt: skip


FAMILIES = (Family("series", ((_multiples, 3), (_ranges, 3), (_sums, 3), (_index_of, 3), (_fizz, 2))),)
