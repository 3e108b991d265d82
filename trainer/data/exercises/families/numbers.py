"""One to three numbers: expressions, predicates, comparisons, case distinctions."""

from __future__ import annotations

from trainer.data.exercises.conditions import number_condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.transforms import number_transform

__all__ = ["FAMILIES", "three", "two"]

_SINGLE = "n n n x x num number value a k i m v val integer"
_PAIRS = ("a b", "a b", "x y", "x y", "first second", "num1 num2", "n m", "left right", "p q", "m n", "value other", "a1 a2", "one two", "u v")
_TRIPLES = ("a b c", "a b c", "x y z", "p q r", "first second third", "i j k", "num1 num2 num3", "n1 n2 n3")


def two(d: Draw) -> tuple[str, str]:
    """Draws names for two parameters that belong together."""
    a, b = d.one(*_PAIRS).split()
    d.taken |= {a, b}
    return a, b


def three(d: Draw) -> tuple[str, str, str]:
    """Draws names for three parameters that belong together."""
    a, b, c = d.one(*_TRIPLES).split()
    d.taken |= {a, b, c}
    return a, b, c


def _assigned(d: Draw, code: str) -> list[str]:
    """Bodies that return an expression."""
    result = d.name("result total value_ answer res")
    return [f"return {code}"] * 4 + [f"{result} = {code}\nreturn {result}"]


def _basic(d: Draw) -> Sketch:
    a, b = two(d)
    both = d.one(f"{a} and {b}", f"{a} and {b}", "two numbers", "the two numbers", f"{a} and {b}", f"the numbers {a} and {b}")
    code, names, what, do, kind = d.one(
        (f"{a} + {b}", "add add_numbers sum_of_two plus sum_two add_two", f"the sum of {both}", f"Add {both}", "int"),
        (f"{a} + {b}", "add addition total", f"{a} plus {b}", f"Add {b} to {a}", "int"),
        (f"{a} - {b}", "subtract difference minus sub diff", f"{a} minus {b}", f"Subtract {b} from {a}", "int"),
        (f"{a} * {b}", "multiply product times mul multiply_two", f"the product of {both}", f"Multiply {both}", "int"),
        (f"({a} + {b}) / 2", "average mean_of_two midpoint average_of_two", f"the average of {both}", f"Average {both}", "int"),
        (f"abs({a} - {b})", "distance absolute_difference abs_diff gap", f"the absolute difference of {both}", f"Find the distance between {both}", "int"),
        (f"{a} % {b}", "remainder modulo mod rest", f"the remainder of {a} divided by {b}", f"Take {a} modulo {b}", "pos"),
        (f"{a} // {b}", "floor_divide quotient integer_division", f"{a} divided by {b}, rounded down", f"Divide {a} by {b}, rounding down", "pos"),
        (f"{a} / {b}", "divide ratio division", f"{a} divided by {b}", f"Divide {a} by {b}", "pos"),
        (f"{a} ** {b}", "power raise_to exponent pow_of", f"{a} to the power of {b}", f"Raise {a} to the power {b}", "small"),
        (f"{a} ** 2 + {b} ** 2", "sum_of_squares squares_sum", f"the sum of the squares of {both}", f"Add the squares of {both}", "int"),
        (f"{a} ** 2 - {b} ** 2", "difference_of_squares", f"the square of {a} minus the square of {b}", f"Subtract the square of {b} from the square of {a}", "int"),
        (f"({a} + {b}) ** 2", "square_of_sum squared_sum", f"the square of the sum of {both}", f"Square the sum of {both}", "int"),
    )  # fmt: skip
    returns = "float" if " / " in code else "int"
    kinds = ("small", "small") if kind == "small" else ("int", kind)
    return Sketch(
        names=names.split(), params=[Param(a, kinds[0]), Param(b, kinds[1])], bodies=_assigned(d, code), returns=returns, what=[what], do=[do]
    )


