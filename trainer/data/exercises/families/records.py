"""Names and numbers in tuples: the first by a measure, totals, look-ups."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["records"]

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


def records(d: Draw) -> Sketch:
    """Names and numbers in tuples."""
    p, one, a, b, low, high = d.one(*_RECORDS)
    x = d.one(one, one, "pair", "entry", "t")
    measure = "number of pages" if b == "pages" else b
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
            names=[
                f"{stem}_{p}",
                f"{stem}_{a}s",
                f"{count}_{stem}",
                f"find_{stem}",
                f"the_{stem}",
                f"get_{stem}_{p}",
                f"first_by_{b}",
                f"{a}s_of_{stem}",
            ],
            params=[Param(p, "named"), Param(count, "small")],
            bodies=[f"by_{b} = {ordered}\nreturn [{u} for {u}, {v} in by_{b}[:{count}]]"] * 2
            + [f"return [{x}[0] for {x} in {ordered}[:{count}]]"],
            returns="list[str]",
            sentences=[
                f"{intro} Return the {a}s of the {count} {most} {p}, {most} first.",
                f"{intro} Give the {a}s of the {count} {most}, {most} first.",
                f"{intro} Which {count} {p} are the {most}? List their {a}s, {most} first.",
                f"{intro} Sort them by {measure}, {'largest' if top else 'smallest'} first, and return the {a}s of the first {count}.",  # noqa: E501
                f"{intro} Pick out the {count} with the {'largest' if top else 'smallest'} {measure} and list their {a}s in that order.",  # noqa: E501
                f"The {a}s of the {count} {most} {p}, {most} first, where {p} is a list of ({a}, {b}) tuples.",
                f"From the ({a}, {b}) tuples in {p}, get the {a}s of the {count} with the {'highest' if top else 'lowest'} {measure}, {most} first.",  # noqa: E501
            ],
        )
    if form < 4:
        value = d.chance(0.25)
        given = f"the {b} of the {most} {one}" if value else f"the {a} of the {most} {one}"
        index = 1 if value else 0
        extreme = "maximum" if top else "minimum"
        u, v = (a, b) if {a, b}.isdisjoint({p}) else ("first", "second")
        loop = f"best = {p}[0]\nfor {x} in {p}:\n    if {x}[1] {'>' if top else '<'} best[1]:\n        best = {x}\nreturn best[{index}]"  # noqa: E501
        call = f"{pick}({p}, key=lambda {x}: {x}[1])"
        return Sketch(
            names=[
                f"{stem}_{one}",
                f"{stem}_{a}" if not value else f"{stem}_{b}",
                f"find_{stem}",
                f"{a if not value else b}_of_{stem}",
                f"get_{stem}_{one}",
                f"{a if not value else b}_of_{stem}_{one}",
                f"{pick}_by_{b}" if not value else f"{pick}_{b}",
                f"the_{stem}_{one}",
            ],
            params=[Param(p, "named1")],
            bodies=[f"return {call}[{index}]", f"{u}, {v} = {call}\nreturn {v if value else u}", loop],
            returns="int" if value else "str",
            sentences=[
                f"{intro} Return {given}.",
                f"{intro} Find {given}.",
                f"{given[0].upper()}{given[1:]}, where {p} is a list of ({a}, {b}) tuples.",
                f"{intro} What is {given}?",
                f"{intro} Look for the {most} {one} and give back the {b if value else a}.",
                f"Given {p}, a list of ({a}, {b}) tuples, figure out {given}.",
                f"{intro} Return the {'largest' if top else 'smallest'} {measure}."
                if value
                else f"{intro} Return the {a} that has the {'largest' if top else 'smallest'} {measure}.",
                f"In the ({a}, {b}) tuples of {p}, find the {extreme} {measure}."
                if value
                else f"Go through the ({a}, {b}) tuples of {p} and return the {a} with the {extreme} {measure}.",
            ],
            edge=d.one("", "The first one wins a tie."),
        )
    total = d.chance(0.5)
    if total:
        return Sketch(
            names=[
                f"total_{b}",
                f"sum_of_{b}",
                f"all_{b}_together",
                f"{b}_sum",
                f"add_{b}",
                f"{b}_total",
                f"sum_{b}",
                f"get_total_{b}",
            ],
            params=[Param(p, "named")],
            bodies=[
                f"return sum({x}[1] for {x} in {p})",
                f"total = 0\nfor {x} in {p}:\n    total += {x}[1]\nreturn total",
            ],
            sentences=[
                f"{intro} Add up the values of {b}.",
                f"{intro} Return the total {b}.",
                f"{intro} What is the sum of their second entries?",
                f"{intro} Work out what the values of {b} add up to.",
                f"The total {b} of all {p}, where {p} is a list of ({a}, {b}) tuples.",
                f"Given ({a}, {b}) tuples in {p}, add together the second entries.",
                f"Go through the ({a}, {b}) tuples in {p} and add up what is given as {b}.",
                f"{intro} Ignore each {a} and sum the numbers.",
                f"How large is the {measure} of all {p} together? {intro}",
            ],
        )
    return Sketch(
        names=[
            f"{b}_of",
            f"find_{b}",
            f"{b}_by_{a}",
            f"look_up_{b}",
            f"get_{b}",
            f"{b}_for_{a}",
            f"lookup_{b}",
            f"find_{b}_by_{a}",
        ],
        params=[Param(p, "named"), Param(wanted := d.name("wanted who target which"), "char")],
        bodies=[
            f"for {a}, {b} in {p}:\n    if {a} == {wanted}:\n        return {b}\nreturn None",
            f"for {x} in {p}:\n    if {x}[0] == {wanted}:\n        return {x}[1]\nreturn None",
        ],
        returns="int | None",
        sentences=[
            f"{intro} Return the {b} that belongs to the {a} {wanted}, or None if it is not there.",
            f"{intro} Look up the {b} of the first one whose {a} is {wanted}. None if there is none.",
            f"{intro} Which {b} goes with the {a} {wanted}? Take the first match, or None without one.",
            f"{intro} Find {wanted} among the {a}s and return its {b}; if it is missing, return None.",
            f"The {b} paired with the {a} {wanted} in {p}, a list of ({a}, {b}) tuples; None if {wanted} is not found.",
            f"Go through the ({a}, {b}) tuples in {p} and stop at the {a} {wanted}: return its {b}, else None.",
            f"Given a list {p} of ({a}, {b}) tuples, what is the {b} for {wanted}? None if there is no such {a}.",
        ],
        inputs=["[('a', 3), ('b', 4)], 'b'", "[('x', 1)], 'a'", "[('x', 5), ('x', 6)], 'x'"],
    )
