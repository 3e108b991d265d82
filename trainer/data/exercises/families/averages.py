"""Means: weighted, without extremes, and the numbers above or below one."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import ints

__all__ = ["FAMILIES"]


def _averages(d: Draw) -> Sketch:
    """Means of a list, and the numbers above or below them."""
    source = ints(d, "ints")
    xs, x = source.code, source.element
    mean, total = d.name("mean average avg"), d.name("total result s")
    form = d.number(0, 6)
    if form < 3:
        op, word = d.one((">", "larger"), (">", "greater"), ("<", "smaller"), (">=", "not less"), ("<=", "not greater"))
        count = d.chance(0.3)
        guard = f"if not {xs}:\n    return {'0' if count else '[]'}\n{mean} = sum({xs}) / len({xs})\n"
        test = f"{x} {op} {mean}"
        name = {
            "larger": "above",
            "greater": "above",
            "smaller": "below",
            "not less": "at_least",
            "not greater": "at_most",
        }[word]
        bodies = [
            guard + (f"return sum(1 for {x} in {xs} if {test})" if count else f"return [{x} for {x} in {xs} if {test}]")
        ]
        bodies.append(guard + (f"{total} = 0\nfor {x} in {xs}:\n    if {test}:\n        {total} += 1\nreturn {total}" if count  # noqa: E501
                      else f"{total} = []\nfor {x} in {xs}:\n    if {test}:\n        {total}.append({x})\nreturn {total}"))  # fmt: skip  # noqa: E501
        middle = d.one("mean", "average", "arithmetic mean")
        those = f"numbers in {xs} that are {word} than the {middle} of the whole list"
        place = {"above": "above", "below": "below", "at_least": "not below", "at_most": "not above"}[name]
        least = {"above": "exceed", "below": "are less than", "at_least": "are at least", "at_most": "are at most"}[
            name
        ]
        which = d.one(
            f"numbers of {xs} that are {place} the {middle} of {xs}", f"elements of {xs} that {least} its {middle}"
        )
        return Sketch(
            names=[f"count_{name}_average", f"number_{name}_mean", f"count_{name}_mean", f"how_many_{name}_mean",
                   f"{name}_average_count", f"{name}_mean_count", f"num_{name}_average"]
            if count else [f"{name}_average", f"{name}_mean", f"values_{name}_average", f"numbers_{name}_mean", f"filter_{name}_mean",  # noqa: E501
                           f"keep_{name}_average", f"select_{name}_mean"],
            params=source.params, bodies=[bodies[0], *bodies], returns="int" if count else "list[int]",
            what=([f"the {'number' if count else 'list'} of the {those}"] if d.chance(0.5) else [])
            + ([f"how many {which.replace(' that', '')}", f"the count of the {which}"]
               if count else [f"a list of the {which}", f"the {which}"]),
            do=[f"{'Count' if count else d.one('Select', 'Keep', 'Collect')} the {those}"]
            + ([f"Work out how many {which.replace(' that', '')}"]
               if count else [f"Pick out the {which}, keeping their order", f"Filter {xs}, leaving only the {which}"]),
            sentences=[f"How many of the numbers in {xs} are {place} its {middle}?",
                       f"Work out the {middle} of {xs}, then count the numbers that {least} it.",
                       f"Given {xs}, find how many of its numbers {least} their {middle}."]
            if count else [f"Which numbers in {xs} {least} the {middle} of all its numbers?",
                           f"Work out the {middle} of {xs} and return the numbers that {least} it, in their order.",
                           f"Given {xs}, throw away all numbers except those that {least} their {middle}."],
            edge=d.one("", f"An empty list gives {'0' if count else 'an empty list'}."),
        )  # fmt: skip
    if form < 5:
        drop = d.one("both", "both", "low", "high")
        minus = {"both": f" - min({xs}) - max({xs})", "low": f" - min({xs})", "high": f" - max({xs})"}[drop]
        k = 2 if drop == "both" else 1
        said = {"both": "one lowest and one highest", "low": "one lowest", "high": "one highest"}[drop]
        cut = {"both": "[1:-1]", "low": "[1:]", "high": "[:-1]"}[drop]
        kept = d.name("kept rest middle")
        end = {"low": "min", "high": "max"}.get(drop, "")
        ends = {"both": "its smallest and its largest", "low": "its smallest", "high": "its largest"}[drop]
        few = "three" if k == 2 else "two"
        left = d.one(f" {xs} has {few} numbers or more.", f" There are at least {few} numbers in {xs}.", "")
        middle = d.one("mean", "average", "arithmetic mean")
        copies = "a single copy each" if k == 2 else "a single copy"
        return Sketch(
            names=["average_without_extremes", "trimmed_mean", "jury_score", "trimmed_average", "mean_without_extremes",
                   "mean_without_min_and_max", "drop_extremes_mean", "olympic_average"] if drop == "both"
            else [f"mean_without_{drop}est", f"drop_{drop}est_mean", f"average_without_{drop}est", f"average_dropping_{drop}est",  # noqa: E501
                  f"mean_without_{end}", f"average_without_{end}", f"drop_{end}_and_average"],
            params=[Param(xs, "ints2" if k == 1 else "ints")],
            bodies=[f"return (sum({xs}){minus}) / (len({xs}) - {k})"] * 2 + [f"{kept} = sorted({xs}){cut}\nreturn sum({kept}) / len({kept})"],  # noqa: E501
            returns="float",
            what=[f"the {d.one('mean', 'average')} of {xs} without {said} number",
                  f"the {middle} of what is left of {xs} without {said} number",
                  f"the {middle} of {xs} when {copies} of {ends} number is left out"],
            do=[f"Average the numbers in {xs}, ignoring {said} number",
                f"Work out the {middle} of {xs} without {said} number"],
            sentences=[f"The mean of {xs} after dropping {said} number. There are always at least {d.one('three', '3') if k == 2 else 'two'} numbers.",  # noqa: E501
                       f"Throw away {said} number of {xs} and average the rest.{left}",
                       f"What is the {middle} of {xs} if you leave out {said} number?{left}",
                       f"Given {xs}, drop {said} number and return the {middle} of the others.{left}",
                       f"The {middle} of all numbers in {xs} except for {said}.{left}"],
            draw=lambda e: ([e.number(0, 20) for _ in range(e.number(3, 6))],), inputs=["[1, 2, 3]", "[5, 5, 8, 10]"],
        )  # fmt: skip
    values, weights = d.one(
        ("values", "weights"), ("xs", "ws"), ("grades", "points"), ("prices", "amounts"), ("scores", "factors")
    )
    v, w = d.one("v w", "a b", "x w", "value weight").split()
    digits = d.one(0, 0, 1, 2)
    ratio = f"{{}} / sum({weights})" if not digits else f"round({{}} / sum({weights}), {digits})"
    rounded = f", rounded to {digits} decimal{'s' if digits > 1 else ''}" if digits else ""
    then = f" Round to {digits} decimal{'s' if digits > 1 else ''}." if digits else ""
    summed = f"sum({v} * {w} for {v}, {w} in zip({values}, {weights}))"
    return Sketch(
        names=["weighted_mean", "weighted_average", f"average_{values}", f"mean_by_{weights}", f"weighted_{values}",
               "average_with_weights", "mean_with_weights", f"{values}_weighted_by_{weights}"],
        params=[Param(values, "nats"), Param(weights, "nats")],
        bodies=[f"{total} = {summed}\nreturn {ratio.format(total)}", f"return {ratio.format(summed)}",
                f"{total} = 0\nfor {v}, {w} in zip({values}, {weights}):\n    {total} += {v} * {w}\nreturn {ratio.format(total)}"],  # noqa: E501
        returns="float",
        what=[f"the average of {values} weighted by {weights}{rounded}", f"the weighted mean of {values}, where {weights} has their weights{rounded}",  # noqa: E501
              f"the sum of the products of each of {values} with its weight in {weights}, divided by the sum of {weights}{rounded}"],  # noqa: E501
        do=[f"Average {values}, where each one counts as often as {weights} says at the same index{rounded}",
            f"Multiply each of {values} by the number at the same place in {weights}, and divide the total by the sum of {weights}{rounded}"],  # noqa: E501
        sentences=[f"What is the average of {values} if {weights} says how much each one counts{rounded}?",
                   f"Given the lists {values} and {weights}, compute the weighted mean{rounded}. The weights are in {weights}.",  # noqa: E501
                   f"The weighted average of {values}. Their weights are in {weights}, in the same order.{then}",
                   f"Add together {values} times {weights}, index by index, and divide that by the sum of {weights}.{then}"],  # noqa: E501
        draw=lambda e: (lambda k: ([e.number(0, 20) for _ in range(k)], [e.number(1, 5) for _ in range(k)]))(e.number(1, 4)),  # noqa: E501
        inputs=["[10, 20], [1, 3]", "[5], [2]", "[1, 2, 3], [1, 1, 1]"],
    )  # fmt: skip


FAMILIES = (Family("averages", ((_averages, 1),)),)
