"""Words of a sentence that are chosen, replaced, dropped and measured."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]

_SENTENCES = "sentence text s line phrase message"
_WORDS = "word word w part token"


def _average(d: Draw) -> Sketch:
    s, w, ws = d.name(_SENTENCES), d.name(_WORDS), d.name("words parts tokens")
    zero, said = d.one(("0.0", "0.0"), ("0", "0"), ("None", "None"))
    listed = d.chance(0.3)
    if listed:
        s = ws
    names = [
        "average_word_length",
        "mean_word_length",
        "average_length",
        "letters_per_word",
        "avg_word_len",
        "mean_length",
        "word_length_mean",
        "typical_word_length",
    ]
    start = "" if listed else f"{ws} = {s}.split()\n"
    what = [
        f"the average length of the words in {s}",
        f"the mean number of characters per word of {s}",
        f"the total length of the words in {s} divided by how many words there are",
        f"how many characters a word of {s} has on average",
    ]
    bodies = [f"{start}if not {ws}:\n    return {zero}\nreturn sum(len({w}) for {w} in {ws}) / len({ws})"] * 2
    bodies.append(
        f"{start}if len({ws}) == 0:\n    return {zero}\ntotal = 0\nfor {w} in {ws}:\n    total += len({w})\nreturn total / len({ws})"  # noqa: E501
    )
    return Sketch(
        names=names,
        params=[Param(s, "words" if listed else "text")],
        bodies=bodies,
        returns="float | None" if zero == "None" else "float",
        what=what,
        do=[
            f"Compute the average number of characters per word in {s}",
            f"Average the lengths of all words in {s}",
            f"Work out the mean word length of {s}",
        ],
        sentences=[
            f"How long are the words of {s} on average?",
            f"Given {s}, tell how many characters its words have on average.",
            f"Add up the lengths of the words in {s} and divide by the number of words.",
        ],
        edge=d.one(
            f"If there are no words, return {said}.",
            f"Without words, the result is {said}.",
            f"{said} if there are none.",
            f"When {s} has no words, give back {said}.",
        ),
    )


def _starting(d: Draw) -> Sketch:
    """Words by their first or last letter, or by their length."""
    s, w, c = d.name(_SENTENCES), d.name(_WORDS), d.name("letter c char start initial ch")
    any_case, end = d.chance(0.6), d.chance(0.25)
    listed = d.chance(0.25)
    s = "words" if listed else s
    seq = s if listed else f"{s}.split()"
    low = ".lower()" if any_case else ""
    fixed = f"'{d.one(*'abcdefghlmst')}'" if d.chance(0.25) else ""
    side, index = ("end", "-1") if end else ("begin", "0")
    right = fixed if fixed else f"{c}{low}"
    test = f"{w}{low}.{'ends' if end else 'starts'}with({right})"
    if not listed and d.chance(0.5):
        test = f"{w}[{index}]{low} == {right}"
    letter = fixed or c
    case = d.one(", capital or not", ", ignoring case", ", in either case") if any_case else ""
    verb = f"{side} with {letter}"
    stem, place = ("ending", "last") if end else ("starting", "first")
    params = [Param(s, "words" if listed else "text")] + ([] if fixed else [Param(c, "char")])
    if d.chance(0.3):
        loop = f"count = 0\nfor {w} in {seq}:\n    if {test}:\n        count += 1\nreturn count"
        return Sketch(
            names=[
                "count_words_with",
                f"count_{side}ning_with" if side == "begin" else "count_ending_with",
                "how_many_words",
                "words_count",
                f"count_{stem}",
                f"number_{stem}_with",
                f"count_by_{place}_letter",
                f"num_words_{stem}",
            ],
            params=params,
            bodies=[f"return sum(1 for {w} in {seq} if {test})", loop],
            what=[
                f"the number of words of {s} that {verb}{case}",
                f"how many of the words in {s} {verb}{case}",
                f"the count of words in {s} whose {place} letter is {letter}{case}",
            ],
            do=[
                f"Count the words of {s} that {verb}{case}",
                f"Work out how many words in {s} have {letter} as their {place} letter{case}",
            ],
            sentences=[
                f"How many words of {s} {verb}{case}?",
                f"Given {s}, tell how many words in it {verb}{case}.",
                f"Go through the words of {s} and count those that {verb}{case}.",
            ],
        )
    loop = f"result = []\nfor {w} in {seq}:\n    if {test}:\n        result.append({w})\nreturn result"
    return Sketch(
        names=[f"words_{stem}_with", f"words_{stem}", f"{stem}_with", f"find_words_{stem}", "words_with_letter", "pick_words", f"filter_by_{place}_letter", f"select_{stem}_with"],  # noqa: E501
        params=params,
        bodies=[f"return [{w} for {w} in {seq} if {test}]"] * 2 + [loop],
        returns="list[str]",
        what=[
            f"the list of the words of {s} that {verb}{case}",
            f"all words in {s} whose {place} letter is {letter}{case}",
        ],
        do=[
            f"Collect the words of {s} that {verb}{case}",
            f"Pick out the words in {s} that {verb}{case}",
            f"Find every word of {s} that has {letter} as its {place} letter{case}",
            f"Filter the words of {s} down to those that {verb}{case}",
        ],
        sentences=[
            f"Which words of {s} {verb}{case}? List them in their order.",
            f"Given {s}, list the words that {verb}{case}.",
            f"Go through the words of {s} and keep those whose {place} letter is {letter}{case}.",
            f"Look for words that {verb}{case} in {s}, and give them back as a list.",
        ],
        inputs=["['big', 'Bears', 'eat']" + ("" if fixed else ", 'b'")] if listed else ["'big Bears eat'" + ("" if fixed else ", 'b'"), "'apple Ant at it'" + ("" if fixed else ", 'A'")],  # noqa: E501
    )  # fmt: skip


def _repeated(d: Draw) -> Sketch:
    """Repeated words dropped: neighbours or all."""
    s, w, kept = d.name(_SENTENCES), d.name(_WORDS), d.name("kept result words")
    listed, near, low = d.chance(0.25), d.chance(0.65), d.chance(0.15)
    s = "items" if listed else s
    seq = s if listed else f"{s}.split()"
    fold = ".lower()" if low else ""
    case = ", ignoring case" if low else ""
    if near:
        test = f"not {kept} or {kept}[-1]{fold} != {w}{fold}"
        do = [
            f"Drop a word of {s} if it is the same as the word just before it",
            f"Remove words of {s} that merely repeat the word before",
            f"Reduce each run of the same word in {s} to one",
            f"Leave out every word of {s} that equals its predecessor",
        ]
        what = [
            f"{s} without the words that equal the one right before",
            f"{s} with only the first word of every run of equal ones",
        ]
        sentences = [
            f"Given {s}, throw away each word that stands right behind the same word{case}.",
            f"What is left of {s} when each word equal to its left neighbour is dropped{case}?",
            f"If a word of {s} comes several times in a row, keep only the first of them{case}.",
            f"Get rid of consecutive duplicates among the words of {s}{case}.",
        ]
    else:
        test = f"{w}{fold} not in {kept}"
        if low:
            test = f"{w}.lower() not in [k.lower() for k in {kept}]"
        do = [
            f"Keep only the first occurrence of every word in {s}",
            f"Remove every word of {s} that has occurred before",
            f"Delete the duplicate words from {s}, leaving the first of each",
            f"Strip out all later copies of a word in {s}",
        ]
        what = [
            f"{s} without the words that came up earlier in it",
            f"{s} with each word only at its first place",
        ]
        sentences = [
            f"Given {s}, throw away each word that was there already, no matter how far back{case}.",
            f"Go through the words of {s} and keep each of them only the first time{case}.",
            f"What is left of {s} when every word that came earlier is dropped{case}?",
            f"Each word of {s} just once, in order of first appearance{case}.",
        ]
    do, what = [text + case for text in do], [text + case for text in what]
    if listed:
        do, what, sentences = (
            [text.replace("a word", "an element").replace("word", "element") for text in texts]
            for texts in (do, what, sentences)
        )
    end = kept if listed else f"' '.join({kept})"
    bodies = [f"{kept} = []\nfor {w} in {seq}:\n    if {test}:\n        {kept}.append({w})\nreturn {end}"]
    if not near and not low and not listed:
        bodies.append(f"return ' '.join(dict.fromkeys({seq}))")
    return Sketch(
        names=["remove_repeated_words", "drop_repeats", "no_stutter", "remove_doubles", "clean_repeats", "collapse_runs", "dedupe_neighbours", "squash_repeats"] if near else ["unique_words_text", "first_occurrences", "without_repeated_words", "remove_duplicate_words", "dedupe_words", "drop_duplicates", "words_once", "keep_first_of_each"],  # noqa: E501
        params=[Param(s, "words" if listed else "text")],
        bodies=bodies,
        returns="list[str]" if listed else "str",
        do=do,
        what=what,
        sentences=sentences,
        inputs=["['a', 'a', 'b', 'A', 'a']", "['x', 'x']"] if listed else ["'the the cat'", "'a b a'", "'no no No'", "'x x y y'"],  # noqa: E501
    )  # fmt: skip


def _replaced(d: Draw) -> Sketch:
    """One word replaced, covered or removed wherever it stands."""
    s, w, bad = d.name(_SENTENCES), d.name(_WORDS), d.name("banned target bad old forbidden secret")
    sign = d.one("#", "*", "*", "-", "_", "x")
    long = d.chance(0.25)
    n = d.number(3, 7)
    test, which = (f"len({w}) > {n}", f"longer than {n} characters") if long else (f"{w} == {bad}", f"equal to {bad}")
    if not long and d.chance(0.2):
        test, which = f"{w}.lower() == {bad}.lower()", f"equal to {bad} in any case"
    k = d.number(0, 5)
    value, said, names, own = (
        (f"'{sign}' * len({w})", f"as many '{sign}' signs as it has letters", "censor_word censor hide_word mask_words cover_word bleep_out mask_word redact_words", f"Censor the words of {s} that are {which}, with one '{sign}' for each letter") if k < 3  # noqa: E501
        else (f"'{sign * 3}'", f"'{sign * 3}'", "censor blank_out hide_word redact censor_words mask_word cover_up bleep", f"Blank out with '{sign * 3}' the words of {s} that are {which}") if k == 3  # noqa: E501
        else (f"{w}.upper()", "its upper case form", "highlight emphasize_word stress_word shout_word highlight_words capitalize_matches upper_matches make_loud", f"Write the words of {s} that are {which} in capitals") if k == 4  # noqa: E501
        else ("new", "new", "replace_word swap_word substitute exchange_word change_word substitute_word replace_words put_instead", f"Swap the words of {s} that are {which} for new")  # noqa: E501
    )  # fmt: skip
    early = said.replace("as many", "one").replace("signs as it has letters", "per letter").replace("its", "the")
    params = (
        [Param(s, "text")]
        + ([] if long else [Param(bad, "word1")])
        + ([Param("new", "word")] if value == "new" else [])
    )
    loop = f"result = []\nfor {w} in {s}.split():\n    if {test}:\n        {w} = {value}\n    result.append({w})\nreturn ' '.join(result)"  # noqa: E501
    samples = ["'this is bad'", "'no oh no'", "'badly bad'", "'programming is Fun'"]
    extra = ["", ", 'x'", ", 'up'"][0 if value != "new" else d.number(1, 2)]
    words = ["'bad'", "'no'", "'bad'", "'fun'"]
    return Sketch(
        names=names.split(),
        params=params,
        bodies=[f"return ' '.join({value} if {test} else {w} for {w} in {s}.split())"] * 2 + [loop],
        returns="str",
        do=[
            f"Replace each word of {s} that is {which} by {said}",
            f"Return {s} with every word {which} replaced by {said}",
            f"Substitute {early} for each word of {s} that is {which}",
            own,
        ],
        what=[
            f"{s} with {early} in place of every word {which}",
            f"a copy of {s} in which each word {which} has become {said}",
        ],
        sentences=[
            f"Given {s}, turn every word that is {which} into {said}.",
            f"Go through the words of {s}: where one is {which}, put {said} instead.",
            f"What does {s} look like when {early} takes the place of each word {which}?",
        ],
        edge="Words are separated by single spaces." if d.chance(0.15) else "",
        inputs=[a + ("" if long else f", {b}") + extra for a, b in zip(samples, words, strict=True)],
    )


def _removed(d: Draw) -> Sketch:
    """Words of a list taken out of a sentence, kept or counted."""
    s, w, ws = d.name(_SENTENCES), d.name(_WORDS), d.name("stop_words banned unwanted names allowed known")
    keep = ws in ("allowed", "known")
    low = ".lower()" if d.chance(0.3) else ""  # of the word only, not of what is in the list
    sign = "in" if keep else "not in"
    case = ", each looked up in lower case" if low else ""
    form = d.one("text", "text", "list", "count")
    test = f"{w}{low} {sign} {ws}"
    params = [Param(s, "text"), Param(ws, "words")]
    inputs = [
        "'The cat and the dog', ['the', 'and']",
        "'a b c', ['b']",
        "'', ['x']",
        "'Python is fun', []",
        "'no no', ['no']",
    ]
    state = f"{'' if keep else 'not '}in the list {ws}{case}"
    which = f"that are {state}"
    among = f"that {'can' if keep else 'cannot'} be found in {ws}{case}"
    if form == "count":
        return Sketch(
            names=[
                "count_allowed" if keep else "count_unknown",
                "count_words_in_list" if keep else "count_words_not_in",
                "how_many_known" if keep else "how_many_new",
                "count_matching" if keep else "count_others",
                "number_of_listed" if keep else "number_of_unlisted",
                "count_listed_words" if keep else "count_remaining_words",
                "known_word_count" if keep else "unknown_word_count",
                "count_words",
            ],
            params=params,
            bodies=[
                f"return sum(1 for {w} in {s}.split() if {test})",
                f"count = 0\nfor {w} in {s}.split():\n    if {test}:\n        count += 1\nreturn count",
            ],
            what=[f"how many words of {s} are {state}", f"the number of words of {s} {which}"],
            do=[f"Count the words of {s} {which}", f"Work out how many words {s} has {among}"],
            sentences=[
                f"How many words of {s} are {state}?",
                f"Given {s}, tell how many of its words are {state}.",
                f"Go through the words of {s} and count those {which}.",
                f"Split {s} into words and count the ones {among}.",
            ],
            inputs=inputs,
        )
    whole = f"[{w} for {w} in {s}.split() if {test}]"
    text = form == "text"
    loop = f"kept = []\nfor {w} in {s}.split():\n    if {test}:\n        kept.append({w})\nreturn {chr(39) + ' ' + chr(39) + '.join(kept)' if text else 'kept'}"  # noqa: E501
    if not text:
        do = [
            f"List the words of {s} {which}",
            f"Pick out the words of {s} {which}",
            f"Find all words in {s} {among}",
        ]
        what = [f"all words of {s} {which}", f"a list with every word of {s} that is {state}"]
        sentences = [
            f"Which words of {s} are {state}?",
            f"Given {s}, list those of its words {among}.",
            f"Go through the words of {s} and collect the ones {which}.",
            f"Split {s} into words and give back as a list those {which}.",
        ]
    elif keep:
        do = [
            f"Keep only the words of {s} {which}",
            f"Filter {s} down to the words {which}",
            f"Drop all words of {s} except those in the list {ws}{case}",
        ]
        what = [f"{s} with only those words {which}", f"what is left of {s} when only words in {ws} may stay{case}"]
        sentences = [
            f"Given {s}, throw away the words that are not in {ws}{case}.",
            f"What is left of {s} when all words missing from {ws} are taken out{case}?",
            f"Words of {s} stay if they are in {ws}{case}, the others go.",
        ]
    else:
        do = [
            f"Remove the words in the list {ws} from {s}{case}",
            f"Strip out the words of {s} that are found in {ws}{case}",
            f"Delete from {s} every word that is in {ws}{case}",
        ]
        what = [f"{s} without the words in {ws}{case}", f"{s} with only those words left {which}"]
        sentences = [
            f"Given {s}, get rid of the words that are in {ws}{case}.",
            f"What is left of {s} when the words in {ws} are taken out{case}?",
            f"Words of {s} go if they are in the list {ws}{case}, the others stay.",
        ]
    return Sketch(
        names=["keep_words", "only_known", "filter_words", "keep_listed", "only_allowed", "select_words", "restrict_to", "retain_words"] if keep else ["remove_words", "drop_words", "without_words", "strip_words", "filter_out", "delete_words", "exclude_words", "get_rid_of_words"],  # noqa: E501
        params=params,
        bodies=[f"return ' '.join({whole[1:-1]})" if text else f"return {whole}", loop],
        returns="str" if text else "list[str]",
        do=do,
        what=what,
        sentences=sentences,
        edge=d.one("Join the rest with spaces.", "Return the rest as a string.", "Put a space between the remaining words.") if text else "",  # noqa: E501
        inputs=inputs,
    )  # fmt: skip


def _changed(d: Draw) -> Sketch:
    """Every word changed, or chosen words put together."""
    s, w, ws = d.name(_SENTENCES), d.name(_WORDS), d.name("words parts tokens")
    sep, by = d.one(
        (" ", "spaces"),
        (" ", "spaces"),
        ("-", "dashes"),
        ("_", "underscores"),
        ("", "nothing"),
        ("\\n", "line ends"),
        (", ", "commas and spaces"),
    )
    code, said, stem = d.one(
        (f"{w} for {w} in {s}.split()", "the words of {}", "words"),
        (f"{w}[::-1] for {w} in {s}.split()", "the words of {}, each reversed", "reversed_words"),
        (f"{w}.capitalize() for {w} in {s}.split()", "the words of {}, each capitalized", "capitalized"),
        (f"{w}.lower() for {w} in {s}.split()", "the words of {} in lower case", "lower_words"),
        (f"{w}.upper() for {w} in {s}.split()", "the words of {} in upper case", "upper_words"),
        (f"{w}[0] for {w} in {s}.split()", "the first letters of the words of {}", "first_letters"),
        (f"{w}[-1] for {w} in {s}.split()", "the last letters of the words of {}", "last_letters"),
        (f"{w} for {w} in {s}.split()[::2]", "every second word of {}, starting with the first", "every_other"),
        (f"{w} for {w} in {s}.split()[::-1]", "the words of {}, the last one first", "backwards"),
        (f"{w} for {w} in {s}.split()[1:]", "all words of {} but the first", "rest"),
        (f"{w} for {w} in sorted({s}.split(), key=len)", "the words of {}, the shortest first", "by_length"),
        (f"str(len({w})) for {w} in {s}.split()", "the lengths of the words of {}", "lengths"),
    )
    plain = code.startswith(f"{w} for {w} in ")
    seq = code.removeprefix(f"{w} for {w} in ")
    said = said.format(s)
    those = f"{said}," if "," in said else said
    do = [
        f"Take {those} and put them together with {by} between",
        f"Make one string out of {said}, with {by} between them",
    ]
    if sep.strip(" \\n"):
        do.append(f"Glue {those} together with '{sep}'")
    return Sketch(
        names=[f"join_{stem}", f"{stem}_joined", f"{stem}_text", f"connect_{stem}", f"glue_{stem}", f"{stem}_as_string", f"combine_{stem}", f"string_of_{stem}"],  # noqa: E501
        params=[Param(s, "text")],
        bodies=[f"return '{sep}'.join({seq})", f"{ws} = {seq}\nreturn '{sep}'.join({ws})"] if plain else [f"return '{sep}'.join({code})", f"{ws} = []\nfor {w} in {s}.split():\n    {ws}.append({code.split(' for ')[0]})\nreturn '{sep}'.join({ws})"],  # noqa: E501
        returns="str",
        do=[f"Join {said} with {by}" if sep else f"Join {said} without anything between", f"Return {said}, joined by {by if sep else 'nothing'}", *do] if "," not in said else [f"Return {said}, and join them with {by}", *do],  # noqa: E501
        what=[f"a string made of {those} with {by} between them", f"one string with {those} joined by {by}"],
        sentences=[
            f"Given {s}, build a string of {those} with {by} between them.",
            f"What string results from joining {those} with {by} in between?",
            f"Split {s} into words. The result is {those} put together with {by} between.",
            f"First find {said}; then put them into one string with {by} between.",
        ],
    )  # fmt: skip


FAMILIES = (
    Family("sentences", ((_average, 2), (_starting, 3), (_repeated, 2), (_replaced, 3), (_removed, 2), (_changed, 2))),
)
