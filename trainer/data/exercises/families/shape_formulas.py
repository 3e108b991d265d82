"""Formulas for shapes: lengths, areas and volumes, and how they are said."""

from __future__ import annotations

from trainer.data.exercises.sketch import Param

__all__ = ["round_shapes", "straight_shapes", "triangles"]

_Shape = tuple[str, list[str], list[str], str, list[Param], str]  # code, said, also, names, params, header's mark


def _params(a: str, b: str, s: str, h: str) -> tuple[list[Param], list[Param], list[Param]]:
    return (
        [Param(s, "pos")],
        [Param(a, "pos"), Param(b, "pos")],
        [Param(a, "pos"), Param(b, "pos"), Param(h, "pos")],
    )


def straight_shapes(a: str, b: str, s: str, h: str) -> tuple[_Shape, ...]:
    """Rectangles, squares, a triangle, cubes and boxes."""
    one, two, three = _params(a, b, s, h)
    return (
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
    )


def round_shapes(r: str, h: str) -> tuple[_Shape, ...]:
    """Circles, spheres and cylinders."""
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
    return (
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
    )


def triangles(a: str, b: str, s: str, h: str) -> tuple[_Shape, ...]:
    """Diagonals, trapezoids, and triangles: their sides and angles."""
    one, two, three = _params(a, b, s, h)
    return (
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
