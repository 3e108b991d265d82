"""A completion as OpenAI's API answers it: whole, or as server-sent events."""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from collections.abc import AsyncIterator
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from autonas.completion import Finish, Piece
from autonas.serving.desk import Job
from autonas.serving.request import Asked, RefusedError

__all__ = ["HEADERS", "Events", "whole_answer"]

HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


class _Frame:
    """What is the same in all parts of an answer, and its numbers of tokens."""

    def __init__(self, wanted: Asked, model: str, n_read: int) -> None:
        self._same = {"id": f"cmpl-{uuid.uuid4().hex}", "object": "text_completion", "created": int(time.time())}
        self._same["model"] = model
        self._n_read = n_read
        self.rows = range(wanted.completion.n)
        self.prompt = wanted.completion.prompt if wanted.echo else ""
        self.n_written = 0

    def of(self, choices: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
        return {**self._same, "choices": choices, **more}

    def usage(self) -> dict[str, int]:
        total = self._n_read + self.n_written
        return {"prompt_tokens": self._n_read, "completion_tokens": self.n_written, "total_tokens": total}

    def choices(self, pieces: list[Piece]) -> list[dict[str, Any]]:
        """Returns what pieces add to each continuation, where they add anything."""
        self.n_written += len(pieces)
        added: dict[int, tuple[str, Finish | None]] = {}
        for piece in pieces:
            added[piece.row] = added.get(piece.row, ("", None))[0] + piece.text, piece.finish
        return [_choice(row, text, finish) for row, (text, finish) in sorted(added.items()) if text or finish]


def _choice(row: int, text: str, finish: Finish | None) -> dict[str, Any]:
    return {"index": row, "text": text, "logprobs": None, "finish_reason": finish}


async def whole_answer(job: Job, wanted: Asked, *, request: Request, model: str, n_read: int) -> Response:
    """Waits for all continuations and returns the answer.

    Raises:
        RefusedError: They did not come to their end.
    """
    frame = _Frame(wanted, model, n_read)
    texts: dict[int, str] = dict.fromkeys(frame.rows, frame.prompt)
    finishes: dict[int, Finish | None] = {}
    gone = asyncio.create_task(_gone(request, job))
    try:
        async for pieces in job.pieces():
            for choice in frame.choices(pieces):
                texts[choice["index"]] += choice["text"]
                finishes[choice["index"]] = choice["finish_reason"]
    finally:
        gone.cancel()
    choices = [_choice(row, texts[row], finishes[row]) for row in frame.rows]
    return JSONResponse(frame.of(choices, usage=frame.usage()), headers=HEADERS)


async def _gone(request: Request, job: Job) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
    job.cancel()


class Events:
    """The answer as server-sent events, an ASGI application; a client that goes away cancels the generation."""

    def __init__(self, job: Job, wanted: Asked, *, model: str, n_read: int) -> None:
        self._job, self._wanted = job, wanted
        self._frame = _Frame(wanted, model, n_read)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = StreamingResponse(self._events(), headers=HEADERS, media_type="text/event-stream")
        try:
            await response(scope, receive, send)
        finally:
            self._job.cancel()

    async def _events(self) -> AsyncIterator[str]:
        frame = self._frame
        try:
            if frame.prompt:
                yield _event(frame.of([_choice(row, frame.prompt, None) for row in frame.rows]))
            async for pieces in self._job.pieces():
                if choices := frame.choices(pieces):
                    yield _event(frame.of(choices))
            if self._wanted.usage:
                yield _event(frame.of([], usage=frame.usage()))
        except RefusedError as error:
            yield _event(error.body())
        yield "data: [DONE]\n\n"


def _event(data: dict[str, Any]) -> str:
    return f"data: {json.dumps(data, ensure_ascii=False)}\n\n"
