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
            [f"final_{state}", f"end_{noun}", f"{noun}_after_moves", "follow"],
        )
        what = f"the last {noun}, from {start} on, when each {p} in {s} adds {a} and each {q} subtracts {b}"
    elif form == "visits":
        bodies = [f"{head}visits = 0\n{loop}    if {state} == 0:\n        visits += 1\nreturn visits"]
        ask, names = (
            f"How often is it at {noun} 0 after a step?",
            [f"visits_to_{noun}_0", "count_returns", "times_at_zero"],
        )
        what = f"how often the {noun}, from {start} on, is 0 after a character of {s}, if {p} adds {a} and {q} subtracts {b}"  # noqa: E501
    else:
        fold = "max" if form == "highest" else "min"
        bodies = [f"{head}{best} = {state}\n{loop}    {best} = {fold}({best}, {state})\nreturn {best}"]
        ask, names = f"Return the {form} {noun} on the way.", [f"{form}_{noun}", f"{form}_{state}", f"{fold}_{noun}"]
        what = f"the {form} {noun} on the way, from {start} on, if each {p} in {s} adds {a} and each {q} subtracts {b}"
    return Sketch(
        names=names,
        params=[Param(s, "word")],
        bodies=bodies,
        what=[what],
        sentences=[f"{story} {ask}", f"{story} {ask}"],
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
    elif form == "last":
        bodies = [
            f"{run} = 0\nfor {x} in {xs}:\n{step}return {run}",
            f"{run} = 0\nfor {x} in reversed({xs}):\n    if {opposite(test)}:\n        break\n    {run} += 1\nreturn {run}",  # noqa: E501
        ]
        said, ask = f"how many {many} in a row {xs} ends with", f"How long is the {word} of {many} at the end of {xs}?"
    elif form == "first":
        bodies = [f"{run} = 0\nfor {x} in {xs}:\n    if {opposite(test)}:\n        break\n    {run} += 1\nreturn {run}"]
        said, ask = (
            f"how many {many} in a row {xs} begins with",
            f"How long is the {word} of {many} at the start of {xs}?",
        )
    else:
        bodies = [
            f"{run} = 0\nbefore = False\nfor {x} in {xs}:\n    now = {test}\n    if now and not before:\n        {run} += 1\n    before = now\nreturn {run}"  # noqa: E501
        ]
        said, ask = f"the number of unbroken runs of {many} in {xs}", f"How many separate runs of {many} are in {xs}?"
    return Sketch(
        names=[f"{form}_streak", f"{form}_run", f"{form}_{name}", f"{form}_streak_of_{name}"] if form != "runs"
        else [f"count_runs_of_{name}", "count_runs", "number_of_streaks"],
        params=params,
        bodies=bodies,
        what=[said],
        sentences=[f"{said[0].upper()}{said[1:]}." if said.startswith("the") else ask, ask],
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
    return Sketch(
        names=[f"{name}_until_{condition.name}", f"{name}_{'through' if including else 'before'}_{condition.name}", f"{name}_until"],  # noqa: E501
        params=[*source.params, *condition.params],
        bodies=bodies,
        returns=returns,
        what=[f"{said} {'' if name == 'count' else 'of ' + xs + ' '}{where} {stop}" + (f" in {xs}" if name == "count" else "")],  # noqa: E501
        do=[f"{do} the numbers in {xs} from the front and {ends} {stop}"],
        sentences=[f"{do} the numbers from the front of {xs}, but {ends} {stop}."],
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
        names=[f"{days}_to_reach", f"{days}_needed", f"{days}_until_{goal}", f"count_{days}", f"how_many_{days}"],
        params=[Param(goal, "nat"), Param(first, "smallpos")],
        bodies=bodies,
        what=[f"how many {days} it takes to have at least {goal}, when the first {unit} adds {first} {tail}"],
        sentences=[f"{lead}, {tail}. Return the number of {days} until there is at least {goal}.",
                   f"{lead}, {tail}. How many {days} until {goal} is reached?"],
        draw=lambda e: (e.number(0, 60), e.number(1, 9)),
        inputs=["10, 10", "11, 10", "0, 3", "30, 4", "6, 1", "100, 7"],
    )  # fmt: skip


FAMILIES = (Family("running_state", ((_moves, 3), (_streak, 3), (_until, 3), (_days, 2))),)
