"""Places in a list: indexing, slicing, neighbours, searching, sorting."""

from __future__ import annotations

from trainer.data.exercises.conditions import number_condition, word_condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import Source, ints, words
from trainer.data.exercises.transforms import number_transform

__all__ = ["FAMILIES"]

_ORDINALS = ("first", "second", "third", "fourth")


def _list(d: Draw, kind: str = "") -> tuple[Source, str, str]:
    """A list with what it is called in a text, and its annotation."""
    source = ints(d, "ints" + kind) if d.chance(0.75) else words(d, "words" + kind.replace("2", "1"))
    name = d.one(source.code, source.code, source.code, "the list", "a list", f"the list {source.code}")
    return source, name, source.params[0].kind


def _item_type(kind: str) -> str:
    return "str" if kind.startswith("words") else "int"


def _at(d: Draw) -> Sketch:
    source, name, kind = _list(d)
    xs, item = source.code, _item_type(kind)
    default, k = d.one("None", "None", "-1" if item == "int" else "''", "0" if item == "int" else "None"), d.number(0, 3)
    place, word, need = d.one((str(k), _ORDINALS[k], k + 1), (f"-{k + 1}", ("last", "second to last", "third to last", "fourth to last")[k], k + 1), (f"len({xs}) // 2", "middle", 1), ("0", "first", 1), ("-1", "last", 1))
    edge = f"Return {default} if the list is empty." if need == 1 else f"Return {default} if there are fewer than {need}."
    edge = edge.replace("''", "an empty string")
    guards = [f"if len({xs}) < {need}:\n    return {default}\n"] if need > 1 else [f"if not {xs}:\n    return {default}\n", f"if len({xs}) == 0:\n    return {default}\n"]
    bodies = [guard + f"return {xs}[{place}]" for guard in guards] + [f"return {xs}[{place}] if len({xs}) >= {need} else {default}" if need > 1 else f"return {xs}[{place}] if {xs} else {default}"]
    extra = f" (the one at index len // 2)" if word == "middle" else ""
    stem = word.replace(" ", "_")
    return Sketch(names=[f"{stem}_element", f"{stem}_item", f"{stem}_of", f"get_{stem}", f"{stem}_{source.one}", f"{stem}_or_default"], params=[Param(xs, kind)], bodies=bodies, returns=item + (" | None" if default == "None" else ""), what=[f"the {word} element of {name}{extra}", f"the {word} {source.one} of {name}{extra}"], edge=edge)


def _index(d: Draw) -> Sketch:
    source, name, kind = _list(d, "1")
    xs = source.code
    i = d.name("i index k position n place")
    item = _item_type(kind)
    form = d.number(0, 3)
    if form == 0:
        default = d.one("None", "None", "0" if item == "int" else "''")
        return Sketch(names=["get_at", "element_at", "safe_get", "get_or_default", "item_at"], params=[Param(xs, kind), Param(i, "small")], bodies=[f"if {i} < len({xs}):\n    return {xs}[{i}]\nreturn {default}", f"return {xs}[{i}] if {i} < len({xs}) else {default}", f"if {i} >= len({xs}):\n    return {default}\nreturn {xs}[{i}]"], returns=item + (" | None" if default == "None" else ""), what=[f"the element of {name} at index {i}"], edge=f"Return {default} if {i} is not below the length.".replace("''", "an empty string"))
    if form == 1:
        return Sketch(names=["ends", "first_and_last", "outer_elements"], params=[Param(xs, kind)], bodies=[f"return [{xs}[0], {xs}[-1]]"], returns=f"list[{item}]", what=[f"a list of the first and the last element of {name}", f"the first and last of {xs} as a list"])
    if form == 2:
        op, said = d.one(("+", "sum"), ("-", "difference"), ("*", "product")) if item == "int" else ("+", "concatenation")
        a, b, words_ = d.one(("0", "-1", "first and the last element"), ("-1", "0", "last and the first element"))
        return Sketch(names=[f"{said}_of_ends", f"ends_{said}", f"{said}_first_last"], params=[Param(xs, kind)], bodies=[f"return {xs}[{a}] {op} {xs}[{b}]"], returns=item, what=[f"the {said} of the {words_} of {name}"])
    out = d.name("result copy out new_list")
    return Sketch(names=["swap_ends", "swap_first_last", "exchange_ends"], params=[Param(xs, kind)], bodies=[f"{out} = list({xs})\n{out}[0], {out}[-1] = {out}[-1], {out}[0]\nreturn {out}", f"{xs}[0], {xs}[-1] = {xs}[-1], {xs}[0]\nreturn {xs}"], returns=f"list[{item}]", what=[f"{xs} with its first and last element swapped"], do=[f"Swap the first and last element of {name} and return the list"])


