"""Primes, common divisors, powers and roots."""

from __future__ import annotations

from trainer.data.exercises import folds
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import COUNTS, three, two
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import Source

__all__ = ["FAMILIES"]


def _trial_division(d: Draw) -> Sketch:
    n = d.name(COUNTS)
    i = d.name("i i i d k divisor")
    reach = d.one(f"range(2, {n})", f"range(2, {n})", f"range(2, int({n} ** 0.5) + 1)", f"range(2, {n} // 2 + 1)")
    prime = d.chance(0.5)
    yes, no = ("True", "False") if prime else ("False", "True")
    small = "False"
    k = d.number(3, 9)
    form = d.number(0, 6)
    inputs = ["1", "2", "3", "4", "9", "13", "15", "25"]
    if form < 3:
        looped = f"if {n} < 2:\n    return {small}\nfor {i} in {reach}:\n    if {n} % {i} == 0:\n        return {no}\nreturn {yes}"  # noqa: E501
        while_ = f"if {n} < 2:\n    return {small}\n{i} = 2\nwhile {i} * {i} <= {n}:\n    if {n} % {i} == 0:\n        return {no}\n    {i} += 1\nreturn {yes}"  # noqa: E501
        whether = [
            f"{n} is prime",
            f"{n} is a prime number",
            f"{n} is greater than 1 and has no divisors except 1 and itself",
            f"exactly two numbers divide {n}",
        ]
        if not prime:
            whether = [
                f"{n} is composite",
                f"{n} is greater than 1 and not prime",
                f"{n} has a divisor other than 1 and itself",
            ]
        names = (
            ["is_prime_number", "check_prime", "prime", "test_prime", "only_trivial_divisors"]
            if prime
            else ["is_composite", "composite", "has_proper_factor", "not_prime", "is_factorable"]
        )
        return Sketch(
            names=names,
            params=[Param(n, "nat")],
            bodies=[looped, looped, while_],
            returns="bool",
            whether=whether,
            inputs=inputs,
        )
    if form == 3:
        body = f"for {i} in range(2, {n} + 1):\n    if {n} % {i} == 0:\n        return {i}\nreturn {n}"
        while_ = f"{i} = 2\nwhile {i} <= {n}:\n    if {n} % {i} == 0:\n        return {i}\n    {i} += 1\nreturn {n}"
        return Sketch(
            names=["smallest_divisor", "smallest_factor", "least_prime_factor", "first_divisor"],
            params=[Param(n, "pos")],
            bodies=[body, while_],
            what=[f"the smallest divisor of {n} that is greater than 1", f"the smallest prime factor of {n}"],
            edge="Return 1 for 1.",
            inputs=inputs,
        )
    if form == 4:
        out = d.name("factors result primes out")
        unique = d.chance(0.4)
        add = f"        {out}.append({i})\n"
        inner = (
            f"    if {n} % {i} == 0:\n{add}    while {n} % {i} == 0:\n        {n} //= {i}\n"
            if unique
            else f"    while {n} % {i} == 0:\n{add}        {n} //= {i}\n"
        )
        body = f"{out} = []\n{i} = 2\nwhile {n} > 1:\n{inner}    {i} += 1\nreturn {out}"
        words = (
            f"the different prime factors of {n}, ascending"
            if unique
            else f"the prime factors of {n}, ascending, each as often as it divides {n}"
        )
        return Sketch(
            names=["prime_factors", "factorize", "factorization", "prime_divisors"],
            params=[Param(n, "pos")],
            bodies=[body],
            returns="list[int]",
            what=[f"the list of {words}"],
            inputs=["12", "7", "60"],
        )
    if form == 5:
        a = d.name("limit stop bound end max_value") if d.chance(0.5) else n
        prime_test = f"all({n} % {i} != 0 for {i} in range(2, {n}))" if a != n else ""
        if not prime_test:
            n2 = d.name("candidate number p x")
            prime_test, var = f"all({n2} % {i} != 0 for {i} in range(2, {n2}))", n2
        else:
            var = n
        include = d.chance(0.5)
        source = Source(
            f"range(2, {a}{' + 1' if include else ''})",
            var,
            "prime",
            "primes",
            f" {'up to' if include else 'below'} {a}",
            "nat",
            "primes",
            (Param(a, "nat12"),),
        )
        many = f"prime numbers{source.where}"
        return d.one(
            Sketch(
                names=["primes_below", "primes_up_to", "list_primes", "get_primes"],
                params=source.params,
                bodies=folds.collected(d, source, var, prime_test),
                returns="list[int]",
                what=[f"the list of {many}", f"a list of all {many}"],
            ),
            Sketch(
                names=["count_primes", "prime_count", "number_of_primes"],
                params=source.params,
                bodies=folds.counted(d, source, prime_test),
                what=[f"the number of {many}"],
                do=[f"Count the {many}"],
            ),
            Sketch(
                names=["sum_primes", "sum_of_primes", "add_primes"],
                params=source.params,
                bodies=folds.summed(d, source, var, prime_test),
                what=[f"the sum of the {many}"],
            ),
        )
    body = f"for {i} in range(2, {k + 1}):\n    if {n} % {i} == 0:\n        return {no}\nreturn {yes}"
    whether = f"{n} has no divisor from 2 to {k}" if prime else f"{n} has a divisor from 2 to {k}"
    test = (
        f"all({n} % {i} != 0 for {i} in range(2, {k + 1}))"
        if prime
        else f"any({n} % {i} == 0 for {i} in range(2, {k + 1}))"
    )
    return Sketch(
        names=[f"no_divisor_to_{k}" if prime else f"has_divisor_to_{k}", "trial"],
        params=[Param(n, "pos")],
        bodies=[body, f"return {test}"],
        returns="bool",
        whether=[whether],
        inputs=["11", "121", "6"],
    )


