"""Labels, prices and answers that rules give: grades, ages, matches, permissions, brackets, codes."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]

_GRADES = (
    ("score points mark percent grade result", "A B C D F"), ("score points mark percent", "A B C F"),
    ("score points mark", "excellent good fair poor"), ("score points", "gold silver bronze none"),
    ("speed", "fast normal slow"), ("level battery", "full half low empty"), ("price cost", "expensive fair cheap"),
    ("temperature degrees t", "hot warm mild cold"), ("wind speed", "storm wind breeze calm"), ("size weight", "large medium small"),  # noqa: E501
    ("distance", "far near close"), ("count visitors", "crowd group few"), ("score x", "1 2 3 4 5"), ("risk", "red yellow green"),  # noqa: E501
)  # fmt: skip


def _ladder(tests: list[tuple[str, str]], rest: str) -> list[str]:
    """Bodies that return the value of the first test that holds: plain, and with elif."""
    plain = "".join(f"if {test}:\n    return {value}\n" for test, value in tests) + f"return {rest}"
    chain = plain.replace("\nif", "\nelif").removesuffix(f"return {rest}") + f"else:\n    return {rest}"
    return [plain, plain, chain]


def _grades(d: Draw) -> Sketch:
    """A label by the range a number falls into."""
    names, row = d.one(*_GRADES)
    n, labels = d.name(names), row.split()
    quote = "" if row.startswith("1") else "'"
    labels = [f"{quote}{label}{quote}" for label in labels]
    if d.chance(0.3) and len(labels) > 3:
        labels.pop(d.number(1, len(labels) - 2))
    k = len(labels) - 1
    base, step = d.one(
        (90, 10), (80, 15), (85, 20), (100, 25), (75, 10), (60, 10), (50, 12), (90, 5), (40, 10), (95, 20)
    )
    limits = [base - step * i for i in range(k)]
    up = d.chance(0.7)
    if up:
        tests = [(f"{n} >= {limit}", label) for limit, label in zip(limits, labels, strict=False)]
        texts = [f"{labels[0]} for {limits[0]} and above"] + [
            f"{labels[i]} for {limits[i]} to {limits[i - 1] - 1}" for i in range(1, k)
        ]
        rest = f"{labels[k]} for {d.one('everything lower', 'anything below')}"
        last, plain = labels[k], [f"{labels[i]} from {limits[i]}" for i in range(k)]
    else:
        labels, limits = labels[::-1], limits[::-1]
        tests = [(f"{n} < {limit}", label) for limit, label in zip(limits, labels, strict=False)]
        texts = [f"{labels[0]} below {limits[0]}"] + [
            f"{labels[i]} from {limits[i - 1]} to {limits[i] - 1}" for i in range(1, k)
        ]
        rest = f"{labels[k]} for {limits[-1]} and more"
        last, plain = labels[k], [f"{labels[i]} if {n} is below {limits[i]}" for i in range(k)]
    return Sketch(
        names=["letter_grade", f"grade_{n}", f"rate_{n}", f"{n}_label", f"{n}_class", "rating", f"classify_{n}"],
        params=[Param(n, "nat")],
        bodies=_ladder(tests, last),
        returns="str" if quote else "int",
        do=[f"Return {', '.join(texts)} and {rest}", f"Return {', '.join(plain)}, and {last} otherwise"],
        sentences=[f"The {d.one('grade', 'label', 'class')} of a {n}: {', '.join(texts)} and {rest}."],
        inputs=[str(x) for limit in limits for x in (limit, limit - 1)],
    )  # fmt: skip


_STATES = (
    ("celsius temperature degrees temp", "ice liquid steam", 0, 100), ("level charge", "empty partial full", 0, 100),
    ("n x value", "low middle high", 10, 20), ("balance", "debt normal rich", 0, 1000), ("floor", "cellar house roof", -1, 10),  # noqa: E501
    ("ph", "acid neutral base", 6, 8), ("weight", "light medium heavy", 5, 20), ("age", "child adult senior", 17, 65),
    ("speed", "slow fine fast", 30, 120), ("hour", "night day evening", 5, 18), ("angle", "acute middle obtuse", 60, 120),  # noqa: E501
    ("pressure", "low ok high", 20, 80), ("queue", "short normal long", 3, 12), ("height", "small average tall", 150, 185),  # noqa: E501
)  # fmt: skip


def _states(d: Draw) -> Sketch:
    """One of three labels: at or below a bound, at or above another, between."""
    names, row, low, high = d.one(*_STATES)
    n, (a, b, c) = d.name(names), (f"'{label}'" for label in row.split())
    low, high = low + d.number(0, 2), high + d.one(0, 0, 5)
    strict = d.chance(0.4)
    under, over = (f"{n} < {low}", f"{n} > {high}") if strict else (f"{n} <= {low}", f"{n} >= {high}")
    at = ("below", "above") if strict else ("at or below", "at or above")
    also = ("less than", "more than") if strict else ("at most", "at least")
    outer = [(under, a), (over, c)]
    if d.chance(0.3):
        outer.reverse()
    inside = f"{low} <= {n} <= {high}" if strict else f"{low} < {n} < {high}"
    extra = f"if {inside}:\n    return {b}\nreturn {a} if {n} {'<' if strict else '<='} {low} else {c}"
    return Sketch(
        names=[f"{n}_state", f"state_of_{n}", f"describe_{n}", f"check_{n}", f"{n}_kind", f"{n}_range"],
        params=[Param(n, "int")],
        bodies=[*_ladder(outer, b), extra] if strict else _ladder(outer, b),
        returns="str",
        what=[f"{a} if {n} is {at[0]} {low}, {c} if it is {at[1]} {high}, and {b} in between"],
        do=[f"Return {a} when {n} is {also[0]} {low}, {c} when it is {also[1]} {high}, otherwise {b}"],
        sentences=[f"The state at the given {n}: {a} {at[0]} {low}, {c} {at[1]} {high}, and {b} in between.",
                   f"Describe the {n}: {a} {at[0]} {low}, {c} {at[1]} {high}, {b} otherwise."],
        inputs=[str(x) for x in (low, low - 1, low + 1, high, high - 1, high + 1, (low + high) // 2)],
    )  # fmt: skip


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
        bodies=_ladder(tests, str(e)),
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
        bodies=_ladder(tests, rest),
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


_CODES = (
    ("colour color light", "red:stop yellow:wait green:go"), ("animal name", "dog:woof cat:meow cow:moo"),
    ("grade letter", "A:4 B:3 C:2"), ("answer reply", "y:yes n:no"), ("direction way", "north:south south:north east:west west:east"),  # noqa: E501
    ("direction d", "left:right right:left up:down down:up"), ("size s", "s:small m:medium l:large"),
    ("word number", "one:1 two:2 three:3"), ("code country", "fr:France de:Germany it:Italy"), ("day", "sat:rest sun:rest"),  # noqa: E501
    ("status code", "ok:done err:failed"), ("roman symbol", "I:1 V:5 X:10"), ("suit card", "jack:11 queen:12 king:13"),
    ("medal", "gold:3 silver:2 bronze:1"), ("level", "easy:1 medium:2 hard:3"), ("op sign", "add:+ sub:- mul:*"),
)  # fmt: skip


def _codes(d: Draw) -> Sketch:
    """A label for a word, and another for all the rest."""
    names, row = d.one(*_CODES)
    n, pairs = d.name(names), [pair.split(":") for pair in row.split()]
    number = pairs[0][1].isdigit()
    table = d.name("table labels actions mapping values")
    rest = d.one("0", "-1", "None") if number else d.one("'unknown'", "'?'", "''", "None", "'none'")
    any_case, q = d.chance(0.35), "" if number else "'"
    key = f"{n}.lower()" if any_case and pairs[0][0].islower() else f"{n}.upper()" if any_case else n
    entries = ", ".join(f"'{a}': {q}{b}{q}" for a, b in pairs)
    tests = [(f"{key} == '{a}'", f"{q}{b}{q}") for a, b in pairs]
    said = ", ".join(f"{q}{b}{q} for '{a}'" for a, b in pairs)
    case = d.one(" Upper and lower case do not matter.", " Case does not matter.", " Ignore case.") if any_case else ""
    bodies = [f"{table} = {{{entries}}}\nreturn {table}.get({key}, {rest})"] * 2
    if len(pairs) < 4 and not any_case:
        bodies += _ladder(tests, rest)
    empty = "an empty string" if rest == "''" and d.chance(0.5) else rest
    return Sketch(
        names=[f"{n}_value", f"look_up_{n}", f"translate_{n}", f"{n}_to_{'number' if number else 'text'}", f"from_{n}"],
        params=[Param(n, "word")],
        bodies=bodies,
        returns=("int" if number else "str") + (" | None" if rest == "None" else ""),
        do=[f"Return {said}, and {empty} for any other {n}.{case}".removesuffix(".")],
        sentences=[f"What belongs to a {n}: {said}; anything else gives {empty}.{case}",
                   f"Translate {n}: {said}.{case} Any other {n} gives {empty}."],
        inputs=[repr(a) for a, _ in pairs] + [repr("none" if number else "x"), repr(pairs[0][0].swapcase()), "''"],
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


_BOUNDED = (
    "volume level",
    "brightness level",
    "x",
    "percent",
    "speed",
    "temperature",
    "n",
    "score",
    "angle",
    "value",
    "health",
)


def _fixed_clamp(d: Draw) -> Sketch:
    """A number kept within fixed bounds."""
    n = d.one(*_BOUNDED).split()[-1]
    low, high = d.one(
        (0, 100), (0, 10), (1, 6), (0, 255), (-1, 1), (1, 5), (0, 1), (-10, 10), (10, 90), (1, 12), (0, 59), (5, 50)
    )
    both = [f"return max({low}, min({high}, {n}))", f"return min(max({n}, {low}), {high})"]
    wall = d.chance(0.2)
    outside = d.one("None", "-1", "0") if wall else ""
    if wall:
        both = [
            f"if {n} < {low} or {n} > {high}:\n    return {outside}\nreturn {n}",
            f"if {low} <= {n} <= {high}:\n    return {n}\nreturn {outside}",
        ]
    return Sketch(
        names=[f"valid_{n}", f"{n}_or_{outside.lower().replace('-', 'minus_')}", f"checked_{n}"] if wall
        else [f"clamp_{n}", f"limit_{n}", f"safe_{n}", f"keep_{n}", f"bounded_{n}", f"clamp_{n}_to_range"],
        params=[Param(n, "int")],
        bodies=both if wall else [both[0], both[0], *_ladder([(f"{n} < {low}", str(low)), (f"{n} > {high}", str(high))], n)[1:], both[1]],  # noqa: E501
        returns="int | None" if outside == "None" else "int",
        what=[f"{n} if it lies between {low} and {high}, otherwise {outside}"] if wall else [f"{n}, but at least {low} and at most {high}"],  # noqa: E501
        sentences=[] if wall else [
            f"Keep a {n} inside {low} to {high}. What is below {low} becomes {low}, what is above {high} becomes {high}.",  # noqa: E501
            f"Values below {low} become {low}, values above {high} become {high}, all others stay as they are."],
        inputs=[str(v) for v in (low, high, low - 1, high + 1, low - 20, high + 50)],
    )  # fmt: skip


FAMILIES = (
    Family("grading", ((_grades, 3), (_states, 3), (_fixed_clamp, 2))),
    Family("decisions", ((_prices, 3), (_match, 3), (_permission, 3), (_codes, 4), (_brackets, 2))),
)
