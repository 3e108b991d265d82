"""Loops that carry a state: positions, streaks, sums that stop, days until a goal."""

from __future__ import annotations

from trainer.data.exercises.branches import opposite
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.number_conditions import number_condition
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import ints

__all__ = ["FAMILIES"]

_MOVES = (
    ("floor", "u d", "A lift", "floor", "up", "down"), ("position", "R L", "A robot", "position", "to the right", "to the left"),  # noqa: E501
    ("level", "+ -", "A counter", "value", "up", "down"), ("height", "U D", "A hiker", "height", "up", "down"),
    ("depth", "d u", "A diver", "depth", "deeper", "up"), ("x", "> <", "A token", "place", "forward", "back"),
    ("score", "W L", "A team", "score", "up", "down"), ("balance", "i o", "An account", "balance", "up", "down"),
    ("depth", "( )", "A parser", "depth", "up", "down"), ("y", "N S", "A ship", "latitude", "north", "south"),
    ("count", "a b", "A tally", "value", "up", "down"), ("speed", "f s", "A car", "speed", "up", "down"),
)  # fmt: skip


def _moves(d: Draw) -> Sketch:
    """The place where a text of steps ends."""
    state, marks, who, noun, forth, back = d.one(*_MOVES)
    up, down = marks.split()
    s = d.name("moves steps path text commands s")
    c = d.name("move step c char m")
    if s == "steps":
        c = "move"
    start, a, b = d.one(0, 0, 0, 0, 1, 10), d.one(1, 1, 1, 1, 2), d.one(1, 1, 1, 1, 2, 3)
    mark = d.one("'{}'", "'{}'", "{}")
    p, q = mark.format(up), mark.format(down)
    form = d.one("end", "end", "end", "end", "highest", "lowest", "visits") if forth != "deeper" else "end"
    loop = f"for {c} in {s}:\n    if {c} == '{up}':\n        {state} += {a}\n    elif {c} == '{down}':\n        {state} -= {b}\n"  # noqa: E501
    head = f"{state} = {start}\n"
    story = f"{who} starts at {noun} {start}. Each {p} takes it {a} {forth} and each {q} {b} {back}."
    best = d.name("best highest top" if form == "highest" else "best lowest deepest")
    if form == "end":
        total = (
            f"{s}.count('{up}')"
            + (f" * {a}" if a > 1 else "")
            + f" - {s}.count('{down}')"
            + (f" * {b}" if b > 1 else "")
        )
        bodies = [head + loop + f"return {state}"] * 2 + [f"return {f'{start} + ' if start else ''}{total}"]
        ask, names = (
            f"Return the {noun} where it ends.",
            [f"final_{state}", f"end_{noun}", f"{noun}_after_moves", "follow", f"last_{noun}", f"track_{state}",
             f"{state}_at_end", f"resulting_{noun}", "apply_moves"],
        )  # fmt: skip
        asks = ["Where does it end?", f"At which {noun} is it after the last step?", f"What is its final {noun}?"]
        do = f"Begin with {start}, add {a} for each {p} in {s}, subtract {b} for each {q} and return the result"
        goal = "return the final value"
        what = f"the last {noun}, from {start} on, when each {p} in {s} adds {a} and each {q} subtracts {b}"
    elif form == "visits":
        bodies = [f"{head}visits = 0\n{loop}    if {state} == 0:\n        visits += 1\nreturn visits"]
        ask, names = (
            f"How often is it at {noun} 0 after a step?",
            [f"visits_to_{noun}_0", "count_returns", "times_at_zero", "zero_visits", "count_zeros", "visits_to_zero",
             f"times_{noun}_is_zero", "returns_to_zero"],
        )  # fmt: skip
        asks = [f"Count the steps after which its {noun} is 0.", f"After how many of the steps is it at {noun} 0?"]
        do = f"Count how often the running value is 0 after a step: from {start}, {p} in {s} is +{a} and {q} is -{b}"
        goal = "count how often the value is 0 after a character"
        what = f"how often the {noun}, from {start} on, is 0 after a character of {s}, if {p} adds {a} and {q} subtracts {b}"  # noqa: E501
    else:
        fold = "max" if form == "highest" else "min"
        bodies = [f"{head}{best} = {state}\n{loop}    {best} = {fold}({best}, {state})\nreturn {best}"]
        ask, names = (
            f"Return the {form} {noun} on the way.",
            [f"{form}_{noun}", f"{form}_{state}", f"{fold}_{noun}", f"{form}_{noun}_reached", f"{form}_point",
             f"find_{form}_{noun}", f"{fold}_{state}", f"{form}_on_the_way", "peak" if fold == "max" else "bottom"],
        )  # fmt: skip
        asks = [f"What is the {form} {noun} that it ever has, the start included?",
                f"Give back the {fold}imum of its {noun}, counting the start too."]  # fmt: skip
        do = f"Find the {form} running value, start included: from {start}, {p} in {s} is +{a} and {q} is -{b}"
        goal = f"return the {form} value on the way, {start} included"
        what = f"the {form} {noun} on the way, from {start} on, if each {p} in {s} adds {a} and each {q} subtracts {b}"
    return Sketch(
        names=names,
        params=[Param(s, "word")],
        bodies=bodies,
        what=[what],
        do=[do],
        sentences=[
            f"{story} {ask}",
            f"{story} {ask}",
            *(f"{story} {text}" for text in asks),
            f"Go through {s} from a value of {start}: {p} means plus {a}, {q} means minus {b}. {goal[0].upper()}{goal[1:]}.",  # noqa: E501
            f"Given a string with {p} for {a} {forth} and {q} for {b} {back}, start at {start} and {goal}.",
            f"Start a counter at {start}. Every {p} in {s} raises it by {a}, every {q} lowers it by {b}; {goal}.",
        ],
        draw=lambda e: ("".join(e.one(up, up, down) for _ in range(e.number(1, 7))),),
        inputs=[repr(t) for t in (up * 2 + down, "", down * 2 + up, up + down, up * 4)],
    )


