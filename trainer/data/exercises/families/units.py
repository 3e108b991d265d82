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


def _linear(d: Draw) -> Sketch:
    """Prices, fees, discounts: linear in one or two quantities."""
    x = d.name("amount price total cost value bill salary")
    k, fee = d.number(2, 30), d.number(1, 20)
    n = d.name("count n quantity pieces hours units")
    piece = d.one("pieces", "pieces", "items", "articles")
    pieces = f"the given {n}" if n in ("pieces", "hours", "units") else f"{n} {piece}"
    percent = d.one(" percent", " percent", "%")
    code, names, params, what, do, sentences = d.one(
        (
            f"{x} * (100 - {k}) / 100",
            f"discount_{k} reduce_price take_off_{k} discounted_price lower_price reduce_by_{k} sale_price",
            [Param(x, "nat")],
            [
                f"{x} reduced by {k}{percent}",
                f"{x} after a discount of {k}{percent}",
                f"what is left of {x} when {k}{percent} of it is taken away",
            ],
            [
                f"Take {k}{percent} off {x}",
                f"Reduce {x} by {k}{percent}",
                f"Apply a discount of {k}{percent} to {x}",
                f"Lower {x} by {k}{percent}",
            ],
            [
                f"How much is {x} after {k}{percent} off?",
                f"There is a rebate of {k}{percent} on {x}: what is left to pay?",
                f"The {x} goes down by {k}{percent}. Give back the new value.",
            ],
        ),
        (
            f"{x} * (100 + {k}) / 100",
            f"add_tax_{k} with_tax add_{k}_percent price_with_tax increase_by_{k} gross_price raise_{k}_percent",
            [Param(x, "nat")],
            [
                f"{x} increased by {k}{percent}",
                f"{x} with a tax of {k}{percent} added",
                f"{x} plus {k}{percent} of it",
            ],
            [
                f"Add {k}{percent} to {x}",
                f"Increase {x} by {k}{percent}",
                f"Raise {x} by {k}{percent}",
                f"Put a tax of {k}{percent} on top of {x}",
            ],
            [
                f"How much is {x} when {k}{percent} tax is added?",
                f"The {x} goes up by {k}{percent}. Give back the new value.",
                f"Gross amount for the net amount {x} at a tax rate of {k}{percent}.",
            ],
        ),
        (
            f"{x} * {k} / 100",
            f"percent_{k} tip take_{k}_percent tip_of tip_{k} percentage_{k} get_percent",
            [Param(x, "nat")],
            [
                f"{k}{percent} of {x}",
                f"the tip on {x} at a rate of {k}{percent}",
                f"the part of {x} that makes up {k}{percent}",
            ],
            [
                f"Work out {k}{percent} of {x}",
                f"Take {k}{percent} of {x}",
                f"Calculate a tip of {k}{percent} on {x}",
            ],
            [
                f"How much is {k}{percent} of {x}?",
                f"A waiter gets {k}{percent} of {x}: how much is that?",
                f"What do you get if you take {k} hundredths of {x}?",
            ],
        ),
        (
            f"{x} * {n} / 100",
            "percentage percent_of percentage_of take_percent part_of get_percentage percent_value",
            [Param(x, "nat"), Param(n, "nat")],
            [
                f"{n} percent of {x}",
                f"the part of {x} that makes up {n} percent",
                f"{n} hundredths of {x}",
            ],
            [
                f"Work out {n} percent of {x}",
                f"Take {n} percent of {x}",
                f"Find how much {n} percent of {x} is",
            ],
            [
                f"How much is {n} percent of {x}?",
                f"If {x} is 100 percent, what is {n} percent?",
                f"The percentage value for the base {x} and a rate of {n} percent.",
            ],
        ),
        (
            f"{n} * {k} + {fee}",
            "total_cost order_price order_cost price_with_fee cost_with_fee order_total price_plus_shipping",
            [Param(n, "nat")],
            [
                f"the cost of {pieces} at {k} each plus a fee of {fee}",
                f"the price of an order of {pieces}, {k} for each one and {fee} once for delivery",
                f"what {pieces} cost at {k} each, with a fixed fee of {fee} added",
            ],
            [
                f"Work out the cost of {pieces} at {k} each and add a fee of {fee}",
                f"Calculate the total for {pieces}: {k} for each, plus {fee} for shipping",
                f"Add a fixed charge of {fee} to the price of {pieces} that cost {k} each",
            ],
            [
                f"What do you pay for {pieces} if each costs {k} and there is a single fee of {fee}?",
                f"Each one costs {k}, and shipping is {fee} per order. How much are {pieces}?",
                f"Order total: {k} for each of {pieces}, and {fee} on top.",
            ],
        ),
        (
            f"{x} * {n}",
            "total_price cost_of total_cost order_total price_for total_amount price_times_quantity",
            [Param(x, "nat"), Param(n, "nat")],
            [
                f"the cost of {pieces} at {x} each",
                f"the total price of {pieces} when each one costs {x}",
                f"what you pay for {pieces} if one costs {x}",
            ],
            [
                f"Work out what {pieces} cost at {x} each",
                f"Calculate the total for {pieces} with a unit price of {x}",
                f"Find the price of {pieces}, given the price {x} of one",
            ],
            [
                f"How much do {pieces} cost if a single one costs {x}?",
                f"Unit price {x} times quantity {n}.",
                f"One costs {x}. What is the price of {pieces}?",
            ],
        ),
        (
            f"{x} / {n} * 100",
            "as_percentage share percent_share to_percent percentage_share ratio_in_percent share_in_percent",
            [Param(x, "nat"), Param(n, "pos")],
            [
                f"how many percent {x} is of {n}",
                f"{x} as a percentage of {n}",
                f"the share of {x} in {n}, in percent",
            ],
            [
                f"Express {x} as a percentage of {n}",
                f"Work out what percentage of {n} the value {x} is",
                f"Find how many percent of {n} are {x}",
            ],
            [
                f"What percentage of {n} is {x}?",
                f"If {n} is 100 percent, how many percent is {x}?",
                f"The ratio of {x} to {n} in percent.",
            ],
        ),
        (
            f"{x} + {x} * {n} / 100",
            "add_percent raise_by increase_by_percent with_percent increase_by add_percentage raise_percent",
            [Param(x, "nat"), Param(n, "nat")],
            [
                f"{x} increased by {n} percent",
                f"{x} plus {n} percent of it",
                f"the new value when {x} grows by {n} percent",
            ],
            [
                f"Add {n} percent to {x}",
                f"Increase {x} by {n} percent",
                f"Raise {x} by {n} percent",
            ],
            [
                f"What does {x} become when {n} percent is added to it?",
                f"The {x} goes up by {n} percent. Give back the new value.",
                f"How much is {x} after a rise of {n} percent?",
            ],
        ),
        (
            f"{x} - {x} * {n} / 100",
            "apply_discount discounted discounted_price reduce_by_percent take_off price_after_discount percent_off",
            [Param(x, "nat"), Param(n, "nat")],
            [
                f"{x} reduced by {n} percent",
                f"{x} after a discount of {n} percent",
                f"what is left of {x} when {n} percent of it is taken away",
            ],
            [
                f"Take {n} percent off {x}",
                f"Apply a discount of {n} percent to {x}",
                f"Lower {x} by {n} percent",
            ],
            [
                f"How much is {x} after {n} percent off?",
                f"The {x} goes down by {n} percent. Give back the new value.",
                f"There is a rebate of {n} percent on {x}: what is left to pay?",
            ],
        ),
        (
            f"max({x} - {fee}, 0)",
            f"after_fee deduct_{fee} minus_fee subtract_fee pay_fee take_off_{fee} reduce_to_zero",
            [Param(x, "nat")],
            [
                f"{x} minus {fee}, but at least 0",
                f"{x} less a fee of {fee}, or 0 if that would be negative",
                f"the greater of {x} - {fee} and 0",
            ],
            [
                f"Subtract {fee} from {x} without going below 0",
                f"Take {fee} off {x}, but never give back less than 0",
                f"Deduct a fee of {fee} from {x}, stopping at 0",
            ],
            [
                f"What is left of {x} after paying {fee}? Nothing (0) if {x} is not enough.",
                f"{fee} is taken away from {x}; a negative result becomes 0.",
                f"A fee of {fee} is deducted from {x}. The result is never negative.",
            ],
        ),
        (
            f"{n} * {k} if {n} < {fee} else {n} * {k - 1}",
            "bulk_price volume_price bulk_cost quantity_discount price_with_bulk tiered_price cost_of_order",
            [Param(n, "nat")],
            [
                f"the cost of {pieces}, at {k} each for fewer than {fee}, else at {k - 1} each",
                f"the price of {pieces}: {k} each below {fee}, and {k - 1} each from {fee} on",
                f"what {pieces} cost if each is {k}, or {k - 1} when you take {fee} or more",
            ],
            [
                f"Work out the price of {pieces}, each at {k}, or all at {k - 1} if there are at least {fee}",
                f"Calculate the cost of {pieces}: {k} each if fewer than {fee}, otherwise {k - 1} each",
            ],
            [
                f"How much are {pieces}? Each costs {k}, but only {k - 1} if you buy {fee} or more.",
                f"Bulk pricing for {pieces}: from {fee} on each one costs {k - 1}, below that {k}.",
                f"Fewer than {fee} cost {k} each; with {fee} or more, every one costs {k - 1}. Return the total.",
            ],
        ),
        (
            f"{x} // {k}",
            "can_buy affordable how_many_can_buy max_purchase items_for count_affordable number_affordable",
            [Param(x, "nat")],
            [
                f"how many pieces at {k} each can be bought for {x}",
                f"the greatest number of items at {k} each that {x} pays for",
                f"how many whole items you can afford with {x} if one costs {k}",
            ],
            [
                f"Work out how many things that cost {k} each you can buy with {x}",
                f"Count the items at {k} each that {x} is enough for",
                f"Find how many times a price of {k} can be paid in full out of {x}",
            ],
            [
                f"You have {x} to spend and one item costs {k}. How many can you buy?",
                f"One costs {k}: how many whole ones do you get for {x}?",
                f"How many items at {k} each does {x} pay for? Parts of an item are not sold.",
            ],
        ),
    )
    return Sketch(
        names=names.split(),
        params=params,
        bodies=[f"return {code}"],
        returns="float" if "/ " in code and "//" not in code else "int",
        what=what,
        do=do,
        sentences=sentences,
    )


FAMILIES = (Family("units", ((_unit, 4), (_temperature, 2), (_linear, 3))),)
