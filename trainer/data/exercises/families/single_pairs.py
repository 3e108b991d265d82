"""A pair: what is made of its two numbers, and two facts about a list as one."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["one_pair", "pair_of_facts"]


def one_pair(d: Draw) -> Sketch:
    """What is made of the two numbers of a pair."""
    t = d.name("pair p t point")
    code, wording, name, returns = d.one(
        (
            f"({t}[1], {t}[0])",
            {
                "what": [
                    f"the pair {t} with its numbers swapped",
                    f"the pair {t} in reverse order",
                    f"a tuple of the second and the first number of {t}",
                ],
                "do": [
                    f"Swap the two numbers of {t}",
                    f"Flip the pair {t}",
                    f"Exchange the first and the second element of the tuple {t}",
                ],
                "sentences": [
                    f"What is {t} the other way round?",
                    f"Given a tuple {t} of two numbers, give back a tuple with the second one first.",
                    f"Turn {t} round, so that its first number comes last.",
                ],
            },
            "swap_pair swap reverse_pair flip_pair swapped flip switch_places exchange",
            "tuple[int, int]",
        ),
        (
            f"{t}[0] + {t}[1]",
            {
                "what": [
                    f"the sum of the two numbers of {t}",
                    f"the total of the pair {t}",
                    f"the first number of {t} plus the second",
                ],
                "do": [
                    f"Add the two numbers of the pair {t}",
                    f"Add together both elements of {t}",
                    f"Sum the tuple {t} of two numbers",
                ],
                "sentences": [
                    f"What do the two numbers in {t} add up to?",
                    f"Given a pair {t}, give back the sum of its numbers.",
                    f"Unpack {t} and return the one number plus the other.",
                ],
            },
            "sum_pair add_pair pair_sum sum_of_pair total_of_pair add_both sum_of_two pair_total",
            "int",
        ),
        (
            f"max({t})",
            {
                "what": [
                    f"the larger number of the pair {t}",
                    f"the maximum of the two numbers in {t}",
                    f"the greater of both elements of {t}",
                ],
                "do": [
                    f"Pick out the larger of the two numbers in {t}",
                    f"Find the maximum of the pair {t}",
                    f"Compare both numbers of {t}, giving the bigger one",
                ],
                "sentences": [
                    f"Which number in {t} is the bigger one?",
                    f"Given a pair {t}, give back whichever of its numbers is larger.",
                    f"The bigger one of the two elements of {t}.",
                ],
            },
            "larger_of_pair max_of_pair pair_max bigger_of_pair greater_of_pair larger_number maximum_of_pair",
            "int",
        ),
        (
            f"({t}[0] + 1, {t}[1] + 1)",
            {
                "what": [
                    f"the pair {t} with both numbers increased by one",
                    f"a tuple of the two numbers of {t}, each plus one",
                    f"the tuple {t} with 1 added to each element",
                ],
                "do": [
                    f"Add one to both numbers of {t}",
                    f"Increment each element of the pair {t}",
                    f"Increase the first and the second number of {t} by 1",
                ],
                "sentences": [
                    f"What does {t} become when each of its two numbers goes up by one?",
                    f"Given a pair {t}, give back a pair whose numbers are both one larger.",
                    f"Move the point {t} by one in both directions, upwards.",
                ],
            },
            "shift_pair increment_pair add_one_to_pair increment_both pair_plus_one add_one increase_pair",
            "tuple[int, int]",
        ),
        (
            f"{t}[0] == {t}[1]",
            {
                "whether": [
                    f"the two numbers of the pair {t} are equal",
                    f"both elements of {t} are the same",
                    f"{t} consists of one number twice",
                    f"the first number of {t} equals the second",
                    f"there is no difference between the two numbers in {t}",
                ],
                "sentences": [
                    f"Are the two numbers in {t} the same?",
                    f"Given a pair {t}, tell if its numbers are equal.",
                    f"Compare the first and the second element of {t}: True if they are equal, False if not.",
                    f"Is {t} a double, that is, the same number twice?",
                ],
            },
            "is_double equal_pair same_numbers is_equal_pair both_equal is_pair_equal both_the_same is_twin",
            "bool",
        ),
        (
            f"abs({t}[0]) + abs({t}[1])",
            {
                "what": [
                    f"the sum of the absolute values of the two numbers of {t}",
                    f"the Manhattan distance of the point {t} from (0, 0)",
                    f"the total of both numbers of {t}, each taken without its sign",
                ],
                "do": [
                    f"Add up the absolute values of the two numbers of {t}",
                    f"Sum both elements of {t} without regard to their signs",
                    f"Compute the taxicab distance of the point {t} from the origin",
                ],
                "sentences": [
                    f"How many unit steps along the grid is the point {t} from (0, 0)?",
                    f"Given a pair {t}, strip the minus signs off its numbers and add them together.",
                    f"What do the magnitudes of the two numbers in {t} add up to?",
                ],
            },
            "manhattan grid_distance manhattan_distance taxicab sum_of_absolutes abs_sum taxicab_distance l1_norm",
            "int",
        ),
        (
            f"(min({t}), max({t}))",
            {
                "what": [
                    f"the pair {t} with the smaller number first",
                    f"the pair {t} sorted in ascending order",
                    f"a tuple of the smaller and then the larger number of {t}",
                ],
                "do": [
                    f"Sort the two numbers of the pair {t} in ascending order",
                    f"Put the numbers of {t} in order, the smaller one first",
                    f"Swap the numbers of {t} if the first is larger than the second",
                ],
                "sentences": [
                    f"What is {t} with its numbers in increasing order?",
                    f"Given a tuple {t} of two numbers, give back a tuple that runs from small to large.",
                    f"The minimum of {t}, then its maximum, as a tuple.",
                ],
            },
            "order_pair sort_pair ordered_pair sorted_pair normalize_pair smaller_first ascending_pair",
            "tuple[int, int]",
        ),
        (
            f"{t}[0] * {t}[1]",
            {
                "what": [
                    f"the product of the two numbers of {t}",
                    f"the first number of {t} times the second",
                    f"the two elements of {t} multiplied with each other",
                ],
                "do": [
                    f"Calculate the product of the pair {t}",
                    f"Find what you get by multiplying both numbers of {t}",
                ],
                "sentences": [
                    f"What is the product of the two numbers in {t}?",
                    f"Given a pair {t}, multiply its numbers and give back the result.",
                    f"Multiply the first element of {t} by the second.",
                    f"Unpack {t} and return the one number times the other.",
                ],
            },
            "multiply_pair pair_product product_of_pair times_pair multiply_both product_pair multiply_two",
            "int",
        ),
    )
    return Sketch(names=name.split(), params=[Param(t, "pair")], bodies=[f"return {code}"], returns=returns, **wording)


def pair_of_facts(d: Draw) -> Sketch:
    """Two facts about a list as a pair, or their difference."""
    xs = d.name("numbers values nums")
    code, first, second, name = d.one(
        (
            f"(min({xs}), max({xs}))",
            ("the smallest", "minimum"),
            ("the largest", "maximum"),
            "min_max extremes min_and_max smallest_and_largest bounds limits lowest_highest range_of",
        ),
        (
            f"({xs}[0], {xs}[-1])",
            ("the first", "first element"),
            ("the last", "last element"),
            "ends_pair first_last first_and_last ends both_ends outer_pair get_ends first_last_pair",
        ),
        (
            f"(sum({xs}), len({xs}))",
            ("the sum", "sum"),
            ("the number", "length"),
            "sum_and_count sum_count sum_and_length total_and_count sum_and_size sum_len totals",
        ),
        (
            f"(max({xs}), {xs}.index(max({xs})))",
            ("the largest", "maximum"),
            ("its first index", "index"),
            "max_with_index max_and_index largest_with_index max_and_position argmax_pair find_max_and_index",
        ),
        (
            f"(sum({xs}), max({xs}))",
            ("the sum", "sum"),
            ("the largest", "maximum"),
            "sum_and_max sum_max total_and_max sum_and_largest total_and_largest sum_with_max total_and_maximum",
        ),
        (
            f"max({xs}) - min({xs})",
            ("", ""),
            ("", ""),
            "spread value_range max_minus_min range_of_values extent range_width difference_of_extremes span",
        ),
    )
    if not first[0]:
        wording = {
            "what": [
                f"the difference between the largest and the smallest of {xs}",
                f"the range (maximum minus minimum) of {xs}",
                f"how far the largest and the smallest of {xs} are apart",
                f"the spread of the numbers in {xs}, from the smallest to the largest",
            ],
            "do": [
                f"Subtract the minimum of {xs} from the maximum",
                f"Find the distance between the highest and the lowest number in {xs}",
            ],
            "sentences": [
                f"By how much does the largest number in {xs} exceed the smallest?",
                f"Given a list {xs}, work out its maximum minus its minimum.",
                f"How wide is the range of values in {xs}, from lowest to highest?",
                f"Look for the largest and the smallest of {xs} and return their difference.",
            ],
        }
    elif "index" in code:
        wording = {
            "what": [
                f"the largest of {xs} and its first index as a pair",
                f"a tuple of the maximum of {xs} and the index where it first occurs",
                f"the pair (maximum of {xs}, first index of it)",
            ],
            "do": [
                f"Find the maximum of {xs} along with its first index, as a tuple",
                f"Put the largest number in {xs} in a tuple with the first index at which it stands",
            ],
            "sentences": [
                f"What is the largest of {xs}, and at which index does it first stand? Return both as a tuple.",
                f"Given a list {xs}, give back a tuple: its maximum, then where this first occurs.",
                f"Look for the largest number in {xs} and return it together with its first index.",
                f"The biggest of {xs}, then its index (the lowest on a tie), in a tuple.",
            ],
        }
    else:
        wording = {
            "what": [
                f"{first[0]} and {second[0]} of {xs} as a pair",
                f"a tuple of the {first[1]} and the {second[1]} of {xs}",
                f"the pair ({first[1]}, {second[1]}) of the list {xs}",
                f"both the {first[1]} and the {second[1]} of {xs}, in this order, as a tuple",
            ],
            "do": [
                f"Find the {first[1]} and the {second[1]} of {xs}, together in a tuple",
                f"Put the {first[1]} of {xs} and then its {second[1]} into a tuple",
            ],
            "sentences": [
                f"What are the {first[1]} and the {second[1]} of {xs}? Return both as a tuple.",
                f"Given a list {xs}, give back a tuple: its {first[1]}, then its {second[1]}.",
                f"Work out two things about {xs}, its {first[1]} and its {second[1]}, and return them as a pair.",
                f"The {first[1]} of {xs} first, the {second[1]} second, in one tuple.",
            ],
        }
    return Sketch(
        names=name.split(),
        params=[Param(xs, "ints1")],
        bodies=[f"return {code}"],
        returns="int" if code.startswith("max") else "tuple[int, int]",
        **wording,
    )