def _euclid(d: Draw) -> Sketch:
    a, b = two(d)
    pair = [Param(a, "pos"), Param(b, "pos")]
    t = d.name("t temp r rest")
    loop = d.one(
        f"while {b}:\n    {a}, {b} = {b}, {a} % {b}\n",
        f"while {b} != 0:\n    {a}, {b} = {b}, {a} % {b}\n",
        f"while {b} > 0:\n    {t} = {a} % {b}\n    {a} = {b}\n    {b} = {t}\n",
    )
    out = d.name("product multiple result steps count")
    gcd = d.one(
        "greatest common divisor", "largest common divisor", "highest common factor", "largest number that divides both"
    )
    of = f" of {a} and {b}" if not gcd.endswith("both") else f" {a} and {b}"
    inputs = ["12, 18", "7, 3", "5, 15", "8, 12", "9, 4"]
    form = d.number(0, 7)
    if form == 0:
        recursive = f"if {b} == 0:\n    return {a}\nreturn FN({b}, {a} % {b})"
        return Sketch(
            names=["greatest_common_divisor", "common_divisor", "hcf", "largest_common_factor", "euclid"],
            params=pair,
            bodies=[f"{loop}return {a}", f"{loop}return {a}", recursive],
            what=[f"the {gcd}{of}"],
            inputs=inputs,
        )
    if form == 1:
        subtract = (
            f"while {a} != {b}:\n    if {a} > {b}:\n        {a} -= {b}\n    else:\n        {b} -= {a}\nreturn {a}"
        )
        return Sketch(
            names=["gcd_by_subtraction", "subtract_gcd", "common_measure"],
            params=pair,
            bodies=[subtract],
            what=[f"the {gcd}{of}, found by repeated subtraction", f"the {gcd}{of}"],
            inputs=inputs,
        )
    if form == 2:
        return Sketch(
            names=["least_common_multiple", "common_multiple", "smallest_multiple"],
            params=pair,
            bodies=[
                f"{out} = {a} * {b}\n{loop}return {out} // {a}",
                f"{out} = {a}\nwhile {out} % {b} != 0:\n    {out} += {a}\nreturn {out}",
            ],
            what=[
                f"the least common multiple of {a} and {b}",
                f"the smallest positive number that both {a} and {b} divide",
            ],
            inputs=inputs,
        )
    if form == 3:
        return Sketch(
            names=["are_coprime", "coprime", "relatively_prime", "is_coprime"],
            params=pair,
            bodies=[f"{loop}return {a} == 1"],
            returns="bool",
            whether=[f"{a} and {b} have no common divisor greater than 1", f"{a} and {b} are coprime"],
            inputs=inputs,
        )
    if form == 4:
        xs, x = d.name("numbers values nums xs"), d.name("x n number value")
        g = d.name("g result divisor current")
        return Sketch(
            names=["gcd_of_list", "list_gcd", "common_divisor_of_all", "gcd_all"],
            params=[Param(xs, "nats")],
            bodies=[f"{g} = 0\nfor {x} in {xs}:\n    while {x}:\n        {g}, {x} = {x}, {g} % {x}\nreturn {g}"],
            what=[f"the greatest common divisor of all {xs}", f"the largest number that divides all of {xs}"],
            edge="Return 0 for an empty list.",
            inputs=["[12, 18, 24]", "[5, 10]"],
        )
    if form == 5:
        return Sketch(
            names=["euclid_steps", "count_divisions", "gcd_steps"],
            params=pair,
            bodies=[f"{out} = 0\nwhile {b}:\n    {a}, {b} = {b}, {a} % {b}\n    {out} += 1\nreturn {out}"],
            what=[
                f"how many divisions Euclid's algorithm takes for {a} and {b}",
                f"how many times ({a}, {b}) can be replaced by ({b}, {a} % {b}) until {b} is 0",
            ],
            inputs=inputs,
        )
    if form == 6:
        x, y = d.name("p x g"), d.name("q y h")
        return Sketch(
            names=["reduce_fraction", "simplify_fraction", "lowest_terms"],
            params=pair,
            bodies=[f"{x}, {y} = {a}, {b}\nwhile {y}:\n    {x}, {y} = {y}, {x} % {y}\nreturn ({a} // {x}, {b} // {x})"],
            returns="tuple[int, int]",
            what=[f"the fraction {a} / {b} in lowest terms, as a pair"],
            inputs=inputs,
        )
    return Sketch(
        names=["have_common_divisor", "share_factor", "common_factor_exists"],
        params=pair,
        bodies=[
            f"{loop}return {a} > 1",
            f"for i in range(2, min({a}, {b}) + 1):\n    if {a} % i == 0 and {b} % i == 0:\n        return True\nreturn False",  # noqa: E501
        ],
        returns="bool",
        whether=[f"{a} and {b} have a common divisor greater than 1"],
        inputs=inputs,
    )


