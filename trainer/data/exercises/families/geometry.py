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
    circle = [
        f"the area of a circle with radius {r}",
        f"the area of a disk of radius {r}",
        f"how much area a circle with the radius {r} covers",
    ]
    around = [
        f"the circumference of a circle with radius {r}",
        f"the perimeter of a circle of radius {r}",
        f"how long the way around a circle with radius {r} is",
    ]
    code, said, also, names, params, do = d.one(
        (
            f"{a} * {b}",
            [
                f"the area of a rectangle with sides {a} and {b}",
                f"how much area a rectangle with the sides {a} and {b} covers",
                f"the area of a rectangle whose sides are {a} and {b} long",
            ],
            [
                f"A rectangle has the sides {a} and {b}. How large is its area?",
                f"Area of a rectangle: the product of its sides {a} and {b}.",
                f"Given the sides {a} and {b} of a rectangle, find its area.",
            ],
            "rectangle_area area area_of_rectangle rect_area area_of_rect area_rectangle rectangle_surface area_from_sides",  # noqa: E501
            two,
            "",
        ),
        (
            f"2 * ({a} + {b})",
            [
                f"the perimeter of a rectangle with sides {a} and {b}",
                f"the sum of all four sides of a rectangle whose sides are {a} and {b} long",
                f"the length of the outline of a rectangle with the sides {a} and {b}",
            ],
            [
                f"A rectangle has the sides {a} and {b}. How long is its perimeter?",
                f"How far is it all the way around a rectangle with the sides {a} and {b}?",
                f"Given the sides {a} and {b} of a rectangle, add together the lengths of all four.",
            ],
            "rectangle_perimeter perimeter perimeter_of_rectangle rect_perimeter rectangle_border perimeter_rectangle rectangle_outline perimeter_of_rect",  # noqa: E501
            two,
            "",
        ),
        (
            f"{s} * {s}",
            [
                f"the area of a square with side {s}",
                f"the area of a square whose sides are {s} long",
                f"how much area a square with the side length {s} covers",
            ],
            [
                f"A square has the side {s}. How large is its area?",
                f"Area of a square: its side {s} times itself.",
                f"Given the side {s} of a square, find its area.",
            ],
            "square_area area_of_square area_square square_surface sq_area area_of_a_square square_size area_from_side",
            one,
            "",
        ),
        (
            f"4 * {s}",
            [
                f"the perimeter of a square with side {s}",
                f"the total length of the four sides of a square with side {s}",
                f"the perimeter of a square whose sides are {s} long",
            ],
            [
                f"A square has the side {s}. How long is its perimeter?",
                f"How far is it all the way around a square with the side {s}?",
                f"Add together the four sides of a square, each of them {s} long.",
            ],
            "square_perimeter perimeter_of_square perimeter_square sq_perimeter square_border square_outline around_square perimeter_from_side",  # noqa: E501
            one,
            "",
        ),
        (
            f"{a} * {b} / 2",
            [
                f"the area of a triangle with base {a} and height {b}",
                f"the area of a triangle from its base {a} and its height {b}",
                f"half of the product of the base {a} and the height {b} of a triangle, which is its area",
            ],
            [
                f"A triangle has the base {a} and the height {b}. How large is its area?",
                f"Area of a triangle: half its base {a} times its height {b}.",
                f"Given the base {a} and the height {b} of a triangle, find its area.",
            ],
            "triangle_area area_of_triangle area_triangle tri_area triangle_surface area_of_a_triangle half_base_times_height triangle_size",  # noqa: E501
            two,
            "",
        ),
        (
            f"{s} ** 3",
            [
                f"the volume of a cube with edge {s}",
                f"the volume of a cube whose edges are {s} long",
                f"how much space a cube with the edge length {s} takes up",
            ],
            [
                f"A cube has the edge {s}. How large is its volume?",
                f"Volume of a cube: its edge {s} to the power of three.",
                f"Given the edge {s} of a cube, find its volume.",
            ],
            "cube_volume volume_of_cube volume_cube cubic_volume volume_of_a_cube cube_content cube_capacity volume_from_edge",  # noqa: E501
            one,
            "",
        ),
        (
            f"6 * {s} ** 2",
            [
                f"the surface area of a cube with edge {s}",
                f"the total area of the six faces of a cube whose edges are {s} long",
                f"the surface area of a cube whose edges have the length {s}",
            ],
            [
                f"A cube has the edge {s}. How large is its surface?",
                f"Surface of a cube: six squares with the side {s}.",
                f"Add together the areas of all six faces of a cube with the edge {s}.",
            ],
            "cube_surface cube_surface_area surface_of_cube surface_area_of_cube cube_faces_area surface_area_cube surface_cube total_cube_surface",  # noqa: E501
            one,
            "",
        ),
        (
            f"{a} * {b} * {h}",
            [
                f"the volume of a box with edges {a}, {b} and {h}",
                f"the volume of a cuboid that measures {a} by {b} by {h}",
                f"how much fits into a box with the edges {a}, {b} and {h}, that is, its volume",
            ],
            [
                f"A box has the edges {a}, {b} and {h}. How large is its volume?",
                f"Volume of a rectangular box: its edges {a}, {b} and {h} multiplied together.",
                f"Given the three edges {a}, {b} and {h} of a cuboid, find its volume.",
            ],
            "box_volume volume volume_of_box cuboid_volume volume_of_cuboid box_capacity prism_volume volume_box",
            three,
            "",
        ),
        (
            f"2 * ({a} * {b} + {b} * {h} + {a} * {h})",
            [
                f"the surface area of a box with edges {a}, {b} and {h}",
                f"the total area of the six faces of a box that measures {a} by {b} by {h}",
                f"the surface area of a cuboid with the edges {a}, {b} and {h}",
            ],
            [
                f"A closed box has the edges {a}, {b} and {h}. How large is its surface?",
                f"How much paper covers a box with the edges {a}, {b} and {h} exactly, on all six faces?",
                f"Given the edges {a}, {b} and {h} of a box, add together the areas of all its faces.",
            ],
            "box_surface box_surface_area surface_of_box cuboid_surface surface_area_of_box cuboid_surface_area surface_area_box prism_surface",  # noqa: E501
            three,
            "",
        ),
        (
            f"3.14159 * {r} ** 2",
            [
                *(f"{text}, using 3.14159 for pi" for text in circle),
                f"{circle[0]}, where pi is taken as 3.14159",
            ],
            [
                f"A circle has the radius {r}. How large is its area? Take 3.14159 for pi.",
                f"Given the radius {r} of a circle, find its area with pi = 3.14159.",
                f"Area of a circle: pi, here 3.14159, times {r} squared.",
            ],
            "circle_area disk_area area_of_circle area_circle disc_area area_of_disk area_from_radius approx_circle_area",  # noqa: E501
            [Param(r, "size")],
            "",
        ),
        (
            f"2 * 3.14159 * {r}",
            [
                *(f"{text}, using 3.14159 for pi" for text in around),
                f"{around[0]}, where pi is taken as 3.14159",
            ],
            [
                f"A circle has the radius {r}. How long is its circumference? Take 3.14159 for pi.",
                f"Given the radius {r} of a circle, find its circumference with pi = 3.14159.",
                f"Circumference of a circle: two times pi, here 3.14159, times the radius {r}.",
            ],
            "circumference circle_length circle_circumference circumference_of_circle circle_perimeter circumference_from_radius around_circle ring_length",  # noqa: E501
            [Param(r, "size")],
            "",
        ),
        (
            f"math.pi * {r} ** 2",
            circle,
            [
                f"A circle has the radius {r}. How large is its area?",
                f"Area of a circle: pi times its radius {r} squared.",
                f"Given the radius {r} of a circle, find the area inside.",
            ],
            "area_of_circle disk circle_area disk_area area_circle disc_area area_from_radius circle_surface",
            [Param(r, "size")],
            "m",
        ),
        (
            f"2 * math.pi * {r}",
            around,
            [
                f"A circle has the radius {r}. How long is its circumference?",
                f"Circumference of a circle: two times pi times the radius {r}.",
                f"Given the radius {r} of a circle, find the length of its boundary.",
            ],
            "circle_perimeter circle_circumference circumference circumference_of_circle perimeter_of_circle circle_length circumference_from_radius around_circle",  # noqa: E501
            [Param(r, "size")],
            "m",
        ),
        (
            f"4 / 3 * math.pi * {r} ** 3",
            [
                f"the volume of a sphere with radius {r}",
                f"the volume of a ball of radius {r}",
                f"how much space a ball with the radius {r} takes up",
            ],
            [
                f"A sphere has the radius {r}. How large is its volume?",
                f"Volume of a sphere: four thirds of pi times the cube of the radius {r}.",
                f"Given the radius {r} of a sphere, find its volume.",
            ],
            "sphere_volume volume_of_sphere ball_volume volume_sphere volume_of_ball volume_of_a_sphere sphere_capacity spherical_volume",  # noqa: E501
            [Param(r, "size")],
            "m",
        ),
        (
            f"math.pi * {r} ** 2 * {h}",
            [
                f"the volume of a cylinder with radius {r} and height {h}",
                f"the volume of a cylinder that is {h} high and has the radius {r}",
                f"how much fits into a round can with radius {r} and height {h}, that is, its volume",
            ],
            [
                f"A cylinder has the radius {r} and the height {h}. How large is its volume?",
                f"Volume of a cylinder: the area of its base, a circle with radius {r}, times its height {h}.",
                f"Given the radius {r} and the height {h} of a cylinder, find its volume.",
            ],
            "cylinder_volume volume_of_cylinder can_volume volume_cylinder cylinder_capacity tube_volume volume_of_a_cylinder cylinder_content",  # noqa: E501
            [Param(r, "size"), Param(h, "pos")],
            "m",
        ),
        (
            f"math.sqrt({a} ** 2 + {b} ** 2)",
            [
                f"the length of the diagonal of a rectangle with sides {a} and {b}",
                f"how far apart opposite corners of a rectangle with the sides {a} and {b} are",
                f"the diagonal of a rectangle, given its side lengths {a} and {b}",
            ],
            [
                f"A rectangle has the sides {a} and {b}. How long is its diagonal?",
                f"Diagonal of a rectangle: the square root of the sum of the squares of its sides {a} and {b}.",
                f"Given the sides {a} and {b} of a rectangle, find the distance from corner to opposite corner.",
            ],
            "diagonal hypotenuse rectangle_diagonal diagonal_length diagonal_of_rectangle rect_diagonal corner_to_corner length_of_diagonal",  # noqa: E501
            two,
            "m",
        ),
        (
            f"({a} ** 2 + {b} ** 2) ** 0.5",
            [
                f"the hypotenuse of a right triangle with legs {a} and {b}",
                f"the length of the longest side of a right triangle whose other two sides are {a} and {b}",
                f"the side opposite the right angle in a triangle with the legs {a} and {b}",
            ],
            [
                f"The legs of a right triangle are {a} and {b}. How long is its hypotenuse?",
                f"Given the two short sides {a} and {b} of a right triangle, find the long one.",
                f"Use the Pythagorean theorem to get the hypotenuse that belongs to the legs {a} and {b}.",
            ],
            "hypotenuse long_side longest_side hypotenuse_length pythagoras find_hypotenuse right_triangle_side hypotenuse_of",  # noqa: E501
            two,
            "",
        ),
        (
            f"({a} + {b}) * {h} / 2",
            [
                f"the area of a trapezoid with parallel sides {a} and {b} and height {h}",
                f"the area of a trapezoid from its parallel sides {a} and {b} and its height {h}",
                f"the area of a trapezium whose bases are {a} and {b} and whose height is {h}",
            ],
            [
                f"A trapezoid has the parallel sides {a} and {b} and the height {h}. How large is its area?",
                f"Area of a trapezoid: the average of its bases {a} and {b}, times its height {h}.",
                f"Given the bases {a} and {b} and the height {h} of a trapezoid, find its area.",
            ],
            "trapezoid_area area_of_trapezoid trapezium_area area_trapezoid area_of_trapezium trapezoid_surface trapezoid_size trapezoidal_area",  # noqa: E501
            three,
            "",
        ),
        (
            f"{a} + {b} + {h}",
            [
                f"the perimeter of a triangle with sides {a}, {b} and {h}",
                f"the total length of the three sides {a}, {b} and {h} of a triangle",
                f"the perimeter of a triangle whose side lengths are {a}, {b} and {h}",
            ],
            [
                f"A triangle has the sides {a}, {b} and {h}. How long is its perimeter?",
                f"Add together the sides {a}, {b} and {h} of a triangle.",
                f"How far is it all the way around a triangle with the sides {a}, {b} and {h}?",
            ],
            "triangle_perimeter perimeter_of_triangle perimeter_triangle tri_perimeter triangle_border sum_of_sides triangle_outline around_triangle",  # noqa: E501
            three,
            "",
        ),
        (
            f"{s} * 3",
            [
                f"the perimeter of a triangle whose sides all have the length {s}",
                f"the perimeter of an equilateral triangle with side {s}",
                f"the sum of the three sides of a triangle, each of which is {s} long",
            ],
            [
                f"An equilateral triangle has the side {s}. How long is its perimeter?",
                f"How far is it all the way around a triangle with three sides of length {s}?",
                f"Given the side {s} of an equilateral triangle, find its perimeter.",
            ],
            "equilateral_perimeter perimeter_of_equilateral equal_sides_perimeter equilateral_outline regular_triangle_perimeter perimeter_equilateral around_equilateral triangle_perimeter",  # noqa: E501
            one,
            "",
        ),
        (
            f"180 - {a} - {b}",
            [
                f"the third angle of a triangle with the angles {a} and {b} in degrees",
                f"the remaining angle, in degrees, of a triangle of which two angles are {a} and {b} degrees",
                f"what is missing from the angles {a} and {b} of a triangle to make 180 degrees",
            ],
            [
                f"Two angles of a triangle are {a} and {b} degrees. How many degrees does the third one have?",
                f"Given two angles {a} and {b} of a triangle in degrees, find the last one.",
                f"The angles of a triangle add up to 180 degrees. Find the one that is neither {a} nor {b}.",
            ],
            "third_angle missing_angle last_angle remaining_angle triangle_angle other_angle find_third_angle angle_left",  # noqa: E501
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
    if form == 1:
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
