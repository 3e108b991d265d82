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
            names=["triangle_kind", "triangle_type", "classify_triangle", "kind_of_triangle", "sides_kind", "type_of_triangle",  # noqa: E501
                   "triangle_class", "name_triangle", "get_triangle_type"], params=params,
            bodies=[plain, plain, count, plain.replace("\nif", "\nelif").replace(f"\nreturn {o}", f"\nelse:\n    return {o}"), plain.replace(f"{a} == {b} == {c}", f"{a} == {b} and {b} == {c}")],  # noqa: E501
            returns="str" if quote else "int",
            do=[f"Return {e} if the three sides {every} of a triangle are equal, {i} if just two are, and {o} otherwise", f"Classify the triangle with the sides {every} as {e} (three equal sides), {i} (two) or {o} (none)",  # noqa: E501
                f"Tell the kind of a triangle by how many of its sides {every} have the same length: {e} for three, {i} for two, {o} for none"],  # noqa: E501
            what=[f"{e} for a triangle whose sides {every} all have the same length, {i} if exactly two have it, {o} if no two have it"],  # noqa: E501
            sentences=[f"Given the sides {every} of a triangle, return {e} if they are all the same, {o} if they all differ, else {i}.",  # noqa: E501
                       f"Compare the three sides {every} of a triangle. All three equal: {e}. Only two equal: {i}. All different: {o}.",  # noqa: E501
                       f"Are all of the triangle sides {every} equal ({e}), only two of them ({i}), or none ({o})?",
                       f"{e} if {a}, {b} and {c} are one and the same length, {i} if there are two different lengths among them, {o} if there are three."] + ([f"Classify a triangle by its three sides as {e}, {i} or {o}.", f"The kind of {given}: {e}, {i} or {o}."] if equi == "equilateral" else []),  # noqa: E501
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
            edge="Sides must be positive." if positive else "", names=["is_right_triangle", "right_angled", "is_pythagorean", "has_right_angle", "is_right", "is_right_angled",  # noqa: E501
                                                                          "pythagorean_triple", "check_right_triangle"], params=params, bodies=bodies, returns="bool",  # noqa: E501
            whether=[f"{a} and {b} are the legs and {c} the longest side of a right triangle", f"the square of {c} is the sum of the squares of {a} and {b}", f"{a} squared plus {b} squared equals {c} squared",  # noqa: E501
                     f"the Pythagorean theorem holds with the legs {a} and {b} and the hypotenuse {c}",
                     f"squaring {a} and {b} and adding the results gives the square of {c}"] if fixed
            else [f"three sides {every}, in any order, make a right-angled triangle", f"the square of the longest of {every} is the sum of the squares of the other two",  # noqa: E501
                  f"the Pythagorean theorem holds for {every}, the longest being the hypotenuse",
                  f"a triangle with the sides {every} has a right angle", f"one of the angles is 90 degrees in the triangle with the sides {every}"],  # noqa: E501
            sentences=[f"Does {a}^2 + {b}^2 equal {c}^2?", f"Given three sides, find out if {a} and {b} fulfil the Pythagorean theorem with {c} as the hypotenuse.",  # noqa: E501
                       f"Is {c} * {c} what you get from {a} * {a} + {b} * {b}?"] if fixed else [f"Is a triangle with the sides {every} right-angled? The longest side may be any of them.",  # noqa: E501
                       f"Look at the squares of {every}: True if the largest is the sum of the other two, otherwise False.",  # noqa: E501
                       f"Do {every}, in whichever order, satisfy the theorem of Pythagoras?", f"True if three whole side lengths, in any order, make a {d.one('right-angled', 'right')} triangle."],  # noqa: E501
            inputs=["0, 0, 0", "3, 4, 5", "5, 4, 3", "6, 10, 8", "2, 3, 4", "5, 12, 13", "3, 3, 3", "1, 1, 2"], draw=draw,  # noqa: E501
        )  # fmt: skip
    if form in ("valid", "test"):
        code = f"{a} + {b} > {c} and {b} + {c} > {a} and {a} + {c} > {b}"
        return Sketch(
            names=["is_triangle", "makes_triangle", "valid_triangle", "can_be_triangle", "is_valid_triangle", "triangle_exists",  # noqa: E501
                   "form_triangle", "triangle_inequality"], params=params,
            bodies=[f"return {code}", f"{s}, {t}, {u} = sorted([{a}, {b}, {c}])\nreturn {s} + {t} > {u}", f"return 2 * max({a}, {b}, {c}) < {a} + {b} + {c}"], returns="bool",  # noqa: E501
            whether=[f"there is a triangle with the sides {every}", f"each of the three sides {every} is shorter than the other two together",  # noqa: E501
                     f"the lengths {every} satisfy the strict triangle inequality", f"a triangle can be built from sticks of the lengths {every}",  # noqa: E501
                     f"any two of {every} add up to more than the third"],
            sentences=[f"Given the lengths {every}, find out if the longest is shorter than the other two put together.",  # noqa: E501
                       f"Can you draw a triangle with sides of the lengths {every}? The corners must not lie on one line.",  # noqa: E501
                       f"False if one of {every} is as long as the other two together or longer, otherwise True.",
                       "Can three lengths be the sides of a triangle?", f"Do the three lengths {every} make a triangle?"], inputs=inputs, draw=draw,  # noqa: E501
        )  # fmt: skip
    total = d.name("total angles")
    return Sketch(
        names=["are_triangle_angles", "angles_fit", "valid_angles", "is_triangle", "valid_triangle_angles", "check_angles",  # noqa: E501
               "angles_make_triangle", "triangle_from_angles"], params=params, returns="bool",
        bodies=[f"return {a} > 0 and {b} > 0 and {c} > 0 and {a} + {b} + {c} == 180", f"{total} = {a} + {b} + {c}\nreturn {total} == 180 and min({a}, {b}, {c}) > 0"],  # noqa: E501
        whether=[f"{every} can be the three angles of a triangle: all positive, together 180", f"{every} are all greater than 0 and their sum is 180",  # noqa: E501
                 f"there is a triangle with the angles {every} in degrees, none of them 0 or negative",
                 f"the angles {every} are positive and add up to 180 degrees", f"none of {every} is 0 or less and together they make exactly 180"],  # noqa: E501
        sentences=[f"Can a triangle have the angles {every}, given in degrees? They must be positive and sum up to 180.",  # noqa: E501
                   f"Given three angles in degrees, find out if they belong to a triangle: {every} are above 0 and add up to 180.",  # noqa: E501
                   f"Do {every} add up to 180, and is each of them more than 0?"],
        inputs=["60, 60, 60", "90, 45, 45", "90, 90, 0", "100, 50, 20", "-10, 100, 90", "30, 60, 90"],
        draw=lambda e: (30 * e.number(0, 3), 30 * e.number(1, 3), 30 * e.number(1, 4)),
    )  # fmt: skip


