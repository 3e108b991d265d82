"""`autonas promote`: one promotion with everything that a person sees of it, from the checks to the report card."""

from __future__ import annotations

import contextlib
import shlex
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, TextColumn
from rich.progress import Progress as Bars

from autonas.compress import check_compression, compress_run
from autonas.compression import Compression
from autonas.database import masked
from autonas.defaults import DEFAULT_OUT, DEFAULT_STORAGE, default_cache
from autonas.errors import UsageError
from autonas.ladder import climbed
from autonas.places import check_cache, check_place, parse_overrides, resolve_on_device
from autonas.preparation import PreparationProgress
from autonas.progress import Pace
from autonas.promote import PromotionEvents, check_candidate, run_promotion
from autonas.promotion_protocols import CompressingSpace
from autonas.protocols import Context, Progress
from autonas.records import Record
from autonas.report import headline
from autonas.resolve import Resolved
from autonas.run_folder import RunFolder
from autonas.storage import StudyStore
from autonas.views.compressed import compression_view
from autonas.views.front import front_rows
from autonas.views.numbers import duration, rate

__all__ = ["PromoteOptions", "StageProgress", "watch_promotion"]

_PLAIN_SECONDS = 30.0  # between two plain lines, at least


@dataclass(frozen=True, slots=True, kw_only=True)
class PromoteOptions:
    """The options of `autonas promote`, as they were given."""

    trial: int | None
    best: bool
    hours: float | None
    tokens: str | None
    start: str | None
    corpus: str | None
    lora: int | None
    teacher: str | None
    device: str
    storage: str
    out: Path
    cache: Path | None
    overrides: tuple[str, ...]

    def command(self, name: str, trial: int) -> str:
        """Returns the command that goes on with this promotion."""
        words = ["autonas", "promote", str(trial), "--study", name]
        flags = {"hours": "--hours", "tokens": "--tokens", "start": "--from", "corpus": "--corpus"}
        flags |= {"lora": "--lora", "teacher": "--teacher"}
        given = {flag: getattr(self, option) for option, flag in flags.items()}
        given |= {"--device": self.device, "--storage": masked(self.storage), "--out": self.out, "--cache": self.cache}
        defaults = {"--device": "auto", "--storage": DEFAULT_STORAGE, "--out": DEFAULT_OUT}
        for flag, value in given.items():
            words += [flag, str(value)] if value is not None and value != defaults.get(flag) else []
        for override in self.overrides:
            words += ["--set", override]
        return shlex.join(words)

    def changes(self) -> tuple[tuple[str, str], ...]:
        """Returns what the options change in the study."""
        fields = {
            "promotion.hours": self.hours,
            "promotion.pretrain.tokens": self.tokens,
            "promotion.start": self.start,
            "promotion.pretrain.corpus.source": self.corpus,
            "promotion.tune.corpus.source": self.corpus,
            "promotion.tune.lora": self.lora,
            "promotion.tune.teacher": self.teacher,
        }
        given = tuple((field, str(value)) for field, value in fields.items() if value is not None)
        return (*given, *parse_overrides(self.overrides))


def watch_promotion(options: PromoteOptions, store: StudyStore, console: Console) -> RunFolder | None:
    """Promotes, shows how it goes and prints what came out; None if it was interrupted.

    Where a candidate's genes say so, the finished model is then compressed, in a folder beside the promotion's.

    Raises:
        UsageError: Bad input; nothing was changed.
        AutonasError: A stage failed.
    """
    record, info = _chosen(options, store), store.info
    if options.corpus is not None and options.start == "proxy":
        raise UsageError(
            "the proxy's weights belong to the study's corpus and its tokenizer",
            hint="with --corpus, pretrain from scratch: --from scratch",
        )
    changes = (*info.overrides, *options.changes())
    resolved, device = resolve_on_device(info.reference, options.device, overrides=changes)
    cache = options.cache or default_cache()
    check_place(options.out)
    check_cache(cache)
    context = Context(seed=info.seed, device=device, cache=cache, folder=options.out / info.name / str(record.number))
    check_candidate(record, resolved)
    wanted = _compression(record, resolved)
    if wanted is not None:
        check_compression(wanted)  # before hours of training
    with contextlib.closing(StageProgress(console)) as progress:
        console.print(f"promoting trial {record.number} of {info.name}: {record.summary}, on {device}", soft_wrap=True)
        try:
            folder = run_promotion(record, info, resolved, context=context, events=progress.events())
            _print_promoted(folder, console)
            if wanted is not None:
                folder = _compress(folder, wanted, resolved, context, console)
        except KeyboardInterrupt:
            progress.close()
            console.print("stopped; what was finished is kept. The same command goes on:")
            console.print(f"  {options.command(info.name, record.number)}", markup=False, soft_wrap=True)
            return None
    return folder


