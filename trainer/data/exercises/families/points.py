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
        point = d.one(f"the point ({x}, {y})", f"the point with the coordinates {x} and {y}")
        return Sketch(
            names=["quadrant", "quadrant_of", "find_quadrant", "which_quadrant", "point_quadrant"], params=params, bodies=bodies,  # noqa: E501
            returns=("int" if form == "number" else "str") + (" | None" if none == "None" else ""),
            what=[f"the quadrant of {point}, {said}"], sentences=[f"{'Number' if form == 'number' else 'Name'} of the quadrant in which {point} lies, {said}."],  # noqa: E501
            edge=d.one(f"A point on an axis gives {none}.", f"Return {none} for points on an axis."), inputs=inputs,
        )  # fmt: skip
    if form == "axis":
        code, said, names = d.one((f"{x} == 0 or {y} == 0", f"the point ({x}, {y}) lies on an axis", "on_axis is_on_axis"), (f"{x} == {y}", f"the point ({x}, {y}) lies on the diagonal", "on_diagonal"),  # noqa: E501
                                  (f"{x} > 0 and {y} > 0", f"the point ({x}, {y}) lies in the upper right quadrant", "in_first_quadrant"), (f"abs({x}) == abs({y})", f"the point ({x}, {y}) is as far from one axis as from the other", "on_any_diagonal"),  # noqa: E501
                                  (f"{x} == 0 and {y} == 0", f"the point ({x}, {y}) is the origin", "is_origin at_origin"))  # fmt: skip  # noqa: E501
        return Sketch(
            names=names.split(),
            params=params,
            bodies=[f"return {code}", f"if {code}:\n    return True\nreturn False"],
            returns="bool",
            whether=[said],
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
            names=["direction", "main_direction", "heading", "step_direction"], params=params, bodies=[body], returns="str",  # noqa: E501
            do=[f"Return {right} or {left} by the sign of {x}; if it is 0, {up} or {down} by the sign of {y}, and {none} if both are 0"], inputs=inputs,  # noqa: E501
        )  # fmt: skip
    code, said, names = d.one((f"{y}, {x}", "mirrored at the diagonal", "mirror swap"), (f"-{x}, {y}", "mirrored at the vertical axis", "mirror_y flip"), (f"{x}, -{y}", "mirrored at the horizontal axis", "mirror_x flip"),  # noqa: E501
                              (f"-{x}, -{y}", "turned by 180 degrees about the origin", "opposite half_turn"), (f"-{y}, {x}", "turned by 90 degrees anticlockwise about the origin", "rotate quarter_turn"), (f"{y}, -{x}", "turned by 90 degrees clockwise about the origin", "rotate_right"))  # fmt: skip  # noqa: E501
    return Sketch(
        names=names.split(),
        params=params,
        bodies=[f"return {code}", f"return ({code})"],
        returns="tuple[int, int]",
        what=[f"the point ({x}, {y}) {said}, as a tuple"],
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
    small = lambda e: (e.number(-2, 5), e.number(-2, 5))  # noqa: E731
    if form == "rect":
        xs, ys = f"{c}[0] {lt} {p}[0] {lt} {c}[0] + {w}", f"{c}[1] {lt} {p}[1] {lt} {c}[1] + {h}"
        a, b = d.one(("inside_x", "inside_y"), ("in_x", "in_y"), ("across", "along"))
        x, y = d.one(("x", "y"), ("px", "py"))
        return Sketch(
            names=["point_in_rectangle", "is_inside", "contains_point", "in_rectangle", "rectangle_contains"], params=[Param(p, "pair"), Param(c, "pair"), Param(w, "smallpos"), Param(h, "smallpos")],  # noqa: E501
            bodies=[f"{a} = {xs}\n{b} = {ys}\nreturn {a} and {b}", f"return {xs} and {ys}", f"{x}, {y} = {p}\nleft, low = {c}\nreturn left {lt} {x} {lt} left + {w} and low {lt} {y} {lt} low + {h}"],  # noqa: E501
            returns="bool", whether=[f"{p} lies {where} the rectangle with the lower left {c if c == 'corner' else 'corner ' + c}, the {'width' if w == 'w' else 'size'} {w} and the height {h}".replace("the size width and the height height", "the width and height")  # noqa: E501
                                     .replace("and the height h", "and the height h")],
            sentences=[f"Does the {'point ' + p if p in ('p', 'position') else p} lie {where} the rectangle from its lower left {c if c == 'corner' else 'corner ' + c} on, {w} wide and {h} high?"],  # noqa: E501
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
        big = f"{x} < 0 or {y} < 0 or {x} {'>=' if cell else '>'} {right} or {y} {'>=' if cell else '>'} {top}"
        return Sketch(
            names=["on_board", "is_on_board", "in_grid", "valid_cell"] if cell else ["in_rectangle", "inside_box", "is_inside", "in_area"],  # noqa: E501
            params=[Param(x, "int"), Param(y, "int"), *([] if fixed else [Param(w, "pos"), Param(h, "pos")])],
            bodies=[f"return {code}", f"return {code}", *([f"if {big}:\n    return False\nreturn True"] if cell or edge else [])], returns="bool", whether=[said],  # noqa: E501
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
        return Sketch(
            names=["point_in_circle", "in_circle", "is_inside_circle", "within_radius", "hits_target"], params=params, bodies=[f"return {code}", f"return {squares}", f"if {squares}:\n    return True\nreturn False"], returns="bool",  # noqa: E501
            whether=[said], inputs=inputs, draw=(lambda e: (small(e), (e.number(-1, 2), e.number(-1, 2)), e.number(1, 5))) if center else (lambda e: (*small(e), e.number(1, 6))),  # noqa: E501
        )  # fmt: skip
    return Sketch(
        names=["in_square", "within_square", "inside_square"], params=[Param(x, "int"), Param(y, "int"), Param(r, "smallpos")],  # noqa: E501
        bodies=[f"return max(abs({x}), abs({y})) {lt} {r}", f"return abs({x}) {lt} {r} and abs({y}) {lt} {r}"], returns="bool",  # noqa: E501
        whether=[f"neither {x} nor {y} is {'more' if edge else 'as much as or more'} than {r} away from 0".replace("as much as or more than", "at least").replace("is at least", "is at least")],  # noqa: E501
        draw=lambda e: (*small(e), e.number(1, 5)), inputs=["3, 3, 3", "0, -4, 3", "4, 0, 3", "-3, 1, 3", "1, 1, 2"],
    )  # fmt: skip


FAMILIES = (Family("points", ((_plane, 3), (_inside, 3))),)
