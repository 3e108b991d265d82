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
    names = ["average_word_length", "mean_word_length", "average_length", "letters_per_word", "avg_word_len"]
    start = "" if listed else f"{ws} = {s}.split()\n"
    what = [f"the average length of the words in {s}", f"the mean number of characters per word of {s}"]
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
        do=[f"Compute the average number of characters per word in {s}"],
        sentences=[f"How long are the words of {s} on average?"],
        edge=d.one(
            f"If there are no words, return {said}.",
            f"Without words, the result is {said}.",
            f"{said} if there are none.",
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
    params = [Param(s, "words" if listed else "text")] + ([] if fixed else [Param(c, "char")])
    if d.chance(0.3):
        loop = f"count = 0\nfor {w} in {seq}:\n    if {test}:\n        count += 1\nreturn count"
        return Sketch(
            names=[
                "count_words_with",
                f"count_{side}ning_with" if side == "begin" else "count_ending_with",
                "how_many_words",
                "words_count",
            ],
            params=params,
            bodies=[f"return sum(1 for {w} in {seq} if {test})", loop],
            what=[f"the number of words of {s} that {verb}{case}"],
            do=[f"Count the words of {s} that {verb}{case}"],
        )
    stem = "ending" if end else "starting"
    loop = f"result = []\nfor {w} in {seq}:\n    if {test}:\n        result.append({w})\nreturn result"
    return Sketch(
        names=[f"words_{stem}_with", f"words_{stem}", f"{stem}_with", f"find_words_{stem}", "words_with_letter", "pick_words"],  # noqa: E501
        params=params,
        bodies=[f"return [{w} for {w} in {seq} if {test}]"] * 2 + [loop],
        returns="list[str]",
        what=[f"the list of the words of {s} that {verb}{case}"],
        do=[f"Collect the words of {s} that {verb}{case}"],
        sentences=[f"Which words of {s} {verb}{case}? List them in their order."],
        inputs=["['big', 'Bears', 'eat']" + ("" if fixed else ", 'b'")] if listed else ["'big Bears eat'" + ("" if fixed else ", 'b'"), "'apple Ant at it'" + ("" if fixed else ", 'A'")],  # noqa: E501
    )  # fmt: skip


def _repeated(d: Draw) -> Sketch:
    """Repeated words dropped: neighbours or all."""
    s, w, kept = d.name(_SENTENCES), d.name(_WORDS), d.name("kept result words")
    listed, near, low = d.chance(0.25), d.chance(0.65), d.chance(0.15)
    s = "items" if listed else s
    seq = s if listed else f"{s}.split()"
    fold = ".lower()" if low else ""
    if near:
        test = f"not {kept} or {kept}[-1]{fold} != {w}{fold}"
        do = [
            f"Drop a word of {s} if it is the same as the word just before it",
            f"Remove words of {s} that merely repeat the word before",
            f"Reduce each run of the same word in {s} to one",
        ]
    else:
        test = f"{w}{fold} not in {kept}"
        if low:
            test = f"{w}.lower() not in [k.lower() for k in {kept}]"
        do = [
            f"Keep only the first occurrence of every word in {s}",
            f"Remove every word of {s} that has occurred before",
        ]
    if listed:
        do = [text.replace("a word", "an element").replace("word", "element") for text in do]
    end = kept if listed else f"' '.join({kept})"
    bodies = [f"{kept} = []\nfor {w} in {seq}:\n    if {test}:\n        {kept}.append({w})\nreturn {end}"]
    if not near and not low and not listed:
        bodies.append(f"return ' '.join(dict.fromkeys({seq}))")
    return Sketch(
        names=["remove_repeated_words", "drop_repeats", "no_stutter", "remove_doubles", "clean_repeats"] if near else ["unique_words_text", "first_occurrences", "without_repeated_words"],  # noqa: E501
        params=[Param(s, "words" if listed else "text")],
        bodies=bodies,
        returns="list[str]" if listed else "str",
        do=[f"{text}{', ignoring case' if low else ''}" for text in do],
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
    value, said, names = (
        (f"'{sign}' * len({w})", f"as many '{sign}' signs as it has letters", "censor_word censor hide_word mask_words cover_word") if k < 3  # noqa: E501
        else (f"'{sign * 3}'", f"'{sign * 3}'", "censor blank_out hide_word redact") if k == 3
        else (f"{w}.upper()", "its upper case form", "highlight emphasize_word stress_word shout_word") if k == 4
        else ("new", "new", "replace_word swap_word substitute exchange_word")
    )  # fmt: skip
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
        ],
        edge="Words are separated by single spaces." if d.chance(0.15) else "",
        inputs=[a + ("" if long else f", {b}") + extra for a, b in zip(samples, words, strict=True)],
    )


