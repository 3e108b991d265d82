"""Prices, results and answers that rules give: by age, match, permission, bracket."""

from __future__ import annotations

from trainer.data.exercises.branches import ladder
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _prices(d: Draw) -> Sketch:
    """A price by age, weight or number."""
    n, first, middle, last, other, what = d.one(
        ("age", "children under {}", "people under {}", "those of {} or more", "everybody else", "price"),
        ("age", "visitors younger than {}", "those younger than {}", "seniors from {} on", "all others", "fee"),
        ("weight", "parcels under {} kg", "those under {} kg", "parcels of {} kg or more", "all others", "price"),
        ("count", "groups of fewer than {}", "those of fewer than {}", "groups of at least {}", "all others", "fee"),
        ("km", "trips under {} km", "those under {} km", "trips of {} km or more", "all others", "fare"),
    )
    low = d.number(2, 8)
    mid, high = low + d.number(4, 12), d.number(30, 70)
    a, b, c, e = d.random.sample(range(1, 30), 4)
    a = 0 if d.chance(0.5) else a
    price = "travel free" if n == "age" and a == 0 and d.chance(0.3) else "are free" if a == 0 else f"pay {a}"
    pay = "pay" if n in ("age", "count") else "cost"
    price = price.replace("pay", pay)
    tests = [(f"{n} < {low}", str(a)), (f"{n} < {mid}", str(b))]
    texts = [f"{first.format(low)} {price}", f"{middle.format(mid)} {pay} {b}"]
    if d.chance(0.5):
        tests.append((f"{n} >= {high}", str(c)))
        texts.append(f"{last.format(high)} {pay} {c}")
    elif d.chance(0.5):
        tests.pop()
        texts.pop()
    end = f"and {other} {pay if other != 'everybody else' else 'pays'} {e}"
    said = ", ".join(texts) + (", " if len(texts) > 1 else " ") + end
    article = "an" if n == "age" else "a"
    cases = ", ".join(f"{value} for {test}" for test, value in tests) + f", else {e}"
    words = {"<": "is less than", ">=": "is at least"}
    clauses = [f"{value} if {n} {words[test.split()[1]]} {test.split()[2]}" for test, value in tests]
    rule = ", otherwise ".join([*clauses, str(e)])
    table = ", ".join(f"{test} costs {value}" for test, value in tests) + f", everything else {e}"
    return Sketch(
        names=[f"{what}_for_{n}", f"{what}_by_{n}", f"{n}_{what}", f"get_{what}", f"find_{what}", f"{what}_from_{n}",
               f"look_up_{what}", *(["ticket_price", "entry_fee", "admission"] if n == "age" else [f"{n}_to_{what}"])],
        params=[Param(n, "nat")],
        bodies=ladder(tests, str(e)),
        what=[f"the {what}, which is {rule}", f"the {what} by {n}: {cases}"],
        do=[f"Look up the {what}: {rule}", f"Work out the {what} for {article} {n}: {said}"],
        sentences=[f"{said[0].upper()}{said[1:]}. Return the {what}{d.one('', f' for the given {n}')}.",
                   f"The {what} for {article} {n}: {said}.",
                   f"What is the {what} for the given {n}? {said[0].upper()}{said[1:]}.",
                   f"Given {article} {n}, return {rule}.",
                   f"The {what} depends on the {n}; the first rule that fits counts: {table}.",
                   f"How much is the {what}? It is {rule}."],
        inputs=[str(x) for x in (low - 1, low, mid - 1, mid, high - 1, high)],
    )  # fmt: skip


