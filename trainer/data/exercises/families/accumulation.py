"""The numbers up to a bound, and the digits of a number."""

from __future__ import annotations

from trainer.data.exercises import fold_sketches as fold
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import COUNTS
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import Source, digits, span

__all__ = ["FAMILIES"]


def _span(d: Draw) -> Sketch:
    source = span(d)
    rule = d.one(fold.sum_of, fold.sum_of, fold.product_of, fold.count, "list", "list")
    if rule == "list":
        return fold.collect(d, source, filtered=(filtered := d.chance(0.6)), mapped=not filtered or d.chance(0.4))
    return rule(d, source)


def _steps(d: Draw) -> Sketch:
    """Sums, products and lists of the numbers between two others, possibly in steps."""
    a, b = d.one("a b", "start end", "start stop", "low high", "first last", "m n", "lo hi").split()
    d.taken |= {a, b}
    i = d.name("i i x k number")
    step = d.number(2, 5)
    code, where, stem = d.one(
        (f"range({a}, {b} + 1)", f" from {a} to {b} (inclusive)", "range"),
        (f"range({a}, {b})", f" from {a} up to but not including {b}", "range"),
        (f"range({a}, {b} + 1, {step})", f" {a}, {a} + {step}, {a} + {2 * step}, ... up to {b}", f"step_{step}"),
        (f"range({a} + 1, {b})", f" strictly between {a} and {b}", "between"),
    )
    source = Source(code, i, "number", "numbers", where, "nat", stem, (Param(a, "small"), Param(b, "nat12")))
    if d.chance(0.2):
        back = d.one(
            (f"range({b}, {a} - 1, -1)", f"from {b} down to {a}", f"less than {a}"),
            (f"range({b}, {a}, -1)", f"from {b} down to {a} + 1", f"at most {a}"),
        )
        out = d.name("result numbers out")
        return Sketch(
            names=[
                "countdown",
                "down",
                "descending_range",
                "reverse_range",
                "count_down",
                "numbers_down",
                "backwards_range",
                "count_backwards",
            ],
            params=source.params,
            returns="list[int]",
            bodies=[
                f"return list({back[0]})",
                f"{out} = []\nfor {i} in {back[0]}:\n    {out}.append({i})\nreturn {out}",
            ],
            what=[
                f"the list of the numbers {back[1]}",
                f"all whole numbers {back[1]}, both included, as a list",
                f"the integers {back[1]} as a list",
            ],
            do=[
                f"Count backwards {back[1]}, listing each number",
                f"List the numbers {back[1]}, largest first",
                f"Build a list of the integers in descending order, {back[1]} inclusive",
            ],
            sentences=[
                f"Which numbers come up when counting down {back[1]}? Return them in that order.",
                f"Given {a} and {b}, make a list that runs {back[1]}, both ends included.",
                f"A countdown {back[1]} as a list; it is empty if {b} is {back[2]}.",
                f"Step {back[1]} by ones and collect each number on the way, the two ends too.",
            ],
        )
    if d.chance(0.3):
        return fold.collect(d, source, filtered=d.chance(0.5), mapped=d.chance(0.5))
    return d.one(fold.sum_of, fold.product_of, fold.count)(d, source)


def _digit_fold(d: Draw) -> Sketch:
    source = digits(d)
    rule = d.one(fold.sum_of, fold.sum_of, fold.count, fold.product_of, fold.check_all, fold.check_any, "list")
    if rule == "list":
        return fold.collect(d, source, filtered=(filtered := d.chance(0.5)), mapped=not filtered and d.chance(0.7))
    return rule(d, source)


def _outermost(n: str, word: str, second: str, third: str, zero: str = "") -> dict[str, list[str]]:
    """The wordings for the largest or smallest digit; `zero` says what 0 gives."""
    high = word == "largest"
    return {
        "what": [
            f"the {word} digit of {n}{zero}",
            f"the {'maximum' if high else 'minimum'} of the digits of {n}{zero}",
            f"the {second} of all decimal digits of {n}{zero}",
            f"the {third} digit that occurs in {n}{zero}",
        ],
        "do": [
            f"Find the {word} digit of {n}{zero}",
            f"Pick out the {third} digit in the number {n}{zero}",
            f"Look through the digits of {n} for the {word} one{zero}",
        ],
        "sentences": [
            f"Which of the digits of {n} is the {word}?{zero.replace(', with 9 for 0', ' Return 9 for 0.')}",
            f"Given a number {n}, give back its {third} digit{zero}.",
            f"Compare the digits of {n} and keep the {third} one{zero}.",
        ],
    }


