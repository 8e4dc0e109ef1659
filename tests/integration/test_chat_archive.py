"""``/search``, ``/test`` and inline mode: what was published, what a query would send."""

import pytest
from chat_client import ANN, BOB, GROUP, ChatClient, Json, buttons
from sqlalchemy import text

from bot.demo.botapi import Fault
from bot.pipeline.backtest import MAX_AN_HOUR


async def test_a_search_shows_the_newest_first_with_outlet_and_time(
    chat: ChatClient,
) -> None:
    await chat.add_entry("Dam flooded", minutes_ago=50)
    await chat.add_entry("Dams are safe", minutes_ago=20)
    await chat.add_entry("Bridge closed")

    answer = await chat.say("/search dam")

    assert answer["text"] == (
        "In the archive (Kyiv time): dam\n\n"
        "• Dams are safe\nExample Post · 13:40\n\n"
        "• Dam flooded\nExample Post · 13:10"
    )


async def test_a_search_has_pages(chat: ChatClient) -> None:
    for number in range(10):
        await chat.add_entry(f"Dam {number}", minutes_ago=60 - number)

    first = await chat.say("/search dam")
    second = await chat.press(first, "▶️")
    back = await chat.press(second, "◀️")

    assert "◀️" not in buttons(first)
    assert "Dam 9" in first["text"]
    assert "Dam 1\n" not in first["text"]
    assert "Dam 1\n" in second["text"]
    assert "▶️" not in buttons(second)
    assert back["text"] == first["text"]


@pytest.mark.parametrize("command", ["/keyword", "/test", "/search"])
async def test_a_feed_that_is_not_read_is_named(chat: ChatClient, command: str) -> None:
    await chat.add_entry("Dam flooded")
    query = 'dam (feed:"Example Post" OR feed:Nowhere) -feed:Never'

    answer = await chat.say(f"{command} {query}")

    told = [line for line in answer["text"].splitlines() if "/feeds shows" in line]
    assert told == ["I read no feed called “nowhere”; /feeds shows those that I read."]


async def test_the_latest_on_words_is_searched_for(chat: ChatClient) -> None:
    await chat.add_entry("Dam flooded")
    await chat.add_entry("Bridge closed")

    answer = await chat.say("/latest dam")
    few = await chat.say("/latest -1")

    assert answer["text"].startswith("In the archive (Kyiv time): dam")
    assert "Bridge" not in answer["text"]
    assert few["text"].startswith("You follow nothing yet.")


async def test_what_was_searched_for_can_be_followed(chat: ChatClient) -> None:
    found = await chat.say("/search dam -toy in Sumy")

    followed = await chat.press(found, "Follow this")

    [saved] = await chat.subscriptions()
    assert (saved.query, saved.regions) == ("dam -toy", ("UA-59",))
    assert "You now follow" in followed["text"]


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("dam (", "This parenthesis is never closed."),
        ("-dam", "This only excludes"),
        ("x" * 513, "longer than 512 characters"),
    ],
)
@pytest.mark.parametrize("command", ["search", "test"])
async def test_a_query_that_cannot_be_read_is_refused_with_the_reason(
    chat: ChatClient, command: str, query: str, reason: str
) -> None:
    answer = await chat.say(f"/{command} {query}")

    assert reason in answer["text"]
    assert "Position" in answer["text"]


async def test_a_search_without_words_takes_the_next_text(chat: ChatClient) -> None:
    await chat.add_entry("Dam flooded")

    question = await chat.say("/search")
    answer = await chat.say("dam")

    assert "/search dam flood" in question["text"]
    assert "Dam flooded" in answer["text"]


async def test_nothing_found_says_so(chat: ChatClient) -> None:
    answer = await chat.say("/search dam")

    assert "Nothing in the last 90 days." in answer["text"]


async def test_a_member_of_a_group_may_search_and_not_follow(chat: ChatClient) -> None:
    chat.api.add_group(GROUP, "Town", "group", {ANN: "creator", BOB: "member"})
    await chat.settle()

    found = await chat.say("/search dam", BOB, chat_id=GROUP)
    tested = await chat.say("/test dam", BOB, chat_id=GROUP)
    after = await chat.press(tested, "Підписатися", BOB)

    assert after["text"] == tested["text"]
    assert await chat.subscriptions(GROUP) == []
    await chat.press(found, "Підписатися", ANN)
    assert len(await chat.subscriptions(GROUP)) == 1


async def test_a_test_says_how_much_it_would_have_been(chat: ChatClient) -> None:
    for number in range(14):
        await chat.add_entry(f"Dam {number}", minutes_ago=60 * 12 * number + 1)
    await chat.add_entry("Dam long ago", minutes_ago=60 * 24 * 8)

    answer = await chat.say("/test dam")

    assert answer["text"].startswith(
        "What it would have sent: dam\n\n14 messages in the last 7 days, about 2 a day.\n"
        "16 Nov: 2 · 17 Nov: 2 · 18 Nov: 2 · 19 Nov: 2 · 20 Nov: 2 · 21 Nov: 2 · 22 Nov: 2"
    )
    assert answer["text"].count("•") == 3
    assert "Dam 0" in answer["text"]
    assert await chat.subscriptions() == []


async def test_a_test_names_the_term_that_brings_most(chat: ChatClient) -> None:
    for title in ("Dam flooded", "Dam safe", "Bridge closed"):
        await chat.add_entry(title)

    answer = await chat.say("/test dam OR bridge")

    assert (
        "The noisiest term is dam: 67% of these entries have it, 2 of all."
        in answer["text"]
    )


