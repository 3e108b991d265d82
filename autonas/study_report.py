"""The report of a study: one page that can be mailed, or Markdown. The answer first, then what it rests on.

What it says comes from the storage, samples aside, which are files; the sentences follow from the numbers.
"""

from __future__ import annotations

import contextlib
import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

from autonas.curve import distances
from autonas.errors import AutonasError
from autonas.importance import Choice, choices_at_equal_size, importances
from autonas.ladder import climbed
from autonas.markdown import table, with_bar
from autonas.protocols import SAMPLES, SAMPLES_LINE
from autonas.records import Record, StudyInfo
from autonas.sections import Section, as_html, as_markdown, fenced, separate
from autonas.study import settled
from autonas.views.architecture import draw_candidate
from autonas.views.drawing import describer
from autonas.views.front import FrontRow, front_rows, scored, signed
from autonas.views.live import chosen_members
from autonas.views.numbers import count, duration, value
from autonas.views.plots import (
    agreement_figure,
    collapse_figure,
    curves_figure,
    front_figure,
    hypervolume_figure,
    parallel_figure,
    size_figure,
)
from autonas.views.trust import Trust, trust_in, trust_remarks

__all__ = ["StudyReport", "data_sentence", "read_report"]

_MOST_MEMBERS = 24  # that are drawn one by one
_MOST_CURVES = 16
_MOST_CHOICES = 12
_MOST_SAMPLES = 6  # prompts


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyReport:
    """A study with what its report is made of.

    Attributes:
        samples: What trials wrote for their scores, by number, as far as it is known.
    """

    info: StudyInfo
    trust: Trust
    rows: Sequence[FrontRow]
    samples: Mapping[int, str] = field(default_factory=dict)

    @property
    def records(self) -> Sequence[Record]:
        """All its trials."""
        return self.trust.records

    def markdown(self) -> str:
        """Returns the report as Markdown, without figures."""
        return as_markdown(self._sections())

    def html(self) -> str:
        """Returns the report as a page with interactive figures; it needs nothing from the network."""
        return as_html(f"{self.info.name}: report", self._sections())

    def _sections(self) -> Iterator[Section]:
        front = self.front()
        objectives = self.info.objectives
        yield from self.front_sections()
        yield Section(lines=[*self._found()], figures=[size_figure(self.records, objectives)])
        yield Section(heading="How it went", figures=[*self.course().values()])
        if self.trust.fidelity:
            figure = agreement_figure(self.trust.fidelity)
            yield Section(heading="How the rungs agree", figures=[figure])
        if any("collapse" in name for r in front for name in r.metrics):
            yield Section(heading="Collapse", figures=[collapse_figure(self._few(front, _MOST_MEMBERS))])
        yield Section(heading="All candidates", figures=[parallel_figure(self.records, objectives)])
        if drawings := self._drawings(front):
            yield Section(heading="Architectures of the front", drawings=drawings)
        yield Section(lines=[*self._written()])
        yield Section(lines=[*self._cost(), *self._failures(), *self._data(), *self._reproduce()])

    def front_sections(self) -> Iterator[Section]:
        """Yields the answer, and the front that it rests on."""
        yield Section(lines=[*self._answer()])
        if self.rows:
            figure = front_figure(self.records, self.info.objectives, self.info.constraints)
            yield Section(lines=[*self._front_table()], figures=[figure])

    def front(self) -> list[Record]:
        """Returns the front's records in the order of its table."""
        by_number = {r.number: r for r in self.records}
        return [by_number[row.trial] for row in self.rows]

    def _few(self, front: Sequence[Record], most: int) -> Sequence[Record]:
        """Returns members that stand for a front that is too large to show all of them."""
        if len(front) <= most:
            return front
        return chosen_members(front, self.info.objectives, most, self.info.constraints)[0]

    def _answer(self) -> Iterator[str]:
        states = Counter(r.state for r in self.records)
        done = scored(self.records)
        yield f"# {self.info.name}\n"
        if not self.rows:
            yield f"No candidate has been scored yet; {states['failed']} of {len(self.records)} failed."
            return
        knee = next(row for row in self.rows if row.knee)
        best = next(r for r in self.records if r.number == knee.trial)
        bounded = settled(self.info.objectives, self.info.constraints)
        rule = "the knee, which weighs no objective with a bound" if bounded else "the knee"
        yield (
            f"**{len(self.rows)} of {len(done)} scored candidates are on the front**: no other beats them in"
            f" everything. Its best compromise by a fixed rule ({rule}) is **trial {knee.trial}**,"
            f" {best.summary or 'see below'}: {self._values(best)}.\n"
        )
        for i, objective in enumerate(self.info.objectives):
            pick = max if objective.direction == "maximize" else min
            extreme = pick(done, key=lambda r: (r.values or ())[i])
            word = "Most" if objective.direction == "maximize" else "Least"
            yield (
                f"- {word} {objective.label or objective.metric}: {value((extreme.values or ())[i])}, trial"
                f" {extreme.number} ({self._values(extreme)})."
            )
        for remark in trust_remarks(self.trust, self.info.objectives) if self.info.description.get("trainer") else ():
            yield f"\n{remark[0].upper()}{remark[1:]}."

    def _values(self, record: Record) -> str:
        return ", ".join(
            f"{o.label or o.metric} {with_bar(record.metrics, o.metric)}" for o in self.info.objectives
        )  # fmt: skip

    def _front_table(self) -> Iterator[str]:
        yield "\n## The front\n"
        names = [o.label or o.metric for o in self.info.objectives]
        probable = any(row.probability is not None for row in self.rows)
        head = ["trial", *names, "vs curve", *(["on front"] if probable else []), "shape"]
        rows = []
        for row, record in zip(self.rows, self.front(), strict=True):
            cells = [f"{row.trial}{' *' if row.knee else ''}"]
            cells += [with_bar(record.metrics, o.metric) for o in self.info.objectives]
            cells.append(signed(row.excess))
            cells += ["-" if row.probability is None else f"{row.probability:.0%}"] if probable else []
            rows.append([*cells, record.summary])
        yield from table(head, rows)
        yield (
            "\n\\* the knee. ± is half of the 95 % interval. *vs curve* is the loss above (+) or below (-) what is"
            " usual at that size, by the curve through all candidates.\n"
        )

    def _found(self) -> Iterator[str]:
        """What goes with good candidates at equal size, and which genes decide what."""
        if not distances(scored(self.records)):
            return
        yield "\n## What the search found out\n"
        choices = choices_at_equal_size(scored(self.records))
        clear = [c for c in choices if c.low > 0 or c.high < 0]
        yield from (f"- {_sentence(choice)}" for choice in clear[:_MOST_CHOICES])
        if choices:
            yield (
                f"\n{len(choices)} choices were compared, of which one in twenty would look clear by chance;"
                f" {len(clear)} look clear. A search does not choose at random, so this says what goes together, not"
                " what causes what."
            )
        else:
            yield "Too few candidates to say which choices are better at equal size."
        shares = importances(scored(self.records), self.info.objectives)
        if shares:
            genes = list(next(iter(shares.values())))
            yield "\nImportance of the genes (PED-ANOVA, shares of each column):\n"
            rows = [[gene, *(f"{of_one.get(gene, 0.0):.0%}" for of_one in shares.values())] for gene in genes]
            yield from table(["gene", *shares], rows)

    def course(self) -> dict[str, go.Figure]:
        """Returns how the search went: its hypervolume, and learning curves of the front and the last generation."""
        figures = {"hypervolume": hypervolume_figure(self.records, self.info.objectives)}
        front = self.front()
        if any(r.curve for r in front):
            few = self._few(front, _MOST_CURVES)
            figures["curves-front"] = curves_figure(few, "Learning curves of the front")
            last = max(r.generation for r in self.records if r.finished)
            latest = [r for r in self.records if r.generation == last and r.curve]
            title = f"Learning curves of the last generation ({last})"
            figures["curves-generation"] = curves_figure(latest[:_MOST_CURVES], title)
        return figures

    def _drawings(self, front: Sequence[Record]) -> list[str]:
        """Returns the front's architectures as SVG, as far as their space draws them."""
        found = []
        with tempfile.TemporaryDirectory() as folder:
            try:
                describe = describer(self.info)
                for record in self._few(front, _MOST_MEMBERS):
                    if not (parts := describe(record)):
                        return []
                    path = Path(folder) / f"{record.number}.svg"
                    draw_candidate(record, self.info, parts, path)
                    text = path.read_text()
                    found.append(separate(text[text.index("<svg") :], record.number))
            except AutonasError:  # the study's file has gone or has changed
                return []
        return found

    def _written(self) -> Iterator[str]:
        """What the knee and the member with the least of the first objective have written, in part."""
        knee = next((row.trial for row in self.rows if row.knee), None)
        first = self.info.objectives[0]
        sign = -1.0 if first.direction == "maximize" else 1.0
        best = min(self.rows, key=lambda row: sign * row.values[first.metric], default=None)
        roles = {knee: "the knee"} if best is None else {best.trial: f"best {first.label or first.metric}"}
        roles |= {knee: "the knee"}
        shown = [(number, role) for number, role in roles.items() if number in self.samples]
        if shown:
            yield "\n## What they write\n"
        for number, role in shown:
            assert number is not None
            yield f"\nTrial {number}, {role}:\n"
            yield from fenced(_excerpt(self.samples[number]))

    def _cost(self) -> Iterator[str]:
        ended = [r for r in self.records if r.seconds is not None]
        trained = [r for r in ended if r.curve]
        yield "\n## Cost\n"
        seconds = sum(r.seconds or 0.0 for r in ended)
        training = sum(r.metrics.get("training_seconds", 0.0) for r in ended)
        tokens = sum(r.curve[-1].get("tokens", 0.0) for r in trained)
        times = [r.started for r in ended if r.started]
        rows = [["candidates that have ended", str(len(ended))]]
        if times:
            last = max(ended, key=lambda r: (r.started is not None, r.started))
            rows.append(
                [
                    "from the first to the last",
                    duration((max(times) - min(times)).total_seconds() + (last.seconds or 0.0)),
                ]
            )
        rows.append(["time of all candidates", duration(seconds)])
        if trained:
            rows += [
                ["tokens trained", count(tokens)],
                ["share of that time not spent on training", f"{1 - training / seconds:.0%}"],
            ]
        yield from table(["", ""], rows)

    def _failures(self) -> Iterator[str]:
        lost = [r for r in self.records if r.state in ("failed", "pruned")]
        if lost:
            yield "\n## Failed and stopped\n"
            rows = [[str(r.number), r.state, r.reason, r.message[:200], r.summary] for r in lost]
            yield from table(["trial", "state", "reason", "message", "shape"], rows)

    def _data(self) -> Iterator[str]:
        if said := data_sentence(self.info):
            yield "\n## Data\n"
            yield said
            sources = self.info.description["data"]["corpus"].get("sources", {})
            yield "\n" + ", ".join(f"{name} {version}" for name, version in sources.items()) + "."

    def _reproduce(self) -> Iterator[str]:
        info = self.info
        words = ["autonas", "search", "--study", info.reference, "--seed", str(info.seed), "--device", info.device_type]
        words += [word for path, content in info.overrides for word in ("--set", f"{path}={content}")]
        yield "\n## To reproduce it\n"
        yield f"```text\n{' '.join(words)}\n```\n"
        versions = ", ".join(f"{name} {version}" for name, version in info.versions.items())
        yield f"Study hash `{info.hash}`, created {info.created}, with {versions}.\n"
        shown = {k: v for k, v in info.description.items() if k not in ("data", "genes")}
        yield f"```json\n{json.dumps(shown, indent=1)}\n```"


