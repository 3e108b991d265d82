"""Clock times as texts and numbers, the twelve-hour clock, and the days of the week."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _time(d: Draw) -> str:
    return f"{d.number(0, 23):02d}:{d.number(0, 59):02d}"


def _between(d: Draw) -> Sketch:
    """What lies between two clock times."""
    a, b = d.one("start end", "begin end", "first second", "departure arrival", "opens closes", "a b").split()
    h1, m1, h2, m2 = d.one(("h1", "m1", "h2", "m2"), ("h1", "m1", "h2", "m2"), ("sh", "sm", "eh", "em"))
    gap = d.name("difference minutes diff total")
    split = f"{h1}, {m1} = {a}.split(':')\n{h2}, {m2} = {b}.split(':')\n"
    value = f"int({h2}) * 60 + int({m2}) - int({h1}) * 60 - int({m1})"
    mapped = f"{h1}, {m1} = map(int, {a}.split(':'))\n{h2}, {m2} = map(int, {b}.split(':'))\n"
    brief = f"({h2} - {h1}) * 60 + {m2} - {m1}"
    given = d.one("both given as 'HH:MM'", "both given as 'HH:MM' on a 24-hour clock", "two times like '09:30'")
    form = d.one("day", "day", "day", "same", "apart", "before")
    pairs = ["'23:30', '00:15'", "'08:00', '09:30'", "'12:00', '12:00'", "'10:45', '10:05'"]
    if form == "before":
        return Sketch(
            names=["is_before", "comes_first", "is_earlier", "earlier_than", "is_sooner", "time_before", "precedes", "happens_before", "in_order"],  # noqa: E501
            params=[Param(a, "word"), Param(b, "word")],
            bodies=[f"return {a} < {b}", f"{mapped}return {h1} * 60 + {m1} < {h2} * 60 + {m2}"],
            returns="bool",
            whether=[
                f"the time {a} is earlier than {b}, {given}",
                f"{a} comes before {b} in the day, {given}",
                f"{b} is a later time than {a}, {given}",
                f"{a} is strictly before {b}, {given}",
            ],
            do=[f"Find out if {a} is the earlier time and not the same as {b}, {given}"],
            sentences=[
                f"Is {a} earlier in the day than {b}, {given}?",
                f"Compare two clock times 'HH:MM': True if {a} comes first, False if it is later or they are equal.",
                f"Given two times on a 24-hour clock ('HH:MM'), tell if {a} is before {b}. Equal times give False.",
                f"On a single day, does the clock show {a} before {b}? Both are texts like '09:30'.",
                f"False if {a} is as late as {b} or later, else True. Times are written as 'HH:MM'.",
            ],
            draw=lambda e: (_time(e), _time(e)), inputs=pairs,
        )  # fmt: skip
    whole, note = {"day": (" % (24 * 60)", f"If {b} is earlier than {a}, it belongs to the next day."),
                   "same": ("", f"Negative if {b} is earlier."), "apart": ("abs", "")}[form]  # fmt: skip
    if form == "day" and d.chance(0.4):
        whole = " % 1440"
        note = d.one(
            f"An {b} before {a} is on the next day." if b[0] in "ae" else note,
            f"If {b} is before {a}, it is on the next day.",
        )
    if form == "apart":
        bodies = [f"{mapped}return abs({brief})", f"{split}return abs({value})"]
        said = f"how many minutes {a} and {b} are apart on the same day"
        what = [
            f"the absolute difference in minutes between the 'HH:MM' times {a} and {b}",
            f"how many minutes lie between {a} and {b}, no matter which is earlier, {given}",
        ]
        do = [f"Count the minutes that separate {a} from {b}, whichever comes first, {given}"]
        sentences = [
            f"How many minutes are {a} and {b} apart, {given}?",
            f"How far apart are {a} and {b} in minutes, {given}? The order does not matter.",
            f"The minutes from the earlier to the later one of {a} and {b}, {given}.",
            "Work out the gap in minutes between two times 'HH:MM' of the same day. It is never negative.",
            f"Given {a} and {b} as 'HH:MM', tell how many minutes it is from one to the other, as a number from 0 up.",
        ]
    else:
        end = f"return {gap}{whole}" if whole else f"return {gap}"
        bodies = [f"{split}{gap} = {value}\n{end}", f"{mapped}{gap} = {brief}\n{end}"]
        bodies.append(f"{mapped}return ({brief}){whole}" if whole else f"{mapped}return {brief}")
        said = f"the number of minutes from {a} to {b}"
        what = [
            f"how many minutes pass from {a} to {b}, {given}",
            f"how long it is from {a} to {b} in minutes, {given}",
            f"the time from {a} to {b} in minutes, {given}",
        ]
        do = [
            f"Count the minutes from {a} until {b}, {given}",
            f"Work out how many minutes after {a} the time {b} is, {given}",
        ]
        sentences = [
            f"The number of minutes from {a} to {b}, {given}.",
            f"How many minutes does it take from {a} to {b}? Both are times like '09:30'.",
            f"Given two clock times 'HH:MM', figure out how many minutes go by from {a} to {b}.",
            f"The clock says {a}. How many minutes later does it say {b}? Times are texts 'HH:MM'.",
        ]
        if form == "same":
            sentences.append(f"Subtract the time {a} from the time {b} and give the result in minutes, {given}.")
    return Sketch(
        names=["minutes_between", "duration", "minutes_apart", "elapsed_minutes", "time_difference", f"minutes_until_{b}", "time_gap", "duration_in_minutes", "time_span", "diff_in_minutes"],  # noqa: E501
        params=[Param(a, "word"), Param(b, "word")],
        bodies=bodies,
        what=[f"{said}, {given}", *what],
        do=do,
        sentences=sentences,
        edge=note,
        draw=lambda e: (_time(e), _time(e)),
        inputs=pairs,
    )  # fmt: skip


def _format(d: Draw) -> Sketch:
    """A number of seconds or minutes as a clock text."""
    big, small, total = d.one(
        ("hours", "minutes", "minutes"),
        ("minutes", "seconds", "seconds"),
        ("hours", "minutes", "total"),
        ("minutes", "seconds", "s"),
    )
    three = total in ("seconds", "s") and d.chance(0.5)
    pad, sep = d.chance(0.5), d.one(":", ":", ":", ".", " h ")
    if sep == " h ":
        sep = " h " if big == "hours" else ":"
    rest = d.name("rest left remaining")
    if three:
        h, m, s = d.one(("hours", "minutes", "secs"), ("h", "m", "sec"), ("hour", "minute", "second"))
        lead = f"{{{h}:02d}}" if pad else f"{{{h}}}"
        text = f"f'{lead}:{{{m}:02d}}:{{{s}:02d}}'"
        pattern = "HH:MM:SS" if pad else "H:MM:SS"
        bodies = [
            f"{h}, {rest} = divmod({total}, 3600)\n{m}, {s} = divmod({rest}, 60)\nreturn {text}",
            f"{h} = {total} // 3600\n{m} = {total} % 3600 // 60\n{s} = {total} % 60\nreturn {text}",
        ]
        says, unit, parts = f"'{pattern}'", "seconds", "hours, minutes and seconds"
        sample = "'00:02:05'" if pad else "'0:02:05'"
        inputs = ["3661", "0", "59", "3600", "36000", "86399", "125"]
    else:
        lead = f"{{{total} // 60:02d}}" if pad else f"{{{total} // 60}}"
        text = f"f'{lead}{sep}{{{total} % 60:02d}}'"
        x, y = d.one(("whole", "part"), ("a", "b"), ("high", "low"))
        named = text.replace(f"{total} // 60", x).replace(f"{total} % 60", y)
        bodies = [f"return {text}"] * 2 + [
            f"{x} = {total} // 60\n{y} = {total} % 60\nreturn {named}",
            f"{x}, {y} = divmod({total}, 60)\nreturn {named}",
        ]
        b, c = ("H", "MM") if big == "hours" else ("M", "SS")
        says, unit, parts = f"'{b * (2 if pad else 1)}{sep}{c}'", small, f"{big} and {small}"
        sample = f"'{'02' if pad else '2'}{sep}05'"
        inputs = ["61", "0", "59", "60", "125", "600", "1439"]
    return Sketch(
        names=[f"{unit}_to_clock", "format_time", f"format_{unit}", "clock_text", "to_clock", f"{unit}_as_text", "as_time", "time_string", f"{unit}_to_text", "show_time", "pretty_time"],  # noqa: E501
        params=[Param(total, "nat")],
        bodies=bodies,
        returns="str",
        what=[f"{total}, a number of {unit}, as a text {says}", f"{total} {unit if total != unit else ''} in the form {says}".replace("  ", " "),  # noqa: E501
              f"a string {says} that shows {total}, which is a number of {unit}", f"{total}, a number of {unit}, as {parts} like {sample} for 125"],  # noqa: E501
        do=[
            f"Format {total}, a number of {unit}, as {says}",
            f"Convert a number of {unit} to a time string {says}",
            f"Turn a number of {unit} into {parts}, written as {says}",
            f"Split {total}, a number of {unit}, into {parts} and glue them together as {says}",
        ],
        sentences=[
            f"Format a number of {unit} as {says}.",
            f"Write {total} as {says}, where {total} is a number of {unit}.",
            f"What does {total}, a number of {unit}, look like as {parts}? Use the form {says}.",
            f"Given a number of {unit}, return a text {says}. For instance, 125 gives {sample}.",
            f"{parts[0].upper()}{parts[1:]} instead of only {unit}: return {total} in the form {says}.",
        ],
        inputs=inputs,
    )  # fmt: skip


def _parsed(d: Draw) -> Sketch:
    """A clock text as a number, and a clock text moved by some minutes."""
    t = d.name("time clock t text moment")
    h, m = d.one(("hours", "minutes"), ("h", "m"), ("hour", "minute"), ("hh", "mm"))
    form = d.one("minutes", "minutes", "seconds", "later", "later", "hour", "part")
    head = f"{h}, {m} = {t}.split(':')\n"
    mapped = f"{h}, {m} = map(int, {t}.split(':'))\n"
    inputs = ["'00:00'", "'01:30'", "'23:59'", "'12:05'"]
    given = d.one("a time like '09:30'", "given as 'HH:MM'", "a text 'HH:MM'")
    if form == "later":
        k, total = d.name("minutes_later n delta add k"), d.name("total now sum_minutes")
        fixed, back = d.one("", "", "", str(d.one(5, 10, 15, 30, 45, 60, 90))), d.chance(0.25)
        sign = "-" if back else "+"
        delta = fixed or k
        end = f"return f'{{{total} // 60:02d}}:{{{total} % 60:02d}}'"
        sums = f"({h} * 60 + {m} {sign} {delta}) % 1440"
        after, later = ("before", "earlier") if back else ("after", "later")
        return Sketch(
            names=[f"{'subtract' if back else 'add'}_minutes", "shift_time", f"time_{'before' if back else 'after'}", "move_clock", f"{later}_time", f"clock_{after}", "turn_back" if back else "wind_forward", "minus_minutes" if back else "plus_minutes", "turn_clock"],  # noqa: E501
            params=[Param(t, "word")] + ([] if fixed else [Param(k, "nat")]),
            bodies=[f"{mapped}{total} = {sums}\n{end}"] * 2 + [f"{head}{total} = (int({h}) * 60 + int({m}) {sign} {delta}) % (24 * 60)\n{end}"],  # noqa: E501
            returns="str",
            what=[
                f"the time {delta} minutes {after} {t}, both as 'HH:MM' on a 24-hour clock",
                f"what a 24-hour clock shows {delta} minutes {after} {t}, as 'HH:MM' like {t} itself",
                f"a text 'HH:MM' for the time that is {delta} minutes {later} than {t}, another such text",
            ],
            do=[
                f"Move the clock {t}, given as 'HH:MM', {'back' if back else 'forward'} by {delta} minutes, round midnight if needed",  # noqa: E501
                f"{f'Subtract {delta} minutes from' if back else f'Add {delta} minutes to'} the time {t} ('HH:MM') and return the new time in the same form, wrapping at midnight",  # noqa: E501
                f"Shift a time like '09:30' by {delta} minutes into the {'past' if back else 'future'}, wrapping round at midnight",  # noqa: E501
            ],
            sentences=[
                f"What time is it {delta} minutes {after} {t}? Times are texts from '00:00' to '23:59'.",
                f"Given a time 'HH:MM', turn it {'back' if back else 'on'} by {delta} minutes. {'Before' if back else 'After'} {'00:00' if back else '23:59'} comes {'23:59' if back else '00:00'}.",  # noqa: E501
                f"The clock shows {t}. What {f'did it show {delta} minutes ago' if back else f'will it show in {delta} minutes'}? Both are 'HH:MM', from '00:00' to '23:59'.",  # noqa: E501
                f"It is {t} now ('HH:MM', 24 hours). Return the time {delta} minutes {later}, as such a text.",
            ],
            draw=lambda e: (_time(e), *(() if fixed else (e.number(0, 200),))),
            inputs=[text + ("" if fixed else f", {v}") for text, v in (("'23:50'", 20), ("'00:10'", 25), ("'08:00'", 60), ("'12:30'", 0))],  # noqa: E501
        )  # fmt: skip
    code, simple, said, names, returns = {
        "minutes": (f"int({h}) * 60 + int({m})", f"{h} * 60 + {m}", f"the minutes since midnight of {t}", "minutes_since_midnight to_minutes clock_to_minutes parse_time time_to_minutes minutes_of_day in_minutes minutes_past_midnight", "int"),  # noqa: E501
        "seconds": (f"int({h}) * 60 + int({m})", f"{h} * 60 + {m}", f"the number of seconds of {t}", "to_seconds clock_to_seconds duration_seconds duration_to_seconds in_seconds total_seconds parse_duration seconds_of", "int"),  # noqa: E501
        "hour": (f"int({h}) + int({m}) / 60", f"{h} + {m} / 60", f"the hours since midnight, as a number with a fraction, of {t}", "decimal_hours to_hours hours_of time_to_hours fractional_hours hours_since_midnight as_hours decimal_time", "float"),  # noqa: E501
        "part": (f"1440 - int({h}) * 60 - int({m})", f"1440 - {h} * 60 - {m}", f"the minutes from {t} until midnight", "minutes_to_midnight minutes_left rest_of_day minutes_until_midnight minutes_left_today remaining_minutes until_midnight time_left_today", "int"),  # noqa: E501
    }[form]  # fmt: skip
    if form == "seconds":
        given = d.one("a duration like '03:25'", "given as 'MM:SS'")
    what, do, sentences = {
        "minutes": (
            [f"how many minutes after midnight {t} is, {given}", f"{t}, written as 'HH:MM', as minutes since midnight"],
            [
                "Convert a time 'HH:MM' to the number of minutes since midnight",
                f"Turn {t}, a clock time like '09:30', into minutes counted from the start of the day",
            ],
            [
                f"How many minutes of the day have passed at {t}, {given}?",
                "Given a time like '09:30', work out how many minutes it is after '00:00'.",
                f"Sixty times the hours plus the minutes of {t}, {given}.",
                f"The day starts at '00:00'. How many minutes later is {t}, {given}?",
            ],
        ),
        "seconds": (
            [f"how many seconds {t} lasts, {given}", f"{t}, written as 'MM:SS', as a number of seconds"],
            [
                f"Convert {t}, minutes and seconds like '03:25', to seconds",
                "Turn a duration 'MM:SS' into seconds",
            ],
            [
                f"How many seconds are there in {t}, {given}?",
                f"Sixty times the minutes plus the seconds of {t}, {given}.",
                "Given a duration like '03:25', return all of it in seconds.",
                f"Figure out the length of {t} in seconds, when it is written as 'MM:SS'.",
            ],
        ),
        "hour": (
            [
                f"the time {t} ('HH:MM') in decimal hours",
                f"how many hours after midnight the time {t} ('HH:MM') is, as a float",
            ],
            [
                f"Convert {t}, a time 'HH:MM', to hours as a decimal number, so that '09:30' becomes 9.5",
                "Turn a time 'HH:MM' into a float, the number of hours since midnight",
            ],
            [
                f"The hours of {t}, {given}, plus its minutes divided by 60.",
                f"How many hours have passed since midnight at {t}, {given}? The answer is a float.",
                "Given a time 'HH:MM', return it as decimal hours: '06:15' is 6.25.",
                f"Work out the hour of {t} ('HH:MM') with the minutes as a fraction of it, as in 7.75 for '07:45'.",
            ],
        ),
        "part": (
            [
                f"how many minutes of the day are left at {t}, {given}",
                f"how many minutes it is from {t} to the next midnight, {given}",
            ],
            [
                f"Count the minutes that remain of the day at {t}, {given}",
                f"Work out how many minutes there are between {t} and the end of the day, {given}",
            ],
            [
                f"How many minutes are left until midnight at {t}, {given}?",
                "Given a time 'HH:MM', tell how long it is until the day ends, in minutes.",
                f"A day has 1440 minutes. How many of them are still to come at {t}, {given}?",
                f"The day ends at '24:00'. How many minutes before that is {t}, {given}?",
            ],
        ),
    }[form]
    return Sketch(
        names=names.split(),
        params=[Param(t, "word")],
        bodies=[f"{head}return {code}", f"{mapped}return {simple}", f"return {code.replace(f'int({h})', f'int({t}[:2])').replace(f'int({m})', f'int({t}[3:])')}"],  # noqa: E501
        returns=returns,
        what=[f"{said}, {given}", *what],
        do=do,
        sentences=[f"{said[0].upper()}{said[1:]}, {given}.", *sentences],
        draw=lambda e: (_time(e),),
        inputs=inputs,
    )  # fmt: skip


def _twelve(d: Draw) -> Sketch:
    """The twelve-hour clock."""
    hour = d.name("hour hour hour h hours")
    am, pm = d.one(("am", "pm"), ("am", "pm"), ("AM", "PM"), ("a.m.", "p.m."))
    gap = d.one(" ", " ", "")
    suffix, twelve = d.name("suffix half part period"), d.name("shown number display")
    form = d.one("to", "to", "to", "from", "part")
    if form == "from":
        flag = d.one("pm", "is_pm", "afternoon")
        return Sketch(
            names=["to_24_hour", "full_hour", "hour_of_day", "convert_hour", "from_12_hour", "to_24h", "am_pm_to_24", "military_hour"],  # noqa: E501
            params=[Param(hour, "pos"), Param(flag, "bool")],
            bodies=[f"return {hour} % 12 + 12 if {flag} else {hour} % 12", f"if {flag}:\n    return {hour} % 12 + 12\nreturn {hour} % 12",  # noqa: E501
                    f"if {hour} == 12:\n    {hour} = 0\nif {flag}:\n    {hour} += 12\nreturn {hour}"],
            what=[
                f"the hour from 0 to 23 for {hour}, 1 to 12 on the 12-hour clock; {flag} tells whether it is pm",
                f"{hour}, 1 to 12 on the 12-hour clock, as a 24-hour clock shows it (0 to 23); {flag} means pm",
            ],
            do=[
                f"Convert {hour} from the 12-hour clock to an hour from 0 to 23. {flag} is True for pm times",
                f"Turn {hour}, am or pm, into the hour of the day from 0 to 23, where {flag} says that it is pm",
            ],
            sentences=[
                f"Change from the 12-hour to the 24-hour clock: {hour} is 1 to 12, and {flag} is False for am.",
                f"Which hour from 0 to 23 is {hour} on the 12-hour clock? It is pm if {flag} is True, else am.",
                "Given an hour from 1 to 12 and whether it is pm, return the hour on a 24-hour clock, 0 to 23.",
                f"12 am is 0 and 12 pm is 12. Return {hour} of the 12-hour clock as 0 to 23; pm if {flag} is True.",
                f"A 12-hour clock says {hour}, pm if {flag}. What would a 24-hour clock say, from 0 to 23?",
            ],
            draw=lambda e: (e.number(1, 12), e.chance(0.5)), inputs=["12, False", "12, True", "3, True", "11, False"],
        )  # fmt: skip
    if form == "part":
        k1, k2, k3 = d.number(5, 7), d.number(11, 13), d.number(17, 19)
        night, morning, noon, evening = d.one(
            ("night", "morning", "afternoon", "evening"),
            ("Good night", "Good morning", "Good afternoon", "Good evening"),
        )
        kind = "greeting" if " " in night else "part of the day"
        return Sketch(
            names=["part_of_day", "greeting", "time_of_day", "greet_by_hour", "hour_to_text", "text_for_hour", "by_hour", "label_hour"],  # noqa: E501
            params=[Param(hour, "nat")],
            bodies=[f"if {hour} < {k1}:\n    return '{night}'\nif {hour} < {k2}:\n    return '{morning}'\nif {hour} < {k3}:\n    return '{noon}'\nreturn '{evening}'"],  # noqa: E501
            returns="str",
            what=[f"'{night}' for {hour} below {k1}, '{morning}' from {k1} on, '{noon}' from {k2} on and '{evening}' from {k3} on"],  # noqa: E501
            do=[
                f"Return '{night}' if {hour} is before {k1}, '{morning}' before {k2}, '{noon}' before {k3}, otherwise '{evening}'",  # noqa: E501
                f"Choose '{night}' for {hour} below {k1}, '{morning}' below {k2}, '{noon}' below {k3}, and '{evening}' for the rest",  # noqa: E501
            ],
            sentences=[
                f"Which {kind} fits {hour}? '{night}' before {k1}, '{morning}' from {k1} to {k2 - 1}, '{noon}' from {k2} to {k3 - 1}, '{evening}' later.",  # noqa: E501
                f"Up to {k1 - 1} {hour} gives '{night}', up to {k2 - 1} '{morning}', up to {k3 - 1} '{noon}' and after that '{evening}'.",  # noqa: E501
                f"Given an hour from 0 to 23, return '{evening}' from {k3} on, '{noon}' from {k2}, '{morning}' from {k1} and '{night}' before that.",  # noqa: E501
                f"Name the {kind}: '{night}' if {hour} < {k1}, '{morning}' if {hour} < {k2}, '{noon}' if {hour} < {k3}, '{evening}' if not.",  # noqa: E501
                f"The {kind} at {hour}, 0 to 23. '{morning}' begins at {k1}, '{noon}' at {k2} and '{evening}' at {k3}; before {k1} it is '{night}'.",  # noqa: E501
            ],
            draw=lambda e: (e.number(0, 23),), inputs=[str(v) for v in (k1, k1 - 1, k2, k2 - 1, k3, k3 - 1)],
        )  # fmt: skip
    number = d.one(f"({hour} - 1) % 12 + 1", f"{hour} % 12 or 12", f"({hour} + 11) % 12 + 1")
    chosen = f"{suffix} = '{am}' if {hour} < 12 else '{pm}'\n"
    stepped = f"{twelve} = {hour} % 12\nif {twelve} == 0:\n    {twelve} = 12\nreturn f'{{{twelve}}}{gap}{am}' if {hour} < 12 else f'{{{twelve}}}{gap}{pm}'"  # noqa: E501
    k = d.number(1, 11)
    sample = d.one(
        f" {k + 12} becomes '{k}{gap}{pm}'.",
        f" So {k} is '{k}{gap}{am}' and {k + 12} is '{k}{gap}{pm}'.",
        f", like '{k}{gap}{pm}' for {k + 12}.",
        f", as in '{k}{gap}{am}'.",
    )
    tail = sample if sample[0] == "," else "." + sample
    return Sketch(
        names=["to_twelve_hour", "twelve_hour_clock", "hour_text", "to_am_pm", "format_hour", "twelve_hour", "to_12_hour", "am_or_pm", "show_hour"],  # noqa: E501
        params=[Param(hour, "nat")],
        bodies=[f"{chosen}return f'{{{number}}}{gap}{{{suffix}}}'", f"{chosen}{twelve} = {number}\nreturn f'{{{twelve}}}{gap}{{{suffix}}}'", stepped],  # noqa: E501
        returns="str",
        sentences=[f"Express {d.one('an hour', hour)} from 0 to 23 on the 12-hour clock{tail}", f"Write {hour}, from 0 to 23, on the 12-hour clock with '{am}' or '{pm}'{tail}",  # noqa: E501
                   f"The hour on the 12-hour clock with '{am}' or '{pm}', for {hour} from 0 to 23{tail}",
                   f"Convert {hour} from the 24-hour clock to the 12-hour clock with '{am}' or '{pm}'{tail}",
                   f"Given an hour from 0 to 23, return it as 1 to 12 followed by '{gap}{am}' or '{gap}{pm}'{tail}",
                   f"What is {hour}, from 0 to 23, on a 12-hour clock? Answer with '{am}' or '{pm}'{tail}",
                   f"Turn {hour} (0 to 23) into a text for people who use a 12-hour clock with '{am}' and '{pm}'{tail}",
                   f"Format {hour} (0 to 23) with '{am}' or '{pm}'; 0 and 12 are both shown as 12{tail}"],
        draw=lambda e: (e.number(0, 23),),
        inputs=["15", "0", "12", "11", "23", "1", "13"],
    )  # fmt: skip


_WEEKS = (
    "Mon Tue Wed Thu Fri Sat Sun", "Mon Tue Wed Thu Fri Sat Sun", "mon tue wed thu fri sat sun", "Sun Mon Tue Wed Thu Fri Sat", "Mo Tu We Th Fr Sa Su",  # noqa: E501
    "spring summer autumn winter", "north east south west", "red yellow green", "C D E F G A B", "N E S W", "earth water fire air",  # noqa: E501
)  # fmt: skip


def _weekday(d: Draw) -> Sketch:
    """What comes some places later in a cycle of names."""
    row = d.one(*_WEEKS)
    names = row.split()
    week = len(names) == 7 and names[0] != "C"
    x = d.name(
        "day day today start"
        if week
        else "season current start"
        if "spring" in row
        else "note start"
        if names[0] == "C"
        else "current direction start"
        if "N" in names or "north" in row
        else "current start"
    )
    n, table = (
        d.name("n n k steps days_later" if week else "n k steps"),
        d.name("days week names" if week else "names order cycle"),
    )
    listed = "[" + ", ".join(f"'{w}'" for w in names) + "]"
    shown = ", ".join(f"'{w}'" for w in names[:-1]) + f" and '{names[-1]}'"
    k = len(names)
    back, fixed = d.chance(0.25), d.one("", "", "", "1", "2", "3") if k > 3 else d.one("", "1")
    step = fixed or n
    sign = "-" if back else "+"
    index = d.name("index i position")
    unit = "day" if week else "season" if "spring" in row else "note" if names[0] == "C" else "place"
    much = f"{step} {unit}{'' if step == '1' else 's'}"
    after = "before" if back else "after"
    last, first = (names[0], names[-1]) if back else (names[-1], names[0])
    sentences = [
        f"Which {'day of the week' if week else unit} is it {much} {after} {x}? The {unit}s are {shown}{'' if week else ', in a circle'}.",  # noqa: E501
        f"Go {much} {'back' if back else 'on'} from {x} in the circle of {shown}.",
        f"The {unit}s {shown} repeat over and over. Which one is {much} {after} {x}?",
        f"Given {x}, one of {shown}, step {much} {'back' if back else 'ahead'} and return what is there. {after.capitalize()} '{last}' comes '{first}'.",  # noqa: E501
        f"Starting at {x}, walk {much} {'backwards' if back else 'forwards'} round the circle {shown}: what is there?",
        f"{shown} form a circle. Return the one {much} {after} {x}.",
    ]
    if week:
        asked = f"which day was it {much} ago" if back else f"which day will it be in {much}"
        sentences.append(f"If today is {x}, {asked}? The days of the week are {shown}.")
    return Sketch(
        names=[f"{unit}_{'before' if back else 'after'}", "weekday_after" if week and not back else f"previous_{unit}" if back else f"next_{unit}", f"shift_{unit}", f"{x}_in_cycle", "turn" if k == 4 else "advance", f"move_{unit}", f"step_{'back' if back else 'forward'}", f"cycle_{unit}"],  # noqa: E501
        params=[Param(x, "word")] + ([] if fixed else [Param(n, "nat")]),
        bodies=[f"{table} = {listed}\nreturn {table}[({table}.index({x}) {sign} {step}) % {k}]"] * 2
        + [f"{table} = {listed}\n{index} = ({table}.index({x}) {sign} {step}) % {k}\nreturn {table}[{index}]"],
        returns="str",
        what=[
            f"the {unit} that is {much} {after} {x}; the {unit}s are {shown}, again and again",
            f"what comes {much} {after} {x} in the cycle of {shown}",
        ],
        do=[
            f"Find the {unit} {much} {after} {x} in the repeating order {shown}",
            f"Move {much} {'backward' if back else 'forward'} from {x} in the cycle {shown}",
        ],
        sentences=sentences,
        draw=lambda e: (e.one(*names), *(() if fixed else (e.number(0, 30),))),
        inputs=[repr(w) + ("" if fixed else f", {v}") for w, v in ((names[0], 1), (names[-1], 1), (names[1], 0), (names[2], k), (names[2], k + 2))],  # noqa: E501
    )  # fmt: skip


FAMILIES = (Family("clocks", ((_between, 3), (_format, 3), (_parsed, 3), (_twelve, 2), (_weekday, 3))),)
