"""Lists of lists and matrices."""

from __future__ import annotations

from trainer.data.exercises import fold_sketches as fold
from trainer.data.exercises.conditions import number_condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.transforms import number_transform

__all__ = ["FAMILIES"]


def _flat(d: Draw) -> Sketch:
    """What is made of all numbers in a list of lists."""
    m = d.name("nested lists rows matrix groups table grid list_of_lists xss")
    row, x = d.name("row sub inner part group sublist"), d.name("x n value item cell number")
    outer = "rows" if m in ("rows", "matrix", "table", "grid") else "lists"
    out = d.name("result out total flat")
    condition = number_condition(d, compound=0.05) if d.chance(0.55) else None
    transform = number_transform(d) if d.chance(0.3) else None
    test = condition.of(x) if condition else ""
    value = transform.of(x) if transform else x
    those = (
        "the " + condition.those(d, "numbers", f" in the {outer} of {m}")
        if condition
        else d.one(f"the numbers in the {outer} of {m}", f"all numbers in {m}, a list of lists")
    )
    phrase = transform.phrase(d, those) if transform else those
    params = [Param(m, "nested"), *(condition.params if condition else ()), *(transform.params if transform else ())]
    iterate = f"for {row} in {m} for {x} in {row}" + (f" if {test}" if test else "")

    def loop(start: str, inner: str) -> str:
        body = f"        if {test}:\n            {inner}\n" if test else f"        {inner}\n"
        return f"{out} = {start}\nfor {row} in {m}:\n    for {x} in {row}:\n{body}return {out}"

    name = condition.name if condition else ""
    form = d.number(0, 5)
    if form < 3:
        bodies = [f"return [{value} {iterate}]", loop("[]", f"{out}.append({value})")]
        if not test and not transform:
            bodies += [
                f"{out} = []\nfor {row} in {m}:\n    {out}.extend({row})\nreturn {out}",
                f"{out} = []\nfor {row} in {m}:\n    {out} += {row}\nreturn {out}",
                f"return sum({m}, [])",
            ]
        return Sketch(
            names=[
                fold.name_of("flat", name),
                fold.name_of("flatten", name or "lists"),
                fold.name_of("unnest", name),
                fold.name_of("concat", name or "rows"),
            ],
            params=params,
            bodies=bodies,
            returns="list[int]",
            what=[f"one flat list of {phrase}", f"a single list with {phrase}"],
            do=[f"Flatten {m} to one list" + (f" with only {those}" if condition else "")] if not transform else [],
        )
    if form == 3 or not condition:
        return Sketch(
            names=[
                fold.name_of("sum_all", name),
                fold.name_of("total", name),
                fold.name_of("nested_sum", name),
            ],
            params=params,
            bodies=[f"return sum({value} {iterate})", loop("0", f"{out} += {value}")],
            what=[f"the sum of {phrase}"],
        )
    if transform:
        params = [p for p in params if p not in transform.params]
    return Sketch(
        names=[f"count_{name}", f"count_all_{name}", f"nested_count_{name}"],
        params=params,
        bodies=[f"return sum(1 {iterate})", loop("0", f"{out} += 1")],
        what=[f"how many {those.removeprefix('the ')} there are", f"the number of {those.removeprefix('the ')}"],
    )


