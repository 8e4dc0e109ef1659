"""The index of all entries by their words, written together with the entries themselves.

It finds candidates, newest first. Only forms as written are in it, a third of what would be
with their stems; `Vocabulary` keeps which forms a stem has (docs/adr/0015).
"""

import asyncio
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import delete, func, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.folding import words
from bot.store import schema, wanted
from bot.store.archive_schema import form
from bot.store.sqlite import execute_many, steady_of
from bot.store.upsert import insert_missing
from bot.store.wanted import Wanted

CHUNK: Final = 500  # bound parameters in one statement
MAX_KNOWN: Final = 32_768  # forms remembered as learned, and as many older ones beside them
STEP: Final = (
    50  # forms after which others have their turn: the stems of one take 30 to 70 us
)
NEWEST: Final = 2**63 - 1  # over every id

MAX_STEM, MAX_FORM = 80, 63  # characters of the columns

Stems = Callable[[str], Collection[str]]

_FIND: Final = {
    "sqlite": "SELECT rowid FROM archive WHERE archive MATCH :what "
    "AND rowid < :before AND rowid >= :since ORDER BY rowid DESC LIMIT :limit",
    "postgresql": "SELECT entry_id FROM archive WHERE terms @@ CAST(:what AS tsquery) "
    "AND entry_id < :before AND entry_id >= :since ORDER BY entry_id DESC LIMIT :limit",
}
_COUNT: Final = {
    "sqlite": "SELECT count(*) FROM archive WHERE archive MATCH :what AND rowid >= :since",
    "postgresql": "SELECT count(*) FROM archive "
    "WHERE terms @@ CAST(:what AS tsquery) AND entry_id >= :since",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What the index has of an entry; `about` are ids of places.

    `read_forms` are its words if they need not be read again.
    """

    id: int
    feed_id: int
    title: str
    summary: str
    language: str
    about: Collection[str]
    read_forms: frozenset[str] | None = None

    @property
    def forms(self) -> frozenset[str]:
        """Its words, folded."""
        if self.read_forms is not None:
            return self.read_forms
        return frozenset((*words(self.title), *words(self.summary)))


def _terms(document: Document) -> list[str]:
    facts = (
        wanted.feed(document.feed_id),
        wanted.lang(document.language.partition("-")[0]),
        *map(wanted.about, document.about),
    )
    # Sorted, for what is taken out must be spelt as what was put in.
    longest, term = wanted.LONGEST, wanted.term
    found = {w[:longest] if w.isalnum() else term(w) for w in document.forms}
    found.update(term(each.key) for each in facts)
    return sorted(found)


async def add(tx: AsyncConnection, documents: Iterable[Document]) -> None:
    """Put entries into the index that are not there."""
    rows = [{"id": each.id, "terms": _terms(each)} for each in documents]
    if not rows:
        return
    if tx.dialect.name == "postgresql":
        statement = text(
            "INSERT INTO archive (entry_id, terms) "
            "VALUES (:id, array_to_tsvector(CAST(:terms AS text[]))) "
            "ON CONFLICT (entry_id) DO UPDATE SET terms = excluded.terms"
        )
        await tx.execute(statement, rows)
    else:
        await _write_fts(tx, "INSERT INTO archive (rowid, terms) VALUES (?, ?)", rows)


async def remove(tx: AsyncConnection, documents: Iterable[Document]) -> None:
    """Take entries out of the index, given what was put in."""
    rows = [{"id": each.id, "terms": _terms(each)} for each in documents]
    if not rows:
        return
    if tx.dialect.name == "postgresql":
        for start in range(0, len(rows), CHUNK):
            ids = [row["id"] for row in rows[start : start + CHUNK]]
            await tx.execute(
                text("DELETE FROM archive WHERE entry_id = ANY(:ids)"), {"ids": ids}
            )
        return
    statement = "INSERT INTO archive (archive, rowid, terms) VALUES ('delete', ?, ?)"
    await _write_fts(tx, statement, rows)


async def _write_fts(
    tx: AsyncConnection, statement: str, rows: Sequence[dict[str, Any]]
) -> None:
    steady = steady_of(tx)
    assert steady is not None
    bound = [(row["id"], " ".join(row["terms"])) for row in rows]
    await steady.call(execute_many, statement, bound)


async def read(tx: AsyncConnection, ids: Collection[int]) -> list[Document]:
    """Return those of the entries whose text is there, as the index has them."""
    entry, about = schema.entry.c, schema.about.c
    found: list[Document] = []
    numbers = sorted(ids)
    for start in range(0, len(numbers), CHUNK):
        chunk = numbers[start : start + CHUNK]
        places: dict[int, list[str]] = {}
        for row in await tx.execute(
            select(about.entry_id, about.place_id).where(about.entry_id.in_(chunk))
        ):
            places.setdefault(row.entry_id, []).append(row.place_id)
        columns = (entry.id, entry.feed_id, entry.title, entry.summary, entry.language)
        found += (
            Document(**row._mapping, about=places.get(row.id, ()))  # noqa: SLF001  # its public name
            for row in await tx.execute(select(*columns).where(entry.id.in_(chunk)))
        )
    return found


async def get_oldest_id(tx: AsyncConnection, since: datetime) -> int:
    """Return the lowest id of what was published since then, over all if nothing was."""
    entry = schema.entry.c
    # Not of `id` itself: SQLite would walk over all ids, and takes half a second for it.
    lowest = select(func.min(entry.id + 0)).where(entry.published_at >= since)
    found: int | None = (await tx.execute(lowest)).scalar_one()
    return found if found is not None else NEWEST


async def find_seen_before(tx: AsyncConnection, entry_id: int) -> datetime | None:
    """Return when the newest entry with a lower id was first seen, None if none is."""
    entry = schema.entry.c
    statement = select(entry.first_seen_at).where(entry.id < entry_id)
    newest = statement.order_by(entry.id.desc()).limit(1)
    found: datetime | None = (await tx.execute(newest)).scalar_one_or_none()
    return found


async def get_newest_id(tx: AsyncConnection) -> int:
    """Return the highest id, 0 if there is no entry."""
    highest = select(func.coalesce(func.max(schema.entry.c.id), 0))
    found: int = (await tx.execute(highest)).scalar_one()
    return found


async def find(
    tx: AsyncConnection,
    what: Wanted | None,
    *,
    before: int = NEWEST,
    since: int = 0,
    limit: int,
) -> list[int]:
    """Return entries that may be wanted, from `since` on and before `before`, newest first.

    Ids that are not there any more may be among them.
    """
    if what is None:
        entry = schema.entry.c
        statement = select(entry.id).where(entry.id < before, entry.id >= since)
        rows = await tx.execute(statement.order_by(entry.id.desc()).limit(limit))
        return list(rows.scalars())
    spelt = await _spell(tx, what)
    if not spelt:
        return []
    values = {"what": spelt, "before": before, "since": since, "limit": limit}
    return list((await tx.execute(text(_FIND[tx.dialect.name]), values)).scalars())


async def count(tx: AsyncConnection, what: Wanted, *, since: int = 0) -> int:
    """Return how many entries from `since` on may be wanted."""
    spelt = await _spell(tx, what)
    if not spelt:
        return 0
    values = {"since": since, "what": spelt}
    number: int = (await tx.execute(text(_COUNT[tx.dialect.name]), values)).scalar_one()
    return number


async def _spell(tx: AsyncConnection, what: Wanted) -> str:
    forms = await forms_of(tx, wanted.stems_in(what))
    spelling = wanted.TSQUERY if tx.dialect.name == "postgresql" else wanted.FTS5
    return spelling.spell(wanted.with_forms(what, lambda stem: forms.get(stem, ())))


async def forms_of(tx: AsyncConnection, stems: Collection[str]) -> dict[str, list[str]]:
    """Return, by stem, the forms that stand in the archive."""
    found: dict[str, list[str]] = {}
    table = form.c
    asked = sorted(stems)
    for start in range(0, len(asked), CHUNK):
        chosen = table.stem.in_(asked[start : start + CHUNK])
        rows = await tx.execute(select(table.stem, table.form).where(chosen))
        for row in rows:
            found.setdefault(row.stem, []).append(row.form)
    return found


class Vocabulary:
    """Learns which forms of words stand in the archive, by their stems.

    What was learned is remembered once its transaction is committed; nearly all words of an
    entry are, so that few are written.
    """

    def __init__(self, stems: Stems) -> None:
        """Know nothing yet."""
        self._stems = stems
        self._known: set[str] = set()
        self._older: set[str] = set()
        self._learned: set[str] = set()

    async def learn(self, tx: AsyncConnection, forms: Iterable[str]) -> None:
        """Write down the forms that are new, each under its stems."""
        asked = {each for each in forms if each not in self._known}
        self._known |= asked & self._older
        self._learned = asked - self._older
        rows: list[tuple[str, str]] = []
        for number, each in enumerate(self._learned, start=1):
            if number % STEP == 0:
                await asyncio.sleep(0)
            if len(each) <= MAX_FORM:
                rows += [
                    (stem, each) for stem in self._stems(each) if len(stem) <= MAX_STEM
                ]
        await insert_missing(
            tx, form, [{"stem": stem, "form": each} for stem, each in sorted(rows)]
        )

    async def forget(self, tx: AsyncConnection) -> None:
        """Forget all, in the archive too: other stems are used from now on."""
        self._known, self._older = set(), set()
        await tx.execute(delete(form))

    def remember(self) -> None:
        """Take what was learned last for known: it is committed."""
        if len(self._known) >= MAX_KNOWN:
            self._known, self._older = set(), self._known
        self._known |= self._learned
        self._learned = set()
