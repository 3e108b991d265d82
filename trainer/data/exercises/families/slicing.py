"""Single elements of a list and parts of it."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.indexing import at, index
from trainer.data.exercises.families.list_parts import part
from trainer.data.exercises.families.parameters import item_type, list_parameter
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _slice(d: Draw) -> Sketch:
    source, name, kind = list_parameter(d)
    xs, item = source.code, item_type(kind)
    one, many = d.one((source.one, source.many), ("element", "elements"), ("item", "items"))
    params = [Param(xs, kind)]
    if d.chance(0.55):
        k = d.name("n k count amount size")
        params.append(Param(k, "smallpos"))
    else:
        k = str(d.number(1, 4))
    stem = "n" if not k.isdigit() else k
    few, times, be = (f"1 {one}", "1 time", "is") if k == "1" else (f"{k} {many}", f"{k} times", "are")
    indices = f"0, {k}, {2 * int(k)}" if k.isdigit() else f"0, {k}, 2 * {k}"
    nth = {"1": "1st", "2": "2nd", "3": "3rd"}.get(k, f"{k}-th")
    i, out, x = d.name("i j index"), d.name("result out part"), source.element
    code, names, loop, what, do, sentences = d.one(
        (
            f"{xs}[:{k}]",
            f"first_{stem} take take_first head prefix get_first first_part limit_to start_of",
            "",
            [
                f"the first {few} of {name}",
                f"the {few} that {name} starts with",
                f"the prefix of length {k} of {name}",
                f"the {many} of {name} before index {k}",
                f"{name} cut down to its first {few}",
            ],
            [
                f"Take the first {few} of {name}",
                f"Keep only the first {few} of {name}",
                f"Throw away everything in {name} after the first {few}",
            ],
            [f"What {be} the first {few} of {name}?", f"Given {name}, give back its first {few} as a list."],
        ),
        (
            f"{xs}[-{k}:]",
            f"last_{stem} take_last tail suffix get_last last_part end_of final_part",
            "",
            [
                f"the last {few} of {name}",
                f"the {few} that {name} ends with",
                f"the final {few} of {name}, in their order",
                f"the suffix of length {k} of {name}",
            ],
            [
                f"Take the last {few} of {name}",
                f"Keep only the last {few} of {name}",
                f"Throw away all of {name} but the last {few}",
                f"Pick out the {few} at the end of {name}",
            ],
            [f"What {be} the last {few} of {name}?", f"Given {name}, give back its last {few} as a list."],
        ),
        (
            f"{xs}[{k}:]",
            f"drop_{stem} drop_first skip skip_first remove_first without_first rest_after all_but_first",
            "",
            [
                f"{name} without its first {few}",
                f"what is left of {name} after the first {few}",
                f"the {many} of {name} from index {k} on",
                f"all but the first {few} of {name}",
            ],
            [
                f"Drop the first {few} of {name}",
                f"Skip the first {few} of {name} and return the rest",
                f"Throw away the first {few} of {name}",
                f"Strip {few} off the front of {name}",
            ],
            [
                f"Given {name}, leave out its first {few} and give back the rest.",
                f"What follows the first {few} of {name}?",
            ],
        ),
        (
            f"{xs}[:-{k}]",
            f"drop_last_{stem} drop_last remove_last all_but_last without_last cut_end trim_end skip_last",
            "",
            [
                f"{name} without its last {few}",
                f"what is left of {name} once the last {few} {be} gone",
                f"all but the last {few} of {name}",
                f"the {many} of {name} up to, but not including, the last {few}",
            ],
            [
                f"Drop the last {few} of {name}",
                f"Remove {few} from the end of {name}",
                f"Get rid of the last {few} of {name}",
                f"Chop {few} off the end of {name}",
            ],
            [
                f"Given {name}, leave out its last {few} and give back the rest.",
                f"What comes before the last {few} of {name}?",
            ],
        ),
        (
            f"{xs}[::{k}]",
            f"every_{stem} every_nth take_every pick_every step_through sample with_step sublist_by_step",
            f"{out} = []\nfor {i} in range(0, len({xs}), {k}):\n    {out}.append({xs}[{i}])\nreturn {out}",
            [
                f"every {nth} of the {many} of {name}, starting with the first",
                f"the {many} of {name} at index {indices} and so on",
                f"the {many} of {name} whose index is divisible by {k}",
                f"the {many} of {name} at indices that are multiples of {k}, 0 included",
                f"the first of every {few} of {name}",
            ],
            [
                f"Take every {nth} of the {many} of {name}, beginning with the first",
                f"Step through {name} from the start, {k} at a time, and collect what is met",
                f"Slice {name} from the beginning with a step of {k}",
            ],
            [
                f"Which {many} of {name} have an index divisible by {k}?",
                f"Given {name}, pick out the first {one} and then every {nth} one after it.",
            ],
        ),
        (
            f"{xs}[{k}:] + {xs}[:{k}]",
            f"rotate_left rotate_by_{stem} rotate shift_left rotate_list cycle_left move_to_end first_to_back",
            "",
            [
                f"{name} rotated to the left by {k}",
                f"{name} with its first {few} moved to the end",
            ],
            [
                f"Return the {many} of {name} from index {k} on, followed by the ones before",
                f"Rotate {name} to the left by {k}",
                f"Move the first {few} of {name} to the end",
                f"Cut the first {few} off {name} and append that part at the end",
                f"Put the first {few} of {name} behind all the others",
            ],
            [
                f"Given {name}, take its first {few} from the front and put that part at the back.",
                f"What does {name} look like when it is rotated left by {k}?",
                f"First what follows the first {few} of {name}, then that first part.",
            ],
        ),
        (
            f"{xs}[-{k}:] + {xs}[:-{k}]",
            "rotate_right move_to_front shift_right last_to_front rotate_list_right cycle_right bring_end_to_front",
            "",
            [
                f"{name} with its last {few} moved to the front",
                f"{name} rotated to the right by {k}",
            ],
            [
                f"Return the last {few} of {name} followed by all that comes before",
                f"Move the last {few} of {name} to the front",
                f"Rotate {name} to the right by {k}",
                f"Put the last {few} of {name} in front of the others, in the same order",
                f"Bring the final {few} of {name} to the beginning",
            ],
            [
                f"Given {name}, take its last {few} from the end and put that part at the front.",
                f"What does {name} look like when it is rotated right by {k}?",
            ],
        ),
        (
            f"{xs}[:{k}][::-1]",
            f"reversed_first_{stem} first_reversed reverse_prefix take_and_reverse first_backwards reversed_start",
            "",
            [
                f"the first {few} of {name} in reverse order",
                f"the first {few} of {name}, turned round",
                f"the reverse of the first {few} of {name}",
                f"the first {few} of {name} backwards, without the rest",
            ],
            [
                f"Take the first {few} of {name} and reverse that part",
                f"Cut {name} off after the first {few} and turn round what is left",
                f"Reverse the first {few} of {name} and leave out the rest",
            ],
            [
                f"Given {name}, give back its first {few} in reverse order.",
                f"Only the first {few} of {name}, listed backwards.",
                f"What {be} the first {few} of {name} when read backwards?",
            ],
        ),
        (
            f"{xs}[{k}:{k} + 3]",
            "three_from window get_window next_three up_to_three_from slice_of_three triple_at three_starting_at",
            "",
            [
                f"at most three {many} of {name}, starting at index {k}",
                f"the {many} of {name} at index {k} and the two after it, as far as there are any",
                f"the slice of {name} from index {k} up to, but not including, {k} + 3",
                f"a window of up to three {many} of {name} that begins at index {k}",
            ],
            [
                f"Take up to three {many} of {name}, beginning at index {k}",
                f"Skip the first {few} of {name} and take the next three, or fewer at the end",
                f"Extract three {many} from {name}, from index {k} on, or as many as there are",
            ],
            [
                f"Which {many} of {name} are at index {k}, {k} + 1 and {k} + 2? Leave out those that do not exist.",
                f"Given {name}, give back the three {many} from index {k} on, or fewer if the list ends before.",
            ],
        ),
        (
            f"[{xs}[{i}:{i} + {k}] for {i} in range(0, len({xs}), {k})]",
            f"chunks split_into_{stem} chunk_list batches in_groups split_list make_chunks partition_list into_batches",
            f"{out} = []\nfor {i} in range(0, len({xs}), {k}):\n    {out}.append({xs}[{i}:{i} + {k}])\nreturn {out}",
            [
                f"{name} cut into lists of {few}; the last may be shorter",
                f"a list of chunks of {name}, each of length {k} except perhaps a shorter last one",
                f"consecutive groups of {few} from {name}; what is left over makes a shorter last group",
            ],
            [
                f"Split {name} into chunks of {few}, where the last may be shorter",
                f"Divide {name} into batches of size {k}, with the rest in a smaller last one",
                f"Break {name} up into pieces of {few}, the last piece with what remains",
                f"Group the {many} of {name} in runs of {k}; the last run may have fewer",
            ],
            [
                f"Given {name}, give back a list of lists: always {few} at a time, the last list with the rest.",
                f"Chunks of size {k}, in order, that together make up {name}; only the last may be shorter.",
                f"How does {name} look when cut into sublists of length {k}? The last one may be shorter.",
            ],
        ),
        (
            f"{xs} * {k}",
            "repeat_list repeated repeat replicate multiply_list copies cycle_times concat_copies",
            "",
            [
                f"{name} repeated {times}",
                f"a list in which {name} as a whole comes {times} in a row",
                f"{name} joined end to end until it is there {times}",
                f"a list that holds all of {name}, over and over, {times} in total",
            ],
            [
                f"Repeat {name} as a whole so that it is there {times}",
                f"Write {name} {times}, one after the other, into one list",
                f"Put together {k} copies of {name}, one after the other".replace("1 copies", "1 copy"),
            ],
            [
                f"What do you get when {name} is concatenated with itself so that it appears {times}?",
                f"Given {name}, give back one list with all of it {times} in a row.",
            ],
        ),
        (
            f"[{x} for {x} in {xs} for _ in range({k})]",
            "repeat_each stretch repeat_elements replicate_each duplicate_each repeat_items expand multiply_each_item",
            "",
            [
                f"a list with each of the {many} of {name} {times} in a row",
                f"{name} with every {one} repeated so that it is there {times} side by side",
                f"the {many} of {name} in order, each of them {times} before the next one",
                f"{name} stretched: every {one} comes {times} in a row",
            ],
            [
                f"Repeat each {one} of {name} so that it comes {times} in a row",
                f"Write every {one} of {name} {times} before moving on to the next",
                f"Put each {one} of {name} {times} into a new list, equal ones side by side",
            ],
            [
                f"Given {name}, give back a list where each {one} stands {times} in a row.",
                f"How does {name} look when each {one} is written {times} in a row?",
            ],
        ),
    )
    returns = f"list[list[{item}]]" if code.startswith("[" + xs) else f"list[{item}]"
    rotated = code in (f"{xs}[{k}:] + {xs}[:{k}]", f"{xs}[-{k}:] + {xs}[:-{k}]")
    return Sketch(
        names=names.split(),
        params=params,
        bodies=[f"return {code}"] + ([loop] if loop else [f"{out} = {code}\nreturn {out}"]),
        returns=returns,
        what=what,
        do=do,
        sentences=sentences,
        edge=f"There are at least {few}." if rotated else "",
    )


FAMILIES = (
    Family("indexing", ((at, 3), (index, 2))),
    Family("slicing", ((_slice, 3), (part, 3))),
)