def _slice(d: Draw) -> Sketch:
    source, name, kind = _list(d)
    xs, item = source.code, _item_type(kind)
    many = d.one(source.many, "elements", "items")
    params = [Param(xs, kind)]
    if d.chance(0.55):
        k = d.name("n k count amount size")
        params.append(Param(k, "smallpos"))
    else:
        k = str(d.number(1, 4))
    stem = "n" if not k.isdigit() else k
    i, out, x = d.name("i j index"), d.name("result out part"), source.element
    code, said, names, loop = d.one(
        (f"{xs}[:{k}]", f"the first {k} {many} of {name}", f"first_{stem} take take_first head", ""), (f"{xs}[-{k}:]", f"the last {k} {many} of {name}", f"last_{stem} take_last tail", ""),
        (f"{xs}[{k}:]", f"{name} without its first {k} {many}", f"drop_{stem} drop_first skip", ""), (f"{xs}[:-{k}]", f"{name} without its last {k} {many}", f"drop_last_{stem} drop_last remove_last", ""),
        (f"{xs}[::{k}]", f"every {k}-th of the {many} of {name}, starting with the first", f"every_{stem} every_nth", f"{out} = []\nfor {i} in range(0, len({xs}), {k}):\n    {out}.append({xs}[{i}])\nreturn {out}"),
        (f"{xs}[{k}:] + {xs}[:{k}]", f"{name} rotated to the left by {k}", f"rotate_left rotate_by_{stem} rotate", ""), (f"{xs}[-{k}:] + {xs}[:-{k}]", f"{name} with its last {k} {many} moved to the front", "rotate_right move_to_front", ""),
        (f"{xs}[:{k}][::-1]", f"the first {k} {many} of {name} in reverse order", f"reversed_first_{stem}", ""), (f"{xs}[{k}:{k} + 3]", f"at most three {many} of {name}, starting at index {k}", "three_from window", ""),
        (f"[{xs}[{i}:{i} + {k}] for {i} in range(0, len({xs}), {k})]", f"{name} cut into lists of {k} {many}; the last may be shorter", f"chunks split_into_{stem} chunk_list", f"{out} = []\nfor {i} in range(0, len({xs}), {k}):\n    {out}.append({xs}[{i}:{i} + {k}])\nreturn {out}"),
        (f"{xs} * {k}", f"{name} repeated {k} times", "repeat_list repeated", ""), (f"[{x} for {x} in {xs} for _ in range({k})]", f"a list with each of the {many} of {name} {k} times in a row", "repeat_each stretch", ""),
    )  # fmt: skip
    returns = f"list[list[{item}]]" if code.startswith("[" + xs) else f"list[{item}]"
    return Sketch(names=names.split(), params=params, bodies=[f"return {code}"] + ([loop] if loop else [f"{out} = {code}\nreturn {out}"]), returns=returns, what=[said])


