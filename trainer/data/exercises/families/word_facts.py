"""What there is to say about the words of a text: counts, lists, single words."""

from __future__ import annotations

from trainer.data.exercises.families.word_texts import Variation

__all__ = ["extremes", "how_many", "lists_of_words", "parts"]


def how_many(s: str, name: str, out: str) -> tuple[Variation, ...]:
    """How many words there are."""
    return (
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
    )


def extremes(s: str, name: str, w: str, best: str) -> tuple[Variation, ...]:
    """The longest and the shortest word."""
    return (
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
    )


def lists_of_words(s: str, name: str, w: str, out: str) -> tuple[Variation, ...]:
    """The lengths, and the words in order."""
    return (
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
    )


def parts(s: str, name: str, w: str, out: str) -> tuple[Variation, ...]:
    """Distinct words, the first, the last, all of them."""
    return (
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
    )