def _removed(d: Draw) -> Sketch:
    """Words of a list taken out of a sentence, kept or counted."""
    s, w, ws = d.name(_SENTENCES), d.name(_WORDS), d.name("stop_words banned unwanted names allowed known")
    keep = ws in ("allowed", "known")
    low = ".lower()" if d.chance(0.3) else ""
    sign = "in" if keep else "not in"
    case = ", ignoring case" if low else ""
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
    which = f"that are {'' if keep else 'not '}in the list {ws}{case}"
    if form == "count":
        return Sketch(
            names=[
                "count_allowed" if keep else "count_unknown",
                "count_words_in_list" if keep else "count_words_not_in",
                "how_many_known" if keep else "how_many_new",
            ],
            params=params,
            bodies=[
                f"return sum(1 for {w} in {s}.split() if {test})",
                f"count = 0\nfor {w} in {s}.split():\n    if {test}:\n        count += 1\nreturn count",
            ],
            what=[f"how many words of {s} {which.removeprefix('that ')}", f"the number of words of {s} {which}"],
            inputs=inputs,
        )
    whole = f"[{w} for {w} in {s}.split() if {test}]"
    text = form == "text"
    loop = f"kept = []\nfor {w} in {s}.split():\n    if {test}:\n        kept.append({w})\nreturn {chr(39) + ' ' + chr(39) + '.join(kept)' if text else 'kept'}"  # noqa: E501
    return Sketch(
        names=["keep_words", "only_known", "filter_words"] if keep else ["remove_words", "drop_words", "without_words", "strip_words", "filter_out"],  # noqa: E501
        params=params,
        bodies=[f"return ' '.join({whole[1:-1]})" if text else f"return {whole}", loop],
        returns="str" if text else "list[str]",
        do=[f"Keep only the words of {s} {which}" if keep else f"Remove the words in the list {ws} from {s}{case}"] if text else [f"List the words of {s} {which}"],  # noqa: E501
        edge=d.one("Join the rest with spaces.", "Return the rest as a string.") if text else "",
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
    return Sketch(
        names=[f"join_{stem}", f"{stem}_joined", f"{stem}_text", f"connect_{stem}"],
        params=[Param(s, "text")],
        bodies=[f"return '{sep}'.join({seq})", f"{ws} = {seq}\nreturn '{sep}'.join({ws})"] if plain else [f"return '{sep}'.join({code})", f"{ws} = []\nfor {w} in {s}.split():\n    {ws}.append({code.split(' for ')[0]})\nreturn '{sep}'.join({ws})"],  # noqa: E501
        returns="str",
        do=[f"Join {said} with {by}" if sep else f"Join {said} without anything between", f"Return {said}, joined by {by if sep else 'nothing'}"] if "," not in said else [f"Return {said}, and join them with {by}"],  # noqa: E501
    )  # fmt: skip


FAMILIES = (
    Family("sentences", ((_average, 2), (_starting, 3), (_repeated, 2), (_replaced, 3), (_removed, 2), (_changed, 2))),
)
