import asyncio
from typing import Any

import httpx
import pytest
from botapi_client import TOKEN, Client

from bot.demo.botapi import BotApi, Fault, serve

ANN, GROUP = 7, -1005
OTHER_POLL = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_updates_stay_until_an_offset_confirms_them(
    client: Client, api: BotApi
) -> None:
    for text in ("a", "b", "c"):
        api.say(ANN, text)

    assert texts(await client.call("getUpdates")) == ["a", "b", "c"]
    assert texts(await client.call("getUpdates", limit=2)) == ["a", "b"]
    assert texts(await client.call("getUpdates", offset=2)) == ["b", "c"]
    assert texts(await client.call("getUpdates")) == ["b", "c"]
    assert texts(await client.call("getUpdates", offset=-1)) == ["c"]
    assert await client.call("getUpdates", offset=4) == []


async def test_a_long_poll_ends_when_something_happens(client: Client, api: BotApi) -> None:
    poll = asyncio.create_task(client.call("getUpdates", timeout=30))
    await api.wait_for(lambda a: a.calls)

    api.say(ANN, "hello")

    assert texts(await poll) == ["hello"]


async def test_a_long_poll_ends_empty(client: Client) -> None:
    assert await client.call("getUpdates", timeout=1) == []


async def test_a_short_poll_with_the_same_offset_waits() -> None:
    api = BotApi(TOKEN, poll_floor=0.3)
    api.add_person(ANN, "Ann")
    async with serve(api) as base, httpx.AsyncClient() as http:
        client = Client(http, base)
        await client.call("getUpdates")
        poll = asyncio.create_task(client.call("getUpdates"))
        await api.wait_for(lambda a: len(a.calls) == 2)

        api.say(ANN, "hello")

        assert texts(await poll) == ["hello"]


async def test_the_older_of_two_polls_is_ended(client: Client, api: BotApi) -> None:
    older = asyncio.create_task(client.refused("getUpdates", timeout=30))
    await api.wait_for(lambda a: a.calls)
    newer = asyncio.create_task(client.call("getUpdates", timeout=30))

    assert await older == OTHER_POLL
    api.say(ANN, "hello")
    assert texts(await newer) == ["hello"]


async def test_kinds_of_updates(client: Client, api: BotApi) -> None:
    sent = api.say(ANN, "hello")
    api.press(ANN, ANN, sent["message_id"], "x")
    api.block(ANN)
    updates = await client.call("getUpdates")
    assert [set(u) - {"update_id"} for u in updates] == [
        {"message"},
        {"callback_query"},
        {"my_chat_member"},
    ]
    statuses = [
        updates[2]["my_chat_member"][f"{x}_chat_member"]["status"] for x in ("old", "new")
    ]
    assert statuses == ["member", "kicked"]

    await client.call("getUpdates", offset=9, allowed_updates=["message"])
    api.unblock(ANN)
    api.say(ANN, "again")

    assert texts(await client.call("getUpdates", allowed_updates=[])) == ["again"]


async def test_a_press_on_a_deleted_message(client: Client, api: BotApi) -> None:
    api.say(ANN, "/start")
    sent = await client.call("sendMessage", chat_id=ANN, text="x")
    await client.call("deleteMessage", chat_id=ANN, message_id=sent["message_id"])

    api.press(ANN, ANN, sent["message_id"], "old")

    message = (await client.call("getUpdates", offset=-1))[0]["callback_query"]["message"]
    assert (message["date"], message["message_id"]) == (0, sent["message_id"])
    with pytest.raises(ValueError, match="no message 99"):
        api.press(ANN, ANN, 99, "x")


@pytest.mark.parametrize(
    ("text", "is_seen"),
    [
        ("/start", True),
        ("/start@tocsin_demo_bot", True),
        ("/start@other_bot", False),
        ("hello", False),
        ("hello @tocsin_demo_bot", True),
    ],
)
async def test_privacy_mode(
    client: Client, api: BotApi, text: str, *, is_seen: bool
) -> None:
    api.add_group(GROUP, "Friends", "supergroup")
    await client.call("getUpdates", offset=-1)

    api.say(ANN, text, chat_id=GROUP)

    assert len(await client.call("getUpdates", offset=2)) == is_seen
    member = await client.call("getChatMember", chat_id=GROUP, user_id=ANN)
    assert member["status"] == "member"


