"""The ladder: the best of a search trained longer, rung by rung, and its finalists with other seeds.

Each rung is a study of its own, linked to the search, so that values of different budgets never mix. On rung r a
candidate gets `FACTOR ** r` times the search's tokens and goes on from where its shorter training branched off.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from autonas.errors import UsageError
from autonas.events import Events, SearchOutcome
from autonas.pareto import most_together
from autonas.proposer import Proposal, SpaceExhausted
from autonas.protocols import SearchSpace
from autonas.records import Record, StudyInfo
from autonas.resolve import Resolved
from autonas.runs import Place, Plan, run_study
from autonas.storage import StudyStore
from autonas.study import FACTOR

__all__ = ["Climbed", "Ladder", "Members", "Step", "best_of", "climbed", "front_of", "rung_name"]


def rung_name(search: str, rung: int, replica: int = 0) -> str:
    """Returns under which name a rung of a search is stored; `replica` counts the other seeds."""
    return search + (f".rung{rung}" if rung else "") + (f".seed{replica}" if replica else "")


def by_parent(records: Sequence[Record]) -> list[Record]:
    """Returns a rung's trials under the numbers that they have in the search."""
    return [replace(r, number=r.number if r.parent is None else r.parent) for r in records]


def front_of(records: Sequence[Record], directions: Sequence[str]) -> list[Record]:
    """Returns the front's candidates, each next the one that adds most hypervolume to those before it."""
    able = [r for r in records if r.state == "complete" and r.feasible and r.values is not None]
    return [able[i] for i in most_together([list(r.values or ()) for r in able], directions)]


def best_of(records: Sequence[Record], directions: Sequence[str], n: int) -> list[Record]:
    """Returns the n best candidates: those of the front, then of what is the front without them, and so on.

    Fewer if there are no more.
    """
    best: list[Record] = []
    left = list(records)
    while len(best) < n and (layer := front_of(left, directions)):
        best += layer
        taken = {record.number for record in layer}
        left = [record for record in left if record.number not in taken]
    return best[:n]


@dataclass(frozen=True, slots=True, kw_only=True)
class Climbed:
    """What a storage holds of a search and its rungs; all trials under the numbers of the search.

    Attributes:
        rungs: The trials of each rung with the search's own seed; rung 0 is the search.
        replicas: The trials with other seeds, of the rungs that have any: one list a seed.
    """

    rungs: Mapping[int, Sequence[Record]]
    replicas: Mapping[int, Sequence[Sequence[Record]]]

    @property
    def top(self) -> int:
        """The highest rung on which a candidate is complete."""
        return max(rung for rung, records in self.rungs.items() if not rung or any(r.values for r in records))


def climbed(url: str, search: str) -> Climbed:
    """Reads a search and its rungs.

    Raises:
        UsageError: There is no such search.
    """
    with StudyStore.open(url, search) as store:
        rungs = {0: store.records()}
    while records := _records(url, rung_name(search, len(rungs))):
        rungs[len(rungs)] = records
    replicas: dict[int, list[list[Record]]] = {}
    for rung in rungs:
        while records := _records(url, rung_name(search, rung, len(replicas.get(rung, ())) + 1)):
            replicas.setdefault(rung, []).append(records)
    return Climbed(rungs=rungs, replicas=replicas)


