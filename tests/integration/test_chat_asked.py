"""What is asked stays asked until it is answered, or given up."""

from pathlib import Path

import pytest
from chat_client import ADMIN, ANN, BOB, GROUP, ChatClient, buttons, chat_client

OPEN = "I am still waiting for your answer: try again."

SETTINGS = '{"format": "tocsin-settings", "version": 1, "settings": {"language": "uk"}}'


@pytest.mark.parametrize(
    ("asks", "wrong", "right", "told"),
    [
        pytest.param("v1:askr:m", "Qwrtzpsd", "Sumy", "now follow Sumy", id="a place"),
        pytest.param("v1:askr:m", ",,", "Sumy", "now follow Sumy", id="only a comma"),
        pytest.param("v1:askr:m", "Georgia", "Sumy", "now follow Sumy", id="two places"),
        pytest.param("v1:askr:m", "UA 50 km", "Sumy", "now follow Sumy", id="too wide"),
        pytest.param("v1:askr:m", "Sumy 900 km", "Sumy", "now follow Sumy", id="too far"),
        pytest.param("v1:askk", "(dam", "dam", "now follow “dam”", id="a query"),
        pytest.param("v1:asktz", "Qwrtzpsd", "Warsaw", "Warsaw", id="a time zone"),
        pytest.param("v1:askd", "at noon-ish", "12:00", "12:00", id="digest times"),
        pytest.param("v1:askq", "nights", "23-7", "23:00", id="quiet hours"),
        pytest.param("v1:asks", "ht tp", "example.org", "Thank you", id="a feed"),
        pytest.param("v1:aski", "{", SETTINGS, "file", id="settings file"),
    ],
)
async def test_what_is_no_answer_is_asked_again(
    chat: ChatClient, asks: str, wrong: str, right: str, told: str
) -> None:
    menu = await chat.say("/help")
    await chat.press_data(menu, asks)

    refused = [await chat.say(wrong), await chat.say(wrong)]
    answered = await chat.say(right)

    assert [OPEN in each["text"] for each in refused] == [True, True]
    assert OPEN not in answered["text"]
    assert told in answered["text"]


@pytest.mark.parametrize("command", ["/search", "/test", "/keyword"])
async def test_a_query_that_a_command_asks_for_is_asked_again(
    chat: ChatClient, command: str
) -> None:
    await chat.say(command)

    refused = await chat.say("(dam")
    answered = await chat.say("dam")

    assert OPEN in refused["text"]
    assert "dam" in answered["text"]
    assert OPEN not in answered["text"]


@pytest.mark.parametrize("end", ["/help", "Cancel"])
async def test_a_command_or_cancel_ends_it(chat: ChatClient, end: str) -> None:
    await chat.press_data(await chat.say("/help"), "v1:askk")
    refused = await chat.say("(dam")

    if end == "Cancel":
        ended = await chat.press(refused, end)
        assert "Cancelled; nothing was changed." in ended["text"]
    else:
        await chat.say(end)
    await chat.say("dam")

    assert await chat.subscriptions() == []


async def test_it_is_still_asked_after_a_restart(tmp_path: Path) -> None:
    async with chat_client(tmp_path) as chat:
        await chat.press_data(await chat.say("/help"), "v1:askr:m")
        await chat.say("Qwrtzpsd")
    async with chat_client(tmp_path) as chat:
        await chat.say("Sumy")

        assert await chat.regions() == ["UA-59"]


async def test_a_place_in_start_goes_on_and_needs_no_cancel(chat: ChatClient) -> None:
    first = await chat.say("/start")
    picking = await chat.press(first, "Continue")

    refused = await chat.say("Qwrtzpsd")
    found = await chat.say("Sumy")

    assert "Step" in picking["text"]
    assert OPEN in refused["text"]
    assert "Cancel" not in buttons(refused)
    assert "Continue" in buttons(found)


async def test_a_location_is_no_query(chat: ChatClient) -> None:
    await chat.press_data(await chat.say("/help"), "v1:askk")

    near = await chat.share(50.9, 34.8)
    followed = await chat.say("dam")

    assert OPEN in near["text"]
    assert "You now follow “dam”" in followed["text"]


async def test_in_a_group_an_administrator_is_asked_again(chat: ChatClient) -> None:
    chat.api.add_group(GROUP, "Town", "group", {ANN: "creator", BOB: "member"})
    await chat.settle()
    menu = await chat.say("/settings", chat_id=GROUP)
    asked = await chat.press_data(menu, "v1:askr:m")

    refused = await chat.say("Qwrtzpsd", chat_id=GROUP, reply_to=asked["message_id"])
    found = await chat.say("Sumy", chat_id=GROUP, reply_to=refused["message_id"])

    assert "I am still waiting for your answer: reply to this message." in refused["text"]
    assert "You now follow Sumy" in found["text"]


async def test_a_broadcast_that_is_too_long_is_asked_again(chat: ChatClient) -> None:
    await chat.say("/start", ADMIN)
    await chat.say("/admin broadcast", ADMIN)

    refused = await chat.say("word " * 800, ADMIN)
    preview = await chat.say("Good news", ADMIN)

    assert "Я ще чекаю на вашу відповідь" in refused["text"]
    assert "Good news" in preview["text"]
