"""Percentages, interest and growth, mostly rounded."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.number_conditions import number_condition
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import ints

__all__ = ["FAMILIES"]


def _rounded(d: Draw, value: str, extra: str = "result value share") -> tuple[list[str], str, str]:
    """Bodies that return a value rounded or not, the words for it, and those for a sentence of their own."""
    k = d.one(0, 1, 1, 2, 2, 2, 3)
    name = d.name(extra)
    if not k:
        return [f"return {value}"] * 2 + [f"{name} = {value}\nreturn {name}"], "", ""
    bodies = [f"return round({value}, {k})"] * 2 + [f"{name} = {value}\nreturn round({name}, {k})"]
    places = "one decimal" if k == 1 and d.chance(0.5) else f"{k} decimal{'s' if k > 1 else ''}"
    return bodies, f", rounded to {places}", f" Round to {places}."


def _percent_of(d: Draw) -> Sketch:
    """How many percent one number is of another."""
    part, whole = d.one(
        "part whole", "part total", "count total", "score maximum", "hits shots", "wins games", "done total",
        "correct questions", "used capacity", "x y", "a b", "votes voters", "value base", "sold stock",
    ).split()  # fmt: skip
    d.taken |= {part, whole}
    what = "the percentage" if d.chance(0.5) else "how many percent"
    value = d.one(f"{part} / {whole} * 100", f"{part} / {whole} * 100", f"100 * {part} / {whole}")
    bodies, comma, full = _rounded(d, value, "percent percentage result share")
    edge, zero = "", "0.0"
    if d.chance(0.6):
        zero = d.one("0.0", "0.0", "0.0", "100.0")
        edge = d.one(
            f"If {whole} is zero, return {zero}.", f"Return {zero} if {whole} is 0.", f"A {whole} of 0 gives {zero}."
        )
        guarded = [f"if {whole} == 0:\n    return {zero}\n{body}" for body in bodies]
        bodies = [*guarded, bodies[0].replace("return ", "return ") + f" if {whole} else {zero}"]
    said = (
        f"what percentage {part} is of {whole}"
        if what == "the percentage"
        else f"how many percent {part} is of {whole}"
    )
    return Sketch(
        names=[
            "percent_of", "percentage", f"{part}_percentage", "to_percent", f"percent_{part}", "as_percent",
            "get_percentage", "what_percent", f"{part}_in_percent",
        ],
        params=[Param(part, "nat"), Param(whole, "nat" if edge else "pos")],
        bodies=bodies,
        returns="float",
        what=[said + comma, f"{part} in percent of {whole}{comma}", f"{part} divided by {whole}, as a percentage{comma}"],  # noqa: E501
        do=[
            f"Express {part} as a percentage of {whole}{comma}",
            f"Work out how many percent of {whole} are made up by {part}{comma}",
            f"Divide {part} by {whole} and multiply by 100{comma}",
        ],
        sentences=[
            f"The percentage of {whole} that {part} makes up{comma}.",
            f"What percentage of {whole} is {part}?{full}",
            f"If {whole} is 100 percent, how many percent is {part}?{full}",
            f"Given {part} and {whole}, give back the ratio of the first to the second in percent{comma}.",
            f"Turn {part} out of {whole} into a percentage: 1 out of 4 is 25 percent.{full}",
            f"How many out of every hundred is {part} of {whole}? A percentage{comma}.",
        ],
        edge=edge,
        inputs=["1, 3", "50, 200", "0, 7", "3, 2", *(["5, 0"] if edge else []), "2, 3"],
    )  # fmt: skip


def _change(d: Draw) -> Sketch:
    """By how many percent a value changed."""
    old, new = d.one(
        "old new",
        "old new",
        "before after",
        "start end",
        "first last",
        "previous current",
        "old_price new_price",
        "a b",
    ).split()
    d.taken |= {old, new}
    loss = d.chance(0.25)
    up, down = ("loss", "growth") if loss else ("growth", "drop")
    diff = f"({old} - {new})" if loss else f"({new} - {old})"
    bodies, comma, full = _rounded(d, f"{diff} / {old} * 100", "change result percent")
    step = d.name("diff difference delta")
    bodies.append(f"{step} = {diff[1:-1]}\n" + bodies[0].replace(diff, step))
    verb = "drop" if loss else d.one("change", "grow")
    note = d.one("", f" A {down} gives a negative number.")
    edge, kind = "", "pos"
    if d.chance(0.3):
        edge, kind = f"Return 0.0 if {old} is 0.", "nat"
        bodies = [f"if {old} == 0:\n    return 0.0\n{body}" for body in bodies]
    return Sketch(
        names=[f"percent_{verb}", "growth_rate" if not loss else "loss_rate", f"{verb}_in_percent", f"relative_{verb}",
               f"percentage_{verb}", f"percent_{up}", f"get_percent_{verb}", f"{verb}_percentage", f"percent_{verb}_from"],  # noqa: E501
        params=[Param(old, kind), Param(new, "nat")],
        bodies=bodies,
        returns="float",
        what=[f"the {'decrease' if loss else 'change'} from {old} to {new} in percent of {old}{comma}",
              f"how many percent {new} is {'less' if loss else 'more'} than {old}{comma}",
              f"{old} minus {new}, as a percentage of {old}{comma}" if loss
              else f"{new} minus {old}, as a percentage of {old}{comma}"],
        do=[f"Express the {'loss' if loss else 'change'} from {old} to {new} as a percentage of {old}{comma}",
            f"Work out by what percentage {old} has {'gone down' if loss else 'gone up'} to become {new}{comma}"],
        sentences=[f"A value {'falls' if loss else 'goes'} from {old} to {new}. How many percent of {old} is the {'loss' if loss else 'change'}?{note}{full}",  # noqa: E501
                   f"How much {'smaller' if loss else 'larger'} than {old} is {new}, in percent of {old}?{note}{full}",
                   f"The relative {'decrease' if loss else 'change'} from {old} to {new}, times 100{comma}.{note}",
                   f"Given {old} and {new}, find the percentage {'decrease' if loss else 'increase'}{comma}.{note}",
                   f"By how many percent did the value {verb} from {old} to {new}?{note}{full}",
                   f"The {'loss' if loss else 'change'} from {old} to {new} in percent{comma}.{note}"],
        edge=edge,
        inputs=["100, 150", "80, 60", "50, 50", "3, 4", *(["0, 5"] if edge else []), "200, 0"],
    )  # fmt: skip


def _interest(d: Draw) -> Sketch:
    """A balance after some years."""
    amount = d.name("amount balance capital principal money deposit population savings")
    rate, years = d.name("rate percent interest p"), d.name("years years n periods")
    up, fixed = d.chance(0.75), d.chance(0.3)
    k = str(d.one(1, 2, 3, 4, 5, 8, 10, 20, 25, 50)) if fixed else rate
    sign, grows = ("+", "grows") if up else ("-", "shrinks")
    i, cents = d.name("_ _ i year"), d.chance(0.6)
    out = f"round({amount}, 2)" if cents else amount
    note = d.one(" Round to cents at the end.", " Round the result to 2 decimals.") if cents else ""
    comma = ", rounded to 2 decimals" if cents else ""
    factor = f"(1 {sign} {k} / 100)"
    power = f"{amount} * {factor} ** {years}"
    step = d.one(f"{amount} {sign}= {amount} * {k} / 100", f"{amount} = {amount} {sign} {amount} * {k} / 100")
    bodies = [f"for {i} in range({years}):\n    {step}\nreturn {out}"] * 2
    if not cents:  # rounded, the two could differ by a cent
        bodies.append(f"return {power}")
    each = "period" if years == "periods" else "year"
    span = f"the given number of {years}" if years in ("years", "periods") else f"{years} years"
    if d.chance(0.25):
        value = f"{amount} * {k} * {years} / 100"
        return Sketch(
            names=[
                "simple_interest", "interest_earned", "interest_for", "total_interest", "flat_interest",
                "interest_amount", "plain_interest", "linear_interest",
            ],
            params=[Param(amount, "nat"), *([] if fixed else [Param(rate, "smallpos")]), Param(years, "small")],
            bodies=[f"return {'round(' + value + ', 2)' if cents else value}"],
            returns="float",
            what=[
                f"the simple interest on {amount} for {span} at {k} percent a {each}{comma}",
                f"the interest, not compounded, that {amount} earns in {span} at {k} percent per {each}{comma}",
                f"{k} percent of {amount}, times {years}{comma}",
            ],
            do=[
                f"Work out the simple interest on {amount} for {span} at {k} percent per {each}{comma}",
                f"Take {k} percent of {amount} and multiply by {years}{comma}",
            ],
            sentences=[
                f"Every {each} {amount} earns {k} percent, without interest on interest. How much in {span}?{note}",
                f"Given {amount}, what is the simple interest for {span} if the rate is {k} percent a {each}?{note}",
                f"Simple interest: {k} percent of the original {amount} for each {each}, for {span}{comma}.",
                f"How much interest does {amount} bring in {span} at {k} percent, without compounding?{note}".replace(  # noqa: E501, RUF100
                    "  ", " "
                )
            ],
            inputs=[
                text if fixed else text.replace(", ", ", 4, ") for text in ("100, 1", "1000, 3", "50, 0", "250, 2")
            ],
        )  # fmt: skip
    return Sketch(
        names=[
            "compound_balance", "balance_after", f"{amount}_after", "final_balance", "with_interest", "grow",
            "compound_interest", "compound", "future_value", f"grow_{amount}",
        ]
        if up
        else [
            f"{amount}_left", "shrink", "value_after", "depreciate", "after_loss", f"shrink_{amount}",
            "remaining_value", f"decayed_{amount}", f"{amount}_after_{years}",
        ],
        params=[Param(amount, "nat"), *([] if fixed else [Param(rate, "smallpos")]), Param(years, "small")],
        bodies=bodies,
        returns="float",
        what=[
            f"what {amount} becomes after {span} if it {grows} by {k} percent each {each}{comma}",
            f"the {'compounded' if up else 'remaining'} value of {amount} after {span} at {k} percent {'growth' if up else 'loss'} per {each}{comma}",  # noqa: E501
        ],
        do=[
            f"{'Add' if up else 'Take'} {k} percent {'interest to' if up else 'from'} {amount} once a {each} for {span} and return the result{comma}",  # noqa: E501
            f"Multiply {amount} by 1 {'plus' if up else 'minus'} {k} percent once for each of {span}{comma}",
        ],
        sentences=[
            f"The value of {amount} after {span} when it {grows} by {k} percent a {each}.{note}",
            f"Each {each}, {amount} {grows} by {k} percent of what it is then. How much is it after {span}?{note}",
            f"How much is {'there' if up else 'left'} after {span} if {amount} {grows} by {k} percent every {each}?{note}",  # noqa: E501
            f"Given {amount}, {'add' if up else 'take off'} {k} percent of the current value every {each}, for {span}.{note}",  # noqa: E501
            f"{'Compound growth' if up else 'Exponential decay'}: {amount} {grows} by {k} percent per {each} for {span}.{note}",  # noqa: E501
        ],
        draw=lambda e: (100 * e.number(1, 30), *(() if fixed else (e.number(1, 12),)), e.number(0, 5)),
        inputs=[text if fixed else text.replace(", ", ", 10, ") for text in ("100, 1", "100, 2", "1000, 0", "50, 3")],
    )  # fmt: skip


def _share_of_list(d: Draw) -> Sketch:
    """How many percent of a list's elements fulfil a condition."""
    source = ints(d)
    condition = number_condition(d, compound=0.05)
    xs, x, test = source.code, source.element, condition.of(source.element)
    count = d.name("count matches hits")
    scale, digits = d.one((100, 1), (100, 1), (100, 2), (100, 0), (1, 2))
    ratio = f"{{}} / len({xs})" + (" * 100" if scale == 100 else "")
    wrap = f"round({ratio}, {digits})" if digits else ratio
    empty = d.one("0.0", "0.0", "None")
    noun = "percentage" if scale == 100 else "fraction"
    comma = f", rounded to {digits} decimal{'s' if digits > 1 else ''}" if digits else ""
    full = f" Round to {digits} decimal{'s' if digits > 1 else ''}." if digits else ""
    those = f"{source.many}{source.where} that {condition.many}"
    said = d.one(f"the {noun} of {those}", f"the {noun} of the {those}")
    guard = f"if not {xs}:\n    return {empty}\n"
    summed = f"{count} = sum(1 for {x} in {xs} if {test})\n"
    loop = f"{count} = 0\nfor {x} in {xs}:\n    if {test}:\n        {count} += 1\n"
    last = f"return {wrap.format(count)}"
    return Sketch(
        names=[f"{noun}_{condition.name}", f"{noun}_of_{condition.name}", f"share_{condition.name}", f"{noun}_matching",
               f"{condition.name}_{noun}", f"{noun}_that_match", f"{condition.name}_share", "share_matching"],
        params=[*source.params, *condition.params],
        bodies=[guard + summed + last] * 2 + [guard + loop + last],
        returns="float" if empty == "0.0" else "float | None",
        what=[said + comma,
              f"how large a {noun} of the {source.many}{source.where} {condition.many}{comma}",
              f"the number of {those}, divided by the number of all {source.many}{'' if scale == 1 else ', times 100'}{comma}"],  # noqa: E501
        do=[f"Work out the {noun} of {those}{comma}",
            f"Count the {those} and divide by the length of the list{'' if scale == 1 else ', times 100'}{comma}"],
        sentences=[f"What {noun} of the {source.many}{source.where} {condition.many}?{full}",
                   f"Given the list {xs}, which {noun} of its {source.many} {condition.many}?{full}"]
                   + ([f"The share of {those}, as a number from 0 to 1{comma}.",
                       f"A number from 0 to 1: which part of the {source.many}{source.where} {condition.many}?{full}"]
                      if scale == 1 else
                      [f"How many percent of the {source.many}{source.where} {condition.many}?{full}",
                       f"The share of {those} in percent{comma}.",
                       f"If the whole list is 100 percent, how many percent {condition.many}?{full}"]),
        edge=d.one(f"Return {empty} for an empty list.", f"An empty list gives {empty}."),
    )  # fmt: skip


