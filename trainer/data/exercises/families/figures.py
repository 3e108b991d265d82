"""Triangles, circles and rectangles: what kind they are and how large."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import three
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _triangle(d: Draw) -> Sketch:
    """The kind of a triangle by its sides, or whether three sides make one."""
    a, b, c = d.one(("a", "b", "c"), ("a", "b", "c"), ("x", "y", "z"), ("side1", "side2", "side3"), three(d))
    d.taken |= {a, b, c}
    sides, different = d.name("sides edges lengths"), d.name("different distinct kinds")
    s, t, u = ("p", "q", "r") if a in ("x", "y", "z") else ("x", "y", "z") if a != "x" else ("p", "q", "r")
    params = [Param(a, "smallpos"), Param(b, "smallpos"), Param(c, "smallpos")]
    every = f"{a}, {b} and {c}"
    given = d.one(f"the triangle with the sides {every}", f"the triangle whose three sides are {every}")
    form = d.one("kind", "kind", "kind", "right", "right", "valid", "test", "angle")
    draw = lambda e: (  # noqa: E731
        tuple(e.number(1, 6) for _ in range(3))
        if e.chance(0.7)
        else e.one((3, 4, 5), (13, 5, 12), (8, 10, 6), (10, 6, 8))
    )  # noqa: E731, RUF100
    inputs = ["3, 3, 3", "3, 4, 3", "3, 4, 5", "5, 3, 4", "2, 2, 5", "5, 5, 2", "1, 2, 3"]
    if form == "kind":
        equi, iso, other = d.one(
            ("equilateral", "isosceles", "scalene"),
            ("equilateral", "isosceles", "scalene"),
            ("all equal", "two equal", "all different"),
            ("regular", "symmetric", "irregular"),
            ("3 same", "2 same", "no same"),
            (3, 2, 0),
        )
        quote = "" if equi == 3 else "'"
        e, i, o = (f"{quote}{label}{quote}" for label in (equi, iso, other))
        pairs = d.one(f"{a} == {b} or {b} == {c} or {a} == {c}", f"{a} == {b} or {a} == {c} or {b} == {c}")
        plain = f"if {a} == {b} == {c}:\n    return {e}\nif {pairs}:\n    return {i}\nreturn {o}"
        count = f"{different} = len({{{a}, {b}, {c}}})\nif {different} == 1:\n    return {e}\nif {different} == 2:\n    return {i}\nreturn {o}"  # noqa: E501
        return Sketch(
            names=["triangle_kind", "triangle_type", "classify_triangle", "kind_of_triangle", "sides_kind"], params=params,  # noqa: E501
            bodies=[plain, plain, count, plain.replace("\nif", "\nelif").replace(f"\nreturn {o}", f"\nelse:\n    return {o}"), plain.replace(f"{a} == {b} == {c}", f"{a} == {b} and {b} == {c}")],  # noqa: E501
            returns="str" if quote else "int",
            do=[f"Return {e} if the three sides {every} of a triangle are equal, {i} if just two are, and {o} otherwise", f"Classify the triangle with the sides {every} as {e} (three equal sides), {i} (two) or {o} (none)"],  # noqa: E501
            sentences=[f"Classify a triangle by its three sides as {e}, {i} or {o}.", f"The kind of {given}: {e}, {i} or {o}."] if equi == "equilateral" else [],  # noqa: E501
            inputs=inputs, draw=draw,
        )  # fmt: skip
    if form == "right":
        square = d.one("{0} * {0}", "{0} ** 2")
        p, q, r = (square.format(v) for v in (s, t, u))
        srt = d.one(f"[{a}, {b}, {c}]", f"({a}, {b}, {c})")
        A, B, C = (square.format(v) for v in (a, b, c))  # noqa: N806
        bodies = [
            f"{s}, {t}, {u} = sorted({srt})\nreturn {p} + {q} == {r}",
            f"{s}, {t}, {u} = sorted({srt})\nreturn {p} + {q} == {r}",
            f"{sides} = sorted({srt})\nreturn {square.format(sides + '[0]')} + {square.format(sides + '[1]')} == {square.format(sides + '[2]')}",  # noqa: E501
        ]
        fixed = d.chance(0.25)
        if fixed:
            bodies = [f"return {A} + {B} == {C}"]
        positive = not fixed and d.chance(0.35)
        if positive:
            bodies = [
                body.replace(
                    "return ", f"return {sides if sides in body else s}{'[0]' if sides in body else ''} > 0 and "
                )
                for body in bodies
            ]
        return Sketch(
            edge="Sides must be positive." if positive else "", names=["is_right_triangle", "right_angled", "is_pythagorean", "has_right_angle", "is_right"], params=params, bodies=bodies, returns="bool",  # noqa: E501
            whether=[f"{a} and {b} are the legs and {c} the longest side of a right triangle", f"the square of {c} is the sum of the squares of {a} and {b}"] if fixed  # noqa: E501
            else [f"three sides {every}, in any order, make a right-angled triangle", f"the square of the longest of {every} is the sum of the squares of the other two"],  # noqa: E501
            sentences=[] if fixed else [f"True if three whole side lengths, in any order, make a {d.one('right-angled', 'right')} triangle."],  # noqa: E501
            inputs=["0, 0, 0", "3, 4, 5", "5, 4, 3", "6, 10, 8", "2, 3, 4", "5, 12, 13", "3, 3, 3", "1, 1, 2"], draw=draw,  # noqa: E501
        )  # fmt: skip
    if form in ("valid", "test"):
        code = f"{a} + {b} > {c} and {b} + {c} > {a} and {a} + {c} > {b}"
        return Sketch(
            names=["is_triangle", "makes_triangle", "valid_triangle", "can_be_triangle"], params=params,
            bodies=[f"return {code}", f"{s}, {t}, {u} = sorted([{a}, {b}, {c}])\nreturn {s} + {t} > {u}", f"return 2 * max({a}, {b}, {c}) < {a} + {b} + {c}"], returns="bool",  # noqa: E501
            whether=[f"there is a triangle with the sides {every}", f"each of the three sides {every} is shorter than the other two together"],  # noqa: E501
            sentences=["Can three lengths be the sides of a triangle?", f"Do the three lengths {every} make a triangle?"], inputs=inputs, draw=draw,  # noqa: E501
        )  # fmt: skip
    total = d.name("total angles")
    return Sketch(
        names=["are_triangle_angles", "angles_fit", "valid_angles"], params=params, returns="bool",
        bodies=[f"return {a} > 0 and {b} > 0 and {c} > 0 and {a} + {b} + {c} == 180", f"{total} = {a} + {b} + {c}\nreturn {total} == 180 and min({a}, {b}, {c}) > 0"],  # noqa: E501
        whether=[f"{every} can be the three angles of a triangle: all positive, together 180"], inputs=["60, 60, 60", "90, 45, 45", "90, 90, 0", "100, 50, 20", "-10, 100, 90", "30, 60, 90"],  # noqa: E501
        draw=lambda e: (30 * e.number(0, 3), 30 * e.number(1, 3), 30 * e.number(1, 4)),
    )  # fmt: skip


_ROUND = (
    ("radius", "{pi} * {r} ** 2", "the area of a circle with the radius {r}", "circle_area area_of_circle disc_area"), ("radius", "2 * {pi} * {r}", "the circumference of a circle with the radius {r}", "circumference circle_perimeter"),  # noqa: E501
    ("diameter", "{pi} * {r}", "the circumference of a circle with the diameter {r}", "circumference round_length"), ("diameter", "{pi} * {r} ** 2 / 4", "the area of a circle with the diameter {r}", "circle_area area_from_diameter"),  # noqa: E501
    ("radius", "4 / 3 * {pi} * {r} ** 3", "the volume of a ball with the radius {r}", "ball_volume sphere_volume"), ("radius", "4 * {pi} * {r} ** 2", "the surface of a ball with the radius {r}", "sphere_surface ball_surface"),  # noqa: E501
    ("radius", "{pi} * {r} ** 2 / 2", "the area of half a circle with the radius {r}", "half_circle_area semicircle_area"), ("side", "{r} ** 2", "the area of a square with the side {r}", "square_area"), ("side", "{r} * math.sqrt(2)", "the diagonal of a square with the side {r}", "square_diagonal diagonal"),  # noqa: E501
    ("side", "{r} ** 3", "the volume of a cube with the side {r}", "cube_volume"), ("side", "6 * {r} ** 2", "the surface of a cube with the side {r}", "cube_surface"), ("area", "math.sqrt({r} / math.pi)", "the radius of a circle with the area {r}", "circle_radius radius_of"),  # noqa: E501
    ("circumference", "{r} / (2 * {pi})", "the radius of a circle with the circumference {r}", "radius_from_circumference circle_radius"),  # noqa: E501
)  # fmt: skip


def _round(d: Draw) -> Sketch:
    """Areas and volumes, rounded, and what happens with negative sizes."""
    r, form, said, names = d.one(*_ROUND, *_ROUND[:3])
    short = d.name(f"{r} {r} {r} size") if r != "radius" else d.name("radius radius r")
    approx = d.chance(0.15) and "{pi}" in form
    pi = "3.14" if approx else "math.pi"
    code = form.format(r=short, pi=pi)
    digits = d.one(0, 1, 2, 2, 2, 3)
    value = f"round({code}, {digits})" if digits else code
    math = "math." in code
    inner = math and d.chance(0.45)
    places = (
        f"{digits} decimal{'s' if digits > 1 else ''}"
        if d.chance(0.5)
        else {1: "one decimal", 2: "two decimals", 3: "three decimals"}.get(digits)
    )
    comma = (", with 3.14 for pi" if approx else "") + (f", rounded to {places}" if digits else "")
    end, name = f"return {value}", d.name("area result value")
    bodies = [end, end, f"{name} = {code}\nreturn {f'round({name}, {digits})' if digits else name}"]
    edge = ""
    if d.chance(0.5):
        zero = d.one("0.0", "0.0", "None", "-1.0")
        edge = d.one(
            f"A negative {r} gives {zero}.",
            f"Return {zero} if {short} is negative.",
            f"If the {r} is negative, return {zero}.",
        )
        bodies = [f"if {short} < 0:\n    return {zero}\n{body}" for body in bodies]
    if inner:
        bodies = [f"import math\n{body}" for body in bodies]
    text = said.format(r=short).replace(f"the {r} {r}", f"the given {r}")
    brief = said.split(" with the ")[0]
    return Sketch(
        names=names.split(), params=[Param(short, "size")], bodies=bodies, returns="float | None" if "None" in edge else "float",  # noqa: E501
        what=[text + comma], sentences=[f"{text[0].upper()}{text[1:]}{comma}.", f"Return {brief}{comma}."] if r != "diameter" else [f"{text[0].upper()}{text[1:]}{comma}."],  # noqa: E501
        edge=edge, header="import math\n" if math and not inner else "", inputs=["1", "2", "0.5", "10", *(["-3", "-1"] if edge else [])],  # noqa: E501
    )  # fmt: skip


def _rectangles(d: Draw) -> Sketch:
    """Fences, paths and tiles of rectangles."""
    w, h = d.one("width height", "length width", "w h", "a b", "width depth").split()
    d.taken |= {w, h}
    k = d.number(2, 9)
    area, name = f"{w} * {h}", d.name("total result fence")
    gate, price, hole = d.name("gate gap opening"), d.name("price cost per_metre"), d.name("border path frame margin")
    code, said, names, extra = d.one(
        (f"2 * ({w} + {h}) - {gate}", f"how much fence a rectangle of {w} by {h} needs if an opening of {gate} is left for the gate", "fence_length fence_needed fence_with_gate", gate),  # noqa: E501
        (f"2 * ({w} + {h}) - {gate}", f"the length of the fence around a rectangular garden of {w} by {h} with {'an' if gate == 'opening' else 'a'} {gate} left open", "fence_length fence_needed fence_around", gate),  # noqa: E501
        (f"2 * ({w} + {h}) * {price}", f"what a fence around a rectangle of {w} by {h} costs at a {price} per metre", "fence_cost fence_price", price),  # noqa: E501
        (f"{w} * {h} * {price}", f"what a floor of {w} by {h} costs at a {price} per square metre", "floor_cost carpet_price", price),  # noqa: E501
        (f"2 * ({w} + {h}) - {k}", f"how much fence a rectangle of {w} by {h} needs if an opening of {k} is left", "fence_length fence_with_gap", ""),  # noqa: E501
        (f"({w} + 2 * {hole}) * ({h} + 2 * {hole})", f"the area of a picture of {w} by {h} together with a {hole} of the given width around it", "framed_area outer_area", hole),  # noqa: E501
        (f"({w} + 2 * {hole}) * ({h} + 2 * {hole}) - {area}", f"the area of a {hole} of the given width around a rectangle of {w} by {h}", "path_area border_area frame_area", hole),  # noqa: E501
        (f"{w} + 2 * {h}", f"the fence for a rectangle of {w} by {h} when one side of the length {w} lies at a wall", "fence_at_wall three_sides", ""),  # noqa: E501
        (f"{w} * {h} - {k} * {k}", f"the area of a rectangle of {w} by {h} without a square hole with the side {k}", "area_without_hole", ""),  # noqa: E501
        (f"2 * {w} + 2 * {h}", f"the length of the border of a rectangle of {w} by {h}", "border_length edge_length", ""),  # noqa: E501
        (f"{area} * {k}", f"the volume of a box of {w} by {h} that is {k} high", f"box_volume volume_{k}", ""),
        (f"max({w}, {h}) - min({w}, {h})", f"by how much the longer side of a rectangle of {w} by {h} exceeds the shorter", "side_difference", ""),  # noqa: E501
        (f"2 * ({w} + {h}) // {k}", f"how many posts fit on the border of a rectangle of {w} by {h} with one post every {k} metres", "fence_posts posts_needed", ""),  # noqa: E501
    )  # fmt: skip
    said = said.replace("of the given width", f"as wide as {hole}" if extra != hole else "of that width")
    params = [Param(w, "pos"), Param(h, "pos")] + ([Param(extra, "smallpos")] if extra else [])
    perimeter = f"2 * ({w} + {h})"
    bodies = [f"return {code}"] * 3
    if perimeter in code:
        bodies.append(f"{name} = {perimeter}\nreturn {code.replace(perimeter, name)}")
        bodies.append(
            f"return {code.replace(perimeter, f'(2 * {w} + 2 * {h})') if '*' in code.replace(perimeter, '') or '//' in code else code.replace(perimeter, f'2 * {w} + 2 * {h}')}"  # noqa: E501
        )
    question = f"How much fence is needed around a rectangle of {w} by {h}, with {'an' if gate == 'opening' else 'a'} {gate} left open?"  # noqa: E501
    return Sketch(
        names=names.split(), params=params, bodies=bodies, what=[said], sentences=[f"{said[0].upper()}{said[1:]}."] + ([question] if extra == gate else []),  # noqa: E501
        inputs=["10, 5, 2", "4, 4, 1", "7, 3, 3"] if extra else ["10, 5", "4, 4", "7, 3"],
    )  # fmt: skip


FAMILIES = (Family("figures", ((_triangle, 3), (_round, 3), (_rectangles, 3))),)
