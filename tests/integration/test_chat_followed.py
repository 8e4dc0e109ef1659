"""One subscription of the list: tested, edited, paused, deleted, and brought back."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from chat_client import ANN, BOB, GROUP, ChatClient, Json, buttons, chat_client

from bot.pipeline.ledger import Subscriptions
from bot.store import timetables


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[ChatClient]:
    async with chat_client(tmp_path) as client:
        yield client


async def _open(chat: ChatClient, label: str) -> Json:
    return await chat.press(await chat.say("/list"), label)


async def _matching(chat: ChatClient, index: Subscriptions) -> int:
    """Return how many subscriptions a worker would ask an entry of."""
    async with chat.store.read() as tx:
        await index.index(tx)
    return len(index._marks)


async def test_a_paused_subscription_matches_nothing(chat: ChatClient) -> None:
    await chat.say("/keyword dam")
    index = Subscriptions()
    before = await _matching(chat, index)
    opened = await _open(chat, "“dam”")

    paused = await chat.press(opened, "Pause")
    while_paused = await _matching(chat, index)
    await chat.press_data(opened, buttons(opened)["Pause"])
    listed = await chat.say("/list")
    await chat.press(paused, "Resume")

    assert "Paused: nothing comes for it" in paused["text"]
    assert "⏸️ “dam”" in listed["text"]
    assert (before, while_paused, await _matching(chat, index)) == (1, 0, 1)


async def test_asking_again_for_what_is_paused_resumes_it(chat: ChatClient) -> None:
    await chat.say("/keyword dam")
    await chat.press(await _open(chat, "“dam”"), "Pause")

    await chat.say("/keyword dam")

    assert [each.is_paused for each in await chat.subscriptions()] == [False]


async def test_a_query_is_written_anew(chat: ChatClient) -> None:
    await chat.say("/keyword dam in Sumy")
    asked = await chat.press(await _open(chat, "“dam”"), "Edit")

    answer = await chat.say("dam | dike in Sumy")

    assert "Now it is: dam in Sumy Oblast" in asked["text"]
    assert "You now follow" in answer["text"]
    assert [each.query for each in await chat.subscriptions()] == ["dam | dike"]


async def test_a_query_that_cannot_be_read_changes_nothing(chat: ChatClient) -> None:
    await chat.say("/keyword dam")
    await chat.press(await _open(chat, "“dam”"), "Edit")

    await chat.say("(dam")

    assert [each.query for each in await chat.subscriptions()] == ["dam"]


async def test_a_subscription_is_tested(chat: ChatClient) -> None:
    await chat.add_entry("Dam breached", "UA-59")
    await chat.say("/region Sumy")

    tested = await chat.press(await _open(chat, "Sumy"), "Test")

    assert "1 message in the last 7 days" in tested["text"]


@pytest.mark.parametrize(
    ("command", "label"),
    [
        ("/region Sumy", "Sumy Oblast"),
        ("/region Sumy 50 km", "Sumy and 50 km"),
        ("/keyword dam in Sumy, Kharkiv", "“dam”"),
    ],
)
async def test_deleting_can_be_undone(chat: ChatClient, command: str, label: str) -> None:
    await chat.say(command)
    [before] = await chat.subscriptions()
    gone = await chat.press(await _open(chat, label), "Delete")
    left = await chat.subscriptions()

    await chat.press(gone, "Undo")
    await chat.press_data(gone, buttons(gone)["Undo"])

    assert left == []
    [after] = await chat.subscriptions()
    assert (after.query, after.regions) == (before.query, before.regions)


async def test_a_second_delete_leads_to_the_list(chat: ChatClient) -> None:
    await chat.say("/keyword dam")
    opened = await _open(chat, "“dam”")
    await chat.press(opened, "Delete")

    again = await chat.press_data(opened, buttons(opened)["Delete"])

    assert "You follow nothing yet." in again["text"]


async def test_members_of_a_group_change_nothing(chat: ChatClient) -> None:
    chat.api.add_group(GROUP, "Town", "group", {ANN: "creator", BOB: "member"})
    await chat.settle()
    await chat.say("/keyword dam", chat_id=GROUP)
    listed = await chat.say("/list", chat_id=GROUP)
    opened = await chat.press(listed, "“dam”", BOB)
    for label in ("Pause", "Delete", "Edit"):
        await chat.press(opened, label, BOB)

    [only] = await chat.subscriptions(GROUP)
    assert not only.is_paused


async def test_what_is_written_anew_comes_as_before(chat: ChatClient) -> None:
    await chat.say("/keyword dam")
    [dam] = await chat.subscriptions()
    async with chat.store.write() as tx:
        await timetables.set_urgent(tx, dam.chat_id, dam.id, is_urgent=True)
        await timetables.set_in_digest(tx, dam.chat_id, dam.id, in_digest=True)
    await chat.press(await _open(chat, "“dam”"), "Edit")

    answer = await chat.say("dike")

    [dike] = await chat.subscriptions()
    async with chat.store.read() as tx:
        urgent = await timetables.find_urgent(tx, [dike.id])
        calm = await timetables.find_in_digest(tx, [dike.id])
    assert dike.id != dam.id
    assert (*urgent, *calm) == (dike.id, dike.id)
    assert "It comes with the digests." in answer["text"]
