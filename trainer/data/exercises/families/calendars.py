"""Months, years and seasons."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _month_length(d: Draw) -> Sketch:
    """The number of days of a month or a year."""
    m = d.name("month month month m month_number")
    the = "the month" if m == "month" else f"the month {m}"
    form = d.one("flag", "flag", "plain", "year", "long", "short", "of_year")
    leap = d.name("leap is_leap leap_year")
    y, table = d.name("year year y"), d.name("days lengths table")
    short = d.one(f"{m} in (4, 6, 9, 11)", f"{m} in [4, 6, 9, 11]", f"{m} == 4 or {m} == 6 or {m} == 9 or {m} == 11")
    rule = d.one(
        f"{y} % 4 == 0 and ({y} % 100 != 0 or {y} % 400 == 0)", f"{y} % 400 == 0 or ({y} % 4 == 0 and {y} % 100 != 0)"
    )
    names = [
        "days_in_month", "month_length", "length_of_month", "month_days", "days_of_month", "number_of_days",
        "last_day_of_month", "count_month_days",
    ]  # fmt: skip
    listed = "[31, {}, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]"
    draw = None
    if form == "of_year":
        params, inputs = [Param(y, "pos")], ["2024", "2023", "1900", "2000", "2100", "1996"]
        bodies = [
            f"return 366 if {rule} else 365",
            f"if {rule}:\n    return 366\nreturn 365",
            f"{leap} = {rule}\nreturn 366 if {leap} else 365",
        ]
        year = "the year" if y == "year" else f"the year {y}"
        names = [
            "days_in_year", "year_length", "length_of_year", "days_of_year", "year_days", "days_per_year",
            "count_days_in_year", "how_many_days",
        ]  # fmt: skip
        what = [
            f"how many days {year} has",
            f"the number of days in {year}",
            f"the length of {year} in days",
            f"366 if {y} is a leap year of the Gregorian calendar and 365 if not",
        ]
        do = [
            f"Count the days of {year}, taking leap years into account",
            f"Work out how long {year} is in days, with the rule for leap years",
        ]
        sentences = [
            f"The number of days in {year}, {d.one('366 in leap years', '365 or 366')}.",
            f"How many days {year} has.",
            f"Does {year} have 365 or 366 days?",
            f"Leap years have 366 days, other years 365. Return the right number for {y}.",
            "Given a year, tell how many days it has in the Gregorian calendar.",
        ]
        draw = lambda e: (e.one(1800, 1900, 2000, 2100) + e.number(0, 40),)  # noqa: E731
    elif form in ("flag", "plain", "year"):
        test = {"flag": leap, "plain": "", "year": rule}[form]
        params = [Param(m, "nat12")] + {"flag": [Param(leap, "bool")], "plain": [], "year": [Param(y, "pos")]}[form]
        feb = f"29 if {test} else 28" if test else "28"
        bodies = [f"if {m} == 2:\n    return {feb}\nif {short}:\n    return 30\nreturn 31"] * 2
        if form != "year":
            bodies.append(f"{table} = {listed.format(feb)}\nreturn {table}[{m} - 1]")
            bodies.append(f"if {m} == 2:\n    return {feb}\nelif {short}:\n    return 30\nelse:\n    return 31")
        tail = {
            "flag": f"{leap} tells whether it is a leap year",
            "plain": "it is not a leap year",
            "year": f"{y} decides about February",
        }[form]
        rest = {
            "flag": f"February has 29 days if {leap} is True, else 28.",
            "plain": "February always has 28 days.",
            "year": f"February has 29 days if {y} is a leap year, else 28.",
        }[form]
        said = f"how many days {the}, from 1 to 12, has; {tail}"
        what = [said, f"how long {the}, a number from 1 to 12, is in days; {tail}"]
        do = [f"Count the days of {the}, 1 for January to 12 for December; {tail}"]
        sentences = [
            f"The number of days of a month from 1 to 12, where {tail}.",
            f"{said[0].upper()}{said[1:]}.",
            f"How many days are there in {the}, a number from 1 to 12? {rest}",
            f"Look up the length of {the} in days, 1 being January. {rest}",
            f"Given a month from 1 to 12, tell the number of its days. {rest}",
            f"The last day of {the} (1 to 12), as a number. {rest}",
            f"April, June, September and November have 30 days. {rest} The others have 31. Return the days of {the}.",
        ]
        inputs = [
            f"{v}{w}"
            for v, w in zip(
                (2, 2, 4, 1, 12, 11, 9, 8),
                {
                    "flag": (", True", ", False") * 4,
                    "plain": ("",) * 8,
                    "year": (", 2024", ", 1900", ", 2023", ", 2000") * 2,
                }[form],
                strict=True,
            )
        ]
        draw = (
            (lambda e: (e.number(1, 12),))
            if form == "plain"
            else (lambda e: (e.number(1, 12), e.chance(0.5)))
            if form == "flag"
            else (lambda e: (e.number(1, 12), e.number(1990, 2030)))
        )
    else:
        days = 31 if form == "long" else 30
        params, inputs = [Param(m, "nat12")], ["2", "4", "7", "8", "11"]
        months = "1, 3, 5, 7, 8, 10, 12" if form == "long" else "4, 6, 9, 11"
        bodies = [
            f"return {m} in ({months})",
            f"return {m} in [{months}]",
            f"if {m} in ({months}):\n    return True\nreturn False",
        ]
        return Sketch(
            names=[
                f"has_{days}_days", f"is_{form}_month", f"month_has_{days}_days", f"{form}_month",
                f"is_{days}_day_month", f"has_{days}", f"is_{days}_days_long", f"lasts_{days}_days",
            ],
            params=params, bodies=bodies, returns="bool",
            whether=[
                f"{the}, from 1 to 12, has {days} days",
                f"there are exactly {days} days in {the}, where 1 is January and 12 is December",
                f"{the}, given as a number from 1 to 12, is {days} days long",
                f"{m} is the number (1 to 12) of a month with {days} days",
            ],
            sentences=[
                f"Does the month with the number {m} have {days} days?",
                f"Is {the}, numbered from 1 for January, {days} days long?",
                f"Given a month as a number from 1 to 12, tell if it has {days} days.",
                f"Months are numbered from 1 to 12. Is {m} one of those that last exactly {days} days?",
                f"True for {'January, March, May, July, August, October and December' if days == 31 else 'April, June, September and November'} (numbers {months}), False for all others.",  # noqa: E501
            ],
            inputs=inputs, draw=lambda e: (e.number(1, 12),),
        )  # fmt: skip
    return Sketch(
        names=names,
        params=params,
        bodies=bodies,
        what=what,
        do=do,
        sentences=sentences,
        inputs=inputs,
        draw=draw,
    )


_CYCLES = (
    ("season", ("winter", "spring", "summer", "autumn"), "12, 1 and 2", 0, 3), ("season", ("summer", "autumn", "winter", "spring"), "12, 1 and 2", 0, 3),  # noqa: E501
    ("season", ("winter", "spring", "summer", "fall"), "12, 1 and 2", 0, 3), ("quarter", ("first", "second", "third", "fourth"), "1, 2 and 3", 1, 3),  # noqa: E501
    ("quarter", ("Q1", "Q2", "Q3", "Q4"), "1, 2 and 3", 1, 3), ("half", ("first half", "second half"), "1 to 6", 1, 6), ("third", ("early", "middle", "late"), "1 to 4", 1, 4),  # noqa: E501
)  # fmt: skip


def _season(d: Draw) -> Sketch:
    """The season or quarter of a month number."""
    name, labels, first, shift, size = d.one(*_CYCLES)
    m, table = (
        d.name("month month m number"),
        d.name("seasons labels parts" if name == "season" else "names labels parts"),
    )
    index = f"{m} % 12 // {size}" if shift == 0 else f"({m} - 1) // {size}"
    listed = "[" + ", ".join(f"'{label}'" for label in labels) + "]"
    the = "the month" if m == "month" else f"the month {m}"
    groups = [[(k * size + i + (0 if shift else -1)) % 12 + 1 for i in range(size)] for k in range(len(labels))]
    ladder = (
        "".join(f"if {m} in {tuple(groups[k])}:\n    return '{label}'\n" for k, label in enumerate(labels[:-1]))
        + f"return '{labels[-1]}'"
    )
    bodies = (
        [f"{table} = {listed}\nreturn {table}[{index}]"] * 2
        + [f"return {listed}[{index}]"]
        + ([ladder, ladder] if len(labels) < 5 and size < 5 else [])
    )
    if name == "quarter" and d.chance(0.5):
        return Sketch(
            names=["quarter", "quarter_of_month", "quarter_number", "which_quarter", "month_to_quarter", "get_quarter", "find_quarter", "quarter_for"],  # noqa: E501
            params=[Param(m, "nat12")],
            bodies=[f"return ({m} - 1) // 3 + 1", f"return ({m} + 2) // 3", f"if {m} <= 3:\n    return 1\nif {m} <= 6:\n    return 2\nif {m} <= 9:\n    return 3\nreturn 4"],  # noqa: E501
            what=[
                f"the quarter from 1 to 4 in which {the} lies",
                f"which quarter of the year, 1 to 4, {the} belongs to (1 is January)",
                f"the number, 1 to 4, of the quarter that contains {the}",
            ],
            do=[
                f"Convert {the}, from 1 to 12, to the number of its quarter (1 for January to March)",
                f"Find out in which quarter of the year, 1 to 4, {the} is",
            ],
            sentences=[
                f"The quarter of the year, 1 to 4, for {the}, a number.",
                f"Is {the} in quarter 1, 2, 3 or 4? January is 1 and December is 12.",
                f"Months 1 to 3 are quarter 1, months 4 to 6 quarter 2 and so on. Return the quarter of {the}.",
                "Given a month from 1 to 12, tell its quarter as a number from 1 to 4.",
                f"A quarter is three months long. Return the number (from 1) of the one that {the} falls in.",
            ],
            inputs=[str(v) for v in (1, 3, 4, 6, 7, 9, 10, 12)], draw=lambda e: (e.number(1, 12),),
        )  # fmt: skip
    rest = ", ".join(f"'{label}'" for label in labels[1:-1]) + (" and " if len(labels) > 2 else "") + f"'{labels[-1]}'"
    said = f"Months {first} are '{labels[0]}'; the others follow in groups of {size} as {rest}."
    spans = [f"{group[0]} to {group[-1]}" for group in groups]
    each = [f"'{label}' for {span}" for label, span in zip(labels, spans, strict=True)]
    each[0] = each[0].replace(" for ", " for months ")
    listing = f"{', '.join(each[:-1])} and {each[-1]}"
    where = d.one("", "", " northern") if name == "season" and labels[0] == "winter" else ""
    return Sketch(
        names=[f"{name}_of_month", f"{name}_of", f"month_to_{name}", f"{name}_name", f"which_{name}", f"get_{name}", f"{name}_from_month", f"{name}_for", f"find_{name}"],  # noqa: E501
        params=[Param(m, "nat12")],
        bodies=bodies,
        returns="str",
        what=[listing, f"a text for the{where} {name} of {the}: {listing}"],
        do=[f"Turn {the} (1 to 12) into the name of its {name}: {listing}"],
        sentences=[
            f"Name the{where} {name} of a month number. {said}",
            f"The{where} {name} of the year in which {the} lies. {said}",
            f"Return the {name} for {m}, a number from 1 to 12. {said}",
            f"Which {name} of the year does {the} belong to? Answer {listing}.",
            f"Given a month from 1 to 12, say in which {name} of the year it is: {listing}.",
            f"Split the year into {'halves' if name == 'half' else f'{name}s'} and return the one with {the} in it. {said}",  # noqa: E501
            f"Look up {the}: {listing}.",
        ],
        inputs=[str(v) for v in (12, 1, 3, 4, 6, 7, 10)],
        draw=lambda e: (e.number(1, 12),),
    )  # fmt: skip


FAMILIES = (Family("calendars", ((_month_length, 3), (_season, 2))),)