def read_report(url: str, info: StudyInfo, rung: int = 0, *, runs: Path | None = None) -> StudyReport:
    """Reads what the report of a study, or of one of its rungs, is made of.

    Args:
        runs: Folder of the candidates' files, for what those of a search have written.

    Raises:
        UsageError: There is no such rung.
    """
    trust = trust_in(climbed(url, info.name), rung, info.objectives)
    rows = front_rows(trust.records, info.objectives, trust.probabilities, constraints=info.constraints)
    samples = {}
    if runs is not None and rung == 0:
        for row in rows:
            with contextlib.suppress(OSError):  # the files may be on another machine
                samples[row.trial] = (runs / info.name / str(row.trial) / SAMPLES).read_text(encoding="utf-8")
    return StudyReport(info=info, trust=trust, rows=rows, samples=samples)


def data_sentence(info: StudyInfo) -> str:
    """Returns in one sentence what the candidates are trained and scored on; empty if there is no corpus."""
    data: Mapping[str, Any] = info.description.get("data") or {}
    corpus = data.get("corpus")
    if not isinstance(corpus, dict):
        return ""
    precision = f"; precision {data['precision']}" if "precision" in data else ""
    kernels = f"; kernels of {', '.join(data['kernels'])}" if "kernels" in data else ""
    return (
        f"Corpus `{str(corpus.get('fingerprint', ''))[:12]}` of {len(corpus.get('sources', {}))} packages, of which"
        f" {len(corpus.get('held_out', ()))} are held out for scoring{precision}{kernels}."
    )


def _excerpt(samples: str) -> str:
    """Returns the head of a trial's samples and some of their parts, evenly spread; see `SAMPLES`."""
    head, *parts = samples.split(f"{SAMPLES_LINE}\n")
    few = parts[:: max(1, -(-len(parts) // _MOST_SAMPLES))]
    said = head if len(few) == len(parts) else f"{head.rstrip()}\n{len(few)} of {len(parts)} prompts:\n\n"
    return f"{SAMPLES_LINE}\n".join([said, *few])


def _sentence(choice: Choice) -> str:
    better = "better" if choice.value < 0 else "worse"
    return (
        f"{choice.gene} = {choice.choice}: {abs(choice.value):.3f} bits per byte {better} than others at equal size"
        f" ({choice.low:+.3f} to {choice.high:+.3f}; {choice.n} candidates)."
    )
