"""``tocsin run --role worker`` in this process, with clocks at its seams.

Reads the settings of the environment. Obeys ``{"measure": SECONDS, "heartbeat": true}``
with what those seconds cost.
"""

import asyncio
import json
import sys
import time
from contextvars import ContextVar
from functools import wraps
from typing import Any

import uvloop
from loopback.heartbeat import beat, percentiles
from loopback.processes import own_cpu

from bot import app
from bot.config.settings import load_settings
from bot.domain.model import Document, Feed, PollReport
from bot.logs import set_up_logging
from bot.pipeline.ingest import Ingest
from bot.poll.fetch import Fetcher

fetched_at: ContextVar[float] = ContextVar("fetched_at")
latencies: list[float] = []  # from the response complete to the poll committed
polls: list[PollReport] = []


def put_clocks() -> None:
    """Note when each fetch ends, and when what it brought is committed."""
    fetch, poll = Fetcher.fetch, Ingest.poll

    @wraps(fetch)
    async def timed_fetch(self: Fetcher, *args: Any, **options: Any) -> Any:
        result = await fetch(self, *args, **options)
        if isinstance(result, Document):
            fetched_at.set(time.perf_counter())
        return result

    @wraps(poll)
    async def timed_poll(self: Ingest, feed: Feed, **options: Any) -> PollReport:
        fetched_at.set(0.0)
        report = await poll(self, feed, **options)
        polls.append(report)
        if fetched_at.get():
            latencies.append(1000 * (time.perf_counter() - fetched_at.get()))
        return report

    Fetcher.fetch = timed_fetch  # type: ignore[assignment,method-assign]
    Ingest.poll = timed_poll  # type: ignore[assignment,method-assign]


async def measure(seconds: float, *, heartbeat: bool) -> dict[str, Any]:
    """Return what the next seconds cost."""
    latencies.clear()
    polls.clear()
    wall, cpu = time.perf_counter(), own_cpu()
    late = []
    if heartbeat:
        late = await beat(seconds)
    else:
        await asyncio.sleep(seconds)
    wall, cpu = time.perf_counter() - wall, own_cpu() - cpu
    return {
        "polls_per_second": round(len(polls) / wall, 1),
        "failed": sum(report.failed for report in polls),
        "new_entries": sum(report.new_entries for report in polls),
        "cpu_percent": round(100 * cpu / wall, 1),
        "loop_late_ms": percentiles(late),
        "committed_after_ms": percentiles(latencies),
    }


async def main() -> None:
    """Run the worker until standard input ends."""
    settings = load_settings()
    set_up_logging(settings)
    put_clocks()
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    running = asyncio.create_task(app.run(settings, role="worker", stop=stop))
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        order = json.loads(line)
        answer = await measure(order["measure"], heartbeat=order.get("heartbeat", False))
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    stop.set()
    await running


if __name__ == "__main__":
    uvloop.run(main())