_ROUND = (
    ("radius", "{pi} * {r} ** 2", "the area of a circle with the radius {r}", "the area inside a circle", "{r} squared times pi", "circle_area area_of_circle disc_area area_from_radius area_circle get_circle_area disk_area circle_surface"),  # noqa: E501
    ("radius", "2 * {pi} * {r}", "the circumference of a circle with the radius {r}", "how long the line around a circle is", "twice the product of pi and {r}", "circumference circle_perimeter circle_circumference circumference_of_circle perimeter_of_circle length_around circle_length circumference_from_radius"),  # noqa: E501
    ("diameter", "{pi} * {r}", "the circumference of a circle with the diameter {r}", "how long the line around a circle is", "pi times {r}", "circumference round_length circle_circumference perimeter_from_diameter circle_perimeter length_around circumference_of_circle"),  # noqa: E501
    ("diameter", "{pi} * {r} ** 2 / 4", "the area of a circle with the diameter {r}", "how large a disc is", "a quarter of pi times {r} squared", "circle_area area_from_diameter area_of_circle disc_area circle_area_by_diameter area_by_diameter get_circle_area"),  # noqa: E501
    ("radius", "4 / 3 * {pi} * {r} ** 3", "the volume of a ball with the radius {r}", "the volume of a sphere", "four thirds of pi times the cube of {r}", "ball_volume sphere_volume volume_of_sphere volume_of_ball get_sphere_volume sphere_content volume_from_radius"),  # noqa: E501
    ("radius", "4 * {pi} * {r} ** 2", "the surface of a ball with the radius {r}", "the surface area of a sphere", "four times pi times {r} squared", "sphere_surface ball_surface sphere_surface_area surface_of_sphere surface_of_ball ball_surface_area sphere_area"),  # noqa: E501
    ("radius", "{pi} * {r} ** 2 / 2", "the area of half a circle with the radius {r}", "the area of a semicircle", "half of pi times {r} squared", "half_circle_area semicircle_area area_of_semicircle area_of_half_circle half_disc_area half_area get_semicircle_area"),  # noqa: E501
    ("side", "{r} ** 2", "the area of a square with the side {r}", "the area of a square tile", "{r} times {r}", "square_area area_of_square area get_square_area square_size area_from_side area_square squared_side"),  # noqa: E501
    ("side", "{r} * math.sqrt(2)", "the diagonal of a square with the side {r}", "how far apart opposite corners of a square are", "{r} times the square root of 2", "square_diagonal diagonal diagonal_of_square diagonal_length diagonal_from_side corner_distance get_diagonal"),  # noqa: E501
    ("side", "{r} ** 3", "the volume of a cube with the side {r}", "how much space a cube takes up", "{r} to the power of 3", "cube_volume volume_of_cube volume get_cube_volume volume_from_side cube_content cubed_side"),  # noqa: E501
    ("side", "6 * {r} ** 2", "the surface of a cube with the side {r}", "the total area of the six faces of a cube", "six times the square of {r}", "cube_surface cube_surface_area surface_of_cube surface_area cube_area area_of_cube get_cube_surface"),  # noqa: E501
    ("area", "math.sqrt({r} / math.pi)", "the radius of a circle with the area {r}", "how large the radius of a circle is", "the square root of the quotient of {r} and pi", "circle_radius radius_of radius_from_area radius_of_circle get_radius radius_by_area find_radius"),  # noqa: E501
    ("circumference", "{r} / (2 * {pi})", "the radius of a circle with the circumference {r}", "how large the radius of a circle is", "{r} divided by twice pi", "radius_from_circumference circle_radius radius_of_circle radius_by_circumference get_radius find_radius radius_of"),  # noqa: E501
)  # fmt: skip


