"""Matrices: rows, columns, diagonals and cells."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.number_conditions import number_condition
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.transforms import number_transform

__all__ = ["matrix"]


def matrix(d: Draw) -> Sketch:
    """What is made of a matrix, or a matrix made."""
    m = d.name("matrix matrix grid m rows table a")
    row, i, j, out = d.name("row r line"), d.name("i r2 y"), d.name("j c x"), d.name("result out total")
    k = d.number(2, 9)
    transform = number_transform(d)
    x = d.name("value cell v item")
    condition = number_condition(d, compound=0)
    code, what, do, sentences, names, kind, returns, extra = d.one(
        (
            f"[[{row}[{j}] for {row} in {m}] for {j} in range(len({m}[0]))]",
            [f"the transpose of {m}: rows become columns", f"the matrix {m} transposed", f"the matrix {m} with rows and columns exchanged"],  # noqa: E501
            [f"Transpose {m}", f"Swap the rows and columns of {m}", f"Flip {m} over its main diagonal", f"Turn the rows of {m} into columns"],  # noqa: E501
            [f"Given the matrix {m}, return its transpose.", f"The first column of {m} becomes the first row, the second column the second row, and so on.", f"What is the transpose of {m}?", f"A new matrix whose rows are the columns of {m}."],  # noqa: E501
            "transposed flip_matrix rows_to_columns transpose transpose_matrix swap_rows_and_columns columns_to_rows matrix_transpose",  # noqa: E501
            "matrix",
            "list[list[int]]",
            [f"return [list(column) for column in zip(*{m})]", f"{out} = []\nfor {j} in range(len({m}[0])):\n    {out}.append([{row}[{j}] for {row} in {m}])\nreturn {out}"],  # noqa: E501
        ),
        (
            f"sum({m}[{i}][{i}] for {i} in range(len({m})))",
            [f"the sum of the main diagonal of the square matrix {m}", f"the trace of the square matrix {m}", f"the sum of the numbers from the top left to the bottom right of the square matrix {m}"],  # noqa: E501
            [f"Add up the main diagonal of the square matrix {m}", f"Sum the numbers of {m} whose row and column index are the same", f"Work out the trace of the square matrix {m}"],  # noqa: E501
            [f"What is the trace of the square matrix {m}?", "Given a square matrix, add up the numbers on its main diagonal.", f"Walk {m} from the top left corner to the bottom right one and add up what is on the diagonal.", f"The total of the main diagonal of {m}, a square matrix."],  # noqa: E501
            "trace diagonal_sum matrix_trace sum_diagonal sum_main_diagonal diagonal_total add_diagonal trace_of",
            "square",
            "int",
            [f"{out} = 0\nfor {i} in range(len({m})):\n    {out} += {m}[{i}][{i}]\nreturn {out}"],
        ),
        (
            f"[{m}[{i}][{i}] for {i} in range(len({m}))]",
            [f"the main diagonal of the square matrix {m}", f"the list of the numbers on the main diagonal of the square matrix {m}"],  # noqa: E501
            [f"Extract the main diagonal of the square matrix {m}", f"Take the numbers of {m} whose row and column index are the same", f"Read the square matrix {m} along its main diagonal", f"List the numbers of {m} from the top left to the bottom right corner, along the diagonal"],  # noqa: E501
            [f"Which numbers are on the main diagonal of the square matrix {m}? List them from the top.", "Given a square matrix, return its main diagonal as a list.", f"A list of the diagonal numbers of {m}, from the top left to the bottom right.", f"For each row i of {m}, take the number in column i."],  # noqa: E501
            "diagonal main_diagonal get_diagonal matrix_diagonal diagonal_of extract_diagonal read_diagonal diagonal_elements",  # noqa: E501
            "square",
            "list[int]",
            [],
        ),
        (
            f"[{m}[{i}][len({m}) - 1 - {i}] for {i} in range(len({m}))]",
            [f"the diagonal of the square matrix {m} from the top right to the bottom left", f"the antidiagonal of the square matrix {m}, from the top right"],  # noqa: E501
            [f"Extract the antidiagonal of the square matrix {m}, starting at the top right", f"Read the square matrix {m} diagonally from the top right to the bottom left corner", f"List the numbers of {m} on the diagonal that starts at the top right"],  # noqa: E501
            [f"Which numbers are on the diagonal of {m} from the top right to the bottom left?", "Given a square matrix, return its secondary diagonal as a list, starting at the top right.", f"The other diagonal of {m}, not the main one: top right to bottom left.", f"From each row of {m} take one number: the last of the first row, the one before it in the next row, and so on.", f"A list of the antidiagonal of {m}, from the top down."],  # noqa: E501
            "anti_diagonal antidiagonal other_diagonal secondary_diagonal counter_diagonal second_diagonal get_anti_diagonal",  # noqa: E501
            "square",
            "list[int]",
            [],
        ),
        (
            f"[sum({row}) for {row} in {m}]",
            [f"the sums of the rows of {m}", f"the list of the totals of all rows of {m}"],
            [f"Sum each row of {m}", f"Add up every row of {m}", f"Work out the total of each row in {m}", f"List the sums of the rows of {m}"],  # noqa: E501
            [f"For each row of {m}, what is its sum? Return a list.", f"Given the matrix {m}, return the sum of each row.", f"A list with one number for each row of {m}: its total.", f"Go through {m} row by row and list what the numbers of each row add up to."],  # noqa: E501
            "row_sums row_totals sum_rows sum_each_row sums_of_rows total_per_row row_sum_list add_rows",
            "matrix",
            "list[int]",
            [f"{out} = []\nfor {row} in {m}:\n    {out}.append(sum({row}))\nreturn {out}"],
        ),
        (
            f"[sum({row}[{j}] for {row} in {m}) for {j} in range(len({m}[0]))]",
            [f"the sums of the columns of {m}", f"the list of the totals of all columns of {m}"],
            [f"Sum each column of {m}", f"Add up every column of {m}", f"Work out the total of each column in {m}", f"Add together the numbers in each column of {m}"],  # noqa: E501
            [f"For each column of {m}, what is its sum? Return a list.", f"Given the matrix {m}, return the sum of each column.", f"A list with one number for each column of {m}: its total.", f"Go through {m} column by column and list what the numbers of each column add up to."],  # noqa: E501
            "column_sums sum_columns column_totals sums_of_columns total_per_column sum_each_column col_sums add_columns",  # noqa: E501
            "matrix",
            "list[int]",
            [f"return [sum(column) for column in zip(*{m})]"],
        ),
        (
            f"[max({row}) for {row} in {m}]",
            [f"the largest number of each row of {m}", f"the list of the row maxima of {m}", f"the maximum of every row of {m}, as a list"],  # noqa: E501
            [f"Find the largest number in each row of {m}", f"Take the maximum of every row of {m}", f"List the biggest number of each row of {m}"],  # noqa: E501
            [f"Which number is the largest in each row of {m}? Return a list.", f"Given the matrix {m}, return the maximum of each row.", f"A list with one number for each row of {m}: the highest in it.", f"Go through {m} row by row and list the biggest number of each."],  # noqa: E501
            "row_maxima row_max max_of_rows max_per_row largest_per_row row_maximums biggest_in_rows max_each_row",
            "matrix",
            "list[int]",
            [],
        ),
        (
            f"max(max({row}) for {row} in {m})",
            [f"the largest number in {m}", f"the maximum of all numbers in {m}", f"the largest of all cells of {m}"],
            [f"Find the largest number in {m}", f"Look through all rows of {m} for the biggest number", f"Pick the highest number in {m}"],  # noqa: E501
            [f"What is the largest number anywhere in {m}?", f"Given the matrix {m}, return the biggest number in it.", f"Of all cells in {m}, which has the highest value? Return that value.", f"The maximum over all rows and columns of {m}.", f"Search the whole of {m} and give back its greatest number."],  # noqa: E501
            "matrix_max max_cell largest_cell max_in_matrix matrix_maximum largest_in_matrix biggest_cell highest_cell",
            "matrix",
            "int",
            [],
        ),
        (
            f"{m}[::-1]",
            [f"{m} with its rows in reverse order", f"{m} upside down", f"{m} flipped vertically, so that the last row comes first"],  # noqa: E501
            [f"Reverse the order of the rows of {m}", f"Flip {m} upside down", f"Mirror {m} top to bottom", f"Put the last row of {m} first, the first row last, and so on in between"],  # noqa: E501
            [f"Given the matrix {m}, return its rows from the bottom to the top.", f"What does {m} look like upside down?", f"The rows of {m}, from the last to the first.", f"Turn the order of the rows round; each row of {m} itself stays as it is."],  # noqa: E501
            "flip_vertical upside_down reverse_rows flip_rows vertical_flip flip_upside_down rows_reversed mirror_vertical",  # noqa: E501
            "matrix",
            "list[list[int]]",
            [],
        ),
        (
            f"[{row}[::-1] for {row} in {m}]",
            [f"{m} with each row reversed", f"{m} flipped horizontally", f"{m} mirrored from left to right"],
            [f"Reverse each row of {m}", f"Mirror {m} from left to right", f"Flip {m} horizontally", f"Turn every row of {m} around"],  # noqa: E501
            [f"Given the matrix {m}, reverse every row but keep the order of the rows.", f"What does {m} look like in a mirror, with left and right exchanged?", f"The first column of {m} becomes the last, and so on: left and right change places.", f"Each row of {m}, from right to left."],  # noqa: E501
            "flip_horizontal mirror mirror_rows reverse_each_row horizontal_flip flip_left_right reverse_in_rows mirror_matrix",  # noqa: E501
            "matrix",
            "list[list[int]]",
            [],
        ),
        (
            f"[len({m}), len({m}[0])]",
            [f"the number of rows and of columns of {m} as a list", f"the list of two numbers: how many rows {m} has and how many columns"],  # noqa: E501
            [f"Count the rows and the columns of {m}, as a list of both", f"Measure {m}: its number of rows, then its number of columns, in a list", f"Work out the shape of {m} as a list, rows before columns"],  # noqa: E501
            [f"How many rows and how many columns does {m} have? Return both in a list.", f"Given the matrix {m}, return [rows, columns].", f"The dimensions of {m} as a list: height first, then width.", f"The size of {m}: a list of the row count and the column count.", f"Return the shape of the matrix {m} as [number of rows, number of columns]."],  # noqa: E501
            "shape dimensions matrix_shape get_shape matrix_size size_of rows_and_columns get_dimensions shape_of",
            "matrix",
            "list[int]",
            [],
        ),
        (
            f"[{row}[0] for {row} in {m}]",
            [f"the first column of {m}", f"the list of the first numbers of all rows of {m}"],
            [f"Extract the first column of {m}", f"Take the first number of each row of {m}", f"List the numbers in column 0 of {m}", f"Read the leftmost column of {m} from top to bottom"],  # noqa: E501
            [f"Given the matrix {m}, return its first column as a list.", f"Which numbers stand at the start of the rows of {m}? Return a list.", f"The leftmost column of {m}, from the top down.", f"Go through {m} and take what is at index 0 of each row."],  # noqa: E501
            "first_column get_first_column leftmost_column first_col left_column column_zero first_of_rows",
            "matrix",
            "list[int]",
            [],
        ),
        (
            f"len({m}) * len({m}[0])",
            [f"the number of cells of the matrix {m}", f"how many cells the matrix {m} has", f"how many numbers there are in the matrix {m}", f"the number of rows times the number of columns of {m}"],  # noqa: E501
            [f"Count the cells of the matrix {m}", f"Work out how many numbers the matrix {m} holds", f"Multiply the number of rows of {m} by the number of columns"],  # noqa: E501
            [f"How many cells does {m} have?", f"Given the matrix {m}, return how many numbers are in it.", f"The total size of {m}: rows times columns.", f"How many entries are there in the matrix {m}?"],  # noqa: E501
            "count_cells number_of_cells cell_count matrix_size num_cells count_entries total_cells how_many_cells",
            "matrix",
            "int",
            [],
        ),
        (
            f"[{row}[:] for {row} in {m}]",
            [f"a copy of the matrix {m} whose rows are copies too", f"a deep copy of the matrix {m}", f"a duplicate of {m}, with new lists for the rows as well"],  # noqa: E501
            [f"Copy the matrix {m}, including its rows", f"Make a deep copy of {m}", f"Duplicate the matrix {m}, so that no row is shared with the original", f"Clone {m}, row by row"],  # noqa: E501
            [f"Given the matrix {m}, return a new one with the same numbers; its rows must be new lists, too.", f"A new matrix equal to {m} that shares no list with it.", f"Return a copy of {m} whose rows can be changed without changing {m}.", f"Copy each row of {m} into a new matrix."],  # noqa: E501
            "copy_matrix clone_matrix duplicate_matrix deep_copy matrix_copy clone duplicate_rows copy_rows",
            "matrix",
            "list[list[int]]",
            [],
        ),
        (
            f"{m}[0][0] * {m}[-1][-1]",
            [f"the product of the top left and the bottom right number of {m}", f"the top left number of {m} times the bottom right one", f"the product of the first number in the first row and the last number in the last row of {m}"],  # noqa: E501
            [f"Multiply the top left number of {m} by the bottom right one", f"Multiply two opposite corners of {m}: top left and bottom right"],  # noqa: E501
            [f"What is the top left corner of {m} times the bottom right corner?", f"Given the matrix {m}, multiply its very first number by its very last one.", f"The product of two corners of {m}: the top left and the bottom right.", f"Take the first number of the first row of {m} and the last of the last row, and return their product.", f"The upper left times the lower right number of {m}."],  # noqa: E501
            "corner_product multiply_corners product_of_corners corners_product first_times_last opposite_corners corner_times_corner",  # noqa: E501
            "matrix",
            "int",
            [],
        ),
        (
            f"[list({row}) for {row} in zip(*{m}[::-1])]",
            [f"the matrix {m} turned clockwise by a quarter", f"the matrix {m} rotated by 90 degrees clockwise", f"the matrix {m} after a quarter turn to the right"],  # noqa: E501
            [f"Rotate the matrix {m} clockwise by 90 degrees", f"Turn the matrix {m} by a quarter to the right", f"Rotate {m} a quarter turn clockwise"],  # noqa: E501
            [f"Given the matrix {m}, turn it 90 degrees clockwise.", f"What does {m} look like after a quarter turn to the right?", f"The first row of {m} becomes the last column, and so on: a clockwise quarter turn.", f"Return {m} rotated to the right, so that its left column, read upwards, becomes the top row.", f"A copy of {m}, rotated by 90 degrees to the right."],  # noqa: E501
            "rotate_clockwise rotate_right turn_clockwise rotate_matrix quarter_turn rotate_90 turn_right rotate_90_clockwise",  # noqa: E501
            "matrix",
            "list[list[int]]",
            [],
        ),
    )  # fmt: skip
    form = d.number(0, 9)
    if form < 4:
        return Sketch(
            names=names.split(),
            params=[Param(m, kind)],
            bodies=[f"return {code}", f"return {code}", *extra],
            returns=returns,
            what=what,
            do=do,
            sentences=sentences,
        )
    if form < 6:
        return Sketch(
            names=[
                f"{transform.name}_matrix",
                f"matrix_{transform.name}",
                f"{transform.name}_cells",
                f"{transform.name}_all",
                f"{transform.name}_each",
                f"{transform.name}_every_cell",
                "map_matrix",
            ],
            params=[Param(m, "matrix"), *transform.params],
            bodies=[
                f"return [[{transform.of(x)} for {x} in {row}] for {row} in {m}]",
                f"{out} = []\nfor {row} in {m}:\n    {out}.append([{transform.of(x)} for {x} in {row}])\nreturn {out}",
            ],
            returns="list[list[int]]",
            what=[
                f"a copy of the matrix {m} with each number {transform.past}",
                f"the matrix {m} with every cell {transform.past}",
                f"a matrix like {m}, but with each number {transform.past}",
                f"a new matrix of the numbers in {m}, each {transform.past}",
            ],
            do=[transform.do.replace("@", f"the numbers in the matrix {m}")] if transform.do else [],
            sentences=[
                f"Given the matrix {m}, return one of the same shape where every number is {transform.past}.",
                f"The numbers of {m}, each {transform.past}, in a matrix of the same shape.",
                f"In every row of {m}, each number is to be {transform.past}. Return a new matrix.",
                f"What does the matrix {m} look like with all of its numbers {transform.past}?"
                if "its" not in transform.past
                else f"Go through all cells of {m}: each is to be {transform.past}.",
                f"Go through {m} row by row. In the new matrix, each number is {transform.past}.",
            ],
        )
    if form == 6:
        n, w = d.one("n m", "rows columns", "height width", "count size").split()
        fill, cells, name = d.one(
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
            names=[
                name,
                f"make_{name}",
                "new_matrix",
                "make_matrix",
                "build_matrix",
                "create_grid",
                f"{name}_matrix",
                "make_grid",
            ],
            params=[Param(n, "smallpos"), Param(w, "smallpos")],
            bodies=[
                f"return [[{fill} for {j} in range({w})] for {i} in range({n})]",
                f"{out} = []\nfor {i} in range({n}):\n    {out}.append([{fill} for {j} in range({w})])\nreturn {out}",
            ],
            returns="list[list[int]]",
            what=[
                f"a matrix of {n} rows and {w} columns with {cells}",
                f"a list of {n} lists, each of length {w}, with {cells}",
                f"a grid with {n} rows, {w} columns and {cells}",
                f"a table that is {n} rows high and {w} columns wide, with {cells}",
            ],
            do=[
                f"Create a matrix with {n} rows and {w} columns, with {cells}",
                f"Make an {n} by {w} matrix with {cells}"
                if n == "n"
                else f"Make a matrix of size {n} by {w} with {cells}",
                f"Build a list of {n} rows of {w} numbers each, with {cells}",
            ],
            sentences=[
                f"Given the number of rows {n} and of columns {w}, make a matrix with {cells}.",
                f"{n} rows, {w} columns: return a matrix of this size with {cells}.",
                f"A nested list of {n} rows and {w} columns with {cells}.",
            ],
            draw=lambda e: (e.number(1, 3), e.number(1, 4)),
        )
    if form == 7:
        n = d.name("n size k")
        return Sketch(
            names=[
                "unit_matrix",
                "diagonal_matrix",
                f"diagonal_{k}",
                "make_diagonal",
                f"diagonal_of_{k}",
                "scaled_identity",
                "square_with_diagonal",
                "build_diagonal",
            ],
            params=[Param(n, "smallpos")],
            bodies=[f"return [[{k} if {i} == {j} else 0 for {j} in range({n})] for {i} in range({n})]"],
            returns="list[list[int]]",
            what=[
                f"{'an' if n == 'n' else 'a'} {n} by {n} matrix with {k} on the main diagonal and 0 elsewhere",
                f"a square matrix with {n} rows that has {k} on its main diagonal and zeros everywhere else",
                f"the identity matrix of size {n}, multiplied by {k}",
                f"{k} times the {n} x {n} identity matrix",
            ],
            do=[
                f"Make a square matrix of size {n} with {k} on the main diagonal and 0 in all other cells",
                f"Create a diagonal matrix with {n} rows and {n} columns and {k} all along its main diagonal",
                f"Build a list of {n} rows of {n} numbers: {k} where row and column index agree, else 0",
            ],
            sentences=[
                f"Given a size {n}, return a square matrix of zeros with {k} from the top left to the bottom right.",
                f"Fill an otherwise empty (zero) square matrix of {n} rows with {k} along the main diagonal.",
                f"A square matrix of {n} rows: {k} on the main diagonal, 0 off it.",
            ],
        )
    return Sketch(
        names=[
            f"count_{condition.name}_cells",
            f"cells_{condition.name}",
            f"count_{condition.name}",
            f"{condition.name}_cells",
            f"num_{condition.name}",
            f"{condition.name}_in_matrix",
            f"matrix_count_{condition.name}",
            "count_in_matrix",
        ],
        params=[Param(m, "matrix"), *condition.params],
        bodies=[
            f"return sum(1 for {row} in {m} for {x} in {row} if {condition.of(x)})",
            f"{out} = 0\nfor {row} in {m}:\n    for {x} in {row}:\n        if {condition.of(x)}:\n            {out} += 1\nreturn {out}",  # noqa: E501
        ],
        what=[
            f"how many numbers in the matrix {m} {condition.many}",
            f"the number of cells of {m} that {condition.many}",
            f"how many cells of {m} {condition.many}",
        ],
        do=[
            f"Count the numbers in the matrix {m} that {condition.many}",
            f"Count how many cells of {m} {condition.many}",
            f"Work out how many of the numbers in the matrix {m} {condition.many}",
        ],
        sentences=[
            f"How many numbers in the matrix {m} {condition.many}?",
            f"Given the matrix {m}, return how many of its cells {condition.many}.",
            f"Go through {m} row by row and count each number that {condition.single}.",
            f"The count of all cells in {m} that {condition.many}.",
            f"Look at every cell of {m}: how many of them {condition.many}?",
        ],
    )
