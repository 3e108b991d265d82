"""Where a study runs, from the options of a command: checked before anything is changed."""

from __future__ import annotations

import contextlib
import importlib
import math
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import make_url

from autonas.calibrate import calibrated_workers
from autonas.database import check_database, masked
from autonas.defaults import DEFAULT_OUT, DEFAULT_STORAGE, default_cache
from autonas.errors import UsageError
from autonas.limits import Limits
from autonas.publishing import Publishing, dashboard_is_installed, refuse_without_dashboard
from autonas.resolve import Resolved, resolve_study
from autonas.runs import Place
from autonas.views.numbers import bytes_text

if TYPE_CHECKING:
    from autonas.cluster import Cluster

__all__ = [
    "PlaceOptions", "check_cache", "check_place", "given_words", "parse_overrides", "resolve_on_device",
    "resolve_on_devices",
]  # fmt: skip

_DASHBOARD = "AUTONAS_DASHBOARD"  # environment variable: off publishes nothing unless --dashboard is given
_LEAST_FREE = 50e6  # bytes: below, not even the storage of a search would fit for long


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceOptions:
    """The options on where candidates run, as they were given."""

    device: str
    storage: str
    out: Path
    cache: Path | None
    workers: str = "1"
    cluster: str | None = None
    candidate_minutes: float | None = None
    candidate_memory: float | None = None
    dashboard: bool | None = None

    def limits(self) -> Limits:
        """Returns what a candidate may use."""
        minutes, gigabytes = self.candidate_minutes, self.candidate_memory
        return Limits(
            seconds=math.inf if minutes is None else 60 * minutes,
            memory=math.inf if gigabytes is None else 1e9 * gigabytes,
        )

    def place_words(self) -> list[str]:
        """Returns these options as words of a command."""
        defaults = {"device": "auto", "workers": "1", "storage": DEFAULT_STORAGE, "out": DEFAULT_OUT}
        names = ("candidate_minutes", "candidate_memory", "device", "workers", "cluster", "storage", "out", "cache")
        flag = {None: [], True: ["--dashboard"], False: ["--no-dashboard"]}[self.dashboard]
        return [*given_words(self, names, defaults), *flag]

    def publishing(self, *names: str) -> contextlib.AbstractContextManager[Publishing | None]:
        """Returns what keeps the dashboard of studies up to date; None where that is not wanted or not installed.

        Raises:
            UsageError: It is wanted, but not installed.
        """
        wanted = self.dashboard
        if wanted:
            refuse_without_dashboard()
        elif wanted is None:
            wanted = dashboard_is_installed() and os.environ.get(_DASHBOARD) != "off"
        return Publishing(self.storage, names, self.out) if wanted else contextlib.nullcontext()

    @contextlib.contextmanager
    def opened(
        self, reference: str, *, overrides: Sequence[tuple[str, str]] = (), n_trials: int | None = None
    ) -> Iterator[tuple[Resolved, Place]]:
        """Yields a study as these devices train it, and where it runs; a cluster is connected for as long.

        Raises:
            UsageError: No such study, field, device, cluster or folder; nothing was changed.
        """
        cache = self.cache or default_cache()
        with contextlib.ExitStack() as stack:
            cluster = None
            if self.cluster is None:
                resolved, devices = resolve_on_devices(reference, self.device, overrides=overrides, n_trials=n_trials)
            else:
                resolve_study(reference, overrides=overrides, n_trials=n_trials)  # before the cluster is asked
                cluster = stack.enter_context(_connected(self.cluster, reference))
                resolved, device = cluster.resolve(reference, self.device, overrides=overrides, n_trials=n_trials)
                devices = (device,)
            for folder in (*_database_folder(self.storage), self.out):
                check_place(folder)
            check_cache(cache)
            yield (
                resolved,
                Place(
                    storage_url=self.storage,
                    devices=devices,
                    workers=_workers(self.workers, resolved, devices, cache, cluster=cluster),
                    cluster=cluster,
                    limits=self.limits(),
                    out=self.out,
                    cache=cache,
                ),
            )


def given_words(options: Any, names: Sequence[str], defaults: Mapping[str, object]) -> list[str]:
    """Returns those of the options that are not as by default, as words of a command; passwords are masked."""
    words = []
    for name in names:
        value = masked(options.storage) if name == "storage" else getattr(options, name)
        words += [] if value == defaults.get(name) else [f"--{name.replace('_', '-')}", str(value)]
    return words


