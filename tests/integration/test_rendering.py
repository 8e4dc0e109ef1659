"""What a chat chose to see and hear of an alert, and what is made once for many."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from outbox import Outbox
from sqlalchemy import update

from bot.domain.model import Chat, Outcome, Outgoing, Pictures, Sent, Sound
from bot.pipeline.dispatch import Dispatch
from bot.pipeline.rendering import Rendering
from bot.store import schema
from bot.store.engine import Store

OLENA, SAM = 7, 8
LINK = "https://alpha.example/1"


@pytest.fixture
def outbox(store: Store) -> Outbox:
    return Outbox(store=store)


async def sent(outbox: Outbox, **choices: Any) -> list[Outgoing]:
    """Return what is sent to chats that chose so."""
    async with outbox.store.write() as tx:
        await tx.execute(update(schema.chat).values(**choices))
    found: list[Outgoing] = []

    async def send(chat: Chat, outgoing: Outgoing, **_: Any) -> Outcome:
        del chat
        found.append(outgoing)
        return Sent(message_id=len(found))

    dispatch = Dispatch(
        store=outbox.store, send=send, clock=lambda: outbox.now, pause=lambda _: 0
    )
    await dispatch.drain(asyncio.Event())
    return found


@pytest.mark.parametrize(
    ("pictures", "expected"),
    [
        (Pictures.OFF, (None, False)),
        (Pictures.SMALL, (LINK, False)),
        (Pictures.LARGE, (LINK, True)),
    ],
)
async def test_pictures_are_as_chosen(
    outbox: Outbox, pictures: Pictures, expected: tuple[str | None, bool]
) -> None:
    await outbox.queue(OLENA, "Drone over Shebekino")

    (message,) = await sent(outbox, pictures=pictures.value)

    assert (message.preview, message.large) == expected


@pytest.mark.parametrize(
    ("sound", "silent"), [(Sound.ALL, False), (Sound.URGENT, True), (Sound.NONE, True)]
)
async def test_what_is_not_urgent_is_as_loud_as_chosen(
    outbox: Outbox,
    sound: Sound,
    silent: bool,  # noqa: FBT001  # a parameter
) -> None:
    await outbox.queue(OLENA, "Drone over Shebekino")

    (message,) = await sent(outbox, sound=sound.value)

    assert message.silent is silent


async def urgent_story(outbox: Outbox, outlets: Sequence[str]) -> None:
    """Let outlets tell the alert's story."""
    story_id = await outbox.queue(OLENA, "Drone over Shebekino")
    async with outbox.store.write() as tx:
        for number, outlet in enumerate(outlets):
            feed = {
                "url": f"https://{outlet}.example/feed",
                "publisher": outlet,
                "tags": [],
                "hosts": [],
                "interval_seconds": 300,
                "enabled": True,
                "next_poll_at": outbox.now,
            }
            made = await tx.execute(
                schema.feed.insert().values(feed).returning(schema.feed.c.id)
            )
            entry = {
                "feed_id": made.scalar_one(),
                "story_id": story_id,
                "title": "Drone over Shebekino",
                "link": f"https://{outlet}.example/{number}",
                "summary": "",
                "categories": [],
                "language": "en",
                "published_at": outbox.now,
                "first_seen_at": outbox.now,
            }
            await tx.execute(schema.entry.insert().values(entry))


async def test_what_three_outlets_tell_is_heard(outbox: Outbox) -> None:
    await urgent_story(outbox, ["beta", "gamma"])

    (message,) = await sent(outbox, sound=Sound.URGENT.value)

    assert not message.silent


async def test_what_is_the_same_for_many_is_made_once_for_a_version(
    outbox: Outbox,
) -> None:
    await outbox.queue(OLENA, "Drone over Shebekino")
    first = await outbox.claim()
    assert first is not None
    second = replace(first, id=99, chat=replace(first.chat, id=99, telegram_id=SAM))
    other = replace(first, chat=replace(first.chat, language="uk"))
    rendering = Rendering(store=outbox.store, clock=lambda: outbox.now)

    made = await rendering.render(first, (1,))

    assert await rendering.render(second, (1,)) is made
    assert await rendering.render(second, (2,)) is not made
    assert await rendering.render(other, (1,)) is not made
