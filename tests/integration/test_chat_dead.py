"""``/admin dead`` and *Sound and pictures*, pressed over the Bot API."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from chat_client import ADMIN, ANN, NOW, ChatClient, buttons, chat_client
from sqlalchemy import insert, select

from bot.domain.model import Pictures, Sound
from bot.store import chats, schema


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[ChatClient]:
    async with chat_client(tmp_path) as client:
        await client.say("/lang en", ADMIN)
        yield client


async def add_letters(chat: ChatClient, count: int, reason: str) -> None:
    """Put deliveries that Telegram refused into the store."""
    await chat.say("/start")
    async with chat.store.write() as tx:
        ann = await chats.find_chat(tx, ANN)
        assert ann is not None
        rows = [
            {
                "chat_id": ann.id,
                "kind": "alert",
                "key": f"alert:{number}",
                "evidence": [],
                "state": "rejected",
                "not_before": NOW,
                "expires_at": NOW,
                "last_error": reason,
                "created_at": NOW,
                "finished_at": NOW,
            }
            for number in range(count)
        ]
        await tx.execute(insert(schema.delivery), rows)


async def states(chat: ChatClient) -> list[str]:
    async with chat.store.read() as tx:
        column = schema.delivery.c.state
        rows = await tx.execute(select(column).order_by(schema.delivery.c.id))
        return list(rows.scalars())


async def test_without_dead_letters_it_says_so(chat: ChatClient) -> None:
    answer = await chat.say("/admin dead", ADMIN)

    assert "None: everything was delivered" in answer["text"]


async def test_dead_letters_have_pages_and_reasons_in_words(chat: ChatClient) -> None:
    await add_letters(chat, 7, "Bad Request: can't parse entities: Unclosed tag")

    first = await chat.say("/admin dead", ADMIN)
    second = await chat.press(first, "▶️", ADMIN)

    assert "7 messages could not be delivered." in first["text"]
    assert "Telegram cannot read its text" in first["text"]
    assert "6. alert" in second["text"]
    assert "2/2" in buttons(second)


async def test_one_is_read_and_sent_again(chat: ChatClient) -> None:
    await add_letters(chat, 2, "Bad Request: BUTTON_URL_INVALID")
    screen = await chat.press(await chat.say("/admin dead", ADMIN), "2. alert", ADMIN)
    read = screen["text"]

    await chat.press(screen, "Send again", ADMIN)

    assert "BUTTON_URL_INVALID" in read
    assert str(ANN) in read
    assert await states(chat) == ["ready", "rejected"]


async def test_all_are_given_up_after_a_question(chat: ChatClient) -> None:
    await add_letters(chat, 2, "Bad Request: strange")
    screen = await chat.press(await chat.say("/admin dead", ADMIN), "All of them…", ADMIN)
    asked = await states(chat)

    answer = await chat.press(screen, "Discard all", ADMIN)

    assert asked == ["rejected", "rejected"]
    assert await states(chat) == ["dropped", "dropped"]
    assert "None: everything was delivered" in answer["text"]


async def test_a_button_without_a_known_letter_is_not_for_all(chat: ChatClient) -> None:
    await add_letters(chat, 2, "Bad Request: strange")
    screen = await chat.say("/admin dead", ADMIN)

    for wrong in ("v1:dlr:none:0", "v1:dld:0:0", "v1:dld:99:0"):
        await chat.press_data(screen, wrong, ADMIN)

    assert await states(chat) == ["rejected", "rejected"]


async def test_nobody_else_sees_them(chat: ChatClient) -> None:
    await add_letters(chat, 1, "Bad Request: strange")

    answer = await chat.say("/admin dead", ANN)
    pressed = await chat.press_data(answer, "v1:dlr")

    assert "for the admins" in answer["text"]
    assert "for the admins" in pressed["text"]
    assert await states(chat) == ["rejected"]


async def test_sound_and_pictures_are_chosen(chat: ChatClient) -> None:
    screen = await chat.press(await chat.say("/mode"), "Sound and pictures")
    screen = await chat.press(screen, "Only urgent")
    screen = await chat.press(screen, "Large")

    async with chat.store.read() as tx:
        ann = await chats.find_chat(tx, ANN)
    assert ann is not None
    assert (ann.sound, ann.pictures) == (Sound.URGENT, Pictures.LARGE)
    assert {"✅ Only urgent", "✅ Large"} <= set(buttons(screen))
