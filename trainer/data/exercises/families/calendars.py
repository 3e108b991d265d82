"""Months, seasons, ages and dates, as numbers, tuples and texts."""

from __future__ import annotations

from datetime import date

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]

_DATE = "from datetime import date"


def _date(d: Draw) -> date:
    return date(d.number(1950, 2030), d.number(1, 12), d.number(1, 28))


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
    names = ["days_in_month", "month_length", "length_of_month", "month_days", "days_of_month"]
    listed = "[31, {}, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]"
    draw = None
    if form == "of_year":
        params, inputs = [Param(y, "pos")], ["2024", "2023", "1900", "2000", "2100", "1996"]
        bodies = [
            f"return 366 if {rule} else 365",
            f"if {rule}:\n    return 366\nreturn 365",
            f"{leap} = {rule}\nreturn 366 if {leap} else 365",
        ]
        said, names = (
            f"how many days the year {y} has",
            ["days_in_year", "year_length", "length_of_year", "days_of_year"],
        )
        ask = f"The number of days in the year {y}, {d.one('366 in leap years', '365 or 366')}."
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
        said = f"how many days {the}, from 1 to 12, has; {tail}"
        ask = f"The number of days of a month from 1 to 12, where {tail}."
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
            names=[f"has_{days}_days", f"is_{form}_month", f"month_has_{days}_days", f"{form}_month"], params=params, bodies=bodies, returns="bool",  # noqa: E501
            whether=[f"{the}, from 1 to 12, has {days} days"], sentences=[f"Does the month with the number {m} have {days} days?"], inputs=inputs, draw=lambda e: (e.number(1, 12),),  # noqa: E501
        )  # fmt: skip
    return Sketch(
        names=names,
        params=params,
        bodies=bodies,
        what=[said],
        sentences=[ask, f"{said[0].upper()}{said[1:]}."],
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
            names=["quarter", "quarter_of_month", "quarter_number", "which_quarter"], params=[Param(m, "nat12")],
            bodies=[f"return ({m} - 1) // 3 + 1", f"return ({m} + 2) // 3", f"if {m} <= 3:\n    return 1\nif {m} <= 6:\n    return 2\nif {m} <= 9:\n    return 3\nreturn 4"],  # noqa: E501
            what=[f"the quarter from 1 to 4 in which the month {m} lies"], sentences=[f"The quarter of the year, 1 to 4, for the month number {m}."],  # noqa: E501
            inputs=[str(v) for v in (1, 3, 4, 6, 7, 9, 10, 12)], draw=lambda e: (e.number(1, 12),),
        )  # fmt: skip
    rest = ", ".join(f"'{label}'" for label in labels[1:-1]) + (" and " if len(labels) > 2 else "") + f"'{labels[-1]}'"
    said = f"Months {first} are '{labels[0]}'; the others follow in groups of {size} as {rest}."
    where = d.one("", "", " northern") if name == "season" and labels[0] == "winter" else ""
    return Sketch(
        names=[f"{name}_of_month", f"{name}_of", f"month_to_{name}", f"{name}_name", f"which_{name}"],
        params=[Param(m, "nat12")],
        bodies=bodies,
        returns="str",
        sentences=[f"Name the{where} {name} of a month number. {said}", f"The{where} {name} of the year in which the month {m} lies. {said}", f"Return the {name} for {m}, a number from 1 to 12. {said}"],  # noqa: E501
        inputs=[str(v) for v in (12, 1, 3, 4, 6, 7, 10)],
        draw=lambda e: (e.number(1, 12),),
    )  # fmt: skip


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


FAMILIES = (Family("calendars", ((_month_length, 3), (_season, 2), (_age, 3), (_iso, 3), (_parts, 3))),)
