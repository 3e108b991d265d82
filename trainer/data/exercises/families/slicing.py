"""Single elements of a list and parts of it."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import ORDINALS, item_type, list_parameter
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _at(d: Draw) -> Sketch:
    source, name, kind = list_parameter(d)
    xs, item = source.code, item_type(kind)
    default, k = (
        d.one("None", "None", "-1" if item == "int" else "''", "0" if item == "int" else "None"),
        d.number(0, 3),
    )
    place, word, need = d.one(
        (str(k), ORDINALS[k], k + 1),
        (f"-{k + 1}", ("last", "second to last", "third to last", "fourth to last")[k], k + 1),
        (f"len({xs}) // 2", "middle", 1),
        ("0", "first", 1),
        ("-1", "last", 1),
    )
    if need == 1:
        edge = d.one(
            f"Return {default} if the list is empty.",
            f"Return {default} if the list is empty.",
            f"If the list is empty, return {default}.",
            f"An empty list gives {default}.",
            f"For an empty list the result is {default}.",
        )
    else:
        edge = d.one(
            f"Return {default} if there are fewer than {need}.",
            f"Return {default} if there are fewer than {need}.",
            f"If the list has fewer than {need} elements, return {default}.",
            f"A list with fewer than {need} elements gives {default}.",
            f"If the list is too short for that, return {default}.",
        )
    edge = edge.replace("''", "an empty string")
    guards = (
        [f"if len({xs}) < {need}:\n    return {default}\n"]
        if need > 1
        else [f"if not {xs}:\n    return {default}\n", f"if len({xs}) == 0:\n    return {default}\n"]
    )
    bodies = [guard + f"return {xs}[{place}]" for guard in guards] + [
        f"return {xs}[{place}] if len({xs}) >= {need} else {default}"
        if need > 1
        else f"return {xs}[{place}] if {xs} else {default}"
    ]
    extra = " (the one at index len // 2)" if word == "middle" else ""
    stem = word.replace(" ", "_")
    one = source.one
    more = {
        "first": [
            f"the {one} that {name} starts with",
            f"the {one} at the front of {name}",
            f"the head of {name}, which is its first {one}",
        ],
        "second": [f"the {one} right after the first one in {name}", f"the {one} of {name} with just one before it"],
        "third": [f"the {one} of {name} with exactly two before it", f"the {one} that follows the first two of {name}"],
        "fourth": [
            f"the {one} of {name} with exactly three before it",
            f"the {one} that follows the first three of {name}",
        ],
        "last": [
            f"the {one} that {name} ends with",
            f"the {one} at the very end of {name}",
            f"the final {one} of {name}",
        ],
        "second to last": [
            f"the next to last {one} of {name}",
            f"the penultimate {one} of {name}",
            f"the {one} just before the last one in {name}",
            f"the second {one} of {name} from the end",
        ],
        "third to last": [
            f"the third {one} of {name} from the end",
            f"the {one} of {name} that has exactly two after it",
        ],
        "fourth to last": [
            f"the fourth {one} of {name} from the end",
            f"the {one} of {name} that has exactly three after it",
        ],
        "middle": [f"the {one} in the middle of {name}{extra}", f"the {one} halfway through {name}{extra}"],
    }[word]
    return Sketch(
        names=[
            f"{stem}_element",
            f"{stem}_item",
            f"{stem}_of",
            f"get_{stem}",
            f"{stem}_{source.one}",
            f"{stem}_or_default",
            f"find_{stem}",
            f"pick_{stem}",
            f"{stem}_value",
        ],
        params=[Param(xs, kind)],
        bodies=bodies,
        returns=item + (" | None" if default == "None" else ""),
        what=[
            f"the {word} element of {name}{extra}",
            f"the {word} {one} of {name}{extra}",
            f"the {word} item in {name}{extra}",
            f"the element of {name} at index {place}",
            f"{xs}[{place}], the {word} {one}",
            *more,
        ],
        do=[f"Pick out the {word} {one} of {name}{extra}", f"Look up the {word} {one} in {name}{extra}"],
        sentences=[
            f"What is the {word} {one} of {name}{extra}?",
            f"Which {one} is at index {place} of {name}?",
            f"Given {name}, give back its {word} {one}{extra}.",
            f"The {word} {one} of {name}{extra}.",
        ],
        edge=edge,
    )


def _index(d: Draw) -> Sketch:
    source, name, kind = list_parameter(d, "1")
    xs = source.code
    i = d.name("i index k position n place")
    item = item_type(kind)
    one, form = source.one, d.number(0, 3)
    if form == 0:
        default = d.one("None", "None", "0" if item == "int" else "''")
        return Sketch(
            names=[
                "get_at",
                "element_at",
                "safe_get",
                "get_or_default",
                "item_at",
                "value_at",
                "lookup",
                "get_safely",
                f"{one}_at",
            ],
            params=[Param(xs, kind), Param(i, "small")],
            bodies=[
                f"if {i} < len({xs}):\n    return {xs}[{i}]\nreturn {default}",
                f"return {xs}[{i}] if {i} < len({xs}) else {default}",
                f"if {i} >= len({xs}):\n    return {default}\nreturn {xs}[{i}]",
            ],
            returns=item + (" | None" if default == "None" else ""),
            what=[
                f"the element of {name} at index {i}",
                f"the {one} of {name} with index {i}",
                f"the {one} at position {i} (counting from 0) of {name}",
                f"{xs}[{i}], but without an error if {i} is too large",
                f"the {one} that stands at index {i} in {name}",
            ],
            do=[
                f"Look up the {one} at index {i} in {name}",
                f"Get the item of {name} at index {i}",
                f"Pick the {one} at index {i} out of {name}",
            ],
            sentences=[
                f"Which {one} of {name} is at index {i}?",
                f"Given {name} and an index {i}, give back the {one} there.",
                f"The {one} at index {i} of {name}, counting from 0.",
            ],
            edge=d.one(
                f"Return {default} if {i} is not below the length.",
                f"Return {default} if {i} is not below the length.",
                f"If {i} is beyond the end, return {default}.",
                f"If there is no such index, return {default}.",
                f"Return {default} when {i} is out of range (at least the length).",
            ).replace("''", "an empty string"),
        )
    if form == 1:
        return Sketch(
            names=[
                "ends",
                "first_and_last",
                "outer_elements",
                "both_ends",
                "get_ends",
                "edge_elements",
                "endpoints",
                "list_ends",
            ],
            params=[Param(xs, kind)],
            bodies=[f"return [{xs}[0], {xs}[-1]]"],
            returns=f"list[{item}]",
            what=[
                f"a list of the first and the last element of {name}",
                f"the first and last of {xs} as a list",
                f"a new list with just the first and the last {one} of {name}",
                f"both ends of {name}, the first {one} and then the last, as a list",
                f"a list of two: {xs}[0] and {xs}[-1]",
                f"a two-element list: what {name} starts with and what it ends with",
            ],
            do=[
                f"Put the first and the last {one} of {name} into a list of two",
                f"Pick out the first and the last {one} of {name} and give them back as a list",
                f"Make a list of the two ends of {name}, first {one} first",
            ],
            sentences=[
                f"Given {name}, give back a list that holds its first and its last {one}.",
                f"What are the first and the last {one} of {name}? Return them in a list, in this order.",
                "A list of two elements: the first one and the last one. They are the same if there is only one.",
            ],
        )
    if form == 2:
        op, said = (
            d.one(("+", "sum"), ("-", "difference"), ("*", "product")) if item == "int" else ("+", "concatenation")
        )
        a, b, words_ = d.one(("0", "-1", "first and the last element"), ("-1", "0", "last and the first element"))
        first, _, _, last, _ = words_.split()
        word = {"sum": "plus", "difference": "minus", "product": "times", "concatenation": "followed by"}[said]
        do = {
            "sum": [
                f"Add together the {words_} of {name}",
                f"Add the {last} {one} of {name} to the {first} one",
                f"Add up the two ends of {name}",
            ],
            "difference": [
                f"Subtract the {last} {one} of {name} from the {first} one",
                f"Take the {last} {one} of {name} away from the {first} one",
                f"Work out how much larger the {first} {one} of {name} is than the {last} one (maybe negative)",
            ],
            "product": [
                f"Work out the {first} {one} of {name} times the {last} one",
                f"Take the {words_} of {name} and multiply them",
                f"Figure out what the two ends of {name} give when multiplied",
            ],
            "concatenation": [
                f"Join the {words_} of {name} into one string",
                f"Glue the {first} {one} of {name} and the {last} one together, in this order",
                f"Append the {last} {one} of {name} to the {first} one",
            ],
        }[said]
        return Sketch(
            names=[
                f"{said}_of_ends",
                f"ends_{said}",
                f"{said}_first_last",
                f"{said}_of_first_and_last",
                f"{said}_ends",
                f"end_{said}",
                f"get_{said}_of_ends",
                f"{first}_and_{last}_{said}",
            ],
            params=[Param(xs, kind)],
            bodies=[f"return {xs}[{a}] {op} {xs}[{b}]"],
            returns=item,
            what=[
                f"the {said} of the {words_} of {name}",
                f"the result of {xs}[{a}] {op} {xs}[{b}]",
                f"the {said} {xs}[{a}] {op} {xs}[{b}]",
                f"the {said} of {xs}[{a}] and {xs}[{b}]",
            ],
            do=do,
            sentences=[
                f"What is the {said} of the {words_} of {name}?",
                f"Given {name}, give back its {first} {one} {word} its {last} one.",
                f"The {first} {one} of {name} {word} the {last} one.",
            ],
        )
    out = d.name("result copy out new_list")
    return Sketch(
        names=[
            "swap_ends",
            "swap_first_last",
            "exchange_ends",
            "swap_first_and_last",
            "switch_ends",
            "flip_ends",
            "interchange_ends",
            "swap_outer",
        ],
        params=[Param(xs, kind)],
        bodies=[
            f"{out} = list({xs})\n{out}[0], {out}[-1] = {out}[-1], {out}[0]\nreturn {out}",
            f"{xs}[0], {xs}[-1] = {xs}[-1], {xs}[0]\nreturn {xs}",
        ],
        returns=f"list[{item}]",
        what=[
            f"{xs} with its first and last element swapped",
            f"{name} with its two ends exchanged and everything between as it was",
            f"{name} with the last {one} first and the first {one} last, the rest unchanged",
        ],
        do=[
            f"Swap the first and last element of {name} and return the list",
            f"Exchange the first and the last {one} of {name} and give back the list",
            f"Switch the two ends of {name}, leave the rest alone, and return the list",
            f"Interchange the first and the last {one} in {name} and return it",
            f"Let the first and the last {one} of {name} trade places, and return the list",
        ],
        sentences=[
            f"Given {name}, give it back with the first and the last {one} swapped.",
            "The first element becomes the last and the last one the first; nothing else moves. Return the list.",
            f"What does {name} look like once its first and its last {one} have changed places?",
        ],
    )


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
    return Sketch(
        names=names.split(),
        params=params,
        bodies=[f"return {code}"] + ([loop] if loop else [f"{out} = {code}\nreturn {out}"]),
        returns=returns,
        what=what,
        do=do,
        sentences=sentences,
    )


def _part(d: Draw) -> Sketch:
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


FAMILIES = (
    Family("indexing", ((_at, 3), (_index, 2))),
    Family("slicing", ((_slice, 3), (_part, 3))),
)
