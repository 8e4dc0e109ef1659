"""Puts into the archive's index what is not there yet: after an update, newest first.

`archive_left` and `forms_left` are counters: entries with a lower id are not in the index
yet, or their forms not learned by the stems of this version. Ingest writes both for what is
new, so what is left only becomes less.
"""

import asyncio
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.match.stems import stems
from bot.store import archive, counters
from bot.store.archive import Vocabulary
from bot.store.engine import Store

# Of what `stems` returns; raise it when that changes (tests/unit/pipeline/test_archive.py).
STEMS_VERSION: Final = 5
# Entries in one transaction: 0.1 s in which nobody else writes, if their texts are long.
BATCH: Final = 64
BATCHES: Final = 300  # in a minute: three quarters of it at most
INDEX, FORMS, VERSION = "archive_left", "forms_left", "forms_version"


@dataclass(slots=True, kw_only=True)
class Filling:
    """Fills the index of one store, some of it at a time."""

    store: Store
    # As ingest, it asks for each form once: 12 MB of answers were remembered for nobody.
    vocabulary: Vocabulary = field(default_factory=partial(Vocabulary, stems.__wrapped__))
    is_done: bool = False

    async def begin(self) -> None:
        """Note whose stems are learned, before ingest learns more; call it at the start."""
        async with self.store.write() as tx:
            await self._left(tx)

    async def go_on(self) -> None:
        """Put some entries in, if any are left; this is called every minute."""
        for _ in range(BATCHES):
            if self.is_done:
                return
            await self.step()
            await asyncio.sleep(0.05)  # others want to write

    async def finish(self) -> int:
        """Put all entries in; return how many there were."""
        count = 0
        while not self.is_done:
            count += await self.step()
        return count

    async def step(self) -> int:
        """Put a batch of entries in; return how many."""
        async with self.store.write() as tx:
            index_left, forms_left = await self._left(tx)
            left = max(index_left, forms_left)
            ids = await archive.find(tx, None, before=left, limit=BATCH) if left else []
            documents = await archive.read(tx, ids)
            await archive.add(tx, (each for each in documents if each.id < index_left))
            unread = [each for each in documents if each.id < forms_left]
            await self.vocabulary.learn(tx, {w for each in unread for w in each.forms})
            down_to = min(ids) if len(ids) == BATCH else 0
            await counters.set_counter(tx, INDEX, min(index_left, down_to))
            await counters.set_counter(tx, FORMS, min(forms_left, down_to))
        self.vocabulary.remember()
        self.is_done = not down_to
        return len(ids)

    async def _left(self, tx: AsyncConnection) -> tuple[int, int]:
        index_left = await counters.get_counter(tx, INDEX, lock=True)
        if await counters.get_counter(tx, VERSION) < STEMS_VERSION:
            await counters.set_counter(tx, VERSION, STEMS_VERSION)
            await self.vocabulary.forget(tx)
            await counters.set_counter(tx, FORMS, await archive.get_newest_id(tx) + 1)
        return index_left, await counters.get_counter(tx, FORMS)


async def find_left(tx: AsyncConnection) -> int:
    """Return the id below which the archive cannot be searched yet; 0 if all of it can."""
    return await counters.get_counter(tx, INDEX)
