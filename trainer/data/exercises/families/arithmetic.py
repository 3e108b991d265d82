"""One to three numbers: expressions and predicates."""

from __future__ import annotations

from trainer.data.exercises.conditions import number_condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import SINGLE, three, two
from trainer.data.exercises.family import Family
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.transforms import number_transform

__all__ = ["FAMILIES"]


def _assigned(d: Draw, code: str) -> list[str]:
    """Bodies that return an expression."""
    result = d.name("result total value_ answer res")
    return [f"return {code}"] * 4 + [f"{result} = {code}\nreturn {result}"]


def _basic(d: Draw) -> Sketch:
    a, b = two(d)
    both = d.one(
        f"{a} and {b}", f"{a} and {b}", "two numbers", "the two numbers", f"{a} and {b}", f"the numbers {a} and {b}"
    )
    code, names, what, do, kind = d.one(
        (f"{a} + {b}", "add add_numbers sum_of_two plus sum_two add_two", f"the sum of {both}", f"Add {both}", "int"),
        (f"{a} + {b}", "add addition total", f"{a} plus {b}", f"Add {b} to {a}", "int"),
        (f"{a} - {b}", "subtract difference minus sub diff", f"{a} minus {b}", f"Subtract {b} from {a}", "int"),
        (f"{a} * {b}", "multiply product times mul multiply_two", f"the product of {both}", f"Multiply {both}", "int"),
        (
            f"({a} + {b}) / 2",
            "average mean_of_two midpoint average_of_two",
            f"the average of {both}",
            f"Average {both}",
            "int",
        ),
        (
            f"abs({a} - {b})",
            "distance absolute_difference abs_diff gap",
            f"the absolute difference of {both}",
            f"Find the distance between {both}",
            "int",
        ),
        (
            f"{a} % {b}",
            "remainder modulo mod rest",
            f"the remainder of {a} divided by {b}",
            f"Take {a} modulo {b}",
            "pos",
        ),
        (
            f"{a} // {b}",
            "floor_divide quotient integer_division",
            f"{a} divided by {b}, rounded down",
            f"Divide {a} by {b}, rounding down",
            "pos",
        ),
        (f"{a} / {b}", "divide ratio division", f"{a} divided by {b}", f"Divide {a} by {b}", "pos"),
        (
            f"{a} ** {b}",
            "power raise_to exponent pow_of",
            f"{a} to the power of {b}",
            f"Raise {a} to the power {b}",
            "small",
        ),
        (
            f"{a} ** 2 + {b} ** 2",
            "sum_of_squares squares_sum",
            f"the sum of the squares of {both}",
            f"Add the squares of {both}",
            "int",
        ),
        (
            f"{a} ** 2 - {b} ** 2",
            "difference_of_squares",
            f"the square of {a} minus the square of {b}",
            f"Subtract the square of {b} from the square of {a}",
            "int",
        ),
        (
            f"({a} + {b}) ** 2",
            "square_of_sum squared_sum",
            f"the square of the sum of {both}",
            f"Square the sum of {both}",
            "int",
        ),
    )
    returns = "float" if " / " in code else "int"
    kinds = ("small", "small") if kind == "small" else ("int", kind)
    return Sketch(
        names=names.split(),
        params=[Param(a, kinds[0]), Param(b, kinds[1])],
        bodies=_assigned(d, code),
        returns=returns,
        what=[what],
        do=[do],
    )


def _layered(d: Draw) -> Sketch:
    """An operation on two or three numbers, then another one."""
    names: tuple[str, ...] = two(d) if d.chance(0.6) else three(d)
    if len(names) == 2:
        a, b = names
        code, phrase, stem = d.one(
            (f"{a} + {b}", f"the sum of {a} and {b}", "sum"),
            (f"{a} - {b}", f"the difference {a} - {b}", "difference"),
            (f"{a} * {b}", f"the product of {a} and {b}", "product"),
            (f"max({a}, {b})", f"the larger of {a} and {b}", "larger"),
            (f"min({a}, {b})", f"the smaller of {a} and {b}", "smaller"),
            (f"abs({a} - {b})", f"the distance between {a} and {b}", "distance"),
        )
    else:
        a, b, c = names
        code, phrase, stem = d.one(
            (f"{a} + {b} + {c}", f"the sum of {a}, {b} and {c}", "sum_of_three"),
            (f"{a} * {b} * {c}", f"the product of {a}, {b} and {c}", "product_of_three"),
            (f"{a} + {b} * {c}", f"{a} plus the product of {b} and {c}", "sum_product"),
            (f"{a} * {b} + {c}", f"the product of {a} and {b}, plus {c}", "product_plus"),
            (f"({a} + {b}) * {c}", f"the sum of {a} and {b}, times {c}", "sum_times"),
            (f"{a} + {b} - {c}", f"{a} plus {b} minus {c}", "plus_minus"),
            (f"max({a}, {b}, {c})", f"the largest of {a}, {b} and {c}", "largest"),
            (f"min({a}, {b}, {c})", f"the smallest of {a}, {b} and {c}", "smallest"),
        )
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
        what = [f"{phrase}, {transform.past}"] + (
            [f"the {transform.plural.removesuffix('s')} of {phrase}"] if transform.plural else []
        )
        return Sketch(
            names=[f"{transform.name}_{stem}", f"{stem}_{transform.name}", stem],
            params=params + list(transform.params),
            bodies=bodies,
            what=what,
        )
    return Sketch(
        names=[stem, f"{stem}_of_numbers", f"{stem}_{names[0]}"],
        params=params,
        bodies=_assigned(d, code),
        what=[phrase],
    )


def _single(d: Draw) -> Sketch:
    n = d.name(SINGLE)
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
    what = [f"{subject} {transform.past}"] + (
        [f"the {transform.plural.removesuffix('s')} of {subject}"] * 2 if transform.plural else []
    )
    do = [transform.do.replace(" each of", "").replace("@", subject)] if transform.do else []
    return Sketch(
        names=[transform.name, f"{transform.name}_number", f"{transform.name}_{n}"],
        params=[Param(n, "int"), *transform.params],
        bodies=_assigned(d, code),
        what=what,
        do=do,
    )


def _predicate(d: Draw) -> Sketch:
    n = d.name(SINGLE)
    condition = number_condition(d, compound=0.35)
    subject = d.one(n, n, n, "a number", "the number", f"the number {n}", "the given number")
    return Sketch(
        names=[f"is_{condition.name}", f"is_{condition.name}", f"check_{condition.name}", f"{condition.name}_number"],
        params=[Param(n, "int"), *condition.params],
        bodies=truth(d, condition.of(n)),
        returns="bool",
        whether=[f"{subject} {condition.single}"],
    )


def _both(d: Draw) -> Sketch:
    a, b = two(d)
    condition = number_condition(d, compound=0)
    word, name, whether = d.one(
        ("and", "both", f"both {a} and {b} {condition.many}"),
        ("or", "either", f"{a} or {b} {condition.single}"),
        ("and", "are", f"{a} and {b} {condition.many}"),
        ("or", "any", f"at least one of {a} and {b} {condition.single}"),
    )
    return Sketch(
        names=[f"{name}_{condition.name}", f"{name}_are_{condition.name}"],
        params=[Param(a, "int"), Param(b, "int"), *condition.params],
        bodies=truth(d, f"{condition.of(a)} {word} {condition.of(b)}"),
        returns="bool",
        whether=[whether],
    )


FAMILIES = (
    Family("arithmetic", ((_basic, 5), (_single, 3), (_layered, 5))),
    Family("predicates", ((_predicate, 5), (_both, 2))),
)
