"""Everyday quantities: times and dates, units, shapes, texts to be parsed, values to be validated."""

from __future__ import annotations

from trainer.data.exercises.conditions import number_condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]

# From, to, factor: a value in the first unit times the factor is one in the second; names of parameters for the first.
_UNITS = (
    ("feet", "inches", "12", "feet ft length"), ("yards", "feet", "3", "yards yd"), ("meters", "centimeters", "100", "meters m length"), ("kilometers", "meters", "1000", "kilometers km distance"),
    ("kilograms", "grams", "1000", "kilograms kg weight"), ("hours", "minutes", "60", "hours h time"), ("minutes", "seconds", "60", "minutes m mins"), ("days", "hours", "24", "days d n"), ("weeks", "days", "7", "weeks w"),
    ("dollars", "cents", "100", "dollars amount price"), ("dozens", "pieces", "12", "dozens n"), ("miles", "kilometers", "1.609", "miles distance m"), ("inches", "centimeters", "2.54", "inches length size"), ("pounds", "kilograms", "0.4536", "pounds weight lbs"),
    ("gallons", "liters", "3.785", "gallons volume"), ("liters", "milliliters", "1000", "liters volume"), ("bytes", "bits", "8", "bytes n size"), ("kilobytes", "bytes", "1024", "kilobytes kb size"), ("ounces", "grams", "28.35", "ounces oz"), ("years", "months", "12", "years age y"),
    ("tons", "kilograms", "1000", "tons weight"), ("hours", "seconds", "3600", "hours h"), ("years", "days", "365", "years y"), ("quarters", "cents", "25", "quarters coins"), ("dimes", "cents", "10", "dimes coins"), ("centimeters", "millimeters", "10", "centimeters cm"), ("cups", "tablespoons", "16", "cups"),
)  # fmt: skip


def _unit(d: Draw) -> Sketch:
    a, b, factor, names = d.one(*_UNITS)
    if d.chance(0.35):
        return _back(d, a, b, factor)
    x = d.name(names + " value x amount")
    out = d.name("result converted " + b)
    note = f" (1 {a.removesuffix('s') if a != 'inches' and a != 'feet' else {'inches': 'inch', 'feet': 'foot'}[a]} is {factor} {b})"
    code = d.one(f"{x} * {factor}", f"{x} * {factor}", f"{factor} * {x}")
    return Sketch(names=[f"{a}_to_{b}", f"convert_{a}_to_{b}", f"to_{b}", f"{b}_in"], params=[Param(x, "int" if "." not in factor else "size")], bodies=[f"return {code}", f"{out} = {code}\nreturn {out}"], returns="float" if "." in factor else "int", what=[f"the number of {b} in {x} {a}{note}", f"{x} {a} in {b}{note}"], do=[f"Convert {x} from {a} to {b}{note}", f"Convert {a} to {b}{note}"])


def _back(d: Draw, a: str, b: str, factor: str) -> Sketch:
    x = d.name(f"{b} value x amount n")
    note = f", where {factor} {b} make one of the {a}"
    form = d.one("exact", "floor", "pair") if "." not in factor else "exact"
    if form == "exact":
        return Sketch(names=[f"{b}_to_{a}", f"convert_{b}_to_{a}", f"to_{a}"], params=[Param(x, "nat")], bodies=[f"return {x} / {factor}"], returns="float", what=[f"{x} {b} in {a}{note}"], do=[f"Convert {x} from {b} to {a}{note}"])
    if form == "floor":
        return Sketch(names=[f"full_{a}", f"whole_{a}", f"complete_{a}"], params=[Param(x, "nat")], bodies=[f"return {x} // {factor}"], what=[f"how many full {a} there are in {x} {b}{note}"], inputs=[factor, str(int(factor) + 1), str(3 * int(factor))])
    whole, rest = d.name(f"{a} whole big"), d.name("rest remainder left")
    return Sketch(names=[f"split_{b}", f"{a}_and_{b}", f"{b}_to_pair"], params=[Param(x, "nat")], bodies=[f"return ({x} // {factor}, {x} % {factor})", f"{whole} = {x} // {factor}\n{rest} = {x} % {factor}\nreturn ({whole}, {rest})", f"return divmod({x}, {factor})"], returns="tuple[int, int]", what=[f"the full {a} in {x} {b} and the {b} that are left, as a pair{note}"], inputs=[str(3 * int(factor)), str(2 * int(factor) + 1)])


