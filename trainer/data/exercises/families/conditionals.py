"""Values and labels chosen by conditions."""

from __future__ import annotations

from trainer.data.exercises.conditions import number_condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import SINGLE
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]

_LABELS = (
    "even odd",
    "yes no",
    "high low",
    "pass fail",
    "big small",
    "positive negative",
    "hot cold",
    "good bad",
    "open closed",
    "odd even",
    "accept reject",
    "left right",
    "on off",
)


def _outcome(d: Draw, n: str) -> tuple[str, str]:
    """Draws a value for a branch, as code and in words."""
    if d.chance(0.45):
        return d.one((n, n), ("0", "0"), ("1", "1"), ("-1", "-1"), (f"-{n}", f"the negative of {n}"), ("None", "None"))
    k = d.number(2, 10)
    return d.one(
        (f"{n} * {k}", f"{n} times {k}"),
        (f"{n} + {k}", f"{n} plus {k}"),
        (f"{n} - {k}", f"{n} minus {k}"),
        (f"{n} // 2", f"half of {n} (rounded down)"),
        (f"{n} * {n}", f"the square of {n}"),
    )


def _branch(d: Draw) -> Sketch:
    n = d.name(SINGLE)
    condition = number_condition(d, compound=0.15)
    test = condition.of(n)
    if d.chance(0.4):
        yes, no = d.one(*_LABELS).split()
        a, b, said_a, said_b, returns = f"'{yes}'", f"'{no}'", f"'{yes}'", f"'{no}'", "str"
        names = [f"{yes}_or_{no}", f"{yes}_{no}", "classify", f"label_{condition.name}", "describe"]
    else:
        (a, said_a), (b, said_b) = _outcome(d, n), _outcome(d, n)
        if a == b:
            b, said_b = f"{n} + 1", f"{n} plus 1"
        returns = "int | None" if "None" in (a, b) else "int"
        names = [f"if_{condition.name}", f"adjust_{condition.name}", "choose", f"change_{condition.name}", "step"]
    bodies = [
        f"if {test}:\n    return {a}\nreturn {b}",
        f"if {test}:\n    return {a}\nelse:\n    return {b}",
        f"return {a} if {test} else {b}",
        f"if {test}:\n    return {a}\nreturn {b}",
    ]
    do = [
        f"Return {said_a} if {n} {condition.single}, otherwise {said_b}",
        f"Return {said_a} if {n} {condition.single}, else {said_b}",
        f"If {n} {condition.single}, return {said_a}. Otherwise return {said_b}",
        f"Return {said_a} when {n} {condition.single} and {said_b} otherwise",
    ]
    return Sketch(names=names, params=[Param(n, "int"), *condition.params], bodies=bodies, returns=returns, do=do)


def _sign(d: Draw) -> Sketch:
    n = d.name(SINGLE)
    p, m, z = d.one(
        ("1", "-1", "0"),
        ("1", "-1", "0"),
        ("'positive'", "'negative'", "'zero'"),
        ("'+'", "'-'", "'0'"),
        ("'plus'", "'minus'", "'none'"),
    )
    pivot = d.one("0", "0", str(d.number(1, 20)))
    than = {"0": ("positive", "negative", "zero")}.get(pivot, (f"above {pivot}", f"below {pivot}", f"exactly {pivot}"))
    bodies = [
        f"if {n} > {pivot}:\n    return {p}\nif {n} < {pivot}:\n    return {m}\nreturn {z}",
        f"if {n} > {pivot}:\n    return {p}\nelif {n} < {pivot}:\n    return {m}\nelse:\n    return {z}",
        f"if {n} == {pivot}:\n    return {z}\nreturn {p} if {n} > {pivot} else {m}",
    ]
    return Sketch(
        names=["sign", "sign_of", "signum", "get_sign", "number_sign"]
        if pivot == "0"
        else [f"compare_to_{pivot}", f"side_of_{pivot}"],
        params=[Param(n, "int")],
        bodies=bodies,
        returns="str" if "'" in p else "int",
        do=[f"Return {p} if {n} is {than[0]}, {m} if it is {than[1]}, and {z} if it is {than[2]}"],
        inputs=[pivot, str(int(pivot) + 1), str(int(pivot) - 1)],
    )


