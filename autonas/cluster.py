"""A Ray cluster as a place where candidates run: found by its address, counted in slots.

Ray itself does the rest: it places candidates, starts lost ones again on other nodes and carries data. Ray is imported
when a search names a cluster, and not before.
"""

from __future__ import annotations

import contextlib
import logging
import os
import socket
import subprocess
import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autonas.errors import UsageError
from autonas.executors import Executor, job_of
from autonas.limits import NO_LIMITS, Limits
from autonas.protocols import Context
from autonas.resolve import Resolved, resolve_study

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["Cluster", "Node", "Share", "connected", "n_slots", "share_of"]

_SECONDS = 30  # that a cluster has to answer
_CLIENT = "ray://"
_NOT_CARRIED = ("**/.git", "**/.venv", "**/__pycache__", "/runs", "*.db", "*.db-*")
_START = "start one with: ray start --head; see docs/cluster.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A node that is alive, and what Ray may give away there."""

    id: str
    address: str
    cpus: int
    gpus: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What each candidate asks Ray for: the same everywhere, so that it can run again on another node."""

    cpus: int
    gpus: float
    threads: int


def share_of(nodes: Sequence[Node], device_type: str, workers: int) -> Share:
    """Returns what a candidate asks for when so many shall run at a time on each GPU, or on each node of CPUs.

    The smallest node decides; on a larger one more candidates run at a time.

    Raises:
        UsageError: No node has such a device, or too few CPUs.
    """
    if workers < 1:
        raise UsageError(f"--workers must be at least 1, got {workers}", hint="leave it out for one worker a device")
    if device_type == "cuda":
        cpus = [node.cpus // (node.gpus * workers) for node in nodes if node.gpus and node.cpus]
        if not cpus:
            raise UsageError(
                f"the cluster has no GPU: {_described(nodes)}",
                hint="add a node with one (ray start --num-gpus), or use --device cpu",
            )
        return Share(cpus=1, gpus=10_000 // workers / 10_000, threads=max(1, min(cpus)))
    cpus = [node.cpus for node in nodes if node.cpus]
    if not cpus:
        raise UsageError(f"the cluster has no CPUs to give: {_described(nodes)}", hint="ray start --num-cpus sets them")
    if workers > min(cpus):
        raise UsageError(
            f"{workers} workers a node need as many CPUs, and the smallest node has {min(cpus)}",
            hint=f"use --workers {min(cpus)}; more of them would be far slower",
        )
    return Share(cpus=min(cpus) // workers, gpus=0, threads=min(cpus) // workers)


def n_slots(nodes: Sequence[Node], share: Share) -> int:
    """Returns how many candidates the nodes can run at a time."""
    return sum(min(node.cpus // share.cpus, int(node.gpus / share.gpus) if share.gpus else node.cpus) for node in nodes)


def _described(nodes: Sequence[Node]) -> str:
    return ", ".join(f"{node.address} with {node.cpus} CPUs and {node.gpus} GPUs" for node in nodes) or "no nodes"


class Cluster:
    """A Ray cluster that this process is connected to. `reference` is by what its nodes find the study."""

    def __init__(self, ray: ModuleType, address: str, *, reference: str, carries_study: bool) -> None:
        self._ray = ray
        self.address = address
        self._reference = reference
        self._carries_study = carries_study

    def nodes(self) -> list[Node]:
        """Returns the nodes that are alive now."""
        return [
            Node(
                id=node["NodeID"],
                address=node["NodeManagerAddress"],
                cpus=int(node["Resources"].get("CPU", 0)),
                gpus=int(node["Resources"].get("GPU", 0)),
            )
            for node in self._ray.nodes()
            if node["Alive"]
        ]

    def resolve(
        self, reference: str, device: str, *, overrides: Sequence[tuple[str, str]] = (), n_trials: int | None = None
    ) -> tuple[Resolved, str]:
        """Returns the study and the device of its candidates: auto is cuda if the cluster has a GPU.

        Raises:
            UsageError: No such study or field, or a device that cannot be chosen on a cluster.
        """
        if device not in ("auto", "cpu", "cuda"):
            raise UsageError(
                f"on a cluster Ray chooses the GPU, so --device is auto, cpu or cuda, got {device!r}",
                hint="use --device cuda",
            )
        resolved = resolve_study(reference, overrides=overrides, n_trials=n_trials)
        if device == "auto":
            device = "cuda" if resolved.study.trainer is not None and any(node.gpus for node in self.nodes()) else "cpu"
        if device == "cpu":
            return resolved, device
        if resolved.study.trainer is None:
            raise UsageError(f"study {reference!r} trains nothing, so it has no use for cuda", hint="use --device cpu")
        return resolve_study(reference, device="cuda:0", overrides=overrides, n_trials=n_trials), "cuda:0"

    def place(self, device: str, workers: int) -> str:
        """Returns where candidates run, in words.

        Raises:
            UsageError: The cluster has not what they need.
        """
        nodes = self.nodes()
        count = n_slots(nodes, share_of(nodes, device.partition(":")[0], workers))
        shown = f"{len(nodes)} {'node' if len(nodes) == 1 else 'nodes'}, {count} at a time"
        return f"{device.partition(':')[0]} of the Ray cluster at {self.address}: {shown}"

    def executor_for(
        self,
        resolved: Resolved,
        context: Context,
        *,
        devices: Sequence[str],
        workers: int = 1,
        threads: int | None = None,
        limits: Limits = NO_LIMITS,
    ) -> Executor:
        """Returns the executor that runs a study's candidates here; like `autonas.executors.executor_for`."""
        from autonas.cluster_executor import ClusterExecutor

        del devices  # they are the context's
        share = share_of(self.nodes(), resolved.device_type, workers)
        job = replace(
            job_of(resolved, context),
            reference=self._reference,
            cache=str(context.cache.absolute()),
            threads=threads or share.threads,
        )
        return ClusterExecutor(
            self, job, share=share, limits=limits, study=resolved.study, context=context, carried=self._carries_study
        )


