"""One to three numbers: expressions and predicates."""

from __future__ import annotations

from trainer.data.exercises.conditions import Condition, number_condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import SINGLE, three, two
from trainer.data.exercises.family import Family
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.transforms import Transform, number_transform

__all__ = ["FAMILIES", "clauses", "phrases"]


def _assigned(d: Draw, code: str) -> list[str]:
    """Bodies that return an expression."""
    result = d.name("result total value_ answer res")
    return [f"return {code}"] * 4 + [f"{result} = {code}\nreturn {result}"]


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


def clauses(condition: Condition) -> list[str]:
    """Other ways to say that one number fulfils a condition, as singular verb phrases."""
    if condition.code == "@ % 2 == 0":
        return ["is divisible by two", "is a multiple of 2", "can be halved without a remainder", "is an even number"]
    if condition.code == "@ % 2 != 0":
        return ["is not divisible by two", "is an odd number", "is no multiple of 2", "has a remainder when halved"]
    match condition.code.split():
        case ["@", "==", "0"]:
            return ["is zero", "equals 0", "is neither positive nor negative"]
        case ["@", ">", k]:
            return [f"is more than {k}", f"exceeds {k}", f"is bigger than {k}", f"lies above {k}"]
        case ["@", "<", k]:
            return [f"is less than {k}", f"is under {k}", f"is lower than {k}", f"lies below {k}"]
        case ["@", ">=", k]:
            return [f"is {k} or more", f"is not less than {k}", f"is {k} or greater", f"is no smaller than {k}"]
        case ["@", "<=", k]:
            return [f"is {k} or less", f"is not more than {k}", f"does not exceed {k}", f"is no larger than {k}"]
        case ["@", "==", k]:
            return [f"equals {k}", f"is the same as {k}", f"is exactly {k}"]
        case ["@", "!=", k]:
            return [f"is not {k}", f"is not equal to {k}", f"is anything but {k}"]
        case ["@", "%", k, "==", "0"]:
            return [
                f"is a multiple of {k}",
                f"can be divided by {k} without a remainder",
                f"is evenly divisible by {k}",
            ]
        case ["@", "%", k, "!=", "0"]:
            return [f"is not a multiple of {k}", f"cannot be divided evenly by {k}", f"has a remainder modulo {k}"]
        case ["@", "%", k, "==", rest]:
            return [f"has remainder {rest} modulo {k}", f"is congruent to {rest} modulo {k}"]
        case [low, "<=", "@", "<=", high]:
            return [f"is at least {low} and at most {high}", f"is in the range from {low} to {high}, ends included"]
    return []


