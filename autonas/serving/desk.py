"""Where generations wait for each other: one at a time in a thread of its own, few in the queue, none for ever.

Everything but the thread's own function runs in the event loop.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

from autonas.completion import Completion, Piece
from autonas.serving.request import RefusedError

__all__ = ["Desk", "Job"]

_log = logging.getLogger(__name__)

Stream = Callable[[Completion], Iterator[list[Piece]]]


class Desk:
    """Takes generations and has them done in the order in which they came.

    Args:
        stream: Generates; called in the thread.
        n_waiting: So many wait at most, besides the one that is done.
        seconds: A generation ends so long after it was taken, its waiting included.
    """

    def __init__(self, stream: Stream, *, n_waiting: int, seconds: float) -> None:
        self._stream, self._n_waiting, self._seconds = stream, n_waiting, seconds
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="generation")
        self._jobs: set[Job] = set()

    def take(self, wanted: Completion) -> Job:
        """Takes a generation; whoever takes one cancels it when nobody waits for it any more.

        Raises:
            RefusedError: The queue is full.
        """
        if len(self._jobs) > self._n_waiting:
            raise RefusedError(429, f"{len(self._jobs)} generations are waiting already", code="queue_full")
        job = Job(asyncio.get_running_loop(), time.monotonic() + self._seconds)
        self._jobs.add(job)
        self._thread.submit(self._do, job, wanted)
        return job

    def cancel(self) -> None:
        """Cancels all of them; may be called in a signal handler."""
        for job in list(self._jobs):
            job.cancel()

    async def close(self) -> None:
        """Cancels all of them and waits for the thread's end."""
        self.cancel()
        await asyncio.to_thread(self._thread.shutdown)

    def _do(self, job: Job, wanted: Completion) -> None:
        try:
            job.check(self._seconds)
            for pieces in self._stream(wanted):
                job.put(pieces)
                job.check(self._seconds)
            job.put(None)
        except RefusedError as error:
            job.put(error)
        except Exception as error:
            _log.exception("a generation failed")
            job.put(RefusedError(500, f"the generation failed: {error}"))
        finally:
            job.loop.call_soon_threadsafe(self._jobs.discard, job)


class Job:
    """One generation from both ends."""

    def __init__(self, loop: asyncio.AbstractEventLoop, deadline: float) -> None:
        self.loop, self._deadline = loop, deadline
        self._cancelled = False
        self._come: asyncio.Queue[list[Piece] | RefusedError | None] = asyncio.Queue()

    def cancel(self) -> None:
        """Ends it after its present token."""
        self._cancelled = True

    async def pieces(self) -> AsyncIterator[list[Piece]]:
        """Yields what has come since the last time.

        Raises:
            RefusedError: It took too long, was cancelled, or failed.
        """
        end: RefusedError | None = None
        more = True
        while more:
            pieces: list[Piece] = []
            item = await self._come.get()
            while isinstance(item, list):
                pieces += item
                if self._come.empty():
                    break
                item = self._come.get_nowait()
            else:
                more, end = False, item
            if pieces:
                yield pieces
        if end is not None:
            raise end

    def put(self, item: list[Piece] | RefusedError | None) -> None:
        """In the thread: hands over pieces, an error, or None for the end."""
        self.loop.call_soon_threadsafe(self._come.put_nowait, item)

    def check(self, seconds: float) -> None:
        """In the thread: raises if nobody wants it any more or its time is over."""
        if self._cancelled:
            raise RefusedError(503, "the generation was cancelled", code="cancelled")
        if time.monotonic() > self._deadline:
            message = f"the generation was ended {seconds:g} seconds after the request"
            raise RefusedError(504, message, code="timeout")
