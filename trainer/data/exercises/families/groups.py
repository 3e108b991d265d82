"""Groups of people and sets of things, all pairs of two lists, lists of pairs taken apart and numbered."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.paired_lists import apart, every_pair, numbered
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]

_GROUPS = (
    ("groups", "group", "name", "names"),
    ("teams", "team", "player", "players"),
    ("classes", "class", "student", "students"),
    ("clubs", "club", "member", "members"),
    ("courses", "course", "name", "names"),
    ("shelves", "shelf", "title", "titles"),
    ("lists", "part", "word", "words"),
)
_SETS = (
    ("people", "hobbies", "hobbies", "has"),
    ("menus", "menu", "dishes", "contains"),
    ("sets", "s", "elements", "contains"),
    ("groups", "group", "numbers", "contains"),
    ("tickets", "ticket", "numbers", "shows"),
    ("players", "cards", "cards", "holds"),
    ("recipes", "recipe", "ingredients", "needs"),
)


def _in_all(d: Draw) -> Sketch:
    """What several sets share, or contain together."""
    xs, x, many, has = d.one(*_SETS)
    out = d.name("common result shared out")
    union = d.chance(0.35)
    lists = d.chance(0.2) and not union
    if union:
        bodies = [
            f"{out} = set()\nfor {x} in {xs}:\n    {out} |= {x}\nreturn {out}",
            f"{out} = set()\nfor {x} in {xs}:\n    {out}.update({x})\nreturn {out}",
            f"return set().union(*{xs})",
        ]
        return Sketch(
            names=f"all_{many} any_{many} union_of_all everything unite collect_{many} merge_sets big_union".split(),
            params=[Param(xs, "sets")],
            bodies=bodies,
            returns="set[int]",
            what=[
                f"the set of the {many} that at least one of {xs} {has}",
                f"the union of all the sets in {xs}",
                f"all {many} that occur anywhere in {xs}, as one set",
            ],
            do=[
                f"Unite all the sets in {xs}",
                f"Merge the sets in {xs} into a single set of {many}",
                f"Collect the {many} of all the sets in {xs} in one set",
            ],
            sentences=[
                f"Given a list {xs} of sets, return the set of all {many} in them.",
                f"Which {many} are in at least one of the sets in {xs}? Return them as a set.",
                f"Throw everything in the sets of {xs} together into one set.",
            ],
            inputs=["[{1, 2}, {2, 3}]", "[{4}, {5}]"],
        )
    first = f"set({xs}[0])" if lists else f"{xs}[0]"
    step = f"{out} & set({x})" if lists else f"{out} & {x}"
    kind = "nested1" if lists else "sets1"
    thing = "lists" if lists else "sets"
    bodies = [f"{out} = {first}\nfor {x} in {xs}[1:]:\n    {out} = {step}\nreturn {out}"] * 2
    bodies += (
        []
        if lists
        else [
            f"return set.intersection(*{xs})",
            f"{out} = set({xs}[0])\nfor {x} in {xs}:\n    {out} &= {x}\nreturn {out}",
        ]
    )
    return Sketch(
        names=[f"shared_{many}", f"common_{many}", "in_all", "intersect_all", "shared_by_all", f"{many}_of_all", "intersection", "in_every_one"],  # noqa: E501
        params=[Param(xs, kind)],
        bodies=bodies,
        returns="set[int]",
        what=[
            f"the set of the {many} that every one of {xs} {has}",
            f"the set of what all the {thing} in {xs} have in common",
            f"the intersection of all the {thing} in {xs}, as a set",
        ],
        do=[
            f"Find the {many} that all {thing} in the non-empty list {xs} share, as a set",
            f"Intersect all the sets in {xs}" if not lists else f"Turn the lists in {xs} into sets and intersect them",
            f"Keep only the {many} that each of the {thing} in {xs} contains, as one set",
        ],
        sentences=[
            f"Given a non-empty list {xs} of {thing} of {many}, return the set of {many} that all of them share.",
            f"Which {many} are in every one of the {thing} in {xs}? Return a set.",
            f"A set of those {many} that none of the {thing} in {xs} lacks.",
            f"Throw away the {many} that are not in all {thing} of {xs} and return the rest as a set.",
        ],
        inputs=["[[1, 2], [2, 3]]", "[[1, 4], [4, 1, 2], [1, 4]]", "[[1], [2]]"] if lists else ["[{1, 2, 3}, {2, 3}, {2, 3, 4}]", "[{1, 2}, {2}]", "[set(), {1}]"],  # noqa: E501
    )  # fmt: skip


def _memberships(d: Draw) -> Sketch:
    """Names in several lists: how many, who, how often."""
    gs, g, one, many = d.one(*_GROUPS)
    g = "part" if g == "class" else g
    out, x = d.name("people seen result found"), d.name(f"x {one} {one}")
    form, _k = d.number(0, 7), d.number(1, 3)
    inputs = [
        "[['Ann', 'Bob'], ['Bob', 'Eve']]",
        "[['x'], ['x']]",
        "[['a', 'b'], ['c']]",
        "[['a', 'b'], ['b', 'a'], ['a']]",
    ]
    head = f"{out} = set()\nfor {g} in {gs}:\n    {out}.update({g})\n"
    if form < 4:
        size = form < 3
        last = f"len({out})" if size else f"sorted({out})"
        nested = f"{{{x} for {g} in {gs} for {x} in {g}}}"
        if size:
            names = f"union_size count_{many} number_of_{many} distinct_count how_many_{many} count_distinct different_{many} size_of_union"  # noqa: E501
            what = [
                f"the number of different {many} in the lists of {gs}",
                f"how many different {many} occur in at least one of the lists in {gs}",
                f"the size of the union of all lists in {gs}",
            ]
            do = [
                f"Count the different {many} that belong to at least one list in {gs}",
                f"Count the {many} in all the lists of {gs}, but each different one only once",
            ]
            sentences = [
                f"How many different {many} are there in all the lists of {gs} together?",
                f"Given {gs}, a list of lists of {many}, count the distinct {many}.",
                f"Put the {many} from all lists in {gs} into one set and return its size.",
            ]
        else:
            names = f"all_{many} sorted_{many} everyone unique_{many} distinct_sorted list_all_{many} sorted_union merge_sorted"  # noqa: E501
            what = [
                f"the sorted list of the different {many} in the lists of {gs}",
                f"all distinct {many} that are in any of the lists in {gs}, sorted",
            ]
            do = [
                f"List all different {many} in the lists of {gs} alphabetically",
                f"Merge the lists in {gs} into one sorted list without duplicates",
                f"Collect each different {one} in the lists of {gs} once and sort the result",
            ]
            sentences = [
                f"Which {many} occur in the lists of {gs}? List each once, in alphabetical order.",
                f"Given {gs}, a list of lists of {many}, return their union as a sorted list.",
                f"Flatten {gs}, get rid of repeated {many} and sort what is left.",
            ]
        return Sketch(
            names=names.split(),
            params=[Param(gs, "groups")],
            bodies=[f"{head}return {last}"] * 2 + [f"return {'len' if size else 'sorted'}({nested})"],
            returns="int" if size else "list[str]",
            what=what,
            do=do,
            sentences=sentences,
            inputs=inputs,
        )
    if form == 4:
        n = d.name("name who wanted person")
        return Sketch(
            names=f"groups_of count_{gs} how_often memberships count_containing count_lists_with in_how_many_{gs} number_of_{gs}".split(),  # noqa: E501
            params=[Param(gs, "groups"), Param(n, "char")],
            bodies=[
                f"return sum(1 for {g} in {gs} if {n} in {g})",
                f"count = 0\nfor {g} in {gs}:\n    if {n} in {g}:\n        count += 1\nreturn count",
            ],
            what=[
                f"the number of lists in {gs} that contain {n}",
                f"how many of the lists in {gs} have {n} in them",
            ],
            do=[
                f"Count in how many of the lists in {gs} the {one} {n} stands",
                f"Count the lists of {gs} that {n} belongs to",
                f"Find out how many of the lists in {gs} {n} is a part of",
            ],
            sentences=[
                f"In how many of the lists in {gs} is {n}?",
                f"Given {gs}, a list of lists of {many}, tell how many of them contain {n}.",
                f"Go through {gs} and count each list in which {n} appears, however often it does.",
            ],
            inputs=[
                "[['a', 'b'], ['a']], 'a'",
                "[['b'], ['c']], 'a'",
                "[['a', 'a']], 'a'",
                "[['x'], [], ['x', 'o']], 'o'",
                "[['e'], ['e'], ['e']], 'e'",
            ],
        )
    if form == 5:
        biggest = d.chance(0.6)
        most, longest = ("most", "longest") if biggest else ("fewest", "shortest")
        return Sketch(
            names=[
                "largest_group" if biggest else "smallest_group",
                f"biggest_{one}_list" if biggest else f"shortest_{one}_list",
                f"{longest}_list",
                f"{most}_{many}",
                f"{longest}_of_{gs}",
                f"{longest}_{g}",
                "max_by_length" if biggest else "min_by_length",
                f"find_{longest}",
            ],
            params=[Param(gs, "groups")],
            bodies=[f"return {'max' if biggest else 'min'}({gs}, key=len)"],
            returns="list[str]",
            what=[
                f"the list in {gs} with the {most} {many}, the first of several",
                f"that list in {gs} which has the {most} {many}, the first if there is a tie",
            ],
            do=[
                f"Find the {longest} of the lists in {gs}, the first one if several are equally long",
                f"Pick out the list of {gs} with the {most} {many}, the earliest if there are several",
            ],
            sentences=[
                f"Which list in {gs} has the {most} {many}? Take the first if several have.",
                f"Given {gs}, a list of lists of {many}, return the {longest}; the first one wins a tie.",
                f"Of all the lists in {gs}, give back the {longest}, or the first such list.",
            ],
            inputs=inputs,
        )
    a, b = d.one("a b", "first second", "morning evening", "club1 club2", "left right").split()
    op, said, stem, which, result = d.one(
        ("&", "in both {a} and {b}", "both", "that {a} and {b} share", "intersection of {a} and {b}"),
        ("-", "in {a}, but not in {b}", "only_first", "that {a} has and {b} lacks", "difference {a} minus {b}"),
        ("^", "in exactly one of {a} and {b}", "exactly_one", "that only one of {a} and {b} has", "symmetric difference of {a} and {b}"),  # noqa: E501
        ("|", "in {a} or {b} or both", "either", "that at least one of {a} and {b} has", "union of {a} and {b}"),
    )  # fmt: skip
    said, which, result = (text.format(a=a, b=b) for text in (said, which, result))
    size = d.chance(0.5)
    call = f"set({a}) {op} set({b})"
    if size:
        names = f"{stem}_count count_{stem} people_in_{stem} count_in_{stem} how_many_in_{stem} number_in_{stem} num_{stem} {stem}_size"  # noqa: E501
        what = [f"the number of different {many} that are {said}", f"how many different {many} are {said}"]
        do = [
            f"Count the different {many} {which}",
            f"Work out the size of the {result}, both taken as sets",
        ]
        sentences = [
            f"How many different {many} are {said}?",
            f"Given {a} and {b}, two lists of {many}, count those {which}, each only once.",
            f"Make sets of {a} and {b}. How many elements has the {result} then?",
        ]
    else:
        names = f"in_{stem} {stem}_sorted people_in_{stem} list_{stem} {stem}_of_two find_{stem} {many}_in_{stem} sorted_{stem}"  # noqa: E501
        what = [f"the sorted list of the different {many} that are {said}", f"all {many} {which}, sorted and each once"]
        do = [
            f"List in alphabetical order, and once each, the {many} {which}",
            f"Sort the {result}, both taken as sets",
        ]
        sentences = [
            f"Which {many} are {said}? List each once, in alphabetical order.",
            f"Given {a} and {b}, two lists of {many}, return those {which}, sorted and without repeats.",
            f"Make sets of {a} and {b} and return the {result} as a sorted list.",
        ]
    return Sketch(
        names=names.split(),
        params=[Param(a, "words"), Param(b, "words")],
        bodies=[f"return {'len' if size else 'sorted'}({call})"],
        returns="int" if size else "list[str]",
        what=what,
        do=do,
        sentences=sentences,
        inputs=["['Ann', 'Bob'], ['Bob', 'Eve']", "['x'], ['x']", "['a', 'a', 'c'], ['b']"],
    )


FAMILIES = (Family("groups", ((_in_all, 3), (_memberships, 3), (every_pair, 2), (apart, 2), (numbered, 2))),)
