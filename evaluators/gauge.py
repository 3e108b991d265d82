"""A quiet process in which one network is served and measured.

    worker  ->  a process that has imported torch and does nothing else  ->  a fork of it for each network

The first takes two to three seconds and is started once a worker; a fork takes a tenth of a second and begins as clean
as every other: no trainer, no allocator that other networks have filled. What is passed is plain data and the names of
what builds the network.

Shapes: B batch, T time.
"""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import gc
import importlib
import importlib.util
import multiprocessing
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import psutil
import torch

from autonas.errors import AutonasError, CandidateError
from autonas.spawning import started_elsewhere

__all__ = ["FromShape", "Named", "Plan", "Readings", "measure_in_quiet"]

WARM_UPS = 2  # untimed rounds
FEWEST_ROUNDS = 6  # below which the order of the times gives no 95 % interval
MMAP_THRESHOLD = 65_536  # bytes from which on an allocation is the system's own, and is back when it is freed


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A class or function by where it is defined, also in a study's file that no import finds.

    Attributes:
        file: Source of the module; empty where it has none.
    """

    module: str
    name: str
    file: str

    @classmethod
    def of(cls, target: Any) -> Named:
        """Names a class or function that another process can find.

        Raises:
            AutonasError: It is defined inside a function.
        """
        if "<locals>" in target.__qualname__:
            raise AutonasError(
                f"{target.__qualname__} is defined inside a function: no other process can build it",
                hint="define it at the top of a module",
            )
        file = getattr(sys.modules.get(target.__module__), "__file__", None)
        return cls(module=target.__module__, name=target.__qualname__, file=file or "")

    def find(self) -> Any:
        """Returns it, importing its module by name or else from its file."""
        target = self._module()
        for part in self.name.split("."):
            target = getattr(target, part)
        return target

    def _module(self) -> Any:
        try:
            module = importlib.import_module(self.module)
            # Two studies' files of one stem have one module name: what is loaded may be the other's.
            if not self.file or Path(self.file).resolve() == Path(getattr(module, "__file__", None) or "").resolve():
                return module
        except ModuleNotFoundError as error:
            if error.name != self.module or not self.file:
                raise
        sys.path.insert(0, str(Path(self.file).parent))
        spec = importlib.util.spec_from_file_location(self.module, self.file)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[self.module] = module
        spec.loader.exec_module(module)
        return module


@dataclass(frozen=True, slots=True, kw_only=True)
class FromShape:
    """Builds `Network(shape)`, with random weights: they change no time. Plain data, for another process."""

    network: Named
    shape: Named
    values: dict[str, Any]

    @classmethod
    def of(cls, network: Any) -> FromShape:
        """Describes how to build another network like this one.

        Raises:
            AutonasError: It has no `shape`, or is of a class that another process cannot find.
        """
        shape = getattr(network, "shape", None)
        if shape is None:
            raise AutonasError(
                f"{type(network).__name__} has no shape to be built from in another process",
                hint="let the network keep its shape as `shape`, and be built by Network(shape)",
            )
        values = {field.name: getattr(shape, field.name) for field in fields(shape) if field.init}
        return cls(network=Named.of(type(network)), shape=Named.of(type(shape)), values=values)

    def __call__(self) -> Any:
        return self.network.find()(self.shape.find()(**self.values))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is measured, and how.

    Attributes:
        device: "cpu" or "cuda:0".
        context: Tokens of the prompt, which are in the cache when the first new token is computed.
        new_tokens: Tokens after it in a round.
        rounds: At most so many rounds are timed.
        seconds: No further round is begun after so long, but `FEWEST_ROUNDS` are done in any case.
        threads: With which torch computes on the CPU.
    """

    device: str
    context: int
    new_tokens: int
    rounds: int
    seconds: float
    threads: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """What one network's rounds have given: one entry a round in each list.

    Attributes:
        prefill_ms: Milliseconds of reading the prompt.
        decode_ms: The round's median milliseconds of one token after it.
        memory_mb: Most memory of weights, cache and activations together, in MB.
        busy_cores: Cores of this machine that other processes kept busy meanwhile.
    """

    prefill_ms: list[float]
    decode_ms: list[float]
    memory_mb: float
    busy_cores: float