def parse_overrides(texts: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Returns FIELD=VALUE texts as pairs."""
    pairs = [text.partition("=") for text in texts]
    for text, (path, equals, _) in zip(texts, pairs, strict=True):
        if not equals or not path.strip():
            raise UsageError(f"--set needs FIELD=VALUE, got {text!r}", hint="for example --set budget.tokens=2e6")
    return tuple((path.strip(), value.strip()) for path, _, value in pairs)


def check_place(folder: Path) -> None:
    """Refuses a folder in which nothing can be written. Leaves no trace.

    Raises:
        UsageError: It is none, or not writable, or its disk is full.
    """
    place = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
    hint = "choose another folder with --storage, --out or --cache"
    try:
        with tempfile.TemporaryFile(dir=place):
            free = shutil.disk_usage(place).free
    except OSError as error:
        raise UsageError(f"{folder} cannot be written to: {error.strerror}", hint=hint) from error
    if free < _LEAST_FREE:
        raise UsageError(f"only {bytes_text(free)} are free for {folder}", hint=f"free some space, or {hint}")


def check_cache(folder: Path) -> None:
    """As `check_place`, but lets a folder pass that is only there to be read: if data is lacking, its making says so.

    Raises:
        UsageError: It cannot be made, or its disk is full.
    """
    if not folder.is_dir() or os.access(folder, os.W_OK):
        check_place(folder)


def _database_folder(url: str) -> list[Path]:
    """Returns the folder in which a storage lies; none if it is a server.

    Raises:
        UsageError: It is no storage.
    """
    check_database(url)
    parsed = make_url(url)
    return [Path(str(parsed.database)).parent] if parsed.get_backend_name() == "sqlite" else []


def resolve_on_devices(
    reference: str, devices: str, *, overrides: Sequence[tuple[str, str]] = (), n_trials: int | None = None
) -> tuple[Resolved, tuple[str, ...]]:
    """Returns the study and the devices that its candidates run on; only a study that trains has a choice.

    Args:
        devices: One, or some of one type with commas between them.

    Raises:
        UsageError: No such study, field or device.
    """
    names = [name.strip() for name in devices.split(",")]
    found = [resolve_on_device(reference, name, overrides=overrides, n_trials=n_trials) for name in names]
    resolved, chosen = found[0][0], tuple(device for _, device in found)
    if len(set(chosen)) < len(chosen):
        raise UsageError(f"a device is named twice: {devices}", hint="--workers gives a device several candidates")
    if len({device.partition(":")[0] for device in chosen}) > 1:
        raise UsageError(f"{devices} are of different types", hint="scores of different types don't compare; use one")
    return resolved, chosen


def resolve_on_device(
    reference: str, device: str, *, overrides: Sequence[tuple[str, str]] = (), n_trials: int | None = None
) -> tuple[Resolved, str]:
    """Returns the study and the device that it runs on; only a study that trains has a choice.

    Raises:
        UsageError: No such study, field or device.
    """
    resolved = resolve_study(reference, overrides=overrides, n_trials=n_trials)
    if resolved.study.trainer is None:
        if device not in ("auto", "cpu"):
            raise UsageError(
                f"study {reference!r} trains nothing, so it has no use for {device}", hint="use --device cpu"
            )
        return resolved, "cpu"
    if device == "cpu":
        return resolved, device
    # The engine knows no tensors: which devices there are is the trainer's to say.
    found = str(importlib.import_module("trainer.device").resolve(device))
    if found.partition(":")[0] != resolved.device_type:
        resolved = resolve_study(reference, device=found, overrides=overrides, n_trials=n_trials)
    return resolved, found


def _workers(
    text: str, resolved: Resolved, devices: Sequence[str], cache: Path, *, cluster: Cluster | None = None
) -> int:
    """Returns what --workers asks for: a number, or what was measured.

    Raises:
        UsageError: It is neither, or was not measured.
    """
    if text == "auto" and cluster is not None:
        raise UsageError("--workers auto is what was measured here, not on a cluster", hint="give a number")
    if text == "auto":
        return calibrated_workers(resolved, devices, cache)
    try:
        return int(text)
    except ValueError:
        raise UsageError(f"--workers must be a number or auto, got {text!r}", hint="for example --workers 2") from None


def _connected(address: str, reference: str) -> contextlib.AbstractContextManager[Cluster]:
    from autonas.cluster import connected

    return connected(address, reference)
