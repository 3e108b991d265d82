"""Dates as tuples and texts: ages, differences, parts and forms."""

from __future__ import annotations

from datetime import date

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]

_DATE = "from datetime import date"


def _date(d: Draw) -> date:
    return date(d.number(1950, 2030), d.number(1, 12), d.number(1, 28))


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
    bodies, returns, whether, what, sentences = [], "int", [], [], []
    k = d.one(18, 18, 16, 21, 65)
    if form == "age":
        bodies = [f"{age} = {base}\nif {before}:\n    {age} -= 1\nreturn {age}"] * 2 + [
            f"if {before}:\n    return {base} - 1\nreturn {base}",
            f"return {base} - ({before})",
        ]
        names = ["age_on", "full_years", "age", "whole_years", "years_between", "compute_age"]
        sentences = [
            f"Return the number of full years from {a} to {b}. {given}",
            f"Count the full years between {a} and {b}. {given}",
        ]
        sentences += [
            f"The age in whole years on the date {b}, for {a} as the first day. {given}",
            f"How many full years have passed from {a} to {b}? {given}",
        ]
    elif form == "adult":
        bodies = [
            f"{age} = {base}\nif {before}:\n    {age} -= 1\nreturn {age} >= {k}",
            f"return ({a}[0] + {k}, {a}[1], {a}[2]) <= {b}",
        ]
        names, returns, whether = (
            [f"is_{k}", f"at_least_{k}_years", "old_enough", "is_of_age"],
            "bool",
            [f"at least {k} full years have passed from {a} to {b}"],
        )
    elif form == "birthday":
        bodies = [f"return {a}[1:] == {b}[1:]", f"return {a}[1] == {b}[1] and {a}[2] == {b}[2]"]
        names, returns, whether = (
            ["is_birthday", "same_day_of_year", "is_anniversary"],
            "bool",
            [f"{b} has the same month and day as {a}"],
        )
    elif form == "later":
        bodies = [f"return {b} > {a}", f"if {b} > {a}:\n    return True\nreturn False"]
        names, returns, whether = ["is_later", "comes_after", "is_after"], "bool", [f"the date {b} is later than {a}"]
    elif form == "year":
        bodies = (
            [f"return {a}[0] == {b}[0]"]
            if d.chance(0.5)
            else [f"return {a}[:2] == {b}[:2]", f"return {a}[0] == {b}[0] and {a}[1] == {b}[1]"]
        )
        whole = "[:2]" in bodies[0]
        names, returns = ["same_month" if whole else "same_year", "share_month" if whole else "share_year"], "bool"
        whether = [f"{a} and {b} lie in the same {'month of the same year' if whole else 'year'}"]
    else:
        bodies = [f"return ({base}) * 12 + {b}[1] - {a}[1]", f"{age} = {base}\nreturn {age} * 12 + {b}[1] - {a}[1]"]
        names, what = (
            ["months_between", "month_difference", "months_apart"],
            [f"how many months {b} is after {a}, not looking at the days"],
        )

    def draw(e: Draw) -> tuple[tuple[int, int, int], ...]:
        x, y = sorted((_date(e), _date(e)))
        return ((x.year, x.month, x.day), (y.year, y.month, y.day))

    inputs = [
        "(2000, 5, 10), (2020, 5, 10)",
        "(2000, 5, 10), (2020, 5, 9)",
        "(2000, 5, 10), (2018, 6, 1)",
        "(1999, 12, 31), (2000, 1, 1)",
        "(2010, 3, 4), (2010, 3, 20)",
    ]
    return Sketch(
        names=names, params=params, bodies=bodies, returns=returns, what=what, whether=whether, sentences=sentences,
        edge="" if sentences else given, inputs=inputs, draw=draw,
    )  # fmt: skip