def _streak(d: Draw) -> Sketch:
    """The length of a run: the longest, the last, the first."""
    flags = d.chance(0.45)
    source = ints(d)
    xs, x = d.name("results flags days wins answers") if flags else source.code, d.name("result flag x ok")
    if flags:
        yes = d.chance(0.75)
        test, many, name = x if yes else f"not {x}", f"{yes} values", "wins" if yes else "losses"
        params = (Param(xs, "bools"),)
    else:
        condition = number_condition(d, compound=0)
        test, many, name = condition.of(x), f"numbers that {condition.many}", condition.name
        params = (Param(xs, "ints"), *condition.params)
    best, run = d.one(
        ("best", "current"), ("longest", "run"), ("best", "streak"), ("record", "length"), ("top", "count")
    )
    form = d.one("longest", "longest", "longest", "last", "first", "runs")
    word = d.one("run", "streak", "unbroken run", "row") if form != "runs" else "run"
    step = f"    {run} = {run} + 1 if {test} else 0\n"
    branch = f"    if {test}:\n        {run} += 1\n"
    if form == "longest":
        bodies = [
            f"{best} = {run} = 0\nfor {x} in {xs}:\n{step}    {best} = max({best}, {run})\nreturn {best}",
            f"{best} = 0\n{run} = 0\nfor {x} in {xs}:\n{step}    {best} = max({best}, {run})\nreturn {best}",
            f"{best} = {run} = 0\nfor {x} in {xs}:\n{branch}        {best} = max({best}, {run})\n    else:\n        {run} = 0\nreturn {best}",  # noqa: E501
        ]
        said, ask = (
            f"the length of the longest {word} of {many} in {xs}",
            f"How many {many} follow each other at most in {xs}?",
        )
        what = [f"the highest count of consecutive {many} in {xs}", f"how long the longest {word} of {many} in {xs} is"]
        do = [f"Find the longest {word} of {many} in {xs} and return its length"]
        asks = [
            f"What is the greatest number of consecutive {many} in {xs}?",
            f"Given {xs}, count the {many} that come directly after each other, and return the highest such count.",
            f"Look for the longest stretch of only {many} in {xs}. How long is it? 0 if there are none.",
            f"The maximum of consecutive {many} in {xs}.",
        ]
    elif form == "last":
        bodies = [
            f"{run} = 0\nfor {x} in {xs}:\n{step}return {run}",
            f"{run} = 0\nfor {x} in reversed({xs}):\n    if {opposite(test)}:\n        break\n    {run} += 1\nreturn {run}",  # noqa: E501
        ]
        said, ask = f"how many {many} in a row {xs} ends with", f"How long is the {word} of {many} at the end of {xs}?"
        what = [f"the length of the {word} of {many} at the end of {xs}", f"how many {many} in a row end {xs}"]
        do = [f"Count the {many} at the end of {xs}, going backwards until something else comes"]
        asks = [
            f"Walk back from the end of {xs}: how many {many} come before anything else? 0 if the last is not one.",
            f"Count {many} backwards from the end of {xs} until there is another element. How many are there?",
            f"Given {xs}, return the size of its current {word} of {many}, the one that reaches the end.",
            f"The number of {many} at the end of {xs} with nothing else between or after them.",
        ]
    elif form == "first":
        bodies = [f"{run} = 0\nfor {x} in {xs}:\n    if {opposite(test)}:\n        break\n    {run} += 1\nreturn {run}"]
        said, ask = (
            f"how many {many} in a row {xs} begins with",
            f"How long is the {word} of {many} at the start of {xs}?",
        )
        what = [
            f"the length of the {word} of {many} at the start of {xs}",
            f"how many {many} {xs} has before any other",
        ]
        do = [f"Count the {many} at the start of {xs} and stop at the first other element"]
        asks = [
            f"Walk through {xs} from the front: how many {many} come before anything else?",
            f"Count {many} from the front of {xs} until there is another element. How many are there?",
            f"Given {xs}, return the size of the {word} of {many} it opens with, 0 if there is none.",
            f"The number of {many} at the front of {xs} with nothing else before or between them.",
        ]
    else:
        bodies = [
            f"{run} = 0\nbefore = False\nfor {x} in {xs}:\n    now = {test}\n    if now and not before:\n        {run} += 1\n    before = now\nreturn {run}"  # noqa: E501
        ]
        said, ask = f"the number of unbroken runs of {many} in {xs}", f"How many separate runs of {many} are in {xs}?"
        what = [
            f"the number of groups of consecutive {many} in {xs}",
            f"how many times a new run of {many} starts in {xs}",
        ]
        do = [f"Count the runs of {many} in {xs}, where neighbours belong to the same run"]
        asks = [
            f"How many times does a stretch of {many} begin in {xs}?",
            f"Given {xs}, put neighbouring {many} into one group. How many groups are there?",
            f"The number of blocks of {many} in {xs}; a single one counts as a block too.",
            f"How many streaks of {many} does {xs} have, a streak of one included?",
        ]
    return Sketch(
        names=[f"{form}_streak", f"{form}_run", f"{form}_{name}", f"{form}_streak_of_{name}", f"{form}_run_length",
               f"length_of_{form}_run", f"{form}_run_of_{name}", f"{form}_stretch"] if form != "runs"
        else [f"count_runs_of_{name}", "count_runs", "number_of_streaks", "number_of_runs", "count_streaks",
              f"{name}_runs", "count_groups", "count_blocks"],
        params=params,
        bodies=bodies,
        what=[said, *what],
        do=do,
        sentences=[f"{said[0].upper()}{said[1:]}." if said.startswith("the") else ask, ask, *asks],
        inputs=["[True, True, False, True]", "[False, True, True, True]", "[False, False]", "[True, False, True]"] if flags else [],  # noqa: E501
    )  # fmt: skip


