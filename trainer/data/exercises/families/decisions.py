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
    return Sketch(
        names=["ticket_price", f"{what}_for_{n}", f"{what}_by_{n}", "entry_fee", f"{n}_{what}", "admission"][:: 1 if n == "age" else 2],  # noqa: E501
        params=[Param(n, "nat")],
        bodies=ladder(tests, str(e)),
        sentences=[f"{said[0].upper()}{said[1:]}. Return the {what}{d.one('', f' for the given {n}')}.",
                   f"The {what} for a {n}: {said}."],
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
        names=[f"compare_{word}s", "match_result", "compare", "outcome", f"{a}_or_{b}", "verdict", f"compare_{a}"],
        params=[Param(a, "nat"), Param(b, "nat")],
        bodies=ladder(tests, rest),
        returns="str" if quote else "int",
        do=[f"Return {more} if {a} is greater than {b}, {less} if it is smaller, and {same} if they are equal"],
        sentences=[
            f"{what[0].upper()}{what[1:]}: {more} if {a} is larger than {b}, {less} if {b} is larger, else {same}.",
            f"Compare {a} with {b}: {more} for more, {less} for less, {same} when both are the same.",
            f"Tell {what}, {a} against {b}: {more}, {less} or {same}."
            if quote
            else f"Tell {what}, {a} against {b}: {more} for more, {same} for as many, {less} for fewer.",
        ],
        inputs=["2, 1", "1, 2", "3, 3", "0, 0", "0, 4", "5, 0"],
    )


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
        more = [f"if not {ok}:\n    return False\nreturn {least} or {other}"]
    elif form == 2:
        test, params = f"{ok} and {least}", both
        rule = f"A {who} needs {said_ok} ({ok}) and must have {'an' if n == 'age' else 'a'} {n} of at least {k}{unit}."
        also = f"{ok} is true and {n} is at least {k}"
        more = [f"if {n} < {k}:\n    return False\nreturn {ok}"]
    else:
        test, params = f"{least} or {other}", [both[0], Param(other, "bool")]
        rule = f"Only {under} must {said_other} ({other})."
        also = f"{n} is at least {k} or {other} is true"
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
        names=[f"can_{may}", f"may_{may}", f"is_allowed_to_{may}", f"{who}_may_{may}", f"allow_{who}"],
        params=params,
        bodies=[f"return {test}"] * 3
        + more
        + [f"if {test}:\n    return True\nreturn False", f"{flag} = {test}\nreturn {flag}"],
        returns="bool",
        whether=[f"a {who} may {may}: {also}", also],
        sentences=[f"{rule} Return whether the {who} may {may}.", f"{rule} May this {who} {may}?"],
        inputs=inputs,
    )


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
    else:
        bodies = [f"{first}return ({x} - {k}) * {p} / 100", f"return max(0, {x} - {k}) * {p} / 100"]
        said = f"nothing on the first {k} and {p} percent on the part above {k}"
    word = d.one("tax", "fee", "tax", "bonus", "commission")
    return Sketch(
        names=[f"{x}_{word}", f"{word}_on_{x}", word + "_due", f"compute_{word}", f"{word}_for"],
        params=[Param(x, "nat")],
        bodies=bodies,
        returns="float",
        what=[f"the {word} on {x}: {said}"],
        sentences=[f"Compute the {word}: {said}.", f"The {word} on {'an' if x[0] in 'aei' else 'a'} {x} is {said}."],
        inputs=[str(v) for v in (k, k + 100, top, top + 1000, k // 2, top - 50)],
    )


FAMILIES = (Family("decisions", ((_prices, 3), (_match, 3), (_permission, 3), (_brackets, 2))),)
