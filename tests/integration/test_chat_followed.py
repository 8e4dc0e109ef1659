"""One subscription of the list: tested, edited, paused, deleted, and brought back."""

from datetime import timedelta

import pytest
from chat_client import ANN, BOB, GROUP, ChatClient, Json, buttons
from sqlalchemy import select, update

from bot.pipeline.ledger import Subscriptions
from bot.store import schema, timetables

S = schema.subscription.c


async def _press(chat: ChatClient, label: str) -> Json:
    """Press a button of the only subscription in the list."""
    return await chat.press(await chat.say("/list"), f"1. {label}")


async def _row(chat: ChatClient, query: str | None) -> Json:
    """Return all columns of the subscription but its id, which names nothing for people."""
    async with chat.store.read() as tx:
        statement = select(schema.subscription).where(S.query == query)
        row = dict((await tx.execute(statement)).mappings().one())
    del row["id"]
    return row


async def _matching(chat: ChatClient, index: Subscriptions) -> int:
    """Return how many subscriptions a worker would ask an entry of."""
    async with chat.store.read() as tx:
        await index.index(tx)
    return len(index._marks)


async def test_a_paused_subscription_matches_nothing(chat: ChatClient) -> None:
    await chat.say("/keyword dam")
    index = Subscriptions()
    before = await _matching(chat, index)
    listed = await chat.say("/list")

    paused = await chat.press(listed, "1. Pause")
    while_paused = await _matching(chat, index)
    await chat.press_data(listed, buttons(listed)["1. Pause"])
    again = await chat.say("/list")
    await chat.press(paused, "1. Resume")

    assert "1. “dam” (⏸️ paused)" in paused["text"]
    assert again["text"] == paused["text"]
    assert (before, while_paused, await _matching(chat, index)) == (1, 0, 1)


async def test_asking_again_for_what_is_paused_resumes_it(chat: ChatClient) -> None:
    await chat.say("/keyword dam")
    await _press(chat, "Pause")

    await chat.say("/keyword dam")

    assert [each.is_paused for each in await chat.subscriptions()] == [False]


async def test_each_of_a_page_has_its_own_buttons_that_say_which(chat: ChatClient) -> None:
    for word in ("dam", "dike", "flood", "lake", "river"):
        await chat.say(f"/keyword {word}")

    first = await chat.say("/list")
    second = await chat.press(first, "▶️")

    words = ("Test", "Edit", "Pause", "Delete")
    assert list(buttons(first))[:16] == [f"{n}. {w}" for n in range(1, 5) for w in words]
    assert list(buttons(second))[:4] == [f"5. {word}" for word in words]
    assert max(len(row) for row in first["reply_markup"]["inline_keyboard"][:8]) == 2
    assert "5. “river”" in second["text"]


async def test_what_is_done_to_one_of_a_page_shows_that_page(chat: ChatClient) -> None:
    for word in ("dam", "dike", "flood", "lake", "river"):
        await chat.say(f"/keyword {word}")
    page = await chat.press(await chat.say("/list"), "▶️")

    paused = await chat.press(page, "5. Pause")
    tested = await chat.press(page, "5. Test")
    back = await chat.press(tested, "Back")

    assert "5. “river” (⏸️ paused)" in paused["text"]
    assert back["text"] == paused["text"]


@pytest.mark.parametrize("data", ["v1:sub:1:0", "v1:sub:99:7", "v1:sub", "v1:sub:x:y"])
async def test_a_button_of_an_old_list_shows_the_new_one(
    chat: ChatClient, data: str
) -> None:
    await chat.say("/keyword dam")
    listed = await chat.say("/list")

    assert (await chat.press_data(listed, data))["text"] == listed["text"]


async def test_a_query_is_written_anew(chat: ChatClient) -> None:
    await chat.say("/keyword dam in Sumy")
    asked = await _press(chat, "Edit")

    answer = await chat.say("dam | dike in Sumy")

    assert "Now: dam in Sumy Oblast" in asked["text"]
    assert "You now follow" in answer["text"]
    assert [each.query for each in await chat.subscriptions()] == ["dam | dike"]


async def test_writing_anew_can_be_undone(chat: ChatClient) -> None:
    await chat.say("/keyword dam in Sumy")
    await _mark_all(chat)
    before = await _row(chat, "dam")
    await _press(chat, "Edit")
    answer = await chat.say("dike")

    undone = await chat.press(answer, "Undo")

    assert "Before: dam in Sumy Oblast" in answer["text"]
    assert "again." in undone["text"]
    assert await _row(chat, "dam") == before
    assert len(await chat.subscriptions()) == 1


async def test_a_query_that_cannot_be_read_changes_nothing_and_is_asked_again(
    chat: ChatClient,
) -> None:
    await chat.say("/keyword dam")
    await _press(chat, "Edit")

    refused = await chat.say("(dam")
    before = [each.query for each in await chat.subscriptions()]
    await chat.say("dike")

    assert "I am still waiting for your answer" in refused["text"]
    assert before == ["dam"]
    assert [each.query for each in await chat.subscriptions()] == ["dike"]


async def test_the_place_of_a_region_is_written_anew(chat: ChatClient) -> None:
    await chat.say("/region Sumy")
    await _mark_all(chat)
    before = await _row(chat, None)
    asked = await _press(chat, "Edit")

    unknown = await chat.say("Qwrtzpsd")
    group = await chat.say("border")
    several = await chat.say("Georgia")
    moved = await chat.press(several, "Georgia, US state")
    regions = await chat.regions()
    await chat.press(moved, "Undo")

    assert "Now: Sumy Oblast" in asked["text"]
    assert "I am still waiting for your answer" in unknown["text"]
    assert "are several" in group["text"]
    assert "Before: Sumy Oblast" in moved["text"]
    assert regions == ["US-GA"]
    assert await _row(chat, None) == before


