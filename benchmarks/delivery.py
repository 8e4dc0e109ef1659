"""What delivery costs, and whether it keeps Telegram's pace: one entry for many chats.

Three cases, one JSON line each. `flood limits`: 10,000 chats at the default rate against
the demo's Bot API, in its own process, with its flood limits on, while people ask for
/help (some six minutes). `limits lifted`: the same outbox at 1,000 a second against a bare
server, for the demo's takes longer for a message than the bot. `transport`: a message
without an outbox, over aiohttp and over python-telegram-bot's own httpx, which is the peer;
`paced_ms` is one over aiohttp at the default rate, where each wakes a process that slept.
CPU is of the bot's process alone; under flood limits the answers to /help are in it, some
10 ms each and one for 54 messages. `asleep_ratio` is what the pace itself costs on this
machine: how much more CPU a fixed piece of work takes when the process slept before it.
"""

import argparse
import json
import os
import sys
import threading
import time
from contextlib import ExitStack
from typing import Any

from loopback.processes import Peer

CHATS = 10_000
FAST_CHATS = 5_000
MESSAGES = 3_000  # without an outbox
ASK_EVERY = 2.0  # seconds
ASKERS = 50  # who ask; they are none of those who are told
# Of issue 7.
TARGETS = {"per_second": 27, "refused": 0, "help_p95_seconds": 1, "cpu_ms": 1}
FAST_TARGET = 900
WARM = 200  # times that the piece of work is done, and as often before
TRANSPORTS = {"aiohttp": 1.0, "httpx": 1.0, "paced": 0.1}  # and of how many messages


def cores() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return a core for the server and one for the bot, if there are two."""
    found = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    return ((found[0],), (found[1],)) if len(found) > 1 else ((), ())


def start(stack: ExitStack, people: int, *arguments: str) -> tuple[Peer, Peer]:
    """Start a server and the bot's side; return both."""
    for_server, for_bot = cores()
    server = Peer("loopback.telegram", "--people", str(people), cpus=for_server)
    base = stack.enter_context(server).hear()["base"]
    bot = Peer("loopback.delivery_side", base, *arguments, cpus=for_bot)
    stack.enter_context(bot).hear()
    return server, bot


def ask_meanwhile(
    server: Peer, chats: int, bot: Peer
) -> tuple[dict[str, Any], list[float]]:
    """Let the bot send, and people ask; return what it cost and how long they waited."""
    costs: list[dict[str, Any]] = []
    sending = threading.Thread(target=lambda: costs.append(bot.ask({"go": True})))
    sending.start()
    time.sleep(ASK_EVERY)
    waits: list[float] = []
    while sending.is_alive():
        person = chats + 1 + len(waits) % ASKERS
        waits.append(server.ask({"ask": person})["seconds"])
        sending.join(max(0.0, ASK_EVERY - waits[-1]))
    return costs[0], sorted(waits)


def with_limits(chats: int) -> None:
    """Print whether all are reached at Telegram's pace, and who waits how long."""
    with ExitStack() as stack:
        server, bot = start(stack, chats + ASKERS, str(chats), "27")
        cost, waits = ask_meanwhile(server, chats, bot)
        report = server.ask({"report": True, "chats": chats})
    line = {
        "benchmark": "delivery",
        "case": "flood limits",
        "chats": chats,
        "reached": report["reached"],
        "twice": report["twice"],
        "messages": report["messages"],
        "per_second": round((report["messages"] - 1) / report["seconds"], 2),
        "most_in_a_second": report["most_in_a_second"],
        "refused": report["refused"],
        "help_asked": len(waits),
        "help_p50_seconds": round(waits[len(waits) // 2], 3),
        "help_p95_seconds": round(waits[int(len(waits) * 0.95)], 3),
        "cpu_ms": round(1000 * cost["cpu"] / report["messages"], 3),
        "asleep_ratio": round(asleep_ratio(), 2),
        "targets": TARGETS,
    }
    print(json.dumps(line), flush=True)


def without_limits(chats: int) -> None:
    """Print how fast it is when nobody holds it up."""
    with ExitStack() as stack:
        server, bot = start(stack, 0, str(chats), "1000")
        cost = bot.ask({"go": True})
        report = server.ask({"report": True})
    per_core = report["messages"] / cost["cpu"]
    line = {
        "benchmark": "delivery",
        "case": "limits lifted",
        "chats": chats,
        "reached": report["reached"],
        "twice": report["twice"],
        "per_second": round((report["messages"] - 1) / report["seconds"], 1),
        "per_core_second": round(per_core, 1),
        "per_core_second_target": FAST_TARGET,
        "ratio": round(per_core / FAST_TARGET, 2),
        "cpu_ms": round(1000 * cost["cpu"] / report["messages"], 3),
    }
    print(json.dumps(line), flush=True)


def work() -> None:
    """Do a fixed piece of work, a fifth of a millisecond."""
    written = json.dumps({str(each): [each, "x" * (each % 7)] for each in range(150)})
    sorted(json.loads(written), key=lambda each: (len(each), each))


def asleep_ratio() -> float:
    """Return how many times more CPU the work takes at the pace of the flood limits.

    A core that slept runs with cold caches, and slowly at first.
    """
    costs = []
    for pause in (0.0, 1 / TARGETS["per_second"]):
        for _ in range(WARM):
            work()
        spent = 0.0
        for _ in range(WARM):
            time.sleep(pause)
            begun = time.process_time()
            work()
            spent += time.process_time() - begun
        costs.append(spent)
    return costs[1] / costs[0]


def by_transport(messages: int) -> None:
    """Print what a message costs over each transport."""
    each: dict[str, float] = {}
    for transport, part in TRANSPORTS.items():
        with ExitStack() as stack:
            server, bot = start(stack, 0, str(int(messages * part)), transport)
            cost = bot.ask({"go": True})
            each[transport] = 1000 * cost["cpu"] / server.ask({"report": True})["messages"]
    line = {"benchmark": "delivery", "case": "transport", "messages": messages}
    line |= {f"{name}_ms": round(value, 3) for name, value in each.items()}
    line["httpx_ratio"] = round(each["httpx"] / each["aiohttp"], 1)
    print(json.dumps(line), flush=True)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--scale", type=float, default=1.0, help="of all numbers")
    scale = parser.parse_args().scale
    if sys.platform != "linux":
        print("the CPU of other processes is known on Linux only", file=sys.stderr)
    by_transport(int(MESSAGES * scale))
    without_limits(int(FAST_CHATS * scale))
    with_limits(int(CHATS * scale))


if __name__ == "__main__":
    main()