def _temperature(d: Draw) -> Sketch:
    a, b, code, names = d.one(
        ("Celsius", "Fahrenheit", "@ * 9 / 5 + 32", "celsius c degrees temp"), ("Celsius", "Fahrenheit", "@ * 1.8 + 32", "celsius c temperature"), ("Fahrenheit", "Celsius", "(@ - 32) * 5 / 9", "fahrenheit f temp degrees"), ("Celsius", "Kelvin", "@ + 273.15", "celsius c temp"),
        ("Kelvin", "Celsius", "@ - 273.15", "kelvin k temp"), ("Fahrenheit", "Celsius", "(@ - 32) / 1.8", "fahrenheit f"), ("Kelvin", "Fahrenheit", "(@ - 273.15) * 9 / 5 + 32", "kelvin k t"), ("Fahrenheit", "Kelvin", "(@ - 32) * 5 / 9 + 273.15", "fahrenheit f t"), ("Celsius", "Reaumur", "@ * 4 / 5", "celsius c t"), ("Reaumur", "Celsius", "@ * 5 / 4", "reaumur r t"),
    )  # fmt: skip
    x = d.name(names)
    out = d.name("result degrees_out converted")
    short = d.chance(0.25)
    xs = d.name("temperatures values temps readings")
    if short:
        return Sketch(names=[f"all_to_{b.lower()}", f"convert_all_to_{b.lower()}", f"{a.lower()}_list_to_{b.lower()}"], params=[Param(xs, "ints")], bodies=[f"return [{code.replace('@', x)} for {x} in {xs}]", f"{out} = []\nfor {x} in {xs}:\n    {out}.append({code.replace('@', x)})\nreturn {out}"], returns="list[float]", what=[f"the list of the temperatures {xs}, converted from degrees {a} to {b}: {code.replace('@', 't')} for t"])
    note = d.one("", f": {code.replace('@', x)}")
    return Sketch(names=[f"{a.lower()}_to_{b.lower()}", f"{a[0].lower()}_to_{b[0].lower()}", f"convert_to_{b.lower()}", f"to_{b.lower()}"], params=[Param(x, "float")], bodies=[f"return {code.replace('@', x)}"] * 3 + [f"{out} = {code.replace('@', x)}\nreturn {out}"], returns="float", what=[f"the temperature {x} in degrees {b}, given in degrees {a}{note}"], do=[f"Convert {x} from degrees {a} to degrees {b}{note}", f"Convert a temperature from {a} to {b}{note}"])


def _linear(d: Draw) -> Sketch:
    """Prices, fees, discounts: linear in one or two quantities."""
    x = d.name("amount price total cost value bill salary")
    k, fee = d.number(2, 30), d.number(1, 20)
    n = d.name("count n quantity pieces hours units")
    code, said, names, params = d.one(
        (f"{x} * (100 - {k}) / 100", f"{x} reduced by {k} percent", f"discount_{k} reduce_price", [Param(x, "nat")]), (f"{x} * (100 + {k}) / 100", f"{x} increased by {k} percent", f"add_tax_{k} with_tax", [Param(x, "nat")]), (f"{x} * {k} / 100", f"{k} percent of {x}", f"percent_{k} tip", [Param(x, "nat")]), (f"{x} * {n} / 100", f"{n} percent of {x}", "percentage percent_of", [Param(x, "nat"), Param(n, "nat")]),
        (f"{n} * {k} + {fee}", f"the cost of {n} pieces at {k} each plus a fee of {fee}", "total_cost order_price", [Param(n, "nat")]), (f"{x} * {n}", f"the cost of {n} pieces at {x} each", "total_price cost_of", [Param(x, "nat"), Param(n, "nat")]), (f"{x} / {n} * 100", f"how many percent {x} is of {n}", "as_percentage share", [Param(x, "nat"), Param(n, "pos")]), (f"{x} + {x} * {n} / 100", f"{x} increased by {n} percent", "add_percent raise_by", [Param(x, "nat"), Param(n, "nat")]),
        (f"{x} - {x} * {n} / 100", f"{x} reduced by {n} percent", "apply_discount discounted", [Param(x, "nat"), Param(n, "nat")]), (f"max({x} - {fee}, 0)", f"{x} minus {fee}, but at least 0", f"after_fee deduct_{fee}", [Param(x, "nat")]), (f"{n} * {k} if {n} < {fee} else {n} * {k - 1}", f"the cost of {n} pieces, at {k} each for fewer than {fee}, else at {k - 1} each", "bulk_price", [Param(n, "nat")]), (f"{x} // {k}", f"how many pieces at {k} each can be bought for {x}", "can_buy affordable", [Param(x, "nat")]),
    )  # fmt: skip
    return Sketch(names=names.split(), params=params, bodies=[f"return {code}"], returns="float" if "/ " in code and "//" not in code else "int", what=[said])


