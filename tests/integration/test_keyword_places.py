"""From ``/keyword QUERY in PLACES`` to the alert: the chat, the feeds and the sending."""

from asyncio import Event
from functools import partial
from pathlib import Path

import pytest
from chat_client import ANN, chat_client
from newsroom import newsroom

from bot.deliver.send import send
from bot.pipeline.dispatch import Dispatch


@pytest.mark.parametrize(
    ("asked", "listed", "inside", "outside"),
    [
        pytest.param(
            "дрон in border",
            "“дрон” in ",
            "У Сумах дрон влучив у склад",
            ("В Одесі дрон влучив у склад", "У Сумах відкрили школу"),
            id="a group",
        ),
        pytest.param(
            "drone in Sumy 50 km",
            "“drone” in Sumy and 50 km around",
            "Drone hits a warehouse in Bilopillia, Sumy region",
            (
                "Drone hits a warehouse in Shostka, Sumy region",
                "Bilopillia in the Sumy region opens a school",
            ),
            id="a circle",
        ),
    ],
)
async def test_a_query_within_places_alerts_of_what_is_there_and_of_nothing_else(
    tmp_path: Path, asked: str, listed: str, inside: str, outside: tuple[str, ...]
) -> None:
    async with chat_client(tmp_path) as chat, newsroom(chat.store) as room:
        feed = await room.feed("/a.xml")
        await room.poll()
        chat.clock.now = room.now
        await chat.say(f"/keyword {asked}")
        mine = await chat.say("/list")
        before = len(chat.sent(ANN))
        for title in (inside, *outside):
            feed.add(title=title, published=room.now)
        await room.poll()
        dispatch = Dispatch(
            store=chat.store,
            send=partial(send, chat.application.bot),
            clock=lambda: room.now,
            pause=lambda _: 0.0,
        )
        await dispatch.drain(Event())

        alerts = [message["text"] for message in chat.sent(ANN)[before:]]

    assert listed in mine["text"]
    assert [text.split("\n")[0] for text in alerts] == [inside]
