"""Quantities converted, and prices."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]

# From, to, factor: a value in the first unit times the factor is one in the second; names of parameters for the first.
_UNITS = (
    ("feet", "inches", "12", "feet ft length"),
    ("yards", "feet", "3", "yards yd"),
    ("meters", "centimeters", "100", "meters m length"),
    ("kilometers", "meters", "1000", "kilometers km distance"),
    ("kilograms", "grams", "1000", "kilograms kg weight"),
    ("hours", "minutes", "60", "hours h time"),
    ("minutes", "seconds", "60", "minutes m mins"),
    ("days", "hours", "24", "days d n"),
    ("weeks", "days", "7", "weeks w"),
    ("dollars", "cents", "100", "dollars amount price"),
    ("dozens", "pieces", "12", "dozens n"),
    ("miles", "kilometers", "1.609", "miles distance m"),
    ("inches", "centimeters", "2.54", "inches length size"),
    ("pounds", "kilograms", "0.4536", "pounds weight lbs"),
    ("gallons", "liters", "3.785", "gallons volume"),
    ("liters", "milliliters", "1000", "liters volume"),
    ("bytes", "bits", "8", "bytes n size"),
    ("kilobytes", "bytes", "1024", "kilobytes kb size"),
    ("ounces", "grams", "28.35", "ounces oz"),
    ("years", "months", "12", "years age y"),
    ("tons", "kilograms", "1000", "tons weight"),
    ("hours", "seconds", "3600", "hours h"),
    ("years", "days", "365", "years y"),
    ("quarters", "cents", "25", "quarters coins"),
    ("dimes", "cents", "10", "dimes coins"),
    ("centimeters", "millimeters", "10", "centimeters cm"),
    ("cups", "tablespoons", "16", "cups"),
)


def _unit(d: Draw) -> Sketch:
    a, b, factor, names = d.one(*_UNITS)
    if d.chance(0.35):
        return _back(d, a, b, factor)
    x = d.name(names + " value x amount")
    out = d.name("result converted " + b)
    note = f" (1 {a.removesuffix('s') if a != 'inches' and a != 'feet' else {'inches': 'inch', 'feet': 'foot'}[a]} is {factor} {b})"  # noqa: E501
    code = d.one(f"{x} * {factor}", f"{x} * {factor}", f"{factor} * {x}")
    return Sketch(
        names=[f"{a}_to_{b}", f"convert_{a}_to_{b}", f"to_{b}", f"{b}_in"],
        params=[Param(x, "int" if "." not in factor else "size")],
        bodies=[f"return {code}", f"{out} = {code}\nreturn {out}"],
        returns="float" if "." in factor else "int",
        what=[f"the number of {b} in {x} {a}{note}", f"{x} {a} in {b}{note}"],
        do=[f"Convert {x} from {a} to {b}{note}", f"Convert {a} to {b}{note}"],
    )


def _back(d: Draw, a: str, b: str, factor: str) -> Sketch:
    x = d.name(f"{b} value x amount n")
    note = f", where {factor} {b} make one of the {a}"
    form = d.one("exact", "floor", "pair") if "." not in factor else "exact"
    if form == "exact":
        return Sketch(
            names=[f"{b}_to_{a}", f"convert_{b}_to_{a}", f"to_{a}"],
            params=[Param(x, "nat")],
            bodies=[f"return {x} / {factor}"],
            returns="float",
            what=[f"{x} {b} in {a}{note}"],
            do=[f"Convert {x} from {b} to {a}{note}"],
        )
    if form == "floor":
        return Sketch(
            names=[f"full_{a}", f"whole_{a}", f"complete_{a}"],
            params=[Param(x, "nat")],
            bodies=[f"return {x} // {factor}"],
            what=[f"how many full {a} there are in {x} {b}{note}"],
            inputs=[factor, str(int(factor) + 1), str(3 * int(factor))],
        )
    whole, rest = d.name(f"{a} whole big"), d.name("rest remainder left")
    return Sketch(
        names=[f"split_{b}", f"{a}_and_{b}", f"{b}_to_pair"],
        params=[Param(x, "nat")],
        bodies=[
            f"return ({x} // {factor}, {x} % {factor})",
            f"{whole} = {x} // {factor}\n{rest} = {x} % {factor}\nreturn ({whole}, {rest})",
            f"return divmod({x}, {factor})",
        ],
        returns="tuple[int, int]",
        what=[f"the full {a} in {x} {b} and the {b} that are left, as a pair{note}"],
        inputs=[str(3 * int(factor)), str(2 * int(factor) + 1)],
    )


def _temperature(d: Draw) -> Sketch:
    a, b, code, names = d.one(
        ("Celsius", "Fahrenheit", "@ * 9 / 5 + 32", "celsius c degrees temp"),
        ("Celsius", "Fahrenheit", "@ * 1.8 + 32", "celsius c temperature"),
        ("Fahrenheit", "Celsius", "(@ - 32) * 5 / 9", "fahrenheit f temp degrees"),
        ("Celsius", "Kelvin", "@ + 273.15", "celsius c temp"),
        ("Kelvin", "Celsius", "@ - 273.15", "kelvin k temp"),
        ("Fahrenheit", "Celsius", "(@ - 32) / 1.8", "fahrenheit f"),
        ("Kelvin", "Fahrenheit", "(@ - 273.15) * 9 / 5 + 32", "kelvin k t"),
        ("Fahrenheit", "Kelvin", "(@ - 32) * 5 / 9 + 273.15", "fahrenheit f t"),
        ("Celsius", "Reaumur", "@ * 4 / 5", "celsius c t"),
        ("Reaumur", "Celsius", "@ * 5 / 4", "reaumur r t"),
    )
    x = d.name(names)
    out = d.name("result degrees_out converted")
    short = d.chance(0.25)
    xs = d.name("temperatures values temps readings")
    if short:
        return Sketch(
            names=[f"all_to_{b.lower()}", f"convert_all_to_{b.lower()}", f"{a.lower()}_list_to_{b.lower()}"],
            params=[Param(xs, "ints")],
            bodies=[
                f"return [{code.replace('@', x)} for {x} in {xs}]",
                f"{out} = []\nfor {x} in {xs}:\n    {out}.append({code.replace('@', x)})\nreturn {out}",
            ],
            returns="list[float]",
            what=[
                f"the list of the temperatures {xs}, converted from degrees {a} to {b}: {code.replace('@', 't')} for t"
            ],
        )
    note = d.one("", f": {code.replace('@', x)}")
    return Sketch(
        names=[
            f"{a.lower()}_to_{b.lower()}",
            f"{a[0].lower()}_to_{b[0].lower()}",
            f"convert_to_{b.lower()}",
            f"to_{b.lower()}",
        ],
        params=[Param(x, "float")],
        bodies=[f"return {code.replace('@', x)}"] * 3 + [f"{out} = {code.replace('@', x)}\nreturn {out}"],
        returns="float",
        what=[f"the temperature {x} in degrees {b}, given in degrees {a}{note}"],
        do=[f"Convert {x} from degrees {a} to degrees {b}{note}", f"Convert a temperature from {a} to {b}{note}"],
    )


def _linear(d: Draw) -> Sketch:
    """Prices, fees, discounts: linear in one or two quantities."""
    x = d.name("amount price total cost value bill salary")
    k, fee = d.number(2, 30), d.number(1, 20)
    n = d.name("count n quantity pieces hours units")
    code, said, names, params = d.one(
        (f"{x} * (100 - {k}) / 100", f"{x} reduced by {k} percent", f"discount_{k} reduce_price", [Param(x, "nat")]),
        (f"{x} * (100 + {k}) / 100", f"{x} increased by {k} percent", f"add_tax_{k} with_tax", [Param(x, "nat")]),
        (f"{x} * {k} / 100", f"{k} percent of {x}", f"percent_{k} tip", [Param(x, "nat")]),
        (f"{x} * {n} / 100", f"{n} percent of {x}", "percentage percent_of", [Param(x, "nat"), Param(n, "nat")]),
        (
            f"{n} * {k} + {fee}",
            f"the cost of {n} pieces at {k} each plus a fee of {fee}",
            "total_cost order_price",
            [Param(n, "nat")],
        ),
        (
            f"{x} * {n}",
            f"the cost of {n} pieces at {x} each",
            "total_price cost_of",
            [Param(x, "nat"), Param(n, "nat")],
        ),
        (
            f"{x} / {n} * 100",
            f"how many percent {x} is of {n}",
            "as_percentage share",
            [Param(x, "nat"), Param(n, "pos")],
        ),
        (
            f"{x} + {x} * {n} / 100",
            f"{x} increased by {n} percent",
            "add_percent raise_by",
            [Param(x, "nat"), Param(n, "nat")],
        ),
        (
            f"{x} - {x} * {n} / 100",
            f"{x} reduced by {n} percent",
            "apply_discount discounted",
            [Param(x, "nat"), Param(n, "nat")],
        ),
        (f"max({x} - {fee}, 0)", f"{x} minus {fee}, but at least 0", f"after_fee deduct_{fee}", [Param(x, "nat")]),
        (
            f"{n} * {k} if {n} < {fee} else {n} * {k - 1}",
            f"the cost of {n} pieces, at {k} each for fewer than {fee}, else at {k - 1} each",
            "bulk_price",
            [Param(n, "nat")],
        ),
        (f"{x} // {k}", f"how many pieces at {k} each can be bought for {x}", "can_buy affordable", [Param(x, "nat")]),
    )
    return Sketch(
        names=names.split(),
        params=params,
        bodies=[f"return {code}"],
        returns="float" if "/ " in code and "//" not in code else "int",
        what=[said],
    )


FAMILIES = (Family("units", ((_unit, 4), (_temperature, 2), (_linear, 3))),)
