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
    if form == 1:
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
    if form == 2:
        hour, k2 = d.name("hour h time start"), d.number(2, 23)
        the_hour = "the given hour" if hour == "hour" else f"the hour {hour}"
        code, names, returns, inputs, what, do, sentences = d.one(
            (
                f"({hour} + {k2}) % 24",
                f"hours_later after_{k2}_hours hour_after add_{k2}_hours add_hours hour_in_{k2} plus_{k2}_hours",
                "int",
                "20",
                [
                    f"the hour of the clock, from 0 to 23, {k2} hours after {hour}",
                    f"the hour on a 24-hour clock {k2} hours later than {hour}",
                    f"{hour} plus {k2} hours on a clock that starts over at 0 after 23",
                ],
                [
                    f"Add {k2} hours to {hour} on a 24-hour clock, from 0 to 23",
                    f"Move {the_hour} on by {k2}, wrapping round after 23",
                    f"Tell what hour (0 to 23) it is {k2} hours after {hour}",
                ],
                [
                    f"It is {hour} o'clock. Which hour, from 0 to 23, will it be in {k2} hours?",
                    f"What does a 24-hour clock show {k2} hours after {hour}? Midnight is 0.",
                    f"Start at {the_hour} and wait {k2} hours; the day ends after hour 23.",
                ],
            ),
            (
                f"{hour} % 12",
                "clock_twelve to_twelve hour_mod_12 twelve_clock short_hour wrap_at_twelve clock_hour",
                "int",
                "12",
                [
                    f"{the_hour} on a clock with 12 hours, with 0 for 12",
                    f"{hour} on a 12-hour dial, where 12 is written as 0",
                    f"the hour of a 12-hour clock, from 0 to 11, for {the_hour}",
                ],
                [
                    f"Convert {the_hour} to a 12-hour clock that goes from 0 to 11",
                    f"Turn {hour} into an hour from 0 to 11",
                ],
                [
                    f"Which hour from 0 to 11 is {hour} on a 12-hour clock?",
                    f"What is left of {hour} when full rounds of 12 hours are taken away?",
                    f"12-hour form of {hour}; noon and midnight are 0.",
                ],
            ),
            (
                f"'am' if {hour} < 12 else 'pm'",
                "am_or_pm half_of_day am_pm day_half get_am_pm morning_or_afternoon meridiem get_period",
                "str",
                "12",
                [
                    f"'am' if {hour} is less than 12, else 'pm'",
                    "'am' for an hour before 12 and 'pm' from 12 on",
                    f"the half of the day that {hour} (0 to 23) is in: 'am' before 12, otherwise 'pm'",
                ],
                [
                    f"Tell whether {hour} is 'am' (before 12) or 'pm' (12 or later)",
                    "Give 'am' for hours below 12 and 'pm' for the others",
                ],
                [
                    f"Is {hour}, an hour from 0 to 23, 'am' or 'pm'? 12 is 'pm'.",
                    f"Say 'am' if {hour} is before noon, and 'pm' if it is 12 or more.",
                    "Morning hours (up to 11) give 'am', later ones 'pm'.",
                ],
            ),
            (
                f"({hour} - {k2}) % 24",
                f"hours_earlier hours_before hour_before before_{k2}_hours minus_{k2}_hours subtract_hours",
                "int",
                "3",
                [
                    f"the hour of the clock, from 0 to 23, {k2} hours before {hour}",
                    f"the hour on a 24-hour clock {k2} hours earlier than {hour}",
                    f"{hour} minus {k2} hours on a clock where 23 comes before 0",
                ],
                [
                    f"Subtract {k2} hours from {hour} on a 24-hour clock, from 0 to 23",
                    f"Turn the clock back by {k2} hours from {hour}, wrapping round below 0 to 23",
                    f"Tell what hour (0 to 23) it was {k2} hours before {hour}",
                ],
                [
                    f"It is {hour} o'clock. Which hour, from 0 to 23, was it {k2} hours ago?",
                    f"What did a 24-hour clock show {k2} hours before {hour}? Midnight is 0.",
                    f"Go back {k2} hours from {the_hour}; before 0 comes 23.",
                ],
            ),
            (
                f"12 if {hour} % 12 == 0 else {hour} % 12",
                "twelve_hour to_twelve_hour to_12_hour hour_12 twelve_hour_clock clock_face_hour hour_on_dial",
                "int",
                "12",
                [
                    f"{the_hour} on a clock with 12 hours, from 1 to 12",
                    f"the 12-hour form of {hour}, where 0 and 12 are both 12",
                    f"the number from 1 to 12 that a clock face shows at {hour} (0 to 23)",
                ],
                [
                    f"Convert {hour} from the 24-hour clock to the 12-hour clock (1 to 12)",
                    f"Turn {hour}, from 0 to 23, into an hour from 1 to 12",
                ],
                [
                    f"Which number from 1 to 12 does the hour hand point to at {hour}?",
                    f"What is {hour} o'clock on a 12-hour clock? Midnight and noon are 12.",
                    f"13 becomes 1, and 0 becomes 12: {the_hour} without am or pm.",
                ],
            ),
        )
        return Sketch(
            names=names.split(),
            params=[Param(hour, "nat")],
            bodies=[f"return {code}"],
            returns=returns,
            what=what,
            do=do,
            sentences=sentences,
            inputs=[inputs, "11", "23", "0"],
            draw=lambda e: (e.number(0, 23),),
        )
    if form == 3:
        day, later = d.name("day weekday d today"), d.number(2, 20)
        weekday = "the given weekday" if day == "weekday" else f"weekday {day}"
        days = "['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']"
        code, names, returns, what, do, sentences = d.one(
            (
                f"({day} + {later}) % 7",
                f"after_{later}_days weekday_later add_{later}_days days_later weekday_after day_in_{later}",
                "int",
                [
                    f"the weekday, from 0 to 6, {later} days after {weekday}",
                    f"the number (0 to 6) of the day of the week {later} days later than {day}",
                    f"the weekday that comes {later} days after {day}, weekdays counted from 0 to 6",
                ],
                [
                    f"Move {weekday} on by {later} days, starting over at 0 after 6",
                    f"Find the day of the week (0 to 6) that is {later} days after {day}",
                    f"Add {later} days to {weekday}, weekdays being 0 to 6",
                ],
                [
                    f"Weekdays are numbered from 0 to 6. Which one is it {later} days after {day}?",
                    f"If it is {weekday} now, what weekday (0 to 6) will it be in {later} days?",
                    f"Count on {later} days from {weekday}. A week goes from 0 to 6.",
                ],
            ),
            (
                f"({day} - {later}) % 7",
                f"days_before weekday_before before_{later}_days minus_{later}_days days_earlier past_weekday",
                "int",
                [
                    f"the weekday, from 0 to 6, {later} days before {weekday}",
                    f"the number (0 to 6) of the day of the week {later} days earlier than {day}",
                    f"the weekday that lies {later} days before {day}, weekdays counted from 0 to 6",
                ],
                [
                    f"Move {weekday} back by {later} days, with 6 coming before 0",
                    f"Find the day of the week (0 to 6) that was {later} days before {day}",
                    f"Subtract {later} days from {weekday}, weekdays being 0 to 6",
                ],
                [
                    f"Weekdays are numbered from 0 to 6. Which one was it {later} days before {day}?",
                    f"If it is {weekday} now, what weekday (0 to 6) was it {later} days ago?",
                    f"Count back {later} days from {weekday}. A week goes from 0 to 6.",
                ],
            ),
            (
                f"{days}[{day}]",
                "day_name weekday_name name_of_day get_day_name weekday_to_name to_weekday day_label short_day",
                "str",
                [
                    f"the name of {weekday}: 0 is 'Mon' and 6 is 'Sun'",
                    f"the three-letter name of {weekday}, from 'Mon' for 0 to 'Sun' for 6",
                    f"the short English name of weekday number {day} (0 is 'Mon')",
                ],
                [
                    f"Translate {day} into the name of a weekday, from 0 for 'Mon' to 6 for 'Sun'",
                    f"Turn the weekday number {day} into 'Mon' (0), 'Tue' (1) and so on up to 'Sun' (6)",
                    f"Look up the abbreviated name of {weekday}, where 0 means 'Mon'",
                ],
                [
                    f"What is {weekday} called? 0 is 'Mon', 1 is 'Tue', 6 is 'Sun'.",
                    f"Weekdays are numbered from 0 ('Mon') to 6 ('Sun'). Which one is {day}?",
                    f"Name of the weekday with number {day}, as in 'Mon' for 0.",
                ],
            ),
        )
        if d.chance(0.3):
            return Sketch(
                names=[
                    "is_weekend",
                    "day_off",
                    "weekend",
                    "on_weekend",
                    "is_weekend_day",
                    "falls_on_weekend",
                    "is_day_off",
                ],
                params=[Param(day, "small")],
                bodies=truth(d, f"{day} >= 5"),
                returns="bool",
                whether=[
                    f"{weekday}, from 0 for Monday to 6 for Sunday, is on a weekend",
                    f"{day} is a Saturday or a Sunday, where 0 is Monday and 6 is Sunday",
                    f"weekday number {day} belongs to the weekend (Monday is 0, Sunday is 6)",
                    f"{day} stands for Saturday (5) or Sunday (6)",
                ],
                sentences=[
                    f"Is {weekday} a Saturday or Sunday? Monday is 0 and Sunday is 6.",
                    f"Weekdays go from 0 (Monday) to 6 (Sunday). Is {day} on the weekend?",
                    f"True for Saturday and Sunday, False for Monday to Friday; {day} is 0 for Monday.",
                    f"Do we have the weekend on day {day}, if 0 is Monday and 6 is Sunday?",
                ],
                inputs=["4", "5", "6", "0"],
            )
        return Sketch(
            names=names.split(),
            params=[Param(day, "small")],
            bodies=[f"return {code}"],
            returns=returns,
            what=what,
            do=do,
            sentences=sentences,
            inputs=["0", "3", "6"],
            draw=lambda e: (e.number(0, 6),),
        )
    if form == 4:
        y = d.name("year y")
        the_year = "the given year" if y == "year" else f"the year {y}"
        k3 = d.one(4, 4, 100, 400, 10)
        code, names, whether, sentences = d.one(
            (
                f"{y} % 4 == 0 and ({y} % 100 != 0 or {y} % 400 == 0)",
                "is_leap leap_year is_leap_year check_leap_year leap has_leap_day is_a_leap_year has_366_days",
                [
                    f"{y} is a leap year: divisible by 4, and not by 100 unless by 400",
                    f"{y} is a leap year in the Gregorian calendar",
                    f"{the_year} has 366 days",
                    f"{the_year} has a 29th of February",
                    f"{y} is divisible by 400, or by 4 but not by 100",
                ],
                [
                    f"Is {y} a leap year?",
                    f"Does February have 29 days in {the_year}?",
                    f"True for leap years: {y} is a multiple of 4, but if it is one of 100, also of 400.",
                    "Leap year test: every fourth year is one, except full centuries that 400 does not divide.",
                ],
            ),
            (
                f"{y} % {k3} == 0",
                f"every_{k3}_years divisible_by_{k3} is_multiple_of_{k3} is_{k3}th_year multiple_of_{k3}",
                [
                    f"{y} is divisible by {k3}",
                    f"{y} is a multiple of {k3}",
                    f"{k3} divides {y} evenly",
                    f"{y} can be divided by {k3} without a remainder",
                ],
                [
                    f"Is {the_year} a multiple of {k3}?",
                    f"Something takes place in every year that {k3} divides. Does it in {y}?",
                    f"Can you divide {the_year} by {k3} with nothing left over?",
                    f"True for years that are multiples of {k3}.",
                ],
            ),
            (
                f"{y} % 4 == 0 and {y} % 100 != 0",
                "simple_leap by_four_not_hundred is_simple_leap leap_without_centuries fourth_not_century rough_leap",
                [
                    f"{y} is divisible by 4 but not by 100",
                    f"{y} is a multiple of 4 and not a multiple of 100",
                    f"4 divides {y} and 100 does not",
                    f"{y} is a multiple of 4 that does not end in 00",
                ],
                [
                    f"Is {y} divisible by 4 without being divisible by 100?",
                    f"Simplified leap year test: {y} is a multiple of 4, but not one of 100.",
                    "True for every fourth year except full centuries (multiples of 100).",
                ],
            ),
            (
                f"{y} % 100 == 0",
                "ends_century last_of_century is_century_year is_full_century century_end closes_century is_century",
                [
                    f"{y} is the last year of a century",
                    f"a century ends with {the_year}, as with 1900 or 2000",
                    f"{the_year} is divisible by 100",
                    f"{y} is a full century year, a multiple of 100",
                ],
                [
                    f"Is {y} the last year of its century, like 1900?",
                    f"Does {the_year} end in 00?",
                    f"Can {the_year} be divided by 100 without remainder?",
                    "True for the years that close a century: 100, 200, ..., 1900, 2000.",
                ],
            ),
        )
        if d.chance(0.35):
            code, name, what, do, sentences = d.one(
                (
                    f"366 if {y} % 4 == 0 and ({y} % 100 != 0 or {y} % 400 == 0) else 365",
                    "days_in_year year_length days_of_year count_days number_of_days year_days length_of_year",
                    [
                        f"the number of days of {y}: 366 in a leap year (divisible by 4, not by 100 unless by 400), else 365",  # noqa: E501
                        f"how many days {the_year} has: 366 if it is a leap year, 365 if not",
                        f"the length of {the_year} in days, leap years included",
                    ],
                    [
                        f"Count the days of {the_year}, 365 or, in a Gregorian leap year, 366",
                        f"Tell how many days {the_year} has",
                    ],
                    [
                        f"How many days are there in {the_year}?",
                        f"365 days, or 366 if {y} is a leap year.",
                        f"The year {y} has 365 days, with a leap day 366. Which is it?",
                    ],
                ),
                (
                    f"({y} - 1) // 100 + 1",
                    "century_of century get_century year_to_century which_century century_from_year find_century",
                    [
                        f"the century of {y}: the years 1 to 100 are century 1",
                        f"the century that {the_year} belongs to (1901 to 2000 is 20)",
                        f"the number of the century in which {y} lies, where 1 to 100 is the first",
                    ],
                    [
                        f"Find the century of {the_year}, where 1900 is in century 19 and 1901 in 20",
                        f"Convert {the_year} to its century: 1 to 100 gives 1, 101 to 200 gives 2",
                    ],
                    [
                        f"Which century does {the_year} fall in? The first one is from 1 to 100.",
                        f"In which century is {y}? 2000 still belongs to the 20th.",
                        f"Century number of {y}; each century ends with a multiple of 100.",
                    ],
                ),
                (
                    f"{y} // 10 * 10",
                    "decade_of decade get_decade start_of_decade decade_start year_to_decade which_decade",
                    [
                        f"the first year of the decade of {y}, a multiple of 10",
                        f"the decade of {y}, like 1990 for 1994",
                        f"{y} rounded down to a multiple of 10",
                    ],
                    [
                        f"Round {the_year} down to the start of its decade",
                        f"Replace the last digit of {the_year} by 0",
                        f"Find the multiple of 10 that begins the decade of {y}",
                    ],
                    [
                        f"Which decade is {the_year} in? 1994 belongs to 1990.",
                        f"With which year, ending in 0, did the decade of {y} begin?",
                        "The start of a decade: 2023 gives 2020, and 2020 gives 2020.",
                    ],
                ),
                (
                    f"{y} - {y} % 4",
                    "last_multiple_of_four previous_fourth round_down_to_four latest_games_year last_fourth_year",
                    [
                        f"the last year up to {y} that is divisible by 4",
                        f"the greatest multiple of 4 that is not above {y}",
                        f"{y} rounded down to a multiple of 4",
                    ],
                    [
                        f"Find the latest year not after {y} that 4 divides",
                        f"Round {the_year} down to the nearest multiple of 4",
                        f"Step back from {y} to a year that is divisible by 4, which may be {y} itself",
                    ],
                    [
                        f"Which is the latest year up to {y} (included) that is a multiple of 4?",
                        f"Games take place in every year divisible by 4. When were the last ones, {y} included?",
                        f"2023 gives 2020 and 2024 gives 2024: the last multiple of 4 up to {y}.",
                    ],
                ),
            )
            return Sketch(
                names=name.split(),
                params=[Param(y, "pos")],
                bodies=[f"return {code}"],
                what=what,
                do=do,
                sentences=sentences,
                inputs=["2000", "1900", "2024", "2023", "1999"],
                draw=lambda e: (e.number(1800, 2100),),
            )
        return Sketch(
            names=names.split(),
            params=[Param(y, "pos")],
            bodies=truth(d, code),
            returns="bool",
            whether=whether,
            sentences=sentences,
            inputs=["2000", "1900", "2024", "2023", "2010"],
            draw=lambda e: (e.number(1800, 2100),),
        )
    if form == 5:
        month = d.name("month m")
        the_month = "the given month" if month == "month" else f"month {month}"
        lists = "[31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]"
        code, names, what, do, sentences = d.one(
            (
                f"{lists}[{month} - 1]",
                "days_in_month month_days month_length days_of_month length_of_month get_month_days num_days",
                [
                    f"the number of days of {month} (1 to 12) in a year that is no leap year",
                    f"how many days {the_month} (1 to 12) has in a normal year",
                    f"the length in days of month number {month}, with 28 for February",
                ],
                [
                    f"Tell how many days {the_month} (1 to 12) has; February has 28",
                    f"Look up the number of days in {the_month}, from 1 to 12, for a non-leap year",
                ],
                [
                    f"How many days are there in {the_month} (1 is January)? No leap years.",
                    f"Days in a month given by its number {month}, from 1 to 12; take 28 for February.",
                    f"How long is {the_month} if it is not a leap year? January is 1.",
                ],
            ),
            (
                f"({month} - 1) // 3 + 1",
                "quarter_of quarter get_quarter month_to_quarter which_quarter find_quarter quarter_of_year",
                [
                    f"the quarter of the year, from 1 to 4, of {month} (1 to 12)",
                    f"the quarter (1 to 4) that {the_month} falls in",
                    f"the number of the quarter with {the_month}: January to March is 1",
                ],
                [
                    f"Find the quarter, from 1 to 4, that {the_month} belongs to",
                    "Convert a month from 1 to 12 to its quarter of the year, from 1 to 4",
                ],
                [
                    f"Which quarter of the year is {the_month} in? January to March is quarter 1.",
                    "Months 1 to 3 give 1, 4 to 6 give 2, 7 to 9 give 3 and 10 to 12 give 4.",
                    f"A quarter has three months: in which one, from 1 to 4, lies {the_month}?",
                ],
            ),
            (
                f"{month} % 12 + 1",
                "next_month month_after following_month get_next_month coming_month month_plus_one advance_month",
                [
                    f"the month after {month}, from 1 to 12",
                    f"the number of the month that follows {month} (1 comes after 12)",
                    f"the next month after {the_month}, as a number from 1 to 12",
                ],
                [
                    f"Move on from {the_month} to the next one, and from 12 to 1",
                    f"Find the month that comes after {month}, with January (1) following December (12)",
                ],
                [
                    f"Which month, from 1 to 12, comes after {month}?",
                    f"Now it is {the_month}. What month (1 to 12) will it be next?",
                    f"One month later than {month}; December (12) is followed by January (1).",
                ],
            ),
            (
                f"12 if {month} == 1 else {month} - 1",
                "previous_month month_before prev_month last_month preceding_month get_previous_month month_minus_one",
                [
                    f"the month before {month}, from 1 to 12",
                    f"the number of the month that precedes {month} (12 comes before 1)",
                    f"the previous month to {the_month}, as a number from 1 to 12",
                ],
                [
                    f"Step back from {the_month} to the one before, and from 1 to 12",
                    f"Find the month that comes before {month}, with December (12) preceding January (1)",
                ],
                [
                    f"Which month, from 1 to 12, comes before {month}?",
                    f"Now it is {the_month}. What month (1 to 12) was it before?",
                    f"One month earlier than {month}; before January (1) it was December (12).",
                ],
            ),
            (
                f"12 - {month}",
                "months_left remaining_months months_to_go months_until_end months_remaining months_after rest_of_year",
                [
                    f"how many months of the year are left after {month} (1 to 12)",
                    f"the number of months that come after {the_month} in the same year",
                    f"the number of months remaining in the year once {the_month} (1 to 12) is over",
                ],
                [
                    f"Count the months of the year that follow {the_month}",
                    f"Tell how many months come after {month} (1 to 12) before the year is over",
                ],
                [
                    f"How many months are still to come in the year after {the_month}?",
                    f"It is the end of {the_month} (1 to 12). How many are left until the end of the year?",
                    f"Months left in the year after {month}: 0 for December, 11 for January.",
                ],
            ),
        )
        return Sketch(
            names=names.split(),
            params=[Param(month, "smallpos")],
            bodies=[f"return {code}"],
            what=what,
            do=do,
            sentences=sentences,
            inputs=["1", "2", "12", "6"],
            draw=lambda e: (e.number(1, 12),),
        )
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
