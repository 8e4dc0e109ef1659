"""Parses documents in processes that can be killed.

feedparser is pure Python with quadratic corners: 32 kB of hostile text keep it busy for
seconds, and no thread can be stopped. A process can, and its pipe costs little.
"""

import asyncio
import os
import signal
from contextlib import suppress
from datetime import datetime, timedelta
from types import TracebackType
from typing import Self

from bot.domain.errors import Fault, ParseError
from bot.domain.model import Document, KnownSlices, ParsedFeed
from bot.parse.frames import pack_request, unpack_answer
from bot.parse.process import Worker, spawn

# Of CPU: the largest real feed known, 2.5 MB, takes below 2 s. A machine that is busy with
# other things may take `WALL_TIMES` as long.
TIMEOUT = timedelta(seconds=5)
WALL_TIMES = 6
MEMORY_BYTES = 1024 * 2**20  # of address space; an idle worker has about a tenth of it
MAX_DOCUMENTS = 1_000  # then the worker is replaced, so that nothing it leaks adds up
WORKERS = 2  # the first poll of many feeds; later one is idle most of the time
SPARE_SECONDS = 0.1  # a document takes some 2 to 30 ms, the start of a worker 400
IDLE_SECONDS = 60  # then the second worker's memory, 18 MB, is worth more than its start
NOTHING_KNOWN = KnownSlices()
_START_SECONDS = 60  # to import feedparser on a machine that is busy with other things


