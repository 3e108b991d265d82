"""Points: in which quadrant they lie, and whether inside a rectangle or a circle."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _plane(d: Draw) -> Sketch:
    """Where a point lies: its quadrant, its side, its axis."""
    x, y = d.one("x y", "x y", "a b", "px py", "u v").split()
    params = [Param(x, "int"), Param(y, "int")]
    inputs = ["1, 1", "-1, 1", "-1, -1", "1, -1", "0, 5", "5, 0", "0, 0"]
    form = d.one("number", "number", "number", "name", "axis", "direction", "mirror")
    if form in ("number", "name"):
        labels = (
            ("1", "2", "3", "4")
            if form == "number"
            else d.one(
                ("'I'", "'II'", "'III'", "'IV'"),
                ("'upper right'", "'upper left'", "'lower left'", "'lower right'"),
                ("'NE'", "'NW'", "'SW'", "'SE'"),
            )
        )
        none = d.one("0", "0", "None", "-1") if form == "number" else d.one("'axis'", "'none'", "''")
        one, two, three_, four = labels
        bodies = [
            f"if {x} == 0 or {y} == 0:\n    return {none}\nif {y} > 0:\n    return {one} if {x} > 0 else {two}\nreturn {three_} if {x} < 0 else {four}",  # noqa: E501
            f"if {x} == 0 or {y} == 0:\n    return {none}\nif {y} > 0:\n    return {one} if {x} > 0 else {two}\nreturn {three_} if {x} < 0 else {four}",  # noqa: E501
            f"if {x} > 0 and {y} > 0:\n    return {one}\nif {x} < 0 and {y} > 0:\n    return {two}\nif {x} < 0 and {y} < 0:\n    return {three_}\nif {x} > 0 and {y} < 0:\n    return {four}\nreturn {none}",  # noqa: E501
        ]
        said = (
            "1 to 4 counted anticlockwise from the upper right"
            if form == "number"
            else f"{', '.join(labels)} anticlockwise from the upper right"
        )
        title = "number" if form == "number" else "name"
        point = d.one(f"the point ({x}, {y})", f"the point with the coordinates {x} and {y}")
        return Sketch(
            names=["quadrant", "quadrant_of", "find_quadrant", "which_quadrant", "point_quadrant", "get_quadrant",
                   "quadrant_number" if form == "number" else "quadrant_name", "locate_point"], params=params, bodies=bodies,  # noqa: E501
            returns=("int" if form == "number" else "str") + (" | None" if none == "None" else ""),
            what=[f"the quadrant of {point}, {said}", f"the {title} of the quadrant that {point} belongs to, {said}"],
            do=[f"Find the quadrant that contains {point}, {said}", f"Tell in which quadrant {point} is, {said}"],
            sentences=[f"{'Number' if form == 'number' else 'Name'} of the quadrant in which {point} lies, {said}.",
                       f"Which quadrant is {point} in? The answer is {said}.",
                       f"Return {one} if {x} and {y} are both positive, {two} if only {y} is, {three_} if both are negative and {four} if only {x} is positive.",  # noqa: E501
                       f"Work out where in the coordinate system {point} is: {one} upper right, {two} upper left, {three_} lower left, {four} lower right."],  # noqa: E501
            edge=d.one(f"A point on an axis gives {none}.", f"Return {none} for points on an axis."), inputs=inputs,
        )  # fmt: skip
    if form == "axis":
        point = f"the point ({x}, {y})"
        code, whether, names = d.one(
            (
                f"{x} == 0 or {y} == 0",
                [
                    f"{point} lies on an axis",
                    f"{point} is on one of the two axes or on both",
                    f"at least one of the coordinates {x} and {y} is zero",
                    f"{x} or {y} is 0, or both are",
                    f"one of the coordinate axes passes through {point}",
                    f"{point} belongs to no quadrant because it is on an axis",
                ],
                "on_axis is_on_axis lies_on_axis on_an_axis point_on_axis touches_axis is_axis_point axis_point",
            ),
            (
                f"{x} == {y}",
                [
                    f"{point} lies on the diagonal",
                    f"both coordinates of {point} are the same",
                    f"{point} is on the line y = x",
                    f"the two coordinates {x} and {y} of a point are equal",
                    f"the line through all points with equal coordinates contains {point}",
                    f"{point} stays in place when its coordinates are swapped",
                ],
                "on_diagonal is_on_diagonal lies_on_diagonal same_coordinates equal_coordinates point_on_diagonal on_main_diagonal diagonal_point",  # noqa: E501
            ),
            (
                f"{x} > 0 and {y} > 0",
                [
                    f"{point} lies in the upper right quadrant",
                    f"both coordinates of {point} are positive",
                    f"{point} is in the first quadrant, not on an axis",
                    f"{x} and {y} are both greater than zero",
                    f"{point} is to the right of the vertical axis and above the horizontal one",
                    f"neither of the coordinates {x} and {y} is zero or negative",
                ],
                "in_first_quadrant first_quadrant is_first_quadrant both_positive in_upper_right is_upper_right in_quadrant_one positive_point",  # noqa: E501
            ),
            (
                f"abs({x}) == abs({y})",
                [
                    f"{point} is as far from one axis as from the other",
                    f"both coordinates of {point} have the same absolute value",
                    f"{point} lies on one of the two diagonals through the origin",
                    f"{x} and {y} are equal when their signs are ignored",
                    f"{point} is on the line y = x or on the line y = -x",
                    f"the distances from {point} to the two axes are equal",
                ],
                "on_any_diagonal on_a_diagonal is_on_diagonals same_distance equal_axis_distance lies_on_diagonals equal_magnitude on_diagonals",  # noqa: E501
            ),
            (
                f"{x} == 0 and {y} == 0",
                [
                    f"{point} is the origin",
                    f"both coordinates of {point} are zero",
                    f"{point} is where the axes cross",
                    f"neither {x} nor {y} differs from 0",
                    f"{x} and {y} are both 0",
                    f"{point} is the zero point of the coordinate system",
                ],
                "is_origin at_origin is_at_origin both_zero is_zero_point point_is_origin origin_test check_origin",
            ),
        )
        return Sketch(
            names=names.split(),
            params=params,
            bodies=[f"return {code}", f"if {code}:\n    return True\nreturn False"],
            returns="bool",
            whether=whether,
            sentences=[
                f"True exactly if {d.one(*whether)}.",
                f"Find out whether or not {d.one(*whether)}.",
            ],
            inputs=["0, 0", "3, 3", "2, -2", *inputs[:6]],
        )
    if form == "direction":
        right, left, up, down, none = d.one(
            ("'right'", "'left'", "'up'", "'down'", "'none'"),
            ("'east'", "'west'", "'north'", "'south'", "'here'"),
            ("'E'", "'W'", "'N'", "'S'", "''"),
        )
        body = f"if {x} > 0:\n    return {right}\nif {x} < 0:\n    return {left}\nif {y} > 0:\n    return {up}\nreturn {down} if {y} < 0 else {none}"  # noqa: E501
        return Sketch(
            names=["direction", "main_direction", "heading", "step_direction", "get_direction", "which_way", "name_direction",  # noqa: E501
                   "movement_direction"], params=params, bodies=[body], returns="str",
            what=[f"{right} for a positive {x}, {left} for a negative one; for {x} 0, {up} for a positive {y}, {down} for a negative one, else {none}"],  # noqa: E501
            sentences=[f"The direction of the step ({x}, {y}): {right} or {left} as {x} is positive or negative. Only if it is 0, {y} decides: {up} or {down}, or {none} for 0.",  # noqa: E501
                       f"If {x} is not 0, return {right} (positive) or {left} (negative). Otherwise return {up}, {down} or {none} for a positive, negative or zero {y}.",  # noqa: E501
                       f"Which way does a move by {x} and {y} go? {right} if {x} > 0, {left} if {x} < 0, else {up} if {y} > 0, {down} if {y} < 0, else {none}.",  # noqa: E501
                       f"Look at {x} first: positive gives {right}, negative {left}. At zero look at {y}: positive gives {up}, negative {down}, zero {none}."],  # noqa: E501
            do=[f"Return {right} or {left} by the sign of {x}; if it is 0, {up} or {down} by the sign of {y}, and {none} if both are 0"], inputs=inputs,  # noqa: E501
        )  # fmt: skip
    code, texts, names = d.one(
        (f"{y}, {x}", ["mirrored at the diagonal", "with its coordinates swapped", "reflected in the line y = x"], "mirror swap swap_coordinates mirror_at_diagonal reflect reflect_diagonal transpose_point flip_coordinates"),  # noqa: E501
        (f"-{x}, {y}", ["mirrored at the vertical axis", "reflected in the y-axis", "flipped from left to right at the y-axis"], "mirror_y flip reflect_y flip_horizontally mirror_at_y_axis reflect_over_y negate_x mirror_left_right"),  # noqa: E501
        (f"{x}, -{y}", ["mirrored at the horizontal axis", "reflected in the x-axis", "flipped upside down at the x-axis"], "mirror_x flip reflect_x flip_vertically mirror_at_x_axis reflect_over_x negate_y mirror_up_down"),  # noqa: E501
        (f"-{x}, -{y}", ["turned by 180 degrees about the origin", "mirrored at the origin", "moved to the opposite side of the origin, as far away from it"], "opposite half_turn rotate_180 point_reflection mirror_at_origin negate_point opposite_point turn_around"),  # noqa: E501
        (f"-{y}, {x}", ["turned by 90 degrees anticlockwise about the origin", "rotated to the left about (0, 0) by a right angle", "after a quarter turn counterclockwise around the origin"], "rotate quarter_turn rotate_left rotate_90 turn_left rotate_point rotate_anticlockwise rotate_counterclockwise"),  # noqa: E501
        (f"{y}, -{x}", ["turned by 90 degrees clockwise about the origin", "rotated to the right about (0, 0) by a right angle", "after a quarter turn clockwise around the origin"], "rotate_right rotate_clockwise turn_right quarter_turn_right rotate_90_clockwise rotate_point turn_clockwise clockwise_turn"),  # noqa: E501
    )  # fmt: skip
    said, point = d.one(*texts), f"the point ({x}, {y})"
    return Sketch(
        names=names.split(),
        params=params,
        bodies=[f"return {code}", f"return ({code})"],
        returns="tuple[int, int]",
        what=[f"{point} {said}, as a tuple", f"a tuple with the coordinates of {point} {said}"],
        do=[
            f"Work out the coordinates of {point} {said}, as a tuple",
            f"Compute the new coordinates of {point} when it is {said}"
            if not said.startswith(("after", "with"))
            else f"Compute the coordinates of {point} {said}",
        ],
        sentences=[
            f"Where is {point}, {said}? Return a tuple.",
            f"Given a point with the coordinates {x} and {y}, return the point {said}.",
            f"The coordinates, as a pair, of {point} {said}.",
            f"What are the coordinates of {point} {said}?",
        ],
        inputs=inputs,
    )


def _inside(d: Draw) -> Sketch:
    """Whether a point lies in a rectangle or a circle."""
    p, c = d.one("point", "point", "p", "position"), d.one("corner", "corner", "origin", "start")
    w, h = d.one("width height", "width height", "w h").split()
    form = d.one("rect", "rect", "rect", "box", "box", "circle", "square")
    edge = d.chance(0.65)
    lt = "<=" if edge else "<"
    where = (
        d.one("inside or on the border of", "in or on the edge of")
        if edge
        else d.one("inside, not on the border of,", "strictly inside")
    )
    border = "border included" if edge else "border excluded"
    small = lambda e: (e.number(-2, 5), e.number(-2, 5))  # noqa: E731
    if form == "rect":
        xs, ys = f"{c}[0] {lt} {p}[0] {lt} {c}[0] + {w}", f"{c}[1] {lt} {p}[1] {lt} {c}[1] + {h}"
        a, b = d.one(("inside_x", "inside_y"), ("in_x", "in_y"), ("across", "along"))
        x, y = d.one(("x", "y"), ("px", "py"))
        return Sketch(
            names=["point_in_rectangle", "is_inside", "contains_point", "in_rectangle", "rectangle_contains", "inside_rectangle",  # noqa: E501
                   "is_in_rectangle", "rectangle_has_point"], params=[Param(p, "pair"), Param(c, "pair"), Param(w, "smallpos"), Param(h, "smallpos")],  # noqa: E501
            bodies=[f"{a} = {xs}\n{b} = {ys}\nreturn {a} and {b}", f"return {xs} and {ys}", f"{x}, {y} = {p}\nleft, low = {c}\nreturn left {lt} {x} {lt} left + {w} and low {lt} {y} {lt} low + {h}"],  # noqa: E501
            returns="bool", whether=[f"{p} lies {where} the rectangle with the lower left {c if c == 'corner' else 'corner ' + c}, the {'width' if w == 'w' else 'size'} {w} and the height {h}".replace("the size width and the height height", "the width and height")  # noqa: E501
                                     .replace("and the height h", "and the height h"),
                                     f"the rectangle that starts at its lower left corner {c} and has the width {w} and the height {h} contains {p}, {border}"  # noqa: E501
                                     .replace("corner corner", "corner").replace("width width", "given width").replace("height height", "given height"),  # noqa: E501
                                     f"{p} is at most {w} to the right of {c} and at most {h} above it, but neither to the left of it nor below it" if edge  # noqa: E501
                                     else f"{p} is to the right of {c} by less than {w} and above it by less than {h}",
                                     f"{p}[0] is between {c}[0] and {c}[0] + {w}, and {p}[1] between {c}[1] and {c}[1] + {h}, bounds {'included' if edge else 'excluded'}"],  # noqa: E501
            sentences=[f"A rectangle is {w} wide and {h} high, and its lower left corner is {c}. Does it contain {p}, {border}?".replace("is corner", "is `corner`"),  # noqa: E501
                       f"Given a rectangle by its lower left {c if c == 'corner' else 'corner ' + c}, {w} and {h}, find out if {p} is in it, {border}.",  # noqa: E501
                       f"Does the {'point ' + p if p in ('p', 'position') else p} lie {where} the rectangle from its lower left {c if c == 'corner' else 'corner ' + c} on, {w} wide and {h} high?"],  # noqa: E501
            draw=lambda e: (small(e), (e.number(-1, 2), e.number(-1, 2)), e.number(1, 4), e.number(1, 4)),
            inputs=["(2, 1), (0, 0), 4, 3", "(4, 3), (0, 0), 4, 3", "(5, 1), (0, 0), 4, 3", "(1, -1), (0, 0), 4, 3", "(1, 1), (2, 0), 4, 3"],  # noqa: E501
        )  # fmt: skip
    x, y = d.one("x y", "x y", "px py", "a b").split()
    if form == "box":
        k, m = d.number(3, 20), d.number(3, 20)
        fixed = d.chance(0.5)
        right, top = (str(k), str(m)) if fixed else (w, h)
        cell = d.chance(0.4)
        code = (
            f"0 <= {x} < {right} and 0 <= {y} < {top}" if cell else f"0 {lt} {x} {lt} {right} and 0 {lt} {y} {lt} {top}"
        )
        said = (
            f"the cell ({x}, {y}), counted from 0, lies on a board of {right} by {top}"
            if cell
            else f"the point ({x}, {y}) lies {where} the rectangle from (0, 0) to ({right}, {top})"
        )
        also = (
            [
                f"a grid that is {right} wide and {top} high has a cell ({x}, {y}) when cells count from 0",
                f"{x} is a valid column of {right} and {y} a valid row of {top}, both counted from 0",
                f"{x} is from 0 to {right} - 1 and {y} from 0 to {top} - 1",
                f"neither {x} nor {y} is negative, {x} is less than {right} and {y} is less than {top}",
                f"the zero-based position ({x}, {y}) is on a {right} by {top} grid and not off it",
            ]
            if cell
            else [
                f"{x} is between 0 and {right} and {y} between 0 and {top}, {'both ends included' if edge else 'both ends excluded'}",  # noqa: E501
                f"the rectangle with the corners (0, 0) and ({right}, {top}), {border}, contains ({x}, {y})",
                f"neither {x} nor {y} is negative, {x} is not above {right} and {y} not above {top}"
                if edge
                else f"{x} and {y} are positive, {x} is less than {right} and {y} is less than {top}",
                f"({x}, {y}) is in the box that reaches from the origin {right} to the right and {top} up, {border}",
            ]
        )
        asked = (
            [
                f"Is ({x}, {y}) a cell of a board with {right} columns and {top} rows, numbered from 0?",
                f"On a board of {right} columns by {top} rows, find out if column {x}, row {y} exists, counting from 0.",  # noqa: E501
            ]
            if cell
            else [
                f"A box goes from (0, 0) to ({right}, {top}). Is the point ({x}, {y}) in it, {border}?",
                f"Find out if ({x}, {y}) falls into the rectangle with the corners (0, 0) and ({right}, {top}), {border}.",  # noqa: E501
            ]
        )
        big = f"{x} < 0 or {y} < 0 or {x} {'>=' if cell else '>'} {right} or {y} {'>=' if cell else '>'} {top}"
        return Sketch(
            names=["on_board", "is_on_board", "in_grid", "valid_cell", "is_valid_cell", "in_bounds", "cell_exists", "inside_grid"] if cell  # noqa: E501
            else ["in_rectangle", "inside_box", "is_inside", "in_area", "in_box", "point_in_box", "inside_rectangle", "within_box"],  # noqa: E501
            params=[Param(x, "int"), Param(y, "int"), *([] if fixed else [Param(w, "pos"), Param(h, "pos")])],
            bodies=[f"return {code}", f"return {code}", *([f"if {big}:\n    return False\nreturn True"] if cell or edge else [])], returns="bool", whether=[said, *also], sentences=asked,  # noqa: E501
            inputs=[f"{v}" if fixed else f"{v}, {k}, {m}" for v in (f"0, {m}", f"{k}, {m}", "1, 1", f"{k + 1}, 1", "-1, 2", f"2, {m - 1}", f"{k - 1}, {m + 1}")],  # noqa: E501
            draw=lambda e: (e.number(-2, k + 2), e.number(-2, m + 2), *(() if fixed else (k, m))),
        )  # fmt: skip
    r = d.name("radius r")
    if form == "circle":
        center = d.chance(0.4)
        code = f"{x} * {x} + {y} * {y} {lt} {r} * {r}"
        squares = f"{x} ** 2 + {y} ** 2 {lt} {r} ** 2"
        params = [Param(x, "int"), Param(y, "int"), Param(r, "smallpos")]
        said = f"the point ({x}, {y}) lies {where} the circle around (0, 0) with the radius {r}"
        inputs = ["3, 4, 5", "0, 0, 1", "4, 4, 5", "-3, 2, 4", "0, 5, 5"]
        if center:
            p2, c2 = d.one(("point", "center"), ("p", "center"), ("p", "c"))
            code = f"({p2}[0] - {c2}[0]) ** 2 + ({p2}[1] - {c2}[1]) ** 2 {lt} {r} ** 2"
            squares = code
            params = [Param(p2, "pair"), Param(c2, "pair"), Param(r, "smallpos")]
            said = f"{p2} lies {where} the circle around {c2} with the radius {r}"
            inputs = ["(3, 4), (0, 0), 5", "(1, 1), (1, 1), 1", "(4, 4), (0, 0), 5", "(5, 2), (1, 2), 4"]
        point, middle = (p2, c2) if center else (f"the point ({x}, {y})", "(0, 0)")
        less = "less than or equal to" if edge else "less than"
        return Sketch(
            names=["point_in_circle", "in_circle", "is_inside_circle", "within_radius", "hits_target", "inside_circle", "circle_contains",  # noqa: E501
                   "is_in_circle"], params=params, bodies=[f"return {code}", f"return {squares}", f"if {squares}:\n    return True\nreturn False"], returns="bool",  # noqa: E501
            whether=[said.replace("radius radius", "given radius"), f"the distance from {point} to {middle} is {less} {r}", f"the circle with the center {middle} and the radius {r} contains {point}, {border}".replace("center center", "given center").replace("radius radius", "given radius"),  # noqa: E501
                     f"{point} is {'no more than' if edge else 'less than'} {r} away from {middle}", f"one gets from {point} to {middle} in a straight line of {'at most' if edge else 'less than'} {r}"],  # noqa: E501
            sentences=[f"Is {point} in the circle around {middle} with the radius {r}, {border}?".replace("radius radius", "given radius"),  # noqa: E501
                       f"A circle has its middle at {middle}, and its radius is {r}. Does {point} lie in it, {border}?",
                       f"Find out if {point} is {'within the distance ' + r + ' of' if edge else 'closer than ' + r + ' to'} {middle}."],  # noqa: E501
            inputs=inputs, draw=(lambda e: (small(e), (e.number(-1, 2), e.number(-1, 2)), e.number(1, 5))) if center else (lambda e: (*small(e), e.number(1, 6))),  # noqa: E501
        )  # fmt: skip
    less = "at most" if edge else "less than"
    return Sketch(
        names=["in_square", "within_square", "inside_square", "is_in_square", "point_in_square", "both_within", "near_origin",  # noqa: E501
               "square_contains"], params=[Param(x, "int"), Param(y, "int"), Param(r, "smallpos")],
        bodies=[f"return max(abs({x}), abs({y})) {lt} {r}", f"return abs({x}) {lt} {r} and abs({y}) {lt} {r}"], returns="bool",  # noqa: E501
        whether=[f"neither {x} nor {y} is {'more' if edge else 'as much as or more'} than {r} away from 0".replace("as much as or more than", "at least").replace("is at least", "is at least"),  # noqa: E501
                 f"{x} and {y} both lie between -{r} and {r}, {'both bounds included' if edge else 'both bounds excluded'}",  # noqa: E501
                 f"the absolute values of {x} and {y} are both {less} {r}",
                 f"the larger of the absolute values of {x} and {y} is {less} {r}",
                 f"the square from (-{r}, -{r}) to ({r}, {r}), {border}, contains the point ({x}, {y})",
                 f"the point ({x}, {y}) is in the square around the origin with sides of 2 * {r}, {border}"],
        sentences=[f"Are both {x} and {y} {less} {r} when their signs are ignored?",
                   f"A square around (0, 0) reaches {r} in each of the four directions of the axes. Is ({x}, {y}) in it, {border}?",  # noqa: E501
                   f"Find out if ({x}, {y}) is {'at most' if edge else 'less than'} {r} from both axes."],
        draw=lambda e: (*small(e), e.number(1, 5)), inputs=["3, 3, 3", "0, -4, 3", "4, 0, 3", "-3, 1, 3", "1, 1, 2"],
    )  # fmt: skip


FAMILIES = (Family("points", ((_plane, 3), (_inside, 3))),)
