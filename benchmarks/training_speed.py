"""Training speed: the proxy's loop and decoder against `transformers`' Llama of the same shape, side by side.

    python benchmarks/training_speed.py                  # three sizes, about five minutes on two cores
    python benchmarks/training_speed.py --device cuda
    python benchmarks/training_speed.py --clock cpu      # on a busy machine, with OMP_NUM_THREADS=1

Both are trained by the same loop with the same optimizers (Muon and AdamW), batches and precision, in short blocks that
take turns. The peer is `LlamaForCausalLM` as it comes, without a key-value cache, with its own loss, once with each of
its attention implementations; neither side is compiled. Tokens are random: the speed does not depend on them.

The limit is the rate at which this machine does the matrix products of the same step alone, forward and backward, in
the same precision. `share` is the training's model FLOPs (6 a weight, attention added; the optimizer's own products
don't count) over that rate.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import torch
from rich.console import Console
from rich.table import Table
from torch import Tensor, nn

from autonas.errors import UsageError
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape
from trainer.device import autocast, has_bfloat16, keep_freed_memory, resolve, use_cores
from trainer.loop import Loop, interval, next_tokens
from trainer.optim import OptimizerConfig, Optimizers
from trainer.schedule import Schedule

ATTENTIONS = ("sdpa", "eager")  # of the peer
MAX_STEPS = 1000  # of a block


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """A shape and the batch that it is trained on."""

    shape: DecoderShape
    context: int
    rows: int

    @property
    def batch_tokens(self) -> int:
        return self.rows * self.context

    @property
    def flops(self) -> float:
        """Model FLOPs of one step."""
        return self.shape.flops_per_token(self.context) * self.batch_tokens


def llama_shape(n_layers: int, d_model: int, d_ff: int, vocab_size: int) -> DecoderShape:
    """Returns a shape that Llama has too: nothing is added that it lacks."""
    return DecoderShape(
        n_layers=n_layers, d_model=d_model, n_heads=d_model // 32, n_kv_heads=d_model // 64, d_ff=d_ff,
        activation="swiglu", norm="rmsnorm", position="rope", qk_norm=False, tied=True, dropout=0.0, window=0,
        vocab_size=vocab_size, token_shift=False,
    )  # fmt: skip


SIZES = {
    "2x64": Size(shape=llama_shape(2, 64, 176, 1024), context=192, rows=6),
    "4x128": Size(shape=llama_shape(4, 128, 352, 1024), context=192, rows=6),
    "8x256": Size(shape=llama_shape(8, 256, 688, 4096), context=256, rows=8),
}


def llama_of_shape(shape: DecoderShape, *, attention: str) -> Any:
    """Returns `transformers`' Llama of a decoder's shape, with its own random weights.

    Raises:
        UsageError: `transformers` is not installed.
    """
    try:
        from transformers import LlamaConfig, LlamaForCausalLM
    except ImportError as error:
        raise UsageError(
            "the peer of this benchmark, transformers, is not installed", hint="pip install transformers"
        ) from error
    config = LlamaConfig(
        vocab_size=shape.vocab_size,
        hidden_size=shape.d_model,
        intermediate_size=shape.d_ff,
        num_hidden_layers=shape.n_layers,
        num_attention_heads=shape.n_heads,
        num_key_value_heads=shape.n_kv_heads,
        rms_norm_eps=1e-6,
        tie_word_embeddings=shape.tied,
        attn_implementation=attention,
    )
    return LlamaForCausalLM(config)


class Llama(nn.Module):
    """`transformers`' Llama behind the `loss` that the loop calls."""

    def __init__(self, size: Size, *, attention: str) -> None:
        super().__init__()
        self.llama = llama_of_shape(size.shape, attention=attention)
        self.llama.config.use_cache = False

    def loss(self, tokens: Tensor, targets: Tensor) -> Tensor:
        """Returns its own loss: the mean in nats. Targets (B, T) are given shifted, so that no position is wasted."""
        return self.llama(input_ids=tokens, labels=targets, shift_labels=targets.contiguous()).loss


Block = Callable[[int], None]  # does so many steps


def training(network: nn.Module, size: Size, device: str) -> Block:
    """Returns a function that trains the network on."""
    rng = np.random.default_rng(0)
    tokens = rng.integers(size.shape.vocab_size, size=(8, size.rows, size.context + 1), dtype=np.uint16)
    loop = Loop(
        batch=lambda step: next_tokens(tokens[step % len(tokens)]),
        bytes_per_token=3.0,
        device=device,
        autocast=autocast(device),
        report=void,
    )
    optimizers = Optimizers(network.to(device), OptimizerConfig())
    return lambda n: void(list(loop.points(network, optimizers, Schedule(), n, every=interval(n))))


def void(_: object) -> None:
    return None


