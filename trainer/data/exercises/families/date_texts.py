"""Dates as texts: differences, weekdays, parts and forms."""

from __future__ import annotations

from datetime import date

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["any_date", "iso", "parts"]

_DATE = "from datetime import date"


def any_date(d: Draw) -> date:
    """A date whose day is in every month."""
    return date(d.number(1950, 2030), d.number(1, 12), d.number(1, 28))


def iso(d: Draw) -> Sketch:
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
    common = {"header": header, "inputs": inputs, "draw": lambda e: (any_date(e).isoformat(), any_date(e).isoformat())}
    x, y = d.one(("x", "y"), ("d1", "d2"), ("one", "two"))
    if form in ("days", "apart"):
        apart = form == "apart"
        code = f"abs(({second} - {first}).days)" if apart else f"({second} - {first}).days"
        end = f"abs(({y} - {x}).days)" if apart else f"({y} - {x}).days"
        if apart:
            what = [
                f"how many days {a} and {b} are apart",
                f"the distance in days between {a} and {b}, never negative",
                f"the absolute difference of {a} and {b} in days",
                f"how many days separate {a} and {b}, in whichever order",
            ]
            do = [f"Count the days between {a} and {b}, no matter which is earlier"]
            sentences = [
                f"How many days lie between {a} and {b}?",
                f"How far apart are {a} and {b} in days? Their order is not important.",
                f"The days from the earlier to the later of {a} and {b}.",
                "Given two dates, work out how many days it is from one to the other, never as a negative number.",
            ]
        else:
            what = [
                f"the number of days from {a} to {b}",
                f"how many days {b} is after {a}",
                f"how many days pass from {a} until {b}",
                f"the difference {b} - {a} in days",
            ]
            do = [
                f"Count the days from the date {a} to the date {b}",
                f"Subtract the date {a} from the date {b} to get a number of days",
            ]
            sentences = [
                f"How many days is it from {a} to {b}?",
                f"If {a} is day 0, what number does the day {b} have?",
                f"Given two dates, tell how many days {b} is later than {a}; negative if it is earlier.",
                f"The time from {a} to {b}, measured in days.",
            ]
        return Sketch(
            names=["days_between_dates", "days_between", "date_difference", "count_days", "days_apart" if apart else "days_until", "diff_in_days", "day_difference", "day_count", "number_of_days"],  # noqa: E501
            params=two,
            bodies=[f"{imported}return {code}"] * 2 + [f"{imported}{x} = {first}\n{y} = {second}\nreturn {end}"],
            what=what, do=do, sentences=sentences, edge=given, **common,
        )  # fmt: skip
    common |= {
        "inputs": ["'2024-03-01'", "'2024-02-28'", "'2023-12-31'", "'2024-05-05'", "'2024-06-08'"],
        "draw": lambda e: (any_date(e).isoformat(),),
    }
    moment = f"date.fromisoformat({t})"
    if form == "weekday":
        plus = d.chance(0.4)
        call = "isoweekday" if plus else "weekday"
        scale = "1 for Monday to 7 for Sunday" if plus else "0 for Monday to 6 for Sunday"
        return Sketch(
            names=["weekday", "weekday_number", "day_of_week", "weekday_of", "get_weekday", "which_weekday", "date_to_weekday", "find_weekday"],  # noqa: E501
            params=[Param(t, "word")],
            bodies=[f"{imported}return {moment}.{call}()", f"{imported}{x} = {moment}\nreturn {x}.{call}()"],
            what=[
                f"the number of the weekday of {t}, {one}, {scale}",
                f"which day of the week {t}, {one}, is, as a number: {scale}",
            ],
            do=[
                f"Find the day of the week of {t}, {one}, as a number: {scale}",
                f"Turn a date 'YYYY-MM-DD' into the number of its weekday, {scale}",
            ],
            sentences=[
                f"On which weekday does {t} fall, {one}? Return {scale}.",
                f"Given a date like '2024-03-01', tell its day of the week: {scale}.",
                f"Number the days of the week, {scale}. Which number belongs to {t}, {one}?",
                f"The weekday of a date 'YYYY-MM-DD' as an integer ({scale}).",
            ],
            **common,
        )  # fmt: skip
    if form == "weekend":
        return Sketch(
            names=["is_weekend", "on_weekend", "falls_on_weekend", "is_on_weekend", "is_weekend_day", "is_sat_or_sun", "date_on_weekend", "in_weekend"],  # noqa: E501
            params=[Param(t, "word")], bodies=[f"{imported}return {moment}.weekday() >= 5", f"{imported}return {moment}.weekday() in (5, 6)"],  # noqa: E501
            returns="bool",
            whether=[
                f"the date {t}, {one}, is a Saturday or a Sunday",
                f"{t}, {one}, falls on a weekend (Saturday or Sunday)",
                f"the day of the week of {t}, {one}, is Saturday or Sunday",
                f"{t}, {one}, is none of the days from Monday to Friday",
            ],
            sentences=[
                f"Is {t}, {one}, a Saturday or a Sunday?",
                "Does a date like '2024-03-02' fall on a Saturday or Sunday?",
                "Given a date 'YYYY-MM-DD', tell if it belongs to the weekend, Saturday and Sunday.",
                "False from Monday to Friday, True on Saturdays and Sundays, for a date 'YYYY-MM-DD'.",
            ],
            **common,
        )  # fmt: skip
    back = d.chance(0.3)
    both = "from datetime import date, timedelta\n"
    header, imported = ("", both) if inner else (both, "")
    common |= {
        "header": header,
        "inputs": ["'2024-02-28', 2", "'2023-12-31', 1", "'2024-05-05', 0", "'2024-01-01', 31"],
        "draw": lambda e: (any_date(e).isoformat(), e.number(0, 60)),
    }
    much, after = k if k == "days" else f"{k} days", "before" if back else "after"
    moved = f"{moment} {'-' if back else '+'} timedelta(days={k})"
    return Sketch(
        names=["add_days", "date_after", "days_later", "shift_date", "plus_days", "date_in_days", "move_date", "date_plus"] if not back else ["subtract_days", "date_before", "days_earlier", "minus_days", "date_days_ago", "move_date_back", "shift_date_back", "date_minus"],  # noqa: E501
        params=[Param(t, "word"), Param(k, "nat")],
        bodies=[f"{imported}{x} = {moved}\nreturn {x}.isoformat()", f"{imported}return ({moved}).isoformat()", f"{imported}return str({moved})"], returns="str",  # noqa: E501
        what=[
            f"the date {much} {after} {t}, both as 'YYYY-MM-DD'",
            f"a text 'YYYY-MM-DD' for the day that is {much} {after} {t}, which has the same form",
        ],
        do=[
            f"{f'Subtract {much} from' if back else f'Add {much} to'} the date {t} and return the new date, both as 'YYYY-MM-DD'",  # noqa: E501
            f"Move a date like '2024-02-28' {'back' if back else 'forward'} by {much}, keeping its form",
        ],
        sentences=[
            f"Which date is {much} {after} {t}? Dates are written as 'YYYY-MM-DD'.",
            f"If it is {t} today, which date {'lies' if back else 'comes'} {much} {'back' if back else 'later'}? Both are strings 'YYYY-MM-DD'.",  # noqa: E501
            f"Given a date 'YYYY-MM-DD', go {much} {'back' if back else 'ahead'} in the calendar and return where you end, in the same form.",  # noqa: E501
            f"The calendar day {much} {'earlier' if back else 'later'} than {t}, written like it as 'YYYY-MM-DD'.",
        ],
        **common,
    )  # fmt: skip


