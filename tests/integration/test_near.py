"""What lies around a town, from the feed to the alert, on both databases."""

from newsroom import Newsroom

from bot.annotate.gazetteer import load
from bot.annotate.resolve import find_region
from bot.domain.model import Circle, DeliveryKind
from bot.pipeline.cards import get_alert_card
from bot.pipeline.queue import Queue

SUDZHA = "Explosions heard in Sudzha, power is out"
KYIV = "Explosions heard in Kyiv, power is out"
SUMY_OBLAST = "Explosions heard across Sumy Oblast, power is out"


def around_sumy(km: int) -> str:
    found = find_region("Суми")
    assert found is not None
    centre = load().centre(found.place.id)
    assert centre is not None
    return Circle(place_id=centre, km=km).id


async def test_a_settlement_within_the_distance_alerts(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=(around_sumy(60),))
    closer = await room.subscribe(2, regions=(around_sumy(20),))
    feed = await room.feed("/a.xml")
    await room.poll()

    for title in (SUDZHA, KYIV, SUMY_OBLAST):
        feed.add(title=title, published=room.now)
    await room.poll()

    assert await room.alerts(chat) == [SUDZHA]
    assert await room.alerts(closer) == []


async def test_a_district_covers_its_towns(room: Newsroom) -> None:
    okhtyrka = find_region("Охтирка")
    assert okhtyrka is not None
    assert okhtyrka.place.district is not None
    chat = await room.subscribe(1, regions=(okhtyrka.place.district,))
    feed = await room.feed("/a.xml")
    await room.poll()

    feed.add(title="В Охтирці пролунали вибухи", published=room.now)
    feed.add(title="У Конотопі пролунали вибухи", published=room.now)
    await room.poll()

    assert await room.alerts(chat) == ["В Охтирці пролунали вибухи"]


async def test_the_distance_and_a_query_must_both_hold(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=(around_sumy(60),), query="power")
    other = await room.subscribe(2, regions=(around_sumy(60),), query="school")
    feed = await room.feed("/a.xml")
    await room.poll()

    feed.add(title=SUDZHA, published=room.now)
    await room.poll()

    assert await room.alerts(chat) == [SUDZHA]
    assert await room.alerts(other) == []


async def test_the_card_says_which_word_lay_how_near(room: Newsroom) -> None:
    await room.subscribe(1, regions=(around_sumy(60),))
    feed = await room.feed("/a.xml")
    await room.poll()
    feed.add(title=SUDZHA, published=room.now)
    await room.poll()

    async with room.store.write() as tx:
        ((delivery,), _) = await Queue().claim(tx, most=1, resting=(), now=room.now)
        card = await get_alert_card(tx, delivery)

    assert delivery.kind is DeliveryKind.ALERT
    assert card is not None
    assert card.pointer is not None
    assert (card.pointer.words, card.pointer.place, card.pointer.km) == (
        "Sudzha",
        "Sumy",
        60,
    )
    assert card.evidence == ()


async def test_a_circle_whose_place_is_gone_matches_nothing(room: Newsroom) -> None:
    gone = await room.subscribe(1, regions=("no-such-place~50",))
    chat = await room.subscribe(2, regions=("RU-KRS",))
    feed = await room.feed("/a.xml")
    await room.poll()

    feed.add(title=SUDZHA, published=room.now)
    await room.poll()

    assert await room.alerts(gone) == []
    assert await room.alerts(chat) == [SUDZHA]