def _part(d: Draw) -> Sketch:
    source, name, kind = _list(d)
    xs, x, item = source.code, source.element, _item_type(kind)
    out = d.name("result out reversed_list new_list")
    i = d.name("i j index")
    code, said, names, extra = d.one(
        (f"{xs}[::-1]", f"{name} in reverse order", "reverse reversed_list backwards flip reverse_items", [f"{out} = []\nfor {x} in {xs}:\n    {out}.insert(0, {x})\nreturn {out}", f"return list(reversed({xs}))", f"{out} = []\nfor {i} in range(len({xs}) - 1, -1, -1):\n    {out}.append({xs}[{i}])\nreturn {out}"]),
        (f"{xs}[1:]", f"{name} without its first element", "rest tail drop_first", []), (f"{xs}[:-1]", f"{name} without its last element", "all_but_last drop_last", []), (f"{xs}[1:-1]", f"{name} without its first and last element", "inner middle_part trim_ends", []),
        (f"{xs}[::2]", f"the elements of {name} at even indices", "even_positions every_other", [f"return [{xs}[{i}] for {i} in range(0, len({xs}), 2)]"]), (f"{xs}[1::2]", f"the elements of {name} at odd indices", "odd_positions every_second", [f"return [{xs}[{i}] for {i} in range(len({xs})) if {i} % 2 == 1]"]),
        (f"{xs}[:len({xs}) // 2]", f"the first half of {name}, without the middle element if the length is odd", "first_half", []), (f"{xs}[len({xs}) // 2:]", f"the second half of {name}, with the middle element if the length is odd", "second_half", []),
        (f"{xs} + {xs}[::-1]", f"{name} followed by its reverse", "mirror there_and_back", []), (f"{xs}[1:] + {xs}[:1]", f"{name} with its first element moved to the end", "rotate_once first_to_end", []), (f"{xs}[-1:] + {xs}[:-1]", f"{name} with its last element moved to the front", "last_to_front rotate_back", []),
        (f"{xs} + {xs}", f"{name} twice in a row", "double_list twice", []), (f"[{x} for {x} in {xs} if {x} != {xs}[0]]", f"the elements of {name} that differ from its first one", "without_first_value", []), (f"{xs}[::-2]", f"every second element of {name}, from the last one backwards", "every_other_backwards", []),
    )  # fmt: skip
    do = [f"Reverse {name}", f"Reverse the order of the {source.many} in {name}"] if code.endswith("[::-1]") and "+" not in code else []
    return Sketch(names=names.split(), params=[Param(xs, kind)], bodies=[f"return {code}", *extra], returns=f"list[{item}]", what=[said], do=do)


def _running(d: Draw) -> Sketch:
    source = ints(d)
    xs, x = source.code, source.element
    acc = d.name("total current running acc best")
    out = d.name("result out totals results")
    form = d.number(0, 2)
    value, how = x, ""
    if d.chance(0.4):
        transform = number_transform(d)
        value, how = transform.of(x), f" after each was {transform.past}" if "replaced" not in transform.past else ""
        if not how or transform.params or transform.past.startswith(("made", "divided")):
            value, how = x, ""
    if form == 0:
        start = d.number(1, 20) if d.chance(0.3) else 0
        body = f"{out} = []\n{acc} = {start}\nfor {x} in {xs}:\n    {acc} += {value}\n    {out}.append({acc})\nreturn {out}"
        said = f"the running sums of the {source.many}{how}" + (f", starting from {start}" if start else "")
        return Sketch(names=["running_sum", "cumulative_sum", "prefix_sums", "running_totals"], params=source.params, bodies=[body], returns="list[int]", what=[said, said.replace("running", "cumulative")])
    if form == 1:
        body = f"{out} = []\n{acc} = 1\nfor {x} in {xs}:\n    {acc} *= {value}\n    {out}.append({acc})\nreturn {out}"
        return Sketch(names=["running_product", "cumulative_product", "prefix_products"], params=source.params, bodies=[body], returns="list[int]", what=[f"the running products of the {source.many}{how}", f"a list whose element i is the product of the {source.many} up to index i{how}"])
    largest = d.chance(0.5)
    sign, fn, word = (">", "max", "maximum") if largest else ("<", "min", "minimum")
    body = f"{out} = []\nfor {x} in {xs}:\n    if {out} and {out}[-1] {sign} {value}:\n        {out}.append({out}[-1])\n    else:\n        {out}.append({value})\nreturn {out}"
    other = f"{out} = []\n{acc} = None\nfor {x} in {xs}:\n    if {acc} is None or {value} {sign} {acc}:\n        {acc} = {value}\n    {out}.append({acc})\nreturn {out}"
    return Sketch(names=[f"running_{fn}", f"cumulative_{fn}", f"{word}_so_far"], params=source.params, bodies=[body, other], returns="list[int]", what=[f"a list of the {word} so far at each place of {xs}{how}", f"the running {word} of the {source.many}{how}"])


