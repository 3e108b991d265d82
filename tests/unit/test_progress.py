"""What a running search shows, with a clock and a console of the tests' own."""

from __future__ import annotations

import contextlib
import io
import signal

import pytest
import toy
from rich.console import Console

from autonas.interrupts import uninterrupted
from autonas.preparation import PreparationProgress
from autonas.progress import Clock, Pace, SearchProgress, finished_line
from autonas.protocols import Progress
from autonas.records import Record

STUDY = toy.study("cpu")
OBJECTIVES = STUDY.objectives


class Time:
    """A clock that only moves when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def step(number: int, of: int = 100) -> Progress:
    return Progress(step=number, n_steps=of, loss=1.5, tokens_per_second=14_200.0)


def record(number: int = 3, **changes) -> Record:
    fields = {
        "number": number,
        "state": "complete",
        "genome": {},
        "shape": {},
        "shape_key": "",
        "generation": 0,
        "values": (1.25, 2_000_000.0),
        "metrics": {"loss": 1.25, "loss.low": 1.2, "loss.high": 1.3},
        "seconds": 65.0,
    }
    return Record(**(fields | changes))


def test_time_left_follows_the_pace_since_the_first_report():
    time = Time()
    pace = Pace(now=time)
    time.now += 30  # building and compiling say nothing about the pace
    assert pace.at(step(10)) is None
    time.now += 5
    assert pace.at(step(20)) == pytest.approx(5 / 10 * 80)
    assert pace.at(step(1)) is None, "it has begun anew"


def test_search_time_left_is_the_mean_of_what_this_run_finished():
    time = Time()
    clock = Clock(4, now=time)
    for number in range(2):
        clock.start(number)
        time.now += 50
        clock.finish(number)
    clock.start(2)
    time.now += 10
    assert clock.search_left() == pytest.approx(40 + 50)  # this one, and one more
    clock.candidate_left(2, step(50))
    time.now += 15
    clock.candidate_left(2, step(75))
    assert clock.search_left() == pytest.approx(15 + 50), "the pace says it better"


def test_first_candidate_stands_for_the_others_until_one_has_finished():
    time = Time()
    clock = Clock(3, now=time)
    clock.start(0)
    assert clock.search_left() is None
    clock.candidate_left(0, step(0))
    time.now += 10
    clock.candidate_left(0, step(50))
    assert clock.search_left() == pytest.approx(10 + 2 * 20)


def test_several_at_a_time_share_what_is_left():
    time = Time()
    clock = Clock(5, now=time)
    clock.start(0)
    time.now += 60
    clock.finish(0)
    clock.start(1)
    clock.start(2)
    assert clock.search_left() == pytest.approx(4 * 60 / 2)
    time.now += 60
    clock.finish(1)
    clock.finish(2)
    clock.start(3)
    clock.start(4)
    clock.candidate_left(3, step(0))
    time.now += 10
    clock.candidate_left(3, step(5))
    assert clock.search_left() == pytest.approx(190), "no sooner than the slowest"


def plain(time: Time) -> tuple[SearchProgress, io.StringIO]:
    file = io.StringIO()
    console = Console(file=file, width=200, highlight=False)
    return SearchProgress(console, study=STUDY, earlier=(), n_total=6, now=time), file


def test_plain_lines_come_every_tenth_of_a_candidate_and_not_within_five_seconds():
    time = Time()
    progress, file = plain(time)
    with progress:
        progress.start(3, "4x128")
        for number in range(1, 101):
            time.now += 1.0
            progress.report(3, step(number))
    lines = file.getvalue().splitlines()
    assert len(lines) == 10
    assert lines[0] == "trial 3  step 10/100  loss 1.500  14.2k tok/s  1 min 30 s left (search: 9 min 50 s)"
    assert lines[-1] == "trial 3  step 100/100  loss 1.500  14.2k tok/s  scoring (search: 8 min 20 s)"


def test_fast_candidates_print_no_progress_lines():
    time = Time()
    progress, file = plain(time)
    with progress:
        progress.start(0, "4x128")
        for number in range(1, 101):
            time.now += 0.01
            progress.report(0, step(number))
        progress.finish(record(0), shape="4x128")
    assert len(file.getvalue().splitlines()) == 1


def test_a_terminal_gets_a_live_view_and_a_line_for_each_finished_candidate():
    file = io.StringIO()
    console = Console(file=file, width=80, height=24, highlight=False, force_terminal=True, _environ={})
    time = Time()
    earlier = [record(0), record(1, values=(1.5, 1_000_000.0))]
    with SearchProgress(console, study=STUDY, earlier=earlier, n_total=6, now=time) as progress:
        progress.start(2, "4x128")
        progress.report(2, step(10))
        time.now += 3
        progress.report(2, step(50))
        progress._view._live.refresh()
        progress.finish(record(2, values=(1.1, 3_000_000.0)), shape="4x128")
    text = file.getvalue()
    assert "step 50/100  loss 1.500  14.2k tok/s  4 s left" in text
    assert "2/6 candidates" in text
    assert "bits per byte 1.100 ±0.050" in text
    assert "front 2 of 2  hypervolume" in text
    assert "front 3 of 3  hypervolume" in text
    assert text.endswith("\x1b[2K"), "the view is taken away"
    assert text.rindex("\x1b[?25h") > text.rindex("\x1b[?25l"), "the cursor is back"


def test_an_error_takes_the_view_away():
    file = io.StringIO()
    console = Console(file=file, width=80, height=24, force_terminal=True, _environ={})
    progress = SearchProgress(console, study=STUDY, earlier=(), n_total=6)
    with contextlib.suppress(KeyboardInterrupt), progress:
        progress.start(0, "4x128")
        raise KeyboardInterrupt
    assert file.getvalue().endswith("\x1b[2K")
    assert "\x1b[?25h" in file.getvalue()


def test_ctrl_c_waits_for_what_is_drawn():
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # tests in the background have it ignored
    done = []

    def drawn_slowly():
        with uninterrupted():
            signal.raise_signal(signal.SIGINT)
            done.append("drawn")
        done.append("not reached")

    try:
        with pytest.raises(KeyboardInterrupt):
            drawn_slowly()
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)
    assert done == ["drawn"]


def test_ctrl_c_is_not_lost_where_what_it_waits_for_fails():
    before = signal.signal(signal.SIGINT, signal.default_int_handler)

    def fails():
        with uninterrupted():
            signal.raise_signal(signal.SIGINT)
            raise OSError

    try:
        with pytest.raises(KeyboardInterrupt):
            fails()
    finally:
        signal.signal(signal.SIGINT, before)


def test_finished_line_has_all_objectives_time_and_shape():
    line = finished_line(record(), OBJECTIVES, shape="4x128 rope")
    assert line == "trial   3  bits per byte 1.250 ±0.050  parameters 2.00M  1 min 05 s  4x128 rope"


def test_finished_line_of_a_failure_says_why():
    changes = {"state": "failed", "values": None, "reason": "not causal", "message": "position 3 sees 4"}
    line = finished_line(record(**changes), OBJECTIVES, shape="4x128")
    assert line == "trial   3  failed (not causal): position 3 sees 4  1 min 05 s  4x128"


def test_preparation_shows_steps_of_another_process_every_five_seconds():
    time, file = Time(), io.StringIO()
    with PreparationProgress(Console(file=file, width=100), now=time) as progress:
        progress.say("preparing the data")
        for done in range(0, 1100, 100):
            time.now += 2
            progress.say(f"encode train {done:,} of 1,000")
    assert file.getvalue().splitlines() == [
        "preparing the data",
        "encode train: 200 of 1,000",
        "encode train: 500 of 1,000",
        "encode train: 800 of 1,000",
    ]


def test_preparation_draws_a_bar_for_each_stage_in_a_terminal():
    file = io.StringIO()
    console = Console(file=file, width=80, force_terminal=True, _environ={})
    with PreparationProgress(console) as progress:
        progress.step("read", 5, 10)
        progress.say("encode: 3 of 4")
    assert "read" in file.getvalue()
    assert "75%" in file.getvalue()