def _digit_loop(d: Draw) -> Sketch:
    """Walks over the digits by division."""
    n = d.name(COUNTS)
    out = d.name("total result count s digit_sum")
    start, update, wording, names = d.one(
        (
            "0",
            f"{out} += {n} % 10",
            {
                "what": [
                    f"the sum of the digits of {n}",
                    f"the digit sum of {n}",
                    f"the cross sum of the number {n}",
                    f"what the digits of {n} add up to",
                ],
                "do": [
                    f"Add up the digits of {n}",
                    f"Sum all digits of {n}",
                    f"Calculate the total of the decimal digits that make up {n}",
                ],
                "sentences": [
                    f"What do the digits of {n} add up to?",
                    f"Given a non-negative integer {n}, add its digits together and give back the total.",
                    f"Take {n} apart into its digits and return their sum.",
                ],
            },
            "digit_sum sum_digits add_digits sum_of_digits digits_total cross_sum add_up_digits total_of_digits",
        ),
        (
            "0",
            f"{out} += ({n} % 10) ** 2",
            {
                "what": [
                    f"the sum of the squares of the digits of {n}",
                    f"the total of the squared digits of {n}",
                    f"what you get by squaring each digit of {n} and adding up the results",
                ],
                "do": [
                    f"Add up the squares of the digits of {n}",
                    f"Sum the digits of {n}, each multiplied by itself",
                ],
                "sentences": [
                    f"What is the sum of the squared digits of {n}?",
                    f"Square every digit of {n}, then add the squares together.",
                    f"Given a number {n}, go through its digits and total up their squares.",
                    f"Split {n} into digits, multiply each by itself and return the sum.",
                ],
            },
            "squared_digit_sum sum_of_squared_digits digit_square_sum sum_squares_of_digits square_digits_sum "
            "sum_digit_squares digits_squared_total add_squared_digits",
        ),
        (
            "0",
            f"{out} += 1",
            {
                "what": [
                    f"how many digits {n} has, with 0 for 0",
                    f"the number of digits of {n}, taking 0 to have none",
                    f"the digit count of {n}, where 0 counts as having no digits",
                ],
                "do": [
                    f"Count the digits of {n}, with a result of 0 for the number 0",
                    f"Find the length of {n} in decimal digits, with 0 for 0",
                ],
                "sentences": [
                    f"How many digits does {n} have? For 0 the answer is 0.",
                    f"How long is {n} when written in decimal? Return 0 if {n} is 0.",
                    f"How many times can {n} be divided by 10, rounding down, until nothing is left?",
                    f"Given a number {n}, work out how many digits it has. Return 0 for 0.",
                ],
            },
            "count_digits digit_count num_digits number_of_digits how_many_digits digits_in decimal_length",
        ),
        (
            "1",
            f"{out} *= {n} % 10",
            {
                "what": [
                    f"the product of the digits of {n}, with 1 for 0",
                    f"the digit product of {n}, or 1 if {n} is 0",
                    f"all digits of {n} multiplied together, with 1 for 0",
                ],
                "do": [
                    f"Form the product of all digits of {n}, with a result of 1 if {n} is 0",
                    f"Calculate the product of the decimal digits of {n}, with 1 for 0",
                ],
                "sentences": [
                    f"What do you get when you multiply the digits of {n}? For 0 return 1.",
                    f"Given a number {n}, multiply its digits together. The result for 0 is 1.",
                    f"Take {n} apart into digits and return their product. Return 1 if {n} is 0.",
                    f"Go through the digits of {n} and multiply them all. For 0 the result is 1.",
                ],
            },
            "digit_product multiply_digits product_of_digits digits_product product_digits times_digits "
            "multiply_all_digits prod_digits",
        ),
        (
            "0",
            f"{out} = {out} * 10 + {n} % 10",
            {
                "what": [
                    f"{n} with its digits reversed",
                    f"the number that you get by writing the digits of {n} backwards",
                    f"the reversal of the integer {n}",
                    f"the integer with the digits of {n} from last to first",
                ],
                "do": [
                    f"Reverse the digits of {n}",
                    f"Turn the number {n} back to front",
                    f"Flip the order of the digits of {n}",
                ],
                "sentences": [
                    f"What is {n} when it is read from right to left, as a number?",
                    f"Given an integer {n}, give back the integer with the same digits in reverse order.",
                    f"Write {n} backwards and return the result as an integer; leading zeros vanish.",
                ],
            },
            "reverse_number reverse_digits reversed_int reverse_int flip_digits backwards mirror_number",
        ),
        (
            "0",
            f"{out} = max({out}, {n} % 10)",
            _outermost(n, "largest", "greatest", "biggest"),
            "max_digit largest_digit biggest_digit greatest_digit highest_digit maximum_digit digit_max top_digit",
        ),
        (
            "9",
            f"{out} = min({out}, {n} % 10)",
            _outermost(n, "smallest", "least", "lowest", ", with 9 for 0"),
            "min_digit smallest_digit lowest_digit least_digit minimum_digit digit_min littlest_digit",
        ),
    )
    return Sketch(
        names=names.split(),
        params=[Param(n, "nat")],
        bodies=[
            f"{out} = {start}\nwhile {n} > 0:\n    {update}\n    {n} //= 10\nreturn {out}",
            f"{out} = {start}\nwhile {n}:\n    {update}\n    {n} = {n} // 10\nreturn {out}",
        ],
        inputs=["907", "1234"],
        **wording,
    )


