"""The archive's index finds what ingest would have matched, on both databases."""

import asyncio
import random
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from instants import NOW
from sqlalchemy import delete, update

from bot.annotate.resolve import resolve
from bot.domain.model import Circle, FeedSpec, Subscription
from bot.match.stems import stems
from bot.pipeline import archive as filling
from bot.pipeline.archive import Filling
from bot.pipeline.backtest import backtest
from bot.pipeline.housekeeping import KEEP_TEXT, keep_house
from bot.pipeline.matching import Matcher
from bot.pipeline.queries import asked_of, subscription_of
from bot.pipeline.search import PAGE, find_page, newest
from bot.store import archive, archive_schema, counters, entries, feeds, schema
from bot.store.archive import Document, Vocabulary
from bot.store.engine import Store
from bot.store.entries import NewEntry
from bot.store.wanted import Form


class Shelf:
    """A store whose entries are put in as ingest does."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.count = 0

    async def add(self, *titles: str, **other: Any) -> list[int]:
        new = [self._entry(title, **other) for title in titles]
        async with self.store.write() as tx:
            ids = await entries.add(tx, new)
            documents = await archive.read(tx, ids)
            forms = {form for each in documents for form in each.forms}
            await Vocabulary(stems).learn(tx, forms)
        return ids

    def _entry(self, title: str, **other: Any) -> NewEntry:
        self.count += 1
        at = NOW + timedelta(minutes=self.count)
        fields: dict[str, Any] = {
            "feed_id": 1,
            "guid": None,
            "link": None,
            "title": title,
            "summary": "",
            "author": None,
            "categories": (),
            "language": "uk",
            "published_at": at,
            "first_seen_at": at,
            "silent_reason": None,
        }
        return NewEntry(**fields | other)

    async def find(self, *queries: str, limit: int = 40) -> list[str]:
        asked = [subscription_of(query) for query in queries]
        found = await newest(self.store, asked, limit=limit)
        return [each.title for each in found.entries]


@pytest.fixture
async def shelf(store: Store) -> Shelf:
    async with store.write() as tx:
        for title, publisher in (("Alpha", "Alpha Media"), ("Beta", "Beta House")):
            url = f"https://{title}.example/feed"
            await feeds.ensure(
                tx, FeedSpec(url=url, title=title, publisher=publisher), now=NOW
            )
    return Shelf(store)


async def test_a_word_is_found_in_all_its_inflections(shelf: Shelf) -> None:
    await shelf.add("Дрони над містом", "Збито дрон", "Атака дронами", "Погода")

    assert await shelf.find("дрон") == ["Атака дронами", "Збито дрон", "Дрони над містом"]
    assert await shelf.find("=дрони") == ["Дрони над містом"]
    assert await shelf.find("дрона*") == ["Атака дронами"]


async def test_a_name_is_not_the_word_that_looks_like_it(shelf: Shelf) -> None:
    await shelf.add("Зібрано велику суму", "Обстріляли Суми вночі", language="uk")

    assert await shelf.find("Суми") == ["Обстріляли Суми вночі"]
    assert "Зібрано велику суму" in await shelf.find("сума")


async def test_what_a_query_may_ask_besides_words(shelf: Shelf) -> None:
    await shelf.add("Удар по мосту", about=frozenset({"UA-59", "UA"}))
    await shelf.add("Мост закрыт", language="ru", feed_id=2)

    assert await shelf.find("удари region:Sumy") == ["Удар по мосту"]
    assert await shelf.find("lang:ru") == ["Мост закрыт"]
    assert await shelf.find('feed:"beta house"') == ["Мост закрыт"]
    assert await shelf.find("мост* -lang:ru") == ["Удар по мосту"]
    assert await shelf.find("feed:gamma") == []


async def test_odd_characters_are_letters_like_any_other(shelf: Shelf) -> None:
    await shelf.add('Об\'єднання O’Neill R&D C++ 7:30 "quoted" 100%', "x" * 300)

    assert len(await shelf.find("об’єднання")) == 1
    assert len(await shelf.find("O'Neill")) == 1
    assert len(await shelf.find('"R&D"')) == 1
    assert len(await shelf.find("x" * 300)) == 1
    assert await shelf.find("y" * 300) == []


async def test_a_story_counts_once(shelf: Shelf) -> None:
    async with shelf.store.write() as tx:
        statement = schema.story.insert().values(id=5, first_seen_at=NOW, last_seen_at=NOW)
        await tx.execute(statement)
    await shelf.add("Дрон", "Дрон знову", story_id=5)

    assert await shelf.find("дрон") == ["Дрон знову"]


async def test_a_page_goes_on_where_the_last_one_ended(shelf: Shelf) -> None:
    titles = [f"Дрон номер {number}" for number in range(45)]
    await shelf.add(*titles)
    asked = subscription_of("дрон")

    pages = [await find_page(shelf.store, asked, number) for number in range(7)]

    shown = [each.title for page in pages[:6] for each in page.entries]
    assert shown == titles[::-1]
    assert [page.has_more for page in pages] == [*[True] * 5, False, True]
    assert pages[6].entries == pages[0].entries
    assert len(pages[0].entries) == PAGE


async def test_an_edited_entry_is_found_by_its_new_words(shelf: Shelf) -> None:
    [entry_id] = await shelf.add("Дамба зруйнована")

    async with shelf.store.write() as tx:
        before = await archive.read(tx, [entry_id])
        await entries.revise(tx, {entry_id: ("Міст зруйновано", "")})
        await archive.remove(tx, before)
        await archive.add(tx, await archive.read(tx, [entry_id]))

    async with shelf.store.read() as tx:
        assert await archive.find(tx, Form("дамба"), limit=9) == []
        assert await archive.find(tx, Form("міст"), limit=9) == [entry_id]


async def test_what_is_deleted_for_its_age_leaves_the_index(shelf: Shelf) -> None:
    await shelf.add("Дамба")
    [kept] = await shelf.add("Дамба знову", first_seen_at=NOW + KEEP_TEXT)

    await keep_house(shelf.store, now=NOW + KEEP_TEXT + timedelta(hours=1))

    async with shelf.store.read() as tx:
        assert await archive.find(tx, Form("дамба"), limit=9) == [kept]


async def test_what_was_there_before_the_index_is_put_in(shelf: Shelf) -> None:
    ids = await shelf.add(*(f"Дрони {number}" for number in range(filling.BATCH + 3)))
    async with shelf.store.write() as tx:  # as after an update from 0003
        await archive.remove(tx, await archive.read(tx, ids))
        await tx.execute(delete(archive_schema.form))
        await counters.set_counter(tx, filling.INDEX, max(ids) + 1)
    [new] = await shelf.add("Дрони щойно")
    unfilled = await newest(shelf.store, [subscription_of("дрон")], limit=9)

    await Filling(store=shelf.store).go_on()

    assert [each.id for each in unfilled.entries] == [new]
    assert unfilled.back_to is not None
    found = await newest(shelf.store, [subscription_of("дрон")], limit=10_000)
    assert (len(found.entries), found.back_to) == (len(ids) + 1, None)


async def test_other_stems_are_learned_without_reading_the_index_anew(shelf: Shelf) -> None:
    await shelf.add("Дрони над містом")
    await Filling(store=shelf.store).finish()
    async with shelf.store.write() as tx:
        await tx.execute(delete(archive_schema.form))
        await tx.execute(
            update(schema.counter)
            .where(schema.counter.c.name == filling.VERSION)
            .values(value=filling.STEMS_VERSION - 1)
        )
    lost = await shelf.find("дрон")

    await Filling(store=shelf.store).go_on()

    assert lost == []
    assert await shelf.find("дрон") == ["Дрони над містом"]


async def test_what_a_new_database_learns_is_not_learned_again(shelf: Shelf) -> None:
    await Filling(store=shelf.store).begin()
    await shelf.add("Дрони над містом")

    left = await Filling(store=shelf.store).finish()

    assert left == 0
    assert await shelf.find("дрон") == ["Дрони над містом"]


async def test_forms_of_a_transaction_that_failed_are_learned_again(shelf: Shelf) -> None:
    vocabulary = Vocabulary(stems)
    async with shelf.store.write() as tx:
        await vocabulary.learn(tx, ["дрони"])
        await tx.rollback()

    async with shelf.store.write() as tx:
        await vocabulary.learn(tx, ["дрони"])

    async with shelf.store.read() as tx:
        found = await archive.forms_of(tx, stems("дрон"))
    assert {form for forms in found.values() for form in forms} == {"дрони"}


async def test_others_have_their_turn_while_many_forms_are_learned(store: Store) -> None:
    turns = 0
    seen: set[int] = set()

    async def count_turns() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    def slow_stems(form: str) -> tuple[str, ...]:
        seen.add(turns)
        return (f"w:{form}",)

    counting = asyncio.create_task(count_turns())
    async with store.write() as tx:
        await Vocabulary(slow_stems).learn(tx, [f"form{each}" for each in range(1_000)])
        found = await archive.forms_of(tx, ["w:form7"])
    counting.cancel()

    assert len(seen) > 10
    assert found == {"w:form7": ["form7"]}


WORDS = "дрон дрони дронами міст мосту місто удар удари kyiv drone drones атака".split()
# One letter or capital apart, or forms of one another in some languages and not in others.
ALIKE = (
    "drone drones droned droning Zelensky zelenskyy Зеленский зеленський Суми суми Сумы "
    "сума pan pana panem panes port porte ports porta Land länder lande mesa mesas mes "
    "caso casa casas rat rate rates rated Песков песков песка Lviv Львів львів Харків"
).split()
PLACES = ("UA-59", "UA-63", "RU-BEL")


def _query(chance: random.Random, words: Sequence[str], depth: int = 2) -> str:
    word, other = chance.choices(words, k=2)
    simple = (word, f"={word}", f'"{word} {other}"', f"{word[:3]}*", f"title:{word}")
    place = chance.choice(PLACES)
    conditions = (f"{word} -{other} region:{place}", f"(lang:ru | feed:beta) {word}")
    if not depth or chance.random() < 0.5:
        return chance.choice((*simple, *conditions, f"{word} NEAR/2 {other}"))
    joint = chance.choice((" OR ", " ", " AND "))
    one, two = (_query(chance, words, depth - 1) for _ in range(2))
    return f"({one}){joint}({two})"


def _expected(
    asked: Subscription, stored: Sequence[Any], about: dict[int, Any]
) -> list[int]:
    matcher = Matcher((asked,))
    return sorted(
        (each.id for each in stored if matcher.find(asked_of(each, about[each.id]))),
        reverse=True,
    )


@pytest.mark.parametrize(
    ("words", "languages"),
    [
        pytest.param(WORDS, ("uk", "ru"), id="Cyrillic"),
        pytest.param(ALIKE, ("en", "pl", "de", "fr", "es", "uk", "nl", ""), id="alike"),
    ],
)
async def test_the_index_finds_what_ingest_would_match_and_nothing_else(
    shelf: Shelf, words: Sequence[str], languages: Sequence[str]
) -> None:
    chance = random.Random(5)
    for _ in range(60):
        await shelf.add(
            " ".join(chance.choices(words, k=4)),
            summary=" ".join(chance.choices(words, k=4)),
            language=chance.choice(languages),
            feed_id=chance.choice((1, 2)),
            about=frozenset(chance.sample(PLACES, k=1)),
        )
    async with shelf.store.read() as tx:
        stored = list((await entries.find_many(tx, range(1, 99))).values())
        about = await entries.find_about(tx, [each.id for each in stored])

    found_any = 0
    for _ in range(150):
        query = _query(chance, words)
        asked = subscription_of(query)
        found = await newest(shelf.store, [asked], limit=99)
        tested = await backtest(shelf.store, [asked], now=NOW + timedelta(days=1))
        ids = [each.id for each in found.entries]
        assert ids == _expected(asked, stored, about), query
        assert sorted(tested.ids, reverse=True) == ids, query
        found_any += bool(ids)
    assert found_any > 50


async def test_several_subscriptions_are_looked_for_at_once(shelf: Shelf) -> None:
    await shelf.add("Дрон", "Міст", "Погода")
    await shelf.add("Вибух", about=frozenset({"UA-59"}))
    sumy = Subscription(id=3, chat_id=1, regions=("UA-59",))
    asked = [subscription_of("дрон"), subscription_of("міст"), sumy]
    asked = [
        Subscription(id=n, chat_id=1, query=s.query, regions=s.regions)
        for n, s in enumerate(asked)
    ]

    found = await newest(shelf.store, asked, limit=9)

    assert [each.title for each in found.entries] == ["Вибух", "Міст", "Дрон"]


@pytest.mark.parametrize("km", [None, 15, 60])
async def test_circles_and_districts_are_looked_for_too(
    shelf: Shelf, km: int | None
) -> None:
    """An entry's places name neither: the index is asked for regions, then the text."""
    place = resolve("Тростянець Сумська область")[0].place
    followed = place.district if km is None else Circle(place_id=place.id, km=km).id
    assert followed is not None
    region = Subscription(id=1, chat_id=1, regions=(followed,))
    await shelf.add("Десь у Сумській області", about=frozenset({"UA-59", "UA"}))
    await shelf.add("Поруч", about=frozenset({place.id, "UA-59", "UA"}))

    found = await newest(shelf.store, [region], limit=9)

    assert [each.title for each in found.entries] == ["Поруч"]


async def test_an_index_of_nothing_takes_nothing(store: Store) -> None:
    async with store.write() as tx:
        await archive.add(tx, [])
        await archive.remove(tx, [])
        await Vocabulary(stems).learn(tx, [])
        document = Document(id=1, feed_id=1, title="", summary="", language="", about=())
        assert document.forms == frozenset()
        assert await archive.find(tx, None, limit=1) == []
