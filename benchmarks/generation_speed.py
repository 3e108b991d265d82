"""Generation speed: `evaluators.generation.generate` against `transformers`' `generate`, side by side.

    python benchmarks/generation_speed.py                # three sizes, under three minutes on two cores
    python benchmarks/generation_speed.py --device cuda
    python benchmarks/generation_speed.py --clock cpu    # on a busy machine, with OMP_NUM_THREADS=1

Both sides have the same network with the same weights: a Llama (rotary positions, RMSNorm, SwiGLU, tied, half as many
key-value heads), in float32. Before a size is measured, both must give the same logits and the same greedy tokens. Both
then read the same random prompts and write equally many tokens, as neither side may end; reading the prompt counts.
Sampling draws from the same nucleus. The weights are random, scaled so that the next token's distribution is about as
wide as a trained network's, since a nucleus of a few tokens is found faster than one of thousands.

The peer runs as its documentation has it (no gradient, key-value cache), with whichever of its attentions and caches is
fastest for these rows; on CUDA it compiles the static cache's step by itself. Ours is never compiled. Runs take turns.
"""

from __future__ import annotations

import argparse
import contextlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from types import SimpleNamespace
from typing import Any

import numpy as np
import torch
from rich.console import Console
from rich.table import Table
from torch import Tensor
from training_speed import llama_of_shape, llama_shape, synchronised

from autonas.errors import UsageError
from autonas.protocols import Trained
from evaluators.generation import generate
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape
from trainer.device import keep_freed_memory, resolve, use_cores