def _neighbours(d: Draw) -> Sketch:
    source = ints(d)
    xs = source.code
    i = d.name("i k j index")
    a, b = f"{xs}[{i}]", f"{xs}[{i} + 1]"
    pairs = f"for {i} in range(len({xs}) - 1)"
    k = d.number(1, 6)
    form = d.number(0, 5)
    if form < 3:
        value, said, names = d.one((f"{b} - {a}", "differences (next minus previous)", "differences deltas"), (f"{a} + {b}", "sums", "pair_sums neighbour_sums"), (f"{a} * {b}", "products", "neighbour_products"), (f"abs({a} - {b})", "absolute differences", "gaps jumps"), (f"max({a}, {b})", "maxima", "pair_max"), (f"({a}, {b})", "pairs", "adjacent_pairs neighbours"))
        if form == 2 and said != "pairs":
            return Sketch(names=[f"total_{name}" for name in names.split()], params=source.params, bodies=[f"return sum({value} {pairs})"], what=[f"the sum of the {said} of adjacent {source.many}{source.where}"], edge=d.one("", f"Return 0 for fewer than two {source.many}."))
        out = d.name("result out")
        return Sketch(names=names.split(), params=source.params, bodies=[f"return [{value} {pairs}]", f"{out} = []\n{pairs}:\n    {out}.append({value})\nreturn {out}"], returns="list[tuple[int, int]]" if said == "pairs" else "list[int]", what=[f"the list of the {said} of adjacent {source.many}{source.where}", f"the {said} of neighbouring {source.many}{source.where}"])
    test, against, said, name = d.one((f"{b} > {a}", f"{b} <= {a}", "greater than", "increases"), (f"{b} < {a}", f"{b} >= {a}", "less than", "decreases"), (f"{b} == {a}", f"{b} != {a}", "equal to", "repeats"), (f"{b} != {a}", f"{b} == {a}", "different from", "changes"), (f"{b} >= {a}", f"{b} < {a}", "at least", "rises"), (f"{b} - {a} == {k}", f"{b} - {a} != {k}", f"exactly {k} more than", f"steps_of_{k}"))
    if form == 3:
        return Sketch(names=[f"only_{name}", f"always_{name}", f"is_all_{name}"], params=source.params, bodies=[f"{pairs}:\n    if {against}:\n        return False\nreturn True", f"return all({test} {pairs})"], returns="bool", whether=[f"each {source.one}{source.where} after the first is {said} the one before it"], inputs=["[1, 2, 3]", "[3, 2, 1]", "[2, 2]", f"[1, {1 + k}]"])
    if form == 4:
        return Sketch(names=[f"any_{name}", f"has_{name}"], params=source.params, bodies=[f"{pairs}:\n    if {test}:\n        return True\nreturn False", f"return any({test} {pairs})"], returns="bool", whether=[f"some {source.one}{source.where} is {said} the one before it"], inputs=["[1, 2, 3]", "[3, 2, 1]", "[2, 2]", f"[1, {1 + k}]"])
    count = d.name("count result n")
    return Sketch(names=[f"count_{name}", f"number_of_{name}"], params=source.params, bodies=[f"{count} = 0\n{pairs}:\n    if {test}:\n        {count} += 1\nreturn {count}", f"return sum(1 {pairs} if {test})"], what=[f"how many {source.many}{source.where} are {said} the one before them", f"how often a {source.one} is {said} the one before it"], inputs=["[1, 2, 2, 1]", f"[1, {1 + k}]"])


