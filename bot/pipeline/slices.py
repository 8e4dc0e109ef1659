"""What is remembered of a feed's last document, so that it need not be read again.

Packed, an entry is its slice's hash, the number of its draft keys, and each key as its
letter and its hash: about 60 bytes.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.dedupe.keys import Draft
from bot.store import feed_slices
from bot.store.engine import Store

log = logging.getLogger(__name__)

SLICE = 8  # bytes of a slice's hash
KEY = 17  # bytes of a key: its letter and 16 of its hash
MAX_DOCUMENTS = 2_000  # held in memory, packed: about 1.5 kB each; the rest is in the store


@dataclass(frozen=True, kw_only=True)
class Memory:
    """The entries of one document: the draft keys of each by its slice."""

    skeleton: str = ""
    drafts: Mapping[str, Draft]

    @cached_property
    def packed(self) -> bytes:
        """Its drafts as bytes; it is written, and then held."""
        return pack(self.drafts)


EMPTY = Memory(drafts={})


def pack(drafts: Mapping[str, Draft]) -> bytes:
    """Return `drafts` as bytes."""
    return b"".join(
        part
        for name, keys in drafts.items()
        for part in (bytes.fromhex(name), bytes((len(keys),)), *keys)
    )


def unpack(packed: bytes) -> dict[str, Draft]:
    """Return what `pack` was given.

    Raises:
        ValueError: `packed` is damaged.
    """
    drafts: dict[str, Draft] = {}
    place = 0
    while place < len(packed):
        start = place + SLICE + 1
        end = start + KEY * (packed[start - 1] if start <= len(packed) else 1)
        if end > len(packed):
            msg = f"cut off in the entry at byte {place}"
            raise ValueError(msg)
        drafts[packed[place : place + SLICE].hex()] = tuple(
            packed[at : at + KEY] for at in range(start, end, KEY)
        )
        place = end
    return drafts


class Memories:
    """The last documents of feeds; the newest are held in memory, packed.

    As dictionaries they take eight times the room, and most are not asked for in an hour.

    Each is bound to the hash of the body that it was made of: another worker may have read
    a newer document since.
    """

    def __init__(self, store: Store) -> None:
        """Begin with nothing in memory."""
        self._store = store
        self._held: dict[int, tuple[str | None, str, bytes]] = {}

    async def find(self, feed_id: int, body_hash: str | None) -> Memory:
        """Return what is remembered of the feed's document with this hash."""
        held = self._held.get(feed_id)
        if held is not None and held[0] == body_hash:
            return Memory(skeleton=held[1], drafts=unpack(held[2]))
        if body_hash is None:
            return EMPTY
        async with self._store.read() as tx:
            stored = await feed_slices.find(tx, feed_id)
        if stored is None:
            return EMPTY
        try:
            return Memory(skeleton=stored[0], drafts=unpack(stored[1]))
        except ValueError as exc:  # then the document is read whole, and remembered anew
            log.warning("what is remembered of feed %d is damaged: %s", feed_id, exc)
            return EMPTY

    def hold(self, feed_id: int, body_hash: str | None, memory: Memory) -> None:
        """Keep a committed document at hand."""
        self._held.pop(feed_id, None)
        self._held[feed_id] = (body_hash, memory.skeleton, memory.packed)
        if len(self._held) > MAX_DOCUMENTS:
            del self._held[next(iter(self._held))]


async def write(tx: AsyncConnection, memories: Mapping[int, Memory]) -> None:
    """Store the memory of each feed's document."""
    await feed_slices.write(
        tx,
        [(feed_id, memory.skeleton, memory.packed) for feed_id, memory in memories.items()],
    )
