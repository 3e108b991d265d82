"""Training speed of the block families against full attention: same width and depth, side by side.

    python benchmarks/mixer_speed.py                    # 256, 1,024 and 4,096 tokens, about ten minutes on one core
    python benchmarks/mixer_speed.py --device cuda --plain    # with the kernels of flash-linear-attention and without
    python benchmarks/mixer_speed.py --clock cpu        # on a busy machine, with OMP_NUM_THREADS=1

One step is a forward and a backward pass of the whole network with its loss, in the precision that the proxy trains in,
on the same number of tokens at every length. The families take turns in rounds; what is shown is the median over the
rounds of each family's rate over attention's in the same round. The first step, which is not timed, compiles kernels.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import torch
from rich.console import Console
from rich.table import Table
from torch import Tensor

from autonas.errors import AutonasError, UsageError
from search_spaces.decoder.families import LINEAR
from search_spaces.decoder.mixers import kernels
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape
from trainer.device import autocast, has_bfloat16, keep_freed_memory, resolve, use_cores

ATTENTION = DecoderShape(
    n_layers=2, d_model=128, n_heads=4, n_kv_heads=4, d_ff=352, activation="swiglu", norm="rmsnorm", position="rope",
    qk_norm=True, tied=True, dropout=0.0, window=0, vocab_size=1024, token_shift=True,
)  # fmt: skip
_PLAIN = {"position": "none", "qk_norm": False}
SHAPES = {
    "attention": ATTENTION,
    "attention, window 64": replace(ATTENTION, window=64),
    "deltanet": replace(ATTENTION, mixer="deltanet", conv_size=4, **_PLAIN),
    "deltanet, no convolution": replace(ATTENTION, mixer="deltanet", **_PLAIN),
    "mamba2": replace(ATTENTION, mixer="mamba2", state_size=32, expansion=2, conv_size=4, **_PLAIN),
    "rwkv7": replace(ATTENTION, mixer="rwkv7", **_PLAIN),
    "deltanet and attention": replace(ATTENTION, mixer="deltanet", conv_size=4, attention_every=2),
}
LENGTHS = (256, 1024, 4096)
PLAIN = ", plain"  # after a family's name: without the kernels


def step_of(shape: DecoderShape, *, length: int, tokens: int, device: str, plain: bool = False) -> Callable[[], None]:
    """Returns a function that does one forward and backward pass on `tokens` tokens in rows of `length`.

    With `plain` without the kernels of flash-linear-attention; else with them where they are used at all.
    """
    network = Decoder(shape, generator=torch.Generator().manual_seed(0)).to(device)
    generator = torch.Generator().manual_seed(1)
    ids = torch.randint(shape.vocab_size, (max(1, tokens // length), length + 1), generator=generator).to(device)
    context = autocast(device)
    switch = "0" if plain else os.environ.get(kernels.SWITCH, "1")

    def step() -> None:
        os.environ[kernels.SWITCH] = switch  # read at each forward pass
        with context():
            loss: Tensor = network.loss(ids[:, :-1], ids[:, 1:])
        loss.backward()
        network.zero_grad(set_to_none=True)
        if device.startswith("cuda"):
            torch.cuda.synchronize(device)

    return step


def take_turns(
    steps: dict[str, Callable[[], None]], *, rounds: int, clock: Callable[[], float]
) -> dict[str, np.ndarray]:
    """Returns the seconds of a step, for each name a value a round; every second round goes backwards."""
    times: dict[str, list[float]] = {name: [] for name in steps}
    for step in steps.values():
        step()  # the first one allocates
    names = list(steps)
    for turn in range(rounds):
        for name in names if turn % 2 == 0 else reversed(names):
            start = clock()
            steps[name]()
            times[name].append(clock() - start)
    return {name: np.array(values) for name, values in times.items()}


def compare(length: int, options: argparse.Namespace, device: str) -> Table:
    """Measures one length and returns its table."""
    names = ["attention", *(name for name in options.families if name != "attention")]
    if options.plain:
        linear = [name for name in names if not LINEAR.isdisjoint(SHAPES[name].mixers)]
        names += [name + PLAIN for name in linear]
    shapes = {name: SHAPES[name.removesuffix(PLAIN)] for name in names}
    steps = {
        name: step_of(shape, length=length, tokens=options.tokens, device=device, plain=name.endswith(PLAIN))
        for name, shape in shapes.items()
    }
    clock = time.process_time if options.clock == "cpu" else time.perf_counter
    times = take_turns(steps, rounds=options.rounds, clock=clock)
    table = Table("", "parameters", "tokens/s", "times attention (10-90 %)", title=f"{length:,} tokens")
    n_tokens = max(1, options.tokens // length) * length
    for name, values in times.items():
        low, middle, high = np.quantile(times["attention"] / values, [0.1, 0.5, 0.9])
        rate = n_tokens / float(np.median(values))
        table.add_row(name, f"{shapes[name].parameters:,}", f"{rate:,.0f}", f"{middle:.2f} ({low:.2f}-{high:.2f})")
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--device", default="auto")
    parser.add_argument("--lengths", nargs="+", type=int, default=list(LENGTHS))
    parser.add_argument("--families", nargs="+", choices=SHAPES, default=list(SHAPES))
    parser.add_argument("--tokens", type=int, default=8192, help="of one step, in as many rows as they make")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--clock", choices=("wall", "cpu"), default="wall")
    parser.add_argument(
        "--plain", action="store_true", help="on CUDA, the linear families also without the kernels that they use there"
    )
    options = parser.parse_args()
    try:
        device = resolve(options.device)
        state = kernels.report()["state"]
        if options.plain and not (device.startswith("cuda") and state == kernels.USED):
            raise UsageError(f"--plain compares with kernels; on {device} they are {state}", hint="see docs/mixers.md")
        threads = use_cores()
    except AutonasError as error:
        parser.exit(2, f"error: {error.message}\nhint: {error.hint}\n")
    keep_freed_memory()
    console = Console(width=120)
    precision = "bfloat16" if has_bfloat16(device) else "float32"
    console.print(f"torch {torch.__version__}, {device}, {threads} threads, {precision}, {options.clock} time")
    if device.startswith("cuda"):
        console.print(f"kernels of {kernels.PACKAGE}: {state}")
    for length in options.lengths:
        console.print(compare(length, options, device))


if __name__ == "__main__":
    main()
