"""Dictionaries of prices, stocks and marks: chosen entries, totals over two of them, dictionaries made of lists."""

from __future__ import annotations

from trainer.data.exercises.condition import with_article
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.dictionaries_of_lists import made_of_lists
from trainer.data.exercises.families.dictionary_changes import compared, updated
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]

_LISTS = (
    ("prices", "name", "price", "product", "products", "budget"),
    ("prices", "item", "price", "item", "items", "limit"),
    ("costs", "name", "cost", "trip", "trips", "budget"),
    ("ages", "name", "age", "person", "people", "limit"),
    ("scores", "name", "score", "player", "players", "mark"),
    ("grades", "student", "grade", "student", "students", "needed"),
    ("stock", "item", "amount", "article", "articles", "level"),
    ("weights", "label", "weight", "parcel", "parcels", "maximum"),
    ("temperatures", "city", "temperature", "city", "cities", "threshold"),
    ("points", "team", "number", "team", "teams", "target"),
)
_SIGNS = (
    ("<=", "does not exceed {}", "of at most {}", "above {}"),
    ("<=", "is at most {}", "of at most {}", "above {}"),
    ("<", "is below {}", "below {}", "of at least {}"),
    (">=", "is at least {}", "of at least {}", "below {}"),
    (">", "is above {}", "above {}", "of at most {}"),
    (">", "is greater than {}", "above {}", "of at most {}"),
)
_BILLS = (
    ("order", "prices", "dish", "amount", "costs", "price"),
    ("cart", "prices", "item", "count", "costs", "price"),
    ("basket", "prices", "product", "quantity", "costs", "price"),
    ("counts", "points", "figure", "count", "is worth", "value"),
    ("stock", "weights", "item", "count", "weighs", "weight"),
)


def _within(d: Draw) -> Sketch:
    """The entries on one side of a limit."""
    m, k, v, one, many, limit = d.one(*_LISTS)
    k = "key" if k == m else k
    sign, single, short, other = d.one(*_SIGNS)
    fixed = str(d.number(1, 9)) if d.chance(0.2) else ""
    n = fixed or limit
    test = f"{v} {sign} {n}"
    single, short, other = (
        single.format(n),
        f"{with_article(v)} {short.format(n)}",
        f"{with_article(v)} {other.format(n)}",
    )
    params = [Param(m, "amounts")] + ([] if fixed else [Param(limit, "nat12")])
    form = d.number(0, 6)
    stem = {"<": "below", ">": "above"}[sign[0]]
    whose = f"whose {v} {single}"
    if form < 4:
        loop = f"result = {{}}\nfor {k}, {v} in {m}.items():\n    if {test}:\n        result[{k}] = {v}\nreturn result"
        return Sketch(
            names=[
                f"{many}_{stem}",
                f"keep_{stem}",
                f"filter_{m}",
                "affordable" if v == "price" and stem == "below" else f"{m}_{stem}",
                f"select_{many}",
                f"only_{stem}",
                f"{many}_by_{v}",
                f"with_{v}_{stem}",
            ],
            params=params,
            bodies=[f"return {{{k}: {v} for {k}, {v} in {m}.items() if {test}}}"] * 2 + [loop],
            returns="dict[str, int]",
            what=[
                f"a dictionary of only those entries of {m} {whose}",
                f"a copy of {m} with nothing but the {many} {whose}",
            ],
            do=[
                f"Keep the entries of {m} {whose}",
                f"Filter the dictionary {m} down to the {many} {whose}",
                f"Drop all {many} with {other} from a copy of {m}",
            ],
            sentences=[
                f"Only those {many} of {m} {whose}, with their {v}s.",
                f"The entries of {m} with {short}, as a dictionary.",
                f"Which {many} of {m} have {short}? Return them together with their {v}s.",
                f"Given {m}, return a dictionary in which only the {many} with {short} are left.",
                f"Go through {m} and keep {with_article(one)} with its {v} if that {single}.",
            ],
        )
    if form == 4:
        return Sketch(
            names=f"names_{stem} {many}_{stem} which_{many} list_{stem} find_{many} keys_{stem} {many}_with_{v} get_{many}_{stem}".split(),  # noqa: E501
            params=params,
            bodies=[
                f"return [{k} for {k}, {v} in {m}.items() if {test}]",
                f"return [{k} for {k} in {m} if {m}[{k}] {sign} {n}]",
            ],
            returns="list[str]",
            what=[f"the list of the {many} in {m} {whose}", f"all {many} of {m} with {short}, as a list"],
            do=[
                f"List the {many} in {m} {whose}",
                f"Find every {one} in {m} that has {short}",
                f"Collect the keys of {m} whose value {single}",
            ],
            sentences=[
                f"Which {many} of {m} have {short}?",
                f"Given {m}, pick out the {many} with {short}, without their {v}s, as a list.",
                f"Go through {m} and list each {one} {whose}.",
            ],
        )
    if form == 5:
        yes = d.chance(0.5)
        fn, word = ("all", "every") if yes else ("any", "some")
        if yes:
            whether = [
                f"all {many} in {m} have {short}",
                f"the {v} of each {one} in {m} {single}",
                f"no {one} in {m} has {other}",
                f"there is no {one} with {other} in {m}",
            ]
            sentences = [
                f"Do all {many} in {m} have {short}?",
                f"False if some {one} in {m} has {other}, True if none has.",
                f"Make sure that every {one} in {m} has {short}: True if so, False if not.",
            ]
        else:
            whether = [
                f"at least one {one} in {m} has {short}",
                f"there is {with_article(one)} in {m} {whose}",
                f"the {v} of one or more {many} in {m} {single}",
                f"any {one} with {short} is in {m}",
            ]
            sentences = [
                f"Does any {one} in {m} have {short}?",
                f"Look for {with_article(one)} with {short} in {m}: True if there is one, False if not.",
                f"True as soon as {with_article(one)} of {m} has {short}, False if none has.",
            ]
        return Sketch(
            names=f"{fn}_{stem} {word}_{one}_{stem} are_{fn}_{stem} {fn}_{m}_{stem} {fn}_{many}_{stem} check_{fn}_{stem} {word}_{v}_{stem} {fn}_{v}s_{stem}".split(),  # noqa: E501
            params=params,
            bodies=[
                f"return {fn}({v} {sign} {n} for {v} in {m}.values())",
                f"for {v} in {m}.values():\n    if {'not ' if yes else ''}{test}:\n        return {not yes}\nreturn {yes}",  # noqa: E501
            ],
            returns="bool",
            whether=[f"{word} {one} in {m} has {short}", *whether],
            sentences=sentences,
        )
    return Sketch(
        names=[f"drop_{stem}", f"remove_{stem}", f"without_{stem}", f"drop_{many}_{stem}", f"discard_{stem}", f"remove_{many}", f"exclude_{stem}", f"strip_{many}"],  # noqa: E501
        params=params,
        bodies=[f"return {{{k}: {v} for {k}, {v} in {m}.items() if not {test}}}", f"result = dict({m})\nfor {k}, {v} in {m}.items():\n    if {test}:\n        del result[{k}]\nreturn result"],  # noqa: E501
        returns="dict[str, int]",
        what=[f"a copy of {m} without the entries {whose}", f"what is left of {m} without all {many} with {short}"],
        do=[
            f"Remove the entries {whose} from a copy of {m}",
            f"Drop each {one} with {short} from {m} and return the rest as a new dictionary",
            f"Keep only the entries of {m} with {other}",
        ],
        sentences=[
            f"Given {m}, return a dictionary that lacks the {many} {whose}.",
            f"Get rid of all {many} with {short} in a copy of {m}.",
            f"What is left of {m} when the {many} {whose} are thrown away? Return a new dictionary.",
        ],
    )  # fmt: skip


