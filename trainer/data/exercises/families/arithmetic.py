"""One to three numbers: expressions and predicates."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.number_predicates import both, clauses, predicate
from trainer.data.exercises.families.parameters import SINGLE, three, two
from trainer.data.exercises.families.two_numbers import assigned, basic
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.transforms import Transform, number_transform

__all__ = ["FAMILIES", "clauses", "phrases"]


def phrases(transform: Transform, subject: str) -> list[str]:
    """Noun phrases for what a transform makes of a number; plain also where the number is a phrase of its own."""
    k = transform.code.split()[-1]
    name = transform.name.rstrip("_0123456789")
    return [
        phrase.format(subject)
        for phrase in {
            "square": ["the square of {}", "the second power of {}", "the result of multiplying {} by itself"],
            "cube": ["the cube of {}", "the third power of {}", "the result of raising {} to the third power"],
            "double": ["twice {}", "two times {}", "the double of {}"],
            "triple": ["three times {}", "the triple of {}", "the result of tripling {}"],
            "negate": ["the negative of {}", "the additive inverse of {}", "the result of flipping the sign of {}"],
            "absolute": ["the absolute value of {}", "the magnitude of {}", "the distance of {} from zero"],
            "abs": ["the absolute value of {}", "the size of {} without its sign", "the distance from zero of {}"],
            "increment": ["one more than {}", "the successor of {}", "the integer right after {}"],
            "decrement": ["one less than {}", "the predecessor of {}", "the integer right before {}"],
            "add": [f"{k} more than {{}}", f"the result of adding {k} to {{}}"],
            "subtract": [f"{k} less than {{}}", f"the result of subtracting {k} from {{}}"],
            "multiply": [f"{k} times {{}}", f"the result of multiplying {{}} by {k}"],
            "scale": [f"{k} times {{}}", f"the result of scaling {{}} by {k}"],
            "floor_divide": [
                f"the integer quotient when {{}} is divided by {k}, rounded down",
                f"the result of dividing {{}} by {k} and rounding down",
            ],
            "mod": [f"the remainder when {{}} is divided by {k}", f"the result of taking {{}} modulo {k}"],
        }[name]
    ]


def _step(transform: Transform, subject: str) -> str:
    """The transform as an imperative: "square the sum"."""
    do = (transform.do or "Take the absolute value of @").replace(" each of", "").replace("@", subject)
    return do[0].lower() + do[1:]


def _layered(d: Draw) -> Sketch:
    """An operation on two or three numbers, then another one."""
    names: tuple[str, ...] = two(d) if d.chance(0.6) else three(d)
    if len(names) == 2:
        a, b = names
        code, said, stem = d.one(
            (f"{a} + {b}", [f"the sum of {a} and {b}", f"the total of {a} and {b}"], "sum"),
            (f"{a} - {b}", [f"the difference {a} - {b}", f"the difference of {a} minus {b}"], "difference"),
            (f"{a} * {b}", [f"the product of {a} and {b}", f"the product {a} * {b}"], "product"),
            (f"max({a}, {b})", [f"the larger of {a} and {b}", f"the maximum of {a} and {b}", f"the greater of {a} and {b}"], "larger"),  # noqa: E501
            (f"min({a}, {b})", [f"the smaller of {a} and {b}", f"the minimum of {a} and {b}", f"the lesser of {a} and {b}"], "smaller"),  # noqa: E501
            (f"abs({a} - {b})", [f"the distance between {a} and {b}", f"the absolute difference of {a} and {b}"], "distance"),  # noqa: E501
        )  # fmt: skip
        loose = False
    else:
        a, b, c = names
        code, said, stem = d.one(
            (f"{a} + {b} + {c}", [f"the sum of {a}, {b} and {c}", f"the total of {a}, {b} and {c}"], "sum_of_three"),
            (f"{a} * {b} * {c}", [f"the product of {a}, {b} and {c}", f"the product {a} * {b} * {c}"], "product_of_three"),  # noqa: E501
            (f"{a} + {b} * {c}", [f"{a} plus the product of {b} and {c}", f"{a} plus {b} times {c}"], "sum_product"),
            (f"{a} * {b} + {c}", [f"the product of {a} and {b}, plus {c}", f"{a} times {b}, plus {c}"], "product_plus"),
            (f"({a} + {b}) * {c}", [f"the sum of {a} and {b}, times {c}", f"{c} times the sum of {a} and {b}"], "sum_times"),  # noqa: E501
            (f"{a} + {b} - {c}", [f"{a} plus {b} minus {c}", f"the sum of {a} and {b}, minus {c}"], "plus_minus"),
            (f"max({a}, {b}, {c})", [f"the largest of {a}, {b} and {c}", f"the maximum of {a}, {b} and {c}", f"the greatest of {a}, {b} and {c}"], "largest"),  # noqa: E501
            (f"min({a}, {b}, {c})", [f"the smallest of {a}, {b} and {c}", f"the minimum of {a}, {b} and {c}", f"the least of {a}, {b} and {c}"], "smallest"),  # noqa: E501
        )  # fmt: skip
        loose = stem in ("sum_product", "product_plus", "sum_times", "plus_minus")
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
        past = f"the result {transform.past}" if loose else transform.past
        nouns = [f"the value of {code}"] if loose else said
        return Sketch(
            names=[
                f"{transform.name}_{stem}",
                f"{stem}_{transform.name}",
                stem,
                f"{transform.name}_the_{stem}",
                f"{stem}_then_{transform.name}",
                f"{stem}_and_{transform.name}",
                f"{transform.name}_of_{stem}",
            ],
            params=params + list(transform.params),
            bodies=bodies,
            what=[f"{phrase}, {past}" for phrase in said]
            + [phrase for noun in nouns for phrase in phrases(transform, noun)],
            do=[] if loose else [f"{step[0].upper()}{step[1:]}" for step in (_step(transform, noun) for noun in nouns)],
            sentences=[
                text
                for phrase in said
                for text in (
                    f"First work out {phrase}, then {_step(transform, 'the result')}.",
                    f"Find {phrase}, and {_step(transform, 'what you get')}.",
                    f"Take {phrase}; then {_step(transform, 'that number')}.",
                    f"Compute {phrase} first. The result is this value {transform.past}.",
                )
            ]
            + [f"What is {phrase}?" for noun in nouns for phrase in phrases(transform, noun)],
        )
    return Sketch(
        names=[
            stem,
            f"{stem}_of_numbers",
            f"{stem}_{names[0]}",
            f"get_{stem}",
            f"find_{stem}",
            f"{stem}_value",
            f"compute_{stem}",
        ],
        params=params,
        bodies=assigned(d, code),
        what=[*said, f"the value of {code}"],
        sentences=[
            text
            for phrase in said
            for text in (
                f"What is {phrase}?",
                f"Given {', '.join(names[:-1])} and {names[-1]}, work out {phrase}.",
                f"Figure out {phrase}.",
                f"{phrase[0].upper()}{phrase[1:]}.",
                f"Gives back {phrase}.",
            )
        ],
    )


def _single(d: Draw) -> Sketch:
    n = d.name(SINGLE)
    transform = number_transform(d)
    code = transform.of(n)
    if d.chance(0.35):
        second = number_transform(d)
        if second.code.count("@") == 1 and not (second.params and transform.params):
            inner = code if code.startswith("abs") or second.code.startswith("abs") else f"({code})"
            nested = phrases(second, f"the {transform.plural.removesuffix('s')} of {n}") if transform.plural else []
            return Sketch(
                names=[
                    f"{transform.name}_then_{second.name}",
                    f"{transform.name}_{second.name}",
                    f"{transform.name}_and_{second.name}",
                    f"{second.name}_after_{transform.name}",
                    "two_steps",
                    f"apply_{transform.name}_{second.name}",
                    f"transform_{n}",
                ],
                params=[Param(n, "int"), *transform.params, *second.params],
                bodies=[f"return {second.of(inner)}", f"{n} = {code}\nreturn {second.of(n)}"],
                what=[
                    f"{n} {transform.past}, then {second.past}",
                    f"{n} {transform.past} and then {second.past}",
                    f"the result when {n} is first {transform.past} and then {second.past}",
                    *nested,
                ],
                sentences=[
                    f"First {_step(transform, n)}, then {_step(second, 'the result')}.",
                    f"Take {n}, {_step(transform, 'it')} and then {_step(second, 'the result')}.",
                    f"After you {_step(transform, n)}, {_step(second, 'what you got')}. Return that.",
                    f"Two steps: {_step(transform, n)}; {_step(second, 'the result')}.",
                    f"Start with {n}. It is {transform.past}, and the result is {second.past}.",
                    f"What becomes of {n} when it is {transform.past} and then {second.past}?",
                    f"Find {phrases(transform, n)[0]}, then {_step(second, 'that')}.",
                ],
            )
    subject = d.one(n, n, "a number", "the number", f"the number {n}")
    do = [transform.do.replace(" each of", "").replace("@", subject)] if transform.do else []
    return Sketch(
        names=[
            transform.name,
            f"{transform.name}_number",
            f"{transform.name}_{n}",
            f"{transform.name}_value",
            f"{transform.name}_it",
            f"to_{transform.name}",
            f"{transform.name}_of_number",
            f"{transform.name}_integer",
        ],
        params=[Param(n, "int"), *transform.params],
        bodies=assigned(d, code),
        what=[f"{subject} {transform.past}", *phrases(transform, subject), *phrases(transform, n)],
        do=do,
        sentences=[
            f"What is {n} {transform.past}?",
            f"Take {n} and {_step(transform, 'it')}.",
            f"Given {n}, {_step(transform, 'it')} and give back the result.",
            f"What do you get if you {_step(transform, n)}?",
            f"Gives back {phrases(transform, n)[0]}.",
            f"Figure out {phrases(transform, subject)[-1]}.",
            f"How much is {phrases(transform, n)[0]}?",
            f"The number {n}, {transform.past}.",
        ],
    )


FAMILIES = (
    Family("arithmetic", ((basic, 5), (_single, 3), (_layered, 5))),
    Family("predicates", ((predicate, 5), (both, 2))),
)
