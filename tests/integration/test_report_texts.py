"""The first texts of stories: what a new report is compared with to find its origin."""

from typing import Any

from databases import note_statements
from instants import NOW
from sqlalchemy import insert

from bot.domain.model import FeedSpec
from bot.store import feeds, reports, schema, stories
from bot.store.engine import Store
from bot.store.reports import MOST, NewReport


async def tell(store: Store, counts: tuple[int, ...]) -> list[int]:
    """Tell stories by so many entries each, in turns; return the stories' ids."""
    async with store.write() as tx:
        feed_id = await feeds.ensure(tx, FeedSpec(url="https://a.example/rss"), now=NOW)
        ids = await stories.create(tx, [NOW] * len(counts))
        told = [
            story_id
            for turn in range(max(counts))
            for story_id, count in zip(ids, counts, strict=True)
            if turn < count
        ]
        rows: list[dict[str, Any]] = [
            {
                "id": number,
                "feed_id": feed_id,
                "story_id": story_id,
                "title": "",
                "summary": "",
                "categories": [],
                "language": "en",
                "published_at": NOW,
                "first_seen_at": NOW,
            }
            for number, story_id in enumerate(told, start=1)
        ]
        await tx.execute(insert(schema.entry), rows)
        await reports.add(
            tx,
            [
                NewReport(
                    entry_id=row["id"],
                    origin=f"origin {row['id']}",
                    shingles=b"%d" % row["id"],
                    statements=(),
                    joined_because="",
                )
                for row in rows
            ],
        )
    return list(ids)


async def find(
    store: Store, story_ids: list[int], *, before: int | None = None
) -> list[list[int]]:
    async with store.read() as tx:
        found = await reports.find_texts(tx, story_ids, before=before)
    return [[text.entry_id for text in found[story_id]] for story_id in story_ids]


async def test_of_a_long_story_the_first_are_read_and_of_a_short_one_all(
    store: Store,
) -> None:
    long, short = await tell(store, (MOST + 5, 2))

    assert await find(store, [long, short]) == [[1, 3, *range(5, MOST + 3)], [2, 4]]


async def test_a_story_is_read_as_it_was_before_an_entry(store: Store) -> None:
    one, other, none = await tell(store, (3, 1, 0))

    assert await find(store, [one, other, none], before=3) == [[1], [2], []]


async def test_a_text_comes_with_its_publisher_and_its_origin(store: Store) -> None:
    (story_id,) = await tell(store, (1,))

    async with store.read() as tx:
        (text,) = (await reports.find_texts(tx, [story_id]))[story_id]

    assert (text.origin, text.shingles) == ("origin 1", b"1")
    assert text.publisher.isdigit()  # the feed's number: it names no publisher


async def test_more_stories_take_no_more_statements(store: Store) -> None:
    ids = await tell(store, (1,) * 20)
    statements: list[str] = []

    async with store.read() as tx:
        await note_statements(tx, statements)
        await reports.find_texts(tx, ids)

    assert len([sql for sql in statements if "report" in sql]) == 1