def _iso(d: Draw) -> Sketch:
    """Dates as texts like 2024-03-01."""
    a, b = d.one(
        "first second", "start end", "a b", "begin end", "date1 date2", "today deadline", "arrival departure"
    ).split()
    t = d.name("day date_text text day_text when")
    form = d.one("days", "days", "days", "days", "weekday", "later", "weekend", "apart")
    k = d.name("n days k")
    given = d.one(
        "The dates are strings like '2024-03-01'.",
        "Dates are written as 'YYYY-MM-DD'.",
        f"{a} and {b} are texts 'YYYY-MM-DD'.",
    )
    one = d.one("a text like '2024-03-01'", "given as 'YYYY-MM-DD'")
    inner = d.chance(0.5)
    header, imported = ("", f"{_DATE}\n") if inner else (_DATE + "\n", "")
    first, second = f"date.fromisoformat({a})", f"date.fromisoformat({b})"
    two = [Param(a, "word"), Param(b, "word")]
    inputs = [
        f"'{x}', '{y}'"
        for x, y in (
            ("2024-03-01", "2024-03-02"),
            ("2024-02-28", "2024-03-01"),
            ("2023-12-31", "2024-01-01"),
            ("2024-05-05", "2024-05-05"),
        )
    ]
    common = {"header": header, "inputs": inputs, "draw": lambda e: (_date(e).isoformat(), _date(e).isoformat())}
    x, y = d.one(("x", "y"), ("d1", "d2"), ("one", "two"))
    if form in ("days", "apart"):
        apart = form == "apart"
        code = f"abs(({second} - {first}).days)" if apart else f"({second} - {first}).days"
        end = f"abs(({y} - {x}).days)" if apart else f"({y} - {x}).days"
        return Sketch(
            names=["days_between_dates", "days_between", "date_difference", "count_days", "days_apart" if apart else "days_until"], params=two,  # noqa: E501
            bodies=[f"{imported}return {code}"] * 2 + [f"{imported}{x} = {first}\n{y} = {second}\nreturn {end}"],
            what=[f"how many days {a} and {b} are apart" if apart else f"the number of days from {a} to {b}"],
            do=[] if apart else [f"Count the days from the date {a} to the date {b}"],
            sentences=[f"How many days {'lie between' if apart else 'is it from'} {a} {'and' if apart else 'to'} {b}?"],
            edge=given, **common,
        )  # fmt: skip
    common |= {
        "inputs": ["'2024-03-01'", "'2024-02-28'", "'2023-12-31'", "'2024-05-05'", "'2024-06-08'"],
        "draw": lambda e: (_date(e).isoformat(),),
    }
    moment = f"date.fromisoformat({t})"
    if form == "weekday":
        plus = d.chance(0.4)
        call = "isoweekday" if plus else "weekday"
        return Sketch(
            names=["weekday", "weekday_number", "day_of_week", "weekday_of"], params=[Param(t, "word")],
            bodies=[f"{imported}return {moment}.{call}()", f"{imported}{x} = {moment}\nreturn {x}.{call}()"],
            what=[f"the number of the weekday of {t}, {one}, {'1 for Monday to 7 for Sunday' if plus else '0 for Monday to 6 for Sunday'}"], **common,  # noqa: E501
        )  # fmt: skip
    if form == "weekend":
        return Sketch(
            names=["is_weekend", "on_weekend", "falls_on_weekend"], params=[Param(t, "word")], bodies=[f"{imported}return {moment}.weekday() >= 5", f"{imported}return {moment}.weekday() in (5, 6)"],  # noqa: E501
            returns="bool", whether=[f"the date {t}, {one}, is a Saturday or a Sunday"], **common,
        )  # fmt: skip
    back = d.chance(0.3)
    both = "from datetime import date, timedelta\n"
    header, imported = ("", both) if inner else (both, "")
    common |= {
        "header": header,
        "inputs": ["'2024-02-28', 2", "'2023-12-31', 1", "'2024-05-05', 0", "'2024-01-01', 31"],
        "draw": lambda e: (_date(e).isoformat(), e.number(0, 60)),
    }
    moved = f"{moment} {'-' if back else '+'} timedelta(days={k})"
    return Sketch(
        names=["add_days", "date_after", "days_later", "shift_date"] if not back else ["subtract_days", "date_before", "days_earlier"], params=[Param(t, "word"), Param(k, "nat")],  # noqa: E501
        bodies=[f"{imported}{x} = {moved}\nreturn {x}.isoformat()", f"{imported}return ({moved}).isoformat()", f"{imported}return str({moved})"], returns="str",  # noqa: E501
        what=[f"the date {k} {'' if k == 'days' else 'days '}{'before' if back else 'after'} {t}, both as 'YYYY-MM-DD'"], **common,  # noqa: E501
    )  # fmt: skip