def _shape(d: Draw) -> Sketch:
    a, b = d.one("width height", "length width", "a b", "w h", "base height", "x y").split()
    d.taken |= {a, b}
    r, s, h = d.name("radius r"), d.name("side s edge"), d.name("depth height_ c")
    one, two, three = [Param(s, "pos")], [Param(a, "pos"), Param(b, "pos")], [Param(a, "pos"), Param(b, "pos"), Param(h, "pos")]
    code, said, names, params, do = d.one(
        (f"{a} * {b}", f"the area of a rectangle with sides {a} and {b}", "rectangle_area area area_of_rectangle", two, ""), (f"2 * ({a} + {b})", f"the perimeter of a rectangle with sides {a} and {b}", "rectangle_perimeter perimeter", two, ""), (f"{s} * {s}", f"the area of a square with side {s}", "square_area area_of_square", one, ""), (f"4 * {s}", f"the perimeter of a square with side {s}", "square_perimeter", one, ""),
        (f"{a} * {b} / 2", f"the area of a triangle with base {a} and height {b}", "triangle_area area_of_triangle", two, ""), (f"{s} ** 3", f"the volume of a cube with edge {s}", "cube_volume", one, ""), (f"6 * {s} ** 2", f"the surface area of a cube with edge {s}", "cube_surface", one, ""), (f"{a} * {b} * {h}", f"the volume of a box with edges {a}, {b} and {h}", "box_volume volume", three, ""),
        (f"2 * ({a} * {b} + {b} * {h} + {a} * {h})", f"the surface area of a box with edges {a}, {b} and {h}", "box_surface", three, ""), (f"3.14159 * {r} ** 2", f"the area of a circle with radius {r}, using 3.14159 for pi", "circle_area disk_area", [Param(r, "size")], ""), (f"2 * 3.14159 * {r}", f"the circumference of a circle with radius {r}, using 3.14159 for pi", "circumference circle_length", [Param(r, "size")], ""), (f"math.pi * {r} ** 2", f"the area of a circle with radius {r}", "area_of_circle disk", [Param(r, "size")], "m"),
        (f"2 * math.pi * {r}", f"the circumference of a circle with radius {r}", "circle_perimeter", [Param(r, "size")], "m"), (f"4 / 3 * math.pi * {r} ** 3", f"the volume of a sphere with radius {r}", "sphere_volume", [Param(r, "size")], "m"), (f"math.pi * {r} ** 2 * {h}", f"the volume of a cylinder with radius {r} and height {h}", "cylinder_volume", [Param(r, "size"), Param(h, "pos")], "m"), (f"math.sqrt({a} ** 2 + {b} ** 2)", f"the length of the diagonal of a rectangle with sides {a} and {b}", "diagonal hypotenuse", two, "m"),
        (f"({a} ** 2 + {b} ** 2) ** 0.5", f"the hypotenuse of a right triangle with legs {a} and {b}", "hypotenuse long_side", two, ""), (f"({a} + {b}) * {h} / 2", f"the area of a trapezoid with parallel sides {a} and {b} and height {h}", "trapezoid_area", three, ""), (f"{a} + {b} + {h}", f"the perimeter of a triangle with sides {a}, {b} and {h}", "triangle_perimeter", three, ""), (f"{s} * 3", f"the perimeter of a triangle whose sides all have the length {s}", "equilateral_perimeter", one, ""), (f"180 - {a} - {b}", f"the third angle of a triangle with the angles {a} and {b} in degrees", "third_angle", two, ""),
    )  # fmt: skip
    out = d.name("result area_ size")
    k = d.number(2, 6)
    bodies, header = [f"return {code}", f"return {code}", f"{out} = {code}\nreturn {out}"], "import math\n" if do else ""
    if d.chance(0.25) and "/" not in code and "math" not in code and "." not in code:
        code, said, names = f"{k} * {code}" if "+" not in code and "-" not in code else f"{k} * ({code})", f"{k} times {said}", " ".join(f"{k}_".replace(str(k), ("", "", "two", "three", "four", "five", "six")[k]) + name for name in names.split())
        bodies = [f"return {code}"]
    returns = "float" if any(mark in code for mark in ("/", "math", ".")) else "int"
    return Sketch(names=names.split(), params=params, bodies=bodies, returns=returns, what=[said], header=header)