def _special(d: Draw) -> Sketch:
    n = d.name(COUNTS)
    i = d.name("i k x")
    k = d.number(2, 7)
    total = f"sum({i} for {i} in range(1, {n}) if {n} % {i} == 0)"
    sign, word, said = d.one(
        ("==", "perfect", "equals"), (">", "abundant", "is less than"), ("<", "deficient", "is greater than")
    )
    bodies, whether, names = d.one(
        (
            [
                f"return {total} {sign} {n}",
                f"total = 0\nfor {i} in range(1, {n}):\n    if {n} % {i} == 0:\n        total += {i}\nreturn total {sign} {n}",  # noqa: E501
            ],
            f"{n} {said} the sum of its proper divisors",
            f"is_{word} {word}_number",
        ),
        (
            [
                f"return int({n} ** 0.5) ** 2 == {n}",
                f"{i} = 0\nwhile {i} * {i} < {n}:\n    {i} += 1\nreturn {i} * {i} == {n}",
            ],
            f"{n} is a perfect square",
            "is_square is_perfect_square perfect_square",
        ),
        (
            [f"{i} = 0\nwhile {i} ** 3 < {n}:\n    {i} += 1\nreturn {i} ** 3 == {n}"],
            f"{n} is the cube of a whole number",
            "is_cube is_perfect_cube",
        ),
        (
            [
                f"while {n} % {k} == 0:\n    {n} //= {k}\nreturn {n} == 1",
                f"{i} = 1\nwhile {i} < {n}:\n    {i} *= {k}\nreturn {i} == {n}",
            ],
            f"{n} is a power of {k}",
            f"is_power_of_{k}",
        ),
        (
            [f"{i} = 0\ntotal = 0\nwhile total < {n}:\n    {i} += 1\n    total += {i}\nreturn total == {n}"],
            f"{n} is a triangular number (1, 1 + 2, 1 + 2 + 3, ...)",
            "is_triangular",
        ),
        (
            [f"for {i} in range(1, {n}):\n    if {i} * ({i} + 1) == {n}:\n        return True\nreturn False"],
            f"{n} is the product of two consecutive positive numbers",
            "is_pronic",
        ),
    )
    return Sketch(
        names=names.split(),
        params=[Param(n, "pos")],
        bodies=bodies,
        returns="bool",
        whether=[whether],
        inputs=["6", "12", "8", "9", "27", "28", "15", str(k), str(k * k)],
    )


