"""Primes and prime factors, found by trial division."""

from __future__ import annotations

from trainer.data.exercises import folds
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import COUNTS
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import Source

__all__ = ["trial_division"]


def trial_division(d: Draw) -> Sketch:
    """Draws an operation on primes, composites, divisors or prime factors."""
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