async def test_a_test_is_narrowed_by_buttons(chat: ChatClient) -> None:
    await chat.add_entry("Dam flooded", "UA-59")
    await chat.add_entry("Bridge closed", summary="A dam is near")
    await chat.add_entry("Dam safe", "UA-63")
    await chat.say("/region Sumy")

    everything = await chat.say("/test dam")
    texts = [everything["text"]]
    titles = await chat.press(everything, "Only in headlines: 2")
    texts.append(titles["text"])
    mine = await chat.press(titles, "Only about my regions: 1")
    texts.append(mine["text"])

    assert "3 messages" in texts[0]
    assert "What it would have sent: title:dam\n\n2 messages" in texts[1]
    assert "title:dam in Sumy Oblast\n\n1 message" in texts[2]
    assert not any("Only" in each for each in buttons(mine))
    followed = await chat.press(mine, "Follow this")
    assert "You now follow “title:dam” in Sumy Oblast." in followed["text"]


async def test_more_than_anybody_reads_is_said(chat: ChatClient) -> None:
    for number in range(MAX_AN_HOUR + 2):
        await chat.add_entry(f"Dam {number}", minutes_ago=5)

    tested = await chat.say("/test dam")
    followed = await chat.say("/keyword dam")

    warning = "In its busiest hour it would have sent 22 messages"
    assert warning in tested["text"]
    assert warning in followed["text"]
    assert "/digest 08:00,20:00" in tested["text"]


async def test_new_subscriptions_say_how_much_they_would_have_been(
    chat: ChatClient,
) -> None:
    await chat.add_entry("Dam flooded", "UA-59")

    keyword = await chat.say("/keyword dam")
    region = await chat.say("/region Sumy")
    nothing = await chat.say("/keyword bridge")

    for answer in (keyword, region):
        assert "1 message in the last 7 days." in answer["text"]
        assert "Dam flooded" in answer["text"]
    assert "Nothing about it in the last 7 days." in nothing["text"]


async def test_what_the_index_has_not_yet_is_said(chat: ChatClient) -> None:
    await chat.add_entry("Dam flooded")
    async with chat.store.write() as tx:
        await tx.execute(text("INSERT INTO counter VALUES ('archive_left', 9)"))

    found = await chat.say("/search dam")
    tested = await chat.say("/test dam")

    assert "Dam flooded" not in found["text"]
    assert "Nothing in the last 90 days" not in found["text"]
    assert "I looked back to 13:55; there may be more before that." in found["text"]
    assert "I only looked back to 13:55." in tested["text"]


@pytest.mark.parametrize("data", ["v1:sr:9", "v1:sr:x", "v1:ts:nothing", "v1:ts"])
async def test_a_button_from_another_time_does_no_harm(chat: ChatClient, data: str) -> None:
    other = await chat.say("/help")

    after = await chat.press_data(other, data)

    assert "fault is mine" not in after["text"]
    assert await chat.subscriptions() == []


# Inline mode


async def _ask(chat: ChatClient, query: str, person: int = ANN) -> list[Json]:
    query_id = chat.api.ask_inline(person, query)
    await chat.settle()
    results: list[Json] = chat.api.inline_answers[query_id]["results"]
    return results


async def test_an_inline_query_offers_entries_to_send(chat: ChatClient) -> None:
    await chat.add_entry("Dam <flooded>")
    await chat.add_entry("Bridge closed")

    [offered] = await _ask(chat, "dam")

    assert offered["title"] == "Dam <flooded>"
    assert offered["description"] == "Example Post · 13:55"
    assert offered["message"]["text"] == (
        "Dam <flooded>\nExample Post · 22 Nov, 13:55 Kyiv time"
    )


async def test_an_empty_inline_query_offers_what_is_followed(chat: ChatClient) -> None:
    await chat.add_entry("Dam flooded")
    await chat.say("/keyword dam")

    mine = await _ask(chat, "")
    others = await _ask(chat, "", BOB)

    assert [each["title"] for each in mine] == ["Dam flooded"]
    assert others == []


async def test_an_inline_query_leaves_out_what_its_asker_does_not_hear(
    chat: ChatClient,
) -> None:
    await chat.add_entry("Dam flooded")
    await chat.say("/mute Example Post")

    assert await _ask(chat, "dam") == []
    [call] = chat.calls("answerInlineQuery")
    assert "Found only in what you muted or did not choose" in call["button"]
    assert [each["title"] for each in await _ask(chat, "dam", BOB)] == ["Dam flooded"]


@pytest.mark.parametrize("query", ["dam (", '"', "-", "x" * 256, "title:", "💥"])
async def test_half_an_inline_query_offers_nothing(chat: ChatClient, query: str) -> None:
    assert await _ask(chat, query) == []


async def test_an_inline_query_makes_no_chat(chat: ChatClient) -> None:
    await _ask(chat, "dam")

    assert await chat.subscriptions() == []
    async with chat.store.read() as tx:
        assert (await tx.execute(text("SELECT count(*) FROM chat"))).scalar_one() == 0


async def test_inline_answers_are_personal_and_short_lived(chat: ChatClient) -> None:
    await _ask(chat, "dam")

    [call] = chat.calls("answerInlineQuery")
    assert (call["cache_time"], call["is_personal"]) == ("30", "true")


async def test_an_inline_query_that_is_too_old_is_let_go(chat: ChatClient) -> None:
    chat.api.faults.add(Fault(kind="400", method="answerInlineQuery"))

    chat.api.ask_inline(ANN, "dam")
    await chat.settle()

    assert chat.sent() == []