def _points(d: Draw) -> Sketch:
    x1, y1, x2, y2 = d.one("x1 y1 x2 y2", "ax ay bx by", "a b c d").split()
    p, q = d.one("p q", "a b", "first second", "start end").split()
    a, b, c = d.one("a b c", "x y z", "side1 side2 side3").split()
    form = d.number(0, 3)
    x, y, r = d.one("x y r", "x y radius", "a b limit").split()
    if form == 0:
        code, said, name, returns = d.one((f"(({x2} - {x1}) ** 2 + ({y2} - {y1}) ** 2) ** 0.5", "the distance between", "distance point_distance", "float"), (f"abs({x1} - {x2}) + abs({y1} - {y2})", "the sum of the horizontal and the vertical distance between", "manhattan_distance city_distance", "int"), (f"(({x1} + {x2}) / 2, ({y1} + {y2}) / 2)", "the point halfway between", "midpoint center", "tuple[float, float]"), (f"max(abs({x1} - {x2}), abs({y1} - {y2}))", "the larger of the horizontal and the vertical distance between", "chess_distance", "int"))
        return Sketch(names=name.split(), params=[Param(n, "int") for n in (x1, y1, x2, y2)], bodies=[f"return {code}"], returns=returns, what=[f"{said} the points ({x1}, {y1}) and ({x2}, {y2})"])
    if form == 1:
        code, said, name, returns = d.one((f"abs({p}[0] - {q}[0]) + abs({p}[1] - {q}[1])", "the sum of the horizontal and the vertical distance between the points", "grid_distance", "int"), (f"(({p}[0] - {q}[0]) ** 2 + ({p}[1] - {q}[1]) ** 2) ** 0.5", "the distance between the points", "distance_of", "float"), (f"({p}[0] + {q}[0], {p}[1] + {q}[1])", "the sum of the vectors", "add_vectors", "tuple[int, int]"), (f"{p}[0] * {q}[0] + {p}[1] * {q}[1]", "the dot product of the vectors", "dot_product", "int"))
        return Sketch(names=name.split(), params=[Param(p, "pair"), Param(q, "pair")], bodies=[f"return {code}"], returns=returns, what=[f"{said} {p} and {q}, each a pair of numbers"])
    if form == 2:
        code, said, names = d.one((f"{a} + {b} > {c} and {a} + {c} > {b} and {b} + {c} > {a}", "each two of the sides {} together are longer than the third", "is_triangle valid_triangle"), (f"{a} == {b} and {b} == {c}", "all of {} are equal", "is_equilateral all_equal"), (f"{a} == {b} or {b} == {c} or {a} == {c}", "at least two of {} are equal", "is_isosceles two_equal"), (f"{a} != {b} and {b} != {c} and {a} != {c}", "{} are all different", "is_scalene all_different"))
        return Sketch(names=names.split(), params=[Param(n, "smallpos") for n in (a, b, c)], bodies=truth(d, code), returns="bool", whether=[said.format(f"{a}, {b} and {c}")], inputs=["3, 4, 5", "1, 1, 3", "2, 2, 2", "2, 2, 3"])
    code, said, names = d.one((f"{x} ** 2 + {y} ** 2 <= {r} ** 2", f"the point ({x}, {y}) is at most {r} away from the origin", "in_circle within_distance"), (f"abs({x}) <= {r} and abs({y}) <= {r}", f"neither {x} nor {y} is more than {r} away from 0", "in_square"))
    return Sketch(names=names.split(), params=[Param(x, "int"), Param(y, "int"), Param(r, "nat12")], bodies=truth(d, code), returns="bool", whether=[said], inputs=["3, 4, 5", "4, 4, 5", "6, 0, 5"])