def _nested(d: Draw) -> Sketch:
    m = d.name("nested lists groups rows list_of_lists data")
    row, out = d.name("row sub inner part group x"), d.name("result out")
    k = d.number(1, 3)
    code, said, name, kind, returns = d.one(
        (f"sum({row})", "sums", "sum", "nested", "int"),
        (f"len({row})", "lengths", "length", "nested", "int"),
        (f"max({row})", "largest numbers", "max", "nested1", "int"),
        (f"min({row})", "smallest numbers", "min", "nested1", "int"),
        (f"{row}[0]", "first elements", "first", "nested1", "int"),
        (f"{row}[-1]", "last elements", "last", "nested1", "int"),
        (f"sorted({row})", "sorted copies", "sorted", "nested", "list[int]"),
        (f"{row}[::-1]", "reversed copies", "reversed", "nested", "list[int]"),
        (f"{row}[:{k}]", f"first {k} elements", f"first_{k}", "nested", "list[int]"),
    )
    form = d.number(0, 3)
    if form < 2:
        return Sketch(
            names=[f"{name}_of_each", f"{name}_each", f"map_{name}", f"row_{name}"],
            params=[Param(m, kind)],
            bodies=[
                f"return [{code} for {row} in {m}]",
                f"{out} = []\nfor {row} in {m}:\n    {out}.append({code})\nreturn {out}",
            ],
            returns=f"list[{returns}]",
            what=[f"a list with the {said} of the lists in {m}", f"the list of the {said} of the inner lists of {m}"],
        )
    condition = number_condition(d, compound=0)
    if returns == "int":
        test = condition.of(code)
        return Sketch(
            names=[f"lists_with_{name}_{condition.name}", f"keep_{name}_{condition.name}", "select_lists"],
            params=[Param(m, kind), *condition.params],
            bodies=[
                f"return [{row} for {row} in {m} if {test}]",
                f"{out} = []\nfor {row} in {m}:\n    if {test}:\n        {out}.append({row})\nreturn {out}",
            ],
            returns="list[list[int]]",
            what=[
                f"those lists in {m} whose {said.removesuffix('s') if said not in ('sums', 'lengths') else said[:-1]} {condition.single}"  # noqa: E501
            ],
        )
    code, said, name = d.one(
        (f"max({m}, key=len)", "longest", "longest"),
        (f"min({m}, key=len)", "shortest", "shortest"),
        (f"max({m}, key=sum)", "list with the largest sum", "largest_sum"),
        (f"min({m}, key=sum)", "list with the smallest sum", "smallest_sum"),
    )
    said = said if "list" in said else f"{said} list"
    return Sketch(
        names=[f"{name}_list", f"find_{name}", f"{name}_row"],
        params=[Param(m, "nested1")],
        bodies=[f"return {code}"],
        returns="list[int]",
        what=[f"the {said} in {m}, the first of several"],
    )


