"""The service as its own process, against a publisher and a Bot API in the test's."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import httpx
from publisher import Publisher, ScriptedFeed

from bot.demo.botapi import BotApi, serve

TOKEN = "424242:crash_tests_have_a_token_of_their_own"  # of the local Bot API
ROOT = Path(__file__).parents[1]
START_TIMEOUT = 100.0  # seconds; a dead worker's lease on PostgreSQL takes 60 of them


@dataclass(kw_only=True)
class World:
    """Where the service lives: files, database, publisher and Bot API outlive it."""

    folder: Path
    database_url: str
    publisher: Publisher
    api: BotApi
    api_url: str
    web_port: str = ""
    feeds: list[str] = field(default_factory=list)
    processes: list[asyncio.subprocess.Process] = field(default_factory=list)

    def feed(self, path: str, publisher: str) -> ScriptedFeed:
        """Publish a feed and configure it."""
        scripted = self.publisher.feed(path)
        self.feeds.append(
            f"  - url: {scripted.url}\n    title: {publisher}\n    interval: 1s\n"
        )
        text = "version: 1\nfeeds:\n" + "".join(self.feeds)
        (self.folder / "feeds.yaml").write_text(text)
        return scripted

    def environment(self) -> Mapping[str, str]:
        return {
            **{key: value for key, value in os.environ.items() if "TOCSIN" not in key},
            "TOCSIN_TELEGRAM_TOKEN": TOKEN,
            "TOCSIN_TELEGRAM_API_URL": self.api_url,
            "TOCSIN_DATABASE_URL": self.database_url,
            "TOCSIN_FEEDS_FILE": str(self.folder / "feeds.yaml"),
            "TOCSIN_FEED_ALLOW_NETWORKS": "127.0.0.0/8",
            "TOCSIN_MIN_INTERVAL": "1s",
            "TOCSIN_WEB_PORT": self.web_port,
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")]),
        }

    async def run(
        self, command: Sequence[str] = ("-m", "bot", "run")
    ) -> asyncio.subprocess.Process:
        """Start the service; its log goes to service.log."""
        with (self.folder / "service.log").open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                *command,
                cwd=self.folder,
                env=self.environment(),
                stdout=log,
                stderr=log,
            )
        self.processes.append(process)
        return process

    async def start(self) -> asyncio.subprocess.Process:
        """Start the service on a database that nobody has used yet."""
        if not self.database_url.startswith("sqlite"):  # a file it migrates by itself
            migrating = await self.run(("-m", "bot", "migrate"))
            assert await migrating.wait() == 0, self.log()
        return await self.run()

    async def stop(self, process: asyncio.subprocess.Process) -> int:
        """End the service as a process manager does; return its exit code."""
        process.send_signal(signal.SIGTERM)
        return await self.wait_end(process)

    async def wait_end(self, process: asyncio.subprocess.Process) -> int:
        """Wait until the process has ended; return its exit code."""
        async with asyncio.timeout(START_TIMEOUT):
            return await process.wait()

    def sent(self, person: int, text: str) -> int:
        """Return how many of the bot's messages to the person hold `text`."""
        return sum(
            text in message.get("text", "") and message["from"]["is_bot"]
            for message in self.api.messages(person)
        )

    async def wait_sent(self, person: int, text: str) -> None:
        await self.api.wait_for(lambda _: self.sent(person, text) > 0, START_TIMEOUT)

    async def subscribe(self, person: int, region: str) -> None:
        """Type /region and wait for the answer."""
        self.api.add_person(person, "Olena")
        self.api.say(person, f"/region {region}")
        await self.api.wait_for(lambda _: self.sent(person, region) > 0, START_TIMEOUT)

    async def wait_polled(self, feed: ScriptedFeed, times: int = 1) -> None:
        """Wait until the feed was asked for, and answered, `times` more."""
        seen = sum(request.path == feed.path for request in self.publisher.requests)
        await self.publisher.wait_for_requests(feed.path, seen + times)

    async def health(self) -> tuple[int, str]:
        """Return the status of /health, and its reasons; 0 while nobody answers."""
        async with httpx.AsyncClient(timeout=20) as client:
            try:
                answer = await client.get(f"http://127.0.0.1:{self.web_port}/health")
            except httpx.TransportError:
                return 0, ""
        return answer.status_code, "; ".join(answer.json()["reasons"])

    async def wait_health(self, status: int, reason: str = "") -> None:
        """Wait until the service says that it is well, or what it lacks."""
        last: tuple[int, str] = (0, "")
        async with asyncio.timeout(START_TIMEOUT):
            while last[0] != status or reason not in last[1]:
                await asyncio.sleep(0.1)  # it tells nobody by itself
                last = await self.health()

    def log(self) -> str:
        return (self.folder / "service.log").read_text()


def now() -> datetime:
    """Return the real time: the service runs by it."""
    return datetime.now(UTC)  # noqa: TID251  # the process under test has no other clock


@asynccontextmanager
async def world(folder: Path, database_url: str) -> AsyncIterator[World]:
    """Open a world; whatever still runs in it is killed at the end."""
    api = BotApi(TOKEN, flood=False, poll_floor=0)
    async with Publisher() as publisher, serve(api) as api_url:
        opened = World(
            folder=folder,
            database_url=database_url,
            publisher=publisher,
            api=api,
            api_url=api_url,
        )
        try:
            yield opened
        finally:
            for process in opened.processes:
                if process.returncode is None:
                    process.kill()
                    await process.wait()
