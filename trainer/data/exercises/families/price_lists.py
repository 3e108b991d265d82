"""Dictionaries of prices, stocks and marks: chosen entries, totals over two of them, dictionaries made of lists."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
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
    ("<=", "does not exceed {}", "of at most {}"),
    ("<=", "is at most {}", "of at most {}"),
    ("<", "is below {}", "below {}"),
    (">=", "is at least {}", "of at least {}"),
    (">", "is above {}", "above {}"),
    (">", "is greater than {}", "above {}"),
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
    sign, single, short = d.one(*_SIGNS)
    fixed = str(d.number(1, 9)) if d.chance(0.2) else ""
    n = fixed or limit
    test = f"{v} {sign} {n}"
    single, short = single.format(n), short.format(n)
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
            ],
            params=params,
            bodies=[f"return {{{k}: {v} for {k}, {v} in {m}.items() if {test}}}"] * 2 + [loop],
            returns="dict[str, int]",
            what=[f"a dictionary of only those entries of {m} {whose}"],
            do=[f"Keep the entries of {m} {whose}"],
            sentences=[
                f"Only those {many} of {m} {whose}, with their {v}s.",
                f"The entries of {m} with a {v} {short}, as a dictionary.",
            ],
        )
    if form == 4:
        return Sketch(
            names=[f"names_{stem}", f"{many}_{stem}", f"which_{many}", f"list_{stem}"],
            params=params,
            bodies=[
                f"return [{k} for {k}, {v} in {m}.items() if {test}]",
                f"return [{k} for {k} in {m} if {m}[{k}] {sign} {n}]",
            ],
            returns="list[str]",
            what=[f"the list of the {many} in {m} {whose}"],
            sentences=[f"Which {many} of {m} have a {v} {short}?"],
        )
    if form == 5:
        yes = d.chance(0.5)
        fn, word = ("all", "every") if yes else ("any", "some")
        return Sketch(
            names=[f"{fn}_{stem}", f"{word}_{one}_{stem}", f"are_{fn}_{stem}"],
            params=params,
            bodies=[
                f"return {fn}({v} {sign} {n} for {v} in {m}.values())",
                f"for {v} in {m}.values():\n    if {'not ' if yes else ''}{test}:\n        return {not yes}\nreturn {yes}",  # noqa: E501
            ],
            returns="bool",
            whether=[f"{word} {one} in {m} has a {v} {short}"],
        )
    return Sketch(names=[f"drop_{stem}", f"remove_{stem}", f"without_{stem}"], params=params, bodies=[f"return {{{k}: {v} for {k}, {v} in {m}.items() if not {test}}}", f"result = dict({m})\nfor {k}, {v} in {m}.items():\n    if {test}:\n        del result[{k}]\nreturn result"], returns="dict[str, int]", what=[f"a copy of {m} without the entries {whose}"], do=[f"Remove the entries {whose} from a copy of {m}"])  # fmt: skip  # noqa: E501


def _made_of_lists(d: Draw) -> Sketch:
    """A dictionary of keys and values, the values given, missing, counted or the same."""
    ks, vs = d.one(
        "keys values", "names scores", "words numbers", "labels amounts", "names ages", "products prices", "a b"
    ).split()
    k, v, out = "key", "value", d.name("result out pairs d")
    form = d.number(0, 5)
    params = [Param(ks, "words"), Param(vs, "ints")]
    inputs = ["['a', 'b'], [1, 2]", "['a', 'b'], [1]", "['x'], []", "['k'], [1, 2]", "[], []"]
    make = d.one("Make", "Build", "Create")
    if form < 2:
        fill, said = d.one(("None", "None"), ("None", "None"), ("0", "0"), ("-1", "-1"))
        loop = f"{out} = {{}}\nfor i, {k} in enumerate({ks}):\n    {out}[{k}] = {vs}[i] if i < len({vs}) else {fill}\nreturn {out}"  # noqa: E501
        return Sketch(
            names=[
                "pair_up",
                "dict_from_lists",
                "to_dict",
                "fill_dict",
                "zip_with_default",
                "match_up",
                "combine_lists",
            ],
            params=params,
            bodies=[loop, loop, f"return {{{k}: {vs}[i] if i < len({vs}) else {fill} for i, {k} in enumerate({ks})}}"],
            returns="dict[str, int | None]" if fill == "None" else "dict[str, int]",
            do=[
                f"{make} a dictionary out of the keys {ks} and the values {vs}",
                f"{make} a dictionary that maps each of {ks} to the one of {vs} at the same index",
            ],
            edge=d.one(f"Keys without a value get {said}.", f"If there are too few {vs}, use {said}."),
            inputs=inputs,
        )
    if form == 2:
        return Sketch(
            names=["pair_up", "make_dict", "zip_to_dict", "dict_from_lists", "combine"],
            params=params,
            bodies=[f"return dict(zip({ks}, {vs}))"] * 2
            + [f"{out} = {{}}\nfor {k}, {v} in zip({ks}, {vs}):\n    {out}[{k}] = {v}\nreturn {out}"],
            returns="dict[str, int]",
            do=[
                f"{make} a dictionary with the keys {ks} and the values {vs}",
                f"Map each of {ks} to the one of {vs} at the same index",
            ],
            edge=d.one("What is left over in the longer list is ignored.", "Stop with the shorter list."),
            inputs=inputs,
        )
    if form == 3:
        start = d.one("0", "0", "1", "[]", "None", "False")
        return Sketch(
            names=[
                "all_zero" if start == "0" else "same_for_all",
                "start_values",
                "init_dict",
                "default_dict",
                "blank_scores",
            ],
            params=[Param(ks, "words")],
            bodies=[
                f"return {{{k}: {start} for {k} in {ks}}}",
                f"{out} = {{}}\nfor {k} in {ks}:\n    {out}[{k}] = {start}\nreturn {out}",
            ],
            returns="dict",
            do=[f"{make} a dictionary in which each of {ks} has the value {start}"]
            if start != "[]"
            else [f"{make} a dictionary in which each of {ks} has an empty list of its own"],
        )
    if form == 4:
        one = d.one(1, 1, 0, 10)
        plus = f", {one}" if one else ""
        return Sketch(
            names=["number_keys", "numbered", "assign_numbers", "give_ids", "index_by_name"],
            params=[Param(ks, "words")],
            bodies=[
                f"return {{{k}: i for i, {k} in enumerate({ks}{plus})}}",
                f"{out} = {{}}\nfor i, {k} in enumerate({ks}{plus}):\n    {out}[{k}] = i\nreturn {out}",
            ],
            returns="dict[str, int]",
            do=[
                f"{make} a dictionary that numbers {ks} from {one} on",
                f"Give each of {ks} a number, counting from {one}, as a dictionary",
            ],
        )
    p = d.name("pairs entries rows")
    first = d.chance(0.5)
    body = (
        f"{out} = {{}}\nfor {k}, {v} in {p}:\n    {f'if {k} not in {out}:' if first else f'{out}[{k}] = {v}'}\n"
        + (f"        {out}[{k}] = {v}\n" if first else "")
        + f"return {out}"
    )
    return Sketch(names=["pairs_to_dict", "dict_from_pairs", "to_dict", "collect_pairs"], params=[Param(p, "named")], bodies=[body] if first else [f"return dict({p})", body], returns="dict[str, int]", do=[f"{make} a dictionary out of the (key, value) pairs in {p}"], edge=f"If a key comes twice, its {'first' if first else 'last'} value counts.")  # fmt: skip  # noqa: E501


def _bill(d: Draw) -> Sketch:
    """What one dictionary costs by another."""
    order, prices, one, amount, costs, price = d.one(*_BILLS)
    x = d.one(one, one, "key", "name")
    default = d.chance(0.7)
    many = {"dish": "dishes"}.get(one, one + "s")
    total = d.name("total result cost")
    get = f"{prices}.get({x}, 0)" if default else f"{prices}[{x}]"
    test = "" if default else f" if {x} in {prices}"
    loop = f"{total} = 0\nfor {x}, {amount} in {order}.items():\n    {'' if default else f'if {x} in {prices}:' + chr(10) + '        '}{total} += {amount} * {get}\nreturn {total}"  # noqa: E501
    missing = d.one(
        f"A {one} without a {price} counts as 0.",
        f"What is not in {prices} adds nothing.",
        f"Ignore {many} that are not in {prices}.",
    )
    return Sketch(
        names=["total_bill", f"total_{price}", f"{order}_total", "total_cost", "sum_up", f"{order}_{price}", "amount_due", "calculate_total"],  # noqa: E501
        params=[Param(order, "amounts"), Param(prices, "amounts")],
        bodies=[f"return sum({amount} * {get} for {x}, {amount} in {order}.items(){test})"] * 2 + [loop],
        what=[f"the total {price} of all {many} in {order}, each {amount} times its {price} in {prices}"],
        sentences=[f"The dictionary {order} maps {many} to amounts, and {prices} gives the {price} of each. Compute what the {order} {costs} in all.", f"How much {costs.replace('costs', 'does {} cost').format(order) if costs == 'costs' else f'is {order} worth' if 'worth' in costs else f'does {order} weigh'} if {prices} tells the {price} of one {one}?"],  # noqa: E501
        edge=missing,
        inputs=["{'a': 2, 'b': 1}, {'a': 4, 'b': 3}", "{'a': 5}, {}", "{}, {'b': 3}", "{'a': 0, 'b': 2}, {'a': 9, 'b': 2}", "{'c': 2, 'a': 3}, {'a': 1}"],  # noqa: E501
    )  # fmt: skip


def _compared(d: Draw) -> Sketch:
    """Two dictionaries: what differs, what is missing, what is enough."""
    a, b = d.one("old new", "first second", "before after", "stock order", "left right", "mine yours").split()
    k = d.one("key", "name", "item", "k")
    inputs = [
        "{'a': 1, 'b': 2}, {'a': 1, 'b': 3}",
        "{'a': 1}, {'b': 1}",
        "{}, {'a': 2}",
        "{'a': 4, 'c': 2}, {'a': 2, 'c': 2}",
    ]
    code, do, names, returns, loop = d.one(
        (f"[{k} for {k} in {b} if {k} not in {a}]", f"List the keys of {b} that are missing in {a}", "new_keys missing_keys added_keys", "list[str]", f"result = []\nfor {k} in {b}:\n    if {k} not in {a}:\n        result.append({k})\nreturn result"),  # noqa: E501
        (f"[{k} for {k} in {a} if {k} in {b} and {a}[{k}] != {b}[{k}]]", f"List the keys whose values in {a} and {b} differ; they must be in both", "changed_keys different_values changes", "list[str]", ""),  # noqa: E501
        (f"{{{k}: {b}[{k}] - {a}.get({k}, 0) for {k} in {b} if {b}[{k}] > {a}.get({k}, 0)}}", f"Tell for every key of {b} how much {a} falls short of it, leaving out where nothing is missing", "shortage to_buy missing_amounts", "dict[str, int]", ""),  # noqa: E501
        (f"all({a}.get({k}, 0) >= {b}[{k}] for {k} in {b})", "", "is_enough can_deliver covers", "bool", f"for {k} in {b}:\n    if {a}.get({k}, 0) < {b}[{k}]:\n        return False\nreturn True"),  # noqa: E501
        (f"{{{k}: {a}.get({k}, 0) - {b}.get({k}, 0) for {k} in {a}}}", f"Subtract from each value of {a} the value of the same key in {b}, if there is one", "subtract_dicts remaining take_away", "dict[str, int]", ""),  # noqa: E501
        (f"{{{k}: max({a}[{k}], {b}[{k}]) for {k} in {a} if {k} in {b}}}", f"Map each key that {a} and {b} share to the larger of its two values", "larger_values best_of_both", "dict[str, int]", ""),  # noqa: E501
        (f"sum(1 for {k} in {a} if {k} in {b} and {a}[{k}] == {b}[{k}])", f"Count the entries, key and value, that {a} and {b} have in common", "common_entries count_equal", "int", ""),  # noqa: E501
    )  # fmt: skip
    whether = [] if do else [f"{a} has at least as much of everything as {b}; what is not a key of {a} counts as 0"]
    return Sketch(names=names.split(), params=[Param(a, "amounts"), Param(b, "amounts")], bodies=[f"return {code}"] + ([loop] if loop else []), returns=returns, do=[do] if do else [], whether=whether, inputs=inputs)  # fmt: skip  # noqa: E501


def _updated(d: Draw) -> Sketch:
    """One entry of a stock changed: added to, taken from, raised by percent."""
    m, key, n = (
        d.name("stock account scores counts inventory"),
        d.name("item name product key"),
        d.name("amount n number points"),
    )
    take = d.chance(0.4)
    sign = "-" if take else "+"
    copy = f"result = dict({m})\n"
    form = d.number(0, 3)
    base = [Param(m, "amounts"), Param(key, "char"), Param(n, "small")]
    inputs = [
        f"{{'a': 5, 'b': 2}}, 'a', {d.number(1, 9)}",
        "{'a': 2}, 'b', 3",
        "{'b': 4}, 'b', 4",
        "{'a': 3}, 'a', 0",
        "{}, 'a', 2",
    ]
    if form == 0:
        return Sketch(
            names=["take_out", "remove_amount", "sell"] if take else ["add_amount", "restock", "put_in", "add_points"],
            params=base,
            bodies=[
                f"{copy}result[{key}] = result.get({key}, 0) {sign} {n}\nreturn result",
                f"{copy}if {key} in result:\n    result[{key}] {sign}= {n}\nelse:\n    result[{key}] = {sign if take else ''}{n}\nreturn result",  # noqa: E501
            ],
            returns="dict[str, int]",
            what=[f"a copy of {m} in which the value of {key}, 0 if missing, is {n} {'smaller' if take else 'larger'}"],
            inputs=inputs,
        )
    if form == 1:
        return Sketch(
            names=["can_take", "is_available", "enough_of", "in_stock", "has_amount"],
            params=base,
            bodies=[
                f"return {m}.get({key}, 0) >= {n}",
                f"if {key} not in {m}:\n    return {n} <= 0\nreturn {m}[{key}] >= {n}",
            ],
            returns="bool",
            whether=[f"the value of {key} in {m} is at least {n}"],
            edge=d.one("A missing key counts as 0.", f"If {key} is missing, its value is 0."),
            inputs=inputs,
        )
    p = d.one(10, 20, 25, 50, 100)
    k, v = d.one("key value", "name price", "k v", "item amount").split()
    if {k, v} & {m}:
        k, v = "k", "v"
    if form == 2:
        c, said, stem = d.one(
            (f"{v} * 2", "doubled", "double"),
            (f"{v} + {p}", f"increased by {p}", "raise"),
            (f"{v} + {v} * {p} // 100", f"increased by {p} percent, rounded down", "raise_percent"),
            (f"{v} // 2", "halved, rounded down", "halve"),
            (f"max({v} - 1, 0)", "reduced by 1, but not below 0", "reduce"),
            (f"min({v}, {p})", f"limited to {p}", "limit"),
        )
        return Sketch(
            names=[f"{stem}_all", f"{stem}_{m}", f"{stem}_values"],
            params=[Param(m, "amounts")],
            bodies=[
                f"return {{{k}: {c} for {k}, {v} in {m}.items()}}",
                f"result = {{}}\nfor {k}, {v} in {m}.items():\n    result[{k}] = {c}\nreturn result",
            ],
            returns="dict[str, int]",
            what=[f"a copy of {m} with every value {said}"],
            inputs=[f"{{'a': {p}, 'b': {p + 5}}}"],
        )
    return Sketch(names=["swap_values", "exchange_values", "trade"], params=[Param(m, "amounts"), Param("a", "char"), Param("b", "char")], bodies=[f"{copy}result[a], result[b] = {m}[b], {m}[a]\nreturn result"], returns="dict[str, int]", what=[f"a copy of {m} in which the keys a and b have swapped their values"], inputs=["{'x': 1, 'y': 2}, 'x', 'y'", "{'a': 5, 'b': 7, 'c': 1}, 'c', 'a'", "{'a': 5, 'b': 7}, 'b', 'a'", "{'a': 1}, 'a', 'a'", "{'a': 3, 'o': 4}, 'a', 'o'", "{'k': 0, 'l': 3}, 'l', 'k'", "{'b': 2, 'c': 9}, 'b', 'c'"])  # fmt: skip  # noqa: E501


FAMILIES = (Family("price_lists", ((_within, 3), (_made_of_lists, 3), (_bill, 3), (_compared, 2), (_updated, 2))),)