def _digit_other(d: Draw) -> Sketch:
    n = d.name(COUNTS)
    k = d.number(0, 9)
    s = d.name("s text digits")
    bodies, returns, wording, names = d.one(
        (
            [f"return int(str({n})[::-1])", f"{s} = str({n})\nreturn int({s}[::-1])"],
            "int",
            {
                "what": [
                    f"the number with the digits of {n} in reverse order",
                    f"{n} written backwards, as an integer",
                    f"the integer that you get by reading the digits of {n} from right to left",
                    f"the reverse of the number {n}",
                ],
                "do": [
                    f"Reverse the digits of {n}",
                    f"Flip the number {n} so that its last digit comes first",
                    f"Turn round the digits of {n}, with a number as the result",
                ],
                "sentences": [
                    f"What number do the digits of {n} make from back to front?",
                    f"Given an integer {n}, give back the integer with its digits in the opposite order.",
                    f"Read {n} from its last digit to its first and return that as a number.",
                ],
            },
            "reverse_digits flip_number reverse_number reversed_int backwards_number mirror_number reverse_integer",
        ),
        (
            [f"return str({n}) == str({n})[::-1]", f"{s} = str({n})\nreturn {s} == {s}[::-1]"],
            "bool",
            {
                "whether": [
                    f"{n} reads the same backwards",
                    f"{n} is a palindrome",
                    f"the digits of {n} are the same from left to right and from right to left",
                    f"{n} stays the same when its digits are reversed",
                    f"{n} is a palindromic number",
                ],
                "sentences": [
                    f"Is {n} a palindrome in decimal?",
                    f"Does {n} read the same forwards and backwards?",
                    f"Given a number {n}, tell if turning its digits round leaves it unchanged.",
                    f"Reverse the digits of {n} and see if the same number comes out.",
                ],
            },
            "is_palindrome_number same_backwards is_palindrome is_palindromic is_number_palindrome "
            "reads_same_backwards is_symmetric_number palindrome",
        ),
        (
            [f"return int(str({n})[0])"],
            "int",
            {
                "what": [
                    f"the first digit of {n}",
                    f"the leading digit of {n}",
                    f"the most significant decimal digit of {n}",
                    f"the leftmost digit of {n}, as a number",
                ],
                "do": [
                    f"Find the digit that {n} begins with",
                    f"Get rid of all digits of {n} but the first",
                    f"Pick out the leftmost digit of {n}",
                ],
                "sentences": [
                    f"Which digit does {n} start with?",
                    f"Given a positive integer {n}, give back its first digit.",
                    f"The digit at the very front of {n}.",
                ],
            },
            "first_digit leading_digit leftmost_digit top_digit start_digit highest_place_digit front_digit",
        ),
        (
            [f"return {n} % 10", f"return int(str({n})[-1])"],
            "int",
            {
                "what": [
                    f"the last digit of {n}",
                    f"the ones digit of {n}",
                    f"the units digit of {n}",
                    f"the least significant decimal digit of {n}",
                    f"the remainder of {n} when divided by 10",
                ],
                "do": [
                    f"Find the digit that {n} ends in",
                    f"Pick out the rightmost digit of {n}",
                    f"Throw away all digits of {n} but the last",
                ],
                "sentences": [
                    f"Which digit does {n} end with?",
                    f"Given a positive integer {n}, tell its final digit.",
                    f"What stands in the ones place of {n}?",
                ],
            },
            "last_digit ones_digit units_digit final_digit rightmost_digit end_digit unit_digit ones_place",
        ),
        (
            [f"return {n} // 10 % 10"],
            "int",
            {
                "what": [
                    f"the tens digit of {n}",
                    f"the digit in the tens place of {n}",
                    f"the second digit of {n} from the right, or 0 if there is none",
                    f"the last digit but one of {n}, with 0 for numbers below 10",
                ],
                "do": [
                    f"Find the tens digit of {n}",
                    f"Pick out the digit just before the ones digit of {n}, 0 if there is none",
                ],
                "sentences": [
                    f"Which digit of {n} stands for the tens? It is 0 if {n} is less than 10.",
                    f"Given a positive integer {n}, give back its tens digit (0 for a single digit).",
                    f"Cut the last digit off {n} and return the last digit of what is left, 0 if nothing is.",
                    f"What is in the tens place of {n}? Return 0 if {n} has one digit only.",
                ],
            },
            "tens_digit tens_place second_last_digit digit_of_tens get_tens tens tens_of penultimate_digit",
        ),
        (
            [f"return len(str({n}))"],
            "int",
            {
                "what": [
                    f"the number of digits of {n}",
                    f"how many digits {n} has",
                    f"the length of {n} written in decimal",
                    f"the digit count of {n}",
                ],
                "do": [f"Count the digits of {n}", f"Find how many digits it takes to write {n}"],
                "sentences": [
                    f"How many digits does {n} have?",
                    f"How long is the number {n} in decimal digits?",
                    f"Given a positive integer {n}, work out how many digits it consists of.",
                    f"Write {n} in decimal: how many digits does it take?",
                ],
            },
            "digit_count number_length count_digits num_digits number_of_digits digits_in how_many_digits",
        ),
        (
            [f"return '{k}' in str({n})"],
            "bool",
            {
                "whether": [
                    f"{n} contains the digit {k}",
                    f"the digit {k} occurs in {n}",
                    f"at least one digit of {n} is {k}",
                    f"there is a {k} among the decimal digits of {n}".replace("a 8", "an 8"),
                    f"{k} is one of the digits of {n}",
                ],
                "sentences": [
                    f"Is the digit {k} in {n}?",
                    f"Does {n} have the digit {k} anywhere?",
                    f"Look for the digit {k} in the number {n} and tell if it is there.",
                    f"Given a number {n}, do you need the digit {k} to write it?",
                ],
            },
            f"contains_{k} has_digit_{k} contains_digit_{k} has_{k} includes_{k} is_{k}_in_number has_a_{k} uses_{k}",
        ),
        (
            [f"return str({n}).count('{k}')"],
            "int",
            {
                "what": [
                    f"how often the digit {k} occurs in {n}",
                    f"the number of times the digit {k} appears in {n}",
                    f"how many of the digits of {n} are {k}",
                    f"the count of the digit {k} in the number {n}",
                ],
                "do": [
                    f"Count the occurrences of the digit {k} in {n}",
                    f"Count how many digits of {n} are equal to {k}",
                ],
                "sentences": [
                    f"How many times does the digit {k} show up in {n}?",
                    f"Given a number {n}, go through its digits and count each {k}.",
                    f"How often do you write the digit {k} when writing {n}?",
                    f"Work out how many digits of {n} equal {k}.",
                ],
            },
            f"count_{k} count_digit_{k} occurrences_of_{k} how_many_{k}s number_of_{k}s num_{k}s digit_{k}_count "
            f"how_often_{k}",
        ),
        (
            [f"return max(int(d) for d in str({n}))", f"return int(max(str({n})))"],
            "int",
            _outermost(n, "largest", "greatest", "biggest"),
            "max_digit largest_digit biggest_digit greatest_digit highest_digit maximum_digit digit_max",
        ),
        (
            [f"return min(int(d) for d in str({n}))", f"return int(min(str({n})))"],
            "int",
            _outermost(n, "smallest", "least", "lowest"),
            "min_digit smallest_digit lowest_digit least_digit minimum_digit digit_min",
        ),
        (
            [f"return len(set(str({n})))"],
            "int",
            {
                "what": [
                    f"the number of different digits of {n}",
                    f"how many distinct digits {n} has",
                    f"the count of unique digits in {n}, each counted once however often it occurs",
                    f"how many different digits are needed to write {n}",
                ],
                "do": [
                    f"Count the distinct digits of {n}",
                    f"Count the digits of {n}, each value only once",
                ],
                "sentences": [
                    f"How many different digits does {n} contain?",
                    f"Given a number {n}, work out how many different digits appear in it.",
                    f"Ignore repeats: how many digits does {n} use?",
                    f"Throw the digits of {n} into a set and tell how large it is.",
                ],
            },
            "distinct_digits unique_digits count_unique_digits different_digits num_distinct_digits "
            "digit_variety count_distinct_digits",
        ),
        (
            [f"return int(''.join(sorted(str({n}))))"],
            "int",
            {
                "what": [
                    f"the number with the digits of {n} in ascending order",
                    f"the integer that you get by sorting the digits of {n}, smallest first",
                    f"the digits of {n} sorted from low to high, as one integer",
                    f"the smallest number that the digits of {n} can form, leading zeros allowed",
                ],
                "do": [
                    f"Sort the digits of {n} in ascending order",
                    f"Put the digits of {n} in order, the smallest first, to make a new integer",
                    f"Rearrange {n} so that its digits never go down",
                ],
                "sentences": [
                    f"What number do the digits of {n} make when sorted from smallest to largest?",
                    f"Given an integer {n}, sort its digits and glue them together to an integer again.",
                    f"Line up the digits of {n} by size, smallest first; zeros in front vanish.",
                ],
            },
            "sort_digits sorted_digits order_digits digits_in_order ascending_digits arrange_digits sort_number",
        ),
        (
            [f"return {n} % sum(int(d) for d in str({n})) == 0"],
            "bool",
            {
                "whether": [
                    f"{n} is divisible by the sum of its digits",
                    f"{n} is a Harshad number, that is, divisible by its digit sum",
                    f"the digit sum of {n} divides {n}",
                    f"{n} is a multiple of the sum of its digits",
                    f"dividing {n} by the sum of its digits leaves no remainder",
                ],
                "sentences": [
                    f"Is {n} a Harshad (Niven) number?",
                    f"Does the sum of the digits of {n} divide {n} evenly?",
                    f"Add up the digits of {n}: is {n} divisible by the total?",
                    f"Given a positive integer {n}, tell if it can be divided by its digit sum without a remainder.",
                ],
            },
            "is_harshad divisible_by_digit_sum is_niven is_harshad_number digit_sum_divides check_harshad harshad",
        ),
        (
            [f"while {n} >= 10:\n    {n} = sum(int(d) for d in str({n}))\nreturn {n}"],
            "int",
            {
                "what": [
                    f"the single digit that is left after summing the digits of {n} again and again",
                    f"the digital root of {n}",
                    f"the repeated digit sum of {n}, down to one digit",
                    f"what is left of {n} when it is replaced by its digit sum until it is below 10",
                ],
                "do": [
                    f"Find the digital root of {n}",
                    f"Add up the digits of {n} over and over until only one digit remains",
                    f"Reduce {n} to a single digit by taking its digit sum repeatedly",
                ],
                "sentences": [
                    f"Which single digit do you end up with when you keep summing the digits of {n}?",
                    f"As long as {n} has more than one digit, replace it by the sum of its digits. Return the result.",
                    f"Given a positive integer {n}, add its digits, then those of the sum, and so on to one digit.",
                ],
            },
            "digital_root repeated_digit_sum reduce_to_digit sum_to_single_digit single_digit_sum digit_root",
        ),
        (
            [f"return {n} == sum(int(d) ** len(str({n})) for d in str({n}))"],
            "bool",
            {
                "whether": [
                    f"{n} equals the sum of its digits, each to the power of the number of digits",
                    f"{n} is an Armstrong number",
                    f"{n} is a narcissistic number",
                    f"raising each digit of {n} to the number of digits and adding up gives {n}",
                ],
                "sentences": [
                    f"Is {n} an Armstrong number?",
                    f"Is {n} narcissistic, the sum of its digits each raised to the number of digits?",
                    f"Given {n} with d digits, do the d-th powers of its digits add up to {n}?",
                    f"Raise every digit of {n} to the power of how many digits there are: is the sum {n} again?",
                ],
            },
            "is_armstrong is_narcissistic is_armstrong_number armstrong check_armstrong narcissistic_number",
        ),
    )
    inputs = ["121", "153", "12", "407"] + (["5", str(k), f"1{k}{k}"] if "'" in bodies[0] else [])
    return Sketch(
        names=names.split(), params=[Param(n, "pos")], bodies=bodies, returns=returns, inputs=inputs, **wording
    )


FAMILIES = (
    Family("accumulation", ((_span, 3), (_steps, 2))),
    Family("digits", ((_digit_fold, 3), (_digit_loop, 2), (_digit_other, 2))),
)
