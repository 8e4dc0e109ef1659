"""The least that any poller must do: a GET for each feed, and expat without handlers."""

import asyncio
from contextlib import suppress
from pyexpat import ExpatError, ParserCreate

import aiohttp
from loopback.side import Order, Work, obey

IN_FLIGHT = 32


async def main() -> None:
    """Obey: ``{"first": [URL, …]}``, then ``{"poll": true}`` with the ETags that came."""
    etags: dict[str, str | None] = {}
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(
        connector=connector, cookie_jar=aiohttp.DummyCookieJar()
    ) as session:
        room = asyncio.Semaphore(IN_FLIGHT)

        async def poll(url: str) -> None:
            etag = etags[url]
            headers = {"If-None-Match": etag} if etag else {}
            async with room, session.get(url, headers=headers) as answer:
                body = await answer.read()
                etags[url] = answer.headers.get("ETag")
            if body:
                with suppress(ExpatError):
                    ParserCreate().Parse(body, True)  # noqa: FBT003  # expat's signature

        async def poll_all() -> int:
            await asyncio.gather(*map(poll, etags))
            return 0

        async def prepare(order: Order) -> Work:
            if "first" in order:
                etags.clear()
                etags.update(dict.fromkeys(order["first"]))
            return poll_all

        await obey(prepare)


if __name__ == "__main__":
    asyncio.run(main())
