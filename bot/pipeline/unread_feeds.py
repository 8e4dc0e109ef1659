"""Which feeds a query names that are not read: in them it finds nothing."""

from collections.abc import Iterator

from bot.match.nodes import And, FromFeed, Node, Or
from bot.pipeline.queries import feed_names, read_query
from bot.store import feeds
from bot.store.engine import Store


async def find_unread(store: Store, query: str | None) -> tuple[str, ...]:
    """Return the folded names after ``feed:`` that no feed has, in the query's order.

    Raises:
        QueryError: The query cannot be read.
    """
    named = dict.fromkeys(_feeds(read_query(query))) if query else {}
    if not named:
        return ()
    async with store.read() as tx:
        rows = await feeds.list_names(tx)
    known = {name for row in rows for name in feed_names(*row)}
    return tuple(name for name in named if name not in known)


def _feeds(node: Node) -> Iterator[str]:
    """Yield the feeds that are asked for; one that is excluded may be any."""
    match node:
        case And() | Or():
            for part in node.parts:
                yield from _feeds(part)
        case FromFeed():
            yield node.name
        case _:
            pass
