"""Times of day, durations and simple dates."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.time_cycles import hour_of_clock, weekday_number
from trainer.data.exercises.families.time_durations import in_one_unit, in_parts
from trainer.data.exercises.families.time_years import month_number, year_number
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _time(d: Draw) -> Sketch:
    h, m, s = d.one("hours minutes seconds", "h m s", "hour minute second").split()
    n = d.name("seconds_total total n t time_")
    k = d.number(1, 11) * 5
    form = d.number(0, 6)
    if form == 0:
        return in_one_unit(d, h, m, s, k)
    if form == 1:
        return in_parts(d, n)
    if form == 2:
        return hour_of_clock(d)
    if form == 3:
        return weekday_number(d)
    if form == 4:
        return year_number(d)
    if form == 5:
        return month_number(d)
    return _part_of_date(d)


def _part_of_date(d: Draw) -> Sketch:
    text, part = d.name("date text s day"), d.number(0, 2)
    date = "the given date" if text == "date" else f"the date {text}"
    what = ("year", "month", "day")[part]
    example = (2024, 1, 5)[part]
    code = (f"int({text}[:4])", f"int({text}[5:7])", f"int({text}[8:])")[part]
    return Sketch(
        names=[
            f"{what}_of_date",
            f"get_{what}",
            f"parse_{what}",
            f"extract_{what}",
            f"{what}_from_date",
            f"date_to_{what}",
            f"{what}_part",
            f"read_{what}",
        ],
        params=[Param(text, "word")],
        bodies=[f"return int({text}.split('-')[{part}])", f"return {code}"],
        what=[
            f"the {what} of {date}, given like '2024-01-05', as a number",
            f"the {what} in {text}, a date in the form YYYY-MM-DD, as an int",
            f"the {what} part of {date} (in ISO format) as an integer",
            f"the {what} as a whole number, taken from a date string such as '2024-01-05' (year-month-day)",
        ],
        do=[
            f"Extract the {what} from {date} (YYYY-MM-DD) as an integer",
            f"Pick the {what} out of {text}, a date like '2024-01-05' (year-month-day), as a number",
            f"Parse the {what} of {text}, which is written as year-month-day",
        ],
        sentences=[
            f"What is the {what} of {date}? It looks like '2024-01-05'. Answer with an integer.",
            f"You get a date ({text}) like '2024-01-05', year first. Give back its {what} as an int.",
            f"From '2024-01-05' get {example}: the {what} of a date as a number.",
        ],
        inputs=["'2024-01-05'", "'1999-12-31'"],
        draw=lambda e: (f"{e.number(1900, 2030)}-{e.number(1, 12):02d}-{e.number(1, 28):02d}",),
    )


def _clock(d: Draw) -> Sketch:
    s = d.name("time text clock s")
    given = "the given time" if s == "time" else f"the time {s}"
    k = d.one(":", ":", ".", "h")
    code, names, what, do, sentences = d.one(
        (
            "int(a) * 60 + int(b)",
            "clock_to_minutes minutes_of minutes_since_midnight time_to_minutes parse_time to_minutes minute_of_day",
            [
                f"the number of minutes since midnight for a time like '2{k}05' or '14{k}30'",
                f"how many minutes after midnight {given} is, written like '14{k}30'",
                f"the minute of the day for {s}, a time of the form H{k}MM",
            ],
            [
                f"Convert {given}, given like '14{k}30', to minutes since midnight",
                f"Count the minutes from midnight to {s}, a time such as '2{k}05'",
                f"Turn a clock time like '14{k}30' into the number of minutes since midnight",
            ],
            [
                f"How many minutes have passed since midnight at {s}, a time like '14{k}30'?",
                f"'2{k}05' is 125 minutes after midnight. What about {s}?",
                f"Hours and minutes are separated by '{k}' in {s}. Return the time in minutes since midnight.",
            ],
        ),
        (
            "int(a) * 3600 + int(b) * 60",
            "clock_to_seconds seconds_since_midnight time_to_seconds to_seconds seconds_of_day parse_to_seconds",
            [
                f"the number of seconds since midnight for a time like '14{k}30'",
                f"how many seconds after midnight {given} is, written like '14{k}30' (hours and minutes)",
                f"the second of the day for {s}, a time of the form H{k}MM",
            ],
            [
                f"Convert {given}, given like '14{k}30' in hours and minutes, to seconds since midnight",
                f"Count the seconds from midnight to {s}, a time of day such as '14{k}30'",
                f"Turn a clock time like '14{k}30' into the number of seconds since midnight",
            ],
            [
                f"How many seconds have passed since midnight at {s}, a time of day like '14{k}30'?",
                f"'1{k}01' is 3660 seconds after midnight. What about {s}?",
                f"Hours and minutes are separated by '{k}' in {s}. Return the time in seconds since midnight.",
            ],
        ),
        (
            "int(a) + int(b) / 60",
            "clock_to_hours time_to_hours decimal_hours to_hours hours_of time_in_hours as_decimal_hours",
            [
                f"{given}, given like '14{k}30', in hours",
                f"{given} as a decimal number of hours, like 14.5 for '14{k}30'",
                f"how many hours after midnight {s} is, as a float, for a time like '14{k}30'",
            ],
            [
                f"Convert {given}, written like '14{k}30', to hours as a decimal number",
                f"Express {s}, a time of the form H{k}MM, in hours (a float)",
                f"Turn a clock time such as '14{k}30' into hours such as 14.5",
            ],
            [
                f"How many hours are {s}, a time like '14{k}30'? Minutes count as fractions of an hour.",
                f"'14{k}30' becomes 14.5. Convert {s} to hours in the same way.",
                f"Hours and minutes are separated by '{k}' in {s}. Return them as one number of hours.",
            ],
        ),
        (
            "int(a) * 60 + int(b)",
            "duration_seconds duration_to_seconds parse_duration to_seconds total_seconds track_seconds",
            [
                f"the number of seconds in a duration like '2{k}05' (minutes, then seconds)",
                f"how many seconds {s} lasts, a duration of the form M{k}SS (minutes and seconds)",
                f"the length in seconds of {s}, which gives minutes and seconds like '2{k}05'",
            ],
            [
                f"Convert the duration {s}, minutes and seconds like '2{k}05', to seconds",
                f"Turn a running time of the form M{k}SS (minutes and seconds) into seconds",
                f"Work out how many seconds {s} is, given as minutes and seconds like '2{k}05'",
            ],
            [
                f"How many seconds is {s}, written as minutes and seconds like '2{k}05'?",
                f"A song of length '2{k}05' lasts 125 seconds. How many seconds does one of length {s} last?",
                f"Minutes and seconds are separated by '{k}' in {s}. Return the total in seconds.",
            ],
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
        what=what,
        do=do,
        sentences=sentences,
        draw=lambda e: (f"{e.number(0, 23)}{k}{e.number(0, 59):02d}",),
        inputs=[f"'2{k}05'"],
    )


FAMILIES = (Family("time", ((_time, 4), (_clock, 1))),)
