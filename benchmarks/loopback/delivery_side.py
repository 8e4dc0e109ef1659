"""The talking side of Tocsin with one entry for many chats in its outbox.

``python -m loopback.delivery_side BASE CHATS RATE``; after the line that says that all is
queued, each order sends what is queued and answers what that cost. With ``httpx`` or
``aiohttp`` in place of a rate it sends without an outbox, as many at once as suits the
transport: what a message costs the client alone.
"""

import asyncio
import contextlib
import json
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import uvloop
from loopback.side import Order, Work, obey
from loopback.telegram import TOKEN
from sqlalchemy import insert, select
from telegram.ext import ExtBot
from telegram.request import BaseRequest, HTTPXRequest

from bot import app, interpreter
from bot.annotate import gazetteer
from bot.config.settings import load_settings
from bot.deliver.bot import IN_FLIGHT, MANY_IN_FLIGHT
from bot.deliver.limiter import PacedLimiter
from bot.deliver.pace import Pacer
from bot.deliver.render import alert_card
from bot.deliver.send import send
from bot.deliver.transport import AiohttpRequest
from bot.domain.model import AlertCard, CardSource, Chat, FeedSpec
from bot.i18n import texts
from bot.leading import Leading
from bot.logs import set_up_logging
from bot.pipeline.status import get_overview
from bot.store import entries, feeds, outbox, schema, stories
from bot.store.engine import Store
from bot.store.entries import NewEntry
from bot.store.outbox import NewAlert
from bot.web.metrics import Metrics

TITLE = (
    "Drone hits a substation in Shebekino, the governor says; two districts without power"
)
SUMMARY = "Repair crews are on their way. " * 6
LINK = "https://news.example/2026/11/28/substation-in-shebekino"
LANGUAGES = ("en", "uk", "ru")


async def queue(store: Store, count: int) -> None:
    """Queue one entry for `count` chats, whose languages take turns."""
    now = app.utc_now()
    people = [
        {
            "telegram_id": number + 1,
            "kind": "private",
            "language": LANGUAGES[number % len(LANGUAGES)],
            "time_zone": "Europe/Kyiv",
            "state": "active",
            "created_at": now,
        }
        for number in range(count)
    ]
    async with store.write() as tx:
        await tx.execute(insert(schema.chat), people)
        spec = FeedSpec(url="https://news.example/feed", title="News")
        (story_id,) = await stories.create(tx, [now])
        new = NewEntry(
            feed_id=await feeds.ensure(tx, spec, now=now),
            story_id=story_id,
            guid=None,
            link=LINK,
            title=TITLE,
            summary=SUMMARY,
            author=None,
            categories=(),
            language="en",
            published_at=now,
            first_seen_at=now,
            silent_reason=None,
            about=frozenset({"RU-BEL"}),
        )
        (entry_id,) = await entries.add(tx, [new])
        ids = (await tx.execute(select(schema.chat.c.id))).scalars().all()
        alerts = [
            NewAlert(
                chat_id=chat_id,
                story_id=story_id,
                entry_id=entry_id,
                evidence=("RU-BEL",),
                at=now,
            )
            for chat_id in ids
        ]
        await outbox.add_alerts(tx, alerts)


class Service:
    """Leads, and sends what is queued."""

    def __init__(self, folder: Path, base: str, rate: float) -> None:
        """Prepare; nothing is opened yet."""
        self.settings = load_settings(
            {},
            None,
            telegram_token=TOKEN,
            telegram_api_url=base,
            database_url=f"sqlite:///{folder / 'tocsin.db'}",
            send_rate=rate,
            log_level="WARNING",
        )
        set_up_logging(self.settings)

    async def prepare(self, _order: Order) -> Work:
        """Start the service; the work is to send all that is queued."""
        self._stop = asyncio.Event()
        leading = Leading(
            settings=self.settings,
            token=TOKEN,
            store=self.store,
            clock=app.utc_now,
            metrics=Metrics(),
        )
        talking = asyncio.create_task(leading.keep_talking(self._stop))
        while not leading.is_leading:  # noqa: ASYNC110  # it tells nobody
            await asyncio.sleep(0.05)
        interpreter.settle()  # as `app.run` does

        async def work() -> int:
            while (await get_overview(self.store)).waiting:
                await leading.dispatch()
                await asyncio.sleep(0.1)
            self._stop.set()
            await talking
            return 0

        return work

    async def open(self, count: int) -> None:
        """Make the database and fill it."""
        self.store = await app.open_store(self.settings)
        await queue(self.store, count)


async def send_bare(base: str, count: int, transport: str) -> Work:
    """Return the work of sending `count` messages without an outbox."""
    size = MANY_IN_FLIGHT if transport == "aiohttp" else IN_FLIGHT
    request: BaseRequest = (
        HTTPXRequest(connection_pool_size=size, pool_timeout=60)
        if transport == "httpx"
        else AiohttpRequest(size=size)
    )
    pacer = PacedLimiter(Pacer()) if transport == "paced" else None
    bot: ExtBot[Any] = ExtBot(
        TOKEN, base_url=f"{base}/bot", request=request, rate_limiter=pacer
    )
    interpreter.settle()
    card = AlertCard(
        title=TITLE,
        summary=SUMMARY,
        published_at=app.utc_now() - timedelta(minutes=2),
        sources=(CardSource(outlet="News", url=LINK),),
        places=("Belgorod Oblast",),
    )
    message = alert_card(card, texts("en"), now=app.utc_now(), time_zone="Europe/Kyiv")
    numbers = iter(range(count))

    async def one() -> None:
        for number in numbers:
            await send(bot, Chat(id=1, telegram_id=number + 1), message)

    async def work() -> int:
        async with bot, asyncio.TaskGroup() as group:
            for _ in range(size):
                group.create_task(one())
        return 0

    return work


async def main() -> None:
    """Do what the arguments say, as often as it is ordered."""
    base, count, last = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    gazetteer.load()
    with contextlib.ExitStack() as stack:
        if last.isalpha():
            print(json.dumps({"ready": True}), flush=True)
            await obey(lambda _: send_bare(base, count, last))
            return
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        service = Service(folder, base, float(last))
        await service.open(count)
        print(json.dumps({"ready": True}), flush=True)
        await obey(service.prepare)
        await service.store.close()


if __name__ == "__main__":
    uvloop.run(main())