def _price(d: Draw) -> Sketch:
    """A price with a discount, a tax or a tip."""
    x = d.name("price price amount total cost bill net")
    p = d.name("percent rate percentage p")
    fixed = d.chance(0.4)
    k = str(d.one(5, 7, 8, 10, 12, 15, 19, 20, 25, 30, 40, 50)) if fixed else p
    said, sign, names, do, asks = d.one(
        ([f"{x} after a discount of {k} percent", f"what is to be paid for {x} with {k} percent off", f"{x} less {k} percent"], "-",  # noqa: E501
         "discounted discount_price sale_price after_discount apply_discount reduced_price with_discount price_after_discount",  # noqa: E501
         [f"Take {k} percent off {x}", f"Subtract a discount of {k} percent from {x}"],
         [f"How much is left to pay of {x} with {k} percent off?", f"Given {x}, give a discount of {k} percent and return the new price."]),  # noqa: E501
        ([f"{x} including {k} percent tax", f"the gross amount for {x} with {k} percent tax", f"{x} plus {k} percent tax"], "+",  # noqa: E501
         "with_tax gross_price add_tax price_with_tax including_tax taxed gross after_tax",
         [f"Add {k} percent tax to {x}", f"Put a tax of {k} percent on top of {x}"],
         [f"How much is {x} with {k} percent tax on top?", f"Given {x} before tax, what is to be paid when the tax is {k} percent?"]),  # noqa: E501
        ([f"{x} with a tip of {k} percent added", f"the total of {x} and a tip of {k} percent", f"{x} plus {k} percent tip"], "+",  # noqa: E501
         "with_tip add_tip bill_with_tip total_with_tip including_tip plus_tip after_tip pay_with_tip",
         [f"Add a tip of {k} percent to {x}", f"Work out what to pay for {x} when {k} percent are given as a tip on top"],  # noqa: E501
         [f"How much is {x} together with a tip of {k} percent?", f"Given {x}, what is to be paid in all with {k} percent tip?"]),  # noqa: E501
        ([f"{x} increased by {k} percent", f"{x} plus {k} percent", f"{x} after a rise of {k} percent"], "+",
         "raise_price increase_price add_percent increase_by_percent raised higher_price after_increase mark_up",
         [f"Increase {x} by {k} percent", f"Add {k} percent of {x} to it"],
         [f"What does {x} become when it goes up by {k} percent?", f"Given {x}, make it {k} percent larger."]),
        ([f"{x} reduced by {k} percent", f"{x} minus {k} percent", f"what remains of {x} after a cut of {k} percent"], "-",  # noqa: E501
         "reduce_price cut_price lower_price reduce_by_percent subtract_percent reduced decrease_price after_cut",
         [f"Lower {x} by {k} percent", f"Subtract {k} percent of {x} from it"],
         [f"What does {x} become when it goes down by {k} percent?", f"Given {x}, make it {k} percent smaller."]),
        ([f"the tip of {k} percent on {x}", f"the amount of a {k} percent tip on {x}".replace("a 8 p", "an 8 p"), f"{k} percent of {x}, as a tip"], "",  # noqa: E501
         "tip tip_amount tip_for get_tip tip_on size_of_tip how_much_tip service_charge",
         [f"Work out {k} percent of {x} as a tip", f"Find the tip for {x} at {k} percent"],
         [f"How much is a tip of {k} percent on {x}?", f"Given {x}, how much tip is that at {k} percent?"]),
        ([f"the tax of {k} percent on {x}", f"the amount of tax on {x} at {k} percent", f"{k} percent of {x}, as tax"], "",  # noqa: E501
         "tax tax_amount tax_on get_tax sales_tax tax_for tax_due how_much_tax",
         [f"Work out {k} percent of {x} as tax", f"Find the tax due on {x} at {k} percent"],
         [f"How much tax is there on {x} at {k} percent?", f"Given {x}, how large is a tax of {k} percent of it?"]),
    )  # fmt: skip
    off = f"{x} * {k} / 100"
    limit = d.one(50, 100, 20, 200, 10, 30)
    value = off if not sign else d.one(f"{x} {sign} {off}", f"{x} * (100 {sign} {k}) / 100", f"{x} {sign} {off}")
    part = d.name("tax extra change" if sign == "+" else "reduction saving off")
    plain = f"{part} = {off}\nreturn round({x} {sign} {part}, 2)" if sign else f"return round({off}, 2)"
    bodies = [f"return round({value}, 2)", plain]
    edge = ""
    if sign and d.chance(0.4):
        least = d.one("below", "up to")
        edge = f"A {x} {'below' if least == 'below' else 'of up to'} {limit} stays as it is."
        test = f"if {x} {'<' if least == 'below' else '<='} {limit}:\n    return {x}\n"
        bodies = [test + body for body in bodies]
    return Sketch(
        names=names.split(),
        params=[Param(x, "nat")] + ([] if fixed else [Param(p, "nat12")]),
        bodies=bodies,
        returns="float",
        what=[f"{text}, rounded to {places}" for text in said for places in ("2 decimals", "cents")],
        do=[
            f"{text}, rounded to {places}"
            for text, places in zip(do, ("2 decimals", "two decimal places"), strict=True)
        ],
        sentences=[
            f"{said[0][0].upper() + said[0][1:] if not sign else 'The value of ' + said[0]}, rounded to 2 decimals.",
            *(f"{text} Round to {d.one('2 decimals', 'cents', 'two decimal places')}." for text in asks),
        ],
        edge=edge,
        draw=lambda e: (e.number(1, 900) / e.one(1, 1, 2, 4), *(() if fixed else (e.number(1, 60),))),
        inputs=[str(v) + ("" if fixed else ", 10") for v in (limit, limit - 1, limit + 1, 0, 19.99)],
    )


FAMILIES = (Family("percentages", ((_percent_of, 3), (_change, 3), (_interest, 3), (_share_of_list, 2), (_price, 3))),)
