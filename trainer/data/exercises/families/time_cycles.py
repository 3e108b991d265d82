"""Hours of the clock and days of the week, which start over after the last."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["hour_of_clock", "weekday_number"]


def hour_of_clock(d: Draw) -> Sketch:
    """What is made of an hour of the clock."""
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


def weekday_number(d: Draw) -> Sketch:
    """What is made of the number of a weekday."""
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
