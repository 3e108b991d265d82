"""What a request may be, and how generations wait for each other."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from autonas.completion import Completion, Piece
from autonas.serving.desk import Desk, Job
from autonas.serving.request import MOST_TOKENS, RefusedError, asked


def read(**fields):
    return asked(json.dumps({"prompt": "def f():", **fields}).encode(), model="toy-1")


def test_a_request_has_the_defaults_of_generate_but_a_new_seed():
    wanted = read()
    assert wanted.completion == Completion(prompt="def f():", seed=wanted.completion.seed)
    assert (wanted.echo, wanted.stream, wanted.usage) == (False, False, False)
    assert len({read().completion.seed for _ in range(3)}) == 3


def test_all_fields_arrive():
    wanted = read(
        model="toy-1", n=2, max_tokens=7, temperature=1, top_p=0.5, top_k=9, stop="\n", seed=3, echo=True, stream=True,
        stream_options={"include_usage": True}, user="me",
    )  # fmt: skip
    expected = Completion(prompt="def f():", n=2, max_tokens=7, temperature=1, top_p=0.5, top_k=9, stop=("\n",), seed=3)
    assert wanted.completion == expected
    assert (wanted.echo, wanted.stream, wanted.usage) == (True, True, True)


def test_null_and_what_asks_for_nothing_are_taken():
    wanted = read(n=None, stop=None, suffix="", best_of=1, logprobs=None, presence_penalty=0.0, logit_bias={}, seed=5)
    assert wanted.completion == Completion(prompt="def f():", seed=5)


@pytest.mark.parametrize(
    ("fields", "status", "message", "field"),
    [
        ({"prompt": None}, 400, "the prompt is missing", "prompt"),
        ({"prompt": "\n"}, 400, "the prompt is empty", "prompt"),
        ({"prompt": ["a", "b"]}, 400, 'prompt must be one string, got ["a", "b"]', "prompt"),
        ({"n": 17}, 400, "n must be at most 16, got 17", "n"),
        ({"n": True}, 400, "n must be a whole number, got true", "n"),
        ({"n": 1.0}, 400, "n must be a whole number, got 1.0", "n"),
        ({"max_tokens": MOST_TOKENS + 1}, 400, "max_tokens must be at most", "max_tokens"),
        ({"temperature": 3}, 400, "temperature must lie in [0, 2], got 3", "temperature"),
        ({"temperature": 10**400}, 400, "temperature must lie in [0, 2]", "temperature"),
        ({"temperature": float("nan")}, 400, "temperature must lie in [0, 2], got nan", "temperature"),
        ({"top_p": "much"}, 400, 'top_p must be a number, got "much"', "top_p"),
        ({"top_k": 0}, 400, "top_k must be at least 1, got 0", "top_k"),
        ({"stop": [1]}, 400, "stop must be a string or a list of at most 16 strings", "stop"),
        ({"stop": ["x"] * 17}, 400, "stop must be a string or a list of at most 16 strings", "stop"),
        ({"stop": ""}, 400, "a stop text is empty", "stop"),
        ({"seed": -1}, 400, "seed must be at least 0, got -1", "seed"),
        ({"stream": "yes"}, 400, 'stream must be true or false, got "yes"', "stream"),
        ({"best_of": 2}, 400, "best_of is not supported here", "best_of"),
        ({"logprobs": 1}, 400, "logprobs is not supported here", "logprobs"),
        ({"tempo": 1}, 400, "there is no field 'tempo'; there are model, prompt, n", "tempo"),
        ({"model": "gpt"}, 404, "there is no model 'gpt' here, only 'toy-1'", "model"),
    ],
)
def test_a_wrong_field_is_named(fields, status, message, field):
    with pytest.raises(RefusedError) as error:
        read(**fields)
    assert message in str(error.value)
    assert (error.value.status, error.value.field) == (status, field)
    assert error.value.body()["error"]["message"] == str(error.value)


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[" * 100_000, b'{"prompt": "\\ud800"}', b"9" * 5000])
def test_what_is_no_json_is_refused(body):
    with pytest.raises(RefusedError, match="the body is no JSON"):
        asked(body, model="toy-1")


def test_what_is_no_object_is_refused():
    with pytest.raises(RefusedError, match=r"the body must be a JSON object, got \[1\]"):
        asked(b"[1]", model="toy-1")


class Slow:
    """Writes a token whenever it is let, and remembers which prompts it was given."""

    def __init__(self) -> None:
        self.go, self.begun, self.ended = threading.Semaphore(0), threading.Event(), threading.Event()
        self.prompts: list[str] = []

    def __call__(self, wanted: Completion) -> Iterator[list[Piece]]:
        self.prompts.append(wanted.prompt)
        self.begun.set()
        try:
            for _ in range(wanted.max_tokens - 1):
                self.go.acquire()
                yield [Piece(0, "x")]
            yield [Piece(0, "", "length")]
        finally:
            self.ended.set()


def ask(prompt: str, n_tokens: int = 3) -> Completion:
    return Completion(prompt=prompt, max_tokens=n_tokens)


async def text_of(job: Job) -> str:
    return "".join([piece.text async for pieces in job.pieces() for piece in pieces])


def in_a_loop(coroutine: Coroutine[None, None, None]) -> None:
    """Runs it in a thread: a browser that tests before these have opened keeps a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, coroutine).result()