def measure_in_quiet(build: Callable[[], Any], plan: Plan) -> Readings:
    """Serves a network in a fresh process, alone among all measurements of this user on this machine.

    Args:
        build: Returns the network; plain data (see `FromShape`), or a function of a module.

    Raises:
        CandidateError: "out of memory", or "not measured" with what went wrong.
    """
    quiet = multiprocessing.get_context("forkserver")
    quiet.set_forkserver_preload([__name__])
    ours, theirs = quiet.Pipe(duplex=False)
    with _alone():
        process = quiet.Process(target=_serve, args=(theirs, build, plan), daemon=True, name="autonas-gauge")
        with started_elsewhere():
            process.start()
        theirs.close()
        try:
            word, data = ours.recv()
        except EOFError:
            process.join()
            word, data = "not measured", f"the measuring process ended with exit code {process.exitcode}"
        finally:
            ours.close()
        process.join()
    if word != "done":
        raise CandidateError(f"serving could not be measured: {data}", reason=word)
    readings: Readings = data
    return readings


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Waits until no other measurement runs; the system lets go however this process ends.

    The file is of the machine, not of the cache: caches may be shared between machines, or read-only.
    """
    path = Path(tempfile.gettempdir()) / f"autonas-measuring-{os.getuid()}.lock"
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)  # all users may write to that folder
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _serve(connection: Connection, build: Callable[[], Any], plan: Plan) -> None:
    """Runs in the fork: measures, answers, ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole terminal; the engine decides
    try:
        answer: tuple[str, Any] = "done", _readings(build, plan)
    except (torch.OutOfMemoryError, MemoryError) as error:
        answer = "out of memory", " ".join(str(error).split())[:300]
    except Exception as error:
        answer = "not measured", f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
    connection.send(answer)


@torch.no_grad()
def _readings(build: Callable[[], Any], plan: Plan) -> Readings:
    torch.set_num_threads(plan.threads)
    prefill, decode = [], []
    network = _placed(build, plan)
    for _ in range(WARM_UPS):
        _round(network, plan)
    machine, own, begun = _busy_seconds(), time.process_time(), time.perf_counter()
    while len(prefill) < FEWEST_ROUNDS or (len(prefill) < plan.rounds and time.perf_counter() - begun < plan.seconds):
        read, tokens = _round(network, plan)
        prefill.append(read)
        decode.append(sorted(tokens)[len(tokens) // 2])
    seconds = time.perf_counter() - begun
    others = _busy_seconds() - machine - (time.process_time() - own)
    del network
    memory = _peak_memory(build, plan)  # of a second one: the first has loaded what the libraries load once
    return Readings(prefill_ms=prefill, decode_ms=decode, memory_mb=memory / 1e6, busy_cores=max(0.0, others / seconds))


def _placed(build: Callable[[], Any], plan: Plan) -> Any:
    return build().to(plan.device).eval()


def _round(network: Any, plan: Plan) -> tuple[float, list[float]]:
    """Returns the milliseconds of reading a prompt, and of each token after it, for one sequence (B = 1)."""
    prompt = torch.arange(plan.context, device=plan.device)[None] % network.shape.vocab_size  # (1, T)
    cache = network.new_cache(batch_size=1, max_tokens=plan.context + plan.new_tokens)
    read = _milliseconds(lambda: _next_logits(network, prompt, cache), plan.device)
    token = prompt[:, :1]
    return read, [
        _milliseconds(lambda: _next_logits(network, token, cache), plan.device) for _ in range(plan.new_tokens)
    ]


def _next_logits(network: Any, tokens: torch.Tensor, cache: Any) -> torch.Tensor:
    """Computes what generation does (`evaluators.generation`), in the precision of the weights as there."""
    if hasattr(network, "next_logits"):
        return network.next_logits(tokens, cache)
    return network(tokens, cache=cache)[:, -1]


def _milliseconds(call: Callable[[], object], device: str) -> float:
    _wait(device)
    started = time.perf_counter()
    call()
    _wait(device)
    return 1000 * (time.perf_counter() - started)


def _wait(device: str) -> None:
    if device.startswith("cuda"):
        torch.cuda.synchronize(device)


def _busy_seconds() -> float:
    """Returns how many seconds the cores of this machine have worked since it started, all together."""
    times = psutil.cpu_times()._asdict()
    # Time of guests is also time of users.
    return sum(value for name, value in times.items() if name not in ("idle", "iowait", "guest", "guest_nice"))


def _peak_memory(build: Callable[[], Any], plan: Plan) -> float:
    """Returns the bytes by which building and serving a network raises the memory in use, at the most."""
    gc.collect()
    if plan.device.startswith("cuda"):
        torch.cuda.reset_peak_memory_stats(plan.device)
        before = torch.cuda.memory_allocated(plan.device)
        _round(_placed(build, plan), plan)
        return float(torch.cuda.max_memory_allocated(plan.device) - before)
    library = ctypes.CDLL(None)
    if hasattr(library, "mallopt"):  # of glibc; else what was freed would stay, and be used again unseen
        library.mallopt(-3, MMAP_THRESHOLD)
        library.malloc_trim(0)
    with contextlib.suppress(OSError):  # Linux only; elsewhere the peak is that of the first network, which is alike
        Path("/proc/self/clear_refs").write_text("5")
    before = psutil.Process().memory_info().rss
    _round(_placed(build, plan), plan)
    return float(max(0, _peak_resident() - before))


def _peak_resident() -> int:
    """Returns the most bytes of this process in memory, on Linux since the last reset."""
    status = Path("/proc/self/status")
    for line in status.read_text().splitlines() if status.exists() else []:
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
