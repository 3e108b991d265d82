"""Lists with two elements swapped, or an end, a half or the tail moved, dropped or turned round."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import item_type, list_parameter
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["move", "swap"]


def swap(d: Draw) -> Sketch:
    """Two elements that trade places."""
    source, name, kind = list_parameter(d)
    xs, out = source.code, d.name("result copy out")
    many = source.many
    code, least, i, j, said, names = d.one(
        (
            f"[{xs}[-1]] + {xs}[1:-1] + [{xs}[0]]",
            2,
            "0",
            "-1",
            "the first and the last",
            "swap_ends exchange_ends swap_first_last swap_outer switch_ends flip_ends swap_first_and_last trade_ends",
        ),
        (
            f"[{xs}[-1]] + {xs}[1:-1] + [{xs}[0]]",
            2,
            "0",
            "-1",
            "the first and the last",
            "swap_ends exchange_first_and_last interchange_ends ends_swapped swap_both_ends swap_head_and_tail swapped_ends",  # noqa: E501
        ),
        (
            f"[{xs}[1], {xs}[0]] + {xs}[2:]",
            2,
            "0",
            "1",
            "the first two",
            "swap_first_two exchange_start exchange_first_two swap_first_pair swap_start flip_first_two switch_first_two swap_first_second",  # noqa: E501
        ),
        (
            f"{xs}[:-2] + [{xs}[-1], {xs}[-2]]",
            2,
            "-1",
            "-2",
            "the last two",
            "swap_last_two exchange_last exchange_last_two swap_last_pair swap_end flip_last_two switch_last_two swap_final_two",  # noqa: E501
        ),
        (
            f"[{xs}[2], {xs}[1], {xs}[0]] + {xs}[3:]",
            3,
            "0",
            "2",
            "the first and the third",
            "swap_first_third swap_first_and_third exchange_first_third swap_one_and_three switch_first_third swap_zero_and_two swap_around_second",  # noqa: E501
        ),
    )
    few = {2: "fewer than two", 3: "fewer than three"}[least]
    guard = f"if len({xs}) < {least}:\n    return {xs}\n"
    change = f"{out} = list({xs})\n{out}[{i}], {out}[{j}] = {out}[{j}], {out}[{i}]\nreturn {out}"
    kept = d.one("", ", leaving the given list unchanged", " in a new list")
    both = f"{said} {many if 'two' in said else source.one}"
    return Sketch(
        names=names.split(),
        params=[Param(xs, kind)],
        bodies=[f"{guard}return {code}", f"{guard}return {code}", f"{guard}{change}"],
        returns=f"list[{item_type(kind)}]",
        do=[
            f"Swap {said} of the {many} of {name}{kept}",
            f"Exchange {said} element{kept}".replace("two element", "two elements"),
            f"Interchange {both} of {name}{kept}",
            f"Make {both} of {name} trade places{kept}",
        ],
        what=[
            f"a copy of {name} in which {both} have changed places",
            f"a new list like {xs}, but with {both} swapped",
            f"the list that results from swapping {both} of {name}",
        ],
        sentences=[
            f"What does {name} look like when {both} have been exchanged?",
            f"In {name}, {both} change places; all the others stay where they are.",
            f"Given {xs}, switch {both} round and return the resulting list.",
        ],
        edge=d.one(f"A list with {few} elements stays as it is.", f"Lists with {few} elements are returned unchanged."),
    )


def move(d: Draw) -> Sketch:
    """A list with an end, a half or the tail moved, dropped or turned round, or with its mirror image."""
    source, name, kind = list_parameter(d)
    xs, one, out = source.code, source.one, d.name("result out copy")
    many = source.many
    code, do, sentences, names = d.one(
        (
            f"{xs}[1:] + {xs}[:1]",
            [
                f"Move the first {one} of {name} to the end",
                f"Put the first {one} of {name} last",
                f"Take the first {one} off {name} and append it at the end",
                f"Rotate {name} by one place to the left",
                f"Send the first {one} of {name} to the back",
            ],
            [
                f"A copy of {name} with the first element put last.",
                f"All {many} of {name} but the first, and then the first one.",
                f"What is {name} when its first {one} goes to the end?",
                f"The first {one} of {name} moves behind all the others, whose order stays the same.",
                f"Given {xs}, shift everything one place to the left; what drops out comes back at the end.",
            ],
            "first_to_end move_first_to_back first_to_back move_first_to_end rotate_once rotate_left_by_one send_to_back first_becomes_last",  # noqa: E501
        ),
        (
            f"{xs}[-1:] + {xs}[:-1]",
            [
                f"Move the last {one} of {name} to the front",
                f"Put the last {one} of {name} first",
                f"Take the last {one} off {name} and insert it at the start",
                f"Rotate {name} by one place to the right",
                f"Bring the last {one} of {name} to the beginning",
            ],
            [
                f"A copy of {name} with the last element put first.",
                f"The last {one} of {name}, followed by all those that come before it.",
                f"What is {name} when its last {one} goes to the front?",
                f"The last {one} of {name} jumps ahead of all the others, whose order stays the same.",
                f"Given {xs}, shift everything one place to the right; what drops out comes back at the front.",
            ],
            "last_to_front move_last_to_start last_to_start move_last_to_front rotate_right_by_one bring_to_front last_becomes_first",  # noqa: E501
        ),
        (
            f"{xs}[len({xs}) // 2:] + {xs}[:len({xs}) // 2]",
            [
                f"Swap the halves of {name}, where the second one gets the middle element if there is one",
                f"Exchange the two halves of {name}; of an odd length, the second half has the middle {one}",
                f"Cut {name} in two, where the second part may be one longer, and put that part first",
            ],
            [
                f"A copy of {name} with the second half first; of an odd number of elements, the middle one belongs to the second half.",  # noqa: E501
                f"The second half of {name}, followed by the first. If the length is odd, the second half is one longer.",  # noqa: E501
                f"Put the back half of {name} in front of the front half. A middle {one} belongs to the back half.",
                f"Given {xs}, rotate it to the left by half of its length, rounded down.",
                f"The first half of {name} goes to the end. If there is a middle {one}, it is not part of that half.",
            ],
            "swap_halves exchange_halves switch_halves second_half_first flip_halves halves_swapped interchange_halves rotate_half",  # noqa: E501
        ),
        (
            f"{xs}[::2] + {xs}[1::2]",
            [
                f"Put the {many} of {name} at even indices before those at odd indices",
                f"Rearrange {name} so that what has an even index comes first, and then what has an odd one",
                f"Take every second {one} of {name} from index 0 on, and then every second one from index 1 on",
                f"Unweave {name}: first indices 0, 2, 4 and so on, then indices 1, 3, 5 and so on",
            ],
            [
                f"A copy of {name} with the elements at even indices first.",
                f"The {many} of {name} at indices 0, 2, 4, ... and then those at 1, 3, 5, ...",
                f"Which {many} of {name} have an even index? They come first, and the others after them, all in order.",
                f"Given {xs}, list what is at even positions (counted from 0), then what is at odd positions.",
                f"Move the {many} of {name} with an odd index behind those with an even one, each group in order.",
            ],
            "even_places_first unweave even_indices_first deinterleave even_then_odd_indices uninterleave evens_then_odds split_alternating",  # noqa: E501
        ),
        (
            f"{xs} + {xs}[::-1]",
            [
                f"Append the reversed list to {name}",
                f"Extend {name} by its own reverse, giving a new list",
                f"Glue {name} and its reverse together",
                f"Make a palindrome of {name} by adding all its {many} again in reverse order",
                f"Mirror {name} at its end",
            ],
            [
                f"A copy of {name} with its mirror image appended.",
                f"The {many} of {name} forwards, and then all of them backwards.",
                f"Given {xs}, return a list twice as long: the {many} as they are, then from back to front.",
                f"The list followed by its reverse, so that the last {one} of {name} stands there twice in a row.",
            ],
            "mirror add_mirrored mirrored append_reversed add_reverse there_and_back make_palindrome forth_and_back",
        ),
        (
            f"{xs}[1:-1]",
            [
                f"Remove the first and the last {one} of {name}",
                f"Strip off one {one} at each end of {name}",
                f"Throw away the {one} at either end of {name}",
                f"Keep only the inner {many} of {name}, without the first and the last",
                f"Drop both ends of {name}",
            ],
            [
                f"A copy of {name} with both ends removed.",
                f"All {many} of {name} except the first and the last.",
                f"What is left of {name} without its first and its last {one}?",
                f"Given {xs}, get rid of its first {one} and of its last one.",
                f"The slice of {name} from the second {one} to the last but one.",
            ],
            "drop_ends without_ends remove_ends trim_ends strip_ends inner inner_part cut_off_ends",
        ),
        (
            f"{xs}[:1] + {xs}[1:][::-1]",
            [
                f"Keep the first {one} of {name} in place and reverse the others",
                f"Reverse all {many} of {name} but the first",
                f"Flip everything in {name} after the first {one}",
                f"Leave the first {one} of {name} alone and turn the rest round",
            ],
            [
                f"A copy of {name} with all but the first element reversed.",
                f"The first {one} of {name}, followed by all the others from back to front.",
                f"Given {xs}, its first {one} stays where it is, and what comes after it is reversed.",
                f"Only the tail of {name}, which is all but the first {one}, is put in reverse order.",
                f"What does {name} look like when everything except the first {one} is backwards?",
            ],
            "reverse_tail reverse_rest reverse_after_first flip_tail keep_first_reverse_rest reverse_but_first tail_reversed flip_rest",  # noqa: E501
        ),
    )
    half = "// 2" in code
    return Sketch(
        names=names.split(),
        params=[Param(xs, kind)],
        bodies=[f"return {code}", f"{out} = {code}\nreturn {out}"]
        if not half
        else [f"middle = len({xs}) // 2\nreturn {xs}[middle:] + {xs}[:middle]", f"return {code}"],
        returns=f"list[{item_type(kind)}]",
        do=do,
        sentences=sentences,
    )