def products(size: Size, device: str) -> tuple[Block, float]:
    """Returns a function that does nothing but the products of one training step with weights, and their FLOPs."""
    shape = size.shape
    keys_values = shape.n_kv_heads * shape.head_size
    layer = [
        (shape.d_model, n) for n in (shape.d_model, shape.d_model, keys_values, keys_values, shape.d_ff, shape.d_ff)
    ]
    matrices = shape.n_layers * [*layer, (shape.d_ff, shape.d_model)] + [(shape.d_model, shape.vocab_size)]
    dtype = torch.bfloat16 if has_bfloat16(device) else torch.float32
    make = partial(torch.randn, device=device, dtype=dtype)
    operands = [(make(size.batch_tokens, k), make(n, k), make(size.batch_tokens, n)) for k, n in matrices]

    def block(n_steps: int) -> None:
        for _ in range(n_steps):
            for inputs, weight, gradient in operands:
                inputs @ weight.T  # forward
                gradient @ weight  # of the inputs
                gradient.T @ inputs  # of the weight

    return block, sum(6.0 * size.batch_tokens * k * n for k, n in matrices)


def take_turns(
    blocks: dict[str, Block], *, seconds: float, rounds: int, clock: Callable[[], float]
) -> dict[str, np.ndarray]:
    """Returns the seconds of one step, for each block a value a round; a block takes about `seconds`."""

    def measure(block: Block, n_steps: int) -> float:
        start = clock()
        block(n_steps)
        return (clock() - start) / n_steps

    n_steps = {}
    for name, block in blocks.items():
        measure(block, 2)  # the first steps allocate
        n_steps[name] = int(min(MAX_STEPS, max(1, seconds / max(measure(block, 2), 1e-6))))
    times: dict[str, list[float]] = {name: [] for name in blocks}
    names = list(blocks)
    for turn in range(rounds):
        for name in names if turn % 2 == 0 else reversed(names):
            times[name].append(measure(blocks[name], n_steps[name]))
    return {name: np.array(values) for name, values in times.items()}


def networks(size: Size) -> dict[str, nn.Module]:
    """Returns the networks to compare; they have the same number of parameters.

    Raises:
        UsageError: `transformers` is not installed.
    """
    found: dict[str, nn.Module] = {f"transformers {name}": Llama(size, attention=name) for name in ATTENTIONS}
    found = {"autonas": Decoder(size.shape, generator=torch.Generator().manual_seed(0)), **found}
    counts = {name: sum(p.numel() for p in network.parameters()) for name, network in found.items()}
    assert set(counts.values()) == {size.shape.parameters}, counts
    return found


def synchronised(device: str, clock: Callable[[], float]) -> Callable[[], float]:
    """A GPU's work has ended when the clock is read."""
    if not device.startswith("cuda"):
        return clock

    def read() -> float:
        torch.cuda.synchronize(device)
        return clock()

    return read


def compare(name: str, *, device: str, options: argparse.Namespace) -> Table:
    """Measures one size and returns its table."""
    size = SIZES[name]
    blocks = {side: training(network, size, device) for side, network in networks(size).items()}
    blocks["products"], product_flops = products(size, device)
    clock = synchronised(device, time.process_time if options.clock == "cpu" else time.perf_counter)
    times = take_turns(blocks, seconds=options.seconds, rounds=options.rounds, clock=clock)
    limit = product_flops / float(np.median(times.pop("products")))
    table = Table(
        "",
        "tokens/s",
        "autonas is faster by (10-90 %)",
        "GFLOP/s",
        "share",
        title=f"{name}, vocabulary {size.shape.vocab_size}, {size.shape.parameters / 1e6:.2f}M parameters, "
        f"batch {size.rows} x {size.context}; its matrix products alone: {limit / 1e9:.0f} GFLOP/s",
    )
    for side, values in times.items():
        rate = 1 / float(np.median(values))
        low, middle, high = np.quantile(values / times["autonas"], [0.1, 0.5, 0.9])
        ratio = "" if side == "autonas" else f"{middle:.2f} ({low:.2f}-{high:.2f})"
        flops = rate * size.flops
        table.add_row(side, f"{rate * size.batch_tokens:,.0f}", ratio, f"{flops / 1e9:.0f}", f"{flops / limit:.0%}")
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--device", default="auto")
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=list(SIZES))
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--seconds", type=float, default=1.5, help="of one block (default: 1.5)")
    parser.add_argument("--clock", choices=("wall", "cpu"), default="wall")
    options = parser.parse_args()
    try:
        device = resolve(options.device)
        threads = use_cores()
        keep_freed_memory()  # of the process, so the peer gains as well
        console = Console(width=120)
        precision = "bfloat16" if has_bfloat16(device) else "float32"
        console.print(f"torch {torch.__version__}, {device}, {threads} threads, {precision}, {options.clock} time")
        for name in options.sizes:
            console.print(compare(name, device=device, options=options))
    except UsageError as error:
        parser.exit(2, f"error: {error.message}\nhint: {error.hint}\n")


if __name__ == "__main__":
    main()
