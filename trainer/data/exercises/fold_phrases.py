"""What the sketches of folds share: code, parameters and phrases made of a source, a condition and a transform."""

from __future__ import annotations

from trainer.data.exercises.condition import Condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sources import Source
from trainer.data.exercises.transforms import Transform

__all__ = ["closed", "given", "name_of", "params_of", "pieces"]


def name_of(*parts: str) -> str:
    """Joins what is not empty to a function's name."""
    return "_".join(part for part in parts if part)


def _element(source: Source) -> str:
    """The element as a number: digits come as characters."""
    return f"int({source.element})" if source.stem == "digits" else source.element


def pieces(
    d: Draw, source: Source, condition: Condition | None, transform: Transform | None
) -> tuple[str, str, str, str]:
    """An element's value and test as code, the words for the elements, and the stem for names."""
    element = _element(source)
    value = transform.of(element) if transform else element
    test = condition.of(element) if condition else ""
    those = "the " + condition.those(d, source.many, source.where) if condition else source.all(d)
    stem = name_of(condition.name if condition else "", source.stem)
    return value, test, those, stem


def params_of(source: Source, *others: Condition | Transform | None) -> list:
    """What the function must take for the source and for the others."""
    params = list(source.params)
    for other in others:
        params += other.params if other else ()
    return params


def given(source: Source, text: str) -> list[str]:
    """A sentence that begins with what is given, unless the text does not name that."""
    if source.where.startswith((" in a ", " in the given ", " in the input ")):
        return []
    return [f"Given {' and '.join(param.name for param in source.params)}, {text}."]


def closed(phrase: str) -> str:
    """The phrase with a comma after what it has between commas."""
    return f"{phrase}," if ", each " in phrase else phrase
