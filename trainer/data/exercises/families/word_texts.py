"""The words of a text made into another text."""

from __future__ import annotations

__all__ = ["Variation", "joined", "reversals", "rewritten", "titles"]

# The code, names, what it returns, the wordings (what, do, sentences) and other bodies.
Variation = tuple[str, str, str, list[str], list[str], list[str], list[str]]


def reversals(s: str, name: str, w: str, out: str) -> tuple[Variation, ...]:
    """Words or their letters backwards, and initials."""
    return (
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
    )


def titles(s: str, name: str, w: str) -> tuple[Variation, ...]:
    """Each word capitalized."""
    return (
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
    )


def joined(s: str, name: str) -> tuple[Variation, ...]:
    """Words joined by a space, a hyphen, an underscore."""
    return (
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
    )


def rewritten(s: str, name: str, w: str) -> tuple[Variation, ...]:
    """Words glued together, sorted, left out."""
    return (
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
