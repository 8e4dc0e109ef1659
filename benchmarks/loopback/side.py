"""The loop of a peer process: an order a line, each answered with what it cost."""

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

from loopback.processes import own_cpu

Order = dict[str, Any]
Work = Callable[[], Awaitable[int]]


async def obey(prepare: Callable[[Order], Awaitable[Work]]) -> None:
    """Do each order of standard input: what `prepare` returns is measured, itself is not.

    The work returns how many new entries it met.
    """
    loop = asyncio.get_running_loop()
    # In a thread, so that the loop hears meanwhile that servers closed connections.
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        work = await prepare(json.loads(line))
        wall, cpu = time.perf_counter(), own_cpu()
        new = await work()
        answer = {
            "cpu": own_cpu() - cpu,
            "wall": time.perf_counter() - wall,
            "new": new,
        }
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
