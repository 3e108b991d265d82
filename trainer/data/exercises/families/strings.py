"""Operations on whole strings, and strings joined."""

from __future__ import annotations

import re

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import text_parameter
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import Source, words
from trainer.data.exercises.transforms import word_transform
from trainer.data.exercises.word_conditions import word_condition

__all__ = ["FAMILIES"]


def _whole(d: Draw) -> Sketch:
    """One operation on a whole string."""
    s, name = text_parameter(d)
    k = str(d.number(2, 5))
    params = [Param(s, "text")]
    if d.chance(0.4):
        k = d.name("n k times count")
        params.append(Param(k, "smallpos"))
    stem = k if k.isdigit() else "n"
    nth = {"2": "2nd", "3": "3rd"}.get(k, f"{k}th" if k.isdigit() else f"{k}-th")
    a, b = d.random.sample("aeiolnrst", 2)
    mark = d.one("!", "?", "...", "-", "*", ".")
    out, c, i = d.name("result out reversed_text new"), d.name("c char ch"), d.name("i j index")
    code, what, do, sentences, names, extra = d.one(
        (
            f"{s}[::-1]",
            [f"{name} reversed", f"{name} written backwards", f"{name} in reverse", f"{name} read from right to left"],
            [f"Reverse {name}", f"Turn {name} around", f"Flip {name} back to front"],
            [f"What does {name} look like backwards?", f"Given {name}, return its reverse.", f"Return the mirror image of {name}: last character first.", f"Write the characters of {name} from the last one to the first."],  # noqa: E501
            "reverse_text backwards flip_string reverse_chars mirror_text string_reverse backward reverse_it",
            [f"{out} = ''\nfor {c} in {s}:\n    {out} = {c} + {out}\nreturn {out}", f"return ''.join(reversed({s}))"],
        ),
        (
            f"{s}[::-1]",
            [f"{name} with its characters in reverse order", f"{name} spelled backwards", f"{name} from its last character to its first"],  # noqa: E501
            [f"Reverse {name}", f"Reverse the order of the characters of {name}", f"Read {name} from the end to the start"],  # noqa: E501
            [f"Return the characters of {name} in the opposite order, as one string.", f"The last character of {name} comes first, then the one before it, and so on.", f"Given {name}, put its characters in reverse order.", f"Go through {name} from back to front and return what you get."],  # noqa: E501
            "reverse_order invert_string reverse_text reversed_string back_to_front turn_around reverse_letters spell_backwards",  # noqa: E501
            [f"{out} = ''\nfor {i} in range(len({s}) - 1, -1, -1):\n    {out} += {s}[{i}]\nreturn {out}"],
        ),
        (
            f"{s}.upper()",
            [f"{name} in upper case", f"{name} in capital letters", f"{name} converted to uppercase", f"{name} with all its letters capitalized"],  # noqa: E501
            [f"Convert {name} to upper case", f"Make all letters of {name} uppercase", f"Turn every small letter of {name} into a capital", f"Capitalize every letter of {name}"],  # noqa: E501
            [f"Given {name}, write it in block capitals.", f"Return the uppercase version of {name}.", f"How is {name} written all in capitals?"],  # noqa: E501
            "to_upper shout make_uppercase uppercase_text all_caps convert_to_upper capitals upper_text",
            [],
        ),
        (
            f"{s}.lower()",
            [f"{name} in lower case", f"{name} in small letters", f"{name} converted to lowercase", f"{name} with every capital made small"],  # noqa: E501
            [f"Convert {name} to lower case", f"Make all letters of {name} lowercase", f"Turn every capital letter of {name} into a small one", f"Put {name} in small letters"],  # noqa: E501
            [f"Given {name}, write it all in small letters.", f"Return the lowercase version of {name}.", f"How is {name} written without capitals?"],  # noqa: E501
            "to_lower make_lowercase lowercase_text all_small convert_to_lower small_letters lower_text downcase",
            [],
        ),
        (
            f"{s}.capitalize()",
            [f"{name} with its first character in upper case and the rest in lower case", f"{name} capitalized: a capital at the start and small letters after it", f"{name} with a capital at the very start and all other letters small"],  # noqa: E501
            [f"Capitalize {name}: first character upper case, all others lower case", f"Make the first character of {name} a capital and all others lowercase", f"Put the first character of {name} in upper case and what follows in lower case"],  # noqa: E501
            [f"Given {name}, start it with a capital letter and write the rest in small letters.", f"Only the first character of {name} is to be in upper case, everything after it in lower case.", f"Write {name} in sentence case: first letter big, all others small.", f"How is {name} written with one capital at the start and no others?"],  # noqa: E501
            "capitalize_text sentence_case capitalize_first first_upper start_with_capital upper_first to_sentence_case",  # noqa: E501
            [],
        ),
        (
            f"{s}.swapcase()",
            [f"{name} with upper and lower case swapped", f"{name} with the case of every letter flipped", f"{name} with capitals made small and small letters made capital"],  # noqa: E501
            [f"Swap the case of every letter in {name}", f"Invert upper and lower case in {name}", f"Toggle the case of each letter of {name}", f"Turn capitals of {name} into small letters and small letters into capitals"],  # noqa: E501
            [f"Given {name}, make uppercase letters lowercase and the other way round.", f"Upper case becomes lower case in {name}, and lower case becomes upper case.", f"Flip the case of {name}, letter by letter."],  # noqa: E501
            "swap_case toggle_case swapcase flip_case invert_case switch_case change_case reverse_case",
            [f"return ''.join({c}.lower() if {c}.isupper() else {c}.upper() for {c} in {s})"],
        ),
        (
            f"{s}.strip()",
            [f"{name} without spaces at its ends", f"{name} trimmed on both sides", f"{name} with leading and trailing whitespace removed", f"{name} without whitespace at the start and the end"],  # noqa: E501
            [f"Trim {name}", f"Strip leading and trailing whitespace from {name}", f"Remove the spaces around {name}", f"Get rid of spaces before and after {name}", f"Cut off the white space at both ends of {name}"],  # noqa: E501
            [f"Given {name}, throw away the spaces at its start and end, but keep those inside.", f"What is left of {name} without the spaces around it?"],  # noqa: E501
            "trim strip_text strip_spaces trim_both_ends strip_ends remove_outer_spaces trim_text clean_ends",
            [],
        ),
        (
            f"{s}.title()",
            [f"{name} with every word in title case", f"{name} in title case", f"{name} with a capital at the start of each word and small letters after it", f"{name} with each word capitalized"],  # noqa: E501
            [f"Convert {name} to title case"],
            [f"Given {name}, write it like a title: each word begins with a capital and goes on in small letters.", f"Upper case for the first letter of each word in {name}, lower case for all others.", f"How is {name} written in title case?", f"Return the title-cased version of {name}.", f"Capitalize every word of {name} and make all other letters small.", f"Start each word in {name} with a capital and write the rest of it in lower case."],  # noqa: E501
            "title_case to_title titlecase capitalize_words make_title title_text capitalize_each_word",
            [],
        ),
        (
            f"len({s})",
            [f"the number of characters of {name}", f"how many characters {name} has", f"the length of {name}", f"how long {name} is"],  # noqa: E501
            [f"Count the characters of {name}", f"Measure how long {name} is", f"Work out the length of {name}", f"Tell how many characters there are in {name}"],  # noqa: E501
            [f"How many characters are there in {name}?", f"How long is {name}?", f"Given {name}, return its length.", f"The number of characters, spaces included, in {name}."],  # noqa: E501
            "text_length count_chars length_of string_length size_of num_chars char_count get_length how_long",
            [f"{out} = 0\nfor {c} in {s}:\n    {out} += 1\nreturn {out}"],
        ),
        (
            f"{s} * {k}",
            [f"{name} repeated {k} times", f"{name} {k} times in a row", f"{k} copies of {name} as one string, with nothing between them", f"{name} written {k} times without gaps"],  # noqa: E501
            [f"Repeat {name} {k} times", f"Write {name} {k} times in a row", f"Glue {k} copies of {name} together", f"Concatenate {k} copies of {name}"],  # noqa: E501
            [f"Given {name}, say it {k} times, with nothing in between.", f"What do you get when {name} is put behind itself until it is there {k} times?", f"One string made of {name}, {k} times over."],  # noqa: E501
            "repeat_text repeat repeat_string multiply_text times_text copy_text duplicate_text repeated",
            [f"{out} = ''\nfor {i} in range({k}):\n    {out} += {s}\nreturn {out}"],
        ),
        (
            f"{s}[:{k}]",
            [f"the first {k} characters of {name}", f"the leading {k} characters of {name}", f"{name} cut to its first {k} characters", f"the start of {name}, {k} characters long at most"],  # noqa: E501
            [f"Take the first {k} characters of {name}", f"Cut {name} off after {k} characters", f"Keep only the first {k} characters of {name}", f"Truncate {name} to {k} characters"],  # noqa: E501
            [f"What are the first {k} characters of {name}?", f"Given {name}, return its first {k} characters, or all if there are fewer.", f"The prefix of {name} with {k} characters."],  # noqa: E501
            f"first_{stem}_chars prefix_of take_first leading_chars truncate text_start cut_to_length head_of",
            [],
        ),
        (
            f"{s}[-{k}:]",
            [f"the last {k} characters of {name}", f"the final {k} characters of {name}", f"{name} cut to its last {k} characters", f"the end of {name}, {k} characters long at most"],  # noqa: E501
            [f"Take the last {k} characters of {name}", f"Keep only the last {k} characters of {name}", f"Cut off the start of {name} so that its last {k} characters remain"],  # noqa: E501
            [f"What are the last {k} characters of {name}?", f"Given {name}, return its last {k} characters, or all if there are fewer.", f"The suffix of {name} with {k} characters.", f"The tail of {name}: its last {k} characters."],  # noqa: E501
            f"last_{stem}_chars suffix_of take_last trailing_chars text_end tail_of last_chars ending_of",
            [],
        ),
        (
            f"{s}[{k}:]",
            [f"{name} without its first {k} characters", f"what follows the first {k} characters of {name}", f"{name} with the first {k} characters cut off", f"{name} from index {k} on"],  # noqa: E501
            [f"Drop the first {k} characters of {name}", f"Remove {k} characters from the start of {name}", f"Cut {k} characters off the front of {name}"],  # noqa: E501
            [f"What is left of {name} without its first {k} characters?", f"Given {name}, throw away its first {k} characters and return the rest.", f"All of {name} but the first {k} characters.", f"Skip the first {k} characters of {name} and keep the others."],  # noqa: E501
            f"drop_{stem}_chars drop_first skip_first cut_front remove_prefix_chars rest_of after_start chop_start",
            [],
        ),
        (
            f"{s}[::{k}]",
            [f"every {nth} character of {name}, starting with the first", f"every {nth} character of {name}, the first one included", f"those characters of {name} at indices 0, {k}, 2 * {k} and so on"],  # noqa: E501
            [f"Take every {nth} character of {name}, beginning with the first", f"Keep the first character of {name} and every {nth} one after it", f"Pick the characters of {name} whose index is divisible by {k}"],  # noqa: E501
            [f"Given {name}, step through it by {k}, starting at index 0, and join the characters you meet.", f"Go through {name} in steps of {k} characters, from the first one, and return what you land on.", f"Which characters of {name} have an index that is a multiple of {k}? Return them as a string.", f"Slice {name} with a step of {k}."],  # noqa: E501
            "every_nth_char skip_chars take_every_nth step_through every_kth nth_chars stride sample_chars",
            [],
        ),
        (
            f"{s}.replace('{a}', '{b}')",
            [f"{name} with every '{a}' replaced by '{b}'", f"{name} with '{b}' in place of every '{a}'", f"{name} with all occurrences of '{a}' changed to '{b}'"],  # noqa: E501
            [f"Replace every '{a}' in {name} with '{b}'", f"Change each '{a}' of {name} to '{b}'", f"Swap every letter '{a}' of {name} for '{b}'", f"Substitute '{b}' for all '{a}' in {name}", f"Turn every '{a}' in {name} into '{b}'"],  # noqa: E501
            [f"Given {name}, write '{b}' wherever there is '{a}'.", f"Each '{a}' in {name} becomes '{b}'.", f"What does {name} look like with '{b}' instead of '{a}'?"],  # noqa: E501
            f"replace_{a}_with_{b} replace_{a} change_{a}_to_{b} swap_{a}_for_{b} substitute_{a} {a}_to_{b} replace_letter substitute_letter",  # noqa: E501
            [f"return ''.join('{b}' if {c} == '{a}' else {c} for {c} in {s})",f"{out} = ''\nfor {c} in {s}:\n    if {c} == '{a}':\n        {out} += '{b}'\n    else:\n        {out} += {c}\nreturn {out}"],  # noqa: E501
        ),
        (
            f"{s} + '{mark}'",
            [f"{name} followed by '{mark}'", f"{name} with '{mark}' at the end", f"{name} plus '{mark}'", f"{name} ending with an added '{mark}'"],  # noqa: E501
            [f"Add '{mark}' to the end of {name}", f"Append '{mark}' to {name}", f"Put '{mark}' after {name}", f"Attach '{mark}' at the end of {name}"],  # noqa: E501
            [f"Given {name}, return it with '{mark}' behind it.", f"End {name} with one more '{mark}', even if it already ends so.", f"What do you get when you write '{mark}' after {name}?"],  # noqa: E501
            "add_mark append_mark add_ending attach_mark end_with_mark add_suffix put_mark_after with_mark",
            [],
        ),
        (
            f"{s}.replace(' ', '{b}')",
            [f"{name} with every space replaced by '{b}'", f"{name} with '{b}' instead of each space", f"{name} with '{b}' wherever there was a space", f"{name} with all blanks changed to '{b}'"],  # noqa: E501
            [f"Replace every space in {name} with '{b}'", f"Substitute '{b}' for each blank in {name}", f"Put '{b}' in place of each space of {name}", f"Fill the gaps in {name}: write '{b}' for every space"],  # noqa: E501
            [f"Given {name}, turn each space into '{b}'.", f"Each blank in {name} becomes '{b}'.", f"What does {name} look like with '{b}' for every space?"],  # noqa: E501
            f"replace_spaces fill_spaces spaces_to_{b} substitute_spaces change_spaces fill_blanks replace_blanks fill_gaps",  # noqa: E501
            [],
        ),
        (
            f"{s} + {s}[::-1]",
            [f"{name} followed by its reverse", f"{name} and then the same again backwards", f"{name} with its mirror image appended", f"{name} joined with its reversal"],  # noqa: E501
            [f"Append the reverse of {name} to it", f"Write {name} forwards and then backwards", f"Put the reversed {name} behind {name}", f"Mirror {name} at its end"],  # noqa: E501
            [f"Given {name}, make a palindrome: the string itself, then the string reversed.", f"Glue together {name} and its reversal, in this order.", f"Return {name} plus {name} backwards."],  # noqa: E501
            "make_palindrome mirror add_reverse there_and_back text_and_reverse append_reverse mirrored to_palindrome",
            [],
        ),
        (
            f"''.join({c} * {k} for {c} in {s})",
            [f"{name} with each character repeated {k} times", f"{name} with every character {k} times in a row", f"{name} with {k} copies of each character instead of one"],  # noqa: E501
            [f"Repeat each character of {name} {k} times", f"Write every character of {name} {k} times in a row", f"Stretch {name}: each character appears {k} times", f"Multiply each character of {name} by {k}"],  # noqa: E501
            [f"Given {name}, put {k} of each character where there was one.", f"In {name}, every character is to stand {k} times, one next to the other, in the old order.", f"Go through {name} and write down each character {k} times.", f"What does {name} look like when each character is typed {k} times?"],  # noqa: E501
            "stretch repeat_chars multiply_chars repeat_each stretch_text repeat_each_char n_of_each multiply_letters stutter",  # noqa: E501
            [f"{out} = ''\nfor {c} in {s}:\n    {out} += {c} * {k}\nreturn {out}"],
        ),
        (
            f"list({s})",
            [f"the list of the characters of {name}", f"a list with each character of {name} as a string of its own", f"a list of the single characters of {name}", f"the characters of {name} as a list"],  # noqa: E501
            [f"Split {name} into its characters", f"Turn {name} into a list of characters", f"Break {name} up into a list of single characters", f"Convert {name} to a list, one item for each character"],  # noqa: E501
            [f"Given {name}, put each of its characters into a list.", f"Which characters is {name} made of? List them all, in order.", f"A list, in order, of all characters in {name}."],  # noqa: E501
            "to_chars split_chars char_list list_chars list_of_chars explode break_into_chars characters_of",
            [f"return [{c} for {c} in {s}]"],
        ),
        (
            f"''.join(sorted({s}))",
            [f"{name} with its characters in ascending order", f"{name} with its characters sorted", f"{name} with its characters in alphabetical order (by character code)", f"{name} rearranged so that the characters ascend"],  # noqa: E501
            [f"Sort the characters of {name}", f"Put the characters of {name} in ascending order", f"Rearrange the characters of {name} from the smallest to the largest", f"Order the characters of {name} by their codes"],  # noqa: E501
            [f"Given {name}, sort its characters and join them to a string again.", f"A string of the sorted characters of {name}, the lowest code first.", f"What does {name} look like with all its characters sorted?"],  # noqa: E501
            "sort_chars sorted_text sort_string sort_letters ordered_chars alphabetical sort_text arrange_chars",
            [],
        ),
        (
            f"{s}[1:-1]",
            [f"{name} without its first and last character", f"{name} with both ends cut off", f"{name} without the character at either end", f"all of {name} but the first and the last character"],  # noqa: E501
            [f"Remove the first and the last character of {name}", f"Drop the first and last character from {name}", f"Cut one character off each end of {name}", f"Take away both end characters of {name}"],  # noqa: E501
            [f"Given {name}, throw away the first and the last character and return the rest.", f"What is between the first and the last character of {name}?", f"The inside of {name}: everything but the first and the last character."],  # noqa: E501
            "inner_text trim_ends without_ends drop_ends strip_first_last remove_ends middle_part cut_ends peel",
            [],
        ),
        (
            f"'-'.join({s})",
            [f"the characters of {name} joined by '-'", f"{name} with '-' between its characters", f"{name} with a hyphen between every two neighbouring characters", f"the characters of {name} with a dash between them"],  # noqa: E501
            [f"Put '-' between the characters of {name}", f"Join the characters of {name} with '-'", f"Insert a hyphen between every two characters of {name}", f"Separate the characters of {name} by '-'"],  # noqa: E501
            [f"Given {name}, write a dash ('-') between its characters, but not at the ends.", f"Spell {name} with hyphens: one '-' after each character but the last.", f"What does {name} look like with '-' between all its characters?"],  # noqa: E501
            "dash_chars hyphenate dash_between join_with_dashes spell_out insert_dashes add_hyphens dashed",
            [],
        ),
        (
            f"''.join(sorted({s}, reverse=True))",
            [f"{name} with its characters in descending order", f"{name} with its characters sorted in reverse order", f"{name} with its characters from the largest to the smallest", f"{name} rearranged so that the characters descend"],  # noqa: E501
            [f"Sort the characters of {name} in descending order", f"Put the characters of {name} in descending order", f"Order the characters of {name} by their codes, the highest first"],  # noqa: E501
            [f"Given {name}, sort its characters, the largest first, and join them to a string again.", f"A string of the characters of {name}, from the highest code to the lowest.", f"Sort {name} backwards: its characters from largest to smallest.", f"What does {name} look like sorted from high to low, character by character?"],  # noqa: E501
            "sort_chars_down sort_descending reverse_sorted_chars sort_desc descending_chars sort_letters_down sort_backwards",  # noqa: E501
            [],
        ),
        (
            f"[ord({c}) for {c} in {s}]",
            [f"the list of the character codes of {name}", f"a list with the Unicode code point of each character of {name}", f"a list of what `ord` gives for the characters of {name}", f"the codes of the characters of {name} as a list"],  # noqa: E501
            [f"Convert {name} to a list of character codes", f"List the code of each character in {name}", f"Turn each character of {name} into its code number", f"Look up the Unicode number of every character of {name}"],  # noqa: E501
            [f"Given {name}, return a list with the character code of each character, in order.", f"Which code points do the characters of {name} have? Return them as a list.", f"What numbers stand for the characters of {name} in Unicode (ASCII)?"],  # noqa: E501
            "char_codes ordinals to_codes code_points ascii_codes ord_list text_to_codes unicode_codes",
            [],
        ),
        (
            f"{s}[::-1].upper()",
            [f"{name} reversed and in upper case", f"{name} written backwards in capitals", f"{name} reversed and converted to uppercase", f"{name} backwards, all its letters capitalized"],  # noqa: E501
            [f"Turn {name} around, with all letters in capitals", f"Write {name} backwards in capital letters"],
            [f"Given {name}, reverse it and convert it to upper case.", f"How is {name} written from back to front in block capitals?", f"Return the uppercase reverse of {name}.", f"Reverse {name} and put it in upper case.", f"Flip {name} and make it uppercase."],  # noqa: E501
            "reverse_upper upper_reversed backwards_upper reverse_and_shout reversed_caps shout_backwards flip_and_upper",  # noqa: E501
            [],
        ),
        (
            f"{s}[::-1].lower()",
            [f"{name} reversed and in lower case", f"{name} written backwards in small letters", f"{name} reversed and converted to lowercase", f"{name} backwards, without capitals"],  # noqa: E501
            [f"Turn {name} around, with all letters small", f"Write {name} backwards in small letters"],
            [f"Given {name}, reverse it and convert it to lower case.", f"How is {name} written from back to front, all in small letters?", f"Return the lowercase reverse of {name}.", f"Reverse {name} and put it in lower case.", f"Flip {name} and make it lowercase."],  # noqa: E501
            "reverse_lower lower_reversed backwards_lower reverse_and_lower reversed_small flip_and_lower small_backwards",  # noqa: E501
            [],
        ),
        (
            f"''.join(chr(ord({c}) + 1) for {c} in {s})",
            [f"{name} with each character replaced by the one with the next code", f"{name} with every character shifted by one code point", f"{name} with each character moved on by one in Unicode", f"{name} with every character turned into its successor, 'a' into 'b' for example"],  # noqa: E501
            [f"Replace each character of {name} by the one with the next code", f"Shift every character of {name} up by one code point", f"Increase the code of each character in {name} by 1", f"Move each character of {name} one step on in the character table"],  # noqa: E501
            [f"Given {name}, change each character to the next one by code: 'a' to 'b', 'z' to '{{'.", f"Add 1 to the code of every character in {name} and return the new string.", f"Which string do you get when each character of {name} gives way to its successor in Unicode?"],  # noqa: E501
            "shift_chars next_chars increment_chars shift_by_one next_letters shift_text successor_chars encode_shift",
            [],
        ),
        (
            f"{s}.count(' ')",
            [f"the number of spaces in {name}", f"how many spaces {name} contains", f"how often a space occurs in {name}", f"the number of blanks in {name}"],  # noqa: E501
            [f"Count the spaces in {name}", f"Count how many blanks {name} has", f"Work out how many spaces there are in {name}", f"Tell how often a space occurs in {name}"],  # noqa: E501
            [f"How many spaces are there in {name}?", f"Given {name}, count the characters that are ' '.", f"The count of spaces in {name}."],  # noqa: E501
            "count_blanks count_spaces number_of_spaces num_spaces space_count how_many_spaces spaces_in",
            [f"{out} = 0\nfor {c} in {s}:\n    if {c} == ' ':\n        {out} += 1\nreturn {out}"],
        ),
        (
            f"{s}[1:] + {s}[:1]",
            [f"{name} with its first character moved to the end", f"{name} rotated to the left by one character", f"{name} with its first character put last"],  # noqa: E501
            [f"Move the first character of {name} to the end", f"Rotate {name} to the left by one", f"Shift {name} left by one place, so that its first character becomes the last"],  # noqa: E501
            [f"Given {name}, cut off the first character and append it to the rest.", f"All of {name} moves one place to the left, and the first character goes to the back.", f"What does {name} look like with its first character at the end instead?", f"The rest of {name}, followed by its first character.", f"Take the first character off {name} and put it at the end."],  # noqa: E501
            "rotate_text rotate_left first_to_end shift_left move_first_to_end rotate_string rotate_by_one cycle_text",
            [],
        ),
        (
            f"''.join({c} for {i}, {c} in enumerate({s}) if {i} % 2 == 0)",
            [f"the characters of {name} at even indices", f"every second character of {name}, starting with the first", f"every other character of {name}, the first included", f"the characters of {name} at indices 0, 2, 4 and so on"],  # noqa: E501
            [f"Take every other character of {name}, beginning with the first", f"Keep the characters of {name} whose index is even", f"Skip every second character of {name}, keeping the first"],  # noqa: E501
            [f"Given {name}, return the characters at positions 0, 2, 4, ... as one string.", f"Which characters of {name} have an even index? Join them.", f"Drop the characters of {name} at odd indices and return the others.", f"A string of the 1st, 3rd, 5th, ... character of {name}."],  # noqa: E501
            "even_chars alternate_chars every_other_char every_second chars_at_even skip_every_second even_index_chars pick_alternate",  # noqa: E501
            [f"return {s}[::2]"],
        ),
        (
            f"''.join({c} for {c} in {s} if {c} != ' ')",
            [f"{name} without spaces", f"{name} with all spaces removed", f"{name} with the blanks taken out", f"{name} with every ' ' left out"],  # noqa: E501
            [f"Remove all spaces from {name}", f"Delete every space in {name}", f"Get rid of the blanks in {name}", f"Strip out all spaces of {name}, also those inside"],  # noqa: E501
            [f"Given {name}, throw away the spaces and close the gaps.", f"What is left of {name} without its spaces?", f"Return {name} without any blanks.", f"All characters of {name} except the spaces, in order."],  # noqa: E501
            "remove_blanks squeeze remove_spaces delete_spaces no_spaces without_spaces strip_all_spaces drop_spaces",
            [f"return {s}.replace(' ', '')"],
        ),
    )  # fmt: skip
    used = params if re.search(rf"(?<![.'])\b{k}\b", code) else params[:1]
    returns = (
        "int"
        if code.startswith("len") or ".count(" in code
        else "list[int]"
        if "ord(" in code and code.startswith("[")
        else "list[str]"
        if code.startswith("list")
        else "str"
    )
    return Sketch(
        names=names.split(),
        params=used,
        bodies=[f"return {code}", *extra],
        returns=returns,
        what=what,
        do=do,
        sentences=[text.replace("Given the given", "Given the") for text in sentences],
    )


