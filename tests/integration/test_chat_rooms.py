"""Groups and channels that are set up from a private chat."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from chat_client import ANN, BOB, ChatClient, buttons, chat_client

from bot.demo.botapi import Fault

CHANNEL, GROUP = -100_777_000, -100_555_000
REFUSED = "I cannot set up @border_news for you."


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[ChatClient]:
    """Return a chat with people who started the bot, and Ann's channel."""
    async with chat_client(tmp_path) as client:
        client.api.add_person(BOB, "Bob", "en")
        for person in (ANN, BOB):
            await client.say("/settings", person)
        client.api.add_group(
            CHANNEL,
            "Border news",
            "channel",
            {ANN: "creator", BOB: "member"},
            username="border_news",
        )
        await client.settle()
        yield client


async def test_a_command_sets_up_the_channel_that_it_names(chat: ChatClient) -> None:
    answer = await chat.say("/region @border_news Belgorod")

    assert answer["text"].startswith("📣 Border news\n\nYou now follow Belgorod Oblast")
    assert await chat.regions(CHANNEL) == ["RU-BEL"]
    assert await chat.regions(ANN) == []


@pytest.mark.parametrize(
    "address", ["@border_news", "@Border_News", "https://t.me/border_news", str(CHANNEL)]
)
async def test_a_channel_is_named_in_several_ways(chat: ChatClient, address: str) -> None:
    await chat.say(f"/keyword {address} dam")

    assert [each.query for each in await chat.subscriptions(CHANNEL)] == ["dam"]


async def test_an_example_to_be_copied_names_the_channel(chat: ChatClient) -> None:
    typed = await chat.say("/tz @border_news")
    settings = await chat.say("/settings @border_news")
    pressed = await chat.press(settings, "Time zone")
    wrong = await chat.say("/quiet @border_news always")
    listed = await chat.press(await chat.say("/settings"), "Groups and channels")

    assert "Another one: /tz @border_news Lisbon." in typed["text"]
    assert f"Another one: /tz {CHANNEL} Lisbon." in pressed["text"]
    assert "/quiet @border_news 23:00-07:00 · /quiet @border_news off" in wrong["text"]
    assert "/region @channel Belgorod" in listed["text"]
    assert "/tz Lisbon" in (await chat.say("/tz"))["text"]


async def test_who_does_not_administer_the_channel_is_refused(chat: ChatClient) -> None:
    answer = await chat.say("/region @border_news Belgorod", BOB)

    assert answer["text"].startswith(REFUSED)
    assert await chat.regions(CHANNEL) == []


async def test_a_channel_where_the_bot_may_not_post_is_refused(chat: ChatClient) -> None:
    chat.api.promote(CHANNEL, "left")
    answer = await chat.say("/region @border_news Belgorod")

    assert answer["text"].startswith(REFUSED)


async def test_an_unknown_channel_is_refused(chat: ChatClient) -> None:
    answer = await chat.say("/region @no_such_channel Belgorod")

    assert "I cannot set up @no_such_channel for you." in answer["text"]


async def test_a_person_is_no_channel(chat: ChatClient) -> None:
    answer = await chat.say(f"/settings -100{BOB}00000000")

    assert "I cannot set up" in answer["text"]


async def test_buttons_of_an_answer_are_about_its_channel(chat: ChatClient) -> None:
    answer = await chat.say("/region @border_news Belgorod")

    after = await chat.press(answer, "Undo")

    assert after["text"].startswith("📣 Border news")
    assert await chat.regions(CHANNEL) == []


async def test_a_pressed_button_asks_for_the_right_again(chat: ChatClient) -> None:
    answer = await chat.say("/region @border_news Belgorod")
    chat.api.rooms[CHANNEL].members[ANN] = "member"
    chat.clock.forward(minutes=6)

    await chat.press(answer, "Undo")

    assert await chat.regions(CHANNEL) == ["RU-BEL"]
    assert (
        "You cannot set up that chat now" in chat.calls("answerCallbackQuery")[-1]["text"]
    )


async def test_a_forged_button_opens_no_foreign_channel(chat: ChatClient) -> None:
    await chat.say("/region @border_news Belgorod")
    message = await chat.say("/help", BOB)
    stored = await chat.stored(CHANNEL)

    for room in (stored.id, 999):
        await chat.press_data(message, f"m{room}:none:yes", BOB)

    assert await chat.regions(CHANNEL) == ["RU-BEL"]


async def test_the_settings_offer_the_chats_that_were_set_up(chat: ChatClient) -> None:
    await chat.say("/region @border_news Belgorod")
    own = await chat.say("/settings")

    there = await chat.press(own, "Border news")
    back = await chat.press(there, "This chat")

    assert {"✅ This chat", "Border news"} < set(buttons(own))
    assert "Regions: Belgorod Oblast" in there["text"]
    assert {"This chat", "✅ Border news"} < set(buttons(there))
    assert "Regions: none" in back["text"]


