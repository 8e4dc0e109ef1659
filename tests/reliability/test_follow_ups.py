"""What changes a story reaches those who had it; what only repeats it does not."""

from newsroom import Newsroom

from bot.domain.model import DeliveryKind

FIRST = "Drone attack on Shebekino injures three, governor says"
AGAIN = "Three injured as drone attack hits Shebekino"
MORE = "Drone attack on Shebekino: governor says five are injured"


async def kinds(room: Newsroom, chat_id: int) -> list[tuple[str, str]]:
    """Return kind and title of all but edits, oldest first."""
    rows = await room.rows(chat_id)
    return [(r.kind, r.title) for r in rows if r.kind != DeliveryKind.EDIT]


async def test_a_rising_toll_is_told_once_to_who_had_the_story(
    each_room: Newsroom,
) -> None:
    room = each_room
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feeds = [await room.feed(f"/{name}.xml") for name in "abcd"]
    await room.poll()

    for feed, title in zip(feeds, [FIRST, AGAIN, MORE, f"{MORE} now"], strict=True):
        feed.add(title=title, published=room.now)
        await room.poll()

    assert await kinds(room, chat) == [("alert", FIRST), ("change", MORE)]


async def test_who_did_not_have_the_story_gets_the_change_as_an_alert(
    each_room: Newsroom,
) -> None:
    room = each_room
    one, other = await room.feed("/a.xml"), await room.feed("/b.xml")
    await room.poll()
    one.add(title=FIRST, published=room.now)
    await room.poll()
    chat = await room.subscribe(1, regions=("RU-BEL",))

    other.add(title=MORE, published=room.now)
    await room.poll()

    assert await kinds(room, chat) == [("alert", MORE)]
