"""Times of day, durations and simple dates."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _time(d: Draw) -> Sketch:
    h, m, s = d.one("hours minutes seconds", "h m s", "hour minute second").split()
    n = d.name("seconds_total total n t time_")
    k = d.number(1, 11) * 5
    form = d.number(0, 6)
    if form == 0:
        code, said, names, params = d.one(
            (
                f"{h} * 60 + {m}",
                f"the number of minutes in {h} hours and {m} minutes",
                "to_minutes total_minutes",
                (h, m),
            ),
            (
                f"{h} * 3600 + {m} * 60 + {s}",
                f"the number of seconds in {h} hours, {m} minutes and {s} seconds",
                "to_seconds total_seconds",
                (h, m, s),
            ),
            (f"{m} * 60 + {s}", f"the number of seconds in {m} minutes and {s} seconds", "seconds_of", (m, s)),
            (
                f"({h} * 60 + {m} + {k}) % 1440",
                f"the minute of the day {k} minutes after {h}:{m}, from 0 to 1439",
                f"add_{k}_minutes minute_of_day",
                (h, m),
            ),
            (
                f"({h} * 60 + {m}) * 60",
                f"the number of seconds from midnight to {h}:{m}",
                "seconds_since_midnight",
                (h, m),
            ),
        )
        return Sketch(
            names=names.split(), params=[Param(p, "nat") for p in params], bodies=[f"return {code}"], what=[said]
        )
    if form == 1:
        code, said, names, returns = d.one(
            (
                f"f'{{{n} // 60:02d}}:{{{n} % 60:02d}}'",
                f"{n} minutes as hours and minutes like 02:05",
                "format_minutes clock_text",
                "str",
            ),
            (
                f"f'{{{n} // 60}}m {{{n} % 60}}s'",
                f"{n} seconds as text like 2m 5s",
                "format_seconds duration_text",
                "str",
            ),
            (
                f"[{n} // 3600, {n} % 3600 // 60, {n} % 60]",
                f"the list of the hours, minutes and seconds in {n} seconds",
                "split_time hms",
                "list[int]",
            ),
            (
                f"({n} // 60, {n} % 60)",
                f"the minutes and the remaining seconds in {n} seconds, as a pair",
                "minutes_seconds",
                "tuple[int, int]",
            ),
            (
                f"({n} // 60) % 24",
                f"the hour of the clock, from 0 to 23, {n} minutes after midnight",
                "hour_of clock_hour",
                "int",
            ),
            (
                f"str({n} // 60) + ':' + str({n} % 60).zfill(2)",
                f"{n} seconds as minutes and seconds like 2:05",
                "minutes_text",
                "str",
            ),
        )
        return Sketch(
            names=names.split(),
            params=[Param(n, "nat")],
            bodies=[f"return {code}"],
            returns=returns,
            what=[said],
            inputs=["65", "3725", "125", "600"],
        )
    if form == 2:
        hour, k2 = d.name("hour h time start"), d.number(2, 23)
        code, said, names, returns, inputs = d.one(
            (
                f"({hour} + {k2}) % 24",
                f"the hour of the clock, from 0 to 23, {k2} hours after {hour}",
                f"hours_later after_{k2}_hours",
                "int",
                "20",
            ),
            (f"{hour} % 12", f"the hour {hour} on a clock with 12 hours, with 0 for 12", "clock_twelve", "int", "12"),
            (
                f"'am' if {hour} < 12 else 'pm'",
                f"'am' if {hour} is less than 12, else 'pm'",
                "am_or_pm half_of_day",
                "str",
                "12",
            ),
            (
                f"({hour} - {k2}) % 24",
                f"the hour of the clock, from 0 to 23, {k2} hours before {hour}",
                "hours_earlier",
                "int",
                "3",
            ),
            (
                f"12 if {hour} % 12 == 0 else {hour} % 12",
                f"the hour {hour} on a clock with 12 hours, from 1 to 12",
                "twelve_hour",
                "int",
                "12",
            ),
        )
        return Sketch(
            names=names.split(),
            params=[Param(hour, "nat")],
            bodies=[f"return {code}"],
            returns=returns,
            what=[said],
            inputs=[inputs, "11", "23", "0"],
            draw=lambda e: (e.number(0, 23),),
        )
    if form == 3:
        day, later = d.name("day weekday d today"), d.number(2, 20)
        days = "['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']"
        code, said, names, returns = d.one(
            (
                f"({day} + {later}) % 7",
                f"the weekday, from 0 to 6, {later} days after weekday {day}",
                f"after_{later}_days weekday_later",
                "int",
            ),
            (
                f"({day} - {later}) % 7",
                f"the weekday, from 0 to 6, {later} days before weekday {day}",
                "days_before",
                "int",
            ),
            (f"{days}[{day}]", f"the name of weekday {day}: 0 is 'Mon' and 6 is 'Sun'", "day_name weekday_name", "str"),
        )
        if d.chance(0.3):
            return Sketch(
                names=["is_weekend", "day_off"],
                params=[Param(day, "small")],
                bodies=truth(d, f"{day} >= 5"),
                returns="bool",
                whether=[f"weekday {day}, from 0 for Monday to 6 for Sunday, is on a weekend"],
                inputs=["4", "5", "6", "0"],
            )
        return Sketch(
            names=names.split(),
            params=[Param(day, "small")],
            bodies=[f"return {code}"],
            returns=returns,
            what=[said],
            inputs=["0", "3", "6"],
            draw=lambda e: (e.number(0, 6),),
        )
    if form == 4:
        y = d.name("year y")
        k3 = d.one(4, 4, 100, 400, 10)
        code, whether, names = d.one(
            (
                f"{y} % 4 == 0 and ({y} % 100 != 0 or {y} % 400 == 0)",
                f"{y} is a leap year: divisible by 4, and not by 100 unless by 400",
                "is_leap leap_year",
            ),
            (f"{y} % {k3} == 0", f"{y} is divisible by {k3}", f"every_{k3}_years"),
            (f"{y} % 4 == 0 and {y} % 100 != 0", f"{y} is divisible by 4 but not by 100", "simple_leap"),
            (f"{y} % 100 == 0", f"{y} is the last year of a century", "ends_century"),
        )
        if d.chance(0.35):
            code, said, name = d.one(
                (
                    f"366 if {y} % 4 == 0 and ({y} % 100 != 0 or {y} % 400 == 0) else 365",
                    f"the number of days of {y}: 366 in a leap year (divisible by 4, not by 100 unless by 400), else 365",  # noqa: E501
                    "days_in_year",
                ),
                (
                    f"({y} - 1) // 100 + 1",
                    f"the century of {y}: the years 1 to 100 are century 1",
                    "century_of century",
                ),
                (f"{y} // 10 * 10", f"the first year of the decade of {y}, a multiple of 10", "decade_of"),
                (f"{y} - {y} % 4", f"the last year up to {y} that is divisible by 4", "last_multiple_of_four"),
            )
            return Sketch(
                names=name.split(),
                params=[Param(y, "pos")],
                bodies=[f"return {code}"],
                what=[said],
                inputs=["2000", "1900", "2024", "2023", "1999"],
                draw=lambda e: (e.number(1800, 2100),),
            )
        return Sketch(
            names=names.split(),
            params=[Param(y, "pos")],
            bodies=truth(d, code),
            returns="bool",
            whether=[whether],
            inputs=["2000", "1900", "2024", "2023", "2010"],
            draw=lambda e: (e.number(1800, 2100),),
        )
    if form == 5:
        month = d.name("month m")
        lists = "[31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]"
        code, said, names = d.one(
            (
                f"{lists}[{month} - 1]",
                f"the number of days of {month} (1 to 12) in a year that is no leap year",
                "days_in_month",
            ),
            (
                f"({month} - 1) // 3 + 1",
                f"the quarter of the year, from 1 to 4, of {month} (1 to 12)",
                "quarter_of quarter",
            ),
            (f"{month} % 12 + 1", f"the month after {month}, from 1 to 12", "next_month"),
            (f"12 if {month} == 1 else {month} - 1", f"the month before {month}, from 1 to 12", "previous_month"),
            (f"12 - {month}", f"how many months of the year are left after {month} (1 to 12)", "months_left"),
        )
        return Sketch(
            names=names.split(),
            params=[Param(month, "smallpos")],
            bodies=[f"return {code}"],
            what=[said],
            inputs=["1", "2", "12", "6"],
            draw=lambda e: (e.number(1, 12),),
        )
    text, part = d.name("date text s day"), d.number(0, 2)
    what = ("year", "month", "day")[part]
    code = (f"int({text}[:4])", f"int({text}[5:7])", f"int({text}[8:])")[part]
    return Sketch(
        names=[f"{what}_of_date", f"get_{what}", f"parse_{what}"],
        params=[Param(text, "word")],
        bodies=[f"return int({text}.split('-')[{part}])", f"return {code}"],
        what=[f"the {what} of the date {text}, given like '2024-01-05', as a number"],
        inputs=["'2024-01-05'", "'1999-12-31'"],
        draw=lambda e: (f"{e.number(1900, 2030)}-{e.number(1, 12):02d}-{e.number(1, 28):02d}",),
    )


def _clock(d: Draw) -> Sketch:
    s = d.name("time text clock s")
    k = d.one(":", ":", ".", "h")
    code, said, names = d.one(
        (
            "int(a) * 60 + int(b)",
            f"the number of minutes since midnight for a time like '2{k}05' or '14{k}30'",
            "clock_to_minutes minutes_of",
        ),
        (
            "int(a) * 3600 + int(b) * 60",
            f"the number of seconds since midnight for a time like '14{k}30'",
            "clock_to_seconds",
        ),
        ("int(a) + int(b) / 60", f"the time {s}, given like '14{k}30', in hours", "clock_to_hours"),
        (
            "int(a) * 60 + int(b)",
            f"the number of seconds in a duration like '2{k}05' (minutes{k}seconds)",
            "duration_seconds",
        ),
    )
    a, b = d.one("a b", "hours minutes", "h m", "left right").split()
    code = code.replace("int(a)", f"int({a})").replace("int(b)", f"int({b})")
    parts = d.name("parts pieces fields")
    return Sketch(
        names=names.split(),
        params=[Param(s, "word")],
        bodies=[
            f"{a}, {b} = {s}.split('{k}')\nreturn {code}",
            f"{parts} = {s}.split('{k}')\nreturn {code.replace(f'int({a})', f'int({parts}[0])').replace(f'int({b})', f'int({parts}[1])')}",  # noqa: E501
        ],
        returns="float" if "/" in code else "int",
        what=[said],
        draw=lambda e: (f"{e.number(0, 23)}{k}{e.number(0, 59):02d}",),
        inputs=[f"'2{k}05'"],
    )


FAMILIES = (Family("time", ((_time, 4), (_clock, 1))),)