def _round(d: Draw) -> Sketch:
    """Areas and volumes, rounded, and what happens with negative sizes."""
    r, form, said, other, formula, names = d.one(*_ROUND, *_ROUND[:3])
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
    brief, start = said.split(" with the ")[0], f"{text[0].upper()}{text[1:]}{comma}."
    owner = brief.split(" of ", 1)[1]
    called = "" if short == r else f" {short}"
    calculated = formula.format(r=short)
    return Sketch(
        names=names.split(), params=[Param(short, "size")], bodies=bodies, returns="float | None" if "None" in edge else "float",  # noqa: E501
        what=[text + comma, f"{brief} whose {r} is {short if called else 'given'}{comma}"],
        do=[f"Work out {text}{comma}", f"Calculate {other} from its {r}{called}{comma}" if "how" not in other else f"Work out {other} if its {r} is {short if called else 'given'}{comma}"],  # noqa: E501
        sentences=[start, f"What is {text}{comma}?", f"Given the {r}{called} of {owner}, find {brief.split(' of ')[0]}{comma}.",  # noqa: E501
                   f"{brief[0].upper()}{brief[1:]}, which is {calculated}{comma}.",
                   f"{owner[0].upper()}{owner[1:]} has the {r} {short if called else '`' + short + '`'}. Compute {brief.split(' of ')[0]}{comma}."]  # noqa: E501
        + ([f"Return {brief}{comma}."] if r != "diameter" else []),
        edge=edge, header="import math\n" if math and not inner else "", inputs=["1", "2", "0.5", "10", *(["-3", "-1"] if edge else [])],  # noqa: E501
    )  # fmt: skip


