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
        one, other = ("quotient", "remainder") if first else ("remainder", "quotient")
        asks = [f"How many {things} does each {taker} get?", "How many are left over?"]
        if things == "total":
            asks = ["How large is each equal part of total?", "How much is left over?"]
        return Sketch(
            names=[f"share_{things}", f"divide_{things}", "share_out", f"split_{things}", f"deal_{things}",
                   f"share_{things}_evenly", f"distribute_{things}", "divide_with_rest"],
            params=params,
            bodies=[f"return {', '.join(order)}", f"return ({', '.join(order)})"]
            + ([f"return divmod({things}, {takers})"] if first else [])
            + [f"{each} = {a}\n{rest} = {b}\nreturn {f'{each}, {rest}' if first else f'{rest}, {each}'}"],
            returns="tuple[int, int]",
            what=[f"{says}, {form_of}, when {things} is divided evenly among the {takers}",
                  f"the {one} and the {other} of {things} divided by {takers}, {form_of}",
                  f"a tuple with the {one} and the {other} when {things} is divided by {takers}"],
            do=[f"Share {things} evenly among {takers} and return {says}, {form_of}",
                f"Deal out {things} evenly to the {takers} and give back {says}, {form_of}"],
            sentences=[f"{says[0].upper()}{says[1:]} among {takers}, {form_of}.",
                       f"Divide {things} among the {takers}. Return a tuple: {says}.",
                       f"{' '.join(asks if first else asks[::-1])} Divide {things} among {takers}; return both in this order.",  # noqa: E501
                       f"The {takers} get equal whole shares of {things}, as large as possible. Return {says}, {form_of}.",  # noqa: E501
                       f"Do an integer division of {things} by {takers}: return the {one} first, then the {other}."],
            inputs=inputs,
        )  # fmt: skip
    if form == 3:
        left = "how much of total is left over" if things == "total" else f"how many {things} are left over"
        it = "it is" if things == "total" else "they are"
        return Sketch(
            names=[f"left_over_{things}", f"remaining_{things}", f"{things}_left", f"spare_{things}", "left_over",
                   f"rest_of_{things}", f"extra_{things}", f"{things}_remainder", "remainder_after_sharing"],
            params=params,
            bodies=[f"return {things} % {takers}"] * 2 + [f"{each} = {things} // {takers}\nreturn {things} - {each} * {takers}"],  # noqa: E501
            what=[f"{left} when {it} shared evenly among {takers}",
                  f"what is left of {things} after each of the {takers} got the same whole number",
                  f"the remainder when {things} is divided by {takers}",
                  f"the rest of the division of {things} by {takers}"],
            do=[f"Share {things} evenly among the {takers} and return what is left over",
                f"Work out {left} if every {taker} gets equally many whole ones"],
            sentences=[f"{left[0].upper()}{left[1:]} when {takers} get equally many?",
                       f"Each of the {takers} gets the same whole number from {things}, as large as possible. What remains?",  # noqa: E501
                       f"Given {things} and {takers}, return the remainder of the even division.",
                       f"What cannot be handed out when {things} is split into equal whole shares for {takers}?"],
            inputs=inputs,
        )  # fmt: skip
    return Sketch(
        names=[f"{taker}_gets_all", "is_fair", f"can_share_{things}", "divides_evenly", f"no_{things}_left",
               "can_share_evenly", "no_rest", "is_divisible", f"can_split_{things}", "nothing_left"],
        params=params,
        bodies=truth(d, f"{things} % {takers} == 0"),
        returns="bool",
        whether=[
            f"{things} can be shared evenly among {takers}",
            f"{things} can be divided among {takers} without a rest",
            f"nothing is left over when {things} is shared evenly among {takers}",
            f"{things} is divisible by {takers}",
            f"{things} is a multiple of {takers}",
            f"the remainder of {things} divided by {takers} is 0",
        ],
        sentences=[
            f"Can {'' if things == 'total' else 'all '}{things} be shared evenly among the {takers}?",
            f"Does the division of {things} by {takers} come out even?",
            f"Given {things} and {takers}, tell if every {taker} can get the same whole share with nothing left over.",
            f"False if sharing {things} evenly among {takers} leaves a rest, True if not.",
        ],
        inputs=inputs,
    )  # fmt: skip


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
            names=[f"{boxes}_needed", f"count_{boxes}", f"needed_{boxes}", f"number_of_{boxes}", f"how_many_{boxes}",
                   f"min_{boxes}", f"{boxes}_for", f"required_{boxes}", f"{box}_count"],
            params=params,
            bodies=[f"return ({things} + {less}) // {limit}"] * 3
            + [f"return -(-{things} // {limit})", two_steps, two_steps, loop],
            what=[f"how many {boxes} are needed for {objects} when {holds}",
                  f"the smallest number of {boxes} that can hold {objects} if {holds}",
                  f"how few {boxes} are enough for {objects} if {holds}"],
            do=[f"Work out how many {boxes} are required for {objects} if {holds}",
                f"Divide {things} by {limit} and round up to get the number of {boxes} needed"],
            sentences=[f"The smallest number of {boxes} for {objects} when {holds}.",
                       f"{holds[0].upper()}{holds[1:]}. At least how many {boxes} does it take for {objects}?",
                       f"If {holds}, how many {boxes} must there be for {objects}? The last one may be partly empty.",
                       f"Count the {boxes} for {objects}: {holds}, and one that is only partly filled counts too.",
                       f"How many {boxes} are needed for {objects}? {holds[0].upper()}{holds[1:]}."],
            inputs=inputs,
        )  # fmt: skip
    if form == 4:
        return Sketch(
            names=[f"full_{boxes}", f"complete_{boxes}", f"filled_{boxes}", f"count_full_{boxes}", f"{boxes}_filled",
                   f"number_of_full_{boxes}", f"how_many_full_{boxes}", f"whole_{boxes}"],
            params=params,
            bodies=[f"return {things} // {limit}"],
            what=[f"how many {boxes} can be filled completely with {objects} when {holds}",
                  f"how many {boxes} become full with {objects} when {holds}",
                  f"how many completely full {boxes} {objects} make if {holds}"],
            do=[f"Divide {things} by {limit} and round down to get the number of full {boxes}",
                f"Count the {boxes} that get completely full with {objects} when {holds}"],
            sentences=[f"The number of full {boxes} when {things}{' things' if things == 'n' else ''} are packed: {holds}.",  # noqa: E501
                       f"{holds[0].upper()}{holds[1:]}. How many {boxes} do {objects} fill to the last place?",
                       f"Fill one {box} after the other with {objects}: {holds}. How many get full?",
                       f"If {holds}, how many full {boxes} do {objects} make? One that is not full doesn't count."],
            inputs=inputs,
        )  # fmt: skip
    last = d.name("last rest remainder")
    if form == 5:
        return Sketch(
            names=[f"last_{box}", f"in_last_{box}", f"size_of_last_{box}", f"last_{box}_size", f"{things}_in_last",
                   f"count_last_{box}", f"final_{box}", f"last_{box}_content"],
            params=params,
            bodies=[f"return {things} % {limit} or {limit}",
                    f"{last} = {things} % {limit}\nif {last} == 0:\n    return {limit}\nreturn {last}"],
            what=[f"how many are in the last {box} when {things} are packed in order and {holds}"
                  .replace("n are", "n things are"),
                  f"the number that ends up in the last {box} when {objects} are put in one {box} after the other and {holds}"],  # noqa: E501
            do=[f"Fill one {box} after the other with {objects} and count what the last one gets, when {holds}"],
            sentences=[f"How many go into the last {box} when {objects} are packed in order and {holds}?",
                       f"{holds[0].upper()}{holds[1:]}, and each but the last is full. How many of {objects} are in the last one?",  # noqa: E501
                       f"The size of the last {box}: {holds}, and a new one is begun only when the others are full.",
                       f"Given {things}, tell how many are in the last {box}, where {holds} and all others are full."],
            edge=f"A full last {box} has {limit}.",
            inputs=inputs[:3] + inputs[4:],
        )  # fmt: skip
    return Sketch(
        names=["free_places", "empty_places", "unused_places", f"space_left_in_{box}", "places_left", "free_in_last",
               f"room_in_last_{box}", "missing_to_full", "unfilled_places"],
        params=params,
        bodies=[
            f"return -{things} % {limit}",
            f"{last} = {things} % {limit}\nif {last} == 0:\n    return 0\nreturn {limit} - {last}",
        ][::-1],
        what=[f"how many places stay empty in the last {box} when {objects} are packed and {holds}",
              f"how many free places the last {box} has when {objects} are packed and {holds}"],
        do=[f"Fill one {box} after the other with {objects} and count the places left in the last, when {holds}",
            f"Work out how many more would fill the last {box} when {objects} are packed and {holds}"],
        sentences=[f"How much room is left in the last {box} when {objects} are packed in order and {holds}?",
                   f"{holds[0].upper()}{holds[1:]}. After packing {objects} into as few {boxes} as possible, how many places are free?",  # noqa: E501
                   f"How many are missing to fill the last {box} with {objects}, if {holds}? 0 if it is full.",
                   f"The least that must be added to {things} to make it a multiple of {limit}; 0 if it is one."],
        inputs=inputs,
    )  # fmt: skip


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
        names=[f"split_{total}", f"share_{total}", f"divide_{total}", "fair_shares", "even_parts", f"shares_of_{total}",
               "split_evenly", "split_fairly", "divide_fairly", "nearly_equal_parts"],
        params=[Param(total, "nat"), Param(people, "pos")],
        bodies=[f"{share}, {extra} = divmod({total}, {people})\nreturn {both}", f"{start}return {both}", loop],
        returns="list[int]",
        what=[f"the shares of {total} for {people} in a list: whole numbers, {longer} if it does not divide evenly",
              f"{people} whole numbers in a list, as equal as possible, with the sum {total}, where {longer} if needed"],  # noqa: E501
        do=[f"Split {total} as evenly as possible among {people}. Return the list of shares, where {longer} if needed",
            f"Write {total} as a sum of {people} nearly equal whole numbers and list them; {longer} if needed"],
        sentences=[
            f"What does each of the {people} get when {total} is shared out fairly? List the shares; {longer} if needed.",  # noqa: E501
            f"Given {total} and {people}, list the {people} whole shares. What is left over is handed out one by one: {longer}.",  # noqa: E501
            f"Break {total} up into {people} parts that differ by at most 1; {longer} if they can't all be equal.",
            f"A list with {people} shares whose sum is {total}. They are equal, except that {longer} if there is a rest.",  # noqa: E501
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
            names=["change_coins", "give_change", "pay", "coins_for", "make_change", "to_coins", "get_coins",
                   "list_coins", "pay_with_coins"],
            params=[Param(cents, "nat")],
            bodies=[f"{out} = []\n{use}.append({coin})\n        {cents} -= {coin}\nreturn {out}"] * 2
            + [f"{out} = []\n{head}    {out} += [{coin}] * ({cents} // {coin})\n    {cents} %= {coin}\nreturn {out}"],
            returns="list[int]",
            what=[f"the list of the coins, largest first, that pay {cents} with {pays}",
                  f"coins with the sum {cents}, {pays}, as a list in descending order",
                  f"{cents} as a list of {pays}, in descending order"],
            do=[f"Pay {cents} with {pays} and list them from large to small",
                f"Break {cents} down into {pays} and give back the list of them, largest first"],
            sentences=[
                f"Pay {'an amount' if cents != 'change' else 'the change'} with {pays}. List the coins, largest first.",
                f"The shortest list of coins of {listed}, in descending order, whose sum is {cents}.",
                f"Which coins make up {cents}? Use {pays} and list them from large to small.",
                f"Take the largest coin of {listed} that fits into {cents} again and again, and list the coins taken.",
                f"Given {cents}, list the coins to hand over, {pays}, the largest ones first.",
                f"Change {cents} into coins of {listed}: always the largest that still fits. Return the list.",
            ],
            edge=only.strip(),
            inputs=inputs,
        )  # fmt: skip
    if form == 2:
        return Sketch(
            names=["count_coins", "fewest_coins", "min_coins", "number_of_coins", "coins_needed", "how_many_coins",
                   "coin_count", "coins_to_pay"],
            params=[Param(cents, "nat")],
            bodies=[f"{out} = 0\n{head}    {out} += {cents} // {coin}\n    {cents} %= {coin}\nreturn {out}",
                    f"{out} = 0\n{use} += 1\n        {cents} -= {coin}\nreturn {out}"],
            what=[f"the number of coins of {listed} that pay {cents} when the largest that fits is always taken",
                  f"how many coins make up {cents}, {pays}",
                  f"how long the shortest list of coins of {listed} with the sum {cents} is"],
            do=[f"Count the coins it takes to pay {cents} with {pays}",
                f"Work out how many coins pay {cents}, with {pays}"],
            sentences=[f"How many coins of {listed} does it take to pay {cents}, always using the largest that fits?",
                       f"Pay {cents} with {pays}. How many are that?",
                       f"The smallest number of coins of {listed} that add up to {cents}.",
                       f"Take the largest coin of {listed} that fits into {cents} until nothing is left; count the coins."],  # noqa: E501
            edge=only.strip(),
            inputs=inputs,
        )  # fmt: skip
    return Sketch(
        names=["coin_counts", "change_dict", "count_each_coin", "coins_by_value", "coin_dict", "coins_used", "coin_table",  # noqa: E501
               "change_counts", "count_coins"],
        params=[Param(cents, "nat")],
        bodies=[f"{out} = {{}}\n{head}    {out}[{coin}] = {cents} // {coin}\n    {cents} %= {coin}\nreturn {out}"],
        returns="dict[int, int]",
        what=[f"a dictionary with how often each coin of {listed} is used to pay {cents}, largest coins first",
              f"a dict that maps each coin of {listed} to how many of it pay {cents}, always taking the largest that fits",  # noqa: E501
              f"the number of times each coin of {listed} is used in paying {cents} with few coins, as a dictionary"],
        do=[f"Pay {cents} with {pays} and map each coin to how often it is used, 0 included",
            f"Break {cents} down into {pays} and return a dictionary from coin to count, with all coins in it"],
        sentences=[
            f"How many of each coin of {listed} make up {cents}, using large coins first? Return a dict, 0s included.",
            f"Pay {cents} with {pays}. The keys are all these coins, the values how many of each are needed.",
            f"For each coin of {listed}, from large to small: how often does it fit into what is left of {cents}?",
            f"Given {cents}, return a dictionary of all coins ({listed}) and their numbers, the largest used first."],
        edge=only.strip(),
        inputs=inputs,
    )  # fmt: skip


FAMILIES = (Family("sharing", ((_share, 3), (_boxes, 4), (_split, 2), (_coins, 2))),)
