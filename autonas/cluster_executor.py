"""Candidates on a Ray cluster: one host for each slot, which Ray places, and starts again when its node is lost."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import ray
from ray.exceptions import ActorUnavailableError, RayActorError, RayError

from autonas.candidates import Failed, Outcome
from autonas.errors import AutonasError
from autonas.executors import Candidate, OnProgress
from autonas.host import Answer, Data, Host, Lacks, Ready, Result, digest_of_code, files_of, write_files
from autonas.limits import Limits
from autonas.parcel import pack
from autonas.protocols import Context, Portable, Progress
from autonas.records import current_versions
from autonas.resolve import describe, differences
from autonas.study import Study
from autonas.worker import Job

if TYPE_CHECKING:
    from autonas.cluster import Cluster, Share

__all__ = ["ClusterExecutor"]

log = logging.getLogger(__name__)

_LOSSES = 3  # of nodes that a candidate survives
_STEP_SECONDS = 0.5  # how long one look at the cluster may take
_NODES_SECONDS = 1.0  # between two looks at which nodes there are
_START_SECONDS = 30.0  # that hosts have to get ready once one of them is
_LEAVE_SECONDS = 3.0


@dataclass(slots=True, eq=False)
class _Slot:
    """A host, and what it was asked and has not answered yet. `whole`: it has a GPU for itself."""

    host: Any
    whole: bool = False
    pending: Any = None
    look: Any = None  # how far its candidate is, asked and not yet answered
    candidate: Candidate | None = None
    ready: bool = False
    node: str = ""

    @property
    def idle(self) -> bool:
        return self.ready and self.candidate is None


class ClusterExecutor:
    """Runs candidates in hosts on the cluster's nodes.

    A node that is lost costs the candidates that ran there the time they had taken: Ray starts their hosts again
    elsewhere. A candidate whose own process dies fails alone. One that did not fit into its part of a GPU is run once
    more with a GPU for itself, when one has become free.
    """

    def __init__(
        self,
        cluster: Cluster,
        job: Job,
        *,
        share: Share,
        limits: Limits,
        study: Study,
        context: Context,
        carried: bool,
    ) -> None:
        self._cluster, self._share = cluster, share
        self._study, self._context = study, context
        self._host = (job, limits, digest_of_code(), carried)
        self._slots: list[_Slot] = []
        self._alone: list[Candidate] = []  # which need a GPU for themselves
        self._data: Data | None = None
        self._identity: Mapping[str, Any] | None = None
        self._say: Callable[[str], None] = log.info
        self._nodes: dict[str, str] = {}  # addresses by id
        self._refreshed = self._looked = 0.0
        self._noted: set[str] = set()
        self._more = False  # whether a slot has become free since that was last told

    def prepare(self, on_message: Callable[[str], None]) -> Mapping[str, Any]:
        """Prepares the data here and starts hosts; returns what the first that is ready says of the data.

        Raises:
            AutonasError: It could not be prepared, or a node cannot run candidates.
        """
        self._say = on_message
        trainer = self._study.trainer
        if isinstance(trainer, Portable):
            folder = trainer.locate(self._context, lambda what, n, of: on_message(f"{what}: {n:,} of {of:,}"))
            self._data = Data(place=folder.relative_to(self._context.cache).as_posix())
        started, told = time.monotonic(), False
        while self._identity is None or (
            not all(slot.ready for slot in self._slots) and time.monotonic() - started < _START_SECONDS
        ):
            self._refresh()
            self._step()
            if not told and self._identity is None and time.monotonic() - started > _START_SECONDS:
                told = True
                on_message("waiting for Ray to start the first candidate's process: is the cluster busy?")
        self._say, self._more = log.info, False
        return self._identity

    @property
    def n_free(self) -> int:
        """Hosts that wait for a candidate; none while a candidate needs a GPU for itself."""
        alone = self._alone or any(slot.whole for slot in self._slots)
        return 0 if alone else sum(slot.idle for slot in self._slots)

    def submit(self, candidate: Candidate) -> None:
        """Starts a candidate in a host that waits for one."""
        slot = next(slot for slot in self._slots if slot.idle)
        slot.candidate = candidate
        self._ask(slot)

    def wait(self, on_progress: OnProgress) -> tuple[int, Outcome] | None:
        """Returns the next candidate that ends; None when another one could start.

        Raises:
            AutonasError: A node cannot go on, for example for want of disk space, or the cluster is gone.
        """
        while True:
            self._refresh()
            ended = self._step()
            self._look(on_progress)
            if ended is not None:
                number, result = ended
                if result.progress is not None:
                    on_progress(number, result.progress)
                return number, result.outcome
            if self._more and self.n_free:
                self._more = False
                return None

    def close(self) -> None:
        """Ends all hosts; what they leave on their nodes goes with them."""
        leaving = [slot.host.leave.remote() for slot in self._slots if slot.ready]
        try:
            if leaving:
                ray.wait(leaving, num_returns=len(leaving), timeout=_LEAVE_SECONDS)
        finally:
            for slot in list(self._slots):
                self._drop(slot)

    def _refresh(self) -> None:
        """Has as many hosts as the nodes have room for; those of lost nodes, Ray starts again if they are at work."""
        if time.monotonic() - self._refreshed < _NODES_SECONDS:
            return
        from autonas.cluster import n_slots

        self._refreshed = time.monotonic()
        found = self._cluster.nodes()
        nodes = {node.id: node.address for node in found}
        for lost in self._nodes.keys() - nodes.keys():
            log.warning("node %s is lost; candidates that ran there run again elsewhere", self._nodes[lost])
        if self._nodes and not nodes:
            log.warning("no node is left; waiting for one")
        self._nodes = nodes
        for slot in [slot for slot in self._slots if slot.idle and slot.node not in nodes]:
            self._drop(slot)
        room = 0 if self._alone or any(slot.whole for slot in self._slots) else n_slots(found, self._share)
        spare = [slot for slot in self._slots if slot.candidate is None]
        spare.sort(key=lambda slot: slot.ready)
        for slot in spare[: max(0, len(self._slots) - room)]:
            self._drop(slot)  # else one that Ray is to start again would find no place
        if self._alone and not any(slot.whole for slot in self._slots):
            self._start(self._alone.pop(0))
        while len(self._slots) < room:
            self._start()

    def _start(self, alone: Candidate | None = None) -> None:
        """Has Ray start a host, which gets ready, or runs a candidate that needs a GPU for itself."""
        host = ray.remote(Host).options(
            num_cpus=self._share.cpus,
            num_gpus=1 if alone else self._share.gpus,
            max_restarts=-1,
            max_task_retries=_LOSSES,
            max_concurrency=3,  # it tells how far it is while it runs a candidate, and may be asked for that again
        )
        slot = _Slot(host.remote(*self._host), whole=alone is not None, candidate=alone)
        self._slots.append(slot)
        self._ask(slot)

    def _drop(self, slot: _Slot) -> None:
        ray.kill(slot.host)
        self._slots.remove(slot)

    def _ask(self, slot: _Slot) -> None:
        ask = slot.host
        one = slot.candidate
        if one is None:
            slot.pending = ask.prepare.remote(self._data)
        else:  # a node need not see the files of an earlier training
            start = files_of(one.start) if one.start is not None else {}
            slot.pending = ask.run.remote(one, self._data, start)

    def _step(self) -> tuple[int, Result] | None:
        """Hears the next answer, if one comes soon; returns the candidate that has ended by it."""
        asked = {slot.pending: slot for slot in self._slots if slot.pending is not None}
        if not asked:
            time.sleep(_STEP_SECONDS)
            return None
        ready, _ = ray.wait(list(asked), timeout=_STEP_SECONDS)
        if not ready:
            return None
        slot = asked[ready[0]]
        slot.pending = None
        try:
            answer: Answer = ray.get(ready[0])
        except RayError as error:
            return self._lost(slot, error)
        if isinstance(answer, AutonasError):
            raise answer
        if isinstance(answer, Lacks):
            self._carry()
            self._ask(slot)
            return None
        slot.node = answer.node
        if isinstance(answer, Ready):
            self._welcome(slot, answer)
            return None
        return self._ended(slot, answer)

    def _ended(self, slot: _Slot, result: Result) -> tuple[int, Result] | None:
        candidate, slot.candidate, slot.look = slot.candidate, None, None
        assert candidate is not None
        self._keep(candidate.number, result)
        was_whole = slot.whole
        if was_whole:
            self._drop(slot)
        too_large = isinstance(result.outcome, Failed) and result.outcome.reason == "out of memory"
        if too_large and 0 < self._share.gpus < 1 and not was_whole:
            self._alone.append(candidate)
            return None
        return candidate.number, result

    def _lost(self, slot: _Slot, error: RayError) -> tuple[int, Result] | None:
        """What Ray has given up: a candidate whose nodes were lost again and again has failed."""
        if isinstance(error, ActorUnavailableError):  # its node does not answer, and Ray has not yet given it up
            time.sleep(_STEP_SECONDS)
            self._ask(slot)
            return None
        said = " ".join(str(error).split())
        if "No module named 'autonas" in said:
            raise AutonasError(
                "a node of the cluster has not this version of autonas",
                hint="pip install 'autonas[cluster]' on all nodes, for the Python that Ray runs with",
            ) from error
        if not isinstance(error, RayActorError) or "creation task" in said:
            raise AutonasError(f"Ray could not run a candidate: {said[:300]}", hint="see docs/cluster.md") from error
        candidate = slot.candidate
        self._drop(slot)
        if candidate is None:
            return None  # another host takes its place
        message = f"lost with its node or by Ray {_LOSSES + 1} times: {said[:200]}"
        return candidate.number, Result(outcome=Failed(reason="worker died", message=message), node="", progress=None)

    def _welcome(self, slot: _Slot, answer: Ready) -> None:
        """Takes a host that is ready; all must have the same data."""
        where = self._nodes.get(answer.node, answer.node)
        for message in answer.messages:
            self._say(message)
        identity = describe(answer.identity)
        if self._identity is None:
            self._identity = identity
        elif found := differences(self._identity, identity):
            what, one, other = found[0]
            raise AutonasError(
                f"node {where} differs from the others: {what} is {other!r}, not {one!r}",
                hint="scores would not compare: give all nodes the same data and kind of device",
            )
        here = current_versions()
        changed = [f"{name} {v}" for name, v in answer.versions.items() if _release(v) != _release(here.get(name, v))]
        if changed and answer.node not in self._noted:
            self._noted.add(answer.node)
            self._say(f"note: scores may differ on node {where}, which has {', '.join(changed)}")
        slot.ready = self._more = True

    def _carry(self) -> None:
        """Puts the data into Ray's object store, from where each node that needs it takes it once."""
        assert self._data is not None
        if not self._data.chunks:
            self._say("carrying the data to nodes that lack it")
            chunks: list[Any] = []
            pack(self._context.cache / self._data.place, lambda chunk: chunks.append(ray.put(chunk)))
            self._data = replace(self._data, chunks=tuple(chunks))

    def _keep(self, number: int, result: Result) -> None:
        """Writes what a candidate has left where it would be without a cluster."""
        write_files(result.files, self._context.folder / str(number))
        if result.log:
            with (self._context.folder / "worker.log").open("ab") as file:
                file.write(result.log)

    def _look(self, on_progress: OnProgress) -> None:
        """Asks running candidates how far they are, and hands on what those have said that were asked before."""
        busy = [slot for slot in self._slots if slot.candidate is not None]
        if time.monotonic() - self._looked < max(_STEP_SECONDS, 0.01 * len(busy)):
            return
        self._looked = time.monotonic()
        looks = {slot.look: slot for slot in busy if slot.look is not None}
        answered, _ = ray.wait(list(looks), num_returns=len(looks), timeout=0) if looks else ([], [])
        for one in answered:
            slot = looks[one]
            slot.look = None
            latest = _latest(one)
            if slot.candidate is not None and latest is not None and latest[0] == slot.candidate.number:
                on_progress(*latest)
        for slot in busy:
            if slot.look is None:
                slot.look = slot.host.latest.remote()


def _latest(reference: Any) -> tuple[int, Progress] | None:
    try:
        latest: tuple[int, Progress] | None = ray.get(reference)
    except RayError:  # its node is lost
        return None
    return latest


def _release(version: str) -> str:
    return version.partition("+")[0]