def _match(d: Draw) -> Sketch:
    """Two numbers compared, with a result for each outcome."""
    a, b, labels, what = d.one(
        ("home", "away", "win loss draw", "the result of a match seen from the home team"),
        ("mine", "yours", "win lose tie", "my result when the higher number wins"),
        ("goals", "against", "won lost drawn", "the result of a game"),
        ("first", "second", "first second equal", "which number is larger"),
        ("guess", "secret", "high low right", "what to tell a guess at a secret number"),
        ("supply", "demand", "surplus shortage balanced", "the state of the market"),
        ("income", "expenses", "profit loss even", "the result of a year"),
        ("price", "budget", "expensive cheap exact", "how a price compares with a budget"),
        ("now", "before", "rising falling steady", "the trend of a value"), ("x", "y", "greater less same", "how x compares with y"),  # noqa: E501
        ("arrival", "planned", "late early punctual", "how an arrival compares with the plan"),
        ("home", "away", "3 0 1", "the points of the home team"), ("ours", "theirs", "2 0 1", "our points in a match"),
    )  # fmt: skip
    d.taken |= {a, b}
    quote = "" if labels[0].isdigit() else "'"
    more, less, same = (f"{quote}{label}{quote}" for label in labels.split())
    tests = d.one(
        [(f"{a} > {b}", more), (f"{a} < {b}", less)],
        [(f"{a} > {b}", more), (f"{a} < {b}", less)],
        [(f"{a} > {b}", more), (f"{a} == {b}", same)],
        [(f"{a} == {b}", same), (f"{a} > {b}", more)],
    )
    rest = ({more, less, same} - {value for _, value in tests}).pop()
    word = "score" if a in ("home", "goals", "mine", "ours") else "value"
    return Sketch(
        names=[f"compare_{word}s", "match_result", "compare", "outcome", f"{a}_or_{b}", "verdict", f"compare_{a}",
               f"{a}_vs_{b}", "comparison"],
        params=[Param(a, "nat"), Param(b, "nat")],
        bodies=ladder(tests, rest),
        returns="str" if quote else "int",
        do=[
            f"Return {more} if {a} is greater than {b}, {less} if it is smaller, and {same} if they are equal",
            f"Give back {more} when {a} > {b}, {less} when {a} < {b}, otherwise {same}",
            f"Compare {a} and {b}: return {same} if they are equal, else {more} or {less} as {a} is larger or smaller",
        ],
        sentences=[
            f"Which is larger, {a} or {b}? {more} stands for {a}, {less} for {b}, {same} for neither.",
            f"If {a} exceeds {b}, the result is {more}; if {b} exceeds {a}, it is {less}; if they are equal, {same}.",
            f"Given {a} and {b}, decide: {same} for a tie, {more} if {a} is higher, {less} if {a} is lower.",
            f"Is {a} above {b}, below it or the same? Answer {more}, {less} or {same}, in this order.",
            f"{what[0].upper()}{what[1:]}: {more} if {a} is larger than {b}, {less} if {b} is larger, else {same}.",
            f"Compare {a} with {b}: {more} for more, {less} for less, {same} when both are the same.",
            f"Tell {what}, {a} against {b}: {more}, {less} or {same}."
            if quote
            else f"Tell {what}, {a} against {b}: {more} for more, {same} for as many, {less} for fewer.",
        ],
        inputs=["2, 1", "1, 2", "3, 3", "0, 0", "0, 4", "5, 0"],
    )  # fmt: skip


def _permission(d: Draw) -> Sketch:
    """Whether two or three facts together allow something."""
    who, n, unit, ok, other, may, said_ok, said_other = d.one(
        ("visitor", "age", "", "has_ticket", "with_adult", "enter", "a ticket", "come with an adult"),
        ("driver", "age", "", "has_license", "with_teacher", "drive", "a license", "drive with a teacher"),
        ("guest", "age", "", "invited", "with_parent", "stay", "an invitation", "come with a parent"),
        ("rider", "height", " cm", "has_pass", "with_guide", "ride", "a pass", "ride with a guide"),
        ("member", "points", " points", "paid", "is_vip", "join", "a paid fee", "be a VIP"),
        ("user", "level", "", "logged_in", "is_admin", "edit", "a login", "be an admin"),
        ("swimmer", "age", "", "has_badge", "watched", "swim", "a badge", "be watched"),
    )
    k = {"height": d.number(100, 150), "points": 10 * d.number(1, 9)}.get(n, d.number(5, 18))
    least = f"{n} >= {k}"
    flag, form = d.name("allowed result may"), d.number(0, 3)
    under = f"anybody with {n} below {k}" if n != "age" else f"anybody younger than {k}"
    both = [Param(n, "nat"), Param(ok, "bool")]
    if form < 2:
        test, params = f"{ok} and ({least} or {other})", [*both, Param(other, "bool")]
        rule = f"A {who} needs {said_ok} ({ok}), and {under} must also {said_other} ({other})."
        also = f"{ok} is true and either {n} is at least {k} or {other} is true"
        ways = [
            f"{ok} and at least one of {n} >= {k} and {other} hold",
            f"{n} is {k} or more or {other} is true, and {ok} is true in any case",
        ]
        more = [f"if not {ok}:\n    return False\nreturn {least} or {other}"]
    elif form == 2:
        test, params = f"{ok} and {least}", both
        rule = f"A {who} needs {said_ok} ({ok}) and must have {'an' if n == 'age' else 'a'} {n} of at least {k}{unit}."
        also = f"{ok} is true and {n} is at least {k}"
        ways = [f"{n} is {k} or more and {ok} is true as well", f"both {ok} and {n} >= {k} hold"]
        more = [f"if {n} < {k}:\n    return False\nreturn {ok}"]
    else:
        test, params = f"{least} or {other}", [both[0], Param(other, "bool")]
        rule = f"Only a {who} {under.removeprefix('anybody ')} must {said_other} ({other})."
        also = f"{n} is at least {k} or {other} is true"
        ways = [f"{other} is true or {n} is {k} or more", f"{other} holds, or {n} is not below {k}, or both"]
        more = [f"if {least}:\n    return True\nreturn {other}"]
    if d.chance(0.2):
        test = test.replace(least, f"not {n} < {k}")
    values = (k, k - 1, k + 3, k - 3)
    inputs = [
        ", ".join([str(v), *(str(bool((i >> j) & 1)) for j in range(len(params) - 1))])
        for i, v in enumerate((values[0], values[0], values[1], values[1], values[2], values[3], values[1], values[0]))
    ]
    if len(params) == 3:
        inputs = [f"{k}, True, False", f"{k - 1}, True, False", f"{k - 1}, True, True", f"{k + 4}, False, True",
                  f"{k - 1}, False, True", f"{k + 1}, True, True", f"{k - 3}, True, False"]  # fmt: skip
    return Sketch(
        names=[
            f"can_{may}", f"may_{may}", f"is_allowed_to_{may}", f"{who}_may_{may}", f"allow_{who}", f"{who}_can_{may}",
            f"is_{who}_allowed", f"{may}_allowed", f"check_{who}",
        ],
        params=params,
        bodies=[f"return {test}"] * 3
        + more
        + [f"if {test}:\n    return True\nreturn False", f"{flag} = {test}\nreturn {flag}"],
        returns="bool",
        whether=[f"a {who} may {may}: {also}", also, *ways],
        sentences=[
            f"{rule} Return whether the {who} may {may}.",
            f"{rule} May this {who} {may}?",
            f"{rule} Is the {who} allowed to {may}?",
            f"Can the {who} {may}? True if {also}, otherwise False.",
            f"Given the facts about a {who}, decide on permission to {may}. {rule}",
            f"Let a {who} {may} if {also}, and not otherwise. True means allowed.",
            f"False unless {ways[0]}.",
        ],
        inputs=inputs,
    )  # fmt: skip