def _time(d: Draw) -> Sketch:
    h, m, s = d.one("hours minutes seconds", "h m s", "hour minute second").split()
    n = d.name("seconds_total total n t time_")
    k = d.number(1, 11) * 5
    form = d.number(0, 6)
    if form == 0:
        code, said, names, params = d.one((f"{h} * 60 + {m}", f"the number of minutes in {h} hours and {m} minutes", "to_minutes total_minutes", (h, m)), (f"{h} * 3600 + {m} * 60 + {s}", f"the number of seconds in {h} hours, {m} minutes and {s} seconds", "to_seconds total_seconds", (h, m, s)), (f"{m} * 60 + {s}", f"the number of seconds in {m} minutes and {s} seconds", "seconds_of", (m, s)), (f"({h} * 60 + {m} + {k}) % 1440", f"the minute of the day {k} minutes after {h}:{m}, from 0 to 1439", f"add_{k}_minutes minute_of_day", (h, m)), (f"({h} * 60 + {m}) * 60", f"the number of seconds from midnight to {h}:{m}", "seconds_since_midnight", (h, m)))
        return Sketch(names=names.split(), params=[Param(p, "nat") for p in params], bodies=[f"return {code}"], what=[said])
    if form == 1:
        code, said, names, returns = d.one((f"f'{{{n} // 60:02d}}:{{{n} % 60:02d}}'", f"{n} minutes as hours and minutes like 02:05", "format_minutes clock_text", "str"), (f"f'{{{n} // 60}}m {{{n} % 60}}s'", f"{n} seconds as text like 2m 5s", "format_seconds duration_text", "str"), (f"[{n} // 3600, {n} % 3600 // 60, {n} % 60]", f"the list of the hours, minutes and seconds in {n} seconds", "split_time hms", "list[int]"), (f"({n} // 60, {n} % 60)", f"the minutes and the remaining seconds in {n} seconds, as a pair", "minutes_seconds", "tuple[int, int]"), (f"({n} // 60) % 24", f"the hour of the clock, from 0 to 23, {n} minutes after midnight", "hour_of clock_hour", "int"), (f"str({n} // 60) + ':' + str({n} % 60).zfill(2)", f"{n} seconds as minutes and seconds like 2:05", "minutes_text", "str"))
        return Sketch(names=names.split(), params=[Param(n, "nat")], bodies=[f"return {code}"], returns=returns, what=[said], inputs=["65", "3725", "125", "600"])
    if form == 2:
        hour, k2 = d.name("hour h time start"), d.number(2, 23)
        code, said, names, returns, inputs = d.one((f"({hour} + {k2}) % 24", f"the hour of the clock, from 0 to 23, {k2} hours after {hour}", f"hours_later after_{k2}_hours", "int", "20"), (f"{hour} % 12", f"the hour {hour} on a clock with 12 hours, with 0 for 12", "clock_twelve", "int", "12"), (f"'am' if {hour} < 12 else 'pm'", f"'am' if {hour} is less than 12, else 'pm'", "am_or_pm half_of_day", "str", "12"), (f"({hour} - {k2}) % 24", f"the hour of the clock, from 0 to 23, {k2} hours before {hour}", "hours_earlier", "int", "3"), (f"12 if {hour} % 12 == 0 else {hour} % 12", f"the hour {hour} on a clock with 12 hours, from 1 to 12", "twelve_hour", "int", "12"))
        return Sketch(names=names.split(), params=[Param(hour, "nat")], bodies=[f"return {code}"], returns=returns, what=[said], inputs=[inputs, "11", "23", "0"], draw=lambda e: (e.number(0, 23),))
    if form == 3:
        day, later = d.name("day weekday d today"), d.number(2, 20)
        days = "['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']"
        code, said, names, returns = d.one((f"({day} + {later}) % 7", f"the weekday, from 0 to 6, {later} days after weekday {day}", f"after_{later}_days weekday_later", "int"), (f"({day} - {later}) % 7", f"the weekday, from 0 to 6, {later} days before weekday {day}", "days_before", "int"), (f"{days}[{day}]", f"the name of weekday {day}: 0 is 'Mon' and 6 is 'Sun'", "day_name weekday_name", "str"))
        if d.chance(0.3):
            return Sketch(names=["is_weekend", "day_off"], params=[Param(day, "small")], bodies=truth(d, f"{day} >= 5"), returns="bool", whether=[f"weekday {day}, from 0 for Monday to 6 for Sunday, is on a weekend"], inputs=["4", "5", "6", "0"])
        return Sketch(names=names.split(), params=[Param(day, "small")], bodies=[f"return {code}"], returns=returns, what=[said], inputs=["0", "3", "6"], draw=lambda e: (e.number(0, 6),))
    if form == 4:
        y = d.name("year y")
        k3 = d.one(4, 4, 100, 400, 10)
        code, whether, names = d.one((f"{y} % 4 == 0 and ({y} % 100 != 0 or {y} % 400 == 0)", f"{y} is a leap year: divisible by 4, and not by 100 unless by 400", "is_leap leap_year"), (f"{y} % {k3} == 0", f"{y} is divisible by {k3}", f"every_{k3}_years"), (f"{y} % 4 == 0 and {y} % 100 != 0", f"{y} is divisible by 4 but not by 100", "simple_leap"), (f"{y} % 100 == 0", f"{y} is the last year of a century", "ends_century"))
        if d.chance(0.35):
            code, said, name = d.one((f"366 if {y} % 4 == 0 and ({y} % 100 != 0 or {y} % 400 == 0) else 365", f"the number of days of {y}: 366 in a leap year (divisible by 4, not by 100 unless by 400), else 365", "days_in_year"), (f"({y} - 1) // 100 + 1", f"the century of {y}: the years 1 to 100 are century 1", "century_of century"), (f"{y} // 10 * 10", f"the first year of the decade of {y}, a multiple of 10", "decade_of"), (f"{y} - {y} % 4", f"the last year up to {y} that is divisible by 4", "last_multiple_of_four"))
            return Sketch(names=name.split(), params=[Param(y, "pos")], bodies=[f"return {code}"], what=[said], inputs=["2000", "1900", "2024", "2023", "1999"], draw=lambda e: (e.number(1800, 2100),))
        return Sketch(names=names.split(), params=[Param(y, "pos")], bodies=truth(d, code), returns="bool", whether=[whether], inputs=["2000", "1900", "2024", "2023", "2010"], draw=lambda e: (e.number(1800, 2100),))
    if form == 5:
        month = d.name("month m")
        lists = "[31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]"
        code, said, names = d.one((f"{lists}[{month} - 1]", f"the number of days of {month} (1 to 12) in a year that is no leap year", "days_in_month"), (f"({month} - 1) // 3 + 1", f"the quarter of the year, from 1 to 4, of {month} (1 to 12)", "quarter_of quarter"), (f"{month} % 12 + 1", f"the month after {month}, from 1 to 12", "next_month"), (f"12 if {month} == 1 else {month} - 1", f"the month before {month}, from 1 to 12", "previous_month"), (f"12 - {month}", f"how many months of the year are left after {month} (1 to 12)", "months_left"))
        return Sketch(names=names.split(), params=[Param(month, "smallpos")], bodies=[f"return {code}"], what=[said], inputs=["1", "2", "12", "6"], draw=lambda e: (e.number(1, 12),))
    text, part = d.name("date text s day"), d.number(0, 2)
    what = ("year", "month", "day")[part]
    code = (f"int({text}[:4])", f"int({text}[5:7])", f"int({text}[8:])")[part]
    return Sketch(names=[f"{what}_of_date", f"get_{what}", f"parse_{what}"], params=[Param(text, "word")], bodies=[f"return int({text}.split('-')[{part}])", f"return {code}"], what=[f"the {what} of the date {text}, given like '2024-01-05', as a number"], inputs=["'2024-01-05'", "'1999-12-31'"], draw=lambda e: (f"{e.number(1900, 2030)}-{e.number(1, 12):02d}-{e.number(1, 28):02d}",))


