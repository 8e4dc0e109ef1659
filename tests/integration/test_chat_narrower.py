"""Buttons that make a query narrower, or let it come in digests."""

import pytest
from chat_client import ChatClient, buttons

from bot.pipeline.backtest import MAX_AN_HOUR


async def add_dams(chat: ChatClient) -> None:
    """Add twelve entries about dams, four of them about a film, one in Sumy."""
    for number in range(4):
        await chat.add_entry(f"Dam {number}", summary="The festival showed the film")
    for title in ("Flood", "Bridge", "Lake", "Turbine", "River", "Engineers", "Budget"):
        await chat.add_entry(title, summary="Dam")
    await chat.add_entry("Dam breaks", "UA-59")
    for number in range(40):
        await chat.add_entry(f"The court heard witness {number}")


async def test_the_word_that_comes_with_most_of_it_can_be_left_out(
    chat: ChatClient,
) -> None:
    await add_dams(chat)

    tested = await chat.say("/test dam")
    less = await chat.press(tested, "Without “festival”: 8")

    assert "12 messages in the last 7 days" in tested["text"]
    assert "Most often together with festival (33%)." in tested["text"]
    assert "What it would have sent: dam -festival\n\n8 messages" in less["text"]
    assert await chat.subscriptions() == []


async def test_each_button_shows_what_it_would_leave(chat: ChatClient) -> None:
    await add_dams(chat)
    await chat.say("/region Sumy")

    followed = await chat.say("/keyword dam")

    assert list(buttons(followed)) == [
        "Undo",
        "Without “festival”: 8",
        "Only in headlines: 5",
        "Only about my regions: 1",
        "In digests: 1",
        "My subscriptions",
    ]


@pytest.mark.parametrize(
    ("label", "query", "regions"),
    [
        ("Without “festival”: 8", "dam -festival", ()),
        ("Only in headlines: 5", "title:dam", ()),
        ("Only about my regions: 1", "dam", ("UA-59",)),
    ],
)
async def test_a_press_makes_the_saved_query_narrower(
    chat: ChatClient, label: str, query: str, regions: tuple[str, ...]
) -> None:
    await add_dams(chat)
    await chat.say("/region Sumy")
    followed = await chat.say("/keyword dam")
    before = [each.query for each in await chat.subscriptions()]

    narrower = await chat.press(followed, label)

    assert before == [None, "dam"]
    saved = (await chat.subscriptions())[1:]
    assert [(each.query, each.regions) for each in saved] == [(query, regions)]
    assert "You now follow" in narrower["text"]


async def test_what_is_more_than_the_chat_takes_is_offered_in_digests(
    chat: ChatClient,
) -> None:
    for number in range(6):
        await chat.add_entry(f"Dam {number}", minutes_ago=5)
    await chat.say("/mode 5/h")

    followed = await chat.say("/keyword dam")
    calm = await chat.press(followed, "In digests: 1")
    listed = await chat.say("/list")
    at_once = await chat.press(calm, "Tell me at once")

    assert "would have sent 6 messages; this chat takes 5 an hour" in followed["text"]
    assert "You now follow “dam”. It comes with the digests." in calm["text"]
    assert not any("In digests" in each for each in buttons(calm))
    assert "1. “dam” (in digests)" in listed["text"]
    assert "It comes with the digests" not in at_once["text"]
    assert any("In digests" in each for each in buttons(at_once))


async def test_a_tested_query_can_be_followed_in_digests_at_once(chat: ChatClient) -> None:
    for number in range(MAX_AN_HOUR + 1):
        await chat.add_entry(f"Dam {number}", minutes_ago=5)

    tested = await chat.say("/test dam")
    followed = await chat.press(tested, "In digests: 1")

    assert "nobody reads more than 20 an hour" in tested["text"]
    assert "You now follow “dam”. It comes with the digests." in followed["text"]
    assert len(await chat.subscriptions()) == 1


