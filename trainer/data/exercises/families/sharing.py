"""Things shared out evenly, packed into boxes, and paid in coins."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]

_SHARED = (
    ("sweets", "children", "child"), ("apples", "baskets", "basket"), ("cards", "players", "player"),
    ("cookies", "kids", "kid"), ("pencils", "students", "student"), ("coins", "pirates", "pirate"),
    ("items", "groups", "group"), ("marbles", "friends", "friend"), ("books", "shelves", "shelf"),
    ("points", "teams", "team"), ("flowers", "vases", "vase"), ("total", "parts", "part"),
)  # fmt: skip
_PACKED = (
    ("items", "capacity", "boxes", "box"), ("eggs", "size", "cartons", "carton"), ("people", "seats", "buses", "bus"),
    ("students", "places", "cars", "car"), ("photos", "per_page", "pages", "page"), ("n", "size", "groups", "group"),
    ("bottles", "slots", "crates", "crate"), ("guests", "chairs", "tables", "table"), ("files", "limit", "disks", "disk"),  # noqa: E501
    ("rows", "page_size", "pages", "page"), ("tiles", "per_pack", "packs", "pack"), ("items", "k", "batches", "batch"),
    ("books", "per_shelf", "shelves", "shelf"), ("passengers", "seats", "boats", "boat"),
)  # fmt: skip


def _share(d: Draw) -> Sketch:
    """What each gets of so many things, and what is left."""
    things, takers, taker = d.one(*_SHARED)
    params = [Param(things, "nat"), Param(takers, "pos")]
    inputs = ["17, 5", "10, 2", "0, 4", "3, 7", "100, 9", "7, 7"]
    each, rest = d.one(("each", "left"), ("share", "rest"), ("quotient", "remainder"), ("part", "over"))
    gets = f"each {taker} gets"
    form = d.number(0, 4)
    if form < 3:
        first = d.chance(0.85)
        a, b = f"{things} // {takers}", f"{things} % {takers}"
        order = [a, b] if first else [b, a]
        form_of = d.one("as a tuple", "as a pair")
        says = (
            f"how many {things} {gets} and how many are left over"
            if things != "total"
            else ("the size of each equal part of total and what is left over")
        )
        if not first:
            says = (
                f"how many {things} are left over and how many {gets}"
                if things != "total"
                else ("what is left over of total and the size of each equal part")
            )
        return Sketch(
            names=[f"share_{things}", f"divide_{things}", "share_out", f"split_{things}", f"deal_{things}"],
            params=params,
            bodies=[f"return {', '.join(order)}", f"return ({', '.join(order)})"]
            + ([f"return divmod({things}, {takers})"] if first else [])
            + [f"{each} = {a}\n{rest} = {b}\nreturn {f'{each}, {rest}' if first else f'{rest}, {each}'}"],
            returns="tuple[int, int]",
            what=[f"{says}, {form_of}, when {things} is divided evenly among the {takers}"],
            do=[f"Share {things} evenly among {takers} and return {says}, {form_of}"],
            sentences=[f"{says[0].upper()}{says[1:]} among {takers}, {form_of}.",
                       f"Divide {things} among the {takers}. Return a tuple: {says}."],
            inputs=inputs,
        )  # fmt: skip
    if form == 3:
        return Sketch(
            names=[f"left_over_{things}", f"remaining_{things}", f"{things}_left", f"spare_{things}"],
            params=params,
            bodies=[f"return {things} % {takers}"] * 2 + [f"{each} = {things} // {takers}\nreturn {things} - {each} * {takers}"],  # noqa: E501
            what=[f"how many {things} are left over when they are shared evenly among {takers}",
                  f"what is left of {things} after each of the {takers} got the same whole number"],
            sentences=[f"How many {things} are left when {takers} get equally many?"],
            inputs=inputs,
        )  # fmt: skip
    return Sketch(
        names=[f"{taker}_gets_all", "is_fair", f"can_share_{things}", "divides_evenly", f"no_{things}_left"],
        params=params,
        bodies=truth(d, f"{things} % {takers} == 0"),
        returns="bool",
        whether=[
            f"{things} can be shared evenly among {takers}",
            f"{things} can be divided among {takers} without a rest",
        ],
        sentences=[f"Can all {things} be shared evenly among the {takers}?"],
        inputs=inputs,
    )


def _boxes(d: Draw) -> Sketch:
    """How many boxes so many things need, fill, and leave empty."""
    things, size, boxes, box = d.one(*_PACKED)
    count, k = d.name("count full needed number"), d.number(2, 12)
    fixed = d.chance(0.3)
    holds = f"each {box} holds at most {k if fixed else size}{'' if things == 'n' else ' ' + things}"
    objects = f"{things} things" if things == "n" else f"all {things}"
    limit = str(k) if fixed else size
    params = [Param(things, "nat")] + ([] if fixed else [Param(size, "pos")])
    inputs = [f"{x}{'' if fixed else f', {k}'}" for x in (k * 3, k * 3 + 1, k * 2 - 1, 0, 1)]
    less = str(k - 1) if fixed else f"{size} - 1"
    form = d.number(0, 6)
    if form < 4:
        loop = f"{count} = 0\nwhile {count} * {limit} < {things}:\n    {count} += 1\nreturn {count}"
        two_steps = f"{count} = {things} // {limit}\nif {things} % {limit} > 0:\n    {count} += 1\nreturn {count}"
        return Sketch(
            names=[f"{boxes}_needed", f"count_{boxes}", f"needed_{boxes}", f"number_of_{boxes}", f"how_many_{boxes}"],
            params=params,
            bodies=[f"return ({things} + {less}) // {limit}"] * 3
            + [f"return -(-{things} // {limit})", two_steps, two_steps, loop],
            what=[f"how many {boxes} are needed for {objects} when {holds}",
                  f"the smallest number of {boxes} that can hold {objects} if {holds}"],
            sentences=[f"The smallest number of {boxes} for {objects} when {holds}.",
                       f"How many {boxes} are needed for {objects}? {holds[0].upper()}{holds[1:]}."],
            inputs=inputs,
        )  # fmt: skip
    if form == 4:
        return Sketch(
            names=[f"full_{boxes}", f"complete_{boxes}", f"filled_{boxes}"],
            params=params,
            bodies=[f"return {things} // {limit}"],
            what=[f"how many {boxes} can be filled completely with {objects} when {holds}"],
            sentences=[f"The number of full {boxes} when {things}{' things' if things == 'n' else ''} are packed: {holds}."],  # noqa: E501
            inputs=inputs,
        )  # fmt: skip
    last = d.name("last rest remainder")
    if form == 5:
        return Sketch(
            names=[f"last_{box}", f"in_last_{box}", f"size_of_last_{box}"],
            params=params,
            bodies=[f"return {things} % {limit} or {limit}",
                    f"{last} = {things} % {limit}\nif {last} == 0:\n    return {limit}\nreturn {last}"],
            what=[f"how many are in the last {box} when {things} are packed in order and {holds}"
                  .replace("n are", "n things are")],
            edge=f"A full last {box} has {limit}.",
            inputs=inputs[:3] + inputs[4:],
        )  # fmt: skip
    return Sketch(
        names=["free_places", "empty_places", "unused_places", f"space_left_in_{box}"],
        params=params,
        bodies=[
            f"return -{things} % {limit}",
            f"{last} = {things} % {limit}\nif {last} == 0:\n    return 0\nreturn {limit} - {last}",
        ][::-1],
        what=[f"how many places stay empty in the last {box} when {objects} are packed and {holds}"],
        inputs=inputs,
    )


def _split(d: Draw) -> Sketch:
    """An amount split into whole shares that differ by one at most."""
    total, people, unit = d.one(
        ("total", "people", "cent"), ("amount", "n", "cent"), ("cents", "friends", "cent"), ("bill", "guests", "cent"),
        ("n", "parts", "one"), ("total", "k", "one"), ("points", "players", "point"), ("length", "pieces", "unit"),
        ("price", "people", "cent"),
    )  # fmt: skip
    share, extra = d.one(("share", "extra"), ("base", "rest"), ("each", "left"), ("part", "remainder"))
    i, out = d.name("i i j"), d.name("shares result parts")
    if {share, extra, out} & {total, people}:
        out, extra = "result", "extra"
    front = d.chance(0.75)
    more, less = f"[{share} + 1] * {extra}", f"[{share}] * ({people} - {extra})"
    cmp = f"{i} < {extra}" if front else f"{i} >= {people} - {extra}"
    start = f"{share} = {total} // {people}\n{extra} = {total} % {people}\n"
    both = f"{more} + {less}" if front else f"{less} + {more}"
    loop = f"{start}{out} = []\nfor {i} in range({people}):\n    {out}.append({share} + 1 if {cmp} else {share})\nreturn {out}"  # noqa: E501
    who = "first" if front else "last"
    one = "one" if unit == "one" else f"one {unit}"
    if unit == "one":
        one = "one"
    longer = f"the {who} ones get {one} more" if unit != "one" else f"the {who} ones are larger by one"
    return Sketch(
        names=[f"split_{total}", f"share_{total}", f"divide_{total}", "fair_shares", "even_parts", f"shares_of_{total}"],  # noqa: E501
        params=[Param(total, "nat"), Param(people, "pos")],
        bodies=[f"{share}, {extra} = divmod({total}, {people})\nreturn {both}", f"{start}return {both}", loop],
        returns="list[int]",
        what=[f"the shares of {total} for {people} in a list: whole numbers, {longer} if it does not divide evenly"],
        do=[f"Split {total} as evenly as possible among {people}. Return the list of shares, where {longer} if needed"],
        sentences=[
            f"The fair shares of {total} for {people} as a list; if it does not divide evenly, {longer}.",
            f"Divide {total} by {people} fairly. Return the list of the shares, where {longer} if needed.",
        ],
        draw=lambda e: (e.number(0, 40), e.number(1, 7)),
        inputs=["100, 3", "10, 5", "0, 2", "7, 4", "2, 3", "101, 2"],
    )  # fmt: skip


_COINS = (
    (50, 20, 10, 5, 2, 1), (25, 10, 5, 1), (10, 5, 1), (20, 10, 5, 1), (100, 50, 20, 10), (5, 2, 1), (10, 3, 1),
    (50, 10, 1), (200, 100, 50), (20, 5, 1), (8, 4, 2, 1), (100, 10, 1), (12, 4, 1), (6, 3, 1),
)  # fmt: skip


def _coins(d: Draw) -> Sketch:
    """An amount paid with few coins."""
    coins = d.one(*_COINS)
    cents = d.name("cents amount total price value money change")
    coin, out = d.name("coin c piece"), d.name("result coins count used paid")
    if out == cents:
        out = "result"
    listed = ", ".join(map(str, coins[:-1])) + f" and {coins[-1]}"
    row = d.one(f"[{', '.join(map(str, coins))}]", f"({', '.join(map(str, coins))})")
    unit = coins[-1]
    inputs = [str(unit * k) for k in (38, 0, 1, 7, 15, 3, 24)]
    only = "" if unit == 1 else f" The amount is a multiple of {unit}."
    form = d.number(0, 3)
    head = f"for {coin} in {row}:\n"
    use = f"{head}    while {cents} >= {coin}:\n        {out}"
    pays = f"as few coins of {listed}{' cents' if cents == 'cents' else ''} as possible"
    if form < 2:
        return Sketch(
            names=["change_coins", "give_change", "pay", "coins_for", "make_change", "to_coins"],
            params=[Param(cents, "nat")],
            bodies=[f"{out} = []\n{use}.append({coin})\n        {cents} -= {coin}\nreturn {out}"] * 2
            + [f"{out} = []\n{head}    {out} += [{coin}] * ({cents} // {coin})\n    {cents} %= {coin}\nreturn {out}"],
            returns="list[int]",
            what=[f"the list of the coins, largest first, that pay {cents} with {pays}"],
            do=[f"Pay {cents} with {pays} and list them from large to small"],
            sentences=[
                f"Pay {'an amount' if cents != 'change' else 'the change'} with {pays}. List the coins, largest first."
            ],
            edge=only.strip(),
            inputs=inputs,
        )
    if form == 2:
        return Sketch(
            names=["count_coins", "fewest_coins", "min_coins", "number_of_coins", "coins_needed"],
            params=[Param(cents, "nat")],
            bodies=[f"{out} = 0\n{head}    {out} += {cents} // {coin}\n    {cents} %= {coin}\nreturn {out}",
                    f"{out} = 0\n{use} += 1\n        {cents} -= {coin}\nreturn {out}"],
            what=[f"the number of coins of {listed} that pay {cents} when the largest that fits is always taken"],
            sentences=[f"How many coins of {listed} does it take to pay {cents}, always using the largest that fits?"],
            edge=only.strip(),
            inputs=inputs,
        )  # fmt: skip
    return Sketch(
        names=["coin_counts", "change_dict", "count_each_coin", "coins_by_value"],
        params=[Param(cents, "nat")],
        bodies=[f"{out} = {{}}\n{head}    {out}[{coin}] = {cents} // {coin}\n    {cents} %= {coin}\nreturn {out}"],
        returns="dict[int, int]",
        what=[f"a dictionary with how often each coin of {listed} is used to pay {cents}, largest coins first"],
        edge=only.strip(),
        inputs=inputs,
    )


FAMILIES = (Family("sharing", ((_share, 3), (_boxes, 4), (_split, 2), (_coins, 2))),)
