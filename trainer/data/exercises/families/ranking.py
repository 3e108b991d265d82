"""Orders by a rule: numbers by a digit, names by score, things by price, with a second rule for equals."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.records import records
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import ints, words

__all__ = ["FAMILIES"]

_BOARDS = (
    ("scores", "players", "player", "score"),
    ("points", "teams", "team", "number of points"),
    ("votes", "candidates", "candidate", "number of votes"),
    ("prices", "products", "product", "price"),
    ("ages", "people", "person", "age"),
    ("sales", "shops", "shop", "number of sales"),
    ("wins", "clubs", "club", "number of wins"),
    ("counts", "words", "word", "count"),
)


def _by_rule(d: Draw) -> Sketch:
    """Numbers by a digit, a remainder, a distance; then by value."""
    source = ints(d, "nats")
    xs, x = source.code, source.element
    k = d.number(2, 9)
    key, said, stem = d.one(
        (f"{x} % 10", "their last digit", "last_digit"),
        (f"{x} % 10", "the last digit", "last_digit"),
        (f"{x} % {k}", f"their remainder when divided by {k}", f"remainder_{k}"),
        (f"len(str({x}))", "their number of digits", "digit_count"),
        (f"abs({x} - {k})", f"their distance from {k}", f"distance_from_{k}"),
        (f"int(str({x})[0])", "their first digit", "first_digit"),
        (f"sum(int(c) for c in str({x}))", "the sum of their digits", "digit_sum"),
        (f"{x} % 2", "parity, the even ones first", "parity"),
        (f"{x} // 10", "their value without the last digit", "tens"),
    )
    form = d.number(0, 2)
    lam = f"({key}, {x})" if form == 0 else f"({key}, -{x})" if form == 1 else key
    edge = [
        d.one("Where these are equal, order by value.", "Equal ones are ordered by value, smallest first."),
        d.one("Among equals, the larger number comes first.", "Equal ones are ordered by value, largest first."),
        d.one("Equal ones keep their order.", "Ties stay in the original order.", ""),
    ][form]
    down = form == 2 and d.chance(0.3) and "parity" not in said
    order = ", largest first" if down else ""
    reverse = ", reverse=True" if down else ""
    call = f"sorted({xs}, key=lambda {x}: {lam}{reverse})"
    measure, first = said.replace("their ", "its "), "largest" if down else "smallest"
    a_one = f"{'an' if source.one[0] in 'aeiou' else 'a'} {source.one}"
    sentences = [
        f"What does {xs} look like when its {source.many} are sorted by {said}{order}?",
        f"Given {xs}, bring its {source.many} into order by {said}{order}.",
    ]
    if "parity" in said:
        sentences += [
            f"List the even {source.many} of {xs} before the odd ones.",
            f"The even ones come first in {xs}, then the odd ones.",
            f"Put the {source.many} of {xs} that are divisible by two in front of those that are not.",
        ]
    else:
        sentences += [
            f"How early {a_one} of {xs} comes in the result depends on {measure}: the {first} goes first.",
            f"The sort key of {a_one} in {xs} is {measure}; sort {'down' if down else 'up'}wards.",
        ]
    return Sketch(
        names=[
            f"sort_by_{stem}",
            f"order_by_{stem}",
            f"by_{stem}",
            f"sorted_by_{stem}",
            f"arrange_by_{stem}",
            f"{stem}_order",
            f"{stem}_sort",
            f"rank_by_{stem}",
        ],
        params=source.params,
        bodies=[f"return {call}", f"return {call}", f"result = {call}\nreturn result"],
        returns="list[int]",
        do=[
            f"Sort the {source.many} in {xs} by {said}{order}",
            f"Order the non-negative {source.many} of {xs} by {said}{order}",
            f"Return the {source.many} of {xs}, sorted by {said}{order}",
            f"Arrange the {source.many} of {xs} by {said}{order}",
            f"Put {xs}, a list of non-negative {source.many}, in order by {said}{order}",
        ],
        what=[f"a copy of {xs} sorted by {said}{order}", f"a new list of the {source.many} in {xs}, by {said}{order}"],
        sentences=sentences,
        edge=edge,
        inputs=["[12, 31, 5]", "[22, 12, 2]", "[100, 99, 98]"],
    )


def _words_by_rule(d: Draw) -> Sketch:
    source = words(d)
    xs, w = source.code, source.element
    key, said, stem = d.one(
        (f"len({w})", "length", "length"),
        (f"len({w})", "length", "length"),
        (f"{w}[-1:]", "last letter", "last_letter"),
        (f"{w}.lower()", "the alphabet, ignoring case", "ignoring_case"),
        (f"{w}[::-1]", "their reversed spelling", "ending"),
        (f"{w}.count('a')", "how often they contain 'a'", "count_of_a"),
    )
    form = d.number(0, 3)
    lam, edge = (
        (f"({key}, {w})", d.one("Equal ones are sorted alphabetically.", "Ties are broken alphabetically.")),
        (f"(-{key}, {w})", d.one("Equal ones are sorted alphabetically.", "Ties are broken alphabetically.")),
        (key, d.one("Equal ones keep their order.", "")),
        (f"-{key}", d.one("Equal ones keep their order.", "")),
    )[form if key.startswith("len") or "count" in key else 2]
    down = lam.startswith(("-", "(-"))
    order = d.one(", longest first", " from long to short") if down and "len" in key else ", most first" if down else ""
    many = source.many
    more = {
        "length": (
            [
                f"Sort the {many} in {xs} from the {'longest' if down else 'shortest'} to the {'shortest' if down else 'longest'}"  # noqa: E501
            ],
            [
                f"The {'longest' if down else 'shortest'} of the {many} in {xs} comes first, and so on.",
                f"The {'more' if down else 'fewer'} characters one of the {many} in {xs} has, the earlier it comes in the result.",  # noqa: E501
            ],
        ),
        "last_letter": (
            [f"Sort {xs} by the character that each of its {many} ends with"],
            [f"The order of {xs} is decided by the final character of its {many}; empty ones come first."],
        ),
        "ignoring_case": (
            [
                f"Alphabetize {xs} without regard to upper and lower case",
                f"Sort {xs} alphabetically, treating capital letters like small ones",
            ],
            [f"The {many} in {xs} in alphabetical order, where case does not matter."],
        ),
        "ending": (
            [
                f"Sort {xs} as if its {many} were read backwards",
                f"Order {xs} by what each of its {many} is when it is reversed",
            ],
            [f"Compare the {many} in {xs} from their last character to their first, and sort them that way."],
        ),
        "count_of_a": (
            [f"Sort {xs} by the number of times that 'a' occurs in its {many}{order}"],
            [
                f"The {'more' if down else 'fewer'} letters 'a' one of the {many} in {xs} has, the earlier it comes in the result."  # noqa: E501
            ],
        ),
    }[stem]
    return Sketch(
        names=[
            f"sort_by_{stem}",
            f"order_by_{stem}",
            f"{source.many}_by_{stem}",
            f"arrange_by_{stem}",
            f"sorted_by_{stem}",
            f"sort_{source.many}_by_{stem}",
            f"{stem}_sort",
            f"by_{stem}",
        ],
        params=source.params,
        bodies=[f"return sorted({xs}, key=lambda {w}: {lam})"] * 2
        + [
            f"return sorted({xs}, key=len)"
            if lam == f"len({w})"
            else f"result = list({xs})\nresult.sort(key=lambda {w}: {lam})\nreturn result"
        ],
        returns="list[str]",
        do=[
            f"Sort the {source.many} in {xs} by {said}{order}",
            f"Return the {source.many} of {xs}, ordered by {said}{order}",
            f"Arrange the {source.many} of {xs} by {said}{order}",
            f"Put {xs} in order by {said}{order}",
            *more[0],
        ],
        what=[f"a copy of {xs} sorted by {said}{order}"],
        sentences=[
            f"What does {xs} look like when its {source.many} are sorted by {said}{order}?",
            f"Given {xs}, bring its {source.many} into order by {said}{order}.",
            *more[1],
        ],
        edge=edge,
    )


def _ranking(d: Draw) -> Sketch:
    """The keys of a dictionary by their values."""
    m, many, one, value = d.one(*_BOARDS)
    name = d.one("name", "name", "n", "key", one)
    d.taken.add(name)
    high = d.chance(0.65)
    best, extreme = (d.one("highest", "largest"), "max") if high else (d.one("lowest", "smallest"), "min")
    sign = "-" if high else ""
    worst = {"highest": "lowest", "largest": "smallest", "lowest": "highest", "smallest": "largest"}[best]
    several = value.replace("number", "numbers") if value.startswith("number") else value + "s"
    form = d.number(0, 5)
    k = d.name("k n count limit")
    alphabet = d.one(
        f"{many.capitalize()} with equal values are listed alphabetically.",
        "Equal ones are sorted by name.",
        "Ties are broken by name.",
    )
    call = f"sorted({m}, key=lambda {name}: ({sign}{m}[{name}], {name}))"
    said = f"the {many} in {m}, the one with the {best} {value} first"
    if form < 3:
        plain = d.chance(0.25)
        call = f"sorted({m}, key={m}.get{', reverse=True' if high else ''})" if plain else call
        return Sketch(
            names=[
                "ranking",
                "rank",
                "leaderboard",
                f"rank_{many}",
                f"order_{many}",
                f"sort_by_{m}",
                "standings",
                f"{many}_by_{m}",
            ],
            params=[Param(m, "counts")],
            bodies=[f"return {call}"] * 2
            + [
                f"names = list({m})\nnames.sort(key=lambda {name}: {sign}{m}[{name}])\nreturn names"
                if plain
                else f"result = {call}\nreturn result"
            ],
            returns="list[str]",
            do=[
                f"Return the list of {said}",
                f"List {said}",
                f"Rank {said}",
                f"Sort the {many} in {m} by {value}, {best} first",
                f"Put the {many} of {m} in order, from the {best} {value} to the {worst}",
            ],
            what=[
                f"all {many} in {m}, sorted by {value} in {'descending' if high else 'ascending'} order",
                f"a ranking of the {many} in {m}, starting with the {best} {value}",
            ],
            sentences=[
                f"Who comes first, who second, and so on? List the {many} in {m} from the {best} {value} to the {worst}."  # noqa: E501
                if many in ("players", "candidates", "people")
                else f"Which of the {many} comes first, which second? List those in {m} from the {best} {value} to the {worst}.",  # noqa: E501
                f"Given {m}, a dictionary from {one} to {value}, return its keys, those with the {best} values first.",
                f"Arrange the keys of {m} by their values, {'largest' if high else 'smallest'} value first.",
                f"{m} maps {many} to numbers. List the {many}, {best} {value} first.".capitalize().replace(
                    m.capitalize() + " maps", f"The dictionary {m} maps"
                ),
            ],
            edge="" if plain else alphabet,
        )
    if form == 3:
        return Sketch(
            names=[
                f"top_{many}",
                f"{best}_{m}",
                "top_names",
                f"first_{many}",
                "podium",
                f"{many}_with_{best}",
                f"leading_{many}",
                f"{best}_{many}",
            ],
            params=[Param(m, "counts"), Param(k, "small")],
            bodies=[f"return {call}[:{k}]", f"names = {call}\nreturn names[:{k}]"],
            returns="list[str]",
            do=[
                f"Return the {k} {many} with the {best} {value} in {m}, the {best} first",
                f"List the {k} {many} of {m} with the {best} {several}",
                f"Rank the {many} in {m}, {best} {value} first, and keep only the first {k}",
                f"Pick out those {k} {many} of {m} that have the {best} {several}, {best} first",
            ],
            what=[
                f"the first {k} {many} when {m} is ranked by {value}, {best} first",
                f"a list of the {k} {many} in {m} with the {best} {several}, {best} first",
            ],
            sentences=[
                f"Which {k} {many} of {m} have the {best} {several}? List them, {best} first.",
                f"Given {m}, return the {k} keys with the {best} values, in {'descending' if high else 'ascending'} order of value.",  # noqa: E501
                f"Sort the {many} of {m} from the {best} {value} to the {worst} and throw away all but the first {k}.",
            ],
            edge=alphabet,
        )
    if form == 4:
        return Sketch(
            names=[
                f"winning_{one}" if high else f"last_{one}",
                f"{best}_{one}",
                f"name_with_{best}",
                f"{extreme}_name",
                f"{one}_with_{best}",
                f"find_{best}",
                f"get_{one}_with_{extreme}",
                f"key_of_{extreme}",
            ],
            params=[Param(m, "counts")],
            bodies=[f"if not {m}:\n    return None\nreturn {extreme}({m}, key={m}.get)"] * 2
            + [f"return {extreme}({m}, key={m}.get) if {m} else None"],
            returns="str | None",
            what=[
                f"the {one} with the {best} {value} in {m}",
                f"the {one} in {m} whose {value} is {best}",
                f"the key of {m} that has the {best} value",
                f"the name of the {one} that has the {best} {value} in {m}",
            ],
            do=[
                f"Find the {one} that has the {best} {value} in {m}",
                f"Figure out which {one} in {m} comes first when the {best} {value} is best",
                f"Look up the {one} with the {'maximum' if high else 'minimum'} {value} in {m}",
            ],
            sentences=[
                f"Which {one} of {m} has the {best} {value}?",
                f"Given {m}, a dictionary from {one} to {value}, return the key with the {best} value.",
                f"No other {one} in {m} has a {'higher' if high else 'lower'} {value} than the one returned.",
            ],
            edge=d.one("None if it is empty.", "Return None for an empty dictionary."),
        )
    return Sketch(
        names=[
            "winners" if high else "losers",
            "all_first",
            f"{best}_{many}",
            "tied_names",
            f"{many}_with_{best}",
            f"all_{many}_with_{extreme}",
            f"find_{best}_{many}",
            f"{extreme}_keys",
        ],
        params=[Param(m, "counts1")],
        bodies=[
            f"best = {extreme}({m}.values())\nreturn [{name} for {name} in {m} if {m}[{name}] == best]",
            f"best = {extreme}({m}.values())\nreturn [{name} for {name}, value in {m}.items() if value == best]",
        ],
        returns="list[str]",
        what=[
            f"the list of all {many} in {m} with the {best} {value}",
            f"a list of those {many} in {m} whose {value} is the {best} of all",
            f"all keys of {m} that have the {'maximum' if high else 'minimum'} value, as a list",
        ],
        do=[
            f"Find all {many} in {m} that have the {best} {value}, in the order of {m}",
            f"List every {one} of {m} whose {value} equals the {best} one",
            f"Collect the {many} of {m} that are tied for the {best} {value}",
        ],
        sentences=[
            f"All {many} that share the {best} {value} of {m}, as a list.",
            f"Which {many} have the {best} {value} in {m}? There may be several: return a list.",
            f"Given {m}, a dictionary from {one} to {value}, return the list of keys with the {best} value.",
        ],
        inputs=["{'a': 1, 'b': 1}", "{'x': 3, 'a': 2, 'y': 3}"],
    )


FAMILIES = (Family("ranking", ((_by_rule, 3), (_words_by_rule, 2), (_ranking, 4), (records, 4))),)