async def test_replies_are_seen_and_administrators_see_all(
    client: Client, api: BotApi
) -> None:
    api.add_group(GROUP, "Friends", "supergroup")
    sent = await client.call("sendMessage", chat_id=GROUP, text="x")
    api.say(ANN, "unseen", chat_id=GROUP)
    api.say(ANN, "reply", chat_id=GROUP, reply_to=sent["message_id"])
    api.promote(GROUP, "administrator")
    api.say(ANN, "all", chat_id=GROUP, thread_id=4)
    api.kick(GROUP)
    api.say(ANN, "gone", chat_id=GROUP)

    updates = await client.call("getUpdates", allowed_updates=["message"])

    messages = [u["message"] for u in updates if "message" in u]
    assert [m["text"] for m in messages] == ["reply", "all"]
    assert messages[0]["reply_to_message"]["text"] == "x"
    assert messages[1]["message_thread_id"] == 4


async def test_duplicates_and_changed_orders(client: Client, api: BotApi) -> None:
    api.say(ANN, "a")
    api.say(ANN, "b")
    api.faults.add(Fault(kind="reorder_updates"))
    api.faults.add(Fault(kind="duplicate_update"))

    first = await client.call("getUpdates")
    second = await client.call("getUpdates", offset=3)

    assert texts(first) == ["b", "a"]
    assert second == first
    assert await client.call("getUpdates", offset=3) == []


async def test_flood_limits(client: Client, api: BotApi) -> None:
    api.say(ANN, "/start")
    for _ in range(5):
        await client.call("sendMessage", chat_id=ANN, text="x")

    response = await client.post("sendMessage", chat_id=ANN, text="x")

    assert response.headers["Retry-After"] == "5"
    assert response.json() == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 5",
        "parameters": {"retry_after": 5},
    }


async def test_a_client_that_leaves_ends_its_poll_and_loses_nothing(
    client: Client, api: BotApi
) -> None:
    poll = asyncio.create_task(client.call("getUpdates", timeout=30))
    await api.wait_for(lambda a: a.calls)
    poll.cancel()
    await api.wait_for(lambda a: a.calls[0].status == 0 and not a.open_requests)

    api.say(ANN, "hello")

    assert texts(await client.call("getUpdates")) == ["hello"]


async def test_what_was_received_is_done_although_nobody_waits(
    client: Client, api: BotApi
) -> None:
    api.say(ANN, "/start")
    api.faults.add(Fault(kind="delay", method="sendMessage", seconds=0.1))
    sending = asyncio.create_task(client.call("sendMessage", chat_id=ANN, text="late"))
    await api.wait_for(lambda a: a.calls)

    sending.cancel()

    await api.wait_for(lambda a: len(a.messages(ANN)) == 2)


async def test_links_edits_and_anonymous_administrators(
    client: Client, api: BotApi
) -> None:
    api.add_group(GROUP, "Friends", "supergroup")
    said = api.start(ANN, "r_UA-63")
    api.edit(ANN, ANN, said["message_id"], "/start other")
    api.say(ANN, "/region", chat_id=GROUP, anonymous=True)

    updates = await client.call("getUpdates", offset=2)

    assert updates[0]["message"]["text"] == "/start r_UA-63"
    assert updates[0]["message"]["entities"][0]["type"] == "bot_command"
    assert updates[1]["edited_message"]["text"] == "/start other"
    assert updates[2]["message"]["sender_chat"]["id"] == GROUP
    assert updates[2]["message"]["from"]["username"] == "GroupAnonymousBot"
    with pytest.raises(ValueError, match="payload"):
        api.start(ANN, "a b")
    with pytest.raises(ValueError, match="no message 99"):
        api.edit(ANN, ANN, 99, "x")


async def test_channel_posts(client: Client, api: BotApi) -> None:
    api.add_group(-1009, "News", "channel")
    api.say(ANN, "breaking", chat_id=-1009)
    sent = await client.call("sendMessage", chat_id=-1009, text="x")

    post = (await client.call("getUpdates", offset=-1))[0]["channel_post"]

    assert (post["text"], post["sender_chat"]["id"]) == ("breaking", -1009)
    assert "from" not in sent
    assert api.messages(-1009)[-1]["outgoing"] is True
