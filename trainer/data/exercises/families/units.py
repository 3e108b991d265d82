"""Quantities converted, and prices."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.prices import linear
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


def _single(unit: str) -> str:
    return {"inches": "inch", "feet": "foot"}.get(unit, unit.removesuffix("s"))


def _unit(d: Draw) -> Sketch:
    a, b, factor, names = d.one(*_UNITS)
    if d.chance(0.35):
        return _back(d, a, b, factor)
    x = d.name(names + " value x amount")
    out = d.name("result converted " + b)
    one = _single(a)
    note = d.one(
        f" (1 {one} is {factor} {b})",
        f" (1 {one} is {factor} {b})",
        f" (1 {one} = {factor} {b})",
        f", where one {one} is {factor} {b}",
        f", with {factor} {b} to one {one}",
    )
    code = d.one(f"{x} * {factor}", f"{x} * {factor}", f"{factor} * {x}")
    given = f"the given {a}" if x == a else f"{x} {a}"
    return Sketch(
        names=[
            f"{a}_to_{b}",
            f"convert_{a}_to_{b}",
            f"to_{b}",
            f"{b}_in",
            f"{b}_from_{a}",
            f"{a}_as_{b}",
            f"{a}2{b}",
            f"{a}_in_{b}",
        ],
        params=[Param(x, "int" if "." not in factor else "size")],
        bodies=[f"return {code}", f"{out} = {code}\nreturn {out}"],
        returns="float" if "." in factor else "int",
        what=[
            f"the number of {b} in {given}{note}",
            f"{given} in {b}{note}",
            f"how many {b} {given} are{note}",
            f"{given} converted to {b}{note}",
            f"the equivalent of {given} in {b}{note}",
        ],
        do=[
            f"Convert {given} to {b}{note}" if x == a else f"Convert {x} from {a} to {b}{note}",
            f"Convert {a} to {b}{note}",
            f"Express {given} in {b}{note}",
            f"Turn {a} into {b}{note}",
            f"Work out how many {b} there are in {given}{note}",
        ],
        sentences=[
            f"How many {b} are {given}{note}?",
            f"One {one} is {factor} {b}. How many {b} are {given}?",
            f"Unit conversion from {a} to {b}{note}.",
            f"You get a quantity in {a}; give it back in {b}{note}.",
        ],
    )


def _back(d: Draw, a: str, b: str, factor: str) -> Sketch:
    x = d.name(f"{b} value x amount n")
    one = _single(a)
    note = d.one(
        f", where {factor} {b} make one {one}",
        f" (1 {one} is {factor} {b})",
        f" ({factor} {b} = 1 {one})",
        f", with {factor} {b} to one {one}",
    )
    given = f"the given {b}" if x == b else f"{x} {b}"
    form = d.one("exact", "floor", "pair") if "." not in factor else "exact"
    if form == "exact":
        return Sketch(
            names=[
                f"{b}_to_{a}",
                f"convert_{b}_to_{a}",
                f"to_{a}",
                f"{b}_in_{a}",
                f"{b}_as_{a}",
                f"{a}_from_{b}",
                f"{b}2{a}",
            ],
            params=[Param(x, "nat")],
            bodies=[f"return {x} / {factor}"],
            returns="float",
            what=[
                f"{given} in {a}{note}",
                f"{given} converted to {a}{note}",
                f"{given} as a possibly fractional number of {a}{note}",
                f"how many {a} {given} are, fractions included{note}",
            ],
            do=[
                f"Convert {given} to {a}{note}" if x == b else f"Convert {x} from {b} to {a}{note}",
                f"Convert {b} to {a}{note}",
                f"Express {given} in {a}{note}, as a float",
                f"Turn {b} into {a}{note} without rounding",
            ],
            sentences=[
                f"What are {given} in {a}{note}?",
                f"{factor} {b} are one {one}. How many {a} are {given}? Do not round.",
                f"Unit conversion from {b} to {a}{note}.",
                f"You get a quantity in {b}; give it back in {a}, not rounded{note}.",
            ],
        )
    if form == "floor":
        return Sketch(
            names=[
                f"full_{a}",
                f"whole_{a}",
                f"complete_{a}",
                f"{b}_to_full_{a}",
                f"{b}_to_whole_{a}",
                f"count_full_{a}",
                f"{a}_in_{b}",
            ],
            params=[Param(x, "nat")],
            bodies=[f"return {x} // {factor}"],
            what=[
                f"how many full {a} there are in {given}{note}",
                f"the number of whole {a} in {given}{note}",
                f"{given} in whole {a}, rounded down{note}",
                f"how many times a full {one} fits into {given}{note}",
            ],
            do=[
                f"Count the full {a} in {given}{note}",
                f"Convert {given} to {a}{note}, rounding down",
                f"Work out how many complete {a} {given} make{note}",
                f"Turn {given} into full {a} and drop the rest{note}",
            ],
            sentences=[
                f"How many complete {a} are there in {given}{note}?",
                f"{factor} {b} are one {one}. How many whole {a} do {given} make?",
                f"Full {a} in {given}; what is left over does not count{note}.",
            ],
            inputs=[factor, str(int(factor) + 1), str(3 * int(factor))],
        )
    whole, rest = d.name(f"{a} whole big"), d.name("rest remainder left")
    return Sketch(
        names=[
            f"split_{b}",
            f"{a}_and_{b}",
            f"{b}_to_pair",
            f"to_{a}_and_{b}",
            f"break_{b}",
            f"divide_{b}",
            f"{b}_as_{a}_and_{b}",
        ],
        params=[Param(x, "nat")],
        bodies=[
            f"return ({x} // {factor}, {x} % {factor})",
            f"{whole} = {x} // {factor}\n{rest} = {x} % {factor}\nreturn ({whole}, {rest})",
            f"return divmod({x}, {factor})",
        ],
        returns="tuple[int, int]",
        what=[
            f"the full {a} in {given} and the {b} that are left, as a pair{note}",
            f"{given} as whole {a} and remaining {b}, in a tuple{note}",
            f"a tuple of the whole {a} in {given} and the {b} left over{note}",
            f"the pair of full {a} and leftover {b} that {given} make{note}",
        ],
        do=[
            f"Split {given} into full {a} and remaining {b}{note}",
            f"Break {given} up into a pair: whole {a} and the {b} left over{note}",
            f"Convert {given} to a tuple ({a}, {b}) with as many full {a} as possible{note}",
        ],
        sentences=[
            f"How many full {a} are in {given}, and how many {b} remain{note}? Return both as a tuple.",
            f"{factor} {b} are one {one}. Return the full {a} in {given} and the rest in {b}.",
            f"Whole {a} first, then the {b} that are left over from {given}, as a pair{note}.",
        ],
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
        formula = code.replace("@", "t")
        return Sketch(
            names=[
                f"all_to_{b.lower()}",
                f"convert_all_to_{b.lower()}",
                f"{a.lower()}_list_to_{b.lower()}",
                f"list_to_{b.lower()}",
                f"temperatures_in_{b.lower()}",
                f"convert_list_to_{b.lower()}",
                f"{b.lower()}_values",
                f"each_to_{b.lower()}",
            ],
            params=[Param(xs, "ints")],
            bodies=[
                f"return [{code.replace('@', x)} for {x} in {xs}]",
                f"{out} = []\nfor {x} in {xs}:\n    {out}.append({code.replace('@', x)})\nreturn {out}",
            ],
            returns="list[float]",
            what=[
                f"the list of the temperatures {xs}, converted from degrees {a} to {b}: {formula} for t",
                f"the temperatures in {xs}, given in degrees {a}, as a list in {b} (t becomes {formula})",
                f"a list with each {a} temperature t in {xs} changed to {b}: {formula}",
                f"a new list in which every t of {xs}, in degrees {a}, is replaced by {formula}, in {b}",
            ],
            do=[
                f"Convert every temperature in {xs} from {a} to {b}: t becomes {formula}",
                f"Turn the {a} temperatures in {xs} into {b} ones, where t degrees {a} are {formula}",
                f"Replace each temperature t in {xs} by {formula}, to get from {a} to {b}",
            ],
            sentences=[
                f"The {xs} are in degrees {a}: what are they in {b}? Return a list. t becomes {formula}.",
                f"The numbers in {xs} are degrees {a}. Give them back in {b}, computed as {formula} for each t.",
                f"Unit conversion of a list of temperatures from {a} to {b}: {formula} for each t.",
            ],
        )
    note = d.one("", f": {code.replace('@', x)}")
    hint = note and f" Use {code.replace('@', x)}."
    given = f"the given degrees {a}" if x == "degrees" else f"{x} degrees {a}"
    return Sketch(
        names=[
            f"{a.lower()}_to_{b.lower()}",
            f"{a[0].lower()}_to_{b[0].lower()}",
            f"convert_to_{b.lower()}",
            f"to_{b.lower()}",
            f"{a.lower()}2{b.lower()}",
            f"{b.lower()}_from_{a.lower()}",
            f"{a.lower()}_in_{b.lower()}",
            f"temperature_in_{b.lower()}",
        ],
        params=[Param(x, "float")],
        bodies=[f"return {code.replace('@', x)}"] * 3 + [f"{out} = {code.replace('@', x)}\nreturn {out}"],
        returns="float",
        what=[
            f"the temperature {x} in degrees {b}, given in degrees {a}{note}",
            f"{given} in {b}{note}",
            f"the {b} temperature that equals {given}{note}",
            f"{x} converted from {a} to {b}{note}",
        ],
        do=[
            f"Convert {x} from degrees {a} to degrees {b}{note}",
            f"Convert a temperature from {a} to {b}{note}",
            f"Turn degrees {a} into degrees {b}{note}",
            f"Work out how many degrees {b} correspond to {given}{note}",
            f"Change the temperature {x} from the {a} scale to the {b} scale{note}",
        ],
        sentences=[
            f"How many degrees {b} are {given}?{hint}",
            f"It is {given}. What is that in {b}?{hint}",
            f"Temperature conversion from {a} to {b}{note}.",
        ],
    )


FAMILIES = (Family("units", ((_unit, 4), (_temperature, 2), (linear, 3))),)