def _layered(d: Draw) -> Sketch:
    """An operation on two or three numbers, then another one."""
    names: tuple[str, ...] = two(d) if d.chance(0.6) else three(d)
    if len(names) == 2:
        a, b = names
        code, phrase, stem = d.one(
            (f"{a} + {b}", f"the sum of {a} and {b}", "sum"), (f"{a} - {b}", f"the difference {a} - {b}", "difference"),
            (f"{a} * {b}", f"the product of {a} and {b}", "product"), (f"max({a}, {b})", f"the larger of {a} and {b}", "larger"),
            (f"min({a}, {b})", f"the smaller of {a} and {b}", "smaller"), (f"abs({a} - {b})", f"the distance between {a} and {b}", "distance"),
        )  # fmt: skip
    else:
        a, b, c = names
        code, phrase, stem = d.one(
            (f"{a} + {b} + {c}", f"the sum of {a}, {b} and {c}", "sum_of_three"), (f"{a} * {b} * {c}", f"the product of {a}, {b} and {c}", "product_of_three"),
            (f"{a} + {b} * {c}", f"{a} plus the product of {b} and {c}", "sum_product"), (f"{a} * {b} + {c}", f"the product of {a} and {b}, plus {c}", "product_plus"),
            (f"({a} + {b}) * {c}", f"the sum of {a} and {b}, times {c}", "sum_times"), (f"{a} + {b} - {c}", f"{a} plus {b} minus {c}", "plus_minus"),
            (f"max({a}, {b}, {c})", f"the largest of {a}, {b} and {c}", "largest"), (f"min({a}, {b}, {c})", f"the smallest of {a}, {b} and {c}", "smallest"),
        )  # fmt: skip
    params = [Param(name, "int") for name in names]
    if d.chance(0.75):
        transform = number_transform(d)
        inner = code if code.startswith(("max", "min", "abs")) else f"({code})"
        if transform.code.count("@") == 1:
            middle = d.name("total value result s base")
            first = transform.of(code if transform.code.startswith("abs") else inner)
            bodies = [f"return {first}", f"{middle} = {code}\nreturn {transform.of(middle)}"]
        else:
            middle = d.name("total value result s base")
            bodies = [f"{middle} = {code}\nreturn {transform.of(middle)}"]
        what = [f"{phrase}, {transform.past}"] + ([f"the {transform.plural.removesuffix('s')} of {phrase}"] if transform.plural else [])
        return Sketch(names=[f"{transform.name}_{stem}", f"{stem}_{transform.name}", stem], params=params + list(transform.params), bodies=bodies, what=what)
    return Sketch(names=[stem, f"{stem}_of_numbers", f"{stem}_{names[0]}"], params=params, bodies=_assigned(d, code), what=[phrase])


def _single(d: Draw) -> Sketch:
    n = d.name(_SINGLE)
    transform = number_transform(d)
    code = transform.of(n)
    if d.chance(0.35):
        second = number_transform(d)
        if second.code.count("@") == 1 and not (second.params and transform.params):
            inner = code if code.startswith("abs") or second.code.startswith("abs") else f"({code})"
            return Sketch(
                names=[f"{transform.name}_then_{second.name}", f"{transform.name}_{second.name}"],
                params=[Param(n, "int"), *transform.params, *second.params],
                bodies=[f"return {second.of(inner)}", f"{n} = {code}\nreturn {second.of(n)}"],
                what=[f"{n} {transform.past}, then {second.past}", f"{n} {transform.past} and then {second.past}"],
            )
    subject = d.one(n, n, "a number", "the number", f"the number {n}")
    what = [f"{subject} {transform.past}"] + ([f"the {transform.plural.removesuffix('s')} of {subject}"] * 2 if transform.plural else [])
    do = [transform.do.replace(" each of", "").replace("@", subject)] if transform.do else []
    return Sketch(
        names=[transform.name, f"{transform.name}_number", f"{transform.name}_{n}"], params=[Param(n, "int"), *transform.params],
        bodies=_assigned(d, code), what=what, do=do,
    )  # fmt: skip


def _predicate(d: Draw) -> Sketch:
    n = d.name(_SINGLE)
    condition = number_condition(d, compound=0.35)
    subject = d.one(n, n, n, "a number", "the number", f"the number {n}", "the given number")
    return Sketch(
        names=[f"is_{condition.name}", f"is_{condition.name}", f"check_{condition.name}", f"{condition.name}_number"],
        params=[Param(n, "int"), *condition.params], bodies=truth(d, condition.of(n)), returns="bool",
        whether=[f"{subject} {condition.single}"],
    )  # fmt: skip


