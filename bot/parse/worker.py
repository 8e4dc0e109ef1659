"""Parses documents in processes that can be killed.

feedparser is pure Python with quadratic corners: 32 kB of hostile text keep it busy for
seconds, and no thread can be stopped. A process can, and its pipe costs little.
"""

import asyncio
import signal
from contextlib import suppress
from datetime import datetime, timedelta
from math import inf
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
# One is seldom busy: 30 ms of a first poll's 90 are its own. The second stands in while the
# first has one document for longer than `STUCK_SECONDS`; most take 2 to 30 ms, the start of
# a worker 400, and it has 18 MB.
WORKERS = 2
STUCK_SECONDS = 0.5
NOTHING_KNOWN = KnownSlices()
STOPPING = "the service is stopping"
_START_SECONDS = 60  # to import feedparser on a machine that is busy with other things


class ParserPool:
    """Worker processes for hostile documents; each is started when it is first needed.

    A document over a limit costs its worker: that one is killed, the next document gets a
    new one, and the documents in other workers go on.

    Args:
        workers: How many documents are parsed at once, at most.
        timeout: For one document: of CPU; it may last `WALL_TIMES` as long.
        memory_bytes: Address space of a worker; 0 for no limit. Linux only.
    """

    def __init__(
        self,
        *,
        workers: int = WORKERS,
        timeout: timedelta = TIMEOUT,
        memory_bytes: int = MEMORY_BYTES,
    ) -> None:
        """Keep the limits; nothing is started yet."""
        self._size = workers
        if workers < 1:
            msg = f"workers must be positive: {workers}"
            raise ValueError(msg)
        self._slots = asyncio.Semaphore(self._size)
        self._closed = False
        self._timeout = timeout
        self._memory_bytes = memory_bytes
        self._idle: list[Worker] = []
        self._freed = asyncio.Event()
        self._taking = asyncio.Lock()
        self._workers: list[Worker] = []  # the newest last
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
        async with self._slots:
            return await self._ask_twice(request, document.url)

    async def aclose(self) -> None:
        """Kill every worker, and wait until they are gone."""
        self._closed = True
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
            raise ParseError(url, STOPPING, transient=True, kind=Fault.INTERNAL)
        try:
            worker = await self._take()
        except (EOFError, OSError) as error:
            reason = STOPPING if self._closed else "no process to parse it could be started"
            raise ParseError(url, reason, transient=True, kind=Fault.INTERNAL) from error
        usable = False
        try:
            async with asyncio.timeout((self._timeout * WALL_TIMES).total_seconds()):
                answer = await worker.ask(request)
            usable = worker.documents < MAX_DOCUMENTS
        except TimeoutError as error:
            raise self._too_long(url) from error
        except (EOFError, OSError, ValueError) as error:
            if self._closed:
                raise ParseError(
                    url, STOPPING, transient=True, kind=Fault.INTERNAL
                ) from error
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
        """Return an idle worker; a new one if all that there are seem stuck."""
        clock = asyncio.get_running_loop().time
        async with self._taking:  # one by one, for the first may start what serves the next
            while not self._idle:
                since = max((worker.busy_since for worker in self._workers), default=-inf)
                left = since + STUCK_SECONDS - clock()
                if left <= 0:
                    return await self._start()
                self._freed.clear()
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._freed.wait(), left)
            return self._idle.pop()

    async def _start(self) -> Worker:
        worker = Worker(await spawn(self._memory_bytes))
        self._workers.append(worker)
        if self._closed:
            worker.kill()
        try:
            async with asyncio.timeout(_START_SECONDS):
                await worker.wait_ready()
        except BaseException:
            self._end(worker)
            raise
        return worker

    def _rest(self, worker: Worker) -> None:
        """Keep `worker` for the next document, unless another one stood in for it."""
        newest = self._workers[-1]
        if worker is not newest and newest.is_ready:
            self._end(worker)
        else:
            self._idle.append(worker)
            self._freed.set()

    def _end(self, worker: Worker) -> None:
        if worker in self._workers:
            self._workers.remove(worker)
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