def _clock(d: Draw) -> Sketch:
    s = d.name("time text clock s")
    k = d.one(":", ":", ".", "h")
    code, said, names = d.one((f"int(a) * 60 + int(b)", f"the number of minutes since midnight for a time like '2{k}05' or '14{k}30'", "clock_to_minutes minutes_of"), ("int(a) * 3600 + int(b) * 60", f"the number of seconds since midnight for a time like '14{k}30'", "clock_to_seconds"), ("int(a) + int(b) / 60", f"the time {s}, given like '14{k}30', in hours", "clock_to_hours"), ("int(a) * 60 + int(b)", f"the number of seconds in a duration like '2{k}05' (minutes{k}seconds)", "duration_seconds"))
    a, b = d.one("a b", "hours minutes", "h m", "left right").split()
    code = code.replace("int(a)", f"int({a})").replace("int(b)", f"int({b})")
    parts = d.name("parts pieces fields")
    return Sketch(names=names.split(), params=[Param(s, "word")], bodies=[f"{a}, {b} = {s}.split('{k}')\nreturn {code}", f"{parts} = {s}.split('{k}')\nreturn {code.replace(f'int({a})', f'int({parts}[0])').replace(f'int({b})', f'int({parts}[1])')}"], returns="float" if "/" in code else "int", what=[said], draw=lambda e: (f"{e.number(0, 23)}{k}{e.number(0, 59):02d}",), inputs=[f"'2{k}05'"])


def _numbers_in(d: Draw) -> Sketch:
    """Numbers parsed from a text with separators."""
    s, x = d.name("text s line string data row"), d.name("x part p token item field")
    separator, said = d.one((",", "commas"), (" ", "spaces"), (";", "semicolons"), ("-", "hyphens"), ("|", "bars"), ("/", "slashes"))
    split = f"{s}.split('{separator}')"
    condition = number_condition(d, compound=0, natural=True) if d.chance(0.5) else None
    out = d.name("result out total numbers")
    if condition and condition.params:
        condition = None
    test = f" if {condition.of(f'int({x})')}" if condition else ""
    those = f"the {condition.those(d, 'numbers', '')}" if condition else "the numbers"
    stem = f"_{condition.name}" if condition else ""
    where = f"in {s}, a text of whole numbers separated by {said}"
    fold, what, names, returns, start = d.one(("sum(@)", f"the sum of {those} {where}", "sum_text add_numbers_in", "int", "0"), ("[@]", f"the list of {those} {where}", "parse_numbers to_ints read_list", "list[int]", "[]"), ("max(@)", f"the largest of {those} {where}", "max_in_text", "int", ""), ("len([@])", f"the number of {those.removeprefix('the ')} {where}", "count_numbers_in", "int", "c"))
    if fold.startswith("max"):
        test, what, stem = "", what.replace(those, "the numbers"), ""
    bodies = [f"return {fold.replace('@', f'int({x}) for {x} in {split}{test}')}"]
    if start in ("0", "[]", "c"):
        step = {"0": f"{out} += int({x})", "[]": f"{out}.append(int({x}))", "c": f"{out} += 1"}[start]
        inner = f"    {step}\n" if not test else f"   {test}:\n        {step}\n"
        bodies.append(f"{out} = {'0' if start == 'c' else start}\nfor {x} in {split}:\n{inner}return {out}")
    if fold == "[@]" and not test:
        bodies.append(f"return list(map(int, {split}))")
    return Sketch(names=[name + stem for name in names.split()], params=[Param(s, "word")], bodies=bodies, returns=returns, what=[what], draw=lambda e: (separator.join(str(e.number(0, 20)) for _ in range(e.number(1, 5))),), inputs=[f"'1{separator}2{separator}3'", "'7'"])


