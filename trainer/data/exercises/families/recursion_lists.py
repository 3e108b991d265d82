"""Functions of a list or a text that call themselves with the rest of it."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.recursion_numbers import by_recursion
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["list_recursion", "text_recursion"]


def list_recursion(d: Draw) -> Sketch:
    """The first element of a list combined with the result for the rest."""
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
        what=[] if yes_no else [*by_recursion(said), *said],
        whether=[*by_recursion(said), *said] if yes_no else [],
        do=[*do, *(f"{text}, by recursion" for text in do), f"{hint} {d.one(*said)}"],
        sentences=[*sentences, f"{d.one(*sentences)} Use recursion.", f"{d.one(*sentences)} Solve it recursively."],
        edge=edge,
        inputs=inputs,
    )


def text_recursion(d: Draw) -> Sketch:
    """The first character of a text combined with the result for the rest."""
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
        what=[*by_recursion(said), *said],
        do=[*do, *(f"{text}, by recursion" for text in do), f"Use recursion to find {d.one(*said)}"],
        sentences=[*sentences, f"{d.one(*sentences)} Use recursion."],
        inputs=[f'"{c}{c}b"', f'"x{c}"'],
    )