def _both(d: Draw) -> Sketch:
    a, b = two(d)
    condition = number_condition(d, compound=0)
    word, name, whether = d.one(
        ("and", "both", f"both {a} and {b} {condition.many}"), ("or", "either", f"{a} or {b} {condition.single}"),
        ("and", "are", f"{a} and {b} {condition.many}"), ("or", "any", f"at least one of {a} and {b} {condition.single}"),
    )  # fmt: skip
    return Sketch(
        names=[f"{name}_{condition.name}", f"{name}_are_{condition.name}"], params=[Param(a, "int"), Param(b, "int"), *condition.params],
        bodies=truth(d, f"{condition.of(a)} {word} {condition.of(b)}"), returns="bool", whether=[whether],
    )  # fmt: skip


def _relation(d: Draw) -> Sketch:
    a, b = two(d)
    k = d.number(2, 10)
    code, names, whether = d.one(
        (f"{a} > {b}", "is_greater greater_than is_larger", f"{a} is greater than {b}"), (f"{a} < {b}", "is_less less_than is_smaller", f"{a} is less than {b}"),
        (f"{a} == {b}", "are_equal is_equal same", f"{a} equals {b}"), (f"{a} != {b}", "are_different differ", f"{a} and {b} are different"),
        (f"{a} % 2 == {b} % 2", "same_parity both_even_or_odd", f"{a} and {b} are both even or both odd"), (f"{a} >= {b}", "at_least not_less", f"{a} is at least {b}"),
        (f"abs({a} - {b}) <= {k}", f"within_{k} is_close near", f"{a} and {b} differ by at most {k}"), (f"{a} + {b} == {k}", f"adds_to_{k} sum_is_{k}", f"{a} and {b} add up to {k}"),
        (f"{a} == {b} * {k}", f"is_{k}_times", f"{a} is {k} times {b}"), (f"{a} * {b} > 0", "same_sign product_positive", f"the product of {a} and {b} is positive"),
        (f"{a} ** 2 == {b}", "is_square_of", f"{b} is the square of {a}"), (f"{a} == -{b}", "are_opposite", f"{a} is the negative of {b}"),
        (f"{a} + {b} > {k}", f"sum_above_{k}", f"the sum of {a} and {b} is greater than {k}"), (f"{a} - {b} == {k}", f"is_{k}_more", f"{a} is {k} more than {b}"),
    )  # fmt: skip
    return Sketch(
        names=names.split(), params=[Param(a, "int"), Param(b, "int")], bodies=truth(d, code), returns="bool", whether=[whether],
        draw=lambda e: e.one((v := e.number(-4, 9), v), (v, k - v), (v, v * v), (v * k, v), (v, -v), (v, v + k), (v, e.number(-20, 20)), (v + k, v)),
    )  # fmt: skip


def _inside(d: Draw) -> Sketch:
    n, low, high = d.one("n low high", "x lower upper", "value minimum maximum", "number start end", "x a b", "value low high").split()
    strict = d.chance(0.4)
    sign = "<" if strict else "<="
    note = ", not included" if strict else ", both included"
    outside = d.chance(0.3)
    code = f"{n} < {low} or {n} > {high}" if outside else f"{low} {sign} {n} {sign} {high}"
    whether = f"{n} is less than {low} or greater than {high}" if outside else f"{n} is between {low} and {high}{note}"
    return Sketch(
        names=["is_outside", "out_of_range"] if outside else ["is_between", "in_range", "within", "is_in_range", "between"],
        params=[Param(n, "nat"), Param(low, "small"), Param(high, "nat12")], bodies=truth(d, code), returns="bool", whether=[whether],
        inputs=["3, 3, 5", "5, 3, 5", "4, 3, 5", "6, 3, 5", "2, 3, 5"],
    )  # fmt: skip


