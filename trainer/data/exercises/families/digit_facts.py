"""What the digits of a number tell: single digits, how many, their order and sums."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import COUNTS
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["digit_other", "outermost"]


def outermost(n: str, word: str, second: str, third: str, zero: str = "") -> dict[str, list[str]]:
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


def digit_other(d: Draw) -> Sketch:
    """Asks about the digits, mostly by way of the decimal text."""
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
            outermost(n, "largest", "greatest", "biggest"),
            "max_digit largest_digit biggest_digit greatest_digit highest_digit maximum_digit digit_max",
        ),
        (
            [f"return min(int(d) for d in str({n}))", f"return int(min(str({n})))"],
            "int",
            outermost(n, "smallest", "least", "lowest"),
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
