"""A publisher that costs little: ``python -m loopback.server --feeds 150 --hosts 150``.

Each feed has its own loopback address, as feeds have in life. Standard input takes one JSON
object a line and changes what is served; each is answered by one line:

- ``{"mode": "validators" | "plain" | "mixed", "version": 3}``; plain has no validators and
  no 304. Mixed chooses for itself at each request of a feed: 90 % of the answers are 304,
  8 % the same body under another ETag, 2 % one new entry.
- ``{"hang_up": true}`` closes every connection, as time would between two polls.
"""

import argparse
import asyncio
import gzip
import json
import random
import sys
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from loopback.documents import Template, choose, mean_size, read_folder
from loopback.invented import invent

SEED = 7
TEMPLATES = 150
CACHED = 1_000  # packed documents, 40 MB
SAME, NEW = 0.08, 0.02  # shares in mixed mode


class Newsstand:
    """What each feed serves now."""

    def __init__(self, templates: list[Template]) -> None:
        """Start with what `validators` mode serves."""
        self.mode = "validators"
        self.version = 0
        self.counts = {"304": 0, "same": 0, "new": 0, "full": 0}
        self._templates = templates
        self._versions: dict[int, int] = {}
        self._chance = random.Random(SEED)  # noqa: S311  # a repeatable load, no secret
        self._pack = lru_cache(CACHED)(self._pack_anew)

    def answer(self, feed: int, etag: str) -> bytes:
        """Return the whole answer to a request with this If-None-Match."""
        if self.mode == "mixed":
            return self._mixed(feed, etag)
        if self.mode == "plain":
            return self._found(feed, self.version, None)
        current = f'"{feed}-{self.version}"'
        if etag == current:
            return _not_modified(current)
        return self._found(feed, self.version, current)

    def _mixed(self, feed: int, etag: str) -> bytes:
        version = self._versions.get(feed, 0)
        lot = self._chance.random()
        kind = "304"
        if not etag.startswith(f'"{feed}-{version}'):
            kind = "full"
        elif lot < NEW:
            kind = "new"
            version = self._versions[feed] = version + 1
        elif lot < NEW + SAME:
            kind = "same"
        self.counts[kind] += 1
        if kind == "304":
            return _not_modified(etag)
        return self._found(feed, version, f'"{feed}-{version}-{lot}"')

    def _found(self, feed: int, version: int, etag: str | None) -> bytes:
        content_type, packed = self._pack(feed, version)
        validators = f"ETag: {etag}\r\n" if etag else ""
        head = (
            f"HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\n{validators}"
            f"Content-Encoding: gzip\r\nContent-Length: {len(packed)}\r\n\r\n"
        )
        return head.encode() + packed

    def _pack_anew(self, feed: int, version: int) -> tuple[str, bytes]:
        template = choose(self._templates, feed)
        body = template.render(feed=feed, version=version, now=datetime.now(UTC))  # noqa: TID251  # what publishers do
        return template.content_type, gzip.compress(body, 5, mtime=0)


def _not_modified(etag: str) -> bytes:
    return f"HTTP/1.1 304 Not Modified\r\nETag: {etag}\r\n\r\n".encode()


class Answering(asyncio.Protocol):
    """Answers GET requests on one connection; every client takes gzip."""

    def __init__(self, stand: Newsstand, open_: set[asyncio.Transport]) -> None:
        """Keep what all connections share."""
        self._stand = stand
        self._open = open_
        self._transport: asyncio.Transport | None = None
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Note the connection."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._open.add(transport)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002  # asyncio's
        """Forget the connection."""
        if self._transport:
            self._open.discard(self._transport)

    def data_received(self, data: bytes) -> None:
        """Answer each complete request."""
        self._buffer += data
        while b"\r\n\r\n" in self._buffer and self._transport:
            request, _, self._buffer = self._buffer.partition(b"\r\n\r\n")
            self._transport.write(self._answer(request.decode("latin-1")))

    def _answer(self, request: str) -> bytes:
        first, *lines = request.split("\r\n")
        etag = next(
            (line[14:].strip() for line in lines if line[:14].lower() == "if-none-match:"),
            "",
        )
        try:
            number = int(first.split("/")[1].split(".")[0])
        except (IndexError, ValueError):  # /robots.txt and the like
            return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
        return self._stand.answer(number, etag)


async def _listen(
    stand: Newsstand, hosts: int, open_: set[asyncio.Transport]
) -> tuple[list[asyncio.Server], int, list[str]]:
    """Listen at up to `hosts` addresses; systems other than Linux may have only one."""
    loop = asyncio.get_running_loop()
    first = await loop.create_server(lambda: Answering(stand, open_), "127.0.0.1", 0)
    port = first.sockets[0].getsockname()[1]
    servers, addresses = [first], ["127.0.0.1"]
    for number in range(1, hosts):
        address = f"127.0.{1 + number // 250}.{1 + number % 250}"
        try:
            server = await loop.create_server(
                lambda: Answering(stand, open_), address, port
            )
        except OSError:
            break
        servers.append(server)
        addresses.append(address)
    return servers, port, addresses


async def serve(templates: list[Template], *, feeds: int, hosts: int) -> None:
    """Serve until standard input ends."""
    stand = Newsstand(templates)
    open_: set[asyncio.Transport] = set()
    servers, port, addresses = await _listen(stand, hosts, open_)
    size, entries = mean_size(choose(templates, feed) for feed in range(feeds))
    urls = [
        f"http://{addresses[feed % len(addresses)]}:{port}/{feed}.xml"
        for feed in range(feeds)
    ]
    _say({"urls": urls, "mean_bytes": size, "mean_entries": round(entries, 1)})
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        order = json.loads(line)
        stand.mode = order.get("mode", stand.mode)
        stand.version = order.get("version", stand.version)
        if "mode" in order and stand.mode != "mixed":  # pack now, not while it is measured
            for feed in range(min(feeds, CACHED)):
                stand.answer(feed, "")
        if order.get("hang_up"):
            for transport in tuple(open_):
                transport.close()
        counts = dict(stand.counts)
        if order.get("reset"):
            stand.counts = dict.fromkeys(stand.counts, 0)
        _say({"counts": counts})
    for server in servers:
        server.close()


def _say(line: object) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--feeds", type=int, required=True)
    parser.add_argument("--hosts", type=int, required=True)
    parser.add_argument(
        "--folder", type=Path, help="of real feeds; invented ones without it"
    )
    arguments = parser.parse_args()
    if arguments.folder:
        templates = read_folder(arguments.folder, count=TEMPLATES, seed=SEED)
    else:
        templates = invent(count=TEMPLATES, seed=SEED)
    if not templates:
        sys.exit(f"no feed with enough entries below {arguments.folder}")
    asyncio.run(serve(templates, feeds=arguments.feeds, hosts=arguments.hosts))


if __name__ == "__main__":
    main()