def _choose(d: Draw) -> Sketch:
    larger = d.chance(0.5)
    sign, builtin = (">", "max") if larger else ("<", "min")
    words = d.word("larger bigger greater maximum") if larger else d.word("smaller lesser minimum")
    three_words = {"larger": "largest", "bigger": "biggest", "greater": "greatest", "smaller": "smallest", "lesser": "least"}.get(words, words)
    if d.chance(0.55):
        a, b = two(d)
        loose = d.one(sign, sign, sign + "=")
        bodies = [f"return {builtin}({a}, {b})", f"if {a} {loose} {b}:\n    return {a}\nreturn {b}", f"if {a} {loose} {b}:\n    return {a}\nelse:\n    return {b}", f"return {a} if {a} {loose} {b} else {b}"]
        return Sketch(
            names=[f"{builtin}_of_two", words, f"{words}_of", f"{words}_number", f"{builtin}_two", f"pick_{words}"], params=[Param(a, "int"), Param(b, "int")],
            bodies=bodies, what=[f"the {words} of {a} and {b}", f"the {words} of two numbers", f"the {words} of the two numbers {a} and {b}"],
        )  # fmt: skip
    a, b, c = three(d)
    best = d.name("best result top")
    ladder = f"if {a} {sign}= {b} and {a} {sign}= {c}:\n    return {a}\nif {b} {sign}= {c}:\n    return {b}\nreturn {c}"
    walk = f"{best} = {a}\nif {b} {sign} {best}:\n    {best} = {b}\nif {c} {sign} {best}:\n    {best} = {c}\nreturn {best}"
    what = [f"the {three_words} of {a}, {b} and {c}", f"the {three_words} of three numbers"]
    bodies = [f"return {builtin}({a}, {b}, {c})", ladder, walk]
    if d.chance(0.2):
        bodies, what, builtin = [f"return sorted([{a}, {b}, {c}])[1]"], [f"the middle of {a}, {b} and {c} by size", "the median of three numbers"], "middle"
    return Sketch(names=[f"{builtin}_of_three", f"{builtin}_three", f"{builtin}3"], params=[Param(x, "int") for x in (a, b, c)], bodies=bodies, what=what)


_LABELS = ("even odd", "yes no", "high low", "pass fail", "big small", "positive negative", "hot cold", "good bad", "open closed", "odd even", "accept reject", "left right", "on off")


def _outcome(d: Draw, n: str) -> tuple[str, str]:
    """Draws a value for a branch, as code and in words."""
    if d.chance(0.45):
        return d.one((n, n), ("0", "0"), ("1", "1"), ("-1", "-1"), (f"-{n}", f"the negative of {n}"), ("None", "None"))
    k = d.number(2, 10)
    return d.one((f"{n} * {k}", f"{n} times {k}"), (f"{n} + {k}", f"{n} plus {k}"), (f"{n} - {k}", f"{n} minus {k}"), (f"{n} // 2", f"half of {n} (rounded down)"), (f"{n} * {n}", f"the square of {n}"))


def _branch(d: Draw) -> Sketch:
    n = d.name(_SINGLE)
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
    bodies = [f"if {test}:\n    return {a}\nreturn {b}", f"if {test}:\n    return {a}\nelse:\n    return {b}", f"return {a} if {test} else {b}", f"if {test}:\n    return {a}\nreturn {b}"]
    do = [
        f"Return {said_a} if {n} {condition.single}, otherwise {said_b}", f"Return {said_a} if {n} {condition.single}, else {said_b}",
        f"If {n} {condition.single}, return {said_a}. Otherwise return {said_b}", f"Return {said_a} when {n} {condition.single} and {said_b} otherwise",
    ]  # fmt: skip
    return Sketch(names=names, params=[Param(n, "int"), *condition.params], bodies=bodies, returns=returns, do=do)


def _sign(d: Draw) -> Sketch:
    n = d.name(_SINGLE)
    p, m, z = d.one(("1", "-1", "0"), ("1", "-1", "0"), ("'positive'", "'negative'", "'zero'"), ("'+'", "'-'", "'0'"), ("'plus'", "'minus'", "'none'"))
    pivot = d.one("0", "0", str(d.number(1, 20)))
    than = {"0": ("positive", "negative", "zero")}.get(pivot, (f"above {pivot}", f"below {pivot}", f"exactly {pivot}"))
    bodies = [
        f"if {n} > {pivot}:\n    return {p}\nif {n} < {pivot}:\n    return {m}\nreturn {z}",
        f"if {n} > {pivot}:\n    return {p}\nelif {n} < {pivot}:\n    return {m}\nelse:\n    return {z}",
        f"if {n} == {pivot}:\n    return {z}\nreturn {p} if {n} > {pivot} else {m}",
    ]
    return Sketch(
        names=["sign", "sign_of", "signum", "get_sign", "number_sign"] if pivot == "0" else [f"compare_to_{pivot}", f"side_of_{pivot}"], params=[Param(n, "int")], bodies=bodies,
        returns="str" if "'" in p else "int", do=[f"Return {p} if {n} is {than[0]}, {m} if it is {than[1]}, and {z} if it is {than[2]}"],
        inputs=[pivot, str(int(pivot) + 1), str(int(pivot) - 1)],
    )  # fmt: skip