async def test_text_that_was_asked_for_goes_to_the_channel(chat: ChatClient) -> None:
    menu = await chat.say("/settings @border_news")
    await chat.press(menu, "Keywords")

    answer = await chat.say("dam")

    assert "You now follow “dam”" in answer["text"]
    assert [each.query for each in await chat.subscriptions(CHANNEL)] == ["dam"]
    assert await chat.subscriptions(ANN) == []


async def test_a_location_that_was_asked_for_goes_to_the_channel(chat: ChatClient) -> None:
    menu = await chat.say("/settings @border_news")
    picker = await chat.press(menu, "Regions")
    await chat.press(picker, "Type a name")

    answer = await chat.share(50.6, 36.59)

    assert answer["text"].startswith("📣 Border news")
    assert all(data.startswith("m") for data in buttons(answer).values())


async def test_a_channel_has_its_own_language_and_zone(chat: ChatClient) -> None:
    spoken = await chat.say("/lang @border_news uk")
    await chat.say("/tz @border_news Europe/Warsaw")
    menu = await chat.say("/settings @border_news")

    assert "Відтепер пишу українською." in spoken["text"]
    assert "Language: Ukrainian" in menu["text"]
    stored = await chat.stored(CHANNEL)
    assert (stored.language, stored.time_zone) == ("uk", "Europe/Warsaw")
    assert (await chat.stored(ANN)).language == "en"


async def test_a_forwarded_post_names_its_channel(chat: ChatClient) -> None:
    chat.api.forward(ANN, CHANNEL, "Breaking")
    await chat.settle()

    assert chat.sent()[-1]["text"].startswith("📣 Border news\n\nSettings")


async def test_a_forwarded_post_of_another_channel_offers_what_it_names(
    chat: ChatClient,
) -> None:
    chat.api.forward(BOB, CHANNEL, "Вибух у Сумах, є постраждалі")
    await chat.settle()

    answer = chat.sent(BOB)[-1]
    await chat.press(answer, "Sumy Oblast", BOB)

    assert await chat.regions(BOB) == ["UA-59"]
    assert await chat.regions(CHANNEL) == []


async def test_a_forwarded_post_is_no_right(chat: ChatClient) -> None:
    chat.api.forward(BOB, CHANNEL, "/region Belgorod")
    await chat.settle()

    assert "I cannot set up that chat for you." in chat.sent(BOB)[-1]["text"]
    assert await chat.regions(BOB) == []


async def test_who_adds_the_bot_is_told_how_to_set_it_up(chat: ChatClient) -> None:
    told = chat.sent()[-1]
    menu = await chat.press(told, "Set up Border news")

    assert told["text"].startswith("I am in Border news now.")
    assert menu["text"].startswith("📣 Border news\n\nSettings")
    assert chat.sent(CHANNEL) == []


async def test_who_never_started_the_bot_is_not_written_to(chat: ChatClient) -> None:
    chat.api.add_person(9, "Eve")
    chat.api.add_group(GROUP, "Eve's", "supergroup", {9: "creator"})
    await chat.settle()

    assert chat.sent(9) == []


async def test_a_member_who_adds_the_bot_is_not_offered_settings(chat: ChatClient) -> None:
    before = len(chat.sent(BOB))
    chat.api.add_group(GROUP, "Town", "supergroup", {ANN: "creator", BOB: "member"})
    chat.api.promote(GROUP, "left", by=BOB)
    chat.api.promote(GROUP, "member", by=BOB)
    await chat.settle()

    assert len(chat.sent(BOB)) == before


async def test_a_fault_of_telegram_is_no_right(chat: ChatClient) -> None:
    chat.api.faults.add(
        Fault(kind="400", method="getChatMember", description="Bad Request: no rights")
    )

    answer = await chat.say("/region @border_news Belgorod")

    assert answer["text"].startswith(REFUSED)


async def test_a_query_for_oneself_may_still_begin_with_a_minus(chat: ChatClient) -> None:
    await chat.say("/keyword dam")
    await chat.say("/keyword -dam")

    assert await chat.subscriptions() == []


async def test_the_topic_is_shown_and_chosen_in_the_topic(chat: ChatClient) -> None:
    chat.api.add_group(GROUP, "Forum", "supergroup", {ANN: "creator"}, username="forum")
    await chat.settle()
    before = await chat.say("/settings @forum")

    await chat.say("/start", chat_id=GROUP, thread_id=5)
    after = await chat.say("/settings @forum")
    await chat.say("/region @forum Belgorod")

    choose = "To choose another, send /start in that topic."
    assert (
        f"Topic of the group: the main one, if there are several\n{choose}"
        in (before["text"])
    )
    assert (
        f"Topic of the group: the one where /start was last sent\n{choose}"
        in (after["text"])
    )
    assert (await chat.stored(GROUP)).thread_id == 5
