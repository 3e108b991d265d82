"""The words of a text, and lists of words."""

from __future__ import annotations

from trainer.data.exercises import fold_sketches as fold
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import text_parameter
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import Source, words

__all__ = ["FAMILIES"]


def _of_words(d: Draw) -> Sketch:
    """What is made of the words of a text."""
    s, _ = text_parameter(d)
    w = d.name("word word w part token")
    source = Source(
        f"{s}.split()",
        w,
        "word",
        "words",
        d.one(
            f" of {s}",
            f" in {s}",
            " of the text",
            " in the text",
            " in the given string",
            " of the given text",
            " of the string",
        ),
        "word",
        "words",
        (Param(s, "text"),),
    )
    rule = d.one(fold.count, fold.count, "list", "filter", fold.check_any, fold.check_all, fold.first_of)
    if rule == "list":
        return fold.collect(d, source, filtered=False, mapped=True)
    if rule == "filter":
        return fold.collect(d, source, filtered=True, mapped=False)
    return rule(d, source)


def _words(d: Draw) -> Sketch:
    s, name = text_parameter(d)
    w, out = d.name("word w part"), d.name("words parts result pieces")
    best = d.name("best longest result")
    code, names, returns, what, do, sentences, extra = d.one(
        (
            f"len({s}.split())",
            "word_count count_words words_in num_words number_of_words how_many_words get_word_count total_words",
            "int",
            [f"the number of words in {name}", f"how many words there are in {name}", f"the word count of {name}"],
            [
                f"Count the words in {name}",
                f"Tell how many words {name} has",
                f"Work out the number of words in {name}",
            ],
            [
                f"How many words does {name} contain?",
                f"Split {name} at whitespace and return the number of pieces.",
                f"The words of {name} are separated by whitespace: how many are there?",
            ],
            [f"{out} = {s}.split()\nreturn len({out})"],
        ),
        (
            f"' '.join({s}.split()[::-1])",
            "reverse_words flip_words words_reversed reverse_word_order backward_words invert_words last_word_first",
            "str",
            [
                f"{name} with its words in reverse order",
                f"the words of {name} from last to first, with one space between them",
                f"the words of {name} in the opposite order, joined by single spaces",
            ],
            [
                f"Reverse the order of the words in {name}, words separated by one space",
                f"Flip the order of the words of {name} without changing the words",
                f"Turn round the word order of {name}",
            ],
            [
                f"Reverse {name} word by word: 'one two three' becomes 'three two one'.",
                f"Split {name} into words, reverse the list and join it with spaces.",
                f"The last word of {name} shall come first and the first one last, and so on for those between.",
                f"Which text do you get when you write down the words of {name} starting from the end?",
            ],
            [f"{out} = {s}.split()\n{out}.reverse()\nreturn ' '.join({out})"],
        ),
        (
            f"' '.join({w}[::-1] for {w} in {s}.split())",
            "reverse_each_word flip_each_word reverse_letters mirror_words words_backwards reverse_every_word",
            "str",
            [
                f"{name} with each word reversed, words separated by one space",
                f"{name} with the letters of every word backwards, the words in the same order",
                f"the words of {name}, each spelled backwards, joined by single spaces",
            ],
            [
                f"Reverse every word of {name} but keep the order of the words",
                f"Spell each word of {name} backwards, leaving the words where they are",
                f"Flip the characters of each single word in {name}, with one space between words",
            ],
            [
                f"Write each word of {name} backwards: 'abc de' becomes 'cba ed'.",
                f"Split {name} into words, reverse each of them and join them with spaces.",
                f"Each word in {name} is turned round, but the words stay in order.",
            ],
            [],
        ),
        (
            f"''.join({w}[0] for {w} in {s}.split())",
            "initials first_letters get_initials word_initials first_chars initial_letters join_initials",
            "str",
            [
                f"the first letters of the words in {name}",
                f"the initials of the words in {name}, as one string",
                f"a string made of the first letter of each word in {name}",
            ],
            [
                f"Glue together the first letters of all words in {name}",
                f"Join the first character of every word of {name} to a string",
                f"Collect the initial letter of each word in {name} in one string",
            ],
            [
                f"The initial letters of the words of {name}, one after another, without spaces.",
                f"Take the first letter of each word in {name} and put them together.",
                f"Go through the words of {name} and keep only the first character of each, as one string.",
            ],
            [f"{out} = ''\nfor {w} in {s}.split():\n    {out} += {w}[0]\nreturn {out}"],
        ),
        (
            f"''.join({w}[0].upper() for {w} in {s}.split())",
            "acronym abbreviation make_acronym abbreviate to_acronym upper_initials get_acronym short_form",
            "str",
            [
                f"the first letters of the words in {name}, in upper case",
                f"the capital letters that you get from the initials of the words in {name}",
                f"the uppercase initials of the words in {name}, without spaces",
            ],
            [
                f"Abbreviate {name} to the first letters of its words, in capitals",
                f"Make an acronym from the first letter of each word in {name}, all in upper case",
                f"Join the initial letters of the words of {name}, each turned into a capital",
            ],
            [
                f"Take the first letter of each word in {name}, make it upper case and put them together.",
                f"What is the acronym of {name}, such as 'ABC' for 'a big cat'?",
                f"Shorten {name} to its initials: 'new york city' gives 'NYC'.",
            ],
            [],
        ),
        (
            f"max({s}.split(), key=len, default='')",
            "longest_word find_longest get_longest_word longest max_word longest_in_text biggest_word word_max_length",
            "str",
            [
                f"the longest word of {name}, the first of several, '' if there is none",
                f"the word of {name} with the most characters (the earliest such word; '' if there are no words)",
                f"the first of the longest words in {name}, or an empty string if {name} has no words",
            ],
            [
                f"Find the longest word in {name}, the first on a tie, '' without words",
                f"Pick out the longest word of {name}, the earliest if several are equally long, '' if there is none",
                f"Look for the word of {name} that has the most letters, the first of several, '' if there is none",
            ],
            [
                f"Which word of {name} is the longest? On a tie the first one counts; '' if there are no words.",
                f"The longest word in {name}. If there are several, the first. If there are no words, ''.",
            ],
            [
                f"{best} = ''\nfor {w} in {s}.split():\n    if len({w}) > len({best}):\n        {best} = {w}\nreturn {best}"  # noqa: E501
            ],
        ),
        (
            f"min({s}.split(), key=len, default='')",
            "shortest_word find_shortest get_shortest_word shortest min_word smallest_word word_min_length",
            "str",
            [
                f"the shortest word of {name}, the first of several, '' if there is none",
                f"the word of {name} with the fewest characters (the earliest such word; '' if there are no words)",
                f"the first of the shortest words in {name}, or an empty string if {name} has no words",
            ],
            [
                f"Find the shortest word in {name}, the first on a tie, '' without words",
                f"Pick out the shortest word of {name}, the earliest if several are equally short, '' if there is none",
                f"Look for the word of {name} that has the fewest letters, the first of several, '' if there is none",
            ],
            [
                f"Which word of {name} is the shortest? On a tie the first one counts; '' if there are no words.",
                f"The shortest word in {name}. If there are several, the first. If there are no words, ''.",
            ],
            [],
        ),
        (
            f"' '.join({w}.capitalize() for {w} in {s}.split())",
            "capitalize_words title_words capitalize_each to_title capitalize_all title_case make_title cap_words",
            "str",
            [
                f"{name} with each word capitalized, words separated by one space",
                f"{name} in title case: each word with a capital first letter and the rest in lower case",
                f"the capitalized words of {name}, joined by single spaces",
            ],
            [
                f"Capitalize every word in {name}, words separated by one space",
                f"Make the first letter of each word in {name} upper case and its other letters lower case",
                f"Start every word of {name} with a capital letter and write the rest of it in lower case",
            ],
            [
                f"Turn {name} into a title: 'the oLD man' becomes 'The Old Man'.",
                f"Split {name} into words, capitalize each and join them with single spaces.",
                f"Each word of {name} gets a capital first letter and small letters after it.",
            ],
            [],
        ),
        (
            f"[len({w}) for {w} in {s}.split()]",
            "word_lengths lengths_of_words get_word_lengths word_sizes length_of_each_word letters_per_word lengths",
            "list[int]",
            [
                f"the list of the lengths of the words in {name}",
                f"how long each word of {name} is, as a list of integers",
                f"a list with the number of characters of each word in {name}",
            ],
            [
                f"List the lengths of the words in {name}, in order",
                f"Measure each word of {name} and return the lengths as a list",
                f"Replace each word of {name} by its length and return the list of these",
            ],
            [
                f"How long are the words of {name}? Answer with a list of numbers.",
                f"Word lengths in {name}, in the order of the words.",
                f"Split {name} into words and return the length of each of them in a list.",
            ],
            [f"{out} = []\nfor {w} in {s}.split():\n    {out}.append(len({w}))\nreturn {out}"],
        ),
        (
            f"sorted({s}.split())",
            "sorted_words words_sorted sort_word_list ordered_words list_sorted_words alphabetical_words",
            "list[str]",
            [
                f"the words of {name} in alphabetical order, capital letters first",
                f"a sorted list of the words in {name}, upper case before lower case",
                f"the alphabetically sorted list of the words in {name}, capitals before small letters",
            ],
            [
                f"Split {name} into words and sort them, capital letters before small ones",
                f"List the words of {name} alphabetically, upper case before lower case",
                f"Put the words of {name} into a list in alphabetical order, capital letters first",
            ],
            [
                f"The list of all words in {name}, sorted as Python sorts strings.",
                f"Which words are in {name}? List them in sorted order, repeated ones too, capitals first.",
                f"Break {name} up at whitespace and return the sorted pieces as a list, capital letters first.",
            ],
            [],
        ),
        (
            f"' '.join({s}.split())",
            "normalize_spaces squeeze_spaces collapse_spaces clean_spaces fix_spacing single_spaced tidy_whitespace",
            "str",
            [
                f"{name} with its words separated by one space each and none at the ends",
                f"{name} without superfluous whitespace: one space between words, none at the ends",
                f"the words of {name} joined by single spaces",
            ],
            [
                f"Collapse each run of whitespace in {name} to one space and strip the ends",
                f"Get rid of the extra spaces in {name}: just one between words and none around them",
                f"Squash repeated spaces in {name} to one and cut off those at the start and the end",
                f"Clean up the whitespace in {name}, leaving a single space between words and none at the ends",
            ],
            [
                f"Normalize whitespace: the words of {name} with exactly one space between them.",
                f"Split {name} into words and glue them together again with single spaces.",
                f"No double spaces and none before or after: only one space between the words of {name}.",
            ],
            [],
        ),
        (
            f"'-'.join({s}.lower().split())",
            "slugify to_slug kebab kebab_case to_kebab make_slug slug hyphenate",
            "str",
            [
                f"the words of {name} in lower case, joined by '-'",
                f"{name} in kebab-case: lowercase words with hyphens between them",
                f"a slug for {name}: all in lower case, with one hyphen in place of the whitespace between words",
            ],
            [
                f"Convert {name} to lower case and join its words with hyphens",
                f"Turn {name} into a slug: lowercase words with '-' between them",
                f"Put '-' between the words of {name}, after making them all lower case",
            ],
            [
                f"Make a URL slug: 'My New Post' becomes 'my-new-post'. Whitespace separates the words of {name}.",
                f"Lower-case {name}, split it into words and glue them together with '-'.",
                f"The words of {name} are written small and linked by single dashes, without spaces.",
            ],
            [],
        ),
        (
            f"'_'.join({s}.lower().split())",
            "snake_case to_snake to_snake_case snakify make_identifier join_with_underscores underscore snake",
            "str",
            [
                f"the words of {name} in lower case, joined by '_'",
                f"{name} in snake_case: lowercase words with underscores between them",
                f"{name} in lower case, with one underscore in place of the whitespace between words",
            ],
            [
                f"Convert {name} to snake case: lowercase words joined by underscores",
                f"Turn {name} into snake_case, splitting it at whitespace",
                f"Put '_' between the words of {name}, after making them all lower case",
            ],
            [
                f"Make a variable name: 'My New Name' becomes 'my_new_name'. Whitespace separates the words of {name}.",
                f"Lower-case {name}, split it into words and glue them together with '_'.",
                f"The words of {name} are written small and linked by single underscores, without spaces.",
            ],
            [],
        ),
        (
            f"len(set({s}.split()))",
            "distinct_words unique_word_count count_unique_words vocabulary_size num_unique_words different_words",
            "int",
            [
                f"the number of different words in {name}",
                f"how many distinct words {name} has",
                f"the number of unique words in {name}, repeated ones counted once",
            ],
            [
                f"Count the distinct words in {name}",
                f"Count the words of {name}, each different one only once",
                f"Work out how many different words are used in {name}",
            ],
            [
                f"How many different words are there in {name}? Upper and lower case differ.",
                f"Size of the vocabulary of {name}: its words without repetitions.",
                f"Split {name} into words, throw away duplicates and return how many are left.",
            ],
            [],
        ),
        (
            f"{s}.split()[0] if {s}.split() else ''",
            "first_word get_first_word leading_word opening_word initial_word word_at_start first_token head_word",
            "str",
            [
                f"the first word of {name}, '' if there is none",
                f"the word that {name} begins with, or an empty string if there are no words",
                f"the leading word of {name}, or '' if {name} has no words",
            ],
            [
                f"Get the first word of {name}, '' if there is none",
                f"Pick out the word at the start of {name}, '' if it has no words",
                f"Extract the opening word from {name}, or '' if it is empty or blank",
            ],
            [
                f"Which word does {name} start with? If there is none, return ''.",
                f"Split {name} at whitespace and return the first piece, '' if there is none.",
                f"The first word in {name}, or an empty string where there are no words.",
            ],
            [f"{out} = {s}.split()\nif {out}:\n    return {out}[0]\nreturn ''"],
        ),
        (
            f"{s}.split()[-1] if {s}.split() else ''",
            "last_word get_last_word final_word closing_word trailing_word word_at_end last_token end_word",
            "str",
            [
                f"the last word of {name}, '' if there is none",
                f"the word that {name} ends with, or an empty string if there are no words",
                f"the final word of {name}, or '' if {name} has no words",
            ],
            [
                f"Get the last word of {name}, '' if there is none",
                f"Pick out the word at the end of {name}, '' if it has no words",
                f"Extract the closing word from {name}, or '' if it is empty or blank",
            ],
            [
                f"Which word comes last in {name}? If there is none, return ''.",
                f"Split {name} at whitespace and return the last piece, '' if there is none.",
                f"The last word in {name}, or an empty string where there are no words.",
            ],
            [f"{out} = {s}.split()\nif not {out}:\n    return ''\nreturn {out}[-1]"],
        ),
        (
            f"sum(len({w}) for {w} in {s}.split())",
            "total_word_length sum_word_lengths letters_in_words count_word_chars chars_in_words length_of_all_words",
            "int",
            [
                f"the total length of the words in {name}",
                f"how many characters the words of {name} have together",
                f"the number of characters in {name} that are not whitespace",
            ],
            [
                f"Add up the lengths of the words in {name}",
                f"Count the characters of {name} without the whitespace",
                f"Work out how long all words of {name} are together",
            ],
            [
                f"How long is {name} if spaces and line breaks are not counted?",
                f"Sum of the word lengths of {name}.",
                f"Split {name} into words and add their lengths together.",
            ],
            [],
        ),
        (
            f"{s}.split()",
            "split_words to_words get_words words_of list_words word_list tokenize extract_words",
            "list[str]",
            [
                f"the list of the words in {name}",
                f"all words of {name} as a list, in order",
                f"a list of the whitespace-separated words in {name}",
            ],
            [
                f"Split {name} into a list of words",
                f"Break {name} up into words",
                f"Cut {name} into pieces wherever there is whitespace",
                f"Tokenize {name} by whitespace",
            ],
            [
                f"Which words does {name} consist of? List them in order.",
                f"The words in {name}, one list element per word, without the whitespace around them.",
            ],
            [],
        ),
        (
            f"''.join({w}.capitalize() for {w} in {s}.split())",
            "camel_case pascal_case to_camel to_pascal_case upper_camel make_class_name join_capitalized camelize",
            "str",
            [
                f"the words of {name}, each capitalized, without spaces",
                f"{name} in PascalCase: capitalized words without anything between them",
                f"the capitalized words of {name} glued together",
            ],
            [
                f"Convert {name} to upper camel case, like 'MyBigHouse' for 'my big house'",
                f"Capitalize each word of {name} and leave out the whitespace",
                f"Join the words of {name} without spaces, each with a capital first letter and the rest lower case",
            ],
            [
                f"Make a class name of {name}: 'red apple tree' becomes 'RedAppleTree'.",
                f"Split {name} into words, capitalize each and glue them together.",
                f"Each word of {name} starts with a capital, goes on in lower case, and is followed by no space.",
            ],
            [],
        ),
        (
            f"' '.join(sorted({s}.split()))",
            "sort_words order_words alphabetize_words sort_sentence sort_text words_alphabetically arrange_words",
            "str",
            [
                f"{name} with its words sorted, capital letters first",
                f"the words of {name} in alphabetical order, upper case before lower case, joined by single spaces",
                f"a string of the sorted words of {name}, separated by one space, capital letters first",
            ],
            [
                f"Sort the words of {name} alphabetically, capital letters first, and join them with spaces",
                f"Put the words in {name} in alphabetical order, upper case before lower case, as one string",
                f"Rearrange {name} so that its words are sorted, capital letters before small ones",
            ],
            [
                f"Split {name} into words, sort them and join them again with single spaces.",
                f"What is {name} with its words in sorted order, capitals first, one space between them?",
                f"The words of {name} as a string, arranged from A to Z and then from a to z.",
            ],
            [],
        ),
        (
            f"' '.join({w} for {w} in {s}.split() if not {w}.isdigit())",
            "remove_numbers drop_numbers without_numbers strip_numbers no_number_words delete_numbers skip_numbers",
            "str",
            [
                f"{name} without the words that are numbers",
                f"the words of {name} that do not consist only of digits, joined by single spaces",
                f"{name} with all words left out that are made up of digits alone",
            ],
            [
                f"Remove the words from {name} that consist only of digits",
                f"Throw away every word of {name} that is a number, words separated by one space",
                f"Get rid of all words in {name} that are nothing but digits",
                f"Strip out the words of {name} that are all digits",
            ],
            [
                f"Drop numbers: 'abc 12 d3' becomes 'abc d3'. The words of {name} are separated by whitespace.",
                f"Only the words of {name} that are not pure digits are kept, with one space between them.",
                f"Split {name} into words, skip those made of digits only and join the others with spaces.",
            ],
            [],
        ),
    )
    return Sketch(
        names=names.split(),
        params=[Param(s, "text")],
        bodies=[f"return {code}", f"return {code}", *extra],
        returns=returns,
        what=what,
        do=do,
        sentences=sentences,
    )


