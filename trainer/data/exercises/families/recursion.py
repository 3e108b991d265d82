"""Functions that call themselves."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import COUNTS
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _factorials(d: Draw) -> Sketch:
    n, i, out = d.name(COUNTS), d.name("i k j x"), d.name("result product total value")
    k = d.number(2, 4)
    code, names, what, do, sentences = d.one(
        (
            f"range(1, {n} + 1)",
            "product_to_n multiply_up_to factorial_of factorial fact compute_factorial n_factorial factorial_recursive",
            [
                f"the product of the numbers from 1 to {n}",
                f"{n} factorial",
                f"the factorial of {n}",
                f"{n}!, that is 1 * 2 * ... * {n}",
                f"1 * 2 * 3 * ... * {n}",
                f"the product of all positive integers up to and including {n}",
                f"how many ways there are to put {n} different things in a row ({n} factorial)",
            ],
            [f"Work out {n} factorial", f"Take all whole numbers from 1 to {n} and multiply them together"],
            [
                f"What is {n}!, the factorial of {n}?",
                f"The factorial of {n}, often written {n}!.",
                f"Multiply together all whole numbers from 1 to {n}.",
            ],
        ),
        (
            f"range({n}, 0, -{k})",
            f"skip_factorial multifactorial_{k} multifactorial step_factorial factorial_by_{k} product_down_by_{k}",
            [
                f"the product of {n}, {n} - {k}, {n} - {2 * k}, ... as long as the factors are positive",
                f"{n} * ({n} - {k}) * ({n} - {2 * k}) * ..., down to the last positive factor",
                f"the product of the positive numbers that you meet counting down from {n} in steps of {k}",
                f"the {'double' if k == 2 else 'triple' if k == 3 else 'quadruple'} factorial of {n}, in steps of {k}",
            ],
            [
                f"Start with {n}, go down by {k} each time, and multiply all the numbers that are positive",
                f"Find the product of {n} and all smaller positive numbers at distance {k}, {2 * k}, ... from it",
            ],
            [
                f"A factorial of {n} that goes down in steps of {k} instead of 1, using positive factors only.",
                f"What is {n} * ({n} - {k}) * ({n} - {2 * k}) * ... with positive factors only?",
            ],
        ),
        (
            f"range(2, {n} + 1, 2)",
            "even_product even_factorial product_of_evens multiply_evens evens_multiplied even_numbers_product",
            [
                f"the product of the even numbers from 2 to {n}",
                f"2 * 4 * 6 * ..., with all even factors that are at most {n}",
                f"the product of all positive even numbers that do not exceed {n}",
                f"the positive numbers up to {n} that are divisible by two, all multiplied together",
            ],
            [
                f"Take the even numbers from 2 up to {n} (inclusive) and multiply them together",
                f"Work out the product of all multiples of two between 1 and {n}, {n} included",
            ],
            [
                f"What is the product of all even numbers from 2 to {n}?",
                f"Multiply 2, 4, 6 and so on, as long as the factor is not greater than {n}.",
                f"Given {n}, multiply all even numbers from 2 up to it, itself included if it is even.",
            ],
        ),
        (
            f"range(1, {n} + 1, 2)",
            "odd_product odd_factorial product_of_odds multiply_odds odds_multiplied odd_numbers_product",
            [
                f"the product of the odd numbers from 1 to {n}",
                f"1 * 3 * 5 * ..., with all odd factors that are at most {n}",
                f"the product of all positive odd numbers that do not exceed {n}",
                f"the positive numbers up to {n} that are not divisible by two, all multiplied together",
            ],
            [
                f"Take the odd numbers from 1 up to {n} (inclusive) and multiply them together",
                f"Work out the product of all odd numbers between 1 and {n}, both included",
            ],
            [
                f"What is the product of all odd numbers from 1 to {n}?",
                f"Multiply 1, 3, 5 and so on, as long as the factor is not greater than {n}.",
                f"Given {n}, multiply all odd numbers from 1 up to it, itself included if it is odd.",
            ],
        ),
        (
            f"range({n}, {n} + {k})",
            f"rising_product_{k} product_of_{k} rising_factorial_{k} multiply_next_{k} consecutive_product",
            [
                f"the product of the {k} numbers that start with {n}",
                " * ".join([n, *(f"({n} + {j})" for j in range(1, k))]),
                f"the product of {k} consecutive whole numbers from {n} on",
                f"the product of the whole numbers from {n} to {n} + {k - 1}",
                f"the rising factorial of {n} with {k} factors",
            ],
            [
                f"Take {k} whole numbers in a row, from {n} on, and multiply them together",
                f"Find the product of {n} and the {'number' if k == 2 else f'{k - 1} numbers'} right after it",
            ],
            [
                f"What is the product of {k} consecutive numbers, the first one being {n}?",
                f"Multiply {n} by the {'number that follows' if k == 2 else f'{k - 1} numbers that follow'} it.",
            ],
        ),
        (
            f"range({k}, {n} + 1)",
            f"product_from_{k} multiply_from_{k} factorial_from_{k} product_{k}_to_n range_product partial_factorial",
            [
                f"the product of the numbers from {k} to {n}",
                f"{k} * {k + 1} * ... * {n}",
                f"the product of all whole numbers that are at least {k} and at most {n}",
                f"the integers from {k} up to and including {n}, multiplied together",
            ],
            [
                f"Take the whole numbers from {k} to {n}, both included, and multiply them together",
                f"Work out the product of the integers between {k} and {n} inclusive",
            ],
            [
                f"What do the numbers from {k} to {n} give when multiplied together?",
                f"Multiply all whole numbers from {k} through {n}.",
                f"Like a factorial of {n}, but the factors begin with {k}.",
            ],
        ),
    )
    loop = f"{out} = 1\nfor {i} in {code}:\n    {out} *= {i}\nreturn {out}"
    edge = ""
    if f"{n} + {k})" not in code:
        edge = d.one(
            "Return 1 if there are no factors.",
            "Return 1 if there are no factors.",
            "With no factors at all, the result is 1.",
            "If there is nothing to multiply, return 1.",
        )
    bodies = [loop, loop]
    if code == f"range(1, {n} + 1)":
        edge = d.one("Return 1 for 0.", "The empty product is 1.", f"If {n} is 0, return 1.", "0! is 1.")
        bodies += [
            f"if {n} == 0:\n    return 1\nreturn {n} * FN({n} - 1)",
            f"if {n} <= 1:\n    return 1\nreturn {n} * FN({n} - 1)",
        ]
    elif code == f"range({n}, 0, -{k})":
        bodies.append(f"if {n} <= 0:\n    return 1\nreturn {n} * FN({n} - {k})")
    return Sketch(
        names=names.split(),
        params=[Param(n, "small")],
        bodies=bodies,
        what=what,
        do=do,
        sentences=sentences,
        edge=edge,
    )


def _number_recursion(d: Draw) -> Sketch:
    """f(n) from f(n - 1), written as a recursion."""
    n = d.name(COUNTS)
    k, c = d.number(2, 5), d.number(0, 4)
    first, plus, times = f"{c} + " if c else "", f"{c} plus " if c else "", f"{c + 1} times " if c else ""
    step, kind, said, sentences = d.one(
        (
            f"{n} + FN({n} - 1)",
            "sum",
            [
                f"the sum of {c} and all numbers from 1 to {n}",
                f"{plus}the sum of the whole numbers from 1 to {n}",
                f"{first}1 + 2 + ... + {n}",
                f"the total when all numbers from 1 up to {n} (inclusive) are added to {c}",
            ],
            [
                f"Start with {c} and add every number from 1 to {n}.",
                f"What do you get when you add 1, 2, 3 and so on up to {n} to {c}?",
            ],
        ),
        (
            f"{n} * {n} + FN({n} - 1)",
            "square_sum",
            [
                f"{c} plus the sum of the squares from 1 to {n}",
                f"{first}1 * 1 + 2 * 2 + ... + {n} * {n}",
                f"{plus}the sum of the squares of the numbers from 1 to {n}",
                f"the total when the square of each number from 1 up to {n} is added to {c}",
            ],
            [
                f"Start with {c} and add the square of every number from 1 to {n}.",
                f"Square each number from 1 to {n} and add the squares to {c}.",
            ],
        ),
        (
            f"{k} * FN({n} - 1)",
            "power",
            [
                f"{c + 1} times {k} to the power of {n}",
                f"{c + 1} multiplied by {k} again and again, {n} times in all",
                f"{times}{k} raised to the {n}-th power",
                f"{c + 1} * {k} ** {n}",
            ],
            [
                f"Start with {c + 1} and multiply by {k}, {n} times over.",
                f"What becomes of {c + 1} when it is multiplied by {k} exactly {n} times?",
            ],
        ),
        (
            f"FN({n} - 1) + {k}",
            "steps",
            [
                f"{c} plus {n} times {k}",
                f"{plus}the product of {n} and {k}",
                f"the number reached from {c} by adding {k} over and over, {n} times in all",
                f"{c} + {n} * {k}",
            ],
            [
                f"Start with {c} and add {k}, {n} times over.",
                f"What becomes of {c} when {k} is added to it exactly {n} times?",
            ],
        ),
        (
            f"{k} * FN({n} - 1) + 1",
            "growth",
            [
                f"the {n}-th value when the value for 0 is {c} and each further one is {k} times the one before plus 1",
                f"f({n}), where f(0) = {c} and f(i) = {k} * f(i - 1) + 1 for i > 0",
                f"what {c} becomes when it is multiplied by {k} and increased by 1, {n} times over",
            ],
            [
                f"Start with {c}. Multiply by {k} and add 1; do this {n} times in all.",
                f"Let f(0) be {c} and each next value be {k} times the last one, plus 1. What is f({n})?",
                f"Value 0 is {c}. To get the next one, multiply by {k} and add 1. Return value number {n}.",
            ],
        ),
        (
            f"{n} - FN({n} - 1)",
            "alternate",
            [
                f"the {n}-th value when the value for 0 is {c} and the value for n is n minus the one before",
                f"f({n}), where f(0) = {c} and f(i) = i - f(i - 1) for i > 0",
                f"value number {n} of a sequence in which number 0 is {c} and number i is i minus the number before it",
            ],
            [
                f"Let f(0) be {c} and f(i) be i - f(i - 1). What is f({n})?",
                f"For 0 the result is {c}; otherwise it is {n} minus the result for {n} - 1.",
                f"If {n} is 0, return {c}. Otherwise subtract the result for {n} - 1 from {n}.",
            ],
        ),
        (
            f"FN({n} - 1) + 2 * {n}",
            "even_sum",
            [
                f"{c} plus the sum of the even numbers from 2 to 2 * {n}",
                f"{first}2 + 4 + ... + 2 * {n}",
                f"{plus}the sum of the first {n} positive even numbers",
                f"the total when the even numbers from 2 to 2 * {n} are added to {c}",
            ],
            [
                f"Start with {c} and add every even number from 2 to 2 * {n}.",
                f"Double each number from 1 to {n} and add the results to {c}.",
            ],
        ),
    )
    start = c + 1 if kind == "power" else c
    return Sketch(
        names=[
            f"recursive_{kind}",
            f"{kind}_recursive",
            f"{kind}_to",
            f"{kind}_by_recursion",
            f"rec_{kind}",
            f"{kind}_up_to",
            f"compute_{kind}",
            f"{kind}_of",
        ],
        params=[Param(n, "small")],
        bodies=[
            f"if {n} == 0:\n    return {start}\nreturn {step}",
            f"if {n} <= 0:\n    return {start}\nreturn {step}",
            f"return {start} if {n} == 0 else {step}",
        ],
        what=[*_by_recursion(said), *said],
        do=[f"Compute {said[0]} recursively", f"Use recursion to find {d.one(*said)}"],
        sentences=[*sentences, f"{d.one(*sentences)} Use recursion.", f"{d.one(*sentences)} Solve it recursively."],
    )


def _by_recursion(said: list[str]) -> list[str]:
    """The phrases, each with a hint that the function is to call itself."""
    hints = (", by recursion", ", by recursion", ", computed recursively", ", with a function that calls itself")
    return [text + hints[i % len(hints)] for i, text in enumerate(said)]


def _list_recursion(d: Draw) -> Sketch:
    xs = d.name("xs numbers values items lst data nums")
    k = d.number(2, 9)
    base, step, names, returns, said, do, sentences = d.one(
        (
            "0",
            f"{xs}[0] + FN({xs}[1:])",
            "recursive_sum sum_list_recursive sum_recursive rec_sum add_all list_sum sum_all total_recursive",
            "int",
            [f"the sum of {xs}", f"the total of all numbers in {xs}", f"what all elements of {xs} add up to"],
            [f"Add up the numbers in {xs}", f"Sum the elements of {xs}"],
            [f"What is the sum of all numbers in {xs}?", f"Add the first of {xs} to the sum of the rest."],
        ),
        (
            "1",
            f"{xs}[0] * FN({xs}[1:])",
            "recursive_product product_recursive multiply_all rec_product product_of_list multiply_list list_product",
            "int",
            [
                f"the product of {xs}, with 1 for an empty list",
                f"all numbers of {xs} multiplied together, or 1 if there are none",
                f"the product of the elements of {xs} (1 when the list is empty)",
            ],
            [f"Take the numbers in {xs} and multiply them together, starting from 1"],
            [
                f"What is the product of all numbers in {xs}? It is 1 for an empty list.",
                f"Multiply the first of {xs} by the product of the rest. The empty product is 1.",
            ],
        ),
        (
            "0",
            f"1 + FN({xs}[1:])",
            "recursive_length list_length length_recursive rec_len count_items size_of count_elements length_of_list",
            "int",
            [f"the length of {xs}", f"the number of elements in {xs}", f"how many elements {xs} has"],
            [f"Count the elements of {xs}", f"Work out how long {xs} is"],
            [f"How many elements are there in {xs}?", f"How long is {xs}?"],
        ),
        (
            "[]",
            f"FN({xs}[1:]) + [{xs}[0]]",
            "recursive_reverse reverse_recursively reverse_list rec_reverse reversed_list flip_list list_backwards",
            "list[int]",
            [
                f"{xs} in reverse order",
                f"a list with the elements of {xs} from the last to the first",
                f"the reverse of {xs}",
            ],
            [f"Reverse {xs}", f"Turn {xs} around", f"List the elements of {xs} back to front"],
            [f"What is {xs} when read backwards?", f"Put the first of {xs} behind the reverse of the rest."],
        ),
        (
            "[]",
            f"[{xs}[0] * {k}] + FN({xs}[1:])",
            f"recursive_scale scale_list multiply_each times_{k} scale_recursive rec_scale multiply_by_{k} scaled",
            "list[int]",
            [
                f"a list with each of {xs} times {k}",
                f"{xs} with every number multiplied by {k}",
                f"the numbers of {xs}, each of them multiplied by {k}",
            ],
            [f"Scale every number in {xs} by {k}", f"Make a list of {k} times each element of {xs}"],
            [
                f"Multiply each number in {xs} by {k}.",
                f"Given {xs}, give back a list in which each number is {k} times as big.",
            ],
        ),
        (
            "0",
            f"({xs}[0] == {k}) + FN({xs}[1:])",
            f"count_{k} recursive_count count_recursive rec_count occurrences_of_{k} number_of_{k}s frequency_of_{k}",
            "int",
            [
                f"how often {k} occurs in {xs}",
                f"the number of elements of {xs} that are equal to {k}",
                f"how many times the number {k} is in {xs}",
            ],
            [f"Count the occurrences of {k} in {xs}", f"Count how many elements of {xs} equal {k}"],
            [f"How many times does {k} appear in {xs}?", f"Given {xs}, tell how many of its elements are {k}."],
        ),
        (
            "False",
            f"{xs}[0] == {k} or FN({xs}[1:])",
            f"contains_{k} recursive_contains has_{k} includes_{k} rec_contains find_{k} is_{k}_in is_{k}_present",
            "bool",
            [f"{k} is in {xs}", f"any element of {xs} is equal to {k}", f"{xs} contains the number {k}"],
            [],
            [f"Does {xs} contain {k}?", f"Is there a {k} among the elements of {xs}?".replace(" a 8", " an 8")],
        ),
        (
            "True",
            f"{xs}[0] > {k} and FN({xs}[1:])",
            f"all_above_{k} all_greater_than_{k} every_above_{k} all_over_{k} each_exceeds_{k} all_larger_than_{k}",
            "bool",
            [
                f"all of {xs} are greater than {k}",
                f"every element of {xs} is larger than {k}",
                f"no number in {xs} is less than or equal to {k}",
            ],
            [],
            [f"Are all numbers in {xs} above {k}?", f"Does every element of {xs} exceed {k}?"],
        ),
        (
            "[]",
            f"[{xs}[0], {xs}[0]] + FN({xs}[1:])",
            "double_each duplicate duplicate_each repeat_each_twice twice_each stutter_list double_elements",
            "list[int]",
            [
                f"a list with each of {xs} twice in a row",
                f"the elements of {xs} in order, every one of them two times side by side",
                f"{xs} with each element duplicated right after itself",
            ],
            [
                f"Repeat each element of {xs} once, right after itself",
                f"Duplicate every element of {xs}, the copy right after the original",
            ],
            [
                f"Given {xs}, give back a list in which each element comes twice in a row.",
                f"Write each element of {xs} down two times before the next one.",
            ],
        ),
        (
            "0",
            f"{xs}[0] - FN({xs}[1:])",
            "alternating_sum alternate_signs plus_minus_sum alternating_total add_and_subtract alternating",
            "int",
            [
                f"the first of {xs} minus the second plus the third and so on",
                f"the alternating sum of {xs}, which begins with a plus sign",
                f"the sum of {xs} in which every second number, from the second on, is subtracted instead of added",
            ],
            [f"Add and subtract the numbers of {xs} in turn, adding the first one"],
            [
                f"Subtract the result for the rest of {xs} from its first number.",
                f"What is the sum of the numbers in {xs} when their signs alternate: plus, minus, plus, minus, ...?",
                f"Add the elements of {xs} at even indices and subtract those at odd indices.",
            ],
        ),
    )
    guard = d.one(f"if not {xs}:", f"if not {xs}:", f"if len({xs}) == 0:", f"if {xs} == []:")
    edge = ""
    if base != "1" and d.chance(0.6):
        empty = "an empty list" if base == "[]" else base
        edge = d.one(
            f"Return {base} for an empty list.",
            f"Return {base} for an empty list.",
            f"If {xs} is empty, return {empty}.",
            f"For an empty list the result is {base}.",
        )
    inputs = [f"[{k}, 1, {k}]", f"[1, {k}]", f"[{k + 1}, {k + 2}]"]
    yes_no = returns == "bool"
    hint = "Use recursion to find out whether" if yes_no else "Use recursion to find"
    return Sketch(
        names=names.split(),
        params=[Param(xs, "ints")],
        bodies=[f"{guard}\n    return {base}\nreturn {step}"],
        returns=returns,
        what=[] if yes_no else [*_by_recursion(said), *said],
        whether=[*_by_recursion(said), *said] if yes_no else [],
        do=[*do, *(f"{text}, by recursion" for text in do), f"{hint} {d.one(*said)}"],
        sentences=[*sentences, f"{d.one(*sentences)} Use recursion.", f"{d.one(*sentences)} Solve it recursively."],
        edge=edge,
        inputs=inputs,
    )


def _text_recursion(d: Draw) -> Sketch:
    s = d.name("s s text word string")
    c = d.one(*"aeoltn")
    base, step, names, returns, said, do, sentences = d.one(
        (
            "''",
            f"FN({s}[1:]) + {s}[0]",
            "reverse_recursively backwards reverse_text recursive_reverse reverse_string rec_reverse flip_text",
            "str",
            [
                f"{s} reversed",
                f"{s} backwards",
                f"the characters of {s} in reverse order, as a string",
                f"the mirror image of {s}: its last character first",
            ],
            [f"Reverse the string {s}", f"Turn {s} around", f"Spell {s} backwards"],
            [
                f"What does {s} look like when read from right to left?",
                f"Given {s}, give it back from the last character to the first.",
            ],
        ),
        (
            "0",
            f"({s}[0] == '{c}') + FN({s}[1:])",
            f"count_{c} count_letter_{c} occurrences_of_{c} how_many_{c} number_of_{c} recursive_count rec_count_{c}",
            "int",
            [
                f"how often '{c}' occurs in {s}",
                f"the number of times the letter '{c}' appears in {s}",
                f"how many characters of {s} are equal to '{c}'",
                f"the count of '{c}' in {s}",
            ],
            [f"Count the occurrences of '{c}' in {s}", f"Count each '{c}' in {s}"],
            [f"How many times is '{c}' in {s}?", f"Go through {s} and tell how many of its characters are '{c}'."],
        ),
        (
            "''",
            f"{s}[0] * 2 + FN({s}[1:])",
            "double_letters stutter double_chars repeat_each_char duplicate_letters double_each twice_each_letter",
            "str",
            [
                f"{s} with each character doubled",
                f"a string in which every character of {s} comes twice in a row",
                f"the characters of {s}, each repeated once right after itself",
                f"{s} with a second copy of each character next to it",
            ],
            [f"Double every character of {s}", f"Write each character of {s} two times, one right after the other"],
            [
                f"Given {s}, give back a string with each of its characters twice in a row.",
                f"What is {s} when each character is typed twice?",
            ],
        ),
        (
            "0",
            f"1 + FN({s}[1:])",
            "recursive_length text_length string_length rec_len count_chars length_recursive number_of_chars size_of",
            "int",
            [
                f"the length of {s}",
                f"the number of characters in {s}",
                f"how many characters {s} has",
                f"how long {s} is",
            ],
            [f"Count the characters of {s}", f"Work out the length of {s}"],
            [f"How many characters are there in {s}?", f"How long is the string {s}?"],
        ),
        (
            "''",
            f"('' if {s}[0] == '{c}' else {s}[0]) + FN({s}[1:])",
            f"remove_{c} without_{c} drop_{c} delete_{c} strip_{c} remove_letter_{c} filter_out_{c} erase_{c}",
            "str",
            [
                f"{s} without every '{c}'",
                f"{s} with all occurrences of '{c}' removed",
                f"the characters of {s} that are not '{c}', joined together",
                f"what is left of {s} when each '{c}' is deleted",
            ],
            [
                f"Remove every '{c}' from {s}",
                f"Get rid of all letters '{c}' in {s}",
                f"Strip each '{c}' out of {s}, wherever it is",
            ],
            [
                f"What remains of {s} without the letter '{c}'?",
                f"Given {s}, leave out each '{c}' and give back the rest.",
            ],
        ),
        (
            "''",
            f"{s} + FN({s}[1:])",
            "tails all_tails join_suffixes suffixes_joined shrinking_text concat_suffixes suffix_chain peel_front",
            "str",
            [
                f"{s} followed by {s} without its first character, and so on until nothing is left",
                f"all suffixes of {s} in one string, the longest one first",
                f"the string made of {s}, then {s}[1:], then {s}[2:] and so on",
                f"{s} written again and again, each time with one more character missing at the front",
            ],
            [
                f"Join all non-empty suffixes of {s} into one string, from the longest to the shortest",
                f"Glue together {s} and all that is left of it as its characters are dropped one by one from the front",
            ],
            ["For 'abc' the result is 'abcbcc': the text, then always what is left without its first character."],
        ),
    )
    if d.chance(0.2):
        return Sketch(
            names=[
                "palindrome_recursive",
                "mirror_check",
                "reads_same",
                "is_palindrome",
                "recursive_palindrome",
                "check_palindrome",
                "is_mirrored",
                "same_backwards",
            ],
            params=[Param(s, "word")],
            bodies=[
                f"if len({s}) < 2:\n    return True\nif {s}[0] != {s}[-1]:\n    return False\nreturn FN({s}[1:-1])",
                f"if len({s}) <= 1:\n    return True\nreturn {s}[0] == {s}[-1] and FN({s}[1:-1])",
            ],
            returns="bool",
            whether=[
                f"{s} is a palindrome, by recursion",
                f"{s} reads the same forwards and backwards",
                f"{s} is a palindrome",
                f"{s} is equal to its own reverse",
                f"{s} is the same when its characters are read from right to left",
                f"reversing {s} does not change it",
                f"{s} is symmetric: first character like the last, second like the second to last, and so on",
            ],
            do=[f"Use recursion to find out whether {s} is a palindrome"],
            sentences=[
                f"Is {s} a palindrome?",
                f"Does {s} read the same from both ends? Upper and lower case count as different.",
                f"Compare the first and last character of {s}, then do the same with the rest. Are all pairs equal?",
            ],
            inputs=['"level"', '"hello"', '"abca"'],
        )
    return Sketch(
        names=names.split(),
        params=[Param(s, "word")],
        bodies=[f"if not {s}:\n    return {base}\nreturn {step}", f"if {s} == '':\n    return {base}\nreturn {step}"],
        returns=returns,
        what=[*_by_recursion(said), *said],
        do=[*do, *(f"{text}, by recursion" for text in do), f"Use recursion to find {d.one(*said)}"],
        sentences=[*sentences, f"{d.one(*sentences)} Use recursion."],
        inputs=[f'"{c}{c}b"', f'"x{c}"'],
    )


def _other_recursion(d: Draw) -> Sketch:
    a, b = d.one("a b", "base exponent", "x n", "m n").split()
    k = d.number(2, 9)
    form = d.number(0, 3)
    if form == 0:
        return Sketch(
            names=[
                "recursive_power",
                "power_recursive",
                "power",
                "rec_power",
                "raise_to",
                "power_by_recursion",
                "to_the_power",
                "exponentiate",
            ],
            params=[Param(a, "smallpos"), Param(b, "smallpos")],
            bodies=[f"if {b} == 0:\n    return 1\nreturn {a} * FN({a}, {b} - 1)"],
            what=[
                f"{a} to the power of {b}, by recursion",
                f"{a} raised to the {b}-th power, computed recursively",
                f"{a} ** {b}, without using the ** operator",
                f"the product of {b} factors that are all {a}",
                f"the {b}-th power of {a}, with a function that calls itself",
            ],
            do=[
                f"Raise {a} to the power of {b} recursively",
                f"Work out {a} to the {b} by recursion",
                f"Use recursion to calculate {a} ** {b}",
            ],
            sentences=[
                f"What is {a} to the power of {b}? Use recursion.",
                f"Multiply {a} by itself so that it is a factor {b} times; do it recursively.",
                f"Power by recursion: {a} times {a} to the power of {b} - 1, and 1 if {b} is 0.",
            ],
        )
    if form == 1:
        return Sketch(
            names=[
                "recursive_multiply",
                "multiply_by_adding",
                "multiply",
                "rec_multiply",
                "times",
                "product_by_addition",
                "multiply_recursive",
                "repeated_addition",
            ],
            params=[Param(a, "int"), Param(b, "small")],
            bodies=[f"if {b} == 0:\n    return 0\nreturn {a} + FN({a}, {b} - 1)"],
            what=[
                f"{a} times {b}, by repeated addition",
                f"the product of {a} and {b}, by recursion",
                f"{a} multiplied by {b}, without using the * operator",
                f"the sum of {b} terms that are all {a}",
            ],
            do=[
                f"Add {a} to itself so that it is counted {b} times, by recursion",
                f"Work out {a} times {b} using addition only",
                f"Use recursion to find the product of {a} and {b}",
            ],
            sentences=[
                f"Multiply {a} by {b} recursively.",
                f"What is {a} times {b}? Do it by adding {a} again and again.",
                f"The product of {a} and {b} with no multiplication: {a} plus {a} times {b} - 1, and 0 if {b} is 0.",
            ],
        )
    n = d.name("n number x")
    if form == 2:
        base, step, stem, said, sentences = d.one(
            (
                n,
                f"{n} % 10 + FN({n} // 10)",
                "sum",
                [
                    f"the sum of the digits of {n}",
                    f"the digit sum of {n}",
                    f"what the digits of {n} add up to",
                    f"the last digit of {n} plus the sum of its other digits",
                ],
                [f"Add up the digits of {n}.", f"What is the sum of the digits of {n}?"],
            ),
            (
                "1",
                f"1 + FN({n} // 10)",
                "count",
                [
                    f"the number of digits of {n}",
                    f"how many digits {n} has",
                    f"how long {n} is when written in decimal",
                    f"the count of decimal digits in {n}",
                ],
                [f"Count the digits of {n}.", f"How many digits does {n} have?"],
            ),
            (
                n,
                f"max({n} % 10, FN({n} // 10))",
                "max",
                [
                    f"the largest digit of {n}",
                    f"the maximum of the digits of {n}",
                    f"the highest digit that occurs in {n}",
                    f"the greatest of the decimal digits of {n}",
                ],
                [f"Find the biggest digit of {n}.", f"Which is the largest digit of {n}?"],
            ),
        )
        return Sketch(
            names=[
                "digits_recursive",
                "recursive_digits",
                f"digit_{stem}",
                f"{stem}_of_digits",
                f"{stem}_digits",
                f"digit_{stem}_recursive",
                f"recursive_digit_{stem}",
                f"{stem}_digits_recursive",
            ],
            params=[Param(n, "nat")],
            bodies=[f"if {n} < 10:\n    return {base}\nreturn {step}"],
            what=[*_by_recursion(said), *said],
            do=[f"Use recursion to find {d.one(*said)}"],
            sentences=[*sentences, *(f"{text} Use recursion." for text in sentences)],
        )
    down = d.chance(0.5)
    body = f"if {n} == 0:\n    return []\nreturn " + (
        f"[{n} * {k}] + FN({n} - 1)" if down else f"FN({n} - 1) + [{n} * {k}]"
    )
    order = f"from {n} times {k} down to {k}" if down else f"from {k} up to {n} times {k}"
    way, span = ("largest", f"from {n} down to 1") if down else ("smallest", f"from 1 up to {n}")
    return Sketch(
        names=[
            "recursive_multiples",
            f"multiples_of_{k}",
            f"list_multiples_of_{k}",
            f"times_table_{k}",
            "multiples_recursive",
            f"first_multiples_of_{k}",
            "rec_multiples",
            "build_multiples",
        ],
        params=[Param(n, "small")],
        bodies=[body],
        returns="list[int]",
        what=[
            f"the list of the multiples of {k} {order}, by recursion",
            f"a list of the first {n} positive multiples of {k}, {way} first, built recursively",
            f"the multiples of {k} {order} as a list",
            f"{k} times each number {span}, as a list",
        ],
        do=[
            f"List the multiples of {k} {order}",
            f"Use recursion to list the multiples of {k} {order}",
            f"Build the list of {k} times each number {span}, recursively",
        ],
        sentences=[
            f"What are the multiples of {k} {order}? Return them as a list.",
            f"Take the numbers {span}, multiply each by {k}, and list the results. Use recursion.",
            f"The {n} smallest positive multiples of {k}, the {way} one first.",
        ],
    )


FAMILIES = (
    Family(
        "recursion",
        ((_factorials, 2), (_number_recursion, 3), (_list_recursion, 3), (_text_recursion, 2), (_other_recursion, 2)),
    ),
)
