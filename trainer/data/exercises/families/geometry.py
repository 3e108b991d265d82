"""Shapes and points."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _shape(d: Draw) -> Sketch:
    a, b = d.one("width height", "length width", "a b", "w h", "base height", "x y").split()
    d.taken |= {a, b}
    r, s, h = d.name("radius r"), d.name("side s edge"), d.name("depth height_ c")
    one, two, three = (
        [Param(s, "pos")],
        [Param(a, "pos"), Param(b, "pos")],
        [Param(a, "pos"), Param(b, "pos"), Param(h, "pos")],
    )
    code, said, names, params, do = d.one(
        (
            f"{a} * {b}",
            f"the area of a rectangle with sides {a} and {b}",
            "rectangle_area area area_of_rectangle",
            two,
            "",
        ),
        (
            f"2 * ({a} + {b})",
            f"the perimeter of a rectangle with sides {a} and {b}",
            "rectangle_perimeter perimeter",
            two,
            "",
        ),
        (f"{s} * {s}", f"the area of a square with side {s}", "square_area area_of_square", one, ""),
        (f"4 * {s}", f"the perimeter of a square with side {s}", "square_perimeter", one, ""),
        (
            f"{a} * {b} / 2",
            f"the area of a triangle with base {a} and height {b}",
            "triangle_area area_of_triangle",
            two,
            "",
        ),
        (f"{s} ** 3", f"the volume of a cube with edge {s}", "cube_volume", one, ""),
        (f"6 * {s} ** 2", f"the surface area of a cube with edge {s}", "cube_surface", one, ""),
        (f"{a} * {b} * {h}", f"the volume of a box with edges {a}, {b} and {h}", "box_volume volume", three, ""),
        (
            f"2 * ({a} * {b} + {b} * {h} + {a} * {h})",
            f"the surface area of a box with edges {a}, {b} and {h}",
            "box_surface",
            three,
            "",
        ),
        (
            f"3.14159 * {r} ** 2",
            f"the area of a circle with radius {r}, using 3.14159 for pi",
            "circle_area disk_area",
            [Param(r, "size")],
            "",
        ),
        (
            f"2 * 3.14159 * {r}",
            f"the circumference of a circle with radius {r}, using 3.14159 for pi",
            "circumference circle_length",
            [Param(r, "size")],
            "",
        ),
        (
            f"math.pi * {r} ** 2",
            f"the area of a circle with radius {r}",
            "area_of_circle disk",
            [Param(r, "size")],
            "m",
        ),
        (
            f"2 * math.pi * {r}",
            f"the circumference of a circle with radius {r}",
            "circle_perimeter",
            [Param(r, "size")],
            "m",
        ),
        (
            f"4 / 3 * math.pi * {r} ** 3",
            f"the volume of a sphere with radius {r}",
            "sphere_volume",
            [Param(r, "size")],
            "m",
        ),
        (
            f"math.pi * {r} ** 2 * {h}",
            f"the volume of a cylinder with radius {r} and height {h}",
            "cylinder_volume",
            [Param(r, "size"), Param(h, "pos")],
            "m",
        ),
        (
            f"math.sqrt({a} ** 2 + {b} ** 2)",
            f"the length of the diagonal of a rectangle with sides {a} and {b}",
            "diagonal hypotenuse",
            two,
            "m",
        ),
        (
            f"({a} ** 2 + {b} ** 2) ** 0.5",
            f"the hypotenuse of a right triangle with legs {a} and {b}",
            "hypotenuse long_side",
            two,
            "",
        ),
        (
            f"({a} + {b}) * {h} / 2",
            f"the area of a trapezoid with parallel sides {a} and {b} and height {h}",
            "trapezoid_area",
            three,
            "",
        ),
        (
            f"{a} + {b} + {h}",
            f"the perimeter of a triangle with sides {a}, {b} and {h}",
            "triangle_perimeter",
            three,
            "",
        ),
        (
            f"{s} * 3",
            f"the perimeter of a triangle whose sides all have the length {s}",
            "equilateral_perimeter",
            one,
            "",
        ),
        (
            f"180 - {a} - {b}",
            f"the third angle of a triangle with the angles {a} and {b} in degrees",
            "third_angle",
            two,
            "",
        ),
    )
    out = d.name("result area_ size")
    k = d.number(2, 6)
    bodies, header = (
        [f"return {code}", f"return {code}", f"{out} = {code}\nreturn {out}"],
        "import math\n" if do else "",
    )
    if d.chance(0.25) and "/" not in code and "math" not in code and "." not in code:
        code, said, names = (
            f"{k} * {code}" if "+" not in code and "-" not in code else f"{k} * ({code})",
            f"{k} times {said}",
            " ".join(
                f"{k}_".replace(str(k), ("", "", "two", "three", "four", "five", "six")[k]) + name
                for name in names.split()
            ),
        )
        bodies = [f"return {code}"]
    returns = "float" if any(mark in code for mark in ("/", "math", ".")) else "int"
    return Sketch(names=names.split(), params=params, bodies=bodies, returns=returns, what=[said], header=header)


def _points(d: Draw) -> Sketch:
    x1, y1, x2, y2 = d.one("x1 y1 x2 y2", "ax ay bx by", "a b c d").split()
    p, q = d.one("p q", "a b", "first second", "start end").split()
    a, b, c = d.one("a b c", "x y z", "side1 side2 side3").split()
    form = d.number(0, 3)
    x, y, r = d.one("x y r", "x y radius", "a b limit").split()
    if form == 0:
        code, said, name, returns = d.one(
            (
                f"(({x2} - {x1}) ** 2 + ({y2} - {y1}) ** 2) ** 0.5",
                "the distance between",
                "distance point_distance",
                "float",
            ),
            (
                f"abs({x1} - {x2}) + abs({y1} - {y2})",
                "the sum of the horizontal and the vertical distance between",
                "manhattan_distance city_distance",
                "int",
            ),
            (
                f"(({x1} + {x2}) / 2, ({y1} + {y2}) / 2)",
                "the point halfway between",
                "midpoint center",
                "tuple[float, float]",
            ),
            (
                f"max(abs({x1} - {x2}), abs({y1} - {y2}))",
                "the larger of the horizontal and the vertical distance between",
                "chess_distance",
                "int",
            ),
        )
        return Sketch(
            names=name.split(),
            params=[Param(n, "int") for n in (x1, y1, x2, y2)],
            bodies=[f"return {code}"],
            returns=returns,
            what=[f"{said} the points ({x1}, {y1}) and ({x2}, {y2})"],
        )
    if form == 1:
        code, said, name, returns = d.one(
            (
                f"abs({p}[0] - {q}[0]) + abs({p}[1] - {q}[1])",
                "the sum of the horizontal and the vertical distance between the points",
                "grid_distance",
                "int",
            ),
            (
                f"(({p}[0] - {q}[0]) ** 2 + ({p}[1] - {q}[1]) ** 2) ** 0.5",
                "the distance between the points",
                "distance_of",
                "float",
            ),
            (f"({p}[0] + {q}[0], {p}[1] + {q}[1])", "the sum of the vectors", "add_vectors", "tuple[int, int]"),
            (f"{p}[0] * {q}[0] + {p}[1] * {q}[1]", "the dot product of the vectors", "dot_product", "int"),
        )
        return Sketch(
            names=name.split(),
            params=[Param(p, "pair"), Param(q, "pair")],
            bodies=[f"return {code}"],
            returns=returns,
            what=[f"{said} {p} and {q}, each a pair of numbers"],
        )
    if form == 2:
        code, said, names = d.one(
            (
                f"{a} + {b} > {c} and {a} + {c} > {b} and {b} + {c} > {a}",
                "each two of the sides {} together are longer than the third",
                "is_triangle valid_triangle",
            ),
            (f"{a} == {b} and {b} == {c}", "all of {} are equal", "is_equilateral all_equal"),
            (f"{a} == {b} or {b} == {c} or {a} == {c}", "at least two of {} are equal", "is_isosceles two_equal"),
            (f"{a} != {b} and {b} != {c} and {a} != {c}", "{} are all different", "is_scalene all_different"),
        )
        return Sketch(
            names=names.split(),
            params=[Param(n, "smallpos") for n in (a, b, c)],
            bodies=truth(d, code),
            returns="bool",
            whether=[said.format(f"{a}, {b} and {c}")],
            inputs=["3, 4, 5", "1, 1, 3", "2, 2, 2", "2, 2, 3"],
        )
    code, said, names = d.one(
        (
            f"{x} ** 2 + {y} ** 2 <= {r} ** 2",
            f"the point ({x}, {y}) is at most {r} away from the origin",
            "in_circle within_distance",
        ),
        (f"abs({x}) <= {r} and abs({y}) <= {r}", f"neither {x} nor {y} is more than {r} away from 0", "in_square"),
    )
    return Sketch(
        names=names.split(),
        params=[Param(x, "int"), Param(y, "int"), Param(r, "nat12")],
        bodies=truth(d, code),
        returns="bool",
        whether=[said],
        inputs=["3, 4, 5", "4, 4, 5", "6, 0, 5"],
    )


FAMILIES = (Family("geometry", ((_shape, 3), (_points, 2))),)