def _most(d: Draw) -> Sketch:
    source = words(d, "words1")
    xs, w, one, many, where = source.code, source.element, source.one, source.many, source.where
    best = d.name("best result longest")
    longest = d.chance(0.6)
    fn, sign, word, amount = ("max", ">", "longest", "most") if longest else ("min", "<", "shortest", "fewest")
    form = d.number(0, 2)
    walk = (
        f"{best} = {xs}[0]\nfor {w} in {xs}:\n    if len({w}) {sign} len({best}):\n        {best} = {w}\nreturn {best}"
    )
    if form == 0:
        return Sketch(
            names=[
                f"{word}_{one}",
                f"find_{word}",
                f"{word}_text",
                f"get_{word}",
                f"pick_{word}",
                f"{fn}_by_length",
                f"{word}_of",
                f"first_{word}",
                f"{word}_string",
            ],
            params=source.params,
            bodies=[f"return {fn}({xs}, key=len)", walk, walk],
            returns="str",
            what=[
                f"the {word} of the {many}{where}, the first one if there are several",
                f"the first of the {word} {many}{where}",
                f"the {one}{where} with the {amount} characters, the earliest on a tie",
                f"the {word} {one}{where} (in a tie, the one that comes first)",
            ],
            do=[
                f"Find the {word} {one}{where}; on a tie take the first",
                f"Pick out the {one}{where} that has the {amount} characters, the first of several",
                f"Look for the {word} {one}{where}, the earliest one if several are equally long",
            ],
            sentences=[
                f"Which of the {many}{where} is the {word}? If several are, the first of them.",
                f"Compare the {many}{where} by length and give back the {word}. The first one wins a tie.",
                f"The {word} {one}{where}. Ties go to the one that comes first.",
            ],
        )
    if form == 1:
        return Sketch(
            names=[
                f"{word}_length",
                f"{fn}_length",
                f"length_of_{word}",
                f"{fn}_len",
                f"{word}_len",
                f"{fn}_size",
                f"get_{fn}_length",
                f"find_{fn}_length",
            ],
            params=source.params,
            bodies=[
                f"return {fn}(len({w}) for {w} in {xs})",
                f"{best} = len({xs}[0])\nfor {w} in {xs}:\n    if len({w}) {sign} {best}:\n        {best} = len({w})\nreturn {best}",  # noqa: E501
            ],
            what=[
                f"the length of the {word} of the {many}{where}",
                f"the length of the {word} {one}{where}",
                f"the {fn}imum length of the {many}{where}",
                f"how many characters the {word} {one}{where} has",
            ],
            do=[
                f"Work out how long the {word} {one}{where} is",
                f"Find the {'greatest' if longest else 'smallest'} length among the {many}{where}",
                f"Count the characters of the {word} {one}{where}",
            ],
            sentences=[
                f"How long is the {word} of the {many}{where}?",
                f"{fn.capitalize()}imum number of characters in one of the {many}{where}.",
                f"Measure all {many}{where} and give back the {'largest' if longest else 'smallest'} length.",
            ],
        )
    return Sketch(
        names=[
            "total_length",
            "sum_lengths",
            "count_all_chars",
            "total_chars",
            "combined_length",
            "sum_of_lengths",
            "length_of_all",
            "total_characters",
            "add_lengths",
        ],
        params=source.params,
        bodies=[
            f"return sum(len({w}) for {w} in {xs})",
            f"{best} = 0\nfor {w} in {xs}:\n    {best} += len({w})\nreturn {best}",
        ],
        what=[
            f"the total length of the {many}{where}",
            f"how many characters all {many}{where} have together",
            f"the sum of the lengths of the {many}{where}",
            f"the number of characters in all {many}{where} combined",
        ],
        do=[
            f"Add up the lengths of the {many}{where}",
            f"Count the characters of all {many}{where} together",
            f"Work out how long the {many}{where} are in total",
        ],
        sentences=[
            f"How many characters do the {many}{where} have altogether?",
            f"How long would the {many}{where} be if you glued them all together?",
            f"Combined length of all {many}{where}.",
        ],
    )


FAMILIES = (Family("words", ((_of_words, 2), (_words, 2), (_most, 1))),)
