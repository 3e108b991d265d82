"""Dictionaries: made by counting and grouping, filtered, inverted, looked up."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.dictionary_counts import count_into, group
from trainer.data.exercises.families.dictionary_entries import DICTS, entries
from trainer.data.exercises.families.dictionary_keys import one_key, two_dictionaries
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _dictionary(d: Draw) -> Sketch:
    m = d.name(DICTS)
    k, v = d.one("k v", "key value", "name count", "key val").split()
    key, default, out = d.name("name wanted entry item"), d.one("0", "None", "-1"), d.name("result out total best")
    code, what, sentences, names, returns, kind, extra = d.one(
        (
            f"sum({m}.values())",
            [f"the sum of the values of {m}", f"the total of all values in {m}", f"the values of {m} added together"],
            [
                f"What do the values of {m} add up to?",
                f"Add up all values of {m}.",
                f"Go through {m} and add its values together.",
                f"Given a dictionary {m}, sum its values, whatever the keys are.",
                f"Total of the values in {m}, 0 if it is empty.",
                f"Work out the sum over the values of {m}.",
            ],
            "sum_values total sum_of_values total_value add_values sum_dict grand_total values_sum",
            "int",
            "counts",
            [
                f"{out} = 0\nfor {v} in {m}.values():\n    {out} += {v}\nreturn {out}",
                f"{out} = 0\nfor {k} in {m}:\n    {out} += {m}[{k}]\nreturn {out}",
            ],
        ),
        (
            f"list({m}.keys())",
            [
                f"the list of the keys of {m}",
                f"a list with every key of {m}",
                f"the keys of {m} as a list",
                f"all keys of {m} in a list, in the order of {m}",
            ],
            [
                f"Which keys does {m} have? Return them as a list.",
                f"List all keys of {m}.",
                f"Collect the keys of {m} in a list.",
                f"Given a dictionary {m}, give back a list of its keys without the values.",
                f"Turn the keys of {m} into a list.",
            ],
            "keys_of get_keys list_keys key_list all_keys dict_keys collect_keys names_of_entries",
            "list[str]",
            "counts",
            [f"return list({m})"],
        ),
        (
            f"list({m}.values())",
            [
                f"the list of the values of {m}",
                f"a list with the value of every key of {m}",
                f"the values of {m} as a list",
                f"all values of {m} in a list, in the order of their keys in {m}",
            ],
            [
                f"Which values does {m} hold? Return them as a list, repeated ones included.",
                f"List all values of {m}.",
                f"Collect the values of {m} in a list.",
                f"Given a dictionary {m}, give back a list of its values without the keys.",
                f"Throw away the keys of {m} and return its values as a list.",
            ],
            "values_of get_values list_values value_list all_values dict_values collect_values",
            "list[int]",
            "counts",
            [f"return [{m}[{k}] for {k} in {m}]"],
        ),
        (
            f"sorted({m})",
            [
                f"the sorted list of the keys of {m}",
                f"the keys of {m} in ascending order",
                f"a list of the keys of {m}, sorted alphabetically",
                f"the keys of {m} in alphabetical order, as a list",
            ],
            [
                f"Sort the keys of {m} and return them as a list.",
                f"List the keys of {m} alphabetically.",
                f"Put the keys of {m} in order; the values do not matter.",
                f"Given a dictionary {m}, give back a sorted list of its keys.",
                f"What are the keys of {m}, in ascending order?",
            ],
            "sorted_keys ordered_keys sort_keys keys_in_order alphabetical_keys keys_sorted list_sorted_keys",
            "list[str]",
            "counts",
            [],
        ),
        (
            f"sorted({m}.values())",
            [
                f"the sorted list of the values of {m}",
                f"the values of {m} in ascending order",
                f"a list of the values of {m}, smallest first",
                f"the values of {m} from smallest to largest",
            ],
            [
                f"Sort the values of {m} and return them as a list.",
                f"List the values of {m} from low to high.",
                f"Put the values of {m} in increasing order; the keys do not matter.",
                f"Given a dictionary {m}, give back a sorted list of its values.",
                f"What are the values of {m}, in ascending order?",
            ],
            "sorted_values ordered_values sort_values values_in_order values_sorted ascending_values",
            "list[int]",
            "counts",
            [],
        ),
        (
            f"{{{v}: {k} for {k}, {v} in {m}.items()}}",
            [
                f"a dictionary with the keys and values of {m} swapped; the last key wins",
                f"the inverse of {m}, from values to keys; of several keys with one value, the last is kept",
                f"a dictionary that maps each value of {m} to its key, the last one if there are several",
                f"a reversed mapping of {m}, where later keys overwrite earlier ones",
            ],
            [
                f"Swap keys and values of {m}. If a value occurs twice, its last key is kept.",
                f"Flip {m}: values become keys and keys become values. The last of equal values wins.",
                f"Turn {m} around so that a value leads to its key; with equal values, the last key wins.",
                f"Given a dictionary {m}, invert it; later entries replace earlier ones with the same value.",
                f"Exchange the keys of {m} with its values, in a new dict; the last of several keys stays.",
            ],
            "invert swap_keys_values flip_dict invert_dict reverse_mapping swap_dict values_to_keys reverse_lookup",
            "dict[int, str]",
            "counts",
            [f"{out} = {{}}\nfor {k}, {v} in {m}.items():\n    {out}[{v}] = {k}\nreturn {out}"],
        ),
        (
            f"max({m}, key={m}.get)",
            [
                f"the key of {m} with the largest value, the first of several",
                f"the key whose value in {m} is the highest, the first such key in a tie",
                f"the first key of {m} that has the maximum value",
                f"the key that belongs to the greatest value of {m}, in a tie the earliest one",
            ],
            [
                f"Which key of {m} has the largest value? In a tie, take the first.",
                f"Find the key with the biggest value in {m}; the earliest of equals wins.",
                f"Given a non-empty dictionary {m}, tell whose value is the highest, the first of several.",
                f"Look for the maximum value in {m} and return its key, the first if several share it.",
                f"Who has the most? Return the first key of {m} with the maximum value.",
            ],
            "key_of_max best_key argmax_key max_key top_key key_with_max_value winner highest_key",
            "str",
            "counts1",
            [
                f"{out} = None\nfor {k} in {m}:\n    if {out} is None or {m}[{k}] > {m}[{out}]:\n        {out} = {k}\nreturn {out}"  # noqa: E501
            ],
        ),
        (
            f"min({m}, key={m}.get)",
            [
                f"the key of {m} with the smallest value, the first of several",
                f"the key whose value in {m} is the lowest, the first such key in a tie",
                f"the first key of {m} that has the minimum value",
                f"the key that belongs to the least value of {m}, in a tie the earliest one",
            ],
            [
                f"Which key of {m} has the smallest value? In a tie, take the first.",
                f"Find the key with the lowest value in {m}; the earliest of equals wins.",
                f"Given a non-empty dictionary {m}, tell whose value is the lowest, the first of several.",
                f"Look for the minimum value in {m} and return its key, the first if several share it.",
                f"Who has the least? Return the first key of {m} with the minimum value.",
            ],
            "key_of_min lowest_key argmin_key min_key key_with_min_value smallest_key loser",
            "str",
            "counts1",
            [],
        ),
        (
            f"max({m}.values())",
            [
                f"the largest value of {m}",
                f"the maximum of the values in {m}",
                f"the highest value that any key of {m} has",
                f"the greatest of all values of {m}",
            ],
            [
                f"What is the biggest value in {m}?",
                f"Find the maximum among the values of {m}.",
                f"Given a non-empty dictionary {m}, give back its largest value, not the key.",
                f"Go through the values of {m} and pick the highest.",
                f"Which value of {m} is the largest?",
            ],
            "max_value largest_value highest_value biggest_value top_value maximum_of_values dict_max",
            "int",
            "counts1",
            [],
        ),
        (
            f"min({m}.values())",
            [
                f"the smallest value of {m}",
                f"the minimum of the values in {m}",
                f"the lowest value that any key of {m} has",
                f"the least of all values of {m}",
            ],
            [
                f"What is the smallest value in {m}?",
                f"Find the minimum among the values of {m}.",
                f"Given a non-empty dictionary {m}, give back its smallest value, not the key.",
                f"Go through the values of {m} and pick the lowest.",
                f"Which value of {m} is the smallest?",
            ],
            "min_value smallest_value lowest_value least_value minimum_of_values dict_min bottom_value",
            "int",
            "counts1",
            [],
        ),
        (
            f"list({m}.items())",
            [
                f"the list of the (key, value) pairs of {m}",
                f"the items of {m} as a list of tuples",
                f"a list of tuples, one (key, value) for each entry of {m}",
                f"the entries of {m} as a list of pairs, key first",
            ],
            [
                f"Turn the dictionary {m} into a list of (key, value) tuples.",
                f"List the entries of {m} as pairs of key and value.",
                f"Given {m}, make a tuple of each key and its value and collect them in a list.",
                f"Convert {m} to a list of pairs.",
                f"Unpack {m} into a list: each element is a tuple of a key and its value.",
            ],
            "to_pairs items_list dict_to_list list_items key_value_pairs dict_to_tuples entries_as_pairs pairs_of",
            "list[tuple[str, int]]",
            "counts",
            [f"return [({k}, {v}) for {k}, {v} in {m}.items()]"],
        ),
        (
            f"[{k} for {k}, {v} in sorted({m}.items(), key=lambda x: x[1])]",
            [
                f"the keys of {m} in ascending order of their values",
                f"a list of the keys of {m}, sorted by value, smallest first",
                f"the keys of {m} ordered from the lowest to the highest value",
                f"the keys of {m} in a list, the one with the smallest value first",
            ],
            [
                f"Sort the keys of {m} by their values, from small to large.",
                f"Rank the keys of {m} by value; the lowest comes first.",
                f"List the keys of {m} so that their values go up.",
                f"Given a dictionary {m}, order its keys by what they map to, ascending.",
                f"In which order do the keys of {m} stand when sorted by increasing value?",
            ],
            "keys_by_value sort_by_value keys_sorted_by_value rank_keys order_by_value sorted_by_value",
            "list[str]",
            "counts",
            [f"return sorted({m}, key={m}.get)"],
        ),
        (
            f"{{{k}.upper(): {v} for {k}, {v} in {m}.items()}}",
            [
                f"a copy of {m} with the keys in upper case",
                f"a dictionary like {m}, but with every key in capitals",
                f"a new dictionary with uppercase keys and the values of {m}",
                f"{m} with its keys converted to uppercase, the values unchanged",
            ],
            [
                f"Convert all keys of {m} to upper case, in a new dictionary.",
                f"Make a new dict from {m} whose keys are in capital letters.",
                f"Given a dictionary {m}, uppercase its keys and keep the values.",
                f"Copy {m}, but write each key in capital letters.",
                f"The entries of {m}, each under the upper case form of its key.",
            ],
            "upper_keys uppercase_keys keys_to_upper capital_keys shout_keys convert_keys_upper",
            "dict[str, int]",
            "counts",
            [],
        ),
        (
            f"sum({m}.values()) / len({m})",
            [
                f"the average of the values of {m}",
                f"the mean of all values in {m}",
                f"the arithmetic mean of the values of {m}",
                f"the sum of the values of {m} divided by their number",
            ],
            [
                f"What is the mean value in {m}?",
                f"Add up the values of {m} and divide by how many there are.",
                f"Given a non-empty dictionary {m}, work out the average of its values.",
                f"Average the values of {m}, as a float.",
                f"How large is a value of {m} on average?",
            ],
            "average_value mean_value average_of_values mean_of_values dict_average avg_value",
            "float",
            "counts1",
            [],
        ),
        (
            f"[f'{{{k}}}={{{v}}}' for {k}, {v} in {m}.items()]",
            [
                f"a list with the text key=value for each entry of {m}",
                f"a list of strings of the form 'key=value', one for each entry of {m}",
                f"the entries of {m} as strings, key and value joined by an equals sign",
                f"a list in which every entry of {m} is written as key=value",
            ],
            [
                f"Write each entry of {m} as 'key=value' and return the list of these strings.",
                f"Turn every item of {m} into a string: the key, an equals sign, the value. List them.",
                f"Given a dictionary {m}, make a list of texts such as 'a=1', one for each key.",
                f"Glue each key of {m} and its value together with '=', in a list.",
                f"How do the entries of {m} read as key=value? Return a list of strings.",
            ],
            "format_entries entries_to_text dict_to_strings key_value_strings show_entries format_items",
            "list[str]",
            "counts",
            [],
        ),
        (
            f"len({m})",
            [
                f"the number of entries of {m}",
                f"how many entries {m} has",
                f"how many keys there are in {m}",
                f"the size of the dictionary {m}",
                f"the number of key-value pairs in {m}",
            ],
            [
                f"How many keys does {m} have?",
                f"Count the entries of {m}.",
                f"Given a dictionary {m}, tell how many items it holds.",
                f"The length of {m}, that is, how many pairs of key and value are in it.",
                f"Find out how large the dictionary {m} is.",
            ],
            "size_of count_entries count_keys dict_size number_of_keys num_entries dict_length",
            "int",
            "counts",
            [],
        ),
    )
    if d.chance(0.4):
        return one_key(d, m, k, v, key, default)
    if d.chance(0.2):
        return two_dictionaries(d)
    return Sketch(
        names=names.split(),
        params=[Param(m, kind)],
        bodies=[f"return {code}", *extra],
        returns=returns,
        what=what,
        sentences=sentences,
    )


FAMILIES = (Family("dictionaries", ((count_into, 3), (entries, 4), (_dictionary, 4), (group, 1))),)