async def test_editing_offers_what_makes_it_narrower(chat: ChatClient) -> None:
    await chat.add_entry("Dam breached")
    await chat.add_entry("Flood", summary="The dam")
    await chat.say("/keyword dam")

    asked = await _press(chat, "Edit")
    narrower = await chat.press(asked, "Only in headlines: 1")
    await _press(chat, "Edit")
    anew = await chat.say("dam")

    assert "You now follow “title:dam”" in narrower["text"]
    assert "Before: dam" in narrower["text"]
    assert "Only in headlines: 1" in buttons(anew)


async def test_a_subscription_is_tested(chat: ChatClient) -> None:
    await chat.add_entry("Dam breached", "UA-59")
    await chat.say("/region Sumy")

    tested = await _press(chat, "Test")

    assert "1 message in the last 7 days" in tested["text"]


async def _mark_all(chat: ChatClient) -> None:
    """Give each column of the only subscription a value that no new one has."""
    made_at = chat.clock.now - timedelta(days=400, microseconds=3)
    async with chat.store.write() as tx:
        await tx.execute(
            update(schema.subscription).values(
                is_urgent=True, is_paused=True, in_digest=True, created_at=made_at
            )
        )


@pytest.mark.parametrize(
    "command",
    [
        "/region Sumy",
        "/region Sumy 50 km",
        "/region Georgia, US-GA",
        "/keyword dam in Sumy, Kharkiv",
        "/keyword dam in US-GA",
        '/keyword "rise in prices" in Sumy 50 km',
        "/keyword rise in prices",
    ],
)
async def test_undoing_a_deletion_brings_all_of_it_back(
    chat: ChatClient, command: str
) -> None:
    await chat.say(command)
    [added] = await chat.subscriptions()
    fresh = await _row(chat, added.query)
    await _mark_all(chat)
    before = await _row(chat, added.query)
    gone = await _press(chat, "Delete")
    left = await chat.subscriptions()

    undone = await chat.press(gone, "Undo")
    await chat.press_data(gone, buttons(gone)["Undo"])

    assert {name for name in before if before[name] == fresh[name]} == {
        *("chat_id", "key", "regions", "query")
    }, "a new column: mark it above, and let Undo bring it back"
    assert left == []
    assert "again." in undone["text"]
    assert await _row(chat, added.query) == before


async def test_what_is_brought_back_comes_with_the_digests_again(chat: ChatClient) -> None:
    await chat.say("/keyword dam")
    [dam] = await chat.subscriptions()
    async with chat.store.write() as tx:
        await timetables.set_in_digest(tx, dam.chat_id, dam.id, in_digest=True)
    gone = await _press(chat, "Delete")

    await chat.press(gone, "Undo")

    async with chat.store.read() as tx:
        assert await timetables.get_next_digest(tx, dam.chat_id) is not None


@pytest.mark.parametrize(
    "data",
    ["v1:rs", "v1:rs:q", "v1:rs:q111:99999999999999999999:7", "v1:rs:p:x:y", "v1:rp:1"],
)
async def test_a_forged_undo_brings_nothing_else(chat: ChatClient, data: str) -> None:
    await chat.say("/keyword dam")
    listed = await chat.say("/list")

    after = await chat.press_data(listed, data)

    assert "fault is mine" not in after["text"]
    assert [each.query for each in await chat.subscriptions()] == ["dam"]


async def test_a_second_delete_leads_to_the_list(chat: ChatClient) -> None:
    await chat.say("/keyword dam")
    listed = await chat.say("/list")
    await chat.press(listed, "1. Delete")

    again = await chat.press_data(listed, buttons(listed)["1. Delete"])

    assert "You follow nothing yet." in again["text"]


async def test_members_of_a_group_change_nothing(chat: ChatClient) -> None:
    chat.api.add_group(GROUP, "Town", "group", {ANN: "creator", BOB: "member"})
    await chat.settle()
    await chat.say("/keyword dam", chat_id=GROUP)
    listed = await chat.say("/list", chat_id=GROUP)
    for label in ("1. Pause", "1. Delete", "1. Edit"):
        await chat.press(listed, label, BOB)

    [only] = await chat.subscriptions(GROUP)
    assert not only.is_paused


async def test_what_is_written_anew_comes_as_before(chat: ChatClient) -> None:
    await chat.say("/keyword dam")
    [dam] = await chat.subscriptions()
    async with chat.store.write() as tx:
        await timetables.set_urgent(tx, dam.chat_id, dam.id, is_urgent=True)
        await timetables.set_in_digest(tx, dam.chat_id, dam.id, in_digest=True)
    await _press(chat, "Edit")

    answer = await chat.say("dike")

    [dike] = await chat.subscriptions()
    async with chat.store.read() as tx:
        urgent = await timetables.find_urgent(tx, [dike.id])
        calm = await timetables.find_in_digest(tx, [dike.id])
    assert dike.id != dam.id
    assert (*urgent, *calm) == (dike.id, dike.id)
    assert "It comes with the digests." in answer["text"]


async def test_the_list_says_what_finds_nothing_any_more(chat: ChatClient) -> None:
    await chat.say("/region Sumy")
    await chat.say("/keyword dam")
    async with chat.store.write() as tx:
        table = schema.subscription
        await tx.execute(
            update(table).where(S.query.is_(None)).values(regions=["X-gone", "UA-59"])
        )
        await tx.execute(
            update(table).where(S.query == "dam").values(query="dam region:X-gone")
        )

    listed = await chat.say("/list")

    assert "(⚠️ no longer known: X-gone)" in listed["text"]
    assert "(⚠️ finds nothing, edit it)" in listed["text"]
