"""What a query would have sent: of the archive, and of given entries."""

from datetime import UTC, date, timedelta
from zoneinfo import ZoneInfo

import pytest
from instants import NOW
from outbox import Outbox
from sqlalchemy import update

from bot.commands import backtest_lines
from bot.domain.errors import QueryError
from bot.domain.model import Subscription
from bot.match.nodes import Word
from bot.pipeline.backtest import backtest, backtest_given
from bot.pipeline.batch import BatchEntry
from bot.pipeline.batch_input import read_entries
from bot.pipeline.queries import subscription_of
from bot.store import schema
from bot.store.engine import Store


@pytest.fixture
def archive(store: Store) -> Outbox:
    return Outbox(store=store)


async def _publish(archive: Outbox, title: str, *, hours_ago: float, story: int = 0) -> int:
    story_id, entry_id = await archive.entry(title, story_id=story or None)
    async with archive.store.write() as tx:
        at = archive.now - timedelta(hours=hours_ago)
        chosen = schema.entry.c.id == entry_id
        await tx.execute(update(schema.entry).where(chosen).values(published_at=at))
    return story_id


async def test_entries_stories_days_and_the_busiest_hour(archive: Outbox) -> None:
    story = await _publish(archive, "Drone over the dam", hours_ago=50)
    await _publish(archive, "Drone again", hours_ago=49, story=story)
    await _publish(archive, "Drone one", hours_ago=1)
    await _publish(archive, "Drone two", hours_ago=1)
    await _publish(archive, "Drone long ago", hours_ago=24 * 8)
    await _publish(archive, "Nothing", hours_ago=1)

    found = await backtest(archive.store, [subscription_of("=drone")], now=archive.now)

    assert (len(found.ids), found.stories, found.peak) == (4, 3, 2)
    assert sum(found.per_day.values()) == 4
    assert found.ids == tuple(sorted(found.ids))
    assert [e.title for e in found.samples] == ["Drone two", "Drone one", "Drone again"]
    assert found.back_to is None


async def test_three_samples_are_printed_although_a_story_has_them_all(
    archive: Outbox,
) -> None:
    story = await _publish(archive, "Drone over the dam", hours_ago=4)
    for hours in (3, 2, 1):
        await _publish(archive, f"Drone again {hours}", hours_ago=hours, story=story)

    asked = [subscription_of("=drone")]
    found = await backtest(archive.store, asked, now=archive.now, days=1)
    first, *rest = backtest_lines(found)

    assert first == "4 entries in 1 day, about 4 a day"
    shown = [line.rpartition(": ")[2] for line in rest[len(found.per_day) :]]
    assert shown == ["Drone again 1", "Drone again 2", "Drone again 3"]


async def test_a_day_is_that_of_the_reader(archive: Outbox) -> None:
    await _publish(archive, "Drone", hours_ago=0)
    asked = [subscription_of("=drone")]
    late = archive.now.replace(hour=23, minute=30)
    async with archive.store.write() as tx:
        await tx.execute(update(schema.entry).values(published_at=late))

    utc = await backtest(archive.store, asked, now=late, zone=UTC)
    kyiv = await backtest(archive.store, asked, now=late, zone=ZoneInfo("Europe/Kyiv"))

    assert list(utc.per_day) == [late.date()]
    assert list(kyiv.per_day) == [late.date() + timedelta(days=1)]


async def test_the_noisiest_of_alternatives(archive: Outbox) -> None:
    for title in ("Drone", "Drone again", "Bridge"):
        await _publish(archive, title, hours_ago=1)

    found = await backtest(
        archive.store, [subscription_of("=bridge OR =drone")], now=archive.now
    )

    assert found.noisiest is not None
    assert found.noisiest.term == Word("drone", exact=True)
    assert (round(found.noisiest.share, 2), found.noisiest.alone) == (0.67, 2)


@pytest.mark.parametrize("query", ["=drone", '"drone number"'])
async def test_too_much_is_looked_at_in_part(archive: Outbox, query: str) -> None:
    for number in range(60):
        await _publish(archive, f"Drone number {number}", hours_ago=1)

    asked = [subscription_of(query)]
    part = await backtest(archive.store, asked, now=archive.now, most=10)
    whole = await backtest(archive.store, asked, now=archive.now, most=None)

    assert len(whole.ids) == 60
    assert whole.back_to is None
    assert (len(part.ids), part.back_to) == (50, archive.now)


LINES = """
{"id": "a", "published": "2026-11-20T22:30Z", "feed": "Alpha", "title": "Дрони в Сумах"}

{"id": 2, "published": "2026-11-21", "feed": "Beta", "title": "Dam", "summary": "drone"}
{"id": 3, "published": "2026-11-21T11:00:00Z", "feed": "Beta", "title": "Calm", "more": 1}
""".encode().splitlines()


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("drone OR дрон", ["a", 2]),
        ("дрон in Sumy", ["a"]),
        ("region:UA-59", ["a"]),
        ("feed:beta -dam", [3]),
        ("lang:uk", ["a"]),
        ("title:drone", []),
        ("(lang:uk OR region:UA-63) дрон", ["a"]),
    ],
)
def test_given_entries_are_asked_like_any_other(query: str, ids: list[object]) -> None:
    found = backtest_given(read_entries(LINES), subscription_of(query))

    assert list(found.ids) == ids
    assert sum(found.per_day.values()) == len(ids)


def test_given_texts_are_read_in_their_language_and_with_their_capitals() -> None:
    titles = ("Зібрано велику суму", "Обстріляли Суми вночі", "Жителі Сум у сховищах")
    given = [
        BatchEntry(id=n, published_at=NOW, feed="x", title=title, summary="", language="uk")
        for n, title in enumerate(titles)
    ]

    assert backtest_given(given, subscription_of("сума")).ids == (0,)
    assert backtest_given(given, subscription_of("Суми")).ids == (1, 2)


def test_the_newest_of_given_entries_are_samples() -> None:
    given = [
        BatchEntry(id=n, published_at=NOW, feed="x", title=f"Drone {n}", summary="")
        for n in range(5)
    ]

    found = backtest_given(given, subscription_of("drone"))

    assert [each.title for each in found.samples] == ["Drone 4", "Drone 3", "Drone 2"]
    assert found.per_day == {NOW.date(): 5}


async def test_regions_alone_are_counted(archive: Outbox) -> None:
    await _publish(archive, "Drone", hours_ago=1)
    belgorod = Subscription(id=1, chat_id=1, regions=("RU-BEL",))

    found = await backtest(archive.store, [belgorod], now=archive.now)

    assert (found.stories, found.noisiest) == (1, None)
    assert isinstance(min(found.per_day), date)


def test_a_query_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(QueryError, match="position 1"):
        subscription_of("-drone")
