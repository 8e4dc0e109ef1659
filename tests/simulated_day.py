"""A day of the whole service in one run: feeds, chats, and faults at random from a seed.

::

    publisher ─HTTP→ poll → parse → … → outbox → dispatch ─HTTP→ local Bot API

Time is an argument everywhere, so a day passes as fast as its work is done. Meanwhile feeds
fail, Telegram refuses and falls silent, the database is away now and then, people block the
bot, pause it and change their minds, and the process dies twice. On PostgreSQL two workers
share the feeds, and the server ends connections in the midst of their work. In the end each
chat must have been told of each event that concerns it: once, or once more for a message
whose answer was lost.

``python tests/simulated_day.py --chats 1000 --feeds 500 --days 3`` prints the report of a
longer one as JSON (``make soak``): memory grows while caches fill, for two days, and is
flat on the third. With ``--database postgresql`` it lives on a server of its own.
"""

import argparse
import asyncio
import gc
import json
import random
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from datetime import time as time_of_day
from functools import partial
from pathlib import Path

from databases import new_database, postgres_server
from instants import NOW
from newsroom import MIN_INTERVAL, Newsroom, newsroom
from publisher import ScriptedFeed
from shaky_store import ShakyStore
from shelf import Shelf, shelf_file
from sqlalchemy import func, select
from told_room import ToldRoom, told_room

from bot import allocator, interpreter
from bot.demo.botapi import Fault
from bot.demo.botapi.faults import Kind
from bot.domain.errors import StoreError
from bot.domain.model import DeliveryKind, DigestTimes, Mode, QuietHours
from bot.pipeline import chats as chatting
from bot.pipeline import digest_cards, timetable
from bot.pipeline.ingest import Ingest
from bot.pipeline.polling import Polling
from bot.store import deliveries, schema, subscriptions
from bot.store.migrate import migrate

DATABASES = ("sqlite", "postgresql")
TICK = timedelta(minutes=5)
DAY = timedelta(hours=24)
FLAT = 1.1  # times the memory of the day before with which one after the second may end
WARM = 2  # days in which caches fill and the database grows to its size
AFTER = 30  # hours without faults, in which all that waits is told
CITIES = {
    "RU-BEL": "Shebekino",
    "RU-KRS": "Sudzha",
    "RU-BRY": "Klintsy",
    "UA-59": "Okhtyrka",
    "UA-63": "Kupiansk",
    "UA-74": "Nizhyn",
    "UA-65": "Skadovsk",
    "UA-23": "Melitopol",
}
WHAT = (
    *("Bakery", "Bridge", "Museum", "Hospital", "Tram depot", "Power line", "School"),
    *("Warehouse", "Library", "Factory", "Market", "Theatre", "Reservoir", "Stadium"),
    *("Orchard", "Post office", "Kindergarten", "Railway yard", "Dairy", "Fire brigade"),
)
HAPPENS = (
    *("reopens", "is closed for repairs", "gets a new director", "burns to the ground"),
    *("wins a prize", "asks for volunteers", "is searched by police", "moves to a hill"),
    *("celebrates a century", "runs out of water", "is painted yellow", "is sold"),
)
STATUS = Path("/proc/self/status")
SYLLABLES = ("ba", "ko", "ri", "mu", "ne", "ta", "vo", "shi", "lu", "pe", "zan", "dor")
MOST_FAULTS = 8  # that Telegram has in store
FEED_FAULTS = (404, 429, 500, 502, 503)
KINDS: tuple[Kind, ...] = (
    *("429", "500", "502_html", "reset_before", "reset_after", "400", "409", "401"),
)
RESETS: tuple[Kind, ...] = ("reset_before", "reset_after")
MODES = (Mode.NOW, Mode.NOW, Mode.DIGEST, Mode.SMART)
NOBODYS = "RU-KAM"  # a region in which nothing happens
FOLLOW_UPS = (DeliveryKind.CHANGE, DeliveryKind.CLOSER, DeliveryKind.REPORT)


@dataclass(frozen=True, kw_only=True)
class Size:
    """How much of each day; `faults` of each kind are about as many as ticks times this.

    A feed is polled each `minutes`; `minds` are changed at each tick.
    """

    chats: int = 60
    feeds: int = 40
    events: int = 72
    seed: int = 1
    days: float = 1
    faults: float = 0.5
    minutes: int = 20
    minds: int = 1


