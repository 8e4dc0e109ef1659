"""How long people wait for an answer, with ten thousand chats on SQLite.

The whole bot's side of an update is timed: the inbox, the handlers, the store, the message
to the local Bot API and its reply. Each command is asked by other people each time. A line
for each command, and one for all; `ratio` is the 95th percentile to the limit of 200 ms,
`bare_ms` what one sendMessage alone takes in the same run, which is the emulator's time and
the HTTP client's. Times are wall times, in which other work on the machine counts;
`cpu_p95_ms` is what this process computed meanwhile, the emulator's part included.
"""

import argparse
import asyncio
import json
import random
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from archive import fill, invent, invent_entries
from sqlalchemy import insert
from telegram import Update
from telegram.ext import ApplicationBuilder, ExtBot

from bot.chat.application import install
from bot.chat.inbox import Inbox
from bot.chat.services import Services
from bot.config.settings import load_settings
from bot.demo.botapi import BotApi, serve
from bot.domain.model import FeedSpec
from bot.match.printing import canonical
from bot.office import Office
from bot.pipeline.queries import read_query
from bot.pipeline.status import get_overview
from bot.store import feeds, schema, subscriptions
from bot.store.engine import Store
from bot.store.migrate import migrate

SEED = 7
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TOKEN = "42:bench"  # noqa: S105  # of nobody
LIMIT_MS = 200.0
CHATS = 10_000
ENTRIES = 20_000
FEEDS = 62
TIMES = 40  # that each is asked
EACH = 3  # subscriptions of a chat
MUTED = 2

COMMANDS = (
    *("/start", "/help", "/settings", "/list", "/latest", "/status", "/feeds", "/why"),
    *("/region Суми", "/region Georgia", "/region Belgrod", "/region Суми 50 км"),
    *("/keyword {word}", "/keyword {word} in Sumy", "/search {word}", "/test {word}"),
    *("/mode", "/digest", "/quiet 23:00-07:00", "/tz Europe/Warsaw", "/mute {word}"),
    *("/pause 2h", "/resume", "/lang uk", "/export", "/export opml", "/import"),
    *("/privacy", "/about", "/nonsense", "Sumy", "/forget"),
)
PRESSES = ("v1:m", "v1:list:0", "v1:r:m:ua:0", "v1:f:0", "v1:olp:0", "v1:forget:yes")


async def populate(store: Store, words: Sequence[str], count: int) -> None:
    """Make the chats with what they follow and mute, as fast as a table takes rows."""
    chance = random.Random(SEED)  # noqa: S311  # a repeatable load, no secret
    chats, following, muted = [], [], []
    for number in range(1, count + 1):
        chats.append(
            {
                "id": number,
                "telegram_id": number,
                "kind": "private",
                "language": "uk",
                "time_zone": "Europe/Kyiv",
                "state": "active",
                "created_at": NOW,
            }
        )
        for which in range(EACH):
            query = chance.choice(words) if which else None
            regions = [] if which else [f"UA-{chance.choice((59, 63, 32, 51))}"]
            same = canonical(read_query(query)) if query else None
            following.append(
                {
                    "chat_id": number,
                    "key": subscriptions.subscription_key(regions, same),
                    "regions": regions,
                    "query": query,
                    "created_at": NOW,
                }
            )
        for which in range(MUTED):
            word = chance.choice(words)
            muted.append(
                {
                    "chat_id": number,
                    "key": f"words:{word}{which}",
                    "words": word,
                    "created_at": NOW,
                }
            )
    async with store.write() as tx:
        await tx.execute(insert(schema.chat), chats)
        await tx.execute(insert(schema.subscription).prefix_with("OR IGNORE"), following)
        await tx.execute(insert(schema.mute), muted)


