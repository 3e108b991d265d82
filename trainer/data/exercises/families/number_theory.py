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
            f"{n} has exactly two positive divisors",
            f"{n} is at least 2 and can only be divided evenly by 1 and itself",
            f"no number from 2 to {n} - 1 divides {n} and {n} is at least 2",
            f"{n} belongs to the primes",
        ]
        if not prime:
            whether = [
                f"{n} is composite",
                f"{n} is greater than 1 and not prime",
                f"{n} is positive and has a divisor other than 1 and itself",
                f"{n} is a composite number",
                f"{n} is positive and has more than two divisors",
                f"{n} can be divided evenly by some number from 2 to {n} - 1",
                f"{n} is the product of two smaller positive whole numbers",
            ]
        sentences = (
            [
                f"Is {n} a prime?",
                f"Primality test: False for 0 and 1 and for {n} with a divisor between 1 and {n}, else True.",
                f"Work out if {n} is one of 2, 3, 5, 7, 11, 13 and so on, the prime numbers.",
                f"Is {n} at least 2 and without any divisor but 1 and {n}?",
            ]
            if prime
            else [
                f"Is {n} composite?",
                f"Can {n} be split into two whole factors that are both greater than 1 and less than {n}?",
                "True for composite numbers, False for primes and for 0 and 1.",
                f"Is there a divisor of {n} strictly between 1 and {n}? There is none for 0 and 1.",
            ]
        )
        names = (
            [
                "is_prime_number",
                "check_prime",
                "prime",
                "test_prime",
                "only_trivial_divisors",
                "is_prime",
                "prime_test",
                "is_a_prime",
            ]
            if prime
            else [
                "is_composite",
                "composite",
                "has_proper_factor",
                "not_prime",
                "is_factorable",
                "check_composite",
                "is_composite_number",
                "can_be_factored",
            ]
        )
        return Sketch(
            names=names,
            params=[Param(n, "nat")],
            bodies=[looped, looped, while_],
            returns="bool",
            whether=whether,
            sentences=sentences,
            inputs=inputs,
        )
    if form == 3:
        body = f"for {i} in range(2, {n} + 1):\n    if {n} % {i} == 0:\n        return {i}\nreturn {n}"
        while_ = f"{i} = 2\nwhile {i} <= {n}:\n    if {n} % {i} == 0:\n        return {i}\n    {i} += 1\nreturn {n}"
        return Sketch(
            names=[
                "smallest_divisor",
                "smallest_factor",
                "least_prime_factor",
                "first_divisor",
                "min_divisor",
                "lowest_factor",
                "first_prime_factor",
                "smallest_prime_divisor",
            ],
            params=[Param(n, "pos")],
            bodies=[body, while_],
            what=[
                f"the smallest divisor of {n} that is greater than 1",
                f"the smallest prime factor of {n}",
                f"the least number from 2 on that divides {n}",
                f"the first number after 1 by which {n} can be divided without a remainder",
                f"the lowest factor of {n} other than 1",
                f"the smallest prime that divides {n}",
            ],
            sentences=[
                f"What is the smallest number above 1 that goes into {n} evenly?",
                f"Try 2, 3, 4, ... and give back the first that divides {n}.",
                f"Given {n}, look for its smallest divisor, leaving out 1.",
                f"Which prime factor of {n} is the smallest?",
            ],
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
        what, do, sentences = (
            (
                [
                    f"the list of the different prime factors of {n}, ascending",
                    f"the distinct prime factors of {n} in increasing order",
                    f"a list of all primes that divide {n}, smallest first",
                    f"the prime divisors of {n} as a sorted list without duplicates",
                    f"an ascending list of the primes that {n} is divisible by",
                ],
                [
                    f"List the prime factors of {n} in ascending order, each of them once",
                    f"Find the primes that {n} is divisible by and list each once, in ascending order",
                    f"Collect every prime divisor of {n}, without repeats, from smallest to largest",
                ],
                [
                    f"Which primes divide {n}? List them from smallest to largest, each only once.",
                    f"Break {n} down into prime factors and list them in ascending order, without duplicates.",
                ],
            )
            if unique
            else (
                [
                    f"the list of the prime factors of {n}, ascending, each as often as it divides {n}",
                    f"the prime factorization of {n} as an ascending list, with repeated factors",
                    f"the list of the primes whose product is {n}, in increasing order",
                    f"the prime factors of {n} counted with multiplicity, smallest first",
                    f"a sorted list of primes that give {n} when multiplied together",
                ],
                [
                    f"Factor {n} into a list of primes, from smallest to largest, repeats included",
                    f"Break {n} down into the list of its prime factors, ascending and with repetitions",
                    f"Write {n} as a product of primes and return them in ascending order",
                ],
                [
                    f"Which primes, multiplied together, give {n}? List them in ascending order.",
                    f"Given {n}, list its prime factors from the smallest up, where 12 has 2, 2 and 3.",
                ],
            )
        )
        return Sketch(
            names=[
                "prime_factors",
                "factorize",
                "factorization",
                "prime_divisors",
                "factor_into_primes",
                "get_prime_factors",
                "list_prime_factors",
                "find_prime_factors",
            ],
            params=[Param(n, "pos")],
            bodies=[body],
            returns="list[int]",
            what=what,
            do=do,
            sentences=sentences,
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
        least = "less than or equal to" if include else "less than"
        return d.one(
            Sketch(
                names=[
                    "primes_below",
                    "primes_up_to",
                    "list_primes",
                    "get_primes",
                    "find_primes",
                    "all_primes",
                    "primes_to",
                    "collect_primes",
                ],
                params=source.params,
                bodies=folds.collected(d, source, var, prime_test),
                returns="list[int]",
                what=[
                    f"the list of {many}",
                    f"a list of all {many}",
                    f"all primes{source.where} in ascending order",
                    f"the primes {least} {a}, smallest first",
                    f"the ascending list of all numbers {least} {a} that have exactly two divisors",
                ],
                do=[
                    f"List all primes{source.where} from smallest to largest",
                    f"Collect the {many} in a list, in ascending order",
                    f"Pick out the primes from the numbers {least} {a}, in order",
                ],
                sentences=[
                    f"Which numbers {least} {a} are prime? List them in ascending order.",
                    f"Given {a}, find every prime {least} {a} and put them into a list, smallest first.",
                ],
            ),
            Sketch(
                names=[
                    "count_primes",
                    "prime_count",
                    "number_of_primes",
                    "how_many_primes",
                    "num_primes",
                    "primes_counted",
                    "count_prime_numbers",
                    "total_primes",
                ],
                params=source.params,
                bodies=folds.counted(d, source, prime_test),
                what=[
                    f"the number of {many}",
                    f"how many primes there are{source.where}",
                    f"how many prime numbers are {least} {a}",
                    f"the count of all primes {least} {a}",
                ],
                do=[
                    f"Count the {many}",
                    f"Count how many numbers {least} {a} are prime",
                    f"Go through the numbers {least} {a} and count the primes",
                ],
                sentences=[
                    f"How many primes are {least} {a}?",
                    f"How many prime numbers are there{source.where}?",
                    f"Given {a}, work out how many primes are {least} it.",
                ],
            ),
            Sketch(
                names=[
                    "sum_primes",
                    "sum_of_primes",
                    "add_primes",
                    "prime_sum",
                    "total_of_primes",
                    "add_up_primes",
                    "primes_total",
                    "sum_prime_numbers",
                ],
                params=source.params,
                bodies=folds.summed(d, source, var, prime_test),
                what=[
                    f"the sum of the {many}",
                    f"the sum of all primes {least} {a}",
                    f"the total of all prime numbers {least} {a}",
                    f"what all the primes{source.where} add up to",
                ],
                do=[
                    f"Add up all primes{source.where}",
                    f"Sum the {many}",
                    f"Add together every prime that is {least} {a}",
                ],
                sentences=[
                    f"What is the sum of the primes {least} {a}?",
                    f"What do you get when you add up the prime numbers{source.where}?",
                    f"Given {a}, find all primes {least} it and return their sum.",
                ],
            ),
        )
    body = f"for {i} in range(2, {k + 1}):\n    if {n} % {i} == 0:\n        return {no}\nreturn {yes}"
    whether = (
        [
            f"{n} has no divisor from 2 to {k}",
            f"{n} is not divisible by any number from 2 to {k}",
            f"none of the numbers from 2 to {k} divides {n}",
            f"dividing {n} by each of 2 to {k} always leaves a remainder",
            f"no number from 2 up to and including {k} is a factor of {n}",
            f"{n} is not a multiple of any number from 2 to {k}",
        ]
        if prime
        else [
            f"{n} has a divisor from 2 to {k}",
            f"{n} is divisible by at least one number from 2 to {k}",
            f"any of the numbers from 2 to {k} divides {n}",
            f"some number from 2 up to and including {k} is a factor of {n}",
            f"{n} can be divided without a remainder by some number from 2 to {k}",
            f"{n} is a multiple of a number from 2 to {k}",
        ]
    )
    sentences = (
        [
            f"Do all divisions of {n} by 2 to {k} leave a remainder?",
            f"Try the divisors 2 to {k}: False if one of them goes into {n} evenly, else True.",
            f"Is {n} free of divisors in the range from 2 to {k}, both included?",
        ]
        if prime
        else [
            f"Does any number from 2 to {k} go into {n} evenly?",
            f"Try the divisors 2 to {k}: True as soon as one of them divides {n}, else False.",
            f"Is there a divisor of {n} in the range from 2 to {k}, both included?",
        ]
    )
    test = (
        f"all({n} % {i} != 0 for {i} in range(2, {k + 1}))"
        if prime
        else f"any({n} % {i} == 0 for {i} in range(2, {k + 1}))"
    )
    return Sketch(
        names=(
            [
                f"no_divisor_to_{k}",
                "trial",
                f"no_factor_up_to_{k}",
                f"not_divisible_to_{k}",
                "no_small_divisor",
                "lacks_small_factor",
                "free_of_small_factors",
                f"passes_trial_to_{k}",
            ]
            if prime
            else [
                f"has_divisor_to_{k}",
                "trial",
                f"has_factor_up_to_{k}",
                f"divisible_to_{k}",
                "has_small_divisor",
                "has_small_factor",
                "small_divisor_exists",
                f"divisor_up_to_{k}",
            ]
        ),
        params=[Param(n, "pos")],
        bodies=[body, f"return {test}"],
        returns="bool",
        whether=whether,
        sentences=sentences,
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
            names=[
                "greatest_common_divisor",
                "common_divisor",
                "hcf",
                "largest_common_factor",
                "euclid",
                "gcd",
                "find_gcd",
                "highest_common_factor",
            ],
            params=pair,
            bodies=[f"{loop}return {a}", f"{loop}return {a}", recursive],
            what=[
                f"the {gcd}{of}",
                f"the largest number by which both {a} and {b} can be divided evenly",
                f"the gcd of {a} and {b}",
                f"the biggest whole number that is a factor of {a} as well as of {b}",
                f"the largest of the divisors that {a} and {b} share",
            ],
            do=[
                f"Find the {gcd}{of}",
                f"Apply Euclid's algorithm to {a} and {b} and return their greatest common divisor",
            ],
            sentences=[
                f"What is the {gcd}{of}?",
                f"Which is the largest number that goes into both {a} and {b} without a remainder?",
                f"Given {a} and {b}, work out their gcd.",
            ],
            inputs=inputs,
        )
    if form == 1:
        subtract = (
            f"while {a} != {b}:\n    if {a} > {b}:\n        {a} -= {b}\n    else:\n        {b} -= {a}\nreturn {a}"
        )
        return Sketch(
            names=[
                "gcd_by_subtraction",
                "subtract_gcd",
                "common_measure",
                "gcd",
                "subtractive_gcd",
                "gcd_subtracting",
                "slow_gcd",
                "euclid_by_subtraction",
            ],
            params=pair,
            bodies=[subtract],
            what=[
                f"the {gcd}{of}, found by repeated subtraction",
                f"the {gcd}{of}",
                f"the gcd of {a} and {b}, using subtraction only",
                f"what is left when the smaller of {a} and {b} is taken from the larger until they are equal",
            ],
            do=[
                f"Find the {gcd}{of} by subtracting the smaller from the larger until both are equal",
                f"Compute the gcd of {a} and {b} without division, by subtracting",
                f"Subtract the smaller of {a} and {b} from the larger until they are equal, and return that number",
            ],
            sentences=[
                f"What is the {gcd}{of}?",
                f"While {a} and {b} differ, take the smaller from the larger; return what both become.",
                f"Euclid's algorithm in its oldest form, by subtraction: the gcd of {a} and {b}.",
            ],
            inputs=inputs,
        )
    if form == 2:
        return Sketch(
            names=[
                "least_common_multiple",
                "common_multiple",
                "smallest_multiple",
                "lcm",
                "find_lcm",
                "lowest_common_multiple",
                "smallest_common_multiple",
                "first_shared_multiple",
            ],
            params=pair,
            bodies=[
                f"{out} = {a} * {b}\n{loop}return {out} // {a}",
                f"{out} = {a}\nwhile {out} % {b} != 0:\n    {out} += {a}\nreturn {out}",
            ],
            what=[
                f"the least common multiple of {a} and {b}",
                f"the smallest positive number that both {a} and {b} divide",
                f"the lcm of {a} and {b}",
                f"the lowest common multiple of {a} and {b}",
                f"the first positive number that is in the times tables of both {a} and {b}",
                f"the smallest number above 0 that is a multiple of {a} and of {b}",
                f"the product of {a} and {b} divided by their greatest common divisor",
            ],
            sentences=[
                f"What is the smallest positive number divisible by both {a} and {b}?",
                f"Two lights flash together now, then every {a} and every {b} seconds. When do they next meet?",
                f"Given {a} and {b}, work out their least common multiple.",
                f"At which positive number do the multiples of {a} and those of {b} meet first?",
            ],
            inputs=inputs,
        )
    if form == 3:
        return Sketch(
            names=[
                "are_coprime",
                "coprime",
                "relatively_prime",
                "is_coprime",
                "no_common_factor",
                "mutually_prime",
                "are_relatively_prime",
                "gcd_is_one",
            ],
            params=pair,
            bodies=[f"{loop}return {a} == 1"],
            returns="bool",
            whether=[
                f"{a} and {b} have no common divisor greater than 1",
                f"{a} and {b} are coprime",
                f"{a} and {b} are relatively prime",
                f"the greatest common divisor of {a} and {b} is 1",
                f"1 is the only positive number that divides both {a} and {b}",
                f"{a} and {b} share no factor except 1",
                f"the fraction {a} / {b} cannot be reduced",
            ],
            sentences=[
                f"Are {a} and {b} relatively prime?",
                f"Do {a} and {b} have nothing but 1 as a common factor?",
                f"Work out if the gcd of {a} and {b} equals 1.",
                f"False if some number above 1 divides both {a} and {b}, otherwise True.",
            ],
            inputs=inputs,
        )
    if form == 4:
        xs, x = d.name("numbers values nums xs"), d.name("x n number value")
        g = d.name("g result divisor current")
        return Sketch(
            names=[
                "gcd_of_list",
                "list_gcd",
                "common_divisor_of_all",
                "gcd_all",
                "greatest_common_divisor",
                "gcd_many",
                "gcd_of_all",
                "largest_shared_divisor",
            ],
            params=[Param(xs, "nats")],
            bodies=[f"{g} = 0\nfor {x} in {xs}:\n    while {x}:\n        {g}, {x} = {x}, {g} % {x}\nreturn {g}"],
            what=[
                f"the greatest common divisor of all {xs}",
                f"the largest number that divides all of {xs}",
                f"the gcd of the numbers in {xs}",
                f"the highest common factor of all numbers in {xs}",
                f"the biggest divisor that all the numbers in {xs} have in common",
            ],
            do=[
                f"Find the gcd of the whole list {xs}",
                f"Go through {xs} and work out the greatest common divisor of all its numbers",
            ],
            sentences=[
                f"What is the largest number that goes into every number of {xs} without a remainder?",
                f"Given a list of numbers, {xs}, find their greatest common divisor.",
                f"Which is the largest divisor shared by all of {xs}?",
            ],
            edge="Return 0 for an empty list.",
            inputs=["[12, 18, 24]", "[5, 10]"],
        )
    if form == 5:
        return Sketch(
            names=[
                "euclid_steps",
                "count_divisions",
                "gcd_steps",
                "steps_of_euclid",
                "count_gcd_steps",
                "euclid_length",
                "number_of_divisions",
                "divisions_needed",
            ],
            params=pair,
            bodies=[f"{out} = 0\nwhile {b}:\n    {a}, {b} = {b}, {a} % {b}\n    {out} += 1\nreturn {out}"],
            what=[
                f"how many divisions Euclid's algorithm takes for {a} and {b}",
                f"how many times ({a}, {b}) can be replaced by ({b}, {a} % {b}) until {b} is 0",
                f"the number of division steps of Euclid's algorithm for {a} and {b}",
                f"the number of steps that the Euclidean algorithm takes from ({a}, {b}) to a remainder of 0",
                f"how many remainders are computed when finding the gcd of {a} and {b} by Euclid's algorithm",
            ],
            do=[
                f"Count the steps of Euclid's algorithm for {a} and {b}",
                f"Replace ({a}, {b}) by ({b}, {a} % {b}) until {b} is 0, and count how often this is done",
                f"Run Euclid's algorithm on {a} and {b} and return how many divisions it does",
            ],
            sentences=[
                f"How many steps does Euclid's algorithm need for {a} and {b}, dividing {a} by {b} first?",
                f"How often must ({a}, {b}) turn into ({b}, {a} % {b}) before {b} is 0?",
            ],
            inputs=inputs,
        )
    if form == 6:
        x, y = d.name("p x g"), d.name("q y h")
        return Sketch(
            names=[
                "reduce_fraction",
                "simplify_fraction",
                "lowest_terms",
                "reduced",
                "cancel_fraction",
                "simplify",
                "in_lowest_terms",
                "shorten_fraction",
            ],
            params=pair,
            bodies=[f"{x}, {y} = {a}, {b}\nwhile {y}:\n    {x}, {y} = {y}, {x} % {y}\nreturn ({a} // {x}, {b} // {x})"],
            returns="tuple[int, int]",
            what=[
                f"the fraction {a} / {b} in lowest terms, as a pair",
                f"the simplified fraction {a} / {b} as a tuple (numerator, denominator)",
                f"numerator and denominator of {a} / {b} after cancelling all common factors, as a tuple",
                f"a tuple of {a} and {b}, both divided by their greatest common divisor",
                f"the pair of smallest positive whole numbers in the same ratio as {a} to {b}",
            ],
            do=[
                f"Reduce the fraction {a} / {b} and return it as a tuple (numerator, denominator)",
                f"Simplify {a} / {b} as far as possible and return numerator and denominator as a tuple",
                f"Divide {a} and {b} by their gcd and return both results as a pair",
            ],
            sentences=[
                f"What is {a} / {b} as a fully reduced fraction? Give a pair of numerator and denominator.",
                f"Given the numerator {a} and the denominator {b}, cancel the fraction; the result is a pair.",
            ],
            inputs=inputs,
        )
    return Sketch(
        names=[
            "have_common_divisor",
            "share_factor",
            "common_factor_exists",
            "share_divisor",
            "have_common_factor",
            "not_coprime",
            "has_common_divisor",
            "any_common_factor",
        ],
        params=pair,
        bodies=[
            f"{loop}return {a} > 1",
            f"for i in range(2, min({a}, {b}) + 1):\n    if {a} % i == 0 and {b} % i == 0:\n        return True\nreturn False",  # noqa: E501
        ],
        returns="bool",
        whether=[
            f"{a} and {b} have a common divisor greater than 1",
            f"some number greater than 1 divides both {a} and {b}",
            f"{a} and {b} are not coprime",
            f"the greatest common divisor of {a} and {b} is more than 1",
            f"{a} and {b} share a factor other than 1",
            f"the fraction {a} / {b} can be reduced",
        ],
        sentences=[
            f"Is there a number above 1 that goes into both {a} and {b}?",
            f"Do {a} and {b} have any factor in common, leaving 1 aside?",
            f"Look for a number from 2 on that divides {a} as well as {b} and tell if there is one.",
            f"False if {a} and {b} are relatively prime, otherwise True.",
        ],
        inputs=inputs,
    )


def _special(d: Draw) -> Sketch:
    n = d.name(COUNTS)
    i = d.name("i k x")
    k = d.number(2, 7)
    total = f"sum({i} for {i} in range(1, {n}) if {n} % {i} == 0)"
    sign, word, said, turned = d.one(
        ("==", "perfect", "equals", "equal to"),
        (">", "abundant", "is less than", "greater than"),
        ("<", "deficient", "is greater than", "less than"),
    )
    bodies, told, names = d.one(
        (
            [
                f"return {total} {sign} {n}",
                f"total = 0\nfor {i} in range(1, {n}):\n    if {n} % {i} == 0:\n        total += {i}\nreturn total {sign} {n}",  # noqa: E501
            ],
            [
                f"{n} {said} the sum of its proper divisors",
                f"the sum of the proper divisors of {n} is {turned} {n}",
                f"the divisors of {n}, without {n} itself, have a sum {turned} {n}",
                f"{n} is {word}: its proper divisors have a sum {turned} {n}",
                f"the positive numbers below {n} that divide it have a sum {turned} {n}",
                f"adding up the divisors of {n} other than {n} gives a sum {turned} {n}",
                f"Is {n} {word}, with a sum of proper divisors {turned} {n}?",
                f"Add up the divisors of {n} that are less than {n}. Is the sum {turned} {n}?",
                f"Find the sum of the proper divisors of {n} and tell if it is {turned} {n}.",
            ],
            f"is_{word} {word}_number {word} is_{word}_number check_{word} test_{word} {word}_test number_is_{word}",
        ),
        (
            [
                f"return int({n} ** 0.5) ** 2 == {n}",
                f"{i} = 0\nwhile {i} * {i} < {n}:\n    {i} += 1\nreturn {i} * {i} == {n}",
            ],
            [
                f"{n} is a perfect square",
                f"{n} is a square number",
                f"{n} is the square of a whole number",
                f"the square root of {n} is a whole number",
                f"some integer multiplied by itself gives {n}",
                f"{n} is one of the squares 1, 4, 9, 16 and so on",
                f"Is {n} a perfect square?",
                f"Is there a whole number whose square is exactly {n}?",
                f"Can {n} dots be laid out as a square with equally many rows and columns?",
                f"Work out if {n} is some integer times itself.",
            ],
            "is_square is_perfect_square perfect_square square_number is_square_number check_square has_whole_root has_integer_root",  # noqa: E501
        ),
        (
            [f"{i} = 0\nwhile {i} ** 3 < {n}:\n    {i} += 1\nreturn {i} ** 3 == {n}"],
            [
                f"{n} is the cube of a whole number",
                f"{n} is a perfect cube",
                f"the cube root of {n} is a whole number",
                f"some whole number to the power of 3 gives {n}",
                f"{n} is one of the cubes 1, 8, 27, 64 and so on",
                f"{n} is the product of three equal whole numbers",
                f"Is {n} a cube number?",
                f"Is there a whole number whose third power is exactly {n}?",
                f"Look for a whole number that gives {n} when cubed and tell if there is one.",
            ],
            "is_cube is_perfect_cube perfect_cube cube_number is_cube_number check_cube has_cube_root is_third_power",
        ),
        (
            [
                f"while {n} % {k} == 0:\n    {n} //= {k}\nreturn {n} == 1",
                f"{i} = 1\nwhile {i} < {n}:\n    {i} *= {k}\nreturn {i} == {n}",
            ],
            [
                f"{n} is a power of {k}",
                f"{n} is 1, {k}, {k * k}, {k**3} or any higher power of {k}",
                f"{k} raised to some whole number, 0 or more, gives {n}",
                f"dividing {n} by {k} again and again, without a remainder, ends at 1",
                f"{n} can be got from 1 by multiplying by {k} zero or more times",
                f"{n} equals {k} ** e for some whole number e >= 0",
                f"Is {n} a power of {k}? 1 is one.",
                f"Is {n} equal to {k} to the power of 0, 1, 2 or more?",
                f"Start at 1 and multiply by {k} as often as needed: do you hit {n} exactly?",
            ],
            f"is_power_of_{k} power_of_{k} check_power_of_{k} is_pow_{k} is_exact_power_{k} test_power_{k} log_{k}_is_whole is_a_power_of_{k}",  # noqa: E501
        ),
        (
            [f"{i} = 0\ntotal = 0\nwhile total < {n}:\n    {i} += 1\n    total += {i}\nreturn total == {n}"],
            [
                f"{n} is a triangular number (1, 1 + 2, 1 + 2 + 3, ...)",
                f"{n} is one of the triangular numbers 1, 3, 6, 10, 15 and so on",
                f"{n} is the sum of the whole numbers from 1 up to some number",
                f"adding 1 + 2 + 3 and so on reaches {n} exactly",
                f"{n} equals r * (r + 1) / 2 for some whole number r",
                f"{n} is triangular, like 1, 3, 6 and 10",
                f"Is {n} a triangular number?",
                f"Can {n} balls form a triangle with rows of 1, 2, 3, ... balls?",
                f"Add 1, 2, 3, ... until the sum is at least {n}, and tell if it is exactly {n}.",
            ],
            "is_triangular triangular is_triangular_number triangle_number is_triangle_number check_triangular forms_triangle is_sum_from_one",  # noqa: E501
        ),
        (
            [f"for {i} in range(1, {n}):\n    if {i} * ({i} + 1) == {n}:\n        return True\nreturn False"],
            [
                f"{n} is the product of two consecutive positive numbers",
                f"{n} is a positive whole number times the next one",
                f"{n} is pronic: the product of neighbouring positive numbers, such as 2 * 3",
                f"two positive whole numbers that differ by 1 have the product {n}",
                f"multiplying some positive whole number by the one after it gives {n}",
                f"{n} is one of 1 * 2, 2 * 3, 3 * 4 and so on",
                f"Is {n} a pronic number (2, 6, 12, 20, ...)?",
                f"Are there two consecutive positive whole numbers whose product is {n}?",
                f"Can {n} dots form a rectangle with one more column than it has rows?",
            ],
            "is_pronic pronic is_pronic_number is_oblong oblong_number check_pronic consecutive_product product_of_neighbours",  # noqa: E501
        ),
    )
    return Sketch(
        names=names.split(),
        params=[Param(n, "pos")],
        bodies=bodies,
        returns="bool",
        whether=[text for text in told if text[-1] not in ".?"],
        sentences=[text for text in told if text[-1] in ".?"],
        inputs=["6", "12", "8", "9", "27", "28", "15", str(k), str(k * k)],
    )


def _counted_down(d: Draw) -> Sketch:
    n = d.name(COUNTS)
    k = d.number(2, 9)
    count = d.name("count steps result times")
    cond, change, told, names = d.one(
        (
            f"{n} % {k} == 0",
            f"{n} //= {k}",
            [
                f"how often {n} can be divided by {k} without a remainder",
                f"how many times in a row {n} can be divided evenly by {k}",
                f"the largest exponent e such that {k} ** e divides {n}",
                f"the number of times that {k} can be divided out of {n} until a remainder would be left",
                f"the exponent of the highest power of {k} that divides {n}",
                f"Count how many times {n} can be divided by {k} before it is no longer a multiple of {k}",
                f"How many times does {n} divide evenly by {k}, one division after the other?",
                f"Keep dividing {n} by {k} as long as that leaves no remainder, and return the number of divisions.",
                f"Given {n}, work out how often you can divide it by {k} with nothing left over.",
            ],
            f"times_divisible_by_{k} multiplicity_of_{k} exponent_of_{k} count_factor_{k} divisions_by_{k} valuation_{k} how_often_divisible power_of_{k}_in",  # noqa: E501
        ),
        (
            f"{n} > 1",
            f"{n} //= {k}",
            [
                f"how often {n} can be divided by {k}, rounding down, until it is at most 1",
                f"the number of integer divisions by {k} that it takes to bring {n} down to 1 or 0",
                f"how many times {n} must be divided by {k} (dropping the remainder) to be at most 1",
                f"how many floor divisions by {k} take {n} to 1 or less",
                f"Count the floor divisions by {k} until {n} is no longer greater than 1",
                f"Divide {n} by {k}, rounding down, while it is above 1, and return how often that was done",
                f"How many times do you have to replace {n} by {n} // {k} before it is 1 or 0?",
                f"Cut {n} down by dividing by {k} and rounding down. How many steps until it is at most 1?",
            ],
            f"halvings_{k} log_{k} count_divisions_by_{k} steps_to_one divisions_to_one shrink_steps times_divided_by_{k} division_steps",  # noqa: E501
        ),
        (
            f"{n} >= {k}",
            f"{n} -= {k}",
            [
                f"how often {k} can be subtracted from {n} without going below 0",
                f"how many times {k} fits into {n}",
                f"how many whole times {k} goes into {n}",
                f"the quotient of {n} and {k} without the remainder, counted by subtracting",
                f"the number of times that {k} can be taken away from {n} while at least {k} is left",
                f"Count how many times {k} can be taken from {n} before less than {k} is left",
                f"Divide {n} by {k}, rounding down, by repeated subtraction",
                f"How many groups of {k} can be made out of {n}? A rest does not count.",
                f"Subtract {k} from {n} as long as it is at least {k}, and return how often that was.",
            ],
            f"times_{k}_fits subtract_count how_often_{k}_fits count_subtractions groups_of_{k} divide_by_subtraction fits_into whole_times_{k}",  # noqa: E501
        ),
        (
            f"{n} != 1",
            f"{n} = {n} // 2 if {n} % 2 == 0 else 3 * {n} + 1",
            [
                f"how many steps {n} takes to reach 1 when even numbers are halved and odd ones become 3 times themselves plus 1",  # noqa: E501
                f"the number of Collatz steps from {n} to 1 (halve even numbers, turn odd x into 3x + 1)",
                f"how many steps the 3x + 1 rule needs to bring {n} to 1: even x becomes x / 2, odd x 3x + 1",
                f"the length of the Collatz sequence from {n} to 1, not counting {n} itself",
                f"Count the steps of the Collatz process from {n} down to 1",
                f"Halve {n} if it is even, else triple it and add 1; count how often this is done until it is 1",
                f"How many Collatz steps does it take from {n} to 1? Even numbers are halved, an odd x becomes 3x + 1.",
                f"Follow the Collatz rule (x / 2 if even, 3x + 1 if odd) from {n} until it hits 1: how many steps?",
            ],
            "collatz_steps steps_to_one collatz collatz_length count_collatz_steps hailstone_steps steps_until_one three_x_plus_one",  # noqa: E501
        ),
        (
            f"{n} > 0",
            f"{n} //= 2",
            [
                f"how many binary digits {n} has, with 0 for 0",
                f"the number of bits needed to write {n} in binary, 0 for 0",
                f"the bit length of {n}",
                f"how long {n} is when written in base 2 (0 for 0)",
                f"how often {n} can be halved, rounding down, until it is 0",
                f"Count the binary digits of {n}, taking 0 to have none",
                f"Find out how many bits {n} takes up in binary, without leading zeros",
                f"How many digits does {n} have in base 2? For 0, return 0.",
                f"Halve {n}, dropping remainders, until nothing is left, and return the number of halvings.",
            ],
            "bit_length count_bits number_of_bits binary_length count_binary_digits bits_needed num_bits base_2_length",
        ),
    )
    return Sketch(
        names=names.split(),
        params=[Param(n, "pos")],
        bodies=[f"{count} = 0\nwhile {cond}:\n    {change}\n    {count} += 1\nreturn {count}"],
        what=[text for text in told if not text[0].isupper()],
        do=[text for text in told if text[0].isupper() and text[-1] not in ".?"],
        sentences=[text for text in told if text[-1] in ".?"],
        inputs=[str(k), str(k * k), "12", "7"],
    )


def _roots(d: Draw) -> Sketch:
    if d.chance(0.5):
        a, b, c = three(d)
        return Sketch(
            names=[
                "is_pythagorean",
                "right_triangle",
                "squares_add_up",
                "is_right_triangle",
                "pythagorean_triple",
                "is_pythagorean_triple",
                "check_pythagoras",
                "is_right_angled",
            ],
            params=[Param(x, "smallpos") for x in (a, b, c)],
            bodies=folds.truth(d, f"{a} ** 2 + {b} ** 2 == {c} ** 2"),
            returns="bool",
            whether=[
                f"the squares of {a} and {b} add up to the square of {c}",
                f"{a} squared plus {b} squared equals {c} squared",
                f"({a}, {b}, {c}) is a Pythagorean triple, in this order",
                f"a triangle with legs {a} and {b} and hypotenuse {c} is right-angled",
                f"{a}, {b} and {c} satisfy Pythagoras' theorem, with {c} as the hypotenuse",
                f"the sum of the squares of {a} and {b} is the square of {c}",
                f"{c} is the hypotenuse of the right triangle with the other sides {a} and {b}",
            ],
            sentences=[
                f"Is {a} * {a} + {b} * {b} the same as {c} * {c}?",
                f"Do {a}, {b} and {c} form a right triangle in which {c} is the longest side?",
                f"Pythagoras: add the squares of {a} and {b} and tell if the sum equals the square of {c}.",
                f"Given the sides {a}, {b} and {c} of a triangle, is there a right angle between {a} and {b}?",
            ],
            inputs=["3, 4, 5", "5, 12, 13", "1, 2, 3"],
        )
    n, i = d.name(COUNTS), d.name("i root r k")
    power = d.number(2, 3)
    word = "square" if power == 2 else "cube"
    return Sketch(
        names=[
            "integer_root",
            f"root_{power}",
            "floor_root",
            f"integer_{word}_root",
            f"floor_{word}_root",
            f"{word}_root_floor",
            f"whole_{word}_root",
            f"largest_{word}_base",
        ],
        params=[Param(n, "nat")],
        bodies=[f"{i} = 0\nwhile ({i} + 1) ** {power} <= {n}:\n    {i} += 1\nreturn {i}"],
        what=[
            f"the largest whole number whose {word} is at most {n}",
            f"the {word} root of {n}, rounded down to a whole number",
            f"the integer part of the {word} root of {n}",
            f"the greatest integer whose {word} does not exceed {n}",
            f"the floor of the {word} root of {n}",
        ],
        do=[
            f"Find the biggest whole number that, raised to the power of {power}, is not greater than {n}",
            f"Compute the integer {word} root of {n}, dropping any fraction",
            f"Work out the {word} root of {n} as an integer, rounding down",
        ],
        sentences=[
            f"What is the largest integer whose {word} is still no more than {n}?",
            f"Try 1, 2, 3, ... and return the last number whose {word} is not above {n}, or 0 if there is none.",
            f"Given {n}, give back its {word} root without the decimals.",
        ],
        inputs=["8", "9", "26", "27"],
    )


FAMILIES = (
    Family("number_theory", ((_trial_division, 4), (_euclid, 3), (_special, 2), (_counted_down, 2), (_roots, 1))),
)