@dataclass(kw_only=True)
class Report:
    """What came of the day: the ledger, then what it cost."""

    expected: int = 0
    arrived: int = 0
    lost: list[str] = field(default_factory=list)
    repeated: int = 0
    answers_lost: int = 0
    deaths: int = 0
    cuts: int = 0
    foreign: int = 0
    stories: int = 0
    telegram_faults: int = 0
    feed_faults: int = 0
    store_faults: int = 0
    messages: int = 0
    polls: int = 0
    objects: list[int] = field(default_factory=list)
    rss_mb: list[int] = field(default_factory=list)  # each third of a day; on Linux
    wall_seconds: float = 0.0
    cpu_seconds: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that outlets tell, from `at` on."""

    at: datetime
    title: str
    region: str
    feeds: tuple[ScriptedFeed, ...]


@dataclass(kw_only=True)
class Day:
    """The service, those who use it, and what may go wrong."""

    size: Size
    news: Newsroom
    told: ToldRoom
    store: ShakyStore
    shelves: sqlite3.Connection
    random: random.Random
    workers: list[Polling] = field(default_factory=list)
    feeds: list[ScriptedFeed] = field(default_factory=list)
    regions: dict[int, tuple[str, ...]] = field(default_factory=dict)
    blocked: set[int] = field(default_factory=set)
    report: Report = field(default_factory=Report)

    @property
    def now(self) -> datetime:
        return self.told.now

    async def open(self) -> None:
        """Let everybody join, and every feed be polled once."""
        self.feeds = [self.news.publisher.feed(f"/{n}.xml") for n in range(self.size.feeds)]
        for number, feed in enumerate(self.feeds):
            feed.window = 40
            outlet = await self.news.feed(feed.path, publisher=f"Outlet {number}")
            assert outlet is feed
        interval = timedelta(minutes=self.size.minutes)
        self.news.specs = [replace(s, interval=interval) for s in self.news.specs]
        await self.news.configure()
        for person in range(1, self.size.chats + 1):
            await self._join(person)
        await self.news.poll(timedelta(0))
        self._employ()

    def _employ(self) -> None:
        """Have the newsroom poll, and on PostgreSQL another as well."""
        self.workers = [self.news.polling]
        if not self.store.is_sqlite:
            first = self.news.polling.ingest
            ingest = Ingest.build(
                store=self.store,
                fetcher=first.fetcher,
                parser=first.parser,
                min_interval=MIN_INTERVAL,
            )
            self.workers.append(Polling(ingest=ingest, clock=lambda: self.now))

    async def _join(self, person: int) -> None:
        api, pick = self.told.api, self.random
        api.add_person(person, f"Person {person}")
        api.rooms[person].stored = Shelf(self.shelves, person)
        api.say(person, "/start")
        sender = chatting.Sender(telegram_id=person)
        chat = await chatting.open_chat(self.store, sender, now=self.now)
        self.regions[person] = tuple(pick.sample(sorted(CITIES), pick.choice((1, 1, 2))))
        async with self.store.write() as tx:
            for region in self.regions[person]:
                await subscriptions.add(tx, chat.id, regions=[region], now=self.now)
        mode = pick.choice(MODES)
        await timetable.set_digests(
            self.store, chat, mode=mode, digests=DigestTimes(), now=self.now
        )
        if pick.random() < 0.3:  # a third sleeps
            quiet = QuietHours(start=time_of_day(23), end=time_of_day(7))
            await timetable.set_quiet(self.store, chat, quiet, now=self.now)

    def events(self) -> list[Event]:
        """Return what happens, in order."""
        pick, found = self.random, []
        total, days = round(self.size.events * self.size.days), DAY * self.size.days
        for number in range(total):
            region, city = pick.choice(sorted(CITIES.items()))
            name = "".join(pick.choice(SYLLABLES) for _ in range(4)).title()
            what, happens = pick.choice(WHAT), pick.choice(HAPPENS)
            outlets = pick.sample(self.feeds, pick.choice((1, 1, 1, 2, 3)))
            found.append(
                Event(
                    at=self.now + days * 0.95 * (number / total) + TICK,
                    title=f"{what} {name}{number} in {city} {happens}",
                    region=region,
                    feeds=tuple(outlets),
                )
            )
        return found

    async def tick(self, length: timedelta) -> None:
        """Let time pass, and do what the service does, all at once."""
        self.told.clock[0] += length
        self.news.clock[0] = self.now
        async with asyncio.TaskGroup() as group:
            group.create_task(self._tell())
            for worker in self.workers:
                group.create_task(self._poll(worker))
            if self.store.chance:
                for _ in range(self.size.minds):
                    group.create_task(self._change_a_mind())
                if (
                    not self.store.is_sqlite
                    and self.random.random() < self.size.faults / 20
                ):
                    group.create_task(self._cut())
        await allocator.trim()  # as the service does each ten seconds
        # The others' own logs are none of the service's memory.
        self.news.publisher.requests.clear()
        self.told.api.calls.clear()

    async def _poll(self, worker: Polling) -> None:
        with suppress(StoreError):
            self.report.polls += (await worker.poll_once()).feeds

    async def _tell(self) -> None:
        with suppress(StoreError):
            await self.told.tick()

    async def _cut(self) -> None:
        await asyncio.sleep(self.random.random() / 10)  # somewhere in the tick
        with suppress(StoreError):
            await self.store.cut()

    async def _change_a_mind(self) -> None:
        """Let somebody choose anew when to be told: it changes nothing of what."""
        pick, store, now = self.random, self.store, self.now
        with suppress(StoreError):
            chat = await self.told.chat(pick.randint(1, self.size.chats))
            match pick.randrange(5):
                case 0:
                    mode, times = pick.choice(MODES), DigestTimes()
                    await timetable.set_digests(
                        store, chat, mode=mode, digests=times, now=now
                    )
                case 1:
                    start, length = pick.randrange(24), pick.randint(1, 8)
                    end = time_of_day((start + length) % 24)
                    quiet = QuietHours(start=time_of_day(start), end=end)
                    await timetable.set_quiet(
                        store, chat, pick.choice((None, quiet)), now=now
                    )
                case 2:
                    limit = pick.choice((None, *timetable.LIMITS))
                    await timetable.set_limit(store, chat, limit, now=now)
                case 3:
                    async with store.write() as tx:
                        added = await subscriptions.add(
                            tx, chat.id, regions=[NOBODYS], now=now
                        )
                        await subscriptions.remove(tx, chat.id, [added.subscription.id])
                case _ if chatting.is_paused(chat, now=now):
                    await chatting.resume(store, chat, now=now)
                case _:
                    hours = timedelta(hours=pick.randint(1, 5))
                    await chatting.pause(store, chat, now=now, length=hours)

    async def _kinds(self) -> list[Kind]:
        """Return the faults that Telegram may have next.

        The same message never meets two 400, for it is plain by then and ends alone, nor
        one reset more than it is sent again after.
        """
        has, again = self.told.api.faults.has, schema.delivery.c.resends
        kinds = {*KINDS} - ({"400"} if has("400") else set())
        async with self.store.read() as tx:
            most = await tx.scalar(select(func.max(again)).where(schema.WAITING))
        if any(map(has, RESETS)) or (most or 0) >= len(deliveries.RESEND_PAUSES):
            kinds -= {*RESETS}
        return [kind for kind in KINDS if kind in kinds]

    async def trouble(self) -> None:
        """Let something go wrong, or right again."""
        pick, api = self.random, self.told.api
        if pick.random() < self.size.faults and len(api.faults) < MOST_FAULTS:
            kind = pick.choice(await self._kinds())
            at = pick.choice((None, pick.randint(1, self.size.chats)))
            if kind in RESETS:
                at = None  # soon over, so that there are more of them
            pause = pick.choice((1, 30, 600))
            api.faults.add(
                Fault(kind=kind, method="sendMessage", chat_id=at, retry_after=pause)
                if kind != "400"
                else Fault(
                    kind="400",
                    method="sendMessage",
                    chat_id=at,
                    description="Bad Request: can't parse entities: Unclosed start tag",
                )
            )
            self.report.telegram_faults += 1
            self.report.answers_lost += kind == "reset_after"
        if pick.random() < self.size.faults:
            feed = pick.choice(self.feeds)
            again = pick.choice((1, 2, 3))
            feed.will_fail(pick.choice(FEED_FAULTS), times=again)
            self.report.feed_faults += again
        if pick.random() < self.size.faults / 4:
            person = pick.randint(1, self.size.chats)
            (self.blocked.discard if person in self.blocked else self.blocked.add)(person)
            self._let(person)

    def _let(self, person: int) -> None:
        if person in self.blocked:
            self.told.api.block(person)
        else:
            self.told.api.unblock(person)

    async def hear(self) -> None:
        """Take note of who blocked the bot, or let it in; a message may say so first."""
        api = self.told.api
        for update in api.updates.pending:
            if (change := update.get("my_chat_member")) is not None:
                person, gone = change["chat"]["id"], change["new_chat_member"]["status"]
                note = (
                    partial(chatting.mark_unreachable, reason=f"the bot was {gone}")
                    if gone == "kicked"
                    else chatting.mark_reachable
                )
                await note(self.store, person, now=self.now)
        api.updates.pending.clear()

    async def die(self) -> None:
        """Forget all that is not in the store, as a new process has."""
        self.report.deaths += 1
        self.news.restart()
        self._employ()
        self.told.dispatch = replace(self.told.dispatch, unsettled={})
        await self.told.dispatch.recover()

    async def weigh(self) -> None:
        """Note how much of Tocsin is in memory, also what a test before this one froze."""
        gc.unfreeze()
        gc.collect()
        ours = (str(type(each).__module__) for each in gc.get_objects())
        count = sum(m.startswith("bot.") and not m.startswith("bot.demo") for m in ours)
        self.report.objects.append(count)
        await allocator.trim()
        self.report.rss_mb += read_memory()

    async def pass_by(self) -> list[Event]:
        """Live through the day and its aftermath; return what happened."""
        events = self.events()
        waiting, begun, end = list(events), self.now, self.now + DAY * self.size.days
        days = max(1, round(self.size.days))
        day = (end - begun) / days
        deaths = {
            begun + day * (each + part) for each in range(days) for part in (0.4, 0.7)
        }
        weighings = {begun + day * (third + 1) / 3 for third in range(3 * days)}
        while self.now < end:
            self.store.chance = 0.01
            while waiting and waiting[0].at <= self.now + TICK:
                event = waiting.pop(0)
                for feed in event.feeds:
                    feed.add(title=event.title, published=event.at)
            await self.trouble()
            await self.tick(TICK)
            self.store.chance = 0.0
            await self.hear()
            if due := {at for at in deaths if at <= self.now}:
                deaths -= due
                await self.die()
            if passed := {at for at in weighings if at <= self.now}:
                weighings -= passed
                await self.weigh()
        await self.mend()
        return events

    async def mend(self) -> None:
        """Let everything go right, and what waits be told."""
        self.told.api.faults.clear()
        for feed in self.feeds:
            feed.heal()
        for person in tuple(self.blocked):
            self.blocked.discard(person)
            self._let(person)
        await self.hear()
        for hour in range(AFTER * 2):
            await self.tick(timedelta(minutes=30) if hour else TICK)

    async def arrived(self) -> Counter[tuple[int, int]]:
        """Return what stories each chat was told, and how often, by the messages it has."""
        stories, told = await self._stories(), Counter[tuple[int, int]]()
        ids: dict[int, set[int]] = {}
        for person in self.regions:
            messages = self.told.messages(person)
            ids[person] = {message["message_id"] for message in messages}
            for message in messages:
                self.report.messages += 1
                story = stories.get(message["text"].split("\n")[0])
                if story is not None:
                    told[person, story] += 1
        delivery, chat = schema.delivery, schema.chat
        async with self.store.read() as tx:
            rows = await tx.execute(
                select(delivery.c.id, delivery.c.message_id, chat.c.telegram_id)
                .join(chat)
                .where(delivery.c.kind == DeliveryKind.DIGEST, delivery.c.state == "sent")
            )
        for row in rows.all():
            assert row.message_id in ids[row.telegram_id], row
            for title in await self._digest(row.telegram_id, row.id):
                told[row.telegram_id, stories[title]] += 1
        return told

    async def _changes(self) -> Counter[tuple[int, int]]:
        """Return how often each chat was told more of a story that it knew."""
        delivery, chat = schema.delivery.c, schema.chat.c
        statement = select(
            chat.telegram_id, delivery.story_id, delivery.kind, delivery.digest_id
        ).where(
            delivery.chat_id == chat.id,
            delivery.kind.in_((DeliveryKind.ALERT, *FOLLOW_UPS)),
            delivery.state.in_(("sent", "digested")),
        )
        async with self.store.read() as tx:
            rows = [tuple(row) for row in await tx.execute(statement)]
        alone = Counter(
            (person, story)
            for person, story, kind, digest in rows
            if kind in FOLLOW_UPS and digest is None
        )
        # All of a story in one digest is one line, with the alert if that is in it, too.
        lines = {
            (row[0], row[1], row[3]) for row in rows if row[2] in FOLLOW_UPS and row[3]
        }
        first = {(row[0], row[1], row[3]) for row in rows if row[2] == DeliveryKind.ALERT}
        return alone + Counter((person, story) for person, story, _ in lines - first)

    async def _stories(self) -> dict[str, int]:
        """Return the story of each headline: like events of one place may be one."""
        entry = schema.entry.c
        async with self.store.read() as tx:
            rows = (await tx.execute(select(entry.title, entry.story_id))).all()
        stories = {row.title: row.story_id for row in rows}
        assert len({(row.title, row.story_id) for row in rows}) == len(stories)
        return stories

    async def _digest(self, person: int, digest_id: int) -> list[str]:
        """Return the headlines of a digest that arrived, by its pages."""
        chat = await self.told.chat(person)
        titles: list[str] = []
        page, pages = 0, 1
        while page < pages:
            card = await digest_cards.read_page(self.store, chat, digest_id, page=page)
            assert card is not None
            titles += (line.title for line in card.lines)
            page, pages = page + 1, card.pages
        return titles

    async def settle(self, events: list[Event]) -> None:
        """Compare what should have arrived with what did."""
        told, stories, report = await self.arrived(), await self._stories(), self.report
        due: dict[tuple[int, int], str] = {}
        for event in events:
            story = stories.get(event.title, -1)  # -1: it was never read
            for person, regions in self.regions.items():
                if event.region in regions:
                    due.setdefault((person, story), event.title)
        report.expected = len(due)
        report.arrived = sum(told[each] > 0 for each in due)
        report.lost = [f"{who}: {due[who, s]}" for who, s in due if not told[who, s]]
        changes = await self._changes()
        report.repeated = sum(max(0, told[each] - 1 - changes[each]) for each in told)
        report.foreign = sum(each not in due for each in told)
        report.stories = len({*stories.values()})
        report.store_faults, report.cuts = self.store.failed, self.store.cuts


def read_memory() -> list[int]:
    """Return the megabytes of this process that are no file's; nothing if not on Linux."""
    if not STATUS.exists():
        return []
    [line] = [x for x in STATUS.read_text().splitlines() if x.startswith("RssAnon")]
    return [int(line.split()[1]) >> 10]