def spread(times: Sequence[float]) -> dict[str, float]:
    """Return the middle, and the slowest but one in twenty, in milliseconds."""
    ordered = sorted(times)
    return {
        "p50_ms": round(ordered[len(ordered) // 2] * 1000, 1),
        "p95_ms": round(ordered[min(len(ordered) * 95 // 100, len(ordered) - 1)] * 1000, 1),
    }


def show(asked: str, times: Sequence[tuple[float, float]], **others: Any) -> None:
    """Print a JSON line."""
    figures = spread([wall for wall, _ in times])
    others["cpu_p95_ms"] = spread([cpu for _, cpu in times])["p95_ms"]
    line = {"benchmark": "answers", "asked": asked, "count": len(times)} | figures
    ratio = round(figures["p95_ms"] / LIMIT_MS, 3)
    print(json.dumps(line | {"ratio": ratio} | others, ensure_ascii=False), flush=True)


async def ask(
    api: BotApi, inbox: Inbox, words: Sequence[str], count: int
) -> dict[str, list[tuple[float, float]]]:
    """Ask each thing so often, in a random order; return what each took."""
    chance = random.Random(SEED)  # noqa: S311  # a repeatable load, no secret
    turns = [each for each in (*COMMANDS, *PRESSES) for _ in range(TIMES)]
    chance.shuffle(turns)
    bot = inbox.application.bot
    took: dict[str, list[tuple[float, float]]] = {}
    offset = None
    for turn in turns:
        person = chance.randrange(1, count + 1)
        if person not in api.people:
            api.add_person(person, "Person", "uk")
        api.people[person].started = True
        if turn in PRESSES:
            message = await bot.send_message(person, "menu")
            api.press(person, person, message.message_id, turn)
        else:
            api.say(person, turn.format(word=chance.choice(words)))
        batch: tuple[Update, ...] = await bot.get_updates(offset=offset, timeout=0)
        offset = batch[-1].update_id + 1
        started, computed = time.perf_counter(), time.process_time()
        await inbox.handle(batch)
        both = time.perf_counter() - started, time.process_time() - computed
        took.setdefault(turn, []).append(both)
    return took


async def bare(bot: ExtBot[Any], person: int) -> float:
    """Return the seconds that one message alone takes."""
    times = []
    for _ in range(TIMES):
        started = time.perf_counter()
        await bot.send_message(person, "text")
        times.append(time.perf_counter() - started)
    return sorted(times)[len(times) // 2]


async def main(count: int, stored: int) -> None:
    """Fill a database, ask, print."""
    chance = random.Random(SEED)  # noqa: S311  # as above
    forms, weights = invent(chance)
    words = [each[0] for each in forms[100:3_000]]
    new = invent_entries(chance, stored, forms, weights)
    with tempfile.TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{folder}/tocsin.db")
        await migrate(store)
        async with store.write() as tx:
            specs = [
                FeedSpec(url=f"https://f{n}.example/rss", title=f"Feed {n}", country="UA")
                for n in range(FEEDS)
            ]
            await feeds.sync(tx, specs, now=NOW - timedelta(days=90))
        await fill(store, stored, new)
        await populate(store, words, count)
        api = BotApi(TOKEN, flood=False, poll_floor=0)
        async with serve(api) as url:
            bot = ExtBot(TOKEN, base_url=f"{url}/bot")
            application = (
                ApplicationBuilder().bot(bot).updater(None).job_queue(None).build()
            )
            settings = load_settings({"TOCSIN_FEEDS_FILE": f"{folder}/feeds.yaml"}, None)
            install(
                application,
                Services(
                    store=store,
                    now=lambda: NOW,
                    overview=lambda: get_overview(store),
                    office=Office(settings=settings, store=store, clock=lambda: NOW),
                    feeds_file=Path(folder) / "feeds.yaml",
                ),
            )
            async with application:
                inbox = Inbox(application=application, store=store, clock=lambda: NOW)
                took = await ask(api, inbox, words, count)
                alone = round(await bare(bot, next(iter(api.people))) * 1000, 1)
        for asked, times in took.items():
            show(asked, times)
        whole = [each for times in took.values() for each in times]
        show("all", whole, chats=count, entries=stored, bare_ms=alone)
        await store.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chats", type=int, default=CHATS)
    parser.add_argument("--entries", type=int, default=ENTRIES)
    options = parser.parse_args()
    asyncio.run(main(options.chats, options.entries))