def _parts(d: Draw) -> Sketch:
    """Dates taken apart and put together."""
    t = d.name("text day date_text when s")
    sep = d.one("-", "-", "/", ".")
    order = d.one("ymd", "ymd", "dmy", "mdy") if sep != "-" else d.one("ymd", "ymd", "dmy")
    full = {"y": "YYYY", "m": "MM", "d": "DD"}
    names = {"y": "year", "m": "month", "d": "day_number"} if d.chance(0.4) else {"y": "y", "m": "m", "d": "d"}
    if t in names.values():
        t = "text"
    pattern = sep.join(full[c] for c in order)
    split = f"{', '.join(names[c] for c in order)} = {t}.split('{sep}')"
    form = d.one("other", "other", "part", "part", "numbers", "write", "written")

    def text(e: Draw) -> str:
        x = _date(e)
        return sep.join({"y": f"{x.year}", "m": f"{x.month:02d}", "d": f"{x.day:02d}"}[c] for c in order)

    if form == "other":
        new = d.one(*[o for o in ("dmy", "ymd", "mdy") if o != order])
        by = d.one("-", "/", ".")
        target, parts = by.join(full[c] for c in new), d.name("parts pieces p")
        shown = by.join(f"{{{names[c]}}}" for c in new)
        picks = ", ".join(f"{parts}[{order.index(c)}]" for c in new)
        return Sketch(
            names=["reformat_date", "convert_date", "date_format", f"to_{new}", "rewrite_date"], params=[Param(t, "word")],  # noqa: E501
            bodies=[f"{split}\nreturn f'{shown}'"] * 2 + [f"{parts} = {t}.split('{sep}')\nreturn '{by}'.join([{picks}])"], returns="str",  # noqa: E501
            do=[f"Rewrite the date {t} from '{pattern}' to '{target}'", f"Change a date from the form {pattern} to {target}"], draw=lambda e: (text(e),),  # noqa: E501
        )  # fmt: skip
    if form == "part":
        c = d.one("y", "m", "d")
        word, i = {"y": "year", "m": "month", "d": "day"}[c], order.index(c)
        return Sketch(
            names=[f"{word}_of", f"get_{word}", f"extract_{word}", f"{word}_of_date"], params=[Param(t, "word")],
            bodies=[f"return int({t}.split('{sep}')[{i}])"] * 2 + [f"{split}\nreturn int({names[c]})"], what=[f"the {word} of the date {t}, given as '{pattern}', as a number"],  # noqa: E501
            sentences=[f"The {word} of a date like '{text(d)}', as a number."], draw=lambda e: (text(e),),
        )  # fmt: skip
    if form == "numbers":
        return Sketch(
            names=["parse_date", "split_date", "date_parts", "to_date_tuple"], params=[Param(t, "word")],
            bodies=[f"{split}\nreturn int({names['y']}), int({names['m']}), int({names['d']})"]
            + ([f"return tuple(int(part) for part in {t}.split('{sep}'))"] if order == "ymd" else []), returns="tuple[int, int, int]",  # noqa: E501
            what=[f"the year, month and day of the date {t}, given as '{pattern}', as a tuple of integers"], draw=lambda e: (text(e),),  # noqa: E501
        )  # fmt: skip
    y, m, n = d.one(("year", "month", "day"), ("y", "m", "d"))
    pad = d.chance(0.75)
    shown = sep.join(
        {"y": f"{{{y}}}", "m": f"{{{m}:02d}}" if pad else f"{{{m}}}", "d": f"{{{n}:02d}}" if pad else f"{{{n}}}"}[c]
        for c in order
    )
    params = [Param({"y": y, "m": m, "d": n}[c], "nat12") for c in (order if form == "written" else "ymd")]
    values = {"y": "2024", "m": "3", "d": "5"}
    return Sketch(
        names=["format_date", "date_text", "write_date", "make_date"], params=params, bodies=[f"return f'{shown}'"], returns="str",  # noqa: E501
        what=[f"the date of {y}, {m} and {n} as a text '{pattern if pad else sep.join(full[c][0] for c in order)}'{'' if pad else ' without leading zeros'}"],  # noqa: E501
        inputs=[", ".join(values[c] for c in (order if form == "written" else "ymd"))],
        draw=lambda e: tuple({"y": e.number(1950, 2030), "m": e.number(1, 12), "d": e.number(1, 28)}[c] for c in (order if form == "written" else "ymd")),  # noqa: E501
    )  # fmt: skip


FAMILIES = (Family("dates", ((_age, 3), (_iso, 3), (_parts, 3))),)