@contextlib.contextmanager
def connected(address: str, reference: str) -> Iterator[Cluster]:
    """Connects to a Ray cluster, to which the code of a study that is given by file is carried.

    Args:
        address: auto (what RAY_ADDRESS names, or the cluster of this machine), HOST:PORT or ray://HOST:PORT.
        reference: The study.

    Raises:
        UsageError: Ray is not installed, or the cluster does not answer.
    """
    try:
        os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")  # as Ray will do; else it says so each time
        import ray
    except ImportError as error:
        raise UsageError(
            "--cluster needs Ray, which is not installed", hint="pip install 'autonas[cluster]'"
        ) from error
    where = os.environ.get("RAY_ADDRESS") or address if address == "auto" else address
    _refuse_silent(where)
    folder, there = _code_of(reference)
    environment = {"working_dir": str(folder), "excludes": list(_NOT_CARRIED)} if folder is not None else None
    logging.getLogger("ray").setLevel(logging.ERROR)
    try:
        _connect(ray, where, environment)
        found = where if where.startswith(_CLIENT) else ray.get_runtime_context().gcs_address
    except (ConnectionError, RuntimeError, ValueError, ray.exceptions.RayError) as error:
        said = " ".join(str(error).split())[:300]
        hint = "the same versions of Ray and Python are needed everywhere; see docs/cluster.md"
        if "size" in said and "exceeds" in said:
            hint = f"all of {folder} is carried to the nodes: put the study into a folder of its own"
        raise UsageError(f"cannot use the Ray cluster at {where}: {said}", hint=hint) from error
    try:
        yield Cluster(ray, str(found), reference=there, carries_study=folder is not None)
    finally:
        ray.shutdown()


def _connect(ray: Any, where: str, environment: Mapping[str, Any] | None) -> None:
    """Connects; for a Ray client a second time if the first fails: its server forks while gRPC's threads run, which a
    busy machine does not always survive.
    """
    for last in (not where.startswith(_CLIENT), True):
        try:
            with warnings.catch_warnings(action="ignore"):
                ray.init(where, log_to_driver=False, logging_level=logging.ERROR, runtime_env=environment)
            return
        except ConnectionError:
            if last:
                raise
            ray.shutdown()


def _refuse_silent(where: str) -> None:
    """Refuses an address at which no cluster answers; Ray itself would try for minutes."""
    if where.startswith(_CLIENT):
        host, _, port = where.removeprefix(_CLIENT).rpartition(":")
        try:
            socket.create_connection((host.strip("[]"), int(port)), timeout=_SECONDS).close()
        except (OSError, ValueError) as error:
            raise UsageError(
                f"nothing answers at {where}: {error}",
                hint="a cluster's head takes Ray clients at port 10001 if it has ray[client] installed",
            ) from error
        return
    command = [sys.executable, "-P", "-m", "ray.scripts.scripts", "health-check"]
    try:
        command += [] if where == "auto" else ["--address", where]
        answered = subprocess.run(command, capture_output=True, timeout=_SECONDS).returncode == 0
    except subprocess.TimeoutExpired:
        answered = False
    if not answered and where == "auto":
        raise UsageError("no Ray cluster runs on this machine, and RAY_ADDRESS is not set", hint=_START)
    if not answered:
        raise UsageError(
            f"no Ray cluster answers at {where} within {_SECONDS} s", hint=f"check the address, or {_START}"
        )


def _code_of(reference: str) -> tuple[Path | None, str]:
    """Returns the folder of a study that is not installed, and what names the study from within that folder."""
    path, colon, attribute = reference.partition(":")
    if path.endswith(".py"):
        file = Path(path).resolve()
        return file.parent, f"{file.name}{colon}{attribute}"
    top = Path(path.partition(".")[0]).absolute()
    if attribute and (top.is_dir() or top.with_suffix(".py").is_file()):
        return top.parent, reference
    return None, reference