def _parse(d: Draw) -> Sketch:
    s, out = d.name("text s line string entry"), d.name("result out parts")
    x = d.name("p part pair item")
    k = d.one("=", ":", "->")
    e1, e2 = d.one((",", "commas"), (";", "semicolons"), ("&", "&"), (" ", "spaces"))
    form = d.number(0, 4)
    if form == 0:
        loop = f"{out} = {{}}\nfor {x} in {s}.split('{e1}'):\n    key, value = {x}.split('{k}')\n    {out}[key] = value\nreturn {out}"
        number = d.chance(0.5)
        if number:
            loop = loop.replace("= value\n", "= int(value)\n")
        return Sketch(names=["parse_pairs", "read_settings", "text_to_dict", "parse_query"], params=[Param(s, "text")], bodies=[loop], returns="dict[str, int]" if number else "dict[str, str]", what=[f"a dictionary from a text like 'a{k}1{e1}b{k}2'" + (" with whole numbers as values" if number else " with texts as values")], draw=lambda e: (e1.join(f"{c}{k}{e.number(0, 30)}" for c in e.random.sample(("a", "b", "x", "key", "n"), e.number(1, 3))),))
    if form == 1:
        part, place = d.one(("before", 0), ("after", 1))
        return Sketch(names=[f"{part}_sign", "get_key" if place == 0 else "get_value", f"part_{part}"], params=[Param(s, "text")], bodies=[f"return {s}.split('{k}')[{place}]", f"left, right = {s}.split('{k}')\nreturn {'right' if place else 'left'}"], returns="str", what=[f"the part of {s} {part} '{k}', which occurs once"], draw=lambda e: (f"{e.word('name age x key')}{k}{e.word('Tom 3 red abc')}",), inputs=[f"'a{k}b'", f"'x{k}12'"])
    if form == 2:
        base, word = d.one((2, "binary"), (16, "hexadecimal"), (8, "octal"))
        n = d.name("n number value")
        digits = {2: "b", 16: "x", 8: "o"}[base]
        value = d.name("value total number result")
        loop = f"{value} = 0\nfor c in {s}:\n    {value} = {value} * {base} + int(c)\nreturn {value}"
        divide = f"{out} = ''\nwhile {n} > 0:\n    {out} = str({n} % {base}) + {out}\n    {n} //= {base}\nreturn {out}"
        if d.chance(0.5):
            return Sketch(names=[f"parse_{word}", f"from_{word}", f"{word}_to_int"], params=[Param(s, "word")], bodies=[f"return int({s}, {base})"] + ([loop] if base != 16 else []), what=[f"the number that the {word} digits {s} stand for"], draw=lambda e: (format(e.number(0, 80), digits),), inputs=["'101'", "'10'"])
        return Sketch(names=[f"to_{word}", f"{word}_text", f"int_to_{word}"], params=[Param(n, "pos")], bodies=[f"return format({n}, '{digits}')"] + ([divide] if base != 16 else [f"return hex({n})[2:]"]), returns="str", what=[f"the {word} digits of the positive number {n} as a string"])
    if form == 3:
        default = d.one("None", "0", "-1")
        return Sketch(names=["to_number", "parse_int", "int_or_default", "safe_int"], params=[Param(s, "text")], bodies=[f"if {s}.isdigit():\n    return int({s})\nreturn {default}", f"return int({s}) if {s}.isdigit() else {default}"], returns="int" + (" | None" if default == "None" else ""), what=[f"the number in {s} if it consists of digits only"], edge=f"Otherwise return {default}.", inputs=["'12'", "'x1'", "'7'", "''"], draw=lambda e: (e.one("12", "abc", "3x", "007", "45", "-3", "9 9"),))
    sign = d.one("+", "-", "*")
    op = {"+": "+", "-": "-", "*": "*"}[sign]
    return Sketch(names=["evaluate", "calculate_text", "eval_simple"], params=[Param(s, "word")], bodies=[f"a, b = {s}.split('{sign}')\nreturn int(a) {op} int(b)", f"parts = {s}.split('{sign}')\nreturn int(parts[0]) {op} int(parts[1])"], what=[f"the value of a text like '3{sign}4'"], draw=lambda e: (f"{e.number(0, 30)}{sign}{e.number(0, 20)}",))


def _valid(d: Draw) -> Sketch:
    """Whether a text or number fulfils several rules."""
    s = d.name("password text code name s username pin token")
    c = d.name("c ch char")
    k, top = d.number(3, 7), d.number(8, 14)
    mark = d.one("@", "-", "_", ".", "#")
    rules = [
        (f"len({s}) >= {k}", f"len({s}) < {k}", f"has at least {k} characters"), (f"len({s}) <= {top}", f"len({s}) > {top}", f"has at most {top} characters"), (f"any({c}.isdigit() for {c} in {s})", f"not any({c}.isdigit() for {c} in {s})", "contains a digit"),
        (f"any({c}.isupper() for {c} in {s})", f"not any({c}.isupper() for {c} in {s})", "contains an uppercase letter"), (f"' ' not in {s}", f"' ' in {s}", "contains no space"), (f"'{mark}' in {s}", f"'{mark}' not in {s}", f"contains '{mark}'"), (f"{s}[:1].isalpha()", f"not {s}[:1].isalpha()", "starts with a letter"),
        (f"any({c}.islower() for {c} in {s})", f"not any({c}.islower() for {c} in {s})", "contains a lowercase letter"), (f"not {s}.isdigit()", f"{s}.isdigit()", "does not consist of digits only"), (f"{s}.count('{mark}') == 1", f"{s}.count('{mark}') != 1", f"contains '{mark}' exactly once"),
    ]  # fmt: skip
    chosen = d.random.sample(rules, d.number(1, 3))
    test = " and ".join(rule[0] for rule in chosen)
    ladder = "".join(f"if {rule[1]}:\n    return False\n" for rule in chosen) + "return True"
    said = ", ".join(rule[2] for rule in chosen[:-1]) + (" and " if len(chosen) > 1 else "") + chosen[-1][2]
    return Sketch(names=["is_valid", f"valid_{s}", f"check_{s}", f"is_valid_{s}", "accept"], params=[Param(s, "text")], bodies=[f"return {test}", ladder, ladder], returns="bool", whether=[f"{s} {said}"], inputs=[f"'Ab{mark}1'", "'abc def'", f"'hello{mark}World12'", "'Secret123'", "'12345678'"])


