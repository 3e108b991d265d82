"""From a reference on the command line to a study, and from a study to the JSON that identifies it.

References: NAME (entry point of the group `autonas.studies`), file.py or file.py:attr, package.module:attr.
"""

from __future__ import annotations

import contextlib
import difflib
import hashlib
import importlib
import importlib.util
import inspect
import json
import sys
import traceback
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from autonas.errors import AutonasError, UsageError
from autonas.overrides import apply_overrides
from autonas.protocols import known_fields
from autonas.study import Study

__all__ = ["Resolved", "describe", "differences", "fingerprint", "installed_studies", "resolve_study"]

_NOT_IDENTITY = ("name", "n_trials", "description", "promotion")  # may change while a search is gone on with


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A study, and the plain data from which another process resolves the same one.

    Attributes:
        study: With overrides applied.
        reference: As given.
        device_type: "cpu" or "cuda": a study may have a budget for each.
        overrides: As given with `--set`.
        description: All its fields as JSON; what may change when a search is gone on with is left out.
        growth: How many times the study's own budget its candidates get: above 1 on a higher rung.
    """

    study: Study
    reference: str
    device_type: str
    overrides: tuple[tuple[str, str], ...]
    description: Mapping[str, Any]
    growth: int = 1

    def grown(self, factor: int, n_trials: int) -> Resolved:
        """Returns the same study with a larger budget, for so many candidates."""
        assert self.study.budget is not None, "only what is trained can be trained longer"
        budget = self.study.budget.grown(factor)
        return replace(
            self,
            study=replace(self.study, budget=budget, n_trials=n_trials, early_stop=None),
            description={k: v for k, v in self.description.items() if k != "early_stop"} | {"budget": describe(budget)},
            growth=factor * self.growth,
        )


def resolve_study(
    reference: str,
    *,
    device: str = "cpu",
    overrides: Sequence[tuple[str, str]] = (),
    n_trials: int | None = None,
) -> Resolved:
    """Returns the study that a reference names.

    Args:
        reference: NAME, file.py, file.py:attr or package.module:attr.
        device: "cpu", "cuda" or "cuda:1"; its type is what a study function is given.
        overrides: (dotted path, value) pairs, see `autonas.overrides`.
        n_trials: Replaces the study's own number if given.

    Raises:
        UsageError: No such study, not a study, or a value that is out of range.
    """
    device_type = device.partition(":")[0]
    if device_type not in ("cpu", "cuda"):
        raise UsageError(f"device must be cpu, cuda or cuda:N, got {device!r}", hint="use --device cpu")
    target, source = _load(reference)
    study = _call(target, reference, device_type)
    study = apply_overrides(study, overrides)
    if n_trials is not None:
        study = replace(study, n_trials=n_trials)
    description = {f.name: describe(getattr(study, f.name)) for f in fields(study) if f.name not in _NOT_IDENTITY}
    if study.early_stop is None or study.trainer is None:  # as if there were none: it decides nothing
        del description["early_stop"]
    description["genes"] = {gene.name: [describe(choice) for choice in gene.choices] for gene in study.space.genes}
    if source is not None:
        description["source"] = {
            "file": source.name,
            "sha256": hashlib.sha256(source.read_bytes()).hexdigest(),
        }
    return Resolved(
        study=study,
        reference=reference,
        device_type=device_type,
        overrides=tuple((path, value) for path, value in overrides),
        description=description,
    )


def installed_studies() -> list[str]:
    """Returns the names of the installed studies."""
    return sorted(point.name for point in entry_points(group="autonas.studies"))


def _load(reference: str) -> tuple[Any, Path | None]:
    """Returns the object that a reference names, and the file it came from if it was given by file."""
    path, _, attribute = reference.partition(":")
    if path.endswith(".py"):
        file = Path(path)
        if not file.is_file():
            raise UsageError(f"there is no study file {path}", hint="check the path; see docs/extending.md")
        with _user_code(f"{path} could not be loaded"):
            module = _import_file(file)
        return _attribute(module, attribute or "study", reference), file
    if attribute:
        with _user_code(f"{path} could not be imported"), _importable(Path.cwd()):
            module = importlib.import_module(path)
        return _attribute(module, attribute, reference), None
    points = {point.name: point for point in entry_points(group="autonas.studies")}
    if reference not in points:
        close = difflib.get_close_matches(reference, points, n=1)
        guess = f"did you mean {close[0]!r}? " if close else ""
        raise UsageError(
            f"unknown study {reference!r}",
            hint=f"{guess}installed: {', '.join(sorted(points))}; or give a file.py or package.module:attr",
        )
    with _user_code(f"study {reference!r} could not be loaded"):
        return points[reference].load(), None


def _import_file(file: Path) -> Any:
    name = f"autonas_study_{file.stem}"
    spec = importlib.util.spec_from_file_location(name, file.resolve())
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up
    with _importable(file.resolve().parent):
        spec.loader.exec_module(module)
    return module


@contextlib.contextmanager
def _importable(folder: Path) -> Iterator[None]:
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        with contextlib.suppress(ValueError):
            sys.path.remove(str(folder))


@contextlib.contextmanager
def _user_code(what: str) -> Iterator[None]:
    """Turns an error in somebody's study into one line that says where it happened."""
    try:
        yield
    except AutonasError:
        raise
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        where = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
        message = " ".join(str(error).split())
        raise UsageError(f"{what}: {type(error).__name__}: {message}{where}", hint="--debug shows all") from error


