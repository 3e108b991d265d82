"""Labels by the range a number falls into, and numbers kept within fixed bounds."""

from __future__ import annotations

from trainer.data.exercises.branches import ladder
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
        arrows = [f"at least {limits[i]}: {labels[i]}" for i in range(k)]
        chain = [f"{labels[i]} if {n} is {limits[i]} or more" for i in range(k)]
    else:
        labels, limits = labels[::-1], limits[::-1]
        tests = [(f"{n} < {limit}", label) for limit, label in zip(limits, labels, strict=False)]
        texts = [f"{labels[0]} below {limits[0]}"] + [
            f"{labels[i]} from {limits[i - 1]} to {limits[i] - 1}" for i in range(1, k)
        ]
        rest = f"{labels[k]} for {limits[-1]} and more"
        last, plain = labels[k], [f"{labels[i]} if {n} is below {limits[i]}" for i in range(k)]
        arrows = [f"less than {limits[i]}: {labels[i]}" for i in range(k)]
        chain = [f"{labels[i]} if {n} is smaller than {limits[i]}" for i in range(k)]
    return Sketch(
        names=["letter_grade", f"grade_{n}", f"rate_{n}", f"{n}_label", f"{n}_class", "rating", f"classify_{n}", f"label_{n}"],  # noqa: E501
        params=[Param(n, "nat")],
        bodies=ladder(tests, last),
        returns="str" if quote else "int",
        do=[f"Return {', '.join(texts)} and {rest}", f"Return {', '.join(plain)}, and {last} otherwise",
            f"Classify the {n} by the first of these that fits: {', '.join(arrows)}, else {last}"],
        what=[f"{', else '.join(chain)}, else {last}"],
        sentences=[f"Which label belongs to the {n}? Answer with {', '.join(texts)} and {rest}.",
                   f"Given {n}, pick the label: {'; '.join(texts)}; {rest}.",
                   f"The first of these that is true of {n} decides: {'; '.join(arrows)}; none of these: {last}.",
                   f"The {d.one('grade', 'label', 'class')} for the {n}: {', '.join(texts)} and {rest}."],
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
        names=[f"{n}_state", f"state_of_{n}", f"describe_{n}", f"check_{n}", f"{n}_kind", f"{n}_range", f"classify_{n}", f"label_{n}"],  # noqa: E501
        params=[Param(n, "int")],
        bodies=[*ladder(outer, b), extra] if strict else ladder(outer, b),
        returns="str",
        what=[f"{a} if {n} is {at[0]} {low}, {c} if it is {at[1]} {high}, and {b} in between",
              f"{b} if {n} is neither {at[0]} {low} nor {at[1]} {high}; {a} if it is too low for that, {c} if too high"],  # noqa: E501
        do=[f"Return {a} when {n} is {also[0]} {low}, {c} when it is {also[1]} {high}, otherwise {b}",
            f"Tell if {n} is {also[0]} {low} ({a}), {also[1]} {high} ({c}) or between ({b})"],
        sentences=[f"The state at the given {n}: {a} {at[0]} {low}, {c} {at[1]} {high}, and {b} in between.",
                   f"Describe the {n}: {a} {at[0]} {low}, {c} {at[1]} {high}, {b} otherwise.",
                   f"Is {n} {also[0]} {low}? Then return {a}. Is it {also[1]} {high}? Then return {c}. Otherwise return {b}.",  # noqa: E501
                   f"Given {n}, answer {a} up to {low}, {c} from {high} on, and {b} for all that lies between." if not strict  # noqa: E501
                   else f"Given {n}, answer {b} from {low} to {high}, both included, {a} for less and {c} for more.",
                   f"The label is {b} unless {n} is {also[0]} {low}, which makes it {a}, or {also[1]} {high}, which makes it {c}.",  # noqa: E501
                   f"{n} {'<' if strict else '<='} {low} gives {a}, {n} {'>' if strict else '>='} {high} gives {c}, everything else {b}."],  # noqa: E501
        inputs=[str(x) for x in (low, low - 1, low + 1, high, high - 1, high + 1, (low + high) // 2)],
    )  # fmt: skip


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
        names=[f"valid_{n}", f"{n}_or_{outside.lower().replace('-', 'minus_')}", f"checked_{n}", f"check_{n}", f"validate_{n}",  # noqa: E501
               f"{n}_in_range", f"accept_{n}", f"validated_{n}"] if wall
        else [f"clamp_{n}", f"limit_{n}", f"safe_{n}", f"keep_{n}", f"bounded_{n}", f"clamp_{n}_to_range", f"restrict_{n}", f"clip_{n}"],  # noqa: E501
        params=[Param(n, "int")],
        bodies=both if wall else [both[0], both[0], *ladder([(f"{n} < {low}", str(low)), (f"{n} > {high}", str(high))], n)[1:], both[1]],  # noqa: E501
        returns="int | None" if outside == "None" else "int",
        what=[f"{n} if it lies between {low} and {high}, otherwise {outside}", f"{outside} if {n} is outside the range {low} to {high}, else {n} itself",  # noqa: E501
              f"{n} unless it is less than {low} or greater than {high}, in which case the result is {outside}"] if wall
        else [f"{n}, but at least {low} and at most {high}", f"{n} limited to the range from {low} to {high}",
              f"the number from {low} to {high} that is nearest to {n}", f"{n}, {low} if it is lower than that, or {high} if it is higher than that"],  # noqa: E501
        do=[f"Replace {n} by {outside} if it is smaller than {low} or larger than {high}",
            f"Let {n} through if it is from {low} to {high}, and turn every other value into {outside}"] if wall
        else [f"Clamp {n} to the range from {low} to {high}", f"Cut {n} off at {low} below and at {high} above"],
        sentences=[f"Is {n} from {low} to {high}, both included? Then give it back, otherwise {outside}.",
                   f"Given {n}, return it unchanged when {low} <= {n} <= {high}, and {outside} when not.",
                   f"A value of {n} below {low} or above {high} is not valid and gives {outside}; any other is returned as it is."] if wall else [  # noqa: E501
            f"If {n} is less than {low}, return {low}; if it is more than {high}, return {high}; otherwise {n}.",
            f"Make sure that {n} is neither below {low} nor above {high}: what lies outside is moved to the nearer bound.",  # noqa: E501
            f"Keep {'an' if n in ('angle', 'n', 'x') else 'a'} {n} inside {low} to {high}. What is below {low} becomes {low}, what is above {high} becomes {high}.",  # noqa: E501
            f"Values below {low} become {low}, values above {high} become {high}, all others stay as they are."],
        inputs=[str(v) for v in (low, high, low - 1, high + 1, low - 20, high + 50)],
    )  # fmt: skip


FAMILIES = (Family("grading", ((_grades, 3), (_states, 3), (_fixed_clamp, 2))),)
