"""Prices, fees, discounts and percentages."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["linear"]


def linear(d: Draw) -> Sketch:
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