async def test_a_button_of_a_query_that_is_gone_shows_the_list(chat: ChatClient) -> None:
    await add_dams(chat)
    followed = await chat.say("/keyword dam")
    await chat.say("/keyword -dam")

    after = await chat.press(followed, "Only in headlines: 5")

    assert "You follow nothing yet." in after["text"]
    assert await chat.subscriptions() == []


@pytest.mark.parametrize("data", ["v1:nk:x:1", "v1:nk", "v1:nk:without:1:--", "v1:fq:x"])
async def test_a_button_with_other_data_saves_nothing_else(
    chat: ChatClient, data: str
) -> None:
    followed = await chat.say("/keyword dam")

    after = await chat.press_data(followed, data)

    assert "fault is mine" not in after["text"]
    assert [each.query for each in await chat.subscriptions()] == ["dam"]


async def test_what_is_made_narrower_still_comes_with_the_digests(chat: ChatClient) -> None:
    await add_dams(chat)
    followed = await chat.say("/keyword dam")
    calm = await chat.press(followed, "In digests: 1")

    narrower = await chat.press(calm, "Only in headlines: 5")

    assert "It comes with the digests" in narrower["text"]
    listed = await chat.say("/list")
    assert "1. “title:dam” (in digests)" in listed["text"]


async def test_who_spells_an_operator_out_is_asked_what_was_meant(chat: ChatClient) -> None:
    await add_dams(chat)

    followed = await chat.say("/keyword festival or turbine")
    meant = await chat.press(followed, "I mean festival OR turbine")

    assert "Did you mean festival OR turbine?" in followed["text"]
    assert "5 messages in the last 7 days" in meant["text"]
    assert "Did you mean" not in meant["text"]
    assert [each.query for each in await chat.subscriptions()] == ["festival OR turbine"]
    await chat.press(meant, "Undo")
    assert [each.query for each in await chat.subscriptions()] == ["festival or turbine"]


@pytest.mark.parametrize("command", ["/test", "/search"])
async def test_what_was_meant_is_tested_and_searched_without_a_trace(
    chat: ChatClient, command: str
) -> None:
    await add_dams(chat)

    asked = await chat.say(f"{command} lake or turbine in Sumy")
    meant = await chat.press(asked, "I mean lake OR turbine")
    everywhere = await chat.press(
        await chat.say(f"{command} lake or turbine"), "I mean lake OR turbine"
    )

    assert "lake OR turbine in Sumy Oblast" in meant["text"]
    assert "• Turbine" not in meant["text"]
    assert "• Turbine" in everywhere["text"]
    assert await chat.subscriptions() == []


async def test_a_place_after_a_preposition_is_offered_as_one(chat: ChatClient) -> None:
    await add_dams(chat)

    asked = await chat.say("/keyword turbine at Sumy")
    [words] = await chat.subscriptions()
    await chat.press(asked, "I mean turbine in Sumy Oblast")
    [placed] = await chat.subscriptions()

    assert "Did you mean turbine in Sumy Oblast?" in asked["text"]
    assert (words.query, words.regions) == ("turbine at Sumy", ())
    assert (placed.query, placed.regions) == ("turbine", ("UA-59",))


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("turbine, festival", "turbine OR festival"),
        ('"wind turbine", festival', '"wind turbine" OR festival'),
        ("турбіна у Харкові", "турбіна in Kharkiv Oblast"),
    ],
)
async def test_a_list_and_a_place_are_asked_about(
    chat: ChatClient, query: str, meant: str
) -> None:
    answer = await chat.say(f"/keyword {query}")

    assert f"Did you mean {meant}?" in answer["text"]


async def test_what_reads_as_no_query_even_with_operators_is_not_offered(
    chat: ChatClient,
) -> None:
    answer = await chat.say("/test dam near title:lake")

    assert "Did you mean" not in answer["text"]
