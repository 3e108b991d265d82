"""Years, leap or not, and the months of a year."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["month_number", "year_number"]


def year_number(d: Draw) -> Sketch:
    """What is made of a year."""
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


def month_number(d: Draw) -> Sketch:
    """What is made of the number of a month."""
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