def _search(d: Draw) -> Sketch:
    source, name, kind = _list(d)
    xs, x = source.code, source.element
    i = d.name("i index k j")
    params = [Param(xs, kind)]
    if d.chance(0.4):
        target = d.name("target value wanted x key item needle")
        params.append(Param(target, "char" if kind.startswith("words") else "small"))
        test, said, one, stem = f"{xs}[{i}] == {target}", target, f"equal to {target}", "value"
        element = f"{x} == {target}"
    else:
        condition = word_condition(d) if kind.startswith("words") else number_condition(d)
        params += condition.params
        test, element, stem = condition.of(f"{xs}[{i}]"), condition.of(x), condition.name
        said = f"the {{}} {source.one} that {condition.single}"
        one = condition.single
    is_target = "{}" not in said
    last = d.chance(0.35)
    place = "last" if last else "first"
    said = said.format(place) if not is_target else f"the {place} {target}"
    default = d.one("-1", "-1", "None")
    order = f"range(len({xs}) - 1, -1, -1)" if last else f"range(len({xs}))"
    form = d.number(0, 5)
    loop = f"for {i} in {order}:\n    if {test}:\n        return {i}\nreturn {default}"
    if form < 3:
        bodies = [loop]
        if not last:
            bodies.append(f"for {i}, {x} in enumerate({xs}):\n    if {element}:\n        return {i}\nreturn {default}")
        return Sketch(names=[f"{place}_index", f"index_of_{stem}", f"find_{place}_{stem}", f"position_of_{stem}", "find_index", f"{place}_position"], params=params, bodies=bodies, returns="int" + (" | None" if default == "None" else ""), what=[f"the index of {said} in {name}" if source.where == "" or is_target else f"the index of {said} in {name}"], edge=d.one(f"Return {default} if there is none.", f"Return {default} if it is not there."), inputs=["[1, 2, 1], 1"] if is_target and kind == "ints" else [])
    if form == 3:
        return Sketch(names=[f"indices_of_{stem}", f"all_positions", f"find_all_{stem}", f"where_{stem}"], params=params, bodies=[f"return [{i} for {i} in range(len({xs})) if {test}]", f"return [{i} for {i}, {x} in enumerate({xs}) if {element}]"], returns="list[int]", what=[f"the list of all indices in {name} where the {source.one} {one if not is_target else 'is ' + one}"])
    if form == 4 and is_target:
        return Sketch(names=["contains", "is_in", "has_value", "includes", "linear_search"], params=params, bodies=[f"return {target} in {xs}", f"for {x} in {xs}:\n    if {element}:\n        return True\nreturn False"], returns="bool", whether=[f"{target} is in {name}", f"{name} contains {target}"], inputs=["[1, 2, 1], 1", "[3], 2"] if kind == "ints" else ["['a', 'b'], 'a'", "['b'], 'a'"])
    if form == 4:
        out = d.name("result out taken")
        stop = d.one((f"if {element}:\n        break\n    {out}.append({x})", f"the {source.many} of {name} before the first one that {one}", "take_until before_first"), (f"if not ({element}):\n        break\n    {out}.append({x})", f"the leading {source.many} of {name} up to the first one that does not fulfil this: it {one}", "take_while leading"))
        return Sketch(names=stop[2].split(), params=params, bodies=[f"{out} = []\nfor {x} in {xs}:\n    {stop[0]}\nreturn {out}"], returns=f"list[{_item_type(kind)}]", what=[stop[1]], edge="Return all if there is none." if "before" in stop[1] else "")
    largest = d.chance(0.5)
    sign, fn, word = (">", "max", "largest") if largest else ("<", "min", "smallest")
    if kind.startswith("words"):
        sign, word = (">", "longest") if largest else ("<", "shortest")
        compare, key = f"len({xs}[{i}]) {sign} len({xs}[{{best}}])", ""
    else:
        compare, key = f"{xs}[{i}] {sign} {xs}[{{best}}]", f"return {xs}.index({fn}({xs}))"
    best = d.name("best place result")
    body = f"{best} = 0\nfor {i} in range(1, len({xs})):\n    if {compare.format(best=best)}:\n        {best} = {i}\nreturn {best}"
    return Sketch(names=[f"index_of_{word}", f"arg{fn}", f"{word}_index", f"position_of_{fn}"], params=[Param(xs, kind + "1")], bodies=[body] + ([key] if key else []), what=[f"the index of the {word} {source.one} in {name}, the first one if there are several"])


