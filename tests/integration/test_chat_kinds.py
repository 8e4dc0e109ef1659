"""Messages of every kind: stickers, albums, commands in any font."""

from typing import Any

import pytest
from chat_client import ANN, ChatClient


@pytest.mark.parametrize(
    "content",
    [
        {"voice": {"file_id": "1", "file_unique_id": "1", "duration": 1}},
        {"dice": {"emoji": "🎲", "value": 3}},
        {"contact": {"phone_number": "+380440000000", "first_name": "Olena"}},
    ],
    ids=lambda content: next(iter(content)),
)
async def test_what_has_no_text_is_helped_on_and_keeps_what_was_asked(
    chat: ChatClient, content: dict[str, Any]
) -> None:
    await chat.press(await chat.say("/settings"), "Keywords")
    before = len(chat.sent())
    chat.api._post(ANN, content, None, None, None)
    await chat.settle()
    [answer] = chat.sent()[before:]
    await chat.say("dam")

    assert answer["text"].startswith("I understand text, a location, or a file")
    assert [each.query for each in await chat.subscriptions()] == ["dam"]


async def test_the_pictures_of_an_album_are_not_answered_one_by_one(
    chat: ChatClient,
) -> None:
    await chat.say("/help")
    for caption in ({}, {"caption": "Sumy"}, {}):
        photo = {"photo": [], "media_group_id": "9", **caption}
        chat.api._post(ANN, photo, None, None, None)
    await chat.settle()
    _, offer = chat.sent()

    assert offer["text"].startswith("Do you want to follow “Sumy”?")


@pytest.mark.parametrize("entities", [[], [{"type": "bold", "offset": 0, "length": 12}]])
async def test_a_command_is_one_whatever_its_font(
    chat: ChatClient, entities: list[dict[str, Any]]
) -> None:
    content = {"text": "/region Суми", "entities": entities}
    chat.api._post(ANN, content, None, None, None)
    await chat.settle()

    assert await chat.regions() == ["UA-59"]