def _records(url: str, name: str) -> list[Record]:
    """Returns a linked study's trials under the numbers of the search; none if there is no such study."""
    store = StudyStore.find(url, name)
    if store is None:
        return []
    with store:
        return by_parent(store.records())


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a refinement: candidates to be trained on a rung, with the search's seed or with another one."""

    rung: int
    replica: int
    members: tuple[Record, ...]

    @property
    def tokens_factor(self) -> int:
        """How many times the search's tokens a candidate gets."""
        return int(FACTOR**self.rung)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """A refinement of a search.

    Attributes:
        info: The search.
        resolved: Its study.
        rungs: How many rungs are climbed.
        keep: Candidates on the first rung, by default a third of the search's; each further rung has a third of those
            below.
        seeds: With how many other seeds the front of the last rung is trained again.
    """

    info: StudyInfo
    resolved: Resolved
    place: Place
    rungs: int = 2
    keep: int | None = None
    seeds: int = 2

    def __post_init__(self) -> None:
        if self.resolved.study.trainer is None:
            raise UsageError(f"study {self.info.name!r} trains nothing, so nothing can be trained longer")
        if self.info.is_rung:
            raise UsageError(f"study {self.info.name!r} is a rung itself", hint="refine the search that it belongs to")
        for name, least in (("rungs", 0), ("seeds", 0), ("keep", 1)):
            value = getattr(self, name)
            if value is not None and value < least:
                raise UsageError(f"--{name} must be at least {least}, got {value}")
        if not self.rungs and not self.seeds:
            raise UsageError("with no rungs and no seeds there is nothing to do", hint="for example --rungs 1")

    def steps(self) -> Iterator[Step]:
        """Yields what is to be done; each step follows from what the ones before have given.

        Raises:
            UsageError: The search has changed since, or has nothing that could be refined.
        """
        below = self._search_records()
        keep = self.keep or math.ceil(sum(r.state == "complete" for r in below) / FACTOR)
        for rung in range(1, self.rungs + 1):
            members = best_of(below, self._directions, math.ceil(keep / FACTOR ** (rung - 1)))
            yield Step(rung=rung, replica=0, members=tuple(members))
            below = _records(self.place.storage_url, rung_name(self.info.name, rung))
        finalists = front_of(below, self._directions)[: math.ceil(keep / FACTOR ** max(0, self.rungs - 1))]
        for replica in range(1, self.seeds + 1):
            yield Step(rung=self.rungs, replica=replica, members=tuple(finalists))

    def run(self, step: Step, events: Events) -> SearchOutcome:
        """Trains the members of a step, or goes on with that.

        Raises:
            UsageError: Bad input; nothing was changed.
            AutonasError: The step failed as a whole; what was finished is kept.
        """
        name = rung_name(self.info.name, step.rung, step.replica)
        members = {r.shape_key: r for r in (*_records(self.place.storage_url, name), *step.members)}
        resolved = self.resolved.grown(step.tokens_factor, len(members))
        folders = {} if step.replica else self._folders(step)
        plan = Plan(
            resolved=resolved,
            name=name,
            seed=self.info.seed + step.replica,
            source=lambda _: Members(resolved.study.space, tuple(members.values()), folders),
            identity={"rung": {"of": self.info.hash, "growth": step.tokens_factor, "seed": step.replica}},
            data=self.info.description.get("data"),
        )
        return run_study(plan, self.place, _of_the_search(events))

    @property
    def _directions(self) -> list[str]:
        return [objective.direction for objective in self.info.objectives]

    def _search_records(self) -> list[Record]:
        with StudyStore.open(self.place.storage_url, self.info.name) as store:
            store.refuse_if_searching()
            known = store.info.description
            described = {**self.resolved.description, "device": self.resolved.device_type, "seed": self.info.seed}
            described.pop(
                "early_stop", None
            )  # no rung stops early: searches from before there was such a thing climb too
            store.refuse_if_different({**known, **described})
            records = store.records()
        if not best_of(records, self._directions, 1):
            raise UsageError(
                f"study {self.info.name!r} has no finished candidates yet", hint="autonas search goes on with it"
            )
        return records

    def _folders(self, step: Step) -> Mapping[str, Path]:
        """Returns where the training on the rung below has left its files, by shape."""
        below = rung_name(self.info.name, step.rung - 1)
        with StudyStore.open(self.place.storage_url, below) as store:
            return {r.shape_key: self.place.out / below / str(r.number) for r in store.records()}


def _of_the_search(events: Events) -> Events:
    """Returns events that tell of a rung's trials under the numbers of the search."""
    parents: dict[int, int] = {}

    def started(trial: Record, *rest: Any) -> None:
        assert trial.parent is not None, "all trials of a rung have one"
        parents[trial.number] = trial.parent
        events.started(by_parent([trial])[0], *rest)

    return replace(
        events,
        started=started,
        progress=lambda number, progress: events.progress(parents[number], progress),
        finished=lambda record: events.finished(by_parent([record])[0]),
    )


class Members:
    """Proposes the given candidates, one after the other; a source for `autonas.engine.Engine`.

    Args:
        folders: Where a shorter training of a shape has left its files, by shape.
    """

    def __init__(
        self, space: SearchSpace, members: Sequence[Record], folders: Mapping[str, Path] = MappingProxyType({})
    ) -> None:
        self._space = space
        self._members = members
        self._folders = folders

    def generation(self, number: int) -> int:
        """They are all of one generation."""
        del number
        return 0

    def propose(self, number: int, records: Sequence[Record]) -> Proposal:
        """Returns the first of the members that is no trial yet."""
        del number
        known = {record.shape_key for record in records}
        for member in self._members:
            if member.shape_key not in known:
                shape = self._space.decode(member.genome)
                return Proposal(dict(member.genome), shape, 0, "rung", parent=member.number)
        raise SpaceExhausted("all members are trials")

    def start(self, trial: Record) -> Path | None:
        """Returns the folder of its training on the rung below."""
        return self._folders.get(trial.shape_key)
