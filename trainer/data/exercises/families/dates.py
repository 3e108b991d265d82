"""Dates as tuples and texts: ages, differences, parts and forms."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.date_texts import any_date, iso, parts
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _age(d: Draw) -> Sketch:
    """Ages and comparisons of (year, month, day) tuples."""
    a, b = d.one(
        "birth today",
        "born today",
        "birthday now",
        "start end",
        "hired today",
        "first second",
        "birth_date on_date",
        "opened now",
    ).split()
    age = d.name("age years result")
    given = d.one(
        "Both dates are (year, month, day) tuples.",
        f"{a} and {b} are tuples (year, month, day).",
        "Dates are given as (year, month, day).",
    )
    form = d.one("age", "age", "age", "year", "months", "later", "birthday", "adult")
    params = [Param(a, "triple"), Param(b, "triple")]
    base = f"{b}[0] - {a}[0]"
    before = d.one(f"({b}[1], {b}[2]) < ({a}[1], {a}[2])", f"{b}[1:] < {a}[1:]")
    bodies, returns, whether, what, do = [], "int", [], [], []
    born = f"someone born on {a}" if a in ("birth", "born", "birthday", "birth_date") else ""
    k = d.one(18, 18, 16, 21, 65)
    if form == "age":
        bodies = [f"{age} = {base}\nif {before}:\n    {age} -= 1\nreturn {age}"] * 2 + [
            f"if {before}:\n    return {base} - 1\nreturn {base}",
            f"return {base} - ({before})",
        ]
        names = "age_on full_years age whole_years years_between compute_age get_age age_in_years"
        what = [
            f"the number of completed years from {a} to {b}",
            f"how many whole years have gone by between {a} and {b}",
        ]
        do = [f"Work out how old {born} is on {b}, in full years"] if born else []
        sentences = [
            f"Return the number of full years from {a} to {b}.",
            f"Count the full years between {a} and {b}.",
            f"The age in whole years on the date {b}, for {a} as the first day.",
            f"How many full years have passed from {a} to {b}?",
            f"The year of {b} minus the year of {a}, and one less if the anniversary of {a} is still to come on {b}.",
            "Given two dates, tell how many complete years it is from the first to the second.",
            f"The time from {a} to {b} in years, not counting a year that is not over yet.",
        ]
        if born:
            sentences.append(f"How old is {born} on the date {b}?")
    elif form == "adult":
        bodies = [
            f"{age} = {base}\nif {before}:\n    {age} -= 1\nreturn {age} >= {k}",
            f"return ({a}[0] + {k}, {a}[1], {a}[2]) <= {b}",
        ]
        names, returns, whether = (
            f"is_{k} at_least_{k}_years old_enough is_of_age is_{k}_or_older has_reached_{k} has_turned_{k} after_{k}_years",  # noqa: E501
            "bool",
            [
                f"at least {k} full years have passed from {a} to {b}",
                f"{k} years or more lie between {a} and {b}",
                f"{b} comes {k} years after {a} or even later",
                f"the time from {a} to {b} is not shorter than {k} years",
                *([f"{born} is {k} or older on {b}"] if born else []),
            ],
        )
        sentences = [
            f"Have {k} full years gone by from {a} to {b}?",
            f"False if fewer than {k} full years have passed from {a} to {b}, else True.",
            f"Given two dates, tell if the second is {k} years or more after the first.",
            f"Is it at least {k} years from {a} until {b}?",
            *([f"Is {born} at least {k} years old on {b}?"] if born else []),
        ]
    elif form == "birthday":
        bodies = [f"return {a}[1:] == {b}[1:]", f"return {a}[1] == {b}[1] and {a}[2] == {b}[2]"]
        names, returns, whether = (
            "is_birthday same_day_of_year is_anniversary same_month_and_day has_birthday same_calendar_day is_same_day equal_but_year",  # noqa: E501
            "bool",
            [
                f"{b} has the same month and day as {a}",
                f"{a} and {b} fall on the same day of the same month, whatever the year",
                f"{a} and {b} are equal apart from the year",
                f"month and day of {b} match those of {a}",
            ],
        )
        sentences = [
            f"Do {a} and {b} agree in month and day? The years may differ.",
            f"Is {b} the same calendar day as {a}, ignoring the year?",
            "Compare two dates without their years: True if month and day are the same.",
            "Given two dates, tell if both their months and their days are equal; the years do not matter.",
        ]
    elif form == "later":
        bodies = [f"return {b} > {a}", f"if {b} > {a}:\n    return True\nreturn False"]
        names = "is_later comes_after is_after later date_after is_newer happens_later follows"
        returns = "bool"
        whether = [
            f"the date {b} is later than {a}",
            f"{b} comes after {a}",
            f"{a} is strictly before {b}",
            f"{a} is an earlier date than {b}",
        ]
        sentences = [
            f"Is {a} earlier than {b}?",
            f"Does {b} lie after {a} in the calendar?",
            f"Which comes first? True if it is {a}, False if it is {b} or if they are the same day.",
            f"Compare two dates: True only if {b} is after {a}.",
            "Given two dates, tell if the second is later than the first. Equal dates give False.",
        ]
    elif form == "year":
        bodies = (
            [f"return {a}[0] == {b}[0]"]
            if d.chance(0.5)
            else [f"return {a}[:2] == {b}[:2]", f"return {a}[0] == {b}[0] and {a}[1] == {b}[1]"]
        )
        whole = "[:2]" in bodies[0]
        span, item = ("month of the same year", "month") if whole else ("year", "year")
        names = f"same_{item} share_{item} is_same_{item} in_same_{item} equal_{item} {item}_matches one_{item} {item}s_equal"  # noqa: E501
        returns = "bool"
        whether = [
            f"{a} and {b} lie in the same {span}",
            f"both dates belong to the same {span}",
            f"{b} has the same year {'and month ' if whole else ''}as {a}",
            f"the {'years and months' if whole else 'years'} of {a} and {b} are equal",
        ]
        sentences = [
            f"Are {a} and {b} dates of the same {span}?",
            f"Do {a} and {b} share {'year and month' if whole else 'the year'}?",
            f"Compare only the {'years and months' if whole else 'years'} of two dates: True if they are equal.",
            f"Given two dates, tell if they are in the same {span}.",
            f"Ignore the {'days' if whole else 'months and days'}: is the rest of {a} and {b} the same?",
        ]
    else:
        bodies = [f"return ({base}) * 12 + {b}[1] - {a}[1]", f"{age} = {base}\nreturn {age} * 12 + {b}[1] - {a}[1]"]
        names, what = (
            "months_between month_difference months_apart count_months months_from_to calendar_months elapsed_months diff_in_months",  # noqa: E501
            [
                f"how many months {b} is after {a}, not looking at the days",
                f"the number of months from {a} to {b}, by year and month only",
                f"the difference {b} - {a} in months, without regard to the days",
            ],
        )
        do = [
            f"Count the months from {a} to {b}, ignoring the day of the month",
            f"Work out how many months it is from the month of {a} to the month of {b}",
        ]
        sentences = [
            f"How many months is it from {a} to {b}? Only years and months count, not the days.",
            f"Twelve times the difference of the years plus the difference of the months, from {a} to {b}.",
            "Given two dates, tell by how many months the second is later; the day of the month does not matter.",
            f"Ignore the days: how many months later is {b} than {a}?",
        ]

    def draw(e: Draw) -> tuple[tuple[int, int, int], ...]:
        x, y = sorted((any_date(e), any_date(e)))
        return ((x.year, x.month, x.day), (y.year, y.month, y.day))

    inputs = [
        "(2000, 5, 10), (2020, 5, 10)",
        "(2000, 5, 10), (2020, 5, 9)",
        "(2000, 5, 10), (2018, 6, 1)",
        "(1999, 12, 31), (2000, 1, 1)",
        "(2010, 3, 4), (2010, 3, 20)",
    ]
    return Sketch(
        names=names.split(), params=params, bodies=bodies, returns=returns, what=what, whether=whether, do=do,
        sentences=sentences, edge=given, inputs=inputs, draw=draw,
    )  # fmt: skip


FAMILIES = (Family("dates", ((_age, 3), (iso, 3), (parts, 3))),)