def _attribute(module: Any, attribute: str, reference: str) -> Any:
    if not hasattr(module, attribute):
        names = [name for name, value in vars(module).items() if isinstance(value, Study)]
        hint = f"it has: {', '.join(names)}" if names else "define a function that returns an autonas.study.Study"
        raise UsageError(f"{reference} has no {attribute!r}", hint=hint)
    return getattr(module, attribute)


def _call(target: Any, reference: str, device_type: str) -> Study:
    if callable(target):
        with _user_code(f"study {reference!r} failed"):
            wants_device = bool(inspect.signature(target).parameters)
            target = target(device_type) if wants_device else target()
    if not isinstance(target, Study):
        raise UsageError(
            f"{reference} must be a Study or a function that returns one, got {type(target).__name__}",
            hint="see docs/extending.md",
        )
    return target


def describe(value: Any) -> Any:
    """Returns `value` as JSON: dataclasses and objects by their type and fields, functions by their name."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e15 else value  # 3e6 and 3000000 are the same
    if isinstance(value, Enum):
        return describe(value.value)
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): describe(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [describe(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted((describe(item) for item in value), key=str)
    if isinstance(value, type) or inspect.isroutine(value):
        return f"{value.__module__}:{value.__qualname__}"
    return {"type": f"{type(value).__module__}:{type(value).__qualname__}", **_attributes(value)}


def _attributes(value: Any) -> dict[str, Any]:
    if is_dataclass(value):
        known = known_fields(value)
        return {f.name: describe(getattr(value, f.name)) for f in fields(value) if f.compare and f.name in known}
    if callable(getattr(value, "item", None)):  # a NumPy scalar
        return {"value": describe(value.item())}
    return {name: describe(item) for name, item in getattr(value, "__dict__", {}).items() if name[0] != "_"}


def fingerprint(description: Mapping[str, Any]) -> str:
    """Returns the SHA-256 of a description, in hexadecimal."""
    text = json.dumps(description, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def differences(old: Any, new: Any, path: str = "") -> list[tuple[str, Any, Any]]:
    """Returns (dotted path, old, new) of all in which two descriptions differ; None is absent."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        keys = [*old, *(key for key in new if key not in old)]
        parts = [(f"{path}.{key}" if path else str(key), old.get(key), new.get(key)) for key in keys]
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        parts = [(f"{path}[{i}]", a, b) for i, (a, b) in enumerate(zip(old, new, strict=True))]
    else:
        return [] if old == new else [(path, old, new)]
    return [difference for key, a, b in parts for difference in differences(a, b, key)]
