"""Two points in the plane: distances, midpoints, sums and products."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["between_coordinates", "between_pairs"]


def between_coordinates(d: Draw, x1: str, y1: str, x2: str, y2: str) -> Sketch:
    """What lies between two points given as four numbers."""
    points, one, other = f"the points ({x1}, {y1}) and ({x2}, {y2})", f"({x1}, {y1})", f"({x2}, {y2})"
    code, said, do, sentences, name, returns = d.one(
        (
            f"(({x2} - {x1}) ** 2 + ({y2} - {y1}) ** 2) ** 0.5",
            [
                f"the distance between {points}",
                f"the Euclidean distance between {points}",
                f"the length of the straight line from {one} to {other}",
                f"how far apart {points} are in a straight line",
            ],
            [
                f"Measure how far {one} is from {other} in a straight line",
                f"Work out the distance from {one} to {other}",
            ],
            [
                f"How far is it from the point {one} straight to the point {other}?",
                f"Given two points {one} and {other}, find the distance between them.",
                f"Use the Pythagorean theorem to get the distance between {one} and {other}.",
            ],
            "distance point_distance euclidean_distance distance_between dist line_length straight_line_distance how_far",  # noqa: E501
            "float",
        ),
        (
            f"abs({x1} - {x2}) + abs({y1} - {y2})",
            [
                f"the sum of the horizontal and the vertical distance between {points}",
                f"the Manhattan distance between {points}",
                f"the taxicab distance from {one} to {other}",
                f"how many unit steps right, left, up or down lead from {one} to {other}",
            ],
            [
                f"Add together the horizontal and the vertical distance between {one} and {other}",
                f"Work out the city block distance between {points}",
            ],
            [
                f"How far is it from {one} to {other} if you can only move along the grid?",
                f"Given two points {one} and {other}, find their Manhattan distance.",
                f"The difference in x plus the difference in y (both without sign) of {one} and {other}.",
            ],
            "manhattan_distance city_distance taxicab_distance city_block_distance grid_steps manhattan taxi_distance l1_distance",  # noqa: E501
            "int",
        ),
        (
            f"(({x1} + {x2}) / 2, ({y1} + {y2}) / 2)",
            [
                f"the point halfway between {points}",
                f"the midpoint of {points}",
                f"the middle of the line segment from {one} to {other}, as a tuple of x and y",
                f"the center between {points} as a pair of coordinates",
            ],
            [
                f"Find the midpoint of the segment that joins {one} and {other}",
                f"Average the coordinates of {points}, x and y separately, as a tuple",
            ],
            [
                f"Which point lies exactly in the middle between {one} and {other}?",
                f"Given two points {one} and {other}, find the point halfway from one to the other.",
                f"The pair of the mean x and the mean y of {points}.",
            ],
            "midpoint center middle_point halfway_point mid_point middle_of center_of_segment find_midpoint",
            "tuple[float, float]",
        ),
        (
            f"max(abs({x1} - {x2}), abs({y1} - {y2}))",
            [
                f"the larger of the horizontal and the vertical distance between {points}",
                f"the Chebyshev distance between {points}",
                f"the chessboard distance from {one} to {other}",
                f"how many moves a chess king needs from {one} to {other}",
            ],
            [
                f"Take the horizontal and the vertical distance between {one} and {other}, whichever is greater",
                f"Work out the Chebyshev distance from {one} to {other}",
            ],
            [
                f"How many steps is it from {one} to {other} if a step may also go diagonally?",
                f"Given two points {one} and {other}, find the maximum of their differences in x and in y.",
                f"The difference in x or in y (without sign) of {one} and {other}, whichever is larger.",
            ],
            "chess_distance chebyshev_distance king_moves chebyshev chessboard_distance king_distance max_distance larger_distance",  # noqa: E501
            "int",
        ),
    )
    return Sketch(
        names=name.split(),
        params=[Param(n, "int") for n in (x1, y1, x2, y2)],
        bodies=[f"return {code}"],
        returns=returns,
        what=said,
        do=do,
        sentences=sentences,
    )


def between_pairs(d: Draw, p: str, q: str) -> Sketch:
    """What is made of two points or vectors, each a pair of numbers."""
    pairs = f"{p} and {q}, each a pair of numbers"
    code, said, do, sentences, name, returns = d.one(
        (
            f"abs({p}[0] - {q}[0]) + abs({p}[1] - {q}[1])",
            [
                f"the sum of the horizontal and the vertical distance between the points {pairs}",
                f"the Manhattan distance between the points {pairs}",
                f"the taxicab distance from {p} to {q}, both (x, y) tuples",
            ],
            [
                f"Add together the differences in x and in y, without sign, of the points {pairs}",
                f"Work out the city block distance between the points {pairs}",
            ],
            [
                f"How far is it from {p} to {q}, two (x, y) points, if you can only move along the grid?",
                f"Given the points {pairs}, find their Manhattan distance.",
                f"{p} and {q} are pairs (x, y): how many unit steps along the axes lie between them?",
            ],
            "grid_distance manhattan_distance taxicab_distance city_block_distance manhattan grid_steps block_distance l1_distance",  # noqa: E501
            "int",
        ),
        (
            f"(({p}[0] - {q}[0]) ** 2 + ({p}[1] - {q}[1]) ** 2) ** 0.5",
            [
                f"the distance between the points {pairs}",
                f"the Euclidean distance between the points {pairs}",
                f"the length of the straight line from {p} to {q}, both (x, y) tuples",
            ],
            [
                f"Measure how far {p} is from {q} in a straight line; both are pairs (x, y)",
                f"Work out the straight-line distance between the points {pairs}",
            ],
            [
                f"How far apart are the points {p} and {q}, given as (x, y) tuples?",
                f"Given the points {pairs}, find the distance between them.",
                f"{p} and {q} are points (x, y): use the Pythagorean theorem to get their distance.",
            ],
            "distance_of distance euclidean_distance point_distance distance_between dist distance_between_points how_far_apart",  # noqa: E501
            "float",
        ),
        (
            f"({p}[0] + {q}[0], {p}[1] + {q}[1])",
            [
                f"the sum of the vectors {pairs}",
                f"the pair of the coordinate sums of {p} and {q}, two vectors in the plane",
                f"the vector that results from adding {p} and {q} element by element, each a pair of numbers",
            ],
            [
                f"Add the vectors {pairs}",
                f"Add together the first numbers and the second numbers of the pairs {p} and {q}, as a tuple",
            ],
            [
                f"What is {p} plus {q}, where both are two-dimensional vectors?",
                f"Given the vectors {pairs}, return their sum as a tuple.",
                f"Vector addition: the numbers of the pairs {p} and {q} are added place by place, which gives a new pair.",  # noqa: E501
            ],
            "add_vectors vector_sum sum_vectors vector_add add_pairs sum_of_vectors add_points plus_vector",
            "tuple[int, int]",
        ),
        (
            f"{p}[0] * {q}[0] + {p}[1] * {q}[1]",
            [
                f"the dot product of the vectors {pairs}",
                f"the scalar product of the vectors {pairs}",
                f"the inner product of {p} and {q}, two vectors in the plane",
            ],
            [
                f"Add the product of the first numbers of the pairs {p} and {q} to that of the second numbers",
                f"Work out the dot product of the two-dimensional vectors {p} and {q}",
            ],
            [
                f"What is the scalar product of {p} and {q}, two pairs of numbers?",
                f"Given the vectors {pairs}, find their dot product.",
                f"Multiply the pairs {p} and {q} place by place, and add up the two products.",
            ],
            "dot_product scalar_product inner_product dot vector_dot dot_2d dot_of_vectors multiply_and_add",
            "int",
        ),
    )
    return Sketch(
        names=name.split(),
        params=[Param(p, "pair"), Param(q, "pair")],
        bodies=[f"return {code}"],
        returns=returns,
        what=said,
        do=do,
        sentences=sentences,
    )