def _halving(d: Draw) -> Sketch:
    xs, target = d.one("numbers target", "values x", "arr target", "sorted_list value", "items item", "xs x").split()
    low, high, mid = d.one("low high mid", "lo hi mid", "left right middle", "start end mid").split()
    form = d.number(0, 2)
    if form == 0:
        inclusive = f"{low}, {high} = 0, len({xs}) - 1\nwhile {low} <= {high}:\n    {mid} = ({low} + {high}) // 2\n    if {xs}[{mid}] == {target}:\n        return {mid}\n    if {xs}[{mid}] < {target}:\n        {low} = {mid} + 1\n    else:\n        {high} = {mid} - 1\nreturn -1"
        return Sketch(names=["binary_search", "find_sorted", "search_sorted"], params=[Param(xs, "sorted"), Param(target, "int")], bodies=[inclusive], what=[f"the index of {target} in the ascending list {xs}, or -1, by binary search"], do=[f"Find {target} in the sorted list {xs} by halving and return its index, or -1 if it is not there"], inputs=["[1, 3, 5], 3", "[1, 3, 5], 5", "[1, 3, 5], 2", "[], 1"])
    sign, word = d.one(("<", "less than"), ("<=", "at most"))
    body = f"{low}, {high} = 0, len({xs})\nwhile {low} < {high}:\n    {mid} = ({low} + {high}) // 2\n    if {xs}[{mid}] {sign} {target}:\n        {low} = {mid} + 1\n    else:\n        {high} = {mid}\nreturn {low}"
    return Sketch(names=["count_below", "insert_position", "lower_bound", "insertion_point"], params=[Param(xs, "sorted"), Param(target, "int")], bodies=[body], what=[f"how many numbers of the ascending list {xs} are {word} {target}, by binary search"], inputs=["[1, 3, 5], 3", "[1, 3, 5], 6", "[1, 3, 5], 0"])


