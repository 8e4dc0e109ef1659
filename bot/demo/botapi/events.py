"""What happens in the chats, told to everybody who listens."""

import asyncio
from collections.abc import Callable
from types import TracebackType
from typing import Self

from bot.demo.botapi.errors import JSON

MAX_WAITING = 10_000  # events that one slow listener may leave unread


class EventStream:
    """One listener; it hears everything from the moment it is made.

    A listener that leaves `MAX_WAITING` events unread is ended rather than fed with
    gaps: it reads what it has, and then the iteration stops.
    """

    def __init__(self, leave: Callable[["EventStream"], None]) -> None:
        """Remember how to leave."""
        self._queue: asyncio.Queue[JSON | None] = asyncio.Queue()
        self._leave = leave
        self._closed = False

    def put(self, event: JSON) -> None:
        """Tell the listener of an event."""
        if self._closed:
            return
        if self._queue.qsize() >= MAX_WAITING:
            self.close()
            return
        self._queue.put_nowait(event)

    def close(self) -> None:
        """End the stream after what is already waiting."""
        if not self._closed:
            self._closed = True
            self._leave(self)
            self._queue.put_nowait(None)

    def __aiter__(self) -> Self:
        """Return the stream."""
        return self

    async def __anext__(self) -> JSON:
        """Return the next event."""
        if self._closed and self._queue.empty():
            raise StopAsyncIteration
        event = await self._queue.get()
        if event is None:
            raise StopAsyncIteration
        return event

    def __enter__(self) -> Self:
        """Return the stream."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave."""
        self.close()


class Events:
    """Hands each event to each listener, and wakes whoever waits for a change."""

    def __init__(self) -> None:
        """Begin with nobody listening."""
        self._streams: set[EventStream] = set()
        self._waiting: set[asyncio.Future[None]] = set()

    def listen(self) -> EventStream:
        """Return a new stream, which already listens."""
        stream = EventStream(self._streams.discard)
        self._streams.add(stream)
        return stream

    def publish(self, kind: str, **fields: object) -> None:
        """Tell everybody."""
        for stream in tuple(self._streams):
            stream.put({"type": kind, **fields})
        self.changed()

    def changed(self) -> None:
        """Wake whoever waits, without an event."""
        waiting, self._waiting = self._waiting, set()
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def wait(self) -> None:
        """Return at the next change."""
        future = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await future
        finally:
            self._waiting.discard(future)

    def close(self) -> None:
        """End every stream."""
        for stream in tuple(self._streams):
            stream.close()
        self.changed()