def _brackets(d: Draw) -> Sketch:
    """An amount taken in brackets, and numbers kept within fixed bounds."""
    x = d.name("income amount salary value profit total")
    k = 100 * d.number(1, 30)
    top = k + 100 * d.number(5, 40)
    p, q = d.one((10, 20), (20, 40), (5, 10), (10, 30), (15, 25), (25, 50))
    below = p * (top - k) // 100
    three = d.chance(0.5)
    first = f"if {x} <= {k}:\n    return 0\n"
    if three:
        bodies = [
            f"{first}if {x} <= {top}:\n    return ({x} - {k}) * {p} / 100\nreturn {below} + ({x} - {top}) * {q} / 100"
        ]
        said = f"nothing on the first {k}, {p} percent on the part from {k} to {top}, and {q} percent on the part above {top}"  # noqa: E501
        ways = [
            f"0 up to {k}, then {p} percent of what exceeds {k}, with {q} percent instead of {p} on what exceeds {top}",
            f"the first {k} are free, the next {top - k} are charged at {p} percent, and all beyond at {q} percent",
        ]
    else:
        bodies = [f"{first}return ({x} - {k}) * {p} / 100", f"return max(0, {x} - {k}) * {p} / 100"]
        said = f"nothing on the first {k} and {p} percent on the part above {k}"
        ways = [
            f"0 up to {k}, and {p} percent of what exceeds {k}",
            f"the first {k} are free, and all beyond is charged at {p} percent",
        ]
    word = d.one("tax", "fee", "tax", "bonus", "commission")
    article = "an" if x[0] in "aei" else "a"
    return Sketch(
        names=[f"{x}_{word}", f"{word}_on_{x}", word + "_due", f"compute_{word}", f"{word}_for", f"{word}_amount",
               f"{word}_from_{x}", f"progressive_{word}", f"bracket_{word}"],
        params=[Param(x, "nat")],
        bodies=bodies,
        returns="float",
        what=[f"the {word} on {x}: {said}", f"how much {word} there is on {x}, which is {said}"],
        do=[f"Work out the {word} on {x}: {ways[0]}", f"Calculate the {word} on {x}, where {ways[1]}"],
        sentences=[
            f"Compute the {word}: {said}.",
            f"The {word} on {article} {x} is {said}.",
            f"How high is the {word} on {article} {x} when {ways[1]}?",
            f"Given {article} {x}, return the {word} in brackets: {said}.",
            f"The {word} on {x} is {ways[0]}. Give it back.",
            f"For the {word} on {x}, {ways[1]}. How much is it?",
        ],
        inputs=[str(v) for v in (k, k + 100, top, top + 1000, k // 2, top - 50)],
    )  # fmt: skip


FAMILIES = (Family("decisions", ((_prices, 3), (_match, 3), (_permission, 3), (_brackets, 2))),)