def _counted_down(d: Draw) -> Sketch:
    n = d.name(COUNTS)
    k = d.number(2, 9)
    count = d.name("count steps result times")
    cond, change, what, names = d.one(
        (
            f"{n} % {k} == 0",
            f"{n} //= {k}",
            f"how often {n} can be divided by {k} without a remainder",
            f"times_divisible_by_{k} multiplicity_of_{k}",
        ),
        (
            f"{n} > 1",
            f"{n} //= {k}",
            f"how often {n} can be divided by {k}, rounding down, until it is at most 1",
            f"halvings_{k} log_{k}",
        ),
        (
            f"{n} >= {k}",
            f"{n} -= {k}",
            f"how often {k} can be subtracted from {n} without going below 0",
            f"times_{k}_fits subtract_count",
        ),
        (
            f"{n} != 1",
            f"{n} = {n} // 2 if {n} % 2 == 0 else 3 * {n} + 1",
            f"how many steps {n} takes to reach 1 when even numbers are halved and odd ones become 3 times themselves plus 1",  # noqa: E501
            "collatz_steps steps_to_one",
        ),
        (f"{n} > 0", f"{n} //= 2", f"how many binary digits {n} has, with 0 for 0", "bit_length count_bits"),
    )
    return Sketch(
        names=names.split(),
        params=[Param(n, "pos")],
        bodies=[f"{count} = 0\nwhile {cond}:\n    {change}\n    {count} += 1\nreturn {count}"],
        what=[what],
        inputs=[str(k), str(k * k), "12", "7"],
    )


def _roots(d: Draw) -> Sketch:
    if d.chance(0.5):
        a, b, c = three(d)
        return Sketch(
            names=["is_pythagorean", "right_triangle", "squares_add_up"],
            params=[Param(x, "smallpos") for x in (a, b, c)],
            bodies=folds.truth(d, f"{a} ** 2 + {b} ** 2 == {c} ** 2"),
            returns="bool",
            whether=[f"the squares of {a} and {b} add up to the square of {c}"],
            inputs=["3, 4, 5", "5, 12, 13", "1, 2, 3"],
        )
    n, i = d.name(COUNTS), d.name("i root r k")
    power = d.number(2, 3)
    return Sketch(
        names=["integer_root", f"root_{power}", "floor_root"],
        params=[Param(n, "nat")],
        bodies=[f"{i} = 0\nwhile ({i} + 1) ** {power} <= {n}:\n    {i} += 1\nreturn {i}"],
        what=[f"the largest whole number whose {'square' if power == 2 else 'cube'} is at most {n}"],
        inputs=["8", "9", "26", "27"],
    )


FAMILIES = (
    Family("number_theory", ((_trial_division, 4), (_euclid, 3), (_special, 2), (_counted_down, 2), (_roots, 1))),
)
