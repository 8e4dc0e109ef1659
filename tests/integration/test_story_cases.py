"""The cases in which grouping is known to fail, each by its name, on both databases."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from desk import open_desk
from feed_formats import Item
from newsroom import newsroom

from bot.pipeline.batch import Batch, BatchEntry
from bot.store.engine import Store

MORNING = datetime(2026, 3, 2, 7, tzinfo=UTC)


def told(
    title: str,
    summary: str = "",
    *,
    hours: float = 0,
    feed: str | None = None,
    language: str = "en",
    url: str | None = None,
) -> BatchEntry:
    """Return an entry; without a feed it is the only one of its own."""
    return BatchEntry(
        id=title,
        published_at=MORNING + timedelta(hours=hours),
        feed=feed or f"feed of {title}",
        title=title,
        summary=summary,
        language=language,
        url=url,
    )


async def decide(store: Store, *entries: BatchEntry) -> list[dict[str, Any]]:
    return await Batch(store).decide(entries)


async def alerts(store: Store, *entries: BatchEntry) -> list[str]:
    return [line["alert"] for line in await decide(store, *entries)]


async def kinds(store: Store, *entries: BatchEntry) -> list[str | None]:
    return [line["update_kind"] or line["alert"] for line in await decide(store, *entries)]


def captured(village: str, hours: float, feed: str = "frontline") -> BatchEntry:
    return told(
        f"Russia says it captured the village of {village}",
        f"The defence ministry said its troops took {village} in Sumy region.",
        hours=hours,
        feed=feed,
    )


async def test_case_1_three_villages_taken_on_one_day_are_three_alerts(
    store: Store,
) -> None:
    entries = [captured(v, h) for h, v in enumerate(["Basivka", "Zhuravka", "Novenke"])]

    assert await alerts(store, *entries) == ["new", "new", "new"]


async def test_case_2_a_claim_and_its_denial_are_one_story_with_one_follow_up(
    store: Store,
) -> None:
    lines = await kinds(
        store,
        captured("Basivka", 0),
        captured("Basivka", 1, "other"),
        told("Ukraine denies that Basivka in Sumy region was captured", hours=3),
        told("Ukraine denies Russia's claim on the village of Basivka", hours=4),
    )

    assert lines == ["new", "silent", "denial", "silent"]


async def test_case_3_more_injured_is_a_follow_up(store: Store) -> None:
    lines = await decide(
        store,
        told("Drone attack on Belgorod injures three, governor says"),
        told("Drone attack on Belgorod injures five, governor says", hours=1),
    )

    assert [line["update_kind"] for line in lines] == [None, "casualties"]
    assert "3 → 5" in lines[1]["reason"]


async def test_case_4_the_same_words_of_two_cities_are_two_stories(store: Store) -> None:
    assert await alerts(
        store,
        told("Drone attack on Belgorod damages homes, governor says"),
        told("Drone attack on Kursk damages homes, governor says", hours=1),
    ) == ["new", "new"]


async def test_case_5_a_rising_toll_joins_the_strike_in_other_words(store: Store) -> None:
    assert await kinds(
        store,
        told("Russian missile strike on Kharkiv kills four people"),
        told("Death toll from strike on Kharkiv rises to seven", hours=5),
    ) == ["new", "casualties"]


async def test_case_6_the_summary_of_each_day_is_a_story_of_its_own(store: Store) -> None:
    days = [
        told(
            "Shelling of Kharkiv region over the past day: what is known",
            "Settlements of the region were shelled over the past day.",
            hours=24 * day,
            feed="region",
        )
        for day in range(4)
    ]

    assert await alerts(store, *days) == ["new"] * 4


async def test_case_7_a_live_page_with_new_titles_alerts_once_a_day(store: Store) -> None:
    titles = [
        "Ukraine war live: drones over Kyiv",
        "Ukraine war live: Moscow claims a village",
        "Ukraine war live: talks to go on in Istanbul",
    ]
    hourly = [told(title, hours=h, feed="live") for h, title in enumerate(titles)]
    next_day = [told(titles[1], hours=24 + h, feed="live") for h in range(2)]

    assert await alerts(store, *hourly, *next_day) == [
        *("new", "silent", "silent"),
        *("new", "silent"),
    ]


async def test_case_8_titles_of_one_pattern_are_not_one_story(store: Store) -> None:
    towns = ["Kramatorsk", "Donetsk", "Luhansk", "Pokrovsk"]
    pattern = "The shelling of {}: video << War in Ukraine | Outlet"
    entries = [
        told(pattern.format(town), hours=h, feed="outlet") for h, town in enumerate(towns)
    ]

    assert await alerts(store, *entries) == ["new"] * 4


async def test_case_9_copies_of_an_agencys_text_are_one_story(store: Store) -> None:
    text = "MOSCOW (Reuters) - Two people were hurt when a drone hit a bus in Shebekino."
    copies = [
        told("Drone hits bus in Shebekino, two hurt", text, hours=n / 10, feed=f"paper {n}")
        for n in range(10)
    ]

    assert await alerts(store, *copies) == ["new", *["silent"] * 9]


async def test_case_9_copies_of_an_agencys_text_have_one_origin(store: Store) -> None:
    text = (
        "MOSCOW (Reuters) - Two people were hurt on Monday when a drone hit a bus in the "
        "border town of Shebekino, the governor of the region said."
    )
    async with open_desk(store) as desk:
        for number in range(4):
            await desk.tell("Drone hits bus in Shebekino, two hurt", f"{text} {number}")
        await desk.wait(timedelta(hours=1))

        assert "4 outlets, 1 origin" in desk.texts()[0]
        assert len(desk.texts()) == 1


def hundred(prefix: str, at: datetime) -> list[Item]:
    return [
        Item(
            guid=f"{prefix}{number}",
            title=f"Report {number} on the roads of Shebekino",
            link=f"https://news.example/{number}.html",
            published=at,
        )
        for number in range(100)
    ]


async def test_case_10_a_hundred_new_guids_of_old_items_are_no_news(store: Store) -> None:
    async with newsroom(store) as room:
        feed = await room.feed("/a.xml")
        feed.items = hundred("old-", room.now)
        await room.poll()
        chat = await room.subscribe(1, regions=("RU-BEL",))
        feed.items = hundred("new-", room.now)
        await room.poll()

        assert await room.alerts(chat) == []


async def test_case_11_one_guid_for_all_items_hides_none(store: Store) -> None:
    titles = ["Fire in Shebekino", "Theatre of Belgorod opens", "Flood in Valuyki"]
    async with newsroom(store) as room:
        chat = await room.subscribe(1, regions=("RU-BEL",))
        feed = await room.feed("/a.xml")
        await room.poll()
        feed.items = [
            Item(
                guid="1", title=title, link=f"https://news.example/{n}", published=room.now
            )
            for n, title in enumerate(titles)
        ]
        await room.poll()

        assert sorted(await room.alerts(chat)) == sorted(titles)


async def test_case_12_items_without_guid_and_link_are_told_once(store: Store) -> None:
    titles = ["Fire in Shebekino put out by noon", "Theatre of Belgorod opens its doors"]
    async with newsroom(store) as room:
        chat = await room.subscribe(1, regions=("RU-BEL",))
        feed = await room.feed("/a.xml")
        await room.poll()
        feed.items = [
            Item(title=title, guid="", link="", published=room.now) for title in titles
        ]
        await room.poll()
        feed.items.reverse()
        await room.poll()

        assert sorted(await room.alerts(chat)) == sorted(titles)


async def test_case_13_a_corrected_title_edits_the_message_only(store: Store) -> None:
    async with open_desk(store) as desk:
        feed = desk.feeds[0]
        await desk.tell("Drone over Shebekino, govrnor says")
        feed.items[0] = replace(feed.items[0], title="Drone over Shebekino, governor says")
        await desk.room.poll()
        await desk.wait(timedelta(minutes=2))

        [text] = desk.texts()
        assert text.startswith("Drone over Shebekino, governor says")


async def test_case_14_articles_told_apart_by_a_parameter_stay_apart(store: Store) -> None:
    entries = [
        told("Football club signs a striker", url="https://news.example/doc.html?id=1"),
        told("Bridge over the Oskol closed", url="https://news.example/doc.html?id=2"),
    ]

    assert await alerts(store, *entries) == ["new", "new"]


def stream() -> list[BatchEntry]:
    """Return forty events of four reports each, one event after another."""
    towns = ["Sumy", "Kharkiv", "Poltava", "Odesa", "Lviv", "Belgorod", "Kursk", "Bryansk"]
    happenings = [
        ("Warehouse fire in {} put out", "Firefighters in {} put out a warehouse fire"),
        ("{} opens a new tram line", "New tram line opened in {}, mayor says"),
        ("Bus and lorry collide near {}", "Lorry collides with a bus near {}"),
        ("School in {} closed by a gas leak", "Gas leak closes a school in {}"),
        ("Striker joins football club of {}", "Football club of {} signs a striker"),
    ]
    entries = []
    for event in range(40):
        for report in range(4):
            town, titles = towns[event % 8], happenings[event % 5]
            title = titles[report % 2].format(town)
            feed = f"paper {report}"
            at = event * 2 + report / 20
            entries.append(told(title, feed=feed, hours=at))
    return entries


async def test_case_15_order_of_arrival_changes_hardly_any_alert(store: Store) -> None:
    entries = stream()
    shuffled = sorted(  # each up to ten minutes late, by a rule that knows no chance
        entries,
        key=lambda e: (e.published_at + timedelta(minutes=hash_of(e) % 10), e.feed),
    )

    one = Counter(await alerts(store, *entries))["new"]
    async with store.write() as tx:
        for table in ("story_state", "story_term", "story_key"):
            await tx.exec_driver_sql(f"DELETE FROM {table}")  # a name above
    other = Counter(await alerts(store, *shuffled))["new"]

    assert one == 40
    assert abs(one - other) <= 0.05 * one


def hash_of(entry: BatchEntry) -> int:
    return sum(map(ord, entry.title + entry.feed)) * 7919


async def test_case_16_an_anniversary_is_not_the_event_of_today(store: Store) -> None:
    assert await alerts(
        store,
        told("Missile strike on Kramatorsk railway station kills dozens"),
        told(
            "A year ago: anniversary of the missile strike on Kramatorsk railway station",
            "The town remembers those killed in the missile strike a year ago.",
            hours=2,
        ),
    ) == ["new", "new"]


async def test_case_17_the_same_words_73_hours_later_are_a_new_story(store: Store) -> None:
    words = "Warehouse fire in the port of Odesa put out"

    assert await alerts(store, told(words), told(words, hours=73, feed="b")) == [
        *("new", "new")
    ]


async def test_case_18_a_story_does_not_drift_to_another_event(store: Store) -> None:
    steps = [
        "Parliament of Georgia passes law on foreign agents",
        "Georgia protests against law on foreign agents grow",
        "Protests grow in Tbilisi as police use tear gas",
        "Police use tear gas, journalists hurt in Tbilisi",
        "Journalists hurt while covering floods in Poland",
        "Floods in Poland destroy bridges and roads",
    ]
    lines = await decide(store, *(told(title, hours=h) for h, title in enumerate(steps)))

    assert lines[0]["story"] != lines[-1]["story"]


async def test_case_19_a_club_is_not_the_region_of_its_name(store: Store) -> None:
    assert await alerts(
        store,
        told("FC Sumy lose to Metalist in the cup"),
        told("Sumy under attack: guided bombs hit an industrial site", hours=1),
    ) == ["new", "new"]


async def test_case_20_letters_of_two_scripts_in_one_title_do_not_hide_it(
    store: Store,
) -> None:
    title = "В Белгороде дрон ударил по автобусу, ранены двое"
    mixed = title.replace("о", "o")  # the Latin letter

    assert await alerts(
        store,
        told(title, "Об этом сообщил губернатор.", language="ru"),
        told(mixed, "Об этом сообщил губернатор.", language="ru", hours=1),
    ) == ["new", "silent"]


async def test_one_event_joins_over_three_languages(store: Store) -> None:
    entries: Sequence[BatchEntry] = [
        told("В Шебекино дрон ударил по автобусу, ранены двое", language="ru"),
        told("Two hurt as drone hits bus in Shebekino", hours=0.5),
        told("У Шебекіному дрон влучив в автобус, двоє поранених", language="uk", hours=1),
    ]

    assert await alerts(store, *entries) == ["new", "silent", "silent"]


async def test_languages_stay_apart_where_the_setting_says_so(store: Store) -> None:
    entries = [
        told("В Шебекино дрон ударил по автобусу, ранены двое", language="ru"),
        told("Two hurt as drone hits bus in Shebekino", hours=0.5),
    ]

    lines = await Batch(store, across_languages=False).decide(entries)

    assert [line["alert"] for line in lines] == ["new", "new"]


@pytest.mark.parametrize("size", [1, 7])
async def test_stories_are_the_same_however_entries_are_batched(
    store: Store, size: int
) -> None:
    entries = stream()
    batch = Batch(store)
    lines = []
    for start in range(0, len(entries), size):
        lines += await batch.decide(entries[start : start + size])

    events = [line["story"] for line in lines]
    assert [events.index(story) // 4 for story in events] == [n // 4 for n in range(160)]


def test_each_of_the_twenty_cases_has_its_test() -> None:
    named = {int(name.split("_")[2]) for name in globals() if name.startswith("test_case_")}

    assert named == set(range(1, 21))
