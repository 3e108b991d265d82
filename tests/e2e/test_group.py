"""Several processes train one network as one process does."""

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import torch

from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape
from trainer.group import joined_group
from trainer.loop import Loop, next_tokens
from trainer.optim import OptimizerConfig, Optimizers
from trainer.resumable import Course, train_resumably
from trainer.schedule import Schedule

ROOT = Path(__file__).parents[2]
SHAPE = DecoderShape(
    n_layers=2, d_model=16, n_heads=2, n_kv_heads=1, d_ff=32, activation="swiglu", norm="rmsnorm",
    position="rope", qk_norm=True, tied=True, dropout=0.0, window=0, vocab_size=40,
)  # fmt: skip


def network():
    return Decoder(SHAPE, generator=torch.Generator().manual_seed(0))


def weights(net):
    return torch.cat([p.detach().flatten() for p in net.parameters()])


def course(n_steps=12):
    loop = Loop(
        batch=lambda step: next_tokens(np.random.default_rng(step).integers(40, size=(4, 17), dtype=np.uint16)),
        bytes_per_token=2.0,
        device="cpu",
        autocast=contextlib.nullcontext,
        report=lambda _: None,
    )
    return Course(
        loop=loop,
        optimizers=lambda net: Optimizers(net, OptimizerConfig()),
        schedule=Schedule(),
        n_steps=n_steps,
        seconds=1.0,
        most_steps=1000,
    )


def one_of_a_group(folder, n_steps):
    """What each of the processes of the next test does."""
    torch.set_num_threads(1)
    if os.environ["RANK"] == "1":  # clocks never agree; here they are so far apart that it shows within seconds
        own = time.perf_counter
        time.perf_counter = lambda: 3 * own()
    with joined_group("cpu") as group:
        plan = course(n_steps)
        plan.loop.group = group
        net = network()
        curve = train_resumably(net, plan, Path(folder))
        if group.writes:
            result = {"losses": [p["loss"] for p in curve], "weights": weights(net).tolist(), "size": group.size}
            result["n_steps"] = curve[-1]["step"]
            (Path(folder) / "result.json").write_text(json.dumps(result))


@pytest.mark.parametrize("n_steps", [12, None], ids=["steps", "time"])
def test_two_processes_train_as_one_does(tmp_path, n_steps):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    code = f"from tests.e2e.test_group import one_of_a_group as f; f({str(tmp_path)!r}, {n_steps})"
    shared = {**os.environ, "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(port), "WORLD_SIZE": "2"}
    shared |= {"OMP_NUM_THREADS": "1", "GLOO_SOCKET_IFNAME": "lo"}
    processes = [
        subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env=shared | {"RANK": str(rank)}) for rank in (0, 1)
    ]
    try:
        assert [process.wait(timeout=120) for process in processes] == [0, 0]
    finally:
        for process in processes:
            process.kill()
    result = json.loads((tmp_path / "result.json").read_text())
    assert result["size"] == 2
    alone = network()
    curve = train_resumably(alone, course(n_steps or result["n_steps"]), tmp_path / "alone")
    assert [p["step"] for p in curve][-1] == result["n_steps"]
    if n_steps is None:  # thousands of steps enlarge what the order of sums does to the last bits
        return
    assert result["losses"] == pytest.approx([p["loss"] for p in curve], rel=1e-3)
    torch.testing.assert_close(torch.tensor(result["weights"]), weights(alone), rtol=0.02, atol=2e-3)
