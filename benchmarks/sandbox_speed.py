"""How many programs a second the sandbox runs, and what one costs in CPU time.

    python benchmarks/sandbox_speed.py [--data FOLDER] [--workers N] [--rounds 3]

The programs are HumanEval's reference solutions with their tests if the folder (default: $AUTONAS_DATA) holds
HumanEval.jsonl, else a few of our own. The tests themselves are part of the time: a plain `exec` of the same programs
in one process, without any isolation, is measured beside it.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import io
import json
import os
import resource
import time
from collections.abc import Iterator
from pathlib import Path

from autonas.sandbox import Program, Sandbox

OWN = {
    "gcd": ("def gcd(a, b):\n    while b:\n        a, b = b, a % b\n    return a\n", "assert gcd(12, 18) == 6\n"),
    "flatten": (
        "def flatten(x):\n    return [z for y in x for z in (flatten(y) if isinstance(y, list) else [y])]\n",
        "assert flatten([1, [2, [3]], []]) == [1, 2, 3]\n",
    ),
    "words": (
        "from collections import Counter\n\ndef words(text):\n    return dict(Counter(text.split()))\n",
        "assert words('a b a') == {'a': 2, 'b': 1}\n",
    ),
}


def helpers(prompt: str, entry_point: str) -> str:
    """The statements of a prompt that are not the function to be written: imports and helper functions."""
    lines = prompt.splitlines(keepends=True)
    kept = [
        "".join(lines[node.lineno - 1 : node.end_lineno])
        for node in ast.parse(prompt + "    pass\n").body
        if not (isinstance(node, ast.FunctionDef) and node.name == entry_point)
    ]
    return "\n".join(kept)


def human_eval(file: Path, *, body: str | None = None) -> Iterator[Program]:
    """HumanEval's tasks with their reference solutions, or with one body for all of them."""
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Program(
            code=row["prompt"] + (row["canonical_solution"] if body is None else body),
            entry_point=row["entry_point"],
            tests=f"{row['test']}\ncheck({row['entry_point']})",
            setup=helpers(row["prompt"], row["entry_point"]),
        )


def plain(programs: list[Program]) -> float:
    """Seconds that the programs take in this process, one after the other, with nothing around them."""
    start = time.perf_counter()
    for program in programs:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(f"{program.code}\n{program.tests}", {"__name__": "plain"})
    return time.perf_counter() - start


def cpu_seconds() -> float:
    """CPU time of this process and of the children that have ended."""
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in spent)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("AUTONAS_DATA", ".")))
    parser.add_argument("--workers", type=int)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    file = options.data / "HumanEval.jsonl"
    if file.exists():
        programs, name = list(human_eval(file)), "HumanEval's reference solutions"
    else:
        programs = [Program(code=code, entry_point=name, tests=tests) for name, (code, tests) in OWN.items()] * 50
        name = "programs of our own"
    alone = plain(programs)
    begin = cpu_seconds()
    with Sandbox(workers=options.workers):
        pass
    middle = cpu_seconds()  # the servers have ended: starting them and their self check is counted
    rates = []
    with Sandbox(workers=options.workers) as sandbox:
        for _ in range(options.rounds):
            start = time.perf_counter()
            outcomes = sandbox.run(programs)
            rates.append(len(programs) / (time.perf_counter() - start))
    each = (cpu_seconds() - middle - (middle - begin)) / (options.rounds * len(programs))
    passed = sum(outcome.passed for outcome in outcomes)
    print(f"{len(programs)} {name}, level {sandbox.level}, {passed} passed")
    print(f"programs/s: {max(rates):.0f} at best, {min(rates):.0f} at worst of {options.rounds} rounds")
    print(f"CPU time a program: {1000 * each:.1f} ms; {1000 * alone / len(programs):.1f} ms in one process, no sandbox")


if __name__ == "__main__":
    main()
