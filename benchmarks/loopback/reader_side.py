"""`reader` (lemon24/reader) as its documentation says for many feeds at once."""

import asyncio
import tempfile
from pathlib import Path

from loopback.side import Order, Work, obey
from reader import Reader, make_reader


async def main() -> None:
    """Obey: ``{"first": [URL, …]}`` with an empty database, then ``{"poll": true}``."""
    readers: list[Reader] = []
    with tempfile.TemporaryDirectory() as folder:

        async def prepare(order: Order) -> Work:
            if "first" in order:
                path = Path(folder) / f"{len(readers)}.db"
                readers.append(make_reader(str(path)))
                for url in order["first"]:
                    readers[-1].add_feed(url)
            reader = readers[-1]
            known = reader.get_entry_counts().total

            async def work() -> int:
                reader.update_feeds(scheduled=False, workers=2)
                return (reader.get_entry_counts().total or 0) - (known or 0)

            return work

        await obey(prepare)
        for reader in readers:
            reader.close()


if __name__ == "__main__":
    asyncio.run(main())