def _bill(d: Draw) -> Sketch:
    """What one dictionary costs by another."""
    order, prices, one, amount, costs, price = d.one(*_BILLS)
    x = d.one(one, one, "key", "name")
    default = d.chance(0.7)
    many = {"dish": "dishes"}.get(one, one + "s")
    together = {"costs": "cost", "is worth": "are worth", "weighs": "weigh"}[costs]
    total = d.name("total result cost")
    get = f"{prices}.get({x}, 0)" if default else f"{prices}[{x}]"
    test = "" if default else f" if {x} in {prices}"
    loop = f"{total} = 0\nfor {x}, {amount} in {order}.items():\n    {'' if default else f'if {x} in {prices}:' + chr(10) + '        '}{total} += {amount} * {get}\nreturn {total}"  # noqa: E501
    missing = d.one(
        f"{with_article(one).capitalize()} without a {price} counts as 0.",
        f"What is not in {prices} adds nothing.",
        f"Ignore {many} that are not in {prices}.",
        f"Skip each {one} that {prices} does not list.",
    )
    return Sketch(
        names=["total_bill", f"total_{price}", f"{order}_total", "total_cost", "sum_up", f"{order}_{price}", "amount_due", "calculate_total"],  # noqa: E501
        params=[Param(order, "amounts"), Param(prices, "amounts")],
        bodies=[f"return sum({amount} * {get} for {x}, {amount} in {order}.items(){test})"] * 2 + [loop],
        what=[
            f"the total {price} of all {many} in {order}, each {amount} times its {price} in {prices}",
            f"the sum over {order} of each {amount} multiplied by the {price} of that {one} in {prices}",
            f"what the {many} in {order} {together} in all, by the {price} that each has in {prices}",
        ],
        do=[
            f"Multiply each {amount} in {order} by the {price} of its {one} in {prices} and add up the results",
            f"Add up {amount} times {price} for the {many} in {order}, taking each {price} from {prices}",
            f"Work out the total {price} of the {many} in {order} from their numbers and the {prices}",
        ],
        sentences=[
            f"The dictionary {order} maps {many} to amounts, and {prices} gives the {price} of each. Compute what the {order} {costs} in all.",  # noqa: E501
            f"How much {costs.replace('costs', 'does {} cost').format(order) if costs == 'costs' else f'is {order} worth' if 'worth' in costs else f'does {order} weigh'} if {prices} tells the {price} of one {one}?",  # noqa: E501
            f"Given {order} ({one}: {amount}) and {prices} ({one}: {price}), return the total {price}.",
            f"Look up each {one} of {order} in {prices}, take its {price} times the {amount}, and sum up.",
        ],
        edge=missing,
        inputs=["{'a': 2, 'b': 1}, {'a': 4, 'b': 3}", "{'a': 5}, {}", "{}, {'b': 3}", "{'a': 0, 'b': 2}, {'a': 9, 'b': 2}", "{'c': 2, 'a': 3}, {'a': 1}"],  # noqa: E501
    )  # fmt: skip


FAMILIES = (Family("price_lists", ((_within, 3), (made_of_lists, 3), (_bill, 3), (compared, 2), (updated, 2))),)