def _until(d: Draw) -> Sketch:
    """The numbers of a list up to one that fulfils a condition."""
    source = ints(d)
    xs, x = source.code, source.element
    condition = number_condition(d, compound=0)
    test, stop = condition.of(x), f"that {condition.single}"
    adjective = condition.adjective and f"the first {condition.adjective} one"
    stop = adjective if adjective and d.chance(0.7) else f"the first one {stop}"
    total, including = d.name("total result out s"), d.chance(0.25)
    start, step, said, name, returns = d.one(
        ("0", f"{total} += {x}", "the sum of the numbers", "sum", "int"), ("0", f"{total} += {x}", "the sum of the numbers", "sum", "int"),  # noqa: E501
        ("1", f"{total} *= {x}", "the product of the numbers", "product", "int"), ("0", f"{total} += 1", "how many numbers come", "count", "int"),  # noqa: E501
        ("[]", f"{total}.append({x})", "a list of the numbers", "take", "list[int]"), ("0", f"{total} += abs({x})", "the sum of the absolute values", "abs_sum", "int"),  # noqa: E501
    )  # fmt: skip
    cut = f"    if {test}:\n        break\n"
    body = (
        f"{total} = {start}\nfor {x} in {xs}:\n"
        + (f"    {step}\n{cut}" if including else f"{cut}    {step}\n")
        + f"return {total}"
    )
    bodies = [body, body, body.replace("break", f"return {total}")]
    where = "up to and including" if including else "before"
    do = {
        "sum": "Sum",
        "product": "Multiply",
        "count": "Count",
        "take": "Take",
        "abs_sum": "Sum the absolute values of",
    }[name]
    ends = "stop after" if including else "stop before"
    rest = "That one is included." if including else "That one is left out."
    result = (
        "list"
        if name == "take"
        else {"sum": "sum", "product": "product", "count": "count", "abs_sum": "sum of the absolute values"}[name]
    )
    part = f"the part of {xs} {where} {stop}"
    return Sketch(
        names=[f"{name}_until_{condition.name}", f"{name}_{'through' if including else 'before'}_{condition.name}", f"{name}_until",  # noqa: E501
               f"{name}_start", f"leading_{name}", f"{name}_up_to", f"{name}_and_stop", f"{name}_{'through' if including else 'before'}_first"],  # noqa: E501
        params=[*source.params, *condition.params],
        bodies=bodies,
        returns=returns,
        what=[f"{said} {'' if name == 'count' else 'of ' + xs + ' '}{where} {stop}" + (f" in {xs}" if name == "count" else "")],  # noqa: E501
        do=[f"{do} the numbers in {xs} from the front and {ends} {stop}",
            f"Go through {xs}, {ends} {stop} and return the {result} of the numbers {'so far' if including else 'before it'}",  # noqa: E501
            f"{do} the leading numbers of {xs}, up to {stop}{', which is included' if including else ', which is left out'}"],  # noqa: E501
        sentences=[f"{do} the numbers from the front of {xs}, but {ends} {stop}.",
                   f"{do} the numbers in {xs} until {stop} turns up. {rest} If there is none, use all.",
                   f"What is the {result} of the numbers in {xs} {where} {stop}?",
                   f"Given {xs}, cut it off {'after' if including else 'before'} {stop} and return the {result} of the numbers kept.",  # noqa: E501
                   f"The {result} of the numbers in {part}; of all if there is no such number."],
        inputs=["[1, 2, -1, 5]", "[3, 4, 6]", "[8, -2, 7]"] if not condition.params else [],
    )  # fmt: skip


