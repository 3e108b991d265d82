"""Shapes and points."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.point_distances import between_coordinates, between_pairs
from trainer.data.exercises.families.shape_formulas import round_shapes, straight_shapes, triangles
from trainer.data.exercises.family import Family
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _shape(d: Draw) -> Sketch:
    a, b = d.one("width height", "length width", "a b", "w h", "base height", "x y").split()
    d.taken |= {a, b}
    r, s, h = d.name("radius r"), d.name("side s edge"), d.name("depth height_ c")
    code, said, also, names, params, do = d.one(
        *straight_shapes(a, b, s, h),
        *round_shapes(r, h),
        *triangles(a, b, s, h),
    )
    out = d.name("result area_ size")
    k = d.number(2, 6)
    bodies, header = (
        [f"return {code}", f"return {code}", f"{out} = {code}\nreturn {out}"],
        "import math\n" if do else "",
    )
    clauses = ("how ", "what ")
    do = [f"{verb} {text}" for verb, text in zip(("Work out", "Figure out", "Determine"), said, strict=False)]
    also = [f"What is {said[0]}?", f"What is {said[1]}?" if not said[1].startswith(clauses) else "", *also]
    sentences = [text for text in also if text]
    if d.chance(0.25) and "/" not in code and "math" not in code and "." not in code:
        nouns = [text for text in said if not text.startswith(clauses)]
        word = ("", "", "two", "three", "four", "five", "six")[k]
        fold = {2: "twice", 3: "three times"}.get(k, f"{word} times")
        code, said, names = (
            f"{k} * {code}" if "+" not in code and "-" not in code else f"{k} * ({code})",
            [
                *(f"{k} times {noun}" for noun in nouns),
                *(f"{fold} {noun}" for noun in nouns),
                f"{nouns[0]}, multiplied by {k}",
            ],
            " ".join(f"{word}_{name}" for name in names.split()),
        )
        bodies = [f"return {code}"]
        do = [f"Work out {fold} {nouns[0]}", f"Figure out {k} times {nouns[-1]}"]
        sentences = [
            f"What is {k} times {nouns[0]}?",
            f"How much is {fold} {nouns[-1]}?",
            f"Take {nouns[0]} and multiply it by {k}.",
        ]
    returns = "float" if any(mark in code for mark in ("/", "math", ".")) else "int"
    return Sketch(
        names=names.split(),
        params=params,
        bodies=bodies,
        returns=returns,
        what=said,
        do=do,
        sentences=sentences,
        header=header,
    )


def _points(d: Draw) -> Sketch:
    x1, y1, x2, y2 = d.one("x1 y1 x2 y2", "ax ay bx by", "a b c d").split()
    p, q = d.one("p q", "a b", "first second", "start end").split()
    a, b, c = d.one("a b c", "x y z", "side1 side2 side3").split()
    form = d.number(0, 3)
    x, y, r = d.one("x y r", "x y radius", "a b limit").split()
    if form == 0:
        return between_coordinates(d, x1, y1, x2, y2)
    if form == 1:
        return between_pairs(d, p, q)
    if form == 2:
        sides = f"{a}, {b} and {c}"
        code, whether, sentences, names = d.one(
            (
                f"{a} + {b} > {c} and {a} + {c} > {b} and {b} + {c} > {a}",
                [
                    f"each two of the sides {sides} together are longer than the third",
                    f"there is a triangle, not a flat one, with the sides {sides}",
                    f"{sides} satisfy the strict triangle inequality",
                    f"the sum of any two of {sides} is greater than the remaining one",
                    f"none of {sides} is as large as the other two together",
                    f"the lengths {sides} can form a triangle that is not flat",
                ],
                [
                    f"Can a triangle have the sides {sides}? Each must be shorter than the other two together.",
                    f"Do {sides} make a triangle? No side may be as long as the sum of the others, or longer.",
                    f"False if one of {sides} is greater than or equal to the sum of the other two, else True.",
                    f"Given three sides {sides}, check that every two add up to more than the third.",
                ],
                "is_triangle valid_triangle can_form_triangle triangle_possible is_valid_triangle makes_triangle triangle_inequality forms_triangle",  # noqa: E501
            ),
            (
                f"{a} == {b} and {b} == {c}",
                [
                    f"all of {sides} are equal",
                    f"{sides} are all the same",
                    f"{a}, {b}, {c} are three equal numbers",
                    f"a triangle with the sides {sides} is equilateral",
                    f"{sides} have one and the same value",
                    f"there is no difference between any of {sides}",
                ],
                [
                    f"Are {sides} all equal?",
                    f"Does a triangle with the sides {sides} have three equal sides?",
                    f"False if any of {sides} differs from another, True if none does.",
                    f"Compare {sides}: True if they are all the same number.",
                ],
                "is_equilateral all_equal all_same equilateral are_equal all_three_equal same_sides three_equal",
            ),
            (
                f"{a} == {b} or {b} == {c} or {a} == {c}",
                [
                    f"at least two of {sides} are equal",
                    f"two or all three of {sides} are the same",
                    f"some value occurs more than once among {sides}",
                    f"a triangle with the sides {sides} is isosceles (or even equilateral)",
                    f"{sides} are not all different",
                    f"one of {sides} is equal to another one of them",
                ],
                [
                    f"Are two or more of {sides} equal?",
                    f"Does a triangle with the sides {sides} have at least two equal sides?",
                    f"False if {sides} are three different numbers, True otherwise.",
                    f"Look for a pair of equal numbers among {sides}: True if there is one.",
                ],
                "is_isosceles two_equal isosceles any_two_equal has_equal_sides has_equal_pair two_same any_equal",
            ),
            (
                f"{a} != {b} and {b} != {c} and {a} != {c}",
                [
                    f"{sides} are all different",
                    f"no two of {sides} are equal",
                    f"{sides} are three distinct numbers",
                    f"a triangle with the sides {sides} is scalene",
                    f"each of {sides} differs from both others",
                    f"there are no equal numbers among {sides}",
                ],
                [
                    f"Are {sides} all different from each other?",
                    f"Does a triangle with the sides {sides} have three different sides?",
                    f"False if any two of {sides} are equal, True if none are.",
                    f"Compare {sides}: True if no value comes up twice.",
                ],
                "is_scalene all_different all_distinct scalene no_two_equal are_distinct three_different none_equal",
            ),
        )
        return Sketch(
            names=names.split(),
            params=[Param(n, "smallpos") for n in (a, b, c)],
            bodies=truth(d, code),
            returns="bool",
            whether=whether,
            sentences=sentences,
            inputs=["3, 4, 5", "1, 1, 3", "2, 2, 2", "2, 2, 3"],
        )
    code, whether, sentences, names = d.one(
        (
            f"{x} ** 2 + {y} ** 2 <= {r} ** 2",
            [
                f"the point ({x}, {y}) is at most {r} away from the origin",
                f"the point ({x}, {y}) lies in or on the circle with radius {r} around the origin",
                f"({x}, {y}) is within the distance {r} of (0, 0), boundary included",
                f"a circle of radius {r} around (0, 0) contains the point ({x}, {y}), inside or on its edge",
                f"the distance from ({x}, {y}) to the origin is less than or equal to {r}",
                f"({x}, {y}) is no farther than {r} from the point (0, 0)",
            ],
            [
                f"Is the point ({x}, {y}) inside or on the circle around the origin with the radius {r}?",
                f"Does a dart at ({x}, {y}) hit a disk of radius {r} around (0, 0)? Its edge counts as a hit.",
                f"False if ({x}, {y}) is more than {r} away from the origin, True otherwise.",
                f"Given a point ({x}, {y}), tell if it is at a distance of {r} or less from (0, 0).",
            ],
            "in_circle within_distance inside_circle point_in_circle is_in_circle within_radius in_disk circle_contains",  # noqa: E501
        ),
        (
            f"abs({x}) <= {r} and abs({y}) <= {r}",
            [
                f"neither {x} nor {y} is more than {r} away from 0",
                f"both {x} and {y} lie between -{r} and {r} (inclusive)",
                f"the absolute values of {x} and {y} are both at most {r}",
                f"the point ({x}, {y}) lies in or on the square from (-{r}, -{r}) to ({r}, {r})",
                f"{x} and {y} are each within {r} of zero, limits included",
                f"({x}, {y}) is in a square around the origin that reaches {r} in each direction, edges included",
            ],
            [
                f"Are {x} and {y} both in the range from -{r} to {r}, ends included?",
                f"Is the point ({x}, {y}) inside or on the square with the corners (-{r}, -{r}) and ({r}, {r})?",
                f"False if {x} or {y} is more than {r} away from 0, True otherwise.",
                f"Without their signs, is neither {x} nor {y} greater than {r}?",
            ],
            "in_square inside_square within_square point_in_square is_in_square both_within square_contains within_limits",  # noqa: E501
        ),
    )
    return Sketch(
        names=names.split(),
        params=[Param(x, "int"), Param(y, "int"), Param(r, "nat12")],
        bodies=truth(d, code),
        returns="bool",
        whether=whether,
        sentences=sentences,
        inputs=["3, 4, 5", "4, 4, 5", "6, 0, 5"],
    )


FAMILIES = (Family("geometry", ((_shape, 3), (_points, 2))),)
