"""What measuring latency costs a search, and how far its times agree with each other.

    python benchmarks/measuring_cost.py [--repeats 3]

Three seed shapes of the default study are measured as the study does, some times each. Wall time depends on what else
the machine does, which stands beside it; CPU time hardly does. The first measurement also starts the process of which
all others are forks.
"""

from __future__ import annotations

import argparse
import time
from statistics import median

import psutil

from evaluators.gauge import FromShape, Plan, measure_in_quiet
from evaluators.latency import Latency
from studies.codelm import codelm


def plan() -> Plan:
    usual = Latency()
    names = ("context", "new_tokens", "rounds", "seconds", "threads")
    return Plan(device="cpu", **{name: getattr(usual, name) for name in names})


def cpu_seconds() -> float:
    """Of the processes that measure: those that live, and what their ended forks have used."""
    times = [child.cpu_times() for child in psutil.Process().children(recursive=True)]
    return sum(t.user + t.system + t.children_user + t.children_system for t in times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=3)
    repeats = parser.parse_args().repeats
    space = codelm().space
    seeds = space.seeds()
    print("shape                                         wall    CPU   decode ms   prefill ms   memory MB   busy cores")
    for genome in (seeds[0], seeds[len(seeds) // 2], seeds[-1]):
        shape = space.decode(genome)
        build = FromShape.of(space.build(shape, 0))
        for _ in range(repeats):
            begun, used = time.perf_counter(), cpu_seconds()
            found = measure_in_quiet(build, plan())
            wall, cpu = time.perf_counter() - begun, cpu_seconds() - used
            print(
                f"{shape.summary()[:42]:42} {wall:5.2f} s {cpu:4.2f} s {median(found.decode_ms):9.3f}"
                f" {median(found.prefill_ms):12.3f} {found.memory_mb:11.2f} {found.busy_cores:12.2f}"
            )


if __name__ == "__main__":
    main()