def _print_promoted(folder: RunFolder, console: Console) -> None:
    console.print(headline(folder), markup=False, soft_wrap=True)
    console.print(f"report card: {folder.path / 'report.md'} and report.html", soft_wrap=True)
    console.print(f"try it:      autonas generate {folder.path}", soft_wrap=True)


def _compression(record: Record, resolved: Resolved) -> Compression | None:
    """Returns what the candidate's genes make of the trained network; None if they say nothing of it."""
    space = resolved.study.space
    return space.compression(space.decode(record.genome)) if isinstance(space, CompressingSpace) else None


def _compress(
    folder: RunFolder, wanted: Compression, resolved: Resolved, context: Context, console: Console
) -> RunFolder:
    """Compresses what was promoted, or goes on with that, and returns the folder beside the promotion's."""
    promotion, log = resolved.study.promotion, folder.log("tune")
    assert promotion is not None, "checked before"
    if wanted.prune is not None and log:
        wanted = replace(wanted, recover_tokens=round(promotion.recover * log[-1]["tokens"]))
    console.print(f"compressing it as its genes say: {wanted.label}", soft_wrap=True)
    place, result = compress_run(
        folder.path, wanted, out=None, device=context.device, cache=context.cache, console=console
    )
    console.print(compression_view(result))
    console.print(f"report:      {place / 'compression.md'}", soft_wrap=True)
    console.print(f"try it:      autonas generate {place}", soft_wrap=True)
    return RunFolder(place)


def _chosen(options: PromoteOptions, store: StudyStore) -> Record:
    if (options.trial is None) == (not options.best):
        raise UsageError("give a trial or --best, and not both", hint="autonas front shows the trials")
    if options.trial is not None:
        return store.record(options.trial)
    found = climbed(options.storage, store.info.name)
    rows = front_rows(found.rungs[found.top], store.info.objectives, constraints=store.info.constraints)
    if not rows:
        raise UsageError("the study has no finished candidates yet", hint="autonas search goes on with it")
    return store.record(next(row.trial for row in rows if row.knee))


class StageProgress:
    """Shows the stages of a promotion: bars in a terminal, a plain line now and then where it is piped."""

    def __init__(self, console: Console, *, now: Callable[[], float] = time.monotonic) -> None:
        self._console = console
        self._now = now
        self._stage = ""
        self._pace = Pace(now=now)
        self._plain_last = now()
        self._shown = contextlib.ExitStack()
        self._preparation: PreparationProgress | None = None
        self._bars: Bars | None = None

    def events(self) -> PromotionEvents:
        """Returns what the promotion shall call."""
        return PromotionEvents(
            started=self._started, message=self._message, progress=self._progress, finished=self._finished
        )

    def close(self) -> None:
        """Takes the bars away."""
        self._shown.close()
        self._preparation = self._bars = None

    def _started(self, stage: str) -> None:
        self._stage = stage
        self._pace = Pace(now=self._now)

    def _message(self, text: str) -> None:
        if self._preparation is None:
            self.close()
            self._preparation = self._shown.enter_context(PreparationProgress(self._console, now=self._now))
        self._preparation.say(text)

    def _progress(self, progress: Progress) -> None:
        left = self._pace.at(progress)
        facts = f"step {progress.step}/{progress.n_steps}  loss {progress.loss:.3f}  {rate(progress.tokens_per_second)}"
        facts += "" if progress.share_of_peak is None else f"  {progress.share_of_peak:.0%} of peak"
        facts += f"  {duration(left)} left" if left is not None and progress.step < progress.n_steps else ""
        if self._console.is_terminal:
            if self._bars is None:
                self.close()
                columns = (
                    TextColumn("{task.description:10}"),
                    BarColumn(bar_width=24),
                    TextColumn("{task.fields[facts]}"),
                )
                self._bars = self._shown.enter_context(Bars(*columns, console=self._console, transient=True))
                self._task = self._bars.add_task(self._stage, total=progress.n_steps, facts="")
            self._bars.update(self._task, completed=progress.step, total=progress.n_steps, facts=facts)
        elif self._now() - self._plain_last >= _PLAIN_SECONDS:
            self._plain_last = self._now()
            self._console.print(f"{self._stage}  {facts}", markup=False, highlight=False, soft_wrap=True)

    def _finished(self, stage: str, result: Mapping[str, Any], seconds: float) -> None:
        self.close()
        metrics = result.get("metrics", {})
        said = [f"{label} {metrics[name]:.3f}" for name, label in _SAID.items() if name in metrics]
        took = duration(result.get("seconds", seconds))
        self._console.print("  ".join([f"{stage:10}", *said, took]), markup=False, highlight=False, soft_wrap=True)


_SAID = {"loss": "bits per byte", "collapse": "collapse", "parse_rate": "parse rate"}