def _basic(d: Draw) -> Sketch:
    a, b = two(d)
    both = d.one(
        f"{a} and {b}", f"{a} and {b}", "two numbers", "the two numbers", f"{a} and {b}", f"the numbers {a} and {b}"
    )
    sums = [
        f"the sum of {both}",
        f"the total of {both}",
        f"the result of adding {a} and {b}",
        f"{a} plus {b}",
        f"{b} added to {a}",
    ]
    adding = [
        f"What do {a} and {b} add up to?",
        f"Add {both} together and give back the sum.",
        f"How much is {a} + {b}?",
        f"Given {a} and {b}, work out their sum.",
        f"Adds two numbers, {a} and {b}.",
    ]
    code, names, what, do, sentences, kind = d.one(
        (
            f"{a} + {b}",
            "add add_numbers sum_of_two plus sum_two add_two sum_numbers add_together",
            sums,
            [f"Add {both}", f"Sum up {both}"],
            adding,
            "int",
        ),
        (
            f"{a} + {b}",
            "add addition total sum_up plus_numbers get_sum sum_both simple_add",
            sums,
            [f"Add {b} to {a}", f"Add up {a} and {b}"],
            adding,
            "int",
        ),
        (
            f"{a} - {b}",
            "subtract difference minus sub diff subtraction take_away subtract_numbers",
            [
                f"{a} minus {b}",
                f"the difference {a} - {b}",
                f"the result of subtracting {b} from {a}",
                f"what is left of {a} after taking away {b}",
            ],
            [f"Subtract {b} from {a}", f"Take {b} away from {a}", f"Deduct {b} from {a}"],
            [
                f"How much is {a} less {b}?",
                f"What do you get when you take {b} away from {a}?",
                f"The first number minus the second: {a} - {b}.",
                f"Given {a} and {b}, work out {a} minus {b}.",
                "Subtracts the second number from the first.",
            ],
            "int",
        ),
        (
            f"{a} * {b}",
            "multiply product times mul multiply_two multiplication product_of_two multiply_numbers",
            [f"the product of {both}", f"{a} times {b}", f"{a} multiplied by {b}", f"the result of {a} * {b}"],
            [],
            [
                f"Multiply {both}.",
                f"Multiply {a} by {b}.",
                f"How much is {a} times {b}?",
                f"What is the product of {both}?",
                "Multiplies two numbers and gives back the result.",
                f"Given {a} and {b}, work out {a} times {b}.",
                f"The result when {a} and {b} are multiplied together.",
            ],
            "int",
        ),
        (
            f"({a} + {b}) / 2",
            "average mean_of_two midpoint average_of_two mean avg_two halfway arithmetic_mean",
            [
                f"the average of {both}",
                f"the arithmetic mean of {both}",
                f"half the sum of {both}",
                f"the number halfway between {a} and {b}",
                f"the midpoint between {a} and {b}",
            ],
            [f"Average {both}"],
            [
                f"What is the mean of {both}?",
                f"Add {a} and {b}, then divide by two.",
                f"Which number lies exactly in the middle between {a} and {b}?",
                f"Sum {a} and {b} and halve the result.",
                "The mean of two numbers, as a float.",
            ],
            "int",
        ),
        (
            f"abs({a} - {b})",
            "distance absolute_difference abs_diff gap difference_between how_far_apart distance_between abs_distance",
            [
                f"the absolute difference of {both}",
                f"the absolute value of {a} - {b}",
                f"the distance between {a} and {b} on the number line",
                f"the gap between {both}, never negative",
                f"the difference between {both} without its sign",
            ],
            [f"Find the distance between {both}"],
            [
                f"How far apart are {a} and {b}?",
                f"By how much do {a} and {b} differ? The answer is never negative.",
                f"Subtract the smaller of {a} and {b} from the larger.",
                f"Tell how far {a} is from {b}, whichever is larger.",
                "The positive difference of two numbers, 0 if they are equal.",
            ],
            "int",
        ),
        (
            f"{a} % {b}",
            "remainder modulo mod rest left_over division_rest remainder_of modulus",
            [
                f"the remainder of {a} divided by {b}",
                f"{a} modulo {b}",
                f"the remainder when {a} is divided by {b}",
                f"what is left over after dividing {a} by {b}",
                f"the rest of the integer division of {a} by {b}",
            ],
            [f"Take {a} modulo {b}"],
            [
                f"What remains when {a} is divided by {b}?",
                f"Divide {a} by {b} and give back only the remainder.",
                f"Given {a} and {b}, find {a} mod {b}.",
                f"Work out the remainder of the division of {a} by {b}.",
                f"The modulus of {a} and {b}: {a} % {b}.",
            ],
            "pos",
        ),
        (
            f"{a} // {b}",
            "floor_divide quotient integer_division int_div floor_div whole_quotient divide_down",
            [
                f"{a} divided by {b}, rounded down",
                f"the integer quotient of {a} and {b}, rounded down",
                f"the result of the floor division of {a} by {b}",
                f"the largest integer that is not above {a} / {b}",
                f"the floor of {a} divided by {b}",
            ],
            [f"Divide {a} by {b}, rounding down", f"Divide {a} by {b} to a whole number, rounded down"],
            [
                f"What is {a} / {b}, rounded down to an integer?",
                f"Integer division of {a} by {b}, towards minus infinity.",
                f"Divide {a} by {b} and round the result down to a whole number.",
                f"Given {a} and {b}, find the floor of their quotient.",
                f"The quotient {a} / {b} as an integer, rounded down.",
            ],
            "pos",
        ),
        (
            f"{a} / {b}",
            "divide ratio division quotient divide_numbers div fraction divided_by",
            [
                f"{a} divided by {b}",
                f"the quotient of {a} and {b}",
                f"the ratio of {a} to {b}",
                f"the result of dividing {a} by {b}",
                f"the value of the fraction {a}/{b}",
            ],
            [f"Divide {a} by {b}"],
            [
                f"What is {a} over {b}?",
                f"How many times does {b} go into {a}? The answer may be a fraction.",
                "Divides the first number by the second, without rounding.",
                f"Given {a} and {b}, work out {a} / {b} as a float.",
                f"The exact quotient of {a} and {b}, not rounded.",
            ],
            "pos",
        ),
        (
            f"{a} ** {b}",
            "power raise_to exponent pow_of exponentiate to_the_power raise_power power_of",
            [
                f"{a} to the power of {b}",
                f"{a} raised to the power {b}",
                f"the power with base {a} and exponent {b}",
                f"the result of {a} ** {b}",
                f"{a} to the {b}-th power",
            ],
            [f"Raise {a} to the power {b}", f"Exponentiate {a} by {b}"],
            [
                f"What is {a} to the power of {b}?",
                f"Multiply {a} by itself so that it is a factor {b} times; 1 if {b} is 0.",
                f"With {a} as the base and {b} as the exponent, compute the power.",
                f"Given {a} and {b}, work out {a} ** {b}.",
                "Raises the first number to the power of the second.",
            ],
            "small",
        ),
        (
            f"{a} ** 2 + {b} ** 2",
            "sum_of_squares squares_sum add_squares sum_squares squared_and_added sum_two_squares total_of_squares",
            [
                f"the sum of the squares of {both}",
                f"{a} squared plus {b} squared",
                f"the square of {a} plus the square of {b}",
                f"the total of the squares of {a} and {b}",
                f"the result of {a}^2 + {b}^2",
            ],
            [f"Add the squares of {both}", f"Sum the squares of {both}"],
            [
                f"What do the squares of {a} and {b} add up to?",
                f"Square both {a} and {b}, then add the two squares.",
                f"Multiply each of {a} and {b} by itself and sum the results.",
                f"Given {a} and {b}, work out the sum of their squares.",
                f"The sum of two squares, that of {a} and that of {b}.",
            ],
            "int",
        ),
        (
            f"{a} ** 2 - {b} ** 2",
            "difference_of_squares subtract_squares squares_difference square_diff minus_squares diff_of_squares",
            [
                f"the square of {a} minus the square of {b}",
                f"{a} squared minus {b} squared",
                f"the difference of squares {a}^2 - {b}^2",
                f"the result of taking the square of {b} away from the square of {a}",
            ],
            [f"Subtract the square of {b} from the square of {a}"],
            [
                f"How much is {a} squared less {b} squared?",
                f"Square {a} and {b}, then subtract the second square from the first.",
                f"Given {a} and {b}, work out {a} * {a} - {b} * {b}.",
                f"By how much is the square of {a} above that of {b}? Negative if it is below.",
                "The square of the first number minus that of the second.",
            ],
            "int",
        ),
        (
            f"({a} + {b}) ** 2",
            "square_of_sum squared_sum sum_squared square_the_sum add_then_square square_sum add_and_square",
            [
                f"the square of the sum of {both}",
                f"the sum of {a} and {b}, multiplied by itself",
                f"the sum of {both}, squared",
                f"the second power of the sum of {a} and {b}",
                f"the result of ({a} + {b})^2",
            ],
            [f"Square the sum of {both}"],
            [
                f"Add {a} and {b} and square the result.",
                f"First add up {a} and {b}, then multiply the sum by itself.",
                f"What is the square of {a} + {b}?",
                f"Given {a} and {b}, square their sum.",
                f"The total of {both}, squared as a whole.",
            ],
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
        what=what,
        do=do,
        sentences=sentences,
    )


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
        bodies=_assigned(d, code),
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
        bodies=_assigned(d, code),
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


def _predicate(d: Draw) -> Sketch:
    n = d.name(SINGLE)
    condition = number_condition(d, compound=0.35)
    subject = d.one(n, n, n, "a number", "the number", f"the number {n}", "the given number")
    single = condition.single
    question = f"Does {n} {condition.verb}?" if condition.verb else f"Is {n} {single.removeprefix('is ')}?"
    ways = [single, *clauses(condition)]
    return Sketch(
        names=[
            f"is_{condition.name}",
            f"is_{condition.name}",
            f"check_{condition.name}",
            f"{condition.name}_number",
            f"number_is_{condition.name}",
            f"{n}_is_{condition.name}",
            f"verify_{condition.name}",
            f"is_{condition.name}_number",
            f"{condition.name}_check",
        ],
        params=[Param(n, "int"), *condition.params],
        bodies=truth(d, condition.of(n)),
        returns="bool",
        whether=[f"{subject} {way}" for way in ways] * 2,
        sentences=[
            question,
            question,
            *(
                text
                for way in ways
                for text in (
                    f"True if {n} {way}, else False.",
                    f"Tell me if {subject} {way}.",
                    f"Is it true that {subject} {way}?",
                    f"Find out if {n} {way}.",
                    f"Give back True exactly when {n} {way}.",
                    f"False unless {n} {way}.",
                )
            ),
        ],
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
    ways = [condition.single, *clauses(condition)]
    if word == "and":
        names = [f"both_{condition.name}", f"all_{condition.name}", f"two_{condition.name}", f"each_{condition.name}"]
        whethers = [f"{a} and {b} both {condition.many}", *(f"each of {a} and {b} {way}" for way in ways)]
        sentences = [
            text
            for way in ways
            for text in (
                f"Check both numbers: True if {a} {way} and the same holds for {b}.",
                f"Is it true of {a} as well as of {b} that it {way}?",
                f"Given {a} and {b}, tell if each one {way}.",
                f"True only when neither {a} nor {b} breaks this rule: the number {way}.",
            )
        ]
    else:
        names = [f"any_{condition.name}", f"one_{condition.name}", f"some_{condition.name}", f"has_{condition.name}"]
        whethers = [f"one of {a} and {b}, or each, {way}" for way in ways]
        sentences = [
            text
            for way in ways
            for text in (
                f"Check two numbers: is there at least one of {a} and {b} that {way}?",
                f"True if {a} {way} or the same holds for {b}, or both.",
                f"Given {a} and {b}, tell if one or both of them fit: the number {way}.",
                f"False only when there is none among {a} and {b} that {way}.",
            )
        ]
    return Sketch(
        names=[f"{name}_{condition.name}", f"{name}_are_{condition.name}", f"check_{name}_{condition.name}", *names],
        params=[Param(a, "int"), Param(b, "int"), *condition.params],
        bodies=truth(d, f"{condition.of(a)} {word} {condition.of(b)}"),
        returns="bool",
        whether=[whether, whether, *whethers],
        sentences=sentences,
    )


FAMILIES = (
    Family("arithmetic", ((_basic, 5), (_single, 3), (_layered, 5))),
    Family("predicates", ((_predicate, 5), (_both, 2))),
)
