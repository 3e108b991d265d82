"""Searches a study in a folder and prints what happens, for tests that kill it."""

import sys
from pathlib import Path

from autonas.resolve import resolve_study
from autonas.runs import Place
from autonas.search import Events, run_search


def main(reference: str, folder: Path, storage: str, name: str, seconds: str) -> None:
    def say(what, value):
        print(what, value, flush=True)

    run_search(
        resolve_study(reference, overrides=[("trainer.seconds", seconds)]),
        Place(storage_url=storage, out=folder / "runs", cache=folder / "cache"),
        name=name,
        events=Events(
            started=lambda trial, *_: say("started", trial.number),
            progress=lambda number, _: say("progress", number),
            finished=lambda record: say("finished", record.number),
            ended=lambda outcome: say("ended", outcome.status),
        ),
    )


if __name__ == "__main__":
    reference, folder, *rest = sys.argv[1:]
    storage, name, seconds = rest or (f"sqlite:///{folder}/autonas.db", "toy", "0.03")
    main(reference, Path(folder), storage, name, seconds)
