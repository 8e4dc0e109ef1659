"""The whole of ingest over HTTP with a clock that the test sets; for integration tests.

::

    async with newsroom(store) as room:
        chat = await room.subscribe(7, regions=("RU-BEL",))
        feed = await room.feed("/a.xml", publisher="Alpha")
        await room.poll()                                   # the first poll is silent
        feed.add(title="Drone over Shebekino, governor says", published=room.now)
        await room.poll()
        assert await room.alerts(chat) == ["Drone over Shebekino, governor says"]
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from ipaddress import ip_network

from instants import NOW
from publisher import Publisher, ScriptedFeed
from sqlalchemy import Row, select

from bot.domain.model import DeliveryKind, FeedSpec, FeedState, PollReport
from bot.parse.worker import TIMEOUT, ParserPool
from bot.pipeline.ingest import Ingest
from bot.pipeline.polling import Polling
from bot.poll.fetch import Fetcher
from bot.poll.guard import Network
from bot.poll.resolve import Lookup, look_up
from bot.poll.transport import Patience
from bot.store import chats, feeds, schema, subscriptions
from bot.store.engine import Store

INTERVAL = timedelta(minutes=5)
MIN_INTERVAL = timedelta(seconds=1)
LOOPBACK = (ip_network("127.0.0.0/8"),)


@dataclass(kw_only=True)
class Newsroom:
    """A publisher, a store and the ingest between them."""

    store: Store
    publisher: Publisher
    polling: Polling
    clock: list[datetime]
    specs: list[FeedSpec] = field(default_factory=list)

    @property
    def now(self) -> datetime:
        return self.clock[0]

    def later(self, pause: timedelta = INTERVAL) -> datetime:
        self.clock[0] += pause
        return self.clock[0]

    async def feed(
        self,
        path: str,
        *,
        publisher: str = "",
        country: str | None = None,
        host: str = "127.0.0.1",
    ) -> ScriptedFeed:
        """Publish a feed at `path` and configure it; `host` is its name in feeds.yaml."""
        scripted = self.publisher.feed(path)
        name = publisher or path.strip("/")
        self.specs.append(
            FeedSpec(
                url=scripted.url.replace("127.0.0.1", host),
                title=name,
                publisher=name,
                country=country,
                interval=INTERVAL,
            )
        )
        await self.configure()
        return scripted

    async def configure(self) -> None:
        async with self.store.write() as tx:
            await feeds.sync(tx, self.specs, now=self.now)

    async def poll(self, pause: timedelta = INTERVAL) -> PollReport:
        """Let `pause` pass, then poll what is due."""
        self.later(pause)
        return await self.polling.poll_once()

    async def subscribe(
        self, telegram_id: int, *, regions: tuple[str, ...] = (), query: str | None = None
    ) -> int:
        """Return the chat's id, made if it is new, with one more subscription."""
        async with self.store.write() as tx:
            chat = await chats.ensure_chat(
                tx,
                telegram_id=telegram_id,
                kind="private",
                title=None,
                language="en",
                thread_id=None,
                now=self.now,
            )
            await subscriptions.add(tx, chat.id, regions=regions, query=query, now=self.now)
        return chat.id

    async def state(self, path: str) -> FeedState:
        """Return how the feed at `path` is."""
        async with self.store.read() as tx:
            states = await feeds.list_states(tx)
        return next(state for state in states if state.spec.url.endswith(path))

    def restart(self) -> None:
        """Forget all that is not in the store, as a new process has."""
        before = self.polling.ingest
        self.polling = Polling(
            ingest=Ingest.build(
                store=self.store,
                fetcher=before.fetcher,
                parser=before.parser,
                min_interval=MIN_INTERVAL,
            ),
            clock=lambda: self.now,
        )

    async def rows(self, chat_id: int | None = None) -> list[Row[tuple[object, ...]]]:
        """Return the deliveries with their entry's title, oldest first."""
        delivery = schema.delivery
        statement = (
            select(delivery, schema.entry.c.title, schema.entry.c.summary)
            .join(schema.entry)
            .order_by(delivery.c.id)
        )
        if chat_id is not None:
            statement = statement.where(delivery.c.chat_id == chat_id)
        async with self.store.read() as tx:
            return list(await tx.execute(statement))

    async def alerts(self, chat_id: int | None = None) -> list[str]:
        """Return the titles that alert, oldest first."""
        rows = await self.rows(chat_id)
        return [str(row.title) for row in rows if row.kind == DeliveryKind.ALERT]


@asynccontextmanager
async def newsroom(
    store: Store,
    *,
    allow_networks: Sequence[Network] = LOOPBACK,
    patience: Patience = Patience(),  # noqa: B008  # frozen
    parse_timeout: timedelta = TIMEOUT,
    lookup: Lookup = look_up,
) -> AsyncIterator[Newsroom]:
    """Open a newsroom on `store` at the tests' time; sites are left alone by its clock."""
    clock = [NOW]
    # A second process would take longer to start than most tests have to parse.
    parser = ParserPool(workers=1, timeout=parse_timeout)
    async with Publisher() as publisher, parser:
        publisher.clock = lambda: clock[0]
        fetcher = Fetcher(
            allow_networks=allow_networks,
            patience=patience,
            lookup=lookup,
            clock=lambda: clock[0].timestamp(),  # noqa: PLW0108  # not of the first instant
        )
        try:
            yield Newsroom(
                store=store,
                publisher=publisher,
                polling=Polling(
                    ingest=Ingest.build(
                        store=store,
                        fetcher=fetcher,
                        parser=parser,
                        min_interval=MIN_INTERVAL,
                    ),
                    clock=lambda: clock[0],
                ),
                clock=clock,
            )
        finally:
            await fetcher.aclose()