def _sorting(d: Draw) -> Sketch:
    source, name, kind = _list(d)
    xs, x, item = source.code, source.element, _item_type(kind)
    down = d.chance(0.4)
    order, reverse = ("descending", ", reverse=True") if down else ("ascending", "")
    if item == "str":
        key, how, stem = d.one((", key=len", "by length", "by_length"), ("", "alphabetically" if not down else "in reverse alphabetical order", "alphabetically"), (f", key=lambda {x}: {x}.lower()", "ignoring case", "ignore_case"), (f", key=lambda {x}: {x}[-1:]", "by the last letter", "by_last_letter"))
        how += {"by length": ", longest first" if down else ", shortest first", "by the last letter": f", {order}", "ignoring case": f", {order}"}.get(how, "")
    else:
        k = d.number(2, 9)
        key, how, stem = d.one(("", f"in {order} order", order), ("", f"in {order} order", order), (", key=abs", f"by absolute value, {order}", "by_abs"), (f", key=lambda {x}: {x} % {k}", f"by the remainder modulo {k}, {order}", f"by_mod_{k}"), (f", key=lambda {x}: abs({x} - {k})", f"by the distance from {k}, {order}", f"by_distance_{k}"), (f", key=lambda {x}: {x} * {x}", f"by square, {order}", "by_square"))
    out = d.name("result out ordered")
    bodies = [f"return sorted({xs}{key}{reverse})", f"{out} = list({xs})\n{out}.sort({(key + reverse)[2:]})\nreturn {out}"]
    if not key and item == "int":
        i, j = d.name("i a p"), d.name("j b q")
        sign = ">" if down else "<"
        bodies.append(f"for {i} in range(len({xs})):\n    for {j} in range({i} + 1, len({xs})):\n        if {xs}[{j}] {sign} {xs}[{i}]:\n            {xs}[{i}], {xs}[{j}] = {xs}[{j}], {xs}[{i}]\nreturn {xs}")
        pick = "max" if down else "min"
        bodies.append(f"{out} = []\n{xs} = list({xs})\nwhile {xs}:\n    {x} = {pick}({xs})\n    {xs}.remove({x})\n    {out}.append({x})\nreturn {out}")
    form = d.number(0, 5)
    if form < 4:
        condition = source.condition(d) if d.chance(0.3) else None
        if condition and not condition.params:
            bodies = [f"return sorted([{x} for {x} in {xs} if {condition.of(x)}]{key}{reverse})"]
            return Sketch(names=[f"sort_{condition.name}", f"sorted_{condition.name}", f"{condition.name}_sorted"], params=[Param(xs, kind)], bodies=bodies, returns=f"list[{item}]", what=[f"the {condition.those(d, source.many, ' of ' + xs)}, sorted {how}"])
        return Sketch(names=[f"sort_{stem}", f"sorted_{stem}", f"order_{stem}", f"sort_{source.many}"], params=[Param(xs, kind)], bodies=bodies, returns=f"list[{item}]", what=[f"{xs} sorted {how}", f"a sorted copy of {name}, {how}"], do=[f"Sort {name} {how}"])
    if form == 4:
        sign, word = d.one(("<=", "ascending"), (">=", "descending"), ("<", "strictly ascending"), (">", "strictly descending"))
        i = d.name("i k j")
        against = {"<=": ">", ">=": "<", "<": ">=", ">": "<="}[sign]
        bodies = [f"return all({xs}[{i}] {sign} {xs}[{i} + 1] for {i} in range(len({xs}) - 1))", f"for {i} in range(len({xs}) - 1):\n    if {xs}[{i}] {against} {xs}[{i} + 1]:\n        return False\nreturn True"]
        if sign == "<=":
            bodies += truth(d, f"{xs} == sorted({xs})")
        return Sketch(names=[f"is_{word.replace(' ', '_')}", "is_ordered", "in_order"], params=[Param(xs, kind)], bodies=bodies, returns="bool", whether=[f"{xs} is in {word} order", f"the {source.many} of {xs} are in {word} order"], inputs=["[1, 2, 3]", "[3, 2, 1]", "[1, 1, 2]", "[2, 2, 1]"] if item == "int" else ["['a', 'b']", "['b', 'a']", "['a', 'a']"])
    k = d.number(2, 3)
    largest = d.chance(0.5)
    word = "largest" if largest else "smallest"
    rev = ", reverse=True" if largest else ""
    if item == "str":
        return Sketch(names=[f"sort_{stem}", f"ordered_{stem}"], params=[Param(xs, kind)], bodies=bodies, returns="list[str]", do=[f"Sort {name} {how}"])
    return d.one(
        Sketch(names=[f"{_ORDINALS[k - 1]}_{word}", f"{word}_{k}"], params=[Param(xs, kind)], bodies=[f"if len({xs}) < {k}:\n    return None\nreturn sorted({xs}{rev})[{k - 1}]"], returns="int | None", what=[f"the {_ORDINALS[k - 1]} {word} {source.one} of {name}, where equal ones count separately"], edge=f"Return None for fewer than {k}."),
        Sketch(names=[f"{word}_{k}", f"top_{k}" if largest else f"bottom_{k}"], params=[Param(xs, kind)], bodies=[f"return sorted({xs}{rev})[:{k}]"], returns="list[int]", what=[f"the {k} {word} {source.many} of {name}, {word} first"]),
        Sketch(names=["median", "middle_value", "sorted_middle"], params=[Param(xs, "ints1")], bodies=[f"return sorted({xs})[len({xs}) // 2]"], what=[f"the element at index len // 2 of the sorted {source.many}{source.where}"]),
    )


FAMILIES = (
    Family("indexing", ((_at, 3), (_index, 2))),
    Family("slicing", ((_slice, 3), (_part, 3))),
    Family("neighbours", ((_running, 1), (_neighbours, 1))),
    Family("search", ((_search, 8), (_halving, 1))),
    Family("sorting", ((_sorting, 1),)),
)