def _days(d: Draw) -> Sketch:
    """How many steps it takes to reach a goal."""
    goal, first, done, unit = d.one(
        ("goal", "per_day", "pages", "day"), ("target", "start", "total", "round"), ("distance", "speed", "km", "hour"),
        ("price", "weekly", "savings", "week"), ("goal", "first", "saved", "month"), ("limit", "n", "total", "step"),
        ("height", "climb", "reached", "day"), ("goal", "amount", "balance", "year"), ("total", "k", "s", "turn"),
    )  # fmt: skip
    days, count = unit + "s", d.name("count " + unit + "s")
    grow = d.one(0, 1, 1, 1, 2, 3, 5)
    double = d.chance(0.3)
    head = f"{count} = 0\n{done} = 0\nwhile {done} < {goal}:\n"
    if double:
        grow = d.number(2, 3)
        step = f"    {done} += {first}\n    {first} *= {grow}\n    {count} += 1\n"
        bodies = [head + step + f"return {count}"]
        times = "twice" if grow == 2 else "three times"
        tail = f"and every {unit} after that {times} as much as the {unit} before"
    else:
        more = {0: first, 1: f"{first} + {count}"}.get(grow, f"{first} + {grow} * {count}")
        bodies = [head + f"    {done} += {more}\n    {count} += 1\nreturn {count}"] * 2
        if grow:
            bodies.append(head + f"    {done} += {first}\n    {first} += {grow}\n    {count} += 1\nreturn {count}")
        tail = (
            f"and every {unit} after that {grow} more than the {unit} before"
            if grow
            else f"and as much every {unit} after that"
        )
    lead = f"In the first {unit} {first} is added"
    return Sketch(
        names=[f"{days}_to_reach", f"{days}_needed", f"{days}_until_{goal}", f"count_{days}", f"how_many_{days}",
               f"{days}_to_{goal}", f"number_of_{days}", f"time_to_{goal}", f"{days}_until_done"],
        params=[Param(goal, "nat"), Param(first, "smallpos")],
        bodies=bodies,
        what=[f"how many {days} it takes to have at least {goal}, when the first {unit} adds {first} {tail}",
              f"after how many {days} there is at least {goal}, if the first {unit} brings {first} {tail}"],
        do=[f"Count the {days} until a total of at least {goal} is there, if the first {unit} adds {first} {tail}",
            f"Work out how many {days} are needed for {goal}, starting from 0 with {first} in the first {unit} {tail}"],
        sentences=[f"You get {first} in the first {unit}, {tail}. After how many {days} do you have {goal} or more?",
                   f"Given {goal}, how many {days} does it take from 0 if the first adds {first}, {tail}?",
                   f"A total grows from 0: by {first} in the first {unit}, {tail}. When is it at least {goal}? Return the number of {days}.",  # noqa: E501
                   f"How long until the total is {goal} or higher? The first {unit} adds {first}, {tail}. Answer in {days}.",  # noqa: E501
                   f"{lead}, {tail}. Return the number of {days} until there is at least {goal}.",
                   f"{lead}, {tail}. How many {days} until {goal} is reached?"],
        draw=lambda e: (e.number(0, 60), e.number(1, 9)),
        inputs=["10, 10", "11, 10", "0, 3", "30, 4", "6, 1", "100, 7"],
    )  # fmt: skip


FAMILIES = (Family("running_state", ((_moves, 3), (_streak, 3), (_until, 3), (_days, 2))),)
