"""`--set FIELD=VALUE`: a study with some of its fields changed.

A field is addressed by its dotted path (`budget.tokens`, `space.widths`), a bound by its metric
(`constraints.parameters`), an element of a tuple by its index or its type (`evaluators.collapse.prompts`).
"""

from __future__ import annotations

import dataclasses
import difflib
import types
from collections.abc import Iterable, Sequence
from enum import Enum
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from autonas.errors import AutonasError, UsageError
from autonas.study import Constraint, Study

__all__ = ["apply_overrides"]


def apply_overrides(study: Study, overrides: Sequence[tuple[str, str]]) -> Study:
    """Returns the study with each (path, value) applied, in order.

    Raises:
        UsageError: An unknown field (with what was probably meant), or a value that the field cannot have.
    """
    for path, text in overrides:
        try:
            study = _replaced(study, path.split("."), text, path)
        except AutonasError:
            raise
        except (TypeError, ValueError) as error:
            raise UsageError(f"--set {path}={text}: {error}", hint="see the field's allowed values") from error
    return study


def _replaced(owner: Any, parts: Sequence[str], text: str, path: str) -> Any:
    name, rest = parts[0], parts[1:]
    if not dataclasses.is_dataclass(owner) or isinstance(owner, type):
        raise UsageError(f"--set {path}: {type(owner).__name__} has no fields that can be set")
    names = [field.name for field in dataclasses.fields(owner) if field.init]
    if name not in names:
        raise _unknown(name, names, path)
    value = getattr(owner, name)
    if isinstance(owner, Study) and name == "constraints":
        new: Any = _with_bound(owner.constraints, ".".join(rest), text, path)
    elif not rest:
        new = _parse(text, _annotation(owner, name, value), path)
    elif isinstance(value, tuple):
        new = _replaced_element(value, rest, text, path)
    else:
        new = _replaced(value, rest, text, path)
    return dataclasses.replace(owner, **{name: new})


def _replaced_element(values: tuple[Any, ...], parts: Sequence[str], text: str, path: str) -> tuple[Any, ...]:
    names = [type(value).__name__.lower() for value in values]
    key = parts[0].lower()
    if key.isdecimal() and int(key) < len(values):
        index = int(key)
    elif key in names:
        index = names.index(key)
    else:
        raise _unknown(parts[0], names, path)
    if len(parts) == 1:
        raise UsageError(f"--set {path}: {names[index]} is not a value", hint="set one of its fields")
    return (*values[:index], _replaced(values[index], parts[1:], text, path), *values[index + 1 :])


def _with_bound(constraints: tuple[Constraint, ...], metric: str, text: str, path: str) -> tuple[Constraint, ...]:
    if not metric:
        raise UsageError(f"--set {path}: name the metric", hint="for example --set constraints.parameters=3e6")
    bound = Constraint(metric=metric, upper=_parse(text, float, path))
    return (*(c for c in constraints if c.metric != metric), bound)


def _unknown(name: str, names: Iterable[str], path: str) -> UsageError:
    close = difflib.get_close_matches(name, names, n=1)
    guess = f"did you mean {close[0]!r}? " if close else ""
    return UsageError(f"--set {path}: unknown field {name!r}", hint=f"{guess}fields here: {', '.join(names)}")


def _annotation(owner: Any, name: str, value: Any) -> Any:
    try:
        return get_type_hints(type(owner))[name]
    except NameError:  # a type that is only imported for type checking: the current value tells
        if isinstance(value, tuple) and value:
            return tuple[type(value[0]), ...]  # type: ignore[misc]
        return type(value)


def _parse(text: str, kind: Any, path: str) -> Any:
    """Returns the value that `text` stands for in a field of type `kind`."""
    if kind is Any:
        return _parse(text, int | float | str, path)
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _parse_union(text, get_args(kind), path)
    if origin is Literal:
        matches = [choice for choice in get_args(kind) if str(choice) == text]
        return _only(matches, text, " or ".join(str(choice) for choice in get_args(kind)), path)
    if origin is not None and issubclass(origin, Sequence):
        return _parse_sequence(text, get_args(kind), path)
    if isinstance(kind, type) and issubclass(kind, Enum):
        matches = [member for member in kind if text in (member.name, str(member.value))]
        return _only(matches, text, " or ".join(member.name for member in kind), path)
    if kind in _SCALARS:
        return _SCALARS[kind](text, path)
    raise UsageError(
        f"--set {path}: {getattr(kind, '__name__', kind)} cannot be given as text",
        hint="set one of its fields, or write a study file",
    )


def _parse_union(text: str, kinds: Sequence[Any], path: str) -> Any:
    if types.NoneType in kinds and text.lower() == "none":
        return None
    error = UsageError(f"--set {path}: cannot be {text!r}")
    for kind in (kind for kind in kinds if kind is not types.NoneType):
        try:
            return _parse(text, kind, path)
        except UsageError as failed:
            error = failed
    raise error


def _parse_sequence(text: str, kinds: Sequence[Any], path: str) -> tuple[Any, ...]:
    items = [item.strip() for item in text.strip("()[] ").split(",") if item.strip()]
    if (len(kinds) == 2 and kinds[1] is not Ellipsis) or len(kinds) > 2:
        if len(items) != len(kinds):
            raise UsageError(f"--set {path}: needs {len(kinds)} values separated by commas, got {text!r}")
        return tuple(_parse(item, kind, path) for item, kind in zip(items, kinds, strict=True))
    return tuple(_parse(item, kinds[0] if kinds else Any, path) for item in items)


def _only(matches: Sequence[Any], text: str, allowed: str, path: str) -> Any:
    if not matches:
        raise UsageError(f"--set {path}: must be {allowed}, got {text!r}")
    return matches[0]


def _bool(text: str, path: str) -> bool:
    words = {
        "true": True,
        "yes": True,
        "on": True,
        "1": True,
        "false": False,
        "no": False,
        "off": False,
        "0": False,
    }
    if text.lower() not in words:
        raise UsageError(f"--set {path}: must be true or false, got {text!r}")
    return words[text.lower()]


def _int(text: str, path: str) -> int:
    try:
        return int(text)
    except ValueError:
        number = _float(text, path, kind="a whole number")
    if number != number or number in (float("inf"), float("-inf")) or number != int(number):
        raise UsageError(f"--set {path}: must be a whole number, got {text!r}")
    return int(number)


def _float(text: str, path: str, *, kind: str = "a number") -> float:
    try:
        return float(text)
    except ValueError:
        raise UsageError(f"--set {path}: must be {kind}, got {text!r}") from None


_SCALARS: dict[Any, Any] = {
    bool: _bool,
    int: _int,
    float: _float,
    str: lambda text, _: text,
    Path: lambda text, _: Path(text),
}
