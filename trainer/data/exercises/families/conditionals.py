"""Values and labels chosen by conditions."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import SINGLE
from trainer.data.exercises.family import Family
from trainer.data.exercises.number_conditions import number_condition
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
        names += ["label_of", "which_label", "get_label", f"{condition.name}_label"]
    else:
        (a, said_a), (b, said_b) = _outcome(d, n), _outcome(d, n)
        if a == b:
            b, said_b = f"{n} + 1", f"{n} plus 1"
        returns = "int | None" if "None" in (a, b) else "int"
        names = [f"if_{condition.name}", f"adjust_{condition.name}", "choose", f"change_{condition.name}", "step"]
        names += [f"when_{condition.name}", "pick_value", "transform", f"{condition.name}_or_else", "piecewise"]
    bodies = [
        f"if {test}:\n    return {a}\nreturn {b}",
        f"if {test}:\n    return {a}\nelse:\n    return {b}",
        f"return {a} if {test} else {b}",
        f"if {test}:\n    return {a}\nreturn {b}",
    ]
    single = condition.single
    question = f"Is {n} {single[3:]}" if single.startswith("is ") else f"Is it true that {n} {single}"
    do = [
        f"Return {said_a} if {n} {single}, otherwise {said_b}",
        f"Return {said_a} if {n} {single}, else {said_b}",
        f"Return {said_a} when {n} {single} and {said_b} otherwise",
        f"Give back {said_a} if {n} {single}, and {said_b} if not",
        f"Return {said_b}, or {said_a} if {n} {single}",
        f"Return {said_b} unless {n} {single}, in which case it is {said_a}",
    ]
    sentences = [
        f"If {n} {single}, return {said_a}. Otherwise return {said_b}.",
        f"{question}? Return {said_a} if so, {said_b} if not.",
        f"If {n} {single}, the result is {said_a}, in any other case it is {said_b}.",
        f"Given {n}, return {said_a} if it {single} and {said_b} if not.",
        f"Look at {n}: if it {single}, give back {said_a}, else {said_b}.",
        f"When {n} {single} the answer is {said_a}; when not, it is {said_b}.",
    ]
    if returns == "str":
        do += [
            f"Label {n} {said_a} if it {single}, {said_b} otherwise",
            f"Call {n} {said_a} if it {single}, otherwise {said_b}",
            f"Answer {said_a} if {n} {single}, {said_b} if not",
        ]
        sentences.append(f"Which label does {n} get? It is {said_a} if {n} {single}, else {said_b}.")
    elif b == n:
        do.append(f"Change {n} to {said_a} if it {single}, otherwise return it unchanged")
        sentences.append(f"If {n} {single}, give back {said_a}, else leave {n} as it is.")
    elif a == n:
        do.append(f"Leave {n} as it is if it {single}, otherwise return {said_b}")
        sentences.append(f"If {n} {single}, give it back unchanged; if not, return {said_b} instead.")
    return Sketch(
        names=names,
        params=[Param(n, "int"), *condition.params],
        bodies=bodies,
        returns=returns,
        do=do,
        sentences=sentences,
    )


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
    positive, negative, zero = than
    do = [
        f"Return {p} if {n} is {positive}, {m} if it is {negative}, and {z} if it is {zero}",
        f"Return {p} if {n} > {pivot}, {m} if {n} < {pivot}, and {z} if they are equal",
        f"Tell if {n} is {positive}, {negative} or {zero} by returning {p}, {m} or {z}",
    ]
    sentences = [
        f"Is {n} {positive}, {negative} or {zero}? Return {p}, {m} or {z}, respectively.",
        f"If {n} is {positive} the result is {p}, if it is {negative} {m}, otherwise {z}.",
        f"Given {n}, return {z} if it is {zero}, else {p} or {m}, depending on whether it is {positive} or {negative}.",
        f"There are three cases: {n} {positive} gives {p}, {negative} gives {m}, {zero} gives {z}.",
    ]
    if pivot == "0":
        names = "sign sign_of signum get_sign number_sign sgn sign_function determine_sign find_sign"
        do += [
            f"Return {p} for a positive {n}, {m} for a negative {n} and {z} for zero",
            f"Give the sign of {n}: {p} if positive, {m} if negative, {z} if zero",
        ]
        sentences += [
            f"What is the sign of {n}? {p} above zero, {m} below zero, {z} at zero.",
            f"The sign of {n} as {p} (positive), {m} (negative) or {z} (zero).",
            f"Signum function: {p} for numbers above 0, {m} for numbers below 0, {z} for 0 itself.",
        ]
    else:
        names = f"compare_to_{pivot} side_of_{pivot} compare_with_{pivot} relative_to_{pivot} above_or_below_{pivot}"
        names += f" versus_{pivot} sign_around_{pivot} check_against_{pivot}"
        do += [
            f"Compare {n} with {pivot}: {p} if it is greater, {m} if it is smaller, {z} if it is the same",
            f"Return {p} for a number {n} larger than {pivot}, {m} for a smaller one, {z} for {pivot} itself",
        ]
        sentences += [
            f"On which side of {pivot} does {n} lie? {p} above it, {m} below it, {z} right on it.",
            f"How does {n} compare to {pivot}? Greater gives {p}, less gives {m}, equal gives {z}.",
            f"The sign of the difference {n} - {pivot}: {p} if positive, {m} if negative, {z} if zero.",
        ]
    return Sketch(
        names=names.split(),
        params=[Param(n, "int")],
        bodies=bodies,
        returns="str" if "'" in p else "int",
        do=do,
        sentences=sentences,
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
    last, top = labels[k], labels[0]
    rising = ", ".join(
        f"'{label}' below {limit}" for label, limit in zip(labels[k:0:-1], reversed(limits), strict=True)
    )
    signs = ", ".join(f"'{label}' if {n} >= {limit}" for limit, label in pairs)
    ups = ", ".join(f"'{label}' from {limit} on" for limit, label in pairs)
    are = ", ".join(f"{limit} or more is '{label}'" for limit, label in pairs)
    choice = ", ".join(f"'{label}'" for label in labels[:k]) + f" or '{last}'"
    return Sketch(
        names=[
            *(f"{n}_level", "grade_of", "category", f"rate_{n}", "classify", f"{n}_to_label", f"letter_{n}"),
            *(f"classify_{n}", f"label_{n}", f"{n}_category", f"get_{n}_label"),
        ],
        params=[Param(n, "nat")],
        bodies=[ladder, ladder, chain],
        returns="str",
        do=[
            f"Return {said}, and '{last}' below",
            f"Return {also}, and '{last}' otherwise",
            f"Return {signs}, else '{last}'",
            f"Turn {n} into a label: {ups}, '{last}' below",
            f"Rate {n} by these limits: {are}, anything less is '{last}'",
            f"Return {rising}, and '{top}' from {limits[0]} on",
        ],
        sentences=[
            f"Is {n} {choice}? {are}, the rest is '{last}'.",
            f"For {n}, {are}, and whatever is less is '{last}'.",
            f"Given {n}, return {ups}, otherwise '{last}'.",
            f"The label for {n}: {said}, '{last}' for less.",
            f"From low to high: {rising}, then '{top}' for {n} of {limits[0]} or more.",
            f"Which label fits {n}? {said}, and '{last}' for everything lower.",
        ],
        inputs=[str(x) for limit in limits for x in (limit, limit - 1)],
    )


def _clamp(d: Draw) -> Sketch:
    n, low, high = d.one("n low high", "x lo hi", "value minimum maximum", "x lower upper", "v a b").split()
    form = d.number(0, 2)
    if form == 0:
        return Sketch(
            names=[
                *("limit_to_range", "clip", "restrict", "bound", "keep_in_range"),
                *("clamp", "clamp_value", "force_into_range"),
            ],
            params=[Param(n, "int"), Param(low, "small"), Param(high, "nat12")],
            bodies=[f"if {n} < {low}:\n    return {low}\nif {n} > {high}:\n    return {high}\nreturn {n}"] * 2
            + [f"if {n} < {low}:\n    return {low}\nelif {n} > {high}:\n    return {high}\nelse:\n    return {n}"],
            do=[
                f"Return {low} if {n} is below {low}, {high} if {n} is above {high}, and {n} otherwise",
                f"Limit {n} to the range from {low} to {high}",
                f"Clamp {n} to the interval [{low}, {high}]",
                f"Clip {n} so that it is at least {low} and at most {high}",
                f"Keep {n} within the bounds {low} and {high}: whatever is outside becomes the nearer bound",
                f"Force {n} into the range from {low} to {high}, both included",
            ],
            what=[
                f"the number from {low} to {high} that is closest to {n}",
                f"{n} restricted to the range {low} to {high}",
                f"{n} if it lies between {low} and {high}, otherwise the bound that it is beyond",
            ],
            sentences=[
                f"If {n} is less than {low}, return {low}; if it is above {high}, return {high}; else {n} itself.",
                f"Is {n} below {low}? Then return {low}. Is it above {high}? Then {high}. Otherwise {n} unchanged.",
                f"Values of {n} under {low} are raised to {low}, those over {high} are cut to {high}.",
                f"Given {n}, {low} and {high}, make sure that the result is never below {low} or above {high}.",
            ],
            draw=lambda e: (e.number(-10, 20), e.number(0, 4), e.number(5, 12)),
            inputs=["3, 4, 8", "9, 4, 8", "5, 4, 8", "4, 4, 8"],
        )
    k = str(d.number(0, 30))
    upper = form == 1
    if upper:
        builtin, sign, word, than, exceeds = "min", ">", "at most", "greater", "exceeds"
        names = (
            f"cap_at_{k} limit_to_{k} at_most_{k} cut_to_{k} no_more_than_{k} min_with_{k} capped_at_{k} ceiling_{k}"
        )
        what = [f"the smaller of {n} and {k}", f"the minimum of {n} and {k}", f"{n} capped at {k}"]
        also = [
            f"Cap {n} at {k}",
            f"Cut {n} down to {k} if it is larger",
            f"Limit {n} to a maximum of {k}",
            f"Do not let {n} get any bigger than {k}; smaller values stay as they are",
        ]
    else:
        builtin, sign, word, than, exceeds = "max", "<", "at least", "less", "falls below"
        names = f"at_least_{k} raise_to_{k} floor_at_{k} no_less_than_{k} max_with_{k} lift_to_{k} minimum_{k} bound_below_{k}"  # noqa: E501
        what = [f"the larger of {n} and {k}", f"the maximum of {n} and {k}", f"{n} with a lower limit of {k}"]
        also = [
            f"Raise {n} to {k} if it is smaller",
            f"Lift {n} up to {k} if it is not that large yet",
            f"Limit {n} to a minimum of {k}",
            f"Do not let {n} get any smaller than {k}; larger values stay as they are",
        ]
    return Sketch(
        names=names.split(),
        params=[Param(n, "int")],
        bodies=[
            f"return {builtin}({n}, {k})",
            f"if {n} {sign} {k}:\n    return {k}\nreturn {n}",
            f"return {k} if {n} {sign} {k} else {n}",
        ],
        what=what,
        do=[
            f"Return {n}, but {word} {k}",
            f"Return {k} if {n} is {than} than {k}, otherwise {n}",
            *also,
        ],
        sentences=[
            f"If {n} {exceeds} {k}, return {k}, otherwise return {n} unchanged.",
            f"Is {n} {than} than {k}? If so return {k}, if not {n} itself.",
            f"Given {n}, make sure that the result is {word} {k}.",
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
        names=[
            *(f"{first}_{second}", f"{first}_or_{second}", f"play_{first}", "say_number"),
            *(f"{first}{second}", f"{first}_{second}_of", f"play_{first}_{second}", "number_or_word", "word_for"),
        ],
        params=[Param(n, "nat")],
        bodies=[body, body.replace("\nif", "\nelif").replace(f"\nreturn {rest}", f"\nelse:\n    return {rest}")],
        returns="str",
        do=[
            f"Return '{first}' if {n} is divisible by {a}, else '{second}' if it is divisible by {b}, else {said}",
            f"Return '{first}' for multiples of {a}, '{second}' for other multiples of {b}, and {said} for the rest",
            f"Say '{first}' if {a} divides {n}, '{second}' if only {b} does, and {said} if neither does",
            f"Return {said}, unless {n} is a multiple of {a} (then '{first}') or otherwise of {b} (then '{second}')",
            f"Turn {n} into '{first}' if {n} % {a} is 0, else '{second}' if {n} % {b} is 0, else {said}",
        ],
        sentences=[
            f"Is {n} a multiple of {a}? Return '{first}'. If not, is it one of {b}? '{second}'. Neither? {said}.",
            f"If {n} can be divided by {a} the result is '{first}', else if by {b} '{second}', otherwise {said}.",
            f"Given {n}, return '{first}' if {a} goes into it evenly, else '{second}' if {b} does, else {said}.",
            f"Divisible by {a} gives '{first}' (also when divisible by {b}), by {b} '{second}', anything else {said}.",
            f"Check {n} for divisibility, first by {a} ('{first}'), then by {b} ('{second}'); if neither, {said}.",
        ],
        inputs=[str(a * b), str(a), str(b), str(a * b + 1)],
    )


FAMILIES = (Family("conditionals", ((_branch, 6), (_sign, 2), (_levels, 3), (_clamp, 2), (_fizz, 1))),)
