"""The web application: OpenAI's completions, the list of the one model, and the page."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import hashlib
import re
import time
from collections.abc import AsyncIterator, Sequence
from importlib import resources
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from autonas.playground import Model
from autonas.serving.answer import HEADERS, Events, whole_answer
from autonas.serving.desk import Desk
from autonas.serving.request import RefusedError, asked

__all__ = ["BODY_BYTES", "make_app"]

BODY_BYTES, BODY_SECONDS = 128 * 1024, 10.0
PROMPT_TOKENS = 4096  # attention over a prompt may take memory in the square of it
RETRY_SECONDS = 2


def make_app(model: Model, desk: Desk, *, hosts: Sequence[str] | None) -> Starlette:
    """Returns the application.

    Args:
        desk: Generates with that model; closed when the application ends.
        hosts: What a request may name as its host; None allows all. A page of another site could else reach this one
            through a name of its own that leads here.
    """
    endpoints = _Endpoints(model, desk)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        await desk.close()

    return Starlette(
        routes=[
            Route("/", endpoints.page),
            Route("/v1/models", endpoints.models),
            Route("/v1/completions", endpoints.completions, methods=["POST"]),
        ],
        middleware=[] if hosts is None else [Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))],
        exception_handlers={
            RefusedError: lambda _, error: _refusal(error),
            HTTPException: lambda _, error: _refusal(RefusedError(error.status_code, error.detail)),
            ClientDisconnect: lambda *_: Response(status_code=400),
            Exception: lambda *_: _refusal(RefusedError(500, "the server failed; its terminal says how")),
        },
        lifespan=lifespan,
    )


class _Endpoints:
    def __init__(self, model: Model, desk: Desk) -> None:
        self._model, self._desk, self._created = model, desk, int(time.time())
        text = resources.files("autonas.serving").joinpath("page.html").read_text("utf-8")
        self._page = HTMLResponse(text, headers={"Content-Security-Policy": _policy(text), **HEADERS})

    async def page(self, _: Request) -> Response:
        return self._page

    async def models(self, _: Request) -> Response:
        model = {"id": self._model.name, "object": "model", "created": self._created, "owned_by": "autonas"}
        return JSONResponse({"object": "list", "data": [{**model, "description": self._model.about}]}, headers=HEADERS)

    async def completions(self, request: Request) -> Any:
        wanted = asked(await _body(request), model=self._model.name)
        n_read = self._model.n_read(wanted.completion.prompt)
        if n_read > PROMPT_TOKENS:
            message = f"the prompt has {n_read} tokens, {PROMPT_TOKENS} are allowed"
            raise RefusedError(400, message, field="prompt", code="context_length_exceeded")
        job = self._desk.take(wanted.completion)
        if wanted.stream:
            return Events(job, wanted, model=self._model.name, n_read=n_read)
        return await whole_answer(job, wanted, request=request, model=self._model.name, n_read=n_read)


async def _body(request: Request) -> bytes:
    """Reads a body of JSON, and of one that is too large no more than is allowed."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        # A page of another site may send any other type without asking first.
        raise RefusedError(415, "the body must be JSON, with the header Content-Type: application/json")
    too_large = RefusedError(413, f"the body has more than {BODY_BYTES} bytes")
    if int(request.headers.get("content-length", 0)) > BODY_BYTES:
        raise too_large
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for part in request.stream():
                body += part
                if len(body) > BODY_BYTES:
                    raise too_large
    except TimeoutError:
        raise RefusedError(408, f"the body did not come within {BODY_SECONDS:g} seconds") from None
    return bytes(body)


def _refusal(error: RefusedError) -> Response:
    headers = dict(HEADERS)
    if error.status == 429:
        headers["Retry-After"] = str(RETRY_SECONDS)
    if error.status in (408, 413, 415):  # what is left of the body is not read
        headers["Connection"] = "close"
    return JSONResponse(error.body(), status_code=error.status, headers=headers)


def _policy(page: str) -> str:
    """Returns what a page may do: run its own script, and talk to its own server."""
    (script,) = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; img-src data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