def _matrix(d: Draw) -> Sketch:
    m = d.name("matrix matrix grid m rows table a")
    row, i, j, out = d.name("row r line"), d.name("i r2 y"), d.name("j c x"), d.name("result out total")
    k = d.number(2, 9)
    transform = number_transform(d)
    x = d.name("value cell v item")
    condition = number_condition(d, compound=0)
    code, said, names, kind, returns, extra = d.one(
        (
            f"[[{row}[{j}] for {row} in {m}] for {j} in range(len({m}[0]))]",
            f"the transpose of {m}: rows become columns",
            "transposed flip_matrix rows_to_columns",
            "matrix",
            "list[list[int]]",
            [
                f"return [list(column) for column in zip(*{m})]",
                f"{out} = []\nfor {j} in range(len({m}[0])):\n    {out}.append([{row}[{j}] for {row} in {m}])\nreturn {out}",  # noqa: E501
            ],
        ),
        (
            f"sum({m}[{i}][{i}] for {i} in range(len({m})))",
            f"the sum of the main diagonal of the square matrix {m}",
            "trace diagonal_sum",
            "square",
            "int",
            [f"{out} = 0\nfor {i} in range(len({m})):\n    {out} += {m}[{i}][{i}]\nreturn {out}"],
        ),
        (
            f"[{m}[{i}][{i}] for {i} in range(len({m}))]",
            f"the main diagonal of the square matrix {m}",
            "diagonal main_diagonal",
            "square",
            "list[int]",
            [],
        ),
        (
            f"[{m}[{i}][len({m}) - 1 - {i}] for {i} in range(len({m}))]",
            f"the diagonal of the square matrix {m} from the top right to the bottom left",
            "anti_diagonal",
            "square",
            "list[int]",
            [],
        ),
        (
            f"[sum({row}) for {row} in {m}]",
            f"the sums of the rows of {m}",
            "row_sums row_totals",
            "matrix",
            "list[int]",
            [f"{out} = []\nfor {row} in {m}:\n    {out}.append(sum({row}))\nreturn {out}"],
        ),
        (
            f"[sum({row}[{j}] for {row} in {m}) for {j} in range(len({m}[0]))]",
            f"the sums of the columns of {m}",
            "column_sums",
            "matrix",
            "list[int]",
            [f"return [sum(column) for column in zip(*{m})]"],
        ),
        (
            f"[max({row}) for {row} in {m}]",
            f"the largest number of each row of {m}",
            "row_maxima",
            "matrix",
            "list[int]",
            [],
        ),
        (f"max(max({row}) for {row} in {m})", f"the largest number in {m}", "matrix_max", "matrix", "int", []),
        (f"{m}[::-1]", f"{m} with its rows in reverse order", "flip_vertical", "matrix", "list[list[int]]", []),
        (
            f"[{row}[::-1] for {row} in {m}]",
            f"{m} with each row reversed",
            "flip_horizontal mirror",
            "matrix",
            "list[list[int]]",
            [],
        ),
        (
            f"[len({m}), len({m}[0])]",
            f"the number of rows and of columns of {m} as a list",
            "shape dimensions",
            "matrix",
            "list[int]",
            [],
        ),
        (f"[{row}[0] for {row} in {m}]", f"the first column of {m}", "first_column", "matrix", "list[int]", []),
        (f"len({m}) * len({m}[0])", f"the number of cells of the matrix {m}", "count_cells", "matrix", "int", []),
        (
            f"[{row}[:] for {row} in {m}]",
            f"a copy of the matrix {m} whose rows are copies too",
            "copy_matrix",
            "matrix",
            "list[list[int]]",
            [],
        ),
        (
            f"{m}[0][0] * {m}[-1][-1]",
            f"the product of the top left and the bottom right number of {m}",
            "corner_product",
            "matrix",
            "int",
            [],
        ),
        (
            f"[list({row}) for {row} in zip(*{m}[::-1])]",
            f"the matrix {m} turned clockwise by a quarter",
            "rotate_clockwise",
            "matrix",
            "list[list[int]]",
            [],
        ),
    )
    form = d.number(0, 9)
    if form < 4:
        return Sketch(
            names=names.split(),
            params=[Param(m, kind)],
            bodies=[f"return {code}", f"return {code}", *extra],
            returns=returns,
            what=[said],
        )
    if form < 6:
        return Sketch(
            names=[f"{transform.name}_matrix", f"matrix_{transform.name}"],
            params=[Param(m, "matrix"), *transform.params],
            bodies=[
                f"return [[{transform.of(x)} for {x} in {row}] for {row} in {m}]",
                f"{out} = []\nfor {row} in {m}:\n    {out}.append([{transform.of(x)} for {x} in {row}])\nreturn {out}",
            ],
            returns="list[list[int]]",
            what=[
                f"a copy of the matrix {m} with each number {transform.past}",
                f"the matrix {m} with every cell {transform.past}",
            ],
        )
    if form == 6:
        n, w = d.one("n m", "rows columns", "height width", "count size").split()
        fill, what, name = d.one(
            ("0", "zeros", "zeros"),
            (str(k), f"cells {k}", f"filled_{k}"),
            (f"{i} + {j}", f"cells {i} + {j} in row {i} and column {j}, counted from 0", "sums_table"),
            (f"{i} * {j}", f"cells {i} * {j} in row {i} and column {j}, counted from 0", "times_table"),
            (
                f"({i} + 1) * ({j} + 1)",
                f"cells ({i} + 1) * ({j} + 1) in row {i} and column {j}, counted from 0",
                "multiplication_table",
            ),
        )
        return Sketch(
            names=[name, f"make_{name}", "new_matrix"],
            params=[Param(n, "smallpos"), Param(w, "smallpos")],
            bodies=[
                f"return [[{fill} for {j} in range({w})] for {i} in range({n})]",
                f"{out} = []\nfor {i} in range({n}):\n    {out}.append([{fill} for {j} in range({w})])\nreturn {out}",
            ],
            returns="list[list[int]]",
            what=[f"a matrix of {n} rows and {w} columns with {what}"],
            draw=lambda e: (e.number(1, 3), e.number(1, 4)),
        )
    if form == 7:
        n = d.name("n size k")
        return Sketch(
            names=["unit_matrix", "diagonal_matrix", f"diagonal_{k}"],
            params=[Param(n, "smallpos")],
            bodies=[f"return [[{k} if {i} == {j} else 0 for {j} in range({n})] for {i} in range({n})]"],
            returns="list[list[int]]",
            what=[f"an {n} by {n} matrix with {k} on the main diagonal and 0 elsewhere"],
        )
    return Sketch(
        names=[f"count_{condition.name}_cells", f"cells_{condition.name}"],
        params=[Param(m, "matrix"), *condition.params],
        bodies=[
            f"return sum(1 for {row} in {m} for {x} in {row} if {condition.of(x)})",
            f"{out} = 0\nfor {row} in {m}:\n    for {x} in {row}:\n        if {condition.of(x)}:\n            {out} += 1\nreturn {out}",  # noqa: E501
        ],
        what=[
            f"how many numbers in the matrix {m} {condition.many}",
            f"the number of cells of {m} that {condition.many}",
        ],
    )


FAMILIES = (
    Family("nested_lists", ((_flat, 3), (_nested, 2))),
    Family("matrices", ((_matrix, 1),)),
)