def at_the_desk(what, **options) -> None:
    """Runs `what(desk, slow)` with a desk that is closed afterwards."""

    async def run() -> None:
        slow = Slow()
        desk = Desk(slow, **{"n_waiting": 1, "seconds": 60.0, **options})
        try:
            await asyncio.wait_for(what(desk, slow), 30)
        finally:
            for _ in range(100):
                slow.go.release()
            await desk.close()

    in_a_loop(run())


def test_one_at_a_time_and_too_many_are_refused():
    async def what(desk, slow):
        jobs = [desk.take(ask("a")), desk.take(ask("b"))]
        with pytest.raises(RefusedError, match="2 generations are waiting already") as error:
            desk.take(ask("c"))
        assert error.value.status == 429
        await asyncio.to_thread(slow.begun.wait)
        assert slow.prompts == ["a"]
        for _ in range(4):
            slow.go.release()
        assert [await text_of(job) for job in jobs] == ["xx", "xx"]
        await asyncio.sleep(0)
        job = desk.take(ask("d", 1))  # there is room again
        assert await text_of(job) == ""
        assert slow.prompts == ["a", "b", "d"]

    at_the_desk(what)


def test_what_nobody_wants_any_more_ends_at_its_next_token_or_never_begins():
    async def what(desk, slow):
        running, waiting = desk.take(ask("a", 1000)), desk.take(ask("b", 1000))
        await asyncio.to_thread(slow.begun.wait)
        running.cancel()
        waiting.cancel()
        slow.go.release()
        await asyncio.to_thread(slow.ended.wait)
        for job in (running, waiting):
            with pytest.raises(RefusedError, match="cancelled"):
                await text_of(job)
        assert slow.prompts == ["a"]

    at_the_desk(what)


def test_the_time_of_a_generation_is_limited_its_waiting_included():
    async def what(desk, slow):
        jobs = [desk.take(ask("a", 1000)), desk.take(ask("b", 1000))]
        await asyncio.to_thread(slow.begun.wait)
        await asyncio.sleep(0.06)
        slow.go.release()
        for job in jobs:
            with pytest.raises(RefusedError, match=r"ended 0.05 seconds after the request") as error:
                await text_of(job)
            assert error.value.status == 504
        assert slow.prompts == ["a"]

    at_the_desk(what, seconds=0.05)


def test_a_failure_is_told_and_the_next_one_is_served(caplog):
    async def run() -> None:
        def broken(wanted: Completion) -> Iterator[list[Piece]]:
            if wanted.prompt == "bad":
                raise MemoryError("too little memory")
            yield [Piece(0, "fine", "stop")]

        desk = Desk(broken, n_waiting=1, seconds=60)
        with pytest.raises(RefusedError, match="the generation failed: too little memory") as error:
            await text_of(desk.take(ask("bad")))
        assert error.value.status == 500
        assert await text_of(desk.take(ask("good"))) == "fine"
        await desk.close()

    in_a_loop(run())
    assert "a generation failed" in caplog.text
