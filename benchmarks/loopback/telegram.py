"""A Bot API in a process of its own: the demo's with its flood limits, or a bare one.

The first line of output is its address. Orders: ``{"ask": PERSON}`` sends /help and answers
how long the person waited; ``{"report": true}`` says what arrived. The bare one takes
everything and knows nothing: the demo's takes longer for a message than the bot does.
"""

import argparse
import asyncio
import gc
import json
import re
import sys
import time
from collections import Counter
from typing import Any

from bot.demo.botapi import BotApi, serve

TOKEN = "4242:benchmark_of_delivery-0123456789"  # noqa: S105  # of a bot that is none
_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
_CHAT = re.compile(rb'chat_id(?:=|": ?"?)(\d+)')
_ME = {"id": 4242, "is_bot": True, "first_name": "T", "username": "t_bot"}


class Bare(asyncio.Protocol):
    """Answers requests whose bodies come whole with their heads, or after them."""

    def __init__(self, sent: Counter[str], times: list[float]) -> None:
        """Count messages in `sent` by chat, and note when they came in `times`."""
        self._sent = sent
        self._times = times
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer each request that is complete."""
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            found = _LENGTH.search(self._buffer, 0, end)
            size = end + 4 + (int(found[1]) if found else 0)
            if len(self._buffer) < size:
                return
            head, body = self._buffer[:end], self._buffer[end + 4 : size]
            self._buffer = self._buffer[size:]
            self._answer(head.split(b" ", 2)[1].rpartition(b"/")[2], body)

    def _answer(self, method: bytes, body: bytes) -> None:
        result: Any = True
        if method == b"getUpdates":
            asyncio.get_running_loop().call_later(5, self._write, [])
            return
        if method == b"getMe":
            result = _ME
        if method == b"sendMessage":
            chat = (_CHAT.search(body) or [b"", b"0"])[1].decode()
            self._sent[chat] += 1
            self._times.append(time.monotonic())
            result = {"message_id": len(self._times), "date": 1, "text": "x"}
            result["chat"] = {"id": int(chat), "type": "private"}
        self._write(result)

    def _write(self, result: Any) -> None:
        answer = json.dumps({"ok": True, "result": result}).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(answer)}\r\n\r\n".encode()
        self._transport.write(head + answer)


def reported(
    sent: Counter[str], times: list[float], statuses: Counter[int]
) -> dict[str, Any]:
    """Return what a report says."""
    times.sort()
    return {
        "reached": len(sent),
        "twice": sum(count > 1 for count in sent.values()),
        "messages": len(times),
        "seconds": times[-1] - times[0] if times else 0.0,
        "refused": sum(count for code, count in statuses.items() if code != 200),  # noqa: PLR2004
    }


async def orders() -> Any:
    """Return the next order, None at the end of the input."""
    loop = asyncio.get_running_loop()
    line = await loop.run_in_executor(None, sys.stdin.readline)
    return json.loads(line) if line else None


def say(answer: Any) -> None:
    """Print an answer."""
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


async def run_bare() -> None:
    """Serve the bare one."""
    sent: Counter[str] = Counter()
    times: list[float] = []
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Bare(sent, times), "127.0.0.1", 0)
    say({"base": f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"})
    while await orders():
        say(reported(sent, times, Counter()))
        sent.clear()
        times.clear()


async def run_demo(people: int) -> None:
    """Serve the demo's, with `people` who have started the bot."""
    api = BotApi(TOKEN)
    for person in range(1, people + 1):
        api.add_person(person, "Person")
        api.say(person, "/start")
    api.updates.confirm(api.updates.total + 1)
    # A look for cycles among 300,000 objects took .4 s: what came meanwhile was counted as
    # of one instant, and a message refused.
    gc.freeze()
    gc.disable()
    async with serve(api) as base:
        say({"base": base})
        while order := await orders():
            if person := order.get("ask"):
                begun, calls = time.monotonic(), len(api.messages(person))
                api.say(person, "/help")
                await api.wait_for(
                    lambda _, p=person, n=calls + 1: len(api.messages(p)) > n
                )
                say({"seconds": time.monotonic() - begun})
                continue
            made = [call for call in api.calls if call.method == "sendMessage"]
            accepted = [call for call in made if call.status == 200]  # noqa: PLR2004
            alerts = [c for c in accepted if (c.chat_id or 0) <= order["chats"]]
            report = reported(
                Counter(call.params["chat_id"] for call in alerts),
                [call.at for call in accepted],
                Counter(call.status for call in made),
            )
            per_second = Counter(int(call.at) for call in accepted)
            say(report | {"most_in_a_second": max(per_second.values(), default=0)})


def main() -> None:
    """Serve until the input ends."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=0, help="0: the bare one")
    people = parser.parse_args().people
    asyncio.run(run_demo(people) if people else run_bare())


if __name__ == "__main__":
    main()