def _levels(d: Draw) -> Sketch:
    n = d.word("score points n value grade x temperature age speed level mark")
    labels = d.one(("A", "B", "C", "D"), ("high", "medium", "low", "none"), ("gold", "silver", "bronze", "nothing"), ("hot", "warm", "cool", "cold"), ("adult", "teen", "child", "baby"), ("large", "normal", "small", "tiny"))
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
        names=[f"{n}_level", "grade_of", "category", f"rate_{n}", "classify", f"{n}_to_label", f"letter_{n}"], params=[Param(n, "nat")], bodies=[ladder, ladder, chain],
        returns="str", do=[f"Return {said}, and '{labels[k]}' below", f"Return {also}, and '{labels[k]}' otherwise"], inputs=[str(x) for limit in limits for x in (limit, limit - 1)],
    )  # fmt: skip


def _clamp(d: Draw) -> Sketch:
    n, low, high = d.one("n low high", "x lo hi", "value minimum maximum", "x lower upper", "v a b").split()
    form = d.number(0, 2)
    if form == 0:
        return Sketch(
            names=["limit_to_range", "clip", "restrict", "bound", "keep_in_range"], params=[Param(n, "int"), Param(low, "small"), Param(high, "nat12")],
            bodies=[f"if {n} < {low}:\n    return {low}\nif {n} > {high}:\n    return {high}\nreturn {n}"] * 2 + [f"if {n} < {low}:\n    return {low}\nelif {n} > {high}:\n    return {high}\nelse:\n    return {n}"],
            do=[f"Return {low} if {n} is below {low}, {high} if {n} is above {high}, and {n} otherwise", f"Limit {n} to the range from {low} to {high}"],
            draw=lambda e: (e.number(-10, 20), e.number(0, 4), e.number(5, 12)), inputs=["3, 4, 8", "9, 4, 8", "5, 4, 8", "4, 4, 8"],
        )  # fmt: skip
    k = str(d.number(0, 30))
    upper = form == 1
    builtin, sign, word = ("min", ">", "at most") if upper else ("max", "<", "at least")
    return Sketch(
        names=[f"cap_at_{k}", f"limit_to_{k}"] if upper else [f"at_least_{k}", f"raise_to_{k}", f"floor_at_{k}"], params=[Param(n, "int")],
        bodies=[f"return {builtin}({n}, {k})", f"if {n} {sign} {k}:\n    return {k}\nreturn {n}", f"return {k} if {n} {sign} {k} else {n}"],
        do=[f"Return {n}, but {word} {k}", f"Return {k} if {n} is {'greater' if upper else 'less'} than {k}, otherwise {n}"], inputs=[k, str(int(k) + 2), str(int(k) - 3)],
    )  # fmt: skip


def _fizz(d: Draw) -> Sketch:
    n = d.name(_SINGLE)
    a, b = d.random.sample([2, 3, 4, 5, 6, 7, 9, 10], 2)
    first, second = d.one(("fizz", "buzz"), ("foo", "bar"), ("ping", "pong"), ("tick", "tock"), ("hip", "hop"))
    rest, said = d.one((f"str({n})", f"{n} as a string"), ("''", "an empty string"), ("'none'", "'none'"))
    body = f"if {n} % {a} == 0:\n    return '{first}'\nif {n} % {b} == 0:\n    return '{second}'\nreturn {rest}"
    return Sketch(
        names=[f"{first}_{second}", f"{first}_or_{second}", f"play_{first}", "say_number"], params=[Param(n, "nat")],
        bodies=[body, body.replace("\nif", "\nelif").replace(f"\nreturn {rest}", f"\nelse:\n    return {rest}")], returns="str",
        do=[f"Return '{first}' if {n} is divisible by {a}, else '{second}' if it is divisible by {b}, else {said}"], inputs=[str(a * b), str(a), str(b), str(a * b + 1)],
    )  # fmt: skip


FAMILIES = (
    Family("arithmetic", ((_basic, 5), (_single, 3), (_layered, 5))),
    Family("predicates", ((_predicate, 5), (_both, 2))),
    Family("comparison", ((_relation, 3), (_inside, 2), (_choose, 4))),
    Family("conditionals", ((_branch, 6), (_sign, 2), (_levels, 3), (_clamp, 2), (_fizz, 1))),
)
