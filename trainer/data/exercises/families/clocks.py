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
            names=["is_before", "comes_first", "is_earlier", "earlier_than"],
            params=[Param(a, "word"), Param(b, "word")],
            bodies=[f"return {a} < {b}", f"{mapped}return {h1} * 60 + {m1} < {h2} * 60 + {m2}"],
            returns="bool",
            whether=[f"the time {a} is earlier than {b}, {given}"],
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
    else:
        end = f"return {gap}{whole}" if whole else f"return {gap}"
        bodies = [f"{split}{gap} = {value}\n{end}", f"{mapped}{gap} = {brief}\n{end}"]
        bodies.append(f"{mapped}return ({brief}){whole}" if whole else f"{mapped}return {brief}")
        said = f"the number of minutes from {a} to {b}"
    return Sketch(
        names=["minutes_between", "duration", "minutes_apart", "elapsed_minutes", "time_difference", f"minutes_until_{b}"],  # noqa: E501
        params=[Param(a, "word"), Param(b, "word")],
        bodies=bodies,
        what=[f"{said}, {given}"],
        sentences=[f"{said[0].upper()}{said[1:]}, {given}." if said[0] == "t" else f"How many minutes are {a} and {b} apart, {given}?"],  # noqa: E501
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
        says, unit = f"'{pattern}'", "seconds"
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
        says, unit = f"'{b * (2 if pad else 1)}{sep}{c}'", small
        inputs = ["61", "0", "59", "60", "125", "600", "1439"]
    return Sketch(
        names=[f"{unit}_to_clock", "format_time", f"format_{unit}", "clock_text", "to_clock", f"{unit}_as_text", "as_time"],  # noqa: E501
        params=[Param(total, "nat")],
        bodies=bodies,
        returns="str",
        what=[f"{total}, a number of {unit}, as a text {says}", f"{total} {unit if total != unit else ''} in the form {says}".replace("  ", " ")],  # noqa: E501
        do=[f"Format {total}, a number of {unit}, as {says}"],
        sentences=[f"Format a number of {unit} as {says}.", f"Write {total if total != 's' else 's'} as {says}, where {total} is a number of {unit}."],  # noqa: E501
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
        return Sketch(
            names=[f"{'subtract' if back else 'add'}_minutes", "shift_time", f"time_{'before' if back else 'after'}", "move_clock", "earlier_time" if back else "later_time"],  # noqa: E501
            params=[Param(t, "word")] + ([] if fixed else [Param(k, "nat")]),
            bodies=[f"{mapped}{total} = {sums}\n{end}"] * 2 + [f"{head}{total} = (int({h}) * 60 + int({m}) {sign} {delta}) % (24 * 60)\n{end}"],  # noqa: E501
            returns="str",
            what=[f"the time {delta} minutes {'before' if back else 'after'} {t}, both as 'HH:MM' on a 24-hour clock"],
            do=[f"Move the clock {t}, given as 'HH:MM', {'back' if back else 'forward'} by {delta} minutes, round midnight if needed"],  # noqa: E501
            draw=lambda e: (_time(e), *(() if fixed else (e.number(0, 200),))),
            inputs=[text + ("" if fixed else f", {v}") for text, v in (("'23:50'", 20), ("'00:10'", 25), ("'08:00'", 60), ("'12:30'", 0))],  # noqa: E501
        )  # fmt: skip
    code, simple, said, names, returns = {
        "minutes": (f"int({h}) * 60 + int({m})", f"{h} * 60 + {m}", f"the minutes since midnight of {t}", "minutes_since_midnight to_minutes clock_to_minutes parse_time", "int"),  # noqa: E501
        "seconds": (f"int({h}) * 60 + int({m})", f"{h} * 60 + {m}", f"the number of seconds of {t}", "to_seconds clock_to_seconds duration_seconds", "int"),  # noqa: E501
        "hour": (f"int({h}) + int({m}) / 60", f"{h} + {m} / 60", f"the hours since midnight, as a number with a fraction, of {t}", "decimal_hours to_hours hours_of", "float"),  # noqa: E501
        "part": (f"1440 - int({h}) * 60 - int({m})", f"1440 - {h} * 60 - {m}", f"the minutes from {t} until midnight", "minutes_to_midnight minutes_left rest_of_day", "int"),  # noqa: E501
    }[form]  # fmt: skip
    if form == "seconds":
        given = d.one("a duration like '03:25'", "given as 'MM:SS'")
    return Sketch(
        names=names.split(),
        params=[Param(t, "word")],
        bodies=[f"{head}return {code}", f"{mapped}return {simple}", f"return {code.replace(f'int({h})', f'int({t}[:2])').replace(f'int({m})', f'int({t}[3:])')}"],  # noqa: E501
        returns=returns,
        what=[f"{said}, {given}"],
        sentences=[f"{said[0].upper()}{said[1:]}, {given}."] if said[0] == "t" and said != t and not said.startswith(t) else [],  # noqa: E501
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
            names=["to_24_hour", "full_hour", "hour_of_day", "convert_hour"],
            params=[Param(hour, "pos"), Param(flag, "bool")],
            bodies=[f"return {hour} % 12 + 12 if {flag} else {hour} % 12", f"if {flag}:\n    return {hour} % 12 + 12\nreturn {hour} % 12",  # noqa: E501
                    f"if {hour} == 12:\n    {hour} = 0\nif {flag}:\n    {hour} += 12\nreturn {hour}"],
            what=[f"the hour from 0 to 23 for {hour}, 1 to 12 on the 12-hour clock; {flag} tells whether it is pm"],
            do=[f"Convert {hour} from the 12-hour clock to an hour from 0 to 23. {flag} is True for pm times"],
            draw=lambda e: (e.number(1, 12), e.chance(0.5)), inputs=["12, False", "12, True", "3, True", "11, False"],
        )  # fmt: skip
    if form == "part":
        k1, k2, k3 = d.number(5, 7), d.number(11, 13), d.number(17, 19)
        night, morning, noon, evening = d.one(
            ("night", "morning", "afternoon", "evening"),
            ("Good night", "Good morning", "Good afternoon", "Good evening"),
        )
        return Sketch(
            names=["part_of_day", "greeting", "time_of_day", "greet_by_hour"],
            params=[Param(hour, "nat")],
            bodies=[f"if {hour} < {k1}:\n    return '{night}'\nif {hour} < {k2}:\n    return '{morning}'\nif {hour} < {k3}:\n    return '{noon}'\nreturn '{evening}'"],  # noqa: E501
            returns="str",
            do=[f"Return '{night}' if {hour} is before {k1}, '{morning}' before {k2}, '{noon}' before {k3}, otherwise '{evening}'"],  # noqa: E501
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
        names=["to_twelve_hour", "twelve_hour_clock", "hour_text", "to_am_pm", "format_hour", "twelve_hour"],
        params=[Param(hour, "nat")],
        bodies=[f"{chosen}return f'{{{number}}}{gap}{{{suffix}}}'", f"{chosen}{twelve} = {number}\nreturn f'{{{twelve}}}{gap}{{{suffix}}}'", stepped],  # noqa: E501
        returns="str",
        sentences=[f"Express {d.one('an hour', hour)} from 0 to 23 on the 12-hour clock{tail}", f"Write {hour}, from 0 to 23, on the 12-hour clock with {am} or {pm}{tail}",  # noqa: E501
                   f"The hour on the 12-hour clock with '{am}' or '{pm}', for {hour} from 0 to 23{tail}"],
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
    return Sketch(
        names=[f"{unit}_{'before' if back else 'after'}", "weekday_after" if week and not back else f"previous_{unit}" if back else f"next_{unit}", f"shift_{unit}", f"{x}_in_cycle", "turn" if k == 4 else "advance"],  # noqa: E501
        params=[Param(x, "word")] + ([] if fixed else [Param(n, "nat")]),
        bodies=[f"{table} = {listed}\nreturn {table}[({table}.index({x}) {sign} {step}) % {k}]"] * 2
        + [f"{table} = {listed}\n{index} = ({table}.index({x}) {sign} {step}) % {k}\nreturn {table}[{index}]"],
        returns="str",
        what=[f"the {unit} that is {much} {'before' if back else 'after'} {x}; the {unit}s are {shown}, again and again"],  # noqa: E501
        sentences=[f"Which {'day of the week' if week else unit} is it {much} {'before' if back else 'after'} {x}? The {unit}s are {shown}{'' if week else ', in a circle'}.",  # noqa: E501
                   f"Go {much} {'back' if back else 'on'} from {x} in the circle of {shown}."],
        draw=lambda e: (e.one(*names), *(() if fixed else (e.number(0, 30),))),
        inputs=[repr(w) + ("" if fixed else f", {v}") for w, v in ((names[0], 1), (names[-1], 1), (names[1], 0), (names[2], k), (names[2], k + 2))],  # noqa: E501
    )  # fmt: skip


FAMILIES = (Family("clocks", ((_between, 3), (_format, 3), (_parsed, 3), (_twelve, 2), (_weekday, 3))),)
