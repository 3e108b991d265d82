"""Orders by a rule: numbers by a digit, names by score, things by price, with a second rule for equals."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import ints, words

__all__ = ["FAMILIES"]

_RECORDS = (
    ("products", "product", "name", "price", "cheapest", "most expensive"),
    ("people", "person", "name", "age", "youngest", "oldest"),
    ("players", "player", "name", "score", "worst", "best"),
    ("cities", "city", "name", "size", "smallest", "largest"),
    ("runners", "runner", "name", "time", "fastest", "slowest"),
    ("books", "book", "title", "pages", "shortest", "longest"),
    ("parcels", "parcel", "label", "weight", "lightest", "heaviest"),
    ("rooms", "room", "name", "area", "smallest", "largest"),
    ("items", "item", "name", "cost", "cheapest", "dearest"),
)
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
    return Sketch(
        names=[f"sort_by_{stem}", f"order_by_{stem}", f"by_{stem}", f"sorted_by_{stem}", f"arrange_by_{stem}"],
        params=source.params,
        bodies=[f"return {call}", f"return {call}", f"result = {call}\nreturn result"],
        returns="list[int]",
        do=[
            f"Sort the {source.many} in {xs} by {said}{order}",
            f"Order the non-negative {source.many} of {xs} by {said}{order}",
            f"Return the {source.many} of {xs}, sorted by {said}{order}",
        ],
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
    return Sketch(
        names=[f"sort_by_{stem}", f"order_by_{stem}", f"{source.many}_by_{stem}", f"arrange_by_{stem}"],
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
            do=[f"Return the list of {said}", f"List {said}", f"Rank {said}"],
            sentences=[
                f"{m} maps {many} to numbers. List the {many}, {best} {value} first.".capitalize().replace(
                    m.capitalize() + " maps", f"The dictionary {m} maps"
                )
            ],
            edge="" if plain else alphabet,
        )
    if form == 3:
        return Sketch(
            names=[f"top_{many}", f"{best}_{m}", "top_names", f"first_{many}", "podium"],
            params=[Param(m, "counts"), Param(k, "small")],
            bodies=[f"return {call}[:{k}]", f"names = {call}\nreturn names[:{k}]"],
            returns="list[str]",
            do=[
                f"Return the {k} {many} with the {best} {value} in {m}, the {best} first",
                f"List the {k} {many} of {m} with the {best} {several}",
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
            ],
            params=[Param(m, "counts")],
            bodies=[f"if not {m}:\n    return None\nreturn {extreme}({m}, key={m}.get)"] * 2
            + [f"return {extreme}({m}, key={m}.get) if {m} else None"],
            returns="str | None",
            what=[f"the {one} with the {best} {value} in {m}"],
            sentences=[f"Which {one} of {m} has the {best} {value}?"],
            edge=d.one("None if it is empty.", "Return None for an empty dictionary."),
        )
    return Sketch(
        names=["winners" if high else "losers", "all_first", f"{best}_{many}", "tied_names", f"{many}_with_{best}"],
        params=[Param(m, "counts1")],
        bodies=[
            f"best = {extreme}({m}.values())\nreturn [{name} for {name} in {m} if {m}[{name}] == best]",
            f"best = {extreme}({m}.values())\nreturn [{name} for {name}, value in {m}.items() if value == best]",
        ],
        returns="list[str]",
        what=[f"the list of all {many} in {m} with the {best} {value}"],
        sentences=[f"All {many} that share the {best} {value} of {m}, as a list."],
        inputs=["{'a': 1, 'b': 1}", "{'x': 3, 'a': 2, 'y': 3}"],
    )


def _records(d: Draw) -> Sketch:
    """Names and numbers in tuples."""
    p, one, a, b, low, high = d.one(*_RECORDS)
    x = d.one(one, one, "pair", "entry", "t")
    top = d.chance(0.5)
    most, pick, reverse = (high, "max", ", reverse=True") if top else (low, "min", "")
    count = d.name("count n k amount")
    stem = most.replace(" ", "_")
    intro = d.one(
        f"The list {p} holds ({a}, {b}) tuples.",
        f"Each {one} in {p} is a tuple ({a}, {b}).",
        f"{p.capitalize()} are given as ({a}, {b}) pairs.",
    )
    ordered = f"sorted({p}, key=lambda {x}: {x}[1]{reverse})"
    form = d.number(0, 5)
    if form < 2:
        u, v = (a, b) if b != p else (a, "value")
        return Sketch(
            names=[f"{stem}_{p}", f"{stem}_{a}s", f"{count}_{stem}", f"find_{stem}", f"the_{stem}"],
            params=[Param(p, "named"), Param(count, "small")],
            bodies=[f"by_{b} = {ordered}\nreturn [{u} for {u}, {v} in by_{b}[:{count}]]"] * 2
            + [f"return [{x}[0] for {x} in {ordered}[:{count}]]"],
            returns="list[str]",
            sentences=[
                f"{intro} Return the {a}s of the {count} {most} {p}, {most} first.",
                f"{intro} Give the {a}s of the {count} {most}, {most} first.",
            ],
        )
    if form < 4:
        value = d.chance(0.25)
        given = f"the {b} of the {most} {one}" if value else f"the {a} of the {most} {one}"
        index = 1 if value else 0
        u, v = (a, b) if {a, b}.isdisjoint({p}) else ("first", "second")
        loop = f"best = {p}[0]\nfor {x} in {p}:\n    if {x}[1] {'>' if top else '<'} best[1]:\n        best = {x}\nreturn best[{index}]"  # noqa: E501
        call = f"{pick}({p}, key=lambda {x}: {x}[1])"
        return Sketch(
            names=[
                f"{stem}_{one}",
                f"{stem}_{a}" if not value else f"{stem}_{b}",
                f"find_{stem}",
                f"{a if not value else b}_of_{stem}",
            ],
            params=[Param(p, "named1")],
            bodies=[f"return {call}[{index}]", f"{u}, {v} = {call}\nreturn {v if value else u}", loop],
            returns="int" if value else "str",
            sentences=[
                f"{intro} Return {given}.",
                f"{intro} Find {given}.",
                f"{given[0].upper()}{given[1:]}, where {p} is a list of ({a}, {b}) tuples.",
            ],
            edge=d.one("", "The first one wins a tie."),
        )
    total = d.chance(0.5)
    if total:
        return Sketch(
            names=[f"total_{b}", f"sum_of_{b}", f"all_{b}_together", f"{b}_sum"],
            params=[Param(p, "named")],
            bodies=[
                f"return sum({x}[1] for {x} in {p})",
                f"total = 0\nfor {x} in {p}:\n    total += {x}[1]\nreturn total",
            ],
            sentences=[f"{intro} Add up the values of {b}.", f"{intro} Return the total {b}."],
        )
    return Sketch(
        names=[f"{b}_of", f"find_{b}", f"{b}_by_{a}", f"look_up_{b}"],
        params=[Param(p, "named"), Param(wanted := d.name("wanted who target which"), "char")],
        bodies=[
            f"for {a}, {b} in {p}:\n    if {a} == {wanted}:\n        return {b}\nreturn None",
            f"for {x} in {p}:\n    if {x}[0] == {wanted}:\n        return {x}[1]\nreturn None",
        ],
        returns="int | None",
        sentences=[f"{intro} Return the {b} that belongs to the {a} {wanted}, or None if it is not there."],
        inputs=["[('a', 3), ('b', 4)], 'b'", "[('x', 1)], 'a'", "[('x', 5), ('x', 6)], 'x'"],
    )


FAMILIES = (Family("ranking", ((_by_rule, 3), (_words_by_rule, 2), (_ranking, 4), (_records, 4))),)