def _levels(d: Draw) -> Sketch:
    n = d.word("score points n value grade x temperature age speed level mark")
    labels = d.one(
        ("A", "B", "C", "D"),
        ("high", "medium", "low", "none"),
        ("gold", "silver", "bronze", "nothing"),
        ("hot", "warm", "cool", "cold"),
        ("adult", "teen", "child", "baby"),
        ("large", "normal", "small", "tiny"),
    )
    k = d.number(2, 3)
    labels = labels[:k] + labels[-1:] if d.chance(0.5) else labels[: k + 1]
    limits = sorted(d.random.sample(range(1, 20), k), reverse=True)
    limits = [5 * limit for limit in limits] if d.chance(0.7) else limits
    pairs = list(zip(limits, labels, strict=False))
    ladder = "".join(f"if {n} >= {limit}:\n    return '{label}'\n" for limit, label in pairs) + f"return '{labels[k]}'"
    chain = ladder.replace("\nif", "\nelif").replace(f"\nreturn '{labels[k]}'", f"\nelse:\n    return '{labels[k]}'")
    said = ", ".join(f"'{label}' for {limit} or more" for limit, label in pairs)
    also = ", ".join(f"'{label}' if {n} is at least {limit}" for limit, label in pairs)
    return Sketch(
        names=[f"{n}_level", "grade_of", "category", f"rate_{n}", "classify", f"{n}_to_label", f"letter_{n}"],
        params=[Param(n, "nat")],
        bodies=[ladder, ladder, chain],
        returns="str",
        do=[f"Return {said}, and '{labels[k]}' below", f"Return {also}, and '{labels[k]}' otherwise"],
        inputs=[str(x) for limit in limits for x in (limit, limit - 1)],
    )


def _clamp(d: Draw) -> Sketch:
    n, low, high = d.one("n low high", "x lo hi", "value minimum maximum", "x lower upper", "v a b").split()
    form = d.number(0, 2)
    if form == 0:
        return Sketch(
            names=["limit_to_range", "clip", "restrict", "bound", "keep_in_range"],
            params=[Param(n, "int"), Param(low, "small"), Param(high, "nat12")],
            bodies=[f"if {n} < {low}:\n    return {low}\nif {n} > {high}:\n    return {high}\nreturn {n}"] * 2
            + [f"if {n} < {low}:\n    return {low}\nelif {n} > {high}:\n    return {high}\nelse:\n    return {n}"],
            do=[
                f"Return {low} if {n} is below {low}, {high} if {n} is above {high}, and {n} otherwise",
                f"Limit {n} to the range from {low} to {high}",
            ],
            draw=lambda e: (e.number(-10, 20), e.number(0, 4), e.number(5, 12)),
            inputs=["3, 4, 8", "9, 4, 8", "5, 4, 8", "4, 4, 8"],
        )
    k = str(d.number(0, 30))
    upper = form == 1
    builtin, sign, word = ("min", ">", "at most") if upper else ("max", "<", "at least")
    return Sketch(
        names=[f"cap_at_{k}", f"limit_to_{k}"] if upper else [f"at_least_{k}", f"raise_to_{k}", f"floor_at_{k}"],
        params=[Param(n, "int")],
        bodies=[
            f"return {builtin}({n}, {k})",
            f"if {n} {sign} {k}:\n    return {k}\nreturn {n}",
            f"return {k} if {n} {sign} {k} else {n}",
        ],
        do=[
            f"Return {n}, but {word} {k}",
            f"Return {k} if {n} is {'greater' if upper else 'less'} than {k}, otherwise {n}",
        ],
        inputs=[k, str(int(k) + 2), str(int(k) - 3)],
    )


def _fizz(d: Draw) -> Sketch:
    n = d.name(SINGLE)
    a, b = d.random.sample([2, 3, 4, 5, 6, 7, 9, 10], 2)
    first, second = d.one(("fizz", "buzz"), ("foo", "bar"), ("ping", "pong"), ("tick", "tock"), ("hip", "hop"))
    rest, said = d.one((f"str({n})", f"{n} as a string"), ("''", "an empty string"), ("'none'", "'none'"))
    body = f"if {n} % {a} == 0:\n    return '{first}'\nif {n} % {b} == 0:\n    return '{second}'\nreturn {rest}"
    return Sketch(
        names=[f"{first}_{second}", f"{first}_or_{second}", f"play_{first}", "say_number"],
        params=[Param(n, "nat")],
        bodies=[body, body.replace("\nif", "\nelif").replace(f"\nreturn {rest}", f"\nelse:\n    return {rest}")],
        returns="str",
        do=[f"Return '{first}' if {n} is divisible by {a}, else '{second}' if it is divisible by {b}, else {said}"],
        inputs=[str(a * b), str(a), str(b), str(a * b + 1)],
    )


FAMILIES = (Family("conditionals", ((_branch, 6), (_sign, 2), (_levels, 3), (_clamp, 2), (_fizz, 1))),)