def _joining(d: Draw) -> Sketch:
    source = words(d) if d.chance(0.75) else Source(*_int_list(d))
    xs, w = source.code, source.element
    separator, said = d.one(
        ("', '", "', '"),
        ("' '", "a space"),
        ("'-'", "'-'"),
        ("''", ""),
        ("','", "','"),
        ("' and '", "' and '"),
        ("'/'", "'/'"),
        ("'_'", "'_'"),
        ("'; '", "'; '"),
    )
    params = list(source.params)
    if d.chance(0.35):
        separator = said = d.name("separator sep delimiter glue joiner")
        params.append(Param(separator, "char"))
    transform = word_transform(d) if source.of == "word" and d.chance(0.4) else None
    condition = word_condition(d) if source.of == "word" and d.chance(0.3) else None
    if transform and transform.returns != "str":
        transform = None
    value = transform.of(w) if transform else w if source.of == "word" else f"str({w})"
    params += (list(transform.params) if transform else []) + (list(condition.params) if condition else [])
    test = f" if {condition.of(w)}" if condition else ""
    each = f"{value} for {w} in {xs}{test}" if value != w or test else xs
    those = (
        "the " + condition.those(d, source.many, " of " + xs)
        if condition
        else d.one(f"the {source.many} of {xs}", f"the {source.many}{source.where}")
    )
    phrase = transform.phrase(d, those) if transform else those
    by = f"joined by {said}" if said else "joined without a separator"
    parts, out = d.name("parts pieces texts"), d.name("result out")
    bodies = [
        f"return {separator}.join({each})",
        f"{parts} = [{each}]\nreturn {separator}.join({parts})" if each != xs else f"return {separator}.join({xs})",
    ]
    if separator == "''":
        bodies.append(
            f"{out} = ''\nfor {w} in {xs}:\n"
            + (f"    if {condition.of(w)}:\n        {out} += {value}\n" if condition else f"    {out} += {value}\n")
            + f"return {out}"
        )
    comma = "," if ", each " in phrase else ""
    if said:
        do = [f"Join {phrase} with {said}", f"Put {said} between {phrase}", f"Combine {phrase}, separated by {said}"]
        sentences = [
            f"Glue {phrase}{comma} together, with {said} in between.",
            f"Given {xs}, make one string of {phrase}, with {said} between each two of them.",
            f"What do you get when you join {phrase}{comma} with {said}?",
            f"Write {phrase}{comma} one after the other, with {said} as the separator.",
            f"Concatenate {phrase}, with {said} between neighbours but not at the ends.",
        ]
    else:
        do = [f"Concatenate {phrase}", f"Join {phrase} without a separator", f"String together {phrase}"]
        sentences = [
            f"Glue {phrase}{comma} together, with nothing in between.",
            f"Given {xs}, make one string of {phrase}, with no gaps.",
            f"What do you get when you write {phrase}{comma} one right after the other?",
            f"Append {phrase}{comma} to each other, in order, to form one string.",
            f"The concatenation of {phrase}.",
        ]
    if source.of != "word":
        sentences += [
            "Convert the numbers to strings and " + (f"join them with {said}." if said else "concatenate them."),
            "Turn a list of numbers into one text, with " + (f"{said} between them." if said else "nothing between."),
        ]
    return Sketch(
        names=[
            "join_" + source.many,
            "concat",
            "join_all",
            "combine",
            "join_with",
            f"{source.many}_to_text",
            f"glue_{source.many}",
            "to_single_string",
            f"concat_{source.many}",
        ],
        params=params,
        bodies=bodies,
        returns="str",
        what=[f"{phrase}, {by}", f"a string of {phrase}, {by}", f"one string with {phrase}, {by}"],
        do=do if not transform else [],
        sentences=sentences,
    )


def _int_list(d: Draw) -> tuple:
    xs = d.name("numbers nums values items")
    return xs, d.name("n x number value"), "number", "numbers", f" of {xs}", "int", "numbers", (Param(xs, "ints"),)


FAMILIES = (
    Family("strings", ((_whole, 1),)),
    Family("joining", ((_joining, 1),)),
)