@asynccontextmanager
async def day(size: Size, database_url: str) -> AsyncIterator[Day]:
    """Open a day on a database in which there is nothing yet."""
    store = ShakyStore(database_url)
    await migrate(store)
    store.random = random.Random(size.seed)  # no secret
    async with newsroom(store) as news, told_room(store, NOW, paced=False) as told:
        with shelf_file() as shelves:
            yield Day(
                size=size,
                news=news,
                told=told,
                store=store,
                shelves=shelves,
                random=random.Random(size.seed),  # likewise
            )
    await store.close()


async def simulate(size: Size, database_url: str) -> Report:
    """Live through a day; return what came of it."""
    wall, cpu = time.perf_counter(), time.process_time()
    async with day(size, database_url) as each:
        await each.open()
        await each.settle(await each.pass_by())
    each.report.wall_seconds = round(time.perf_counter() - wall, 1)
    each.report.cpu_seconds = round(time.process_time() - cpu, 1)
    return each.report


@contextmanager
def empty_database(kind: str) -> Iterator[str]:
    """Yield the URL of a new SQLite file, or of a database on a PostgreSQL."""
    if kind == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{folder}/tocsin.db"
        return
    with postgres_server() as server, new_database(server) as url:
        yield url


def main() -> None:
    """Print the report as JSON; exit 1 if anything was lost, or memory grew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=DATABASES, default=DATABASES[0])
    for name, default in (
        ("chats", 1000),
        ("feeds", 500),
        ("events", 400),
        ("seed", 1),
        ("days", 1),
        ("minds", 10),
    ):
        parser.add_argument(f"--{name}", type=int, default=default)
    options = vars(parser.parse_args())
    database = options.pop("database")
    size = Size(**options)
    allocator.limit_arenas()
    interpreter.settle()
    with empty_database(database) as url:
        report = asyncio.run(simulate(size, url))
    sys.stdout.write(
        json.dumps(
            {"benchmark": "day", "database": database, **asdict(size), **asdict(report)}
        )
        + "\n"
    )
    rss = report.rss_mb if size.days > WARM else []
    grew = bool(rss) and rss[-1] > FLAT * rss[-4]
    sys.exit(bool(report.lost or report.foreign or grew))


if __name__ == "__main__":
    main()