def _ranged(d: Draw) -> Sketch:
    values, name = d.one("day month", "row column", "hour minute", "x y", "age height").split(), d.name("values numbers data items readings")
    a, b = values
    limits = [(low := d.number(0, 2), low + d.number(4, 20)) for _ in range(2)]
    form = d.number(0, 3)
    if form == 0:
        test = f"{limits[0][0]} <= {a} <= {limits[0][1]} and {limits[1][0]} <= {b} <= {limits[1][1]}"
        return Sketch(names=[f"valid_{a}", f"is_valid_{a}_{b}", f"check_{a}_{b}"], params=[Param(a, "nat"), Param(b, "nat")], bodies=truth(d, test), returns="bool", whether=[f"{a} is from {limits[0][0]} to {limits[0][1]} and {b} is from {limits[1][0]} to {limits[1][1]}"], inputs=[f"{limits[0][0]}, {limits[1][1]}", f"{limits[0][1]}, {limits[1][1]}", f"{limits[0][1] + 1}, {limits[1][0]}"])
    low, high = limits[0]
    if form == 1:
        return Sketch(names=["all_in_range", "values_valid", "check_values"], params=[Param(name, "nats")], bodies=[f"return all({low} <= v <= {high} for v in {name})", f"for v in {name}:\n    if v < {low} or v > {high}:\n        return False\nreturn True"], returns="bool", whether=[f"all {name} are from {low} to {high}"], inputs=[f"[{low}, {high}]", f"[{high + 1}]", f"[{low + 1}]"])
    if form == 2:
        open_, close = d.one(("(", ")"), ("[", "]"), ("<", ">"))
        s, depth, c = d.name("text s line"), d.name("depth level open_count"), d.name("c ch")
        balanced = f"{depth} = 0\nfor {c} in {s}:\n    if {c} == '{open_}':\n        {depth} += 1\n    elif {c} == '{close}':\n        {depth} -= 1\n        if {depth} < 0:\n            return False\nreturn {depth} == 0"
        deepest = f"{depth} = 0\nbest = 0\nfor {c} in {s}:\n    if {c} == '{open_}':\n        {depth} += 1\n        best = max(best, {depth})\n    elif {c} == '{close}':\n        {depth} -= 1\nreturn best"
        samples = [repr(text.replace("(", open_).replace(")", close)) for text in ("", "()", "(()", ")(", "(a(b))", "a)", "()()")]
        return d.one(
            Sketch(names=["is_balanced", "brackets_match", "balanced"], params=[Param(s, "text")], bodies=[balanced], returns="bool", whether=[f"each '{open_}' in {s} is closed by a later '{close}' and none is closed too early"], inputs=samples),
            Sketch(names=["max_depth", "nesting_depth"], params=[Param(s, "text")], bodies=[deepest], what=[f"the largest number of '{open_}' in {s} that are open at a time, where '{close}' closes one"], inputs=samples),
            Sketch(names=["same_count", "equal_brackets"], params=[Param(s, "text")], bodies=truth(d, f"{s}.count('{open_}') == {s}.count('{close}')"), returns="bool", whether=[f"{s} contains as many '{open_}' as '{close}'"], inputs=samples),
        )
    x = d.name("value x item v")
    check, said, inputs = d.one((f"{x} is not None and {x} > {low}", f"{x} is not None and greater than {low}", ["None", str(low), str(low + 1)]), (f"isinstance({x}, int)", f"{x} is an int", ["1", "'a'", "1.5", "[]"]), (f"isinstance({x}, str)", f"{x} is a str", ["1", "'a'", "''", "[]"]), (f"isinstance({x}, str) and {x} != ''", f"{x} is a non-empty str", ["1", "'a'", "''", "None"]), (f"{x} is None", f"{x} is None", ["None", "0", "1"]), (f"isinstance({x}, list)", f"{x} is a list", ["[]", "1", "'a'", "[1]"]))
    return Sketch(names=["is_ok", "validate", "check_value", "is_acceptable"], params=[Param(x, "int")], bodies=truth(d, check), returns="bool", whether=[said], inputs=inputs)


FAMILIES = (
    Family("units", ((_unit, 4), (_temperature, 2), (_linear, 3))),
    Family("geometry", ((_shape, 3), (_points, 2))),
    Family("time", ((_time, 4), (_clock, 1))),
    Family("parsing", ((_numbers_in, 3), (_parse, 3))),
    Family("validation", ((_valid, 3), (_ranged, 2))),
)
