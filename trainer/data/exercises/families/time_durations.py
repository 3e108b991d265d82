"""Durations: hours, minutes and seconds made into one number, and the other way round."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["in_one_unit", "in_parts"]


def in_one_unit(d: Draw, h: str, m: str, s: str, k: int) -> Sketch:
    """What hours, minutes and seconds make altogether."""
    code, names, params, what, do, sentences = d.one(
        (
            f"{h} * 60 + {m}",
            "to_minutes total_minutes in_minutes minutes_total convert_to_minutes time_to_minutes as_minutes",
            (h, m),
            [
                f"the number of minutes in {h} hours and {m} minutes",
                f"how many minutes {h} hours and {m} minutes are altogether",
                f"the duration of {h} hours and {m} minutes in minutes",
            ],
            [
                f"Convert {h} hours and {m} minutes to minutes",
                f"Express a time of {h} hours and {m} minutes in minutes only",
                f"Work out the total minutes of {h} hours plus {m} minutes",
            ],
            [
                f"How many minutes are {h} hours and {m} minutes?",
                f"A film takes {h} hours and {m} minutes. How long is that in minutes?",
                f"An hour has 60 minutes: turn {h} hours and {m} minutes into minutes.",
            ],
        ),
        (
            f"{h} * 3600 + {m} * 60 + {s}",
            "to_seconds total_seconds in_seconds seconds_total hms_to_seconds convert_to_seconds time_to_seconds",
            (h, m, s),
            [
                f"the number of seconds in {h} hours, {m} minutes and {s} seconds",
                f"how many seconds {h} hours, {m} minutes and {s} seconds are together",
                f"the duration of {h} hours, {m} minutes and {s} seconds in seconds",
            ],
            [
                f"Convert {h} hours, {m} minutes and {s} seconds to seconds",
                f"Express a time of {h} hours, {m} minutes and {s} seconds in seconds only",
                f"Add up {h} hours, {m} minutes and {s} seconds, in seconds",
            ],
            [
                f"How many seconds are {h} hours, {m} minutes and {s} seconds?",
                f"A run took {h} hours, {m} minutes and {s} seconds. How many seconds is that?",
                f"Turn hours ({h}), minutes ({m}) and seconds ({s}) into seconds.",
            ],
        ),
        (
            f"{m} * 60 + {s}",
            "seconds_of to_seconds total_seconds in_seconds minutes_to_seconds seconds_total as_seconds",
            (m, s),
            [
                f"the number of seconds in {m} minutes and {s} seconds",
                f"how many seconds {m} minutes and {s} seconds are together",
                f"the length in seconds of a song of {m} minutes and {s} seconds",
            ],
            [
                f"Convert {m} minutes and {s} seconds to seconds",
                f"Express a time of {m} minutes and {s} seconds in seconds only",
                f"Work out the total seconds of {m} minutes plus {s} seconds",
            ],
            [
                f"How many seconds are {m} minutes and {s} seconds?",
                f"A minute has 60 seconds: turn {m} minutes and {s} seconds into seconds.",
                f"Total seconds for {m} minutes and {s} seconds.",
            ],
        ),
        (
            f"({h} * 60 + {m} + {k}) % 1440",
            f"add_{k}_minutes minute_of_day minutes_later after_{k}_minutes shift_by_{k} plus_{k}_minutes",
            (h, m),
            [
                f"the minute of the day {k} minutes after {h}:{m}, from 0 to 1439",
                f"the minutes since midnight at {k} minutes past {h}:{m}, wrapping round at 1440",
                f"how many minutes after midnight it is {k} minutes later than {h}:{m} (0 to 1439)",
            ],
            [
                f"Add {k} minutes to the time {h}:{m} and return the minute of the day, from 0 to 1439",
                f"Find the minute of the day (0 to 1439) that is {k} minutes later than {h}:{m}",
            ],
            [
                f"It is {h}:{m}. Which minute of the day, from 0 to 1439, will it be in {k} minutes?",
                f"Move {h}:{m} on by {k} minutes. Give back minutes since midnight, starting over at 1440.",
                f"A day has 1440 minutes, numbered from 0. Which one is {k} minutes after {h}:{m}?",
            ],
        ),
        (
            f"({h} * 60 + {m}) * 60",
            "seconds_since_midnight seconds_of_day time_in_seconds clock_seconds day_seconds seconds_passed",
            (h, m),
            [
                f"the number of seconds from midnight to {h}:{m}",
                f"how many seconds of the day have passed at {h}:{m}",
                f"the time {h}:{m} in seconds since midnight",
            ],
            [
                f"Count the seconds between midnight and {h}:{m}",
                f"Convert the time of day {h}:{m} to seconds since midnight",
                f"Work out how many seconds after midnight {h}:{m} is",
            ],
            [
                f"How many seconds have gone by since midnight when the clock shows {h}:{m}?",
                f"It is {h} hours and {m} minutes after midnight. How many seconds is that?",
                f"Seconds since the start of the day at {h}:{m}.",
            ],
        ),
    )
    return Sketch(
        names=names.split(),
        params=[Param(p, "nat") for p in params],
        bodies=[f"return {code}"],
        what=what,
        do=do,
        sentences=sentences,
    )


def in_parts(d: Draw, n: str) -> Sketch:
    """What a number of minutes or seconds is in hours, minutes and seconds."""
    code, names, returns, what, do, sentences = d.one(
        (
            f"f'{{{n} // 60:02d}}:{{{n} % 60:02d}}'",
            "format_minutes clock_text minutes_to_clock to_hh_mm minutes_to_hhmm format_time as_clock time_string",
            "str",
            [
                f"{n} minutes as hours and minutes like 02:05",
                f"{n} minutes in the format HH:MM, both with at least two digits",
                f"a string like '02:05' for {n} minutes: hours, a colon, minutes",
            ],
            [
                f"Format {n} minutes as HH:MM, such as '02:05' for 125",
                f"Write {n} minutes as hours and minutes with two digits each and a colon between them",
                f"Turn {n}, a number of minutes, into text like '02:05' (hours:minutes)",
            ],
            [
                f"What do {n} minutes look like as hours:minutes, with leading zeros as in '02:05'?",
                f"125 minutes become '02:05'. Do the same for {n} minutes.",
                f"Minutes to HH:MM: {n} minutes as zero-padded hours and minutes.",
            ],
        ),
        (
            f"f'{{{n} // 60}}m {{{n} % 60}}s'",
            "format_seconds duration_text format_duration seconds_to_text pretty_time show_duration to_min_sec",
            "str",
            [
                f"{n} seconds as text like 2m 5s",
                f"a string like '2m 5s' for {n} seconds",
                f"the duration of {n} seconds in the form '2m 5s'",
            ],
            [
                f"Format {n} seconds as minutes and seconds, such as '2m 5s' for 125",
                f"Write {n} seconds in the form '2m 5s', without leading zeros",
                f"Turn {n}, a number of seconds, into text like '2m 5s'",
            ],
            [
                f"125 seconds become '2m 5s'. Do the same for {n} seconds.",
                f"How many minutes and seconds are {n} seconds? Answer in the form '2m 5s'.",
                f"Human-readable text for {n} seconds: minutes with an m, then seconds with an s, as in '2m 5s'.",
            ],
        ),
        (
            f"[{n} // 3600, {n} % 3600 // 60, {n} % 60]",
            "split_time hms to_hms split_seconds seconds_to_hms time_parts break_down_seconds get_hms",
            "list[int]",
            [
                f"the list of the hours, minutes and seconds in {n} seconds",
                f"{n} seconds as a list of hours, minutes and seconds",
                f"a list of three numbers, the hours, minutes and seconds that {n} seconds make up",
            ],
            [
                f"Split {n} seconds into a list of hours, minutes and seconds",
                f"Break {n} seconds down to [hours, minutes, seconds]",
                f"Convert {n} seconds to full hours, full minutes and remaining seconds, as a list",
            ],
            [
                f"How many hours, minutes and seconds are {n} seconds? Return the three in a list.",
                f"3725 seconds become [1, 2, 5]. Do the same for {n} seconds.",
                f"Hours, minutes and seconds of a duration of {n} seconds, in a list.",
            ],
        ),
        (
            f"({n} // 60, {n} % 60)",
            "minutes_seconds split_seconds to_min_sec minutes_and_seconds seconds_to_pair break_seconds min_sec",
            "tuple[int, int]",
            [
                f"the minutes and the remaining seconds in {n} seconds, as a pair",
                f"{n} seconds as a tuple of minutes and seconds",
                f"the tuple (minutes, seconds) that {n} seconds make up, with the seconds below 60",
            ],
            [
                f"Split {n} seconds into full minutes and the seconds left over",
                f"Break {n} seconds up into a pair: whole minutes and remaining seconds",
                f"Convert {n} seconds to a tuple (minutes, seconds)",
            ],
            [
                f"How many full minutes are in {n} seconds, and how many seconds remain? Return both as a tuple.",
                f"125 seconds become (2, 5), minutes and seconds. Do the same for {n} seconds.",
                f"Minutes first, then the rest in seconds: {n} seconds as a pair.",
            ],
        ),
        (
            f"({n} // 60) % 24",
            "hour_of clock_hour hour_after_midnight current_hour get_hour minutes_to_hour hour_of_day",
            "int",
            [
                f"the hour of the clock, from 0 to 23, {n} minutes after midnight",
                f"the hour of the day (0 to 23) when {n} minutes have passed since midnight",
                f"the hour that a 24-hour clock shows {n} minutes after midnight",
            ],
            [
                f"Find the hour, from 0 to 23, that it is {n} minutes after midnight",
                f"Tell which hour (0 to 23) a clock shows {n} minutes past midnight",
            ],
            [
                f"It is {n} minutes past midnight. Which hour of the day is it, from 0 to 23?",
                f"Which hour does a 24-hour clock show {n} minutes after 0:00?",
                f"Hour of the day for {n} minutes since midnight; after 24 hours it starts over at 0.",
            ],
        ),
        (
            f"str({n} // 60) + ':' + str({n} % 60).zfill(2)",
            "minutes_text format_seconds seconds_to_text track_length time_text to_min_sec format_duration mm_ss",
            "str",
            [
                f"{n} seconds as minutes and seconds like 2:05",
                f"a string like '2:05' for {n} seconds: minutes, a colon, seconds with two digits",
                f"the duration of {n} seconds in the form '2:05' (minutes:seconds)",
            ],
            [
                f"Format {n} seconds as minutes:seconds, such as '2:05' for 125",
                f"Write {n} seconds as minutes, a colon and two-digit seconds",
                f"Turn {n}, a number of seconds, into text like '2:05'",
            ],
            [
                f"125 seconds become '2:05'. Do the same for {n} seconds.",
                f"A song lasts {n} seconds: show its length like '2:05'.",
                f"Minutes and seconds of {n} seconds, joined by ':', only the seconds padded to two digits.",
            ],
        ),
    )
    return Sketch(
        names=names.split(),
        params=[Param(n, "nat")],
        bodies=[f"return {code}"],
        returns=returns,
        what=what,
        do=do,
        sentences=sentences,
        inputs=["65", "3725", "125", "600"],
    )