def parts(d: Draw) -> Sketch:
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
        x = any_date(e)
        return sep.join({"y": f"{x.year}", "m": f"{x.month:02d}", "d": f"{x.day:02d}"}[c] for c in order)

    if form == "other":
        new = d.one(*[o for o in ("dmy", "ymd", "mdy") if o != order])
        by = d.one("-", "/", ".")
        target, parts = by.join(full[c] for c in new), d.name("parts pieces p")
        shown = by.join(f"{{{names[c]}}}" for c in new)
        picks = ", ".join(f"{parts}[{order.index(c)}]" for c in new)
        return Sketch(
            names=["reformat_date", "convert_date", "date_format", f"to_{new}", "rewrite_date", "change_date_format", "reorder_date", f"date_to_{new}"],  # noqa: E501
            params=[Param(t, "word")],
            bodies=[f"{split}\nreturn f'{shown}'"] * 2 + [f"{parts} = {t}.split('{sep}')\nreturn '{by}'.join([{picks}])"], returns="str",  # noqa: E501
            what=[f"{t}, a date in the form '{pattern}', as '{target}'", f"a date string '{target}' for {t}, which is written as '{pattern}'"],  # noqa: E501
            do=[
                f"Rewrite the date {t} from '{pattern}' to '{target}'",
                f"Change a date from the form {pattern} to {target}",
                f"Convert {t}, a date written as '{pattern}', to '{target}'",
                f"Put the parts of the date {t} ('{pattern}') together again as '{target}'",
            ],
            sentences=[
                f"Given a date '{pattern}', return it in the form '{target}'.",
                f"What does the date {t}, written as '{pattern}', look like as '{target}'?",
                f"{t} is a text '{pattern}'. Return the same date as '{target}'.",
                f"Write the date {t} as '{target}' instead of '{pattern}'.",
            ],
            draw=lambda e: (text(e),),
        )  # fmt: skip
    if form == "part":
        c = d.one("y", "m", "d")
        word, i = {"y": "year", "m": "month", "d": "day"}[c], order.index(c)
        return Sketch(
            names=[f"{word}_of", f"get_{word}", f"extract_{word}", f"{word}_of_date", f"parse_{word}", f"{word}_from_date", f"{word}_number", f"date_to_{word}"],  # noqa: E501
            params=[Param(t, "word")],
            bodies=[f"return int({t}.split('{sep}')[{i}])"] * 2 + [f"{split}\nreturn int({names[c]})"],
            what=[
                f"the {word} of the date {t}, given as '{pattern}', as a number",
                f"only the {word} of {t}, which is a date '{pattern}', as an integer",
            ],
            do=[
                f"Extract the {word} from the date {t} ('{pattern}') as an integer",
                f"Pick the {word} out of a date string '{pattern}' and convert it to an int",
            ],
            sentences=[
                f"The {word} of a date like '{text(d)}' ({pattern}), as a number.",
                f"Which {word} is in the date {t}, written as '{pattern}'? Return an integer.",
                f"Given a date '{pattern}', throw away everything but its {word} and return that as a number.",
                f"Read the {word} off {t}, a date in the form '{pattern}'. The result is an int.",
                f"{t} holds a date '{pattern}'. What is its {word}, as a number?",
            ],
            draw=lambda e: (text(e),),
        )  # fmt: skip
    if form == "numbers":
        return Sketch(
            names=["parse_date", "split_date", "date_parts", "to_date_tuple", "date_to_tuple", "year_month_day", "read_date", "unpack_date"],  # noqa: E501
            params=[Param(t, "word")],
            bodies=[f"{split}\nreturn int({names['y']}), int({names['m']}), int({names['d']})"]
            + ([f"return tuple(int(part) for part in {t}.split('{sep}'))"] if order == "ymd" else []), returns="tuple[int, int, int]",  # noqa: E501
            what=[
                f"the year, month and day of the date {t}, given as '{pattern}', as a tuple of integers",
                f"a tuple (year, month, day) of integers for the date {t}, a text '{pattern}'",
            ],
            do=[
                f"Parse the date {t}, written as '{pattern}', into a tuple (year, month, day) of integers",
                f"Split the date {t} ('{pattern}') into year, month and day, all of them integers",
            ],
            sentences=[
                f"Turn a date '{pattern}' into three integers: year, month and day.",
                f"Given a date '{pattern}', return its year, its month and its day as numbers, in this order.",
                f"What are the year, month and day of {t}, a date '{pattern}'? Return a tuple of ints.",
                f"Take the date {t} ('{pattern}') apart: the year, then the month, then the day, as a tuple of ints.",
            ],
            draw=lambda e: (text(e),),
        )  # fmt: skip
    y, m, n = d.one(("year", "month", "day"), ("y", "m", "d"))
    pad = d.chance(0.75)
    shown = sep.join(
        {"y": f"{{{y}}}", "m": f"{{{m}:02d}}" if pad else f"{{{m}}}", "d": f"{{{n}:02d}}" if pad else f"{{{n}}}"}[c]
        for c in order
    )
    params = [Param({"y": y, "m": m, "d": n}[c], "nat12") for c in (order if form == "written" else "ymd")]
    values = {"y": "2024", "m": "3", "d": "5"}
    shape = f"'{pattern if pad else sep.join(full[c][0] for c in order)}'{'' if pad else ' without leading zeros'}"
    return Sketch(
        names=["format_date", "date_text", "write_date", "make_date", "date_string", "build_date", "date_to_text", "join_date"],  # noqa: E501
        params=params, bodies=[f"return f'{shown}'"], returns="str",
        what=[f"the date of {y}, {m} and {n} as a text {shape}", f"a date string {shape} made of {y}, {m} and {n}"],
        do=[
            f"Format {y}, {m} and {n} as a date {shape}",
            f"Glue {y}, {m} and {n} together to a date in the form {shape}",
        ],
        sentences=[
            f"Write the date with the numbers {y}, {m} and {n} as {shape}.",
            f"Given {y}, {m} and {n} as integers, build the date string {shape}.",
            f"What does the date of {y}, {m} and {n} look like in the form {shape}?",
            f"Turn three numbers, {y}, {m} and {n}, into one text {shape}.",
            f"{y}, {m} and {n} make up a date. Return it as {shape}.",
        ],
        inputs=[", ".join(values[c] for c in (order if form == "written" else "ymd"))],
        draw=lambda e: tuple({"y": e.number(1950, 2030), "m": e.number(1, 12), "d": e.number(1, 28)}[c] for c in (order if form == "written" else "ymd")),  # noqa: E501
    )  # fmt: skip
