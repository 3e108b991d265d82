"""Parts of a list with fixed bounds: reversed, without its ends, halved, rotated, every other element."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import item_type, list_parameter
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["part"]


def part(d: Draw) -> Sketch:
    """What a slice with fixed bounds gives, or two slices joined."""
    source, name, kind = list_parameter(d)
    xs, x, item = source.code, source.element, item_type(kind)
    one, many = source.one, source.many
    out = d.name("result out reversed_list new_list")
    i = d.name("i j index")
    code, names, extra, what, do, sentences = d.one(
        (
            f"{xs}[::-1]",
            "reverse reversed_list backwards flip reverse_items reverse_list flip_list in_reverse turn_around",
            [
                f"{out} = []\nfor {x} in {xs}:\n    {out}.insert(0, {x})\nreturn {out}",
                f"return list(reversed({xs}))",
                f"{out} = []\nfor {i} in range(len({xs}) - 1, -1, -1):\n    {out}.append({xs}[{i}])\nreturn {out}",
            ],
            [
                f"{name} in reverse order",
                f"{name} backwards",
                f"a new list with the {many} of {name} from the last to the first",
                f"the reverse of {name}",
            ],
            [
                f"Reverse {name}",
                f"Reverse the order of the {many} in {name}",
                f"Turn {name} around so that the last {one} comes first",
                f"Flip {name} end for end",
                f"List the {many} of {name} back to front",
            ],
            [f"Given {name}, give back its {many} in the opposite order.", f"What does {name} look like backwards?"],
        ),
        (
            f"{xs}[1:]",
            "rest tail drop_first remove_first without_first all_but_first skip_first cdr",
            [],
            [
                f"{name} without its first element",
                f"all but the first {one} of {name}",
                f"the tail of {name}, which is everything after its first {one}",
                f"the {many} of {name} from index 1 on",
            ],
            [
                f"Drop the first {one} of {name}",
                f"Get rid of the first {one} of {name}",
                f"Leave out the first {one} of {name} and return the others",
                f"Skip the first {one} of {name} and keep the rest",
            ],
            [
                f"Given {name}, give back all that follows its first {one}.",
                f"What is left of {name} after its first {one}?",
            ],
        ),
        (
            f"{xs}[:-1]",
            "all_but_last drop_last remove_last without_last init cut_last skip_last chop_last",
            [],
            [
                f"{name} without its last element",
                f"all but the last {one} of {name}",
                f"the {many} of {name} up to, but not including, the last one",
                f"what comes before the last {one} of {name}",
            ],
            [
                f"Drop the last {one} of {name}",
                f"Throw away the last {one} of {name}",
                f"Leave out the final {one} of {name} and return the others",
                f"Chop the last {one} off {name}",
            ],
            [
                f"Given {name}, give back everything except its last {one}.",
                f"What is left of {name} without its final {one}?",
            ],
        ),
        (
            f"{xs}[1:-1]",
            "inner middle_part trim_ends without_ends drop_ends interior inside strip_ends",
            [],
            [
                f"{name} without its first and last element",
                f"the {many} of {name} that lie between the first and the last one",
                f"{name} with one {one} cut off at each end",
            ],
            [
                f"Return the inner {many} of {name}: all but the first and the last one",
                f"Drop the first and the last {one} of {name}",
                f"Strip one {one} off both ends of {name}",
                f"Remove the first {one} and the last {one} from {name}",
                f"Throw away both ends of {name}, one {one} each, and keep what is between",
            ],
            [
                f"Given {name}, give back what is between its first and its last {one}.",
                f"What is left of {name} without its first and last {one}?",
            ],
        ),
        (
            f"{xs}[::2]",
            "even_positions every_other at_even_indices even_indexed alternate skip_every_second pick_even_places",
            [f"return [{xs}[{i}] for {i} in range(0, len({xs}), 2)]"],
            [
                f"the elements of {name} at even indices",
                f"every other {one} of {name}, starting with the first",
                f"the {many} of {name} at index 0, 2, 4 and so on",
                f"the first, third, fifth, ... {one} of {name}",
            ],
            [
                f"Take every second {one} of {name}, beginning with the first one",
                f"Pick out the {many} of {name} whose index is divisible by two",
                f"Keep the first {one} of {name}, skip the next, keep the one after, and so on",
                f"Throw away the {many} of {name} at odd indices",
            ],
            [
                f"Which {many} of {name} have an even index?",
                f"Given {name}, give back its {many} at positions 0, 2, 4, ... (counting from 0).",
            ],
        ),
        (
            f"{xs}[1::2]",
            "odd_positions every_second at_odd_indices odd_indexed skip_every_first pick_odd_places odd_places",
            [f"return [{xs}[{i}] for {i} in range(len({xs})) if {i} % 2 == 1]"],
            [
                f"the elements of {name} at odd indices",
                f"every other {one} of {name}, starting with the second",
                f"the {many} of {name} at index 1, 3, 5 and so on",
                f"the second, fourth, sixth, ... {one} of {name}",
            ],
            [
                f"Take every second {one} of {name}, beginning with the second one",
                f"Pick out the {many} of {name} whose index is not divisible by two",
                f"Skip the first {one} of {name}, keep the next, skip the one after, and so on",
                f"Throw away the {many} of {name} at even indices",
            ],
            [
                f"Which {many} of {name} have an odd index?",
                f"Given {name}, give back its {many} at positions 1, 3, 5, ... (counting from 0).",
            ],
        ),
        (
            f"{xs}[:len({xs}) // 2]",
            "first_half front_half left_half get_first_half lower_half beginning_half half_of first_part",
            [],
            [
                f"the first half of {name}, without the middle element if the length is odd",
                f"the first len({xs}) // 2 {many} of {name}",
                f"the {many} of {name} before the middle, at indices below len({xs}) // 2",
            ],
            [
                f"Return the front half of {name}; a middle {one} does not belong to it",
                f"Cut {name} in the middle and keep the front part, rounding down when the length is odd",
                f"Take the first half of {name}, the smaller part if it cannot be halved evenly",
                f"Throw away the second half of {name}, and the middle {one} too if there is one",
            ],
            [
                f"Given {name}, give back its first half; with an odd length, leave out the middle {one}.",
                f"What is in the first half of {name}? For an odd length, round its size down.",
            ],
        ),
        (
            f"{xs}[len({xs}) // 2:]",
            "second_half back_half right_half get_second_half upper_half last_half half_from_middle latter_half",
            [],
            [
                f"the second half of {name}, with the middle element if the length is odd",
                f"the {many} of {name} from index len({xs}) // 2 on",
                f"{name} without its first len({xs}) // 2 {many}",
            ],
            [
                f"Return the back half of {name}; a middle {one} belongs to it",
                f"Cut {name} in the middle and keep the back part, which gets the middle {one} if there is one",
                f"Take the second half of {name}, the larger part if it cannot be halved evenly",
                f"Drop the first half of {name}, its size rounded down, and return the rest",
            ],
            [
                f"Given {name}, give back its second half; with an odd length, include the middle {one}.",
                f"What is in the second half of {name}? For an odd length, round its size up.",
            ],
        ),
        (
            f"{xs} + {xs}[::-1]",
            "mirror there_and_back add_reverse make_palindrome append_reversed mirrored forth_and_back with_mirror",
            [],
            [
                f"{name} followed by its reverse",
                f"{name} and then the same {many} backwards, in one list",
                f"a palindromic list: {name} and its mirror image, the last {one} twice",
            ],
            [
                f"Return a list twice as long: the {many} of {name} forwards, then backwards",
                f"Append the reverse of {name} to it and return the result",
                f"Mirror {name}: first all of it, then all of it in reverse order",
                f"Glue {name} and its reversed copy together",
                f"Write down {name} from front to back and then from back to front",
            ],
            [
                f"Given {name}, give back a list that runs through it there and back again.",
                f"What do you get when {name} is joined with its reverse?",
            ],
        ),
        (
            f"{xs}[1:] + {xs}[:1]",
            "rotate_once first_to_end rotate_left_once move_first_to_end shift_left first_to_back cycle rotate_by_one",
            [],
            [
                f"{name} with its first element moved to the end",
                f"{name} rotated to the left by one",
            ],
            [
                f"Return the {many} of {name} after the first one, followed by the first one",
                f"Move the first {one} of {name} to the end",
                f"Rotate {name} one place to the left",
                f"Take the first {one} of {name} off the front and put it at the back",
                f"Shift the {many} of {name} one place to the left; the first one goes to the end",
            ],
            [
                f"Given {name}, put its first {one} behind all the others.",
                f"What does {name} look like after one rotation to the left?",
                "The first element goes to the very end; the others keep their order.",
            ],
        ),
        (
            f"{xs}[-1:] + {xs}[:-1]",
            "last_to_front rotate_back rotate_right_once move_last_to_front shift_right last_first bring_last_forward",
            [],
            [
                f"{name} with its last element moved to the front",
                f"{name} rotated to the right by one",
            ],
            [
                f"Return the last {one} of {name}, followed by all those before it",
                f"Move the last {one} of {name} to the front",
                f"Rotate {name} one place to the right",
                f"Take the last {one} of {name} off the end and put it at the start",
                f"Shift the {many} of {name} one place to the right; the last one goes to the front",
            ],
            [
                f"Given {name}, put its last {one} before all the others.",
                f"What does {name} look like after one rotation to the right?",
                "The last element goes to the very front; the others keep their order.",
            ],
        ),
        (
            f"{xs} + {xs}",
            "double_list twice repeat_twice list_twice append_to_itself concat_with_itself duplicated two_copies",
            [],
            [
                f"{name} twice in a row",
                f"{name} concatenated with itself",
                f"two copies of {name} one after the other, in one list",
                f"a list twice as long, in which {name} comes two times",
            ],
            [
                f"Repeat {name} so that it is there two times, one after the other",
                f"Append a copy of {name} to its own end and return the result",
                f"Join {name} to itself",
                f"Write all of {name} down, and then all of it again",
            ],
            [
                f"Given {name}, give back one list that holds all of it and then all of it again.",
                f"What do you get when {name} is followed by itself?",
            ],
        ),
        (
            f"[{x} for {x} in {xs} if {x} != {xs}[0]]",
            "without_first_value remove_first_value drop_like_first unlike_first differing_from_first not_like_first",
            [],
            [
                f"the elements of {name} that differ from its first one",
                f"{name} without the {many} that are equal to its first one",
                f"all {many} of {name} that are not the same as {xs}[0]",
                f"what is left of {name} without its first {one} and all equal to it",
            ],
            [
                f"Remove from {name} every {one} that equals the first one, the first itself included",
                f"Keep only those {many} of {name} that are unequal to its first",
                f"Get rid of the first {one} of {name} wherever it occurs in it",
                f"Filter out of {name} whatever equals {xs}[0]",
            ],
            [
                f"Which {many} of {name} are different from the first one?",
                f"Given {name}, leave out each {one} that has the same value as its first.",
            ],
        ),
        (
            f"{xs}[::-2]",
            "every_other_backwards backwards_by_two reverse_every_other alternate_reversed every_second_from_end",
            [],
            [
                f"every second element of {name}, from the last one backwards",
                f"every other {one} of {name} in reverse order, starting with the last",
            ],
            [
                f"Return the last {one} of {name}, the third to last, the fifth to last and so on",
                f"Step through {name} backwards in steps of two, beginning with the last {one}",
                f"Start at the end of {name} and take every second {one} on the way to the front",
                f"Reverse {name} and then keep only every other {one}, beginning with the first of them",
                f"Take the last {one} of {name}, skip the one before it, take the next one, and so on to the front",
            ],
            [
                f"Given {name}, go from its last {one} to the front and keep one, skip one, and so on.",
                f"Which {many} are met when {name} is read from the end in steps of two, the last one first?",
            ],
        ),
    )
    return Sketch(
        names=names.split(),
        params=[Param(xs, kind)],
        bodies=[f"return {code}", *extra],
        returns=f"list[{item}]",
        what=what,
        do=do,
        sentences=sentences,
    )