def _rectangles(d: Draw) -> Sketch:
    """Fences, paths and tiles of rectangles."""
    w, h = d.one("width height", "length width", "w h", "a b", "width depth").split()
    d.taken |= {w, h}
    k = d.number(2, 9)
    area, name = f"{w} * {h}", d.name("total result fence")
    gate, price, hole = d.name("gate gap opening"), d.name("price cost per_metre"), d.name("border path frame margin")
    code, texts, names, extra = d.one(
        (f"2 * ({w} + {h}) - {gate}", [f"how much fence a rectangle of {w} by {h} needs if an opening of {gate} is left for the gate", f"the perimeter of a rectangle of {w} by {h} minus the {gate}", f"the length of a fence around {w} by {h} metres that leaves out {gate} metres for a gate"], "fence_length fence_needed fence_with_gate fence_minus_gate metres_of_fence how_much_fence fence_around", gate),  # noqa: E501
        (f"2 * ({w} + {h}) - {gate}", [f"the length of the fence around a rectangular garden of {w} by {h} with {'an' if gate == 'opening' else 'a'} {gate} left open", f"how many metres of fence go around a garden of {w} by {h} if {gate} metres stay open", f"the border of a garden of {w} by {h} without the {gate}, which needs no fence"], "fence_length fence_needed fence_around garden_fence fence_with_opening length_of_fence fencing", gate),  # noqa: E501
        (f"2 * ({w} + {h}) * {price}", [f"what a fence around a rectangle of {w} by {h} costs at a {price} per metre", f"the cost of fencing in a rectangle of {w} by {h} metres if one metre costs {price}", f"the perimeter of a rectangle of {w} by {h} times the {price} of a metre of fence"], "fence_cost fence_price cost_of_fence fencing_cost price_of_fence total_fence_cost garden_fence_cost", price),  # noqa: E501
        (f"{w} * {h} * {price}", [f"what a floor of {w} by {h} costs at a {price} per square metre", f"the cost of carpet for a room of {w} by {h} metres if a square metre costs {price}", f"the area of a floor of {w} by {h} times the {price} of one square metre"], "floor_cost carpet_price cost_of_floor flooring_cost carpet_cost price_of_floor floor_price", price),  # noqa: E501
        (f"2 * ({w} + {h}) - {k}", [f"how much fence a rectangle of {w} by {h} needs if an opening of {k} is left", f"the perimeter of a rectangle of {w} by {h}, less {k} for an opening", f"the length of a fence around {w} by {h} metres that leaves {k} metres open"], "fence_length fence_with_gap fence_needed fence_with_opening how_much_fence fence_minus_gap fence_around", ""),  # noqa: E501
        (f"({w} + 2 * {hole}) * ({h} + 2 * {hole})", [f"the area of a picture of {w} by {h} together with a {hole} of the given width around it", f"the total area of a rectangle of {w} by {h} that has been extended by {hole} on all four sides", f"how large a photo of {w} by {h} gets, in area, with {hole} added on each side"], "framed_area outer_area area_with_frame total_area area_with_border picture_area extended_area", hole),  # noqa: E501
        (f"({w} + 2 * {hole}) * ({h} + 2 * {hole}) - {area}", [f"the area of a {hole} of the given width around a rectangle of {w} by {h}", f"the area of a strip of the width {hole} that goes around the outside of a rectangle of {w} by {h}", f"by how much the area of a rectangle of {w} by {h} grows if {hole} is added on all four sides"], "path_area border_area frame_area area_of_path area_of_frame strip_area surrounding_area", hole),  # noqa: E501
        (f"{w} + 2 * {h}", [f"the fence for a rectangle of {w} by {h} when one side of the length {w} lies at a wall", f"how much fence is needed for a garden of {w} by {h} if a wall replaces one side of the length {w}", f"the sum of three sides of a rectangle, of which one is {w} long and two are {h} long"], "fence_at_wall three_sides fence_with_wall fence_needed wall_fence three_sided_fence sum_of_three_sides", ""),  # noqa: E501
        (f"{w} * {h} - {k} * {k}", [f"the area of a rectangle of {w} by {h} without a square hole with the side {k}", f"what remains of the area of a rectangle of {w} by {h} when a square of {k} by {k} is cut out", f"the area left of a {w} by {h} sheet after a {k} by {k} square is removed"], "area_without_hole remaining_area area_minus_square area_left sheet_area area_with_hole cut_out_area", ""),  # noqa: E501
        (f"2 * {w} + 2 * {h}", [f"the length of the border of a rectangle of {w} by {h}", f"the perimeter of a rectangle with the sides {w} and {h}", f"the sum of all four sides of a rectangle of {w} by {h}", f"how long the way around a rectangle of {w} by {h} is"], "border_length edge_length perimeter rectangle_perimeter sum_of_sides way_around perimeter_of_rectangle", ""),  # noqa: E501
        (f"{area} * {k}", [f"the volume of a box of {w} by {h} that is {k} high", f"how much fits into a box with a base of {w} by {h} and the height {k}", f"the product of the three edges {w}, {h} and {k} of a box"], f"box_volume volume_{k} volume_of_box volume cuboid_volume get_volume block_volume", ""),  # noqa: E501
        (f"max({w}, {h}) - min({w}, {h})", [f"by how much the longer side of a rectangle of {w} by {h} exceeds the shorter", f"the difference between the longer and the shorter side of a rectangle of {w} by {h}", f"how much longer one side of a rectangle of {w} by {h} is than the other, 0 for a square"], "side_difference sides_difference length_difference difference_of_sides longer_minus_shorter excess_length side_gap", ""),  # noqa: E501
        (f"2 * ({w} + {h}) // {k}", [f"how many posts fit on the border of a rectangle of {w} by {h} with one post every {k} metres", f"the perimeter of a rectangle of {w} by {h}, divided by {k} and rounded down", f"the number of whole pieces of {k} metres in the border of a rectangle of {w} by {h}"], "fence_posts posts_needed number_of_posts count_posts posts_around post_count how_many_posts", ""),  # noqa: E501
    )  # fmt: skip
    said = d.one(*texts)
    params = [Param(w, "pos"), Param(h, "pos")] + ([Param(extra, "smallpos")] if extra else [])
    perimeter = f"2 * ({w} + {h})"
    bodies = [f"return {code}"] * 3
    if perimeter in code:
        bodies.append(f"{name} = {perimeter}\nreturn {code.replace(perimeter, name)}")
        bodies.append(
            f"return {code.replace(perimeter, f'(2 * {w} + 2 * {h})') if '*' in code.replace(perimeter, '') or '//' in code else code.replace(perimeter, f'2 * {w} + 2 * {h}')}"  # noqa: E501
        )
    asked = said.startswith(("how", "what", "by how"))
    question = f"How much fence is needed around a rectangle of {w} by {h}, with {'an' if gate == 'opening' else 'a'} {gate} left open?"  # noqa: E501
    return Sketch(
        names=names.split(), params=params, bodies=bodies, what=[said],
        do=[f"Work out {said}", f"Figure out {said}"],
        sentences=[f"{said[0].upper()}{said[1:]}.", f"Given {w} and {h}, find {said}." if not extra else f"Given {w}, {h} and {extra}, find {said}.",  # noqa: E501
                   f"We want to know {said}." if asked else f"What is {said}?"] + ([question] if extra == gate else []),
        inputs=["10, 5, 2", "4, 4, 1", "7, 3, 3"] if extra else ["10, 5", "4, 4", "7, 3"],
    )  # fmt: skip


FAMILIES = (Family("figures", ((_triangle, 3), (_round, 3), (_rectangles, 3))),)