class ParserPool:
    """Worker processes for hostile documents; each is started when it is first needed.

    A document over a limit costs its worker: that one is killed, the next document gets a
    new one, and the documents in other workers go on.

    Args:
        workers: How many documents are parsed at once; two, or one on one processor.
        timeout: For one document: of CPU; it may last `WALL_TIMES` as long.
        memory_bytes: Address space of a worker; 0 for no limit. Linux only.
    """

    def __init__(
        self,
        *,
        workers: int | None = None,
        timeout: timedelta = TIMEOUT,
        memory_bytes: int = MEMORY_BYTES,
    ) -> None:
        """Keep the limits; nothing is started yet."""
        self._size = min(WORKERS, os.cpu_count() or 1) if workers is None else workers
        if self._size < 1:
            msg = f"workers must be positive: {workers}"
            raise ValueError(msg)
        self._slots = asyncio.Semaphore(self._size)
        self._closed = False
        self._timeout = timeout
        self._memory_bytes = memory_bytes
        self._idle: list[Worker] = []  # the one used last is the next
        self._freed = asyncio.Event()
        self._asked = 0  # documents that are parsed, or wait
        self._crowded_at: float | None = None  # since when one or other has waited
        self._round: asyncio.TimerHandle | None = None
        self._workers: set[Worker] = set()
        self._ending: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        """Return the pool."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the pool."""
        await self.aclose()

    async def parse(
        self,
        document: Document,
        *,
        now: datetime,
        zone: str = "UTC",
        known: KnownSlices = NOTHING_KNOWN,
    ) -> ParsedFeed:
        """Return the feed of `document` without the entries that are `known`.

        The time limits count from when a worker has it.

        Raises:
            ParseError: It is not a feed, or it took too long or too much memory.
        """
        request = pack_request(
            document,
            now=now,
            zone=zone,
            cpu=self._timeout,
            wall=self._timeout * WALL_TIMES,
            known=known,
        )
        self._asked += 1
        try:
            async with self._slots:
                return await self._ask_twice(request, document.url)
        finally:
            self._asked -= 1

    async def aclose(self) -> None:
        """Kill every worker, and wait until they are gone."""
        self._closed = True
        if self._round is not None:
            self._round.cancel()
        for worker in self._workers:
            worker.kill()  # whoever waits for one sees its end, and lets go of its slot
        for worker in self._idle:
            self._end(worker)
        self._idle.clear()
        for _ in range(self._size):
            await self._slots.acquire()
        for _ in range(self._size):
            self._slots.release()
        if self._ending:
            await asyncio.wait(self._ending)

    async def _ask_twice(self, request: bytes, url: str) -> ParsedFeed:
        try:
            return await self._ask(request, url)
        except _WorkerDiedError as died:
            if died.was_fresh:
                raise _killed(url) from died
        try:  # that worker may have died of an older document
            return await self._ask(request, url)
        except _WorkerDiedError as died:
            raise _killed(url) from died

    async def _ask(self, request: bytes, url: str) -> ParsedFeed:
        if self._closed:
            reason = "the service is stopping"
            raise ParseError(url, reason, transient=True, kind=Fault.INTERNAL)
        try:
            worker = await self._take()
        except (EOFError, OSError) as error:
            reason = "no process to parse it could be started"
            raise ParseError(url, reason, transient=True, kind=Fault.INTERNAL) from error
        usable = False
        try:
            async with asyncio.timeout((self._timeout * WALL_TIMES).total_seconds()):
                answer = await worker.ask(request)
            usable = worker.documents < MAX_DOCUMENTS
        except TimeoutError as error:
            raise self._too_long(url) from error
        except (EOFError, OSError, ValueError) as error:
            if await worker.find_code() == -signal.SIGPROF:
                raise self._too_long(url) from error
            raise _WorkerDiedError(was_fresh=worker.documents == 1) from error
        finally:
            # else over a limit, dead, or cancelled with half an answer in the pipe
            if usable and not self._closed:
                self._rest(worker)
            else:
                self._end(worker)
        return unpack_answer(answer, url)

    def _too_long(self, url: str) -> ParseError:
        reason = f"takes longer than {self._timeout.total_seconds():g} s to parse"
        return ParseError(url, reason, transient=True, kind=Fault.HOSTILE)

    async def _take(self) -> Worker:
        """Return an idle worker; a new one if documents have waited for a while."""
        clock = asyncio.get_running_loop().time
        while not self._idle:
            if self._crowded_at is None:
                self._crowded_at = clock()
            left = self._crowded_at + SPARE_SECONDS - clock()
            if left <= 0 or not any(worker.is_ready for worker in self._workers):
                return await self._start()
            self._freed.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._freed.wait(), left)
        return self._idle.pop()

    async def _start(self) -> Worker:
        worker = Worker(await spawn(self._memory_bytes))
        self._workers.add(worker)
        try:
            async with asyncio.timeout(_START_SECONDS):
                await worker.wait_ready()
        except BaseException:
            self._end(worker)
            raise
        return worker

    def _rest(self, worker: Worker) -> None:
        """Keep `worker` for the next document, but more than one for a while only."""
        loop = asyncio.get_running_loop()
        worker.idle_since = loop.time()
        self._idle.append(worker)
        self._freed.set()
        if self._asked <= len(self._workers):  # this document is still among them
            self._crowded_at = None
        if self._round is None and len(self._workers) > 1:
            self._round = loop.call_later(IDLE_SECONDS, self._end_idle)

    def _end_idle(self) -> None:
        loop = asyncio.get_running_loop()
        self._round = None
        for worker in tuple(self._idle):
            if len(self._workers) > 1 and worker.idle_since + IDLE_SECONDS <= loop.time():
                self._idle.remove(worker)
                self._end(worker)
        if len(self._workers) > 1 and not self._closed:
            self._round = loop.call_later(IDLE_SECONDS, self._end_idle)

    def _end(self, worker: Worker) -> None:
        if worker in self._workers:
            self._workers.discard(worker)
            self._freed.set()
            worker.kill()
            task = asyncio.create_task(worker.wait_gone())
            self._ending.add(task)
            task.add_done_callback(self._ending.discard)


def _killed(url: str) -> ParseError:
    reason = "its parser died of it"
    return ParseError(url, reason, transient=True, kind=Fault.HOSTILE)


class _WorkerDiedError(Exception):
    """A worker ended without an answer; `was_fresh` if this was its first document."""

    def __init__(self, *, was_fresh: bool) -> None:
        super().__init__("the parser died")
        self.was_fresh = was_fresh
