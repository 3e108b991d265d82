"""Tables of rows and columns: made by a formula, searched, and summed up by row or column."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]

_GRIDS = "grid grid table matrix board rows field cells"
_INDICES = ("r c", "i j", "row_index column", "y x")


def _made(d: Draw) -> Sketch:
    """A table whose entries follow from row and column."""
    n, square = d.name("n n size k"), d.chance(0.65)
    i, j = d.one("i j", "i j", "r c", "a b").split()
    height, width = (n, n) if square else d.one(("rows", "columns"), ("height", "width"), ("m", "n"))
    start, k = d.one(1, 1, 1, 0), d.number(2, 9)
    value, said, stem = d.one(
        (f"{i} * {j}", "{i} times {j}", "multiplication_table times_table product_table"),
        (f"{i} * {j}", "{i} times {j}", "multiplication_table products multiplication_grid"),
        (f"{i} + {j}", "{i} plus {j}", "addition_table sum_table"),
        (f"{i} - {j}", "{i} minus {j}", "difference_table subtraction_table"),
        (f"abs({i} - {j})", "the distance of {i} and {j}", "distance_table"),
        (f"max({i}, {j})", "the larger of {i} and {j}", "maximum_table"),
        (f"min({i}, {j})", "the smaller of {i} and {j}", "minimum_table"),
        (f"({i} + {j}) % 2", "0 if {i} plus {j} is even and 1 otherwise", "checkerboard chess_pattern"),
        (f"1 if {i} == {j} else 0", "1 if {i} equals {j} and 0 otherwise", "identity unit_matrix"),
        (f"{i} * {k} + {j}", f"{{i}} times {k} plus {{j}}", "offset_table"),
        (f"{i} ** {j}", "{i} to the power of {j}", "power_table"),
        (f"{i} <= {j}", "whether {i} is at most {j}", "order_table"),
    )  # fmt: skip
    said = said.format(i=i, j=j)
    span = (lambda x: f"range(1, {x} + 1)") if start else (lambda x: f"range({x})")
    loop = f"table = []\nfor {i} in {span(height)}:\n    row = []\n    for {j} in {span(width)}:\n        row.append({value})\n    table.append(row)\nreturn table"  # noqa: E501
    short = (
        f"table = []\nfor {i} in {span(height)}:\n    table.append([{value} for {j} in {span(width)}])\nreturn table"
    )
    size = f"{n} by {n}" if square else f"{height} by {width}"
    a = "an" if size.startswith(("m ", "n ")) else "a"
    names = stem.split()
    entry = f"True if {i} is at most {j} and False otherwise" if "<=" in value else said
    place = f"row {i} and column {j}"
    do = [
        f"Fill a table of {height} rows and {width} columns whose entry in {place} is {entry}",
        f"Build {a} {size} matrix, as a list of lists, with this entry in {place}: {entry}",
    ]
    if "<=" in value:
        do.append(f"Make {a} {size} table that tells in {place} {said}")
    else:
        do += [
            f"Create a table of {size} numbers, as a list of rows, whose entry in {place} is {said}",
            f"Make {a} {size} table whose entry in {place} is {said}",
        ]
    sentences = [
        f"A list of {height} rows with {width} entries each; the entry in {place} is {entry}.",
        f"What does {a} {size} table look like whose entry in {place} is {entry}?",
        f"Given {n}, return a square table of that size with {entry}, in {place}."
        if square
        else f"Given {height} and {width}, return a table of that size with {entry}, in {place}.",
        f"The entry in {place} is {entry}. Return the whole {size} table as a list of rows.",
    ]
    if "product" in stem and start:
        sentences.append(f"The multiplication table for 1 to {height} times 1 to {width}, as a list of rows.")
    elif "identity" in stem and square:
        sentences.append(f"The {size} identity matrix as a list of rows: 1 on the main diagonal and 0 elsewhere.")
    elif "checkerboard" in stem:
        sentences.append(f"A {height} by {width} checkerboard of 0s and 1s, with 0 in the top left corner.")
    return Sketch(
        names=[*names, *(f"{verb}_{names[0]}" for verb in ("make", "build", "create", "get")), f"{names[0]}_rows", "fill_table", "make_rows"],  # noqa: E501
        params=[Param(n, "small")] if square else [Param(height, "small"), Param(width, "small")],
        bodies=[f"return [[{value} for {j} in {span(width)}] for {i} in {span(height)}]"] * 3 + [loop, short],
        returns="list[list[bool]]" if "<=" in value else "list[list[int]]",
        do=do,
        sentences=sentences,
        edge=d.one(f"Count from {start}.", f"Rows and columns count from {start}.", f"Counting starts at {start}."),
    )  # fmt: skip


def _filled(d: Draw) -> Sketch:
    """A table of equal entries, or rows that grow."""
    h, w = d.one(("rows", "columns"), ("height", "width"), ("m", "n"), ("n", "k"))
    n, v = d.name("n size k"), d.one("0", "0", "1", "None", "''", "'.'", "False")
    form = d.number(0, 5)
    if form < 2:
        return Sketch(
            names=["empty_grid", "blank_table", "make_grid", "new_board", "fill_grid", "create_matrix", "filled_grid", "constant_matrix"],  # noqa: E501
            params=[Param(h, "small"), Param(w, "small")],
            bodies=[
                f"return [[{v} for _ in range({w})] for _ in range({h})]",
                f"return [[{v}] * {w} for _ in range({h})]",
                f"grid = []\nfor _ in range({h}):\n    grid.append([{v}] * {w})\nreturn grid",
            ],
            returns="list[list]",
            do=[
                f"Make a grid of {h} rows and {w} columns in which every cell is {v}",
                f"Create a list of {h} lists, each with {w} times the value {v}",
                f"Build a table, {h} by {w}, filled with {v}",
                f"Set up a board with {h} rows of {w} cells, all of them {v}",
            ],
            what=[
                f"a list of {h} rows, each a list that holds {v} {w} times",
                f"a matrix with {h} rows and {w} columns whose entries are all {v}",
            ],
            sentences=[
                f"Given {h} and {w}, return a grid of that many rows and columns with {v} everywhere.",
                f"Put {v} into every cell of a new grid that is {h} cells high and {w} cells wide.",
                f"A list of {h} separate lists of length {w}, in which each element is {v}.",
            ],
        )  # fmt: skip
    if form == 2:
        down, text = d.chance(0.4), d.chance(0.5)
        sign = d.one("*", "#", "o")
        span = f"range({n}, 0, -1)" if down else f"range(1, {n} + 1)"
        size = f"from {n} down to 1" if down else f"from 1 to {n}"
        change = "fewer" if down else "more"
        if text:
            return Sketch(
                names=["triangle", "stairs", "steps", "star_triangle", "draw_triangle", "staircase", "triangle_lines", "sign_triangle"],  # noqa: E501
                params=[Param(n, "small")],
                bodies=[
                    f"return ['{sign}' * i for i in {span}]",
                    f"lines = []\nfor i in {span}:\n    lines.append('{sign}' * i)\nreturn lines",
                ],
                returns="list[str]",
                do=[
                    f"Make a list of lines of '{sign}' signs, their lengths going {size}",
                    f"Draw a triangle as a list of strings of '{sign}', each one sign {change} than the last, {size}",
                    f"Build stairs of '{sign}' signs, a string per step, with lengths {size}",
                ],
                what=[
                    f"a list of strings of '{sign}' signs, of lengths {size}",
                    f"the list of the lines of a triangle of '{sign}' signs, whose lengths go {size}",
                ],
                sentences=[
                    f"For each number {size}, a string of that many '{sign}' signs, in a list.",
                    f"Given {n}, repeat '{sign}' as often as each number {size} says, and list the strings.",
                    f"How does a triangle of '{sign}' signs look as a list of lines with lengths {size}?",
                    f"Each line has one '{sign}' {change} than the one before, {size}. Return the list of lines.",
                ],
            )  # fmt: skip
        return Sketch(
            names=["triangle_rows", "number_rows", "number_triangle", "counting_rows", "count_triangle", "make_triangle", "ranges_of"]  # noqa: E501
            + (["shrinking_rows"] if down else ["growing_rows"]),
            params=[Param(n, "small")],
            bodies=[f"return [list(range(1, i + 1)) for i in {span}]"],
            returns="list[list[int]]",
            do=[
                f"Make a list of rows that each count 1, 2, 3 and so on, their lengths going {size}",
                f"Build a triangle of numbers as a list of rows: every row counts up from 1, with lengths {size}",
                f"List the numbers from 1 to k for each k {size}, every row as a list of its own",
            ]
            + ([] if down else [f"Make a list of rows [1], [1, 2] and so on, their lengths going {size}"]),
            what=[f"a list of rows that count up from 1, the lengths of which go {size}"],
            sentences=[
                f"For each k {size}, the list of the numbers 1 to k, all together in one list.",
                f"Each row counts from 1 and has one number {change} than the row before; the lengths go {size}.",
                f"Given {n}, return a list of lists: the numbers from 1 up to k, for every k {size}.",
                f"What does a triangle of rows look like that count from 1 and have the lengths {size}?",
            ],
        )  # fmt: skip
    if form == 3:
        start = d.one(1, 0)
        return Sketch(
            names=["numbered_grid", "count_grid", "number_cells", "grid_of_numbers", "counting_grid", "number_grid", "running_numbers", "sequential_matrix"],  # noqa: E501
            params=[Param(h, "small"), Param(w, "small")],
            bodies=[f"return [[i * {w} + j{' + 1' if start else ''} for j in range({w})] for i in range({h})]"],
            returns="list[list[int]]",
            do=[
                f"Make a grid of {h} rows and {w} columns that holds the numbers from {start} on, row by row",
                f"Number the cells of a grid, {h} by {w}, from left to right and top to bottom, beginning with {start}",
                f"Fill {h} rows of {w} cells each, row after row, with {start}, {start + 1}, {start + 2} and so on",
                f"Write the counting numbers from {start} on into {h} rows of {w}",
            ],
            what=[f"a list of {h} rows of {w} consecutive numbers; the first number is {start}, and the next row goes on"],  # noqa: E501
            sentences=[
                f"Given {h} and {w}, return a table of that many rows and columns, numbered row by row from {start}.",
                f"The numbers {start}, {start + 1}, {start + 2} and so on in {h} lists, each of length {w}.",
                f"Count through the cells of a grid with {h} rows and {w} columns, line by line. The first is {start}.",
            ],
        )  # fmt: skip
    if form == 4:
        g = d.name(_GRIDS)
        return Sketch(
            names=["rotate", "turn_right", "rotate_right", "rotate_clockwise", "rotate_90", "quarter_turn", "turn_clockwise", "rotated"]  # noqa: E501
            if (right := d.chance(0.5))
            else ["mirror", "flip_rows", "reverse_rows", "flip_horizontal", "mirror_rows", "flip_left_right", "mirrored", "reverse_each_row"],  # noqa: E501
            params=[Param(g, "matrix")],
            bodies=[f"return [list(row) for row in zip(*{g}[::-1])]"]
            if right
            else [
                f"return [row[::-1] for row in {g}]",
                f"result = []\nfor row in {g}:\n    result.append(row[::-1])\nreturn result",
            ],
            returns="list[list[int]]",
            do=[
                f"Rotate {g} by 90 degrees clockwise",
                f"Turn {g} to the right by 90 degrees",
                f"Give {g} a quarter turn clockwise",
                f"Make a copy of {g} that is turned clockwise by a right angle",
            ]
            if right
            else [
                f"Reverse every row of {g}",
                f"Mirror {g} from left to right",
                f"Flip {g} horizontally, so that each row is reversed",
                f"Swap left and right in {g}",
            ],
            what=[
                f"{g} turned clockwise by 90 degrees" if right else f"the mirror image of {g}, with every row backwards",  # noqa: E501
                f"the columns of {g} as rows, each read from bottom to top" if right else f"{g} with each row reversed",
            ],
            sentences=[
                f"The first column of {g}, from bottom to top, becomes the first row, the second the second, and so on.",  # noqa: E501
                f"What does {g} look like after a clockwise rotation by 90 degrees?",
                f"Given a list of rows {g}, turn it a quarter to the right and return the new rows.",
            ]
            if right
            else [
                f"What does {g} look like in a mirror at its side, with each row from right to left?",
                f"Given a list of rows {g}, return the rows in the same order, but each one back to front.",
                f"The first entry of each row of {g} becomes the last one, and so on.",
            ],
        )  # fmt: skip
    xs = d.name("values items numbers")
    return Sketch(
        names=["to_rows", "into_rows", "reshape", "chunk", "as_table", "split_into_rows", "chunks", "make_rows"],
        params=[Param(xs, "ints"), Param(w, "smallpos")],
        bodies=[
            f"return [{xs}[i:i + {w}] for i in range(0, len({xs}), {w})]",
            f"result = []\nfor i in range(0, len({xs}), {w}):\n    result.append({xs}[i:i + {w}])\nreturn result",
        ],
        returns="list[list[int]]",
        what=[
            f"the list of the consecutive pieces of {xs} of length {w}",
            f"a list of rows that each hold the next {w} elements of {xs}",
        ],
        do=[
            f"Cut {xs} into rows of {w}",
            f"Split {xs} into lists of {w} elements each",
            f"Break {xs} up into chunks of size {w}",
            f"Arrange {xs} as a table with {w} columns, filled row by row",
        ],
        sentences=[
            f"Given a list {xs}, put every {w} neighbours into a list of their own and return these lists.",
            f"The first {w} elements of {xs} form a row, the next {w} another one, and so on.",
            f"What are the rows if {xs} is written line by line with {w} numbers to a line?",
        ],
        edge=d.one("The last one may be shorter.", "The last of them may be shorter."),
    )


def _found(d: Draw) -> Sketch:
    """Where something is in a grid."""
    g, t = d.name(_GRIDS), d.name("target value wanted x_value item")
    r, c = d.one(*_INDICES).split()
    row, v = "row" if g != "row" else "line", d.one("v", "cell", "value" if t != "value" else "cell", "entry")
    none, said = d.one(("None", "None"), ("None", "None"), ("-1, -1", "(-1, -1)"))
    form = d.number(0, 6)
    params, inputs = (
        [Param(g, "matrix"), Param(t, "int")],
        [
            "[[1, 2], [3, 4]], 3",
            "[[1, 2]], 9",
            "[[5, 5], [5, 5]], 5",
            "[[7, 8], [9, 8]], 8",
            "[[0]], 0",
            "[[4], [6]], 6",
        ],
    )
    head = f"for {r}, {row} in enumerate({g}):\n    for {c}, {v} in enumerate({row}):\n        if {v} == {t}:\n"
    if form < 4:
        swap = d.chance(0.15)
        pair, tup = (f"{c}, {r}", "(column, row)") if swap else (f"{r}, {c}", "(row, column)")
        other = f"for {r} in range(len({g})):\n    for {c} in range(len({g}[{r}])):\n        if {g}[{r}][{c}] == {t}:\n            return {pair}\nreturn {none}"  # noqa: E501
        return Sketch(
            names=["find_in_grid", "position_of", "locate", "find_cell", "search_grid", "where_is", "find_position", "index_in_grid"],  # noqa: E501
            params=params,
            bodies=[f"{head}            return {pair}\nreturn {none}"] * 2 + [other],
            returns="tuple[int, int] | None" if none == "None" else "tuple[int, int]",
            what=[
                f"the first place {tup} at which {t} stands in {g}, going row by row",
                f"the indices {tup} of the first cell of {g}, row by row, that equals {t}",
            ],
            do=[
                f"Look for {t} in {g}, row by row, and return its place as a tuple {tup}",
                f"Find the position {tup} of the first cell of {g}, row by row from the top, that is equal to {t}",
                f"Search {g} line by line for {t} and give back where it is, as {tup}",
            ],
            sentences=[
                f"At which {tup} of {g} does {t} stand first, row by row?",
                f"Where in {g} is {t}? Return {tup} of the first one, going row by row.",
                f"Go through {g} row by row until {t} turns up, and return {tup}.",
                f"Given a list of rows {g}, locate {t}: the tuple {tup} of its first occurrence, row by row.",
            ],
            edge=d.one(f"{said} if it is not there.", f"Return {said} if {t} does not occur."),
            inputs=inputs,
        )  # fmt: skip
    if form == 4:
        return Sketch(
            names=["all_positions", "find_all", "cells_with", "positions_of", "find_cells", "all_places", "locate_all", "find_all_cells"],  # noqa: E501
            params=params,
            bodies=[
                f"return [({r}, {c}) for {r}, {row} in enumerate({g}) for {c}, {v} in enumerate({row}) if {v} == {t}]",
                f"found = []\n{head}            found.append(({r}, {c}))\nreturn found",
            ],
            returns="list[tuple[int, int]]",
            what=[
                f"the list of the places (row, column) of {g} at which {t} stands",
                f"a list of the positions of all cells of {g} that equal {t}, as tuples (row, column)",
                f"the index pairs (row, column) of all cells with the value {t} in {g}, row by row",
            ],
            do=[
                f"Find all places of {g} where {t} is, as a list of tuples (row, column)",
                f"Look for {t} in all cells of {g}, row by row, and list the matches as (row, column)",
                f"Collect a tuple (row, column) for each cell of {g} that holds {t}, row by row",
            ],
            sentences=[
                f"Where in {g} does {t} occur? List a tuple (row, column) for each occurrence, row by row.",
                f"Go through {g} row by row and list the (row, column) of each cell that equals {t}.",
                f"Given a list of rows {g}, at which positions (row, column) is {t}? Return all of them in a list.",
            ],
            inputs=inputs,
        )  # fmt: skip
    if form == 5:
        return Sketch(
            names=["count_in_grid", "how_often", "count_cells", "count_value", "occurrences", "count_matches", "grid_count", "cells_equal_to"],  # noqa: E501
            params=params,
            bodies=[
                f"return sum({row}.count({t}) for {row} in {g})",
                f"count = 0\nfor {row} in {g}:\n    for {v} in {row}:\n        if {v} == {t}:\n            count += 1\nreturn count",  # noqa: E501
            ],
            what=[
                f"the number of cells of {g} that equal {t}",
                f"how often {t} occurs in all rows of {g} together",
                f"the count of {t} in the whole of {g}",
                f"the number of times that {t} is found in the rows of {g}",
            ],
            do=[
                f"Count the cells of {g} with the value {t}",
                f"Count how many times {t} comes up in {g}, over all of its rows",
            ],
            sentences=[
                f"How many entries of {g} are equal to {t}?",
                f"Go through every row of {g} and count the occurrences of {t}.",
                f"Given a list of rows {g}, work out how many times it holds {t} altogether.",
            ],
            inputs=inputs,
        )  # fmt: skip
    return Sketch(
        names=["row_with", "find_row", "which_row", "row_index", "row_of", "first_row_with", "index_of_row", "row_containing"],  # noqa: E501
        params=params,
        bodies=[f"for {r}, {row} in enumerate({g}):\n    if {t} in {row}:\n        return {r}\nreturn -1"],
        what=[
            f"the index of the first row of {g} that contains {t}",
            f"the position of the topmost row of {g} with {t} in it",
            f"the number, from 0 on, of the first row in {g} that has {t} as an entry",
        ],
        do=[
            f"Find the first row of {g} in which {t} occurs, and return its index",
            f"Look through the rows of {g} for {t} and give back the index of the first row that has it",
        ],
        sentences=[
            f"Which row of {g} is the first to contain {t}? Return its index.",
            f"In which row of {g}, counted from 0, does {t} appear first?",
            f"Given a list of rows {g}, tell the index of the first one with {t} among its entries.",
        ],
        edge=d.one("-1 if there is none.", "If no row has it, return -1."),
        inputs=inputs,
    )  # fmt: skip


def _summed_up(d: Draw) -> Sketch:
    """One value for every row or column."""
    g, out = d.name(_GRIDS), d.name("result out values")
    column = d.chance(0.6)
    x = "column" if column else "row"
    k = d.number(0, 6)
    fn, said, stem, returns = d.one(
        ("max({x})", "the greatest value", "maximums", "int"), ("max({x})", "the largest value", "maxima", "int"), ("min({x})", "the smallest value", "minimums", "int"),  # noqa: E501
        ("sum({x})", "the sum", "sums", "int"), ("sum({x}) / len({x})", "the average", "averages", "float"), ("max({x}) - min({x})", "the largest minus the smallest value", "ranges", "int"),  # noqa: E501
        (f"sum(1 for v in {{x}} if v > {k})", f"the number of values above {k}", f"counts_above_{k}", "int"), ("{x}.count(0)", "the number of zeros", "zeros", "int"),  # noqa: E501
        ("{x}[0]", "the first value", "firsts", "int"), ("{x}[-1]", "the last value", "lasts", "int"), ("sorted({x})", "the sorted list of the values", "sorted", "list[int]"),  # noqa: E501
    )  # fmt: skip
    code = fn.format(x=x)
    seq = f"zip(*{g})" if column else g
    loop = f"{out} = []\nfor {x} in {seq}:\n    {out}.append({code})\nreturn {out}"
    index = f"{out} = []\nfor j in range(len({g}[0])):\n    {out}.append({fn.split('(')[0]}(row[j] for row in {g}))\nreturn {out}"  # noqa: E501
    bodies = [f"return [{code} for {x} in {seq}]"] * 2 + [loop]
    if column and fn in ("max({x})", "min({x})", "sum({x})"):
        bodies.append(index)
    if d.chance(0.15) and returns == "int":
        best = d.one("max", "min")
        top, most = ("largest", "maximum") if best == "max" else ("smallest", "minimum")
        return Sketch(
            names=[f"{best}_of_{x}_{stem}", f"{best}_{x}_{stem}", f"{top}_of_{x}_{stem}", f"{best}_{stem}_of_{x}s", f"{top}_{x}_{stem}", f"{x}_{stem}_{best}", f"{most}_{x}_{stem}", f"{best}_over_{x}s"],  # noqa: E501
            params=[Param(g, "matrix")],
            bodies=[f"return {best}({code} for {x} in {seq})"],
            what=[
                f"the {top} of what each {x} of {g} has as {said}",
                f"the {top} number in the list of {said} of each {x} of {g}",
            ],
            do=[
                f"Find {said} of each {x} of {g} and return the {top} of these numbers",
                f"Take {said} of every {x} in {g} and give back the {most} of them",
            ],
            sentences=[
                f"Each {x} of {g} gives one number: {said}. Which of these numbers is the {top}?",
                f"Given a list of rows {g}, work out {said} of each {x}, and return only the {top} result.",
                f"Go through the {x}s of {g}, note {said} of each and tell the {most}.",
            ],
        )  # fmt: skip
    equal = d.one("", "", "All rows are equally long.") if column else ""
    return Sketch(
        names=[f"{x}_{stem}", f"{stem}_of_{x}s", f"{stem}_by_{x}", f"each_{x}_{stem}", f"{x}wise_{stem}", f"{stem}_per_{x}", f"all_{x}_{stem}", f"list_{x}_{stem}"],  # noqa: E501
        params=[Param(g, "matrix")],
        bodies=bodies,
        returns=f"list[{returns}]",
        what=[
            f"a list with {said} of every {x} of {g}",
            f"the list of {said} of each {x} in {g}",
            f"a list that holds {said} of each {x} of {g}",
        ],
        do=[
            f"List {said} of each {x} of {g}",
            f"Give {said} of every {x} of {g} as a list",
            f"Work out {said} of each {x} in {g} separately, as a list with one entry per {x}",
            f"Go through the {x}s of {g} and collect {said} of each in a list",
        ],
        sentences=[
            f"What is {said} of each {x} of {g}? Give a list of the answers.",
            f"For every {x} of {g}, determine {said}, and return the results in a list.",
            f"Given a list of rows {g}, return {said} of each {x}, {'from left to right' if column else 'from top to bottom'}.",  # noqa: E501
            f"One entry per {x} of {g}: {said}.",
        ],
        edge=equal,
        inputs=["[[1, 5], [3, 2]]", "[[4, 4, 4]]", "[[-1], [-2]]", "[[1, 2], [2, 1], [0, 9]]"],
    )  # fmt: skip


FAMILIES = (Family("tables", ((_made, 3), (_filled, 2), (_found, 3), (_summed_up, 3))),)
