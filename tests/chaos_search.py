"""Searches the toy study as a line of JSON says and prints what happens, for chaos.py, which disturbs it."""

from __future__ import annotations

import json
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from optuna.storages._rdb import storage as optuna_storage

from autonas import cores, database
from autonas.errors import AutonasError
from autonas.limits import NO_LIMITS, Limits
from autonas.resolve import resolve_study
from autonas.runs import Place
from autonas.search import Events, run_search

TOY = Path(__file__).with_name("toy.py")
JUMP_HOURS = 5


def main(setup: dict[str, Any]) -> int:
    """Returns the exit code that the command line would have."""
    cores.n_cores = lambda: setup["workers"]  # which only sleep
    if setup["busy_seconds"] is not None:
        database._BUSY_SECONDS = setup["busy_seconds"]
    jump = _jumping_clock() if setup["jumps"] else lambda _: None

    def say(what: str, value: object) -> None:
        print(what, value, flush=True)

    def finished(record: Any) -> None:
        say("finished", record.number)
        jump(record.number)

    folder = Path(setup["folder"])
    try:
        run_search(
            resolve_study(str(TOY), overrides=[tuple(pair) for pair in setup["overrides"]], n_trials=setup["trials"]),
            Place(
                storage_url=setup["storage"],
                workers=setup["workers"],
                limits=NO_LIMITS if setup["limit"] is None else Limits(seconds=setup["limit"]),
                out=folder / "runs",
                cache=Path(setup["cache"]),
            ),
            deterministic=setup["deterministic"],
            events=Events(
                started=lambda trial, *_: say("started", trial.number),
                progress=lambda number, _: say("progress", number),
                finished=finished,
                ended=lambda outcome: say("ended", outcome.status),
            ),
        )
    except AutonasError as error:
        say("error", f"{error.message}; {error.hint}")
        return error.exit_code
    return 0


def _jumping_clock() -> Any:
    """Replaces the clocks that the engine and Optuna read; returns what makes them jump, back and forth by hours."""
    hours = 0
    real = time.time
    time.time = lambda: real() + 3600 * hours

    class Jumping(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:
            return datetime.now(tz) + timedelta(hours=hours)

    optuna_storage.datetime = Jumping

    def jump(number: int) -> None:
        nonlocal hours
        hours = -JUMP_HOURS if number % 2 else JUMP_HOURS

    return jump


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
