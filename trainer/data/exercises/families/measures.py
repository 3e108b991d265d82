"""Amounts written for people: money, lengths, sizes, and speeds and units given by name."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _money(d: Draw) -> Sketch:
    """An amount of cents as a text, and back."""
    n = d.name("cents cents cents amount total")
    sign, unit, after = d.one(
        ("$", "dollars", False),
        ("$", "dollars", False),
        ("$", "dollars", False),
        ("", "euros", False),
        (" EUR", "euros", True),
        (" USD", "dollars", True),
    )
    point = d.one(".", ".", ".", ",") if after or not sign else "."
    whole, part = d.one((unit, "rest"), ("whole", "part"), ("full", "left"))
    value = f"{{{n} // 100}}{point}{{{n} % 100:02d}}"
    named = f"{{{whole}}}{point}{{{part}:02d}}"
    before, behind = ("", sign) if after else (sign, "")
    named_sign = {"$": "a dollar sign", " EUR": "' EUR' at the end", " USD": "' USD' at the end"}.get(sign)
    how = f"two digits after the {'point' if point == '.' else 'comma'}"
    how = f"{named_sign} and {how}" if named_sign else how
    coins = n if n == "cents" else f"{n} cents"
    bodies = [f"return f'{before}{value}{behind}'"] * 3 + [
        f"{whole} = {n} // 100\n{part} = {n} % 100\nreturn f'{before}{named}{behind}'",
        f"{whole}, {part} = divmod({n}, 100)\nreturn f'{before}{named}{behind}'",
    ]
    if point == ".":
        bodies.append(f"return f'{before}{{{n} / 100:.2f}}{behind}'")
    if d.chance(0.25):
        t = d.name("text price money_text label")
        texts = ["19.99", "0.05", "3.00", "120.50", "7.25"]
        shown = [repr(f"{before}{v.replace('.', point)}{behind}") for v in texts]
        strip = f"{t}[1:]" if before else f"{t}[:-{len(behind)}]" if behind else t
        a, b = d.one((whole, part), ("a", "b"))
        return Sketch(
            names=["parse_price", "to_cents", "cents_of", "price_in_cents", "price_to_cents", "parse_cents", "read_price",  # noqa: E501
                   "parse_amount"], params=[Param(t, "word")],
            bodies=[f"{a}, {b} = {strip}.split('{point}')\nreturn int({a}) * 100 + int({b})"] + ([f"return int({t}.replace('{sign}', '').replace('{point}', ''))"] if sign else [f"return int({t}.replace('{point}', ''))"]),  # noqa: E501
            what=[f"the number of cents of {t}, a price like {shown[0]}", f"how many cents the {t if t == 'price' else 'price ' + t}, written like {shown[0]}, amounts to"],  # noqa: E501
            do=[f"Convert {t}, a string like {shown[0]}, into a whole number of cents",
                f"Parse the {t if t == 'price' else 'price ' + t}, for example {shown[0]}, and return it in cents as an integer"],  # noqa: E501
            sentences=[f"Turn a price like {shown[0]} into a number of cents.", f"How many cents is the {t if t == 'price' else 'price ' + t}? It is written like {shown[0]}.",  # noqa: E501
                       f"Given a price as text, e.g. {shown[0]}, give it back as an integer in cents, e.g. 1999.",
                       f"{t} is a price with two digits for the cents, such as {shown[0]}. What is it in cents?",
                       f"Read the amount in {t} ({shown[0]} for 1999 cents) and return the cents."],
            inputs=shown, draw=lambda e: (f"{before}{e.number(0, 300)}{point}{e.number(0, 99):02d}{behind}",),
        )  # fmt: skip
    price = f"'{before}19{point}99{behind}'"
    return Sketch(
        names=[f"{unit}_text", "format_money", "format_price", "format_cents", "show_amount", f"cents_to_{unit}", "price_text",  # noqa: E501
               "money_string"],
        params=[Param(n, "nat")],
        bodies=bodies,
        returns="str",
        what=[f"{coins} written as {unit} with {how}", f"a text that shows {coins} as {unit}, with {how}"],
        do=[f"Format {coins} as {unit} with {how}", f"Turn {coins} into a string that gives the amount in {unit}, with {how}"],  # noqa: E501
        sentences=[f"How is a price of {coins} written in {unit}? Use {how}.",
                   f"Given an amount in cents, write it as {unit}, as a price tag would: with {how}. 1999 gives {price}.",  # noqa: E501
                   f"The price {n} is a number of cents. Return it as a string in {unit}, like {price} for 1999.",
                   f"The text on a price tag for {coins}, in {unit} and with {how}.",
                   f"Show an amount of cents as {unit}, with {how}.", f"The {n if n == 'amount' else 'amount ' + n}, given in cents, as a text in {unit} with {how}."],  # noqa: E501
        inputs=["1999", "5", "0", "100", "12345", "250"],
    )  # fmt: skip


_PAIRED = (
    ("inches", "feet", 12, "foot", "'", ""), ("inches", "feet", 12, "foot", " ft ", " in"), ("cm", "metres", 100, "metre", " m ", " cm"), ("minutes", "hours", 60, "hour", " h ", " min"),  # noqa: E501
    ("days", "weeks", 7, "week", " weeks ", " days"), ("months", "years", 12, "year", " years ", " months"), ("ounces", "pounds", 16, "pound", " lb ", " oz"), ("eggs", "dozens", 12, "dozen", " dozen + ", ""),  # noqa: E501
    ("grams", "kilograms", 1000, "kilogram", " kg ", " g"), ("metres", "kilometres", 1000, "kilometre", " km ", " m"), ("seconds", "minutes", 60, "minute", "m", "s"), ("hours", "days", 24, "day", "d ", "h"),  # noqa: E501
    ("feet", "yards", 3, "yard", " yd ", " ft"), ("cents", "euros", 100, "euro", " EUR ", " ct"), ("minutes", "hours", 60, "hour", ":", ""), ("pints", "gallons", 8, "gallon", " gal ", " pt"),  # noqa: E501
)  # fmt: skip


def _two_units(d: Draw) -> Sketch:
    """An amount written in two units."""
    small, big, k, one, between, end = d.one(*_PAIRED)
    n = d.name(f"{small} {small} total n amount")
    a, b = (big, small) if n != small else (big, "rest")
    value = f"{{{n} // {k}}}{between}{{{n} % {k}}}{end}"
    named = f"{{{a}}}{between}{{{b}}}{end}"
    q = '"' if "'" in between else "'"
    x, y = d.number(1, 6), d.number(1, min(k, 30) - 1)
    sample = f"{x}{between}{y}{end}"
    sample = sample if "'" in sample else f"'{sample}'"
    total = k * x + y
    fact = d.one(f" One {one} has {k} {small}.", "", f" There are {k} {small} in one {one}.") if one != "dozen" else ""
    item = f"{n} {small}" if n != small else small
    return Sketch(
        names=[f"{big}_and_{small}", f"format_{small}", f"{small}_text", f"show_{small}", f"{small}_to_{big}_text", f"describe_{small}",  # noqa: E501
               f"{small}_as_{big}", f"split_{small}", f"write_{small}"],
        params=[Param(n, "nat")],
        bodies=[f"return f{q}{value}{q}"] * 3 + [f"{a} = {n} // {k}\n{b} = {n} % {k}\nreturn f{q}{named}{q}", f"{a}, {b} = divmod({n}, {k})\nreturn f{q}{named}{q}"],  # noqa: E501
        returns="str",
        what=[f"{item} written in {big} and {small}, like {sample} for {total}",
              f"a string with the full {big} in {item} and the {small} left over, like {sample} for {total}"],
        do=[f"Write {item} in {big} and {small}, like {sample} for {total}",
            f"Split {item} into full {big} and remaining {small}, and format them like {sample} for {total}",
            f"Convert {item} to a text with whole {big} and the rest in {small}; {total} gives {sample}"],
        sentences=[f"How many {big} and {small} are {item if n != small else 'the given ' + small}? Answer with a string like {sample} for {total}.{fact}",  # noqa: E501
                   f"Given a number of {small}, show it as {big} plus left-over {small}: {total} becomes {sample}.{fact}",  # noqa: E501
                   f"Put as many of {item} as possible into whole {big} and keep the rest in {small}, written like {sample} for {total}.{fact}",  # noqa: E501
                   f"{'The cm' if n == 'cm' else n.capitalize() if n == small else 'The ' + small + ' ' + n} as a text in {big} and {small}, e.g. {sample} for {total} {small}.{fact}",  # noqa: E501
                   f"A number of {small} written in {big} and {small}, e.g. {sample} for {total} {small}.{fact}", f"Express {item} in {big} and {small}. For {total} it is {sample}.{fact}"],  # noqa: E501
        inputs=[str(v) for v in (total, 0, k, k - 1, k + 1, 5 * k + 2)],
    )  # fmt: skip


_SIZES = (
    ("size", "bytes", "B KB MB", 1024), ("size", "bytes", "B KB MB", 1000), ("n", "bytes", "B kB MB", 1000), ("metres", "metres", "m km", 1000), ("grams", "grams", "g kg t", 1000), ("watts", "watts", "W kW MW", 1000),  # noqa: E501
    ("seconds", "seconds", "s min h", 60), ("views", "views", " K M", 1000), ("mm", "millimetres", "mm m km", 1000), ("bits", "bits", "b kb Mb", 1000), ("ml", "millilitres", "ml l", 1000), ("ms", "milliseconds", "ms s", 1000),  # noqa: E501
)  # fmt: skip


def _human(d: Draw) -> Sketch:
    """An amount in the largest unit that fits."""
    n, what, row, k = d.one(*_SIZES)
    units = row.split(" ")
    gap = "" if not units[0] else d.one(" ", " ", "")
    three = len(units) == 3 and d.chance(0.75)
    units = units[: 3 if three else 2]
    square = d.one(f"{k} * {k}", f"{k} ** 2", str(k * k))
    inner = f"({square})" if "*" in square else square
    steps = f"if {n} >= {square}:\n    return f'{{{n} // {inner}}}{gap}{units[2]}'\n" if three else ""
    plain = f"return f'{{{n}}}{gap}{units[0]}'" if units[0] else f"return str({n})"
    up = f"if {n} < {k}:\n    {plain}\n" + (
        f"if {n} < {square}:\n    return f'{{{n} // {k}}}{gap}{units[1]}'\nreturn f'{{{n} // {inner}}}{gap}{units[2]}'"
        if three
        else f"return f'{{{n} // {k}}}{gap}{units[1]}'"
    )
    down = f"{steps}if {n} >= {k}:\n    return f'{{{n} // {k}}}{gap}{units[1]}'\n{plain}"
    names = [f"'{u}'" for u in units if u]
    listed = ", ".join(names[:-1]) + f" or {names[-1]}" if len(names) > 1 else names[0]
    facts = f"1 {units[1]} is {k} {units[0] or what}" + (f", 1 {units[2]} is {k} {units[1]}" if three else "")
    item = f"the number {n}" if not units[0] else f"the number of {n}" if n == what else f"{n} {what}"
    sample = f"{k * 3 + 1} gives '{3}{gap}{units[1]}'"
    return Sketch(
        names=[f"human_{n}", "human_size" if what == "bytes" else f"readable_{what}", f"format_{what}", f"short_{what}", f"describe_{what}",  # noqa: E501
               f"{what}_text", f"show_{what}", f"pretty_{what}", f"{what}_to_string"],
        params=[Param(n, "nat")],
        bodies=[down, down, up],
        returns="str",
        sentences=[f"Describe a number of {what} as whole {listed}, using the largest unit that fits. {facts}; {sample}.",  # noqa: E501
                   f"Format {item} for people, in whole {listed}: take the largest unit of which there is at least one. {facts}; {sample}.",  # noqa: E501
                   f"What is {item} in short, without a remainder? Use the largest possible unit of {listed}. {facts}; {sample}.",  # noqa: E501
                   f"Given a number of {what}, make it readable: whole {listed}, whichever is the largest that leaves 1 or more. {facts}; {sample}.",  # noqa: E501
                   f"A short string for {item}. {facts}. Use the largest unit that is not more than the amount, and drop the rest: {sample}.",  # noqa: E501
                   f"Turn {item} into a short text, rounded down to a whole number of the largest unit that fits. {facts}. {sample}.",  # noqa: E501
                   f"Convert {item} to a human-readable string like '3{gap}{units[1]}' for {k * 3 + 1}, cutting off fractions. {facts}; use the largest that fits.",  # noqa: E501
                   f"Write {n} {'' if n == what else what + ' '}with the largest unit of {listed} that fits, rounded down. {facts}, so {sample}."],  # noqa: E501
        inputs=[str(v) for v in (k // 2, k, k - 1, 3 * k + 1, *((k * k, k * k - 1, 5 * k * k) if three else (k * 20,)))],  # noqa: E501
    )  # fmt: skip


_NAMED = (
    ("length", "metres", "mm:0.001 cm:0.01 m:1 km:1000"), ("length", "centimetres", "mm:0.1 cm:1 m:100"), ("weight", "grams", "g:1 kg:1000 t:1000000"), ("time", "seconds", "s:1 min:60 h:3600"),  # noqa: E501
    ("duration", "minutes", "min:1 h:60 d:1440"), ("amount", "cents", "cent:1 dime:10 dollar:100"), ("volume", "millilitres", "ml:1 cl:10 l:1000"), ("length", "inches", "in:1 ft:12 yd:36"), ("size", "bytes", "B:1 KB:1024 MB:1048576"),  # noqa: E501
    ("value", "days", "day:1 week:7 year:365"), ("count", "pieces", "piece:1 pair:2 dozen:12"), ("price", "pence", "p:1 shilling:12 pound:240"), ("length", "millimetres", "mm:1 cm:10 m:1000"), ("speed", "km/h", "km/h:1 m/s:3.6"),  # noqa: E501
)  # fmt: skip


def _scaled(x: str, factor: str) -> str:
    """The code for a value in another unit, a division where that is exact."""
    if factor == "1":
        return x
    return f"{x} / {round(1 / float(factor))}" if float(factor) < 1 else f"{x} * {factor}"


def _named_unit(d: Draw) -> Sketch:
    """A value in a unit that is given by its name."""
    what, target, row = d.one(*_NAMED)
    pairs = [pair.split(":") for pair in row.split()]
    if len(pairs) > 2 and d.chance(0.3):
        pairs.remove(d.one(*pairs[1:]))
    x, unit = d.name(f"value {what} x amount"), d.name("unit unit u")
    table = d.name("factors per_unit table")
    entries = ", ".join(f"'{u}': {f}" for u, f in pairs)
    last = pairs[-1]
    ladder = "".join(f"if {unit} == '{u}':\n    return {_scaled(x, f)}\n" for u, f in pairs[:-1])
    ladder += f"return {_scaled(x, last[1])}"
    unknown, edge = d.chance(0.25), ""
    bodies = [f"{table} = {{{entries}}}\nreturn {x} * {table}[{unit}]"] * 2 + [ladder] * 2
    if unknown:
        rest = d.one("None", "0", "-1")
        edge = f"Any other unit gives {rest}."
        bodies = [
            f"{table} = {{{entries}}}\nif {unit} not in {table}:\n    return {rest}\nreturn {x} * {table}[{unit}]"
        ]
    listed = ", ".join(f"'{u}'" for u, _ in pairs[:-1]) + f" or '{last[0]}'"
    facts = ", ".join(f"'{u}' ({f})" for u, f in pairs[:-1]) + f" or '{last[0]}' ({last[1]})"
    ratio = d.chance(0.6) and target not in ("metres", "seconds", "centimetres", "grams", "minutes")
    listed = facts if ratio or target in ("cents", "pence") else listed
    called = "unit" if unit == "unit" else f"unit {unit}"
    tail = f", whose size in {target} is in brackets" if listed == facts else ""
    return Sketch(
        names=[f"to_{target.replace('/', '')}", f"convert_{what}", f"{what}_in_{target.replace('/', '')}", f"in_{target.replace('/', '')}", "convert",  # noqa: E501
               f"convert_to_{target.replace('/', '')}", f"as_{target.replace('/', '')}", "convert_unit"],
        params=[Param(x, "nat"), Param(unit, "word")],
        bodies=bodies,
        returns="float" if "." in row else "int",
        what=[f"{x} converted to {target}; {unit} is {listed}{tail}", f"how many {target} {x} of the given unit are; {called} is {listed}{tail}"  # noqa: E501
              if target != "km/h" else f"{x}, which is measured in {unit}, as km/h; {unit} is {listed}{tail}"],
        do=[f"Express {x}, given in {unit}, in {target}, where {unit} is {listed}{tail}",
            f"Turn {x} from {unit} into {target}. Possible values of {unit}: {listed}{tail}",
            f"Convert {x} to {target}. The {unit if unit == 'unit' else 'unit ' + unit} is {listed}{tail}"],
        sentences=[f"What is {x} in {target} if it is given in {unit}? That is {listed}{tail}.",
                   f"The {what} {x} is measured in {unit}, which is {listed}{tail}. Return it in {target}."
                   .replace(f"{what} {what}", what),
                   f"Given {x} and the name of its unit, which is {listed}{tail}, return the {what} in {target}.",
                   f"{x} is measured in {unit}, which may be {listed}{tail}. Work out what that is in {target}.",
                   f"Convert {'an' if what == 'amount' else 'a'} {what} to {target}. The {unit if unit == 'unit' else 'unit ' + unit} is {listed}{tail}."],  # noqa: E501
        edge=edge,
        draw=lambda e: (e.number(0, 30), e.one(*pairs)[0]),
        inputs=[f"{v}, '{u}'" for v, (u, _) in zip((3, 5, 12, 250), pairs, strict=False)] + (["4, 'x'"] if unknown else []),  # noqa: E501
    )  # fmt: skip


_RATES = (
    ("minutes", "km", "{b} / ({a} / 60)", "the speed in kilometres per hour of somebody who covers {b} kilometres in {a} minutes", "how many kilometres somebody makes in an hour who needs {a} minutes for {b} of them", "running_pace speed_kmh average_speed speed km_per_hour kilometres_per_hour get_speed run_speed"),  # noqa: E501
    ("minutes", "km", "{a} / {b}", "the pace in minutes per kilometre of a run of {b} kilometres that takes {a} minutes", "how many minutes each kilometre takes if {b} of them take {a} minutes", "pace minutes_per_km running_pace pace_per_km run_pace minutes_per_kilometre average_pace time_per_km"),  # noqa: E501
    ("hours", "distance", "{b} / {a}", "the average speed for a {b} covered in {a} hours", "how far one gets per hour if a {b} takes {a} hours", "speed average_speed mean_speed get_speed calculate_speed speed_of distance_per_hour velocity"),  # noqa: E501
    ("speed", "distance", "{b} / {a}", "how many hours a {b} takes at a {a} in km/h", "the time in hours needed for a {b} in km at a {a} in km/h", "travel_time hours_needed trip_time driving_time hours_for_trip time_needed trip_hours hours_on_road"),  # noqa: E501
    ("speed", "minutes", "{a} * {b} / 60", "the kilometres covered in {b} minutes at a {a} in km/h", "how far a car gets in {b} minutes at a {a} in km/h", "distance_covered way_driven distance how_far km_covered distance_in_minutes km_driven kilometres"),  # noqa: E501
    ("litres", "km", "{a} / {b} * 100", "the consumption in litres per 100 km when {a} litres are used for {b} km", "how many litres a car needs for 100 km if it burns {a} litres on {b} km", "consumption fuel_use per_100_km fuel_consumption litres_per_100_km average_consumption fuel_per_100_km"),  # noqa: E501
    ("price", "grams", "{a} / {b} * 1000", "the price of one kilogram if {b} grams cost {a}", "how much a kilogram costs when the price of {b} grams is {a}", "price_per_kilo kilo_price unit_price price_per_kg cost_per_kilogram kilogram_price per_kilo"),  # noqa: E501
    ("price", "count", "{a} / {b}", "the price of one piece if {b} pieces cost {a}", "how much a single item costs when {b} items cost {a} together", "unit_price price_each single_price price_per_piece cost_per_item item_price price_of_one"),  # noqa: E501
    ("weight", "height", "{a} / ({b} * {b})", "the body mass index: {a} in kg divided by the square of {b} in metres", "the BMI of a person by {a} in kg and {b} in metres", "bmi body_mass_index get_bmi calculate_bmi bmi_of compute_bmi mass_index bmi_value"),  # noqa: E501
    ("mass", "volume", "{a} / {b}", "the density: {a} divided by {b}", "how dense a body is, which is its {a} per {b}", "density mass_per_volume get_density density_of material_density calculate_density compute_density"),  # noqa: E501
    ("wage", "hours", "{a} * {b} * 52 / 12", "the pay per month for {b} hours a week at a {a} per hour, with 52 weeks in 12 months", "how much is earned in a month, a twelfth of 52 weeks, with {b} hours a week at an hourly {a}", "monthly_pay month_wage monthly_wage pay_per_month monthly_salary monthly_income salary"),  # noqa: E501
    ("watts", "hours", "{a} * {b} / 1000", "the energy in kilowatt-hours of {a} watts during {b} hours", "how many kWh a device of {a} watts uses up in {b} hours", "energy kilowatt_hours energy_used kwh power_used energy_in_kwh get_kwh kwh_used"),  # noqa: E501
    ("pages", "minutes", "{a} / {b} * 60", "how many pages per hour are read when {a} pages take {b} minutes", "the number of pages that somebody gets through in an hour who reads {a} of them in {b} minutes", "pages_per_hour reading_speed pages_in_an_hour hourly_pages reading_rate reading_pace"),  # noqa: E501
    ("words", "seconds", "{a} / ({b} / 60)", "the typing speed in words per minute for {a} words in {b} seconds", "how many words somebody types in a minute who types {a} of them in {b} seconds", "words_per_minute typing_speed wpm typing_rate words_in_a_minute get_wpm type_speed"),  # noqa: E501
    ("people", "area", "{a} / {b}", "how many people live on each square kilometre if {a} live on an {b} in square kilometres", "the population density: {a} divided by the {b} in square kilometres", "density_of population_density people_per_area people_per_sq_km density inhabitants_per_area"),  # noqa: E501
)  # fmt: skip


def _rate(d: Draw) -> Sketch:
    """A speed, a price per unit, a consumption."""
    a, b, form, *texts, names = d.one(*_RATES)
    digits = d.one(0, 1, 2, 2)
    code = form.format(a=a, b=b)
    out = d.name("result value rate")
    comma = f", rounded to {digits} decimal{'s' if digits > 1 else ''}" if digits else ""
    said = d.one(*texts).format(a=a, b=b)
    for name in (a, b):
        said = said.replace(f"{name} {name}", f"the given {name}")
    bodies = [f"return round({code}, {digits})" if digits else f"return {code}"] * 2
    bodies.append(f"{out} = {code}\nreturn round({out}, {digits})" if digits else f"{out} = {code}\nreturn {out}")
    if "({a} / 60)" in form and "{b} / " in form:
        bodies.append(f"hours = {a} / 60\nreturn " + (f"round({b} / hours, {digits})" if digits else f"{b} / hours"))
    params = [Param(a, "size"), Param(b, "size")]
    flip = d.chance(0.3)
    edge = ""
    if "/ {b}" in form and d.chance(0.3):
        edge = f"If {b} is 0, return 0.0."
        bodies = [f"if {b} == 0:\n    return 0.0\n{body}" for body in bodies]
    inputs = ["60, 10", "45, 9", "30, 4", "90, 7", *(["5, 0"] if edge else [])]
    return Sketch(
        names=names.split(),
        params=params[::-1] if flip else params,
        bodies=bodies,
        returns="float",
        what=[said + comma],
        do=[f"Work out {said}{comma}", f"Figure out {said}{comma}"],
        sentences=[f"Given {a} and {b}, calculate {said}{comma}.",
                   f"What is {said}{comma}?" if said.startswith("the") else f"The result is {said}{comma}.",
                   f"{said[0].upper()}{said[1:]}{comma}." if said.startswith("the") else f"Compute {said}{comma}.", f"Give {said}." + (f" Round to {digits} decimal{'s' if digits > 1 else ''}." if digits else "")],  # noqa: E501
        edge=edge,
        inputs=[", ".join(text.split(", ")[::-1]) if flip else text for text in inputs],
    )  # fmt: skip


def _temperature(d: Draw) -> Sketch:
    """A temperature in another scale, rounded."""
    a, b, form = d.one(
        ("Fahrenheit", "Celsius", "({} - 32) * 5 / 9"), ("Fahrenheit", "Celsius", "({} - 32) * 5 / 9"), ("Celsius", "Fahrenheit", "{} * 9 / 5 + 32"),  # noqa: E501
        ("Fahrenheit", "Celsius", "({} - 32) / 1.8"), ("Celsius", "Fahrenheit", "{} * 1.8 + 32"), ("Kelvin", "Celsius", "{} - 273.15"), ("Celsius", "Kelvin", "{} + 273.15"),  # noqa: E501
    )  # fmt: skip
    x, out = d.name(f"degrees degrees {a.lower()} {a[0].lower()} temperature temp"), d.name("result converted value")
    digits = d.one(1, 1, 2, 0)
    code = form.format(x)
    value = f"round({code}, {digits})" if digits else f"round({code})"
    places = {0: "to a whole number", 1: d.one("to one decimal", "to 1 decimal"), 2: "to 2 decimals"}[digits]
    return Sketch(
        names=[
            f"{a.lower()}_to_{b.lower()}",
            f"{a[0].lower()}_to_{b[0].lower()}",
            f"to_{b.lower()}",
            f"{b.lower()}_from_{a.lower()}",
            *(
                f"convert_to_{b.lower()}",
                f"{a.lower()}_in_{b.lower()}",
                f"convert_{a.lower()}",
                f"temperature_in_{b.lower()}",
            ),
        ],
        params=[Param(x, "int")],
        bodies=[f"return {value}"] * 2 + [f"{out} = {code}\nreturn {value.replace(code, out)}"],
        returns="float" if digits else "int",
        what=[
            f"the temperature in {b} that corresponds to {x} in {a}, rounded {places}",
            f"the {a} temperature {x} expressed on the {b} scale, rounded {places}".replace(
                "temperature temperature", "temperature"
            ),
        ],
        do=[
            f"Convert {x} from degrees {a} to degrees {b}, rounded {places}",
            f"Change a temperature of {x} in {a} into {b}, rounded {places}",
            f"Work out how many degrees {b} are {x} degrees {a}, rounded {places}".replace(
                "degrees degrees", "the given degrees"
            ),
        ],
        sentences=[
            f"How warm is {x} in {a} on the {b} scale? Round {places}.",
            f"Given a temperature in {a}, what is it in {b}, rounded {places}?",
            f"A thermometer shows {x} in {a}. Give back the value in {b}, rounded {places}.",
            f"Convert degrees {a} to degrees {b}, rounded {places}.",
            f"The {x if x == 'temperature' else 'temperature ' + x}, given in {a}, in {b}. Round {places}.",
        ],
        inputs=["32", "212", "100", "-40", "0", "50", "77"],
    )


FAMILIES = (
    Family("measures", ((_money, 3), (_two_units, 3), (_human, 2), (_named_unit, 3), (_temperature, 2), (_rate, 3))),
)
