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
    return Sketch(
        names=[*stem.split(), f"make_{stem.split()[0]}", f"{stem.split()[0]}_rows"],
        params=[Param(n, "small")] if square else [Param(height, "small"), Param(width, "small")],
        bodies=[f"return [[{value} for {j} in {span(width)}] for {i} in {span(height)}]"] * 3 + [loop, short],
        returns="list[list[bool]]" if "<=" in value else "list[list[int]]",
        do=[f"Create a table of {size} numbers, as a list of rows, whose entry in row {i} and column {j} is {said}", f"Make a {size} table whose entry in row {i} and column {j} is {said}"] if "<=" not in value else [f"Make a {size} table that tells in row {i} and column {j} {said}"],  # noqa: E501
        edge=d.one(f"Count from {start}.", f"Rows and columns count from {start}.", f"Counting starts at {start}."),
    )  # fmt: skip


def _filled(d: Draw) -> Sketch:
    """A table of equal entries, or rows that grow."""
    h, w = d.one(("rows", "columns"), ("height", "width"), ("m", "n"), ("n", "k"))
    n, v = d.name("n size k"), d.one("0", "0", "1", "None", "''", "'.'", "False")
    form = d.number(0, 5)
    if form < 2:
        return Sketch(
            names=["empty_grid", "blank_table", "make_grid", "new_board", "fill_grid", "create_matrix"],
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
            ],
        )
    if form == 2:
        down, text = d.chance(0.4), d.chance(0.5)
        sign = d.one("*", "#", "o")
        span = f"range({n}, 0, -1)" if down else f"range(1, {n} + 1)"
        size = f"from {n} down to 1" if down else f"from 1 to {n}"
        if text:
            return Sketch(
                names=["triangle", "stairs", "steps", "star_triangle"],
                params=[Param(n, "small")],
                bodies=[
                    f"return ['{sign}' * i for i in {span}]",
                    f"lines = []\nfor i in {span}:\n    lines.append('{sign}' * i)\nreturn lines",
                ],
                returns="list[str]",
                do=[f"Make a list of lines of '{sign}' signs, their lengths going {size}"],
                what=[f"a list of strings of '{sign}' signs, of lengths {size}"],
            )
        return Sketch(
            names=["triangle_rows", "growing_rows", "number_triangle"],
            params=[Param(n, "small")],
            bodies=[f"return [list(range(1, i + 1)) for i in {span}]"],
            returns="list[list[int]]",
            do=[f"Make a list of rows [1], [1, 2] and so on, their lengths going {size}"],
        )
    if form == 3:
        start = d.one(1, 0)
        return Sketch(
            names=["numbered_grid", "count_grid", "number_cells"],
            params=[Param(h, "small"), Param(w, "small")],
            bodies=[f"return [[i * {w} + j{' + 1' if start else ''} for j in range({w})] for i in range({h})]"],
            returns="list[list[int]]",
            do=[f"Make a grid of {h} rows and {w} columns that holds the numbers from {start} on, row by row"],
        )
    if form == 4:
        g = d.name(_GRIDS)
        return Sketch(
            names=["rotate", "turn_right"] if (right := d.chance(0.5)) else ["mirror", "flip_rows"],
            params=[Param(g, "matrix")],
            bodies=[f"return [list(row) for row in zip(*{g}[::-1])]"]
            if right
            else [
                f"return [row[::-1] for row in {g}]",
                f"result = []\nfor row in {g}:\n    result.append(row[::-1])\nreturn result",
            ],
            returns="list[list[int]]",
            do=[f"Rotate {g} by 90 degrees clockwise"] if right else [f"Reverse every row of {g}"],
        )
    xs = d.name("values items numbers")
    return Sketch(names=["to_rows", "into_rows", "reshape", "chunk", "as_table"], params=[Param(xs, "ints"), Param(w, "smallpos")], bodies=[f"return [{xs}[i:i + {w}] for i in range(0, len({xs}), {w})]", f"result = []\nfor i in range(0, len({xs}), {w}):\n    result.append({xs}[i:i + {w}])\nreturn result"], returns="list[list[int]]", do=[f"Cut {xs} into rows of {w}", f"Split {xs} into lists of {w} elements each"], edge="The last one may be shorter.")  # fmt: skip  # noqa: E501


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
            names=["find_in_grid", "position_of", "locate", "find_cell", "search_grid", "where_is"],
            params=params,
            bodies=[f"{head}            return {pair}\nreturn {none}"] * 2 + [other],
            returns="tuple[int, int] | None" if none == "None" else "tuple[int, int]",
            what=[f"the first place {tup} at which {t} stands in {g}, going row by row"],
            do=[f"Look for {t} in {g}, row by row, and return its place as a tuple {tup}"],
            sentences=[f"At which {tup} of {g} does {t} stand first, row by row?"],
            edge=d.one(f"{said} if it is not there.", f"Return {said} if {t} does not occur."),
            inputs=inputs,
        )
    if form == 4:
        return Sketch(
            names=["all_positions", "find_all", "cells_with"],
            params=params,
            bodies=[
                f"return [({r}, {c}) for {r}, {row} in enumerate({g}) for {c}, {v} in enumerate({row}) if {v} == {t}]",
                f"found = []\n{head}            found.append(({r}, {c}))\nreturn found",
            ],
            returns="list[tuple[int, int]]",
            what=[f"the list of the places (row, column) of {g} at which {t} stands"],
            inputs=inputs,
        )
    if form == 5:
        return Sketch(
            names=["count_in_grid", "how_often", "count_cells"],
            params=params,
            bodies=[
                f"return sum({row}.count({t}) for {row} in {g})",
                f"count = 0\nfor {row} in {g}:\n    for {v} in {row}:\n        if {v} == {t}:\n            count += 1\nreturn count",  # noqa: E501
            ],
            what=[f"the number of cells of {g} that equal {t}"],
            inputs=inputs,
        )
    return Sketch(names=["row_with", "find_row", "which_row"], params=params, bodies=[f"for {r}, {row} in enumerate({g}):\n    if {t} in {row}:\n        return {r}\nreturn -1"], what=[f"the index of the first row of {g} that contains {t}"], edge="-1 if there is none.", inputs=inputs)  # fmt: skip  # noqa: E501


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
        return Sketch(
            names=[f"{best}_of_{x}_{stem}", f"{best}_{x}_{stem}"],
            params=[Param(g, "matrix")],
            bodies=[f"return {best}({code} for {x} in {seq})"],
            what=[
                f"the {'largest' if best == 'max' else 'smallest'} of what each {x} of {g} has as {said}".replace(
                    "has as the", "has as the"
                )
            ],
        )
    equal = d.one("", "", "All rows are equally long.") if column else ""
    return Sketch(
        names=[f"{x}_{stem}", f"{stem}_of_{x}s", f"{stem}_by_{x}", f"each_{x}_{stem}", f"{x}wise_{stem}"],
        params=[Param(g, "matrix")],
        bodies=bodies,
        returns=f"list[{returns}]",
        what=[f"a list with {said} of every {x} of {g}", f"the list of {said} of each {x} in {g}"],
        do=[f"List {said} of each {x} of {g}", f"Give {said} of every {x} of {g} as a list"],
        edge=equal,
        inputs=["[[1, 5], [3, 2]]", "[[4, 4, 4]]", "[[-1], [-2]]", "[[1, 2], [2, 1], [0, 9]]"],
    )  # fmt: skip


FAMILIES = (Family("tables", ((_made, 3), (_filled, 2), (_found, 3), (_summed_up, 3))),)