ATTENTIONS, CACHES = ("sdpa", "eager"), ("dynamic", "static")  # of the peer
PILOT_TOKENS = 16  # new ones, to find its fastest setting
LEAST_ROUNDS = 3
SPREAD = 3.0  # standard deviation of the logits
TEMPERATURE, TOP_P = 0.8, 0.95
SIZES = {
    "4x96": llama_shape(4, 96, 256, 1024),
    "6x192": llama_shape(6, 192, 512, 2048),
    "8x512": llama_shape(8, 512, 1536, 8192),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What one run generates."""

    rows: int
    prompt_tokens: int = 64
    new_tokens: int = 128
    sampled: bool = False

    @property
    def tokens(self) -> int:
        return self.rows * self.new_tokens

    def prompts(self, n_vocab: int) -> Tensor:
        """Returns the same ids (R, T) for both sides."""
        generator = torch.Generator().manual_seed(0)
        return torch.randint(1, n_vocab, (self.rows, self.prompt_tokens), generator=generator)


Run = Callable[[], list[list[int]]]  # generates once and returns the new tokens of each row
Clock = Callable[[], float]


def our_network(shape: DecoderShape, device: str) -> Decoder:
    """Returns a decoder with random weights that Llama can have too."""
    network = Decoder(shape, generator=torch.Generator().manual_seed(0))
    generator = torch.Generator().manual_seed(1)
    with torch.no_grad():
        for block in network.blocks:
            for matrix in (block.mixer.output, block.feed_forward.down):  # they start at zero
                matrix.weight.normal_(std=0.5 * matrix.in_features**-0.5, generator=generator)
        embedding = network.embedding.weight  # Llama does not normalise it, so it is made of norm 1
        embedding.div_(embedding.square().mean(dim=1, keepdim=True).sqrt())
        network.norm.weight.fill_(SPREAD * shape.d_model**-0.5)
    return network.eval().to(device)


def llama_of(network: Decoder, *, attention: str) -> Any:
    """Returns `transformers`' Llama with a decoder's weights.

    Raises:
        UsageError: `transformers` is not installed.
    """
    llama = llama_of_shape(network.shape, attention=attention)
    from transformers import GenerationConfig

    llama.generation_config = GenerationConfig(pad_token_id=0)  # no end of text
    llama.load_state_dict(llama_state(network))
    return llama.eval().to(network.norm.weight.device)


def llama_state(network: Decoder) -> dict[str, Tensor]:
    """Returns a decoder's weights under Llama's names."""
    parts = {
        "mixer.query": "self_attn.q_proj", "mixer.key": "self_attn.k_proj", "mixer.value": "self_attn.v_proj",
        "mixer.output": "self_attn.o_proj", "feed_forward.up": "mlp.up_proj", "feed_forward.gate": "mlp.gate_proj",
        "feed_forward.down": "mlp.down_proj", "mixer_norm": "input_layernorm",
        "feed_forward_norm": "post_attention_layernorm",
    }  # fmt: skip
    top = {"embedding": "model.embed_tokens", "norm": "model.norm", "output": "lm_head"}
    state = {}
    for name, weight in network.state_dict().items():
        module = name.removesuffix(".weight")
        if module.startswith("blocks."):
            _, layer, part = module.split(".", 2)
            state[f"model.layers.{layer}.{parts[part]}.weight"] = weight
        else:
            state[f"{top[module]}.weight"] = weight
    return state


def ours(network: Decoder, work: Work, device: str) -> Run:
    # An end of text that no token is: rows may end but do not.
    tokenizer: Any = SimpleNamespace(end_of_text=-1, n_vocab=network.shape.vocab_size)
    subject = Trained(network=network, tokenizer=tokenizer, held_out=None, autocast=contextlib.nullcontext)
    prompts = work.prompts(network.shape.vocab_size).tolist()
    uniforms = np.random.default_rng(0).random((work.rows, work.new_tokens))
    temperatures = np.full(work.rows, TEMPERATURE if work.sampled else 0.0)
    return lambda: generate(
        subject, prompts, temperatures=temperatures, uniforms=uniforms, top_p=TOP_P, device=device, may_end=True
    )


def theirs(llama: Any, work: Work, *, cache: str) -> Run:
    prompts = work.prompts(llama.config.vocab_size).to(llama.device)
    options: dict[str, Any] = {"max_new_tokens": work.new_tokens, "use_cache": True, "do_sample": work.sampled}
    if work.sampled:
        options |= {"temperature": TEMPERATURE, "top_p": TOP_P, "top_k": 0}
    if cache == "static":
        options["cache_implementation"] = "static"

    @torch.inference_mode()
    def run() -> list[list[int]]:
        found = llama.generate(prompts, attention_mask=torch.ones_like(prompts), **options)
        return found[:, work.prompt_tokens :].tolist()

    return run


@torch.no_grad()
def check(network: Decoder, llamas: dict[str, Any], device: str) -> None:
    """Makes sure that all give the same logits and write the same tokens, as many as asked for."""
    work = Work(rows=4, prompt_tokens=48, new_tokens=24)
    tokens = work.prompts(network.shape.vocab_size).to(device)
    expected, written = network(tokens), ours(network, work, device)()
    assert all(len(row) == work.new_tokens for row in written)
    for attention, llama in llamas.items():
        torch.testing.assert_close(llama(tokens).logits, expected, rtol=1e-3, atol=1e-3)
        for cache in CACHES:
            assert theirs(llama, work, cache=cache)() == written, (attention, cache)


def fastest(llamas: dict[str, Any], rows: int, clock: Clock) -> tuple[str, str]:
    """Returns the attention and the cache with which the peer writes a few tokens in the least time."""
    work, seconds = Work(rows=rows, new_tokens=PILOT_TOKENS), {}
    for (attention, llama), cache in product(llamas.items(), CACHES):
        seconds[attention, cache] = timed(theirs(llama, work, cache=cache), clock)
    return min(seconds, key=lambda setting: seconds[setting])


def timed(run: Run, clock: Clock) -> float:
    start = clock()
    run()
    return clock() - start


def take_turns(runs: Sequence[Run], *, seconds: float, clock: Clock) -> np.ndarray:
    """Returns the seconds of each run, (rounds, runs): as many rounds as fit, at least `LEAST_ROUNDS`."""
    times: list[list[float]] = []
    order = list(range(len(runs)))
    while len(times) < LEAST_ROUNDS or sum(map(sum, times)) * (1 + 1 / len(times)) <= seconds:
        found = {i: timed(runs[i], clock) for i in order}
        times.append([found[i] for i in range(len(runs))])
        order.reverse()
    return np.array(times)


def compare(name: str, *, device: str, options: argparse.Namespace) -> Table:
    """Measures one size and returns its table."""
    shape = SIZES[name]
    network = our_network(shape, device)
    llamas = {attention: llama_of(network, attention=attention) for attention in ATTENTIONS}
    check(network, llamas, device)
    clock = synchronised(device, time.process_time if options.clock == "cpu" else time.perf_counter)
    table = Table(
        "rows", "drawn", "autonas tokens/s", "transformers tokens/s", "autonas is faster by (10-90 %)", "its setting",
        title=f"{name}, vocabulary {shape.vocab_size}, {shape.parameters / 1e6:.2f}M parameters",
    )  # fmt: skip
    for rows in options.rows:
        ours(network, Work(rows=rows, new_tokens=PILOT_TOKENS), device)()  # to warm up, as the peer does
        attention, cache = fastest(llamas, rows, clock)
        for sampled in (False, True):
            work = Work(rows=rows, new_tokens=options.new_tokens, sampled=sampled)
            runs = (ours(network, work, device), theirs(llamas[attention], work, cache=cache))
            times = take_turns(runs, seconds=options.seconds, clock=clock)
            low, middle, high = np.quantile(times[:, 1] / times[:, 0], [0.1, 0.5, 0.9])
            rates = (f"{work.tokens / value:,.0f}" for value in np.median(times, axis=0))
            drawn = f"{TEMPERATURE}, top-p {TOP_P}" if sampled else "greedy"
            ratio = f"{middle:.2f} ({low:.2f}-{high:.2f}, n={len(times)})"
            table.add_row(str(rows), drawn, *rates, ratio, f"{attention}, {cache}")
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--device", default="auto")
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=list(SIZES))
    parser.add_argument("--rows", nargs="+", type=int, default=[64, 1], help="generated at once (default: 64 1)")
    parser.add_argument("--new-tokens", type=int, default=128)
    parser.add_argument("--seconds", type=float, default=5.0, help="of one row of a table (default: 5)")
    parser.add_argument("--clock", choices=("wall", "cpu"), default="wall")
    options = parser.parse_args()
    try:
        device = resolve(options.device)
        threads = use_cores()
        keep_freed_memory()  # of the process, so the peer gains as well
        console = Console(width=120)
        console.print(f"torch {torch.__version__}, {device}, {threads} threads, float32, {options.clock} time")
        for name in options.sizes:
            console.print(compare(name, device=device, options=options))
    except UsageError as error:
        parser.exit(2, f"error: {error.message}\nhint: {error.hint}\n")


if __name__ == "__main__":
    main()
